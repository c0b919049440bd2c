#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_batch.sh PARLEY: many scenarios at once give the same bytes on any number
# of threads, in the order of names, and what is broken is told and left out.
set -u
parley=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
expect() {
    if [ "$2" = "$3" ]; then
        echo "PASS: $1"
    else
        echo "FAIL: $1: \"$2\", not \"$3\""
        failed=1
    fi
}

mkdir -p "$work/all/deeper" "$work/all/empty" "$work/all/notes"
cp -r tests/domains/ferry-geniusweb tests/domains/ferry-negmas "$work/all/"
cp -r tests/domains/ferry-negolog "$work/all/deeper/z, \"q\""
cp tests/golden/no-zone.yaml "$work/all/deeper/case.yaml"
echo "nothing here" >"$work/all/notes/readme.txt"

for threads in 1 2 5; do
    "$parley" deals --batch "$work/all" --threads $threads \
        -o "$work/$threads.csv" 2>"$work/$threads.err"
    expect "exit code with $threads threads" $? 0
    cmp -s "$work/1.csv" "$work/$threads.csv"
    expect "bytes with $threads threads" $? 0
done
expect "rows" "$(wc -l <"$work/1.csv" | tr -d ' ')" 5
expect "nothing to say" "$(cat "$work/1.err")" ""
expect "columns" "$(head -1 "$work/1.csv" | cut -d, -f1-8)" \
    "scenario,parties,outcomes,individually-rational,frontier,reserve,nash,nash-ties"
expect "a case" "$(sed -n 2p "$work/1.csv" | cut -d, -f1,2)" "deeper/case.yaml,2"
expect "a name with quotes" "$(sed -n 3p "$work/1.csv" | cut -c1-20)" \
    '"deeper/z, ""q""",2,'
expect "a row" "$(sed -n 4p "$work/1.csv" | cut -d, -f1-8)" \
    "ferry-geniusweb,2,27,15,10,0.325 0.36,0.625 0.66,1"
expect "the same domain, the same row" \
    "$(sed -n 4p "$work/1.csv" | cut -d, -f2-)" \
    "$(sed -n 5p "$work/1.csv" | cut -d, -f2-)"

"$parley" deals --batch "$work/all" --solutions nash -o "$work/one.csv"
expect "one solution" "$(head -1 "$work/one.csv" | cut -d, -f7-)" \
    "nash,nash-ties,nash-deal"

echo "{" >"$work/all/ferry-negmas/line.json"
"$parley" deals --batch "$work/all" -o "$work/bad.csv" 2>"$work/bad.err"
expect "exit code with a broken file" $? 1
expect "rows without the broken one" "$(wc -l <"$work/bad.csv" | tr -d ' ')" 4
expect "the broken one is told" \
    "$(grep -c 'ferry-negmas is left out' "$work/bad.err")" 1
expect "its place is told" "$(grep -c 'line.json:' "$work/bad.err")" 1

"$parley" deals --batch "$work/none" 2>"$work/none.err"
expect "exit code without a folder" $? 3
"$parley" deals --batch "$work/all" --format json 2>"$work/none.err"
expect "exit code for another format" $? 2
exit $failed
