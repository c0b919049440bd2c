#: Beginning a case and adding to it: checked first, and nothing else changes.
$ parley new - --title "Well" --party Upper --party Lower --issue "water: keep, share" | head -n 16
parley: 1
case: Well
# docs/case-format.md describes everything that may stand here.

# The day whose state this is (default: the latest date below).
# as-of: 2025-01-31

# Where each statement is from; grade A (reliable) to F.
# sources:
#   r1: {title: "...", outlet: "...", date: 2025-01-30, grade: C}

# Whose acceptance is needed.
parties:
  upper: {name: Upper}
  lower: {name: Lower}

$ cd $TMPDIR; parley new w.yaml --party Upper --party Lower --issue "water: keep, share"; parley new w.yaml
parley: error: w.yaml is there already
Next:
  parley check w.yaml
  parley brief w.yaml --html w.html
[3]
$ cd $TMPDIR; parley add w.yaml '{id: s1, for: upper, source: analyst, credence: 0.8, kind: demand, about: {water: keep}}'; tail -n 2 w.yaml
Added to record in w.yaml.
record:
  - {id: s1, for: upper, source: analyst, credence: 0.8, kind: demand, about: {water: keep}}
$ cd $TMPDIR; echo '{id: s1, for: uper, source: analyst, kind: demand}' | parley add w.yaml -
entry:1:1: error: an entry needs "about" [case/missing-key]
    1 | {id: s1, for: uper, source: analyst, kind: demand}
      | ^
      = about: the terms spoken of; a list: any of these
entry:1:1: error: an assumption of the analyst needs "credence" [case/missing-key]
    1 | {id: s1, for: uper, source: analyst, kind: demand}
      | ^
      = from 0.5 (as good as unknown) to 0.99
entry:1:6: error: "s1" is already the id of another entry [case/duplicate-name]
    1 | {id: s1, for: uper, source: analyst, kind: demand}
      |      ^~
entry:1:15: error: no party or other "uper" [case/unknown-actor]
    1 | {id: s1, for: uper, source: analyst, kind: demand}
      |               ^~~~
      = did you mean "upper"?
parley: nothing was written (without --to an entry is one of the record)
[1]
$ cd $TMPDIR; parley add w.yaml '{}' --to recrod
parley: error: nothing can be added to "recrod" [edit/section]
parley: nothing was written
[1]
$ cd $TMPDIR; parley add none.yaml '{}'
parley: error: can't read none.yaml: No such file or directory [file/unreadable]
[3]
$ cd $TMPDIR; parley new v.yaml --issue 'water: keep'; ls *.yaml
issue:1:8: error: an issue has two options or more, with commas [plain/words]
    1 | water: keep
      |        ^~~~
      = write "water: keep, share"
w.yaml
$ parley add
parley: error: add takes a case and an entry: parley add CASE '{id: ..., kind: ...}' [--to SECTION]
[2]
$ parley new
parley: error: new takes the name of a file: parley new FILE
[2]
#: What is later than as-of goes in, and it is said at once that nothing uses it.
$ cd $TMPDIR; parley new l.yaml --party Upper --party Lower --issue "water: keep, share" >/dev/null; echo 'as-of: 2031-01-02' >>l.yaml; parley add l.yaml '{id: s1, date: 2031-01-03, for: upper, source: analyst, credence: 0.8, kind: demand, about: {water: keep}}'; parley add l.yaml '{id: s2, date: 2031-01-01, for: upper, source: analyst, credence: 0.8, kind: demand, about: {water: keep}}'
entry:1:1: note: "s1" is later than 2031-01-02 (as-of): it is in the file, and no lens uses it yet [case/left-out]
    1 | {id: s1, date: 2031-01-03, for: upper, source: analyst, credence: 0.8, kind: demand, about: {water: ...
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = move `as-of` on, or take it out: it is then the latest date of the case
Added to record in l.yaml.
Added to record in l.yaml.
#: A key of another kind of actor.
$ echo '{parley: 1, case: c, parties: {a: {role: host}, b: {}}, issues: {x: {options: [p, q]}}}' | parley check -
standard input:1:36: error: a party has no key "role" [case/unknown-key]
    1 | {parley: 1, case: c, parties: {a: {role: host}, b: {}}, issues: {x: {options: [p, q]}}}
      |                                    ^~~~
      = only who stands in `others` has it
Problems: 1 error, 0 warnings, 0 notes.
[1]
