#: Exact plans: one accepted by all, one refused for its name's sake.
$ parley plans tests/golden/face.yaml
golden: plans
=============

Preferences and model are exact: 1 of 2 proposals is accepted by all.

Most of the difference between "pause" and "truce-first" comes from this: if
talks fail (all is as before → it stays in force): -1.000. That is the analyst's
assumption on one side at least, not a report.

Who accepts now
---------------

proposal       A    B  all
-----------  ---  ---  ---
pause        yes  yes  yes
truce-first  yes   no   no
talks alone  yes  yes  yes

The row "talks alone" is no proposal: talks on everything, with nothing agreed
before them. It tells what the other rows owe to talks.

What it is worth, and who is in the way
---------------------------------------

Gain over no plan, who refuses, and the issue that party loses most on:
proposal          A       B  refuses most  because of
-----------  ------  ------  ------------  ----------
pause        +0.092  +0.077  nobody
truce-first  +0.374  -0.006  B             list
talks alone  +0.081  +0.074  nobody
no plan       0.000   0.000

No plan is worth 0.468 to A (things as they are: 0.300); 0.468 to B (things as
they are: 0.300). The gains decide acceptance at a hard threshold, and many are
small.

What happens when
-----------------

Phases and talks, in days from the start
pause
|=====                      0 days to 7 days: p (war: paused)
|=====                      0 days to 7 days: talks (on all issues; if they
                            fail, all is as before)
truce-first
|========================>  0 days to open: t (war: ended)
|====================       0 days to 30 days: talks (on gate and list; if they
                            fail, it stays in force)

Who would walk away
-------------------

Whether all comply from beginning to end, who would walk away most often, and
whether a phase that stays when talks fail would hold on its own (locked in):
proposal     all comply  weakest  locked in
-----------  ----------  -------  ---------
pause               yes  B                –
truce-first         yes  B               no
talks alone         yes  B                –

What the order of steps does to leverage
----------------------------------------

Whether talks could settle to everybody's gain, and the leverage that the plan
gives or takes:
proposal     can settle       A       B
-----------  ----------  ------  ------
pause               yes   0.000   0.000
truce-first         yes  +0.200  -0.150
talks alone         yes   0.000   0.000

Leverage is the worth of the settlement reached from the plan less that of the
deal that would come later without one. Where all is as before once talks fail,
a plan shifts little; where a phase stays whatever the talks bring, it shifts
leverage to whoever is content with it.

What the talks would end with
-----------------------------

proposal     settlement
-----------  --------------------------------
pause        war ended, gate open, list freed
truce-first  war ended, gate half, list freed
talks alone  war ended, gate open, list freed

From "pause" to "truce-first", one difference at a time
-------------------------------------------------------

difference                                       A     B   all  change  rests on
--------------------------------------------  ----  ----  ----  ------  --------
pause                                         1.00  1.00  1.00
how long it lasts: 7 days → open              1.00  1.00  1.00   0.000  assumed
if talks fail: all is as before → it stays    1.00  0.00  0.00  -1.000  assumed
  in force
what the talks are on: all issues → gate,     1.00  0.00  0.00   0.000  assumed
  list
how long they talk: 7 days → 30 days          1.00  0.00  0.00   0.000  assumed
who has rejected it in public: nobody → B     1.00  0.00  0.00   0.000  reported
terms on war: paused → ended                  1.00  0.00  0.00   0.000  assumed

Share of draws in which all accept
pause                      ██████████████████████████████ 1.00
how long it lasts                                       | 0.000 (assumed)
if talks fail                    ------------------------ -1.000 (assumed)
what the talks are on            |                        0.000 (assumed)
how long they talk               |                        0.000 (assumed)
who has rejected it in public
                                 |                        0.000 (reported)
terms on war                     |                        0.000 (assumed)
truce-first                ███████                        0.00

Note: Shares are those after each step, on the same draws. The steps add up; how
much falls to each depends on their order.

What this rests on
------------------

Note: A low share is no reason to skip a pause: what a pause spares people is
not in these numbers.
$ parley plans tests/golden/face.yaml truce-frist
parley: error: the case has no proposal "truce-frist" [option/unknown-proposal]
      = did you mean "truce-first"?
[2]
#: Cases that plans can't be made of.
$ printf 'parley: 1\ncase: t\nas-of: 2024-01-01\nparties: {a: {name: A}, b: {name: B}}\nissues: {x: {options: [l, r], now: l}, y: {options: [l, r], now: l}}\npreferences: {b: {order: ["x = l"]}}\n' | parley plans -
standard input:6:18: error: b is given only an order of outcomes; deals and plans need worths [case/ordinal-only]
    6 | preferences: {b: {order: ["x = l"]}}
      |                  ^~~~~~~~~~~~~~~~~~
      = give `worth:`, or leave the entry out to infer it from the record
[1]
$ printf 'parley: 1\ncase: t\nas-of: 2024-01-01\nparties: {a: {name: A}, b: {name: B}}\nissues: {x: {options: [l, r]}, y: {options: [l, r]}}\n' | parley plans -
standard input:5:10: error: plans need the status quo: `now:` on every issue [plan/no-now]
    5 | issues: {x: {options: [l, r]}, y: {options: [l, r]}}
      |          ^
[1]
$ printf 'parley: 1\ncase: t\nas-of: 2024-01-01\nparties: {a: {name: A}, b: {name: B}}\ngraph: {states: {s1: one, s2: two}, arcs: {a: [[s1, s2]]}}\n' | parley deals -
parley: error: the case has a graph instead of issues: there is nothing to make deals or plans of [plan/no-issues]
[1]
