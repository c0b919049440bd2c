#: Every element of the shipped cases has a source or is marked as assumed.
$ parley check --strict cases/cairo-2014.yaml
Cairo, July 2014
================

Note: What the authors knew: one news report, as of 24 July 2014; its authors
knew the outcome, so this is a demonstration and not evidence

No problems.

In the case: 2 parties, 7 others, 9 people, 1 source, 4 issues, 25 entries, 10
proposals.

With a source: 166. Assumptions of the analyst: 3. With no source: 0.
$ parley check --strict cases/ferry-strike.yaml
Northhaven ferry strike (invented)
==================================

Note: What the authors knew: an invented case, written to show the format

No problems.

In the case: 2 parties, 3 others, 4 people, 4 sources, 5 issues, 16 entries, 4
proposals.

With a source: 112. Assumptions of the analyst: 1. With no source: 0.
$ parley check --strict cases/tamira-river.yaml
Dam on the Tamira (invented)
============================

Note: What the authors knew: an invented case, written to show the format

No problems.

In the case: 3 parties, 3 others, 4 people, 4 sources, 6 issues, 16 entries, 3
proposals.

With a source: 113. Assumptions of the analyst: 2. With no source: 0.
