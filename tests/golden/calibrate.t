#: Made-up truces; then a proposal with the coefficients found.
$ parley calibrate tests/golden/tables/truces.csv --figures "$TMPDIR/own.csv"
Durability, refitted
====================

147 truces with a known ending, 13 without were left out; the last 45 are the
hold-out.

Open-ended truces (69)
----------------------

Fitted to what came before, on 21 later truces its Brier score is 0.281 against
0.181 for their own base rate, its AUC 0.49.

term         coefficient
---------  -------------
intercept  +0.107 ±0.724
mediated   +0.534 ±0.506
prior      +0.162 ±2.214

said        n  mean said  came true   low  high
----------  -  ---------  ---------  ----  ----
0.3 to 0.4  7       0.40       0.86  0.55  0.97
0.4 to 0.5  7       0.40       0.71  0.41  0.90
0.6 to 0.7  7       0.65       0.71  0.41  0.90

All truces, pooled (147)
------------------------

Fitted to what came before, on 45 later truces its Brier score is 0.214 against
0.247 for their own base rate, its AUC 0.81.

term         coefficient
---------  -------------
intercept  +0.577 ±0.591
fixed      -1.995 ±0.400
mediated   +0.863 ±0.395
prior      -1.811 ±1.707

said         n  mean said  came true   low   high
----------  --  ---------  ---------  ----  -----
0.0 to 0.1   9       0.08       0.11  0.03   0.38
0.1 to 0.2   3       0.14       0.33  0.08   0.75
0.2 to 0.3  11       0.27       0.27  0.11   0.52
0.3 to 0.4  11       0.35       0.64  0.39   0.82
0.4 to 0.5   4       0.41       0.75  0.36   0.94
0.6 to 0.7   6       0.66       0.67  0.35   0.88
0.7 to 0.8   1       0.71       1.00  0.27  >0.99

Note: Coefficients are of all truces, with standard errors; they are
associations. Truces of one conflict are not independent, so the errors are too
small.
$ parley durability cases/cairo-2014.yaml egyptian-initiative --figures "$TMPDIR/own.csv" | sed -n '6,12p'

Of ceasefires in civil wars that were like "the Egyptian initiative", 0.34
[0.19, 0.52] of those with a known ending had not failed. They have no term to
hold for: how long is what the curve says. The share is that of a logit fitted
to 69 truces of the table given; on 21 it was tested on its AUC was 0.49 and its
Brier score 0.281 against 0.181 for the base rate.

$ parley calibrate tests/golden/tables/truces.csv --split never
parley: error: "never" is not a date; write 2014-07-24 [option/value]
[2]
$ parley calibrate tests/golden/tables/outcomes.csv
tests/golden/tables/outcomes.csv:1:1: error: there is no column "failed" [csv/missing-column]
    1 | id,outcome
      | ^~
tests/golden/tables/outcomes.csv:1:1: error: there is no column "date" [csv/missing-column]
    1 | id,outcome
      | ^~
tests/golden/tables/outcomes.csv:1:1: error: there is no column "conflict" [csv/missing-column]
    1 | id,outcome
      | ^~
tests/golden/tables/outcomes.csv:1:1: error: there is no column "fixed" [csv/missing-column]
    1 | id,outcome
      | ^~
[1]
