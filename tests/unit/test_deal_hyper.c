/* SPDX-License-Identifier: Apache-2.0
 * Domains of hyper-rectangles: worths as another program gives them, and exact
 * frontiers of 10^10 (and, with PARLEY_SLOW set, 10^30) outcomes, against
 * reference numbers beside the project. Skipped where those aren't there. */
#include "case_test.h"

#include <math.h>
#include <unistd.h>

#include "deal/merge.h"

static const char *shared(const char *path, arena *mem) {
    const char *root = getenv("PARLEY_SHARED");
    return arena_format(mem, "%s/domains/%s",
                        root ? root : PARLEY_ROOT "/../shared", path);
}

static const node *reference(const char *name, arena *mem) {
    source_text *text;
    const node *root;
    const char *path = shared(name, mem);
    if (access(path, R_OK) != 0) return NULL;
    assert_true(source_read(&text, path, (size_t)1 << 24, mem, NULL));
    assert_true(node_parse(&root, text, mem, NULL));
    return root;
}

/* The case that tests/deal/hyper_case.py makes of a domain's two profiles. */
static const case_model *hyper_case(const char *domain, const char *more,
                                    arena *mem) {
    const char *folder =
        shared(arena_format(mem, "genius-xml/%s", domain), mem);
    const char *command =
        arena_format(mem,
                     "python3 %s/tests/deal/hyper_case.py %s/profile-1.xml "
                     "%s/profile-2.xml %s",
                     PARLEY_ROOT, folder, folder, more);
    FILE *from = popen(command, "r"); /* NOLINT(cert-env33-c) */
    if (!from) return NULL;
    char *bytes = arena_get(mem, (size_t)1 << 20);
    size_t size = fread(bytes, 1, ((size_t)1 << 20) - 1, from);
    if (pclose(from) != 0 || size == 0) return NULL;
    return case_from_text(bytes, mem, NULL);
}

static double number(const node *n) {
    double value = NAN;
    assert_true(number_double(n->text, &value));
    return value;
}

static double maxutility(const char *domain, int profile, arena *mem) {
    const node *all = reference("reference_nonlinear.json", mem);
    const node *of = node_find(
        all, arena_format(mem, "%s/profile-%d.xml", domain, profile + 1));
    return number(node_find(of, "maxutility"));
}

/* --- Worths --- */

static void compare_samples(const case_model *c, int party, const node *of,
                            arena *mem) {
    const case_preference *from = &c->preferences[party];
    const deal_party p = {.worth = from->worth,
                          .when = from->when,
                          .when_count = from->when_count,
                          .has_cap = from->has_cap,
                          .cap = from->cap};
    const double most = number(node_find(of, "maxutility"));
    const node *samples = node_find(of, "samples");
    int *outcome = ARENA_ARRAY(mem, int, (size_t)c->issue_count);
    for (size_t i = 0; i < samples->count; i++) {
        const node *options = samples->items[i]->items[0];
        assert_int_equal(options->count, c->issue_count);
        for (size_t j = 0; j < options->count; j++)
            outcome[j] = (int)number(options->items[j]);
        const double worth =
            number_from_fixed(deal_party_worth(c, &p, outcome));
        assert_near(worth / most, number(samples->items[i]->items[1]), 1e-9);
    }
}

static void worths_equal_the_reference(void **state) {
    (void)state;
    arena *mem = test_arena();
    const node *all = reference("reference_nonlinear.json", mem);
    size_t compared = 0;
    for (size_t i = 0; all && i < all->count; i++) {
        const char *key = all->entries[i].key;
        const char *file = strrchr(key, '/');
        if (!file || strncmp(file, "/profile-", 9) != 0) continue;
        const char *domain = arena_text(mem, key, (size_t)(file - key));
        const case_model *c = hyper_case(domain, "--cap", mem);
        if (!c) continue;
        compare_samples(c, file[9] - '1', all->entries[i].value, mem);
        compared++;
    }
    arena_free(mem);
    if (compared == 0) skip();
}

/* --- Frontiers --- */

static bool has_point(const node *points, const double *at) {
    for (size_t i = 0; i < points->count; i++)
        if (fabs(number(points->items[i]->items[0]) - at[0]) < 1e-6 &&
            fabs(number(points->items[i]->items[1]) - at[1]) < 1e-6)
            return true;
    return false;
}

static bool compare_frontier(const char *domain, const node *of, arena *mem) {
    const case_model *c = hyper_case(domain, "", mem);
    if (!c) return false;
    if (c->issue_count > 10 && !getenv("PARLEY_SLOW")) return false;
    const merge_answer *a =
        merge_solve(c, NULL, 0, (merge_limits){0}, mem, NULL);
    assert_non_null(a);
    assert_null(a->gap);
    const node *points = node_find(of, "exact_unclipped");
    assert_int_equal(a->point_count, points->count);
    for (size_t i = 0; i < a->point_count; i++) {
        double at[2];
        for (int p = 0; p < 2; p++)
            at[p] = number_from_fixed(a->points[i].worth[p]) /
                    maxutility(domain, p, mem);
        assert_true(has_point(points, at));
    }
    return true;
}

static void frontiers_equal_the_reference(void **state) {
    (void)state;
    arena *mem = test_arena();
    const node *all = reference("reference_nonlinear_frontiers.json", mem);
    size_t compared = 0;
    for (size_t i = 0; all && i < all->count; i++)
        if (all->entries[i].key[0] != '_')
            compared += compare_frontier(all->entries[i].key,
                                         all->entries[i].value, mem);
    arena_free(mem);
    if (compared == 0) skip();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(worths_equal_the_reference),
        cmocka_unit_test(frontiers_equal_the_reference),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
