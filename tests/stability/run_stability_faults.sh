#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Faults in the graph model: its property test must fail.
set -u
. tests/faults/faults.sh
models=${FAULT_MODELS:-6000}
flags="-std=c17 -O1 -D_GNU_SOURCE -ffp-contract=off -Iinclude -Isrc -Itests"

for source in src/base/*.c src/stability/graph.c src/stability/space.c \
    src/stability/fibres.c src/stability/order.c src/stability/sweep.c \
    src/stability/search.c src/stability/concepts.c \
    src/stability/many.c src/stability/reach.c src/stability/why.c \
    src/stability/verify.c tests/prop/prop_stability.c; do
    compile "$source" "$work/$(basename "$source" .c).o" || exit 1
done

try() {
    replace "$1" "$2"
    # shellcheck disable=SC2086 # one word an object
    "$cc" $objects -o "$work/program" -lcmocka -lpthread -lm || exit 1
    PROP_MODELS=$models timeout 60 "$work/program" >"$work/out" 2>&1
}

plant_all tests/stability src/stability 20
