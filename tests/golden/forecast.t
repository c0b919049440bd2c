#: Positions that the conciliator wrote down; a case without any.
$ parley forecast cases/ferry-strike.yaml
Northhaven ferry strike (invented): where simple models say it ends
===================================================================

Note: What the authors knew: an invented case, written to show the format

id      model       value  low  high  error elsewhere
------  ----------  -----  ---  ----  ---------------
wage    compromise     53    4   100               23
wage    nash           75   25   100             23.3
wage    exchange       70    –     –                –
wage    median         75   15   100             28.3
roster  compromise     38    0    87               23
roster  nash           12    0    62             23.3
roster  exchange       22    –     –                –
roster  median          0    0    60             28.3

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
#: The brief's paragraph, in all formats; and where nothing can be forecast.
$ parley brief cases/ferry-strike.yaml | sed -n '/^Where simple/,/^What this depends/p'
Where simple models say it ends
-------------------------------

- wage: weighted mean 53 [4, 100], Nash 75 [25, 100]; Deckhands' Union moves the
  mean most, by 0.60 a point [analyst].
- roster: weighted mean 38 [0, 87], Nash 12 [0, 62]; Sound Ferries moves the
  mean most, by 0.62 a point [analyst].
- no positions are given on work, night-crew and island-line

From 0 to 100 on each issue's scale. On 351 issues of European Union bargaining
the mean was off by 23 on average, Nash by 23, always saying 50 by 28; the
intervals are as wide as nine of ten outcomes asked for there. Of disputes like
this one nothing is known, and no share above rests on these models.

What this depends on most
$ parley brief cases/ferry-strike.yaml --format md | sed -n '/Where simple/,/What this depends/p'
## Where simple models say it ends

- **wage**: weighted mean 53 \[4, 100\], Nash 75 \[25, 100\]; Deckhands' Union moves the mean most, by 0.60 a point \[analyst\].
- **roster**: weighted mean 38 \[0, 87\], Nash 12 \[0, 62\]; Sound Ferries moves the mean most, by 0.62 a point \[analyst\].
- no positions are given on work, night-crew and island-line

From 0 to 100 on each issue's scale. On 351 issues of European Union bargaining the mean was off by 23 on average, Nash by 23, always saying 50 by 28; the intervals are as wide as nine of ten outcomes asked for there. Of disputes like this one nothing is known, and no share above rests on these models.

## What this depends on most
$ parley brief cases/ferry-strike.yaml --format html | grep -o 'simple models say it ends</h[0-9]>' | head -1
simple models say it ends</h2>
$ parley brief cases/ferry-strike.yaml --format json | grep -c '"half-width"'
4
$ parley brief cases/cairo-2014.yaml | sed -n '/^Where simple/,/^What this depends/p'
