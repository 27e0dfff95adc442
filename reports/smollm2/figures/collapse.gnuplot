# gnuplot collapse.gnuplot                      draws collapse.svg
# gnuplot -e "format='png'" collapse.gnuplot    draws collapse.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'collapse.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1000,972 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1000,972 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.0in,9.72in \
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
set tmargin at screen 0.9382716049382716
set bmargin at screen 0.845679012345679
set label 1 'own' at screen 0.23733333333333334,0.9814814814814815 center
set label 2 'well-posed (%)' at screen 0.104,0.9516460905349794 left font ',14'
set format y '%g'
set format x ''
unset xlabel
set xtics 2
set xrange [-0.3:5.3]
set yrange [0:105]
set ytics 50
plot data index 0 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 1 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 2 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 3 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set lmargin at screen 0.104
set rmargin at screen 0.3706666666666667
set tmargin at screen 0.8065843621399177
set bmargin at screen 0.7139917695473251
unset label 1
set label 2 'Vendi score (% of the first step)' at screen 0.104,0.8199588477366255 left font ',14'
set format y '%g'
set format x ''
unset xlabel
set xtics 2
set xrange [-0.3:5.3]
set yrange [0.0:128.31145232283353]
set ytics 50.0
plot data index 4 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 5 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 6 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 7 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set lmargin at screen 0.104
set rmargin at screen 0.3706666666666667
set tmargin at screen 0.6748971193415638
set bmargin at screen 0.5823045267489713
unset label 1
set label 2 'KL per token (nats)' at screen 0.104,0.6882716049382716 left font ',14'
set format y '%g'
set format x '%g'
unset xlabel
set xtics 2
set xrange [-0.3:5.3]
set yrange [0.0:0.035651208154938836]
set ytics 0.02
plot data index 8 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 9 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 10 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 11 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set lmargin at screen 0.39866666666666667
set rmargin at screen 0.6653333333333333
set tmargin at screen 0.9382716049382716
set bmargin at screen 0.845679012345679
set label 1 'oracle' at screen 0.532,0.9814814814814815 center
unset label 2
set format y ''
set format x ''
unset xlabel
set xtics 2
set xrange [-0.3:5.3]
set yrange [0:105]
set ytics 50
plot data index 12 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 13 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 14 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 15 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#D55E00'
set lmargin at screen 0.39866666666666667
set rmargin at screen 0.6653333333333333
set tmargin at screen 0.8065843621399177
set bmargin at screen 0.7139917695473251
unset label 1
unset label 2
set format y ''
set format x ''
unset xlabel
set xtics 2
set xrange [-0.3:5.3]
set yrange [0.0:128.31145232283353]
set ytics 50.0
plot data index 16 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 17 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 18 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 19 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#D55E00'
set lmargin at screen 0.39866666666666667
set rmargin at screen 0.6653333333333333
set tmargin at screen 0.6748971193415638
set bmargin at screen 0.5823045267489713
unset label 1
unset label 2
set format y ''
set format x '%g'
set xlabel 'outer step t' offset 0,0.4
set xtics 2
set xrange [-0.3:5.3]
set yrange [0.0:0.035651208154938836]
set ytics 0.02
plot data index 20 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 21 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 22 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 23 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#D55E00'
set lmargin at screen 0.6933333333333334
set rmargin at screen 0.96
set tmargin at screen 0.9382716049382716
set bmargin at screen 0.845679012345679
set label 1 'choosing' at screen 0.8266666666666668,0.9814814814814815 center
unset label 2
set format y ''
set format x ''
unset xlabel
set xtics 2
set xrange [-0.3:5.3]
set yrange [0:105]
set ytics 50
plot data index 24 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 25 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 26 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 27 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#009E73'
set lmargin at screen 0.6933333333333334
set rmargin at screen 0.96
set tmargin at screen 0.8065843621399177
set bmargin at screen 0.7139917695473251
unset label 1
unset label 2
set format y ''
set format x ''
unset xlabel
set xtics 2
set xrange [-0.3:5.3]
set yrange [0.0:128.31145232283353]
set ytics 50.0
plot data index 28 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 29 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 30 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 31 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#009E73'
set lmargin at screen 0.6933333333333334
set rmargin at screen 0.96
set tmargin at screen 0.6748971193415638
set bmargin at screen 0.5823045267489713
unset label 1
unset label 2
set format y ''
set format x '%g'
set xlabel 'outer step t' offset 0,0.4
set xtics 2
set xrange [-0.3:5.3]
set yrange [0.0:0.035651208154938836]
set ytics 0.02
plot data index 32 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 33 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 34 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 35 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#009E73'
set lmargin at screen 0.104
set rmargin at screen 0.3706666666666667
set tmargin at screen 0.43827160493827155
set bmargin at screen 0.345679012345679
set label 1 'permuted' at screen 0.23733333333333334,0.4814814814814815 center
set label 2 'well-posed (%)' at screen 0.104,0.4516460905349794 left font ',14'
set format y '%g'
set format x ''
unset xlabel
set xtics 2
set xrange [-0.3:5.3]
set yrange [0:105]
set ytics 50
plot data index 36 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 37 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 38 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 39 using 1:2 with lines linewidth 2.6 dashtype 4 linecolor rgb '#777777'
set lmargin at screen 0.104
set rmargin at screen 0.3706666666666667
set tmargin at screen 0.3065843621399177
set bmargin at screen 0.21399176954732513
unset label 1
set label 2 'Vendi score (% of the first step)' at screen 0.104,0.31995884773662553 left font ',14'
set format y '%g'
set format x ''
unset xlabel
set xtics 2
set xrange [-0.3:5.3]
set yrange [0.0:128.31145232283353]
set ytics 50.0
plot data index 40 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 41 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 42 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 43 using 1:2 with lines linewidth 2.6 dashtype 4 linecolor rgb '#777777'
set lmargin at screen 0.104
set rmargin at screen 0.3706666666666667
set tmargin at screen 0.17489711934156382
set bmargin at screen 0.08230452674897115
unset label 1
set label 2 'KL per token (nats)' at screen 0.104,0.18827160493827155 left font ',14'
set format y '%g'
set format x '%g'
set xlabel 'outer step t' offset 0,0.4
set xtics 2
set xrange [-0.3:5.3]
set yrange [0.0:0.035651208154938836]
set ytics 0.02
plot data index 44 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 45 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 46 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 47 using 1:2 with lines linewidth 2.6 dashtype 4 linecolor rgb '#777777'
unset label 1
unset label 2
unset multiplot

set output
