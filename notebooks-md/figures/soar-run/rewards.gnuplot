set encoding utf8
$students << END_OF_DATA
"step"	"place"	"points"	"dataset"
0	-0.18	0.0	0
0	-0.18	0.0	0
0	-0.18	0.0	0
0	-0.06	5.46875	1
0	-0.06	2.34375	1
0	-0.06	0.0	1
0	0.06	1.5625	2
0	0.06	1.5625	2
0	0.06	0.0	2
0	0.18	0.0	3
0	0.18	0.0	3
0	0.18	0.0	3
1	0.8200000000000001	0.78125	0
1	0.8200000000000001	0.0	0
1	0.8200000000000001	0.0	0
1	0.94	0.0	1
1	0.94	0.0	1
1	0.94	2.34375	1
1	1.06	1.5625	2
1	1.06	1.5625	2
1	1.06	0.78125	2
1	1.18	0.0	3
1	1.18	1.5625	3
1	1.18	0.0	3
2	1.82	3.125	0
2	1.82	0.78125	0
2	1.82	1.5625	0
2	1.94	0.0	1
2	1.94	0.78125	1
2	1.94	0.0	1
2	2.06	0.0	2
2	2.06	3.90625	2
2	2.06	0.0	2
2	2.18	0.0	3
2	2.18	0.0	3
2	2.18	1.5625	3
3	2.82	0.78125	0
3	2.82	0.0	0
3	2.82	0.0	0
3	2.94	0.78125	1
3	2.94	2.34375	1
3	2.94	3.125	1
3	3.06	0.0	2
3	3.06	0.0	2
3	3.06	0.0	2
3	3.18	3.125	3
3	3.18	5.46875	3
3	3.18	8.59375	3
4	3.82	3.90625	0
4	3.82	3.90625	0
4	3.82	3.90625	0
4	3.94	0.78125	1
4	3.94	3.125	1
4	3.94	-2.34375	1
4	4.06	2.34375	2
4	4.06	-0.78125	2
4	4.06	-2.34375	2
4	4.18	1.5625	3
4	4.18	-2.34375	3
4	4.18	3.90625	3
5	4.82	-0.78125	0
5	4.82	1.5625	0
5	4.82	0.0	0
5	4.94	-3.125	1
5	4.94	3.125	1
5	4.94	-2.34375	1
5	5.06	7.03125	2
5	5.06	3.125	2
5	5.06	10.15625	2
5	5.18	0.0	3
5	5.18	0.78125	3
5	5.18	-1.5625	3
6	5.82	3.125	0
6	5.82	4.6875	0
6	5.82	-2.34375	0
6	5.94	-4.6875	1
6	5.94	-2.34375	1
6	5.94	0.78125	1
6	6.06	-1.5625	2
6	6.06	2.34375	2
6	6.06	2.34375	2
6	6.18	0.0	3
6	6.18	3.90625	3
6	6.18	3.90625	3
7	6.82	-2.34375	0
7	6.82	-3.125	0
7	6.82	9.375	0
7	6.94	0.0	1
7	6.94	0.0	1
7	6.94	0.78125	1
7	7.06	-0.78125	2
7	7.06	0.0	2
7	7.06	0.78125	2
7	7.18	1.5625	3
7	7.18	3.125	3
7	7.18	-3.125	3
8	7.82	0.78125	0
8	7.82	-3.90625	0
8	7.82	-0.78125	0
8	7.94	-3.90625	1
8	7.94	6.25	1
8	7.94	1.5625	1
8	8.06	7.03125	2
8	8.06	3.125	2
8	8.06	-1.5625	2
8	8.18	-1.5625	3
8	8.18	-1.5625	3
8	8.18	-1.5625	3
9	8.82	-4.6875	0
9	8.82	0.0	0
9	8.82	5.46875	0
9	8.94	-3.90625	1
9	8.94	1.5625	1
9	8.94	7.03125	1
9	9.06	3.90625	2
9	9.06	-0.78125	2
9	9.06	4.6875	2
9	9.18	2.34375	3
9	9.18	0.78125	3
9	9.18	-0.78125	3
END_OF_DATA
$steps << END_OF_DATA
"step"	"mean_points"	"moving_average"	"threshold"	"is_promoted"	"baseline_after"	"rejected"
0	0.9114583333333334	0.9114583333333334	1.0	0	0.0	1251
1	0.7161458333333333	0.8138020833333334	1.0	0	0.0	1879
2	0.9765625000000002	0.8680555555555558	1.0	0	0.0	1310
3	2.0182291666666665	1.2369791666666665	1.0	1	5.46875	1196
4	1.3020833333333335	1.3020833333333335	1.0	0	5.46875	1058
5	1.4973958333333333	1.3997395833333333	1.0	0	5.46875	1071
6	0.8463541666666667	1.2152777777777777	1.0	1	9.375	1013
7	0.5208333333333333	0.5208333333333333	1.0	0	9.375	818
8	0.3255208333333333	0.4231770833333333	1.0	0	9.375	768
9	1.3020833333333335	0.7161458333333333	1.0	0	9.375	616
END_OF_DATA
reset
format = 'svg'
pointScale = 0.6
set terminal svg size 1000,480 dynamic font 'DejaVu Sans,17' noenhanced background 'white'
set output 'rewards.svg'
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set datafile separator tab
set datafile columnheaders
set linetype 1 pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2'
set linetype 2 pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set linetype 3 pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73'
set linetype 4 pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7'
set linetype 5 pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
set linetype 6 pointtype 8 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#56B4E9'
set linetype 7 pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 4 linecolor rgb '#0072B2'
set linetype 8 pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 4 linecolor rgb '#D55E00'
set xlabel 'outer step'
set ylabel 'gain on hard-train, points'
set key outside right top
set xrange [-0.5:*]
set xtics 1
plot 0 with lines linecolor rgb '#999999' notitle, \
  $students using "place":"points" with points pointtype 6 pointsize pointScale linecolor rgb '#56b4e9' title 'one student', \
  $steps using "step":"mean_points" with linespoints linetype 1 title 'R_t', \
  $steps using "step":"moving_average" with lines dashtype 2 linewidth 2 linecolor rgb '#000000' title 'moving average', \
  $steps using "step":"threshold" with lines dashtype 3 linewidth 2 linecolor rgb '#d55e00' title 'threshold', \
  $steps using "step":(column("is_promoted") > 0 ? column("mean_points") : NaN) with points pointtype 3 pointsize pointScale*2.5 linewidth 2 linecolor rgb '#d55e00' title 'promotion'
unset multiplot
set output
reset
format = 'png'
pointScale = 1.0
set terminal pngcairo size 1000,480 font 'DejaVu Sans,16' noenhanced background 'white'
set output 'rewards.png'
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set datafile separator tab
set datafile columnheaders
set linetype 1 pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2'
set linetype 2 pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set linetype 3 pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73'
set linetype 4 pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7'
set linetype 5 pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
set linetype 6 pointtype 8 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#56B4E9'
set linetype 7 pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 4 linecolor rgb '#0072B2'
set linetype 8 pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 4 linecolor rgb '#D55E00'
set xlabel 'outer step'
set ylabel 'gain on hard-train, points'
set key outside right top
set xrange [-0.5:*]
set xtics 1
plot 0 with lines linecolor rgb '#999999' notitle, \
  $students using "place":"points" with points pointtype 6 pointsize pointScale linecolor rgb '#56b4e9' title 'one student', \
  $steps using "step":"mean_points" with linespoints linetype 1 title 'R_t', \
  $steps using "step":"moving_average" with lines dashtype 2 linewidth 2 linecolor rgb '#000000' title 'moving average', \
  $steps using "step":"threshold" with lines dashtype 3 linewidth 2 linecolor rgb '#d55e00' title 'threshold', \
  $steps using "step":(column("is_promoted") > 0 ? column("mean_points") : NaN) with points pointtype 3 pointsize pointScale*2.5 linewidth 2 linecolor rgb '#d55e00' title 'promotion'
unset multiplot
set output
