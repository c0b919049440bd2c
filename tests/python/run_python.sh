#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_python.sh PARLEY: the Python package's own tests, on the library of this
# build.
set -u
build=$(dirname "$1")
if grep -q 'CMAKE_C_FLAGS:.*-fsanitize' "$build/CMakeCache.txt"; then
    echo "SKIP: a library with sanitizers can't be loaded by Python"
    exit 77
fi
for python in python3 /usr/bin/python3; do
    "$python" -c 'import numpy' 2>/dev/null && break
    python=
done
if [ -z "$python" ]; then
    echo "SKIP: no Python with NumPy"
    exit 77
fi
PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=python \
    PARLEY_LIBRARY=$build/libparley.so \
    "$python" -m unittest python/tests/test_parley.py || exit 1
echo "PASS: the Python package"
