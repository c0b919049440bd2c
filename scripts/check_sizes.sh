#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Files stay under 500 lines, unless docs/decisions/long-files.md says why.
set -u
cd "$(dirname "$0")/.."
status=0
for file in $(scripts/c_files.sh | grep -E '^(include|src)/'); do
    lines=$(wc -l <"$file")
    [ "$lines" -le 500 ] && continue
    grep -qs "$file" docs/decisions/long-files.md && continue
    echo "$file: $lines lines"
    status=1
done
exit $status
