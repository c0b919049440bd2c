#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The held-out gold is the one that was committed before any score on it: the
# hash of each set is the one in its README.
set -u
command -v sha256sum >/dev/null || exit 77
LC_ALL=C
export LC_ALL
failed=0
for folder in tests/read/held-out tests/read/held-out-2 \
    tests/read/held-out-3; do
    said=$(sed -n 's/^SHA-256 of the set: `\([0-9a-f]*\)`$/\1/p' "$folder/README.md")
    now=$(cd "$folder" && sha256sum -- *.txt *.gold | sort | sha256sum)
    now=${now%% *}
    if [ -n "$said" ] && [ "$now" = "$said" ]; then
        echo "PASS: $folder is as committed"
    else
        echo "FAIL: $folder hashes to $now, its README says '${said}'"
        failed=1
    fi
done
exit $failed
