#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_scenarios_reference.sh PARLEY: scenarios of others against numbers that
# other programs computed. They are not ours to keep: looked for in ../shared
# (or PARLEY_SHARED), and without them this test is skipped.
set -eu
shared=${PARLEY_SHARED:-../shared}
if [ ! -f "$shared/domains/reference.json" ]; then
    echo "SKIP: no $shared/domains/reference.json"
    exit 77
fi
if "$1" import tests/domains/reef 2>&1 | grep -q 'import/no-xml'; then
    echo "SKIP: built without expat"
    exit 77
fi
exec python3 tests/scenarios/reference.py "$1" "$shared"
