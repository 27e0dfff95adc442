# gnuplot correlations.gnuplot                      draws correlations.svg
# gnuplot -e "format='png'" correlations.gnuplot    draws correlations.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'correlations.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1000,952 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1000,952 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.0in,9.52in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'correlations.' . (format eq 'ascii' ? 'txt' : format)

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
set tmargin at screen 0.9957983193277311
set bmargin at screen 0.9558823529411765
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1000]
set yrange [38.0:0]
set label 2000 'within steps' at 360.8,19.0 left font ',15'
set label 2001 'all datasets' at 568.0,19.0 left font ',15'
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
set lmargin at screen 0.31239999999999996
set rmargin at screen 0.97
set tmargin at screen 0.9453781512605042
set bmargin at screen 0.09663865546218486
set xlabel 'correlation with the reward'
set xrange [-0.3679129517916681:0.46249432204004814]
set yrange [21.6:-0.6]
set ytics ('well-posed' 0, 'correct' 1, 'correct if well-posed' 2, 'error: Arithmetic' 3, 'error: Logical_Fallacy' 4, 'error: Ill_Posed' 5, 'error: Ambiguous' 6, 'wrong, shared' 7, 'wrong, slip' 8, 'wrong, idiosyncratic' 9, 'operations' 10, 'target share' 11, 'depth' 12, 'width' 13, 'distractors' 14, 'steps worked' 15, 'valid steps' 16, 'question tokens' 17, 'tokens' 18, 'training solve rate' 19, 'zero-variance groups' 20, 'distinct structures' 21)
set arrow 1 from 0,graph 0 to 0,graph 1 nohead linecolor rgb '#555555'
plot data index 4 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 5 using 1:2:3:4 notitle with xerrorbars pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
unset multiplot

set output
