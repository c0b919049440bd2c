/* SPDX-License-Identifier: Apache-2.0
 * docs/case-format.md: do its examples load, and does it mention every key and
 * every word of the format? */
#include "test.h"

#include "base/diag.h"
#include "base/text.h"
#include "case/fields.h"
#include "case/load.h"

static const char PATH[] = PARLEY_ROOT "/docs/case-format.md";

static const source_text *read_page(arena *mem) {
    source_text *text;
    assert_true(source_read(&text, PATH, 1000000, mem, NULL));
    return text;
}

static void assert_loads(const source_text *page, const char *begin,
                         size_t size) {
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    const case_model *c;
    bool ok = case_load(&c, source_new(mem, "example", begin, size), mem, d);
    if (!ok || parley_diags_count(d) > 0) {
        const parley_diag *p = parley_diags_get(d, 0);
        source_place at = source_locate(page, (size_t)(begin - page->bytes));
        fail_msg("line %d: %s", at.line + p->line - 1, p->message);
    }
    parley_diags_free(d);
    arena_free(mem);
}

static void examples_load_without_a_word(void **state) {
    (void)state;
    arena *mem = test_arena();
    const source_text *page = read_page(mem);
    static const char fence[] = "```yaml\n";
    int count = 0;
    for (const char *at = page->bytes; (at = strstr(at, fence)) != NULL;) {
        at += sizeof fence - 1;
        const char *end = strstr(at, "\n```");
        assert_non_null(end);
        if (!text_begins(at, "parley: 1\n")) continue;
        assert_loads(page, at, (size_t)(end + 1 - at));
        count++;
    }
    assert_true(count >= 10);
    arena_free(mem);
}

/* The word between `marks`, also as the beginning of what stands there:
 * `prior: {...}` mentions prior. */
static bool mentions(const char *page, const char *word, arena *mem) {
    return strstr(page, arena_format(mem, "`%s`", word)) ||
           strstr(page, arena_format(mem, "`%s: ", word)) ||
           strstr(page, arena_format(mem, "{%s: ", word)) ||
           strstr(page, arena_format(mem, ", %s: ", word));
}

static void assert_words(const char *page, const char *const *words,
                         arena *mem) {
    for (size_t i = 0; words && words[i]; i++)
        if (!mentions(page, words[i], mem))
            fail_msg("the page lacks `%s`", words[i]);
}

static void keys_and_words_are_described(void **state) {
    (void)state;
    arena *mem = test_arena();
    const char *page = read_page(mem)->bytes;
    for (size_t t = 0; t < fields_table_count; t++)
        for (size_t i = 0; i < fields_tables[t]->count; i++) {
            const field *f = &fields_tables[t]->fields[i];
            if (!mentions(page, f->key, mem))
                fail_msg("the page lacks the key `%s` of %s", f->key,
                         fields_tables[t]->name);
            const field_type *type = f->type;
            for (; type; type = type->items)
                assert_words(page, type->words, mem);
        }
    assert_words(page, fields_clauses, mem);
    arena_free(mem);
}

/* The problem that the page shows is the one that the smallest case gives
 * with that slip in it. */
static void the_problem_shown_is_the_one_reported(void **state) {
    (void)state;
    arena *mem = test_arena();
    const char *page = read_page(mem)->bytes;
    const char *begin = strstr(page, "parley: 1\ncase: A fence");
    assert_non_null(begin);
    const char *slip = strstr(begin, "now: none}");
    assert_non_null(slip);
    char *text =
        arena_format(mem, "%.*snow: hgih}\n", (int)(slip - begin), begin);
    parley_diags *d = parley_diags_new(NULL);
    const case_model *c;
    assert_false(case_load(
        &c, source_new(mem, "fence.yaml", text, strlen(text)), mem, d));
    assert_int_equal(parley_diags_count(d), 1);
    const parley_diag *p = parley_diags_get(d, 0);
    const char *shown = arena_format(mem, "%s:%d:%d: error: %s [%s]\n", p->file,
                                     p->line, p->column, p->message, p->code);
    if (!strstr(page, shown)) fail_msg("the page lacks: %s", shown);
    parley_diags_free(d);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_load_without_a_word),
        cmocka_unit_test(keys_and_words_are_described),
        cmocka_unit_test(the_problem_shown_is_the_one_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
