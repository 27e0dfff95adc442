# gnuplot teacher-reward.gnuplot                      draws teacher-reward.svg
# gnuplot -e "format='png'" teacher-reward.gnuplot    draws teacher-reward.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'teacher-reward.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1000,570 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1000,570 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.0in,5.7in \
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
set tmargin at screen 0.9929824561403509
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
set lmargin at screen 0.09
set rmargin at screen 0.98
set tmargin at screen 0.87
set bmargin at screen 0.12
set label 1000 'no data' at graph 0.5,0.5 center textcolor rgb '#777777'
unset tics
set xrange [0:1]
set yrange [0:1]
plot NaN notitle
unset label 1000
set tics
set tics nomirror out scale 0.6
unset multiplot

set output
