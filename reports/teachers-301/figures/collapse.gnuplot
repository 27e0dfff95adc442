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
set label 1 'SOAR' at screen 0.23733333333333334,0.9814814814814815 center
set label 2 'well-posed (%)' at screen 0.104,0.9516460905349794 left font ',14'
set format y '%g'
set format x ''
unset xlabel
set xtics 5
set xrange [-0.3:15.3]
set yrange [0:105]
set ytics 50
plot data index 0 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 1 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 2 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 3 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 4 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 5 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 6 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 7 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 8 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set lmargin at screen 0.104
set rmargin at screen 0.3706666666666667
set tmargin at screen 0.8065843621399177
set bmargin at screen 0.7139917695473251
unset label 1
set label 2 'Vendi score (% of the first step)' at screen 0.104,0.8199588477366255 left font ',14'
set format y '%g'
set format x ''
unset xlabel
set xtics 5
set xrange [-0.3:15.3]
set yrange [0.0:126.87194683325083]
set ytics 50.0
plot data index 9 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 10 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 11 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 12 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 13 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 14 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 15 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 16 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 17 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set lmargin at screen 0.104
set rmargin at screen 0.3706666666666667
set tmargin at screen 0.6748971193415638
set bmargin at screen 0.5823045267489713
unset label 1
set label 2 'KL per token (nats)' at screen 0.104,0.6882716049382716 left font ',14'
set format y '%g'
set format x '%g'
unset xlabel
set xtics 5
set xrange [-0.3:15.3]
set yrange [0.0:0.6347657898007616]
set ytics 0.5
plot data index 18 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 19 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 20 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 21 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 22 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 23 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 24 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 25 using 1:2 with lines linewidth 1.3 linecolor rgb '#660072B2', \
  data index 26 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set lmargin at screen 0.39866666666666667
set rmargin at screen 0.6653333333333333
set tmargin at screen 0.9382716049382716
set bmargin at screen 0.845679012345679
set label 1 'no-promotion' at screen 0.532,0.9814814814814815 center
unset label 2
set format y ''
set format x ''
unset xlabel
set xtics 5
set xrange [-0.3:12.3]
set yrange [0:105]
set ytics 50
plot data index 27 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 28 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 29 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 30 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 31 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 32 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 33 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 34 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 35 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#D55E00'
set lmargin at screen 0.39866666666666667
set rmargin at screen 0.6653333333333333
set tmargin at screen 0.8065843621399177
set bmargin at screen 0.7139917695473251
unset label 1
unset label 2
set format y ''
set format x ''
unset xlabel
set xtics 5
set xrange [-0.3:12.3]
set yrange [0.0:126.87194683325083]
set ytics 50.0
plot data index 36 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 37 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 38 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 39 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 40 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 41 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 42 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 43 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 44 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#D55E00'
set lmargin at screen 0.39866666666666667
set rmargin at screen 0.6653333333333333
set tmargin at screen 0.6748971193415638
set bmargin at screen 0.5823045267489713
unset label 1
unset label 2
set format y ''
set format x '%g'
unset xlabel
set xtics 5
set xrange [-0.3:12.3]
set yrange [0.0:0.6347657898007616]
set ytics 0.5
plot data index 45 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 46 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 47 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 48 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 49 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 50 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 51 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 52 using 1:2 with lines linewidth 1.3 linecolor rgb '#66D55E00', \
  data index 53 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#D55E00'
set lmargin at screen 0.6933333333333334
set rmargin at screen 0.96
set tmargin at screen 0.9382716049382716
set bmargin at screen 0.845679012345679
set label 1 'permuted' at screen 0.8266666666666668,0.9814814814814815 center
unset label 2
set format y ''
set format x ''
unset xlabel
set xtics 5
set xrange [-0.3:12.3]
set yrange [0:105]
set ytics 50
plot data index 54 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 55 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 56 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 57 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 58 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 59 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 60 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 61 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 62 using 1:2 with lines linewidth 2.6 dashtype 4 linecolor rgb '#777777'
set lmargin at screen 0.6933333333333334
set rmargin at screen 0.96
set tmargin at screen 0.8065843621399177
set bmargin at screen 0.7139917695473251
unset label 1
unset label 2
set format y ''
set format x ''
unset xlabel
set xtics 5
set xrange [-0.3:12.3]
set yrange [0.0:126.87194683325083]
set ytics 50.0
plot data index 63 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 64 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 65 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 66 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 67 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 68 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 69 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 70 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 71 using 1:2 with lines linewidth 2.6 dashtype 4 linecolor rgb '#777777'
set lmargin at screen 0.6933333333333334
set rmargin at screen 0.96
set tmargin at screen 0.6748971193415638
set bmargin at screen 0.5823045267489713
unset label 1
unset label 2
set format y ''
set format x '%g'
unset xlabel
set xtics 5
set xrange [-0.3:12.3]
set yrange [0.0:0.6347657898007616]
set ytics 0.5
plot data index 72 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 73 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 74 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 75 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 76 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 77 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 78 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 79 using 1:2 with lines linewidth 1.3 linecolor rgb '#66777777', \
  data index 80 using 1:2 with lines linewidth 2.6 dashtype 4 linecolor rgb '#777777'
set lmargin at screen 0.104
set rmargin at screen 0.3706666666666667
set tmargin at screen 0.43827160493827155
set bmargin at screen 0.345679012345679
set label 1 'random' at screen 0.23733333333333334,0.4814814814814815 center
set label 2 'well-posed (%)' at screen 0.104,0.4516460905349794 left font ',14'
set format y '%g'
set format x ''
unset xlabel
set xtics 5
set xrange [-0.3:12.3]
set yrange [0:105]
set ytics 50
plot data index 81 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 82 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 83 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 84 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 85 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 86 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 87 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 88 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 89 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#009E73'
set lmargin at screen 0.104
set rmargin at screen 0.3706666666666667
set tmargin at screen 0.3065843621399177
set bmargin at screen 0.21399176954732513
unset label 1
set label 2 'Vendi score (% of the first step)' at screen 0.104,0.31995884773662553 left font ',14'
set format y '%g'
set format x ''
unset xlabel
set xtics 5
set xrange [-0.3:12.3]
set yrange [0.0:126.87194683325083]
set ytics 50.0
plot data index 90 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 91 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 92 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 93 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 94 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 95 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 96 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 97 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 98 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#009E73'
set lmargin at screen 0.104
set rmargin at screen 0.3706666666666667
set tmargin at screen 0.17489711934156382
set bmargin at screen 0.08230452674897115
unset label 1
set label 2 'KL per token (nats)' at screen 0.104,0.18827160493827155 left font ',14'
set format y '%g'
set format x '%g'
set xlabel 'outer step t' offset 0,0.4
set xtics 5
set xrange [-0.3:12.3]
set yrange [0.0:0.6347657898007616]
set ytics 0.5
plot data index 99 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 100 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 101 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 102 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 103 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 104 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 105 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 106 using 1:2 with lines linewidth 1.3 linecolor rgb '#66009E73', \
  data index 107 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#009E73'
set lmargin at screen 0.39866666666666667
set rmargin at screen 0.6653333333333333
set tmargin at screen 0.43827160493827155
set bmargin at screen 0.345679012345679
set label 1 'learnability' at screen 0.532,0.4814814814814815 center
unset label 2
set format y ''
set format x ''
unset xlabel
set xtics 20
set xrange [-1.275:86.275]
set yrange [0:105]
set ytics 50
plot data index 108 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 109 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 110 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 111 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 112 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 113 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 114 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 115 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 116 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#CC79A7'
set lmargin at screen 0.39866666666666667
set rmargin at screen 0.6653333333333333
set tmargin at screen 0.3065843621399177
set bmargin at screen 0.21399176954732513
unset label 1
unset label 2
set format y ''
set format x ''
unset xlabel
set xtics 20
set xrange [-1.275:86.275]
set yrange [0.0:126.87194683325083]
set ytics 50.0
plot data index 117 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 118 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 119 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 120 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 121 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 122 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 123 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 124 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 125 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#CC79A7'
set lmargin at screen 0.39866666666666667
set rmargin at screen 0.6653333333333333
set tmargin at screen 0.17489711934156382
set bmargin at screen 0.08230452674897115
unset label 1
unset label 2
set format y ''
set format x '%g'
set xlabel 'outer step t' offset 0,0.4
set xtics 20
set xrange [-1.275:86.275]
set yrange [0.0:0.6347657898007616]
set ytics 0.5
plot data index 126 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 127 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 128 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 129 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 130 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 131 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 132 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 133 using 1:2 with lines linewidth 1.3 linecolor rgb '#66CC79A7', \
  data index 134 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#CC79A7'
set lmargin at screen 0.6933333333333334
set rmargin at screen 0.96
set tmargin at screen 0.43827160493827155
set bmargin at screen 0.345679012345679
set label 1 'uncertainty' at screen 0.8266666666666668,0.4814814814814815 center
unset label 2
set format y ''
set format x ''
unset xlabel
set xtics 20
set xrange [-0.99:66.99]
set yrange [0:105]
set ytics 50
plot data index 135 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 136 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 137 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 138 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 139 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 140 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 141 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 142 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 143 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#E69F00'
set lmargin at screen 0.6933333333333334
set rmargin at screen 0.96
set tmargin at screen 0.3065843621399177
set bmargin at screen 0.21399176954732513
unset label 1
unset label 2
set format y ''
set format x ''
unset xlabel
set xtics 20
set xrange [-0.99:66.99]
set yrange [0.0:126.87194683325083]
set ytics 50.0
plot data index 144 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 145 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 146 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 147 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 148 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 149 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 150 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 151 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 152 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#E69F00'
set lmargin at screen 0.6933333333333334
set rmargin at screen 0.96
set tmargin at screen 0.17489711934156382
set bmargin at screen 0.08230452674897115
unset label 1
unset label 2
set format y ''
set format x '%g'
set xlabel 'outer step t' offset 0,0.4
set xtics 20
set xrange [-0.99:66.99]
set yrange [0.0:0.6347657898007616]
set ytics 0.5
plot data index 153 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 154 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 155 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 156 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 157 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 158 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 159 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 160 using 1:2 with lines linewidth 1.3 linecolor rgb '#66E69F00', \
  data index 161 using 1:2 with lines linewidth 2.6 dashtype 1 linecolor rgb '#E69F00'
unset label 1
unset label 2
unset multiplot

set output
