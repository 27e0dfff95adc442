set encoding utf8
reset
pointScale = 0.6
set terminal svg size 1200,388 dynamic font 'DejaVu Sans,17' noenhanced background 'white'
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
set lmargin at screen 0.27
set rmargin at screen 0.595
set tmargin at screen 0.8711340206185567
set bmargin at screen 0.21649484536082475
set title 'synthetic questions alone' offset 0,-0.4
set xrange [-53.85218749999999:49.46937500000001]
set yrange [6.6:-0.6]
set ytics ('no-promotion' 0, 'learnability' 1, 'uncertainty' 2, 'random' 3, 'the untrained teacher' 4, 'curated problems' 5, 'learnability-at-cost' 6)
$data0 << END_OF_DATA
11.406250000000002 1.0 0.9335937500000063 24.21875
14.218750000000002 2.0 3.4375000000000004 27.031249999999996
13.750000000000002 3.0 1.871093750000006 27.968749999999996
-35.9375 5.0 -46.72656249999999 -24.058593750000018
17.96875 6.0 7.500000000000001 30.46875
END_OF_DATA
$data1 << END_OF_DATA
-1.4062500000000004 0.0 -16.25 14.0625
9.53125 4.0 -6.570312499999988 28.125
END_OF_DATA
set arrow 1 from 0,graph 0 to 0,graph 1 nohead
plot $data0 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#0072B2', \
  $data1 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
set lmargin at screen 0.655
set rmargin at screen 0.98
set tmargin at screen 0.8711340206185567
set bmargin at screen 0.21649484536082475
set title 'hard-train mixed in' offset 0,-0.4
set xrange [-53.85218749999999:49.46937500000001]
set yrange [6.6:-0.6]
set ytics ('' 0, '' 1, '' 2, '' 3, '' 4, '' 5, '' 6)
$data2 << END_OF_DATA
24.53125 1.0 15.464843750000007 35.0
29.843749999999996 2.0 20.46875 40.46875
26.406249999999996 3.0 12.652343750000005 40.15625
28.4375 4.0 16.5625 40.625
-30.312500000000004 5.0 -45.62890624999999 -12.343749999999998
30.9375 6.0 20.312500000000004 42.34375
END_OF_DATA
$data3 << END_OF_DATA
1.4062499999999978 0.0 -13.597656249999995 18.44140624999998
END_OF_DATA
set arrow 1 from 0,graph 0 to 0,graph 1 nohead
plot $data2 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#0072B2', \
  $data3 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
unset multiplot

set output
reset
pointScale = 1.0
set terminal pngcairo size 1200,388 font 'DejaVu Sans,16' noenhanced background 'white'
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
set lmargin at screen 0.27
set rmargin at screen 0.595
set tmargin at screen 0.8711340206185567
set bmargin at screen 0.21649484536082475
set title 'synthetic questions alone' offset 0,-0.4
set xrange [-53.85218749999999:49.46937500000001]
set yrange [6.6:-0.6]
set ytics ('no-promotion' 0, 'learnability' 1, 'uncertainty' 2, 'random' 3, 'the untrained teacher' 4, 'curated problems' 5, 'learnability-at-cost' 6)
$data0 << END_OF_DATA
11.406250000000002 1.0 0.9335937500000063 24.21875
14.218750000000002 2.0 3.4375000000000004 27.031249999999996
13.750000000000002 3.0 1.871093750000006 27.968749999999996
-35.9375 5.0 -46.72656249999999 -24.058593750000018
17.96875 6.0 7.500000000000001 30.46875
END_OF_DATA
$data1 << END_OF_DATA
-1.4062500000000004 0.0 -16.25 14.0625
9.53125 4.0 -6.570312499999988 28.125
END_OF_DATA
set arrow 1 from 0,graph 0 to 0,graph 1 nohead
plot $data0 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#0072B2', \
  $data1 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
set lmargin at screen 0.655
set rmargin at screen 0.98
set tmargin at screen 0.8711340206185567
set bmargin at screen 0.21649484536082475
set title 'hard-train mixed in' offset 0,-0.4
set xrange [-53.85218749999999:49.46937500000001]
set yrange [6.6:-0.6]
set ytics ('' 0, '' 1, '' 2, '' 3, '' 4, '' 5, '' 6)
$data2 << END_OF_DATA
24.53125 1.0 15.464843750000007 35.0
29.843749999999996 2.0 20.46875 40.46875
26.406249999999996 3.0 12.652343750000005 40.15625
28.4375 4.0 16.5625 40.625
-30.312500000000004 5.0 -45.62890624999999 -12.343749999999998
30.9375 6.0 20.312500000000004 42.34375
END_OF_DATA
$data3 << END_OF_DATA
1.4062499999999978 0.0 -13.597656249999995 18.44140624999998
END_OF_DATA
set arrow 1 from 0,graph 0 to 0,graph 1 nohead
plot $data2 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#0072B2', \
  $data3 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
unset multiplot

set output
