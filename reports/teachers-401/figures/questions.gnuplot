# gnuplot questions.gnuplot                      draws questions.svg
# gnuplot -e "format='png'" questions.gnuplot    draws questions.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'questions.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1200,700 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1200,700 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 12.0in,7.0in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'questions.' . (format eq 'ascii' ? 'txt' : format)

set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set multiplot
unset key
set lmargin at screen 0.055
set rmargin at screen 0.315
set tmargin at screen 0.94
set bmargin at screen 0.595
unset xlabel
set title 'well-posed (%)' offset 0,-0.5
set xtics autofreq
set xrange [-0.3:15.3]
set yrange [0:100]
set ytics 25
plot data index 0 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 1 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 2 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 3 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 4 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 5 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 6 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 7 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 8 using 1:2 with linespoints pointtype 7 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set lmargin at screen 0.38
set rmargin at screen 0.64
set tmargin at screen 0.94
set bmargin at screen 0.595
unset xlabel
set title 'correct (%)' offset 0,-0.5
set xtics autofreq
set xrange [-0.3:15.3]
set yrange [0:100]
set ytics 25
plot data index 9 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 10 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 11 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 12 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 13 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 14 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 15 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 16 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 17 using 1:2 with linespoints pointtype 7 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set lmargin at screen 0.7050000000000001
set rmargin at screen 0.9650000000000001
set tmargin at screen 0.94
set bmargin at screen 0.595
set xlabel 'outer step t'
set title 'target operations (%)' offset 0,-0.5
set xtics autofreq
set xrange [-0.3:15.3]
set yrange [0:100]
set ytics 25
plot data index 18 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 19 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 20 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 21 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 22 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 23 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 24 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 25 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 26 using 1:2 with linespoints pointtype 7 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set lmargin at screen 0.055
set rmargin at screen 0.315
set tmargin at screen 0.47
set bmargin at screen 0.125
set xlabel 'outer step t'
set title 'operations needed' offset 0,-0.5
set xtics autofreq
set xrange [-0.3:15.3]
set yrange [0.0:2.194647887323944]
set ytics 1.0
plot data index 27 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 28 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 29 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 30 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 31 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 32 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 33 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 34 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 35 using 1:2 with linespoints pointtype 7 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set lmargin at screen 0.38
set rmargin at screen 0.64
set tmargin at screen 0.47
set bmargin at screen 0.125
set xlabel 'outer step t'
set title 'distinct structures (%)' offset 0,-0.5
set xtics autofreq
set xrange [-0.3:15.3]
set yrange [0:100]
set ytics 25
plot data index 36 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 37 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 38 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 39 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 40 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 41 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 42 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 43 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 44 using 1:2 with linespoints pointtype 7 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
unset multiplot

set output
