#: Exact deals: four solutions that are four different outcomes.
$ parley deals tests/golden/four-solutions.yaml
golden: deals
=============

8 outcomes keep the rules; 5 are at least as good as no deal for both parties.
The frontier (what nothing else dominates) has 7 points.

What bargaining theory would sign
---------------------------------

solution           deal                        A      B  ties
-----------------  ----------------------  -----  -----  ----
nash               price low, time later   0.450  0.250
kalai-smorodinsky  price low, time late    0.300  0.350
egalitarian        price high, time later  0.350  0.300
utilitarian        price mid, time later   0.200  0.700
no deal                                    0.200  0.150

What could be traded
--------------------

- To A, time matters 0.8 times as much as price; to B, 0.6667 times. A could
  have its way on time (soon) for giving way on price (mid): against the other
  way round A loses 0.050 and B gains 0.150.

The frontier
------------

deal                        A      B  outcomes
----------------------  -----  -----  --------
price low, time soon    0.500  0.050         1
price low, time later   0.450  0.250         1
price low, time late    0.300  0.350         1
price mid, time soon    0.250  0.500         1
price mid, time later   0.200  0.700         1
price mid, time late    0.050  0.800         1
price high, time later  0.350  0.300         1

The deal space
B
  0.800 │o
        │
        │                    D
        │
        │
        │
        │                          o
        │
        │                                 B
        │                                       C
        │                                                    A
        │
        │                    +
        │                                              ·
  0.050 │                                                           o
        └────────────────────────────────────────────────────────────
         0.050                        A                         0.500
  + no deal (0.200, 0.150)
  A nash (0.450, 0.250)
  B kalai-smorodinsky (0.300, 0.350)
  C egalitarian (0.350, 0.300)
  D utilitarian (0.200, 0.700)
  o frontier: what is better for one is worse for another
$ parley deals tests/golden/four-solutions.yaml --solutions nash --json
{
  "parley": 1,
  "lens": "deals",
  "case": "golden",
  "knew": null,
  "seed": 1,
  "selection": {
    "for": null,
    "at": null,
    "without": [],
    "without-analyst": false,
    "what-if": []
  },
  "outcomes": 8,
  "parties": ["a", "b"],
  "reserve": [0.2, 0.15],
  "individually-rational": 5,
  "frontier": {
    "count": 7,
    "points": [
      {
        "terms": {"price": "low", "time": "soon"},
        "outcomes": 1,
        "worth": [0.5, 0.05]
      },
      {
        "terms": {"price": "low", "time": "later"},
        "outcomes": 1,
        "worth": [0.45, 0.25]
      },
      {
        "terms": {"price": "low", "time": "late"},
        "outcomes": 1,
        "worth": [0.3, 0.35]
      },
      {
        "terms": {"price": "mid", "time": "soon"},
        "outcomes": 1,
        "worth": [0.25, 0.5]
      },
      {
        "terms": {"price": "mid", "time": "later"},
        "outcomes": 1,
        "worth": [0.2, 0.7]
      },
      {
        "terms": {"price": "mid", "time": "late"},
        "outcomes": 1,
        "worth": [0.05, 0.8]
      },
      {
        "terms": {"price": "high", "time": "later"},
        "outcomes": 1,
        "worth": [0.35, 0.3]
      }
    ]
  },
  "gap": null,
  "counts-least": false,
  "concepts": ["nash"],
  "solutions": [
    {
      "name": "nash",
      "terms": {"price": "low", "time": "later"},
      "worth": [0.45, 0.25],
      "ties": [{"price": "low", "time": "later"}]
    }
  ],
  "tie-counts": [1],
  "filter": null,
  "from": null,
  "nearest": null,
  "logrolling": [
    {
      "parties": ["a", "b"],
      "terms": {"time": "soon", "price": "mid"},
      "ratio": [0.8, 0.6666666666666666],
      "change": [-0.05, 0.15],
      "difference": 1.2000000000000002,
      "ratio-error": null,
      "change-error": null
    }
  ],
  "acceptance": null,
  "draws": null,
  "r-hat": null,
  "r-hat-of": null,
  "ess": null,
  "ess-of": null
}
$ parley deals tests/golden/four-solutions.yaml --solutions nahs
parley: error: --solutions: there is no solution "nahs" [option/value]
      = did you mean "nash"?
[2]
$ parley deals tests/golden/four-solutions.yaml --top none
parley: error: --top: "none" is not a whole number from 1 to 1000 [option/value]
[2]
#: Nothing is good enough for both: what is nearest, and what would have to give
#: way. Then a deal in hand that can be improved on, and a filter.
$ parley deals tests/golden/no-zone.yaml
a sale without a zone: deals
============================

5 outcomes keep the rules; 0 are at least as good as no deal for both parties.
The frontier (what nothing else dominates) has 3 points.

Warning: Nothing that can be signed is at least as good as no deal for everyone,
so no solution is named.

What stands in the way
----------------------

The smallest joint step: if every party asked for 0.150 less (each in its own
worth), there would be a deal.

- Seller alone would have to ask for 0.150 less: price high, delivery now.
- Buyer alone can't open a zone: nothing is enough for all the others.
- Without the rule "price = high -> delivery = now" there is something good
  enough for all: price high, delivery later.

The nearest misses, and what each party lacks:
deal                      Seller  Buyer
------------------------  ------  -----
price high, delivery now   0.150  0.000

What could be traded
--------------------

- To Seller, price matters 3 times as much as delivery; to Buyer, 1.667 times.
  Seller could have its way on price (high) for giving way on delivery (now):
  against the other way round Seller gains 0.400 and Buyer loses 0.200.

The frontier
------------

deal                      Seller  Buyer  outcomes
------------------------  ------  -----  --------
price low, delivery now    0.000  0.800         1
price mid, delivery now    0.300  0.600         1
price high, delivery now   0.600  0.300         1

The deal space
Buyer
  0.800 │o
        │
        │
        │
        │                        o
        │                ·
        │
        │
        │
        │                                       ·       o
        │
        │
        │
        │
  0.000 │                                                           +
        └────────────────────────────────────────────────────────────
         0.000                      Seller                      0.750
  + no deal (0.750, 0.000)
  o frontier: what is better for one is worse for another
$ parley deals tests/golden/four-solutions.yaml --from "price=high, time=soon" --top 2
golden: deals
=============

8 outcomes keep the rules; 2 are at least as good as the deal in hand for both
parties. The frontier (what nothing else dominates) has 7 points.

What bargaining theory would sign
---------------------------------

solution                               deal                       A      B  ties
-------------------------------------  ---------------------  -----  -----  ----
nash, kalai-smorodinsky, egalitarian,  price low, time later  0.450  0.250
  utilitarian
the deal in hand                                              0.400  0.100

What is better for all than the deal in hand
--------------------------------------------

The deal in hand: price high, time soon.

Gains over the deal in hand, the largest smallest gain first:
deal                        A       B
---------------------  ------  ------
price low, time later  +0.050  +0.150

What could be traded
--------------------

- To A, time matters 0.8 times as much as price; to B, 0.6667 times. A could
  have its way on time (soon) for giving way on price (mid): against the other
  way round A loses 0.050 and B gains 0.150.

The frontier
------------

deal                       A      B  outcomes
---------------------  -----  -----  --------
price low, time soon   0.500  0.050         1
price low, time later  0.450  0.250         1

Note: 5 more points are in the data.

The deal space
B
  0.800 │o
        │
        │                    o
        │
        │
        │
        │                          o
        │
        │                                 o
        │                                       o
        │                                                    A
        │
        │
        │                                              +
  0.050 │                                                           o
        └────────────────────────────────────────────────────────────
         0.050                        A                         0.500
  + the deal in hand (0.400, 0.100)
  A nash, kalai-smorodinsky, egalitarian, utilitarian (0.450, 0.250)
  o frontier: what is better for one is worse for another
$ parley deals tests/golden/no-zone.yaml --from "price=low"
parley: error: --from: issue "delivery" has no option there and no status quo [option/value]
[2]
$ parley deals tests/golden/four-solutions.yaml --filter "price != low" --format csv
"table","solution","deal","A","B","ties"
"solutions","nash, egalitarian","price high, time later",0.35,0.3,""
"solutions","kalai-smorodinsky","price mid, time soon",0.25,0.5,""
"solutions","utilitarian","price mid, time later",0.2,0.7,""
"solutions","no deal","",0.2,0.15,""

"table","deal","A","B","outcomes"
"frontier","price mid, time soon",0.25,0.5,"1"
"frontier","price mid, time later",0.2,0.7,"1"
"frontier","price mid, time late",0.05,0.8,"1"
"frontier","price high, time soon",0.4,0.1,"1"
"frontier","price high, time later",0.35,0.3,"1"

"table","point","A","B","kind","note"
"deal-space","",0.25,0.5,"",""
"deal-space","",0.2,0.7,"",""
"deal-space","",0.05,0.8,"",""
"deal-space","",0.4,0.1,"",""
"deal-space","",0.35,0.3,"",""
"deal-space","",0.25,0.5,"frontier","1"
"deal-space","",0.2,0.7,"frontier","1"
"deal-space","",0.05,0.8,"frontier","1"
"deal-space","",0.4,0.1,"frontier","1"
"deal-space","",0.35,0.3,"frontier","1"
"deal-space","no deal",0.2,0.15,"limit",""
"deal-space","nash, egalitarian",0.35,0.3,"marked",""
"deal-space","kalai-smorodinsky",0.25,0.5,"marked",""
"deal-space","utilitarian",0.2,0.7,"marked",""
$ parley deals tests/golden/four-solutions.yaml --filter "prise = low"
--filter:1:1: error: no issue "prise" [case/unknown-issue]
    1 | prise = low
      | ^~~~~
      = did you mean "price"?
[2]
