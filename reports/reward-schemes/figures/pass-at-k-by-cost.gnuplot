# gnuplot pass-at-k-by-cost.gnuplot                      draws pass-at-k-by-cost.svg
# gnuplot -e "format='png'" pass-at-k-by-cost.gnuplot    draws pass-at-k-by-cost.png; likewise pdf and ascii
set encoding utf8
if (!exists("format")) format = 'svg'
data = 'pass-at-k-by-cost.dat'
pointScale = format eq 'svg' ? 0.6 : 1
if (format eq 'svg') set terminal svg size 1200,2056 dynamic \
  font 'DejaVu Sans,17' noenhanced background 'white'
if (format eq 'png') set terminal pngcairo size 1200,2056 \
  font 'DejaVu Sans,16' noenhanced background 'white'
if (format eq 'pdf') set terminal pdfcairo size 12.0in,20.56in \
  font 'DejaVu Sans,12' noenhanced background 'white'
if (format eq 'ascii') set terminal dumb size 100,40 nofeed noenhanced mono
set output 'pass-at-k-by-cost.' . (format eq 'ascii' ? 'txt' : format)

set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set multiplot
set lmargin at screen 0.0
set rmargin at screen 1.0
set tmargin at screen 0.9980544747081712
set bmargin at screen 0.9280155642023347
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1200]
set yrange [144.0:0]
set label 2000 'Base' at 156.0,17.0 left font ',13'
set label 2001 'Hard-Only' at 156.0,39.0 left font ',13'
set label 2002 'Hard-Only, group 128' at 156.0,61.0 left font ',13'
set label 2003 'PS' at 156.0,83.0 left font ',13'
set label 2004 'PQ' at 156.0,105.0 left font ',13'
set label 2005 'Base-T' at 156.0,127.0 left font ',13'
set label 2006 'Grounded-T' at 412.0,17.0 left font ',13'
set label 2007 'No-promotion-T' at 412.0,39.0 left font ',13'
set label 2008 'Learnability-T' at 412.0,61.0 left font ',13'
set label 2009 'Uncertainty-T' at 412.0,83.0 left font ',13'
set label 2010 'Random-T' at 412.0,105.0 left font ',13'
set label 2011 'Long learnability' at 412.0,127.0 left font ',13'
set label 2012 'Long uncertainty' at 668.0,17.0 left font ',13'
set label 2013 'Long random' at 668.0,39.0 left font ',13'
set label 2014 'Base-T, 32 questions' at 668.0,61.0 left font ',13'
set label 2015 'Base-T, 64 questions' at 668.0,83.0 left font ',13'
set label 2016 'Base-T in two turns' at 668.0,105.0 left font ',13'
set label 2017 'SeRL-style' at 668.0,127.0 left font ',13'
set label 2018 'Teacher as solver' at 924.0,17.0 left font ',13'
set label 2019 'Curated-128' at 924.0,39.0 left font ',13'
set label 2020 'Curated-full' at 924.0,61.0 left font ',13'
plot data index 0 using 1:2 notitle with lines linewidth 2.2 dashtype 3 linecolor rgb '#888888', \
  data index 1 using 1:2 notitle with points pointtype 4 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#888888', \
  data index 2 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#000000', \
  data index 3 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  data index 4 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  data index 5 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 6 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  data index 7 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 8 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  data index 9 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  data index 10 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#CC79A7', \
  data index 11 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  data index 12 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#E69F00', \
  data index 13 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  data index 14 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#56B4E9', \
  data index 15 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  data index 16 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#0072B2', \
  data index 17 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 18 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#D55E00', \
  data index 19 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 20 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#009E73', \
  data index 21 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  data index 22 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#CC79A7', \
  data index 23 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  data index 24 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#E69F00', \
  data index 25 using 1:2 notitle with points pointtype 12 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  data index 26 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#56B4E9', \
  data index 27 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  data index 28 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#0072B2', \
  data index 29 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 30 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#D55E00', \
  data index 31 using 1:2 notitle with points pointtype 12 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 32 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#009E73', \
  data index 33 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  data index 34 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#CC79A7', \
  data index 35 using 1:2 notitle with points pointtype 4 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  data index 36 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#E69F00', \
  data index 37 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  data index 38 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#56B4E9', \
  data index 39 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  data index 40 using 1:2 notitle with lines linewidth 2.2 dashtype 5 linecolor rgb '#0072B2', \
  data index 41 using 1:2 notitle with points pointtype 4 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2'
unset label 2000
unset label 2001
unset label 2002
unset label 2003
unset label 2004
unset label 2005
unset label 2006
unset label 2007
unset label 2008
unset label 2009
unset label 2010
unset label 2011
unset label 2012
unset label 2013
unset label 2014
unset label 2015
unset label 2016
unset label 2017
unset label 2018
unset label 2019
unset label 2020
set tics
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set lmargin at screen 0.08
set rmargin at screen 0.48000000000000004
set tmargin at screen 0.9066147859922179
set bmargin at screen 0.6974708171206225
set title 'not mixed with hard-train: own cost' offset 0,-0.4
set xlabel 'FLOPs (10^9)'
set ylabel 'pass@32 on hard-test (%)'
set xrange [-11.167399569408001:591.872177178624]
set yrange [0.0:97.3875]
plot data index 43 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55888888', \
  data index 45 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  data index 47 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 49 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  data index 51 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  data index 53 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  data index 55 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  data index 57 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  data index 59 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 61 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  data index 63 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  data index 65 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  data index 67 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  data index 69 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  data index 71 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 73 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  data index 75 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  data index 77 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  data index 79 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  data index 81 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  data index 83 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 42 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 3 linecolor rgb '#888888', \
  data index 44 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  data index 46 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  data index 48 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 50 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  data index 52 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  data index 54 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  data index 56 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  data index 58 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  data index 60 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  data index 62 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  data index 64 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  data index 66 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00', \
  data index 68 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#56B4E9', \
  data index 70 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#0072B2', \
  data index 72 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#D55E00', \
  data index 74 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#009E73', \
  data index 76 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#CC79A7', \
  data index 78 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#E69F00', \
  data index 80 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#56B4E9', \
  data index 82 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 5 linecolor rgb '#0072B2'
set lmargin at screen 0.54
set rmargin at screen 0.9400000000000001
set tmargin at screen 0.9066147859922179
set bmargin at screen 0.6974708171206225
set title 'not mixed with hard-train: with the teacher’s loop' offset 0,-0.4
set xlabel 'FLOPs (10^12)'
unset ylabel
set xrange [-0.322704676901376:17.10334787577293]
set yrange [0.0:97.3875]
plot data index 85 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55888888', \
  data index 87 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  data index 89 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 91 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  data index 93 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  data index 95 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  data index 97 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  data index 99 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  data index 101 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 103 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  data index 105 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  data index 107 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  data index 109 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  data index 111 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  data index 113 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 115 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  data index 117 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  data index 119 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  data index 121 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  data index 123 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  data index 125 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 84 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 3 linecolor rgb '#888888', \
  data index 86 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  data index 88 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  data index 90 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 92 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  data index 94 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  data index 96 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  data index 98 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  data index 100 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  data index 102 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  data index 104 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  data index 106 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  data index 108 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00', \
  data index 110 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#56B4E9', \
  data index 112 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#0072B2', \
  data index 114 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#D55E00', \
  data index 116 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#009E73', \
  data index 118 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#CC79A7', \
  data index 120 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#E69F00', \
  data index 122 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#56B4E9', \
  data index 124 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 5 linecolor rgb '#0072B2'
set lmargin at screen 0.0
set rmargin at screen 1.0
set tmargin at screen 0.6556420233463035
set bmargin at screen 0.5992217898832685
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1200]
set yrange [116.0:0]
set label 2000 'Hard-Only' at 166.40000000000003,19.0 left font ',15'
set label 2001 'PQ + hard' at 166.40000000000003,45.0 left font ',15'
set label 2002 'Base-T + hard' at 166.40000000000003,71.0 left font ',15'
set label 2003 'Grounded-T + hard' at 166.40000000000003,97.0 left font ',15'
set label 2004 'No-promotion-T + hard' at 500.8,19.0 left font ',15'
set label 2005 'Learnability-T + hard' at 500.8,45.0 left font ',15'
set label 2006 'Uncertainty-T + hard' at 500.8,71.0 left font ',15'
set label 2007 'Random-T + hard' at 500.8,97.0 left font ',15'
set label 2008 'Long learnability + hard' at 835.2,19.0 left font ',15'
set label 2009 'Long uncertainty + hard' at 835.2,45.0 left font ',15'
set label 2010 'Long random + hard' at 835.2,71.0 left font ',15'
set label 2011 'Curated-128 + hard' at 835.2,97.0 left font ',15'
plot data index 126 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#000000', \
  data index 127 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  data index 128 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  data index 129 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 130 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  data index 131 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 132 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  data index 133 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  data index 134 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#CC79A7', \
  data index 135 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  data index 136 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#E69F00', \
  data index 137 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  data index 138 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#56B4E9', \
  data index 139 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  data index 140 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#0072B2', \
  data index 141 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 142 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#D55E00', \
  data index 143 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 144 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#009E73', \
  data index 145 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  data index 146 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#CC79A7', \
  data index 147 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  data index 148 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#E69F00', \
  data index 149 using 1:2 notitle with points pointtype 12 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00'
unset label 2000
unset label 2001
unset label 2002
unset label 2003
unset label 2004
unset label 2005
unset label 2006
unset label 2007
unset label 2008
unset label 2009
unset label 2010
unset label 2011
set tics
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set lmargin at screen 0.08
set rmargin at screen 0.48000000000000004
set tmargin at screen 0.5778210116731517
set bmargin at screen 0.36867704280155644
set title 'hard-train mixed in: own cost' offset 0,-0.4
set xlabel 'FLOPs (10^9)'
set ylabel 'pass@32 on hard-test (%)'
set xrange [-11.167399569408001:591.872177178624]
set yrange [0.0:97.3875]
plot data index 151 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  data index 153 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 155 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  data index 157 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  data index 159 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  data index 161 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  data index 163 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  data index 165 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 167 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  data index 169 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  data index 171 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  data index 173 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  data index 150 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  data index 152 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  data index 154 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 156 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  data index 158 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  data index 160 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  data index 162 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  data index 164 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  data index 166 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  data index 168 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  data index 170 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  data index 172 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00'
set lmargin at screen 0.54
set rmargin at screen 0.9400000000000001
set tmargin at screen 0.5778210116731517
set bmargin at screen 0.36867704280155644
set title 'hard-train mixed in: with the teacher’s loop' offset 0,-0.4
set xlabel 'FLOPs (10^12)'
unset ylabel
set xrange [-0.322704676901376:17.10334787577293]
set yrange [0.0:97.3875]
plot data index 175 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  data index 177 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 179 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  data index 181 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  data index 183 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  data index 185 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  data index 187 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  data index 189 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 191 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  data index 193 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  data index 195 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  data index 197 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  data index 174 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  data index 176 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  data index 178 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 180 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  data index 182 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  data index 184 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  data index 186 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  data index 188 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  data index 190 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  data index 192 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  data index 194 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  data index 196 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00'
set lmargin at screen 0.0
set rmargin at screen 1.0
set tmargin at screen 0.3268482490272373
set bmargin at screen 0.2704280155642024
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1200]
set yrange [116.0:0]
set label 2000 'Hard-Only' at 102.79999999999995,19.0 left font ',15'
set label 2001 'PQ, then hard' at 102.79999999999995,45.0 left font ',15'
set label 2002 'Base-T, then hard' at 102.79999999999995,71.0 left font ',15'
set label 2003 'Grounded-T, then hard' at 102.79999999999995,97.0 left font ',15'
set label 2004 'No-promotion-T, then hard' at 479.59999999999997,19.0 left font ',15'
set label 2005 'Learnability-T, then hard' at 479.59999999999997,45.0 left font ',15'
set label 2006 'Uncertainty-T, then hard' at 479.59999999999997,71.0 left font ',15'
set label 2007 'Random-T, then hard' at 479.59999999999997,97.0 left font ',15'
set label 2008 'Long learnability, then hard' at 856.4,19.0 left font ',15'
set label 2009 'Long uncertainty, then hard' at 856.4,45.0 left font ',15'
set label 2010 'Long random, then hard' at 856.4,71.0 left font ',15'
set label 2011 'Curated-128, then hard' at 856.4,97.0 left font ',15'
plot data index 198 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#000000', \
  data index 199 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  data index 200 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  data index 201 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 202 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  data index 203 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 204 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  data index 205 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  data index 206 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#CC79A7', \
  data index 207 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  data index 208 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#E69F00', \
  data index 209 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  data index 210 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#56B4E9', \
  data index 211 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  data index 212 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#0072B2', \
  data index 213 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  data index 214 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#D55E00', \
  data index 215 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  data index 216 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#009E73', \
  data index 217 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  data index 218 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#CC79A7', \
  data index 219 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  data index 220 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#E69F00', \
  data index 221 using 1:2 notitle with points pointtype 12 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00'
unset label 2000
unset label 2001
unset label 2002
unset label 2003
unset label 2004
unset label 2005
unset label 2006
unset label 2007
unset label 2008
unset label 2009
unset label 2010
unset label 2011
set tics
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set lmargin at screen 0.08
set rmargin at screen 0.48000000000000004
set tmargin at screen 0.2490272373540856
set bmargin at screen 0.03988326848249024
set title 'hard-train afterwards: own cost' offset 0,-0.4
set xlabel 'FLOPs (10^9)'
set ylabel 'pass@32 on hard-test (%)'
set xrange [-11.167399569408001:591.872177178624]
set yrange [0.0:97.3875]
plot data index 223 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  data index 225 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 227 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  data index 229 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  data index 231 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  data index 233 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  data index 235 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  data index 237 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 239 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  data index 241 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  data index 243 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  data index 245 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  data index 222 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  data index 224 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  data index 226 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 228 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  data index 230 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  data index 232 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  data index 234 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  data index 236 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  data index 238 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  data index 240 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  data index 242 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  data index 244 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00'
set lmargin at screen 0.54
set rmargin at screen 0.9400000000000001
set tmargin at screen 0.2490272373540856
set bmargin at screen 0.03988326848249024
set title 'hard-train afterwards: with the teacher’s loop' offset 0,-0.4
set xlabel 'FLOPs (10^12)'
unset ylabel
set xrange [-0.322704676901376:17.10334787577293]
set yrange [0.0:97.3875]
plot data index 247 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  data index 249 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 251 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  data index 253 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  data index 255 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  data index 257 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  data index 259 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  data index 261 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  data index 263 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  data index 265 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  data index 267 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  data index 269 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  data index 246 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  data index 248 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  data index 250 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  data index 252 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  data index 254 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  data index 256 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  data index 258 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  data index 260 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  data index 262 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  data index 264 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  data index 266 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  data index 268 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00'
unset multiplot

set output
