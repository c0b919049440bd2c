/* SPDX-License-Identifier: Apache-2.0
 * The merged frontier against the enumerating solver and against the
 * definition, on random cases: 2 to 5 parties, ties, rules, conditions.
 * PROP_SEED replays one case. */
#include "random_case.h"

#include "deal/merge.h"

enum { CASES_MOST = 10000, OUTCOMES = 4096, ISSUES = 6, PARTIES = 5 };

typedef struct tally {
    int merged, with_rules, with_ties, empty, capped, counted, with_gap, tight;
} tally;

/* --- The case --- */

/* Few different worths, so that many outcomes are worth the same. */
static const fixed *coarse(chance *h, const case_model *c) {
    fixed *worth = ARENA_ARRAY(h->mem, fixed, (size_t)c->cell_count);
    int most = 2 + below(h, 2);
    for (int i = 0; i < c->cell_count; i++)
        worth[i] = (fixed)below(h, most) * FIXED_ONE;
    return worth;
}

static case_model *next_case(chance *h) {
    case_model *c = some_case(h, PARTIES, ISSUES, 4);
    case_preference *of =
        ARENA_ARRAY(h->mem, case_preference, (size_t)c->party_count);
    memcpy(of, c->preferences, (size_t)c->party_count * sizeof *of);
    if (once_in(h, 2))
        for (int p = 0; p < c->party_count; p++)
            of[p].worth = coarse(h, c);
    if (once_in(h, 4)) {
        of[0].has_cap = true;
        of[0].cap = (fixed)(1 + below(h, 8)) * FIXED_ONE;
    }
    /* one party sees nothing in anything: whole issues tie */
    if (once_in(h, 10))
        of[1].worth = ARENA_ARRAY(h->mem, fixed, (size_t)c->cell_count);
    c->preferences = of;
    c->has_now = !once_in(h, 4);
    if (once_in(h, 4)) c->rule_count = 0;
    if (once_in(h, 40)) {
        case_rule *rules = ARENA_ARRAY(h->mem, case_rule, 1);
        expr *no = new_expr(h, EXPR_NOT);
        no->left = some_expr(h, c, 1);
        expr *both = new_expr(h, EXPR_AND);
        both->left = no;
        both->right = no->left;
        rules[0].holds = both;
        c->rules = rules;
        c->rule_count = 1;
    }
    return c;
}

/* --- Against the definition --- */

typedef struct brute {
    int n, count;
    int x[OUTCOMES][ISSUES];
    fixed u[OUTCOMES][PARTIES];
} brute;

static void list_outcomes(brute *b, const case_model *c) {
    int x[ISSUES] = {0};
    for (int j = 0; j >= 0;) {
        bool ok = true;
        for (int i = 0; i < c->rule_count; i++)
            ok = ok && expr_holds(c->rules[i].holds, x);
        for (int p = 0; ok && p < b->n; p++) {
            const case_preference *of = &c->preferences[p];
            fixed *u = &b->u[b->count][p];
            *u = 0;
            for (int i = 0; i < c->issue_count; i++)
                *u += of->worth[c->issues[i].cell + x[i]];
            for (int i = 0; i < of->when_count; i++)
                *u += expr_holds(of->when[i].holds, x) ? of->when[i].worth : 0;
        }
        if (ok) memcpy(b->x[b->count++], x, sizeof x);
        for (j = c->issue_count - 1;
             j >= 0 && ++x[j] == c->issues[j].option_count; j--)
            x[j] = 0;
    }
}

static bool dominated(const brute *b, int i) {
    for (int k = 0; k < b->count; k++) {
        bool least = true, more = false;
        for (int p = 0; p < b->n; p++) {
            least = least && b->u[k][p] >= b->u[i][p];
            more = more || b->u[k][p] > b->u[i][p];
        }
        if (least && more) return true;
    }
    return false;
}

static void compare_definition(const case_model *c, const merge_answer *a,
                               arena *mem) {
    brute *b = ARENA_NEW(mem, brute);
    b->n = c->party_count;
    list_outcomes(b, c);
    size_t at = 0;
    for (int i = 0; i < b->count; i++) {
        if (dominated(b, i)) continue;
        int copies = 0, earlier = 0;
        for (int k = 0; k < b->count; k++) {
            bool same =
                memcmp(b->u[i], b->u[k], (size_t)b->n * sizeof(fixed)) == 0;
            copies += same;
            earlier += same && k < i;
        }
        if (earlier > 0) continue;
        assert_true(at < a->point_count);
        assert_memory_equal(a->points[at].worth, b->u[i],
                            (size_t)b->n * sizeof(fixed));
        assert_memory_equal(a->points[at].outcome, b->x[i],
                            (size_t)c->issue_count * sizeof(int));
        assert_int_equal(strtol(a->points[at].count, NULL, 10), copies);
        at++;
    }
    assert_int_equal(at, a->point_count);
}

/* --- Against the solver --- */

static void compare_outcome(const deal_space *s, uint32_t index,
                            const int *outcome) {
    assert_int_equal(deal_space_find(s, outcome), index);
}

static void compare_points(const deal_space *s, const deal_answer *want,
                           const merge_answer *got, tally *t) {
    assert_int_equal(got->point_count, want->point_count);
    for (int i = 0; i < want->point_count; i++) {
        compare_outcome(s, want->points[i].first, got->points[i].outcome);
        assert_int_equal(strtol(got->points[i].count, NULL, 10),
                         want->points[i].count);
        assert_memory_equal(got->points[i].worth, want->points[i].worth,
                            (size_t)s->c->party_count * sizeof(fixed));
        t->with_ties += want->points[i].count > 1;
    }
}

static void compare_solutions(const deal_space *s, const deal_answer *want,
                              const merge_answer *got) {
    assert_int_equal(got->solution_count, want->solution_count);
    for (int i = 0; i < want->solution_count; i++) {
        const deal_solution *w = &want->solutions[i];
        const merge_solution *g = &got->solutions[i];
        assert_string_equal(g->name, w->name);
        compare_outcome(s, w->outcome, g->outcome);
        assert_memory_equal(g->worth, w->worth,
                            (size_t)s->c->party_count * sizeof(fixed));
        assert_int_equal(strtol(g->count, NULL, 10), w->tie_count);
        assert_true(g->all_listed);
        assert_int_equal(g->listed, w->tie_count);
        for (uint32_t k = 0; k < w->tie_count; k++)
            compare_outcome(s, w->ties[k], g->ties[k]);
    }
}

static void compare_rational(const deal_answer *want, const merge_answer *got) {
    assert_int_equal(got->any_rational, want->rational_count > 0);
    if (got->rational_count)
        assert_int_equal(strtol(got->rational_count, NULL, 10),
                         want->rational_count);
    else
        assert_in_range(want->rational_count, 1, want->outcome_count - 1);
}

/* With few ties listed, these are some of them, the first among them. */
static void some_ties_are_ties(const case_model *c,
                               const deal_concept *const *wanted,
                               const merge_answer *all, arena *mem) {
    const merge_answer *few =
        merge_solve(c, wanted, 1, (merge_limits){.ties = 2}, mem, NULL);
    const merge_solution *a = &all->solutions[0], *f = &few->solutions[0];
    assert_string_equal(f->count, a->count);
    assert_int_equal(f->listed, a->listed < 2 ? a->listed : 2);
    const size_t size = (size_t)c->issue_count * sizeof(int);
    assert_memory_equal(f->ties[0], a->ties[0], size);
    assert_memory_equal(f->outcome, a->outcome, size);
    size_t found = 0;
    for (size_t i = 0; i < f->listed; i++)
        for (size_t k = 0; k < a->listed; k++)
            found += memcmp(f->ties[i], a->ties[k], size) == 0;
    assert_int_equal(found, f->listed);
}

static bool cap_binds(const case_model *c, const merge_answer *a) {
    bool binds = false;
    for (int p = 0; p < c->party_count; p++)
        for (size_t i = 0; i < a->point_count; i++)
            binds = binds || (c->preferences[p].has_cap &&
                              a->points[i].worth[p] == c->preferences[p].cap);
    return binds;
}

/* With a cap that binds the points are the same, and the counts at most. */
static void compare_capped(const deal_answer *want, const merge_answer *got,
                           int n, tally *t) {
    assert_int_equal(got->point_count, want->point_count);
    for (int i = 0; i < want->point_count; i++) {
        bool found = false;
        for (size_t k = 0; k < got->point_count; k++)
            if (memcmp(got->points[k].worth, want->points[i].worth,
                       (size_t)n * sizeof(fixed)) == 0) {
                found = true;
                assert_true(strtol(got->points[k].count, NULL, 10) <=
                            (long)want->points[i].count);
            }
        assert_true(found);
    }
    assert_int_equal(got->solution_count, want->solution_count);
    t->capped++;
}

static void compare_way(const case_model *c, const deal_space *s,
                        const deal_answer *want, merge_limits limits, tally *t,
                        arena *mem) {
    const deal_concept *wanted[8];
    for (int i = 0; i < deal_concept_count; i++)
        wanted[i] = &deal_concepts[i];
    const deal_party *parties = deal_parties(c, s, mem);
    const merge_answer *got =
        merge_solve(c, wanted, deal_concept_count, limits, mem, NULL);
    assert_non_null(got);
    assert_null(got->gap);
    assert_int_equal(strtol(got->outcome_count, NULL, 10), want->outcome_count);
    for (int p = 0; p < c->party_count; p++)
        assert_int_equal(got->parties[p].reserve, parties[p].reserve);
    compare_rational(want, got);
    t->counted += got->rational_count != NULL;
    if (got->counts_least) {
        assert_true(cap_binds(c, got) || got->point_count == 0);
        compare_capped(want, got, c->party_count, t);
        return;
    }
    compare_points(s, want, got, t);
    compare_solutions(s, want, got);
    if (!cap_binds(c, got)) compare_definition(c, got, mem);
    if (got->solution_count > 0) some_ties_are_ties(c, wanted, got, mem);
}

/* With few states, or few points and a slack, every point of the frontier is
 * within the gap of one that was found, and what was found are worths of
 * outcomes. */
static void gaps_hold(chance *h, const case_model *c, const deal_answer *want,
                      tally *t) {
    const bool tight = once_in(h, 2);
    const merge_limits limits = {
        .block = {.outcomes = 1, .live = {.states = 2, .width = 1}},
        .points = tight ? 2 + 2 * (size_t)c->issue_count : 0,
        .epsilon = tight ? 0.4 : 0};
    const merge_answer *got = merge_solve(c, NULL, 0, limits, h->mem, NULL);
    assert_true(got || tight);
    if (!got) return;
    t->tight += tight && got->gap;
    t->with_gap += got->gap != NULL;
    const size_t n = (size_t)c->party_count;
    for (int i = 0; i < want->point_count; i++) {
        bool near = false;
        for (size_t k = 0; k < got->point_count && !near; k++) {
            near = true;
            for (size_t p = 0; p < n; p++)
                near = near &&
                       got->points[k].worth[p] + (got->gap ? got->gap[p] : 0) >=
                           want->points[i].worth[p];
        }
        assert_true(near || got->point_count == 0);
    }
    for (size_t k = 0; k < got->point_count; k++)
        for (size_t p = 0; p < n; p++) {
            const case_preference *of = &c->preferences[p];
            const deal_party one = {.worth = of->worth,
                                    .when = of->when,
                                    .when_count = of->when_count,
                                    .has_cap = of->has_cap,
                                    .cap = of->cap};
            assert_int_equal(deal_party_worth(c, &one, got->points[k].outcome),
                             got->points[k].worth[p]);
        }
}

static void one_case(uint64_t seed, tally *t) {
    chance h = {.mem = test_arena()};
    rng_seed(&h.r, seed, 1);
    const case_model *c = next_case(&h);
    const deal_concept *wanted[8];
    for (int i = 0; i < deal_concept_count; i++)
        wanted[i] = &deal_concepts[i];
    if (merge_applies(c)) {
        const deal_space *s = deal_space_new(c, (deal_scope){0}, h.mem, NULL);
        const deal_party *parties = deal_parties(c, s, h.mem);
        const deal_answer *want =
            deal_solve(s, parties, wanted, deal_concept_count, 1, h.mem);
        /* blocks enumerated, by their live conditions, and these by a close
         * look at every state */
        const deal_block_limits ways[] = {
            {0}, {.outcomes = 1}, {.outcomes = 1, .live = {.quick = 1}}};
        for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
            const merge_limits limits = {
                .ties = OUTCOMES, .block = ways[i], .count_states = OUTCOMES};
            compare_way(c, s, want, limits, t, h.mem);
        }
        gaps_hold(&h, c, want, t);
        t->merged++;
        t->with_rules += c->rule_count > 0;
        t->empty += want->outcome_count == 0;
    }
    arena_free(h.mem);
}

static void the_merge_equals_enumeration(void **state) {
    (void)state;
    tally t = {0};
    const char *replay = getenv("PROP_SEED");
    const int cases = prop_cases(CASES_MOST);
    if (replay) {
        one_case(strtoull(replay, NULL, 10), &t);
        return;
    }
    uint64_t seed = 1;
    for (; t.merged < cases; seed++)
        one_case(seed, &t);
    /* the cases are what the test says they are */
    assert_true(t.with_rules > cases / 4);
    assert_true(t.with_ties > cases / 4);
    assert_true(t.empty > cases / 200);
    assert_true(t.capped > cases / 20);
    assert_true(t.counted > cases / 2);
    assert_true(t.with_gap > cases / 10);
    assert_true(t.tight > cases / 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_merge_equals_enumeration),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
