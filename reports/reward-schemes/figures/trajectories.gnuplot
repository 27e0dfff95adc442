# gnuplot trajectories.gnuplot                      draws trajectories.svg
# gnuplot -e "format='png'" trajectories.gnuplot    draws trajectories.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'trajectories.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1500,2794 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1500,2794 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 15.0in,27.94in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'trajectories.' . (format eq 'ascii' ? 'txt' : format)

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
set tmargin at screen 0.9985683607730852
set bmargin at screen 0.9849677881173944
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1500]
set yrange [38.0:0]
set label 2000 'seed 201' at 406.0,19.0 left font ',15'
set label 2001 'seed 202' at 570.8,19.0 left font ',15'
set label 2002 'seed 203' at 735.6,19.0 left font ',15'
set label 2003 'seed 204' at 900.4000000000001,19.0 left font ',15'
set label 2004 'seed 205' at 1065.2,19.0 left font ',15'
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
set label 1 'pass@32 on hard-test (%)' at screen 0.016,0.5 center rotate by 90
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.9692197566213314
set bmargin at screen 0.904438081603436
set format y '%g'
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Hard-Only' offset 0,-0.5
unset xlabel
plot data index 10 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 11 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 12 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 13 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 14 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.9692197566213314
set bmargin at screen 0.904438081603436
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Hard-Only, group 128' offset 0,-0.5
unset xlabel
plot data index 15 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 16 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 17 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 18 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 19 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.9692197566213314
set bmargin at screen 0.904438081603436
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'PQ' offset 0,-0.5
unset xlabel
plot data index 20 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 21 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 22 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 23 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 24 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.9692197566213314
set bmargin at screen 0.904438081603436
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'PQ + hard' offset 0,-0.5
unset xlabel
plot data index 25 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 26 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 27 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 28 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 29 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.8729420186113099
set bmargin at screen 0.8081603435934145
set format y '%g'
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'PQ, then hard' offset 0,-0.5
unset xlabel
plot data index 30 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 31 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 32 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 33 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 34 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.8729420186113099
set bmargin at screen 0.8081603435934145
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Base-T' offset 0,-0.5
unset xlabel
plot data index 35 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 36 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 37 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 38 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 39 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.8729420186113099
set bmargin at screen 0.8081603435934145
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Base-T + hard' offset 0,-0.5
unset xlabel
plot data index 40 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 41 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 42 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 43 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 44 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.8729420186113099
set bmargin at screen 0.8081603435934145
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Base-T, then hard' offset 0,-0.5
unset xlabel
plot data index 45 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 46 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 47 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 48 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 49 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.7766642806012884
set bmargin at screen 0.711882605583393
set format y '%g'
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Grounded-T' offset 0,-0.5
unset xlabel
plot data index 50 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 51 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 52 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 53 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 54 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.7766642806012884
set bmargin at screen 0.711882605583393
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Grounded-T + hard' offset 0,-0.5
unset xlabel
plot data index 55 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 56 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 57 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 58 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 59 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.7766642806012884
set bmargin at screen 0.711882605583393
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Grounded-T, then hard' offset 0,-0.5
unset xlabel
plot data index 60 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 61 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 62 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 63 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 64 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.7766642806012884
set bmargin at screen 0.711882605583393
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'No-promotion-T' offset 0,-0.5
unset xlabel
plot data index 65 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 66 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 67 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 68 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 69 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.680386542591267
set bmargin at screen 0.6156048675733715
set format y '%g'
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'No-promotion-T + hard' offset 0,-0.5
unset xlabel
plot data index 70 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 71 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 72 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 73 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 74 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.680386542591267
set bmargin at screen 0.6156048675733715
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'No-promotion-T, then hard' offset 0,-0.5
unset xlabel
plot data index 75 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 76 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 77 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 78 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 79 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.680386542591267
set bmargin at screen 0.6156048675733715
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Learnability-T' offset 0,-0.5
unset xlabel
plot data index 80 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 81 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 82 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 83 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 84 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.680386542591267
set bmargin at screen 0.6156048675733715
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Learnability-T + hard' offset 0,-0.5
unset xlabel
plot data index 85 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 86 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 87 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 88 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 89 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.5841088045812455
set bmargin at screen 0.51932712956335
set format y '%g'
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Learnability-T, then hard' offset 0,-0.5
unset xlabel
plot data index 90 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 91 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 92 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 93 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 94 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.5841088045812455
set bmargin at screen 0.51932712956335
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Uncertainty-T' offset 0,-0.5
unset xlabel
plot data index 95 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 96 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 97 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 98 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 99 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.5841088045812455
set bmargin at screen 0.51932712956335
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Uncertainty-T + hard' offset 0,-0.5
unset xlabel
plot data index 100 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 101 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 102 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 103 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 104 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.5841088045812455
set bmargin at screen 0.51932712956335
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Uncertainty-T, then hard' offset 0,-0.5
unset xlabel
plot data index 105 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 106 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 107 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 108 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 109 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.4878310665712241
set bmargin at screen 0.42304939155332855
set format y '%g'
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Random-T' offset 0,-0.5
unset xlabel
plot data index 110 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 111 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 112 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 113 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 114 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.4878310665712241
set bmargin at screen 0.42304939155332855
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Random-T + hard' offset 0,-0.5
unset xlabel
plot data index 115 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 116 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 117 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 118 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 119 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.4878310665712241
set bmargin at screen 0.42304939155332855
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Random-T, then hard' offset 0,-0.5
unset xlabel
plot data index 120 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 121 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 122 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 123 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 124 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.4878310665712241
set bmargin at screen 0.42304939155332855
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Long learnability' offset 0,-0.5
unset xlabel
plot data index 125 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 126 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 127 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 128 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 129 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.3915533285612026
set bmargin at screen 0.32677165354330706
set format y '%g'
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Long learnability + hard' offset 0,-0.5
unset xlabel
plot data index 130 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 131 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 132 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 133 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 134 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.3915533285612026
set bmargin at screen 0.32677165354330706
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Long learnability, then hard' offset 0,-0.5
unset xlabel
plot data index 135 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 136 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 137 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 138 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 139 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.3915533285612026
set bmargin at screen 0.32677165354330706
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Long uncertainty' offset 0,-0.5
unset xlabel
plot data index 140 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 141 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 142 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 143 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 144 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.3915533285612026
set bmargin at screen 0.32677165354330706
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Long uncertainty + hard' offset 0,-0.5
unset xlabel
plot data index 145 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 146 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 147 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 148 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 149 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.29527559055118113
set bmargin at screen 0.23049391553328558
set format y '%g'
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Long uncertainty, then hard' offset 0,-0.5
unset xlabel
plot data index 150 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 151 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 152 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 153 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 154 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.29527559055118113
set bmargin at screen 0.23049391553328558
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Long random' offset 0,-0.5
unset xlabel
plot data index 155 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 156 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 157 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 158 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 159 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.29527559055118113
set bmargin at screen 0.23049391553328558
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Long random + hard' offset 0,-0.5
unset xlabel
plot data index 160 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 161 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 162 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 163 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 164 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.29527559055118113
set bmargin at screen 0.23049391553328558
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Long random, then hard' offset 0,-0.5
unset xlabel
plot data index 165 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 166 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 167 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 168 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 169 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.19899785254115965
set bmargin at screen 0.1342161775232641
set format y '%g'
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Base-T, 32 questions' offset 0,-0.5
unset xlabel
plot data index 170 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 171 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 172 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 173 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 174 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.19899785254115965
set bmargin at screen 0.1342161775232641
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Base-T, 64 questions' offset 0,-0.5
unset xlabel
plot data index 175 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 176 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 177 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 178 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 179 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.19899785254115965
set bmargin at screen 0.1342161775232641
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Base-T in two turns' offset 0,-0.5
unset xlabel
plot data index 180 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 181 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 182 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 183 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 184 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.19899785254115965
set bmargin at screen 0.1342161775232641
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'SeRL-style' offset 0,-0.5
unset xlabel
plot data index 185 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 186 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 187 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 188 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 189 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.10272011453113816
set bmargin at screen 0.03793843951324272
set format y '%g'
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Curated-128' offset 0,-0.5
set xlabel 'training step'
plot data index 190 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 191 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 192 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 193 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 194 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.10272011453113816
set bmargin at screen 0.03793843951324272
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Curated-128 + hard' offset 0,-0.5
set xlabel 'training step'
plot data index 195 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 196 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 197 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 198 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 199 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.10272011453113816
set bmargin at screen 0.03793843951324272
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Curated-128, then hard' offset 0,-0.5
set xlabel 'training step'
plot data index 200 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 201 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 202 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 203 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 204 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.10272011453113816
set bmargin at screen 0.03793843951324272
set format y ''
set xtics 50
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:96.890625]
set ytics 20
set title 'Curated-full' offset 0,-0.5
set xlabel 'training step'
plot data index 205 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 206 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  data index 207 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  data index 208 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  data index 209 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
unset multiplot

set output
