# gnuplot pass-at-k-by-cost.gnuplot                      draws pass-at-k-by-cost.svg
# gnuplot -e "format='png'" pass-at-k-by-cost.gnuplot    draws pass-at-k-by-cost.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'pass-at-k-by-cost.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1000,636 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1000,636 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.0in,6.36in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'pass-at-k-by-cost.' . (format eq 'ascii' ? 'txt' : format)

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
set tmargin at screen 0.9937106918238994
set bmargin at screen 0.8113207547169812
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1000]
set yrange [116.0:0]
set label 2000 'Hard-Only' at 223.0,19.0 left font ',15'
set label 2001 'PS' at 223.0,45.0 left font ',15'
set label 2002 'PQ, then hard' at 223.0,71.0 left font ',15'
set label 2003 'Grounded-T, then hard' at 223.0,97.0 left font ',15'
set label 2004 'No-promotion-T, then hard' at 568.0,19.0 left font ',15'
set label 2005 'Curated-128' at 568.0,45.0 left font ',15'
set label 2006 'Curated-128 + hard' at 568.0,71.0 left font ',15'
set label 2007 'Curated-128, then hard' at 568.0,97.0 left font ',15'
plot data index 0 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#000000', \
  data index 1 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  data index 2 using 1:2 notitle with lines linewidth 2.2 dashtype 5 linecolor rgb '#0072B2', \
  data index 3 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 4 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#0072B2', \
  data index 5 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 6 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#0072B2', \
  data index 7 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 8 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#D55E00', \
  data index 9 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 10 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#56B4E9', \
  data index 11 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  data index 12 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#56B4E9', \
  data index 13 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  data index 14 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#56B4E9', \
  data index 15 using 1:2 notitle with points pointtype 12 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9'
unset label 2000
unset label 2001
unset label 2002
unset label 2003
unset label 2004
unset label 2005
unset label 2006
unset label 2007
set tics
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
unset key
set lmargin at screen 0.11
set rmargin at screen 0.97
set tmargin at screen 0.7924528301886793
set bmargin at screen 0.1383647798742138
set xlabel 'FLOPs, logarithmic' offset 0,0.3
set ylabel 'pass@32 on hard-test (%)' offset 0,0
set logscale x
set format x '%.0s%c'
set xrange [7462689634.871794:5773535142211.2]
set yrange [0.0:105.34740349911856]
plot data index 16 using 1:2 with steps linewidth 1.6 linecolor rgb '#555555', \
  data index 17 using 1:2 with points pointtype 7 pointsize pointScale*0.7 linecolor rgb '#aaaaaa', \
  data index 18 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 19 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 20 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 21 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 22 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 23 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#9956B4E9', \
  data index 24 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#9956B4E9', \
  data index 25 using 1:2 with lines linewidth 1 dashtype 1 linecolor rgb '#9956B4E9', \
  data index 26 using 1:2:3:4 with yerrorbars pointtype 0 linewidth 1.6 linecolor rgb '#000000', \
  data index 26 using 1:2 with points pointtype 5 pointsize pointScale*1.5 linewidth 2 linecolor rgb '#000000', \
  data index 27 using 1:2:3:4 with yerrorbars pointtype 0 linewidth 1.6 linecolor rgb '#0072B2', \
  data index 27 using 1:2 with points pointtype 13 pointsize pointScale*1.5 linewidth 2 linecolor rgb '#0072B2', \
  data index 28 using 1:2:3:4 with yerrorbars pointtype 0 linewidth 1.6 linecolor rgb '#0072B2', \
  data index 28 using 1:2 with points pointtype 10 pointsize pointScale*1.5 linewidth 2 linecolor rgb '#0072B2', \
  data index 29 using 1:2:3:4 with yerrorbars pointtype 0 linewidth 1.6 linecolor rgb '#0072B2', \
  data index 29 using 1:2 with points pointtype 11 pointsize pointScale*1.5 linewidth 2 linecolor rgb '#0072B2', \
  data index 30 using 1:2:3:4 with yerrorbars pointtype 0 linewidth 1.6 linecolor rgb '#D55E00', \
  data index 30 using 1:2 with points pointtype 13 pointsize pointScale*1.5 linewidth 2 linecolor rgb '#D55E00', \
  data index 31 using 1:2:3:4 with yerrorbars pointtype 0 linewidth 1.6 linecolor rgb '#56B4E9', \
  data index 31 using 1:2 with points pointtype 8 pointsize pointScale*1.5 linewidth 2 linecolor rgb '#56B4E9', \
  data index 32 using 1:2:3:4 with yerrorbars pointtype 0 linewidth 1.6 linecolor rgb '#56B4E9', \
  data index 32 using 1:2 with points pointtype 10 pointsize pointScale*1.5 linewidth 2 linecolor rgb '#56B4E9', \
  data index 33 using 1:2:3:4 with yerrorbars pointtype 0 linewidth 1.6 linecolor rgb '#56B4E9', \
  data index 33 using 1:2 with points pointtype 12 pointsize pointScale*1.5 linewidth 2 linecolor rgb '#56B4E9'
unset multiplot

set output
