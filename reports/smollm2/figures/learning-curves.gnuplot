# gnuplot learning-curves.gnuplot                      draws learning-curves.svg
# gnuplot -e "format='png'" learning-curves.gnuplot    draws learning-curves.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'learning-curves.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1100,580 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1100,580 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 11.0in,5.8in \
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
set xrange [0:1100]
set yrange [64.0:0]
set label 2000 'Base-T' at 180.0,19.0 left font ',15'
set label 2001 'Base-T, oracle' at 180.0,45.0 left font ',15'
set label 2002 'Base-T, choosing' at 472.0,19.0 left font ',15'
set label 2003 'Grounded-T' at 472.0,45.0 left font ',15'
set label 2004 'Grounded-T, oracle' at 764.0,19.0 left font ',15'
set label 2005 'Grounded-T, choosing' at 764.0,45.0 left font ',15'
plot data index 0 using 1:2 notitle with lines linewidth 2.2 dashtype 5 linecolor rgb '#000000', \
  data index 1 using 1:2 notitle with points pointtype 4 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  data index 2 using 1:2 notitle with lines linewidth 2.2 dashtype 3 linecolor rgb '#000000', \
  data index 3 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  data index 4 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#000000', \
  data index 5 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  data index 6 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  data index 7 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 8 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  data index 9 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 10 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  data index 11 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73'
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
set lmargin at screen 0.0890909090909091
set rmargin at screen 0.52
set tmargin at screen 0.806896551724138
set bmargin at screen 0.14827586206896548
set title 'questions alone' offset 0,-0.4
set ylabel 'pass@32 on hard-test (%)'
set format y '%g'
set xtics 5
set xrange [-0.3:20.3]
set yrange [0.0:34.978178766270474]
plot data index 12 using 1:3:4 notitle with filledcurves fillcolor rgb '#009E73', \
  data index 13 using 1:3:4 notitle with filledcurves fillcolor rgb '#D55E00', \
  data index 14 using 1:3:4 notitle with filledcurves fillcolor rgb '#0072B2', \
  data index 15 using 1:3:4 notitle with filledcurves fillcolor rgb '#000000', \
  data index 16 using 1:3:4 notitle with filledcurves fillcolor rgb '#000000', \
  data index 17 using 1:3:4 notitle with filledcurves fillcolor rgb '#000000', \
  data index 12 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  data index 13 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 14 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  data index 15 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#000000', \
  data index 16 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 3 linecolor rgb '#000000', \
  data index 17 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 5 linecolor rgb '#000000'
set lmargin at screen 0.5509090909090909
set rmargin at screen 0.9818181818181818
set tmargin at screen 0.806896551724138
set bmargin at screen 0.14827586206896548
set title 'then hard-train, from step 10' offset 0,-0.4
unset ylabel
set format y ''
set xtics 5
set xrange [-0.3:20.3]
set yrange [0.0:34.978178766270474]
plot data index 18 using 1:3:4 notitle with filledcurves fillcolor rgb '#009E73', \
  data index 19 using 1:3:4 notitle with filledcurves fillcolor rgb '#D55E00', \
  data index 20 using 1:3:4 notitle with filledcurves fillcolor rgb '#0072B2', \
  data index 21 using 1:3:4 notitle with filledcurves fillcolor rgb '#000000', \
  data index 18 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  data index 19 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 20 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  data index 21 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.2 pointinterval 1 linewidth 2.4 dashtype 5 linecolor rgb '#000000'
unset multiplot

set output
