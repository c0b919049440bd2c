#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_written.sh PARLEY: who waits at a terminal is told of the file that was
# written, and nobody else is.
command -v python3 >/dev/null || exit 77
exec python3 tests/report/written.py "$1"
