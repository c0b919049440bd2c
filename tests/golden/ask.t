#: Leaves at which no proposal is left that all would sign, as data too.
$ parley ask cases/cairo-2014.yaml --json | grep -c '"none-left": true'
2
#: What to ask next about Cairo.
$ parley ask cases/cairo-2014.yaml
What to ask next
================

Note: What the authors knew: one news report, as of 24 July 2014; its authors
knew the outcome, so this is a demonstration and not evidence

Of all proposals that stand, the analyst's variants with them, all accept "the
seven-day truce with talks guaranteed" most often: in 0.52 ±0.01 of model draws
(with no record at all 0.62, without the analyst 0.48). A question is worth what
its answer is expected to add to that share.

What to ask
-----------

- Ask Hamas: would you accept the seven-day truce with talks guaranteed? Worth
  +0.011 ±0.002 (chosen and measured on different draws: +0.011). Yes (in 0.55
  of draws): all accept "the seven-day truce with talks guaranteed" in 0.93. No
  (in 0.45 of draws): all accept "the seven-day truce with a guarantee on the
  blockade" in 0.02, "the seven-day truce with talks guaranteed" in 0.00. Route:
  United States → Qatar → Hamas [k6, r1 par. 11; r1 par. 11].
- Ask Hamas: would you accept the seven-day truce with a guarantee on the
  blockade? Worth +0.011 ±0.002 (chosen and measured on different draws:
  +0.011). Yes (in 0.54 of draws): all accept "the seven-day truce with a
  guarantee on the blockade" in 0.93, "the seven-day truce with talks
  guaranteed" in 0.91. No (in 0.46 of draws): all accept "the seven-day truce
  with talks guaranteed" in 0.05. Route: United States → Qatar → Hamas [k6, r1
  par. 11; r1 par. 11].
- Ask Israel: would you accept the seven-day truce with all conditions up front?
  Worth +0.004 ±0.002 (chosen and measured on different draws: +0.004). Yes (in
  0.35 of draws): all accept "the seven-day truce with all conditions up front"
  in 0.96, "the seven-day truce with talks guaranteed" in 0.95. No (in 0.65 of
  draws): all accept "the seven-day truce with talks guaranteed" in 0.28. Route:
  United States → Israel [analyst].
- Ask Israel: would you accept the seven-day truce? Worth +0.001 (chosen and
  measured on different draws: +0.001). Yes (in 0.74 of draws): all accept "the
  seven-day truce with talks guaranteed" in 0.70. No (in 0.26 of draws): all
  accept "the seven-day truce with a guarantee on the blockade" in <0.01, "the
  seven-day truce with talks guaranteed" in 0.00. Route: United States → Israel
  [analyst].
- Ask Israel: would you accept the Egyptian initiative without a lock? Worth
  +0.001 ±0.001 (chosen and measured on different draws: +0.001). Yes (in 0.69
  of draws): all accept "the seven-day truce with talks guaranteed" in 0.68. No
  (in 0.31 of draws): all accept "the seven-day truce with a guarantee on the
  blockade" in 0.14, "the seven-day truce with talks guaranteed" in 0.14. Route:
  United States → Israel [analyst].
- Ask Israel: on fighting, do you prefer paused to active? Worth +0.001 ±0.001
  (chosen and measured on different draws: 0.000). Yes (in 0.69 of draws): all
  accept "the seven-day truce with talks guaranteed" in 0.68. No (in 0.31 of
  draws): all accept "the seven-day truce with a guarantee on the blockade" in
  0.16, "the seven-day truce with talks guaranteed" in 0.15. Route: United
  States → Israel [analyst].

Questions, as `--answer ID=yes` takes them
id                                             worth  moves the best by  yes in
-------------------------------------  -------------  -----------------  ------
hamas/accept/humanitarian-assured      +0.011 ±0.002              0.462    0.55
hamas/accept/humanitarian-backed       +0.011 ±0.002              0.427    0.54
israel/accept/humanitarian-conditions  +0.004 ±0.002              0.302    0.35
israel/accept/humanitarian-truce       +0.001                     0.268    0.74
israel/accept/initiative-resume        +0.001 ±0.001              0.232    0.69
israel/prefer/fighting/paused/active   +0.001 ±0.001              0.224    0.69
israel/accept/humanitarian-backed      +0.001                     0.266    0.74
hamas/accept/initiative-backed          0.000 ±0.001              0.212    0.32
hamas/accept/humanitarian-truce         0.000                     0.422    0.51
israel/accept/humanitarian-eased        0.000                     0.364    0.53
hamas/accept/initiative-resume          0.000                     0.325    0.43
hamas/accept/humanitarian-eased         0.000                     0.318    0.64
hamas/accept/humanitarian-bounded       0.000                     0.291    0.37
israel/accept/initiative-down-payment   0.000                     0.273    0.48
israel/accept/initiative-backed         0.000                     0.218    0.68
israel/accept/egyptian-initiative       0.000                     0.218    0.68
israel/accept/humanitarian-bounded      0.000                     0.178    0.64
hamas/accept/egyptian-initiative        0.000                     0.173    0.24
hamas/accept/initiative-down-payment    0.000                     0.163    0.52
hamas/prefer/fighting/paused/active     0.000                     0.110    0.67

39 questions are open; 0 more are answered alike in every draw, and 13 by what
another one tells. Questions of equal worth are ordered by how far the answer is
expected to move the share of the best proposal.

Up to 3 questions in a row
--------------------------

- First: ask Hamas: would you accept the seven-day truce with talks guaranteed?
- After yes: ask Israel: would you accept the seven-day truce with all
  conditions up front?
- After yes, yes: ask Israel: would you accept the seven-day truce?
- After yes, yes, yes: go with "the seven-day truce with talks guaranteed". All
  accept it in 1.00 of these draws, which are 0.33 of all.
- After yes, yes, no: go with "the seven-day truce with all conditions up
  front". All accept it in 1.00 of these draws, which are <0.01 of all.
- After yes, no: ask Israel: would you accept the seven-day truce?
- After yes, no, yes: go with "the seven-day truce with talks guaranteed". All
  accept it in 1.00 of these draws, which are 0.18 of all.
- After yes, no, no: no proposal is left that all would sign. The least unlikely
  is "the seven-day truce with the blockade eased": all accept it in 0.01 of
  these draws, which are 0.04 of all.
- After no: ask Hamas: would you accept the seven-day truce with a guarantee on
  the blockade?
- After no, yes: go with "the seven-day truce with a guarantee on the blockade".
  All accept it in 0.98 of these draws, which are 0.01 of all.
- After no, no: ask Israel: would you accept the seven-day truce with all
  conditions up front?
- After no, no, yes: go with "the seven-day truce with all conditions up front".
  All accept it in 0.50 of these draws, which are 0.02 of all.
- After no, no, no: no proposal is left that all would sign. The least unlikely
  is "the Egyptian initiative with the blockade eased": all accept it in 0.01 of
  these draws, which are 0.42 of all.

Against asking none this is worth +0.024 on the draws it was chosen by, and
+0.023 when chosen on one half of the chains and measured on the other. Routes
are not counted in it, and it is put together from the 24 questions that are
worth most alone.

Note: An answer is taken as true, and a party as answering the way it would act.
Who asks, and how, may change the answer; a refusal to answer tells something
too, and none of it is in these numbers. Contact with a group that somebody has
designated may be regulated where you are; Parley gives no legal advice.

Note: 4000 model draws from 8 chains; worst R-hat 1.002 (gain of hamas from
initiative-resume), worst effective sample size 2428 (honour of israel to
hamas). A share of model draws says how much of what the record leaves open
speaks for something; it is not the chance that it happens.
#: As if one question had been answered.
$ parley ask cases/cairo-2014.yaml --answer hamas/accept/humanitarian-assured=yes --from qatar
What to ask next
================

Note: What the authors knew: one news report, as of 24 July 2014; its authors
knew the outcome, so this is a demonstration and not evidence

Of all proposals that stand, the analyst's variants with them, all accept "the
seven-day truce with talks guaranteed" most often: in 0.93 ±0.01 of model draws
(with no record at all 0.62, without the analyst 0.48). A question is worth what
its answer is expected to add to that share.

Taken as answered: hamas/accept/humanitarian-assured = yes. 2211 draws of 4000
agree.

What to ask
-----------

- Ask Israel: would you accept the seven-day truce? Worth +0.001 ±0.001 (chosen
  and measured on different draws: 0.000). Yes (in 0.93 of draws): all accept
  "the seven-day truce with talks guaranteed" in 1.00. No (in 0.07 of draws):
  all accept "the seven-day truce with the blockade eased" in 0.01, "the
  seven-day truce with talks guaranteed" in 0.00. Route: Qatar → United States →
  Israel [k6, r1 par. 11; analyst]. Every open route passes through United
  States.
- Ask Israel: would you accept the seven-day truce with a guarantee on the
  blockade? Worth 0.000 (chosen and measured on different draws: 0.000). Yes (in
  0.93 of draws): all accept "the seven-day truce with talks guaranteed" in
  1.00. No (in 0.07 of draws): all accept "the seven-day truce with all
  conditions up front" in 0.01, "the seven-day truce with talks guaranteed" in
  0.01. Route: Qatar → United States → Israel [k6, r1 par. 11; analyst]. Every
  open route passes through United States.
- Ask Israel: would you accept the Egyptian initiative without a lock? Worth
  0.000 (chosen and measured on different draws: 0.000). Yes (in 0.86 of draws):
  all accept "the seven-day truce with talks guaranteed" in 1.00. No (in 0.14 of
  draws): all accept "the seven-day truce with talks guaranteed" in 0.54. Route:
  Qatar → United States → Israel [k6, r1 par. 11; analyst]. Every open route
  passes through United States.
- Ask Israel: on fighting, do you prefer paused to active? Worth 0.000 (chosen
  and measured on different draws: 0.000). Yes (in 0.85 of draws): all accept
  "the seven-day truce with talks guaranteed" in 1.00. No (in 0.15 of draws):
  all accept "the seven-day truce with talks guaranteed" in 0.57. Route: Qatar →
  United States → Israel [k6, r1 par. 11; analyst]. Every open route passes
  through United States.
- Ask Israel: would you accept the Egyptian initiative with a guarantee on the
  blockade? Worth 0.000 (chosen and measured on different draws: 0.000). Yes (in
  0.84 of draws): all accept "the seven-day truce with talks guaranteed" in
  1.00. No (in 0.16 of draws): all accept "the seven-day truce with talks
  guaranteed" in 0.60. Route: Qatar → United States → Israel [k6, r1 par. 11;
  analyst]. Every open route passes through United States.
- Ask Israel: would you accept the Egyptian initiative? Worth 0.000 (chosen and
  measured on different draws: 0.000). Yes (in 0.83 of draws): all accept "the
  seven-day truce with talks guaranteed" in 1.00. No (in 0.17 of draws): all
  accept "the seven-day truce with talks guaranteed" in 0.60. Route: Qatar →
  United States → Israel [k6, r1 par. 11; analyst]. Every open route passes
  through United States.

Questions, as `--answer ID=yes` takes them
id                                              worth  moves the best by  yes in
--------------------------------------  -------------  -----------------  ------
israel/accept/humanitarian-truce        +0.001 ±0.001              0.123    0.93
israel/accept/humanitarian-backed        0.000                     0.123    0.93
israel/accept/initiative-resume          0.000                     0.113    0.86
israel/prefer/fighting/paused/active     0.000                     0.112    0.85
israel/accept/initiative-backed          0.000                     0.110    0.84
israel/accept/egyptian-initiative        0.000                     0.110    0.83
israel/accept/humanitarian-eased         0.000                     0.107    0.83
israel/accept/humanitarian-bounded       0.000                     0.100    0.76
israel/accept/initiative-down-payment    0.000                     0.092    0.70
israel/accept/humanitarian-conditions    0.000                     0.078    0.60
hamas/accept/initiative-backed           0.000                     0.041    0.55
hamas/accept/humanitarian-bounded        0.000                     0.029    0.66
hamas/matters/fighting/border-control    0.000                     0.027    0.44
hamas/accept/egyptian-initiative         0.000                     0.026    0.42
hamas/matters/fighting/naval-blockade    0.000                     0.026    0.45
hamas/matters/fighting/detainees         0.000                     0.024    0.47
hamas/prefer/fighting/paused/active      0.000                     0.022    0.79
hamas/accept/initiative-down-payment     0.000                     0.021    0.69
israel/prefer/naval-blockade/ease/keep   0.000                     0.014    0.21
hamas/accept/humanitarian-conditions     0.000                     0.012    0.97

38 questions are open; 1 more are answered alike in every draw, and 13 by what
another one tells. Questions of equal worth are ordered by how far the answer is
expected to move the share of the best proposal.

Up to 3 questions in a row
--------------------------

- First: ask Israel: would you accept the seven-day truce?
- After yes: go with "the seven-day truce with talks guaranteed". All accept it
  in 1.00 of these draws, which are 0.93 of all.
- After no: ask Israel: would you accept the seven-day truce?
- After no, yes: no draw comes here.
- After no, no: ask Israel: would you accept the seven-day truce with the
  blockade eased?
- After no, no, yes: go with "the seven-day truce with the blockade eased". All
  accept it in 1.00 of these draws, which are <0.01 of all.
- After no, no, no: no proposal is left that all would sign. The least unlikely
  is "the seven-day truce with all conditions up front": all accept it in 0.01
  of these draws, which are 0.07 of all.

Against asking none this is worth +0.001 on the draws it was chosen by, and
0.000 when chosen on one half of the chains and measured on the other. Routes
are not counted in it, and it is put together from the 24 questions that are
worth most alone.

Note: An answer is taken as true, and a party as answering the way it would act.
Who asks, and how, may change the answer; a refusal to answer tells something
too, and none of it is in these numbers. Contact with a group that somebody has
designated may be regulated where you are; Parley gives no legal advice.

Note: 4000 model draws from 8 chains; worst R-hat 1.002 (gain of hamas from
initiative-resume), worst effective sample size 2428 (honour of israel to
hamas). A share of model draws says how much of what the record leaves open
speaks for something; it is not the chance that it happens.
