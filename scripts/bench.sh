#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# bench.sh BUILD: runs every benchmark of a release build.
set -eu
for bench in "$1"/bench_*; do
    [ -f "$bench" ] && [ -x "$bench" ] || continue
    echo "== ${bench##*/bench_}"
    "$bench"
done
