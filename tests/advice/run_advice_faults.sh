#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Faults in unlock and ask: the property tests of the one or the other must
# fail.
set -u
. tests/faults/faults.sh
use_library "$1"
compile_tests tests/prop/prop_unlock tests/prop/prop_unlock_first \
    tests/prop/prop_ask
PROP_CASES=${FAULT_CASES:-70}
export PROP_CASES

try() {
    case $1 in
    none)
        for test in prop_unlock prop_unlock_first prop_ask; do
            run_test $test || return 1
        done
        ;;
    ask*) run_test prop_ask "$2" ;;
    *) run_test prop_unlock_first "$2" && run_test prop_unlock "$2" ;;
    esac
}

plant_all tests/advice src/advice 40
