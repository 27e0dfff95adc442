set encoding utf8
shares_groups = 5
array shares_label[5]
shares_label[1] = 'SOAR'
shares_label[2] = 'adversarial'
shares_label[3] = 'diversity'
shares_label[4] = 'learnability'
shares_label[5] = 'random'
$shares << END_OF_DATA
"teacher"	"step"	"well_posed"	"correct"	"target"	"distinct"	"operations"
"SOAR"	0	78.90625	60.9375	12.096354166666668	25.0	1.2376237623762376
"SOAR"	1	81.25	48.4375	23.936011904761905	41.40625	1.3846153846153846
"SOAR"	2	81.25	58.59375	21.156684027777775	35.15625	1.3365384615384615
"SOAR"	3	68.75	40.625	30.960441468253975	48.4375	1.4772727272727273
"SOAR"	4	78.125	37.5	37.427455357142854	51.5625	1.56
"SOAR"	5	75.78125	33.59375	41.75719246031746	50.78125	1.402061855670103


"teacher"	"step"	"well_posed"	"correct"	"target"	"distinct"	"operations"
"adversarial"	0	75.0	53.90625	15.84263392857143	32.03125	1.1979166666666667
"adversarial"	1	78.125	57.8125	15.48735119047619	34.375	1.26
"adversarial"	2	64.84375	41.40625	25.145089285714285	41.40625	1.2409638554216869
"adversarial"	3	66.40625	37.5	21.640625	44.53125	1.3176470588235294
"adversarial"	4	62.5	28.125	25.651041666666664	52.34375	1.175
"adversarial"	5	53.90625	19.53125	32.39955357142858	51.5625	1.2753623188405796


"teacher"	"step"	"well_posed"	"correct"	"target"	"distinct"	"operations"
"diversity"	0	75.0	56.25	14.05598958333333	31.25	1.1875
"diversity"	1	70.3125	51.5625	21.13095238095238	35.15625	1.1666666666666667
"diversity"	2	70.3125	45.3125	29.674479166666668	53.125	1.3
"diversity"	3	65.625	39.0625	30.39992559523809	51.5625	1.3571428571428572
"diversity"	4	62.5	28.90625	35.88913690476191	64.84375	1.5
"diversity"	5	62.5	31.25	37.99882192460317	66.40625	1.575


"teacher"	"step"	"well_posed"	"correct"	"target"	"distinct"	"operations"
"learnability"	0	82.03125	67.1875	8.463541666666666	25.0	1.2380952380952381
"learnability"	1	78.90625	62.5	16.901041666666668	34.375	1.2574257425742574
"learnability"	2	84.375	60.15625	20.950520833333332	36.71875	1.25
"learnability"	3	85.9375	61.71875	28.5515873015873	33.59375	1.3
"learnability"	4	78.125	42.96875	30.802725919913414	49.21875	1.51
"learnability"	5	73.4375	27.34375	42.741815476190474	67.96875	1.6914893617021276


"teacher"	"step"	"well_posed"	"correct"	"target"	"distinct"	"operations"
"random"	0	76.5625	59.375	12.005208333333332	29.6875	1.2448979591836735
"random"	1	78.125	54.6875	11.82291666666667	31.25	1.23
"random"	2	87.5	73.4375	12.658955627705629	28.125	1.1875
"random"	3	83.59375	61.71875	15.638809974747476	21.875	1.1775700934579438
"random"	4	87.5	69.53125	9.598214285714285	14.0625	1.0446428571428572
"random"	5	89.0625	75.0	9.752604166666668	14.0625	1.0614035087719298
END_OF_DATA
reset
format = 'svg'
pointScale = 0.6
set terminal svg size 1100,640 dynamic font 'DejaVu Sans,17' noenhanced background 'white'
set output 'questions.svg'
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
set multiplot layout 2,3
set xlabel 'outer step'
unset key
set yrange [0:100]
set title 'well-posed, percent'
plot for [i=1:shares_groups] $shares index i-1 using "step":"well_posed" with lines linetype i
set title 'right answer, percent'
plot for [i=1:shares_groups] $shares index i-1 using "step":"correct" with lines linetype i
set title 'distinct structures, percent'
plot for [i=1:shares_groups] $shares index i-1 using "step":"distinct" with lines linetype i
set title 'target operations, percent'
plot for [i=1:shares_groups] $shares index i-1 using "step":"target" with lines linetype i
set yrange [0:*]
set ytics 0.5
set title 'operations needed, mean'
plot for [i=1:shares_groups] $shares index i-1 using "step":"operations" with lines linetype i
# The last panel is the legend.
set key center center
unset border; unset tics; unset grid; unset xlabel; unset title
set xrange [0:1]
set yrange [0:1]
plot for [i=1:shares_groups] NaN with lines linetype i title shares_label[i]
unset multiplot
set output
reset
format = 'png'
pointScale = 1.0
set terminal pngcairo size 1100,640 font 'DejaVu Sans,16' noenhanced background 'white'
set output 'questions.png'
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
set multiplot layout 2,3
set xlabel 'outer step'
unset key
set yrange [0:100]
set title 'well-posed, percent'
plot for [i=1:shares_groups] $shares index i-1 using "step":"well_posed" with lines linetype i
set title 'right answer, percent'
plot for [i=1:shares_groups] $shares index i-1 using "step":"correct" with lines linetype i
set title 'distinct structures, percent'
plot for [i=1:shares_groups] $shares index i-1 using "step":"distinct" with lines linetype i
set title 'target operations, percent'
plot for [i=1:shares_groups] $shares index i-1 using "step":"target" with lines linetype i
set yrange [0:*]
set ytics 0.5
set title 'operations needed, mean'
plot for [i=1:shares_groups] $shares index i-1 using "step":"operations" with lines linetype i
# The last panel is the legend.
set key center center
unset border; unset tics; unset grid; unset xlabel; unset title
set xrange [0:1]
set yrange [0:1]
plot for [i=1:shares_groups] NaN with lines linetype i title shares_label[i]
unset multiplot
set output
