#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_process_storeless.sh PARLEY: a build without SQLite says that it keeps no
# log, exits with 3 and leaves nothing behind; the rest works from the record,
# and tests that need a log skip. PARLEY_STORELESS is the command linked with
# the store of such a build (src/store/absent.c).
set -u
command=${PARLEY_STORELESS:-}
[ -x "$command" ] || { echo "no PARLEY_STORELESS: skipped"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
case=$folder/talks.yaml
cp cases/two-shores.yaml "$case"
failed=0

fail() {
    echo "FAIL: $1"
    failed=1
}

# refuses WORD...: exit 3, one error that says why, nothing on stdout.
refuses() {
    "$command" "$@" >"$folder/out" 2>"$folder/err" </dev/null
    code=$?
    [ $code -eq 3 ] || fail "parley $*: exit $code"
    [ ! -s "$folder/out" ] || fail "parley $*: wrote something"
    said=$(grep -v '^parley: nothing was logged$' "$folder/err")
    wanted="parley: error: this build has no SQLite and keeps no log"
    wanted="$wanted ($case.log) [log/no-store]"
    [ "$said" = "$wanted" ] || fail "parley $*: said \"$said\""
    [ ! -e "$case.log" ] || fail "parley $*: left $case.log behind"
}

event='{"at": "2033-03-07T09:00Z", "kind": "confer", "text": "a note"}'
echo "$event" >"$folder/lines"
refuses log "$case"
refuses log "$case" "$event"
refuses log import "$case" "$folder/lines"
refuses log export "$case"
refuses log export "$case" -o "$folder/copy"
refuses log verify "$case"
refuses send "$case" short-truce north --at 2033-03-07T10:00Z
refuses answer "$case" short-truce north accept --at 2033-03-07T10:00Z
[ ! -e "$folder/copy" ] || fail "export left a file behind"

# Status from the record, the same as that of a build with a store; a log that
# is there is not read, and that is said.
"$command" status "$case" >"$folder/without" || fail "status: exit $?"
"$1" status "$case" | cmp -s - "$folder/without" || fail "status differs"
: >"$case.log"
"$command" status "$case" >"$folder/out" 2>"$folder/err" ||
    fail "status beside a log: exit $?"
cmp -s "$folder/out" "$folder/without" || fail "status beside a log differs"
grep -q 'warning: .*talks.yaml.log is not read: this build has no SQLite' \
    "$folder/err" || fail "status says nothing of the log"

# Tests that need a log skip, and say so.
for test in store calendar; do
    "tests/process/run_process_$test.sh" "$command" >/dev/null 2>&1
    code=$?
    [ $code -eq 77 ] || fail "run_process_$test.sh: exit $code, not 77"
done
for file in docs/process.md tests/golden/talks.t; do
    said=$(tests/run_goldens.sh "$command" "$file")
    code=$?
    [ "$code $said" = "0 SKIP: $file needs a log" ] ||
        fail "run_goldens.sh $file: exit $code, \"$said\""
done
[ $failed -ne 0 ] || echo "PASS: a build without SQLite"
exit $failed
