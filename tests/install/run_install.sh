#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_install.sh PARLEY: installs the build into a folder of its own and uses
# what is there as its users would: the example through pkg-config and through
# find_package, the manual page, completion, and the list of symbols.
set -eu
build=$(dirname "$1")
if grep -q 'CMAKE_C_FLAGS:.*-fsanitize' "$build/CMakeCache.txt"; then
    echo "SKIP: a library with sanitizers is not for others' programs"
    exit 77
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
fail() {
    echo "FAIL: $1"
    exit 1
}

prefix=$scratch/usr
cmake --install "$build" --prefix "$prefix" >"$scratch/log" 2>&1 ||
    { cat "$scratch/log"; fail "cmake --install"; }
case=$prefix/share/parley/cases/cairo-2014.yaml
library=$(dirname "$(find "$prefix" -name libparley.a)")

# The lines that the example gives, as they stand there.
export PKG_CONFIG_PATH="$library/pkgconfig"
sed -n 's/^ \*   //p' examples/brief.c | sed '/^\.\/brief/d' >"$scratch/make.sh"
cp examples/brief.c "$scratch"
(cd "$scratch" && sh -eu make.sh) || fail "the example as it says itself"
"$scratch/brief" "$case" >"$scratch/shared.txt" ||
    fail "the example doesn't find its library"
grep -q 'humanitarian-truce leads' "$scratch/shared.txt" ||
    fail "the example through pkg-config"

cmake -S tests/install/project -B "$scratch/user" -G Ninja \
    -D CMAKE_PREFIX_PATH="$prefix" -D EXAMPLE="$PWD/examples/brief.c" \
    >"$scratch/log" 2>&1 && cmake --build "$scratch/user" >>"$scratch/log" ||
    { cat "$scratch/log"; fail "find_package"; }
for kind in shared static; do
    "$scratch/user/$kind" "$case" | cmp - "$scratch/shared.txt" ||
        fail "the example through find_package, $kind"
done
"$scratch/brief" no-such-file 2>/dev/null && fail "an error is no success"

# Exported is what the header declares, and nothing else.
nm -D --defined-only "$library/libparley.so" |
    sed -n 's/.* [TDBR] //p' | LC_ALL=C sort >"$scratch/symbols"
sed -n 's/^ \(.*\)@Base .*/\1/p' debian/libparley1.symbols |
    diff - "$scratch/symbols" ||
    fail "the exported symbols are not those of debian/libparley1.symbols"

mandoc -T lint -W warning "$prefix/share/man/man1/parley.1" ||
    fail "the manual page"

cat >"$scratch/complete.bash" <<'TEXT'
. "$1/share/bash-completion/completions/parley"
PATH=$1/bin:$PATH
COMP_WORDS=(parley plans "$2" humanitarian-b)
COMP_CWORD=3
_parley
echo "${COMPREPLY[*]}"
TEXT
found=$(bash "$scratch/complete.bash" "$prefix" "$case" | tr '\n' ' ')
[ "$found" = "humanitarian-backed humanitarian-bounded " ] ||
    fail "completion gives \"$found\""
echo "PASS: what is installed works for its users"
