# gnuplot pass-at-k.gnuplot                      draws pass-at-k.svg
# gnuplot -e "format='png'" pass-at-k.gnuplot    draws pass-at-k.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'pass-at-k.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1070,736 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1070,736 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.7in,7.36in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'pass-at-k.' . (format eq 'ascii' ? 'txt' : format)

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
set tmargin at screen 0.9945652173913043
set bmargin at screen 0.9429347826086957
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1070]
set yrange [38.0:0]
set label 2000 'pass@32' at 448.8,19.0 left font ',15'
set label 2001 'pass@1' at 603.0,19.0 left font ',15'
plot data index 0 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  data index 1 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 2 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  data index 3 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00'
unset label 2000
unset label 2001
set tics
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set lmargin at screen 0.38317757009345793
set rmargin at screen 0.97
set tmargin at screen 0.9293478260869565
set bmargin at screen 0.125
set xlabel 'solved on hard-test (%)'
set xrange [0.0:93.65625]
set yrange [15.6:-0.6]
set ytics ('well-posed, correct, 1-2' 0, 'well-posed, shared, 1-2' 1, 'well-posed, idiosyncratic, 1-2' 2, 'well-posed, random, 1-2' 3, 'ill-posed, correct, 1-2' 4, 'ill-posed, shared, 1-2' 5, 'ill-posed, idiosyncratic, 1-2' 6, 'ill-posed, random, 1-2' 7, 'well-posed, correct, 4-5' 8, 'well-posed, shared, 4-5' 9, 'well-posed, idiosyncratic, 4-5' 10, 'well-posed, random, 4-5' 11, 'ill-posed, correct, 4-5' 12, 'ill-posed, shared, 4-5' 13, 'ill-posed, idiosyncratic, 4-5' 14, 'ill-posed, random, 4-5' 15)
set arrow 1 from 0,graph 0 to 0,graph 1 nohead linecolor rgb '#555555'
plot data index 4 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 5 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 6 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77D55E00', \
  data index 7 using 1:2:3:4 notitle with xerrorbars pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
unset multiplot

set output
