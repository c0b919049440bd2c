#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Plants each fault of faults.txt in a copy of one file of src/advice, links the
# property test with it in the place of the library's own, and demands that the
# test fails; without a fault it must pass.
set -u
cc=${CC:-cc}
command -v "$cc" >/dev/null 2>&1 || exit 77
library=$(dirname "$1")/libparley.a
[ -f "$library" ] || exit 77
# An instrumented library needs its runtime: the faults are planted elsewhere.
nm "$library" 2>/dev/null | grep -q '__asan_init\|__tsan_init\|__msan_init' &&
    exit 77
here=tests/advice
plant=tests/stability/plant.awk
work=$(mktemp -d) || exit 77
trap 'rm -rf "$work"' EXIT
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

test_of() { # file
    case $1 in
    ask*) echo prop_ask ;;
    *) echo prop_unlock ;;
    esac
}

# The planted object comes first: the library's is then left out.
try() { # test, objects
    program=$work/program
    test=$1
    shift
    # shellcheck disable=SC2086 # one word a library
    "$cc" "$@" "$work/$test.o" "$library" $uses -o "$program" || exit 1
    PROP_CASES=${FAULT_CASES:-70} timeout 120 "$program" >"$work/out" 2>&1
}

for test in prop_unlock prop_ask; do
    try $test || { cat "$work/out"; echo "$test fails without a fault"; exit 1; }
done
status=0
number=0
awk -v N=0 -f $plant $here/faults.txt >"$work/list"
while IFS="$(printf '\t')" read -r file title; do
    number=$((number + 1))
    [ -z "${FAULT_ONLY:-}" ] || [ "$FAULT_ONLY" = "$number" ] || continue
    awk -v N=$number -f $plant $here/faults.txt "src/advice/$file" \
        >"$work/planted.c" || { echo "cannot plant: $title"; exit 1; }
    # shellcheck disable=SC2086 # one word a flag
    "$cc" $flags -c "$work/planted.c" -o "$work/planted.o" || exit 1
    if try "$(test_of "$file")" "$work/planted.o"; then
        echo "NOT CAUGHT: $title"
        status=1
    else
        echo "caught: $title"
    fi
done <"$work/list"
echo "$number faults"
[ "$number" -ge 40 ] || status=1
exit $status
