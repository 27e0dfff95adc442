# gnuplot grounded-against.gnuplot                      draws grounded-against.svg
# gnuplot -e "format='png'" grounded-against.gnuplot    draws grounded-against.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'grounded-against.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1520,456 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1520,456 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 15.2in,4.56in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'grounded-against.' . (format eq 'ascii' ? 'txt' : format)

set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set multiplot
unset key
set xlabel 'points of pass@32'
set lmargin at screen 0.20394736842105263
set rmargin at screen 0.43263157894736837
set tmargin at screen 0.8903508771929824
set bmargin at screen 0.1842105263157895
set title 'synthetic questions alone' offset 0,-0.4
set xrange [-74.10249999999998:78.16109375]
set yrange [8.6:-0.6]
set ytics ('no-promotion' 0, 'learnability' 1, 'uncertainty' 2, 'random' 3, 'the untrained teacher' 4, 'curated problems' 5, 'learnability-at-cost' 6, 'uncertainty-at-cost' 7, 'random-at-cost' 8)
set arrow 1 from 0,graph 0 to 0,graph 1 nohead
plot data index 0 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#0072B2', \
  data index 1 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
set lmargin at screen 0.4626315789473684
set rmargin at screen 0.6913157894736841
set tmargin at screen 0.8903508771929824
set bmargin at screen 0.1842105263157895
set title 'hard-train mixed in' offset 0,-0.4
set xrange [-74.10249999999998:78.16109375]
set yrange [8.6:-0.6]
set ytics ('' 0, '' 1, '' 2, '' 3, '' 4, '' 5, '' 6, '' 7, '' 8)
set arrow 1 from 0,graph 0 to 0,graph 1 nohead
plot data index 2 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#0072B2', \
  data index 3 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
set lmargin at screen 0.7213157894736842
set rmargin at screen 0.95
set tmargin at screen 0.8903508771929824
set bmargin at screen 0.1842105263157895
set title 'hard-train afterwards' offset 0,-0.4
set xrange [-74.10249999999998:78.16109375]
set yrange [8.6:-0.6]
set ytics ('' 0, '' 1, '' 2, '' 3, '' 4, '' 5, '' 6, '' 7, '' 8)
set arrow 1 from 0,graph 0 to 0,graph 1 nohead
plot data index 4 using 1:2:3:4 notitle with xerrorbars pointtype 7 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#0072B2', \
  data index 5 using 1:2:3:4 notitle with xerrorbars pointtype 6 pointsize pointScale*1.6 linewidth 2 linecolor rgb '#D55E00'
unset arrow 1
unset multiplot

set output
