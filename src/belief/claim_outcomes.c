/* SPDX-License-Identifier: Apache-2.0
 * Of which outcomes does a requirement or refusal speak? As a condition, so
 * that they need not be listed: those without A, those with A, or those in
 * which an issue that the party carries out differs from the status quo.
 *
 * Edge cases: terms of no issue are in every outcome; a party that carries
 * nothing out has no condition. */
#include "belief/claim.h"

static const expr *one_of(const case_model *c, int issue, int_list options,
                          arena *mem) {
    const int count = c->issues[issue].option_count;
    uint64_t *has = ARENA_ARRAY(mem, uint64_t, (size_t)count / 64 + 1);
    for (int i = 0; i < options.count; i++)
        has[options.items[i] / 64] |= UINT64_C(1) << (options.items[i] % 64);
    expr *e = ARENA_NEW(mem, expr);
    *e = (expr){
        .kind = EXPR_IN, .issue = issue, .option_count = count, .has = has};
    return e;
}

static const expr *never(const case_model *c, arena *mem) {
    return one_of(c, 0, (int_list){NULL, 0}, mem);
}

static const expr *not_of(const expr *of, arena *mem) {
    expr *e = ARENA_NEW(mem, expr);
    *e = (expr){.kind = EXPR_NOT, .left = of};
    return e;
}

static const expr *both(expr_kind kind, const expr *left, const expr *right,
                        arena *mem) {
    expr *e = ARENA_NEW(mem, expr);
    *e = (expr){.kind = kind, .left = left, .right = right};
    return e;
}

/* "x with A". */
static const expr *with(const case_model *c, case_terms a, arena *mem) {
    const expr *all = not_of(never(c, mem), mem);
    for (int i = 0; i < a.count; i++)
        all = both(EXPR_AND, all,
                   one_of(c, a.items[i].issue, a.items[i].options, mem), mem);
    return all;
}

static const expr *differs(const case_model *c, int issue, arena *mem) {
    const int_list now = {&c->issues[issue].now, 1};
    return not_of(one_of(c, issue, now, mem), mem);
}

static bool carries_out(const case_issue *issue, int party) {
    for (int i = 0; i < issue->by.count; i++)
        if (issue->by.items[i] == party) return true;
    return false;
}

const expr *belief_claim_outcomes(const case_model *c, const belief_claim *k,
                                  arena *mem) {
    if (!k->entry->any_condition) {
        const expr *e = with(c, k->said->about, mem);
        return k->said->kind == CASE_REQUIRE ? not_of(e, mem) : e;
    }
    const expr *any = never(c, mem);
    for (int j = 0; j < c->issue_count; j++)
        if (carries_out(&c->issues[j], k->said->party))
            any = both(EXPR_OR, any, differs(c, j, mem), mem);
    return any;
}

const expr *belief_not_now(const case_model *c, arena *mem) {
    const expr *any = never(c, mem);
    if (!c->has_now) return not_of(any, mem);
    for (int j = 0; j < c->issue_count; j++)
        any = both(EXPR_OR, any, differs(c, j, mem), mem);
    return any;
}
