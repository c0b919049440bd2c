#: What a party seems to want, from a record that changes its mind,
#: contradicts itself and says things that can't be judged.
$ parley belief tests/golden/belief.yaml
tests/golden/belief.yaml:27:21: warning: all options of "ferry" are named, so this says nothing [case/says-nothing]
   27 |      about: {ferry: [stays, moves]}}
      |                     ^~~~~~~~~~~~~~
tests/golden/belief.yaml:28:5: warning: statement "s5" says nothing here: it needs the value of no deal, and a party's preferences are only an order [belief/not-weighed]
   28 |   - {id: s5, date: 2031-05-04, by: mayor, for: east, source: paper par. 6, kind: offer, public: fals...
      |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
A harbour, two towns: what each party seems to want
===================================================

Note: 4000 model draws from 8 chains; worst R-hat 1.001 (weight of dredging to
east), worst effective sample size 2694 (weight of ferry to east). A share of
model draws says how much of what the record leaves open speaks for something;
it is not the chance that it happens.

What follows rests on 4 claims that stand and can be judged (a demand on several
issues is one claim an issue): 3 by a party's own speakers, 0 reported by
others, 1 assumed by the analyst.

East Quay
---------

Claims about it: 3 own, 0 reported, 1 assumed. On average over the draws
dredging weighs most (0.47) and ferry least (0.20); with no record every issue
would have 0.33.

Weights add up to 1. Shares are of model draws in which the option is best for
East Quay: with the record, without the analyst's assumptions, with no record.
Issue     Weight  Middle 90  Options    Most often  Share         Not  No record
                  %          by mean    best                  assumed
                             value
--------  ------  ---------  ---------  ----------  -----  ----------  ---------
dredging    0.47  0.10 to    none >     none         0.51        0.49       0.50
                  0.84       half >
                             full
tolls       0.33  0.02 to    free >     by-weight    0.39        0.37       0.33
                  0.78       by-weight
                             > flat
ferry       0.20  0.01 to    stays >    stays        0.51        0.50       0.50
                  0.53       moves

West Quay
---------

Its preferences are given as an order; there are no worths to weigh.

What was said, and how much of the model it fits
------------------------------------------------

Shares of draws that satisfy the statement, before the record is heard and
after. A statement that moves its own share little was expected anyway.
Statement     Says          Word     Credence  Prior draws  Draws
------------  ------------  -------  --------  -----------  -----  -------------
[s1, paper    East Quay     own          0.85         0.33   0.23  replaced by
  par. 2]       demands                                              s2
                tolls:
                flat
[s2, paper    East Quay     own          0.85         0.34   0.39
  par. 3]       demands
                tolls:
                by-weight
[s3, paper    East Quay     own          0.85         0.49   0.58
  par. 4]       prefers
                tolls:
                free over
                tolls:
                by-weight
[s4, paper    East Quay     own          0.85         1.00   1.00  carries no
  par. 5]       demands                                              information:
                ferry:                                               nearly
                stays or                                             every draw
                moves                                                satisfies
                                                                     it
[s5, paper    East Quay     own          0.85            –      –  can't be
  par. 6]       offers                                               judged here
                dredging:
                half
[a1,          East Quay     assumed      0.90         0.50   0.89
  analyst]      cares more
                for
                dredging
                than for
                ferry

Contradictions and changes of position
--------------------------------------

- East Quay demands tolls: by-weight on 2031-05-02 [s2, paper par. 3] and
  prefers tolls: free over tolls: by-weight on 2031-05-02 [s3, paper par. 4]: no
  draw satisfies both.
- East Quay demands tolls: flat on 2031-05-01 [s1, paper par. 2]; replaced on
  2031-05-02 [s2, paper par. 3].

What each statement carries
---------------------------

Each statement is left out in turn, with the face and the rejections that come
with it. Told are the shares of model draws, and the weights, that change most,
with it and without it.

- demands tolls: flat (Ida Ros) [s1, paper par. 2]: nothing moves by more than
  three standard errors and 0.01.
- demands tolls: by-weight (Ida Ros) [s2, paper par. 3]: tolls: flat is best for
  East Quay 0.23 to 0.74 (+0.512 ±0.003)
- prefers tolls: free over tolls: by-weight (Ida Ros) [s3, paper par. 4]: tolls:
  by-weight is best for East Quay 0.39 to 0.74 (+0.352 ±0.004)
- demands ferry: stays or moves (Ida Ros) [s4, paper par. 5]: nothing moves by
  more than three standard errors and 0.01.
- offers dredging: half (Ida Ros) [s5, paper par. 6]: nothing moves by more than
  three standard errors and 0.01.
- cares more for dredging than for ferry (assumed by the analyst) [a1, analyst]:
  mean weight of ferry to East Quay 0.20 to 0.34 (+0.140 ±0.005); mean weight of
  dredging to East Quay 0.47 to 0.33 (-0.139 ±0.004)

What is assumed of everyone, and what the record leaves of it
-------------------------------------------------------------

Parameter                  Range         Mean of draws  Middle 90 %  From
-------------------------  ------------  -------------  -----------  -----------
half-life                  fixed at 100                              [no source]
early-deal                 fixed at 100                              [no source]
talks-close                fixed at 0.3                              [no source]
guarantee                  fixed at 0.5                              [no source]
breach                     fixed at 0.1                              [no source]
face                       fixed at 0.2                              [no source]
rejected                   fixed at 0                                [no source]
collapse                   fixed at 0                                [no source]
honour: trust of East      fixed at 1                                [no source]
  Quay in West Quay

What this can't tell
--------------------

- Weights depend on how finely the analyst splits the issues: a matter written
  as two issues weighs twice as much before anybody has spoken.
- Acceptance is a hard threshold on gains that are often 0.01 to 0.03, so small
  changes of the gain move shares of draws a lot; read them with the mean gain
  beside them (the plans lens has both).
- A share of model draws compares what the model leaves possible. It is not the
  chance that a party wants, or would do, something.
- Credences that the case doesn't give are an assumption of Parley: 0.5 + (g -
  0.5) s, with g by the source's grade (A .95, B .85, C or none .75, D .65, E
  .55, F .60) and s by the speaker (leader 1, official 0.8, unnamed 0.6), times
  0.75 when the speaker is not of the party.
#: Leaving the assumption out leaves the weights even.
$ parley belief tests/golden/belief.yaml --without analyst 2>/dev/null | sed -n '/^East Quay$/,/^Weights/p'
East Quay
---------

Claims about it: 3 own, 0 reported, 0 assumed. The record hardly tells the
weights apart: all means are within 0.05 of 0.33, which no record at all would
give.

Weights add up to 1. Shares are of model draws in which the option is best for
#: Few draws are said to be few, and too many are refused.
$ parley belief tests/golden/belief.yaml --draws 64 2>&1 >/dev/null | grep -v ^tests | grep -o 'belief/[a-z-]*' | sort -u
belief/few-effective-draws
belief/not-mixed
$ parley belief cases/ferry-strike.yaml --draws 10000000
parley: error: the draws take more memory than is allowed [belief/draws-limit]
      = --draws 1454544 fits
[3]
#: Exact preferences are shown as they are given.
$ parley belief cases/ferry-strike.yaml --draws 800 2>/dev/null | sed -n '/^Its preferences/,/^island/p'
Its preferences are given in the case; nothing is inferred.

Issue        Spread of worths  Options, best first
-----------  ----------------  ----------------------------------
work                     0.48  normal > go-slow > strike
wage                    0.168  0 > 1 > 2 > 3 > 4 > 5 > 6 > 7 > 8
roster                  0.115  ten-five > eight-six > seven-seven
night-crew              0.055  three > four
island-line             0.012  suspended > daily
