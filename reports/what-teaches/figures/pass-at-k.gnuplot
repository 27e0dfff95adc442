# gnuplot pass-at-k.gnuplot                      draws pass-at-k.svg
# gnuplot -e "format='png'" pass-at-k.gnuplot    draws pass-at-k.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'pass-at-k.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1000,1348 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1000,1348 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.0in,13.48in \
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
set tmargin at screen 0.9970326409495549
set bmargin at screen 0.9688427299703264
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1000]
set yrange [38.0:0]
set label 2000 'pass@32' at 416.6,19.0 left font ',15'
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
set tmargin at screen 0.9614243323442137
set bmargin at screen 0.06824925816023741
set xlabel 'solved on hard-test (%)'
set xrange [0.0:62.96484375000001]
set yrange [32.6:-0.6]
set ytics ('well-posed, correct, 1-2' 0, 'well-posed, shared, 1-2' 1, 'well-posed, idiosyncratic, …' 2, 'well-posed, random, 1-2' 3, 'ill-posed, correct, 1-2' 4, 'ill-posed, shared, 1-2' 5, 'ill-posed, idiosyncratic, 1…' 6, 'ill-posed, random, 1-2' 7, 'half correct, half ill-pose…' 8, 'well-posed, correct, 3' 9, 'well-posed, shared, 3' 10, 'well-posed, idiosyncratic, 3' 11, 'well-posed, random, 3' 12, 'ill-posed, correct, 3' 13, 'ill-posed, shared, 3' 14, 'ill-posed, idiosyncratic, 3' 15, 'ill-posed, random, 3' 16, 'half correct, half ill-pose…' 17, 'well-posed, correct, 4-5' 18, 'well-posed, shared, 4-5' 19, 'well-posed, idiosyncratic, …' 20, 'well-posed, random, 4-5' 21, 'ill-posed, correct, 4-5' 22, 'ill-posed, shared, 4-5' 23, 'ill-posed, idiosyncratic, 4…' 24, 'ill-posed, random, 4-5' 25, 'half correct, half ill-pose…' 26, 'Base-T' 27, 'Base-T, well-posed' 28, 'Base-T, correct' 29, 'Base-T, wrong' 30, 'Base-T, ill-posed' 31, 'Base-T, well-posed, correct…' 32)
set arrow 1 from 0,graph 0 to 0,graph 1 nohead linecolor rgb '#555555'
plot data index 4 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 5 using 1:2:3:4 notitle with xerrorbars pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
unset multiplot

set output
