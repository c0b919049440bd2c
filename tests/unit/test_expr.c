/* SPDX-License-Identifier: Apache-2.0
 * Conditions on outcomes: what they mean, how they are printed, and what is
 * said about those that are wrong. */
#include "test.h"

#include "base/diag.h"
#include "base/rng.h"
#include "base/text.h"
#include "case/model.h"

static const char *const fighting[] = {"active", "paused", "ended"};
static const char *const blockade[] = {"keep", "ease", "lift"};
static const char *const prisoners[] = {"hold", "release"};
static const char *const price[] = {"0", "2.5", "5", "7.5", "10"};
static const double price_values[] = {0, 2.5, 5, 7.5, 10};
static const char *const odd[] = {"in", "it's so", "\xc3\xa9t\xc3\xa9", "a-",
                                  "x.y"};
static const case_issue issues[] = {
    {.id = "fighting", .options = fighting, .option_count = 3, .scale = true},
    {.id = "naval-blockade",
     .options = blockade,
     .option_count = 3,
     .scale = true},
    {.id = "prisoners", .options = prisoners, .option_count = 2},
    {.id = "price",
     .options = price,
     .option_count = 5,
     .scale = true,
     .numeric = true,
     .values = price_values},
    {.id = "or", .options = odd, .option_count = 5},
};
enum { ISSUES = sizeof issues / sizeof *issues };
static const case_model model = {.issues = issues, .issue_count = ISSUES};

static const expr *parse(const char *text, arena *mem) {
    parley_diags *d = parley_diags_new(NULL);
    const source_text *source = source_new(mem, "t", text, strlen(text));
    const expr *e =
        expr_parse(text, (span){source, 0, source->size}, &model, mem, d);
    if (!e || parley_diags_count(d) > 0)
        fail_msg("%s: %s", text, parley_diags_get(d, 0)->message);
    parley_diags_free(d);
    return e;
}

/* Counts outcomes up like a number; false after the last. */
static bool next_outcome(int *outcome) {
    for (int i = ISSUES - 1; i >= 0; i--) {
        if (++outcome[i] < issues[i].option_count) return true;
        outcome[i] = 0;
    }
    return false;
}

static bool mean_the_same(const expr *a, const expr *b) {
    int outcome[ISSUES] = {0};
    do
        if (expr_holds(a, outcome) != expr_holds(b, outcome)) return false;
    while (next_outcome(outcome));
    return true;
}

static void assert_mean_the_same(const char *a, const char *b) {
    arena *mem = test_arena();
    if (!mean_the_same(parse(a, mem), parse(b, mem)))
        fail_msg("\"%s\" is not \"%s\"", a, b);
    arena_free(mem);
}

static void assert_options(const char *text, int issue, const char *expected) {
    arena *mem = test_arena();
    const expr *e = parse(text, mem);
    assert_int_equal(e->kind, EXPR_IN);
    assert_int_equal(e->issue, issue);
    assert_int_equal(e->option_count, issues[issue].option_count);
    for (int o = 0; o < e->option_count; o++)
        if (expr_has(e, o) != (expected[o] == '1'))
            fail_msg("%s: option %d", text, o);
    arena_free(mem);
}

static void comparisons_become_sets_of_options(void **state) {
    (void)state;
    assert_options("fighting = paused", 0, "010");
    assert_options("fighting != paused", 0, "101");
    assert_options("fighting < paused", 0, "100");
    assert_options("fighting <= paused", 0, "110");
    assert_options("fighting>paused", 0, "001");
    assert_options("fighting >= active", 0, "111");
    assert_options("fighting < active", 0, "000");
    assert_options("fighting in {ended, active,ended}", 0, "101");
    assert_options("'naval-blockade' = 'keep'", 1, "100");
    assert_options("price = 2.5", 3, "01000");
    assert_options("price = 2.50", 3, "01000");
    assert_options("price in {0, 1e1}", 3, "10001");
    assert_options("price != 5", 3, "11011");
    assert_options("price < 6", 3, "11100");
    assert_options("price <= 7.5", 3, "11110");
    assert_options("price > -3", 3, "11111");
    assert_options("price >= 11", 3, "00000");
    assert_options("or = in", 4, "10000");
    assert_options("'or' = 'in'", 4, "10000");
    assert_options("or = 'it''s so'", 4, "01000");
    assert_options("or in {\xc3\xa9t\xc3\xa9, a-, 'x.y'}", 4, "00111");
}

static void signs_bind_as_documented(void **state) {
    (void)state;
    static const char *const same[][2] = {
        {"not prisoners = hold and fighting = ended",
         "(prisoners = release) and fighting = ended"},
        {"not (prisoners = hold and fighting = ended)",
         "prisoners = release or fighting != ended"},
        {"prisoners = hold or fighting = ended and price = 5",
         "prisoners = hold or (fighting = ended and price = 5)"},
        {"prisoners = hold or price = 5 -> fighting = ended",
         "(prisoners = hold or price = 5) -> fighting = ended"},
        {"prisoners = hold -> price = 5 -> fighting = ended",
         "not (prisoners = hold and price = 5) or fighting = ended"},
        {"(prisoners = hold -> price = 5) -> fighting = ended",
         "(prisoners = hold and price != 5) or fighting = ended"},
        {"prisoners = hold -> price = 5 <-> fighting = ended",
         "(prisoners = release or price = 5) <-> fighting = ended"},
        {"prisoners=hold<->price=5<->fighting=ended",
         "(prisoners = hold <-> price = 5) <-> fighting = ended"},
        {"prisoners = hold IF price = 5", "price != 5 or prisoners = hold"},
        {"prisoners = hold or price = 0 if price = 5 and fighting = ended",
         "price = 5 and fighting = ended -> prisoners = hold or price = 0"},
        {"prisoners = hold IFF price = 5",
         "(prisoners = hold and price = 5) or (prisoners = release and price "
         "!= 5)"},
        {"prisoners=hold->price=5", "prisoners = release or price = 5"},
        {"NOT fighting = active AND price IN {5}",
         "fighting != active and price = 5"},
        {"prisoners = hold IF (price = 5 IF fighting = ended)",
         "(fighting != ended or price = 5) -> prisoners = hold"},
        {"not not fighting = active", "fighting = active"},
        {"\n fighting\t=\r\n active ", "fighting = active"},
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_mean_the_same(same[i][0], same[i][1]);
}

static void issues_are_found(void **state) {
    (void)state;
    arena *mem = test_arena();
    bool seen[ISSUES] = {false};
    expr_issues(parse("not price = 5 -> (or = in <-> fighting = ended)", mem),
                seen);
    const bool expected[ISSUES] = {true, false, false, true, true};
    assert_memory_equal(seen, expected, sizeof seen);
    arena_free(mem);
}

static void places_are_kept(void **state) {
    (void)state;
    arena *mem = test_arena();
    const expr *e = parse("price = 5 and or in {in, 'a-'} and price=0", mem);
    assert_int_equal(e->at.begin, 0);
    assert_int_equal(e->at.end, 42);
    const expr *left = e->left, *right = e->right;
    assert_int_equal(left->at.begin, 0);
    assert_int_equal(left->at.end, 9);
    assert_int_equal(right->left->at.begin, 14);
    assert_int_equal(right->left->at.end, 30);
    arena_free(mem);
}

/* --- Problems --- */

typedef struct bad {
    const char *text;
    const char *code;
    int column, end;  /* 0: not checked */
    const char *hint; /* part of it, or NULL */
} bad;

static const bad bad_texts[] = {
    {"", "expr/syntax", 1, 1, NULL},
    {"fighting", "expr/syntax", 9, 9, "several options"},
    {"fighting =", "expr/syntax", 11, 11, NULL},
    {"fighting = active or paused", "expr/syntax", 28, 28, "several options"},
    {"fighting = active ended", "expr/syntax", 19, 24, NULL},
    {"fighting == active", "expr/syntax", 11, 12, NULL},
    {"fighting active", "expr/syntax", 10, 16, NULL},
    {"(fighting = active", "expr/syntax", 19, 19, NULL},
    {"fighting = active)", "expr/syntax", 18, 19, NULL},
    {"fighting in active", "expr/syntax", 13, 19, NULL},
    {"fighting in {}", "expr/syntax", 14, 15, NULL},
    {"fighting in {active,}", "expr/syntax", 21, 22, NULL},
    {"fighting in {active paused}", "expr/syntax", 21, 27, NULL},
    {"fighting not in {active}", "expr/syntax", 10, 13, "write: not ISSUE"},
    {"fighting = active && price = 5", "expr/syntax", 19, 20, "write: and"},
    {"!(price = 5)", "expr/syntax", 1, 2, "write: not"},
    {"price \xe2\x89\xa5 5", "expr/syntax", 7, 8, "write: >="},
    {"price = \"5\"", "expr/syntax", 9, 10, "single quotes"},
    {"price = '5", "expr/syntax", 9, 11, NULL},
    {"fighting = active \xe2\x86\x92 price = 5", "expr/syntax", 19, 20,
     "write: ->"},
    {"fightin = active", "case/unknown-issue", 1, 8,
     "did you mean \"fighting\"?"},
    {"release = hold", "case/unknown-issue", 1, 8, "option of \"prisoners\""},
    {"fighting = actve", "case/unknown-option", 12, 17,
     "did you mean \"active\"?"},
    {"price = 6", "case/unknown-option", 9, 10, NULL},
    {"prisoners < release", "expr/scale", 11, 12, "scale: true"},
    {"price = 5 IF price = 0 IF price = 5", "expr/ambiguous", 24, 26,
     "parentheses"},
    {"price = 5 -> price = 0 IF price = 5", "expr/ambiguous", 24, 26, NULL},
    {"price = 5 IF price = 0 -> price = 5", "expr/ambiguous", 24, 26, NULL},
};

static void assert_problem(const parley_diag *p, const bad *b) {
    if (!text_same(p->code, b->code) || p->column != b->column ||
        p->end_column != b->end)
        fail_msg("%s: %d-%d %s %s", b->text, p->column, p->end_column, p->code,
                 p->message);
    if (b->hint && (!p->hint || !strstr(p->hint, b->hint)))
        fail_msg("%s: hint is %s", b->text, p->hint ? p->hint : "missing");
}

static void problems_are_located(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof bad_texts / sizeof *bad_texts; i++) {
        const bad *b = &bad_texts[i];
        arena *mem = test_arena();
        parley_diags *d = parley_diags_new(NULL);
        source_text *text = source_new(mem, "t", b->text, strlen(b->text));
        const expr *e =
            expr_parse(b->text, (span){text, 0, text->size}, &model, mem, d);
        assert_null(e);
        assert_int_equal(parley_diags_count(d), 1);
        assert_problem(parley_diags_get(d, 0), b);
        parley_diags_free(d);
        arena_free(mem);
    }
}

static void all_unknown_names_are_reported(void **state) {
    (void)state;
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    const char text[] = "x = a or fighting in {b, active, c} -> price = 3";
    source_text *source = source_new(mem, "t", text, sizeof text - 1);
    assert_null(
        expr_parse(text, (span){source, 0, source->size}, &model, mem, d));
    assert_int_equal(parley_diags_count(d), 4);
    static const int columns[] = {1, 23, 34, 48};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(parley_diags_get(d, i)->column, columns[i]);
    parley_diags_free(d);
    arena_free(mem);
}

/* The text as YAML gives it, the source as it was written. */
static void assert_place(const char *source, const char *text, int line,
                         int column) {
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    source_text *s = source_new(mem, "t", source, strlen(source));
    assert_null(expr_parse(text, (span){s, 0, s->size}, &model, mem, d));
    assert_int_equal(parley_diags_get(d, 0)->line, line);
    assert_int_equal(parley_diags_get(d, 0)->column, column);
    parley_diags_free(d);
    arena_free(mem);
}

static void problems_are_located_behind_quotes_and_breaks(void **state) {
    (void)state;
    assert_place("\"price = 3\"", "price = 3", 1, 10);
    assert_place("'or = ''it''''s'''", "or = 'it''s'", 1, 7);
    assert_place("\"or = \\\"x\"", "or = \"x", 1, 8);
    assert_place("price = 0\n   or\n\n   price = 3", "price = 0 or price = 3",
                 4, 12);
    assert_place("|\n  price = 0\n  or x = 1\n", "price = 0\nor x = 1\n", 3, 6);
    assert_place("|\n  price =", "price =\n", 2, 10);
    /* an escape that says nothing about bytes: the whole text */
    assert_place(" \"\\x70rice = 3\"", "price = 3", 1, 1);
}

static void cases_without_issues_have_no_conditions(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model none = {.issue_count = 0};
    parley_diags *d = parley_diags_new(NULL);
    assert_null(expr_parse("a = b", SPAN_NONE, &none, mem, d));
    assert_string_equal(parley_diags_get(d, 0)->code, "expr/no-issues");
    parley_diags_free(d);
    arena_free(mem);
}

static char *repeat(arena *mem, const char *unit, size_t count) {
    size_t size = strlen(unit);
    char *text = arena_get(mem, size * count + 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * size, unit, size);
    return text;
}

static void assert_too_deep(const char *text, arena *mem) {
    parley_diags *d = parley_diags_new(NULL);
    assert_null(expr_parse(text, SPAN_NONE, &model, mem, d));
    assert_int_equal(parley_diags_count(d), 1);
    assert_string_equal(parley_diags_get(d, 0)->code, "expr/depth");
    parley_diags_free(d);
}

static void depth_is_limited_and_length_is_not(void **state) {
    (void)state;
    arena *mem = test_arena();
    const char one[] = "price = 5";
    parse(arena_format(mem, "%s%s", repeat(mem, "not ", 100), one), mem);
    assert_too_deep(repeat(mem, "not ", 101), mem);
    assert_too_deep(repeat(mem, "(", 1000000), mem);
    assert_too_deep(repeat(mem, "price = 5 -> ", 100000), mem);
    static const char *const chained[] = {"or", "and", "<->"};
    for (size_t i = 0; i < 3; i++) {
        char *unit = arena_format(mem, "or = 'it''s so' %s ", chained[i]);
        parse(arena_format(mem, "%s%s", repeat(mem, unit, 200000), one), mem);
    }
    parse(arena_format(mem, "or in {%s in}",
                       repeat(mem, "\xc3\xa9t\xc3\xa9,", 300000)),
          mem);
    arena_free(mem);
}

/* --- Random expressions with a meaning of their own --- */

typedef struct writing {
    rng r;
    arena *mem;
} writing;

/* A text and its truth table over all outcomes. */
typedef struct formula {
    const char *text;
    bool *table;
} formula;

enum { OUTCOMES = 3 * 3 * 2 * 5 * 5 };

static char *quoted(const char *name, arena *mem) {
    char *text = arena_copy(mem, "'");
    for (; *name; name++)
        text =
            arena_format(mem, "%s%s%c", text, *name == '\'' ? "'" : "", *name);
    return arena_format(mem, "%s'", text);
}

static formula random_comparison(writing *w) {
    int issue = (int)rng_below(&w->r, ISSUES);
    const case_issue *i = &issues[issue];
    int option = (int)rng_below(&w->r, (uint64_t)i->option_count);
    static const char *const signs[] = {"=", "!=", "<", "<=", ">", ">="};
    int sign = (int)rng_below(&w->r, i->scale ? 6 : 2);
    formula f = {arena_format(w->mem, "%s%s%s", quoted(i->id, w->mem),
                              signs[sign], quoted(i->options[option], w->mem)),
                 ARENA_ARRAY(w->mem, bool, OUTCOMES)};
    int outcome[ISSUES] = {0};
    for (int n = 0; n < OUTCOMES; n++, next_outcome(outcome)) {
        int x = outcome[issue];
        const bool holds[] = {x == option, x != option,
                              x<option, x <= option, x> option, x >= option};
        f.table[n] = holds[sign];
    }
    return f;
}

static formula random_formula(writing *w, int depth) {
    if (depth == 0 || rng_below(&w->r, 5) == 0) return random_comparison(w);
    formula a = random_formula(w, depth - 1), b = random_formula(w, depth - 1);
    int kind = (int)rng_below(&w->r, 6);
    static const char *const signs[] = {"and", "or", "->", "<->", "IF"};
    char *joined = kind < 5 ? arena_format(w->mem, "(%s) %s (%s)", a.text,
                                           signs[kind], b.text)
                            : arena_format(w->mem, "not (%s)", a.text);
    formula f = {joined, ARENA_ARRAY(w->mem, bool, OUTCOMES)};
    for (int n = 0; n < OUTCOMES; n++) {
        bool x = a.table[n], y = b.table[n];
        const bool holds[] = {x && y, x || y, !x || y, x == y, x || !y, !x};
        f.table[n] = holds[kind];
    }
    return f;
}

static void assert_table(const expr *e, const formula *f, const char *text) {
    int outcome[ISSUES] = {0};
    for (int n = 0; n < OUTCOMES; n++, next_outcome(outcome))
        if (expr_holds(e, outcome) != f->table[n])
            fail_msg("%s\nfrom %s\noutcome %d", text, f->text, n);
}

static void random_expressions_mean_what_they_say(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 2000; seed++) {
        writing w = {.mem = test_arena()};
        rng_seed(&w.r, seed, 0);
        formula f = random_formula(&w, (int)(seed % 6));
        const expr *e = parse(f.text, w.mem);
        assert_table(e, &f, f.text);
        char *printed = expr_print(e, &model, w.mem);
        const expr *again = parse(printed, w.mem);
        assert_table(again, &f, printed);
        assert_string_equal(expr_print(again, &model, w.mem), printed);
        arena_free(w.mem);
    }
}

static void expressions_are_printed_as_people_write_them(void **state) {
    (void)state;
    static const char *const same[] = {
        "fighting = active -> naval-blockade = keep and prisoners = hold",
        "(price = 5 -> price = 0) -> fighting >= paused",
        "price = 5 -> price = 0 -> price != 5",
        "not (price = 5 or 'or' = 'it''s so')",
        "'or' = 'in' and fighting <= paused",
        "price in {0, 5}",
        "(price = 5 or price = 0) and not not fighting = ended",
        "price = 2.5 <-> price >= 7.5",
        "'or' in {'in', \xc3\xa9t\xc3\xa9, 'x.y'}",
    };
    arena *mem = test_arena();
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        char *printed = expr_print(parse(same[i], mem), &model, mem);
        assert_string_equal(printed, same[i]);
    }
    assert_string_equal(
        expr_print(parse("prisoners != hold", mem), &model, mem),
        "prisoners = release");
    assert_string_equal(expr_print(parse("price > 10", mem), &model, mem),
                        "not price in {0, 2.5, 5, 7.5, 10}");
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comparisons_become_sets_of_options),
        cmocka_unit_test(signs_bind_as_documented),
        cmocka_unit_test(issues_are_found),
        cmocka_unit_test(places_are_kept),
        cmocka_unit_test(problems_are_located),
        cmocka_unit_test(all_unknown_names_are_reported),
        cmocka_unit_test(problems_are_located_behind_quotes_and_breaks),
        cmocka_unit_test(cases_without_issues_have_no_conditions),
        cmocka_unit_test(depth_is_limited_and_length_is_not),
        cmocka_unit_test(random_expressions_mean_what_they_say),
        cmocka_unit_test(expressions_are_printed_as_people_write_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
