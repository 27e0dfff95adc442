set encoding utf8
reset
pointScale = 0.6
set terminal svg size 1200,2056 dynamic font 'DejaVu Sans,17' noenhanced background 'white'
set output 'pass-at-k-by-cost.svg'
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
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
$data0 << END_OF_DATA
100.0 17.0
146.0 17.0
END_OF_DATA
$data1 << END_OF_DATA
123.0 17.0
END_OF_DATA
set label 2000 'Base' at 156.0,17.0 left font ',13'
$data2 << END_OF_DATA
100.0 39.0
146.0 39.0
END_OF_DATA
$data3 << END_OF_DATA
123.0 39.0
END_OF_DATA
set label 2001 'Hard-Only' at 156.0,39.0 left font ',13'
$data4 << END_OF_DATA
100.0 61.0
146.0 61.0
END_OF_DATA
$data5 << END_OF_DATA
123.0 61.0
END_OF_DATA
set label 2002 'Hard-Only, group 128' at 156.0,61.0 left font ',13'
$data6 << END_OF_DATA
100.0 83.0
146.0 83.0
END_OF_DATA
$data7 << END_OF_DATA
123.0 83.0
END_OF_DATA
set label 2003 'PS' at 156.0,83.0 left font ',13'
$data8 << END_OF_DATA
100.0 105.0
146.0 105.0
END_OF_DATA
$data9 << END_OF_DATA
123.0 105.0
END_OF_DATA
set label 2004 'PQ' at 156.0,105.0 left font ',13'
$data10 << END_OF_DATA
100.0 127.0
146.0 127.0
END_OF_DATA
$data11 << END_OF_DATA
123.0 127.0
END_OF_DATA
set label 2005 'Base-T' at 156.0,127.0 left font ',13'
$data12 << END_OF_DATA
356.0 17.0
402.0 17.0
END_OF_DATA
$data13 << END_OF_DATA
379.0 17.0
END_OF_DATA
set label 2006 'Grounded-T' at 412.0,17.0 left font ',13'
$data14 << END_OF_DATA
356.0 39.0
402.0 39.0
END_OF_DATA
$data15 << END_OF_DATA
379.0 39.0
END_OF_DATA
set label 2007 'No-promotion-T' at 412.0,39.0 left font ',13'
$data16 << END_OF_DATA
356.0 61.0
402.0 61.0
END_OF_DATA
$data17 << END_OF_DATA
379.0 61.0
END_OF_DATA
set label 2008 'Learnability-T' at 412.0,61.0 left font ',13'
$data18 << END_OF_DATA
356.0 83.0
402.0 83.0
END_OF_DATA
$data19 << END_OF_DATA
379.0 83.0
END_OF_DATA
set label 2009 'Uncertainty-T' at 412.0,83.0 left font ',13'
$data20 << END_OF_DATA
356.0 105.0
402.0 105.0
END_OF_DATA
$data21 << END_OF_DATA
379.0 105.0
END_OF_DATA
set label 2010 'Random-T' at 412.0,105.0 left font ',13'
$data22 << END_OF_DATA
356.0 127.0
402.0 127.0
END_OF_DATA
$data23 << END_OF_DATA
379.0 127.0
END_OF_DATA
set label 2011 'Long learnability' at 412.0,127.0 left font ',13'
$data24 << END_OF_DATA
612.0 17.0
658.0 17.0
END_OF_DATA
$data25 << END_OF_DATA
635.0 17.0
END_OF_DATA
set label 2012 'Long uncertainty' at 668.0,17.0 left font ',13'
$data26 << END_OF_DATA
612.0 39.0
658.0 39.0
END_OF_DATA
$data27 << END_OF_DATA
635.0 39.0
END_OF_DATA
set label 2013 'Long random' at 668.0,39.0 left font ',13'
$data28 << END_OF_DATA
612.0 61.0
658.0 61.0
END_OF_DATA
$data29 << END_OF_DATA
635.0 61.0
END_OF_DATA
set label 2014 'Base-T, 32 questions' at 668.0,61.0 left font ',13'
$data30 << END_OF_DATA
612.0 83.0
658.0 83.0
END_OF_DATA
$data31 << END_OF_DATA
635.0 83.0
END_OF_DATA
set label 2015 'Base-T, 64 questions' at 668.0,83.0 left font ',13'
$data32 << END_OF_DATA
612.0 105.0
658.0 105.0
END_OF_DATA
$data33 << END_OF_DATA
635.0 105.0
END_OF_DATA
set label 2016 'Base-T in two turns' at 668.0,105.0 left font ',13'
$data34 << END_OF_DATA
612.0 127.0
658.0 127.0
END_OF_DATA
$data35 << END_OF_DATA
635.0 127.0
END_OF_DATA
set label 2017 'SeRL-style' at 668.0,127.0 left font ',13'
$data36 << END_OF_DATA
868.0 17.0
914.0 17.0
END_OF_DATA
$data37 << END_OF_DATA
891.0 17.0
END_OF_DATA
set label 2018 'Teacher as solver' at 924.0,17.0 left font ',13'
$data38 << END_OF_DATA
868.0 39.0
914.0 39.0
END_OF_DATA
$data39 << END_OF_DATA
891.0 39.0
END_OF_DATA
set label 2019 'Curated-128' at 924.0,39.0 left font ',13'
$data40 << END_OF_DATA
868.0 61.0
914.0 61.0
END_OF_DATA
$data41 << END_OF_DATA
891.0 61.0
END_OF_DATA
set label 2020 'Curated-full' at 924.0,61.0 left font ',13'
plot $data0 using 1:2 notitle with lines linewidth 2.2 dashtype 3 linecolor rgb '#888888', \
  $data1 using 1:2 notitle with points pointtype 4 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#888888', \
  $data2 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#000000', \
  $data3 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  $data4 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  $data5 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data6 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  $data7 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data8 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  $data9 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data10 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#CC79A7', \
  $data11 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data12 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#E69F00', \
  $data13 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  $data14 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#56B4E9', \
  $data15 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  $data16 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#0072B2', \
  $data17 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data18 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#D55E00', \
  $data19 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data20 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#009E73', \
  $data21 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data22 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#CC79A7', \
  $data23 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data24 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#E69F00', \
  $data25 using 1:2 notitle with points pointtype 12 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  $data26 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#56B4E9', \
  $data27 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  $data28 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#0072B2', \
  $data29 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data30 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#D55E00', \
  $data31 using 1:2 notitle with points pointtype 12 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data32 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#009E73', \
  $data33 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data34 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#CC79A7', \
  $data35 using 1:2 notitle with points pointtype 4 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data36 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#E69F00', \
  $data37 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  $data38 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#56B4E9', \
  $data39 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  $data40 using 1:2 notitle with lines linewidth 2.2 dashtype 5 linecolor rgb '#0072B2', \
  $data41 using 1:2 notitle with points pointtype 4 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2'
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
set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
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
set xrange [-12.409771184639999:657.71787278592]
set yrange [0.0:97.3875]
$data42 << END_OF_DATA
0.0 0.15625 0.0 0.625
END_OF_DATA
$data43 << END_OF_DATA
0.0 0.15625 0.0 0.625
END_OF_DATA
$data44 << END_OF_DATA
0.0 0.0 0.0 0.0
20.72582825386667 0.0 0.0 0.0
41.45165650773334 0.0 0.0 0.0
62.177484761600006 0.0 0.0 0.0
82.90331301546668 0.0 0.0 0.0
103.62914126933335 0.0 0.0 0.0
124.35496952320001 0.0 0.0 0.0
END_OF_DATA
$data45 << END_OF_DATA
124.35496952320001 0.0 0.0 0.0
END_OF_DATA
$data46 << END_OF_DATA
0.0 0.0 0.0 0.0
87.88546902186667 0.0 0.0 0.0
175.77093804373334 0.0 0.0 0.0
263.6564070656 0.46875 0.0 1.5625
END_OF_DATA
$data47 << END_OF_DATA
263.6564070656 0.46875 0.0 1.5625
END_OF_DATA
$data48 << END_OF_DATA
0.0 35.15625 29.843750000000004 42.58203125
END_OF_DATA
$data49 << END_OF_DATA
0.0 35.15625 29.843750000000004 42.58203125
END_OF_DATA
$data50 << END_OF_DATA
0.0 0.0 0.0 0.0
57.5656775424 27.8125 19.91796875 36.95703124999999
115.1313550848 27.187499999999996 21.636718750000004 32.65625
172.6970326272 23.125 16.63671875 29.300781249999996
END_OF_DATA
$data51 << END_OF_DATA
172.6970326272 23.125 16.63671875 29.300781249999996
END_OF_DATA
$data52 << END_OF_DATA
0.0 0.0 0.0 0.0
57.98638590293333 8.75 5.46875 13.4375
115.97277180586666 12.812499999999998 7.5 18.59375
173.9591577088 17.8125 12.730468750000002 22.894531249999993
END_OF_DATA
$data53 << END_OF_DATA
173.9591577088 17.8125 12.730468750000002 22.894531249999993
END_OF_DATA
$data54 << END_OF_DATA
0.0 0.15625 0.0 0.7070312499999964
69.226179968 21.71875 13.199218750000002 30.394531249999996
138.452359936 18.4375 11.710937500000004 24.539062499999993
207.678539904 18.4375 11.011718750000002 24.925781249999996
END_OF_DATA
$data55 << END_OF_DATA
207.678539904 18.4375 11.011718750000002 24.925781249999996
END_OF_DATA
$data56 << END_OF_DATA
0.0 0.0 0.0 0.0
58.97522971306667 17.34375 13.125 21.957031249999996
117.95045942613334 17.5 12.492187500000004 22.65625
176.92568913920002 17.34375 13.28125 21.25
END_OF_DATA
$data57 << END_OF_DATA
176.92568913920002 17.34375 13.28125 21.25
END_OF_DATA
$data58 << END_OF_DATA
0.0 0.0 0.0 0.0
62.39269314559999 6.25 3.125 9.53125
124.78538629119998 6.875000000000001 4.292968750000002 9.457031249999996
187.1780794368 6.71875 3.90625 10.15625
END_OF_DATA
$data59 << END_OF_DATA
187.1780794368 6.71875 3.90625 10.15625
END_OF_DATA
$data60 << END_OF_DATA
0.0 0.0 0.0 0.0
53.324139263999996 2.65625 0.5429687500000016 5.0
106.64827852799999 2.03125 0.78125 3.4375000000000004
159.972417792 2.5 0.625 4.6875
END_OF_DATA
$data61 << END_OF_DATA
159.972417792 2.5 0.625 4.6875
END_OF_DATA
$data62 << END_OF_DATA
0.0 0.0 0.0 0.0
82.90564776106666 6.25 2.1054687500000018 11.71875
165.81129552213332 5.9375 1.7187500000000002 11.40625
248.7169432832 5.0 1.1679687500000016 9.84375
END_OF_DATA
$data63 << END_OF_DATA
248.7169432832 5.0 1.1679687500000016 9.84375
END_OF_DATA
$data64 << END_OF_DATA
0.0 0.0 0.0 0.0
130.53979494399996 0.78125 0.0 2.083333333333333
261.07958988799993 1.3020833333333335 0.0 3.125
391.619384832 1.3020833333333335 0.26041666666666663 2.864583333333333
END_OF_DATA
$data65 << END_OF_DATA
391.619384832 1.3020833333333335 0.26041666666666663 2.864583333333333
END_OF_DATA
$data66 << END_OF_DATA
0.0 0.0 0.0 0.0
172.363177344 3.90625 1.5625 7.03125
344.726354688 1.5625 0.0 3.90625
517.089532032 3.125 0.78125 7.03125
END_OF_DATA
$data67 << END_OF_DATA
517.089532032 3.125 0.78125 7.03125
END_OF_DATA
$data68 << END_OF_DATA
0.0 0.0 0.0 0.0
206.829519744 3.125 0.78125 6.660156249999982
413.659039488 1.5625 0.0 3.90625
620.488559232 0.78125 0.0 2.34375
END_OF_DATA
$data69 << END_OF_DATA
620.488559232 0.78125 0.0 2.34375
END_OF_DATA
$data70 << END_OF_DATA
0.0 0.0 0.0 0.0
46.77898294613333 3.90625 1.5625 7.269531249999997
93.55796589226667 6.5625 2.2617187500000013 11.488281249999996
140.3369488384 6.25 2.1875 11.25
END_OF_DATA
$data71 << END_OF_DATA
140.3369488384 6.25 2.1875 11.25
END_OF_DATA
$data72 << END_OF_DATA
0.0 0.0 0.0 0.0
51.77680750933333 8.75 2.8125 15.707031249999995
103.55361501866666 11.25 8.125 14.925781249999995
155.330422528 10.78125 6.875000000000001 14.925781249999995
END_OF_DATA
$data73 << END_OF_DATA
155.330422528 10.78125 6.875000000000001 14.925781249999995
END_OF_DATA
$data74 << END_OF_DATA
0.0 0.0 0.0 0.0
85.08611117226667 24.0625 16.5625 32.11328125
170.17222234453334 32.8125 25.937500000000004 41.09375
255.2583335168 27.8125 21.71875 34.0625
END_OF_DATA
$data75 << END_OF_DATA
255.2583335168 27.8125 21.71875 34.0625
END_OF_DATA
$data76 << END_OF_DATA
0.0 0.0 0.0 0.0
186.12332615679998 1.40625 0.15625 2.8125
372.24665231359995 2.96875 1.5625 4.457031249999996
558.3699784704 4.21875 1.4804687500000016 7.582031249999997
END_OF_DATA
$data77 << END_OF_DATA
558.3699784704 4.21875 1.4804687500000016 7.582031249999997
END_OF_DATA
$data78 << END_OF_DATA
0.0 1.25 0.0 3.28125
END_OF_DATA
$data79 << END_OF_DATA
0.0 1.25 0.0 3.28125
END_OF_DATA
$data80 << END_OF_DATA
0.0 0.0 0.0 0.0
84.49513945599999 53.90625 45.14843750000001 62.81250000000001
168.99027891199998 70.46875 66.63671875 75.08203125
253.485418368 67.03125 61.25000000000001 72.6640625
END_OF_DATA
$data81 << END_OF_DATA
253.485418368 67.03125 61.25000000000001 72.6640625
END_OF_DATA
$data82 << END_OF_DATA
0.0 0.0 0.0 0.0
86.78689618773333 39.6875 30.542968750000004 47.73828125
173.57379237546667 66.09375 61.40624999999999 70.3203125
260.36068856320003 74.0625 66.79296875 81.09375
END_OF_DATA
$data83 << END_OF_DATA
260.36068856320003 74.0625 66.79296875 81.09375
END_OF_DATA
plot $data43 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55888888', \
  $data45 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data47 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data49 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data51 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data53 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data55 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data57 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data59 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data61 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data63 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data65 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data67 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data69 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data71 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data73 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data75 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data77 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data79 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data81 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data83 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data42 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 3 linecolor rgb '#888888', \
  $data44 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data46 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data48 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data50 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data52 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data54 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data56 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data58 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data60 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data62 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data64 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  $data66 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00', \
  $data68 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#56B4E9', \
  $data70 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#0072B2', \
  $data72 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#D55E00', \
  $data74 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#009E73', \
  $data76 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#CC79A7', \
  $data78 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#E69F00', \
  $data80 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#56B4E9', \
  $data82 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 5 linecolor rgb '#0072B2'
set lmargin at screen 0.54
set rmargin at screen 0.9400000000000001
set tmargin at screen 0.9066147859922179
set bmargin at screen 0.6974708171206225
set title 'not mixed with hard-train: with the teacher''s loop' offset 0,-0.4
set xlabel 'FLOPs (10^12)'
unset ylabel
set xrange [-0.32423271048448:17.18433365567744]
set yrange [0.0:97.3875]
$data84 << END_OF_DATA
0.0 0.15625 0.0 0.625
END_OF_DATA
$data85 << END_OF_DATA
0.0 0.15625 0.0 0.625
END_OF_DATA
$data86 << END_OF_DATA
0.0 0.0 0.0 0.0
0.02072582825386667 0.0 0.0 0.0
0.04145165650773334 0.0 0.0 0.0
0.0621774847616 0.0 0.0 0.0
0.08290331301546668 0.0 0.0 0.0
0.10362914126933334 0.0 0.0 0.0
0.1243549695232 0.0 0.0 0.0
END_OF_DATA
$data87 << END_OF_DATA
0.1243549695232 0.0 0.0 0.0
END_OF_DATA
$data88 << END_OF_DATA
0.0 0.0 0.0 0.0
0.08788546902186667 0.0 0.0 0.0
0.17577093804373334 0.0 0.0 0.0
0.2636564070656 0.46875 0.0 1.5625
END_OF_DATA
$data89 << END_OF_DATA
0.2636564070656 0.46875 0.0 1.5625
END_OF_DATA
$data90 << END_OF_DATA
7.754636610176 35.15625 29.843750000000004 42.58203125
END_OF_DATA
$data91 << END_OF_DATA
7.754636610176 35.15625 29.843750000000004 42.58203125
END_OF_DATA
$data92 << END_OF_DATA
7.754636610176 0.0 0.0 0.0
7.8122022877184 27.8125 19.91796875 36.95703124999999
7.869767965260801 27.187499999999996 21.636718750000004 32.65625
7.9273336428032 23.125 16.63671875 29.300781249999996
END_OF_DATA
$data93 << END_OF_DATA
7.9273336428032 23.125 16.63671875 29.300781249999996
END_OF_DATA
$data94 << END_OF_DATA
0.0 0.0 0.0 0.0
0.05798638590293333 8.75 5.46875 13.4375
0.11597277180586665 12.812499999999998 7.5 18.59375
0.17395915770880002 17.8125 12.730468750000002 22.894531249999993
END_OF_DATA
$data95 << END_OF_DATA
0.17395915770880002 17.8125 12.730468750000002 22.894531249999993
END_OF_DATA
$data96 << END_OF_DATA
15.782400760832 0.15625 0.0 0.7070312499999964
15.8516269408 21.71875 13.199218750000002 30.394531249999996
15.920853120768 18.4375 11.710937500000004 24.539062499999993
15.990079300736 18.4375 11.011718750000002 24.925781249999996
END_OF_DATA
$data97 << END_OF_DATA
15.990079300736 18.4375 11.011718750000002 24.925781249999996
END_OF_DATA
$data98 << END_OF_DATA
10.925288357299202 0.0 0.0 0.0
10.984263587012268 17.34375 13.125 21.957031249999996
11.043238816725333 17.5 12.492187500000004 22.65625
11.1022140464384 17.34375 13.28125 21.25
END_OF_DATA
$data99 << END_OF_DATA
11.1022140464384 17.34375 13.28125 21.25
END_OF_DATA
$data100 << END_OF_DATA
1.2107184450304 0.0 0.0 0.0
1.273111138176 6.25 3.125 9.53125
1.3355038313216 6.875000000000001 4.292968750000002 9.457031249999996
1.3978965244672001 6.71875 3.90625 10.15625
END_OF_DATA
$data101 << END_OF_DATA
1.3978965244672001 6.71875 3.90625 10.15625
END_OF_DATA
$data102 << END_OF_DATA
1.255944226816 0.0 0.0 0.0
1.30926836608 2.65625 0.5429687500000016 5.0
1.362592505344 2.03125 0.78125 3.4375000000000004
1.415916644608 2.5 0.625 4.6875
END_OF_DATA
$data103 << END_OF_DATA
1.415916644608 2.5 0.625 4.6875
END_OF_DATA
$data104 << END_OF_DATA
1.5650754134272002 0.0 0.0 0.0
1.6479810611882668 6.25 2.1054687500000018 11.71875
1.7308867089493332 5.9375 1.7187500000000002 11.40625
1.8137923567104002 5.0 1.1679687500000016 9.84375
END_OF_DATA
$data105 << END_OF_DATA
1.8137923567104002 5.0 1.1679687500000016 9.84375
END_OF_DATA
$data106 << END_OF_DATA
5.791971089578666 0.0 0.0 0.0
5.922510884522666 0.78125 0.0 2.083333333333333
6.053050679466666 1.3020833333333335 0.0 3.125
6.183590474410666 1.3020833333333335 0.26041666666666663 2.864583333333333
END_OF_DATA
$data107 << END_OF_DATA
6.183590474410666 1.3020833333333335 0.26041666666666663 2.864583333333333
END_OF_DATA
$data108 << END_OF_DATA
14.740085172608 0.0 0.0 0.0
14.912448349952 3.90625 1.5625 7.03125
15.084811527296 1.5625 0.0 3.90625
15.25717470464 3.125 0.78125 7.03125
END_OF_DATA
$data109 << END_OF_DATA
15.25717470464 3.125 0.78125 7.03125
END_OF_DATA
$data110 << END_OF_DATA
15.591146964992 0.0 0.0 0.0
15.797976484736 3.125 0.78125 6.660156249999982
16.00480600448 1.5625 0.0 3.90625
16.211635524224 0.78125 0.0 2.34375
END_OF_DATA
$data111 << END_OF_DATA
16.211635524224 0.78125 0.0 2.34375
END_OF_DATA
$data112 << END_OF_DATA
0.0 0.0 0.0 0.0
0.04677898294613333 3.90625 1.5625 7.269531249999997
0.09355796589226666 6.5625 2.2617187500000013 11.488281249999996
0.1403369488384 6.25 2.1875 11.25
END_OF_DATA
$data113 << END_OF_DATA
0.1403369488384 6.25 2.1875 11.25
END_OF_DATA
$data114 << END_OF_DATA
0.0 0.0 0.0 0.0
0.05177680750933333 8.75 2.8125 15.707031249999995
0.10355361501866665 11.25 8.125 14.925781249999995
0.155330422528 10.78125 6.875000000000001 14.925781249999995
END_OF_DATA
$data115 << END_OF_DATA
0.155330422528 10.78125 6.875000000000001 14.925781249999995
END_OF_DATA
$data116 << END_OF_DATA
0.0 0.0 0.0 0.0
0.08508611117226667 24.0625 16.5625 32.11328125
0.17017222234453333 32.8125 25.937500000000004 41.09375
0.2552583335168 27.8125 21.71875 34.0625
END_OF_DATA
$data117 << END_OF_DATA
0.2552583335168 27.8125 21.71875 34.0625
END_OF_DATA
$data118 << END_OF_DATA
0.0 0.0 0.0 0.0
0.1861233261568 1.40625 0.15625 2.8125
0.3722466523136 2.96875 1.5625 4.457031249999996
0.5583699784704 4.21875 1.4804687500000016 7.582031249999997
END_OF_DATA
$data119 << END_OF_DATA
0.5583699784704 4.21875 1.4804687500000016 7.582031249999997
END_OF_DATA
$data120 << END_OF_DATA
15.782400760832 1.25 0.0 3.28125
END_OF_DATA
$data121 << END_OF_DATA
15.782400760832 1.25 0.0 3.28125
END_OF_DATA
$data122 << END_OF_DATA
0.0 0.0 0.0 0.0
0.08449513945599998 53.90625 45.14843750000001 62.81250000000001
0.16899027891199997 70.46875 66.63671875 75.08203125
0.253485418368 67.03125 61.25000000000001 72.6640625
END_OF_DATA
$data123 << END_OF_DATA
0.253485418368 67.03125 61.25000000000001 72.6640625
END_OF_DATA
$data124 << END_OF_DATA
0.0 0.0 0.0 0.0
0.08678689618773333 39.6875 30.542968750000004 47.73828125
0.17357379237546666 66.09375 61.40624999999999 70.3203125
0.2603606885632 74.0625 66.79296875 81.09375
END_OF_DATA
$data125 << END_OF_DATA
0.2603606885632 74.0625 66.79296875 81.09375
END_OF_DATA
plot $data85 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55888888', \
  $data87 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data89 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data91 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data93 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data95 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data97 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data99 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data101 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data103 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data105 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data107 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data109 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data111 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data113 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data115 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data117 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data119 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data121 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data123 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data125 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data84 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 3 linecolor rgb '#888888', \
  $data86 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data88 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data90 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data92 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data94 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data96 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data98 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data100 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data102 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data104 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data106 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  $data108 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00', \
  $data110 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#56B4E9', \
  $data112 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#0072B2', \
  $data114 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#D55E00', \
  $data116 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#009E73', \
  $data118 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#CC79A7', \
  $data120 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#E69F00', \
  $data122 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#56B4E9', \
  $data124 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 5 linecolor rgb '#0072B2'
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
$data126 << END_OF_DATA
124.80000000000007 19.0
170.80000000000007 19.0
END_OF_DATA
$data127 << END_OF_DATA
147.80000000000007 19.0
END_OF_DATA
set label 2000 'Hard-Only' at 180.80000000000007,19.0 left font ',15'
$data128 << END_OF_DATA
124.80000000000007 45.0
170.80000000000007 45.0
END_OF_DATA
$data129 << END_OF_DATA
147.80000000000007 45.0
END_OF_DATA
set label 2001 'PQ + hard' at 180.80000000000007,45.0 left font ',15'
$data130 << END_OF_DATA
124.80000000000007 71.0
170.80000000000007 71.0
END_OF_DATA
$data131 << END_OF_DATA
147.80000000000007 71.0
END_OF_DATA
set label 2002 'Base-T + hard' at 180.80000000000007,71.0 left font ',15'
$data132 << END_OF_DATA
124.80000000000007 97.0
170.80000000000007 97.0
END_OF_DATA
$data133 << END_OF_DATA
147.80000000000007 97.0
END_OF_DATA
set label 2003 'Grounded-T + hard' at 180.80000000000007,97.0 left font ',15'
$data134 << END_OF_DATA
449.6 19.0
495.6 19.0
END_OF_DATA
$data135 << END_OF_DATA
472.6 19.0
END_OF_DATA
set label 2004 'No-promotion-T + hard' at 505.6,19.0 left font ',15'
$data136 << END_OF_DATA
449.6 45.0
495.6 45.0
END_OF_DATA
$data137 << END_OF_DATA
472.6 45.0
END_OF_DATA
set label 2005 'Learnability-T + hard' at 505.6,45.0 left font ',15'
$data138 << END_OF_DATA
449.6 71.0
495.6 71.0
END_OF_DATA
$data139 << END_OF_DATA
472.6 71.0
END_OF_DATA
set label 2006 'Uncertainty-T + hard' at 505.6,71.0 left font ',15'
$data140 << END_OF_DATA
449.6 97.0
495.6 97.0
END_OF_DATA
$data141 << END_OF_DATA
472.6 97.0
END_OF_DATA
set label 2007 'Random-T + hard' at 505.6,97.0 left font ',15'
$data142 << END_OF_DATA
774.4 19.0
820.4 19.0
END_OF_DATA
$data143 << END_OF_DATA
797.4 19.0
END_OF_DATA
set label 2008 'Long learnability + hard' at 830.4,19.0 left font ',15'
$data144 << END_OF_DATA
774.4 45.0
820.4 45.0
END_OF_DATA
$data145 << END_OF_DATA
797.4 45.0
END_OF_DATA
set label 2009 'Long uncertainty + hard' at 830.4,45.0 left font ',15'
$data146 << END_OF_DATA
774.4 71.0
820.4 71.0
END_OF_DATA
$data147 << END_OF_DATA
797.4 71.0
END_OF_DATA
set label 2010 'Long random + hard' at 830.4,71.0 left font ',15'
$data148 << END_OF_DATA
774.4 97.0
820.4 97.0
END_OF_DATA
$data149 << END_OF_DATA
797.4 97.0
END_OF_DATA
set label 2011 'Curated-128 + hard' at 830.4,97.0 left font ',15'
plot $data126 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#000000', \
  $data127 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  $data128 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  $data129 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data130 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  $data131 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data132 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  $data133 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data134 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#CC79A7', \
  $data135 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data136 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#E69F00', \
  $data137 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  $data138 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#56B4E9', \
  $data139 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  $data140 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#0072B2', \
  $data141 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data142 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#D55E00', \
  $data143 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data144 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#009E73', \
  $data145 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data146 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#CC79A7', \
  $data147 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data148 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#E69F00', \
  $data149 using 1:2 notitle with points pointtype 12 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00'
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
set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
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
set xrange [-12.409771184639999:657.71787278592]
set yrange [0.0:97.3875]
$data150 << END_OF_DATA
0.0 0.0 0.0 0.0
20.72582825386667 0.0 0.0 0.0
41.45165650773334 0.0 0.0 0.0
62.177484761600006 0.0 0.0 0.0
82.90331301546668 0.0 0.0 0.0
103.62914126933335 0.0 0.0 0.0
124.35496952320001 0.0 0.0 0.0
END_OF_DATA
$data151 << END_OF_DATA
124.35496952320001 0.0 0.0 0.0
END_OF_DATA
$data152 << END_OF_DATA
0.0 0.0 0.0 0.0
98.66576113493333 28.59375 17.410156250000007 41.882812499999986
197.33152226986667 47.34375 32.48437500000001 61.64453125
295.9972834048 63.74999999999999 52.0234375 78.36328125
END_OF_DATA
$data153 << END_OF_DATA
295.9972834048 63.74999999999999 52.0234375 78.36328125
END_OF_DATA
$data154 << END_OF_DATA
0.0 0.0 0.0 0.0
52.834360422399996 3.125 0.46875 6.3320312499999964
105.66872084479999 10.3125 2.1875 20.789062499999993
158.5030812672 18.28125 10.625 28.749999999999996
END_OF_DATA
$data155 << END_OF_DATA
158.5030812672 18.28125 10.625 28.749999999999996
END_OF_DATA
$data156 << END_OF_DATA
0.0 0.0 0.0 0.0
82.60062837759999 14.6875 6.25 24.613281249999996
165.20125675519998 25.0 8.59375 40.23828125
247.8018851328 43.75 24.597656250000004 58.20703125
END_OF_DATA
$data157 << END_OF_DATA
247.8018851328 43.75 24.597656250000004 58.20703125
END_OF_DATA
$data158 << END_OF_DATA
0.0 0.3125 0.0 0.9375
95.27940434773333 24.53125 14.136718750000002 36.64453124999999
190.55880869546667 31.5625 22.26171875 44.76953124999999
285.8382130432 45.9375 31.79296875 59.777343749999986
END_OF_DATA
$data159 << END_OF_DATA
285.8382130432 45.9375 31.79296875 59.777343749999986
END_OF_DATA
$data160 << END_OF_DATA
0.0 0.0 0.0 0.0
48.994856337066665 4.21875 2.03125 6.9570312499999964
97.98971267413333 4.0625 2.5 5.9375
146.98456901120002 4.0625 2.34375 6.019531249999996
END_OF_DATA
$data161 << END_OF_DATA
146.98456901120002 4.0625 2.34375 6.019531249999996
END_OF_DATA
$data162 << END_OF_DATA
0.0 0.0 0.0 0.0
44.0829210368 2.34375 0.6992187500000017 4.457031249999996
88.1658420736 3.4375000000000004 0.9375 6.406249999999999
132.2487631104 2.34375 0.46875 4.3007812499999964
END_OF_DATA
$data163 << END_OF_DATA
132.2487631104 2.34375 0.46875 4.3007812499999964
END_OF_DATA
$data164 << END_OF_DATA
0.0 0.0 0.0 0.0
93.513705728 4.84375 1.25 8.90625
187.027411456 9.375 6.09375 12.812499999999998
280.541117184 12.812499999999998 2.8867187500000018 23.52734374999999
END_OF_DATA
$data165 << END_OF_DATA
280.541117184 12.812499999999998 2.8867187500000018 23.52734374999999
END_OF_DATA
$data166 << END_OF_DATA
0.0 0.0 0.0 0.0
121.1608990151111 0.78125 0.0 2.4804687499999942
242.3217980302222 1.0416666666666665 0.0 2.7408854166666607
363.48269704533334 2.083333333333333 0.26041666666666663 4.303385416666661
END_OF_DATA
$data167 << END_OF_DATA
363.48269704533334 2.083333333333333 0.26041666666666663 4.303385416666661
END_OF_DATA
$data168 << END_OF_DATA
0.0 0.0 0.0 0.0
164.16316219733332 2.34375 0.0 5.46875
328.32632439466664 0.78125 0.0 2.34375
492.489486592 3.125 0.78125 6.25
END_OF_DATA
$data169 << END_OF_DATA
492.489486592 3.125 0.78125 6.25
END_OF_DATA
$data170 << END_OF_DATA
0.0 0.0 0.0 0.0
168.5399203413333 5.46875 1.933593750000008 9.375
337.0798406826666 2.34375 0.0 5.46875
505.619761024 3.125 0.78125 6.25
END_OF_DATA
$data171 << END_OF_DATA
505.619761024 3.125 0.78125 6.25
END_OF_DATA
$data172 << END_OF_DATA
0.0 0.0 0.0 0.0
123.53604954453333 44.53125 40.46875 48.4375
247.07209908906665 73.125 65.78125 80.78125
370.6081486336 88.75 85.46875 91.875
END_OF_DATA
$data173 << END_OF_DATA
370.6081486336 88.75 85.46875 91.875
END_OF_DATA
plot $data151 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data153 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data155 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data157 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data159 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data161 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data163 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data165 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data167 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data169 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data171 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data173 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data150 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data152 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data154 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data156 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data158 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data160 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data162 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data164 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data166 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data168 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data170 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  $data172 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00'
set lmargin at screen 0.54
set rmargin at screen 0.9400000000000001
set tmargin at screen 0.5778210116731517
set bmargin at screen 0.36867704280155644
set title 'hard-train mixed in: with the teacher''s loop' offset 0,-0.4
set xlabel 'FLOPs (10^12)'
unset ylabel
set xrange [-0.32423271048448:17.18433365567744]
set yrange [0.0:97.3875]
$data174 << END_OF_DATA
0.0 0.0 0.0 0.0
0.02072582825386667 0.0 0.0 0.0
0.04145165650773334 0.0 0.0 0.0
0.0621774847616 0.0 0.0 0.0
0.08290331301546668 0.0 0.0 0.0
0.10362914126933334 0.0 0.0 0.0
0.1243549695232 0.0 0.0 0.0
END_OF_DATA
$data175 << END_OF_DATA
0.1243549695232 0.0 0.0 0.0
END_OF_DATA
$data176 << END_OF_DATA
7.754636610176 0.0 0.0 0.0
7.853302371310934 28.59375 17.410156250000007 41.882812499999986
7.951968132445867 47.34375 32.48437500000001 61.64453125
8.0506338935808 63.74999999999999 52.0234375 78.36328125
END_OF_DATA
$data177 << END_OF_DATA
8.0506338935808 63.74999999999999 52.0234375 78.36328125
END_OF_DATA
$data178 << END_OF_DATA
0.0 0.0 0.0 0.0
0.052834360422399994 3.125 0.46875 6.3320312499999964
0.10566872084479999 10.3125 2.1875 20.789062499999993
0.1585030812672 18.28125 10.625 28.749999999999996
END_OF_DATA
$data179 << END_OF_DATA
0.1585030812672 18.28125 10.625 28.749999999999996
END_OF_DATA
$data180 << END_OF_DATA
15.782400760832 0.0 0.0 0.0
15.865001389209601 14.6875 6.25 24.613281249999996
15.9476020175872 25.0 8.59375 40.23828125
16.0302026459648 43.75 24.597656250000004 58.20703125
END_OF_DATA
$data181 << END_OF_DATA
16.0302026459648 43.75 24.597656250000004 58.20703125
END_OF_DATA
$data182 << END_OF_DATA
10.925288357299202 0.3125 0.0 0.9375
11.020567761646936 24.53125 14.136718750000002 36.64453124999999
11.115847165994666 31.5625 22.26171875 44.76953124999999
11.211126570342401 45.9375 31.79296875 59.777343749999986
END_OF_DATA
$data183 << END_OF_DATA
11.211126570342401 45.9375 31.79296875 59.777343749999986
END_OF_DATA
$data184 << END_OF_DATA
1.2107184450304 0.0 0.0 0.0
1.2597133013674666 4.21875 2.03125 6.9570312499999964
1.3087081577045334 4.0625 2.5 5.9375
1.3577030140416 4.0625 2.34375 6.019531249999996
END_OF_DATA
$data185 << END_OF_DATA
1.3577030140416 4.0625 2.34375 6.019531249999996
END_OF_DATA
$data186 << END_OF_DATA
1.255944226816 0.0 0.0 0.0
1.3000271478528 2.34375 0.6992187500000017 4.457031249999996
1.3441100688896002 3.4375000000000004 0.9375 6.406249999999999
1.3881929899264 2.34375 0.46875 4.3007812499999964
END_OF_DATA
$data187 << END_OF_DATA
1.3881929899264 2.34375 0.46875 4.3007812499999964
END_OF_DATA
$data188 << END_OF_DATA
1.5650754134272002 0.0 0.0 0.0
1.6585891191552002 4.84375 1.25 8.90625
1.7521028248832002 9.375 6.09375 12.812499999999998
1.8456165306112002 12.812499999999998 2.8867187500000018 23.52734374999999
END_OF_DATA
$data189 << END_OF_DATA
1.8456165306112002 12.812499999999998 2.8867187500000018 23.52734374999999
END_OF_DATA
$data190 << END_OF_DATA
5.791971089578666 0.0 0.0 0.0
5.913131988593777 0.78125 0.0 2.4804687499999942
6.034292887608888 1.0416666666666665 0.0 2.7408854166666607
6.155453786624 2.083333333333333 0.26041666666666663 4.303385416666661
END_OF_DATA
$data191 << END_OF_DATA
6.155453786624 2.083333333333333 0.26041666666666663 4.303385416666661
END_OF_DATA
$data192 << END_OF_DATA
14.740085172608 0.0 0.0 0.0
14.904248334805335 2.34375 0.0 5.46875
15.068411497002666 0.78125 0.0 2.34375
15.2325746592 3.125 0.78125 6.25
END_OF_DATA
$data193 << END_OF_DATA
15.2325746592 3.125 0.78125 6.25
END_OF_DATA
$data194 << END_OF_DATA
15.591146964992 0.0 0.0 0.0
15.759686885333334 5.46875 1.933593750000008 9.375
15.928226805674665 2.34375 0.0 5.46875
16.096766726016 3.125 0.78125 6.25
END_OF_DATA
$data195 << END_OF_DATA
16.096766726016 3.125 0.78125 6.25
END_OF_DATA
$data196 << END_OF_DATA
0.0 0.0 0.0 0.0
0.12353604954453333 44.53125 40.46875 48.4375
0.24707209908906666 73.125 65.78125 80.78125
0.37060814863360003 88.75 85.46875 91.875
END_OF_DATA
$data197 << END_OF_DATA
0.37060814863360003 88.75 85.46875 91.875
END_OF_DATA
plot $data175 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data177 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data179 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data181 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data183 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data185 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data187 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data189 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data191 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data193 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data195 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data197 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data174 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data176 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data178 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data180 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data182 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data184 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data186 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data188 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data190 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data192 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data194 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  $data196 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00'
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
$data198 << END_OF_DATA
63.60000000000002 19.0
109.60000000000002 19.0
END_OF_DATA
$data199 << END_OF_DATA
86.60000000000002 19.0
END_OF_DATA
set label 2000 'Hard-Only' at 119.60000000000002,19.0 left font ',15'
$data200 << END_OF_DATA
63.60000000000002 45.0
109.60000000000002 45.0
END_OF_DATA
$data201 << END_OF_DATA
86.60000000000002 45.0
END_OF_DATA
set label 2001 'PQ, then hard' at 119.60000000000002,45.0 left font ',15'
$data202 << END_OF_DATA
63.60000000000002 71.0
109.60000000000002 71.0
END_OF_DATA
$data203 << END_OF_DATA
86.60000000000002 71.0
END_OF_DATA
set label 2002 'Base-T, then hard' at 119.60000000000002,71.0 left font ',15'
$data204 << END_OF_DATA
63.60000000000002 97.0
109.60000000000002 97.0
END_OF_DATA
$data205 << END_OF_DATA
86.60000000000002 97.0
END_OF_DATA
set label 2003 'Grounded-T, then hard' at 119.60000000000002,97.0 left font ',15'
$data206 << END_OF_DATA
429.2 19.0
475.2 19.0
END_OF_DATA
$data207 << END_OF_DATA
452.2 19.0
END_OF_DATA
set label 2004 'No-promotion-T, then hard' at 485.2,19.0 left font ',15'
$data208 << END_OF_DATA
429.2 45.0
475.2 45.0
END_OF_DATA
$data209 << END_OF_DATA
452.2 45.0
END_OF_DATA
set label 2005 'Learnability-T, then hard' at 485.2,45.0 left font ',15'
$data210 << END_OF_DATA
429.2 71.0
475.2 71.0
END_OF_DATA
$data211 << END_OF_DATA
452.2 71.0
END_OF_DATA
set label 2006 'Uncertainty-T, then hard' at 485.2,71.0 left font ',15'
$data212 << END_OF_DATA
429.2 97.0
475.2 97.0
END_OF_DATA
$data213 << END_OF_DATA
452.2 97.0
END_OF_DATA
set label 2007 'Random-T, then hard' at 485.2,97.0 left font ',15'
$data214 << END_OF_DATA
794.8 19.0
840.8 19.0
END_OF_DATA
$data215 << END_OF_DATA
817.8 19.0
END_OF_DATA
set label 2008 'Long learnability, then hard' at 850.8,19.0 left font ',15'
$data216 << END_OF_DATA
794.8 45.0
840.8 45.0
END_OF_DATA
$data217 << END_OF_DATA
817.8 45.0
END_OF_DATA
set label 2009 'Long uncertainty, then hard' at 850.8,45.0 left font ',15'
$data218 << END_OF_DATA
794.8 71.0
840.8 71.0
END_OF_DATA
$data219 << END_OF_DATA
817.8 71.0
END_OF_DATA
set label 2010 'Long random, then hard' at 850.8,71.0 left font ',15'
$data220 << END_OF_DATA
794.8 97.0
840.8 97.0
END_OF_DATA
$data221 << END_OF_DATA
817.8 97.0
END_OF_DATA
set label 2011 'Curated-128, then hard' at 850.8,97.0 left font ',15'
plot $data198 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#000000', \
  $data199 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  $data200 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  $data201 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data202 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  $data203 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data204 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  $data205 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data206 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#CC79A7', \
  $data207 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data208 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#E69F00', \
  $data209 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  $data210 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#56B4E9', \
  $data211 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  $data212 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#0072B2', \
  $data213 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data214 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#D55E00', \
  $data215 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data216 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#009E73', \
  $data217 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data218 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#CC79A7', \
  $data219 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data220 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#E69F00', \
  $data221 using 1:2 notitle with points pointtype 12 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00'
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
set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
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
set xrange [-12.409771184639999:657.71787278592]
set yrange [0.0:97.3875]
$data222 << END_OF_DATA
0.0 0.0 0.0 0.0
20.72582825386667 0.0 0.0 0.0
41.45165650773334 0.0 0.0 0.0
62.177484761600006 0.0 0.0 0.0
82.90331301546668 0.0 0.0 0.0
103.62914126933335 0.0 0.0 0.0
124.35496952320001 0.0 0.0 0.0
END_OF_DATA
$data223 << END_OF_DATA
124.35496952320001 0.0 0.0 0.0
END_OF_DATA
$data224 << END_OF_DATA
0.0 0.0 0.0 0.0
114.04619839146666 27.34375 20.855468750000004 33.996093749999986
228.09239678293332 38.125 31.25 45.15625
342.13859517440005 59.84374999999999 47.88671875 71.17578125
END_OF_DATA
$data225 << END_OF_DATA
342.13859517440005 59.84374999999999 47.88671875 71.17578125
END_OF_DATA
$data226 << END_OF_DATA
0.0 0.0 0.0 0.0
96.54398107306665 5.9375 2.65625 10.46875
193.0879621461333 23.90625 12.730468750000002 36.72656249999999
289.6319432192 51.87500000000001 27.566406250000004 71.57031249999999
END_OF_DATA
$data227 << END_OF_DATA
289.6319432192 51.87500000000001 27.566406250000004 71.57031249999999
END_OF_DATA
$data228 << END_OF_DATA
0.0 0.0 0.0 0.0
117.61102807893333 16.09375 10.15625 23.75
235.22205615786666 27.500000000000004 18.19921875 35.70703124999999
352.83308423680006 55.00000000000001 37.64843750000001 68.83203125
END_OF_DATA
$data229 << END_OF_DATA
352.83308423680006 55.00000000000001 37.64843750000001 68.83203125
END_OF_DATA
$data230 << END_OF_DATA
0.0 0.0 0.0 0.0
105.37273396906669 18.28125 12.65625 25.082031249999996
210.74546793813337 27.187499999999996 16.875 36.64453124999999
316.1182019072 51.87500000000001 32.17968750000001 65.625
END_OF_DATA
$data231 << END_OF_DATA
316.1182019072 51.87500000000001 32.17968750000001 65.625
END_OF_DATA
$data232 << END_OF_DATA
0.0 0.0 0.0 0.0
59.56304022186667 2.65625 1.3242187500000016 4.0625
119.12608044373334 5.625 2.2617187500000013 9.84375
178.6891206656 11.71875 5.46875 19.785156249999982
END_OF_DATA
$data233 << END_OF_DATA
178.6891206656 11.71875 5.46875 19.785156249999982
END_OF_DATA
$data234 << END_OF_DATA
0.0 0.0 0.0 0.0
44.83438565546667 2.03125 0.625 3.75
89.66877131093334 3.5937499999999996 0.78125 7.582031249999997
134.5031569664 4.21875 1.25 7.582031249999997
END_OF_DATA
$data235 << END_OF_DATA
134.5031569664 4.21875 1.25 7.582031249999997
END_OF_DATA
$data236 << END_OF_DATA
0.0 0.0 0.0 0.0
83.33559357440001 5.3125 2.1054687500000018 8.519531249999996
166.67118714880002 5.15625 1.875 8.90625
250.00678072320002 11.5625 1.3242187500000016 23.832031249999996
END_OF_DATA
$data237 << END_OF_DATA
250.00678072320002 11.5625 1.3242187500000016 23.832031249999996
END_OF_DATA
$data238 << END_OF_DATA
0.0 0.0 0.0 0.0
125.94240477866666 1.3020833333333335 0.0 3.7825520833333277
251.8848095573333 1.0416666666666665 0.0 2.604166666666667
377.827214336 1.0416666666666665 0.0 2.864583333333333
END_OF_DATA
$data239 << END_OF_DATA
377.827214336 1.0416666666666665 0.0 2.864583333333333
END_OF_DATA
$data240 << END_OF_DATA
0.0 0.0 0.0 0.0
183.307832064 0.78125 0.0 2.7539062499999822
366.615664128 1.5625 0.0 4.316406249999982
549.923496192 3.125 0.78125 7.03125
END_OF_DATA
$data241 << END_OF_DATA
549.923496192 3.125 0.78125 7.03125
END_OF_DATA
$data242 << END_OF_DATA
0.0 0.0 0.0 0.0
194.95935210666664 1.5625 0.0 3.90625
389.9187042133333 3.90625 1.152343750000008 7.441406249999982
584.87805632 3.90625 0.78125 7.03125
END_OF_DATA
$data243 << END_OF_DATA
584.87805632 3.90625 0.78125 7.03125
END_OF_DATA
$data244 << END_OF_DATA
0.0 0.0 0.0 0.0
149.96107980799997 49.0625 43.75 54.53906249999999
299.92215961599993 68.125 62.88671875 73.75
449.883239424 86.40625 81.875 90.78125
END_OF_DATA
$data245 << END_OF_DATA
449.883239424 86.40625 81.875 90.78125
END_OF_DATA
plot $data223 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data225 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data227 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data229 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data231 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data233 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data235 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data237 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data239 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data241 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data243 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data245 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data222 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data224 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data226 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data228 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data230 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data232 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data234 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data236 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data238 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data240 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data242 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  $data244 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00'
set lmargin at screen 0.54
set rmargin at screen 0.9400000000000001
set tmargin at screen 0.2490272373540856
set bmargin at screen 0.03988326848249024
set title 'hard-train afterwards: with the teacher''s loop' offset 0,-0.4
set xlabel 'FLOPs (10^12)'
unset ylabel
set xrange [-0.32423271048448:17.18433365567744]
set yrange [0.0:97.3875]
$data246 << END_OF_DATA
0.0 0.0 0.0 0.0
0.02072582825386667 0.0 0.0 0.0
0.04145165650773334 0.0 0.0 0.0
0.0621774847616 0.0 0.0 0.0
0.08290331301546668 0.0 0.0 0.0
0.10362914126933334 0.0 0.0 0.0
0.1243549695232 0.0 0.0 0.0
END_OF_DATA
$data247 << END_OF_DATA
0.1243549695232 0.0 0.0 0.0
END_OF_DATA
$data248 << END_OF_DATA
7.754636610176 0.0 0.0 0.0
7.868682808567466 27.34375 20.855468750000004 33.996093749999986
7.982729006958935 38.125 31.25 45.15625
8.0967752053504 59.84374999999999 47.88671875 71.17578125
END_OF_DATA
$data249 << END_OF_DATA
8.0967752053504 59.84374999999999 47.88671875 71.17578125
END_OF_DATA
$data250 << END_OF_DATA
0.0 0.0 0.0 0.0
0.09654398107306665 5.9375 2.65625 10.46875
0.1930879621461333 23.90625 12.730468750000002 36.72656249999999
0.2896319432192 51.87500000000001 27.566406250000004 71.57031249999999
END_OF_DATA
$data251 << END_OF_DATA
0.2896319432192 51.87500000000001 27.566406250000004 71.57031249999999
END_OF_DATA
$data252 << END_OF_DATA
15.782400760832 0.0 0.0 0.0
15.900011788910932 16.09375 10.15625 23.75
16.01762281698987 27.500000000000004 18.19921875 35.70703124999999
16.1352338450688 55.00000000000001 37.64843750000001 68.83203125
END_OF_DATA
$data253 << END_OF_DATA
16.1352338450688 55.00000000000001 37.64843750000001 68.83203125
END_OF_DATA
$data254 << END_OF_DATA
10.925288357299202 0.0 0.0 0.0
11.030661091268266 18.28125 12.65625 25.082031249999996
11.136033825237336 27.187499999999996 16.875 36.64453124999999
11.2414065592064 51.87500000000001 32.17968750000001 65.625
END_OF_DATA
$data255 << END_OF_DATA
11.2414065592064 51.87500000000001 32.17968750000001 65.625
END_OF_DATA
$data256 << END_OF_DATA
1.2107184450304 0.0 0.0 0.0
1.2702814852522668 2.65625 1.3242187500000016 4.0625
1.3298445254741333 5.625 2.2617187500000013 9.84375
1.389407565696 11.71875 5.46875 19.785156249999982
END_OF_DATA
$data257 << END_OF_DATA
1.389407565696 11.71875 5.46875 19.785156249999982
END_OF_DATA
$data258 << END_OF_DATA
1.255944226816 0.0 0.0 0.0
1.3007786124714666 2.03125 0.625 3.75
1.3456129981269336 3.5937499999999996 0.78125 7.582031249999997
1.3904473837824 4.21875 1.25 7.582031249999997
END_OF_DATA
$data259 << END_OF_DATA
1.3904473837824 4.21875 1.25 7.582031249999997
END_OF_DATA
$data260 << END_OF_DATA
1.5650754134272002 0.0 0.0 0.0
1.6484110070016 5.3125 2.1054687500000018 8.519531249999996
1.731746600576 5.15625 1.875 8.90625
1.8150821941504 11.5625 1.3242187500000016 23.832031249999996
END_OF_DATA
$data261 << END_OF_DATA
1.8150821941504 11.5625 1.3242187500000016 23.832031249999996
END_OF_DATA
$data262 << END_OF_DATA
5.791971089578666 0.0 0.0 0.0
5.917913494357333 1.3020833333333335 0.0 3.7825520833333277
6.043855899136 1.0416666666666665 0.0 2.604166666666667
6.169798303914666 1.0416666666666665 0.0 2.864583333333333
END_OF_DATA
$data263 << END_OF_DATA
6.169798303914666 1.0416666666666665 0.0 2.864583333333333
END_OF_DATA
$data264 << END_OF_DATA
14.740085172608 0.0 0.0 0.0
14.923393004672 0.78125 0.0 2.7539062499999822
15.106700836736 1.5625 0.0 4.316406249999982
15.2900086688 3.125 0.78125 7.03125
END_OF_DATA
$data265 << END_OF_DATA
15.2900086688 3.125 0.78125 7.03125
END_OF_DATA
$data266 << END_OF_DATA
15.591146964992 0.0 0.0 0.0
15.786106317098666 1.5625 0.0 3.90625
15.981065669205334 3.90625 1.152343750000008 7.441406249999982
16.176025021312 3.90625 0.78125 7.03125
END_OF_DATA
$data267 << END_OF_DATA
16.176025021312 3.90625 0.78125 7.03125
END_OF_DATA
$data268 << END_OF_DATA
0.0 0.0 0.0 0.0
0.14996107980799997 49.0625 43.75 54.53906249999999
0.29992215961599994 68.125 62.88671875 73.75
0.449883239424 86.40625 81.875 90.78125
END_OF_DATA
$data269 << END_OF_DATA
0.449883239424 86.40625 81.875 90.78125
END_OF_DATA
plot $data247 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data249 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data251 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data253 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data255 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data257 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data259 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data261 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data263 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data265 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data267 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data269 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data246 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data248 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data250 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data252 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data254 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data256 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data258 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data260 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data262 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data264 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data266 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  $data268 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00'
unset multiplot

set output
reset
pointScale = 1.0
set terminal pngcairo size 1200,2056 font 'DejaVu Sans,16' noenhanced background 'white'
set output 'pass-at-k-by-cost.png'
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
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
$data0 << END_OF_DATA
100.0 17.0
146.0 17.0
END_OF_DATA
$data1 << END_OF_DATA
123.0 17.0
END_OF_DATA
set label 2000 'Base' at 156.0,17.0 left font ',13'
$data2 << END_OF_DATA
100.0 39.0
146.0 39.0
END_OF_DATA
$data3 << END_OF_DATA
123.0 39.0
END_OF_DATA
set label 2001 'Hard-Only' at 156.0,39.0 left font ',13'
$data4 << END_OF_DATA
100.0 61.0
146.0 61.0
END_OF_DATA
$data5 << END_OF_DATA
123.0 61.0
END_OF_DATA
set label 2002 'Hard-Only, group 128' at 156.0,61.0 left font ',13'
$data6 << END_OF_DATA
100.0 83.0
146.0 83.0
END_OF_DATA
$data7 << END_OF_DATA
123.0 83.0
END_OF_DATA
set label 2003 'PS' at 156.0,83.0 left font ',13'
$data8 << END_OF_DATA
100.0 105.0
146.0 105.0
END_OF_DATA
$data9 << END_OF_DATA
123.0 105.0
END_OF_DATA
set label 2004 'PQ' at 156.0,105.0 left font ',13'
$data10 << END_OF_DATA
100.0 127.0
146.0 127.0
END_OF_DATA
$data11 << END_OF_DATA
123.0 127.0
END_OF_DATA
set label 2005 'Base-T' at 156.0,127.0 left font ',13'
$data12 << END_OF_DATA
356.0 17.0
402.0 17.0
END_OF_DATA
$data13 << END_OF_DATA
379.0 17.0
END_OF_DATA
set label 2006 'Grounded-T' at 412.0,17.0 left font ',13'
$data14 << END_OF_DATA
356.0 39.0
402.0 39.0
END_OF_DATA
$data15 << END_OF_DATA
379.0 39.0
END_OF_DATA
set label 2007 'No-promotion-T' at 412.0,39.0 left font ',13'
$data16 << END_OF_DATA
356.0 61.0
402.0 61.0
END_OF_DATA
$data17 << END_OF_DATA
379.0 61.0
END_OF_DATA
set label 2008 'Learnability-T' at 412.0,61.0 left font ',13'
$data18 << END_OF_DATA
356.0 83.0
402.0 83.0
END_OF_DATA
$data19 << END_OF_DATA
379.0 83.0
END_OF_DATA
set label 2009 'Uncertainty-T' at 412.0,83.0 left font ',13'
$data20 << END_OF_DATA
356.0 105.0
402.0 105.0
END_OF_DATA
$data21 << END_OF_DATA
379.0 105.0
END_OF_DATA
set label 2010 'Random-T' at 412.0,105.0 left font ',13'
$data22 << END_OF_DATA
356.0 127.0
402.0 127.0
END_OF_DATA
$data23 << END_OF_DATA
379.0 127.0
END_OF_DATA
set label 2011 'Long learnability' at 412.0,127.0 left font ',13'
$data24 << END_OF_DATA
612.0 17.0
658.0 17.0
END_OF_DATA
$data25 << END_OF_DATA
635.0 17.0
END_OF_DATA
set label 2012 'Long uncertainty' at 668.0,17.0 left font ',13'
$data26 << END_OF_DATA
612.0 39.0
658.0 39.0
END_OF_DATA
$data27 << END_OF_DATA
635.0 39.0
END_OF_DATA
set label 2013 'Long random' at 668.0,39.0 left font ',13'
$data28 << END_OF_DATA
612.0 61.0
658.0 61.0
END_OF_DATA
$data29 << END_OF_DATA
635.0 61.0
END_OF_DATA
set label 2014 'Base-T, 32 questions' at 668.0,61.0 left font ',13'
$data30 << END_OF_DATA
612.0 83.0
658.0 83.0
END_OF_DATA
$data31 << END_OF_DATA
635.0 83.0
END_OF_DATA
set label 2015 'Base-T, 64 questions' at 668.0,83.0 left font ',13'
$data32 << END_OF_DATA
612.0 105.0
658.0 105.0
END_OF_DATA
$data33 << END_OF_DATA
635.0 105.0
END_OF_DATA
set label 2016 'Base-T in two turns' at 668.0,105.0 left font ',13'
$data34 << END_OF_DATA
612.0 127.0
658.0 127.0
END_OF_DATA
$data35 << END_OF_DATA
635.0 127.0
END_OF_DATA
set label 2017 'SeRL-style' at 668.0,127.0 left font ',13'
$data36 << END_OF_DATA
868.0 17.0
914.0 17.0
END_OF_DATA
$data37 << END_OF_DATA
891.0 17.0
END_OF_DATA
set label 2018 'Teacher as solver' at 924.0,17.0 left font ',13'
$data38 << END_OF_DATA
868.0 39.0
914.0 39.0
END_OF_DATA
$data39 << END_OF_DATA
891.0 39.0
END_OF_DATA
set label 2019 'Curated-128' at 924.0,39.0 left font ',13'
$data40 << END_OF_DATA
868.0 61.0
914.0 61.0
END_OF_DATA
$data41 << END_OF_DATA
891.0 61.0
END_OF_DATA
set label 2020 'Curated-full' at 924.0,61.0 left font ',13'
plot $data0 using 1:2 notitle with lines linewidth 2.2 dashtype 3 linecolor rgb '#888888', \
  $data1 using 1:2 notitle with points pointtype 4 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#888888', \
  $data2 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#000000', \
  $data3 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  $data4 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  $data5 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data6 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  $data7 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data8 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  $data9 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data10 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#CC79A7', \
  $data11 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data12 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#E69F00', \
  $data13 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  $data14 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#56B4E9', \
  $data15 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  $data16 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#0072B2', \
  $data17 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data18 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#D55E00', \
  $data19 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data20 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#009E73', \
  $data21 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data22 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#CC79A7', \
  $data23 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data24 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#E69F00', \
  $data25 using 1:2 notitle with points pointtype 12 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  $data26 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#56B4E9', \
  $data27 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  $data28 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#0072B2', \
  $data29 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data30 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#D55E00', \
  $data31 using 1:2 notitle with points pointtype 12 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data32 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#009E73', \
  $data33 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data34 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#CC79A7', \
  $data35 using 1:2 notitle with points pointtype 4 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data36 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#E69F00', \
  $data37 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  $data38 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#56B4E9', \
  $data39 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  $data40 using 1:2 notitle with lines linewidth 2.2 dashtype 5 linecolor rgb '#0072B2', \
  $data41 using 1:2 notitle with points pointtype 4 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2'
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
set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
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
set xrange [-12.409771184639999:657.71787278592]
set yrange [0.0:97.3875]
$data42 << END_OF_DATA
0.0 0.15625 0.0 0.625
END_OF_DATA
$data43 << END_OF_DATA
0.0 0.15625 0.0 0.625
END_OF_DATA
$data44 << END_OF_DATA
0.0 0.0 0.0 0.0
20.72582825386667 0.0 0.0 0.0
41.45165650773334 0.0 0.0 0.0
62.177484761600006 0.0 0.0 0.0
82.90331301546668 0.0 0.0 0.0
103.62914126933335 0.0 0.0 0.0
124.35496952320001 0.0 0.0 0.0
END_OF_DATA
$data45 << END_OF_DATA
124.35496952320001 0.0 0.0 0.0
END_OF_DATA
$data46 << END_OF_DATA
0.0 0.0 0.0 0.0
87.88546902186667 0.0 0.0 0.0
175.77093804373334 0.0 0.0 0.0
263.6564070656 0.46875 0.0 1.5625
END_OF_DATA
$data47 << END_OF_DATA
263.6564070656 0.46875 0.0 1.5625
END_OF_DATA
$data48 << END_OF_DATA
0.0 35.15625 29.843750000000004 42.58203125
END_OF_DATA
$data49 << END_OF_DATA
0.0 35.15625 29.843750000000004 42.58203125
END_OF_DATA
$data50 << END_OF_DATA
0.0 0.0 0.0 0.0
57.5656775424 27.8125 19.91796875 36.95703124999999
115.1313550848 27.187499999999996 21.636718750000004 32.65625
172.6970326272 23.125 16.63671875 29.300781249999996
END_OF_DATA
$data51 << END_OF_DATA
172.6970326272 23.125 16.63671875 29.300781249999996
END_OF_DATA
$data52 << END_OF_DATA
0.0 0.0 0.0 0.0
57.98638590293333 8.75 5.46875 13.4375
115.97277180586666 12.812499999999998 7.5 18.59375
173.9591577088 17.8125 12.730468750000002 22.894531249999993
END_OF_DATA
$data53 << END_OF_DATA
173.9591577088 17.8125 12.730468750000002 22.894531249999993
END_OF_DATA
$data54 << END_OF_DATA
0.0 0.15625 0.0 0.7070312499999964
69.226179968 21.71875 13.199218750000002 30.394531249999996
138.452359936 18.4375 11.710937500000004 24.539062499999993
207.678539904 18.4375 11.011718750000002 24.925781249999996
END_OF_DATA
$data55 << END_OF_DATA
207.678539904 18.4375 11.011718750000002 24.925781249999996
END_OF_DATA
$data56 << END_OF_DATA
0.0 0.0 0.0 0.0
58.97522971306667 17.34375 13.125 21.957031249999996
117.95045942613334 17.5 12.492187500000004 22.65625
176.92568913920002 17.34375 13.28125 21.25
END_OF_DATA
$data57 << END_OF_DATA
176.92568913920002 17.34375 13.28125 21.25
END_OF_DATA
$data58 << END_OF_DATA
0.0 0.0 0.0 0.0
62.39269314559999 6.25 3.125 9.53125
124.78538629119998 6.875000000000001 4.292968750000002 9.457031249999996
187.1780794368 6.71875 3.90625 10.15625
END_OF_DATA
$data59 << END_OF_DATA
187.1780794368 6.71875 3.90625 10.15625
END_OF_DATA
$data60 << END_OF_DATA
0.0 0.0 0.0 0.0
53.324139263999996 2.65625 0.5429687500000016 5.0
106.64827852799999 2.03125 0.78125 3.4375000000000004
159.972417792 2.5 0.625 4.6875
END_OF_DATA
$data61 << END_OF_DATA
159.972417792 2.5 0.625 4.6875
END_OF_DATA
$data62 << END_OF_DATA
0.0 0.0 0.0 0.0
82.90564776106666 6.25 2.1054687500000018 11.71875
165.81129552213332 5.9375 1.7187500000000002 11.40625
248.7169432832 5.0 1.1679687500000016 9.84375
END_OF_DATA
$data63 << END_OF_DATA
248.7169432832 5.0 1.1679687500000016 9.84375
END_OF_DATA
$data64 << END_OF_DATA
0.0 0.0 0.0 0.0
130.53979494399996 0.78125 0.0 2.083333333333333
261.07958988799993 1.3020833333333335 0.0 3.125
391.619384832 1.3020833333333335 0.26041666666666663 2.864583333333333
END_OF_DATA
$data65 << END_OF_DATA
391.619384832 1.3020833333333335 0.26041666666666663 2.864583333333333
END_OF_DATA
$data66 << END_OF_DATA
0.0 0.0 0.0 0.0
172.363177344 3.90625 1.5625 7.03125
344.726354688 1.5625 0.0 3.90625
517.089532032 3.125 0.78125 7.03125
END_OF_DATA
$data67 << END_OF_DATA
517.089532032 3.125 0.78125 7.03125
END_OF_DATA
$data68 << END_OF_DATA
0.0 0.0 0.0 0.0
206.829519744 3.125 0.78125 6.660156249999982
413.659039488 1.5625 0.0 3.90625
620.488559232 0.78125 0.0 2.34375
END_OF_DATA
$data69 << END_OF_DATA
620.488559232 0.78125 0.0 2.34375
END_OF_DATA
$data70 << END_OF_DATA
0.0 0.0 0.0 0.0
46.77898294613333 3.90625 1.5625 7.269531249999997
93.55796589226667 6.5625 2.2617187500000013 11.488281249999996
140.3369488384 6.25 2.1875 11.25
END_OF_DATA
$data71 << END_OF_DATA
140.3369488384 6.25 2.1875 11.25
END_OF_DATA
$data72 << END_OF_DATA
0.0 0.0 0.0 0.0
51.77680750933333 8.75 2.8125 15.707031249999995
103.55361501866666 11.25 8.125 14.925781249999995
155.330422528 10.78125 6.875000000000001 14.925781249999995
END_OF_DATA
$data73 << END_OF_DATA
155.330422528 10.78125 6.875000000000001 14.925781249999995
END_OF_DATA
$data74 << END_OF_DATA
0.0 0.0 0.0 0.0
85.08611117226667 24.0625 16.5625 32.11328125
170.17222234453334 32.8125 25.937500000000004 41.09375
255.2583335168 27.8125 21.71875 34.0625
END_OF_DATA
$data75 << END_OF_DATA
255.2583335168 27.8125 21.71875 34.0625
END_OF_DATA
$data76 << END_OF_DATA
0.0 0.0 0.0 0.0
186.12332615679998 1.40625 0.15625 2.8125
372.24665231359995 2.96875 1.5625 4.457031249999996
558.3699784704 4.21875 1.4804687500000016 7.582031249999997
END_OF_DATA
$data77 << END_OF_DATA
558.3699784704 4.21875 1.4804687500000016 7.582031249999997
END_OF_DATA
$data78 << END_OF_DATA
0.0 1.25 0.0 3.28125
END_OF_DATA
$data79 << END_OF_DATA
0.0 1.25 0.0 3.28125
END_OF_DATA
$data80 << END_OF_DATA
0.0 0.0 0.0 0.0
84.49513945599999 53.90625 45.14843750000001 62.81250000000001
168.99027891199998 70.46875 66.63671875 75.08203125
253.485418368 67.03125 61.25000000000001 72.6640625
END_OF_DATA
$data81 << END_OF_DATA
253.485418368 67.03125 61.25000000000001 72.6640625
END_OF_DATA
$data82 << END_OF_DATA
0.0 0.0 0.0 0.0
86.78689618773333 39.6875 30.542968750000004 47.73828125
173.57379237546667 66.09375 61.40624999999999 70.3203125
260.36068856320003 74.0625 66.79296875 81.09375
END_OF_DATA
$data83 << END_OF_DATA
260.36068856320003 74.0625 66.79296875 81.09375
END_OF_DATA
plot $data43 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55888888', \
  $data45 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data47 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data49 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data51 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data53 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data55 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data57 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data59 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data61 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data63 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data65 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data67 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data69 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data71 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data73 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data75 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data77 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data79 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data81 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data83 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data42 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 3 linecolor rgb '#888888', \
  $data44 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data46 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data48 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data50 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data52 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data54 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data56 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data58 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data60 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data62 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data64 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  $data66 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00', \
  $data68 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#56B4E9', \
  $data70 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#0072B2', \
  $data72 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#D55E00', \
  $data74 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#009E73', \
  $data76 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#CC79A7', \
  $data78 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#E69F00', \
  $data80 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#56B4E9', \
  $data82 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 5 linecolor rgb '#0072B2'
set lmargin at screen 0.54
set rmargin at screen 0.9400000000000001
set tmargin at screen 0.9066147859922179
set bmargin at screen 0.6974708171206225
set title 'not mixed with hard-train: with the teacher''s loop' offset 0,-0.4
set xlabel 'FLOPs (10^12)'
unset ylabel
set xrange [-0.32423271048448:17.18433365567744]
set yrange [0.0:97.3875]
$data84 << END_OF_DATA
0.0 0.15625 0.0 0.625
END_OF_DATA
$data85 << END_OF_DATA
0.0 0.15625 0.0 0.625
END_OF_DATA
$data86 << END_OF_DATA
0.0 0.0 0.0 0.0
0.02072582825386667 0.0 0.0 0.0
0.04145165650773334 0.0 0.0 0.0
0.0621774847616 0.0 0.0 0.0
0.08290331301546668 0.0 0.0 0.0
0.10362914126933334 0.0 0.0 0.0
0.1243549695232 0.0 0.0 0.0
END_OF_DATA
$data87 << END_OF_DATA
0.1243549695232 0.0 0.0 0.0
END_OF_DATA
$data88 << END_OF_DATA
0.0 0.0 0.0 0.0
0.08788546902186667 0.0 0.0 0.0
0.17577093804373334 0.0 0.0 0.0
0.2636564070656 0.46875 0.0 1.5625
END_OF_DATA
$data89 << END_OF_DATA
0.2636564070656 0.46875 0.0 1.5625
END_OF_DATA
$data90 << END_OF_DATA
7.754636610176 35.15625 29.843750000000004 42.58203125
END_OF_DATA
$data91 << END_OF_DATA
7.754636610176 35.15625 29.843750000000004 42.58203125
END_OF_DATA
$data92 << END_OF_DATA
7.754636610176 0.0 0.0 0.0
7.8122022877184 27.8125 19.91796875 36.95703124999999
7.869767965260801 27.187499999999996 21.636718750000004 32.65625
7.9273336428032 23.125 16.63671875 29.300781249999996
END_OF_DATA
$data93 << END_OF_DATA
7.9273336428032 23.125 16.63671875 29.300781249999996
END_OF_DATA
$data94 << END_OF_DATA
0.0 0.0 0.0 0.0
0.05798638590293333 8.75 5.46875 13.4375
0.11597277180586665 12.812499999999998 7.5 18.59375
0.17395915770880002 17.8125 12.730468750000002 22.894531249999993
END_OF_DATA
$data95 << END_OF_DATA
0.17395915770880002 17.8125 12.730468750000002 22.894531249999993
END_OF_DATA
$data96 << END_OF_DATA
15.782400760832 0.15625 0.0 0.7070312499999964
15.8516269408 21.71875 13.199218750000002 30.394531249999996
15.920853120768 18.4375 11.710937500000004 24.539062499999993
15.990079300736 18.4375 11.011718750000002 24.925781249999996
END_OF_DATA
$data97 << END_OF_DATA
15.990079300736 18.4375 11.011718750000002 24.925781249999996
END_OF_DATA
$data98 << END_OF_DATA
10.925288357299202 0.0 0.0 0.0
10.984263587012268 17.34375 13.125 21.957031249999996
11.043238816725333 17.5 12.492187500000004 22.65625
11.1022140464384 17.34375 13.28125 21.25
END_OF_DATA
$data99 << END_OF_DATA
11.1022140464384 17.34375 13.28125 21.25
END_OF_DATA
$data100 << END_OF_DATA
1.2107184450304 0.0 0.0 0.0
1.273111138176 6.25 3.125 9.53125
1.3355038313216 6.875000000000001 4.292968750000002 9.457031249999996
1.3978965244672001 6.71875 3.90625 10.15625
END_OF_DATA
$data101 << END_OF_DATA
1.3978965244672001 6.71875 3.90625 10.15625
END_OF_DATA
$data102 << END_OF_DATA
1.255944226816 0.0 0.0 0.0
1.30926836608 2.65625 0.5429687500000016 5.0
1.362592505344 2.03125 0.78125 3.4375000000000004
1.415916644608 2.5 0.625 4.6875
END_OF_DATA
$data103 << END_OF_DATA
1.415916644608 2.5 0.625 4.6875
END_OF_DATA
$data104 << END_OF_DATA
1.5650754134272002 0.0 0.0 0.0
1.6479810611882668 6.25 2.1054687500000018 11.71875
1.7308867089493332 5.9375 1.7187500000000002 11.40625
1.8137923567104002 5.0 1.1679687500000016 9.84375
END_OF_DATA
$data105 << END_OF_DATA
1.8137923567104002 5.0 1.1679687500000016 9.84375
END_OF_DATA
$data106 << END_OF_DATA
5.791971089578666 0.0 0.0 0.0
5.922510884522666 0.78125 0.0 2.083333333333333
6.053050679466666 1.3020833333333335 0.0 3.125
6.183590474410666 1.3020833333333335 0.26041666666666663 2.864583333333333
END_OF_DATA
$data107 << END_OF_DATA
6.183590474410666 1.3020833333333335 0.26041666666666663 2.864583333333333
END_OF_DATA
$data108 << END_OF_DATA
14.740085172608 0.0 0.0 0.0
14.912448349952 3.90625 1.5625 7.03125
15.084811527296 1.5625 0.0 3.90625
15.25717470464 3.125 0.78125 7.03125
END_OF_DATA
$data109 << END_OF_DATA
15.25717470464 3.125 0.78125 7.03125
END_OF_DATA
$data110 << END_OF_DATA
15.591146964992 0.0 0.0 0.0
15.797976484736 3.125 0.78125 6.660156249999982
16.00480600448 1.5625 0.0 3.90625
16.211635524224 0.78125 0.0 2.34375
END_OF_DATA
$data111 << END_OF_DATA
16.211635524224 0.78125 0.0 2.34375
END_OF_DATA
$data112 << END_OF_DATA
0.0 0.0 0.0 0.0
0.04677898294613333 3.90625 1.5625 7.269531249999997
0.09355796589226666 6.5625 2.2617187500000013 11.488281249999996
0.1403369488384 6.25 2.1875 11.25
END_OF_DATA
$data113 << END_OF_DATA
0.1403369488384 6.25 2.1875 11.25
END_OF_DATA
$data114 << END_OF_DATA
0.0 0.0 0.0 0.0
0.05177680750933333 8.75 2.8125 15.707031249999995
0.10355361501866665 11.25 8.125 14.925781249999995
0.155330422528 10.78125 6.875000000000001 14.925781249999995
END_OF_DATA
$data115 << END_OF_DATA
0.155330422528 10.78125 6.875000000000001 14.925781249999995
END_OF_DATA
$data116 << END_OF_DATA
0.0 0.0 0.0 0.0
0.08508611117226667 24.0625 16.5625 32.11328125
0.17017222234453333 32.8125 25.937500000000004 41.09375
0.2552583335168 27.8125 21.71875 34.0625
END_OF_DATA
$data117 << END_OF_DATA
0.2552583335168 27.8125 21.71875 34.0625
END_OF_DATA
$data118 << END_OF_DATA
0.0 0.0 0.0 0.0
0.1861233261568 1.40625 0.15625 2.8125
0.3722466523136 2.96875 1.5625 4.457031249999996
0.5583699784704 4.21875 1.4804687500000016 7.582031249999997
END_OF_DATA
$data119 << END_OF_DATA
0.5583699784704 4.21875 1.4804687500000016 7.582031249999997
END_OF_DATA
$data120 << END_OF_DATA
15.782400760832 1.25 0.0 3.28125
END_OF_DATA
$data121 << END_OF_DATA
15.782400760832 1.25 0.0 3.28125
END_OF_DATA
$data122 << END_OF_DATA
0.0 0.0 0.0 0.0
0.08449513945599998 53.90625 45.14843750000001 62.81250000000001
0.16899027891199997 70.46875 66.63671875 75.08203125
0.253485418368 67.03125 61.25000000000001 72.6640625
END_OF_DATA
$data123 << END_OF_DATA
0.253485418368 67.03125 61.25000000000001 72.6640625
END_OF_DATA
$data124 << END_OF_DATA
0.0 0.0 0.0 0.0
0.08678689618773333 39.6875 30.542968750000004 47.73828125
0.17357379237546666 66.09375 61.40624999999999 70.3203125
0.2603606885632 74.0625 66.79296875 81.09375
END_OF_DATA
$data125 << END_OF_DATA
0.2603606885632 74.0625 66.79296875 81.09375
END_OF_DATA
plot $data85 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55888888', \
  $data87 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data89 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data91 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data93 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data95 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data97 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data99 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data101 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data103 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data105 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data107 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data109 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data111 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data113 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data115 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data117 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data119 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data121 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data123 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data125 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data84 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 3 linecolor rgb '#888888', \
  $data86 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data88 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data90 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data92 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data94 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data96 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data98 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data100 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data102 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data104 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data106 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  $data108 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00', \
  $data110 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#56B4E9', \
  $data112 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#0072B2', \
  $data114 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#D55E00', \
  $data116 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#009E73', \
  $data118 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#CC79A7', \
  $data120 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#E69F00', \
  $data122 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#56B4E9', \
  $data124 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 5 linecolor rgb '#0072B2'
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
$data126 << END_OF_DATA
124.80000000000007 19.0
170.80000000000007 19.0
END_OF_DATA
$data127 << END_OF_DATA
147.80000000000007 19.0
END_OF_DATA
set label 2000 'Hard-Only' at 180.80000000000007,19.0 left font ',15'
$data128 << END_OF_DATA
124.80000000000007 45.0
170.80000000000007 45.0
END_OF_DATA
$data129 << END_OF_DATA
147.80000000000007 45.0
END_OF_DATA
set label 2001 'PQ + hard' at 180.80000000000007,45.0 left font ',15'
$data130 << END_OF_DATA
124.80000000000007 71.0
170.80000000000007 71.0
END_OF_DATA
$data131 << END_OF_DATA
147.80000000000007 71.0
END_OF_DATA
set label 2002 'Base-T + hard' at 180.80000000000007,71.0 left font ',15'
$data132 << END_OF_DATA
124.80000000000007 97.0
170.80000000000007 97.0
END_OF_DATA
$data133 << END_OF_DATA
147.80000000000007 97.0
END_OF_DATA
set label 2003 'Grounded-T + hard' at 180.80000000000007,97.0 left font ',15'
$data134 << END_OF_DATA
449.6 19.0
495.6 19.0
END_OF_DATA
$data135 << END_OF_DATA
472.6 19.0
END_OF_DATA
set label 2004 'No-promotion-T + hard' at 505.6,19.0 left font ',15'
$data136 << END_OF_DATA
449.6 45.0
495.6 45.0
END_OF_DATA
$data137 << END_OF_DATA
472.6 45.0
END_OF_DATA
set label 2005 'Learnability-T + hard' at 505.6,45.0 left font ',15'
$data138 << END_OF_DATA
449.6 71.0
495.6 71.0
END_OF_DATA
$data139 << END_OF_DATA
472.6 71.0
END_OF_DATA
set label 2006 'Uncertainty-T + hard' at 505.6,71.0 left font ',15'
$data140 << END_OF_DATA
449.6 97.0
495.6 97.0
END_OF_DATA
$data141 << END_OF_DATA
472.6 97.0
END_OF_DATA
set label 2007 'Random-T + hard' at 505.6,97.0 left font ',15'
$data142 << END_OF_DATA
774.4 19.0
820.4 19.0
END_OF_DATA
$data143 << END_OF_DATA
797.4 19.0
END_OF_DATA
set label 2008 'Long learnability + hard' at 830.4,19.0 left font ',15'
$data144 << END_OF_DATA
774.4 45.0
820.4 45.0
END_OF_DATA
$data145 << END_OF_DATA
797.4 45.0
END_OF_DATA
set label 2009 'Long uncertainty + hard' at 830.4,45.0 left font ',15'
$data146 << END_OF_DATA
774.4 71.0
820.4 71.0
END_OF_DATA
$data147 << END_OF_DATA
797.4 71.0
END_OF_DATA
set label 2010 'Long random + hard' at 830.4,71.0 left font ',15'
$data148 << END_OF_DATA
774.4 97.0
820.4 97.0
END_OF_DATA
$data149 << END_OF_DATA
797.4 97.0
END_OF_DATA
set label 2011 'Curated-128 + hard' at 830.4,97.0 left font ',15'
plot $data126 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#000000', \
  $data127 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  $data128 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  $data129 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data130 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  $data131 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data132 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  $data133 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data134 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#CC79A7', \
  $data135 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data136 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#E69F00', \
  $data137 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  $data138 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#56B4E9', \
  $data139 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  $data140 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#0072B2', \
  $data141 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data142 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#D55E00', \
  $data143 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data144 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#009E73', \
  $data145 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data146 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#CC79A7', \
  $data147 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data148 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#E69F00', \
  $data149 using 1:2 notitle with points pointtype 12 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00'
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
set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
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
set xrange [-12.409771184639999:657.71787278592]
set yrange [0.0:97.3875]
$data150 << END_OF_DATA
0.0 0.0 0.0 0.0
20.72582825386667 0.0 0.0 0.0
41.45165650773334 0.0 0.0 0.0
62.177484761600006 0.0 0.0 0.0
82.90331301546668 0.0 0.0 0.0
103.62914126933335 0.0 0.0 0.0
124.35496952320001 0.0 0.0 0.0
END_OF_DATA
$data151 << END_OF_DATA
124.35496952320001 0.0 0.0 0.0
END_OF_DATA
$data152 << END_OF_DATA
0.0 0.0 0.0 0.0
98.66576113493333 28.59375 17.410156250000007 41.882812499999986
197.33152226986667 47.34375 32.48437500000001 61.64453125
295.9972834048 63.74999999999999 52.0234375 78.36328125
END_OF_DATA
$data153 << END_OF_DATA
295.9972834048 63.74999999999999 52.0234375 78.36328125
END_OF_DATA
$data154 << END_OF_DATA
0.0 0.0 0.0 0.0
52.834360422399996 3.125 0.46875 6.3320312499999964
105.66872084479999 10.3125 2.1875 20.789062499999993
158.5030812672 18.28125 10.625 28.749999999999996
END_OF_DATA
$data155 << END_OF_DATA
158.5030812672 18.28125 10.625 28.749999999999996
END_OF_DATA
$data156 << END_OF_DATA
0.0 0.0 0.0 0.0
82.60062837759999 14.6875 6.25 24.613281249999996
165.20125675519998 25.0 8.59375 40.23828125
247.8018851328 43.75 24.597656250000004 58.20703125
END_OF_DATA
$data157 << END_OF_DATA
247.8018851328 43.75 24.597656250000004 58.20703125
END_OF_DATA
$data158 << END_OF_DATA
0.0 0.3125 0.0 0.9375
95.27940434773333 24.53125 14.136718750000002 36.64453124999999
190.55880869546667 31.5625 22.26171875 44.76953124999999
285.8382130432 45.9375 31.79296875 59.777343749999986
END_OF_DATA
$data159 << END_OF_DATA
285.8382130432 45.9375 31.79296875 59.777343749999986
END_OF_DATA
$data160 << END_OF_DATA
0.0 0.0 0.0 0.0
48.994856337066665 4.21875 2.03125 6.9570312499999964
97.98971267413333 4.0625 2.5 5.9375
146.98456901120002 4.0625 2.34375 6.019531249999996
END_OF_DATA
$data161 << END_OF_DATA
146.98456901120002 4.0625 2.34375 6.019531249999996
END_OF_DATA
$data162 << END_OF_DATA
0.0 0.0 0.0 0.0
44.0829210368 2.34375 0.6992187500000017 4.457031249999996
88.1658420736 3.4375000000000004 0.9375 6.406249999999999
132.2487631104 2.34375 0.46875 4.3007812499999964
END_OF_DATA
$data163 << END_OF_DATA
132.2487631104 2.34375 0.46875 4.3007812499999964
END_OF_DATA
$data164 << END_OF_DATA
0.0 0.0 0.0 0.0
93.513705728 4.84375 1.25 8.90625
187.027411456 9.375 6.09375 12.812499999999998
280.541117184 12.812499999999998 2.8867187500000018 23.52734374999999
END_OF_DATA
$data165 << END_OF_DATA
280.541117184 12.812499999999998 2.8867187500000018 23.52734374999999
END_OF_DATA
$data166 << END_OF_DATA
0.0 0.0 0.0 0.0
121.1608990151111 0.78125 0.0 2.4804687499999942
242.3217980302222 1.0416666666666665 0.0 2.7408854166666607
363.48269704533334 2.083333333333333 0.26041666666666663 4.303385416666661
END_OF_DATA
$data167 << END_OF_DATA
363.48269704533334 2.083333333333333 0.26041666666666663 4.303385416666661
END_OF_DATA
$data168 << END_OF_DATA
0.0 0.0 0.0 0.0
164.16316219733332 2.34375 0.0 5.46875
328.32632439466664 0.78125 0.0 2.34375
492.489486592 3.125 0.78125 6.25
END_OF_DATA
$data169 << END_OF_DATA
492.489486592 3.125 0.78125 6.25
END_OF_DATA
$data170 << END_OF_DATA
0.0 0.0 0.0 0.0
168.5399203413333 5.46875 1.933593750000008 9.375
337.0798406826666 2.34375 0.0 5.46875
505.619761024 3.125 0.78125 6.25
END_OF_DATA
$data171 << END_OF_DATA
505.619761024 3.125 0.78125 6.25
END_OF_DATA
$data172 << END_OF_DATA
0.0 0.0 0.0 0.0
123.53604954453333 44.53125 40.46875 48.4375
247.07209908906665 73.125 65.78125 80.78125
370.6081486336 88.75 85.46875 91.875
END_OF_DATA
$data173 << END_OF_DATA
370.6081486336 88.75 85.46875 91.875
END_OF_DATA
plot $data151 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data153 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data155 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data157 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data159 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data161 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data163 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data165 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data167 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data169 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data171 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data173 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data150 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data152 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data154 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data156 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data158 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data160 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data162 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data164 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data166 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data168 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data170 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  $data172 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00'
set lmargin at screen 0.54
set rmargin at screen 0.9400000000000001
set tmargin at screen 0.5778210116731517
set bmargin at screen 0.36867704280155644
set title 'hard-train mixed in: with the teacher''s loop' offset 0,-0.4
set xlabel 'FLOPs (10^12)'
unset ylabel
set xrange [-0.32423271048448:17.18433365567744]
set yrange [0.0:97.3875]
$data174 << END_OF_DATA
0.0 0.0 0.0 0.0
0.02072582825386667 0.0 0.0 0.0
0.04145165650773334 0.0 0.0 0.0
0.0621774847616 0.0 0.0 0.0
0.08290331301546668 0.0 0.0 0.0
0.10362914126933334 0.0 0.0 0.0
0.1243549695232 0.0 0.0 0.0
END_OF_DATA
$data175 << END_OF_DATA
0.1243549695232 0.0 0.0 0.0
END_OF_DATA
$data176 << END_OF_DATA
7.754636610176 0.0 0.0 0.0
7.853302371310934 28.59375 17.410156250000007 41.882812499999986
7.951968132445867 47.34375 32.48437500000001 61.64453125
8.0506338935808 63.74999999999999 52.0234375 78.36328125
END_OF_DATA
$data177 << END_OF_DATA
8.0506338935808 63.74999999999999 52.0234375 78.36328125
END_OF_DATA
$data178 << END_OF_DATA
0.0 0.0 0.0 0.0
0.052834360422399994 3.125 0.46875 6.3320312499999964
0.10566872084479999 10.3125 2.1875 20.789062499999993
0.1585030812672 18.28125 10.625 28.749999999999996
END_OF_DATA
$data179 << END_OF_DATA
0.1585030812672 18.28125 10.625 28.749999999999996
END_OF_DATA
$data180 << END_OF_DATA
15.782400760832 0.0 0.0 0.0
15.865001389209601 14.6875 6.25 24.613281249999996
15.9476020175872 25.0 8.59375 40.23828125
16.0302026459648 43.75 24.597656250000004 58.20703125
END_OF_DATA
$data181 << END_OF_DATA
16.0302026459648 43.75 24.597656250000004 58.20703125
END_OF_DATA
$data182 << END_OF_DATA
10.925288357299202 0.3125 0.0 0.9375
11.020567761646936 24.53125 14.136718750000002 36.64453124999999
11.115847165994666 31.5625 22.26171875 44.76953124999999
11.211126570342401 45.9375 31.79296875 59.777343749999986
END_OF_DATA
$data183 << END_OF_DATA
11.211126570342401 45.9375 31.79296875 59.777343749999986
END_OF_DATA
$data184 << END_OF_DATA
1.2107184450304 0.0 0.0 0.0
1.2597133013674666 4.21875 2.03125 6.9570312499999964
1.3087081577045334 4.0625 2.5 5.9375
1.3577030140416 4.0625 2.34375 6.019531249999996
END_OF_DATA
$data185 << END_OF_DATA
1.3577030140416 4.0625 2.34375 6.019531249999996
END_OF_DATA
$data186 << END_OF_DATA
1.255944226816 0.0 0.0 0.0
1.3000271478528 2.34375 0.6992187500000017 4.457031249999996
1.3441100688896002 3.4375000000000004 0.9375 6.406249999999999
1.3881929899264 2.34375 0.46875 4.3007812499999964
END_OF_DATA
$data187 << END_OF_DATA
1.3881929899264 2.34375 0.46875 4.3007812499999964
END_OF_DATA
$data188 << END_OF_DATA
1.5650754134272002 0.0 0.0 0.0
1.6585891191552002 4.84375 1.25 8.90625
1.7521028248832002 9.375 6.09375 12.812499999999998
1.8456165306112002 12.812499999999998 2.8867187500000018 23.52734374999999
END_OF_DATA
$data189 << END_OF_DATA
1.8456165306112002 12.812499999999998 2.8867187500000018 23.52734374999999
END_OF_DATA
$data190 << END_OF_DATA
5.791971089578666 0.0 0.0 0.0
5.913131988593777 0.78125 0.0 2.4804687499999942
6.034292887608888 1.0416666666666665 0.0 2.7408854166666607
6.155453786624 2.083333333333333 0.26041666666666663 4.303385416666661
END_OF_DATA
$data191 << END_OF_DATA
6.155453786624 2.083333333333333 0.26041666666666663 4.303385416666661
END_OF_DATA
$data192 << END_OF_DATA
14.740085172608 0.0 0.0 0.0
14.904248334805335 2.34375 0.0 5.46875
15.068411497002666 0.78125 0.0 2.34375
15.2325746592 3.125 0.78125 6.25
END_OF_DATA
$data193 << END_OF_DATA
15.2325746592 3.125 0.78125 6.25
END_OF_DATA
$data194 << END_OF_DATA
15.591146964992 0.0 0.0 0.0
15.759686885333334 5.46875 1.933593750000008 9.375
15.928226805674665 2.34375 0.0 5.46875
16.096766726016 3.125 0.78125 6.25
END_OF_DATA
$data195 << END_OF_DATA
16.096766726016 3.125 0.78125 6.25
END_OF_DATA
$data196 << END_OF_DATA
0.0 0.0 0.0 0.0
0.12353604954453333 44.53125 40.46875 48.4375
0.24707209908906666 73.125 65.78125 80.78125
0.37060814863360003 88.75 85.46875 91.875
END_OF_DATA
$data197 << END_OF_DATA
0.37060814863360003 88.75 85.46875 91.875
END_OF_DATA
plot $data175 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data177 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data179 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data181 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data183 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data185 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data187 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data189 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data191 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data193 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data195 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data197 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data174 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data176 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data178 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data180 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data182 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data184 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data186 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data188 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data190 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data192 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data194 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  $data196 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00'
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
$data198 << END_OF_DATA
63.60000000000002 19.0
109.60000000000002 19.0
END_OF_DATA
$data199 << END_OF_DATA
86.60000000000002 19.0
END_OF_DATA
set label 2000 'Hard-Only' at 119.60000000000002,19.0 left font ',15'
$data200 << END_OF_DATA
63.60000000000002 45.0
109.60000000000002 45.0
END_OF_DATA
$data201 << END_OF_DATA
86.60000000000002 45.0
END_OF_DATA
set label 2001 'PQ, then hard' at 119.60000000000002,45.0 left font ',15'
$data202 << END_OF_DATA
63.60000000000002 71.0
109.60000000000002 71.0
END_OF_DATA
$data203 << END_OF_DATA
86.60000000000002 71.0
END_OF_DATA
set label 2002 'Base-T, then hard' at 119.60000000000002,71.0 left font ',15'
$data204 << END_OF_DATA
63.60000000000002 97.0
109.60000000000002 97.0
END_OF_DATA
$data205 << END_OF_DATA
86.60000000000002 97.0
END_OF_DATA
set label 2003 'Grounded-T, then hard' at 119.60000000000002,97.0 left font ',15'
$data206 << END_OF_DATA
429.2 19.0
475.2 19.0
END_OF_DATA
$data207 << END_OF_DATA
452.2 19.0
END_OF_DATA
set label 2004 'No-promotion-T, then hard' at 485.2,19.0 left font ',15'
$data208 << END_OF_DATA
429.2 45.0
475.2 45.0
END_OF_DATA
$data209 << END_OF_DATA
452.2 45.0
END_OF_DATA
set label 2005 'Learnability-T, then hard' at 485.2,45.0 left font ',15'
$data210 << END_OF_DATA
429.2 71.0
475.2 71.0
END_OF_DATA
$data211 << END_OF_DATA
452.2 71.0
END_OF_DATA
set label 2006 'Uncertainty-T, then hard' at 485.2,71.0 left font ',15'
$data212 << END_OF_DATA
429.2 97.0
475.2 97.0
END_OF_DATA
$data213 << END_OF_DATA
452.2 97.0
END_OF_DATA
set label 2007 'Random-T, then hard' at 485.2,97.0 left font ',15'
$data214 << END_OF_DATA
794.8 19.0
840.8 19.0
END_OF_DATA
$data215 << END_OF_DATA
817.8 19.0
END_OF_DATA
set label 2008 'Long learnability, then hard' at 850.8,19.0 left font ',15'
$data216 << END_OF_DATA
794.8 45.0
840.8 45.0
END_OF_DATA
$data217 << END_OF_DATA
817.8 45.0
END_OF_DATA
set label 2009 'Long uncertainty, then hard' at 850.8,45.0 left font ',15'
$data218 << END_OF_DATA
794.8 71.0
840.8 71.0
END_OF_DATA
$data219 << END_OF_DATA
817.8 71.0
END_OF_DATA
set label 2010 'Long random, then hard' at 850.8,71.0 left font ',15'
$data220 << END_OF_DATA
794.8 97.0
840.8 97.0
END_OF_DATA
$data221 << END_OF_DATA
817.8 97.0
END_OF_DATA
set label 2011 'Curated-128, then hard' at 850.8,97.0 left font ',15'
plot $data198 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#000000', \
  $data199 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  $data200 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  $data201 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data202 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  $data203 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data204 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  $data205 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data206 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#CC79A7', \
  $data207 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data208 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#E69F00', \
  $data209 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  $data210 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#56B4E9', \
  $data211 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  $data212 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#0072B2', \
  $data213 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data214 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#D55E00', \
  $data215 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data216 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#009E73', \
  $data217 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data218 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#CC79A7', \
  $data219 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data220 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#E69F00', \
  $data221 using 1:2 notitle with points pointtype 12 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00'
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
set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
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
set xrange [-12.409771184639999:657.71787278592]
set yrange [0.0:97.3875]
$data222 << END_OF_DATA
0.0 0.0 0.0 0.0
20.72582825386667 0.0 0.0 0.0
41.45165650773334 0.0 0.0 0.0
62.177484761600006 0.0 0.0 0.0
82.90331301546668 0.0 0.0 0.0
103.62914126933335 0.0 0.0 0.0
124.35496952320001 0.0 0.0 0.0
END_OF_DATA
$data223 << END_OF_DATA
124.35496952320001 0.0 0.0 0.0
END_OF_DATA
$data224 << END_OF_DATA
0.0 0.0 0.0 0.0
114.04619839146666 27.34375 20.855468750000004 33.996093749999986
228.09239678293332 38.125 31.25 45.15625
342.13859517440005 59.84374999999999 47.88671875 71.17578125
END_OF_DATA
$data225 << END_OF_DATA
342.13859517440005 59.84374999999999 47.88671875 71.17578125
END_OF_DATA
$data226 << END_OF_DATA
0.0 0.0 0.0 0.0
96.54398107306665 5.9375 2.65625 10.46875
193.0879621461333 23.90625 12.730468750000002 36.72656249999999
289.6319432192 51.87500000000001 27.566406250000004 71.57031249999999
END_OF_DATA
$data227 << END_OF_DATA
289.6319432192 51.87500000000001 27.566406250000004 71.57031249999999
END_OF_DATA
$data228 << END_OF_DATA
0.0 0.0 0.0 0.0
117.61102807893333 16.09375 10.15625 23.75
235.22205615786666 27.500000000000004 18.19921875 35.70703124999999
352.83308423680006 55.00000000000001 37.64843750000001 68.83203125
END_OF_DATA
$data229 << END_OF_DATA
352.83308423680006 55.00000000000001 37.64843750000001 68.83203125
END_OF_DATA
$data230 << END_OF_DATA
0.0 0.0 0.0 0.0
105.37273396906669 18.28125 12.65625 25.082031249999996
210.74546793813337 27.187499999999996 16.875 36.64453124999999
316.1182019072 51.87500000000001 32.17968750000001 65.625
END_OF_DATA
$data231 << END_OF_DATA
316.1182019072 51.87500000000001 32.17968750000001 65.625
END_OF_DATA
$data232 << END_OF_DATA
0.0 0.0 0.0 0.0
59.56304022186667 2.65625 1.3242187500000016 4.0625
119.12608044373334 5.625 2.2617187500000013 9.84375
178.6891206656 11.71875 5.46875 19.785156249999982
END_OF_DATA
$data233 << END_OF_DATA
178.6891206656 11.71875 5.46875 19.785156249999982
END_OF_DATA
$data234 << END_OF_DATA
0.0 0.0 0.0 0.0
44.83438565546667 2.03125 0.625 3.75
89.66877131093334 3.5937499999999996 0.78125 7.582031249999997
134.5031569664 4.21875 1.25 7.582031249999997
END_OF_DATA
$data235 << END_OF_DATA
134.5031569664 4.21875 1.25 7.582031249999997
END_OF_DATA
$data236 << END_OF_DATA
0.0 0.0 0.0 0.0
83.33559357440001 5.3125 2.1054687500000018 8.519531249999996
166.67118714880002 5.15625 1.875 8.90625
250.00678072320002 11.5625 1.3242187500000016 23.832031249999996
END_OF_DATA
$data237 << END_OF_DATA
250.00678072320002 11.5625 1.3242187500000016 23.832031249999996
END_OF_DATA
$data238 << END_OF_DATA
0.0 0.0 0.0 0.0
125.94240477866666 1.3020833333333335 0.0 3.7825520833333277
251.8848095573333 1.0416666666666665 0.0 2.604166666666667
377.827214336 1.0416666666666665 0.0 2.864583333333333
END_OF_DATA
$data239 << END_OF_DATA
377.827214336 1.0416666666666665 0.0 2.864583333333333
END_OF_DATA
$data240 << END_OF_DATA
0.0 0.0 0.0 0.0
183.307832064 0.78125 0.0 2.7539062499999822
366.615664128 1.5625 0.0 4.316406249999982
549.923496192 3.125 0.78125 7.03125
END_OF_DATA
$data241 << END_OF_DATA
549.923496192 3.125 0.78125 7.03125
END_OF_DATA
$data242 << END_OF_DATA
0.0 0.0 0.0 0.0
194.95935210666664 1.5625 0.0 3.90625
389.9187042133333 3.90625 1.152343750000008 7.441406249999982
584.87805632 3.90625 0.78125 7.03125
END_OF_DATA
$data243 << END_OF_DATA
584.87805632 3.90625 0.78125 7.03125
END_OF_DATA
$data244 << END_OF_DATA
0.0 0.0 0.0 0.0
149.96107980799997 49.0625 43.75 54.53906249999999
299.92215961599993 68.125 62.88671875 73.75
449.883239424 86.40625 81.875 90.78125
END_OF_DATA
$data245 << END_OF_DATA
449.883239424 86.40625 81.875 90.78125
END_OF_DATA
plot $data223 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data225 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data227 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data229 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data231 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data233 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data235 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data237 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data239 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data241 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data243 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data245 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data222 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data224 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data226 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data228 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data230 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data232 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data234 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data236 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data238 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data240 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data242 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  $data244 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00'
set lmargin at screen 0.54
set rmargin at screen 0.9400000000000001
set tmargin at screen 0.2490272373540856
set bmargin at screen 0.03988326848249024
set title 'hard-train afterwards: with the teacher''s loop' offset 0,-0.4
set xlabel 'FLOPs (10^12)'
unset ylabel
set xrange [-0.32423271048448:17.18433365567744]
set yrange [0.0:97.3875]
$data246 << END_OF_DATA
0.0 0.0 0.0 0.0
0.02072582825386667 0.0 0.0 0.0
0.04145165650773334 0.0 0.0 0.0
0.0621774847616 0.0 0.0 0.0
0.08290331301546668 0.0 0.0 0.0
0.10362914126933334 0.0 0.0 0.0
0.1243549695232 0.0 0.0 0.0
END_OF_DATA
$data247 << END_OF_DATA
0.1243549695232 0.0 0.0 0.0
END_OF_DATA
$data248 << END_OF_DATA
7.754636610176 0.0 0.0 0.0
7.868682808567466 27.34375 20.855468750000004 33.996093749999986
7.982729006958935 38.125 31.25 45.15625
8.0967752053504 59.84374999999999 47.88671875 71.17578125
END_OF_DATA
$data249 << END_OF_DATA
8.0967752053504 59.84374999999999 47.88671875 71.17578125
END_OF_DATA
$data250 << END_OF_DATA
0.0 0.0 0.0 0.0
0.09654398107306665 5.9375 2.65625 10.46875
0.1930879621461333 23.90625 12.730468750000002 36.72656249999999
0.2896319432192 51.87500000000001 27.566406250000004 71.57031249999999
END_OF_DATA
$data251 << END_OF_DATA
0.2896319432192 51.87500000000001 27.566406250000004 71.57031249999999
END_OF_DATA
$data252 << END_OF_DATA
15.782400760832 0.0 0.0 0.0
15.900011788910932 16.09375 10.15625 23.75
16.01762281698987 27.500000000000004 18.19921875 35.70703124999999
16.1352338450688 55.00000000000001 37.64843750000001 68.83203125
END_OF_DATA
$data253 << END_OF_DATA
16.1352338450688 55.00000000000001 37.64843750000001 68.83203125
END_OF_DATA
$data254 << END_OF_DATA
10.925288357299202 0.0 0.0 0.0
11.030661091268266 18.28125 12.65625 25.082031249999996
11.136033825237336 27.187499999999996 16.875 36.64453124999999
11.2414065592064 51.87500000000001 32.17968750000001 65.625
END_OF_DATA
$data255 << END_OF_DATA
11.2414065592064 51.87500000000001 32.17968750000001 65.625
END_OF_DATA
$data256 << END_OF_DATA
1.2107184450304 0.0 0.0 0.0
1.2702814852522668 2.65625 1.3242187500000016 4.0625
1.3298445254741333 5.625 2.2617187500000013 9.84375
1.389407565696 11.71875 5.46875 19.785156249999982
END_OF_DATA
$data257 << END_OF_DATA
1.389407565696 11.71875 5.46875 19.785156249999982
END_OF_DATA
$data258 << END_OF_DATA
1.255944226816 0.0 0.0 0.0
1.3007786124714666 2.03125 0.625 3.75
1.3456129981269336 3.5937499999999996 0.78125 7.582031249999997
1.3904473837824 4.21875 1.25 7.582031249999997
END_OF_DATA
$data259 << END_OF_DATA
1.3904473837824 4.21875 1.25 7.582031249999997
END_OF_DATA
$data260 << END_OF_DATA
1.5650754134272002 0.0 0.0 0.0
1.6484110070016 5.3125 2.1054687500000018 8.519531249999996
1.731746600576 5.15625 1.875 8.90625
1.8150821941504 11.5625 1.3242187500000016 23.832031249999996
END_OF_DATA
$data261 << END_OF_DATA
1.8150821941504 11.5625 1.3242187500000016 23.832031249999996
END_OF_DATA
$data262 << END_OF_DATA
5.791971089578666 0.0 0.0 0.0
5.917913494357333 1.3020833333333335 0.0 3.7825520833333277
6.043855899136 1.0416666666666665 0.0 2.604166666666667
6.169798303914666 1.0416666666666665 0.0 2.864583333333333
END_OF_DATA
$data263 << END_OF_DATA
6.169798303914666 1.0416666666666665 0.0 2.864583333333333
END_OF_DATA
$data264 << END_OF_DATA
14.740085172608 0.0 0.0 0.0
14.923393004672 0.78125 0.0 2.7539062499999822
15.106700836736 1.5625 0.0 4.316406249999982
15.2900086688 3.125 0.78125 7.03125
END_OF_DATA
$data265 << END_OF_DATA
15.2900086688 3.125 0.78125 7.03125
END_OF_DATA
$data266 << END_OF_DATA
15.591146964992 0.0 0.0 0.0
15.786106317098666 1.5625 0.0 3.90625
15.981065669205334 3.90625 1.152343750000008 7.441406249999982
16.176025021312 3.90625 0.78125 7.03125
END_OF_DATA
$data267 << END_OF_DATA
16.176025021312 3.90625 0.78125 7.03125
END_OF_DATA
$data268 << END_OF_DATA
0.0 0.0 0.0 0.0
0.14996107980799997 49.0625 43.75 54.53906249999999
0.29992215961599994 68.125 62.88671875 73.75
0.449883239424 86.40625 81.875 90.78125
END_OF_DATA
$data269 << END_OF_DATA
0.449883239424 86.40625 81.875 90.78125
END_OF_DATA
plot $data247 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data249 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data251 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data253 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data255 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data257 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data259 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data261 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data263 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data265 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data267 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data269 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data246 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data248 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data250 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data252 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data254 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data256 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data258 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data260 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data262 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data264 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data266 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  $data268 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00'
unset multiplot

set output
