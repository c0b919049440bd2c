/* SPDX-License-Identifier: Apache-2.0
 * The brief's paragraph on stability: over draws, exact, and where there is
 * nothing to say. */
#include "test.h"

#include "bytes.h"
#include "format/format.h"
#include "lens/stability_lens.h"

/* The paragraphs on every proposal, as text of one line each. */
static char *paragraphs(const case_model *c, arena *mem) {
    lens_request q = {.c = c, .whole = c, .seed = 1, .draws = 80, .threads = 1};
    q.selection.viewer = -1;
    const stability_brief *b = stability_brief_run(&q, mem);
    doc *d = doc_new(mem);
    for (int p = 0; p < c->proposal_count; p++)
        if (stability_brief_has(b, p))
            stability_brief_show(d, b, p, c->proposals[p].id);
    kept_bytes kept = BYTES_NONE;
    out_stream to;
    out_begin(&to, bytes_sink(&kept));
    const format_style wide = {.width = 2000};
    format_find("text")->write(&to, d, &wide, mem);
    assert_true(out_end(&to));
    return kept.text;
}

static const case_model *load(const char *bytes, size_t size, arena *mem) {
    const case_model *c;
    assert_true(case_load(&c, source_new(mem, "case", bytes, size), mem, NULL));
    return c;
}

static void over_draws(void **state) {
    (void)state;
    arena *mem = test_arena();
    source_text *text;
    assert_true(source_read(&text, PARLEY_ROOT "/cases/cairo-2014.yaml",
                            1 << 20, mem, NULL));
    char *said = paragraphs(load(text->bytes, text->size, mem), mem);
    assert_non_null(strstr(said, ": Israel would stay in "));
    assert_non_null(strstr(said, "with no record at all"));
    assert_non_null(strstr(said, "fighting: paused to active"));
    free(said);
    arena_free(mem);
}

#define CASE                                                                   \
    "parley: 1\ncase: c\n"                                                     \
    "parties: {a: {name: A}, b: {name: B}}\n"                                  \
    "issues: {x: {options: [n, y], now: n, by: a},\n"                          \
    "  y: {options: [n, y], now: n, by: b}}\n"                                 \
    "proposals: {p: {plan: [{phase: one, terms: {x: y}, lasts: open}]}}\n"

static void exact(void **state) {
    (void)state;
    arena *mem = test_arena();
    static const char SHAKY[] =
        CASE "preferences: {a: {order: [x = n]}, b: {order: []}}\n";
    static const char FIRM[] =
        CASE "preferences: {a: {order: [x = y]}, b: {order: []}}\n";
    char *said = paragraphs(load(SHAKY, sizeof SHAKY - 1, mem), mem);
    assert_non_null(strstr(said, "would not hold by itself. The best move of A "
                                 "is x: y to n, which nothing answers."));
    free(said);
    said = paragraphs(load(FIRM, sizeof FIRM - 1, mem), mem);
    assert_non_null(strstr(said, "nobody has a move that pays"));
    free(said);
    arena_free(mem);
}

static void nothing_to_say(void **state) {
    (void)state;
    arena *mem = test_arena();
    static const char NOBODY[] =
        "parley: 1\ncase: c\n"
        "parties: {a: {name: A}, b: {name: B}}\n"
        "issues: {x: {options: [n, y], now: n}}\n"
        "proposals: {p: {plan: [{phase: one, terms: {x: y}, lasts: open}]}}\n";
    char *said = paragraphs(load(NOBODY, sizeof NOBODY - 1, mem), mem);
    assert_true(!said || !strstr(said, "move"));
    free(said);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(over_draws),
                                       cmocka_unit_test(exact),
                                       cmocka_unit_test(nothing_to_say)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
