/* SPDX-License-Identifier: Apache-2.0
 * What is nearest where nothing is good enough for all, which rules would have
 * to go, and which issues could be traded: against plain searches through all
 * outcomes of random cases. PROP_SEED replays one case. */
#include "random_case.h"

#include <limits.h>

#include "deal/near.h"
#include "deal/roll.h"

enum { CASES_MOST = 4000, ISSUES = 5, PARTIES = 4, OUTCOMES = 1024 };

typedef struct seen {
    int empty, by_rules, rolls;
} seen;

typedef struct listed {
    const case_model *c;
    const deal_party *of;
    int n, count;
    fixed lack[OUTCOMES][PARTIES];
} listed;

static bool next(const case_model *c, int *x) {
    int j = c->issue_count - 1;
    while (j >= 0 && ++x[j] == c->issues[j].option_count)
        x[j--] = 0;
    return j >= 0;
}

static void list_lacks(listed *l) {
    int x[ISSUES] = {0};
    do {
        bool keeps = true;
        for (int i = 0; i < l->c->rule_count; i++)
            keeps = keeps && expr_holds(l->c->rules[i].holds, x);
        if (!keeps) continue;
        for (int p = 0; p < l->n; p++) {
            fixed lack =
                l->of[p].reserve - deal_party_worth(l->c, &l->of[p], x);
            l->lack[l->count][p] = lack > 0 ? lack : 0;
        }
        l->count++;
    } while (next(l->c, x));
}

static fixed most_of(const listed *l, int i) {
    fixed most = 0;
    for (int p = 0; p < l->n; p++)
        if (l->lack[i][p] > most) most = l->lack[i][p];
    return most;
}

static void check_joint(const listed *l, const deal_near *near) {
    fixed joint = INT64_MAX;
    for (int i = 0; i < l->count; i++)
        if (most_of(l, i) < joint) joint = most_of(l, i);
    assert_int_equal(near->count > 0, l->count > 0);
    if (l->count > 0) assert_int_equal(near->misses[0].most, joint);
}

static void check_alone(const listed *l, const deal_near *near) {
    for (int p = 0; p < l->n; p++) {
        fixed least = -1;
        for (int i = 0; i < l->count; i++) {
            bool only = true;
            for (int q = 0; q < l->n; q++)
                only = only && (q == p || l->lack[i][q] == 0);
            if (only && (least < 0 || l->lack[i][p] < least))
                least = l->lack[i][p];
        }
        assert_int_equal(near->alone[p], least);
    }
}

static bool is_nearer(const listed *l, int i, const fixed *than) {
    bool less = false;
    for (int p = 0; p < l->n; p++) {
        if (l->lack[i][p] > than[p]) return false;
        less = less || l->lack[i][p] < than[p];
    }
    return less;
}

static bool same_lack(const listed *l, int i, const fixed *as) {
    return memcmp(l->lack[i], as, (size_t)l->n * sizeof *as) == 0;
}

/* Every miss is one, and every miss there is has its shortfalls listed. */
static void check_misses(const listed *l, const deal_near *near) {
    for (size_t k = 0; k < near->count; k++) {
        bool is = false;
        for (int i = 0; i < l->count; i++) {
            assert_false(is_nearer(l, i, near->misses[k].short_of));
            is = is || same_lack(l, i, near->misses[k].short_of);
        }
        assert_true(is);
    }
    for (int i = 0; i < l->count; i++) {
        bool nearest = true, has = false;
        for (int k = 0; k < l->count; k++)
            nearest = nearest && !is_nearer(l, k, l->lack[i]);
        for (size_t k = 0; k < near->count; k++)
            has = has || same_lack(l, i, near->misses[k].short_of);
        assert_int_equal(nearest, has);
    }
}

static int broken(const case_model *c, const int *x) {
    int count = 0;
    for (int i = 0; i < c->rule_count; i++)
        count += !expr_holds(c->rules[i].holds, x);
    return count;
}

static void check_giving(const case_model *c, const deal_party *of,
                         const deal_giving *g, seen *s) {
    int x[ISSUES] = {0}, fewest = INT_MAX;
    do {
        bool enough = true;
        for (int p = 0; p < c->party_count; p++)
            enough = enough && deal_party_worth(c, &of[p], x) >= of[p].reserve;
        if (enough && broken(c, x) < fewest) fewest = broken(c, x);
    } while (next(c, x));
    assert_int_equal(g->outcome != NULL, fewest < INT_MAX && c->rule_count > 0);
    if (!g->outcome) return;
    assert_int_equal(g->rule_count, fewest);
    assert_int_equal(broken(c, g->outcome), fewest);
    s->by_rules++;
}

/* --- Trades --- */

static double swing(const case_model *c, const deal_party *of, int j) {
    fixed least = INT64_MAX, most = INT64_MIN;
    for (int o = 0; o < c->issues[j].option_count; o++) {
        fixed w = of->worth[c->issues[j].cell + o];
        least = w < least ? w : least;
        most = w > most ? w : most;
    }
    return (double)(most - least);
}

static bool is_best(const case_model *c, const deal_party *of, int j, int o) {
    for (int k = 0; k < c->issues[j].option_count; k++)
        if (of->worth[c->issues[j].cell + k] > of->worth[c->issues[j].cell + o])
            return false;
    return true;
}

static void check_roll(const case_model *c, const deal_party *of,
                       const deal_roll *r) {
    const deal_party *a = &of[r->parties[0]], *b = &of[r->parties[1]];
    assert_true(is_best(c, a, r->issues[0], r->options[0]));
    assert_true(is_best(c, b, r->issues[1], r->options[1]));
    assert_false(is_best(c, b, r->issues[0], r->options[0]));
    assert_false(is_best(c, a, r->issues[1], r->options[1]));
    double x = swing(c, a, r->issues[0]) / swing(c, a, r->issues[1]);
    double y = swing(c, b, r->issues[0]) / swing(c, b, r->issues[1]);
    assert_true(x > y);
    assert_near(r->difference, x / y, 1e-9 * x / y);
}

static bool opposed(const case_model *c, const deal_party *a,
                    const deal_party *b, int j) {
    for (int o = 0; o < c->issues[j].option_count; o++)
        if (is_best(c, a, j, o) && is_best(c, b, j, o)) return false;
    return true;
}

static void check_rolls(const case_model *c, const deal_party *of, seen *s,
                        arena *mem) {
    deal_rolls few = deal_rolls_find(c, of, 2, mem);
    deal_rolls all = deal_rolls_find(c, of, 1000, mem);
    assert_int_equal(all.count, all.found);
    assert_int_equal(few.found, all.found);
    int expected = 0;
    for (int p = 0; p < c->party_count; p++)
        for (int q = p + 1; q < c->party_count; q++)
            for (int j = 0; j < c->issue_count; j++)
                for (int k = j + 1; k < c->issue_count; k++) {
                    if (!opposed(c, &of[p], &of[q], j) ||
                        !opposed(c, &of[p], &of[q], k))
                        continue;
                    double x = swing(c, &of[p], j) * swing(c, &of[q], k);
                    double y = swing(c, &of[p], k) * swing(c, &of[q], j);
                    expected += fabs(x / y - 1) > 1e-11;
                }
    assert_int_equal(all.found, expected);
    for (int i = 0; i < all.count; i++) {
        check_roll(c, of, &all.items[i]);
        if (i > 0)
            assert_true(all.items[i - 1].difference >= all.items[i].difference);
        if (i < few.count)
            assert_memory_equal(&few.items[i], &all.items[i],
                                sizeof few.items[i]);
    }
    s->rolls += all.count;
}

static void one_case(uint64_t seed, seen *s) {
    chance h = {.mem = test_arena()};
    rng_seed(&h.r, seed, 3);
    case_model *c = some_case(&h, PARTIES, ISSUES, 3);
    case_preference *of =
        ARENA_ARRAY(h.mem, case_preference, (size_t)c->party_count);
    memcpy(of, c->preferences, (size_t)c->party_count * sizeof *of);
    for (int p = 0; p < c->party_count; p++) {
        of[p].has_reserve = !of[p].no_reserve;
        of[p].reserve = c->issue_count * some_worth(&h);
    }
    c->preferences = of;
    const deal_space *space = deal_space_new(c, (deal_scope){0}, h.mem, NULL);
    const deal_party *parties = deal_parties(c, space, h.mem);
    check_rolls(c, parties, s, h.mem);
    const deal_answer *a = deal_solve(space, parties, NULL, 0, 1, h.mem);
    if (a->rational_count == 0) {
        const fixed **worth =
            ARENA_ARRAY(h.mem, const fixed *, (size_t)a->point_count + 1);
        for (int i = 0; i < a->point_count; i++)
            worth[i] = a->points[i].worth;
        const deal_near *near = deal_near_find(worth, (size_t)a->point_count,
                                               parties, c->party_count, h.mem);
        listed *l = ARENA_NEW(h.mem, listed);
        *l = (listed){.c = c, .of = parties, .n = c->party_count};
        list_lacks(l);
        check_joint(l, near);
        check_alone(l, near);
        check_misses(l, near);
        deal_giving g = deal_giving_find(c, parties, h.mem);
        check_giving(c, parties, &g, s);
        s->empty++;
    }
    arena_free(h.mem);
}

static void what_is_near_equals_a_search(void **state) {
    (void)state;
    seen s = {0};
    const char *replay = getenv("PROP_SEED");
    const int cases = prop_cases(CASES_MOST);
    if (replay) {
        one_case(strtoull(replay, NULL, 10), &s);
        return;
    }
    for (uint64_t seed = 1; seed <= (uint64_t)cases; seed++)
        one_case(seed, &s);
    assert_true(s.empty > cases / 4);
    assert_true(s.by_rules > cases / 100);
    assert_true(s.rolls > cases / 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_near_equals_a_search),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
