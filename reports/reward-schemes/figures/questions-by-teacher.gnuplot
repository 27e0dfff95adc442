# gnuplot questions-by-teacher.gnuplot                      draws questions-by-teacher.svg
# gnuplot -e "format='png'" questions-by-teacher.gnuplot    draws questions-by-teacher.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'questions-by-teacher.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1200,986 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1200,986 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 12.0in,9.86in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'questions-by-teacher.' . (format eq 'ascii' ? 'txt' : format)

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
set tmargin at screen 0.9959432048681541
set bmargin at screen 0.9574036511156186
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1200]
set yrange [38.0:0]
set label 2000 'SOAR' at 150.0,19.0 left font ',15'
set label 2001 'no-promotion' at 357.2,19.0 left font ',15'
set label 2002 'learnability' at 564.4,19.0 left font ',15'
set label 2003 'uncertainty' at 771.5999999999999,19.0 left font ',15'
set label 2004 'random' at 978.8,19.0 left font ',15'
plot data index 0 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  data index 1 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 2 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  data index 3 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 4 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  data index 5 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  data index 6 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#CC79A7', \
  data index 7 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  data index 8 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#E69F00', \
  data index 9 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00'
unset label 2000
unset label 2001
unset label 2002
unset label 2003
unset label 2004
set tics
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set xlabel 'outer step t'
set lmargin at screen 0.065
set rmargin at screen 0.325
set tmargin at screen 0.9127789046653144
set bmargin at screen 0.5821501014198782
set title 'Vendi score' offset 0,-0.4
set xtics autofreq
set xrange [-0.3:19.3]
set yrange [0.0:19.555351361874344]
plot data index 10 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2', \
  data index 11 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#D55E00', \
  data index 12 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#009E73', \
  data index 13 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#CC79A7', \
  data index 14 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#E69F00'
set lmargin at screen 0.39
set rmargin at screen 0.65
set tmargin at screen 0.9127789046653144
set bmargin at screen 0.5821501014198782
set title 'distinct structures (%)' offset 0,-0.4
set xtics autofreq
set xrange [-0.3:19.3]
set yrange [0:100]
plot data index 15 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2', \
  data index 16 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#D55E00', \
  data index 17 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#009E73', \
  data index 18 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#CC79A7', \
  data index 19 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#E69F00'
set lmargin at screen 0.7150000000000001
set rmargin at screen 0.9750000000000001
set tmargin at screen 0.9127789046653144
set bmargin at screen 0.5821501014198782
set title 'well-posed (%)' offset 0,-0.4
set xtics autofreq
set xrange [-0.3:19.3]
set yrange [0:100]
plot data index 20 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2', \
  data index 21 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#D55E00', \
  data index 22 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#009E73', \
  data index 23 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#CC79A7', \
  data index 24 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.0 pointinterval 2 linewidth 2.6 dashtype 1 linecolor rgb '#E69F00'
set lmargin at screen 0.0
set rmargin at screen 1.0
set tmargin at screen 0.5010141987829615
set bmargin at screen 0.462474645030426
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1200]
set yrange [38.0:0]
set label 2000 'learnability-at-cost' at 230.0,19.0 left font ',15'
set label 2001 'uncertainty-at-cost' at 522.0,19.0 left font ',15'
set label 2002 'random-at-cost' at 814.0,19.0 left font ',15'
plot data index 25 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  data index 26 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 27 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  data index 28 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 29 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  data index 30 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73'
unset label 2000
unset label 2001
unset label 2002
set tics
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set xlabel 'outer step t'
set lmargin at screen 0.065
set rmargin at screen 0.325
set tmargin at screen 0.41784989858012167
set bmargin at screen 0.08722109533468558
set title 'Vendi score' offset 0,-0.4
set xtics autofreq
set xrange [-4.41:298.41]
set yrange [0.0:19.555351361874344]
plot data index 31 using 1:2 notitle with lines linewidth 1.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 32 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.0 pointinterval 4 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2', \
  data index 33 using 1:2 notitle with lines linewidth 1.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 34 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.0 pointinterval 3 linewidth 2.6 dashtype 1 linecolor rgb '#D55E00', \
  data index 35 using 1:2 notitle with lines linewidth 1.0 dashtype 1 linecolor rgb '#009E73', \
  data index 36 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.0 pointinterval 1 linewidth 2.6 dashtype 1 linecolor rgb '#009E73'
set lmargin at screen 0.39
set rmargin at screen 0.65
set tmargin at screen 0.41784989858012167
set bmargin at screen 0.08722109533468558
set title 'distinct structures (%)' offset 0,-0.4
set xtics autofreq
set xrange [-4.41:298.41]
set yrange [0:100]
plot data index 37 using 1:2 notitle with lines linewidth 1.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 38 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.0 pointinterval 4 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2', \
  data index 39 using 1:2 notitle with lines linewidth 1.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 40 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.0 pointinterval 3 linewidth 2.6 dashtype 1 linecolor rgb '#D55E00', \
  data index 41 using 1:2 notitle with lines linewidth 1.0 dashtype 1 linecolor rgb '#009E73', \
  data index 42 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.0 pointinterval 1 linewidth 2.6 dashtype 1 linecolor rgb '#009E73'
set lmargin at screen 0.7150000000000001
set rmargin at screen 0.9750000000000001
set tmargin at screen 0.41784989858012167
set bmargin at screen 0.08722109533468558
set title 'well-posed (%)' offset 0,-0.4
set xtics autofreq
set xrange [-4.41:298.41]
set yrange [0:100]
plot data index 43 using 1:2 notitle with lines linewidth 1.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 44 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.0 pointinterval 4 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2', \
  data index 45 using 1:2 notitle with lines linewidth 1.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 46 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.0 pointinterval 3 linewidth 2.6 dashtype 1 linecolor rgb '#D55E00', \
  data index 47 using 1:2 notitle with lines linewidth 1.0 dashtype 1 linecolor rgb '#009E73', \
  data index 48 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.0 pointinterval 1 linewidth 2.6 dashtype 1 linecolor rgb '#009E73'
unset multiplot

set output
