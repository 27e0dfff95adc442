set encoding utf8
reset
pointScale = 0.6
set terminal svg size 1520,456 dynamic font 'DejaVu Sans,17' noenhanced background 'white'
set output 'grounded-against.svg'
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set multiplot
unset key
set xlabel 'points of pass@32'
set lmargin at screen 0.20394736842105263
set rmargin at screen 0.43263157894736837
set tmargin at screen 0.8903508771929824
set bmargin at screen 0.1842105263157895
set title 'synthetic questions alone' offset 0,-0.4
set xrange [-75.00218749999999:90.30687500000003]
set yrange [8.6:-0.6]
set ytics ('no-promotion' 0, 'learnability' 1, 'uncertainty' 2, 'random' 3, 'the untrained teacher' 4, 'curated problems' 5, 'learnability-at-cost' 6, 'uncertainty-at-cost' 7, 'random-at-cost' 8)
$data0 << END_OF_DATA
11.718750000000002 1.0 4.683593750000007 20.31640624999998
15.937500000000002 2.0 7.8125 24.066406249999982
13.437500000000002 3.0 2.0273437500000067 22.34375
-48.59375 5.0 -60.78125 -37.34375
19.53125 6.0 12.5 27.6106770833333
END_OF_DATA
$data1 << END_OF_DATA
1.0937500000000018 0.0 -8.128906249999993 10.78125
0.6250000000000006 4.0 -7.968749999999999 9.062499999999998
23.4375 7.0 15.625 31.269531249999893
25.78125 8.0 17.96875 33.59375
END_OF_DATA
set arrow 1 from 0,graph 0 to 0,graph 1 nohead
plot $data0 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#0072B2', \
  $data1 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
set lmargin at screen 0.4626315789473684
set rmargin at screen 0.6913157894736841
set tmargin at screen 0.8903508771929824
set bmargin at screen 0.1842105263157895
set title 'hard-train mixed in' offset 0,-0.4
set xrange [-75.00218749999999:90.30687500000003]
set yrange [8.6:-0.6]
set ytics ('' 0, '' 1, '' 2, '' 3, '' 4, '' 5, '' 6, '' 7, '' 8)
$data2 << END_OF_DATA
39.6875 1.0 23.125 56.09375
41.40625 2.0 21.875 58.28124999999999
30.9375 3.0 10.464843750000005 53.59765624999997
25.46875 4.0 3.593750000000001 43.441406249999986
-44.99999999999999 5.0 -63.601562499999986 -28.90234375000002
53.125 6.0 39.84375 67.1875
END_OF_DATA
$data3 << END_OF_DATA
-2.187499999999998 0.0 -28.285156249999993 25.941406249999982
38.28125 7.0 29.6875 47.65625
38.28125 8.0 28.90625 47.65625
END_OF_DATA
set arrow 1 from 0,graph 0 to 0,graph 1 nohead
plot $data2 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#0072B2', \
  $data3 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
set lmargin at screen 0.7213157894736842
set rmargin at screen 0.95
set tmargin at screen 0.8903508771929824
set bmargin at screen 0.1842105263157895
set title 'hard-train afterwards' offset 0,-0.4
set xrange [-75.00218749999999:90.30687500000003]
set yrange [8.6:-0.6]
set ytics ('' 0, '' 1, '' 2, '' 3, '' 4, '' 5, '' 6, '' 7, '' 8)
$data4 << END_OF_DATA
43.28125000000001 1.0 24.996093750000007 57.03515624999997
50.78125 2.0 34.84375 64.6875
43.43750000000001 3.0 29.37109375000001 57.34375000000001
-31.406249999999993 5.0 -48.90625 -17.652343750000014
50.520833333333336 6.0 22.65625 73.17708333333334
END_OF_DATA
$data5 << END_OF_DATA
3.125 0.0 -19.535156249999993 25.941406249999982
3.125 4.0 -27.347656249999986 30.628906249999982
70.3125 7.0 60.9375 78.90625
69.53125 8.0 60.9375 78.125
END_OF_DATA
set arrow 1 from 0,graph 0 to 0,graph 1 nohead
plot $data4 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#0072B2', \
  $data5 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
unset multiplot

set output
reset
pointScale = 1.0
set terminal pngcairo size 1520,456 font 'DejaVu Sans,16' noenhanced background 'white'
set output 'grounded-against.png'
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set multiplot
unset key
set xlabel 'points of pass@32'
set lmargin at screen 0.20394736842105263
set rmargin at screen 0.43263157894736837
set tmargin at screen 0.8903508771929824
set bmargin at screen 0.1842105263157895
set title 'synthetic questions alone' offset 0,-0.4
set xrange [-75.00218749999999:90.30687500000003]
set yrange [8.6:-0.6]
set ytics ('no-promotion' 0, 'learnability' 1, 'uncertainty' 2, 'random' 3, 'the untrained teacher' 4, 'curated problems' 5, 'learnability-at-cost' 6, 'uncertainty-at-cost' 7, 'random-at-cost' 8)
$data0 << END_OF_DATA
11.718750000000002 1.0 4.683593750000007 20.31640624999998
15.937500000000002 2.0 7.8125 24.066406249999982
13.437500000000002 3.0 2.0273437500000067 22.34375
-48.59375 5.0 -60.78125 -37.34375
19.53125 6.0 12.5 27.6106770833333
END_OF_DATA
$data1 << END_OF_DATA
1.0937500000000018 0.0 -8.128906249999993 10.78125
0.6250000000000006 4.0 -7.968749999999999 9.062499999999998
23.4375 7.0 15.625 31.269531249999893
25.78125 8.0 17.96875 33.59375
END_OF_DATA
set arrow 1 from 0,graph 0 to 0,graph 1 nohead
plot $data0 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#0072B2', \
  $data1 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
set lmargin at screen 0.4626315789473684
set rmargin at screen 0.6913157894736841
set tmargin at screen 0.8903508771929824
set bmargin at screen 0.1842105263157895
set title 'hard-train mixed in' offset 0,-0.4
set xrange [-75.00218749999999:90.30687500000003]
set yrange [8.6:-0.6]
set ytics ('' 0, '' 1, '' 2, '' 3, '' 4, '' 5, '' 6, '' 7, '' 8)
$data2 << END_OF_DATA
39.6875 1.0 23.125 56.09375
41.40625 2.0 21.875 58.28124999999999
30.9375 3.0 10.464843750000005 53.59765624999997
25.46875 4.0 3.593750000000001 43.441406249999986
-44.99999999999999 5.0 -63.601562499999986 -28.90234375000002
53.125 6.0 39.84375 67.1875
END_OF_DATA
$data3 << END_OF_DATA
-2.187499999999998 0.0 -28.285156249999993 25.941406249999982
38.28125 7.0 29.6875 47.65625
38.28125 8.0 28.90625 47.65625
END_OF_DATA
set arrow 1 from 0,graph 0 to 0,graph 1 nohead
plot $data2 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#0072B2', \
  $data3 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
set lmargin at screen 0.7213157894736842
set rmargin at screen 0.95
set tmargin at screen 0.8903508771929824
set bmargin at screen 0.1842105263157895
set title 'hard-train afterwards' offset 0,-0.4
set xrange [-75.00218749999999:90.30687500000003]
set yrange [8.6:-0.6]
set ytics ('' 0, '' 1, '' 2, '' 3, '' 4, '' 5, '' 6, '' 7, '' 8)
$data4 << END_OF_DATA
43.28125000000001 1.0 24.996093750000007 57.03515624999997
50.78125 2.0 34.84375 64.6875
43.43750000000001 3.0 29.37109375000001 57.34375000000001
-31.406249999999993 5.0 -48.90625 -17.652343750000014
50.520833333333336 6.0 22.65625 73.17708333333334
END_OF_DATA
$data5 << END_OF_DATA
3.125 0.0 -19.535156249999993 25.941406249999982
3.125 4.0 -27.347656249999986 30.628906249999982
70.3125 7.0 60.9375 78.90625
69.53125 8.0 60.9375 78.125
END_OF_DATA
set arrow 1 from 0,graph 0 to 0,graph 1 nohead
plot $data4 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#0072B2', \
  $data5 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
unset multiplot

set output
