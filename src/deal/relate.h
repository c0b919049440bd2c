/* SPDX-License-Identifier: Apache-2.0
 * What one vector of worths is to another. */
#ifndef DEAL_RELATE_H
#define DEAL_RELATE_H

#include "base/number.h"

/* At least as much for all? */
static inline bool deal_covers(const fixed *a, const fixed *b, int n) {
    for (int p = 0; p < n; p++)
        if (a[p] < b[p]) return false;
    return true;
}

static inline bool deal_same(const fixed *a, const fixed *b, int n) {
    int p = 0;
    while (p < n && a[p] == b[p])
        p++;
    return p == n;
}

typedef enum deal_relation {
    DEAL_APART,
    DEAL_ABOVE,
    DEAL_BELOW,
    DEAL_EQUAL
} deal_relation;

/* What a is to b. */
static inline deal_relation deal_relate(const fixed *a, const fixed *b, int n) {
    bool more = false, less = false;
    for (int p = 0; p < n && !(more && less); p++) {
        more = more || a[p] > b[p];
        less = less || a[p] < b[p];
    }
    if (more && less) return DEAL_APART;
    return more ? DEAL_ABOVE : less ? DEAL_BELOW : DEAL_EQUAL;
}

#endif
