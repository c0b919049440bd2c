#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_process_calendar.sh PARLEY: status --ics (tests/process/read_calendar.py).
command -v python3 >/dev/null || exit 77
exec python3 tests/process/read_calendar.py "$1"
