# gnuplot training-curves.gnuplot                      draws training-curves.svg
# gnuplot -e "format='png'" training-curves.gnuplot    draws training-curves.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'training-curves.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1200,862 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1200,862 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 12.0in,8.62in \
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
set tmargin at screen 0.9953596287703016
set bmargin at screen 0.951276102088167
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
set label 2 'training step' at screen 0.5,0.02088167053364269 center font ',13'
set lmargin at screen 0.06
set rmargin at screen 0.27041666666666664
set tmargin at screen 0.9234338747099768
set bmargin at screen 0.802784222737819
set title 'Base-T' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 10
set xrange [-0.3:20.3]
set yrange [0.0:47.51724137931035]
set ytics 20.0
set format x ''
plot data index 4 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 5 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 6 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 8 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 9 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 10 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 7 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 11 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
unset label 1
unset label 2
set lmargin at screen 0.2920833333333333
set rmargin at screen 0.5025
set tmargin at screen 0.9234338747099768
set bmargin at screen 0.802784222737819
set title 'Grounded-T' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 10
set xrange [-0.3:20.3]
set yrange [0.0:47.51724137931035]
set ytics 20.0
set format x ''
set format y ''
plot data index 12 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 13 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 14 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 16 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 17 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 18 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 15 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 19 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.5241666666666667
set rmargin at screen 0.7345833333333334
set tmargin at screen 0.9234338747099768
set bmargin at screen 0.802784222737819
set title 'Grounded-T, oracle' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 10
set xrange [-0.3:20.3]
set yrange [0.0:47.51724137931035]
set ytics 20.0
set format x ''
set format y ''
plot data index 20 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 21 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 22 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 24 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 25 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 26 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 23 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 27 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.75625
set rmargin at screen 0.9666666666666667
set tmargin at screen 0.9234338747099768
set bmargin at screen 0.802784222737819
set title 'Grounded-T, choosing' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 10
set xrange [-0.3:20.3]
set yrange [0.0:47.51724137931035]
set ytics 20.0
set format x ''
set format y ''
plot data index 28 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 29 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 30 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 32 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 33 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 34 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 31 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 35 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.06
set rmargin at screen 0.27041666666666664
set tmargin at screen 0.7494199535962878
set bmargin at screen 0.62877030162413
set title 'Curated' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 10
set xrange [-0.3:20.3]
set yrange [0.0:47.51724137931035]
set ytics 20.0
set format x ''
plot data index 36 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 37 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 38 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 40 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 41 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 42 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 39 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 43 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.2920833333333333
set rmargin at screen 0.5025
set tmargin at screen 0.7494199535962878
set bmargin at screen 0.62877030162413
set title 'Base-T, oracle' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 10
set xrange [-0.3:20.3]
set yrange [0.0:47.51724137931035]
set ytics 20.0
set format x ''
set format y ''
plot data index 44 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 45 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 46 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 48 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 49 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 50 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 47 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 51 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.5241666666666667
set rmargin at screen 0.7345833333333334
set tmargin at screen 0.7494199535962878
set bmargin at screen 0.62877030162413
set title 'Base-T, choosing' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 10
set xrange [-0.3:20.3]
set yrange [0.0:47.51724137931035]
set ytics 20.0
set format x ''
set format y ''
plot data index 52 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 53 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 54 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 56 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 57 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 58 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 55 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 59 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.75625
set rmargin at screen 0.9666666666666667
set tmargin at screen 0.7494199535962878
set bmargin at screen 0.62877030162413
set title 'Permuted-T, oracle' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 10
set xrange [-0.3:20.3]
set yrange [0.0:47.51724137931035]
set ytics 20.0
set format x ''
set format y ''
plot data index 60 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 61 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 62 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 64 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 65 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 66 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 63 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 67 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.06
set rmargin at screen 0.27041666666666664
set tmargin at screen 0.5754060324825986
set bmargin at screen 0.45475638051044087
set title 'Curated, majority answers' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 10
set xrange [-0.3:20.3]
set yrange [0.0:47.51724137931035]
set ytics 20.0
set format x ''
plot data index 68 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 69 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 70 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 72 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 73 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 74 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 71 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 75 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.2920833333333333
set rmargin at screen 0.5025
set tmargin at screen 0.5754060324825986
set bmargin at screen 0.45475638051044087
set title 'Curated, shared wrong answers' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 10
set xrange [-0.3:20.3]
set yrange [0.0:47.51724137931035]
set ytics 20.0
set format x ''
set format y ''
plot data index 76 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 77 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 78 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 80 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 81 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 82 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 79 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 83 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.5241666666666667
set rmargin at screen 0.7345833333333334
set tmargin at screen 0.5754060324825986
set bmargin at screen 0.45475638051044087
set title 'Curated, shuffled answers' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 10
set xrange [-0.3:20.3]
set yrange [0.0:47.51724137931035]
set ytics 20.0
set format x ''
set format y ''
plot data index 84 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 85 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 86 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 88 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 89 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 90 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 87 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 91 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.75625
set rmargin at screen 0.9666666666666667
set tmargin at screen 0.5754060324825986
set bmargin at screen 0.45475638051044087
set title 'Base-T, then hard' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 10
set xrange [-0.3:20.3]
set yrange [0.0:47.51724137931035]
set ytics 20.0
set format x ''
set format y ''
plot data index 92 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 93 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 94 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 96 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 97 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 98 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 95 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 99 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.06
set rmargin at screen 0.27041666666666664
set tmargin at screen 0.4013921113689095
set bmargin at screen 0.2807424593967517
set title 'Grounded-T, then hard' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 10
set xrange [-0.3:20.3]
set yrange [0.0:47.51724137931035]
set ytics 20.0
set format x ''
plot data index 100 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 101 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 102 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 104 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 105 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 106 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 103 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 107 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.2920833333333333
set rmargin at screen 0.5025
set tmargin at screen 0.4013921113689095
set bmargin at screen 0.2807424593967517
set title 'Grounded-T, oracle, then hard' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 10
set xrange [-0.3:20.3]
set yrange [0.0:47.51724137931035]
set ytics 20.0
set format y ''
plot data index 108 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 109 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 110 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 112 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 113 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 114 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 111 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 115 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.5241666666666667
set rmargin at screen 0.7345833333333334
set tmargin at screen 0.4013921113689095
set bmargin at screen 0.2807424593967517
set title 'Grounded-T, choosing, then hard' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 10
set xrange [-0.3:20.3]
set yrange [0.0:47.51724137931035]
set ytics 20.0
set format y ''
plot data index 116 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 117 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 118 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 120 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 121 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 122 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 119 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 123 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.75625
set rmargin at screen 0.9666666666666667
set tmargin at screen 0.4013921113689095
set bmargin at screen 0.2807424593967517
set title 'Curated, then hard' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 10
set xrange [-0.3:20.3]
set yrange [0.0:47.51724137931035]
set ytics 20.0
set format y ''
plot data index 124 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 125 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 126 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 128 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 129 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 130 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 127 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 131 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
set lmargin at screen 0.06
set rmargin at screen 0.27041666666666664
set tmargin at screen 0.22737819025522044
set bmargin at screen 0.10672853828306261
set title 'Hard-Only' offset 0,-0.8 font ',11'
set tics font ',11'
set xtics 20
set xrange [-0.6:40.6]
set yrange [0.0:47.51724137931035]
set ytics 20.0
plot data index 132 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 133 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 134 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 136 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 137 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 138 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 135 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2', \
  data index 139 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*0.8 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set format '%g'
unset multiplot

set output
