# The loop of the README's figure: gnuplot docs/figures/teacher-loop.gp, in the repository's folder.
set terminal pngcairo size 1600,560 font "Helvetica,17" background "white"
set output "docs/figures/teacher-loop.png"
unset border; unset tics; unset key
set margins 0, 0, 0, 0
set xrange [0:160]; set yrange [6:60]

ink = "#222222"; teacher = "#cfe2f3"; student = "#fce5cd"; hard = "#f4cccc"; plain = "#f3f3f3"
set style arrow 1 head filled size 1.6,20 linewidth 2.5 linecolor rgb ink

box(x, y, w, h, colour, n) = sprintf("set object %d rectangle from %g,%g to %g,%g fillcolor rgb '%s' fillstyle solid border rgb '%s' linewidth 2", n, x, y, x + w, y + h, colour, ink)
eval box(3, 36, 30, 17, teacher, 1)
eval box(44, 36, 34, 17, plain, 2)
eval box(88, 36, 34, 17, student, 3)
eval box(132, 36, 25, 17, hard, 4)

set label 1 "{/:Bold Teacher}\na copy of the model" at 18, 46.2 center
set label 2 "{/:Bold 12 datasets}\n16 questions with answers\neach, which nobody checks" at 61, 47.6 center
set label 3 "{/:Bold 12 students}\ncopies of the model,\na dataset each, 16 RL steps" at 105, 47.6 center
set label 4 "{/:Bold Hard problems}\nsolved in 0 of\n1024 samples" at 144.5, 47.6 center

set arrow 1 from 33, 44.5 to 43.5, 44.5 arrowstyle 1
set arrow 2 from 78, 44.5 to 87.5, 44.5 arrowstyle 1
set arrow 3 from 122, 44.5 to 131.5, 44.5 arrowstyle 1
set label 5 "writes" at 38.3, 46.8 center font ",15"
set label 6 "train" at 82.8, 46.8 center font ",15"
set label 7 "try" at 126.7, 46.8 center font ",15"

# The reward's way back, below.
set arrow 4 from 144.5, 36 to 144.5, 21 nohead linewidth 2.5 linecolor rgb "#b00020"
set arrow 5 from 144.5, 21 to 18, 21 nohead linewidth 2.5 linecolor rgb "#b00020"
set arrow 6 from 18, 21 to 18, 35.5 head filled size 1.6,20 linewidth 2.5 linecolor rgb "#b00020"
set label 8 "{/:Bold reward of a dataset}: what its student solves more of the hard problems than before" at 81, 24.2 center textcolor rgb "#b00020"
set label 9 "The teacher never sees a hard problem, and its questions are not graded: only its students' progress counts." at 81, 16 center font ",15"
set label 10 "When the reward lasts, a student is promoted: the next students are copies of it (SOAR); without promotions every student starts from the base model." at 81, 11 center font ",15"

plot NaN notitle
