# gnuplot learning-curves.gnuplot                      draws learning-curves.svg
# gnuplot -e "format='png'" learning-curves.gnuplot    draws learning-curves.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'learning-curves.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1300,580 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1300,580 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 13.0in,5.8in \
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
set tmargin at screen 0.993103448275862
set bmargin at screen 0.8827586206896552
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1300]
set yrange [64.0:0]
set label 2000 'Base-T' at 147.0,19.0 left font ',15'
set label 2001 'Grounded-T' at 147.0,45.0 left font ',15'
set label 2002 'No-promotion-T' at 375.4,19.0 left font ',15'
set label 2003 'Permuted-T' at 375.4,45.0 left font ',15'
set label 2004 'Random-T' at 603.8,19.0 left font ',15'
set label 2005 'PQ' at 603.8,45.0 left font ',15'
plot data index 0 using 1:2 notitle with lines linewidth 2.2 dashtype 5 linecolor rgb '#000000', \
  data index 1 using 1:2 notitle with points pointtype 4 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  data index 2 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  data index 3 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 4 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  data index 5 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 6 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#777777', \
  data index 7 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#777777', \
  data index 8 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  data index 9 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  data index 10 using 1:2 notitle with lines linewidth 2.2 dashtype 3 linecolor rgb '#0072B2', \
  data index 11 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2'
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
set arrow 1 from 16, graph 0 to 16, graph 1 nohead back linewidth 1.4 dashtype 3 linecolor rgb '#555555'
set arrow 2 from 32, graph 0 to 32, graph 1 nohead back linewidth 1.4 dashtype 3 linecolor rgb '#555555'
set lmargin at screen 0.07538461538461538
set rmargin at screen 0.361025641025641
set tmargin at screen 0.806896551724138
set bmargin at screen 0.14827586206896548
set title 'questions alone' offset 0,-0.4
set ylabel 'pass@32 on hard-test (%)'
set format y '%g'
set xtics 10
set xrange [-0.72:48.72]
set yrange [0.0:92.69695791461879]
plot data index 12 using 1:3:4 notitle with filledcurves fillcolor rgb '#0072B2', \
  data index 13 using 1:3:4 notitle with filledcurves fillcolor rgb '#009E73', \
  data index 14 using 1:3:4 notitle with filledcurves fillcolor rgb '#777777', \
  data index 15 using 1:3:4 notitle with filledcurves fillcolor rgb '#D55E00', \
  data index 16 using 1:3:4 notitle with filledcurves fillcolor rgb '#0072B2', \
  data index 17 using 1:3:4 notitle with filledcurves fillcolor rgb '#000000', \
  data index 12 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 3 linecolor rgb '#0072B2', \
  data index 13 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  data index 14 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#777777', \
  data index 15 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 16 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  data index 17 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 5 linecolor rgb '#000000'
set lmargin at screen 0.3871794871794872
set rmargin at screen 0.6728205128205128
set tmargin at screen 0.806896551724138
set bmargin at screen 0.14827586206896548
set title 'mixed with hard-train' offset 0,-0.4
unset ylabel
set format y ''
set xtics 10
set xrange [-0.72:48.72]
set yrange [0.0:92.69695791461879]
plot data index 18 using 1:3:4 notitle with filledcurves fillcolor rgb '#0072B2', \
  data index 19 using 1:3:4 notitle with filledcurves fillcolor rgb '#009E73', \
  data index 20 using 1:3:4 notitle with filledcurves fillcolor rgb '#777777', \
  data index 21 using 1:3:4 notitle with filledcurves fillcolor rgb '#D55E00', \
  data index 22 using 1:3:4 notitle with filledcurves fillcolor rgb '#0072B2', \
  data index 23 using 1:3:4 notitle with filledcurves fillcolor rgb '#000000', \
  data index 18 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 3 linecolor rgb '#0072B2', \
  data index 19 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  data index 20 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#777777', \
  data index 21 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 22 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  data index 23 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 5 linecolor rgb '#000000'
set lmargin at screen 0.698974358974359
set rmargin at screen 0.9846153846153847
set tmargin at screen 0.806896551724138
set bmargin at screen 0.14827586206896548
set title 'then hard-train, from step 16' offset 0,-0.4
unset ylabel
set format y ''
set xtics 10
set xrange [-0.72:48.72]
set yrange [0.0:92.69695791461879]
plot data index 24 using 1:3:4 notitle with filledcurves fillcolor rgb '#0072B2', \
  data index 25 using 1:3:4 notitle with filledcurves fillcolor rgb '#009E73', \
  data index 26 using 1:3:4 notitle with filledcurves fillcolor rgb '#777777', \
  data index 27 using 1:3:4 notitle with filledcurves fillcolor rgb '#D55E00', \
  data index 28 using 1:3:4 notitle with filledcurves fillcolor rgb '#0072B2', \
  data index 29 using 1:3:4 notitle with filledcurves fillcolor rgb '#000000', \
  data index 24 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 3 linecolor rgb '#0072B2', \
  data index 25 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  data index 26 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#777777', \
  data index 27 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 28 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  data index 29 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 5 linecolor rgb '#000000'
unset multiplot

set output
