#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Faults in unlock and ask: the property test of the one or the other must
# fail. Most of the library is needed, so the planted object is linked before
# it and the library's own is left out.
set -u
. tests/faults/faults.sh
library=$(dirname "$1")/libparley.a
[ -f "$library" ] || exit 77
# An instrumented library needs its runtime: the faults are planted elsewhere.
nm "$library" 2>/dev/null | grep -q '__asan_init\|__tsan_init\|__msan_init' &&
    exit 77
flags="-std=c17 -O1 -D_GNU_SOURCE -ffp-contract=off -Iinclude -Isrc -Itests"
uses="-lcmocka -lyaml -lpthread -lm"
for name in sqlite3 md; do
    printf 'int main(void) { return 0; }\n' >"$work/uses.c"
    # shellcheck disable=SC2086 # one word a flag
    "$cc" "$work/uses.c" -o "$work/uses" -l$name 2>/dev/null &&
        uses="$uses -l$name"
done

for test in prop_unlock prop_ask; do
    # shellcheck disable=SC2086 # one word a flag
    "$cc" $flags -DPARLEY_ROOT="\"$PWD\"" -c "tests/prop/$test.c" \
        -o "$work/$test.o" || exit 1
done

run() { # test, objects
    test=$1
    shift
    # shellcheck disable=SC2086 # one word a library
    "$cc" "$@" "$work/$test.o" "$library" $uses -o "$work/program" || exit 1
    PROP_CASES=${FAULT_CASES:-70} timeout 120 "$work/program" \
        >"$work/out" 2>&1
}

try() {
    case $1 in
    none) run prop_unlock && run prop_ask ;;
    ask*) run prop_ask "$2" ;;
    *) run prop_unlock "$2" ;;
    esac
}

plant_all tests/advice src/advice 40
