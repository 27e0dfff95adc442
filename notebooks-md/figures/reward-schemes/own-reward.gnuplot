set encoding utf8
own_groups = 5
array own_label[5]
own_label[1] = 'grounded'
own_label[2] = 'adversarial'
own_label[3] = 'diversity'
own_label[4] = 'learnability'
own_label[5] = 'random'
$own << END_OF_DATA
"scheme"	"step"	"reward"
"grounded"	0	0.009114583333333334
"grounded"	1	0.007161458333333333
"grounded"	2	0.009765625000000002
"grounded"	3	0.020182291666666664
"grounded"	4	0.010416666666666668
"grounded"	5	0.037760416666666664


"scheme"	"step"	"reward"
"adversarial"	0	0.324951171875
"adversarial"	1	0.33447265625
"adversarial"	2	0.455810546875
"adversarial"	3	0.445556640625
"adversarial"	4	0.509765625
"adversarial"	5	0.580322265625


"scheme"	"step"	"reward"
"diversity"	0	0.9112836801648614
"diversity"	1	0.8816678265804939
"diversity"	2	0.86052409513516
"diversity"	3	0.8471275339112498
"diversity"	4	0.858577081870838
"diversity"	5	0.8463577861805878


"scheme"	"step"	"reward"
"learnability"	0	0.200439453125
"learnability"	1	0.182373046875
"learnability"	2	0.2314453125
"learnability"	3	0.198486328125
"learnability"	4	0.197998046875
"learnability"	5	0.17626953125


"scheme"	"step"	"reward"
"random"	0	0.5154287594116158
"random"	1	0.4816273403260048
"random"	2	0.4392690468645722
"random"	3	0.45158826476284075
"random"	4	0.545205067681021
"random"	5	0.4880114222369309
END_OF_DATA
reset
format = 'svg'
pointScale = 0.6
set terminal svg size 1000,640 dynamic font 'DejaVu Sans,17' noenhanced background 'white'
set output 'own-reward.svg'
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
set xtics 1
set xlabel 'outer step'
do for [i=1:own_groups] {
  set title own_label[i]
  plot $own index i-1 using "step":"reward" with linespoints linetype i notitle
}
unset multiplot
set output
reset
format = 'png'
pointScale = 1.0
set terminal pngcairo size 1000,640 font 'DejaVu Sans,16' noenhanced background 'white'
set output 'own-reward.png'
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
set xtics 1
set xlabel 'outer step'
do for [i=1:own_groups] {
  set title own_label[i]
  plot $own index i-1 using "step":"reward" with linespoints linetype i notitle
}
unset multiplot
set output
