set encoding utf8
reward_groups = 2
array reward_label[2]
reward_label[1] = 'SOAR'
reward_label[2] = 'mine'
$reward << END_OF_DATA
"teacher"	"step"	"reward"	"well_posed"	"target"
"SOAR"	0	0.06666666666666668	64.84375	42.52604166666667
"SOAR"	1	0.02142857142857143	71.875	38.485863095238095
"SOAR"	2	0.24999999999999997	73.4375	38.4765625
"SOAR"	3	0.16666666666666666	71.875	42.7734375
"SOAR"	4	0.26904761904761904	74.21875	49.21875
"SOAR"	5	0.15714285714285714	71.09375	51.23697916666667


"teacher"	"step"	"reward"	"well_posed"	"target"
"mine"	0	0.5921262552303275	67.96875	44.544270833333336
"mine"	1	0.5164789280022914	59.375	41.2890625
"mine"	2	0.5165997547002678	62.5	39.30989583333333
"mine"	3	0.5520769962927063	75.78125	42.36049107142858
"mine"	4	0.4315844998556946	70.3125	42.66927083333333
"mine"	5	0.3952851952295888	71.875	41.419270833333336
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
