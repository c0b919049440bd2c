# SPDX-License-Identifier: Apache-2.0
# For the scripts run_*_faults.sh, which source this: plants each fault of a
# faults.txt in a copy of the file it names and demands that a test fails.
# Before that they set `flags`, and define
#   try FILE OBJECT   builds the tests with OBJECT in the place of that of the
#                     source FILE ("none none": as it is) and runs them;
#                     $work/out has what they print
# FAULT_ONLY=N plants that one alone.
cc=${CC:-cc}
command -v "$cc" >/dev/null 2>&1 || exit 77
work=$(mktemp -d) || exit 77
trap 'rm -rf "$work"' EXIT

compile() { # source, object
    # shellcheck disable=SC2086 # one word a flag
    "$cc" $flags -c "$1" -o "$2"
}

# The objects of $work, that of a source FILE replaced, in `objects`.
replace() { # FILE, its object
    objects=
    for object in "$work"/*.o; do
        case $(basename "$object" .o).c in
        "$1") objects="$objects $2" ;;
        *) objects="$objects $object" ;;
        esac
    done
}

# For tests of much of the library: planted objects are linked before it, and
# its own of the same source is left out.
use_library() { # the command beside the library
    library=$(dirname "$1")/libparley.a
    [ -f "$library" ] || exit 77
    # An instrumented library needs its runtime: faults are planted elsewhere.
    nm "$library" 2>/dev/null |
        grep -q '__asan_init\|__tsan_init\|__msan_init' && exit 77
    flags="-std=c17 -O1 -D_GNU_SOURCE -ffp-contract=off -Iinclude -Isrc -Itests"
    uses="-lcmocka -lyaml -lpthread -lm"
    for name in sqlite3 md expat; do
        printf 'int main(void) { return 0; }\n' >"$work/uses.c"
        # shellcheck disable=SC2086 # one word a flag
        "$cc" "$work/uses.c" -o "$work/uses" -l$name 2>/dev/null &&
            uses="$uses -l$name"
    done
}

compile_tests() { # tests/unit/test_x, tests/prop/prop_y ...
    for test in "$@"; do
        # shellcheck disable=SC2086 # one word a flag
        "$cc" $flags -DPARLEY_ROOT="\"$PWD\"" -c "$test.c" \
            -o "$work/$(basename "$test").o" || exit 1
    done
}

run_test() { # name, planted objects; $arguments, if set, are the test's
    test=$1
    shift
    # shellcheck disable=SC2086 # one word a library
    "$cc" "$@" "$work/$test.o" "$library" $uses -o "$work/program" || exit 1
    # shellcheck disable=SC2086 # one word an argument
    timeout 120 "$work/program" ${arguments:-} >"$work/out" 2>&1
}

plant_all() { # folder of faults.txt, folder of the sources, least number
    try none none || {
        cat "$work/out"
        echo "fails without a fault"
        exit 1
    }
    status=0
    number=0
    awk -v N=0 -f tests/faults/plant.awk "$1/faults.txt" >"$work/list"
    while IFS="$(printf '\t')" read -r file title; do
        number=$((number + 1))
        [ "${FAULT_ONLY:-$number}" = "$number" ] || continue
        mkdir -p "$(dirname "$work/planted/$file")"
        awk -v N=$number -f tests/faults/plant.awk "$1/faults.txt" \
            "$2/$file" >"$work/planted/$file" ||
            { echo "cannot plant: $title"; exit 1; }
        compile "$work/planted/$file" "$work/planted/object" || exit 1
        if try "$file" "$work/planted/object"; then
            echo "NOT CAUGHT: $title"
            status=1
        else
            echo "caught: $title"
        fi
    done <"$work/list"
    echo "$number faults"
    [ "$number" -ge "$3" ] || status=1
    exit $status
}
