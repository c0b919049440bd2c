#: Two forecasters; the fifth event has not been decided.
$ parley score tests/golden/tables/predictions.csv tests/golden/tables/outcomes.csv
tests/golden/tables/predictions.csv:10:1: warning: no outcome is given for "fifth" [score/no-outcome]
   10 | fifth,0.5,always half
      | ^~~~~
Predictions and what came true
==============================

desk: 4 predictions, of which 0.50 came true. Brier score 0.111 against 0.250
for always saying that rate (gain +0.139 ±0.066, too few to tell). Log score
0.371 against 0.693. AUC 1.00.

said        n  mean said  came true   low   high
----------  -  ---------  ---------  ----  -----
0.2 to 0.3  1       0.20       0.00  0.00   0.73
0.5 to 0.6  1       0.55       0.00  0.00   0.73
0.7 to 0.8  1       0.70       1.00  0.27  >0.99
0.9 to 1.0  1       0.90       1.00  0.27  >0.99

always half: 4 predictions, of which 0.50 came true. Brier score 0.250 against
0.250 for always saying that rate (gain 0.000, too few to tell). Log score 0.693
against 0.693. AUC 0.50.

said        n  mean said  came true   low  high
----------  -  ---------  ---------  ----  ----
0.5 to 0.6  4       0.50       0.50  0.18  0.82

Note: The base rate is that of these very outcomes, which nobody knew before:
beating it is a little harder than it was. Intervals are 90 %, errors standard
errors.
$ parley score tests/golden/tables/predictions.csv tests/golden/tables/none.csv
parley: error: can't read tests/golden/tables/none.csv: No such file or directory [file/unreadable]
[3]
$ parley score tests/golden/tables/predictions.csv
parley: error: score takes two tables: parley score PREDICTIONS.csv OUTCOMES.csv
[2]
