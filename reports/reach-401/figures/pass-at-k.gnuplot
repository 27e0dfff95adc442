# gnuplot pass-at-k.gnuplot                      draws pass-at-k.svg
# gnuplot -e "format='png'" pass-at-k.gnuplot    draws pass-at-k.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'pass-at-k.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1070,1384 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1070,1384 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.7in,13.84in \
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
set tmargin at screen 0.9971098265895953
set bmargin at screen 0.9696531791907514
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
set tmargin at screen 0.9624277456647399
set bmargin at screen 0.06647398843930641
set xlabel 'solved on hard-test (%)'
set xrange [0.0:98.71875]
set yrange [33.6:-0.6]
set ytics ('right, given never' 0, 'right, given 0.005 to 0.04' 1, 'right, given 0.06 to 0.15' 2, 'right, given 0.2 to 0.4' 3, 'right, given 0.5 to 0.7' 4, 'right, given 0.8 to 0.95' 5, 'right, given 0.97 to 1' 6, 'wrong, given never' 7, 'wrong, given 0.005 to 0.04' 8, 'wrong, given 0.06 to 0.15' 9, 'wrong, given 0.2 to 0.4' 10, 'wrong, given 0.5 to 0.7' 11, 'wrong, given 0.8 to 0.95' 12, 'ill-posed, given never' 13, 'ill-posed, given 0.005 to 0.04' 14, 'ill-posed, given 0.06 to 0.15' 15, 'ill-posed, given 0.2 to 0.4' 16, 'ill-posed, given 0.5 to 0.7' 17, 'ill-posed, given 0.8 to 0.95' 18, 'ill-posed, given 0.97 to 1' 19, 'well-posed, correct, 1-2' 20, 'well-posed, shared, 1-2' 21, 'well-posed, idiosyncratic, 1-2' 22, 'well-posed, random, 1-2' 23, 'ill-posed, correct, 1-2' 24, 'ill-posed, shared, 1-2' 25, 'ill-posed, idiosyncratic, 1-2' 26, 'ill-posed, random, 1-2' 27, 'Base-T' 28, 'Base-T, well-posed' 29, 'Base-T, correct' 30, 'Base-T, wrong' 31, 'Base-T, ill-posed' 32, 'Base-T, well-posed, corrected' 33)
set arrow 1 from 0,graph 0 to 0,graph 1 nohead linecolor rgb '#555555'
plot data index 4 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 5 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 6 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77D55E00', \
  data index 7 using 1:2:3:4 notitle with xerrorbars pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
unset multiplot

set output
