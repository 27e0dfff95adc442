# gnuplot learning-curves.gnuplot                      draws learning-curves.svg
# gnuplot -e "format='png'" learning-curves.gnuplot    draws learning-curves.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'learning-curves.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1100,554 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1100,554 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 11.0in,5.54in \
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
set tmargin at screen 0.9927797833935018
set bmargin at screen 0.924187725631769
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1100]
set yrange [38.0:0]
set label 2000 'Base-T' at 161.2,19.0 left font ',15'
set label 2001 'No-promotion-T' at 389.6,19.0 left font ',15'
set label 2002 'Grounded-T' at 618.0,19.0 left font ',15'
set label 2003 'PQ' at 846.4000000000001,19.0 left font ',15'
plot data index 0 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#000000', \
  data index 1 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  data index 2 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  data index 3 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 4 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  data index 5 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 6 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#0072B2', \
  data index 7 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2'
unset label 2000
unset label 2001
unset label 2002
unset label 2003
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
set arrow 1 from 16, graph 0 to 16, graph 1 nohead back linewidth 1.4 dashtype 3 linecolor rgb '#555555'
set lmargin at screen 0.0890909090909091
set rmargin at screen 0.52
set tmargin at screen 0.8447653429602888
set bmargin at screen 0.15523465703971118
set title 'questions alone' offset 0,-0.4
set ylabel 'pass@32 on hard-test (%)'
set format y '%g'
set xtics 10
set xrange [-0.72:48.72]
set yrange [0.0:66.63600051614623]
plot data index 8 using 1:3:4 notitle with filledcurves fillcolor rgb '#0072B2', \
  data index 9 using 1:3:4 notitle with filledcurves fillcolor rgb '#0072B2', \
  data index 10 using 1:3:4 notitle with filledcurves fillcolor rgb '#D55E00', \
  data index 11 using 1:3:4 notitle with filledcurves fillcolor rgb '#000000', \
  data index 8 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#0072B2', \
  data index 9 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  data index 10 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 11 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000'
set lmargin at screen 0.5509090909090909
set rmargin at screen 0.9818181818181818
set tmargin at screen 0.8447653429602888
set bmargin at screen 0.15523465703971118
set title 'mixed with hard-train' offset 0,-0.4
unset ylabel
set format y ''
set xtics 10
set xrange [-0.72:48.72]
set yrange [0.0:66.63600051614623]
plot data index 12 using 1:3:4 notitle with filledcurves fillcolor rgb '#0072B2', \
  data index 13 using 1:3:4 notitle with filledcurves fillcolor rgb '#D55E00', \
  data index 14 using 1:3:4 notitle with filledcurves fillcolor rgb '#000000', \
  data index 12 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#0072B2', \
  data index 13 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 14 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000'
unset multiplot

set output
