# gnuplot training-curves.gnuplot                      draws training-curves.svg
# gnuplot -e "format='png'" training-curves.gnuplot    draws training-curves.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'training-curves.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1200,1462 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1200,1462 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 12.0in,14.62in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'training-curves.' . (format eq 'ascii' ? 'txt' : format)

set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set multiplot
unset key
set lmargin at screen 0.0
set rmargin at screen 1.0
set tmargin at screen 0.9972640218878249
set bmargin at screen 0.9712722298221614
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1200]
set yrange [38.0:0]
set label 2000 'hard-train, greedy' at 397.20000000000005,19.0 left font ',15'
set label 2001 'hard-test, pass@32' at 668.0,19.0 left font ',15'
plot data index 0 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  data index 1 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 2 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  data index 3 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00'
unset label 2000
unset label 2001
set tics
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set label 1 'solved (%)' at screen 0.014,0.5 center rotate by 90 font ',13'
set label 2 'training step' at screen 0.5,0.012311901504787962 center font ',13'
set lmargin at screen 0.06
set rmargin at screen 0.27041666666666664
set tmargin at screen 0.9548563611491108
set bmargin at screen 0.8837209302325582
set title 'right, given never' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
plot data index 4 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 5 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 6 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 7 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 8 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 9 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 10 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 11 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 13 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 14 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 15 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 16 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 17 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 18 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 19 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 20 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 12 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 21 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
unset label 1
unset label 2
set lmargin at screen 0.2920833333333333
set rmargin at screen 0.5025
set tmargin at screen 0.9548563611491108
set bmargin at screen 0.8837209302325582
set title 'right, given 0.005 to 0.04' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 22 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 23 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 24 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 25 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 26 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 27 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 28 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 29 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 31 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 32 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 33 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 34 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 35 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 36 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 37 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 38 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 30 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 39 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.5241666666666667
set rmargin at screen 0.7345833333333334
set tmargin at screen 0.9548563611491108
set bmargin at screen 0.8837209302325582
set title 'right, given 0.06 to 0.15' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 40 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 41 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 42 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 43 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 44 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 45 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 46 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 47 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 49 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 50 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 51 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 52 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 53 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 54 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 55 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 56 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 48 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 57 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.75625
set rmargin at screen 0.9666666666666667
set tmargin at screen 0.9548563611491108
set bmargin at screen 0.8837209302325582
set title 'right, given 0.2 to 0.4' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 58 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 59 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 60 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 61 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 62 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 63 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 64 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 65 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 67 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 68 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 69 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 70 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 71 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 72 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 73 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 74 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 66 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 75 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.06
set rmargin at screen 0.27041666666666664
set tmargin at screen 0.8522571819425444
set bmargin at screen 0.7811217510259918
set title 'right, given 0.5 to 0.7' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
plot data index 76 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 77 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 78 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 79 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 80 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 81 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 82 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 83 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 85 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 86 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 87 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 88 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 89 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 90 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 91 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 92 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 84 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 93 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.2920833333333333
set rmargin at screen 0.5025
set tmargin at screen 0.8522571819425444
set bmargin at screen 0.7811217510259918
set title 'right, given 0.8 to 0.95' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 94 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 95 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 96 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 97 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 98 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 99 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 100 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 101 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 103 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 104 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 105 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 106 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 107 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 108 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 109 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 110 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 102 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 111 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.5241666666666667
set rmargin at screen 0.7345833333333334
set tmargin at screen 0.8522571819425444
set bmargin at screen 0.7811217510259918
set title 'right, given 0.97 to 1' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 112 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 113 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 114 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 115 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 116 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 117 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 118 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 119 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 121 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 122 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 123 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 124 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 125 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 126 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 127 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 128 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 120 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 129 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.75625
set rmargin at screen 0.9666666666666667
set tmargin at screen 0.8522571819425444
set bmargin at screen 0.7811217510259918
set title 'wrong, given never' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 130 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 131 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 132 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 133 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 134 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 135 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 136 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 137 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 139 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 140 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 141 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 142 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 143 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 144 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 145 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 146 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 138 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 147 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.06
set rmargin at screen 0.27041666666666664
set tmargin at screen 0.749658002735978
set bmargin at screen 0.6785225718194254
set title 'wrong, given 0.005 to 0.04' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
plot data index 148 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 149 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 150 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 151 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 152 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 153 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 154 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 155 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 157 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 158 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 159 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 160 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 161 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 162 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 163 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 164 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 156 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 165 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.2920833333333333
set rmargin at screen 0.5025
set tmargin at screen 0.749658002735978
set bmargin at screen 0.6785225718194254
set title 'wrong, given 0.06 to 0.15' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 166 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 167 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 168 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 169 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 170 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 171 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 172 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 173 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 175 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 176 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 177 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 178 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 179 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 180 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 181 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 182 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 174 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 183 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.5241666666666667
set rmargin at screen 0.7345833333333334
set tmargin at screen 0.749658002735978
set bmargin at screen 0.6785225718194254
set title 'wrong, given 0.2 to 0.4' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 184 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 185 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 186 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 187 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 188 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 189 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 191 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 192 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 193 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 194 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 195 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 196 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 190 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 197 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.75625
set rmargin at screen 0.9666666666666667
set tmargin at screen 0.749658002735978
set bmargin at screen 0.6785225718194254
set title 'wrong, given 0.5 to 0.7' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 198 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 199 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 200 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 201 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 203 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 204 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 205 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 206 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 202 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 207 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.06
set rmargin at screen 0.27041666666666664
set tmargin at screen 0.6470588235294117
set bmargin at screen 0.5759233926128591
set title 'wrong, given 0.8 to 0.95' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
plot data index 208 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 209 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 210 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 211 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 212 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 213 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 214 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 215 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 217 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 218 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 219 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 220 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 221 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 222 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 223 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 224 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 216 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 225 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.2920833333333333
set rmargin at screen 0.5025
set tmargin at screen 0.6470588235294117
set bmargin at screen 0.5759233926128591
set title 'wrong, given 0.97 to 1' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 226 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 227 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.5241666666666667
set rmargin at screen 0.7345833333333334
set tmargin at screen 0.6470588235294117
set bmargin at screen 0.5759233926128591
set title 'ill-posed, given never' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 228 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 229 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 230 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 231 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 232 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 233 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 234 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 235 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 237 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 238 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 239 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 240 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 241 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 242 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 243 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 244 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 236 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 245 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.75625
set rmargin at screen 0.9666666666666667
set tmargin at screen 0.6470588235294117
set bmargin at screen 0.5759233926128591
set title 'ill-posed, given 0.005 to 0.04' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 246 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 247 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 248 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 249 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 250 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 251 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 252 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 253 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 255 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 256 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 257 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 258 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 259 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 260 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 261 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 262 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 254 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 263 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.06
set rmargin at screen 0.27041666666666664
set tmargin at screen 0.5444596443228454
set bmargin at screen 0.4733242134062927
set title 'ill-posed, given 0.06 to 0.15' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
plot data index 264 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 265 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 266 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 267 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 268 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 269 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 270 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 271 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 273 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 274 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 275 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 276 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 277 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 278 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 279 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 280 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 272 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 281 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.2920833333333333
set rmargin at screen 0.5025
set tmargin at screen 0.5444596443228454
set bmargin at screen 0.4733242134062927
set title 'ill-posed, given 0.2 to 0.4' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 282 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 283 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 284 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 285 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 286 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 287 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 288 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 289 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 291 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 292 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 293 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 294 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 295 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 296 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 297 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 298 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 290 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 299 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.5241666666666667
set rmargin at screen 0.7345833333333334
set tmargin at screen 0.5444596443228454
set bmargin at screen 0.4733242134062927
set title 'ill-posed, given 0.5 to 0.7' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 300 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 301 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 302 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 303 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 304 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 305 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 306 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 307 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 309 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 310 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 311 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 312 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 313 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 314 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 315 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 316 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 308 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 317 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.75625
set rmargin at screen 0.9666666666666667
set tmargin at screen 0.5444596443228454
set bmargin at screen 0.4733242134062927
set title 'ill-posed, given 0.8 to 0.95' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 318 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 319 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 320 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 321 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 322 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 323 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 324 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 325 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 327 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 328 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 329 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 330 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 331 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 332 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 333 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 334 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 326 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 335 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.06
set rmargin at screen 0.27041666666666664
set tmargin at screen 0.4418604651162791
set bmargin at screen 0.37072503419972636
set title 'ill-posed, given 0.97 to 1' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
plot data index 336 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 337 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 338 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 339 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 340 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 341 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 342 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 343 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 345 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 346 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 347 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 348 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 349 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 350 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 351 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 352 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 344 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 353 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.2920833333333333
set rmargin at screen 0.5025
set tmargin at screen 0.4418604651162791
set bmargin at screen 0.37072503419972636
set title 'well-posed, correct, 1-2' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 354 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 355 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 356 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 357 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 358 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 359 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 360 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 361 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 363 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 364 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 365 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 366 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 367 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 368 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 369 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 370 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 362 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 371 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.5241666666666667
set rmargin at screen 0.7345833333333334
set tmargin at screen 0.4418604651162791
set bmargin at screen 0.37072503419972636
set title 'well-posed, shared, 1-2' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 372 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 373 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 374 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 375 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 376 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 377 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 378 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 379 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 381 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 382 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 383 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 384 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 385 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 386 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 387 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 388 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 380 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 389 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.75625
set rmargin at screen 0.9666666666666667
set tmargin at screen 0.4418604651162791
set bmargin at screen 0.37072503419972636
set title 'well-posed, idiosyncratic, 1-2' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 390 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 391 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 392 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 393 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 394 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 395 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 396 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 397 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 399 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 400 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 401 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 402 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 403 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 404 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 405 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 406 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 398 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 407 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.06
set rmargin at screen 0.27041666666666664
set tmargin at screen 0.3392612859097127
set bmargin at screen 0.2681258549931601
set title 'well-posed, random, 1-2' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
plot data index 408 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 409 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 410 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 411 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 412 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 413 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 414 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 415 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 417 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 418 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 419 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 420 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 421 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 422 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 423 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 424 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 416 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 425 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.2920833333333333
set rmargin at screen 0.5025
set tmargin at screen 0.3392612859097127
set bmargin at screen 0.2681258549931601
set title 'ill-posed, correct, 1-2' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 426 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 427 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 428 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 429 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 430 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 431 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 432 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 433 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 435 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 436 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 437 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 438 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 439 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 440 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 441 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 442 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 434 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 443 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.5241666666666667
set rmargin at screen 0.7345833333333334
set tmargin at screen 0.3392612859097127
set bmargin at screen 0.2681258549931601
set title 'ill-posed, shared, 1-2' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 444 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 445 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 446 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 447 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 448 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 449 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 450 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 451 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 453 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 454 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 455 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 456 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 457 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 458 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 459 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 460 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 452 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 461 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.75625
set rmargin at screen 0.9666666666666667
set tmargin at screen 0.3392612859097127
set bmargin at screen 0.2681258549931601
set title 'ill-posed, idiosyncratic, 1-2' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 462 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 463 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 464 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 465 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 466 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 467 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 468 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 469 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 471 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 472 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 473 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 474 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 475 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 476 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 477 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 478 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 470 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 479 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.06
set rmargin at screen 0.27041666666666664
set tmargin at screen 0.23666210670314636
set bmargin at screen 0.16552667578659375
set title 'ill-posed, random, 1-2' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
plot data index 480 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 481 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 482 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 483 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 484 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 485 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 486 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 487 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 489 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 490 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 491 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 492 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 493 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 494 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 495 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 496 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 488 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 497 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.2920833333333333
set rmargin at screen 0.5025
set tmargin at screen 0.23666210670314636
set bmargin at screen 0.16552667578659375
set title 'Base-T' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 498 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 499 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 500 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 501 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 502 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 503 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 504 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 505 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 507 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 508 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 509 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 510 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 511 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 512 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 513 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 514 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 506 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 515 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.5241666666666667
set rmargin at screen 0.7345833333333334
set tmargin at screen 0.23666210670314636
set bmargin at screen 0.16552667578659375
set title 'Base-T, well-posed' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format x ''
set format y ''
plot data index 516 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 517 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 518 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 519 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 520 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 521 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 522 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 523 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 525 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 526 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 527 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 528 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 529 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 530 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 531 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 532 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 524 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 533 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.75625
set rmargin at screen 0.9666666666666667
set tmargin at screen 0.23666210670314636
set bmargin at screen 0.16552667578659375
set title 'Base-T, correct' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format y ''
plot data index 534 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 535 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 536 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 537 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 538 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 539 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 540 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 541 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 543 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 544 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 545 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 546 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 547 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 548 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 549 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 550 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 542 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 551 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.06
set rmargin at screen 0.27041666666666664
set tmargin at screen 0.13406292749658
set bmargin at screen 0.06292749658002739
set title 'Base-T, wrong' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
plot data index 552 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 553 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 554 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 555 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 556 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 557 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 558 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 559 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 561 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 562 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 563 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 564 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 565 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 566 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 567 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 568 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 560 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 569 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.2920833333333333
set rmargin at screen 0.5025
set tmargin at screen 0.13406292749658
set bmargin at screen 0.06292749658002739
set title 'Base-T, ill-posed' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format y ''
plot data index 570 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 571 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 572 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 573 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 574 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 575 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 576 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 577 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 579 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 580 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 581 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 582 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 583 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 584 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 585 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 586 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 578 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 587 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.5241666666666667
set rmargin at screen 0.7345833333333334
set tmargin at screen 0.13406292749658
set bmargin at screen 0.06292749658002739
set title 'Base-T, well-posed, corrected' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:81.984375]
set ytics 50.0
set format y ''
plot data index 588 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 589 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 590 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 591 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 592 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 593 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 594 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 595 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 597 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 598 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 599 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 600 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 601 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 602 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 603 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 604 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 596 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 605 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
unset multiplot

set output
