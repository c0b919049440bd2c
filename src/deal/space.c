/* SPDX-License-Identifier: Apache-2.0
 * Enumerating what can be signed.
 *
 * The outcomes are the leaves of a tree that is walked depth first, issue by
 * issue. A rule is checked as soon as the last issue it speaks of has an
 * option, so what it forbids is never walked into. The walk runs twice: first
 * it counts the nodes of each level that lead to an outcome, and stops when
 * there are too many; then it fills arrays of exactly that size.
 *
 * Edge cases: every issue fixed gives one outcome or none; rules that
 * contradict each other give a space of no outcomes, which is not an error
 * here (the loader reports it where it matters). */
#include "deal/space.h"

#include <inttypes.h>

/* Rules can make the tree far larger than what is left of it. */
static const uint64_t steps_most = 200000000;

typedef struct walk {
    const case_model *c;
    int *outcome;              /* the options on the way to the node at hand */
    const int *issues;         /* the free ones, in order */
    int depth_count;           /* how many */
    const expr **checks;       /* grouped by the depth that decides them */
    const int *check_from;     /* first check of each depth; depth_count + 2 */
    uint32_t *live;            /* nodes of each level so far */
    uint32_t **parent, **cell; /* by level; NULL while counting */
    uint64_t steps;
    bool stopped;
} walk;

uint64_t deal_space_bound(const case_model *c) {
    uint64_t bound = 1;
    for (int j = 0; j < c->issue_count; j++)
        if (__builtin_mul_overflow(bound, (uint64_t)c->issues[j].option_count,
                                   &bound))
            return UINT64_MAX;
    return bound;
}

bool deal_feasible(const case_model *c, const int *outcome) {
    for (int i = 0; i < c->rule_count; i++)
        if (!expr_holds(c->rules[i].holds, outcome)) return false;
    return true;
}

/* --- Which check belongs to which depth --- */

/* Depth 0 is before any free issue has an option. */
static int deciding_depth(const walk *w, const expr *e, bool *seen) {
    for (int j = 0; j < w->c->issue_count; j++)
        seen[j] = false;
    expr_issues(e, seen);
    for (int i = w->depth_count; i > 0; i--)
        if (seen[w->issues[i - 1]]) return i;
    return 0;
}

static const expr *check_at(const case_model *c, const deal_scope *scope,
                            int i) {
    if (i < c->rule_count) return c->rules[i].holds;
    return scope->within[i - c->rule_count];
}

static void sort_checks(walk *w, const deal_scope *scope, arena *mem) {
    int count = w->c->rule_count + scope->within_count;
    bool *seen = ARENA_ARRAY(mem, bool, (size_t)w->c->issue_count + 1);
    int *depth = ARENA_ARRAY(mem, int, (size_t)count + 1);
    int *from = ARENA_ARRAY(mem, int, (size_t)w->depth_count + 2);
    for (int i = 0; i < count; i++) {
        depth[i] = deciding_depth(w, check_at(w->c, scope, i), seen);
        from[depth[i] + 1]++;
    }
    for (int i = 0; i <= w->depth_count; i++)
        from[i + 1] += from[i];
    int *next = ARENA_ARRAY(mem, int, (size_t)w->depth_count + 1);
    w->checks = ARENA_ARRAY(mem, const expr *, (size_t)count + 1);
    for (int i = 0; i < count; i++)
        w->checks[from[depth[i]] + next[depth[i]]++] = check_at(w->c, scope, i);
    w->check_from = from;
}

/* Do the checks hold that the options up to `depth` decide? */
static bool allowed(const walk *w, int depth) {
    for (int i = w->check_from[depth]; i < w->check_from[depth + 1]; i++)
        if (!expr_holds(w->checks[i], w->outcome)) return false;
    return true;
}

/* --- The walk --- */

static bool goes_on(walk *w) {
    if (++w->steps > steps_most ||
        w->live[w->depth_count - 1] > DEAL_OUTCOMES_MOST)
        w->stopped = true;
    return !w->stopped;
}

/* Visits the children of a node of level depth - 1. True if an outcome lies
 * below: nodes without one are not kept. */
static bool visit(walk *w, int depth, uint32_t parent) {
    const case_issue *issue = &w->c->issues[w->issues[depth]];
    bool found = false;
    for (int option = 0; option < issue->option_count && goes_on(w); option++) {
        w->outcome[w->issues[depth]] = option;
        if (!allowed(w, depth + 1)) continue;
        uint32_t child = w->live[depth];
        if (depth + 1 < w->depth_count && !visit(w, depth + 1, child)) continue;
        if (w->parent) {
            w->parent[depth][child] = parent;
            w->cell[depth][child] = (uint32_t)(issue->cell + option);
        }
        w->live[depth]++;
        found = true;
    }
    return found;
}

static void begin_walk(walk *w, const case_model *c, const deal_scope *scope,
                       arena *mem) {
    size_t n = (size_t)c->issue_count;
    int *issues = ARENA_ARRAY(mem, int, n + 1);
    *w = (walk){.c = c, .issues = issues};
    w->outcome = ARENA_ARRAY(mem, int, n + 1);
    for (int j = 0; j < c->issue_count; j++)
        if (scope->fixed && scope->fixed[j] >= 0)
            w->outcome[j] = scope->fixed[j];
        else
            issues[w->depth_count++] = j;
    w->live = ARENA_ARRAY(mem, uint32_t, (size_t)w->depth_count + 1);
    sort_checks(w, scope, mem);
}

/* --- Refusing --- */

static void refuse(const walk *w, arena *mem, parley_diags *d) {
    uint64_t bound = 1;
    const case_issue *tips = NULL;
    bool huge = false;
    for (int i = 0; i < w->depth_count; i++) {
        const case_issue *j = &w->c->issues[w->issues[i]];
        huge = huge ||
               __builtin_mul_overflow(bound, (uint64_t)j->option_count, &bound);
        if (!tips && (huge || bound > DEAL_OUTCOMES_MOST)) tips = j;
    }
    const char *size = huge ? "more than 18446744073709551615"
                            : arena_format(mem, "%" PRIu64, bound);
    const char *rules = w->c->rule_count > 0 ? " before the rules" : "";
    diag_error(d, tips ? tips->origin.at : SPAN_NONE, "deal/space-limit",
               "%d issues give %s outcomes%s; at most %d can be enumerated",
               w->depth_count, size, rules, DEAL_OUTCOMES_MOST);
    if (tips) diag_hint(d, "issue \"%s\" is the one that tips it", tips->id);
}

/* True if there are too many. Without checks the product is the answer. */
static bool too_many(walk *w) {
    if (w->check_from[w->depth_count + 1] == 0) {
        uint64_t bound = 1;
        for (int i = 0; i < w->depth_count; i++) {
            bound *= (uint64_t)w->c->issues[w->issues[i]].option_count;
            if (bound > DEAL_OUTCOMES_MOST) return true;
            w->live[i] = (uint32_t)bound;
        }
        return false;
    }
    visit(w, 0, 0);
    return w->stopped || w->live[w->depth_count - 1] > DEAL_OUTCOMES_MOST;
}

/* --- Building --- */

static void fill_levels(deal_space *s, walk *w, arena *mem, arena *scratch) {
    size_t n = (size_t)w->depth_count;
    deal_level *levels = ARENA_ARRAY(mem, deal_level, n);
    w->parent = ARENA_ARRAY(scratch, uint32_t *, n);
    w->cell = ARENA_ARRAY(scratch, uint32_t *, n);
    for (size_t i = 0; i < n; i++) {
        uint32_t count = w->live[i];
        w->parent[i] = ARENA_ARRAY(mem, uint32_t, (size_t)count + 1);
        w->cell[i] = ARENA_ARRAY(mem, uint32_t, (size_t)count + 1);
        levels[i] = (deal_level){w->issues[i], count, w->parent[i], w->cell[i]};
        w->live[i] = 0;
    }
    w->steps = 0;
    visit(w, 0, 0);
    s->levels = levels;
    s->level_count = w->depth_count;
    s->count = w->live[n - 1];
}

static void note_fixed(deal_space *s, const deal_scope *scope, arena *mem) {
    const case_model *c = s->c;
    int *cells = ARENA_ARRAY(mem, int, (size_t)c->issue_count + 1);
    for (int j = 0; scope->fixed && j < c->issue_count; j++)
        if (scope->fixed[j] >= 0)
            cells[s->fixed_count++] = c->issues[j].cell + scope->fixed[j];
    s->fixed = cells;
}

const deal_space *deal_space_new(const case_model *c, deal_scope scope,
                                 arena *mem, parley_diags *d) {
    deal_space *s = ARENA_NEW(mem, deal_space);
    arena *scratch = arena_child(mem);
    s->c = c;
    note_fixed(s, &scope, mem);
    walk w;
    begin_walk(&w, c, &scope, scratch);
    bool refused = false;
    if (!allowed(&w, 0)) {
        s->count = 0; /* what is fixed breaks a rule */
    } else if (w.depth_count == 0) {
        s->count = 1;
    } else if (too_many(&w)) {
        refuse(&w, scratch, d);
        refused = true;
    } else {
        fill_levels(s, &w, mem, scratch);
    }
    arena_free(scratch);
    return refused ? NULL : s;
}
