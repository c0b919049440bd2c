#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_report_links.sh PARLEY: see tests/report/links.py.
command -v python3 >/dev/null || exit 77
exec python3 tests/report/links.py "$1"
