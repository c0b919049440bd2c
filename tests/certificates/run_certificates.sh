#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_certificates.sh PARLEY: an independent checker goes through what `deals`
# answers for random cases, our own cases and scenarios, and a few in ../shared
# (or PARLEY_SHARED) where they are; spoiled answers must be found out.
set -u
shared=${PARLEY_SHARED:-../shared}/domains
given="tests/golden/four-solutions.yaml tests/golden/no-zone.yaml"
for folder in tests/domains/*/; do
    given="$given $folder"
done
for folder in y2014/10issues y2014/10issueswithRV templates/6issues \
    y2014/30issues y2014/50issues other/journal_learning/six_issues; do
    [ -d "$shared/genius-xml/$folder" ] &&
        given="$given $shared/genius-xml/$folder"
done
work=$(mktemp -d) || exit 77
trap 'rm -rf "$work"' EXIT
CORNERS=$work/corners
export CORNERS
"${CC:-cc}" -std=c17 -O2 tests/certificates/corners.c -o "$CORNERS" -lm ||
    exit 1
# shellcheck disable=SC2086 # one word a case
python3 tests/certificates/certify_all.py "$1" $given
