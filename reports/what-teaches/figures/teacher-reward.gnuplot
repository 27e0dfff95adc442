# gnuplot teacher-reward.gnuplot                      draws teacher-reward.svg
# gnuplot -e "format='png'" teacher-reward.gnuplot    draws teacher-reward.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'teacher-reward.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1000,830 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1000,830 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.0in,8.3in \
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
set lmargin at screen 0.01
set rmargin at screen 0.99
set tmargin at screen 0.9951807228915662
set bmargin at screen 0.5
set key inside center top horizontal Left reverse maxcols 2 samplen 2.2
set key width 1.5 height 0
unset border
unset tics
unset grid
set xrange [0:1]
set yrange [0:1]
plot NaN title 'R_t' with linespoints pointtype 7 pointsize pointScale*0.6 linewidth 1.2 linecolor rgb '#56B4E9', \
  NaN title 'moving average' with lines linewidth 3.0 dashtype 1 linecolor rgb '#0072B2', \
  NaN title 'threshold' with lines linewidth 2 dashtype 2 linecolor rgb '#000000', \
  NaN title 'promotion' with points pointtype 9 pointsize pointScale*2 linecolor rgb '#D55E00'
unset key
set tics
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set label 1 'change in accuracy (percentage points)' at screen 0.02,0.5 center rotate by 90
set style textbox opaque noborder fillcolor rgb 'white' margins 0.4,0.3
set lmargin at screen 0.1
set rmargin at screen 0.4925
set tmargin at screen 0.9156626506024097
set bmargin at screen 0.6602409638554216
set xtics autofreq
set xrange [-0.3:19.3]
set yrange [-9.1484375:15.7890625]
set format x ''
unset xlabel
set label 2 'seed 201' at graph 0.984,0.88 right front boxed textcolor rgb '#333333'
plot 0 notitle with lines linewidth 1 linecolor rgb '#888888', \
  1.0 notitle with lines linewidth 2 dashtype 2 linecolor rgb '#000000', \
  data index 0 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.6 linewidth 1.2 linecolor rgb '#56B4E9', \
  data index 0 using 1:3 notitle with lines linewidth 3.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 1 using 1:2 notitle with impulses linewidth 1.5 linecolor rgb '#D55E00', \
  data index 1 using 1:2 notitle with points pointtype 9 pointsize pointScale*2 linecolor rgb '#D55E00'
unset label 1
set lmargin at screen 0.5425
set rmargin at screen 0.9349999999999999
set tmargin at screen 0.9156626506024097
set bmargin at screen 0.6602409638554216
set xtics autofreq
set xrange [-0.3:19.3]
set yrange [-9.1484375:15.7890625]
set format x ''
unset xlabel
set label 2 'seed 202' at graph 0.984,0.88 right front boxed textcolor rgb '#333333'
plot 0 notitle with lines linewidth 1 linecolor rgb '#888888', \
  1.0 notitle with lines linewidth 2 dashtype 2 linecolor rgb '#000000', \
  data index 2 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.6 linewidth 1.2 linecolor rgb '#56B4E9', \
  data index 2 using 1:3 notitle with lines linewidth 3.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 3 using 1:2 notitle with impulses linewidth 1.5 linecolor rgb '#D55E00', \
  data index 3 using 1:2 notitle with points pointtype 9 pointsize pointScale*2 linecolor rgb '#D55E00'
unset label 1
set lmargin at screen 0.1
set rmargin at screen 0.4925
set tmargin at screen 0.6385542168674698
set bmargin at screen 0.3831325301204819
set xtics autofreq
set xrange [-0.3:19.3]
set yrange [-9.1484375:15.7890625]
set format x ''
unset xlabel
set label 2 'seed 203' at graph 0.984,0.88 right front boxed textcolor rgb '#333333'
plot 0 notitle with lines linewidth 1 linecolor rgb '#888888', \
  1.0 notitle with lines linewidth 2 dashtype 2 linecolor rgb '#000000', \
  data index 4 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.6 linewidth 1.2 linecolor rgb '#56B4E9', \
  data index 4 using 1:3 notitle with lines linewidth 3.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 5 using 1:2 notitle with impulses linewidth 1.5 linecolor rgb '#D55E00', \
  data index 5 using 1:2 notitle with points pointtype 9 pointsize pointScale*2 linecolor rgb '#D55E00'
unset label 1
set lmargin at screen 0.5425
set rmargin at screen 0.9349999999999999
set tmargin at screen 0.6385542168674698
set bmargin at screen 0.3831325301204819
set xtics autofreq
set xrange [-0.3:19.3]
set yrange [-9.1484375:15.7890625]
set format x '%g'
set xlabel 'outer step t'
set label 2 'seed 204' at graph 0.984,0.88 right front boxed textcolor rgb '#333333'
plot 0 notitle with lines linewidth 1 linecolor rgb '#888888', \
  1.0 notitle with lines linewidth 2 dashtype 2 linecolor rgb '#000000', \
  data index 6 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.6 linewidth 1.2 linecolor rgb '#56B4E9', \
  data index 6 using 1:3 notitle with lines linewidth 3.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 7 using 1:2 notitle with impulses linewidth 1.5 linecolor rgb '#D55E00', \
  data index 7 using 1:2 notitle with points pointtype 9 pointsize pointScale*2 linecolor rgb '#D55E00'
unset label 1
set lmargin at screen 0.1
set rmargin at screen 0.4925
set tmargin at screen 0.3614457831325302
set bmargin at screen 0.10602409638554222
set xtics autofreq
set xrange [-0.3:19.3]
set yrange [-9.1484375:15.7890625]
set format x '%g'
set xlabel 'outer step t'
set label 2 'seed 205' at graph 0.984,0.88 right front boxed textcolor rgb '#333333'
plot 0 notitle with lines linewidth 1 linecolor rgb '#888888', \
  1.0 notitle with lines linewidth 2 dashtype 2 linecolor rgb '#000000', \
  data index 8 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.6 linewidth 1.2 linecolor rgb '#56B4E9', \
  data index 8 using 1:3 notitle with lines linewidth 3.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 9 using 1:2 notitle with impulses linewidth 1.5 linecolor rgb '#D55E00', \
  data index 9 using 1:2 notitle with points pointtype 9 pointsize pointScale*2 linecolor rgb '#D55E00'
unset label 1
unset multiplot

set output
