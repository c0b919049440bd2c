#: The smallest changes to Cairo's seven-day truce.
$ parley unlock cases/cairo-2014.yaml humanitarian-truce --changes 2
What would unlock the seven-day truce
=====================================

Note: What the authors knew: one news report, as of 24 July 2014; its authors
knew the outcome, so this is a demonstration and not evidence

As it stands, all accept "the seven-day truce" in 0.47 ±0.01 of model draws
(Israel 0.76 ±0.01, Hamas 0.51 ±0.01).

What would change it
--------------------

- Set 1, cost 1: Washington guarantees that serious talks follow [analyst]. All
  accept in 0.51 ±0.01 of model draws (+0.043 ±0.003). Accepting more often:
  Hamas (+0.043 ±0.003). The least mean gain is that of Israel, +0.017 ±0.001.
  All would comply in 0.98 (+0.001).
- Set 2, cost 1: United States guarantees what is settled on naval-blockade. All
  accept in 0.50 ±0.01 of model draws (+0.026 ±0.003). Accepting more often:
  Hamas (+0.026 ±0.003). The least mean gain is that of Hamas, +0.018 ±0.001.
  All would comply in 0.98, as before.
- Set 3, cost 1: humanitarian truce lasts 14 days instead of 7 days. All accept
  in 0.46 ±0.01 of model draws (-0.014 ±0.002). It is here for its least gain
  alone. Accepting less often: Israel (-0.001 ±0.001), Hamas (-0.013 ±0.002).
  The least mean gain is that of Hamas, +0.021 ±0.001. All would comply in 0.96
  (-0.023 ±0.002).
- Set 4, cost 2: Washington guarantees that serious talks follow [analyst]; and
  United States guarantees what is settled on naval-blockade. All accept in 0.53
  ±0.01 of model draws (+0.057 ±0.004). Accepting more often: Hamas (+0.058
  ±0.004). The least mean gain is that of Israel, +0.018 ±0.001. All would
  comply in 0.98 (+0.001 ±0.001).
- Set 5, cost 2: United States guarantees the talks to Israel; and Washington
  guarantees that serious talks follow [analyst]. All accept in 0.52 ±0.01 of
  model draws (+0.046 ±0.003). Accepting more often: Israel (+0.003 ±0.001),
  Hamas (+0.043 ±0.003). The least mean gain is that of Israel, +0.035 ±0.001.
  All would comply in 0.98 (+0.001).
- Set 6, cost 3: United States guarantees what is settled on naval-blockade; and
  Washington and London guarantee it together [analyst]. All accept in 0.53
  ±0.01 of model draws (+0.061 ±0.004). Accepting more often: Hamas (+0.062
  ±0.004). The least mean gain is that of Israel, +0.018 ±0.001. All would
  comply in 0.98 (+0.001 ±0.001).
- Set 7, cost 3: United States guarantees the talks to Israel; and Washington
  and London guarantee it together [analyst]. All accept in 0.52 ±0.01 of model
  draws (+0.053 ±0.004). Accepting more often: Israel (+0.003 ±0.001), Hamas
  (+0.051 ±0.004). The least mean gain is that of Israel, +0.035 ±0.001. All
  would comply in 0.98 (+0.001).

Accepted by all, in shares of fresh model draws
              cost         all     least gain  all comply  no record  no analyst
------------  ----  ----------  -------------  ----------  ---------  ----------
as it stands     0  0.47 ±0.01  +0.015 ±0.001        0.98       0.61        0.43
set 1            1  0.51 ±0.01  +0.017 ±0.001        0.98       0.62        0.48
set 2            1  0.50 ±0.01  +0.018 ±0.001        0.98       0.61        0.46
set 3            1  0.46 ±0.01  +0.021 ±0.001        0.96       0.60        0.41
set 4            2  0.53 ±0.01  +0.018 ±0.001        0.98       0.62        0.50
set 5            2  0.52 ±0.01  +0.035 ±0.001        0.98       0.63        0.49
set 6            3  0.53 ±0.01  +0.018 ±0.001        0.98       0.62        0.50
set 7            3  0.52 ±0.01  +0.035 ±0.001        0.98       0.63        0.50

Accepted by whom, in shares of fresh model draws
              cost      Israel       Hamas
------------  ----  ----------  ----------
as it stands     0  0.76 ±0.01  0.51 ±0.01
set 1            1  0.76 ±0.01  0.56 ±0.01
set 2            1  0.75 ±0.01  0.54 ±0.01
set 3            1  0.75 ±0.01  0.50 ±0.01
set 4            2  0.75 ±0.01  0.57 ±0.01
set 5            2  0.76 ±0.01  0.56 ±0.01
set 6            3  0.75 ±0.01  0.57 ±0.01
set 7            3  0.76 ±0.01  0.56 ±0.01

Listed is what no cheaper set matches in share and least gain. 0 more sets were
on that front and differ from a cheaper one by less than two standard errors.
Changes with a source are levers of the case or trades on record; the others are
generated: nobody has proposed them, and what they would cost is assumed.

Whom to ask to carry it
-----------------------

- Ask Qatar to approach Hamas: influence is on record [r1 par. 11] (asked to
  help persuade; a request and no proof); open route United States → Qatar. If
  Hamas said yes, all would accept in at most 0.76 of model draws.
- Ask Turkey to approach Hamas: influence is on record [r1 par. 11] (asked to
  help persuade; a request and no proof); open route United States → Turkey. If
  Hamas said yes, all would accept in at most 0.76 of model draws.

Note: The model knows nothing of persuasion: asking costs one and changes no
number above. The share is what is left when the party's own answer is set
aside.

How it was found
----------------

40 single changes; all sets of up to 2 of them were tried, exactly on the draws
of the search: 821 sets, of which 5.5 % touch a field twice, 8.8 % break a rule
and 42.9 % are a plan seen before; 2.9 % of the draws of the others were spared,
since they could not matter.

Note: Costs are one a change unless the case says otherwise. A change is worth
what the model makes of it: it knows nothing of how it is put, or by whom. A low
share is no reason to skip a pause: what a pause saves is not in these numbers.

Note: 4000 model draws from 8 chains; worst R-hat 1.003 (gain of israel from
humanitarian-eased), worst effective sample size 2375 (honour of israel to
hamas). A share of model draws says how much of what the record leaves open
speaks for something; it is not the chance that it happens.
#: Three parties: the tables fit the page, and one set is no "sets".
$ parley unlock cases/tamira-river.yaml two-summers --changes 1 --draws 1000 2>/dev/null | sed -n '/^Accepted/,/^Listed/p'
Accepted by all, in shares of fresh model draws
              cost         all     least gain  all comply  no record  no analyst
------------  ----  ----------  -------------  ----------  ---------  ----------
as it stands     0  0.41 ±0.02  +0.018 ±0.004  0.44 ±0.02       0.24        0.31
set 1            1  0.50 ±0.02  +0.014 ±0.002  0.56 ±0.02       0.32        0.38
set 2            1  0.48 ±0.02  +0.045 ±0.004  0.51 ±0.02       0.24        0.36
set 3            1  0.47 ±0.02  +0.051 ±0.005  0.49 ±0.02       0.25        0.35
set 4            1  0.48 ±0.02  +0.053 ±0.004  0.49 ±0.02       0.25        0.36

Accepted by whom, in shares of fresh model draws
              cost      Upland     Midland       Delta
------------  ----  ----------  ----------  ----------
as it stands     0  0.67 ±0.02  0.58 ±0.02  0.79 ±0.02
set 1            1  0.72 ±0.02  0.62 ±0.02  0.82 ±0.01
set 2            1  0.74 ±0.02  0.67 ±0.02  0.73 ±0.02
set 3            1  0.73 ±0.02  0.72 ±0.02  0.70 ±0.02
set 4            1  0.71 ±0.02  0.71 ±0.02  0.71 ±0.02

Listed is what no cheaper set matches in share and least gain. 0 more sets were
$ parley unlock cases/cairo-2014.yaml egyptian-initiative --changes 1 --draws 1000 2>/dev/null | grep -A1 '1 more set'
Listed is what no cheaper set matches in share and least gain. 1 more set was on
that front and differs from a cheaper one by less than two standard errors.
#: A set that takes from a pause what it pauses is another plan.
$ parley unlock cases/two-shores.yaml short-truce --draws 800 2>&1 | grep -B3 'old name'
- Set 4, cost 2: ferries is running when truce starts; the rest is left to the
  talks; and fire is left to the talks instead of being settled. All accept in
  0.52 ±0.02 of model draws (+0.201 ±0.017). Nothing of what "truce" brings is
  left: this is another plan under the old name. Accepting more often: North
--
  talks; fire is left to the talks instead of being settled; and truce lasts 14
  days instead of 3 days. All accept in 0.52 ±0.02 of model draws (+0.195
  ±0.017). Nothing of what "truce" brings is left: this is another plan under
  the old name. Accepting more often: North Shore (+0.102 ±0.022), South Shore
