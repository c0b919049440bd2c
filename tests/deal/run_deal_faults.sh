#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Faults in the engine of deals: one of its tests must fail.
set -u
. tests/faults/faults.sh
PROP_CASES=${PROP_CASES:-800}
export PROP_CASES
flags="-std=c17 -O1 -w -D_GNU_SOURCE -ffp-contract=off -Iinclude -Isrc -Itests"

for source in src/base/*.c src/case/expr.c src/deal/*.c; do
    compile "$source" "$work/$(basename "$source" .c).o" || exit 1
done
for test in prop/prop_deal prop/prop_merge prop/prop_deal_near \
    prop/prop_settle \
    unit/test_digits; do
    compile "tests/$test.c" "$work/$(basename $test).test" || exit 1
done

try() {
    replace "$1" "$2"
    for test in "$work"/*.test; do
        cp "$test" "$work/test_object.obj"
        # shellcheck disable=SC2086 # one word an object
        "$cc" -x none "$work/test_object.obj" $objects -o "$work/program" \
            -lcmocka -lpthread -lm || exit 1
        timeout 60 "$work/program" >"$work/out" 2>&1 || return 1
    done
}

plant_all tests/deal src/deal 20
