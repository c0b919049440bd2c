#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_process_store.sh PARLEY: what a log survives (tests/process/store.py).
command -v python3 >/dev/null || exit 77
exec python3 tests/process/store.py "$1"
