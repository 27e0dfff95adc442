set encoding utf8
$pass << END_OF_DATA
"place"	"arm"	"seeds"	"pass@32, percent"	"lowest"	"highest"
1	"right, well-posed"	3	23.697916666666668	0.0	67.1875
2	"shared error, well-posed"	3	35.677083333333336	21.09375	51.5625
3	"own error, well-posed"	3	0.0	0.0	0.0
4	"random, well-posed"	3	0.0	0.0	0.0
5	"right, ill-posed"	3	3.90625	0.78125	7.03125
6	"shared error, ill-posed"	3	17.447916666666668	0.0	31.25
7	"own error, ill-posed"	3	0.0	0.0	0.0
8	"random, ill-posed"	3	0.0	0.0	0.0
9	"the teacher’s"	3	7.8125	5.46875	11.71875
END_OF_DATA
$gain << END_OF_DATA
"place"	"position"	"arm"	"seed"	"greedy"
1	0.85	"right, well-posed"	1	47.65625
1	1.0	"right, well-posed"	2	0.0
1	1.15	"right, well-posed"	3	0.78125
2	1.85	"shared error, well-posed"	1	38.28125
2	2.0	"shared error, well-posed"	2	20.3125
2	2.15	"shared error, well-posed"	3	10.9375
3	2.85	"own error, well-posed"	1	0.0
3	3.0	"own error, well-posed"	2	0.0
3	3.15	"own error, well-posed"	3	0.0
4	3.85	"random, well-posed"	1	0.0
4	4.0	"random, well-posed"	2	0.0
4	4.15	"random, well-posed"	3	0.0
5	4.85	"right, ill-posed"	1	0.0
5	5.0	"right, ill-posed"	2	0.0
5	5.15	"right, ill-posed"	3	2.34375
6	5.85	"shared error, ill-posed"	1	12.5
6	6.0	"shared error, ill-posed"	2	0.0
6	6.15	"shared error, ill-posed"	3	10.9375
7	6.85	"own error, ill-posed"	1	0.0
7	7.0	"own error, ill-posed"	2	0.0
7	7.15	"own error, ill-posed"	3	0.0
8	7.85	"random, ill-posed"	1	0.0
8	8.0	"random, ill-posed"	2	0.0
8	8.15	"random, ill-posed"	3	0.0
9	8.85	"the teacher’s"	1	3.90625
9	9.0	"the teacher’s"	2	0.0
9	9.15	"the teacher’s"	3	1.5625
END_OF_DATA
reset
format = 'svg'
pointScale = 0.6
set terminal svg size 1000,460 dynamic font 'DejaVu Sans,17' noenhanced background 'white'
set output 'pass.svg'
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
set yrange [9.5:0.5]
set xrange [0:*]
set lmargin at screen 0.3
set rmargin at screen 0.6
set xlabel 'pass@32, percent'
plot $pass using 4:1:5:6:ytic(2) with xerrorbars linetype 1 notitle
set lmargin at screen 0.65
set rmargin at screen 0.97
set format y ''
set xtics 10
set xlabel 'greedy accuracy, percent'
plot $gain using "greedy":"position" with points linetype 2 notitle
unset multiplot
set output
reset
format = 'png'
pointScale = 1.0
set terminal pngcairo size 1000,460 font 'DejaVu Sans,16' noenhanced background 'white'
set output 'pass.png'
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
set yrange [9.5:0.5]
set xrange [0:*]
set lmargin at screen 0.3
set rmargin at screen 0.6
set xlabel 'pass@32, percent'
plot $pass using 4:1:5:6:ytic(2) with xerrorbars linetype 1 notitle
set lmargin at screen 0.65
set rmargin at screen 0.97
set format y ''
set xtics 10
set xlabel 'greedy accuracy, percent'
plot $gain using "greedy":"position" with points linetype 2 notitle
unset multiplot
set output
