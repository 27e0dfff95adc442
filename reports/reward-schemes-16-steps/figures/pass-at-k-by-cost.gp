set encoding utf8
reset
pointScale = 0.6
set terminal svg size 1200,1402 dynamic font 'DejaVu Sans,17' noenhanced background 'white'
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
set tmargin at screen 0.9971469329529244
set bmargin at screen 0.8787446504992867
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1200]
set yrange [166.0:0]
$data0 << END_OF_DATA
122.39999999999998 17.0
168.39999999999998 17.0
END_OF_DATA
$data1 << END_OF_DATA
145.39999999999998 17.0
END_OF_DATA
set label 2000 'Base' at 178.39999999999998,17.0 left font ',13'
$data2 << END_OF_DATA
122.39999999999998 39.0
168.39999999999998 39.0
END_OF_DATA
$data3 << END_OF_DATA
145.39999999999998 39.0
END_OF_DATA
set label 2001 'Hard-Only' at 178.39999999999998,39.0 left font ',13'
$data4 << END_OF_DATA
122.39999999999998 61.0
168.39999999999998 61.0
END_OF_DATA
$data5 << END_OF_DATA
145.39999999999998 61.0
END_OF_DATA
set label 2002 'Hard-Only, group 128' at 178.39999999999998,61.0 left font ',13'
$data6 << END_OF_DATA
122.39999999999998 83.0
168.39999999999998 83.0
END_OF_DATA
$data7 << END_OF_DATA
145.39999999999998 83.0
END_OF_DATA
set label 2003 'PS' at 178.39999999999998,83.0 left font ',13'
$data8 << END_OF_DATA
122.39999999999998 105.0
168.39999999999998 105.0
END_OF_DATA
$data9 << END_OF_DATA
145.39999999999998 105.0
END_OF_DATA
set label 2004 'PQ' at 178.39999999999998,105.0 left font ',13'
$data10 << END_OF_DATA
122.39999999999998 127.0
168.39999999999998 127.0
END_OF_DATA
$data11 << END_OF_DATA
145.39999999999998 127.0
END_OF_DATA
set label 2005 'Base-T' at 178.39999999999998,127.0 left font ',13'
$data12 << END_OF_DATA
122.39999999999998 149.0
168.39999999999998 149.0
END_OF_DATA
$data13 << END_OF_DATA
145.39999999999998 149.0
END_OF_DATA
set label 2006 'Grounded-T' at 178.39999999999998,149.0 left font ',13'
$data14 << END_OF_DATA
448.8 17.0
494.8 17.0
END_OF_DATA
$data15 << END_OF_DATA
471.8 17.0
END_OF_DATA
set label 2007 'Grounded-T without promotion' at 504.8,17.0 left font ',13'
$data16 << END_OF_DATA
448.8 39.0
494.8 39.0
END_OF_DATA
$data17 << END_OF_DATA
471.8 39.0
END_OF_DATA
set label 2008 'Learnability-T' at 504.8,39.0 left font ',13'
$data18 << END_OF_DATA
448.8 61.0
494.8 61.0
END_OF_DATA
$data19 << END_OF_DATA
471.8 61.0
END_OF_DATA
set label 2009 'Uncertainty-T' at 504.8,61.0 left font ',13'
$data20 << END_OF_DATA
448.8 83.0
494.8 83.0
END_OF_DATA
$data21 << END_OF_DATA
471.8 83.0
END_OF_DATA
set label 2010 'Random-T' at 504.8,83.0 left font ',13'
$data22 << END_OF_DATA
448.8 105.0
494.8 105.0
END_OF_DATA
$data23 << END_OF_DATA
471.8 105.0
END_OF_DATA
set label 2011 'Learnability-T at SOAR''s co…' at 504.8,105.0 left font ',13'
$data24 << END_OF_DATA
448.8 127.0
494.8 127.0
END_OF_DATA
$data25 << END_OF_DATA
471.8 127.0
END_OF_DATA
set label 2012 'Base-T, 32 questions' at 504.8,127.0 left font ',13'
$data26 << END_OF_DATA
448.8 149.0
494.8 149.0
END_OF_DATA
$data27 << END_OF_DATA
471.8 149.0
END_OF_DATA
set label 2013 'Base-T, 64 questions' at 504.8,149.0 left font ',13'
$data28 << END_OF_DATA
775.2 17.0
821.2 17.0
END_OF_DATA
$data29 << END_OF_DATA
798.2 17.0
END_OF_DATA
set label 2014 'Base-T in two turns' at 831.2,17.0 left font ',13'
$data30 << END_OF_DATA
775.2 39.0
821.2 39.0
END_OF_DATA
$data31 << END_OF_DATA
798.2 39.0
END_OF_DATA
set label 2015 'SeRL-style' at 831.2,39.0 left font ',13'
$data32 << END_OF_DATA
775.2 61.0
821.2 61.0
END_OF_DATA
$data33 << END_OF_DATA
798.2 61.0
END_OF_DATA
set label 2016 'Teacher as solver' at 831.2,61.0 left font ',13'
$data34 << END_OF_DATA
775.2 83.0
821.2 83.0
END_OF_DATA
$data35 << END_OF_DATA
798.2 83.0
END_OF_DATA
set label 2017 'Curated-128' at 831.2,83.0 left font ',13'
$data36 << END_OF_DATA
775.2 105.0
821.2 105.0
END_OF_DATA
$data37 << END_OF_DATA
798.2 105.0
END_OF_DATA
set label 2018 'Curated-full' at 831.2,105.0 left font ',13'
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
  $data37 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00'
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
set tmargin at screen 0.8473609129814551
set bmargin at screen 0.5406562054208274
set title 'not mixed with hard-train: own cost' offset 0,-0.4
set xlabel 'FLOPs (10^9)'
set ylabel 'pass@32 on hard-test (%)'
set xrange [-12.598092200448:667.698886623744]
set yrange [0.0:79.1853125]
$data38 << END_OF_DATA
0.0 0.0 0.0 0.0
END_OF_DATA
$data39 << END_OF_DATA
0.0 0.0 0.0 0.0
END_OF_DATA
$data40 << END_OF_DATA
0.0 0.0 0.0 0.0
21.346734071466667 0.0 0.0 0.0
42.693468142933334 0.0 0.0 0.0
64.0402022144 0.0 0.0 0.0
85.38693628586667 0.0 0.0 0.0
106.73367035733334 0.0 0.0 0.0
128.0804044288 1.25 0.0 4.21875
END_OF_DATA
$data41 << END_OF_DATA
128.0804044288 1.25 0.0 4.21875
END_OF_DATA
$data42 << END_OF_DATA
0.0 0.0 0.0 0.0
94.4204613376 0.15625 0.0 0.78125
188.8409226752 1.40625 0.0 3.5937499999999996
283.26138401279997 2.34375 0.0 5.78125
END_OF_DATA
$data43 << END_OF_DATA
283.26138401279997 2.34375 0.0 5.78125
END_OF_DATA
$data44 << END_OF_DATA
0.0 29.531249999999996 23.742187500000004 34.84375
END_OF_DATA
$data45 << END_OF_DATA
0.0 29.531249999999996 23.742187500000004 34.84375
END_OF_DATA
$data46 << END_OF_DATA
0.0 0.0 0.0 0.0
53.050720204799994 21.25 14.44921875 27.500000000000004
106.10144040959999 23.75 14.292968750000002 31.874999999999996
159.1521606144 20.15625 15.542968750000002 24.769531249999996
END_OF_DATA
$data47 << END_OF_DATA
159.1521606144 20.15625 15.542968750000002 24.769531249999996
END_OF_DATA
$data48 << END_OF_DATA
0.0 0.0 0.0 0.0
63.03704527359999 9.375 3.8242187500000018 15.082031249999995
126.07409054719999 12.812499999999998 7.968749999999999 17.1875
189.11113582080003 11.40625 5.230468750000002 17.96875
END_OF_DATA
$data49 << END_OF_DATA
189.11113582080003 11.40625 5.230468750000002 17.96875
END_OF_DATA
$data50 << END_OF_DATA
0.0 0.0 0.0 0.0
58.335518924800006 24.0625 18.59375 30.46875
116.67103784960001 24.6875 19.91796875 29.375
175.00655677440002 20.9375 10.773437500000004 32.11328125
END_OF_DATA
$data51 << END_OF_DATA
175.00655677440002 20.9375 10.773437500000004 32.11328125
END_OF_DATA
$data52 << END_OF_DATA
0.0 0.0 0.0 0.0
58.93490108586667 23.90625 15.542968750000002 30.46875
117.86980217173334 23.59375 17.8125 30.863281249999996
176.8047032576 22.34375 14.6875 31.800781249999993
END_OF_DATA
$data53 << END_OF_DATA
176.8047032576 22.34375 14.6875 31.800781249999993
END_OF_DATA
$data54 << END_OF_DATA
0.0 0.0 0.0 0.0
56.431232768 6.5625 4.375 9.0625
112.862465536 8.125 5.15625 12.34375
169.293698304 9.53125 6.406249999999999 13.28125
END_OF_DATA
$data55 << END_OF_DATA
169.293698304 9.53125 6.406249999999999 13.28125
END_OF_DATA
$data56 << END_OF_DATA
0.0 0.0 0.0 0.0
58.824079086933324 4.6875 2.1875 7.5
117.64815817386665 4.375 2.34375 6.800781249999997
176.47223726080003 6.71875 4.84375 8.675781249999996
END_OF_DATA
$data57 << END_OF_DATA
176.47223726080003 6.71875 4.84375 8.675781249999996
END_OF_DATA
$data58 << END_OF_DATA
0.0 0.0 0.0 0.0
53.62240064 4.6875 1.5625 8.125
107.24480128 5.78125 3.125 9.070312499999995
160.86720192 7.187499999999999 4.21875 11.019531249999996
END_OF_DATA
$data59 << END_OF_DATA
160.86720192 7.187499999999999 4.21875 11.019531249999996
END_OF_DATA
$data60 << END_OF_DATA
0.0 0.0 0.0 0.0
149.13889536853333 2.8125 0.625 5.78125
298.27779073706665 2.96875 1.40625 5.3125
447.41668610560004 2.96875 1.25 5.0
END_OF_DATA
$data61 << END_OF_DATA
447.41668610560004 2.96875 1.25 5.0
END_OF_DATA
$data62 << END_OF_DATA
0.0 0.0 0.0 0.0
49.67616410453333 6.406249999999999 3.4375000000000004 10.0
99.35232820906666 9.0625 3.8242187500000018 14.769531249999995
149.0284923136 11.40625 5.617187500000003 17.507812499999993
END_OF_DATA
$data63 << END_OF_DATA
149.0284923136 11.40625 5.617187500000003 17.507812499999993
END_OF_DATA
$data64 << END_OF_DATA
0.0 0.0 0.0 0.0
58.459932467200005 4.84375 2.1875 8.050781249999996
116.91986493440001 4.0625 1.5625 7.5
175.3797974016 5.625 2.96875 8.832031249999996
END_OF_DATA
$data65 << END_OF_DATA
175.3797974016 5.625 2.96875 8.832031249999996
END_OF_DATA
$data66 << END_OF_DATA
0.0 0.15625 0.0 0.625
96.39109212159998 23.75 16.710937500000004 30.9375
192.78218424319996 19.21875 14.84375 23.75
289.17327636479996 20.78125 16.40625 25.156250000000004
END_OF_DATA
$data67 << END_OF_DATA
289.17327636479996 20.78125 16.40625 25.156250000000004
END_OF_DATA
$data68 << END_OF_DATA
0.0 0.0 0.0 0.0
209.96820334080002 4.0625 2.03125 7.03125
419.93640668160003 3.5937499999999996 1.4804687500000016 5.78125
629.9046100224 4.21875 1.5625 7.656250000000001
END_OF_DATA
$data69 << END_OF_DATA
629.9046100224 4.21875 1.5625 7.656250000000001
END_OF_DATA
$data70 << END_OF_DATA
0.0 0.0 0.0 0.0
END_OF_DATA
$data71 << END_OF_DATA
0.0 0.0 0.0 0.0
END_OF_DATA
$data72 << END_OF_DATA
0.0 0.0 0.0 0.0
85.55467671039997 48.125 40.46093750000001 55.78125000000001
171.10935342079995 52.65625000000001 42.02343750000001 62.26953125
256.66403013120004 56.875 48.125 65.3125
END_OF_DATA
$data73 << END_OF_DATA
256.66403013120004 56.875 48.125 65.3125
END_OF_DATA
$data74 << END_OF_DATA
0.0 0.0 0.0 0.0
84.74879632213333 46.875 38.125 55.23828125
169.49759264426666 61.875 54.44921874999999 69.30078125
254.24638896640002 62.96874999999999 51.09375000000001 74.70312499999999
END_OF_DATA
$data75 << END_OF_DATA
254.24638896640002 62.96874999999999 51.09375000000001 74.70312499999999
END_OF_DATA
plot $data39 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55888888', \
  $data41 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data43 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data45 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data47 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data49 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data51 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data53 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data55 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data57 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data59 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data61 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data63 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data65 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data67 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data69 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data71 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data73 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data75 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data38 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 3 linecolor rgb '#888888', \
  $data40 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data42 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data44 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data46 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data48 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data50 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data52 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data54 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data56 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data58 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data60 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  $data62 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00', \
  $data64 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#56B4E9', \
  $data66 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#0072B2', \
  $data68 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#D55E00', \
  $data70 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#009E73', \
  $data72 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#CC79A7', \
  $data74 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#E69F00'
set lmargin at screen 0.54
set rmargin at screen 0.9400000000000001
set tmargin at screen 0.8473609129814551
set bmargin at screen 0.5406562054208274
set title 'not mixed with hard-train: with the teacher''s loop' offset 0,-0.4
set xlabel 'FLOPs (10^12)'
unset ylabel
set xrange [-0.216805718597632:11.490703085674497]
set yrange [0.0:79.1853125]
$data76 << END_OF_DATA
0.0 0.0 0.0 0.0
END_OF_DATA
$data77 << END_OF_DATA
0.0 0.0 0.0 0.0
END_OF_DATA
$data78 << END_OF_DATA
0.0 0.0 0.0 0.0
0.02134673407146667 0.0 0.0 0.0
0.04269346814293334 0.0 0.0 0.0
0.0640402022144 0.0 0.0 0.0
0.08538693628586667 0.0 0.0 0.0
0.10673367035733335 0.0 0.0 0.0
0.1280804044288 1.25 0.0 4.21875
END_OF_DATA
$data79 << END_OF_DATA
0.1280804044288 1.25 0.0 4.21875
END_OF_DATA
$data80 << END_OF_DATA
0.0 0.0 0.0 0.0
0.0944204613376 0.15625 0.0 0.78125
0.1888409226752 1.40625 0.0 3.5937499999999996
0.2832613840128 2.34375 0.0 5.78125
END_OF_DATA
$data81 << END_OF_DATA
0.2832613840128 2.34375 0.0 5.78125
END_OF_DATA
$data82 << END_OF_DATA
7.216477550540801 29.531249999999996 23.742187500000004 34.84375
END_OF_DATA
$data83 << END_OF_DATA
7.216477550540801 29.531249999999996 23.742187500000004 34.84375
END_OF_DATA
$data84 << END_OF_DATA
7.216477550540801 0.0 0.0 0.0
7.2695282707456 21.25 14.44921875 27.500000000000004
7.3225789909504 23.75 14.292968750000002 31.874999999999996
7.3756297111552005 20.15625 15.542968750000002 24.769531249999996
END_OF_DATA
$data85 << END_OF_DATA
7.3756297111552005 20.15625 15.542968750000002 24.769531249999996
END_OF_DATA
$data86 << END_OF_DATA
0.0 0.0 0.0 0.0
0.06303704527359999 9.375 3.8242187500000018 15.082031249999995
0.12607409054719998 12.812499999999998 7.968749999999999 17.1875
0.18911113582080002 11.40625 5.230468750000002 17.96875
END_OF_DATA
$data87 << END_OF_DATA
0.18911113582080002 11.40625 5.230468750000002 17.96875
END_OF_DATA
$data88 << END_OF_DATA
10.6040354678784 0.0 0.0 0.0
10.662370986803202 24.0625 18.59375 30.46875
10.720706505728 24.6875 19.91796875 29.375
10.779042024652801 20.9375 10.773437500000004 32.11328125
END_OF_DATA
$data89 << END_OF_DATA
10.779042024652801 20.9375 10.773437500000004 32.11328125
END_OF_DATA
$data90 << END_OF_DATA
9.271312439808 0.0 0.0 0.0
9.330247340893868 23.90625 15.542968750000002 30.46875
9.389182241979732 23.59375 17.8125 30.863281249999996
9.4481171430656 22.34375 14.6875 31.800781249999993
END_OF_DATA
$data91 << END_OF_DATA
9.4481171430656 22.34375 14.6875 31.800781249999993
END_OF_DATA
$data92 << END_OF_DATA
1.0271550440704 0.0 0.0 0.0
1.0835862768384 6.5625 4.375 9.0625
1.1400175096064002 8.125 5.15625 12.34375
1.1964487423744001 9.53125 6.406249999999999 13.28125
END_OF_DATA
$data93 << END_OF_DATA
1.1964487423744001 9.53125 6.406249999999999 13.28125
END_OF_DATA
$data94 << END_OF_DATA
1.0653801725696002 0.0 0.0 0.0
1.1242042516565331 4.6875 2.1875 7.5
1.1830283307434668 4.375 2.34375 6.800781249999997
1.2418524098304002 6.71875 4.84375 8.675781249999996
END_OF_DATA
$data95 << END_OF_DATA
1.2418524098304002 6.71875 4.84375 8.675781249999996
END_OF_DATA
$data96 << END_OF_DATA
0.9042344481536001 0.0 0.0 0.0
0.9578568487936001 4.6875 1.5625 8.125
1.0114792494336 5.78125 3.125 9.070312499999995
1.0651016500736001 7.187499999999999 4.21875 11.019531249999996
END_OF_DATA
$data97 << END_OF_DATA
1.0651016500736001 7.187499999999999 4.21875 11.019531249999996
END_OF_DATA
$data98 << END_OF_DATA
6.738927546572801 0.0 0.0 0.0
6.888066441941333 2.8125 0.625 5.78125
7.037205337309867 2.96875 1.40625 5.3125
7.1863442326784 2.96875 1.25 5.0
END_OF_DATA
$data99 << END_OF_DATA
7.1863442326784 2.96875 1.25 5.0
END_OF_DATA
$data100 << END_OF_DATA
0.0 0.0 0.0 0.0
0.04967616410453333 6.406249999999999 3.4375000000000004 10.0
0.09935232820906666 9.0625 3.8242187500000018 14.769531249999995
0.14902849231360002 11.40625 5.617187500000003 17.507812499999993
END_OF_DATA
$data101 << END_OF_DATA
0.14902849231360002 11.40625 5.617187500000003 17.507812499999993
END_OF_DATA
$data102 << END_OF_DATA
0.0 0.0 0.0 0.0
0.05845993246720001 4.84375 2.1875 8.050781249999996
0.11691986493440001 4.0625 1.5625 7.5
0.1753797974016 5.625 2.96875 8.832031249999996
END_OF_DATA
$data103 << END_OF_DATA
0.1753797974016 5.625 2.96875 8.832031249999996
END_OF_DATA
$data104 << END_OF_DATA
0.0 0.15625 0.0 0.625
0.09639109212159998 23.75 16.710937500000004 30.9375
0.19278218424319996 19.21875 14.84375 23.75
0.2891732763648 20.78125 16.40625 25.156250000000004
END_OF_DATA
$data105 << END_OF_DATA
0.2891732763648 20.78125 16.40625 25.156250000000004
END_OF_DATA
$data106 << END_OF_DATA
0.0 0.0 0.0 0.0
0.20996820334080002 4.0625 2.03125 7.03125
0.41993640668160004 3.5937499999999996 1.4804687500000016 5.78125
0.6299046100224001 4.21875 1.5625 7.656250000000001
END_OF_DATA
$data107 << END_OF_DATA
0.6299046100224001 4.21875 1.5625 7.656250000000001
END_OF_DATA
$data108 << END_OF_DATA
10.6040354678784 0.0 0.0 0.0
END_OF_DATA
$data109 << END_OF_DATA
10.6040354678784 0.0 0.0 0.0
END_OF_DATA
$data110 << END_OF_DATA
0.0 0.0 0.0 0.0
0.08555467671039999 48.125 40.46093750000001 55.78125000000001
0.17110935342079997 52.65625000000001 42.02343750000001 62.26953125
0.25666403013120004 56.875 48.125 65.3125
END_OF_DATA
$data111 << END_OF_DATA
0.25666403013120004 56.875 48.125 65.3125
END_OF_DATA
$data112 << END_OF_DATA
0.0 0.0 0.0 0.0
0.08474879632213334 46.875 38.125 55.23828125
0.16949759264426667 61.875 54.44921874999999 69.30078125
0.2542463889664 62.96874999999999 51.09375000000001 74.70312499999999
END_OF_DATA
$data113 << END_OF_DATA
0.2542463889664 62.96874999999999 51.09375000000001 74.70312499999999
END_OF_DATA
plot $data77 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55888888', \
  $data79 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data81 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data83 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data85 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data87 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data89 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data91 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data93 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data95 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data97 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data99 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data101 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data103 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data105 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data107 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data109 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data111 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data113 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data76 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 3 linecolor rgb '#888888', \
  $data78 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data80 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data82 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data84 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data86 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data88 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data90 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data92 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data94 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data96 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data98 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  $data100 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00', \
  $data102 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#56B4E9', \
  $data104 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#0072B2', \
  $data106 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#D55E00', \
  $data108 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#009E73', \
  $data110 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#CC79A7', \
  $data112 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#E69F00'
set lmargin at screen 0.0
set rmargin at screen 1.0
set tmargin at screen 0.4793152639087018
set bmargin at screen 0.39657631954350925
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1200]
set yrange [116.0:0]
$data114 << END_OF_DATA
63.60000000000002 19.0
109.60000000000002 19.0
END_OF_DATA
$data115 << END_OF_DATA
86.60000000000002 19.0
END_OF_DATA
set label 2000 'Hard-Only' at 119.60000000000002,19.0 left font ',15'
$data116 << END_OF_DATA
63.60000000000002 45.0
109.60000000000002 45.0
END_OF_DATA
$data117 << END_OF_DATA
86.60000000000002 45.0
END_OF_DATA
set label 2001 'PQ + hard' at 119.60000000000002,45.0 left font ',15'
$data118 << END_OF_DATA
63.60000000000002 71.0
109.60000000000002 71.0
END_OF_DATA
$data119 << END_OF_DATA
86.60000000000002 71.0
END_OF_DATA
set label 2002 'Base-T + hard' at 119.60000000000002,71.0 left font ',15'
$data120 << END_OF_DATA
63.60000000000002 97.0
109.60000000000002 97.0
END_OF_DATA
$data121 << END_OF_DATA
86.60000000000002 97.0
END_OF_DATA
set label 2003 'Grounded-T + hard' at 119.60000000000002,97.0 left font ',15'
$data122 << END_OF_DATA
429.2 19.0
475.2 19.0
END_OF_DATA
$data123 << END_OF_DATA
452.2 19.0
END_OF_DATA
set label 2004 'Grounded-T without promotio…' at 485.2,19.0 left font ',15'
$data124 << END_OF_DATA
429.2 45.0
475.2 45.0
END_OF_DATA
$data125 << END_OF_DATA
452.2 45.0
END_OF_DATA
set label 2005 'Learnability-T + hard' at 485.2,45.0 left font ',15'
$data126 << END_OF_DATA
429.2 71.0
475.2 71.0
END_OF_DATA
$data127 << END_OF_DATA
452.2 71.0
END_OF_DATA
set label 2006 'Uncertainty-T + hard' at 485.2,71.0 left font ',15'
$data128 << END_OF_DATA
429.2 97.0
475.2 97.0
END_OF_DATA
$data129 << END_OF_DATA
452.2 97.0
END_OF_DATA
set label 2007 'Random-T + hard' at 485.2,97.0 left font ',15'
$data130 << END_OF_DATA
794.8 19.0
840.8 19.0
END_OF_DATA
$data131 << END_OF_DATA
817.8 19.0
END_OF_DATA
set label 2008 'Learnability-T at SOAR''s co…' at 850.8,19.0 left font ',15'
$data132 << END_OF_DATA
794.8 45.0
840.8 45.0
END_OF_DATA
$data133 << END_OF_DATA
817.8 45.0
END_OF_DATA
set label 2009 'Base-T, then hard' at 850.8,45.0 left font ',15'
$data134 << END_OF_DATA
794.8 71.0
840.8 71.0
END_OF_DATA
$data135 << END_OF_DATA
817.8 71.0
END_OF_DATA
set label 2010 'Curated-128 + hard' at 850.8,71.0 left font ',15'
plot $data114 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#000000', \
  $data115 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  $data116 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  $data117 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data118 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  $data119 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data120 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  $data121 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data122 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#CC79A7', \
  $data123 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data124 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#E69F00', \
  $data125 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  $data126 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#56B4E9', \
  $data127 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  $data128 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#0072B2', \
  $data129 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data130 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#D55E00', \
  $data131 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data132 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#009E73', \
  $data133 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data134 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#CC79A7', \
  $data135 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7'
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
set tmargin at screen 0.3651925820256776
set bmargin at screen 0.05848787446504988
set title 'hard-train mixed in: own cost' offset 0,-0.4
set xlabel 'FLOPs (10^9)'
set ylabel 'pass@32 on hard-test (%)'
set xrange [-12.598092200448:667.698886623744]
set yrange [0.0:79.1853125]
$data136 << END_OF_DATA
0.0 0.0 0.0 0.0
21.346734071466667 0.0 0.0 0.0
42.693468142933334 0.0 0.0 0.0
64.0402022144 0.0 0.0 0.0
85.38693628586667 0.0 0.0 0.0
106.73367035733334 0.0 0.0 0.0
128.0804044288 1.25 0.0 4.21875
END_OF_DATA
$data137 << END_OF_DATA
128.0804044288 1.25 0.0 4.21875
END_OF_DATA
$data138 << END_OF_DATA
0.0 0.0 0.0 0.0
70.62067195733333 11.5625 7.187499999999999 16.5625
141.24134391466666 29.843750000000004 18.4375 40.3125
211.862015872 33.90625 21.40625 44.45703124999999
END_OF_DATA
$data139 << END_OF_DATA
211.862015872 33.90625 21.40625 44.45703124999999
END_OF_DATA
$data140 << END_OF_DATA
0.0 0.0 0.0 0.0
53.64129805653332 5.78125 3.75 8.050781249999996
107.28259611306665 7.5 3.75 11.40625
160.9238941696 7.03125 4.21875 9.925781249999996
END_OF_DATA
$data141 << END_OF_DATA
160.9238941696 7.03125 4.21875 9.925781249999996
END_OF_DATA
$data142 << END_OF_DATA
0.0 0.0 0.0 0.0
78.75015400106666 18.75 6.71875 31.25
157.50030800213332 26.25 12.804687500000004 39.375
236.2504620032 35.46875 24.917968750000004 44.30078124999999
END_OF_DATA
$data143 << END_OF_DATA
236.2504620032 35.46875 24.917968750000004 44.30078124999999
END_OF_DATA
$data144 << END_OF_DATA
0.0 0.0 0.0 0.0
74.0287420672 20.9375 9.53125 34.375
148.0574841344 26.5625 13.511718750000002 41.09375
222.0862262016 34.0625 18.898437500000004 49.30078125
END_OF_DATA
$data145 << END_OF_DATA
222.0862262016 34.0625 18.898437500000004 49.30078125
END_OF_DATA
$data146 << END_OF_DATA
0.0 0.0 0.0 0.0
61.330492586666665 4.84375 2.65625 7.5
122.66098517333333 9.84375 4.605468750000002 15.46875
183.99147776 10.9375 5.9296875000000036 17.96875
END_OF_DATA
$data147 << END_OF_DATA
183.99147776 10.9375 5.9296875000000036 17.96875
END_OF_DATA
$data148 << END_OF_DATA
0.0 0.0 0.0 0.0
49.4815105024 4.21875 1.5625 7.269531249999997
98.9630210048 4.375 2.4179687500000013 6.9570312499999964
148.44453150720003 5.625 3.125 8.59375
END_OF_DATA
$data149 << END_OF_DATA
148.44453150720003 5.625 3.125 8.59375
END_OF_DATA
$data150 << END_OF_DATA
0.0 0.15625 0.0 0.78125
60.56009048746667 6.71875 2.03125 13.214843749999988
121.12018097493333 6.09375 2.96875 9.53125
181.68027146240001 9.0625 4.21875 15.625
END_OF_DATA
$data151 << END_OF_DATA
181.68027146240001 9.0625 4.21875 15.625
END_OF_DATA
$data152 << END_OF_DATA
0.0 0.0 0.0 0.0
142.88967738879998 1.5625 0.3125 3.28125
285.77935477759996 2.34375 0.78125 4.21875
428.66903216640003 4.53125 2.65625 6.875000000000001
END_OF_DATA
$data153 << END_OF_DATA
428.66903216640003 4.53125 2.65625 6.875000000000001
END_OF_DATA
$data154 << END_OF_DATA
0.0 0.0 0.0 0.0
85.98423128746666 10.0 4.6875 17.03125
171.9684625749333 19.0625 7.3359375000000036 34.76953125
257.9526938624 28.749999999999996 14.828125000000005 44.30078124999999
END_OF_DATA
$data155 << END_OF_DATA
257.9526938624 28.749999999999996 14.828125000000005 44.30078124999999
END_OF_DATA
$data156 << END_OF_DATA
0.0 0.0 0.0 0.0
112.93781738666668 39.0625 25.699218750000004 52.5
225.87563477333336 59.53125 49.60546875 70.78906249999999
338.81345216 65.78125 57.26171875 73.36328125
END_OF_DATA
$data157 << END_OF_DATA
338.81345216 65.78125 57.26171875 73.36328125
END_OF_DATA
plot $data137 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data139 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data141 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data143 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data145 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data147 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data149 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data151 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data153 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data155 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data157 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data136 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data138 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data140 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data142 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data144 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data146 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data148 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data150 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data152 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data154 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data156 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7'
set lmargin at screen 0.54
set rmargin at screen 0.9400000000000001
set tmargin at screen 0.3651925820256776
set bmargin at screen 0.05848787446504988
set title 'hard-train mixed in: with the teacher''s loop' offset 0,-0.4
set xlabel 'FLOPs (10^12)'
unset ylabel
set xrange [-0.216805718597632:11.490703085674497]
set yrange [0.0:79.1853125]
$data158 << END_OF_DATA
0.0 0.0 0.0 0.0
0.02134673407146667 0.0 0.0 0.0
0.04269346814293334 0.0 0.0 0.0
0.0640402022144 0.0 0.0 0.0
0.08538693628586667 0.0 0.0 0.0
0.10673367035733335 0.0 0.0 0.0
0.1280804044288 1.25 0.0 4.21875
END_OF_DATA
$data159 << END_OF_DATA
0.1280804044288 1.25 0.0 4.21875
END_OF_DATA
$data160 << END_OF_DATA
7.216477550540801 0.0 0.0 0.0
7.287098222498133 11.5625 7.187499999999999 16.5625
7.357718894455468 29.843750000000004 18.4375 40.3125
7.4283395664128005 33.90625 21.40625 44.45703124999999
END_OF_DATA
$data161 << END_OF_DATA
7.4283395664128005 33.90625 21.40625 44.45703124999999
END_OF_DATA
$data162 << END_OF_DATA
0.0 0.0 0.0 0.0
0.053641298056533324 5.78125 3.75 8.050781249999996
0.10728259611306665 7.5 3.75 11.40625
0.1609238941696 7.03125 4.21875 9.925781249999996
END_OF_DATA
$data163 << END_OF_DATA
0.1609238941696 7.03125 4.21875 9.925781249999996
END_OF_DATA
$data164 << END_OF_DATA
10.6040354678784 0.0 0.0 0.0
10.682785621879466 18.75 6.71875 31.25
10.761535775880535 26.25 12.804687500000004 39.375
10.8402859298816 35.46875 24.917968750000004 44.30078124999999
END_OF_DATA
$data165 << END_OF_DATA
10.8402859298816 35.46875 24.917968750000004 44.30078124999999
END_OF_DATA
$data166 << END_OF_DATA
9.271312439808 0.0 0.0 0.0
9.3453411818752 20.9375 9.53125 34.375
9.4193699239424 26.5625 13.511718750000002 41.09375
9.4933986660096 34.0625 18.898437500000004 49.30078125
END_OF_DATA
$data167 << END_OF_DATA
9.4933986660096 34.0625 18.898437500000004 49.30078125
END_OF_DATA
$data168 << END_OF_DATA
1.0271550440704 0.0 0.0 0.0
1.0884855366570667 4.84375 2.65625 7.5
1.1498160292437334 9.84375 4.605468750000002 15.46875
1.2111465218304 10.9375 5.9296875000000036 17.96875
END_OF_DATA
$data169 << END_OF_DATA
1.2111465218304 10.9375 5.9296875000000036 17.96875
END_OF_DATA
$data170 << END_OF_DATA
1.0653801725696002 0.0 0.0 0.0
1.114861683072 4.21875 1.5625 7.269531249999997
1.1643431935744002 4.375 2.4179687500000013 6.9570312499999964
1.2138247040768 5.625 3.125 8.59375
END_OF_DATA
$data171 << END_OF_DATA
1.2138247040768 5.625 3.125 8.59375
END_OF_DATA
$data172 << END_OF_DATA
0.9042344481536001 0.15625 0.0 0.78125
0.9647945386410669 6.71875 2.03125 13.214843749999988
1.0253546291285331 6.09375 2.96875 9.53125
1.085914719616 9.0625 4.21875 15.625
END_OF_DATA
$data173 << END_OF_DATA
1.085914719616 9.0625 4.21875 15.625
END_OF_DATA
$data174 << END_OF_DATA
6.738927546572801 0.0 0.0 0.0
6.881817223961602 1.5625 0.3125 3.28125
7.0247069013504 2.34375 0.78125 4.21875
7.1675965787392 4.53125 2.65625 6.875000000000001
END_OF_DATA
$data175 << END_OF_DATA
7.1675965787392 4.53125 2.65625 6.875000000000001
END_OF_DATA
$data176 << END_OF_DATA
0.0 0.0 0.0 0.0
0.08598423128746666 10.0 4.6875 17.03125
0.1719684625749333 19.0625 7.3359375000000036 34.76953125
0.25795269386240005 28.749999999999996 14.828125000000005 44.30078124999999
END_OF_DATA
$data177 << END_OF_DATA
0.25795269386240005 28.749999999999996 14.828125000000005 44.30078124999999
END_OF_DATA
$data178 << END_OF_DATA
0.0 0.0 0.0 0.0
0.11293781738666668 39.0625 25.699218750000004 52.5
0.22587563477333336 59.53125 49.60546875 70.78906249999999
0.33881345216 65.78125 57.26171875 73.36328125
END_OF_DATA
$data179 << END_OF_DATA
0.33881345216 65.78125 57.26171875 73.36328125
END_OF_DATA
plot $data159 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data161 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data163 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data165 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data167 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data169 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data171 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data173 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data175 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data177 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data179 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data158 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data160 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data162 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data164 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data166 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data168 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data170 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data172 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data174 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data176 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data178 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7'
unset multiplot

set output
reset
pointScale = 1.0
set terminal pngcairo size 1200,1402 font 'DejaVu Sans,16' noenhanced background 'white'
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
set tmargin at screen 0.9971469329529244
set bmargin at screen 0.8787446504992867
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1200]
set yrange [166.0:0]
$data0 << END_OF_DATA
122.39999999999998 17.0
168.39999999999998 17.0
END_OF_DATA
$data1 << END_OF_DATA
145.39999999999998 17.0
END_OF_DATA
set label 2000 'Base' at 178.39999999999998,17.0 left font ',13'
$data2 << END_OF_DATA
122.39999999999998 39.0
168.39999999999998 39.0
END_OF_DATA
$data3 << END_OF_DATA
145.39999999999998 39.0
END_OF_DATA
set label 2001 'Hard-Only' at 178.39999999999998,39.0 left font ',13'
$data4 << END_OF_DATA
122.39999999999998 61.0
168.39999999999998 61.0
END_OF_DATA
$data5 << END_OF_DATA
145.39999999999998 61.0
END_OF_DATA
set label 2002 'Hard-Only, group 128' at 178.39999999999998,61.0 left font ',13'
$data6 << END_OF_DATA
122.39999999999998 83.0
168.39999999999998 83.0
END_OF_DATA
$data7 << END_OF_DATA
145.39999999999998 83.0
END_OF_DATA
set label 2003 'PS' at 178.39999999999998,83.0 left font ',13'
$data8 << END_OF_DATA
122.39999999999998 105.0
168.39999999999998 105.0
END_OF_DATA
$data9 << END_OF_DATA
145.39999999999998 105.0
END_OF_DATA
set label 2004 'PQ' at 178.39999999999998,105.0 left font ',13'
$data10 << END_OF_DATA
122.39999999999998 127.0
168.39999999999998 127.0
END_OF_DATA
$data11 << END_OF_DATA
145.39999999999998 127.0
END_OF_DATA
set label 2005 'Base-T' at 178.39999999999998,127.0 left font ',13'
$data12 << END_OF_DATA
122.39999999999998 149.0
168.39999999999998 149.0
END_OF_DATA
$data13 << END_OF_DATA
145.39999999999998 149.0
END_OF_DATA
set label 2006 'Grounded-T' at 178.39999999999998,149.0 left font ',13'
$data14 << END_OF_DATA
448.8 17.0
494.8 17.0
END_OF_DATA
$data15 << END_OF_DATA
471.8 17.0
END_OF_DATA
set label 2007 'Grounded-T without promotion' at 504.8,17.0 left font ',13'
$data16 << END_OF_DATA
448.8 39.0
494.8 39.0
END_OF_DATA
$data17 << END_OF_DATA
471.8 39.0
END_OF_DATA
set label 2008 'Learnability-T' at 504.8,39.0 left font ',13'
$data18 << END_OF_DATA
448.8 61.0
494.8 61.0
END_OF_DATA
$data19 << END_OF_DATA
471.8 61.0
END_OF_DATA
set label 2009 'Uncertainty-T' at 504.8,61.0 left font ',13'
$data20 << END_OF_DATA
448.8 83.0
494.8 83.0
END_OF_DATA
$data21 << END_OF_DATA
471.8 83.0
END_OF_DATA
set label 2010 'Random-T' at 504.8,83.0 left font ',13'
$data22 << END_OF_DATA
448.8 105.0
494.8 105.0
END_OF_DATA
$data23 << END_OF_DATA
471.8 105.0
END_OF_DATA
set label 2011 'Learnability-T at SOAR''s co…' at 504.8,105.0 left font ',13'
$data24 << END_OF_DATA
448.8 127.0
494.8 127.0
END_OF_DATA
$data25 << END_OF_DATA
471.8 127.0
END_OF_DATA
set label 2012 'Base-T, 32 questions' at 504.8,127.0 left font ',13'
$data26 << END_OF_DATA
448.8 149.0
494.8 149.0
END_OF_DATA
$data27 << END_OF_DATA
471.8 149.0
END_OF_DATA
set label 2013 'Base-T, 64 questions' at 504.8,149.0 left font ',13'
$data28 << END_OF_DATA
775.2 17.0
821.2 17.0
END_OF_DATA
$data29 << END_OF_DATA
798.2 17.0
END_OF_DATA
set label 2014 'Base-T in two turns' at 831.2,17.0 left font ',13'
$data30 << END_OF_DATA
775.2 39.0
821.2 39.0
END_OF_DATA
$data31 << END_OF_DATA
798.2 39.0
END_OF_DATA
set label 2015 'SeRL-style' at 831.2,39.0 left font ',13'
$data32 << END_OF_DATA
775.2 61.0
821.2 61.0
END_OF_DATA
$data33 << END_OF_DATA
798.2 61.0
END_OF_DATA
set label 2016 'Teacher as solver' at 831.2,61.0 left font ',13'
$data34 << END_OF_DATA
775.2 83.0
821.2 83.0
END_OF_DATA
$data35 << END_OF_DATA
798.2 83.0
END_OF_DATA
set label 2017 'Curated-128' at 831.2,83.0 left font ',13'
$data36 << END_OF_DATA
775.2 105.0
821.2 105.0
END_OF_DATA
$data37 << END_OF_DATA
798.2 105.0
END_OF_DATA
set label 2018 'Curated-full' at 831.2,105.0 left font ',13'
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
  $data37 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00'
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
set tmargin at screen 0.8473609129814551
set bmargin at screen 0.5406562054208274
set title 'not mixed with hard-train: own cost' offset 0,-0.4
set xlabel 'FLOPs (10^9)'
set ylabel 'pass@32 on hard-test (%)'
set xrange [-12.598092200448:667.698886623744]
set yrange [0.0:79.1853125]
$data38 << END_OF_DATA
0.0 0.0 0.0 0.0
END_OF_DATA
$data39 << END_OF_DATA
0.0 0.0 0.0 0.0
END_OF_DATA
$data40 << END_OF_DATA
0.0 0.0 0.0 0.0
21.346734071466667 0.0 0.0 0.0
42.693468142933334 0.0 0.0 0.0
64.0402022144 0.0 0.0 0.0
85.38693628586667 0.0 0.0 0.0
106.73367035733334 0.0 0.0 0.0
128.0804044288 1.25 0.0 4.21875
END_OF_DATA
$data41 << END_OF_DATA
128.0804044288 1.25 0.0 4.21875
END_OF_DATA
$data42 << END_OF_DATA
0.0 0.0 0.0 0.0
94.4204613376 0.15625 0.0 0.78125
188.8409226752 1.40625 0.0 3.5937499999999996
283.26138401279997 2.34375 0.0 5.78125
END_OF_DATA
$data43 << END_OF_DATA
283.26138401279997 2.34375 0.0 5.78125
END_OF_DATA
$data44 << END_OF_DATA
0.0 29.531249999999996 23.742187500000004 34.84375
END_OF_DATA
$data45 << END_OF_DATA
0.0 29.531249999999996 23.742187500000004 34.84375
END_OF_DATA
$data46 << END_OF_DATA
0.0 0.0 0.0 0.0
53.050720204799994 21.25 14.44921875 27.500000000000004
106.10144040959999 23.75 14.292968750000002 31.874999999999996
159.1521606144 20.15625 15.542968750000002 24.769531249999996
END_OF_DATA
$data47 << END_OF_DATA
159.1521606144 20.15625 15.542968750000002 24.769531249999996
END_OF_DATA
$data48 << END_OF_DATA
0.0 0.0 0.0 0.0
63.03704527359999 9.375 3.8242187500000018 15.082031249999995
126.07409054719999 12.812499999999998 7.968749999999999 17.1875
189.11113582080003 11.40625 5.230468750000002 17.96875
END_OF_DATA
$data49 << END_OF_DATA
189.11113582080003 11.40625 5.230468750000002 17.96875
END_OF_DATA
$data50 << END_OF_DATA
0.0 0.0 0.0 0.0
58.335518924800006 24.0625 18.59375 30.46875
116.67103784960001 24.6875 19.91796875 29.375
175.00655677440002 20.9375 10.773437500000004 32.11328125
END_OF_DATA
$data51 << END_OF_DATA
175.00655677440002 20.9375 10.773437500000004 32.11328125
END_OF_DATA
$data52 << END_OF_DATA
0.0 0.0 0.0 0.0
58.93490108586667 23.90625 15.542968750000002 30.46875
117.86980217173334 23.59375 17.8125 30.863281249999996
176.8047032576 22.34375 14.6875 31.800781249999993
END_OF_DATA
$data53 << END_OF_DATA
176.8047032576 22.34375 14.6875 31.800781249999993
END_OF_DATA
$data54 << END_OF_DATA
0.0 0.0 0.0 0.0
56.431232768 6.5625 4.375 9.0625
112.862465536 8.125 5.15625 12.34375
169.293698304 9.53125 6.406249999999999 13.28125
END_OF_DATA
$data55 << END_OF_DATA
169.293698304 9.53125 6.406249999999999 13.28125
END_OF_DATA
$data56 << END_OF_DATA
0.0 0.0 0.0 0.0
58.824079086933324 4.6875 2.1875 7.5
117.64815817386665 4.375 2.34375 6.800781249999997
176.47223726080003 6.71875 4.84375 8.675781249999996
END_OF_DATA
$data57 << END_OF_DATA
176.47223726080003 6.71875 4.84375 8.675781249999996
END_OF_DATA
$data58 << END_OF_DATA
0.0 0.0 0.0 0.0
53.62240064 4.6875 1.5625 8.125
107.24480128 5.78125 3.125 9.070312499999995
160.86720192 7.187499999999999 4.21875 11.019531249999996
END_OF_DATA
$data59 << END_OF_DATA
160.86720192 7.187499999999999 4.21875 11.019531249999996
END_OF_DATA
$data60 << END_OF_DATA
0.0 0.0 0.0 0.0
149.13889536853333 2.8125 0.625 5.78125
298.27779073706665 2.96875 1.40625 5.3125
447.41668610560004 2.96875 1.25 5.0
END_OF_DATA
$data61 << END_OF_DATA
447.41668610560004 2.96875 1.25 5.0
END_OF_DATA
$data62 << END_OF_DATA
0.0 0.0 0.0 0.0
49.67616410453333 6.406249999999999 3.4375000000000004 10.0
99.35232820906666 9.0625 3.8242187500000018 14.769531249999995
149.0284923136 11.40625 5.617187500000003 17.507812499999993
END_OF_DATA
$data63 << END_OF_DATA
149.0284923136 11.40625 5.617187500000003 17.507812499999993
END_OF_DATA
$data64 << END_OF_DATA
0.0 0.0 0.0 0.0
58.459932467200005 4.84375 2.1875 8.050781249999996
116.91986493440001 4.0625 1.5625 7.5
175.3797974016 5.625 2.96875 8.832031249999996
END_OF_DATA
$data65 << END_OF_DATA
175.3797974016 5.625 2.96875 8.832031249999996
END_OF_DATA
$data66 << END_OF_DATA
0.0 0.15625 0.0 0.625
96.39109212159998 23.75 16.710937500000004 30.9375
192.78218424319996 19.21875 14.84375 23.75
289.17327636479996 20.78125 16.40625 25.156250000000004
END_OF_DATA
$data67 << END_OF_DATA
289.17327636479996 20.78125 16.40625 25.156250000000004
END_OF_DATA
$data68 << END_OF_DATA
0.0 0.0 0.0 0.0
209.96820334080002 4.0625 2.03125 7.03125
419.93640668160003 3.5937499999999996 1.4804687500000016 5.78125
629.9046100224 4.21875 1.5625 7.656250000000001
END_OF_DATA
$data69 << END_OF_DATA
629.9046100224 4.21875 1.5625 7.656250000000001
END_OF_DATA
$data70 << END_OF_DATA
0.0 0.0 0.0 0.0
END_OF_DATA
$data71 << END_OF_DATA
0.0 0.0 0.0 0.0
END_OF_DATA
$data72 << END_OF_DATA
0.0 0.0 0.0 0.0
85.55467671039997 48.125 40.46093750000001 55.78125000000001
171.10935342079995 52.65625000000001 42.02343750000001 62.26953125
256.66403013120004 56.875 48.125 65.3125
END_OF_DATA
$data73 << END_OF_DATA
256.66403013120004 56.875 48.125 65.3125
END_OF_DATA
$data74 << END_OF_DATA
0.0 0.0 0.0 0.0
84.74879632213333 46.875 38.125 55.23828125
169.49759264426666 61.875 54.44921874999999 69.30078125
254.24638896640002 62.96874999999999 51.09375000000001 74.70312499999999
END_OF_DATA
$data75 << END_OF_DATA
254.24638896640002 62.96874999999999 51.09375000000001 74.70312499999999
END_OF_DATA
plot $data39 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55888888', \
  $data41 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data43 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data45 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data47 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data49 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data51 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data53 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data55 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data57 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data59 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data61 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data63 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data65 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data67 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data69 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data71 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data73 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data75 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data38 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 3 linecolor rgb '#888888', \
  $data40 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data42 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data44 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data46 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data48 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data50 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data52 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data54 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data56 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data58 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data60 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  $data62 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00', \
  $data64 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#56B4E9', \
  $data66 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#0072B2', \
  $data68 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#D55E00', \
  $data70 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#009E73', \
  $data72 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#CC79A7', \
  $data74 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#E69F00'
set lmargin at screen 0.54
set rmargin at screen 0.9400000000000001
set tmargin at screen 0.8473609129814551
set bmargin at screen 0.5406562054208274
set title 'not mixed with hard-train: with the teacher''s loop' offset 0,-0.4
set xlabel 'FLOPs (10^12)'
unset ylabel
set xrange [-0.216805718597632:11.490703085674497]
set yrange [0.0:79.1853125]
$data76 << END_OF_DATA
0.0 0.0 0.0 0.0
END_OF_DATA
$data77 << END_OF_DATA
0.0 0.0 0.0 0.0
END_OF_DATA
$data78 << END_OF_DATA
0.0 0.0 0.0 0.0
0.02134673407146667 0.0 0.0 0.0
0.04269346814293334 0.0 0.0 0.0
0.0640402022144 0.0 0.0 0.0
0.08538693628586667 0.0 0.0 0.0
0.10673367035733335 0.0 0.0 0.0
0.1280804044288 1.25 0.0 4.21875
END_OF_DATA
$data79 << END_OF_DATA
0.1280804044288 1.25 0.0 4.21875
END_OF_DATA
$data80 << END_OF_DATA
0.0 0.0 0.0 0.0
0.0944204613376 0.15625 0.0 0.78125
0.1888409226752 1.40625 0.0 3.5937499999999996
0.2832613840128 2.34375 0.0 5.78125
END_OF_DATA
$data81 << END_OF_DATA
0.2832613840128 2.34375 0.0 5.78125
END_OF_DATA
$data82 << END_OF_DATA
7.216477550540801 29.531249999999996 23.742187500000004 34.84375
END_OF_DATA
$data83 << END_OF_DATA
7.216477550540801 29.531249999999996 23.742187500000004 34.84375
END_OF_DATA
$data84 << END_OF_DATA
7.216477550540801 0.0 0.0 0.0
7.2695282707456 21.25 14.44921875 27.500000000000004
7.3225789909504 23.75 14.292968750000002 31.874999999999996
7.3756297111552005 20.15625 15.542968750000002 24.769531249999996
END_OF_DATA
$data85 << END_OF_DATA
7.3756297111552005 20.15625 15.542968750000002 24.769531249999996
END_OF_DATA
$data86 << END_OF_DATA
0.0 0.0 0.0 0.0
0.06303704527359999 9.375 3.8242187500000018 15.082031249999995
0.12607409054719998 12.812499999999998 7.968749999999999 17.1875
0.18911113582080002 11.40625 5.230468750000002 17.96875
END_OF_DATA
$data87 << END_OF_DATA
0.18911113582080002 11.40625 5.230468750000002 17.96875
END_OF_DATA
$data88 << END_OF_DATA
10.6040354678784 0.0 0.0 0.0
10.662370986803202 24.0625 18.59375 30.46875
10.720706505728 24.6875 19.91796875 29.375
10.779042024652801 20.9375 10.773437500000004 32.11328125
END_OF_DATA
$data89 << END_OF_DATA
10.779042024652801 20.9375 10.773437500000004 32.11328125
END_OF_DATA
$data90 << END_OF_DATA
9.271312439808 0.0 0.0 0.0
9.330247340893868 23.90625 15.542968750000002 30.46875
9.389182241979732 23.59375 17.8125 30.863281249999996
9.4481171430656 22.34375 14.6875 31.800781249999993
END_OF_DATA
$data91 << END_OF_DATA
9.4481171430656 22.34375 14.6875 31.800781249999993
END_OF_DATA
$data92 << END_OF_DATA
1.0271550440704 0.0 0.0 0.0
1.0835862768384 6.5625 4.375 9.0625
1.1400175096064002 8.125 5.15625 12.34375
1.1964487423744001 9.53125 6.406249999999999 13.28125
END_OF_DATA
$data93 << END_OF_DATA
1.1964487423744001 9.53125 6.406249999999999 13.28125
END_OF_DATA
$data94 << END_OF_DATA
1.0653801725696002 0.0 0.0 0.0
1.1242042516565331 4.6875 2.1875 7.5
1.1830283307434668 4.375 2.34375 6.800781249999997
1.2418524098304002 6.71875 4.84375 8.675781249999996
END_OF_DATA
$data95 << END_OF_DATA
1.2418524098304002 6.71875 4.84375 8.675781249999996
END_OF_DATA
$data96 << END_OF_DATA
0.9042344481536001 0.0 0.0 0.0
0.9578568487936001 4.6875 1.5625 8.125
1.0114792494336 5.78125 3.125 9.070312499999995
1.0651016500736001 7.187499999999999 4.21875 11.019531249999996
END_OF_DATA
$data97 << END_OF_DATA
1.0651016500736001 7.187499999999999 4.21875 11.019531249999996
END_OF_DATA
$data98 << END_OF_DATA
6.738927546572801 0.0 0.0 0.0
6.888066441941333 2.8125 0.625 5.78125
7.037205337309867 2.96875 1.40625 5.3125
7.1863442326784 2.96875 1.25 5.0
END_OF_DATA
$data99 << END_OF_DATA
7.1863442326784 2.96875 1.25 5.0
END_OF_DATA
$data100 << END_OF_DATA
0.0 0.0 0.0 0.0
0.04967616410453333 6.406249999999999 3.4375000000000004 10.0
0.09935232820906666 9.0625 3.8242187500000018 14.769531249999995
0.14902849231360002 11.40625 5.617187500000003 17.507812499999993
END_OF_DATA
$data101 << END_OF_DATA
0.14902849231360002 11.40625 5.617187500000003 17.507812499999993
END_OF_DATA
$data102 << END_OF_DATA
0.0 0.0 0.0 0.0
0.05845993246720001 4.84375 2.1875 8.050781249999996
0.11691986493440001 4.0625 1.5625 7.5
0.1753797974016 5.625 2.96875 8.832031249999996
END_OF_DATA
$data103 << END_OF_DATA
0.1753797974016 5.625 2.96875 8.832031249999996
END_OF_DATA
$data104 << END_OF_DATA
0.0 0.15625 0.0 0.625
0.09639109212159998 23.75 16.710937500000004 30.9375
0.19278218424319996 19.21875 14.84375 23.75
0.2891732763648 20.78125 16.40625 25.156250000000004
END_OF_DATA
$data105 << END_OF_DATA
0.2891732763648 20.78125 16.40625 25.156250000000004
END_OF_DATA
$data106 << END_OF_DATA
0.0 0.0 0.0 0.0
0.20996820334080002 4.0625 2.03125 7.03125
0.41993640668160004 3.5937499999999996 1.4804687500000016 5.78125
0.6299046100224001 4.21875 1.5625 7.656250000000001
END_OF_DATA
$data107 << END_OF_DATA
0.6299046100224001 4.21875 1.5625 7.656250000000001
END_OF_DATA
$data108 << END_OF_DATA
10.6040354678784 0.0 0.0 0.0
END_OF_DATA
$data109 << END_OF_DATA
10.6040354678784 0.0 0.0 0.0
END_OF_DATA
$data110 << END_OF_DATA
0.0 0.0 0.0 0.0
0.08555467671039999 48.125 40.46093750000001 55.78125000000001
0.17110935342079997 52.65625000000001 42.02343750000001 62.26953125
0.25666403013120004 56.875 48.125 65.3125
END_OF_DATA
$data111 << END_OF_DATA
0.25666403013120004 56.875 48.125 65.3125
END_OF_DATA
$data112 << END_OF_DATA
0.0 0.0 0.0 0.0
0.08474879632213334 46.875 38.125 55.23828125
0.16949759264426667 61.875 54.44921874999999 69.30078125
0.2542463889664 62.96874999999999 51.09375000000001 74.70312499999999
END_OF_DATA
$data113 << END_OF_DATA
0.2542463889664 62.96874999999999 51.09375000000001 74.70312499999999
END_OF_DATA
plot $data77 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55888888', \
  $data79 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data81 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data83 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data85 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data87 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data89 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data91 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data93 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data95 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data97 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data99 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data101 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data103 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data105 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data107 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data109 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data111 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data113 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data76 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 3 linecolor rgb '#888888', \
  $data78 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data80 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data82 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data84 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data86 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data88 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data90 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data92 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data94 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data96 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data98 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7', \
  $data100 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#E69F00', \
  $data102 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#56B4E9', \
  $data104 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#0072B2', \
  $data106 using 1:2 notitle with linespoints pointtype 12 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#D55E00', \
  $data108 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#009E73', \
  $data110 using 1:2 notitle with linespoints pointtype 4 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#CC79A7', \
  $data112 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#E69F00'
set lmargin at screen 0.0
set rmargin at screen 1.0
set tmargin at screen 0.4793152639087018
set bmargin at screen 0.39657631954350925
unset key
unset border
unset tics
unset grid
unset xlabel
unset ylabel
unset title
set xrange [0:1200]
set yrange [116.0:0]
$data114 << END_OF_DATA
63.60000000000002 19.0
109.60000000000002 19.0
END_OF_DATA
$data115 << END_OF_DATA
86.60000000000002 19.0
END_OF_DATA
set label 2000 'Hard-Only' at 119.60000000000002,19.0 left font ',15'
$data116 << END_OF_DATA
63.60000000000002 45.0
109.60000000000002 45.0
END_OF_DATA
$data117 << END_OF_DATA
86.60000000000002 45.0
END_OF_DATA
set label 2001 'PQ + hard' at 119.60000000000002,45.0 left font ',15'
$data118 << END_OF_DATA
63.60000000000002 71.0
109.60000000000002 71.0
END_OF_DATA
$data119 << END_OF_DATA
86.60000000000002 71.0
END_OF_DATA
set label 2002 'Base-T + hard' at 119.60000000000002,71.0 left font ',15'
$data120 << END_OF_DATA
63.60000000000002 97.0
109.60000000000002 97.0
END_OF_DATA
$data121 << END_OF_DATA
86.60000000000002 97.0
END_OF_DATA
set label 2003 'Grounded-T + hard' at 119.60000000000002,97.0 left font ',15'
$data122 << END_OF_DATA
429.2 19.0
475.2 19.0
END_OF_DATA
$data123 << END_OF_DATA
452.2 19.0
END_OF_DATA
set label 2004 'Grounded-T without promotio…' at 485.2,19.0 left font ',15'
$data124 << END_OF_DATA
429.2 45.0
475.2 45.0
END_OF_DATA
$data125 << END_OF_DATA
452.2 45.0
END_OF_DATA
set label 2005 'Learnability-T + hard' at 485.2,45.0 left font ',15'
$data126 << END_OF_DATA
429.2 71.0
475.2 71.0
END_OF_DATA
$data127 << END_OF_DATA
452.2 71.0
END_OF_DATA
set label 2006 'Uncertainty-T + hard' at 485.2,71.0 left font ',15'
$data128 << END_OF_DATA
429.2 97.0
475.2 97.0
END_OF_DATA
$data129 << END_OF_DATA
452.2 97.0
END_OF_DATA
set label 2007 'Random-T + hard' at 485.2,97.0 left font ',15'
$data130 << END_OF_DATA
794.8 19.0
840.8 19.0
END_OF_DATA
$data131 << END_OF_DATA
817.8 19.0
END_OF_DATA
set label 2008 'Learnability-T at SOAR''s co…' at 850.8,19.0 left font ',15'
$data132 << END_OF_DATA
794.8 45.0
840.8 45.0
END_OF_DATA
$data133 << END_OF_DATA
817.8 45.0
END_OF_DATA
set label 2009 'Base-T, then hard' at 850.8,45.0 left font ',15'
$data134 << END_OF_DATA
794.8 71.0
840.8 71.0
END_OF_DATA
$data135 << END_OF_DATA
817.8 71.0
END_OF_DATA
set label 2010 'Curated-128 + hard' at 850.8,71.0 left font ',15'
plot $data114 using 1:2 notitle with lines linewidth 2.2 dashtype 2 linecolor rgb '#000000', \
  $data115 using 1:2 notitle with points pointtype 5 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#000000', \
  $data116 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072B2', \
  $data117 using 1:2 notitle with points pointtype 7 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data118 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#D55E00', \
  $data119 using 1:2 notitle with points pointtype 9 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data120 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#009E73', \
  $data121 using 1:2 notitle with points pointtype 11 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data122 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#CC79A7', \
  $data123 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7', \
  $data124 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#E69F00', \
  $data125 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#E69F00', \
  $data126 using 1:2 notitle with lines linewidth 2.2 dashtype 1 linecolor rgb '#56B4E9', \
  $data127 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#56B4E9', \
  $data128 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#0072B2', \
  $data129 using 1:2 notitle with points pointtype 13 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#0072B2', \
  $data130 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#D55E00', \
  $data131 using 1:2 notitle with points pointtype 6 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#D55E00', \
  $data132 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#009E73', \
  $data133 using 1:2 notitle with points pointtype 8 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#009E73', \
  $data134 using 1:2 notitle with lines linewidth 2.2 dashtype 4 linecolor rgb '#CC79A7', \
  $data135 using 1:2 notitle with points pointtype 10 pointsize pointScale*1.3 linewidth 2 linecolor rgb '#CC79A7'
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
set tmargin at screen 0.3651925820256776
set bmargin at screen 0.05848787446504988
set title 'hard-train mixed in: own cost' offset 0,-0.4
set xlabel 'FLOPs (10^9)'
set ylabel 'pass@32 on hard-test (%)'
set xrange [-12.598092200448:667.698886623744]
set yrange [0.0:79.1853125]
$data136 << END_OF_DATA
0.0 0.0 0.0 0.0
21.346734071466667 0.0 0.0 0.0
42.693468142933334 0.0 0.0 0.0
64.0402022144 0.0 0.0 0.0
85.38693628586667 0.0 0.0 0.0
106.73367035733334 0.0 0.0 0.0
128.0804044288 1.25 0.0 4.21875
END_OF_DATA
$data137 << END_OF_DATA
128.0804044288 1.25 0.0 4.21875
END_OF_DATA
$data138 << END_OF_DATA
0.0 0.0 0.0 0.0
70.62067195733333 11.5625 7.187499999999999 16.5625
141.24134391466666 29.843750000000004 18.4375 40.3125
211.862015872 33.90625 21.40625 44.45703124999999
END_OF_DATA
$data139 << END_OF_DATA
211.862015872 33.90625 21.40625 44.45703124999999
END_OF_DATA
$data140 << END_OF_DATA
0.0 0.0 0.0 0.0
53.64129805653332 5.78125 3.75 8.050781249999996
107.28259611306665 7.5 3.75 11.40625
160.9238941696 7.03125 4.21875 9.925781249999996
END_OF_DATA
$data141 << END_OF_DATA
160.9238941696 7.03125 4.21875 9.925781249999996
END_OF_DATA
$data142 << END_OF_DATA
0.0 0.0 0.0 0.0
78.75015400106666 18.75 6.71875 31.25
157.50030800213332 26.25 12.804687500000004 39.375
236.2504620032 35.46875 24.917968750000004 44.30078124999999
END_OF_DATA
$data143 << END_OF_DATA
236.2504620032 35.46875 24.917968750000004 44.30078124999999
END_OF_DATA
$data144 << END_OF_DATA
0.0 0.0 0.0 0.0
74.0287420672 20.9375 9.53125 34.375
148.0574841344 26.5625 13.511718750000002 41.09375
222.0862262016 34.0625 18.898437500000004 49.30078125
END_OF_DATA
$data145 << END_OF_DATA
222.0862262016 34.0625 18.898437500000004 49.30078125
END_OF_DATA
$data146 << END_OF_DATA
0.0 0.0 0.0 0.0
61.330492586666665 4.84375 2.65625 7.5
122.66098517333333 9.84375 4.605468750000002 15.46875
183.99147776 10.9375 5.9296875000000036 17.96875
END_OF_DATA
$data147 << END_OF_DATA
183.99147776 10.9375 5.9296875000000036 17.96875
END_OF_DATA
$data148 << END_OF_DATA
0.0 0.0 0.0 0.0
49.4815105024 4.21875 1.5625 7.269531249999997
98.9630210048 4.375 2.4179687500000013 6.9570312499999964
148.44453150720003 5.625 3.125 8.59375
END_OF_DATA
$data149 << END_OF_DATA
148.44453150720003 5.625 3.125 8.59375
END_OF_DATA
$data150 << END_OF_DATA
0.0 0.15625 0.0 0.78125
60.56009048746667 6.71875 2.03125 13.214843749999988
121.12018097493333 6.09375 2.96875 9.53125
181.68027146240001 9.0625 4.21875 15.625
END_OF_DATA
$data151 << END_OF_DATA
181.68027146240001 9.0625 4.21875 15.625
END_OF_DATA
$data152 << END_OF_DATA
0.0 0.0 0.0 0.0
142.88967738879998 1.5625 0.3125 3.28125
285.77935477759996 2.34375 0.78125 4.21875
428.66903216640003 4.53125 2.65625 6.875000000000001
END_OF_DATA
$data153 << END_OF_DATA
428.66903216640003 4.53125 2.65625 6.875000000000001
END_OF_DATA
$data154 << END_OF_DATA
0.0 0.0 0.0 0.0
85.98423128746666 10.0 4.6875 17.03125
171.9684625749333 19.0625 7.3359375000000036 34.76953125
257.9526938624 28.749999999999996 14.828125000000005 44.30078124999999
END_OF_DATA
$data155 << END_OF_DATA
257.9526938624 28.749999999999996 14.828125000000005 44.30078124999999
END_OF_DATA
$data156 << END_OF_DATA
0.0 0.0 0.0 0.0
112.93781738666668 39.0625 25.699218750000004 52.5
225.87563477333336 59.53125 49.60546875 70.78906249999999
338.81345216 65.78125 57.26171875 73.36328125
END_OF_DATA
$data157 << END_OF_DATA
338.81345216 65.78125 57.26171875 73.36328125
END_OF_DATA
plot $data137 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data139 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data141 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data143 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data145 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data147 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data149 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data151 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data153 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data155 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data157 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data136 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data138 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data140 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data142 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data144 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data146 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data148 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data150 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data152 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data154 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data156 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7'
set lmargin at screen 0.54
set rmargin at screen 0.9400000000000001
set tmargin at screen 0.3651925820256776
set bmargin at screen 0.05848787446504988
set title 'hard-train mixed in: with the teacher''s loop' offset 0,-0.4
set xlabel 'FLOPs (10^12)'
unset ylabel
set xrange [-0.216805718597632:11.490703085674497]
set yrange [0.0:79.1853125]
$data158 << END_OF_DATA
0.0 0.0 0.0 0.0
0.02134673407146667 0.0 0.0 0.0
0.04269346814293334 0.0 0.0 0.0
0.0640402022144 0.0 0.0 0.0
0.08538693628586667 0.0 0.0 0.0
0.10673367035733335 0.0 0.0 0.0
0.1280804044288 1.25 0.0 4.21875
END_OF_DATA
$data159 << END_OF_DATA
0.1280804044288 1.25 0.0 4.21875
END_OF_DATA
$data160 << END_OF_DATA
7.216477550540801 0.0 0.0 0.0
7.287098222498133 11.5625 7.187499999999999 16.5625
7.357718894455468 29.843750000000004 18.4375 40.3125
7.4283395664128005 33.90625 21.40625 44.45703124999999
END_OF_DATA
$data161 << END_OF_DATA
7.4283395664128005 33.90625 21.40625 44.45703124999999
END_OF_DATA
$data162 << END_OF_DATA
0.0 0.0 0.0 0.0
0.053641298056533324 5.78125 3.75 8.050781249999996
0.10728259611306665 7.5 3.75 11.40625
0.1609238941696 7.03125 4.21875 9.925781249999996
END_OF_DATA
$data163 << END_OF_DATA
0.1609238941696 7.03125 4.21875 9.925781249999996
END_OF_DATA
$data164 << END_OF_DATA
10.6040354678784 0.0 0.0 0.0
10.682785621879466 18.75 6.71875 31.25
10.761535775880535 26.25 12.804687500000004 39.375
10.8402859298816 35.46875 24.917968750000004 44.30078124999999
END_OF_DATA
$data165 << END_OF_DATA
10.8402859298816 35.46875 24.917968750000004 44.30078124999999
END_OF_DATA
$data166 << END_OF_DATA
9.271312439808 0.0 0.0 0.0
9.3453411818752 20.9375 9.53125 34.375
9.4193699239424 26.5625 13.511718750000002 41.09375
9.4933986660096 34.0625 18.898437500000004 49.30078125
END_OF_DATA
$data167 << END_OF_DATA
9.4933986660096 34.0625 18.898437500000004 49.30078125
END_OF_DATA
$data168 << END_OF_DATA
1.0271550440704 0.0 0.0 0.0
1.0884855366570667 4.84375 2.65625 7.5
1.1498160292437334 9.84375 4.605468750000002 15.46875
1.2111465218304 10.9375 5.9296875000000036 17.96875
END_OF_DATA
$data169 << END_OF_DATA
1.2111465218304 10.9375 5.9296875000000036 17.96875
END_OF_DATA
$data170 << END_OF_DATA
1.0653801725696002 0.0 0.0 0.0
1.114861683072 4.21875 1.5625 7.269531249999997
1.1643431935744002 4.375 2.4179687500000013 6.9570312499999964
1.2138247040768 5.625 3.125 8.59375
END_OF_DATA
$data171 << END_OF_DATA
1.2138247040768 5.625 3.125 8.59375
END_OF_DATA
$data172 << END_OF_DATA
0.9042344481536001 0.15625 0.0 0.78125
0.9647945386410669 6.71875 2.03125 13.214843749999988
1.0253546291285331 6.09375 2.96875 9.53125
1.085914719616 9.0625 4.21875 15.625
END_OF_DATA
$data173 << END_OF_DATA
1.085914719616 9.0625 4.21875 15.625
END_OF_DATA
$data174 << END_OF_DATA
6.738927546572801 0.0 0.0 0.0
6.881817223961602 1.5625 0.3125 3.28125
7.0247069013504 2.34375 0.78125 4.21875
7.1675965787392 4.53125 2.65625 6.875000000000001
END_OF_DATA
$data175 << END_OF_DATA
7.1675965787392 4.53125 2.65625 6.875000000000001
END_OF_DATA
$data176 << END_OF_DATA
0.0 0.0 0.0 0.0
0.08598423128746666 10.0 4.6875 17.03125
0.1719684625749333 19.0625 7.3359375000000036 34.76953125
0.25795269386240005 28.749999999999996 14.828125000000005 44.30078124999999
END_OF_DATA
$data177 << END_OF_DATA
0.25795269386240005 28.749999999999996 14.828125000000005 44.30078124999999
END_OF_DATA
$data178 << END_OF_DATA
0.0 0.0 0.0 0.0
0.11293781738666668 39.0625 25.699218750000004 52.5
0.22587563477333336 59.53125 49.60546875 70.78906249999999
0.33881345216 65.78125 57.26171875 73.36328125
END_OF_DATA
$data179 << END_OF_DATA
0.33881345216 65.78125 57.26171875 73.36328125
END_OF_DATA
plot $data159 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55000000', \
  $data161 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data163 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data165 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data167 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data169 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55E69F00', \
  $data171 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#5556B4E9', \
  $data173 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#550072B2', \
  $data175 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55D55E00', \
  $data177 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55009E73', \
  $data179 using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 linecolor rgb '#55CC79A7', \
  $data158 using 1:2 notitle with linespoints pointtype 5 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 2 linecolor rgb '#000000', \
  $data160 using 1:2 notitle with linespoints pointtype 7 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#0072B2', \
  $data162 using 1:2 notitle with linespoints pointtype 9 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#D55E00', \
  $data164 using 1:2 notitle with linespoints pointtype 11 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#009E73', \
  $data166 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#CC79A7', \
  $data168 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#E69F00', \
  $data170 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 1 linecolor rgb '#56B4E9', \
  $data172 using 1:2 notitle with linespoints pointtype 13 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#0072B2', \
  $data174 using 1:2 notitle with linespoints pointtype 6 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#D55E00', \
  $data176 using 1:2 notitle with linespoints pointtype 8 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#009E73', \
  $data178 using 1:2 notitle with linespoints pointtype 10 pointsize pointScale*1.4 pointinterval 1 linewidth 2.4 dashtype 4 linecolor rgb '#CC79A7'
unset multiplot

set output
