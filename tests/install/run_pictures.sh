#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_pictures.sh PARLEY [--update]: the pictures of the README are those that
# Parley draws.
set -u
command=$1
status=0
for figure in who-accepts channels; do
    picture=docs/pictures/cairo-$figure.svg
    drawn=$(mktemp)
    # Laid out by Parley itself: Graphviz is not on every machine.
    PARLEY_DOT='' "$command" brief cases/cairo-2014.yaml --format svg \
        --figure "$figure" -o "$drawn" || status=1
    if [ "${2:-}" = --update ]; then
        cat "$drawn" >"$picture"
    elif ! cmp "$drawn" "$picture"; then
        status=1
    fi
    rm -f "$drawn"
done
[ $status -eq 0 ] && echo "PASS: the pictures are Parley's own" ||
    echo "FAIL: tests/install/run_pictures.sh PARLEY --update"
exit $status
