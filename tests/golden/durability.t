#: A fixed term, an open end, and what is no truce.
$ parley durability cases/cairo-2014.yaml humanitarian-truce
Cairo, July 2014: how long truces like the seven-day truce held
===============================================================

Note: What the authors knew: one news report, as of 24 July 2014; its authors
knew the outcome, so this is a demonstration and not evidence

Of ceasefires in civil wars that were like "the seven-day truce", 0.87 [0.81,
0.98] held for their term, here 7 days. The share is that of a logit fitted to
851 truces; on 363 it was tested on its AUC was 0.81 and its Brier score 0.119
against 0.156 for the base rate.

Note: The interval spans the error of the estimate, what was seen where the
logit said the same about truces it did not know, and every setting of the facts
that are not known. "Failed" is broken, or never in effect; a truce that another
one superseded held.

Over time
---------

share of truces like this still holding
1 day                                     ├─●─┤ 0.94 (0.90 to 0.99)
3 days                                  ├─●──┤  0.91 (0.86 to 0.98)
7 days                                 ├─●───┤  0.87 (0.81 to 0.98)
       0.00                                1.00

What makes a truce one like this
--------------------------------

fact                    taken as  from                     held, where otherwise
----------------------  --------  -----------------------  ---------------------
has a fixed term        yes       the proposal                                 –
jointly written         no        not known: both spanned                   0.95
has disarmament or      no        nothing said                              0.94
  reintegration
part of a peace         no        the proposal                              0.91
  process
mediated                yes       the case                                  0.91
between two sides       yes       the proposal                              0.89
earlier failures here   0.20      nothing said                              0.77

Plain failure rates
-------------------

truces                                 failed    low   high     n
-------------------------------------  ------  -----  -----  ----
all with a known ending                 0.201  0.183  0.221  1214
fixed-term                              0.074  0.060  0.090   833
humanitarian truces                     0.173      –      –     –
cessations of hostilities (next kind)   0.202      –      –     –
4 to 7 days                             0.129      –      –     –
bilateral                               0.222      –      –     –
mediated                                0.298      –      –     –

Humanitarian truces with a fixed term: 63 % expired as planned, 29 % were
superseded, 7 % were broken.

What this is not
----------------

- Associations among past truces. Which truces get a mediator, a text or a term
  is not chance (harder conflicts are mediated), so no row says what would
  happen if this truce got one.
- No clause is known to make a difference: among 124 truces with coded clauses
  none showed a significant one.
- "Fixed term" is partly how endings were coded: an open-ended truce gets a
  known end mostly when something happens. Without it the AUC is 0.60 to 0.64;
  several specifications were looked at, so all of it is optimistic. `parley
  calibrate` refits on data of your own.

Note: Figures: ETH/PRIO Civil Conflict Ceasefire Dataset 1989-2020 (Clayton,
Nygard, Strand et al. 2022), aggregated; endings of 1,214 of 2,203 ceasefires
are known.
$ parley durability cases/two-shores.yaml short-truce --json
{
  "parley": 1,
  "lens": "durability",
  "case": "Truce on the strait (invented)",
  "knew": "an invented case, written to show the log of talks",
  "seed": 1,
  "selection": {
    "for": null,
    "at": null,
    "without": [],
    "without-analyst": false,
    "what-if": []
  },
  "proposal": "short-truce",
  "applies": true,
  "kind": "cessation",
  "class": "fixed-term",
  "facts": [
    {
      "fact": "fixed",
      "value": 1,
      "from": "plan",
      "otherwise": null
    },
    {
      "fact": "written",
      "value": 0,
      "from": "unknown",
      "otherwise": 0.9670162409441743
    },
    {
      "fact": "ddr",
      "value": 0,
      "from": "default",
      "otherwise": 0.9608794103618773
    },
    {
      "fact": "peace-process",
      "value": 1,
      "from": "plan",
      "otherwise": 0.8749223067601724
    },
    {
      "fact": "mediated",
      "value": 1,
      "from": "plan",
      "otherwise": 0.9337145280632182
    },
    {
      "fact": "bilateral",
      "value": 1,
      "from": "plan",
      "otherwise": 0.9215936875201897
    },
    {
      "fact": "prior",
      "value": 0.2,
      "from": "default",
      "otherwise": 0.8255099120740126
    }
  ],
  "hold": {
    "value": 0.9098003801140162,
    "low": 0.8525177382164983,
    "high": 0.9862270148463088,
    "days": 3,
    "model": "logit",
    "refitted": false,
    "n": 851,
    "tested-n": 363,
    "auc": 0.806,
    "brier": 0.119,
    "brier-base": 0.156
  },
  "curve": [
    {
      "days": 1,
      "value": 0.9421500059488338,
      "low": 0.8959897811797547,
      "high": 0.9912954132861211
    },
    {
      "days": 3,
      "value": 0.9098003801140162,
      "low": 0.8525177382164983,
      "high": 0.9862270148463088
    }
  ],
  "base-rates": [
    {
      "group": "all",
      "name": "all",
      "failed": 0.201,
      "low": 0.18275561409543273,
      "high": 0.2205741365531556,
      "n": 1214,
      "origin": "ceasefires"
    },
    {
      "group": "class",
      "name": "fixed",
      "failed": 0.074,
      "low": 0.06042106866627762,
      "high": 0.09033722705276462,
      "n": 833,
      "origin": "ceasefires"
    },
    {
      "group": "kind",
      "name": "cessation",
      "failed": 0.202,
      "low": null,
      "high": null,
      "n": null,
      "origin": "ceasefires"
    },
    {
      "group": "nearest-kind",
      "name": "preliminary",
      "failed": 0.216,
      "low": null,
      "high": null,
      "n": null,
      "origin": "ceasefires"
    },
    {
      "group": "length",
      "name": "2 to 3 days",
      "failed": 0.056,
      "low": null,
      "high": null,
      "n": null,
      "origin": "ceasefires"
    },
    {
      "group": "sides",
      "name": "bilateral",
      "failed": 0.222,
      "low": null,
      "high": null,
      "n": null,
      "origin": "ceasefires"
    },
    {
      "group": "mediation",
      "name": "mediated",
      "failed": 0.298,
      "low": null,
      "high": null,
      "n": null,
      "origin": "ceasefires"
    }
  ]
}
$ parley durability cases/cairo-2014.yaml egyptian-initiative --format csv
"table","series","item","value","low","high"
"survival","","1 day",0.966273351747305,0.966273351747305,0.9715589675487314
"survival","","3 days",0.9470302013876812,0.9470302013876812,0.957142695621736
"survival","","7 days",0.9252548615541623,0.92,0.9413491334239168
"survival","","14 days",0.9012808943843075,0.9012808943843075,0.9243591031901787
"survival","","30 days",0.8666236493612389,0.86,0.9002564804455288
"survival","","90 days",0.7968550101035485,0.7919999999999999,0.8525551948143182
"survival","","180 days",0.7379937062458451,0.69,0.8125428931155901
"survival","","365 days",0.6644133344483651,0.63,0.77
"survival","","1826 days *",0.447554991145093,0.447554991145093,0.6061143334103634
"survival","","3652 days *",0.3410812014213983,0.3410812014213983,0.5212296833976765

"table","fact","taken as","from","held, where otherwise"
"facts","has a fixed term","no","the proposal",
"facts","jointly written","no","not known: both spanned",0.6473018199564169
"facts","has disarmament or reintegration","no","nothing said",0.6059214255736232
"facts","part of a peace process","yes","the proposal",0.304533869768836
"facts","mediated","yes","the case",0.4685914108307778
"facts","between two sides","yes","the proposal",0.42389601412181777
"facts","earlier failures here",0.2,"nothing said",0.2284883290444436

"table","truces","failed","low","high","n"
"base-rates","all with a known ending",0.201,0.18275561409543273,0.2205741365531556,1214
"base-rates","open-ended",0.478,0.43531398132646026,0.521009766612888,365
"base-rates","cessations of hostilities",0.202,,,
"base-rates","preliminary ceasefires (next kind)",0.216,,,
"base-rates","bilateral",0.222,,,
"base-rates","mediated",0.298,,,
$ parley durability cases/ferry-strike.yaml package
Northhaven ferry strike (invented): how long truces like the conciliator's
package held
==========================================================================

Note: What the authors knew: an invented case, written to show the format

The case does not say that "the conciliator's package" is a truce, or of what
kind, so no figures on truces apply. They are of ceasefires in civil wars, and
tell nothing of a pause in another dispute. Where it is a truce, add to the
proposal `truce: {kind: KIND}`, with one of these as KIND:

- humanitarian: A pause to reach people: aid, evacuation, burial of the dead.
  Nothing else is settled by it.
- cessation: The parties stop fighting for a while, without rules that are
  written out or watched over.
- preliminary: A written ceasefire with rules and somebody who watches over
  them, while talks on the dispute go on.
- definitive: A ceasefire that ends the fighting for good, as part of a
  settlement.
