# gnuplot pass-at-k.gnuplot                      draws pass-at-k.svg
# gnuplot -e "format='png'" pass-at-k.gnuplot    draws pass-at-k.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'pass-at-k.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1042,620 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1042,620 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.42in,6.2in \
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
set logscale x 2
set xlabel 'k (samples per problem)'
set ylabel 'pass@k on hard-test (%)'
set key outside right top vertical Left reverse samplen 2.2 spacing 1.35
set xtics ('1' 1, '4' 4, '8' 8, '16' 16, '32' 32)
set xrange [0.84:38.4]
set yrange [0.0:85.296875]
plot data index 1 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77888888', \
  data index 0 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55888888', \
  data index 3 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 2 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 4 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55777777', \
  data index 6 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 5 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 8 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 7 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 10 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77000000', \
  data index 9 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  data index 12 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77000000', \
  data index 11 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  data index 14 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77D55E00', \
  data index 13 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  data index 16 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77D55E00', \
  data index 15 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  data index 18 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 17 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 0 using 1:2 title 'Base' with linespoints pointtype 4 pointsize pointScale*1.5 pointinterval 1 linewidth 2.4 dashtype 3 linecolor rgb '#888888', \
  data index 2 using 1:2 title 'PS' with linespoints pointtype 9 pointsize pointScale*1.5 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  data index 4 using 1:2 title 'Permuted-PS' with linespoints pointtype 6 pointsize pointScale*1.5 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#777777', \
  data index 5 using 1:2 title 'PQ' with linespoints pointtype 11 pointsize pointScale*1.5 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#0072B2', \
  data index 7 using 1:2 title 'PQ + hard' with linespoints pointtype 13 pointsize pointScale*1.5 pointinterval 1 linewidth 2.4 dashtype 5 linecolor rgb '#0072B2', \
  data index 9 using 1:2 title 'Base-T' with linespoints pointtype 5 pointsize pointScale*1.5 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  data index 11 using 1:2 title 'Base-T + hard' with linespoints pointtype 4 pointsize pointScale*1.5 pointinterval 1 linewidth 2.4 dashtype 5 linecolor rgb '#000000', \
  data index 13 using 1:2 title 'No-promotion-T' with linespoints pointtype 9 pointsize pointScale*1.5 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 15 using 1:2 title 'No-promotion-T + hard' with linespoints pointtype 11 pointsize pointScale*1.5 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  data index 17 using 1:2 title 'Grounded-T' with linespoints pointtype 7 pointsize pointScale*1.5 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2'

set output
