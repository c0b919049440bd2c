#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run_explosion.sh PARLEY: a frontier that explodes is stopped at the limit.
exec python3 tests/certificates/explode.py "$1"
