# gnuplot who-wrote-the-questions.gnuplot                      draws who-wrote-the-questions.svg
# gnuplot -e "format='png'" who-wrote-the-questions.gnuplot    draws who-wrote-the-questions.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'who-wrote-the-questions.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1200,306 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1200,306 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 12.0in,3.06in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'who-wrote-the-questions.' . (format eq 'ascii' ? 'txt' : format)

set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set multiplot
unset key
set lmargin at screen 0.1673333333333333
set rmargin at screen 0.5611666666666667
set tmargin at screen 0.8562091503267975
set bmargin at screen 0.30065359477124187
set title 'questions alone' offset 0,-0.4
set xlabel 'pass@32 (%)'
set xrange [0.0:93.28835652757829]
set xtics 20.0
set yrange [3.6:-0.6]
set ytics ('Base-T' 0, 'No-promotion-T' 1, 'Grounded-T' 2, 'PQ' 3)
plot data index 0 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77000000', \
  data index 1 using 1:2:3:4 notitle with xerrorbars pointtype 5 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#000000', \
  data index 2 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77D55E00', \
  data index 3 using 1:2:3:4 notitle with xerrorbars pointtype 9 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#D55E00', \
  data index 4 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 5 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#0072B2', \
  data index 6 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 7 using 1:2:3:4 notitle with xerrorbars pointtype 11 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#0072B2'
set lmargin at screen 0.5861666666666666
set rmargin at screen 0.98
set tmargin at screen 0.8562091503267975
set bmargin at screen 0.30065359477124187
set title 'mixed with hard-train' offset 0,-0.4
set xlabel 'pass@32 (%)'
set xrange [0.0:93.28835652757829]
set xtics 20.0
set yrange [3.6:-0.6]
set ytics ('' 0, '' 1, '' 2, '' 3)
plot data index 8 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77000000', \
  data index 9 using 1:2:3:4 notitle with xerrorbars pointtype 5 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#000000', \
  data index 10 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77D55E00', \
  data index 11 using 1:2:3:4 notitle with xerrorbars pointtype 9 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#D55E00', \
  data index 12 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 13 using 1:2:3:4 notitle with xerrorbars pointtype 11 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#0072B2'
unset multiplot

set output
