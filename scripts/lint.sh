#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# All static checks; runs them all and fails if one failed.
set -u
failed=0
check() {
    name=$1
    shift
    if output=$("$@" 2>&1); then
        echo "ok    $name"
    else
        echo "FAIL  $name"
        printf '%s\n' "$output"
        failed=1
    fi
}

formatted() { scripts/c_files.sh | xargs clang-format --dry-run --Werror; }
tidy() {
    scripts/c_files.sh | grep '^\(src\|bench\)/.*\.c$' |
        xargs -P 2 -n 8 clang-tidy -p build --quiet
}
cpp() {
    scripts/c_files.sh | grep '^src/.*\.c$' | cppcheck --quiet --std=c17 \
        --enable=warning,portability,performance --inline-suppr -j 2 \
        --library=scripts/cppcheck.cfg --suppressions-list=.cppcheck --error-exitcode=1 \
        -Iinclude -Isrc --file-list=-
}
clang_builds() {
    scripts/c_files.sh | grep '^src/.*\.c$' | xargs -P 2 -n 16 \
        clang -std=c17 -fsyntax-only -D_GNU_SOURCE -DPARLEY_BUILDING \
        -Iinclude -Isrc -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
}

check "format" formatted
check "layers" scripts/check_layers.sh
check "sizes" scripts/check_sizes.sh
check "headers" scripts/check_headers.sh
check "clang" clang_builds
check "clang-tidy" tidy
check "cppcheck" cpp
exit $failed
