#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# docs/api.md says what include/parley.h says.
set -u
if scripts/api_docs.py include/parley.h | diff docs/api.md -; then
    echo "PASS: docs/api.md is the header's"
else
    echo "FAIL: scripts/api_docs.py include/parley.h >docs/api.md"
    exit 1
fi
