#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_examples.sh PARLEY: the example of each command's help does what the help
# says, in a folder with the files that the examples speak of.
set -u
parley=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$PWD
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
parley() { "$parley" "$@"; }

cat >dispute.yaml <<'CASE'
parley: 1
case: The harbour strike (invented)
sources: {post: {outlet: Harbour Post, date: 2031-03-03, grade: B}}
parties:
  union: {name: Dockers' Union, also: [the union]}
  company: {name: Harbour Company, also: [the company]}
others: {court: {name: Labour Court, roles: [mediator]}}
channels:
  - {between: [court, union], state: open}
  - {between: [court, company], state: open}
issues:
  pay: {options: [frozen, raised], now: frozen, by: company}
  strike: {options: [on, off], now: on, by: union}
record:
  - {id: s1, kind: demand, by: union, for: union, about: {pay: raised}, source: post par. 2}
proposals:
  pause: {plan: [{lasts: 7 days, terms: {strike: off},
    talks: {on: [pay, strike], fail: resume}}]}
CASE
echo "The company's spokesman said that the company rejected the pause." >report.txt
cp "$root"/tests/golden/gmcr/elmira_gmcrplus_12.gmcr elmira.gmcr
cat >market.yaml <<'CASE'
parley: 1
case: The market (invented)
parties: {a: {}, b: {}}
issues: {rent: {options: [full, half]}, place: {options: [square, yard]}}
preferences:
  a: {worth: {rent: {half: 0.6}, place: {square: 0.4}}}
  b: {worth: {rent: {full: 0.7}, place: {yard: 0.3}}}
CASE
cp "$root"/tests/golden/tables/*.csv .

delivered='{"at": "2031-03-06T12:00+01:00", "kind": "deliver", "by": "court", '
delivered=$delivered'"proposal": "pause", "to": ["union"]}'
failed=0
# A version is drafted, sent and answered in this order; --strict exits with 1
# as this case has hardly a source.
for name in check add read confirm new import export log draft send answer \
    calibrate score; do
    line=$(parley help "$name" | sed -n '/^For example/{n;s/^  //;p;}')
    case $line in
    "parley $name "*) ;;
    *) echo "FAIL: the help of $name has no example: $line"; failed=1 ;;
    esac
    [ "$name" != answer ] || parley log dispute.yaml "$delivered" >out 2>&1
    eval "$line" >out 2>&1
    code=$?
    [ "$code" -eq 0 ] || { [ "$name" = check ] && [ "$code" -eq 1 ]; } ||
        { echo "FAIL: $line"; cat out; failed=1; }
done
[ "$(parley help | sed -n '/^Commands/,/^$/p' | grep -c '^  ')" -eq 15 ] ||
    { echo "FAIL: a command is missing above"; failed=1; }
[ $failed -eq 0 ] && echo "PASS: the examples of all commands"
exit $failed
