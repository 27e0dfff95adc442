# gnuplot partial-effects.gnuplot                      draws partial-effects.svg
# gnuplot -e "format='png'" partial-effects.gnuplot    draws partial-effects.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'partial-effects.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1000,470 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1000,470 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.0in,4.7in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'partial-effects.' . (format eq 'ascii' ? 'txt' : format)

set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set multiplot
unset key
set lmargin at screen 0.128
set rmargin at screen 0.501
set tmargin at screen 0.9
set bmargin at screen 0.17000000000000004
set title 'well-posed' offset 0,-0.5
set xlabel 'feature, given the others'
set ylabel 'reward, given the others'
set xrange [-0.2881818096528211:0.31784753383828995]
set xtics 0.2
set yrange [-0.23524843303842835:0.28534036440657773]
set ytics 0.1
plot data index 0 using 1:2 notitle with points pointtype 6 pointsize pointScale*0.8 linecolor rgb '#0072B2', \
  data index 1 using 1:2 notitle with lines linewidth 2.6 dashtype 1 linecolor rgb '#D55E00'
set lmargin at screen 0.599
set rmargin at screen 0.972
set tmargin at screen 0.9
set bmargin at screen 0.17000000000000004
set title 'correct' offset 0,-0.5
set xlabel 'feature, given the others'
unset ylabel
set xrange [-0.3577959756560325:0.36941346341562603]
set xtics 0.2
set yrange [-0.24271987079628046:0.2808455327078761]
set ytics 0.1
plot data index 2 using 1:2 notitle with points pointtype 6 pointsize pointScale*0.8 linecolor rgb '#0072B2', \
  data index 3 using 1:2 notitle with lines linewidth 2.6 dashtype 1 linecolor rgb '#D55E00'
unset multiplot

set output
