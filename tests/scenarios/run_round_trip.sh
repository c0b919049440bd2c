#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_round_trip.sh PARLEY: scenarios of our own, and those in ../shared (or
# PARLEY_SHARED) where they are, through the formats of other tools and back.
set -eu
if "$1" import tests/domains/reef 2>&1 | grep -q 'import/no-xml'; then
    echo "SKIP: built without expat"
    exit 77
fi
shared=${PARLEY_SHARED:-../shared}/domains
others=
for folder in genius-xml/y2012 genius-xml/y2014 genius-xml-dirty \
    negmas-yaml/other geniusweb-json/domain00; do
    [ -d "$shared/$folder" ] && others="$others $shared/$folder"
done
[ -n "$others" ] || echo "only our own: there is no $shared"
# shellcheck disable=SC2086 # a list of folders
exec python3 tests/scenarios/round_trip.py "$1" tests/domains $others
