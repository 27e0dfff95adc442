# gnuplot questions.gnuplot                      draws questions.svg
# gnuplot -e "format='png'" questions.gnuplot    draws questions.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'questions.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1000,780 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1000,780 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.0in,7.8in \
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
set lmargin at screen 0.07
set rmargin at screen 0.425
set tmargin at screen 0.945
set bmargin at screen 0.6000000000000001
set title 'well-posed (%)' offset 0,-0.5
set xtics autofreq
set xrange [-0.3:19.3]
set yrange [0:100]
set ytics 25
plot data index 0 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 1 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 2 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 3 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 4 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 5 using 1:2 axes x1y1 with linespoints pointtype 7 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set ytics autofreq
set lmargin at screen 0.5800000000000001
set rmargin at screen 0.935
set tmargin at screen 0.945
set bmargin at screen 0.6000000000000001
set title 'correct (%)' offset 0,-0.5
set xtics autofreq
set xrange [-0.3:19.3]
set yrange [0:100]
set ytics 25
plot data index 6 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 7 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 8 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 9 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 10 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 11 using 1:2 axes x1y1 with linespoints pointtype 7 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set ytics autofreq
set xlabel 'outer step t'
set lmargin at screen 0.07
set rmargin at screen 0.425
set tmargin at screen 0.47
set bmargin at screen 0.125
set title 'operations needed, target share (%)' offset 0,-0.5
set xtics autofreq
set xrange [-0.3:19.3]
set yrange [0.0:1.7821978021978022]
set ytics textcolor rgb '#0072B2'
set border 11
set y2range [0:100]
set y2tics 25 textcolor rgb '#D55E00'
plot data index 12 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 13 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 14 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 15 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 16 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 17 using 1:2 axes x1y1 with linespoints pointtype 7 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2', \
  data index 18 using 1:2 axes x1y2 with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 19 using 1:2 axes x1y2 with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 20 using 1:2 axes x1y2 with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 21 using 1:2 axes x1y2 with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 22 using 1:2 axes x1y2 with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 23 using 1:2 axes x1y2 with linespoints pointtype 9 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 2 linecolor rgb '#D55E00'
unset y2tics
set border 3
set ytics textcolor default
set lmargin at screen 0.5800000000000001
set rmargin at screen 0.935
set tmargin at screen 0.47
set bmargin at screen 0.125
set title 'distinct structures (%)' offset 0,-0.5
set xtics autofreq
set xrange [-0.3:19.3]
set yrange [0:100]
set ytics 25
plot data index 24 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 25 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 26 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 27 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 28 using 1:2 axes x1y1 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 29 using 1:2 axes x1y1 with linespoints pointtype 7 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set ytics autofreq
unset multiplot

set output
