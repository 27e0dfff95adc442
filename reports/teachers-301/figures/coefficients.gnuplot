# gnuplot coefficients.gnuplot                      draws coefficients.svg
# gnuplot -e "format='png'" coefficients.gnuplot    draws coefficients.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'coefficients.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1000,448 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1000,448 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.0in,4.48in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'coefficients.' . (format eq 'ascii' ? 'txt' : format)

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
set tmargin at screen 0.9910714285714286
set bmargin at screen 0.90625
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1000]
set yrange [38.0:0]
set label 2000 'within steps' at 153.60000000000002,19.0 left font ',15'
set label 2001 'all' at 360.8,19.0 left font ',15'
set label 2002 'within runs' at 568.0,19.0 left font ',15'
set label 2003 'less trends' at 775.1999999999999,19.0 left font ',15'
plot data index 0 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  data index 1 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 2 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  data index 3 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 4 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  data index 5 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  data index 6 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#CC79A7', \
  data index 7 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7'
unset label 2000
unset label 2001
unset label 2002
unset label 2003
set tics
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set lmargin at screen 0.19039999999999999
set rmargin at screen 0.97
set tmargin at screen 0.8839285714285714
set bmargin at screen 0.2053571428571428
set xlabel 'standard deviations of the reward per standard deviation'
set xrange [-0.20631231552886262:0.6617855324729064]
set yrange [3.6:-0.6]
set ytics ('well-posed' 0, 'correct' 1, 'operations' 2, 'target share' 3)
set arrow 1 from 0,graph 0 to 0,graph 1 nohead linecolor rgb '#555555'
plot data index 8 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 9 using 1:2:3:4 notitle with xerrorbars pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 10 using 1:2:3:4 notitle with xerrorbars pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  data index 11 using 1:2:3:4 notitle with xerrorbars pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7'
unset arrow 1
unset multiplot

set output
