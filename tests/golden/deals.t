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
  "selection": {"for": null, "at": null, "without": [], "without-analyst": false},
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
  "solutions": [
    {
      "name": "nash",
      "terms": {"price": "low", "time": "later"},
      "worth": [0.45, 0.25],
      "ties": [{"price": "low", "time": "later"}]
    }
  ],
  "tie-counts": [1],
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
