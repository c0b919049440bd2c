#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A file includes its own module and lower ones only (ARCHITECTURE.md).
set -u
cd "$(dirname "$0")/.."

# module: what it may include beside itself, parley.h and base
allowed() {
    case $1 in
    base) echo "" ;;
    case | doc) echo "" ;;
    scenario) echo "case" ;;
    format) echo "doc" ;;
    process | store) echo "case process" ;;
    record) echo "case process" ;;
    deal) echo "case process record" ;;
    plan) echo "case process record deal" ;;
    belief) echo "case process record deal plan" ;;
    advice | stability | durability | forecast | read)
        echo "case process record deal plan belief" ;;
    lens)
        echo "case doc process record deal plan belief" \
            "advice stability durability forecast read store" ;;
    api)
        echo "case scenario doc process record deal plan belief advice" \
            "stability durability forecast read store lens format" ;;
    cli) echo "" ;;
    *) echo "UNKNOWN" ;;
    esac
}

status=0
for file in src/*/*.[ch]; do
    module=${file#src/}
    module=${module%%/*}
    may=" $module base $(allowed "$module") "
    if [ "$may" = " $module base UNKNOWN " ]; then
        echo "$file: module \"$module\" is not in scripts/check_layers.sh"
        status=1
    fi
    for used in $(sed -n 's|^#include "\([a-z_]*\)/.*|\1|p' "$file" | sort -u)
    do
        case $may in
        *" $used "*) ;;
        *) echo "$file: $module may not include $used"; status=1 ;;
        esac
    done
done
exit $status
