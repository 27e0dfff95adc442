# gnuplot phase.gnuplot                      draws phase.svg
# gnuplot -e "format='png'" phase.gnuplot    draws phase.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'phase.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1200,376 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1200,376 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 12.0in,3.76in \
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
set cbrange [-50.08680555555556:50.08680555555556]
set xrange [-0.5:2.5]
set yrange [2.5:-0.5]
set xtics scale 0 ('0.02' 0, '0.034' 1, '0.1' 2)
set xlabel 'world.misconceptionRate'
set lmargin at screen 0.1
set rmargin at screen 0.353
set tmargin at screen 0.8829787234042553
set bmargin at screen 0.22340425531914898
set title 'structure' offset 0,-0.5
set ylabel 'world.slipRate'
set ytics scale 0 ('0.005' 0, '0.05' 1, '0.15' 2)
unset colorbox
set label 1 '20.0' at 0,0 center front font ',13'
set label 2 '8.2' at 1,0 center front font ',13'
set label 3 '9.2' at 2,0 center front font ',13'
set label 4 '10.7' at 0,1 center front font ',13'
set label 5 '9.5' at 1,1 center front font ',13'
set label 6 '3.3' at 2,1 center front font ',13'
set label 7 '4.6' at 0,2 center front font ',13'
set label 8 '8.0' at 1,2 center front font ',13'
set label 9 '1.5' at 2,2 center front font ',13'
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
set lmargin at screen 0.378
set rmargin at screen 0.631
set tmargin at screen 0.8829787234042553
set bmargin at screen 0.22340425531914898
set title 'correctness' offset 0,-0.5
unset ylabel
set ytics scale 0 ('' 0, '' 1, '' 2)
unset colorbox
set label 1 '50.1' at 0,0 center front font ',13'
set label 2 '15.1' at 1,0 center front font ',13'
set label 3 '22.5' at 2,0 center front font ',13'
set label 4 '14.3' at 0,1 center front font ',13'
set label 5 '7.8' at 1,1 center front font ',13'
set label 6 '-0.7' at 2,1 center front font ',13'
set label 7 '-1.9' at 0,2 center front font ',13'
set label 8 '10.5' at 1,2 center front font ',13'
set label 9 '5.8' at 2,2 center front font ',13'
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
set lmargin at screen 0.656
set rmargin at screen 0.909
set tmargin at screen 0.8829787234042553
set bmargin at screen 0.22340425531914898
set title 'structure less correctness' offset 0,-0.5
unset ylabel
set ytics scale 0 ('' 0, '' 1, '' 2)
set colorbox user origin 0.925,0.3 size 0.012,0.5
set label 1 '-30.1 -' at 0,0 center front font ',13'
set label 2 '-6.9 ?' at 1,0 center front font ',13'
set label 3 '-13.3 ?' at 2,0 center front font ',13'
set label 4 '-3.6 ?' at 0,1 center front font ',13'
set label 5 '1.7 ?' at 1,1 center front font ',13'
set label 6 '4.0 ?' at 2,1 center front font ',13'
set label 7 '6.5 +' at 0,2 center front font ',13'
set label 8 '-2.5 ?' at 1,2 center front font ',13'
set label 9 '-4.3 ?' at 2,2 center front font ',13'
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
unset multiplot

set output
