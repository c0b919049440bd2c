#: Positions that the conciliator wrote down; a case without any.
$ parley forecast cases/ferry-strike.yaml
Northhaven ferry strike (invented): where simple models say it ends
===================================================================

Note: What the authors knew: an invented case, written to show the format

id      model       value    low   high  error elsewhere
------  ----------  -----  -----  -----  ---------------
wage    compromise  53.33  4.333    100               23
wage    nash           75  25.36    100             23.3
wage    exchange       70      –      –                –
wage    median         75  14.71    100             28.3
roster  compromise  38.46      0  87.46               23
roster  nash        12.46      0   62.1             23.3
roster  exchange    21.79      –      –                –
roster  median          0      0  60.29             28.3

Note: Tested on 351 issues of European Union bargaining (Arregui and Perarnaud
2021), where always saying 50 errs by 28 on average: weak evidence for other
talks, and for ceasefires weaker still. Nash is not to be told from the mean
there, and no simulator tested was better than the mean; exchange was not
measured. The intervals held 90 % of outcomes for the mean; the others are
stretched by their error.

Levers of the compromise
------------------------

How far the mean moves for one point that an actor moves.

issue   actor             stands at  moves it by
------  ----------------  ---------  -----------
wage    Sound Ferries          12.5         0.27
wage    Deckhands' Union         75         0.60
wage    Labour Court           37.5         0.13
roster  Sound Ferries             0         0.62
roster  Deckhands' Union        100         0.38

Exchanges in which both gain the same
-------------------------------------

- Sound Ferries moves 62.5 on wage, Deckhands' Union -43.33 on roster; each
  gains 6.667.
$ parley forecast cases/two-shores.yaml
Truce on the strait (invented): where simple models say it ends
===============================================================

Note: What the authors knew: an invented case, written to show the log of talks

The case gives no positions, so there is no forecast. Add them under forecast:
by issue and actor a position from 0 to 100, its salience and, if it differs,
its capability; or import a table (parley import POSITIONS.csv).
$ parley import tests/bad/positions-values.csv
tests/bad/positions-values.csv:2:8: error: 120 is not between 0 and 100 [csv/range]
    2 | x,a,10,120
      |        ^~~
tests/bad/positions-values.csv:3:5: error: "far" is not a number [csv/number]
    3 | x,b,far,10
      |     ^~~
tests/bad/positions-values.csv:4:3: error: "a" has a position on "x" already [import/repeated]
    4 | x,a,5,5
      |   ^
[1]
