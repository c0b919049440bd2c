#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The public header compiles alone as C17 and C++17 without a warning, and
# every internal header compiles alone.
set -eu
cd "$(dirname "$0")/.."
strict="-Wall -Wextra -Wpedantic -Wconversion -Werror -fsyntax-only"
for compiler in gcc clang; do
    printf '#include <parley.h>\n' | $compiler -std=c17 $strict -Iinclude -xc -
done
for compiler in g++ clang++; do
    printf '#include <parley.h>\n' |
        $compiler -std=c++17 $strict -Iinclude -xc++ -
done
for header in src/*/*.h; do
    printf '#include "%s"\n' "${header#src/}" |
        gcc -std=c17 -D_GNU_SOURCE $strict -Iinclude -Isrc -xc -
done
