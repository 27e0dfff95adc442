# gnuplot learning-curves.gnuplot                      draws learning-curves.svg
# gnuplot -e "format='png'" learning-curves.gnuplot    draws learning-curves.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'learning-curves.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 800,606 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 800,606 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 8.0in,6.06in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'learning-curves.' . (format eq 'ascii' ? 'txt' : format)

set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set style fill transparent solid 0.14 noborder
set multiplot
set lmargin at screen 0.0
set rmargin at screen 1.0
set tmargin at screen 0.9933993399339934
set bmargin at screen 0.8448844884488449
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:800]
set yrange [90.0:0]
set label 2000 'Base-T' at 80.60000000000002,19.0 left font ',15'
set label 2001 'Base-T, well-posed' at 80.60000000000002,45.0 left font ',15'
set label 2002 'Base-T, correct' at 80.60000000000002,71.0 left font ',15'
set label 2003 'Base-T, wrong' at 468.0,19.0 left font ',15'
set label 2004 'Base-T, ill-posed' at 468.0,45.0 left font ',15'
set label 2005 'Base-T, well-posed, corrected' at 468.0,71.0 left font ',15'
plot data index 0 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#000000', \
  data index 1 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  data index 2 using 1:2 notitle with lines linewidth 2.2 dashtype 3 linecolor rgb '#56B4E9', \
  data index 3 using 1:2 notitle with points pointtype 4 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  data index 4 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  data index 5 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 6 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  data index 7 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 8 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  data index 9 using 1:2 notitle with points pointtype 12 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  data index 10 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#CC79A7', \
  data index 11 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7'
unset label 2000
unset label 2001
unset label 2002
unset label 2003
unset label 2004
unset label 2005
set tics
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set style fill transparent solid 0.14 noborder
unset key
set xlabel 'student step'
set lmargin at screen 0.1225
set rmargin at screen 0.975
set tmargin at screen 0.7722772277227723
set bmargin at screen 0.14191419141914197
set title 'questions alone' offset 0,-0.4
set ylabel 'greedy accuracy on hard-train (%)'
set format y '%g'
set xtics 10
set xrange [-0.6:40.6]
set yrange [0.0:15.828186999345357]
plot data index 12 using 1:3:4 notitle with filledcurves fillcolor rgb '#CC79A7', \
  data index 13 using 1:3:4 notitle with filledcurves fillcolor rgb '#009E73', \
  data index 14 using 1:3:4 notitle with filledcurves fillcolor rgb '#D55E00', \
  data index 15 using 1:3:4 notitle with filledcurves fillcolor rgb '#0072B2', \
  data index 16 using 1:3:4 notitle with filledcurves fillcolor rgb '#56B4E9', \
  data index 17 using 1:3:4 notitle with filledcurves fillcolor rgb '#000000', \
  data index 12 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  data index 13 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  data index 14 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 15 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  data index 16 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 3 linecolor rgb '#56B4E9', \
  data index 17 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000'
unset multiplot

set output
