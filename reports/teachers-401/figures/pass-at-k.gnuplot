# gnuplot pass-at-k.gnuplot                      draws pass-at-k.svg
# gnuplot -e "format='png'" pass-at-k.gnuplot    draws pass-at-k.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'pass-at-k.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1009,1312 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1009,1312 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.09in,13.12in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'pass-at-k.' . (format eq 'ascii' ? 'txt' : format)

set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set multiplot
unset key
set lmargin at screen 0.0
set rmargin at screen 1.0
set tmargin at screen 0.9969512195121951
set bmargin at screen 0.9679878048780488
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1009]
set yrange [38.0:0]
set label 2000 'pass@32' at 418.3,19.0 left font ',15'
set label 2001 'pass@1' at 572.5,19.0 left font ',15'
plot data index 0 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  data index 1 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 2 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  data index 3 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00'
unset label 2000
unset label 2001
set tics
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set lmargin at screen 0.3458870168483647
set rmargin at screen 0.97
set tmargin at screen 0.9603658536585366
set bmargin at screen 0.07012195121951215
set xlabel 'solved on hard-test (%)'
set xrange [0.0:108.0]
set yrange [31.6:-0.6]
set ytics ('Base' 0, 'Hard-Only' 1, 'PS' 2, 'PQ' 3, 'PQ + hard' 4, 'PQ, then hard' 5, 'Base-T' 6, 'Base-T + hard' 7, 'Base-T, then hard' 8, 'Grounded-T' 9, 'Grounded-T + hard' 10, 'Grounded-T, then hard' 11, 'No-promotion-T' 12, 'No-promotion-T + hard' 13, 'No-promotion-T, then hard' 14, 'Permuted-T' 15, 'Permuted-T + hard' 16, 'Permuted-T, then hard' 17, 'Random-T' 18, 'Random-T + hard' 19, 'Random-T, then hard' 20, 'Learnability-T' 21, 'Learnability-T + hard' 22, 'Learnability-T, then hard' 23, 'Uncertainty-T' 24, 'Uncertainty-T + hard' 25, 'Uncertainty-T, then hard' 26, 'Curated-128' 27, 'Curated-128 + hard' 28, 'Curated-128, then hard' 29, 'SeRL-style' 30, 'Teacher as solver' 31)
set arrow 1 from 0,graph 0 to 0,graph 1 nohead linecolor rgb '#555555'
plot data index 4 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 5 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 6 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77D55E00', \
  data index 7 using 1:2:3:4 notitle with xerrorbars pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
unset multiplot

set output
