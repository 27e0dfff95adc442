# gnuplot phase.gnuplot                      draws phase.svg
# gnuplot -e "format='png'" phase.gnuplot    draws phase.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'phase.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 665,896 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 665,896 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 6.65in,8.96in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'phase.' . (format eq 'ascii' ? 'txt' : format)

set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set multiplot
unset key
unset grid
set style fill solid 1 noborder
set palette defined (-1 '#2166AC', 0 '#F7F7F7', 1 '#B2182B')
set cbrange [-40.559895833333314:40.559895833333314]
set xrange [-0.5:2.5]
set yrange [2.5:-0.5]
set ylabel 'world.slipRate'
set ytics scale 0 ('0.005' 0, '0.05' 1, '0.15' 2)
set lmargin at screen 0.17894736842105263
set rmargin at screen 0.8556390977443609
set tmargin at screen 0.9553571428571429
set bmargin at screen 0.7008928571428572
set title 'structure' offset 0,-0.5
set xtics scale 0 ('' 0, '' 1, '' 2)
unset xlabel
unset colorbox
set label 1 '+16.5' at 0,-0.12 center front font ',15' textcolor rgb '#000000'
set label 2 '[+13.0, +20.0]' at 0,0.12 center front font ',12' textcolor rgb '#000000'
set label 3 '+11.9' at 1,-0.12 center front font ',15' textcolor rgb '#000000'
set label 4 '[+6.4, +17.3]' at 1,0.12 center front font ',12' textcolor rgb '#000000'
set label 5 '+8.1' at 2,-0.12 center front font ',15' textcolor rgb '#000000'
set label 6 '[+4.9, +11.2]' at 2,0.12 center front font ',12' textcolor rgb '#000000'
set label 7 '+14.1' at 0,0.88 center front font ',15' textcolor rgb '#000000'
set label 8 '[+9.4, +18.8]' at 0,1.12 center front font ',12' textcolor rgb '#000000'
set label 9 '+9.3' at 1,0.88 center front font ',15' textcolor rgb '#000000'
set label 10 '[+5.2, +13.5]' at 1,1.12 center front font ',12' textcolor rgb '#000000'
set label 11 '+1.0' at 2,0.88 center front font ',15' textcolor rgb '#000000'
set label 12 '[-0.1, +2.2]' at 2,1.12 center front font ',12' textcolor rgb '#000000'
set label 13 '+4.9' at 0,1.88 center front font ',15' textcolor rgb '#000000'
set label 14 '[+2.8, +7.0]' at 0,2.12 center front font ',12' textcolor rgb '#000000'
set label 15 '+13.3' at 1,1.88 center front font ',15' textcolor rgb '#000000'
set label 16 '[+8.2, +18.4]' at 1,2.12 center front font ',12' textcolor rgb '#000000'
set label 17 '+1.8' at 2,1.88 center front font ',15' textcolor rgb '#000000'
set label 18 '[+0.5, +3.0]' at 2,2.12 center front font ',12' textcolor rgb '#000000'
plot data index 0 using 1:2:(0.5):(0.5):3 notitle with boxxyerror fillcolor palette
unset label 1
unset label 2
unset label 3
unset label 4
unset label 5
unset label 6
unset label 7
unset label 8
unset label 9
unset label 10
unset label 11
unset label 12
unset label 13
unset label 14
unset label 15
unset label 16
unset label 17
unset label 18
set lmargin at screen 0.17894736842105263
set rmargin at screen 0.8556390977443609
set tmargin at screen 0.6517857142857143
set bmargin at screen 0.3973214285714286
set title 'correctness' offset 0,-0.5
set xtics scale 0 ('' 0, '' 1, '' 2)
unset xlabel
unset colorbox
set label 1 '+40.6' at 0,-0.12 center front font ',15' textcolor rgb '#FFFFFF'
set label 2 '[+34.9, +46.2]' at 0,0.12 center front font ',12' textcolor rgb '#FFFFFF'
set label 3 '+24.1' at 1,-0.12 center front font ',15' textcolor rgb '#000000'
set label 4 '[+7.2, +40.9]' at 1,0.12 center front font ',12' textcolor rgb '#000000'
set label 5 '+18.4' at 2,-0.12 center front font ',15' textcolor rgb '#000000'
set label 6 '[+9.1, +27.7]' at 2,0.12 center front font ',12' textcolor rgb '#000000'
set label 7 '+34.4' at 0,0.88 center front font ',15' textcolor rgb '#FFFFFF'
set label 8 '[+27.8, +41.0]' at 0,1.12 center front font ',12' textcolor rgb '#FFFFFF'
set label 9 '+11.1' at 1,0.88 center front font ',15' textcolor rgb '#000000'
set label 10 '[+0.4, +21.8]' at 1,1.12 center front font ',12' textcolor rgb '#000000'
set label 11 '+1.7' at 2,0.88 center front font ',15' textcolor rgb '#000000'
set label 12 '[-2.2, +5.5]' at 2,1.12 center front font ',12' textcolor rgb '#000000'
set label 13 '+5.8' at 0,1.88 center front font ',15' textcolor rgb '#000000'
set label 14 '[+1.6, +10.0]' at 0,2.12 center front font ',12' textcolor rgb '#000000'
set label 15 '+16.1' at 1,1.88 center front font ',15' textcolor rgb '#000000'
set label 16 '[+2.6, +29.5]' at 1,2.12 center front font ',12' textcolor rgb '#000000'
set label 17 '-1.7' at 2,1.88 center front font ',15' textcolor rgb '#000000'
set label 18 '[-3.8, +0.4]' at 2,2.12 center front font ',12' textcolor rgb '#000000'
plot data index 1 using 1:2:(0.5):(0.5):3 notitle with boxxyerror fillcolor palette
unset label 1
unset label 2
unset label 3
unset label 4
unset label 5
unset label 6
unset label 7
unset label 8
unset label 9
unset label 10
unset label 11
unset label 12
unset label 13
unset label 14
unset label 15
unset label 16
unset label 17
unset label 18
set lmargin at screen 0.17894736842105263
set rmargin at screen 0.8556390977443609
set tmargin at screen 0.3482142857142857
set bmargin at screen 0.09375
set title 'structure less correctness' offset 0,-0.5
set xtics scale 0 ('0.02' 0, '0.034' 1, '0.1' 2)
set xlabel 'world.misconceptionRate'
set colorbox user origin 0.8766917293233083,0.3 size 0.02406015037593985,0.5
set label 1 '-24.1' at 0,-0.24 center front font ',15' textcolor rgb '#000000'
set label 2 '[-28.6, -19.6]' at 0,0.0 center front font ',12' textcolor rgb '#000000'
set label 3 'does not hold' at 0,0.24 center front font ',12' textcolor rgb '#000000'
set label 4 '-12.2' at 1,-0.24 center front font ',15' textcolor rgb '#000000'
set label 5 '[-24.4, -0.1]' at 1,0.0 center front font ',12' textcolor rgb '#000000'
set label 6 'undecided' at 1,0.24 center front font ',12' textcolor rgb '#000000'
set label 7 '-10.3' at 2,-0.24 center front font ',15' textcolor rgb '#000000'
set label 8 '[-17.6, -3.1]' at 2,0.0 center front font ',12' textcolor rgb '#000000'
set label 9 'undecided' at 2,0.24 center front font ',12' textcolor rgb '#000000'
set label 10 '-20.3' at 0,0.76 center front font ',15' textcolor rgb '#000000'
set label 11 '[-25.0, -15.6]' at 0,1.0 center front font ',12' textcolor rgb '#000000'
set label 12 'does not hold' at 0,1.24 center front font ',12' textcolor rgb '#000000'
set label 13 '-1.8' at 1,0.76 center front font ',15' textcolor rgb '#000000'
set label 14 '[-10.3, +6.7]' at 1,1.0 center front font ',12' textcolor rgb '#000000'
set label 15 'undecided' at 1,1.24 center front font ',12' textcolor rgb '#000000'
set label 16 '-0.6' at 2,0.76 center front font ',15' textcolor rgb '#000000'
set label 17 '[-4.2, +3.0]' at 2,1.0 center front font ',12' textcolor rgb '#000000'
set label 18 'undecided' at 2,1.24 center front font ',12' textcolor rgb '#000000'
set label 19 '-0.9' at 0,1.76 center front font ',15' textcolor rgb '#000000'
set label 20 '[-4.0, +2.2]' at 0,2.0 center front font ',12' textcolor rgb '#000000'
set label 21 'undecided' at 0,2.24 center front font ',12' textcolor rgb '#000000'
set label 22 '-2.8' at 1,1.76 center front font ',15' textcolor rgb '#000000'
set label 23 '[-13.0, +7.4]' at 1,2.0 center front font ',12' textcolor rgb '#000000'
set label 24 'undecided' at 1,2.24 center front font ',12' textcolor rgb '#000000'
set label 25 '+3.4' at 2,1.76 center front font ',15' textcolor rgb '#000000'
set label 26 '[+0.7, +6.1]' at 2,2.0 center front font ',12' textcolor rgb '#000000'
set label 27 'undecided' at 2,2.24 center front font ',12' textcolor rgb '#000000'
plot data index 2 using 1:2:(0.5):(0.5):3 notitle with boxxyerror fillcolor palette
unset label 1
unset label 2
unset label 3
unset label 4
unset label 5
unset label 6
unset label 7
unset label 8
unset label 9
unset label 10
unset label 11
unset label 12
unset label 13
unset label 14
unset label 15
unset label 16
unset label 17
unset label 18
unset label 19
unset label 20
unset label 21
unset label 22
unset label 23
unset label 24
unset label 25
unset label 26
unset label 27
unset multiplot

set output
