#: GMCR+ models as cases.
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
$ parley import tests/golden/gmcr/cuban_gmcrplus.yaml
parley: error: nothing here reads files like "tests/golden/gmcr/cuban_gmcrplus.yaml"; .gmcr is read [import/unknown]
[2]
$ parley import
parley: error: import takes one file: parley import MODEL.gmcr
[2]
