#: The caret stands below its word behind tabs, wide characters and combining
#: marks; of a long line the part around it is shown.
$ parley check tests/golden/carets.json
tests/golden/carets.json:2:21: error: a party has no key "nme" [case/unknown-key]
    2 |         "parties": {"日本": {"nme": "日本"},    "é́b": {"name": "B", "name": "C"}},
      |                              ^~~~~
      = did you mean "name"?
tests/golden/carets.json:2:56: error: key "name" stands here a second time [yaml/duplicate-key]
    2 |         "parties": {"日本": {"nme": "日本"},    "é́b": {"name": "B", "name": "C"}},
      |                                                                     ^~~~~~
      = the first is on line 2
tests/golden/carets.json:3:49: error: issue "i" has no option "q" [case/unknown-option]
    3 |         "issues": {"i": {"options": ["o", "p"], "now": "q"}},
      |                                                        ^~~
tests/golden/carets.json:4:151: error: no party or other "nobody" [case/unknown-actor]
    4 | ...oever and wherever they may be", "for": "nobody", "source": "analyst", "credence": 0.9, "kind": "dem...
      |                                            ^~~~~~~~
tests/golden/carets.json:4:238: error: an entry has no key "more" [case/unknown-key]
    4 | ... "kind": "demand", "about": {"i": "p"}, "more": 1}]}
      |                                            ^~~~~~
Problems: 5 errors, 0 warnings, 0 notes.
[1]
