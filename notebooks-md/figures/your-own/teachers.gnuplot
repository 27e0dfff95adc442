set encoding utf8
reward_groups = 2
array reward_label[2]
reward_label[1] = 'SOAR'
reward_label[2] = 'mine'
$reward << END_OF_DATA
"teacher"	"step"	"reward"	"well_posed"	"target"
"SOAR"	0	0.05078125	59.375	27.83854166666666
"SOAR"	1	0.037760416666666664	60.15625	23.593749999999996
"SOAR"	2	0.06640625	60.9375	27.952008928571427
"SOAR"	3	0.03125	50.78125	39.08203125000001
"SOAR"	4	0.0390625	60.15625	39.0234375
"SOAR"	5	0.03645833333333333	60.15625	44.231770833333336


"teacher"	"step"	"reward"	"well_posed"	"target"
"mine"	0	0.4962803732217799	66.40625	22.070312499999996
"mine"	1	0.36456072533994965	56.25	26.19791666666667
"mine"	2	0.4408327090950599	61.71875	24.07552083333333
"mine"	3	0.4552465473474726	64.84375	20.110677083333332
"mine"	4	0.3515203520291399	57.8125	29.166666666666664
"mine"	5	0.35160118630291215	55.46875	29.166666666666668
END_OF_DATA
reset
format = 'svg'
pointScale = 0.6
set terminal svg size 900,400 dynamic font 'DejaVu Sans,17' noenhanced background 'white'
set output 'teachers.svg'
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
set multiplot layout 1,2
set xlabel 'outer step'
set xtics 1
set yrange [0:100]
set ylabel 'percent'
set key bottom right
set title 'well-posed'
plot for [i=1:reward_groups] $reward index i-1 using "step":"well_posed" with linespoints linetype i title reward_label[i]
set title 'target operations'
unset ylabel
plot for [i=1:reward_groups] $reward index i-1 using "step":"target" with linespoints linetype i notitle
unset multiplot
set output
reset
format = 'png'
pointScale = 1.0
set terminal pngcairo size 900,400 font 'DejaVu Sans,16' noenhanced background 'white'
set output 'teachers.png'
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
set multiplot layout 1,2
set xlabel 'outer step'
set xtics 1
set yrange [0:100]
set ylabel 'percent'
set key bottom right
set title 'well-posed'
plot for [i=1:reward_groups] $reward index i-1 using "step":"well_posed" with linespoints linetype i title reward_label[i]
set title 'target operations'
unset ylabel
plot for [i=1:reward_groups] $reward index i-1 using "step":"target" with linespoints linetype i notitle
unset multiplot
set output
