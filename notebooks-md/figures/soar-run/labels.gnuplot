set encoding utf8
$labels << END_OF_DATA
"step"	"well_posed"	"correct"	"target"	"distinct"	"mean_operations"
0	78.90625	60.9375	12.096354166666668	25.0	1.2376237623762376
1	81.25	48.4375	23.936011904761905	41.40625	1.3846153846153846
2	81.25	58.59375	21.156684027777775	35.15625	1.3365384615384615
3	68.75	40.625	30.960441468253975	48.4375	1.4772727272727273
4	78.125	37.5	37.427455357142854	51.5625	1.56
5	71.875	39.0625	36.52343750000001	46.875	1.4130434782608696
6	75.0	44.53125	36.54079861111111	40.625	1.3020833333333333
7	66.40625	44.53125	31.289062499999993	34.375	1.2117647058823529
8	65.625	42.1875	29.270833333333336	29.6875	1.0714285714285714
9	69.53125	42.96875	32.68229166666667	30.46875	1.0
END_OF_DATA
reset
format = 'svg'
pointScale = 0.6
set terminal svg size 900,460 dynamic font 'DejaVu Sans,17' noenhanced background 'white'
set output 'labels.svg'
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
set ylabel 'percent of questions'
set yrange [0:100]
set xtics 1
set key outside right top
plot $labels using "step":"well_posed" with linespoints linetype 1 title 'well-posed', \
  $labels using "step":"correct" with linespoints linetype 2 title 'right answer', \
  $labels using "step":"distinct" with linespoints linetype 3 title 'distinct structures', \
  $labels using "step":"target" with linespoints linetype 4 title 'target operations'
unset multiplot
set output
reset
format = 'png'
pointScale = 1.0
set terminal pngcairo size 900,460 font 'DejaVu Sans,16' noenhanced background 'white'
set output 'labels.png'
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
set ylabel 'percent of questions'
set yrange [0:100]
set xtics 1
set key outside right top
plot $labels using "step":"well_posed" with linespoints linetype 1 title 'well-posed', \
  $labels using "step":"correct" with linespoints linetype 2 title 'right answer', \
  $labels using "step":"distinct" with linespoints linetype 3 title 'distinct structures', \
  $labels using "step":"target" with linespoints linetype 4 title 'target operations'
unset multiplot
set output
