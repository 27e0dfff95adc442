set encoding utf8
$labels << END_OF_DATA
"step"	"well_posed"	"correct"	"target"	"distinct"	"mean_operations"
0	77.34375	63.28125	11.842447916666666	26.5625	1.2121212121212122
1	71.875	46.09375	15.638020833333332	32.8125	1.2608695652173914
2	77.34375	57.03125	17.57440476190476	29.6875	1.1919191919191918
3	75.78125	50.78125	22.953361742424242	34.375	1.3195876288659794
4	73.4375	47.65625	32.8125	34.375	1.1914893617021276
5	73.4375	41.40625	29.90513392857143	38.28125	1.2234042553191489
6	71.875	42.1875	43.098958333333336	35.15625	1.2608695652173914
7	80.46875	44.53125	33.59375000000001	32.03125	1.1262135922330097
8	71.875	37.5	36.6015625	31.25	1.1195652173913044
9	69.53125	32.8125	39.38802083333333	32.8125	1.101123595505618
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
