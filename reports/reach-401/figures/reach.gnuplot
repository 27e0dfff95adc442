# gnuplot reach.gnuplot                      draws reach.svg
# gnuplot -e "format='png'" reach.gnuplot    draws reach.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'reach.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 860,460 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 860,460 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 8.6in,4.6in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'reach.' . (format eq 'ascii' ? 'txt' : format)

set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set multiplot
unset key
set lmargin at screen 0.0
set rmargin at screen 1.0
set tmargin at screen 0.991304347826087
set bmargin at screen 0.908695652173913
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:860]
set yrange [38.0:0]
set label 2000 'right answer' at 91.80000000000007,19.0 left font ',15'
set label 2001 'wrong answer' at 362.6,19.0 left font ',15'
set label 2002 'ill-posed question' at 633.4,19.0 left font ',15'
plot data index 0 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  data index 1 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 2 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  data index 3 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 4 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  data index 5 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73'
unset label 2000
unset label 2001
unset label 2002
set tics
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set lmargin at screen 0.1
set rmargin at screen 0.98
set tmargin at screen 0.87
set bmargin at screen 0.17000000000000004
set ylabel 'pass@32 on hard-test (%)'
set xlabel 'share of the base student''s samples with the rewarded answer'
set yrange [0.0:96.890625]
set xrange [-0.5:6.5]
set xtics ('0' 0, '0.005–0.04' 1, '0.06–0.15' 2, '0.2–0.4' 3, '0.5–0.7' 4, '0.8–0.95' 5, '0.97–1' 6) font ',13'
plot data index 6 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 7 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 8 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 9 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 10 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 11 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 12 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 13 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.8 linecolor rgb '#0072B2', \
  data index 13 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.1 linewidth 2 linecolor rgb '#0072B2', \
  data index 14 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.8 linecolor rgb '#0072B2', \
  data index 14 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.1 linewidth 2 linecolor rgb '#0072B2', \
  data index 14 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb 'white', \
  data index 15 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 16 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 17 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 18 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 19 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 20 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 21 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.8 linecolor rgb '#D55E00', \
  data index 21 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.1 linewidth 2 linecolor rgb '#D55E00', \
  data index 22 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.8 linecolor rgb '#D55E00', \
  data index 22 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.1 linewidth 2 linecolor rgb '#D55E00', \
  data index 22 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb 'white', \
  data index 23 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 24 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 25 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 26 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 27 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 28 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 29 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 linecolor rgb '#999999', \
  data index 30 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.8 linecolor rgb '#009E73', \
  data index 30 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.1 linewidth 2 linecolor rgb '#009E73', \
  data index 31 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.8 linecolor rgb '#009E73', \
  data index 31 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.1 linewidth 2 linecolor rgb '#009E73', \
  data index 31 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb 'white'
unset multiplot

set output
