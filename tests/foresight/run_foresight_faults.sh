#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Faults in durability, forecasts, scores and refitting: their tests must fail.
set -u
. tests/faults/faults.sh
use_library "$1"
compile_tests tests/unit/test_durability tests/unit/test_forecast tests/unit/test_score \
    tests/unit/test_calibrate

try() {
    case $1 in
    none)
        for test in durability forecast score calibrate; do
            run_test test_$test || return 1
        done
        ;;
    forecast/*) run_test test_forecast "$2" ;;
    durability/fit.c | durability/cases.c | lens/calibrate.c)
        run_test test_calibrate "$2"
        ;;
    *score*) run_test test_score "$2" ;;
    *) run_test test_durability "$2" ;;
    esac
}

plant_all tests/foresight src 24
