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
"Base-T"	1	0.634765625
"Base-T"	2	1.244329637096775
"Base-T"	3	1.829794606854851
"Base-T"	4	2.3922413793103448
"Base-T"	5	2.9327290739710854
"Base-T"	6	3.452295084816459
"Base-T"	7	3.9519550802975534
"Base-T"	8	4.432703003337046
"Base-T"	9	4.895511071329251
"Base-T"	10	5.341329776140147
"Base-T"	11	5.7710878841073505
"Base-T"	12	6.185692436040036
"Base-T"	13	6.58602874721913
"Base-T"	14	6.9729604073971
"Base-T"	15	7.347329280798109
"Base-T"	16	7.709955506117916
"Base-T"	17	8.061637496523911
"Base-T"	18	8.403151939655174
"Base-T"	19	8.735253797622356
"Base-T"	20	9.058676307007774
"Base-T"	21	9.374130978865413
"Base-T"	22	9.682307598720797
"Base-T"	23	9.983874226571189
"Base-T"	24	10.279477196885423
"Base-T"	25	10.569741118604004
"Base-T"	26	10.855268875139036
"Base-T"	27	11.13664162437431
"Base-T"	28	11.414418798665181
"Base-T"	29	11.689138104838715
"Base-T"	30	11.96131552419355
"Base-T"	31	12.2314453125
"Base-T"	32	12.5


"arm"	"k"	"percent"
"Curated"	1	14.2333984375
"Curated"	2	20.920488911290324
"Curated"	3	25.114352318548395
"Curated"	4	28.209251598998875
"Curated"	5	30.693326010795708
"Curated"	6	32.784479241154195
"Curated"	7	34.600440887102735
"Curated"	8	36.212899482330805
"Curated"	9	37.66862048799771
"Curated"	10	38.999460812107145
"Curated"	11	40.22782897962466
"Curated"	12	41.36991825255618
"Curated"	13	42.43771747118951
"Curated"	14	43.44030537720845
"Curated"	15	44.384707513492636
"Curated"	16	45.276477602012186
"Curated"	17	46.12010036471579
"Curated"	18	46.91927545850112
"Curated"	19	47.677120246490375
"Curated"	20	48.39631590302531
"Curated"	21	49.07921317407169
"Curated"	22	49.7279089256938
"Curated"	23	50.3443012435024
"Curated"	24	50.93012862106994
"Curated"	25	51.48699728984247
"Curated"	26	52.01639973923848
"Curated"	27	52.519726779755274
"Curated"	28	52.998274993047836
"Curated"	29	53.45325100806452
"Curated"	30	53.88577368951613
"Curated"	31	54.296875
"Curated"	32	54.6875


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
"PQ"	1	1.1474609375
"PQ"	2	2.0870085685483875
"PQ"	3	2.8685735887096775
"PQ"	4	3.529920397664066
"PQ"	5	4.099444260984431
"PQ"	6	4.598388262366038
"PQ"	7	5.042584495964775
"PQ"	8	5.4438083506840425
"PQ"	9	5.810820950896289
"PQ"	10	6.150162695869799
"PQ"	11	6.4667502438297
"PQ"	12	6.764320082902097
"PQ"	13	7.045753893016771
"PQ"	14	7.313314109074486
"PQ"	15	7.568812331275543
"PQ"	16	7.813728384463692
"PQ"	17	8.04929380172984
"PQ"	18	8.276550201461774
"PQ"	19	8.496390350691597
"PQ"	20	8.70958757621587
"PQ"	21	8.916817519822596
"PQ"	22	9.11867496239861
"PQ"	23	9.315687497103253
"PQ"	24	9.508327153627484
"PQ"	25	9.697020609318985
"PQ"	26	9.882158320201452
"PQ"	27	10.064102723263947
"PQ"	28	10.243195564516128
"PQ"	29	10.41976436491936
"PQ"	30	10.59412802419355
"PQ"	31	10.7666015625
"PQ"	32	10.9375


"arm"	"k"	"percent"
"PS"	1	0.927734375
"PS"	2	1.6585811491935498
"PS"	3	2.2563319052419373
"PS"	4	2.762379206062293
"PS"	5	3.2035300259216637
"PS"	6	3.5972284984859715
"PS"	7	3.954984584530641
"PS"	8	4.284582213261645
"PS"	9	4.591473164627358
"PS"	10	4.879639313407802
"PS"	11	5.152115931071766
"PS"	12	5.411304509395631
"PS"	13	5.659158607440229
"PS"	14	5.897295459735108
"PS"	15	6.127065574357249
"PS"	16	6.349599278954187
"PS"	17	6.565840878615403
"PS"	18	6.77657611300726
"PS"	19	6.982455756478756
"PS"	20	7.184016673618832
"PS"	21	7.381700877132003
"PS"	22	7.575872786892834
"PS"	23	7.7668347498377805
"PS"	24	7.954840833951293
"PS"	25	8.140108898003962
"PS"	26	8.322830937042047
"PS"	27	8.503181703629037
"PS"	28	8.681325604838708
"PS"	29	8.857421875000004
"PS"	30	9.03162802419355
"PS"	31	9.2041015625
"PS"	32	9.375
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
