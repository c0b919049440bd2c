/* SPDX-License-Identifier: Apache-2.0
 * Do the status quo and what phases carry out keep the rules? Phase k stands
 * for the status quo with the terms of phases 1 to k set. A case without a
 * status quo must leave some outcome; that is checked where outcomes can be
 * gone through. A phase is judged only by rules that the status quo keeps,
 * and each rule is reported for the first phase that breaks it. */
#include <string.h>

#include "case/load_int.h"
#include "case/states.h"

/* "war = active, gate = shut": the issues that a rule speaks of. */
static const char *show(loader *l, const expr *rule, const int *outcome) {
    const case_model *c = l->c;
    bool *seen = ARENA_ARRAY(l->mem, bool, c->issue_count);
    const char *text = "";
    expr_issues(rule, seen);
    for (int i = 0; i < c->issue_count; i++)
        if (seen[i])
            text =
                arena_format(l->mem, "%s%s%s = %s", text, *text ? ", " : "",
                             c->issues[i].id, c->issues[i].options[outcome[i]]);
    return text;
}

static void check_now(loader *l, const int *now, bool *broken) {
    for (int r = 0; r < l->c->rule_count; r++) {
        const case_rule *rule = &l->c->rules[r];
        broken[r] = !expr_holds(rule->holds, now);
        if (!broken[r]) continue;
        diag_error(l->d, rule->origin.at, "case/now-breaks-rule",
                   "the status quo breaks this rule: %s",
                   show(l, rule->holds, now));
    }
}

static void check_phase(loader *l, const case_phase *p, const int *outcome,
                        bool *broken) {
    for (int r = 0; r < l->c->rule_count; r++) {
        const case_rule *rule = &l->c->rules[r];
        if (broken[r] || expr_holds(rule->holds, outcome)) continue;
        broken[r] = true;
        diag_error(l->d, p->origin.at, "case/phase-breaks-rule",
                   "while \"%s\" stands, the rule \"%s\" is broken: %s",
                   p->name, expr_print(rule->holds, l->c, l->mem),
                   show(l, rule->holds, outcome));
    }
}

static void check_proposal(loader *l, const case_proposal *p, const int *now,
                           const bool *broken_now) {
    const case_model *c = l->c;
    int *outcome = ARENA_ARRAY(l->mem, int, c->issue_count);
    bool *broken = ARENA_ARRAY(l->mem, bool, c->rule_count);
    memcpy(outcome, now, (size_t)c->issue_count * sizeof *outcome);
    for (int r = 0; r < c->rule_count; r++)
        broken[r] = broken_now[r];
    for (int k = 0; k < p->phase_count; k++) {
        case_terms terms = p->phases[k].terms;
        for (int t = 0; t < terms.count; t++)
            outcome[terms.items[t].issue] = terms.items[t].options.items[0];
        check_phase(l, &p->phases[k], outcome, broken);
    }
}

/* False if an issue's `now` is malformed. */
static bool take_now(const case_model *c, int *now) {
    for (int i = 0; i < c->issue_count; i++) {
        if (c->issues[i].now < 0) return false;
        now[i] = c->issues[i].now;
    }
    return c->issue_count > 0;
}

static bool has_options(const case_model *c) {
    for (int i = 0; i < c->issue_count; i++)
        if (c->issues[i].option_count == 0) return false;
    return c->issue_count > 0;
}

static bool few_outcomes(const case_model *c) {
    double count = 1;
    for (int i = 0; i < c->issue_count; i++)
        count *= c->issues[i].option_count;
    return count <= LOAD_STATES_MOST;
}

static void check_some_outcome(loader *l) {
    const case_model *c = l->c;
    if (!has_options(c) || c->rule_count == 0 || !few_outcomes(c)) return;
    span at = c->rules[0].origin.at;
    const case_states *s = states_of(l, at);
    if (s && states_count(s) == 0)
        diag_error(l->d, at, "case/no-outcome",
                   "the rules leave no outcome at all");
}

void load_outcomes(loader *l) {
    const case_model *c = l->c;
    int *now = ARENA_ARRAY(l->mem, int, c->issue_count);
    bool *broken = ARENA_ARRAY(l->mem, bool, c->rule_count);
    if (!c->has_now) {
        check_some_outcome(l);
        return;
    }
    if (!take_now(c, now) || !has_options(c)) return;
    check_now(l, now, broken);
    arena_place place = arena_mark(l->mem);
    for (int p = 0; p < c->proposal_count; p++) {
        check_proposal(l, &c->proposals[p], now, broken);
        arena_back(l->mem, place);
    }
}
