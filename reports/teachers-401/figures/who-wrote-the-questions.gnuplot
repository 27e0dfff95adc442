# gnuplot who-wrote-the-questions.gnuplot                      draws who-wrote-the-questions.svg
# gnuplot -e "format='png'" who-wrote-the-questions.gnuplot    draws who-wrote-the-questions.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'who-wrote-the-questions.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1200,546 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1200,546 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 12.0in,5.46in \
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
set rmargin at screen 0.42155555555555557
set tmargin at screen 0.9194139194139194
set bmargin at screen 0.16849816849816845
set title 'questions alone' offset 0,-0.4
set xlabel 'pass@32 (%)'
set xrange [0.0:105.34740349911856]
set xtics 20.0
set yrange [9.6:-0.6]
set ytics ('Base-T' 0, 'Grounded-T' 1, 'No-promotion-T' 2, 'Permuted-T' 3, 'Random-T' 4, 'PQ' 5, 'Learnability-T' 6, 'Uncertainty-T' 7, 'Curated-128' 8, 'SeRL-style' 9)
set arrow 1 from 50.09765625, graph 0 to 50.09765625, graph 1 nohead back linewidth 1.6 dashtype 2 linecolor rgb '#000000'
plot data index 0 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77000000', \
  data index 1 using 1:2:3:4 notitle with xerrorbars pointtype 4 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#000000', \
  data index 2 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 3 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#0072B2', \
  data index 4 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77D55E00', \
  data index 5 using 1:2:3:4 notitle with xerrorbars pointtype 9 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#D55E00', \
  data index 6 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77777777', \
  data index 7 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#777777', \
  data index 8 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77009E73', \
  data index 9 using 1:2:3:4 notitle with xerrorbars pointtype 11 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#009E73', \
  data index 10 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 11 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#0072B2', \
  data index 12 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77CC79A7', \
  data index 13 using 1:2:3:4 notitle with xerrorbars pointtype 13 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#CC79A7', \
  data index 14 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77E69F00', \
  data index 15 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#E69F00', \
  data index 16 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#7756B4E9', \
  data index 17 using 1:2:3:4 notitle with xerrorbars pointtype 8 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#56B4E9', \
  data index 18 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#7756B4E9', \
  data index 19 using 1:2:3:4 notitle with xerrorbars pointtype 5 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#56B4E9'
set lmargin at screen 0.44655555555555554
set rmargin at screen 0.7007777777777778
set tmargin at screen 0.9194139194139194
set bmargin at screen 0.16849816849816845
set title 'mixed with hard-train' offset 0,-0.4
set xlabel 'pass@32 (%)'
set xrange [0.0:105.34740349911856]
set xtics 20.0
set yrange [9.6:-0.6]
set ytics ('' 0, '' 1, '' 2, '' 3, '' 4, '' 5, '' 6, '' 7, '' 8, '' 9)
set arrow 1 from 50.09765625, graph 0 to 50.09765625, graph 1 nohead back linewidth 1.6 dashtype 2 linecolor rgb '#000000'
plot data index 20 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77000000', \
  data index 21 using 1:2:3:4 notitle with xerrorbars pointtype 4 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#000000', \
  data index 22 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 23 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#0072B2', \
  data index 24 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77D55E00', \
  data index 25 using 1:2:3:4 notitle with xerrorbars pointtype 9 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#D55E00', \
  data index 26 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77777777', \
  data index 27 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#777777', \
  data index 28 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77009E73', \
  data index 29 using 1:2:3:4 notitle with xerrorbars pointtype 11 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#009E73', \
  data index 30 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 31 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#0072B2', \
  data index 32 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77CC79A7', \
  data index 33 using 1:2:3:4 notitle with xerrorbars pointtype 13 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#CC79A7', \
  data index 34 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77E69F00', \
  data index 35 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#E69F00', \
  data index 36 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#7756B4E9', \
  data index 37 using 1:2:3:4 notitle with xerrorbars pointtype 8 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#56B4E9'
set lmargin at screen 0.7257777777777777
set rmargin at screen 0.98
set tmargin at screen 0.9194139194139194
set bmargin at screen 0.16849816849816845
set title 'then hard-train' offset 0,-0.4
set xlabel 'pass@32 (%)'
set xrange [0.0:105.34740349911856]
set xtics 20.0
set yrange [9.6:-0.6]
set ytics ('' 0, '' 1, '' 2, '' 3, '' 4, '' 5, '' 6, '' 7, '' 8, '' 9)
set arrow 1 from 50.09765625, graph 0 to 50.09765625, graph 1 nohead back linewidth 1.6 dashtype 2 linecolor rgb '#000000'
plot data index 38 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77000000', \
  data index 39 using 1:2:3:4 notitle with xerrorbars pointtype 4 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#000000', \
  data index 40 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 41 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#0072B2', \
  data index 42 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77D55E00', \
  data index 43 using 1:2:3:4 notitle with xerrorbars pointtype 9 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#D55E00', \
  data index 44 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77777777', \
  data index 45 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#777777', \
  data index 46 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77009E73', \
  data index 47 using 1:2:3:4 notitle with xerrorbars pointtype 11 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#009E73', \
  data index 48 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 49 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#0072B2', \
  data index 50 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77CC79A7', \
  data index 51 using 1:2:3:4 notitle with xerrorbars pointtype 13 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#CC79A7', \
  data index 52 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77E69F00', \
  data index 53 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#E69F00', \
  data index 54 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#7756B4E9', \
  data index 55 using 1:2:3:4 notitle with xerrorbars pointtype 8 pointsize pointScale*1.4 linewidth 2 linecolor rgb '#56B4E9'
unset multiplot

set output
