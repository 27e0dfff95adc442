set encoding utf8
reset
pointScale = 0.6
set terminal svg size 1500,1999 dynamic font 'DejaVu Sans,17' noenhanced background 'white'
set output 'trajectories.svg'
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set multiplot
set lmargin at screen 0.0
set rmargin at screen 1.0
set tmargin at screen 0.9979989994997499
set bmargin at screen 0.9789894947473737
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1500]
set yrange [38.0:0]
$data0 << END_OF_DATA
358.0 19.0
404.0 19.0
END_OF_DATA
$data1 << END_OF_DATA
381.0 19.0
END_OF_DATA
set label 2000 'seed 101' at 414.0,19.0 left font ',15'
$data2 << END_OF_DATA
519.6 19.0
565.6 19.0
END_OF_DATA
$data3 << END_OF_DATA
542.6 19.0
END_OF_DATA
set label 2001 'seed 102' at 575.6,19.0 left font ',15'
$data4 << END_OF_DATA
681.2 19.0
727.2 19.0
END_OF_DATA
$data5 << END_OF_DATA
704.2 19.0
END_OF_DATA
set label 2002 'seed 103' at 737.2,19.0 left font ',15'
$data6 << END_OF_DATA
842.8 19.0
888.8 19.0
END_OF_DATA
$data7 << END_OF_DATA
865.8 19.0
END_OF_DATA
set label 2003 'seed 104' at 898.8,19.0 left font ',15'
$data8 << END_OF_DATA
1004.4 19.0
1050.4 19.0
END_OF_DATA
$data9 << END_OF_DATA
1027.4 19.0
END_OF_DATA
set label 2004 'seed 105' at 1060.4,19.0 left font ',15'
plot $data0 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  $data1 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data2 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  $data3 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data4 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  $data5 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data6 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#CC79A7', \
  $data7 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data8 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#E69F00', \
  $data9 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00'
unset label 2000
unset label 2001
unset label 2002
unset label 2003
unset label 2004
set tics
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set label 1 'pass@32 on hard-test (%)' at screen 0.016,0.5 center rotate by 90
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.9569784892446223
set bmargin at screen 0.8655756449653398
set format y '%g'
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Hard-Only' offset 0,-0.5
unset xlabel
$data10 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 0.0
60.0 0.0
80.0 0.0
100.0 0.0
120.0 0.0
END_OF_DATA
$data11 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 0.0
60.0 0.0
80.0 0.0
100.0 0.0
120.0 0.0
END_OF_DATA
$data12 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 0.0
60.0 0.0
80.0 0.0
100.0 0.0
120.0 6.25
END_OF_DATA
$data13 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 0.0
60.0 0.0
80.0 0.0
100.0 0.0
120.0 0.0
END_OF_DATA
$data14 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 0.0
60.0 0.0
80.0 0.0
100.0 0.0
120.0 0.0
END_OF_DATA
plot $data10 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data11 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data12 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data13 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data14 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.9569784892446223
set bmargin at screen 0.8655756449653398
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Hard-Only, group 128' offset 0,-0.5
unset xlabel
$data15 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 0.0
60.0 0.0
END_OF_DATA
$data16 << END_OF_DATA
0.0 0.0
20.0 0.78125
40.0 4.6875
60.0 6.25
END_OF_DATA
$data17 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 0.0
60.0 0.0
END_OF_DATA
$data18 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 0.0
60.0 0.0
END_OF_DATA
$data19 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 2.34375
60.0 5.46875
END_OF_DATA
plot $data15 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data16 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data17 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data18 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data19 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.9569784892446223
set bmargin at screen 0.8655756449653398
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'PQ' offset 0,-0.5
unset xlabel
$data20 << END_OF_DATA
0.0 0.0
20.0 22.65625
40.0 35.9375
60.0 19.53125
END_OF_DATA
$data21 << END_OF_DATA
0.0 0.0
20.0 27.34375
40.0 22.65625
60.0 25.0
END_OF_DATA
$data22 << END_OF_DATA
0.0 0.0
20.0 25.78125
40.0 30.46875
60.0 20.3125
END_OF_DATA
$data23 << END_OF_DATA
0.0 0.0
20.0 22.65625
40.0 22.65625
60.0 14.0625
END_OF_DATA
$data24 << END_OF_DATA
0.0 0.0
20.0 7.8125
40.0 7.03125
60.0 21.875
END_OF_DATA
plot $data20 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data21 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data22 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data23 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data24 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.9569784892446223
set bmargin at screen 0.8655756449653398
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'PQ + hard' offset 0,-0.5
unset xlabel
$data25 << END_OF_DATA
0.0 0.0
20.0 6.25
40.0 11.71875
60.0 10.15625
END_OF_DATA
$data26 << END_OF_DATA
0.0 0.0
20.0 12.5
40.0 21.875
60.0 28.90625
END_OF_DATA
$data27 << END_OF_DATA
0.0 0.0
20.0 17.96875
40.0 48.4375
60.0 39.0625
END_OF_DATA
$data28 << END_OF_DATA
0.0 0.0
20.0 6.25
40.0 28.90625
60.0 46.875
END_OF_DATA
$data29 << END_OF_DATA
0.0 0.0
20.0 14.84375
40.0 38.28125
60.0 44.53125
END_OF_DATA
plot $data25 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data26 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data27 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data28 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data29 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.821553633959837
set bmargin at screen 0.7301507896805546
set format y '%g'
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Base-T' offset 0,-0.5
unset xlabel
$data30 << END_OF_DATA
0.0 0.0
20.0 3.125
40.0 10.9375
60.0 14.0625
END_OF_DATA
$data31 << END_OF_DATA
0.0 0.0
20.0 0.78125
40.0 5.46875
60.0 2.34375
END_OF_DATA
$data32 << END_OF_DATA
0.0 0.0
20.0 14.84375
40.0 13.28125
60.0 7.03125
END_OF_DATA
$data33 << END_OF_DATA
0.0 0.0
20.0 17.96875
40.0 20.3125
60.0 22.65625
END_OF_DATA
$data34 << END_OF_DATA
0.0 0.0
20.0 10.15625
40.0 14.0625
60.0 10.9375
END_OF_DATA
plot $data30 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data31 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data32 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data33 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data34 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.821553633959837
set bmargin at screen 0.7301507896805546
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Base-T + hard' offset 0,-0.5
unset xlabel
$data35 << END_OF_DATA
0.0 0.0
20.0 7.8125
40.0 12.5
60.0 9.375
END_OF_DATA
$data36 << END_OF_DATA
0.0 0.0
20.0 4.6875
40.0 1.5625
60.0 3.125
END_OF_DATA
$data37 << END_OF_DATA
0.0 0.0
20.0 6.25
40.0 7.8125
60.0 7.03125
END_OF_DATA
$data38 << END_OF_DATA
0.0 0.0
20.0 4.6875
40.0 10.9375
60.0 8.59375
END_OF_DATA
$data39 << END_OF_DATA
0.0 0.0
20.0 5.46875
40.0 4.6875
60.0 7.03125
END_OF_DATA
plot $data35 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data36 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data37 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data38 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data39 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.821553633959837
set bmargin at screen 0.7301507896805546
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Grounded-T' offset 0,-0.5
unset xlabel
$data40 << END_OF_DATA
0.0 0.0
20.0 32.8125
40.0 25.78125
60.0 14.0625
END_OF_DATA
$data41 << END_OF_DATA
0.0 0.0
20.0 25.0
40.0 30.46875
60.0 42.1875
END_OF_DATA
$data42 << END_OF_DATA
0.0 0.0
20.0 26.5625
40.0 26.5625
60.0 24.21875
END_OF_DATA
$data43 << END_OF_DATA
0.0 0.0
20.0 17.96875
40.0 17.96875
60.0 5.46875
END_OF_DATA
$data44 << END_OF_DATA
0.0 0.0
20.0 17.96875
40.0 22.65625
60.0 18.75
END_OF_DATA
plot $data40 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data41 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data42 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data43 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data44 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.821553633959837
set bmargin at screen 0.7301507896805546
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Grounded-T + hard' offset 0,-0.5
unset xlabel
$data45 << END_OF_DATA
0.0 0.0
20.0 7.03125
40.0 20.3125
60.0 24.21875
END_OF_DATA
$data46 << END_OF_DATA
0.0 0.0
20.0 35.9375
40.0 42.96875
60.0 47.65625
END_OF_DATA
$data47 << END_OF_DATA
0.0 0.0
20.0 12.5
40.0 20.3125
60.0 35.15625
END_OF_DATA
$data48 << END_OF_DATA
0.0 0.0
20.0 2.34375
40.0 4.6875
60.0 24.21875
END_OF_DATA
$data49 << END_OF_DATA
0.0 0.0
20.0 35.9375
40.0 42.96875
60.0 46.09375
END_OF_DATA
plot $data45 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data46 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data47 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data48 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data49 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.6861287786750518
set bmargin at screen 0.5947259343957694
set format y '%g'
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Grounded-T without promotion' offset 0,-0.5
unset xlabel
$data50 << END_OF_DATA
0.0 0.0
20.0 29.6875
40.0 34.375
60.0 39.0625
END_OF_DATA
$data51 << END_OF_DATA
0.0 0.0
20.0 30.46875
40.0 25.0
60.0 17.96875
END_OF_DATA
$data52 << END_OF_DATA
0.0 0.0
20.0 25.0
40.0 14.84375
60.0 21.875
END_OF_DATA
$data53 << END_OF_DATA
0.0 0.0
20.0 25.0
40.0 24.21875
60.0 12.5
END_OF_DATA
$data54 << END_OF_DATA
0.0 0.0
20.0 9.375
40.0 19.53125
60.0 20.3125
END_OF_DATA
plot $data50 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data51 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data52 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data53 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data54 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.6861287786750518
set bmargin at screen 0.5947259343957694
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Grounded-T without promotio…' offset 0,-0.5
unset xlabel
$data55 << END_OF_DATA
0.0 0.0
20.0 7.03125
40.0 14.0625
60.0 31.25
END_OF_DATA
$data56 << END_OF_DATA
0.0 0.0
20.0 17.96875
40.0 40.625
60.0 56.25
END_OF_DATA
$data57 << END_OF_DATA
0.0 0.0
20.0 43.75
40.0 49.21875
60.0 53.90625
END_OF_DATA
$data58 << END_OF_DATA
0.0 0.0
20.0 30.46875
40.0 21.09375
60.0 16.40625
END_OF_DATA
$data59 << END_OF_DATA
0.0 0.0
20.0 5.46875
40.0 7.8125
60.0 12.5
END_OF_DATA
plot $data55 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data56 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data57 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data58 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data59 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.6861287786750518
set bmargin at screen 0.5947259343957694
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Learnability-T' offset 0,-0.5
unset xlabel
$data60 << END_OF_DATA
0.0 0.0
20.0 7.03125
40.0 6.25
60.0 14.84375
END_OF_DATA
$data61 << END_OF_DATA
0.0 0.0
20.0 7.03125
40.0 15.625
60.0 9.375
END_OF_DATA
$data62 << END_OF_DATA
0.0 0.0
20.0 4.6875
40.0 7.03125
60.0 7.8125
END_OF_DATA
$data63 << END_OF_DATA
0.0 0.0
20.0 8.59375
40.0 6.25
60.0 6.25
END_OF_DATA
$data64 << END_OF_DATA
0.0 0.0
20.0 5.46875
40.0 5.46875
60.0 9.375
END_OF_DATA
plot $data60 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data61 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data62 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data63 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data64 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.6861287786750518
set bmargin at screen 0.5947259343957694
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Learnability-T + hard' offset 0,-0.5
unset xlabel
$data65 << END_OF_DATA
0.0 0.0
20.0 3.90625
40.0 7.8125
60.0 6.25
END_OF_DATA
$data66 << END_OF_DATA
0.0 0.0
20.0 4.6875
40.0 15.625
60.0 20.3125
END_OF_DATA
$data67 << END_OF_DATA
0.0 0.0
20.0 8.59375
40.0 17.1875
60.0 15.625
END_OF_DATA
$data68 << END_OF_DATA
0.0 0.0
20.0 3.90625
40.0 3.125
60.0 7.03125
END_OF_DATA
$data69 << END_OF_DATA
0.0 0.0
20.0 3.125
40.0 5.46875
60.0 5.46875
END_OF_DATA
plot $data65 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data66 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data67 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data68 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data69 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.5507039233902666
set bmargin at screen 0.45930107911098406
set format y '%g'
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Uncertainty-T' offset 0,-0.5
unset xlabel
$data70 << END_OF_DATA
0.0 0.0
20.0 5.46875
40.0 5.46875
60.0 7.03125
END_OF_DATA
$data71 << END_OF_DATA
0.0 0.0
20.0 5.46875
40.0 7.03125
60.0 6.25
END_OF_DATA
$data72 << END_OF_DATA
0.0 0.0
20.0 2.34375
40.0 4.6875
60.0 7.8125
END_OF_DATA
$data73 << END_OF_DATA
0.0 0.0
20.0 1.5625
40.0 3.125
60.0 6.25
END_OF_DATA
$data74 << END_OF_DATA
0.0 0.0
20.0 8.59375
40.0 1.5625
60.0 6.25
END_OF_DATA
plot $data70 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data71 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data72 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data73 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data74 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.5507039233902666
set bmargin at screen 0.45930107911098406
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Uncertainty-T + hard' offset 0,-0.5
unset xlabel
$data75 << END_OF_DATA
0.0 0.0
20.0 3.125
40.0 1.5625
60.0 2.34375
END_OF_DATA
$data76 << END_OF_DATA
0.0 0.0
20.0 9.375
40.0 4.6875
60.0 4.6875
END_OF_DATA
$data77 << END_OF_DATA
0.0 0.0
20.0 1.5625
40.0 3.90625
60.0 3.90625
END_OF_DATA
$data78 << END_OF_DATA
0.0 0.0
20.0 6.25
40.0 7.03125
60.0 7.03125
END_OF_DATA
$data79 << END_OF_DATA
0.0 0.0
20.0 0.78125
40.0 4.6875
60.0 10.15625
END_OF_DATA
plot $data75 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data76 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data77 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data78 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data79 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.5507039233902666
set bmargin at screen 0.45930107911098406
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Random-T' offset 0,-0.5
unset xlabel
$data80 << END_OF_DATA
0.0 0.0
20.0 9.375
40.0 10.9375
60.0 13.28125
END_OF_DATA
$data81 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 3.125
60.0 4.6875
END_OF_DATA
$data82 << END_OF_DATA
0.0 0.0
20.0 6.25
40.0 4.6875
60.0 7.8125
END_OF_DATA
$data83 << END_OF_DATA
0.0 0.0
20.0 3.125
40.0 5.46875
60.0 5.46875
END_OF_DATA
$data84 << END_OF_DATA
0.0 0.0
20.0 4.6875
40.0 4.6875
60.0 4.6875
END_OF_DATA
plot $data80 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data81 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data82 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data83 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data84 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.5507039233902666
set bmargin at screen 0.45930107911098406
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Random-T + hard' offset 0,-0.5
unset xlabel
$data85 << END_OF_DATA
0.0 0.0
20.0 17.1875
40.0 7.8125
60.0 21.09375
END_OF_DATA
$data86 << END_OF_DATA
0.0 0.0
20.0 2.34375
40.0 10.15625
60.0 5.46875
END_OF_DATA
$data87 << END_OF_DATA
0.0 0.0
20.0 4.6875
40.0 6.25
60.0 7.03125
END_OF_DATA
$data88 << END_OF_DATA
0.0 0.0
20.0 0.78125
40.0 4.6875
60.0 7.03125
END_OF_DATA
$data89 << END_OF_DATA
0.0 0.78125
20.0 8.59375
40.0 1.5625
60.0 4.6875
END_OF_DATA
plot $data85 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data86 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data87 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data88 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data89 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.4152790681054813
set bmargin at screen 0.32387622382619874
set format y '%g'
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Learnability-T at SOAR''s co…' offset 0,-0.5
unset xlabel
$data90 << END_OF_DATA
0.0 0.0
20.0 3.90625
40.0 3.125
60.0 3.90625
END_OF_DATA
$data91 << END_OF_DATA
0.0 0.0
20.0 7.03125
40.0 2.34375
60.0 4.6875
END_OF_DATA
$data92 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 1.5625
60.0 1.5625
END_OF_DATA
$data93 << END_OF_DATA
0.0 0.0
20.0 2.34375
40.0 6.25
60.0 3.90625
END_OF_DATA
$data94 << END_OF_DATA
0.0 0.0
20.0 0.78125
40.0 1.5625
60.0 0.78125
END_OF_DATA
plot $data90 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data91 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data92 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data93 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data94 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.4152790681054813
set bmargin at screen 0.32387622382619874
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Learnability-T at SOAR''s co…' offset 0,-0.5
unset xlabel
$data95 << END_OF_DATA
0.0 0.0
20.0 1.5625
40.0 0.78125
60.0 3.125
END_OF_DATA
$data96 << END_OF_DATA
0.0 0.0
20.0 1.5625
40.0 3.125
60.0 7.03125
END_OF_DATA
$data97 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 2.34375
60.0 4.6875
END_OF_DATA
$data98 << END_OF_DATA
0.0 0.0
20.0 3.90625
40.0 4.6875
60.0 5.46875
END_OF_DATA
$data99 << END_OF_DATA
0.0 0.0
20.0 0.78125
40.0 0.78125
60.0 2.34375
END_OF_DATA
plot $data95 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data96 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data97 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data98 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data99 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.4152790681054813
set bmargin at screen 0.32387622382619874
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Base-T, 32 questions' offset 0,-0.5
unset xlabel
$data100 << END_OF_DATA
0.0 0.0
20.0 7.03125
40.0 15.625
60.0 17.96875
END_OF_DATA
$data101 << END_OF_DATA
0.0 0.0
20.0 6.25
40.0 7.03125
60.0 15.625
END_OF_DATA
$data102 << END_OF_DATA
0.0 0.0
20.0 3.125
40.0 3.125
60.0 3.125
END_OF_DATA
$data103 << END_OF_DATA
0.0 0.0
20.0 3.125
40.0 2.34375
60.0 4.6875
END_OF_DATA
$data104 << END_OF_DATA
0.0 0.0
20.0 12.5
40.0 17.1875
60.0 15.625
END_OF_DATA
plot $data100 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data101 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data102 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data103 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data104 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.4152790681054813
set bmargin at screen 0.32387622382619874
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Base-T, 64 questions' offset 0,-0.5
unset xlabel
$data105 << END_OF_DATA
0.0 0.0
20.0 7.03125
40.0 5.46875
60.0 3.125
END_OF_DATA
$data106 << END_OF_DATA
0.0 0.0
20.0 8.59375
40.0 8.59375
60.0 3.90625
END_OF_DATA
$data107 << END_OF_DATA
0.0 0.0
20.0 5.46875
40.0 3.125
60.0 10.9375
END_OF_DATA
$data108 << END_OF_DATA
0.0 0.0
20.0 0.78125
40.0 0.0
60.0 3.125
END_OF_DATA
$data109 << END_OF_DATA
0.0 0.0
20.0 2.34375
40.0 3.125
60.0 7.03125
END_OF_DATA
plot $data105 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data106 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data107 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data108 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data109 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.279854212820696
set bmargin at screen 0.18845136854141353
set format y '%g'
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Base-T in two turns' offset 0,-0.5
unset xlabel
$data110 << END_OF_DATA
0.0 0.0
20.0 35.15625
40.0 25.0
60.0 14.84375
END_OF_DATA
$data111 << END_OF_DATA
0.0 0.0
20.0 24.21875
40.0 16.40625
60.0 25.0
END_OF_DATA
$data112 << END_OF_DATA
0.0 0.78125
20.0 22.65625
40.0 14.0625
60.0 19.53125
END_OF_DATA
$data113 << END_OF_DATA
0.0 0.0
20.0 24.21875
40.0 21.09375
60.0 20.3125
END_OF_DATA
$data114 << END_OF_DATA
0.0 0.0
20.0 12.5
40.0 19.53125
60.0 24.21875
END_OF_DATA
plot $data110 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data111 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data112 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data113 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data114 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.279854212820696
set bmargin at screen 0.18845136854141353
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Base-T, then hard' offset 0,-0.5
unset xlabel
$data115 << END_OF_DATA
0.0 0.0
20.0 7.03125
40.0 5.46875
60.0 8.59375
END_OF_DATA
$data116 << END_OF_DATA
0.0 0.0
20.0 22.65625
40.0 45.3125
60.0 46.875
END_OF_DATA
$data117 << END_OF_DATA
0.0 0.0
20.0 9.375
40.0 16.40625
60.0 35.15625
END_OF_DATA
$data118 << END_OF_DATA
0.0 0.0
20.0 3.125
40.0 3.125
60.0 10.15625
END_OF_DATA
$data119 << END_OF_DATA
0.0 0.0
20.0 7.8125
40.0 25.0
60.0 42.96875
END_OF_DATA
plot $data115 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data116 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data117 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data118 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data119 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.279854212820696
set bmargin at screen 0.18845136854141353
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'SeRL-style' offset 0,-0.5
set xlabel 'training step'
$data120 << END_OF_DATA
0.0 0.0
20.0 2.34375
40.0 5.46875
60.0 3.125
END_OF_DATA
$data121 << END_OF_DATA
0.0 0.0
20.0 2.34375
40.0 3.125
60.0 0.78125
END_OF_DATA
$data122 << END_OF_DATA
0.0 0.0
20.0 2.34375
40.0 6.25
60.0 2.34375
END_OF_DATA
$data123 << END_OF_DATA
0.0 0.0
20.0 7.8125
40.0 2.34375
60.0 10.9375
END_OF_DATA
$data124 << END_OF_DATA
0.0 0.0
20.0 5.46875
40.0 0.78125
60.0 3.90625
END_OF_DATA
plot $data120 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data121 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data122 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data123 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data124 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.279854212820696
set bmargin at screen 0.18845136854141353
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Curated-128' offset 0,-0.5
set xlabel 'training step'
$data125 << END_OF_DATA
0.0 0.0
20.0 58.59375
40.0 69.53125
60.0 63.28125
END_OF_DATA
$data126 << END_OF_DATA
0.0 0.0
20.0 42.1875
40.0 53.90625
60.0 65.625
END_OF_DATA
$data127 << END_OF_DATA
0.0 0.0
20.0 50.78125
40.0 50.78125
60.0 47.65625
END_OF_DATA
$data128 << END_OF_DATA
0.0 0.0
20.0 36.71875
40.0 34.375
60.0 44.53125
END_OF_DATA
$data129 << END_OF_DATA
0.0 0.0
20.0 52.34375
40.0 54.6875
60.0 63.28125
END_OF_DATA
plot $data125 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data126 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data127 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data128 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data129 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.1444293575359108
set bmargin at screen 0.05302651325662833
set format y '%g'
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Curated-128 + hard' offset 0,-0.5
set xlabel 'training step'
$data130 << END_OF_DATA
0.0 0.0
20.0 49.21875
40.0 78.125
60.0 73.4375
END_OF_DATA
$data131 << END_OF_DATA
0.0 0.0
20.0 21.09375
40.0 50.78125
60.0 49.21875
END_OF_DATA
$data132 << END_OF_DATA
0.0 0.0
20.0 23.4375
40.0 48.4375
60.0 74.21875
END_OF_DATA
$data133 << END_OF_DATA
0.0 0.0
20.0 40.625
40.0 66.40625
60.0 67.96875
END_OF_DATA
$data134 << END_OF_DATA
0.0 0.0
20.0 60.9375
40.0 53.90625
60.0 64.0625
END_OF_DATA
plot $data130 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data131 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data132 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data133 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data134 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.1444293575359108
set bmargin at screen 0.05302651325662833
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Curated-full' offset 0,-0.5
set xlabel 'training step'
$data135 << END_OF_DATA
0.0 0.0
20.0 54.6875
40.0 65.625
60.0 63.28125
END_OF_DATA
$data136 << END_OF_DATA
0.0 0.0
20.0 30.46875
40.0 50.78125
60.0 67.1875
END_OF_DATA
$data137 << END_OF_DATA
0.0 0.0
20.0 45.3125
40.0 60.9375
60.0 46.875
END_OF_DATA
$data138 << END_OF_DATA
0.0 0.0
20.0 48.4375
40.0 57.8125
60.0 53.125
END_OF_DATA
$data139 << END_OF_DATA
0.0 0.0
20.0 55.46875
40.0 74.21875
60.0 84.375
END_OF_DATA
plot $data135 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data136 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data137 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data138 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data139 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
unset multiplot

set output
reset
pointScale = 1.0
set terminal pngcairo size 1500,1999 font 'DejaVu Sans,16' noenhanced background 'white'
set output 'trajectories.png'
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set multiplot
set lmargin at screen 0.0
set rmargin at screen 1.0
set tmargin at screen 0.9979989994997499
set bmargin at screen 0.9789894947473737
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1500]
set yrange [38.0:0]
$data0 << END_OF_DATA
358.0 19.0
404.0 19.0
END_OF_DATA
$data1 << END_OF_DATA
381.0 19.0
END_OF_DATA
set label 2000 'seed 101' at 414.0,19.0 left font ',15'
$data2 << END_OF_DATA
519.6 19.0
565.6 19.0
END_OF_DATA
$data3 << END_OF_DATA
542.6 19.0
END_OF_DATA
set label 2001 'seed 102' at 575.6,19.0 left font ',15'
$data4 << END_OF_DATA
681.2 19.0
727.2 19.0
END_OF_DATA
$data5 << END_OF_DATA
704.2 19.0
END_OF_DATA
set label 2002 'seed 103' at 737.2,19.0 left font ',15'
$data6 << END_OF_DATA
842.8 19.0
888.8 19.0
END_OF_DATA
$data7 << END_OF_DATA
865.8 19.0
END_OF_DATA
set label 2003 'seed 104' at 898.8,19.0 left font ',15'
$data8 << END_OF_DATA
1004.4 19.0
1050.4 19.0
END_OF_DATA
$data9 << END_OF_DATA
1027.4 19.0
END_OF_DATA
set label 2004 'seed 105' at 1060.4,19.0 left font ',15'
plot $data0 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  $data1 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data2 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  $data3 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data4 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  $data5 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data6 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#CC79A7', \
  $data7 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data8 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#E69F00', \
  $data9 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00'
unset label 2000
unset label 2001
unset label 2002
unset label 2003
unset label 2004
set tics
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set label 1 'pass@32 on hard-test (%)' at screen 0.016,0.5 center rotate by 90
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.9569784892446223
set bmargin at screen 0.8655756449653398
set format y '%g'
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Hard-Only' offset 0,-0.5
unset xlabel
$data10 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 0.0
60.0 0.0
80.0 0.0
100.0 0.0
120.0 0.0
END_OF_DATA
$data11 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 0.0
60.0 0.0
80.0 0.0
100.0 0.0
120.0 0.0
END_OF_DATA
$data12 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 0.0
60.0 0.0
80.0 0.0
100.0 0.0
120.0 6.25
END_OF_DATA
$data13 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 0.0
60.0 0.0
80.0 0.0
100.0 0.0
120.0 0.0
END_OF_DATA
$data14 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 0.0
60.0 0.0
80.0 0.0
100.0 0.0
120.0 0.0
END_OF_DATA
plot $data10 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data11 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data12 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data13 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data14 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.9569784892446223
set bmargin at screen 0.8655756449653398
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Hard-Only, group 128' offset 0,-0.5
unset xlabel
$data15 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 0.0
60.0 0.0
END_OF_DATA
$data16 << END_OF_DATA
0.0 0.0
20.0 0.78125
40.0 4.6875
60.0 6.25
END_OF_DATA
$data17 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 0.0
60.0 0.0
END_OF_DATA
$data18 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 0.0
60.0 0.0
END_OF_DATA
$data19 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 2.34375
60.0 5.46875
END_OF_DATA
plot $data15 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data16 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data17 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data18 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data19 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.9569784892446223
set bmargin at screen 0.8655756449653398
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'PQ' offset 0,-0.5
unset xlabel
$data20 << END_OF_DATA
0.0 0.0
20.0 22.65625
40.0 35.9375
60.0 19.53125
END_OF_DATA
$data21 << END_OF_DATA
0.0 0.0
20.0 27.34375
40.0 22.65625
60.0 25.0
END_OF_DATA
$data22 << END_OF_DATA
0.0 0.0
20.0 25.78125
40.0 30.46875
60.0 20.3125
END_OF_DATA
$data23 << END_OF_DATA
0.0 0.0
20.0 22.65625
40.0 22.65625
60.0 14.0625
END_OF_DATA
$data24 << END_OF_DATA
0.0 0.0
20.0 7.8125
40.0 7.03125
60.0 21.875
END_OF_DATA
plot $data20 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data21 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data22 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data23 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data24 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.9569784892446223
set bmargin at screen 0.8655756449653398
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'PQ + hard' offset 0,-0.5
unset xlabel
$data25 << END_OF_DATA
0.0 0.0
20.0 6.25
40.0 11.71875
60.0 10.15625
END_OF_DATA
$data26 << END_OF_DATA
0.0 0.0
20.0 12.5
40.0 21.875
60.0 28.90625
END_OF_DATA
$data27 << END_OF_DATA
0.0 0.0
20.0 17.96875
40.0 48.4375
60.0 39.0625
END_OF_DATA
$data28 << END_OF_DATA
0.0 0.0
20.0 6.25
40.0 28.90625
60.0 46.875
END_OF_DATA
$data29 << END_OF_DATA
0.0 0.0
20.0 14.84375
40.0 38.28125
60.0 44.53125
END_OF_DATA
plot $data25 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data26 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data27 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data28 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data29 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.821553633959837
set bmargin at screen 0.7301507896805546
set format y '%g'
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Base-T' offset 0,-0.5
unset xlabel
$data30 << END_OF_DATA
0.0 0.0
20.0 3.125
40.0 10.9375
60.0 14.0625
END_OF_DATA
$data31 << END_OF_DATA
0.0 0.0
20.0 0.78125
40.0 5.46875
60.0 2.34375
END_OF_DATA
$data32 << END_OF_DATA
0.0 0.0
20.0 14.84375
40.0 13.28125
60.0 7.03125
END_OF_DATA
$data33 << END_OF_DATA
0.0 0.0
20.0 17.96875
40.0 20.3125
60.0 22.65625
END_OF_DATA
$data34 << END_OF_DATA
0.0 0.0
20.0 10.15625
40.0 14.0625
60.0 10.9375
END_OF_DATA
plot $data30 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data31 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data32 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data33 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data34 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.821553633959837
set bmargin at screen 0.7301507896805546
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Base-T + hard' offset 0,-0.5
unset xlabel
$data35 << END_OF_DATA
0.0 0.0
20.0 7.8125
40.0 12.5
60.0 9.375
END_OF_DATA
$data36 << END_OF_DATA
0.0 0.0
20.0 4.6875
40.0 1.5625
60.0 3.125
END_OF_DATA
$data37 << END_OF_DATA
0.0 0.0
20.0 6.25
40.0 7.8125
60.0 7.03125
END_OF_DATA
$data38 << END_OF_DATA
0.0 0.0
20.0 4.6875
40.0 10.9375
60.0 8.59375
END_OF_DATA
$data39 << END_OF_DATA
0.0 0.0
20.0 5.46875
40.0 4.6875
60.0 7.03125
END_OF_DATA
plot $data35 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data36 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data37 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data38 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data39 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.821553633959837
set bmargin at screen 0.7301507896805546
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Grounded-T' offset 0,-0.5
unset xlabel
$data40 << END_OF_DATA
0.0 0.0
20.0 32.8125
40.0 25.78125
60.0 14.0625
END_OF_DATA
$data41 << END_OF_DATA
0.0 0.0
20.0 25.0
40.0 30.46875
60.0 42.1875
END_OF_DATA
$data42 << END_OF_DATA
0.0 0.0
20.0 26.5625
40.0 26.5625
60.0 24.21875
END_OF_DATA
$data43 << END_OF_DATA
0.0 0.0
20.0 17.96875
40.0 17.96875
60.0 5.46875
END_OF_DATA
$data44 << END_OF_DATA
0.0 0.0
20.0 17.96875
40.0 22.65625
60.0 18.75
END_OF_DATA
plot $data40 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data41 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data42 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data43 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data44 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.821553633959837
set bmargin at screen 0.7301507896805546
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Grounded-T + hard' offset 0,-0.5
unset xlabel
$data45 << END_OF_DATA
0.0 0.0
20.0 7.03125
40.0 20.3125
60.0 24.21875
END_OF_DATA
$data46 << END_OF_DATA
0.0 0.0
20.0 35.9375
40.0 42.96875
60.0 47.65625
END_OF_DATA
$data47 << END_OF_DATA
0.0 0.0
20.0 12.5
40.0 20.3125
60.0 35.15625
END_OF_DATA
$data48 << END_OF_DATA
0.0 0.0
20.0 2.34375
40.0 4.6875
60.0 24.21875
END_OF_DATA
$data49 << END_OF_DATA
0.0 0.0
20.0 35.9375
40.0 42.96875
60.0 46.09375
END_OF_DATA
plot $data45 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data46 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data47 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data48 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data49 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.6861287786750518
set bmargin at screen 0.5947259343957694
set format y '%g'
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Grounded-T without promotion' offset 0,-0.5
unset xlabel
$data50 << END_OF_DATA
0.0 0.0
20.0 29.6875
40.0 34.375
60.0 39.0625
END_OF_DATA
$data51 << END_OF_DATA
0.0 0.0
20.0 30.46875
40.0 25.0
60.0 17.96875
END_OF_DATA
$data52 << END_OF_DATA
0.0 0.0
20.0 25.0
40.0 14.84375
60.0 21.875
END_OF_DATA
$data53 << END_OF_DATA
0.0 0.0
20.0 25.0
40.0 24.21875
60.0 12.5
END_OF_DATA
$data54 << END_OF_DATA
0.0 0.0
20.0 9.375
40.0 19.53125
60.0 20.3125
END_OF_DATA
plot $data50 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data51 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data52 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data53 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data54 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.6861287786750518
set bmargin at screen 0.5947259343957694
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Grounded-T without promotio…' offset 0,-0.5
unset xlabel
$data55 << END_OF_DATA
0.0 0.0
20.0 7.03125
40.0 14.0625
60.0 31.25
END_OF_DATA
$data56 << END_OF_DATA
0.0 0.0
20.0 17.96875
40.0 40.625
60.0 56.25
END_OF_DATA
$data57 << END_OF_DATA
0.0 0.0
20.0 43.75
40.0 49.21875
60.0 53.90625
END_OF_DATA
$data58 << END_OF_DATA
0.0 0.0
20.0 30.46875
40.0 21.09375
60.0 16.40625
END_OF_DATA
$data59 << END_OF_DATA
0.0 0.0
20.0 5.46875
40.0 7.8125
60.0 12.5
END_OF_DATA
plot $data55 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data56 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data57 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data58 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data59 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.6861287786750518
set bmargin at screen 0.5947259343957694
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Learnability-T' offset 0,-0.5
unset xlabel
$data60 << END_OF_DATA
0.0 0.0
20.0 7.03125
40.0 6.25
60.0 14.84375
END_OF_DATA
$data61 << END_OF_DATA
0.0 0.0
20.0 7.03125
40.0 15.625
60.0 9.375
END_OF_DATA
$data62 << END_OF_DATA
0.0 0.0
20.0 4.6875
40.0 7.03125
60.0 7.8125
END_OF_DATA
$data63 << END_OF_DATA
0.0 0.0
20.0 8.59375
40.0 6.25
60.0 6.25
END_OF_DATA
$data64 << END_OF_DATA
0.0 0.0
20.0 5.46875
40.0 5.46875
60.0 9.375
END_OF_DATA
plot $data60 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data61 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data62 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data63 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data64 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.6861287786750518
set bmargin at screen 0.5947259343957694
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Learnability-T + hard' offset 0,-0.5
unset xlabel
$data65 << END_OF_DATA
0.0 0.0
20.0 3.90625
40.0 7.8125
60.0 6.25
END_OF_DATA
$data66 << END_OF_DATA
0.0 0.0
20.0 4.6875
40.0 15.625
60.0 20.3125
END_OF_DATA
$data67 << END_OF_DATA
0.0 0.0
20.0 8.59375
40.0 17.1875
60.0 15.625
END_OF_DATA
$data68 << END_OF_DATA
0.0 0.0
20.0 3.90625
40.0 3.125
60.0 7.03125
END_OF_DATA
$data69 << END_OF_DATA
0.0 0.0
20.0 3.125
40.0 5.46875
60.0 5.46875
END_OF_DATA
plot $data65 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data66 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data67 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data68 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data69 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.5507039233902666
set bmargin at screen 0.45930107911098406
set format y '%g'
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Uncertainty-T' offset 0,-0.5
unset xlabel
$data70 << END_OF_DATA
0.0 0.0
20.0 5.46875
40.0 5.46875
60.0 7.03125
END_OF_DATA
$data71 << END_OF_DATA
0.0 0.0
20.0 5.46875
40.0 7.03125
60.0 6.25
END_OF_DATA
$data72 << END_OF_DATA
0.0 0.0
20.0 2.34375
40.0 4.6875
60.0 7.8125
END_OF_DATA
$data73 << END_OF_DATA
0.0 0.0
20.0 1.5625
40.0 3.125
60.0 6.25
END_OF_DATA
$data74 << END_OF_DATA
0.0 0.0
20.0 8.59375
40.0 1.5625
60.0 6.25
END_OF_DATA
plot $data70 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data71 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data72 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data73 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data74 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.5507039233902666
set bmargin at screen 0.45930107911098406
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Uncertainty-T + hard' offset 0,-0.5
unset xlabel
$data75 << END_OF_DATA
0.0 0.0
20.0 3.125
40.0 1.5625
60.0 2.34375
END_OF_DATA
$data76 << END_OF_DATA
0.0 0.0
20.0 9.375
40.0 4.6875
60.0 4.6875
END_OF_DATA
$data77 << END_OF_DATA
0.0 0.0
20.0 1.5625
40.0 3.90625
60.0 3.90625
END_OF_DATA
$data78 << END_OF_DATA
0.0 0.0
20.0 6.25
40.0 7.03125
60.0 7.03125
END_OF_DATA
$data79 << END_OF_DATA
0.0 0.0
20.0 0.78125
40.0 4.6875
60.0 10.15625
END_OF_DATA
plot $data75 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data76 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data77 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data78 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data79 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.5507039233902666
set bmargin at screen 0.45930107911098406
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Random-T' offset 0,-0.5
unset xlabel
$data80 << END_OF_DATA
0.0 0.0
20.0 9.375
40.0 10.9375
60.0 13.28125
END_OF_DATA
$data81 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 3.125
60.0 4.6875
END_OF_DATA
$data82 << END_OF_DATA
0.0 0.0
20.0 6.25
40.0 4.6875
60.0 7.8125
END_OF_DATA
$data83 << END_OF_DATA
0.0 0.0
20.0 3.125
40.0 5.46875
60.0 5.46875
END_OF_DATA
$data84 << END_OF_DATA
0.0 0.0
20.0 4.6875
40.0 4.6875
60.0 4.6875
END_OF_DATA
plot $data80 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data81 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data82 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data83 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data84 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.5507039233902666
set bmargin at screen 0.45930107911098406
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Random-T + hard' offset 0,-0.5
unset xlabel
$data85 << END_OF_DATA
0.0 0.0
20.0 17.1875
40.0 7.8125
60.0 21.09375
END_OF_DATA
$data86 << END_OF_DATA
0.0 0.0
20.0 2.34375
40.0 10.15625
60.0 5.46875
END_OF_DATA
$data87 << END_OF_DATA
0.0 0.0
20.0 4.6875
40.0 6.25
60.0 7.03125
END_OF_DATA
$data88 << END_OF_DATA
0.0 0.0
20.0 0.78125
40.0 4.6875
60.0 7.03125
END_OF_DATA
$data89 << END_OF_DATA
0.0 0.78125
20.0 8.59375
40.0 1.5625
60.0 4.6875
END_OF_DATA
plot $data85 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data86 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data87 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data88 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data89 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.4152790681054813
set bmargin at screen 0.32387622382619874
set format y '%g'
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Learnability-T at SOAR''s co…' offset 0,-0.5
unset xlabel
$data90 << END_OF_DATA
0.0 0.0
20.0 3.90625
40.0 3.125
60.0 3.90625
END_OF_DATA
$data91 << END_OF_DATA
0.0 0.0
20.0 7.03125
40.0 2.34375
60.0 4.6875
END_OF_DATA
$data92 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 1.5625
60.0 1.5625
END_OF_DATA
$data93 << END_OF_DATA
0.0 0.0
20.0 2.34375
40.0 6.25
60.0 3.90625
END_OF_DATA
$data94 << END_OF_DATA
0.0 0.0
20.0 0.78125
40.0 1.5625
60.0 0.78125
END_OF_DATA
plot $data90 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data91 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data92 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data93 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data94 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.4152790681054813
set bmargin at screen 0.32387622382619874
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Learnability-T at SOAR''s co…' offset 0,-0.5
unset xlabel
$data95 << END_OF_DATA
0.0 0.0
20.0 1.5625
40.0 0.78125
60.0 3.125
END_OF_DATA
$data96 << END_OF_DATA
0.0 0.0
20.0 1.5625
40.0 3.125
60.0 7.03125
END_OF_DATA
$data97 << END_OF_DATA
0.0 0.0
20.0 0.0
40.0 2.34375
60.0 4.6875
END_OF_DATA
$data98 << END_OF_DATA
0.0 0.0
20.0 3.90625
40.0 4.6875
60.0 5.46875
END_OF_DATA
$data99 << END_OF_DATA
0.0 0.0
20.0 0.78125
40.0 0.78125
60.0 2.34375
END_OF_DATA
plot $data95 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data96 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data97 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data98 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data99 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.4152790681054813
set bmargin at screen 0.32387622382619874
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Base-T, 32 questions' offset 0,-0.5
unset xlabel
$data100 << END_OF_DATA
0.0 0.0
20.0 7.03125
40.0 15.625
60.0 17.96875
END_OF_DATA
$data101 << END_OF_DATA
0.0 0.0
20.0 6.25
40.0 7.03125
60.0 15.625
END_OF_DATA
$data102 << END_OF_DATA
0.0 0.0
20.0 3.125
40.0 3.125
60.0 3.125
END_OF_DATA
$data103 << END_OF_DATA
0.0 0.0
20.0 3.125
40.0 2.34375
60.0 4.6875
END_OF_DATA
$data104 << END_OF_DATA
0.0 0.0
20.0 12.5
40.0 17.1875
60.0 15.625
END_OF_DATA
plot $data100 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data101 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data102 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data103 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data104 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.4152790681054813
set bmargin at screen 0.32387622382619874
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Base-T, 64 questions' offset 0,-0.5
unset xlabel
$data105 << END_OF_DATA
0.0 0.0
20.0 7.03125
40.0 5.46875
60.0 3.125
END_OF_DATA
$data106 << END_OF_DATA
0.0 0.0
20.0 8.59375
40.0 8.59375
60.0 3.90625
END_OF_DATA
$data107 << END_OF_DATA
0.0 0.0
20.0 5.46875
40.0 3.125
60.0 10.9375
END_OF_DATA
$data108 << END_OF_DATA
0.0 0.0
20.0 0.78125
40.0 0.0
60.0 3.125
END_OF_DATA
$data109 << END_OF_DATA
0.0 0.0
20.0 2.34375
40.0 3.125
60.0 7.03125
END_OF_DATA
plot $data105 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data106 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data107 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data108 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data109 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.279854212820696
set bmargin at screen 0.18845136854141353
set format y '%g'
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Base-T in two turns' offset 0,-0.5
unset xlabel
$data110 << END_OF_DATA
0.0 0.0
20.0 35.15625
40.0 25.0
60.0 14.84375
END_OF_DATA
$data111 << END_OF_DATA
0.0 0.0
20.0 24.21875
40.0 16.40625
60.0 25.0
END_OF_DATA
$data112 << END_OF_DATA
0.0 0.78125
20.0 22.65625
40.0 14.0625
60.0 19.53125
END_OF_DATA
$data113 << END_OF_DATA
0.0 0.0
20.0 24.21875
40.0 21.09375
60.0 20.3125
END_OF_DATA
$data114 << END_OF_DATA
0.0 0.0
20.0 12.5
40.0 19.53125
60.0 24.21875
END_OF_DATA
plot $data110 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data111 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data112 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data113 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data114 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.279854212820696
set bmargin at screen 0.18845136854141353
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Base-T, then hard' offset 0,-0.5
unset xlabel
$data115 << END_OF_DATA
0.0 0.0
20.0 7.03125
40.0 5.46875
60.0 8.59375
END_OF_DATA
$data116 << END_OF_DATA
0.0 0.0
20.0 22.65625
40.0 45.3125
60.0 46.875
END_OF_DATA
$data117 << END_OF_DATA
0.0 0.0
20.0 9.375
40.0 16.40625
60.0 35.15625
END_OF_DATA
$data118 << END_OF_DATA
0.0 0.0
20.0 3.125
40.0 3.125
60.0 10.15625
END_OF_DATA
$data119 << END_OF_DATA
0.0 0.0
20.0 7.8125
40.0 25.0
60.0 42.96875
END_OF_DATA
plot $data115 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data116 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data117 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data118 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data119 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.535
set rmargin at screen 0.7225
set tmargin at screen 0.279854212820696
set bmargin at screen 0.18845136854141353
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'SeRL-style' offset 0,-0.5
set xlabel 'training step'
$data120 << END_OF_DATA
0.0 0.0
20.0 2.34375
40.0 5.46875
60.0 3.125
END_OF_DATA
$data121 << END_OF_DATA
0.0 0.0
20.0 2.34375
40.0 3.125
60.0 0.78125
END_OF_DATA
$data122 << END_OF_DATA
0.0 0.0
20.0 2.34375
40.0 6.25
60.0 2.34375
END_OF_DATA
$data123 << END_OF_DATA
0.0 0.0
20.0 7.8125
40.0 2.34375
60.0 10.9375
END_OF_DATA
$data124 << END_OF_DATA
0.0 0.0
20.0 5.46875
40.0 0.78125
60.0 3.90625
END_OF_DATA
plot $data120 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data121 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data122 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data123 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data124 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.7625
set rmargin at screen 0.95
set tmargin at screen 0.279854212820696
set bmargin at screen 0.18845136854141353
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Curated-128' offset 0,-0.5
set xlabel 'training step'
$data125 << END_OF_DATA
0.0 0.0
20.0 58.59375
40.0 69.53125
60.0 63.28125
END_OF_DATA
$data126 << END_OF_DATA
0.0 0.0
20.0 42.1875
40.0 53.90625
60.0 65.625
END_OF_DATA
$data127 << END_OF_DATA
0.0 0.0
20.0 50.78125
40.0 50.78125
60.0 47.65625
END_OF_DATA
$data128 << END_OF_DATA
0.0 0.0
20.0 36.71875
40.0 34.375
60.0 44.53125
END_OF_DATA
$data129 << END_OF_DATA
0.0 0.0
20.0 52.34375
40.0 54.6875
60.0 63.28125
END_OF_DATA
plot $data125 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data126 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data127 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data128 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data129 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.08
set rmargin at screen 0.2675
set tmargin at screen 0.1444293575359108
set bmargin at screen 0.05302651325662833
set format y '%g'
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Curated-128 + hard' offset 0,-0.5
set xlabel 'training step'
$data130 << END_OF_DATA
0.0 0.0
20.0 49.21875
40.0 78.125
60.0 73.4375
END_OF_DATA
$data131 << END_OF_DATA
0.0 0.0
20.0 21.09375
40.0 50.78125
60.0 49.21875
END_OF_DATA
$data132 << END_OF_DATA
0.0 0.0
20.0 23.4375
40.0 48.4375
60.0 74.21875
END_OF_DATA
$data133 << END_OF_DATA
0.0 0.0
20.0 40.625
40.0 66.40625
60.0 67.96875
END_OF_DATA
$data134 << END_OF_DATA
0.0 0.0
20.0 60.9375
40.0 53.90625
60.0 64.0625
END_OF_DATA
plot $data130 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data131 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data132 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data133 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data134 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
set lmargin at screen 0.3075
set rmargin at screen 0.49500000000000005
set tmargin at screen 0.1444293575359108
set bmargin at screen 0.05302651325662833
set format y ''
set xtics autofreq
set xrange [-1.7999999999999998:121.8]
set yrange [0.0:89.4375]
set title 'Curated-full' offset 0,-0.5
set xlabel 'training step'
$data135 << END_OF_DATA
0.0 0.0
20.0 54.6875
40.0 65.625
60.0 63.28125
END_OF_DATA
$data136 << END_OF_DATA
0.0 0.0
20.0 30.46875
40.0 50.78125
60.0 67.1875
END_OF_DATA
$data137 << END_OF_DATA
0.0 0.0
20.0 45.3125
40.0 60.9375
60.0 46.875
END_OF_DATA
$data138 << END_OF_DATA
0.0 0.0
20.0 48.4375
40.0 57.8125
60.0 53.125
END_OF_DATA
$data139 << END_OF_DATA
0.0 0.0
20.0 55.46875
40.0 74.21875
60.0 84.375
END_OF_DATA
plot $data135 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  $data136 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00', \
  $data137 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73', \
  $data138 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7', \
  $data139 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
unset label 1
unset multiplot

set output
