set encoding utf8
training_groups = 4
array training_label[4]
training_label[1] = 'Hard-Only'
training_label[2] = 'Base-T'
training_label[3] = 'Curated'
training_label[4] = 'PQ'
$training << END_OF_DATA
"arm"	"step"	"training_reward"
"Hard-Only"	1	0.08333333333333336
"Hard-Only"	2	0.08333333333333336
"Hard-Only"	3	0.08333333333333336
"Hard-Only"	4	0.08333333333333336
"Hard-Only"	5	0.08333333333333336
"Hard-Only"	6	0.08333333333333336
"Hard-Only"	7	0.08333333333333336
"Hard-Only"	8	0.08333333333333336
"Hard-Only"	9	0.08333333333333336
"Hard-Only"	10	0.08333333333333336
"Hard-Only"	11	0.08333333333333336
"Hard-Only"	12	0.08333333333333336
"Hard-Only"	13	0.08333333333333336
"Hard-Only"	14	0.08333333333333336
"Hard-Only"	15	0.08333333333333336
"Hard-Only"	16	0.08333333333333336
"Hard-Only"	17	0.08333333333333336
"Hard-Only"	18	0.08333333333333336
"Hard-Only"	19	0.08333333333333336
"Hard-Only"	20	0.08333333333333336
"Hard-Only"	21	0.08333333333333336
"Hard-Only"	22	0.08333333333333336
"Hard-Only"	23	0.08333333333333336
"Hard-Only"	24	0.08333333333333336
"Hard-Only"	25	0.08333333333333336
"Hard-Only"	26	0.08333333333333336
"Hard-Only"	27	0.08333333333333336
"Hard-Only"	28	0.08333333333333336
"Hard-Only"	29	0.08333333333333336
"Hard-Only"	30	0.08333333333333336
"Hard-Only"	31	0.08333333333333336
"Hard-Only"	32	0.08333333333333336
"Hard-Only"	33	0.08333333333333336
"Hard-Only"	34	0.08333333333333336
"Hard-Only"	35	0.08333333333333336
"Hard-Only"	36	0.08333333333333336
"Hard-Only"	37	0.08333333333333336
"Hard-Only"	38	0.08333333333333336
"Hard-Only"	39	0.08333333333333336
"Hard-Only"	40	0.08333333333333336
"Hard-Only"	41	0.08333333333333336
"Hard-Only"	42	0.08326822916666668
"Hard-Only"	43	0.08326822916666668
"Hard-Only"	44	0.08326822916666668
"Hard-Only"	45	0.08326822916666668
"Hard-Only"	46	0.08326822916666668
"Hard-Only"	47	0.08333333333333336
"Hard-Only"	48	0.08333333333333336
"Hard-Only"	49	0.08333333333333336
"Hard-Only"	50	0.08333333333333336
"Hard-Only"	51	0.08333333333333336
"Hard-Only"	52	0.08333333333333336
"Hard-Only"	53	0.08333333333333336
"Hard-Only"	54	0.08333333333333336
"Hard-Only"	55	0.08333333333333336
"Hard-Only"	56	0.08333333333333336
"Hard-Only"	57	0.08333333333333336
"Hard-Only"	58	0.08333333333333336
"Hard-Only"	59	0.08333333333333336
"Hard-Only"	60	0.08333333333333336
"Hard-Only"	61	0.08333333333333336
"Hard-Only"	62	0.08333333333333336
"Hard-Only"	63	0.08333333333333336
"Hard-Only"	64	0.08333333333333336
"Hard-Only"	65	0.08333333333333336
"Hard-Only"	66	0.08333333333333336
"Hard-Only"	67	0.08333333333333336
"Hard-Only"	68	0.08333333333333336
"Hard-Only"	69	0.08333333333333336
"Hard-Only"	70	0.08333333333333336
"Hard-Only"	71	0.08333333333333336
"Hard-Only"	72	0.08333333333333336
"Hard-Only"	73	0.08333333333333336
"Hard-Only"	74	0.08333333333333336
"Hard-Only"	75	0.08333333333333336
"Hard-Only"	76	0.08333333333333336
"Hard-Only"	77	0.08333333333333336
"Hard-Only"	78	0.08333333333333336
"Hard-Only"	79	0.08333333333333336
"Hard-Only"	80	0.08333333333333336
"Hard-Only"	81	0.08333333333333336
"Hard-Only"	82	0.08333333333333336
"Hard-Only"	83	0.08333333333333336
"Hard-Only"	84	0.08333333333333336
"Hard-Only"	85	0.08333333333333336
"Hard-Only"	86	0.08333333333333336
"Hard-Only"	87	0.08333333333333336
"Hard-Only"	88	0.08333333333333336
"Hard-Only"	89	0.08333333333333336
"Hard-Only"	90	0.08333333333333336
"Hard-Only"	91	0.08333333333333336
"Hard-Only"	92	0.08333333333333336
"Hard-Only"	93	0.08333333333333336
"Hard-Only"	94	0.08333333333333336
"Hard-Only"	95	0.08333333333333336
"Hard-Only"	96	0.08333333333333336
"Hard-Only"	97	0.08333333333333336
"Hard-Only"	98	0.08333333333333336
"Hard-Only"	99	0.08333333333333336
"Hard-Only"	100	0.08333333333333336
"Hard-Only"	101	0.08333333333333336
"Hard-Only"	102	0.08333333333333336
"Hard-Only"	103	0.08333333333333336
"Hard-Only"	104	0.08333333333333336
"Hard-Only"	105	0.08333333333333336
"Hard-Only"	106	0.08333333333333336
"Hard-Only"	107	0.08333333333333336
"Hard-Only"	108	0.08333333333333336
"Hard-Only"	109	0.08333333333333336
"Hard-Only"	110	0.08333333333333336
"Hard-Only"	111	0.08333333333333336
"Hard-Only"	112	0.08333333333333336
"Hard-Only"	113	0.08333333333333336
"Hard-Only"	114	0.08333333333333336
"Hard-Only"	115	0.08333333333333336
"Hard-Only"	116	0.08333333333333336
"Hard-Only"	117	0.08333333333333336
"Hard-Only"	118	0.08333333333333336
"Hard-Only"	119	0.08333333333333336
"Hard-Only"	120	0.08333333333333336


"arm"	"step"	"training_reward"
"Base-T"	1	0.6139322916666667
"Base-T"	2	0.7294921875
"Base-T"	3	0.7003038194444443
"Base-T"	4	0.6572265625
"Base-T"	5	0.6756510416666667
"Base-T"	6	0.6582031250000001
"Base-T"	7	0.6623697916666668
"Base-T"	8	0.7054687500000002
"Base-T"	9	0.7697916666666668
"Base-T"	10	0.7725260416666668
"Base-T"	11	0.8227864583333334
"Base-T"	12	0.8109375
"Base-T"	13	0.76171875
"Base-T"	14	0.71015625
"Base-T"	15	0.6630208333333333
"Base-T"	16	0.608984375
"Base-T"	17	0.5977864583333334
"Base-T"	18	0.6239583333333334
"Base-T"	19	0.7
"Base-T"	20	0.748046875
"Base-T"	21	0.78046875
"Base-T"	22	0.8037760416666666
"Base-T"	23	0.7984375
"Base-T"	24	0.7597656250000001
"Base-T"	25	0.7190104166666668
"Base-T"	26	0.6557291666666668
"Base-T"	27	0.6121093750000001
"Base-T"	28	0.6432291666666667
"Base-T"	29	0.5971354166666668
"Base-T"	30	0.6772135416666668
"Base-T"	31	0.7621093750000001
"Base-T"	32	0.7682291666666667
"Base-T"	33	0.7292968750000001
"Base-T"	34	0.7523437500000001
"Base-T"	35	0.732421875
"Base-T"	36	0.7009114583333333
"Base-T"	37	0.7134114583333334
"Base-T"	38	0.7536458333333333
"Base-T"	39	0.7779947916666667
"Base-T"	40	0.80234375
"Base-T"	41	0.8080729166666668
"Base-T"	42	0.8127604166666668
"Base-T"	43	0.7917968750000001
"Base-T"	44	0.8091145833333334
"Base-T"	45	0.7641927083333334
"Base-T"	46	0.7598958333333333
"Base-T"	47	0.7287760416666667
"Base-T"	48	0.6854166666666666
"Base-T"	49	0.680859375
"Base-T"	50	0.6803385416666667
"Base-T"	51	0.7196614583333334
"Base-T"	52	0.72578125
"Base-T"	53	0.7748697916666667
"Base-T"	54	0.7765625
"Base-T"	55	0.6932291666666666
"Base-T"	56	0.6678385416666666
"Base-T"	57	0.7022135416666666
"Base-T"	58	0.6923177083333333
"Base-T"	59	0.6798177083333333
"Base-T"	60	0.7712239583333333


"arm"	"step"	"training_reward"
"Curated"	1	0.09765624999999997
"Curated"	2	0.10123697916666664
"Curated"	3	0.15017361111111108
"Curated"	4	0.23909505208333331
"Curated"	5	0.2579427083333333
"Curated"	6	0.32890625
"Curated"	7	0.4299479166666667
"Curated"	8	0.4984375
"Curated"	9	0.5091145833333333
"Curated"	10	0.5542968749999999
"Curated"	11	0.5751302083333332
"Curated"	12	0.5692708333333332
"Curated"	13	0.5941406249999999
"Curated"	14	0.6032552083333333
"Curated"	15	0.6239583333333333
"Curated"	16	0.6756510416666666
"Curated"	17	0.6993489583333333
"Curated"	18	0.7205729166666666
"Curated"	19	0.7589843749999999
"Curated"	20	0.7483072916666667
"Curated"	21	0.7252604166666666
"Curated"	22	0.7494791666666666
"Curated"	23	0.7528645833333332
"Curated"	24	0.7776041666666667
"Curated"	25	0.8098958333333333
"Curated"	26	0.8501302083333332
"Curated"	27	0.7859375
"Curated"	28	0.7540364583333332
"Curated"	29	0.7471354166666665
"Curated"	30	0.7760416666666665
"Curated"	31	0.7600260416666665
"Curated"	32	0.7885416666666665
"Curated"	33	0.8376302083333332
"Curated"	34	0.8419270833333332
"Curated"	35	0.8417968749999998
"Curated"	36	0.8315104166666665
"Curated"	37	0.894661458333333
"Curated"	38	0.8856770833333331
"Curated"	39	0.8703124999999996
"Curated"	40	0.8787760416666662
"Curated"	41	0.8992187499999996
"Curated"	42	0.8572916666666662
"Curated"	43	0.8529947916666663
"Curated"	44	0.8385416666666663
"Curated"	45	0.8227864583333329
"Curated"	46	0.8298177083333329
"Curated"	47	0.8501302083333329
"Curated"	48	0.8674479166666662
"Curated"	49	0.8901041666666663
"Curated"	50	0.8787760416666662
"Curated"	51	0.874479166666666
"Curated"	52	0.891666666666666
"Curated"	53	0.8915364583333327
"Curated"	54	0.9042968749999993
"Curated"	55	0.9332031249999992
"Curated"	56	0.9289062499999993
"Curated"	57	0.9260416666666659
"Curated"	58	0.9216145833333325
"Curated"	59	0.9316406249999991
"Curated"	60	0.9140624999999991


"arm"	"step"	"training_reward"
"PQ"	1	0.5345052083333333
"PQ"	2	0.42708333333333326
"PQ"	3	0.4108072916666667
"PQ"	4	0.4208984375
"PQ"	5	0.4393229166666667
"PQ"	6	0.4221354166666667
"PQ"	7	0.4149739583333334
"PQ"	8	0.3975260416666667
"PQ"	9	0.4255208333333334
"PQ"	10	0.4572916666666667
"PQ"	11	0.4772135416666667
"PQ"	12	0.5101562500000001
"PQ"	13	0.5604166666666668
"PQ"	14	0.5347656250000001
"PQ"	15	0.5316406250000002
"PQ"	16	0.5571614583333335
"PQ"	17	0.5786458333333334
"PQ"	18	0.6111979166666667
"PQ"	19	0.611328125
"PQ"	20	0.5690104166666667
"PQ"	21	0.5536458333333334
"PQ"	22	0.6042968750000001
"PQ"	23	0.5579427083333334
"PQ"	24	0.6196614583333334
"PQ"	25	0.6653645833333334
"PQ"	26	0.6915364583333334
"PQ"	27	0.6695312500000001
"PQ"	28	0.6841145833333334
"PQ"	29	0.6611979166666666
"PQ"	30	0.6786458333333333
"PQ"	31	0.6575520833333333
"PQ"	32	0.6141927083333332
"PQ"	33	0.633984375
"PQ"	34	0.655859375
"PQ"	35	0.6625
"PQ"	36	0.6674479166666667
"PQ"	37	0.689453125
"PQ"	38	0.7032552083333333
"PQ"	39	0.6972656249999999
"PQ"	40	0.6744791666666666
"PQ"	41	0.67578125
"PQ"	42	0.6657552083333333
"PQ"	43	0.6658854166666667
"PQ"	44	0.694140625
"PQ"	45	0.7169270833333334
"PQ"	46	0.7143229166666668
"PQ"	47	0.7585937500000002
"PQ"	48	0.7858072916666669
"PQ"	49	0.7411458333333335
"PQ"	50	0.7307291666666669
"PQ"	51	0.7494791666666669
"PQ"	52	0.7809895833333336
"PQ"	53	0.8007812500000002
"PQ"	54	0.8182291666666668
"PQ"	55	0.8200520833333333
"PQ"	56	0.7535156250000001
"PQ"	57	0.720703125
"PQ"	58	0.675
"PQ"	59	0.6694010416666667
"PQ"	60	0.6734375
END_OF_DATA
reset
format = 'svg'
pointScale = 0.6
set terminal svg size 900,460 dynamic font 'DejaVu Sans,17' noenhanced background 'white'
set output 'training.svg'
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
set xlabel 'training step'
set ylabel 'mean reward of the rollouts'
set yrange [0:1]
set key outside right top
plot for [i=1:training_groups] $training index i-1 using "step":"training_reward" \
  with lines linetype i title training_label[i]
unset multiplot
set output
reset
format = 'png'
pointScale = 1.0
set terminal pngcairo size 900,460 font 'DejaVu Sans,16' noenhanced background 'white'
set output 'training.png'
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
set xlabel 'training step'
set ylabel 'mean reward of the rollouts'
set yrange [0:1]
set key outside right top
plot for [i=1:training_groups] $training index i-1 using "step":"training_reward" \
  with lines linetype i title training_label[i]
unset multiplot
set output
