# gnuplot cells-train-gain.gnuplot                      draws cells-train-gain.svg
# gnuplot -e "format='png'" cells-train-gain.gnuplot    draws cells-train-gain.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'cells-train-gain.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 516,524 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 516,524 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 5.16in,5.24in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'cells-train-gain.' . (format eq 'ascii' ? 'txt' : format)

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
set tmargin at screen 0.9389312977099237
set bmargin at screen 0.866412213740458
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:516]
set yrange [38.0:0]
set label 2000 'well-posed' at 140.0,19.0 left font ',15'
set label 2001 'ill-posed' at 326.0,19.0 left font ',15'
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
set label 2 'structure +6.4, correctness +14.9 points' at screen 0.5,0.9656488549618321 center
set lmargin at screen 0.18604651162790697
set rmargin at screen 0.9224806201550387
set tmargin at screen 0.7938931297709924
set bmargin at screen 0.2709923664122137
set title '1 or 2 operations' offset 0,-0.5
set ylabel 'greedy gain on hard-train (%)'
set format y '%g'
set yrange [-4.698753665015649:29.982948320661265]
set xrange [-0.6:3.6]
set xtics ('correct' 0, 'shared' 1, 'idiosyncratic' 2, 'random' 3) rotate by -30
plot data index 5 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#770072B2', \
  data index 4 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.8 linecolor rgb '#0072B2', \
  data index 4 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 7 using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77D55E00', \
  data index 6 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.8 linecolor rgb '#D55E00', \
  data index 6 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00'
unset label 2
unset multiplot

set output
