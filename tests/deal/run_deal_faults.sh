#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Plants each fault of faults.txt in a copy of the engine, builds the property
# tests with it and demands that one of them fails; without a fault all pass.
set -u
cc=${CC:-cc}
command -v "$cc" >/dev/null 2>&1 || exit 77
here=tests/deal
work=$(mktemp -d) || exit 77
trap 'rm -rf "$work"' EXIT
PROP_CASES=${PROP_CASES:-800}
export PROP_CASES
flags="-std=c17 -O1 -w -D_GNU_SOURCE -ffp-contract=off -Iinclude -Isrc -Itests"

compile() { # source, object
    # shellcheck disable=SC2086 # one word a flag
    "$cc" $flags -c "$1" -o "$2"
}

for source in src/base/*.c src/case/expr.c src/deal/*.c; do
    compile "$source" "$work/$(basename "$source" .c).o" || exit 1
done
for test in prop_deal prop_merge prop_deal_near; do
    compile "tests/prop/$test.c" "$work/$test.test" || exit 1
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
    for test in "$work"/*.test; do
        cp "$test" "$work/test_object.obj"
        # shellcheck disable=SC2086 # one word an object
        "$cc" -x none "$work/test_object.obj" $objects -o "$work/program" \
            -lcmocka -lpthread -lm || exit 1
        timeout 60 "$work/program" >"$work/out" 2>&1 || return 1
    done
}

try none none || { cat "$work/out"; echo "fails without a fault"; exit 1; }
status=0
number=0
awk -v N=0 -f tests/stability/plant.awk $here/faults.txt >"$work/list"
while IFS="$(printf '\t')" read -r file title; do
    number=$((number + 1))
    mkdir -p "$work/planted"
    awk -v N=$number -f tests/stability/plant.awk $here/faults.txt \
        "src/deal/$file" >"$work/planted/$file" || exit 1
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
