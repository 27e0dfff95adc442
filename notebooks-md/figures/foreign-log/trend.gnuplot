set encoding utf8
$steps << END_OF_DATA
"step"	"reward"	"characters"
0	0.06998125	159.125
1	0.14408125	184.9375
2	0.19190624999999997	189.8125
3	0.21942500000000004	205.9375
4	0.22318125	244.8125
5	0.21155000000000002	233.8125
6	0.1985625	232.75
7	0.25441875	297.3125
8	0.29645625000000003	300.625
9	0.27080625	332.4375
10	0.318275	276.5
11	0.30365625000000007	248.75
END_OF_DATA
reset
format = 'svg'
pointScale = 0.6
set terminal svg size 900,360 dynamic font 'DejaVu Sans,17' noenhanced background 'white'
set output 'trend.svg'
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
set xlabel 'step'
unset key
set title 'mean reward'
plot $steps using "step":"reward" with linespoints linetype 1
set title 'characters of a question'
plot $steps using "step":"characters" with linespoints linetype 2
unset multiplot
unset multiplot
set output
reset
format = 'png'
pointScale = 1.0
set terminal pngcairo size 900,360 font 'DejaVu Sans,16' noenhanced background 'white'
set output 'trend.png'
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
set xlabel 'step'
unset key
set title 'mean reward'
plot $steps using "step":"reward" with linespoints linetype 1
set title 'characters of a question'
plot $steps using "step":"characters" with linespoints linetype 2
unset multiplot
unset multiplot
set output
