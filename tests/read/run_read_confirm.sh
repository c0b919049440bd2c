#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# From a report to a case that is looked at: drafts are confirmed into a record,
# and record, pieces and plans use it.
set -u
parley=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
failed=0

check() {
    name=$1
    shift
    if "$@" >/dev/null 2>&1; then
        echo "PASS: $name"
    else
        echo "FAIL: $name"
        failed=1
    fi
}

cat >case.yaml <<'CASE'
parley: 1
case: ports
as-of: 2014-07-24
sources:
  r0: {outlet: Pell Daily, date: 2014-07-20}
  r1: {outlet: Pell Daily, date: 2014-07-24}
parties:
  front: {name: Adra Front, also: [the Front]}
  pell: {name: Pell}
others: {moru: {name: Moru, roles: [mediator]}}
people:
  orrel: {name: Ansa Orrel, of: pell, office: leader}
issues:
  port: {options: [closed, opened], now: closed, by: front}
  crew: {options: [held, released], now: held, by: pell}
record:
  - {id: s0, for: front, by: front, kind: demand, source: r0, about: {crew: released}}
proposals:
  moru-plan:
    by: [moru]
    plan:
      - {phase: truce, terms: {port: opened, crew: released}, lasts: open}
CASE
cat >report.txt <<'REPORT'
Orrel demanded that the port be opened. The Front rejected the Moru plan, its leader said.

Orrel said Pell would talk only if the port was opened. Orrel met Moru on Tuesday.
REPORT

"$parley" plans case.yaml >before.txt 2>&1
check "read" sh -c "'$parley' read report.txt --date 2014-07-24 \
    --source r1 --case case.yaml >drafts.yaml"
check "nothing is in the record yet" sh -c "! grep -q 'port be opened' case.yaml"
check "one draft confirmed" "$parley" confirm case.yaml drafts.yaml --only r1-1
check "its words are in the case" grep -q 'port be opened' case.yaml
check "what leaves the drafts is said" sh -c "'$parley' read report.txt \
    --date 2014-07-24 --source r1 --case case.yaml >some.yaml && printf 'd\nq\n' | \
    '$parley' confirm case.yaml some.yaml | grep -q '1 taken out, 3 left'"
check "an edited entry is tried at once" sh -c "'$parley' read report.txt \
    --date 2014-07-24 --source r1 --case case.yaml >some.yaml && \
    printf 'e\n{id: x1, kind: demand, for: nobody}\nq\n' | EDITOR= VISUAL= \
    '$parley' confirm case.yaml some.yaml 2>&1 | grep -q unknown-actor"
check "the rest confirmed" sh -c "'$parley' confirm case.yaml drafts.yaml \
    --only r1-2,r1-3,r1-4"
check "the case holds" "$parley" check case.yaml
check "record tells who holds what" sh -c \
    "'$parley' record case.yaml | grep -q 'port'"
check "record sees the contact" sh -c \
    "'$parley' record case.yaml --json | grep -q 'r1-4'"
check "pieces" "$parley" pieces case.yaml
"$parley" plans case.yaml >after.txt 2>&1 || failed=1
check "plans answer otherwise than before" sh -c '! cmp -s before.txt after.txt'
# An edit in plain words keeps the draft's id, source and place.
"$parley" read report.txt --date 2014-07-24 --source r8 --outlet "Pell Daily" \
    --case case.yaml >words.yaml || failed=1
check "edited in words" sh -c "printf '%s\n' e \
    'Front rejects moru-plan' a e \
    'Front demands crew released, r1 par. 9, 2014-07-23' a q | \
    EDITOR= VISUAL= '$parley' confirm case.yaml words.yaml"
tr -s '\n ' ' ' <case.yaml >flat.txt
check "its id and source stay" grep -Eq \
    'id: r8-1, [^}]*kind: reject, about: moru-plan,[^}]* source: r8 par. 1' \
    flat.txt
check "but for what the words name" grep -Eq \
    'id: r8-2, .*released}, date: 2014-07-23, source: r1 par. 9' flat.txt
check "how a new person is added is said" sh -c \
    "'$parley' add case.yaml 'Ms Brandt for Front rejects moru-plan' 2>&1 | \
    sed -n 's/.*parley add CASE \(.*\)/add case.yaml \1/p' >person.sh; \
    sed -i \"s|^|'$parley' |\" person.sh; grep -q people person.sh && \
    sh person.sh && \
    '$parley' add case.yaml 'Ms Brandt for Front rejects moru-plan, r1'"
"$parley" add case.yaml 'Front says the crew is well fed, r1' || failed=1
check "free words are quoted as such" sh -c \
    "'$parley' record case.yaml | grep -q 'says: the crew is well fed'"
# A report that the case has never heard of brings its source along.
echo "Orrel demanded that the port be opened." >late.txt
"$parley" read late.txt --date 2014-07-24 --source r9 --outlet "Pell Daily" \
    --case case.yaml >late.yaml || failed=1
check "the case lacks the source" sh -c "! grep -q 'r9:' case.yaml"
check "an entry is taken with it" "$parley" confirm case.yaml late.yaml --all
check "the source is there" grep -q 'r9: .*Pell Daily' case.yaml
check "and the case holds" "$parley" check case.yaml
# What is later than as-of is taken, and that it isn't used yet is said.
"$parley" read late.txt --date 2014-07-30 --source r10 --outlet "Pell Daily" \
    --case case.yaml >later.yaml || failed=1
check "said at once that it is later" sh -c "'$parley' confirm case.yaml \
    later.yaml --all 2>&1 | grep -q 'later than 2014-07-24 (as-of)'"
check "it is in the case" grep -q 'id: r10-1' case.yaml
exit $failed
