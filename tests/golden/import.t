#: Other tools' files as cases.
$ parley import tests/golden/gmcr/cuban_gmcrplus.gmcr
# Imported from a graph model of GMCR+.
parley: 1
case: "cuban_gmcrplus"
parties:
  us: {name: "US"}
  ussr: {name: "USSR"}
# The source lists them the other way round; so states keep their numbers.
issues:
  escalate: {options: [N, Y], by: [ussr]}
  withdraw: {options: [N, Y], by: [ussr]}
  blockade: {options: [N, Y], by: [us]}
  air-strike: {options: [N, Y], by: [us]}
rules:
  - not (withdraw = Y and escalate = Y)
moves:
  - {by: us, issue: air-strike, from: N, to: Y}
preferences:
  us:
    order:
      - withdraw = Y
      - escalate = N
      - (air-strike = N and withdraw = Y)
      - blockade = N and withdraw = Y
      - air-strike = Y and escalate = Y
      - blockade = Y and escalate = Y
      - (air-strike = Y and withdraw = N) or (blockade = Y and escalate = N) or (air-strike = Y and escalate = N) or (blockade = Y and withdraw = N)
      - air-strike = N and withdraw = N and escalate = N
      - blockade = N and withdraw = N and escalate = N
  ussr:
    order:
      - escalate = N
      - (air-strike = Y and escalate = Y) or (air-strike = N and escalate = N) or (air-strike = Y and escalate = N)
      - (blockade = Y and escalate = Y) or (blockade = N and escalate = N) or (blockade = Y and escalate = N)
      - air-strike = N and escalate = N
      - blockade = N and escalate = N
      - (blockade = Y and withdraw = Y) or (blockade = N and withdraw = N) or (air-strike = Y and withdraw = Y)
      - blockade = Y and withdraw = N and escalate = N
      - air-strike = Y and blockade = N and withdraw = Y and escalate = N
$ parley import tests/golden/gmcr/cuban_gmcrplus.gmcr | parley stability - --top 2
cuban_gmcrplus: stability
=========================

12 states; 2 parties.

What would hold
---------------

Equilibria: 1 Nash, 3 SSEQ, 3 SEQ, 7 SMR, 7 GMR.

state  Nash  GMR  SMR  SEQ  SSEQ  outcome
-----  ----  ---  ---  ---  ----  ----------------------------------------------
    6  yes   yes  yes  yes  yes   escalate = N, withdraw = Y, blockade = N,
                                    air-strike = Y
    5  -     yes  yes  yes  yes   escalate = N, withdraw = Y, blockade = N,
                                    air-strike = N

Note: 5 more hold in some sense; --top N lists more, --only EXPR fewer.

Note: A state is stable for a party if it has no improvement (Nash), or if each
one can be answered so that it is no better off: by any moves of the others
(GMR), with no way out of it (SMR), by moves that each gain their mover (SEQ),
both (SSEQ). An equilibrium is stable for all.
$ parley import tests/golden/import.t
parley: error: nothing here reads files like "tests/golden/import.t"; .gmcr and .csv are read [import/unknown]
[2]
$ parley import
parley: error: import takes one file or folder, or the files of a scenario: parley import MODEL.gmcr
[2]
$ parley import tests/domains/ferry-negmas
# Imported from a scenario of NegMAS.
parley: 1
case: ferry
parties:
  harbour: {name: harbour}
  line: {name: line}
issues:
  fare: {options: [low, mid, high]}
  crossings: {from: 4, to: 6, step: 1}
  crew on board: {options: [keep, share, cut]}
preferences:
  harbour:
    worth:
      fare: {low: 0.5, mid: 0.25, high: 0.125}
      crossings: {5: 0.15, 6: 0.3}
      crew on board: {keep: 0.2, share: 0.1}
    reserve: 0.325
  line:
    worth:
      fare: {mid: 0.3, high: 0.6}
      crossings: {4: 0.1, 5: 0.05}
      crew on board: {keep: 0.06, share: 0.18, cut: 0.3}
    reserve: 0.36
$ parley import --explain tests/domains/ferry-negmas/ferry.yml tests/domains/ferry-negmas/line.yml tests/domains/ferry-negmas/harbour.yml --semantics genius
tests/domains/ferry-negmas/harbour.yml:1:1: note: where the worst deal is better than the reserved value, NegMAS measures gains from the worst deal, GENIUS from the reserved value [import/semantics]
    1 | name: harbour
      | ^~~~~~~~~~~~~
tests/domains/ferry-negmas/line.yml:1:1: note: where the worst deal is better than the reserved value, NegMAS measures gains from the worst deal, GENIUS from the reserved value [import/semantics]
    1 | name: line
      | ^~~~~~~~~~
# Imported from a scenario of NegMAS.
parley: 1
case: ferry
parties:
  line: {name: line}
  harbour: {name: harbour}
issues:
  fare: {options: [low, mid, high]}
  crossings: {from: 4, to: 6, step: 1}
  crew on board: {options: [keep, share, cut]}
preferences:
  line:
    worth:
      fare: {mid: 0.3, high: 0.6}
      crossings: {4: 0.1, 5: 0.05}
      crew on board: {keep: 0.06, share: 0.18, cut: 0.3}
    reserve: 0.36
  harbour:
    worth:
      fare: {low: 0.5, mid: 0.25, high: 0.125}
      crossings: {5: 0.15, 6: 0.3}
      crew on board: {keep: 0.2, share: 0.1}
    reserve: 0.325
$ parley deals tests/domains/ferry-geniusweb
ferry: deals
============

27 outcomes keep the rules; 15 are at least as good as no deal for both parties.
The frontier (what nothing else dominates) has 10 points.

What bargaining theory would sign
---------------------------------

solution                      deal                          harbour   line  ties
----------------------------  ----------------------------  -------  -----  ----
nash, kalai-smorodinsky,      fare high, crossings 6, crew    0.625  0.660
  egalitarian                   on board keep
utilitarian                   fare high, crossings 6, crew    0.425  0.900
                                on board cut
no deal                                                       0.325  0.360

What could be traded
--------------------

- To harbour, crossings matters 0.8 times as much as fare; to line, 0.1667
  times. harbour could have its way on crossings (6) for giving way on fare
  (high): against the other way round harbour loses 0.075 and line gains 0.500.
- To harbour, crossings matters 1.5 times as much as crew on board; to line,
  0.4167 times. harbour could have its way on crossings (6) for giving way on
  crew on board (cut): against the other way round harbour gains 0.100 and line
  gains 0.140.
- To harbour, crew on board matters 0.5333 times as much as fare; to line, 0.4
  times. harbour could have its way on crew on board (keep) for giving way on
  fare (high): against the other way round harbour loses 0.175 and line gains
  0.360.

The frontier
------------

deal                                         harbour   line  outcomes
-------------------------------------------  -------  -----  --------
fare low, crossings 6, crew on board keep      1.000  0.060         1
fare low, crossings 6, crew on board share     0.900  0.180         1
fare low, crossings 6, crew on board cut       0.800  0.300         1
fare mid, crossings 6, crew on board keep      0.750  0.360         1
fare mid, crossings 6, crew on board share     0.650  0.480         1
fare high, crossings 4, crew on board cut      0.125  1.000         1
fare high, crossings 5, crew on board cut      0.275  0.950         1
fare high, crossings 6, crew on board keep     0.625  0.660         1
fare high, crossings 6, crew on board share    0.525  0.780         1
fare high, crossings 6, crew on board cut      0.425  0.900         1

The deal space
line
  1.000 │o
        │          o         B
        │       ·
        │                 ·         o
        │        ·    ·          ·
        │                   ·              A
        │               ·             ·
        │                         ·
        │                      ·            o
        │                         ·      ·
        │             +                     ·      o   o
        │                                ·         ·
        │                                                    o
        │                                       ·         ·
  0.060 │                                                           o
        └────────────────────────────────────────────────────────────
         0.125                     harbour                      1.000
  + no deal (0.325, 0.360)
  A nash, kalai-smorodinsky, egalitarian (0.625, 0.660)
  B utilitarian (0.425, 0.900)
  o frontier: what is better for one is worse for another
$ parley deals tests/domains/ferry-negolog/harbour.json tests/domains/ferry-negolog/line.json --format csv
"table","solution","deal","harbour","line","ties"
"solutions","nash, kalai-smorodinsky, egalitarian","fare high, crossings 6, crew on board keep",0.625,0.66,""
"solutions","utilitarian","fare high, crossings 6, crew on board cut",0.425,0.9,""
"solutions","no deal","",0.325,0.36,""

"table","deal","harbour","line","outcomes"
"frontier","fare low, crossings 6, crew on board keep",1,0.06,"1"
"frontier","fare low, crossings 6, crew on board share",0.9,0.18,"1"
"frontier","fare low, crossings 6, crew on board cut",0.8,0.3,"1"
"frontier","fare mid, crossings 6, crew on board keep",0.75,0.36,"1"
"frontier","fare mid, crossings 6, crew on board share",0.65,0.48,"1"
"frontier","fare high, crossings 4, crew on board cut",0.125,1,"1"
"frontier","fare high, crossings 5, crew on board cut",0.275,0.95,"1"
"frontier","fare high, crossings 6, crew on board keep",0.625,0.66,"1"
"frontier","fare high, crossings 6, crew on board share",0.525,0.78,"1"
"frontier","fare high, crossings 6, crew on board cut",0.425,0.9,"1"

"table","point","harbour","line","kind","note"
"deal-space","",0.7,0.16,"",""
"deal-space","",0.6,0.28,"",""
"deal-space","",0.5,0.4,"",""
"deal-space","",0.85,0.11,"",""
"deal-space","",0.75,0.23,"",""
"deal-space","",0.65,0.35,"",""
"deal-space","",1,0.06,"",""
"deal-space","",0.9,0.18,"",""
"deal-space","",0.8,0.3,"",""
"deal-space","",0.45,0.46,"",""
"deal-space","",0.35,0.58,"",""
"deal-space","",0.25,0.7,"",""
"deal-space","",0.6,0.41,"",""
"deal-space","",0.5,0.53,"",""
"deal-space","",0.4,0.65,"",""
"deal-space","",0.75,0.36,"",""
"deal-space","",0.65,0.48,"",""
"deal-space","",0.55,0.6,"",""
"deal-space","",0.325,0.76,"",""
"deal-space","",0.225,0.88,"",""
"deal-space","",0.125,1,"",""
"deal-space","",0.475,0.71,"",""
"deal-space","",0.375,0.83,"",""
"deal-space","",0.275,0.95,"",""
"deal-space","",0.625,0.66,"",""
"deal-space","",0.525,0.78,"",""
"deal-space","",0.425,0.9,"",""
"deal-space","",1,0.06,"frontier","1"
"deal-space","",0.9,0.18,"frontier","1"
"deal-space","",0.8,0.3,"frontier","1"
"deal-space","",0.75,0.36,"frontier","1"
"deal-space","",0.65,0.48,"frontier","1"
"deal-space","",0.125,1,"frontier","1"
"deal-space","",0.275,0.95,"frontier","1"
"deal-space","",0.625,0.66,"frontier","1"
"deal-space","",0.525,0.78,"frontier","1"
"deal-space","",0.425,0.9,"frontier","1"
"deal-space","no deal",0.325,0.36,"limit",""
"deal-space","nash, kalai-smorodinsky, egalitarian",0.625,0.66,"marked",""
"deal-space","utilitarian",0.425,0.9,"marked",""
$ parley import tests/domains/ferry-negmas/ferry.yml
parley: error: a scenario needs two profiles or more; here are 0 [import/few-profiles]
[1]
$ parley deals tests/domains/ferry-negmas --profiles 1
parley: error: --profiles takes a whole number from 2 to 1000 [option/value]
[2]
$ parley plans tests/domains/ferry-negmas --profiles 1
parley: error: there is no option --profiles
[2]
