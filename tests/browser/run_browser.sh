#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_browser.sh PARLEY: the reports of every case in headless Chromium (see
# report.mjs). What that needs beside Chromium is installed from the package
# registry into the build folder; where that or Chromium can't be had, the
# tests are skipped and say so.
set -u
skip() { echo "SKIP: browser tests: $1"; exit 77; }

command=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
place=$(dirname "$command")/browser
chromium=$(command -v chromium || command -v chromium-browser) ||
    skip "no Chromium"
command -v node >/dev/null || skip "no Node.js"
command -v npm >/dev/null || skip "no npm"
mkdir -p "$place"
if ! cmp -s tests/browser/package-lock.json "$place/package-lock.json" ||
    [ ! -d "$place/node_modules/axe-core" ]; then
    cp tests/browser/package.json tests/browser/package-lock.json "$place"
    (cd "$place" && timeout 120 npm ci --no-audit --no-fund --ignore-scripts \
        >install.txt 2>&1) || {
        rm -f "$place/package-lock.json"
        skip "npm can't install what they need (browser/install.txt)"
    }
fi
cp tests/browser/report.mjs tests/browser/look.mjs "$place"
CHROMIUM=$chromium exec node "$place/report.mjs" "$command" "$place"
