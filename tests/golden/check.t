#: Problems as compilers print them; what is in the case; exit codes.
$ parley check tests/golden/cairo-oracle.yaml
Cairo, July 2014
================

No problems.

In the case: 2 parties, 7 others, 9 people, 1 source, 4 issues, 12 entries, 14
proposals.

With a source: 19. Assumptions of the analyst: 3. With no source: 128.

check --strict lists those without.
$ parley check tests/golden/problems.yaml
tests/golden/problems.yaml:4:1: error: while scanning for the next token: found character that cannot start any token; the reading stopped here, and what stands below was not checked [yaml/syntax]
    4 |         a: {name: A}
      | ^~~~~~~~
      = indent with spaces, not with tabs
Problems: 1 error, 0 warnings, 0 notes.
[1]
$ parley check tests/golden/problems.yaml --json
{
  "parley": 1,
  "lens": "check",
  "case": null,
  "knew": null,
  "seed": null,
  "ok": false,
  "errors": 1,
  "warnings": 0,
  "notes": 0,
  "left-out": 0,
  "problems": [
    {
      "severity": "error",
      "code": "yaml/syntax",
      "file": "tests/golden/problems.yaml",
      "line": 4,
      "column": 1,
      "end-line": 4,
      "end-column": 2,
      "message": "while scanning for the next token: found character that cannot start any token; the reading stopped here, and what stands below was not checked",
      "hint": "indent with spaces, not with tabs"
    }
  ],
  "counts": null,
  "names": null,
  "sourced": null,
  "assumed": null,
  "unsourced": null,
  "unsourced-list": null
}
[1]
$ parley check no-such-file.yaml
parley: error: can't read no-such-file.yaml: No such file or directory [file/unreadable]
[3]
$ parley check
parley: error: check takes one case: parley check CASE [--strict]
[2]
$ printf '{"parley": 1' | parley check -
standard input:1:13: error: while parsing a flow mapping: did not find expected ',' or '}'; the reading stopped here, and what stands below was not checked [yaml/syntax]
    1 | {"parley": 1
      |             ^
      = inside [ ] and { } a text that holds , [ ] { or } needs quotes
Problems: 1 error, 0 warnings, 0 notes.
[1]
#: What is too large is told by its code from what is wrong.
$ head -c 16777217 /dev/zero | parley check -
parley: error: - is larger than 16777216 bytes, the most that is read [file/too-large]
Problems: 1 error, 0 warnings, 0 notes.
[3]
$ { echo 'parties:'; seq -f '  p%g: {}' 101; echo 'parley: 1'; echo 'case: large'; echo 'issues: {x: {options: [x0, x1]}}'; } | parley check -
standard input:2:3: error: 101 parties, but at most 100 [case/limit]
    2 |   p1: {}
      |   ^
Problems: 1 error, 0 warnings, 0 notes.
[3]
$ head -c 16777217 /dev/zero | parley check - --format json | grep -e '"ok"' -e '"code"'
  "ok": false,
      "code": "file/too-large",
