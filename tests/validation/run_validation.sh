#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A small validation of the sampler passes, as `./dev validate` runs it at full
# size; and faults in the sampler make it fail.
set -u
. tests/faults/faults.sh
use_library "$1"
compile_tests bench/validate

try() {
    arguments="200 stop"
    [ "$1" = none ] && { run_test validate; return; }
    arguments="120 stop"
    run_test validate "$2"
}

plant_all tests/validation src/belief 8
