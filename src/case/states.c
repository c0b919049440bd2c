/* SPDX-License-Identifier: Apache-2.0
 * Which outcomes are feasible, and in which order? They are gone through as an
 * odometer turns, the last issue fastest, and those that keep all rules are
 * counted from 1. A bit for each outcome and the count of feasible ones before
 * each word of bits give the id of an outcome in constant time. */
#include "case/states.h"

enum { WORD = 64 };

struct case_states {
    const case_model *c;
    uint64_t *feasible; /* a bit an outcome */
    int *before;        /* feasible ones before each word */
    int count, outcomes;
};

bool states_allowed(const case_model *c, const int *outcome) {
    for (int r = 0; r < c->rule_count; r++)
        if (!expr_holds(c->rules[r].holds, outcome)) return false;
    return true;
}

static bool advance(const case_model *c, int *outcome) {
    for (int i = c->issue_count - 1; i >= 0; i--) {
        if (++outcome[i] < c->issues[i].option_count) return true;
        outcome[i] = 0;
    }
    return false;
}

static size_t count_outcomes(const case_model *c) {
    size_t count = 1;
    for (int i = 0; i < c->issue_count && count <= LOAD_STATES_MOST; i++)
        count *= (size_t)c->issues[i].option_count;
    return count;
}

static void fill(case_states *s, arena *mem) {
    int *outcome = ARENA_ARRAY(mem, int, s->c->issue_count);
    for (int i = 0; i < s->outcomes; i++) {
        if (i % WORD == 0) s->before[i / WORD] = s->count;
        if (states_allowed(s->c, outcome)) {
            s->feasible[i / WORD] |= UINT64_C(1) << (i % WORD);
            s->count++;
        }
        advance(s->c, outcome);
    }
}

const case_states *states_of(loader *l, span at) {
    if (l->feasible) return l->feasible;
    case_states *s = ARENA_NEW(l->mem, case_states);
    s->c = l->c;
    if (l->c->graph) {
        s->count = l->c->graph->state_count;
        return l->feasible = s;
    }
    size_t outcomes = count_outcomes(l->c);
    if (outcomes == 0 || l->broken[SPACE_ISSUE]) return NULL;
    if (outcomes > LOAD_STATES_MOST) {
        diag_limit(l->d, at, "case/limit",
                   "more than %d outcomes, too many to rank", LOAD_STATES_MOST);
        return NULL;
    }
    s->outcomes = (int)outcomes;
    s->feasible = ARENA_ARRAY(l->mem, uint64_t, outcomes / WORD + 1);
    s->before = ARENA_ARRAY(l->mem, int, outcomes / WORD + 1);
    fill(s, l->mem);
    return l->feasible = s;
}

int states_count(const case_states *s) { return s->count; }

static int place_of(const case_states *s, const int *outcome) {
    int place = 0;
    for (int i = 0; i < s->c->issue_count; i++)
        place = place * s->c->issues[i].option_count + outcome[i];
    return place;
}

int states_id(const case_states *s, const int *outcome) {
    int place = place_of(s, outcome);
    uint64_t word = s->feasible[place / WORD];
    uint64_t bit = UINT64_C(1) << (place % WORD);
    if (!(word & bit)) return 0;
    int within = __builtin_popcountll(word & (bit - 1));
    return s->before[place / WORD] + within + 1;
}

static int find_place(const case_states *s, int id) {
    int place = 0;
    for (int seen = 0;; place++) {
        seen += (int)(s->feasible[place / WORD] >> (place % WORD) & 1);
        if (seen == id) return place;
    }
}

const char *states_print(const case_states *s, int id, arena *mem) {
    const case_model *c = s->c;
    if (c->graph) return c->graph->state_ids[id - 1];
    int place = find_place(s, id);
    const char *text = "";
    for (int i = c->issue_count - 1; i >= 0; i--) {
        const case_issue *issue = &c->issues[i];
        const char *option = issue->options[place % issue->option_count];
        place /= issue->option_count;
        text = arena_format(mem, "%s = %s%s%s", issue->id, option,
                            *text ? ", " : "", text);
    }
    return text;
}
