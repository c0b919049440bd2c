#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_tests.sh BUILD [CTEST OPTION...]: runs the tests of a build folder and
# ends with "N passed, N failed[, N skipped]".
#
# A cmocka program counts with each of its tests, a script as one; what a
# program skips is never counted as passed.
set -u
dir=$1
shift
log=$dir/tests.txt
ctest --test-dir "$dir" --output-on-failure -j2 "$@" >"$log" 2>&1
status=$?
grep -v '^ *Start ' "$log"

results=$dir/Testing/Temporary/LastTest.log
# cmocka sums up each program: "[  PASSED  ] 12 test(s)."
sum() {
    sed -n "s/^\[  *$1 *\] \([0-9]*\) test(s).*/\1/p" "$results" |
        awk '{n += $1} END {print n + 0}'
}
count() { grep -c "$1" "$results" || true; }
passed=$(($(sum PASSED) + $(count '^PASS: ')))
failed=$(($(sum FAILED) + $(count '^FAIL: ')))
skipped=$(($(sum SKIPPED) + $(count '^SKIP: ')))
# A program that crashed or hung reports no failed test of its own.
if [ $status -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
if [ "$passed" -eq 0 ]; then failed=$((failed + 1)); fi
line="$passed passed, $failed failed"
[ "$skipped" -eq 0 ] || line="$line, $skipped skipped"
echo "$line"
[ "$failed" -eq 0 ]
