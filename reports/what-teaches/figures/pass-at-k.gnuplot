# gnuplot pass-at-k.gnuplot                      draws pass-at-k.svg
# gnuplot -e "format='png'" pass-at-k.gnuplot    draws pass-at-k.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'pass-at-k.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1000,1708 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1000,1708 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.0in,17.08in \
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
set tmargin at screen 0.9976580796252927
set bmargin at screen 0.9754098360655737
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1000]
set yrange [38.0:0]
set label 2000 'pass@32' at 413.8,19.0 left font ',15'
set label 2001 'pass@1' at 568.0,19.0 left font ',15'
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
set lmargin at screen 0.358
set rmargin at screen 0.97
set tmargin at screen 0.9695550351288056
set bmargin at screen 0.05386416861826693
set xlabel 'solved on hard-test (%)'
set xrange [0.0:99.22500000000001]
set yrange [42.6:-0.6]
set ytics ('Base' 0, 'Hard-Only' 1, 'Hard-Only, group 128' 2, 'PS' 3, 'PQ' 4, 'PQ + hard' 5, 'PQ, then hard' 6, 'Base-T' 7, 'Base-T + hard' 8, 'Base-T, then hard' 9, 'Grounded-T' 10, 'Grounded-T + hard' 11, 'Grounded-T, then hard' 12, 'No-promotion-T' 13, 'No-promotion-T + hard' 14, 'No-promotion-T, then hard' 15, 'Learnability-T' 16, 'Learnability-T + hard' 17, 'Learnability-T, then hard' 18, 'Uncertainty-T' 19, 'Uncertainty-T + hard' 20, 'Uncertainty-T, then hard' 21, 'Random-T' 22, 'Random-T + hard' 23, 'Random-T, then hard' 24, 'Long learnability' 25, 'Long learnability + hard' 26, 'Long learnability, then hard' 27, 'Long uncertainty' 28, 'Long uncertainty + hard' 29, 'Long uncertainty, then hard' 30, 'Long random' 31, 'Long random + hard' 32, 'Long random, then hard' 33, 'Base-T, 32 questions' 34, 'Base-T, 64 questions' 35, 'Base-T in two turns' 36, 'SeRL-style' 37, 'Teacher as solver' 38, 'Curated-128' 39, 'Curated-128 + hard' 40, 'Curated-128, then hard' 41, 'Curated-full' 42)
set arrow 1 from 0,graph 0 to 0,graph 1 nohead linecolor rgb '#555555'
plot data index 4 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 5 using 1:2:3:4 notitle with xerrorbars pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
unset multiplot

set output
