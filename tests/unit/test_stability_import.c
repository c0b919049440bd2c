/* SPDX-License-Identifier: Apache-2.0
 * GMCR+ files: imported they have the verdicts of the published models, with
 * the source's state numbers; what is wrong in one is reported at its place. */
#include "test.h"

#include "base/number.h"
#include "case/import.h"
#include "case/load.h"
#include "case/save_int.h"
#include "stability/concepts.h"
#include "stability/prefer.h"

static source_text *read_file(const char *name, const char *end, arena *mem) {
    source_text *text;
    const char *path =
        arena_format(mem, "%s/tests/golden/gmcr/%s.%s", PARLEY_ROOT, name, end);
    assert_true(source_read(&text, path, 1 << 20, mem, NULL));
    return text;
}

static void check_verdicts(const case_model *c, const node *expect,
                           arena *mem) {
    stability_case *k;
    uint32_t *rank[8];
    uint8_t *verdict[8];
    assert_int_equal(stability_build(&k, c, mem, NULL), PARLEY_OK);
    size_t states = k->g.state_count;
    for (int i = 0; i < c->party_count; i++) {
        rank[i] = ARENA_ARRAY(mem, uint32_t, states);
        verdict[i] = ARENA_ARRAY(mem, uint8_t, states);
        stability_rank_exact(k, i, rank[i], mem);
    }
    uint8_t *equilibrium = ARENA_ARRAY(mem, uint8_t, states);
    stability_analyse(&k->g, (const uint32_t *const *)rank, verdict, 1, mem);
    stability_equilibria(&k->g, verdict, equilibrium);
    for (int concept = 0; concept < STABILITY_CONCEPTS; concept ++) {
        const node *list = node_find(node_find(expect, "equilibria"),
                                     stability_concept_name(concept));
        size_t count = 0;
        for (size_t s = 0; s < states; s++)
            count += (equilibrium[s] >> concept) & 1;
        assert_int_equal(count, list->count);
        for (size_t n = 0; n < list->count; n++) {
            int64_t id;
            assert_true(number_int(list->items[n]->text, &id));
            assert_true((equilibrium[id - 1] >> concept) & 1);
        }
    }
}

static void published_models(void **state) {
    (void)state;
    static const char *const NAMES[] = {"elmira_gmcrplus_12",
                                        "garrison_diversion", "cuban_gmcrplus"};
    for (size_t n = 0; n < sizeof NAMES / sizeof *NAMES; n++) {
        arena *mem = test_arena();
        const char *yaml =
            import_gmcr(read_file(NAMES[n], "gmcr", mem), mem, NULL);
        assert_non_null(yaml);
        const case_model *c;
        assert_true(case_load(&c, source_new(mem, NAMES[n], yaml, strlen(yaml)),
                              mem, NULL));
        assert_string_equal(c->title, NAMES[n]);
        const node *expect;
        assert_true(node_parse(&expect, read_file(NAMES[n], "expect.json", mem),
                               mem, NULL));
        check_verdicts(c, expect, mem);
        arena_free(mem);
    }
}

typedef struct wrong {
    const char *text;
    int line, column; /* of the first problem */
    const char *code;
    bool fatal;
} wrong;

static void wrong_files(void **state) {
    (void)state;
    static const wrong FILES[] = {
        {"{\"options\": [", 1, 14, "yaml/syntax", true},
        {"{\"options\": [{\"name\": \"a\"}]}", 1, 1, "import/gmcr", true},
        {"{\"options\": 3, \"decisionMakers\": []}", 1, 1, "import/gmcr", true},
        {"{\"options\": [], \"decisionMakers\": [{\"name\": \"x\"}]}", 1, 13,
         "import/gmcr", true},
        {"{\"options\": [{\"name\": \"a\"}], \"decisionMakers\": []}", 1, 48,
         "import/gmcr", true},
        {"{\"options\": [{\"name\": \"a\"}],\n"
         " \"decisionMakers\": [{\"name\": \"x\", \"options\": [0],\n"
         "  \"preferences\": [{\"compound\": true, \"members\": []}]}]}",
         3, 49, "import/gmcr", true},
        {"{\"options\": [{\"name\": \"a\"}],\n"
         " \"decisionMakers\": [{\"name\": \"x\", \"options\": [0]}],\n"
         " \"coalitions\": [0, [1, 2]]}",
         3, 20, "import/left-out", false},
        {"{\"options\": [{\"name\": \"a\"}],\n"
         " \"decisionMakers\": [{\"name\": \"x\", \"options\": [0],\n"
         "  \"preferences\": [[[1, \"Y\"]]]}]}",
         3, 21, "import/gmcr", true},
        {"{\"options\": [{\"name\": \"a\"}],\n"
         " \"decisionMakers\": [{\"name\": \"x\", \"options\": [0],\n"
         "  \"preferences\": [[[0, \"maybe\"]]]}]}",
         3, 20, "import/gmcr", true},
        {"{\"options\": [{\"name\": \"a\", \"permittedDirection\": \"up\"}],\n"
         " \"decisionMakers\": [{\"name\": \"x\", \"options\": [0]}]}",
         1, 50, "import/gmcr", true},
        {"{\"options\": [{\"name\": \"a\"}], \"infeasibles\": [3],\n"
         " \"decisionMakers\": [{\"name\": \"x\", \"options\": [0]}]}",
         1, 46, "import/gmcr", true},
        {"{\"options\": [{\"name\": \"a\"}],\n"
         " \"decisionMakers\": [{\"name\": \"x\", \"options\": [0],\n"
         "  \"preferenceRanking\": [1, \"two\"]}]}",
         3, 28, "import/gmcr", true},
        {"{\"options\": [{\"name\": \"a\"}],\n"
         " \"decisionMakers\": [{\"name\": \"x\", \"options\": [0],\n"
         "  \"misperceptions\": [1]}]}",
         3, 21, "import/left-out", false},
    };
    for (size_t f = 0; f < sizeof FILES / sizeof *FILES; f++) {
        arena *mem = test_arena();
        parley_diags *d = parley_diags_new(NULL);
        const wrong *w = &FILES[f];
        const char *yaml = import_gmcr(
            source_new(mem, "wrong.gmcr", w->text, strlen(w->text)), mem, d);
        assert_true(parley_diags_count(d) >= 1);
        const parley_diag *p = parley_diags_get(d, 0);
        if (p->line != w->line || p->column != w->column ||
            strcmp(p->code, w->code) != 0)
            fail_msg("file %zu: %d:%d %s %s", f, p->line, p->column, p->code,
                     p->message);
        assert_int_equal(yaml == NULL, w->fatal);
        parley_diags_free(d);
        arena_free(mem);
    }
}

/* What can't be analysed anyway is refused before its names are compared. */
static void too_many(void **state) {
    (void)state;
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    growing_text b = {.mem = mem};
    growing_text_add(
        &b, "{\"decisionMakers\": [{\"name\": \"x\"}], \"options\": [");
    for (int i = 0; i < 1001; i++)
        growing_text_add(&b, i ? ", {\"name\": \"a\"}" : "{\"name\": \"a\"}");
    growing_text_add(&b, "]}");
    assert_null(import_gmcr(source_new(mem, "m.gmcr", b.bytes, strlen(b.bytes)),
                            mem, d));
    assert_string_equal(parley_diags_get(d, 0)->message,
                        "1001 options; at most 1000 are read");
    parley_diags_free(d);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(published_models),
                                       cmocka_unit_test(wrong_files),
                                       cmocka_unit_test(too_many)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
