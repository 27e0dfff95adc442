# gnuplot training-curves.gnuplot                      draws training-curves.svg
# gnuplot -e "format='png'" training-curves.gnuplot    draws training-curves.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'training-curves.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1200,622 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1200,622 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 12.0in,6.22in \
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
set lmargin at screen 0.01
set rmargin at screen 0.99
set tmargin at screen 0.9935691318327974
set bmargin at screen 0.5
set key inside center top horizontal Left reverse maxcols 3 samplen 2.2
set key width 1.5 height 0
unset border
unset tics
unset grid
set xrange [0:1]
set yrange [0:1]
plot NaN title 'PQ' with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 2 linecolor rgb '#0072B2', \
  NaN title 'PQ + hard' with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 5 linecolor rgb '#0072B2', \
  NaN title 'Base-T' with linespoints pointtype 5 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 2 linecolor rgb '#000000', \
  NaN title 'Base-T + hard' with linespoints pointtype 4 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 5 linecolor rgb '#000000', \
  NaN title 'No-promotion-T' with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 1 linecolor rgb '#D55E00', \
  NaN title 'No-promotion-T + hard' with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 4 linecolor rgb '#D55E00', \
  NaN title 'Grounded-T' with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
unset key
set tics
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set xlabel 'training step'
set lmargin at screen 0.085
set rmargin at screen 0.35000000000000003
set tmargin at screen 0.7877813504823151
set bmargin at screen 0.13826366559485526
set title 'hard-train, greedy' offset 0,-0.4
set ylabel 'solved (%)'
set xtics autofreq
set xrange [-0.72:48.72]
set yrange [0.0:43.0625]
plot data index 0 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 1 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 2 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 3 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 4 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 6 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 7 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 8 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 9 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 10 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 12 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 13 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 14 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 15 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 16 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 18 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 19 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 20 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 21 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 22 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 24 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 25 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 26 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 27 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 28 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 30 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 31 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 32 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 33 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 34 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 36 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 37 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 38 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 39 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 40 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 5 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 2 linecolor rgb '#0072B2', \
  data index 11 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 5 linecolor rgb '#0072B2', \
  data index 17 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 2 linecolor rgb '#000000', \
  data index 23 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 5 linecolor rgb '#000000', \
  data index 29 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 1 linecolor rgb '#D55E00', \
  data index 35 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 4 linecolor rgb '#D55E00', \
  data index 41 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set lmargin at screen 0.395
set rmargin at screen 0.66
set tmargin at screen 0.7877813504823151
set bmargin at screen 0.13826366559485526
set title 'hard-test, pass@1' offset 0,-0.4
unset ylabel
set xtics autofreq
set xrange [-0.72:48.72]
set yrange [0.0:29.06201171875]
plot data index 42 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 43 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 44 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 45 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 46 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 48 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 49 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 50 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 51 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 52 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 54 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 55 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 56 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 57 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 58 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 60 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 61 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 62 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 63 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 64 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 66 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 67 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 68 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 69 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 70 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 72 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 73 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 74 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 75 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 76 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 78 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 79 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 80 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 81 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 82 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 47 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 2 linecolor rgb '#0072B2', \
  data index 53 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 5 linecolor rgb '#0072B2', \
  data index 59 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 2 linecolor rgb '#000000', \
  data index 65 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 5 linecolor rgb '#000000', \
  data index 71 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 1 linecolor rgb '#D55E00', \
  data index 77 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 4 linecolor rgb '#D55E00', \
  data index 83 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
set lmargin at screen 0.705
set rmargin at screen 0.97
set tmargin at screen 0.7877813504823151
set bmargin at screen 0.13826366559485526
set title 'hard-test, pass@32' offset 0,-0.4
unset ylabel
set xtics autofreq
set xrange [-0.72:48.72]
set yrange [0.0:85.296875]
plot data index 84 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 85 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 86 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 87 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 88 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 90 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 91 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 92 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 93 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 94 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 96 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 97 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 98 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 99 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 100 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 102 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 103 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 104 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 105 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 106 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99000000', \
  data index 108 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 109 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 110 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 111 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 112 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 114 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 115 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 116 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 117 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 118 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#99D55E00', \
  data index 120 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 121 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 122 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 123 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 124 using 1:2 notitle with lines linewidth 1 dashtype 1 linecolor rgb '#990072B2', \
  data index 89 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 2 linecolor rgb '#0072B2', \
  data index 95 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 5 linecolor rgb '#0072B2', \
  data index 101 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 2 linecolor rgb '#000000', \
  data index 107 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 5 linecolor rgb '#000000', \
  data index 113 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 1 linecolor rgb '#D55E00', \
  data index 119 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 4 linecolor rgb '#D55E00', \
  data index 125 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.6 dashtype 1 linecolor rgb '#0072B2'
unset multiplot

set output
