/* SPDX-License-Identifier: Apache-2.0
 * The brief through the public interface: what leads on the Cairo case, that a
 * ranking owed to a default says so on top, and that what a headline depends
 * on equals what the lens plans says of a case edited by hand. */
#include "asked.h"

#include "bytes.h"

/* Two proposals, all that the record needs to tell them apart. %s: the fail
 * of the short truce, a `by` for the long one, more entries. */
static const char dispute[] =
    "parley: 1\n"
    "case: t\n"
    "as-of: 2024-02-01\n"
    "parties: {a: {name: Ama}, b: {name: Bor}}\n"
    "sources: {r: {title: R, date: 2024-01-01, grade: B}}\n"
    "people:\n"
    "  al: {name: Al, of: a, office: leader}\n"
    "  bo: {name: Bo, of: b, office: leader}\n"
    "issues:\n"
    "  war: {options: [active, paused, ended], now: active, scale: true}\n"
    "  gate: {options: [shut, half, open], now: shut, scale: true, by: a}\n"
    "rules: [war = active -> gate = shut]\n"
    "record:\n"
    "  - {id: s1, by: bo, for: b, source: r par. 1, kind: demand,\n"
    "     about: {gate: open}}\n"
    "  - {id: s2, by: al, for: a, source: r par. 2, kind: prefer,\n"
    "     about: {war: ended}, over: {war: active}}\n"
    "  - {id: a1, for: b, source: analyst, credence: 0.8, kind: prefer,\n"
    "     about: {war: ended}, over: {war: active}}\n"
    "%s"
    "proposals:\n"
    "  short:\n"
    "    source: r par. 3\n"
    "    plan:\n"
    "      - {phase: pause, terms: {war: paused}, lasts: 7 days,\n"
    "         talks: {on: [war, gate], fail: %s}}\n"
    "  long:\n"
    "    source: r par. 3\n"
    "    plan:\n"
    "      - {phase: truce, terms: {war: ended}, lasts: open, source: r par. "
    "3,\n"
    "         talks: {on: [gate], fail: {is: stay, source: r par. 3}%s}}\n";

static parley_result *look(const char *lens, const char *text,
                           const char *draws, const char *without) {
    parley_option options[] = {{"draws", draws}, {"without", without}};
    return asked(lens, text, options, without ? 2 : 1);
}

static kept_bytes write_page(const parley_result *r) {
    kept_bytes p = BYTES_NONE;
    /* Wide enough that no sentence is broken where a test looks for it. */
    parley_style style = {.width = 100000};
    assert_int_equal(parley_write(r, "text", &style, bytes_sink(&p), NULL),
                     PARLEY_OK);
    return p;
}

static void holds(const kept_bytes *p, const char *words) {
    if (!strstr(p->text, words))
        fail_msg("the page does not say \"%s\":\n%s", words, p->text);
}

/* --- Cairo --- */

static char *read_case(const char *name, arena *mem) {
    source_text *text;
    assert_true(source_read(&text,
                            arena_format(mem, "%s/cases/%s", PARLEY_ROOT, name),
                            (size_t)1 << 24, mem, NULL));
    return arena_text(mem, text->bytes, text->size);
}

static bool rests_on(const parley_result *r, const char *what) {
    size_t count = get(r, "headline/rests-on").count;
    for (size_t i = 0; i < count; i++) {
        char path[64];
        (void)snprintf(path, sizeof path, "headline/rests-on/%zu", i);
        if (strcmp(get(r, path).text, what) == 0) return true;
    }
    return false;
}

static void cairo_ranks_the_truce_first_and_says_why(void **state) {
    (void)state;
    arena *mem = test_arena();
    parley_result *r =
        look("brief", read_case("cairo-2014.yaml", mem), "4000", NULL);
    assert_string_equal(get(r, "headline/first").text, "humanitarian-truce");
    assert_string_equal(get(r, "headline/second").text, "egyptian-initiative");
    assert_true(get(r, "headline/lead").number >
                4 * get(r, "headline/lead-error").number);
    /* With no record at all the lead is about as large: this must be said. */
    assert_true(rests_on(r, "prior"));
    kept_bytes p = write_page(r);
    holds(&p, "prior and structure of the model carry it");
    holds(&p, "With no record at all the shares would be");
    holds(&p, "without the analyst");
    holds(&p,
          "if talks fail (it stays in force \xe2\x86\x92 all is as before)");
    holds(&p, "Talks without any truce");
    holds(&p, "Once signed, who would move away");
    holds(&p, "Israel would stay in ");
    holds(&p, "no reason to skip a pause");
    holds(&p, "r1 par. 14");
    free(p.text);
    parley_result_free(r);
    arena_free(mem);
}

/* It has no line in the file, so an id of its own would say nothing. */
static void a_proposal_that_counts_as_a_word_is_named(void **state) {
    (void)state;
    arena *mem = test_arena();
    parley_result *r =
        look("brief", read_case("depot-strike.yaml", mem), "400", NULL);
    kept_bytes p = write_page(r);
    holds(&p, "company's own proposal \"the company's offer\"");
    holds(&p, "loses most on strike, of which only the analyst has it speak");
    free(p.text);
    parley_result_free(r);
    const parley_option alone[] = {{"draws", "400"}, {"without", "analyst"}};
    r = asked("brief", read_case("depot-strike.yaml", mem), alone, 2);
    p = write_page(r);
    holds(&p, "loses most on strike, of which it has said nothing on record: "
              "that rests on the prior alone");
    free(p.text);
    parley_result_free(r);
    arena_free(mem);
}

/* What would unlock the first, and what to ask, are what those lenses say: the
 * questions all of them, the sets those of single changes. */
static void changes_and_questions_are_those_of_the_lenses(void **state) {
    (void)state;
    arena *mem = test_arena();
    const char *text = read_case("cairo-2014.yaml", mem);
    parley_result *r = look("brief", text, "400", NULL);
    const parley_option first[] = {
        {"operand", "humanitarian-truce"}, {"draws", "400"}, {"changes", "1"}};
    parley_result *u = asked("unlock", text, first, 3);
    parley_result *a = look("ask", text, "400", NULL);
    assert_string_equal(get(r, "unlock/proposal").text, "humanitarian-truce");
    assert_near(get(r, "unlock/as-it-stands/all").number,
                get(u, "as-it-stands/all").number, 0);
    assert_near(get(r, "unlock/sets/0/all").number, get(u, "sets/0/all").number,
                0);
    assert_near(get(r, "unlock/search/changes-most").number, 2, 0);
    assert_int_equal(get(r, "ask/questions").count, get(a, "questions").count);
    assert_near(get(r, "ask/questions/0/value").number,
                get(a, "questions/0/value").number, 0);
    kept_bytes p = write_page(r);
    holds(&p, "What would unlock \"the seven-day truce\"");
    holds(&p, "What to ask next");
    free(p.text);
    parley_result_free(a);
    parley_result_free(u);
    parley_result_free(r);
    arena_free(mem);
}

/* --- Figures of other disputes --- */

/* What the brief says of lengths and of endings is what those lenses say; where
 * a case lacks what they need, that is said. */
static void figures_are_those_of_the_lenses(void **state) {
    (void)state;
    arena *mem = test_arena();
    const char *cairo = read_case("cairo-2014.yaml", mem);
    const char *ferry = read_case("ferry-strike.yaml", mem);
    const parley_option truce[] = {{"operand", "humanitarian-truce"}};
    parley_result *r = look("brief", cairo, "400", NULL);
    parley_result *d = asked("durability", cairo, truce, 1);
    assert_near(get(r, "durability/humanitarian-truce/hold/value").number,
                get(d, "hold/value").number, 0);
    assert_int_equal(get(r, "forecast").kind, PARLEY_NULL);
    kept_bytes p = write_page(r);
    assert_null(strstr(p.text, "Where simple models say it ends"));
    free(p.text);
    parley_result_free(d);
    parley_result_free(r);
    r = look("brief", ferry, "400", NULL);
    parley_result *f = look("forecast", ferry, "400", NULL);
    static const char *const same[] = {
        "issues/0/forecasts/0/value", "issues/0/forecasts/0/low",
        "issues/1/forecasts/1/value", "issues/1/levers/0/share",
        "models/0/mae"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_near(get(r, arena_format(mem, "forecast/%s", same[i])).number,
                    get(f, same[i]).number, 0);
    p = write_page(r);
    holds(&p, "wage: weighted mean 53 [4, 100], Nash 75 [25, 100]; Deckhands' "
              "Union moves the mean most, by 0.60 a point [analyst].");
    holds(&p, "no positions are given on work, night-crew and island-line");
    holds(&p, "the mean was off by 23 on average");
    free(p.text);
    parley_result_free(f);
    parley_result_free(r);
    arena_free(mem);
}

/* --- A ranking that rests on a default --- */

static void a_default_that_decides_is_named_on_top(void **state) {
    (void)state;
    static const char text[] =
        "parley: 1\n"
        "case: t\n"
        "as-of: 2024-02-01\n"
        "parties: {a: {name: Ama}, b: {name: Bor}}\n"
        "sources: {r: {title: R, date: 2024-01-01, grade: B}}\n"
        "issues:\n"
        "  war: {options: [active, ended], now: active}\n"
        "  gate: {options: [shut, open], now: shut, by: a}\n"
        "proposals:\n"
        "  quick:\n"
        "    source: r par. 3\n"
        "    plan:\n"
        "      - {phase: truce, terms: {war: ended}, lasts: open,\n"
        "         talks: {on: [gate], fail: resume,\n"
        "                 by: {is: 1 days, source: r par. 3}}}\n"
        "  silent:\n"
        "    source: r par. 3\n"
        "    plan:\n"
        "      - {phase: truce, terms: {war: ended}, lasts: open,\n"
        "         talks: {on: [gate], fail: resume}}\n";
    parley_result *r = look("brief", text, "4000", NULL);
    assert_true(rests_on(r, "default"));
    kept_bytes p = write_page(r);
    holds(&p, "The ranking rests on a default");
    free(p.text);
    parley_result_free(r);
}

/* --- What it depends on --- */

static double share_of(const parley_result *r, const char *name) {
    size_t count = get(r, "plans").count;
    for (size_t i = 0; i < count; i++) {
        char path[64];
        (void)snprintf(path, sizeof path, "plans/%zu/name", i);
        if (strcmp(get(r, path).text, name) != 0) continue;
        (void)snprintf(path, sizeof path, "plans/%zu/all", i);
        return get(r, path).number;
    }
    fail_msg("no plan \"%s\"", name);
    return NAN;
}

/* The number `key` of the item of `list` whose `what` holds the words. */
static double shift_of(const parley_result *r, const char *list,
                       const char *words, const char *key) {
    char path[96];
    (void)snprintf(path, sizeof path, "sensitivity/%s", list);
    size_t count = get(r, path).count;
    for (size_t i = 0; i < count; i++) {
        (void)snprintf(path, sizeof path, "sensitivity/%s/%zu/what", list, i);
        if (!strstr(get(r, path).text, words)) continue;
        (void)snprintf(path, sizeof path, "sensitivity/%s/%zu/%s", list, i,
                       key);
        return get(r, path).number;
    }
    fail_msg("nothing about \"%s\" in %s", words, list);
    return NAN;
}

static void same_as_edited(const parley_result *brief, const char *edited,
                           const char *words) {
    const char *first = get(brief, "headline/first").text;
    const char *second = get(brief, "headline/second").text;
    parley_result *r = look("plans", edited, "1000", NULL);
    assert_near(shift_of(brief, "structure", words, "first"),
                share_of(r, first), 0);
    assert_near(shift_of(brief, "structure", words, "second"),
                share_of(r, second), 0);
    parley_result_free(r);
}

/* Choices are looked at with a quarter of the draws. */
static void a_choice_made_otherwise_equals_an_edited_case(void **state) {
    (void)state;
    arena *mem = test_arena();
    char *text = arena_format(mem, dispute, "", "resume", "");
    parley_result *r = look("brief", text, "4000", NULL);
    same_as_edited(r, arena_format(mem, dispute, "", "stay", ""),
                   "the phase of \"short\" stayed");
    same_as_edited(r, arena_format(mem, dispute, "", "resume", ", by: 90 days"),
                   "the talks of \"long\" had 90 days");
    parley_result_free(r);
    arena_free(mem);
}

static void a_statement_left_out_equals_without_it(void **state) {
    (void)state;
    arena *mem = test_arena();
    char *text = arena_format(mem, dispute, "", "resume", "");
    parley_result *r = look("brief", text, "40000", NULL);
    static const char *const ids[] = {"s1", "s2", "a1"};
    for (int i = 0; i < 3; i++) {
        parley_result *without = look("plans", text, "40000", ids[i]);
        const char *first = get(r, "headline/first").text;
        assert_near(shift_of(r, "statements", ids[i], "first"),
                    share_of(without, first), 0.02);
        parley_result_free(without);
    }
    parley_result_free(r);
    arena_free(mem);
}

static void an_idle_parameter_moves_nothing(void **state) {
    (void)state;
    arena *mem = test_arena();
    /* Nobody has rejected anything: the cost of that plays no part. */
    parley_result *r = look(
        "brief", arena_format(mem, dispute, "", "resume", ""), "4000", NULL);
    double error = shift_of(r, "parameters", "rejected", "change-error");
    assert_near(shift_of(r, "parameters", "rejected", "change"), 0, 4 * error);
    assert_true(fabs(shift_of(r, "parameters", "breach", "change")) >
                4 * shift_of(r, "parameters", "breach", "change-error"));
    parley_result_free(r);
    arena_free(mem);
}

/* --- Edges --- */

static void a_case_without_proposals_has_a_page(void **state) {
    (void)state;
    static const char text[] = "parley: 1\n"
                               "case: t\n"
                               "parties: {a: {name: A}, b: {name: B}}\n"
                               "issues: {x: {options: [o, p], now: o}}\n";
    parley_result *r = look("brief", text, "8", NULL);
    assert_int_equal(get(r, "headline/first").kind, PARLEY_NULL);
    assert_int_equal(get(r, "sensitivity").kind, PARLEY_NULL);
    kept_bytes p = write_page(r);
    holds(&p, "No proposal is on record");
    free(p.text);
    parley_result_free(r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cairo_ranks_the_truce_first_and_says_why),
        cmocka_unit_test(a_proposal_that_counts_as_a_word_is_named),
        cmocka_unit_test(changes_and_questions_are_those_of_the_lenses),
        cmocka_unit_test(figures_are_those_of_the_lenses),
        cmocka_unit_test(a_default_that_decides_is_named_on_top),
        cmocka_unit_test(a_choice_made_otherwise_equals_an_edited_case),
        cmocka_unit_test(a_statement_left_out_equals_without_it),
        cmocka_unit_test(an_idle_parameter_moves_nothing),
        cmocka_unit_test(a_case_without_proposals_has_a_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
