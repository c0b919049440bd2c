#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# fuzz.sh SECONDS: runs every fuzzer that long, from its committed corpus.
# New inputs go to build/fuzz/corpus/NAME, a crash to build/fuzz/NAME-crash-*.
set -eu
seconds=$1
for fuzzer in build/fuzz/fuzz_*; do
    [ -f "$fuzzer" ] && [ -x "$fuzzer" ] || continue
    name=${fuzzer##*/fuzz_}
    mkdir -p "build/fuzz/corpus/$name"
    seeds="tests/fuzz/corpus/$name"
    [ -d "$seeds" ] || seeds=
    most=65536
    if [ "$name" = read ]; then # a paragraph or two, of real reports, too
        most=600
        seeds="$seeds tests/read/dev tests/read/dev2"
    fi
    echo "fuzzing $name for $seconds s"
    # shellcheck disable=SC2086 # no seeds: no argument
    "$fuzzer" -max_total_time="$seconds" -rss_limit_mb=4096 -timeout=20 \
        -max_len="$most" -print_final_stats=1 -verbosity=0 \
        -artifact_prefix="build/fuzz/$name-" "build/fuzz/corpus/$name" $seeds
done
