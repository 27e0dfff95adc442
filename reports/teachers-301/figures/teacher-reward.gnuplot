# gnuplot teacher-reward.gnuplot                      draws teacher-reward.svg
# gnuplot -e "format='png'" teacher-reward.gnuplot    draws teacher-reward.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'teacher-reward.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1200,480 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1200,480 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 12.0in,4.8in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'teacher-reward.' . (format eq 'ascii' ? 'txt' : format)

set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set multiplot
set lmargin at screen 0.0
set rmargin at screen 1.0
set tmargin at screen 0.9916666666666667
set bmargin at screen 0.9125
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1200]
set yrange [38.0:0]
set label 2000 'SOAR' at 147.60000000000002,19.0 left font ',15'
set label 2001 'no-promotion' at 407.8,19.0 left font ',15'
set label 2002 'control: permuted' at 668.0,19.0 left font ',15'
set label 2003 'promotion' at 928.1999999999999,19.0 left font ',15'
plot data index 0 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  data index 1 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 2 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  data index 3 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 4 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#777777', \
  data index 5 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#777777', \
  data index 7 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#222222'
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
unset key
set label 1 'R_t (percentage points of hard-train)' at screen 0.016666666666666666,0.5 center rotate by 90
set lmargin at screen 0.08666666666666667
set rmargin at screen 0.5225
set tmargin at screen 0.8291666666666666
set bmargin at screen 0.17083333333333328
set xtics autofreq
set xrange [-0.3:15.3]
set yrange [0.0:15.3203125]
set ytics autofreq
set format x '%g'
set format y '%g'
set xlabel 'outer step t'
set title 'SOAR' offset 0,-0.6
plot 0 notitle with lines linewidth 1.4 linecolor rgb '#333333', \
  data index 8 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99777777', \
  data index 9 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99777777', \
  data index 10 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99777777', \
  data index 11 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99777777', \
  data index 12 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99777777', \
  data index 13 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99777777', \
  data index 14 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99777777', \
  data index 15 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99777777', \
  data index 17 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 18 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 19 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 20 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 21 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 22 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 23 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 24 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 16 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.0 pointinterval 1 linewidth 3.0 dashtype 4 linecolor rgb '#777777', \
  data index 25 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.0 pointinterval 1 linewidth 3.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 26 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.8 linewidth 2 linecolor rgb '#222222'
unset label 1
set lmargin at screen 0.5475
set rmargin at screen 0.9833333333333333
set tmargin at screen 0.8291666666666666
set bmargin at screen 0.17083333333333328
set xtics autofreq
set xrange [-0.3:15.3]
set yrange [0.0:15.3203125]
set ytics autofreq
set format x '%g'
set format y ''
set xlabel 'outer step t'
set title 'no-promotion' offset 0,-0.6
plot 0 notitle with lines linewidth 1.4 linecolor rgb '#333333', \
  data index 27 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99777777', \
  data index 28 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99777777', \
  data index 29 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99777777', \
  data index 30 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99777777', \
  data index 31 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99777777', \
  data index 32 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99777777', \
  data index 33 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99777777', \
  data index 34 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99777777', \
  data index 36 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 37 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 38 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 39 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 40 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 41 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 42 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 43 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 35 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.0 pointinterval 1 linewidth 3.0 dashtype 4 linecolor rgb '#777777', \
  data index 44 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.0 pointinterval 1 linewidth 3.0 dashtype 1 linecolor rgb '#D55E00'
unset label 1
unset multiplot

set output
