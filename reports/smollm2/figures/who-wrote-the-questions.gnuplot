# gnuplot who-wrote-the-questions.gnuplot                      draws who-wrote-the-questions.svg
# gnuplot -e "format='png'" who-wrote-the-questions.gnuplot    draws who-wrote-the-questions.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'who-wrote-the-questions.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1200,586 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1200,586 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 12.0in,5.86in \
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
set lmargin at screen 0.3198333333333333
set rmargin at screen 0.6374166666666666
set tmargin at screen 0.9249146757679181
set bmargin at screen 0.15699658703071673
set title 'questions alone' offset 0,-0.4
set xlabel 'pass@32 (%)'
set xrange [0.0:73.32517713873776]
set xtics 20.0
set yrange [10.6:-0.6]
set ytics ('Base-T' 0, 'Base-T, oracle' 1, 'Base-T, choosing' 2, 'Grounded-T' 3, 'Grounded-T, oracle' 4, 'Grounded-T, choosing' 5, 'Permuted-T, oracle' 6, 'Curated' 7, 'Curated, majority answers' 8, 'Curated, shared wrong answers' 9, 'Curated, shuffled answers' 10)
set arrow 1 from 0.0, graph 0 to 0.0, graph 1 nohead back linewidth 1.6 dashtype 2 linecolor rgb '#000000'
plot data index 0 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77000000', \
  data index 1 using 1:2:3:4 notitle with xerrorbars pointtype 4 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#000000', \
  data index 2 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77000000', \
  data index 3 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#000000', \
  data index 4 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77000000', \
  data index 5 using 1:2:3:4 notitle with xerrorbars pointtype 9 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#000000', \
  data index 6 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 7 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#0072B2', \
  data index 8 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77D55E00', \
  data index 9 using 1:2:3:4 notitle with xerrorbars pointtype 9 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#D55E00', \
  data index 10 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77009E73', \
  data index 11 using 1:2:3:4 notitle with xerrorbars pointtype 11 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#009E73', \
  data index 12 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77777777', \
  data index 13 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#777777', \
  data index 14 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77CC79A7', \
  data index 15 using 1:2:3:4 notitle with xerrorbars pointtype 13 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#CC79A7', \
  data index 16 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77E69F00', \
  data index 17 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#E69F00', \
  data index 18 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#7756B4E9', \
  data index 19 using 1:2:3:4 notitle with xerrorbars pointtype 8 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#56B4E9', \
  data index 20 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77CC79A7', \
  data index 21 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#CC79A7'
set lmargin at screen 0.6624166666666667
set rmargin at screen 0.98
set tmargin at screen 0.9249146757679181
set bmargin at screen 0.15699658703071673
set title 'then hard-train' offset 0,-0.4
set xlabel 'pass@32 (%)'
set xrange [0.0:73.32517713873776]
set xtics 20.0
set yrange [10.6:-0.6]
set ytics ('' 0, '' 1, '' 2, '' 3, '' 4, '' 5, '' 6, '' 7, '' 8, '' 9, '' 10)
set arrow 1 from 0.0, graph 0 to 0.0, graph 1 nohead back linewidth 1.6 dashtype 2 linecolor rgb '#000000'
plot data index 22 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77000000', \
  data index 23 using 1:2:3:4 notitle with xerrorbars pointtype 4 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#000000', \
  data index 24 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 25 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#0072B2', \
  data index 26 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77D55E00', \
  data index 27 using 1:2:3:4 notitle with xerrorbars pointtype 9 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#D55E00', \
  data index 28 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77009E73', \
  data index 29 using 1:2:3:4 notitle with xerrorbars pointtype 11 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#009E73', \
  data index 30 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77CC79A7', \
  data index 31 using 1:2:3:4 notitle with xerrorbars pointtype 13 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#CC79A7'
unset multiplot

set output
