#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The literal checker and its models stand on their own: they include nothing
# of the engine, directly or through another header.
set -u
status=0
for file in tests/stability/literal.h tests/stability/models.h \
    tests/stability/literal_coalition.h; do
    [ -f "$file" ] || continue
    for used in $(sed -n 's|^#include "\(.*\)"|\1|p' "$file"); do
        case $used in
        base/* | stability/literal.h | stability/models.h | \
            stability/literal_coalition.h) ;;
        *) echo "$file includes $used"; status=1 ;;
        esac
    done
done
for name in literal models literal_coalition arcs; do
    if [ -e "src/stability/$name.h" ]; then
        echo "src/stability/$name.h would hide the checker's"
        status=1
    fi
done
exit $status
