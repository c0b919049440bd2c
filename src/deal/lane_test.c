/* SPDX-License-Identifier: Apache-2.0
 * Does a condition hold, for all lanes of a row at once?
 *
 * The condition is taken apart once: what speaks of issues before the lanes is
 * one answer a row; "an issue of the lanes has one of these options" is a mask
 * of one byte a lane that no row changes. And, or, not, if and iff then are
 * passes over bytes, and only where both sides depend on the lanes.
 *
 * Edge cases: a condition on no issue of the lanes is always known. */
#include <stdlib.h>

#include "deal/lanes.h"

struct lane_test {
    const expr *of;
    bool whole;     /* speaks of no issue of the lanes: one answer a row */
    uint32_t count; /* lanes */
    uint8_t *mask;  /* of a leaf; else scratch */
    lane_test *left, *right;
};

static bool speaks_of(const expr *e, const deal_lanes *lanes) {
    if (!e) return false;
    if (e->kind != EXPR_IN)
        return speaks_of(e->left, lanes) || speaks_of(e->right, lanes);
    for (int k = 0; k < lanes->level_count; k++)
        if (lanes->levels[k].issue == e->issue) return true;
    return false;
}

static void fill_leaf(const lane_test *t, const case_model *c,
                      const deal_lanes *lanes) {
    const int first = c->issues[t->of->issue].cell;
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t at = i;
        int k = lanes->level_count - 1;
        for (; lanes->levels[k].issue != t->of->issue; k--)
            at = lanes->levels[k].parent[at];
        t->mask[i] = expr_has(t->of, (int)lanes->levels[k].cell[at] - first);
    }
}

lane_test *lane_test_new(const expr *e, const case_model *c,
                         const deal_lanes *lanes, arena *mem) {
    lane_test *t = ARENA_NEW(mem, lane_test);
    *t = (lane_test){.of = e, .count = lanes->count};
    t->whole = !speaks_of(e, lanes);
    if (t->whole) return t;
    t->mask = ARENA_ARRAY(mem, uint8_t, (size_t)lanes->count + 1);
    if (e->kind == EXPR_IN) {
        fill_leaf(t, c, lanes);
        return t;
    }
    t->left = lane_test_new(e->left, c, lanes, mem);
    if (e->right) t->right = lane_test_new(e->right, c, lanes, mem);
    return t;
}

/* --- Asking --- */

static bool truth(expr_kind kind, bool left, bool right) {
    switch (kind) {
    case EXPR_NOT:
        return !left;
    case EXPR_AND:
        return left && right;
    case EXPR_OR:
        return left || right;
    case EXPR_IMPLIES:
        return !left || right;
    case EXPR_IFF:
        return left == right;
    case EXPR_IN:
        break;
    }
    abort();
}

static lane_verdict turned(const lane_test *t, const uint8_t *mask) {
    for (uint32_t i = 0; i < t->count; i++)
        t->mask[i] = mask[i] ^ 1;
    return (lane_verdict){.mask = t->mask};
}

/* What is known for one side decides, or leaves the other, or turns it. */
static lane_verdict of_one_side(const lane_test *t, bool with_false,
                                bool with_true, const uint8_t *mask) {
    if (with_false == with_true)
        return (lane_verdict){.known = true, .holds = with_true};
    if (!with_true) return turned(t, mask);
    return (lane_verdict){.mask = mask};
}

static lane_verdict of_both(const lane_test *t, const uint8_t *a,
                            const uint8_t *b) {
    uint8_t *to = t->mask;
    const uint32_t count = t->count;
    switch (t->of->kind) {
    case EXPR_AND:
        for (uint32_t i = 0; i < count; i++)
            to[i] = a[i] & b[i];
        break;
    case EXPR_OR:
        for (uint32_t i = 0; i < count; i++)
            to[i] = a[i] | b[i];
        break;
    case EXPR_IMPLIES:
        for (uint32_t i = 0; i < count; i++)
            to[i] = (a[i] ^ 1) | b[i];
        break;
    default: /* EXPR_IFF */
        for (uint32_t i = 0; i < count; i++)
            to[i] = a[i] ^ b[i] ^ 1;
        break;
    }
    return (lane_verdict){.mask = to};
}

lane_verdict lane_test_ask(lane_test *t, const int *outcome) {
    if (t->whole)
        return (lane_verdict){.known = true,
                              .holds = expr_holds(t->of, outcome)};
    const expr_kind kind = t->of->kind;
    if (kind == EXPR_IN) return (lane_verdict){.mask = t->mask};
    const lane_verdict a = lane_test_ask(t->left, outcome);
    if (kind == EXPR_NOT && !a.known) return turned(t, a.mask);
    if (kind == EXPR_NOT)
        return (lane_verdict){.known = true, .holds = !a.holds};
    const bool with_false = truth(kind, a.holds, false);
    const bool with_true = truth(kind, a.holds, true);
    if (a.known && with_false == with_true)
        return (lane_verdict){.known = true, .holds = with_true};
    const lane_verdict b = lane_test_ask(t->right, outcome);
    if (a.known && b.known)
        return (lane_verdict){.known = true,
                              .holds = truth(kind, a.holds, b.holds)};
    if (a.known) return of_one_side(t, with_false, with_true, b.mask);
    if (b.known)
        return of_one_side(t, truth(kind, false, b.holds),
                           truth(kind, true, b.holds), a.mask);
    return of_both(t, a.mask, b.mask);
}
