/* SPDX-License-Identifier: Apache-2.0
 * Enumerating what can be signed.
 *
 * The rows are walked depth first, issue by issue. A rule is checked as soon as
 * the last issue it speaks of has an option, so what it forbids is never walked
 * into; a rule on issues of the lanes alone takes those lanes out beforehand,
 * and one that couples lanes with earlier issues is asked of all lanes of a row
 * at once. Rows that keep the same lanes share them.
 *
 * Edge cases: every issue fixed gives one outcome or none; rules that
 * contradict each other give a space of no outcomes, which is not an error
 * here (the loader reports it where it matters). */
#include "deal/space.h"

#include <inttypes.h>
#include <string.h>

#include "deal/lanes.h"
#include "deal/words.h"

/* Rules can make the walk far longer than what is left. */
static const uint64_t steps_most = 200000000;

typedef struct walk {
    const case_model *c;
    int *outcome;        /* the options on the way to the row at hand */
    const int *issues;   /* the free ones, in order */
    int free_count;      /* how many */
    int depth_count;     /* of these, before the lanes */
    const expr **checks; /* grouped by the depth that decides them; then those
                            on lanes alone, then those that couple them */
    int *check_from;     /* first check of each group; depth_count + 4 */
    deal_lanes lanes;    /* that rules on lanes alone leave */
    lane_test **coupled; /* the tests of the last group */
    uint8_t *keep;       /* [lane]: what they leave of the row at hand */
    words text;          /* the same, a bit a lane */
    word_set kinds;      /* one a set of lanes */
    deal_lanes *kind;    /* [kind] */
    size_t kind_room;
    deal_row *rows;
    uint32_t *cells;
    size_t row_count, row_room;
    uint64_t outcomes, steps;
    bool stopped;
    arena *mem, *scratch;
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
    memset(seen, 0, (size_t)w->c->issue_count * sizeof *seen);
    expr_issues(e, seen);
    int depth = 0;
    bool lanes = false;
    for (int i = 0; i < w->depth_count; i++)
        if (seen[w->issues[i]]) depth = i + 1;
    for (int i = w->depth_count; i < w->free_count; i++)
        lanes = lanes || seen[w->issues[i]];
    if (!lanes) return depth;
    return w->depth_count + (depth == 0 ? 1 : 2);
}

static const expr *check_at(const case_model *c, const deal_scope *scope,
                            int i) {
    if (i < c->rule_count) return c->rules[i].holds;
    return scope->within[i - c->rule_count];
}

static void sort_checks(walk *w, const deal_scope *scope) {
    arena *mem = w->scratch;
    const int groups = w->depth_count + 3;
    int count = w->c->rule_count + scope->within_count;
    bool *seen = ARENA_ARRAY(mem, bool, (size_t)w->c->issue_count + 1);
    int *depth = ARENA_ARRAY(mem, int, (size_t)count + 1);
    int *from = ARENA_ARRAY(mem, int, (size_t)groups + 1);
    for (int i = 0; i < count; i++) {
        depth[i] = deciding_depth(w, check_at(w->c, scope, i), seen);
        from[depth[i] + 1]++;
    }
    for (int i = 0; i < groups; i++)
        from[i + 1] += from[i];
    int *next = ARENA_ARRAY(mem, int, (size_t)groups);
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

/* --- Lanes --- */

/* keep: which lanes some checks leave; false: none. */
static bool keep_lanes(walk *w, lane_test *const *tests, int count,
                       uint32_t lanes) {
    bool any = lanes > 0;
    memset(w->keep, 1, lanes);
    for (int i = 0; i < count && any; i++) {
        const lane_verdict v = lane_test_ask(tests[i], w->outcome);
        any = !v.known || v.holds;
        for (uint32_t k = 0; !v.known && k < lanes; k++)
            w->keep[k] &= v.mask[k];
    }
    if (!any) memset(w->keep, 0, lanes);
    return memchr(w->keep, 1, lanes);
}

static lane_test **tests_of(const walk *w, int group, const deal_lanes *lanes) {
    const int from = w->check_from[group], to = w->check_from[group + 1];
    lane_test **tests =
        ARENA_ARRAY(w->scratch, lane_test *, (size_t)(to - from) + 1);
    for (int i = from; i < to; i++)
        tests[i - from] = lane_test_new(w->checks[i], w->c, lanes, w->scratch);
    return tests;
}

static int checks_in(const walk *w, int group) {
    return w->check_from[group + 1] - w->check_from[group];
}

static void begin_lanes(walk *w) {
    const int alone = w->depth_count + 1;
    w->lanes = lanes_of(w->c, w->issues + w->depth_count,
                        w->free_count - w->depth_count, w->mem);
    w->keep = ARENA_ARRAY(w->scratch, uint8_t, (size_t)w->lanes.count + 1);
    if (checks_in(w, alone) > 0) {
        keep_lanes(w, tests_of(w, alone, &w->lanes), checks_in(w, alone),
                   w->lanes.count);
        w->lanes = lanes_pick(&w->lanes, w->keep, w->mem);
    }
    w->coupled = tests_of(w, alone + 1, &w->lanes);
    w->text = (words){.mem = w->scratch};
    w->kinds = word_set_new(w->scratch);
}

/* The number of the lanes that are kept. */
static uint32_t find_kind(walk *w) {
    w->text.count = 0;
    uintptr_t word = 0;
    for (uint32_t i = 0; i < w->lanes.count; i++) {
        word = word << 1 | w->keep[i];
        if (i % 32 != 31 && i + 1 < w->lanes.count) continue;
        words_add(&w->text, word);
        word = 0;
    }
    const uint32_t kind = word_set_add(&w->kinds, &w->text);
    if (kind == w->kind_room) {
        const size_t room = kind > 0 ? 2 * (size_t)kind : 4;
        w->kind = arena_grow(w->mem, w->kind, kind, room, sizeof *w->kind);
        w->kind_room = room;
    }
    if (!w->kind[kind].levels)
        w->kind[kind] = lanes_pick(&w->lanes, w->keep, w->mem);
    return kind;
}

/* --- The walk --- */

static bool goes_on(walk *w, uint64_t steps) {
    w->steps += steps;
    if (w->steps > steps_most || w->outcomes > DEAL_OUTCOMES_MOST)
        w->stopped = true;
    return !w->stopped;
}

static void make_room(walk *w) {
    if (w->row_count + 1 < w->row_room) return;
    const size_t room = w->row_room ? 2 * w->row_room : 16;
    const size_t wide = (size_t)w->depth_count;
    w->rows =
        arena_grow(w->scratch, w->rows, w->row_count, room, sizeof *w->rows);
    w->cells = arena_grow(w->scratch, w->cells, w->row_count * wide,
                          room * wide + 1, sizeof *w->cells);
    w->row_room = room;
}

static void add_row(walk *w) {
    const int coupled = checks_in(w, w->depth_count + 2);
    if (coupled > 0 && !goes_on(w, w->lanes.count)) return;
    if (coupled > 0 || w->row_count == 0)
        if (!keep_lanes(w, w->coupled, coupled, w->lanes.count)) return;
    /* without coupled checks all rows are alike */
    const uint32_t kind = coupled > 0 || w->row_count == 0 ? find_kind(w) : 0;
    make_room(w);
    uint32_t *cells = w->cells + w->row_count * (size_t)w->depth_count;
    for (int i = 0; i < w->depth_count; i++) {
        const int j = w->issues[i];
        cells[i] = (uint32_t)(w->c->issues[j].cell + w->outcome[j]);
    }
    w->rows[w->row_count++] = (deal_row){(uint32_t)w->outcomes, kind};
    w->outcomes += w->kind[kind].count;
}

/* Walks through all options of the issues from `depth` on. */
static void visit(walk *w, int depth) {
    if (depth == w->depth_count) {
        add_row(w);
        return;
    }
    const int j = w->issues[depth], options = w->c->issues[j].option_count;
    for (int option = 0; option < options && goes_on(w, 1); option++) {
        w->outcome[j] = option;
        if (allowed(w, depth + 1)) visit(w, depth + 1);
    }
}

/* The last issues that have few outcomes together, and at least one. */
static int lane_issues(const walk *w, uint64_t row_most) {
    const uint64_t most = row_most > 0 ? row_most : DEAL_ROW_MOST;
    int count = 0;
    uint64_t lanes = 1;
    while (count < w->free_count) {
        const int j = w->issues[w->free_count - 1 - count];
        lanes *= (uint64_t)w->c->issues[j].option_count;
        if (count > 0 && lanes > most) break;
        count++;
    }
    return count;
}

static void begin_walk(walk *w, const case_model *c, const deal_scope *scope,
                       arena *mem) {
    arena *scratch = arena_child(mem);
    size_t n = (size_t)c->issue_count;
    int *issues = ARENA_ARRAY(mem, int, n + 1);
    *w = (walk){.c = c, .issues = issues, .mem = mem, .scratch = scratch};
    w->outcome = ARENA_ARRAY(scratch, int, n + 1);
    for (int j = 0; j < c->issue_count; j++)
        if (scope->fixed && scope->fixed[j] >= 0)
            w->outcome[j] = scope->fixed[j];
        else
            issues[w->free_count++] = j;
    w->depth_count = w->free_count - lane_issues(w, scope->row_most);
    sort_checks(w, scope);
}

/* --- Refusing --- */

static void refuse(const walk *w, parley_diags *d) {
    uint64_t bound = 1;
    const case_issue *tips = NULL;
    bool huge = false;
    for (int i = 0; i < w->free_count; i++) {
        const case_issue *j = &w->c->issues[w->issues[i]];
        huge = huge ||
               __builtin_mul_overflow(bound, (uint64_t)j->option_count, &bound);
        if (!tips && (huge || bound > DEAL_OUTCOMES_MOST)) tips = j;
    }
    const char *size = huge ? "more than 18446744073709551615"
                            : arena_format(w->scratch, "%" PRIu64, bound);
    const char *rules = w->c->rule_count > 0 ? " before the rules" : "";
    diag_error(d, tips ? tips->origin.at : SPAN_NONE, "deal/space-limit",
               "%d issues give %s outcomes%s; at most %d can be enumerated",
               w->free_count, size, rules, DEAL_OUTCOMES_MOST);
    if (tips) diag_hint(d, "issue \"%s\" is the one that tips it", tips->id);
}

/* Without checks the product tells before the walk. */
static bool is_too_large(const walk *w) {
    uint64_t bound = 1;
    for (int i = 0; i < w->free_count && bound <= DEAL_OUTCOMES_MOST; i++)
        bound *= (uint64_t)w->c->issues[w->issues[i]].option_count;
    return w->check_from[w->depth_count + 3] == 0 && bound > DEAL_OUTCOMES_MOST;
}

/* --- Building --- */

static void take_rows(deal_space *s, walk *w) {
    const size_t wide = (size_t)w->depth_count, count = w->row_count;
    deal_row *rows = ARENA_ARRAY(w->mem, deal_row, count + 1);
    uint32_t *cells = ARENA_ARRAY(w->mem, uint32_t, count * wide + 1);
    if (count > 0) {
        memcpy(rows, w->rows, count * sizeof *rows);
        memcpy(cells, w->cells, count * wide * sizeof *cells);
    }
    rows[count].begin = (uint32_t)w->outcomes;
    s->rows = rows;
    s->row_cells = cells;
    s->row_count = (uint32_t)count;
    s->count = (uint32_t)w->outcomes;
    s->head = w->issues;
    s->head_count = w->depth_count;
    s->lanes = w->kind;
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
    s->c = c;
    note_fixed(s, &scope, mem);
    walk w;
    begin_walk(&w, c, &scope, mem);
    w.stopped = is_too_large(&w);
    if (!w.stopped) {
        begin_lanes(&w);
        if (allowed(&w, 0)) visit(&w, 0);
        goes_on(&w, 0);
    }
    if (w.stopped)
        refuse(&w, d);
    else
        take_rows(s, &w);
    arena_free(w.scratch);
    return w.stopped ? NULL : s;
}
