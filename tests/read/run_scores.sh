#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What reading is worth: the report of the shared test data (at least 95 % of
# its gold found, at most one draft to throw away; skipped, and said so, where
# it is absent), and the development half of the in-house gold.
set -u
score=$(dirname "$1")/read_score
report=${PARLEY_SHARED:-../shared}/reports/cairo-2014.txt
failed=0

# least FOLDER-OR-FILES LINE LEAST: the F1 of a line.
least() {
    got=$(printf '%s\n' "$1" | sed -n "s/^ *$2 .* F1 *\([0-9.]*\) .*/\1/p")
    if awk "BEGIN { exit !(\"$got\" != \"\" && $got + 0 >= $3) }"; then
        echo "PASS: $2 $got >= $3"
    else
        echo "FAIL: $2 $got < $3"
        failed=1
    fi
}

dev=$("$score" tests/read/dev)
least "$dev" "attributions at 0.3" 90
least "$dev" "attributions at 0.8" 80
least "$dev" "contacts" 85
least "$dev" "stances" 75

grammar=$("$score" tests/read/grammar)
least "$grammar" "contacts" 93

if [ ! -f "$report" ]; then
    echo "SKIP: $report is absent: its gold is not compared"
    [ "$failed" = 0 ] && exit 77
    exit 1
fi
# found of all, drafts: attributions, then contacts
"$score" "$report" tests/read/cairo.gold | awk '
    /attributions at 0.3|contacts/ {
        n = split($0, part, "(")
        split(part[n], figure, " ")
        found += figure[1]; all += figure[3]; drafts += figure[4]
    }
    END {
        print found " of " all " found, " drafts " drafts"
        exit !(all > 0 && found >= 0.95 * all && drafts - found <= 1)
    }' || { echo "FAIL: $report"; failed=1; }
exit $failed
