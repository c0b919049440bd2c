#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Plants each fault of faults.txt in a copy of the engine, builds the property
# test with it and demands that the test fails; without a fault it must pass.
set -u
cc=${CC:-cc}
command -v "$cc" >/dev/null 2>&1 || exit 77
here=tests/stability
work=$(mktemp -d) || exit 77
trap 'rm -rf "$work"' EXIT
models=${FAULT_MODELS:-6000}
flags="-std=c17 -O1 -D_GNU_SOURCE -ffp-contract=off -Iinclude -Isrc -Itests"

compile() { # source, object
    # shellcheck disable=SC2086 # one word a flag
    "$cc" $flags -c "$1" -o "$2"
}

for source in src/base/*.c src/stability/graph.c src/stability/space.c \
    src/stability/fibres.c src/stability/order.c src/stability/sweep.c \
    src/stability/search.c src/stability/concepts.c \
    src/stability/many.c src/stability/reach.c src/stability/why.c src/stability/verify.c \
    tests/prop/prop_stability.c; do
    compile "$source" "$work/$(basename "$source" .c).o" || exit 1
done

# Everything with the object of one file replaced (none: as it is).
try() { # name of the replaced file without .c, its object
    objects=
    for object in "$work"/*.o; do
        name=$(basename "$object" .o)
        case $name in
        "$1") objects="$objects $2" ;;
        *) objects="$objects $object" ;;
        esac
    done
    # shellcheck disable=SC2086 # one word an object
    "$cc" $objects -o "$work/program" -lcmocka -lpthread -lm || exit 1
    PROP_MODELS=$models timeout 60 "$work/program" >"$work/out" 2>&1
}

try none none || { cat "$work/out"; echo "fails without a fault"; exit 1; }
status=0
number=0
awk -v N=0 -f $here/plant.awk $here/faults.txt >"$work/list"
while IFS="$(printf '\t')" read -r file title; do
    number=$((number + 1))
    mkdir -p "$work/planted"
    awk -v N=$number -f $here/plant.awk $here/faults.txt \
        "src/stability/$file" >"$work/planted/$file" || exit 1
    compile "$work/planted/$file" "$work/planted/object" || exit 1
    if try "$(basename "$file" .c)" "$work/planted/object"; then
        echo "NOT CAUGHT: $title"
        status=1
    else
        echo "caught: $title"
    fi
done <"$work/list"
echo "$number faults"
[ "$number" -ge 20 ] || status=1
exit $status
