/* SPDX-License-Identifier: Apache-2.0
 * Sets beyond what can be tried whole: best first against all of them, on cases
 * where both can be had. No set whatever is above the bound that best first
 * states; what it lists is never better than the truth, and is all of it where
 * every set below was carried on. */
#include "unlock_cases.h"

enum { CASES = 40, SIZE = 4 };

typedef struct met {
    int cases, missed, tight;
    double worst, looseness;
} met;

static const unlock_answer *find(const unlocking *u, double sets_most,
                                 int parents, arena *mem) {
    unlock_ask ask = u->ask;
    const unlock_answer *a;
    ask.target = NAN;
    ask.sets_most = sets_most;
    ask.parents_most = parents;
    assert_int_equal(unlock_find(&a, &ask, mem, NULL), PARLEY_OK);
    return a;
}

/* Is there a set as cheap, as widely accepted and as good for who gains
 * least? */
static bool has_as_good(const unlock_answer *all, const unlock_set *s) {
    const unlock_set *sets[] = {&all->base};
    for (int i = 0; i <= all->set_count; i++) {
        const unlock_set *t = i < 1 ? sets[0] : &all->sets[i - 1];
        if (t->cost <= s->cost + 1e-12 && t->all >= s->all - 1e-12 &&
            t->smallest >= s->smallest - 1e-9)
            return true;
    }
    return false;
}

static double choose(int from, int size) {
    double count = 1;
    for (int i = 0; i < size; i++)
        count = count * (from - i) / (i + 1);
    return count;
}

/* Best first from pairs on, of which `parents` are carried on. */
static void compare(const unlocking *u, int parents, met *m) {
    arena *mem = u->h.mem;
    const unlock_answer *all = find(u, 1e12, 0, mem);
    int n = all->change_count;
    const unlock_answer *first = find(u, choose(n, 2), parents, mem);
    assert_false(all->work.best_first);
    assert_int_equal(all->work.exact_most, SIZE);
    if (n <= SIZE) return;
    assert_true(first->work.best_first);
    assert_int_equal(first->work.exact_most, 2);
    double missed = all->best->all - first->best->all;
    assert_true(missed >= 0);
    assert_true(all->best->all <= first->work.bound + 1e-12);
    assert_near(all->work.bound, first->work.bound, 0);
    for (int i = 0; i < first->set_count; i++)
        assert_true(has_as_good(all, &first->sets[i]));
    m->cases++;
    m->missed += missed > 1e-12;
    m->tight += first->work.bound - all->best->all < 1e-12;
    m->worst = fmax(m->worst, missed);
    m->looseness += first->work.bound - all->best->all;
}

static met compare_all(int parents) {
    met m = {0};
    for (uint64_t seed = 1; seed <= CASES; seed++) {
        unlocking u;
        if (begin_unlocking(&u, 3000 + seed, SIZE)) compare(&u, parents, &m);
        arena_free(u.h.mem);
    }
    print_message("%d carried on, %d cases: something missed in %d, at worst "
                  "%.3f; bound reached in %d, on average %.3f above the best\n",
                  parents, m.cases, m.missed, m.worst, m.tight,
                  m.looseness / m.cases);
    return m;
}

static void nothing_is_above_the_bound(void **state) {
    (void)state;
    met few = compare_all(1), usual = compare_all(UNLOCK_PARENTS);
    assert_true(few.cases > CASES / 2 && few.missed > 0);
    assert_true(usual.missed < few.missed / 2 && few.worst < 0.05);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_above_the_bound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
