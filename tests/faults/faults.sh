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

plant_all() { # folder of faults.txt, folder of the sources, least number
    try none none || {
        cat "$work/out"
        echo "fails without a fault"
        exit 1
    }
    status=0
    number=0
    mkdir -p "$work/planted"
    awk -v N=0 -f tests/faults/plant.awk "$1/faults.txt" >"$work/list"
    while IFS="$(printf '\t')" read -r file title; do
        number=$((number + 1))
        [ "${FAULT_ONLY:-$number}" = "$number" ] || continue
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
