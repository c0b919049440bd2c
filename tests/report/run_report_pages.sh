#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_report_pages.sh PARLEY: see tests/report/pages.py.
command -v python3 >/dev/null || exit 77
exec python3 tests/report/pages.py "$1"
