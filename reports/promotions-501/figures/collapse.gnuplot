# gnuplot collapse.gnuplot                      draws collapse.svg
# gnuplot -e "format='png'" collapse.gnuplot    draws collapse.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'collapse.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1000,486 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1000,486 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.0in,4.86in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'collapse.' . (format eq 'ascii' ? 'txt' : format)

set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set multiplot
unset key
set lmargin at screen 0.104
set rmargin at screen 0.3706666666666667
set tmargin at screen 0.8765432098765432
set bmargin at screen 0.691358024691358
set label 1 'SOAR' at screen 0.23733333333333334,0.962962962962963 center
set label 2 'well-posed (%)' at screen 0.104,0.9032921810699588 left font ',14'
set format y '%g'
set format x ''
unset xlabel
set xtics 10
set xrange [-0.585:39.585]
set yrange [0:105]
set ytics 50
plot data index 0 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 1 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 2 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 3 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 4 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 5 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set lmargin at screen 0.104
set rmargin at screen 0.3706666666666667
set tmargin at screen 0.6131687242798354
set bmargin at screen 0.42798353909465026
unset label 1
set label 2 'Vendi score (% of the first step)' at screen 0.104,0.6399176954732511 left font ',14'
set format y '%g'
set format x ''
unset xlabel
set xtics 10
set xrange [-0.585:39.585]
set yrange [0.0:117.42222721075545]
set ytics 50.0
plot data index 6 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 7 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 8 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 9 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 10 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 11 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set lmargin at screen 0.104
set rmargin at screen 0.3706666666666667
set tmargin at screen 0.34979423868312753
set bmargin at screen 0.16460905349794241
unset label 1
set label 2 'KL per token (nats)' at screen 0.104,0.3765432098765432 left font ',14'
set format y '%g'
set format x '%g'
set xlabel 'outer step t' offset 0,0.4
set xtics 10
set xrange [-0.585:39.585]
set yrange [0.0:0.145100617335237]
set ytics 0.1
plot data index 12 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 13 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 14 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 15 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 16 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 17 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set lmargin at screen 0.39866666666666667
set rmargin at screen 0.6653333333333333
set tmargin at screen 0.8765432098765432
set bmargin at screen 0.691358024691358
set label 1 'no-promotion' at screen 0.532,0.962962962962963 center
unset label 2
set format y ''
set format x ''
unset xlabel
set xtics 10
set xrange [-0.585:39.585]
set yrange [0:105]
set ytics 50
plot data index 18 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 19 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 20 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 21 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 22 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 23 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#D55E00'
set lmargin at screen 0.39866666666666667
set rmargin at screen 0.6653333333333333
set tmargin at screen 0.6131687242798354
set bmargin at screen 0.42798353909465026
unset label 1
unset label 2
set format y ''
set format x ''
unset xlabel
set xtics 10
set xrange [-0.585:39.585]
set yrange [0.0:117.42222721075545]
set ytics 50.0
plot data index 24 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 25 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 26 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 27 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 28 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 29 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#D55E00'
set lmargin at screen 0.39866666666666667
set rmargin at screen 0.6653333333333333
set tmargin at screen 0.34979423868312753
set bmargin at screen 0.16460905349794241
unset label 1
unset label 2
set format y ''
set format x '%g'
set xlabel 'outer step t' offset 0,0.4
set xtics 10
set xrange [-0.585:39.585]
set yrange [0.0:0.145100617335237]
set ytics 0.1
plot data index 30 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 31 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 32 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 33 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 34 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 35 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#D55E00'
set lmargin at screen 0.6933333333333334
set rmargin at screen 0.96
set tmargin at screen 0.8765432098765432
set bmargin at screen 0.691358024691358
set label 1 'permuted' at screen 0.8266666666666668,0.962962962962963 center
unset label 2
set format y ''
set format x ''
unset xlabel
set xtics 10
set xrange [-0.585:39.585]
set yrange [0:105]
set ytics 50
plot data index 36 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 37 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 38 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 39 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 40 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 41 using 1:2 with lines linewidth 2.6 dashtype 4 linecolor rgb '#777777'
set lmargin at screen 0.6933333333333334
set rmargin at screen 0.96
set tmargin at screen 0.6131687242798354
set bmargin at screen 0.42798353909465026
unset label 1
unset label 2
set format y ''
set format x ''
unset xlabel
set xtics 10
set xrange [-0.585:39.585]
set yrange [0.0:117.42222721075545]
set ytics 50.0
plot data index 42 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 43 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 44 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 45 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 46 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 47 using 1:2 with lines linewidth 2.6 dashtype 4 linecolor rgb '#777777'
set lmargin at screen 0.6933333333333334
set rmargin at screen 0.96
set tmargin at screen 0.34979423868312753
set bmargin at screen 0.16460905349794241
unset label 1
unset label 2
set format y ''
set format x '%g'
set xlabel 'outer step t' offset 0,0.4
set xtics 10
set xrange [-0.585:39.585]
set yrange [0.0:0.145100617335237]
set ytics 0.1
plot data index 48 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 49 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 50 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 51 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 52 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 53 using 1:2 with lines linewidth 2.6 dashtype 4 linecolor rgb '#777777'
unset label 1
unset label 2
unset multiplot

set output
