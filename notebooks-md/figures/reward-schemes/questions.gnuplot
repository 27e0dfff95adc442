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
"SOAR"	0	77.34375	63.28125	11.842447916666666	26.5625	1.2121212121212122
"SOAR"	1	71.875	46.09375	15.638020833333332	32.8125	1.2608695652173914
"SOAR"	2	77.34375	57.03125	17.57440476190476	29.6875	1.1919191919191918
"SOAR"	3	75.78125	50.78125	22.953361742424242	34.375	1.3195876288659794
"SOAR"	4	74.21875	46.09375	32.3828125	28.125	1.1157894736842104
"SOAR"	5	68.75	35.9375	33.1640625	40.625	1.1818181818181819


"teacher"	"step"	"well_posed"	"correct"	"target"	"distinct"	"operations"
"adversarial"	0	74.21875	57.03125	16.35416666666667	28.125	1.231578947368421
"adversarial"	1	82.03125	66.40625	9.993489583333332	26.5625	1.2095238095238094
"adversarial"	2	66.40625	46.09375	19.89955357142857	41.40625	1.1647058823529413
"adversarial"	3	66.40625	41.40625	17.330729166666664	42.1875	1.2705882352941176
"adversarial"	4	71.875	45.3125	24.511718749999996	37.5	1.2608695652173914
"adversarial"	5	61.71875	35.9375	25.729166666666664	35.9375	1.2278481012658229


"teacher"	"step"	"well_posed"	"correct"	"target"	"distinct"	"operations"
"diversity"	0	66.40625	53.125	12.98828125	28.125	1.0823529411764705
"diversity"	1	80.46875	60.9375	9.402901785714286	25.78125	1.1553398058252426
"diversity"	2	86.71875	64.0625	8.138020833333332	21.09375	1.0990990990990992
"diversity"	3	84.375	61.71875	10.169270833333334	23.4375	1.0740740740740742
"diversity"	4	82.03125	64.0625	8.505309794372295	26.5625	1.2095238095238094
"diversity"	5	78.125	50.78125	15.877976190476192	34.375	1.3


"teacher"	"step"	"well_posed"	"correct"	"target"	"distinct"	"operations"
"learnability"	0	75.78125	56.25	13.461681547619047	33.59375	1.1958762886597938
"learnability"	1	71.875	52.34375	16.85546875	28.125	1.173913043478261
"learnability"	2	72.65625	46.09375	8.645833333333334	20.3125	1.053763440860215
"learnability"	3	57.8125	28.125	9.1796875	16.40625	0.9459459459459459
"learnability"	4	48.4375	21.875	14.713541666666666	20.3125	0.9032258064516129
"learnability"	5	37.5	18.75	10.416666666666668	16.40625	0.7708333333333334


"teacher"	"step"	"well_posed"	"correct"	"target"	"distinct"	"operations"
"random"	0	79.6875	57.8125	8.736979166666666	27.34375	1.2156862745098038
"random"	1	77.34375	57.03125	12.994791666666666	22.65625	1.1515151515151516
"random"	2	80.46875	63.28125	12.170758928571429	21.09375	1.0970873786407767
"random"	3	85.15625	58.59375	10.15625	10.15625	1.0458715596330275
"random"	4	85.15625	66.40625	7.473958333333333	15.625	1.091743119266055
"random"	5	87.5	62.5	7.842548076923077	13.28125	1.0535714285714286
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
