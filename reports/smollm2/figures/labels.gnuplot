# gnuplot labels.gnuplot                      draws labels.svg
# gnuplot -e "format='png'" labels.gnuplot    draws labels.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'labels.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1000,470 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1000,470 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.0in,4.7in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'labels.' . (format eq 'ascii' ? 'txt' : format)

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
set tmargin at screen 0.9914893617021276
set bmargin at screen 0.9106382978723404
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1000]
set yrange [38.0:0]
set label 2000 'own' at 320.79999999999995,19.0 left font ',15'
set label 2001 'oracle' at 485.59999999999997,19.0 left font ',15'
set label 2002 'choosing' at 650.4,19.0 left font ',15'
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
set xlabel 'outer step t'
set lmargin at screen 0.07
set rmargin at screen 0.49
set tmargin at screen 0.8340425531914893
set bmargin at screen 0.1957446808510639
set title 'well-posed (%)' offset 0,-0.5
set xtics 1
set xrange [-0.3:5.3]
set yrange [0:100]
set ytics 25
plot data index 6 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  data index 7 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 8 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73'
set lmargin at screen 0.56
set rmargin at screen 0.98
set tmargin at screen 0.8340425531914893
set bmargin at screen 0.1957446808510639
set title 'correct (%)' offset 0,-0.5
set xtics 1
set xrange [-0.3:5.3]
set yrange [0:100]
set ytics 25
plot data index 9 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  data index 10 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 11 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73'
unset multiplot

set output
