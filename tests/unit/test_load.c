/* SPDX-License-Identifier: Apache-2.0
 * Loading whole cases: the golden ones, and what their models hold. */
#include "case_test.h"

#include "base/text.h"

/* The `case` texts of golden.json: found as nodes, since JSON is YAML. */
static void load_golden(const node *n, const char *list, arena *mem) {
    const node *cases = node_find(n, list);
    assert_non_null(cases);
    assert_true(cases->count > 0);
    for (size_t i = 0; i < cases->count; i++) {
        const node *text = node_find(cases->items[i], "case");
        const case_model *c = case_of(text->text, mem);
        assert_true(c->party_count == 2);
    }
}

static void all_golden_cases_load(void **state) {
    (void)state;
    arena *mem = test_arena();
    source_text *source;
    const node *root;
    assert_true(source_read(&source, PARLEY_ROOT "/tests/golden/golden.json",
                            1000000, mem, NULL));
    assert_true(node_parse(&root, source, mem, NULL));
    load_golden(root, "exact", mem);
    load_golden(root, "sampled", mem);
    arena_free(mem);
}

static void cairo_has_what_the_file_says(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file("tests/golden/cairo-oracle.yaml", mem);
    assert_string_equal(c->title, "Cairo, July 2014");
    assert_int_equal(c->party_count, 2);
    assert_int_equal(c->actor_count, 9);
    assert_int_equal(c->person_count, 9);
    assert_int_equal(c->issue_count, 4);
    assert_int_equal(c->cell_count, 11);
    assert_int_equal(c->record_count, 12);
    assert_int_equal(c->proposal_count, 14);
    assert_true(c->has_now);
    int hamas = case_actor_find(c, "hamas");
    const case_entry *s2 = &c->record[case_entry_find(c, "s2")];
    assert_int_equal(s2->holders.items[0], hamas);
    assert_int_equal(s2->origin.paragraph, 14);
    assert_int_equal(s2->about.count, 3);
    assert_int_equal(s2->about.items[1].options.count, 2);
    assert_true(s2->is_public);
    const case_proposal *p =
        &c->proposals[case_proposal_find(c, "egyptian-initiative")];
    assert_true(p->phases[0].lasts.open);
    assert_near(p->phases[0].talks->by.days, 30, 0);
    assert_int_equal(p->phases[0].talks->fail, CASE_STAY);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_golden_cases_load),
        cmocka_unit_test(cairo_has_what_the_file_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
