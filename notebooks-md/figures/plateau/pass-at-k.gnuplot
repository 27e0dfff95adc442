set encoding utf8
curves_groups = 6
array curves_label[6]
curves_label[1] = 'Base'
curves_label[2] = 'Base-T'
curves_label[3] = 'Curated'
curves_label[4] = 'Hard-Only'
curves_label[5] = 'PQ'
curves_label[6] = 'PS'
$curves << END_OF_DATA
"arm"	"k"	"percent"
"Base"	1	0.0
"Base"	2	0.0
"Base"	3	0.0
"Base"	4	0.0
"Base"	5	0.0
"Base"	6	0.0
"Base"	7	0.0
"Base"	8	0.0
"Base"	9	0.0
"Base"	10	0.0
"Base"	11	0.0
"Base"	12	0.0
"Base"	13	0.0
"Base"	14	0.0
"Base"	15	0.0
"Base"	16	0.0
"Base"	17	0.0
"Base"	18	0.0
"Base"	19	0.0
"Base"	20	0.0
"Base"	21	0.0
"Base"	22	0.0
"Base"	23	0.0
"Base"	24	0.0
"Base"	25	0.0
"Base"	26	0.0
"Base"	27	0.0
"Base"	28	0.0
"Base"	29	0.0
"Base"	30	0.0
"Base"	31	0.0
"Base"	32	0.0


"arm"	"k"	"percent"
"Base-T"	1	1.4404296875
"Base-T"	2	2.5280367943548265
"Base-T"	3	3.369140625000011
"Base-T"	4	4.036342463848719
"Base-T"	5	4.579070215666226
"Base-T"	6	5.030954739724047
"Base-T"	7	5.414938930096835
"Base-T"	8	5.7467819478908115
"Base-T"	9	6.037439937270039
"Base-T"	10	6.294668788337676
"Base-T"	11	6.52409398879189
"Base-T"	12	6.729919170599031
"Base-T"	13	6.9153920573555405
"Base-T"	14	7.083108960494799
"Base-T"	15	7.235212698921645
"Base-T"	16	7.373520701979242
"Base-T"	17	7.499607734896618
"Base-T"	18	7.614859403317764
"Base-T"	19	7.720507073472193
"Base-T"	20	7.817651181941809
"Base-T"	21	7.907277478225449
"Base-T"	22	7.990269123735283
"Base-T"	23	8.067416487068957
"Base-T"	24	8.139425750834262
"Base-T"	25	8.206926967463845
"Base-T"	26	8.270481897048299
"Base-T"	27	8.33059177856349
"Base-T"	28	8.387705088987762
"Base-T"	29	8.44222530241936
"Base-T"	30	8.49451864919355
"Base-T"	31	8.544921875
"Base-T"	32	8.59375


"arm"	"k"	"percent"
"Curated"	1	31.0791015625
"Curated"	2	45.45740927419355
"Curated"	3	53.32173009072581
"Curated"	4	58.2338448971079
"Curated"	5	61.62718853661807
"Curated"	6	64.15443433207311
"Curated"	7	66.14451726767277
"Curated"	8	67.77769080138901
"Curated"	9	69.15992091796262
"Curated"	10	70.35735014927013
"Curated"	11	71.41345452549974
"Curated"	12	72.35811536985075
"Curated"	13	73.21266995570477
"Curated"	14	73.99285476372594
"Curated"	15	74.71059297029603
"Curated"	16	75.37512128005457
"Curated"	17	75.99372429886014
"Curated"	18	76.57222752495251
"Curated"	19	77.11533746105778
"Curated"	20	77.62688265975906
"Curated"	21	78.10998947036059
"Curated"	22	78.56721416838882
"Curated"	23	79.00064558243133
"Curated"	24	79.4119874706464
"Curated"	25	79.80262673150604
"Curated"	26	80.17369146108109
"Curated"	27	80.52610151532457
"Curated"	28	80.8606133551168
"Curated"	29	81.17786038306451
"Curated"	30	81.47838961693549
"Curated"	31	81.7626953125
"Curated"	32	82.03125


"arm"	"k"	"percent"
"Hard-Only"	1	0.0
"Hard-Only"	2	0.0
"Hard-Only"	3	0.0
"Hard-Only"	4	0.0
"Hard-Only"	5	0.0
"Hard-Only"	6	0.0
"Hard-Only"	7	0.0
"Hard-Only"	8	0.0
"Hard-Only"	9	0.0
"Hard-Only"	10	0.0
"Hard-Only"	11	0.0
"Hard-Only"	12	0.0
"Hard-Only"	13	0.0
"Hard-Only"	14	0.0
"Hard-Only"	15	0.0
"Hard-Only"	16	0.0
"Hard-Only"	17	0.0
"Hard-Only"	18	0.0
"Hard-Only"	19	0.0
"Hard-Only"	20	0.0
"Hard-Only"	21	0.0
"Hard-Only"	22	0.0
"Hard-Only"	23	0.0
"Hard-Only"	24	0.0
"Hard-Only"	25	0.0
"Hard-Only"	26	0.0
"Hard-Only"	27	0.0
"Hard-Only"	28	0.0
"Hard-Only"	29	0.0
"Hard-Only"	30	0.0
"Hard-Only"	31	0.0
"Hard-Only"	32	0.0


"arm"	"k"	"percent"
"PQ"	1	1.26953125
"PQ"	2	2.375252016129037
"PQ"	3	3.3557522681451624
"PQ"	4	4.238694035038925
"PQ"	5	5.043887895032184
"PQ"	6	5.785572862870114
"PQ"	7	6.474083505800598
"PQ"	8	7.117051353355574
"PQ"	9	7.720257027484234
"PQ"	10	8.288224209467842
"PQ"	11	8.824625851766665
"PQ"	12	9.332556279104098
"PQ"	13	9.814709412017052
"PQ"	14	10.273492758409086
"PQ"	15	10.711098583772616
"PQ"	16	11.12954737349069
"PQ"	17	11.530713977688567
"PQ"	18	11.916343365615578
"PQ"	19	12.288060442614956
"PQ"	20	12.647376670026379
"PQ"	21	12.995695086554504
"PQ"	22	13.334314603031139
"PQ"	23	13.664434006535032
"PQ"	24	13.987155867630696
"PQ"	25	14.303490423387089
"PQ"	26	14.614359456936265
"PQ"	27	14.920600177032018
"PQ"	28	15.222969097608452
"PQ"	29	15.522145917338715
"PQ"	30	15.81873739919355
"PQ"	31	16.11328125
"PQ"	32	16.40625


"arm"	"k"	"percent"
"PS"	1	2.685546875
"PS"	2	4.635521673387089
"PS"	3	6.144153225806437
"PS"	4	7.382660421301468
"PS"	5	8.450256764708808
"PS"	6	9.404521716976088
"PS"	7	10.279189797855281
"PS"	8	11.094410901714147
"PS"	9	11.86259082384985
"PS"	10	12.591684866216857
"PS"	11	13.287048433318615
"PS"	12	13.952481159693765
"PS"	13	14.590823942417463
"PS"	14	15.204308028763613
"PS"	15	15.794765040769454
"PS"	16	16.363757185259786
"PS"	17	16.91266015525902
"PS"	18	17.44271699040124
"PS"	19	17.955073566237477
"PS"	20	18.45080223757317
"PS"	21	18.930917799474944
"PS"	22	19.39638850414277
"PS"	23	19.848143960258547
"PS"	24	20.287081131813125
"PS"	25	20.71406923491379
"PS"	26	21.129954041196562
"PS"	27	21.535561896651036
"PS"	28	21.931703629032263
"PS"	29	22.319178427419352
"PS"	30	22.69877772177419
"PS"	31	23.0712890625
"PS"	32	23.4375
END_OF_DATA
reset
format = 'svg'
pointScale = 0.6
set terminal svg size 900,460 dynamic font 'DejaVu Sans,17' noenhanced background 'white'
set output 'pass-at-k.svg'
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set datafile separator tab
set datafile columnheaders
set linetype 1 pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2'
set linetype 2 pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set linetype 3 pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73'
set linetype 4 pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7'
set linetype 5 pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
set linetype 6 pointtype 8 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#56B4E9'
set linetype 7 pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 4 linecolor rgb '#0072B2'
set linetype 8 pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 4 linecolor rgb '#D55E00'
set xlabel 'k'
set ylabel 'pass@k, percent'
set logscale x 2
set xrange [1:32]
set yrange [0:*]
set key outside right top
plot for [i=1:curves_groups] $curves index i-1 using "k":"percent" \
  with linespoints linetype i title curves_label[i]
unset multiplot
set output
reset
format = 'png'
pointScale = 1.0
set terminal pngcairo size 900,460 font 'DejaVu Sans,16' noenhanced background 'white'
set output 'pass-at-k.png'
set termoption noenhanced
set datafile missing 'NaN'
set border 3 linewidth 1.2 linecolor rgb '#333333'
if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'
set tics nomirror out scale 0.6
set format '%g'
set style fill transparent solid 0.15 noborder
set datafile separator tab
set datafile columnheaders
set linetype 1 pointtype 7 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#0072B2'
set linetype 2 pointtype 9 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#D55E00'
set linetype 3 pointtype 11 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#009E73'
set linetype 4 pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#CC79A7'
set linetype 5 pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#E69F00'
set linetype 6 pointtype 8 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 1 linecolor rgb '#56B4E9'
set linetype 7 pointtype 13 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 4 linecolor rgb '#0072B2'
set linetype 8 pointtype 6 pointsize pointScale*1.2 pointinterval 1 linewidth 2.0 dashtype 4 linecolor rgb '#D55E00'
set xlabel 'k'
set ylabel 'pass@k, percent'
set logscale x 2
set xrange [1:32]
set yrange [0:*]
set key outside right top
plot for [i=1:curves_groups] $curves index i-1 using "k":"percent" \
  with linespoints linetype i title curves_label[i]
unset multiplot
set output
