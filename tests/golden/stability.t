#: The graph model: equilibria, why a state holds, how today leads there.
$ parley stability tests/golden/gmcr/elmira_9.yaml
Elmira groundwater contamination conflict (classic nine-state graph form):
stability
==========================================================================

9 states; 3 parties.

What would hold
---------------

Equilibria: 3 Nash, 3 SSEQ, 3 SEQ, 5 SMR, 5 GMR.

state  Nash  GMR  SMR  SEQ  SSEQ  outcome
-----  ----  ---  ---  ---  ----  ----------------------------------------------
    5  yes   yes  yes  yes  yes   s5 (Uniroyal: Delay; Local Government: Insist)
    8  yes   yes  yes  yes  yes   s8 (MoE: Modify; Uniroyal: Accept; Local
                                    Government: Insist)
    9  yes   yes  yes  yes  yes   s9 (Uniroyal: Abandon)
    1  -     yes  yes  -    -     s1 (Uniroyal: Delay)
    4  -     yes  yes  -    -     s4 (MoE: Modify; Uniroyal: Accept)

Note: A state is stable for a party if it has no improvement (Nash), or if each
one can be answered so that it is no better off: by any moves of the others
(GMR), with no way out of it (SMR), by moves that each gain their mover (SEQ),
both (SSEQ). An equilibrium is stable for all.
$ parley stability tests/golden/gmcr/elmira_9.yaml --state s1 --why "s1 local-government gmr" --top 1
Elmira groundwater contamination conflict (classic nine-state graph form):
stability
==========================================================================

9 states; 3 parties.

State 1
-------

s1 (Uniroyal: Delay).

stable for        Nash  GMR  SMR  SEQ  SSEQ
----------------  ----  ---  ---  ---  ----
MoE               yes   yes  yes  yes  yes
Uniroyal          yes   yes  yes  yes  yes
Local Government  -     yes  yes  -    -

Why state 1 is stable for Local Government (GMR)
------------------------------------------------

State 1: s1 (Uniroyal: Delay).

Local Government has 1 improvement, all answered:

- To state 5 (moving to s5): answered by MoE (moving to s6). That is state 6,
  which Local Government ranks no higher than state 1.

Note: Checked step by step against the moves and ranks.

What would hold
---------------

Equilibria: 3 Nash, 3 SSEQ, 3 SEQ, 5 SMR, 5 GMR.

state  Nash  GMR  SMR  SEQ  SSEQ  outcome
-----  ----  ---  ---  ---  ----  ----------------------------------------------
    5  yes   yes  yes  yes  yes   s5 (Uniroyal: Delay; Local Government: Insist)

Note: 4 more hold in some sense; --top N lists more, --only EXPR fewer.

Today, and what is proposed
---------------------------

Once it is in force, who could gain by moving alone, and is that answered?

-- The state asked about
State 1: an equilibrium in the sense of GMR, SMR.

- MoE has no improvement.
- Uniroyal has no improvement.
- Local Government would gain by moving to s5; but MoE (moving to s6) leaves it
  no better off, though not every step there gains its mover.

Note: A state is stable for a party if it has no improvement (Nash), or if each
one can be answered so that it is no better off: by any moves of the others
(GMR), with no way out of it (SMR), by moves that each gain their mover (SEQ),
both (SSEQ). An equilibrium is stable for all.
$ parley stability tests/golden/gmcr/elmira_9.yaml --why "s1 local-government seq" --top 1
Elmira groundwater contamination conflict (classic nine-state graph form):
stability
==========================================================================

9 states; 3 parties.

Why state 1 is not stable for Local Government (SEQ)
----------------------------------------------------

State 1: s1 (Uniroyal: Delay).

Local Government has 1 improvement; this one is not answered:

- To state 5 (moving to s5): nobody has an answer to that.

Note: Checked step by step against the moves and ranks.

What would hold
---------------

Equilibria: 3 Nash, 3 SSEQ, 3 SEQ, 5 SMR, 5 GMR.

state  Nash  GMR  SMR  SEQ  SSEQ  outcome
-----  ----  ---  ---  ---  ----  ----------------------------------------------
    5  yes   yes  yes  yes  yes   s5 (Uniroyal: Delay; Local Government: Insist)

Note: 4 more hold in some sense; --top N lists more, --only EXPR fewer.

Note: A state is stable for a party if it has no improvement (Nash), or if each
one can be answered so that it is no better off: by any moves of the others
(GMR), with no way out of it (SMR), by moves that each gain their mover (SEQ),
both (SSEQ). An equilibrium is stable for all.
$ parley stability tests/golden/gmcr/garrison_diversion.yaml --why "6 canadian-opposition gmr" --top 1
Garrison Diversion Unit (23 feasible states): stability
=======================================================

23 states; 4 parties.

Why state 6 is stable for Canadian Opposition (GMR)
---------------------------------------------------

State 6: ijc-suspend = n, ijc-lonetree = n, ijc-reduced = n, ijc-full = y,
canadian-opposition-treaty-challenge = y, us-opposition-legal-challenge = n,
us-support-appease = y, us-support-reduced = n, us-support-full = n.

Canadian Opposition has 1 improvement, all answered:

- To state 2 (canadian-opposition-treaty-challenge: y to n): answered by US
  Support (us-support-appease: y to n, us-support-reduced: n to y), then US
  Opposition (us-opposition-legal-challenge: n to y), then US Support
  (us-support-reduced: y to n, us-support-full: n to y). That is state 3, which
  Canadian Opposition ranks no higher than state 6.

Note: Checked step by step against the moves and ranks.

What would hold
---------------

Equilibria: 7 Nash, 7 SSEQ, 7 SEQ, 15 SMR, 15 GMR.

state  Nash  GMR  SMR  SEQ  SSEQ  outcome
-----  ----  ---  ---  ---  ----  ----------------------------------------------
    2  yes   yes  yes  yes  yes   ijc-suspend = n, ijc-lonetree = n, ijc-reduced
                                    = n, ijc-full = y,
                                    canadian-opposition-treaty-challenge = n,
                                    us-opposition-legal-challenge = n,
                                    us-support-appease = y, us-support-reduced =
                                    n, us-support-full = n

Note: 14 more hold in some sense; --top N lists more, --only EXPR fewer.

Note: A state is stable for a party if it has no improvement (Nash), or if each
one can be answered so that it is no better off: by any moves of the others
(GMR), with no way out of it (SMR), by moves that each gain their mover (SEQ),
both (SSEQ). An equilibrium is stable for all.
$ parley stability tests/golden/gmcr/syria_iraq_1975.yaml --only "iraq-attack = y"
Syria-Iraq Euphrates conflict 1975 (no third party): stability
==============================================================

6 states; 2 parties.

What would hold
---------------

Equilibria: 1 Nash, 1 SSEQ, 1 SEQ, 1 SMR, 2 GMR.

state  Nash  GMR  SMR  SEQ  SSEQ  outcome
-----  ----  ---  ---  ---  ----  ----------------------------------------------
    6  yes   yes  yes  yes  yes   iraq-attack = y, syria-escalate = y,
                                    syria-release-water = n

Note: A state is stable for a party if it has no improvement (Nash), or if each
one can be answered so that it is no better off: by any moves of the others
(GMR), with no way out of it (SMR), by moves that each gain their mover (SEQ),
both (SSEQ). An equilibrium is stable for all.
$ parley stability tests/golden/gmcr/elmira_9.yaml --why s1 uniroyal seq
parley: error: stability takes nothing after the case [option/operands]
      = one option takes all these words, in quotes: --why "s1 uniroyal seq"
[2]
$ parley help stability | grep -e --why -e --blocks
  --why "STATE PARTY CONCEPT" why a state is stable or not, in steps
  --blocks "A B, C"     parties of a block as one player
  and all gain; jumps between equilibria. `--blocks`: fixed blocks as players.
$ parley stability tests/golden/gmcr/elmira_9.yaml --why
parley: error: --why needs a value: "STATE PARTY CONCEPT"
[2]
$ parley stability tests/golden/gmcr/elmira_9.yaml --why "s1 uniroyal"
parley: error: --why: a state, a party and a concept are expected [option/value]
[2]
$ parley stability tests/golden/gmcr/elmira_9.yaml --why "s1 uniroyl seq"
parley: error: "uniroyl" is no party [stability/party]
      = did you mean "uniroyal"?
[2]
$ parley stability tests/golden/gmcr/elmira_9.yaml --why "s1 uniroyal simultaneous"
parley: error: "simultaneous" is none of nash, gmr, smr, seq, sseq [stability/concept]
[2]
$ parley stability tests/golden/gmcr/elmira_9.yaml --state s77
parley: error: "s77" is no state; there are 9, from 1 [stability/state]
[2]
$ parley stability tests/golden/gmcr/elmira_9.yaml --top none
parley: error: --top: "none" is no whole number from 1 [option/value]
[2]
$ parley stability cases/cairo-2014.yaml --why "2 israel seq"
parley: error: --why needs preferences of all parties; some are inferred here and differ from draw to draw [stability/inferred]
[1]
$ parley stability tests/golden/gmcr/syria_iraq_1975.yaml --make 2 --concept gmr --top 1
Syria-Iraq Euphrates conflict 1975 (no third party): stability
==============================================================

6 states; 2 parties.

What would make state 2 hold (GMR)
----------------------------------

State 2: iraq-attack = n, syria-escalate = n, syria-release-water = y.

With the changes below together it holds.

Of all combinations of strict rankings 0.4 make it an equilibrium.

-- Syria
Today the state is not stable for it. It would be under 0.5333 of its strict
rankings (384).

For each move that it has:

- syria-release-water: y to n (state 1): at least one of these must not be
  preferred: state 1; 4.
- syria-escalate: n to y, syria-release-water: y to n (state 3): at least one of
  these must not be preferred: state 3; 6.

The least change from today: Syria comes to rank state 6 below state 2; 1 pair
of states change places.

8 orders of its statements make it so; the nearest takes 1 swap of neighbours:
syria-release-water = n and syria-escalate = n and iraq-attack = n; iraq-attack
= n; syria-escalate = y; syria-release-water = n.

-- Iraq
Today the state is stable for it. It would be under 0.75 of its strict rankings
(540).

For each move that it has:

- iraq-attack: n to y (state 5): at least one of these must not be preferred:
  state 5; 4; 6.

What would hold
---------------

Equilibria: 1 Nash, 1 SSEQ, 1 SEQ, 1 SMR, 2 GMR.

state  Nash  GMR  SMR  SEQ  SSEQ  outcome
-----  ----  ---  ---  ---  ----  ----------------------------------------------
    6  yes   yes  yes  yes  yes   iraq-attack = y, syria-escalate = y,
                                    syria-release-water = n

Note: 1 more hold in some sense; --top N lists more, --only EXPR fewer.

Note: A state is stable for a party if it has no improvement (Nash), or if each
one can be answered so that it is no better off: by any moves of the others
(GMR), with no way out of it (SMR), by moves that each gain their mover (SEQ),
both (SSEQ). An equilibrium is stable for all.
$ parley stability tests/golden/gmcr/syria_iraq_1975.yaml --make 2 --concept smr --vary iraq --top 1
Syria-Iraq Euphrates conflict 1975 (no third party): stability
==============================================================

6 states; 2 parties.

What would make state 2 hold (SMR)
----------------------------------

State 2: iraq-attack = n, syria-escalate = n, syria-release-water = y.

It can't be brought about: Syria, whose wants stay as they are, has an
improvement there, and nothing that the others could want deters it.

Of all combinations of strict rankings 0.2639 make it an equilibrium.

-- Syria
Today the state is not stable for it. It would be under 0.4167 of its strict
rankings (300).

For each move that it has:

- syria-release-water: y to n (state 1): at least one of these must not be
  preferred: state 1; all of 4, 5, 6.
- syria-escalate: n to y, syria-release-water: y to n (state 3): at least one of
  these must not be preferred: state 3; all of 4, 5, 6.

-- Iraq
Today the state is stable for it. It would be under 0.6333 of its strict
rankings (456).

For each move that it has:

- iraq-attack: n to y (state 5): at least one of these must not be preferred:
  state 5; all of 1, 4; all of 3, 6.

What would hold
---------------

Equilibria: 1 Nash, 1 SSEQ, 1 SEQ, 1 SMR, 2 GMR.

state  Nash  GMR  SMR  SEQ  SSEQ  outcome
-----  ----  ---  ---  ---  ----  ----------------------------------------------
    6  yes   yes  yes  yes  yes   iraq-attack = y, syria-escalate = y,
                                    syria-release-water = n

Note: 1 more hold in some sense; --top N lists more, --only EXPR fewer.

Note: A state is stable for a party if it has no improvement (Nash), or if each
one can be answered so that it is no better off: by any moves of the others
(GMR), with no way out of it (SMR), by moves that each gain their mover (SEQ),
both (SSEQ). An equilibrium is stable for all.
$ parley stability tests/golden/gmcr/elmira_9.yaml --coalitions --blocks "moe uniroyal" --robust --unknown uniroyal --top 3
Elmira groundwater contamination conflict (classic nine-state graph form):
stability
==========================================================================

9 states; 3 parties.

What would hold
---------------

Equilibria: 3 Nash, 3 SSEQ, 3 SEQ, 5 SMR, 5 GMR.

state  Nash  GMR  SMR  SEQ  SSEQ  outcome
-----  ----  ---  ---  ---  ----  ----------------------------------------------
    5  yes   yes  yes  yes  yes   s5 (Uniroyal: Delay; Local Government: Insist)
    8  yes   yes  yes  yes  yes   s8 (MoE: Modify; Uniroyal: Accept; Local
                                    Government: Insist)
    9  yes   yes  yes  yes  yes   s9 (Uniroyal: Abandon)

Note: 2 more hold in some sense; --top N lists more, --only EXPR fewer.

Against coalitions
------------------

How many states hold against parties that move together and all gain.

coalition                          Nash  GMR  SMR  SEQ
---------------------------------  ----  ---  ---  ---
MoE + Uniroyal                        6    6    6    6
MoE + Local Government                7    9    9    8
Uniroyal + Local Government           7    7    7    7
MoE + Uniroyal + Local Government     7    7    7    7
any                                   2    4    4    2

- MoE + Uniroyal can bring state 5 to state 8, both SEQ equilibria, and all
  gain.

With fixed blocks
-----------------

Each block is one player; its members do not move alone.

block             Nash  GMR  SMR  SEQ  SSEQ
----------------  ----  ---  ---  ---  ----
MoE + Uniroyal       6    6    6    6     6
Local Government     5    9    9    6     6
all                  3    6    6    4     4

How robust that is
------------------

Exchanging two neighbours in one party's order can be done in 24 ways. Shown is
how many of them end each equilibrium, and one that does.

state  Nash  GMR  SMR  SEQ  SSEQ  for instance
-----  ----  ---  ---  ---  ----  -----------------------
    5     2    1    1    2     2  Uniroyal ranks 9 over 5
    8     0    0    0    0     0
    9     0    0    0    0     0

Some preferences are taken for unknown. Then these hold in any case, whoever
dares or fears what:

- certain, Nash: state 9.
- certain, GMR: state 9.
- certain, SMR: state 9.
- certain, SEQ: state 9.
- certain, SSEQ: state 9.

And these may hold (parties leave only for what they surely prefer, and anything
that may be worse deters):

- possible, Nash: state 5, 6, 7, 8, 9.
- possible, GMR: state 1, 2, 3, 4, 5, 6, 7, 8, 9.
- possible, SMR: state 1, 2, 3, 4, 5, 6, 7, 8, 9.
- possible, SEQ: state 1, 2, 3, 4, 5, 6, 7, 8, 9.
- possible, SSEQ: state 1, 2, 3, 4, 5, 6, 7, 8, 9.

Note: A state is stable for a party if it has no improvement (Nash), or if each
one can be answered so that it is no better off: by any moves of the others
(GMR), with no way out of it (SMR), by moves that each gain their mover (SEQ),
both (SSEQ). An equilibrium is stable for all.
$ parley stability tests/golden/gmcr/elmira_9.yaml --strong 5
parley: error: --strong needs worths of every party; "moe" has an order [stability/ordinal]
[1]
$ parley stability cases/cairo-2014.yaml --coalitions
parley: error: --coalitions needs preferences of all parties; some are inferred here and differ from draw to draw [stability/inferred]
[1]
$ parley stability cases/tamira-river.yaml --draws 1000000
parley: error: 540 states in 1000000 draws are too many to look at [stability/limit]
      = --draws 185184 fits
[3]
$ parley stability cases/cairo-2014.yaml --top 3 --only "fighting != active" --draws 400
parley: warning: the chains disagree: R-hat of the gain of israel from humanitarian-eased is 1.044, above 1.01; use more --draws [belief/not-mixed]
parley: warning: the draws are worth only 172 independent ones for the gain of israel from humanitarian-eased; use more --draws [belief/few-effective-draws]
parley: warning: the chains disagree: R-hat of the weight of fighting to israel is 1.014, above 1.01; use more --draws [belief/not-mixed]
parley: warning: the draws are worth only 366 independent ones for the face; use more --draws [belief/few-effective-draws]
parley: warning: the chains disagree: R-hat of the honour of israel to hamas is 1.020, above 1.01; use more --draws [belief/not-mixed]
parley: warning: the draws are worth only 272 independent ones for the honour of israel to hamas; use more --draws [belief/few-effective-draws]
Cairo, July 2014: stability
===========================

Note: What the authors knew: one news report, as of 24 July 2014; its authors
knew the outcome, so this is a demonstration and not evidence

37 states; 2 parties.

1 of 1 entries on who can move what is an assumption of the analyst.

What would hold most often
--------------------------

state  Nash  GMR   SMR   SEQ   SSEQ  outcome
-----  ----  ----  ----  ----  ----  -------------------------------------------
    2  0.29  0.47  0.47  0.30  0.30  fighting = paused; the rest as today
   20  0.29  0.47  0.47  0.29  0.29  fighting = ended; the rest as today
    6  0.09  0.23  0.23  0.09  0.09  fighting = paused, border-control = lift;
                                       the rest as today

Note: Shares of model draws; standard errors are at most 0.027.

Note: 33 more hold in some sense; --top N lists more, --only EXPR fewer.

Today, and what is proposed
---------------------------

Once it is in force, who could gain by moving alone, and is that answered?

-- Today
State 1 is an equilibrium in the sense of SEQ in 1.00 of model draws (GMR 1.00,
Nash 1.00). With no record at all SEQ is 1.00; without the analyst's assumptions
1.00.

- Israel has no improvement in any draw.
- Hamas has no improvement in any draw.

-- the Egyptian initiative
The same state: the Egyptian initiative without a lock; the Egyptian initiative
with a guarantee on the blockade.

State 20 is an equilibrium in the sense of SEQ in 0.29 ±0.03 of model draws (GMR
0.47 ±0.03, Nash 0.29 ±0.03). With no record at all SEQ is 0.04; without the
analyst's assumptions 0.02.

- Israel would stay in 0.47 ±0.03 of draws: it has no improvement in 0.43 ±0.03,
  and in the rest of these a credible answer. Its best improvement is most often
  fighting: ended to active (0.26 ±0.03).
- Hamas would stay in 0.69 ±0.02 of draws: it has no improvement in 0.69 ±0.02,
  and in the rest of these a credible answer. Its best improvement is most often
  fighting: ended to active (0.31 ±0.02).

-- the seven-day truce
The same state: the seven-day truce with talks guaranteed; the seven-day truce
with a guarantee on the blockade; the seven-day truce with a promised direction.

State 2 is an equilibrium in the sense of SEQ in 0.30 ±0.03 of model draws (GMR
0.47 ±0.03, Nash 0.29 ±0.03). With no record at all SEQ is 0.04; without the
analyst's assumptions 0.02.

- Israel would stay in 0.46 ±0.03 of draws: it has no improvement in 0.43 ±0.03,
  and in the rest of these a credible answer. Its best improvement is most often
  fighting: paused to active (0.23 ±0.03).
- Hamas would stay in 0.69 ±0.02 of draws: it has no improvement in 0.69 ±0.02,
  and in the rest of these a credible answer. Its best improvement is most often
  fighting: paused to active (0.31 ±0.02).

-- the seven-day truce with all conditions up front
State 19 is an equilibrium in the sense of SEQ in 0.01 of model draws (GMR 0.14
±0.02, Nash 0.01). With no record at all SEQ is 0.06; without the analyst's
assumptions 0.09.

- Israel would stay in 0.02 ±0.01 of draws: it has no improvement in 0.01, and
  in the rest of these a credible answer. Its best improvement is most often
  naval-blockade: lift to keep, border-control: lift to keep, detainees: release
  to hold (0.43 ±0.03).
- Hamas would stay in 0.90 ±0.02 of draws: it has no improvement in 0.90 ±0.02,
  and in the rest of these a credible answer. Its best improvement is most often
  fighting: paused to active, naval-blockade: lift to keep, border-control: lift
  to keep, detainees: release to hold (0.10 ±0.02).

-- the seven-day truce with the blockade eased
State 8 is an equilibrium in the sense of SEQ in 0.02 ±0.01 of model draws (GMR
0.26 ±0.02, Nash 0.00). With no record at all SEQ is 0.02; without the analyst's
assumptions 0.01.

- Israel would stay in 0.06 ±0.01 of draws: it has no improvement in 0.00, and
  in the rest of these a credible answer. Its best improvement is most often
  naval-blockade: ease to keep (0.43 ±0.03).
- Hamas would stay in 0.77 ±0.02 of draws: it has no improvement in 0.77 ±0.02,
  and in the rest of these a credible answer. Its best improvement is most often
  fighting: paused to active, naval-blockade: ease to keep (0.23 ±0.02).

-- the Egyptian initiative with the blockade eased
State 26 is an equilibrium in the sense of SEQ in 0.01 ±0.01 of model draws (GMR
0.30 ±0.02, Nash 0.00). With no record at all SEQ is 0.01; without the analyst's
assumptions <0.01.

- Israel would stay in 0.10 ±0.02 of draws: it has no improvement in 0.00, and
  in the rest of these a credible answer. Its best improvement is most often
  naval-blockade: ease to keep (0.43 ±0.03).
- Hamas would stay in 0.73 ±0.02 of draws: it has no improvement in 0.73 ±0.02,
  and in the rest of these a credible answer. Its best improvement is most often
  fighting: ended to active, naval-blockade: ease to keep (0.27 ±0.02).

Note: A low share is no reason to skip a pause: what a pause spares people is
not in these numbers.

Note: A state is stable for a party if it has no improvement (Nash), or if each
one can be answered so that it is no better off: by any moves of the others
(GMR), with no way out of it (SMR), by moves that each gain their mover (SEQ),
both (SSEQ). An equilibrium is stable for all.

Note: 400 model draws from 8 chains; worst R-hat 1.044 (gain of israel from
humanitarian-eased), worst effective sample size 172 (gain of israel from
humanitarian-eased). A share of model draws says how much of what the record
leaves open speaks for something; it is not the chance that it happens.
$ parley stability tests/golden/today.yaml
a lease: stability
==================

16 states; 2 parties.

1 issue can be changed by nobody alone: court. Change there takes the agreement
of all parties, so it is no move that the concepts below know of.

What would hold
---------------

Equilibria: 2 Nash, 4 SSEQ, 4 SEQ, 6 SMR, 10 GMR.

state  Nash  GMR  SMR  SEQ  SSEQ  outcome
-----  ----  ---  ---  ---  ----  ----------------------------------------------
   13  yes   yes  yes  yes  yes   rent = new, stay = y; the rest as today
   14  yes   yes  yes  yes  yes   rent = new, stay = y, court = y; the rest as
                                    today
    1  -     yes  yes  yes  yes   as today
    2  -     yes  yes  yes  yes   court = y; the rest as today
    3  -     yes  yes  -    -     repairs = y; the rest as today
    4  -     yes  yes  -    -     repairs = y, court = y; the rest as today
    5  -     yes  -    -    -     stay = y; the rest as today
    6  -     yes  -    -    -     stay = y, court = y; the rest as today
    7  -     yes  -    -    -     stay = y, repairs = y; the rest as today
    8  -     yes  -    -    -     stay = y, repairs = y, court = y; the rest as
                                    today

Today, and what is proposed
---------------------------

Once it is in force, who could gain by moving alone, and is that answered?

-- Today
State 1: an equilibrium in the sense of GMR, SMR, SEQ, SSEQ.

- Owner has no improvement.
- Tenant would gain by stay: n to y; but Owner (rent: old to new) leaves it no
  better off.

From today
----------

How today leads to the equilibria listed, nobody moving twice in succession; the
shortest way of each kind.

- State 13: by improvements alone: Tenant (stay: n to y), then Owner (rent: old
  to new).
- State 14: by no moves of single actors.
- State 1: where things stand.
- State 2: by no moves of single actors.
- State 3: not by improvements alone; by any moves: Tenant (repairs: n to y).
- State 4: by no moves of single actors.
- State 5: by improvements alone: Tenant (stay: n to y).
- State 6: by no moves of single actors.
- State 7: by improvements alone: Tenant (stay: n to y, repairs: n to y).
- State 8: by no moves of single actors.

Note: A state is stable for a party if it has no improvement (Nash), or if each
one can be answered so that it is no better off: by any moves of the others
(GMR), with no way out of it (SMR), by moves that each gain their mover (SEQ),
both (SSEQ). An equilibrium is stable for all.
$ parley stability tests/golden/gmcr/nk_us_2017_base.yaml --make 4 --top 1
US - North Korea 2017, base preferences: stability
==================================================

12 states; 2 parties.

What would make state 4 hold (SEQ)
----------------------------------

State 4: nk-abandon-nuclear-programme = n, nk-invade-south-korea = y,
us-withdraw-troops-normalise = n, us-nuclear-strike-on-nk = n.

With the changes below together it holds.

Note: Under this concept a party's condition depends on what the others want;
each is given for the others as they are today.

The least change of all together: 2 pairs of states change places: NK comes to
rank 4 over 1, 2 over 5.

-- US
Today the state is not stable for it. It would be under 0.3333 of its strict
rankings (159667200).

For each move that it has:

- us-nuclear-strike-on-nk: n to y (state 5): it must not prefer state 5.
- us-withdraw-troops-normalise: n to y (state 6): it must not prefer state 6.

The least change from today: US comes to rank state 5 below state 4; 1 pair of
states change places.

-- NK
Today the state is not stable for it. It would be under 0.25 of its strict
rankings (119750400).

For each move that it has:

- nk-invade-south-korea: y to n (state 1): it must not prefer state 1.
- nk-abandon-nuclear-programme: n to y, nk-invade-south-korea: y to n (state 7):
  it must not prefer state 7.
- nk-abandon-nuclear-programme: n to y (state 10): it must not prefer state 10.

The least change from today: NK comes to rank state 1 below state 4; 1 pair of
states change places.

What would hold
---------------

Equilibria: 2 Nash, 3 SSEQ, 3 SEQ, 5 SMR, 5 GMR.

state  Nash  GMR  SMR  SEQ  SSEQ  outcome
-----  ----  ---  ---  ---  ----  ----------------------------------------------
    1  yes   yes  yes  yes  yes   nk-abandon-nuclear-programme = n,
                                    nk-invade-south-korea = n,
                                    us-withdraw-troops-normalise = n,
                                    us-nuclear-strike-on-nk = n

Note: 4 more hold in some sense; --top N lists more, --only EXPR fewer.

Note: A state is stable for a party if it has no improvement (Nash), or if each
one can be answered so that it is no better off: by any moves of the others
(GMR), with no way out of it (SMR), by moves that each gain their mover (SEQ),
both (SSEQ). An equilibrium is stable for all.
