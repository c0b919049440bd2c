/* SPDX-License-Identifier: Apache-2.0
 * Plain words: what each line becomes in the file, and where the finger points
 * when it can't be read. */
#include "case_test.h"

#include "base/text.h"
#include "case/plain.h"
#include "case/save.h"

static const case_answer base[] = {
    {"as-of", "2031-05-06"},
    {"source", "The Post, 2031-05-05, grade B"},
    {"party", "Bus company"},
    {"party", "Drivers' union"},
    {"other", "Court of arbitration: mediator, host"},
    {"issue", "pay rise: none, 3 %, 6 %; by company; now 3"},
    {"issue", "shifts: long, split, short; in order; by company"},
    {"issue", "strike: on, off; by union"},
    {"issue", "truce: none for good, none"},
    {"proposal", "A pause: by court; strike off for 3 weeks; talks on pay"},
    {"said", "Ms Okafor (leader) for the company says good morning, post"},
};
enum { BASE = sizeof base / sizeof *base };

/* The new case with one answer more; NULL where it can't be read. */
static char *with(const char *about, const char *words, arena *mem,
                  parley_diags *d) {
    case_answer all[BASE + 1];
    for (int i = 0; i < BASE; i++)
        all[i] = base[i];
    all[BASE] = (case_answer){about, words};
    return case_new("A strike", all, BASE + 1, mem, d);
}

/* Line ends and indentation count for nothing. */
static char *on_one_line(const char *text, arena *mem) {
    char *out = arena_copy(mem, text);
    size_t size = 0;
    for (; *text; text++) {
        bool space = *text == ' ' || *text == '\n';
        if (space && size > 0 && out[size - 1] == ' ') continue;
        out[size++] = space ? ' ' : *text;
    }
    out[size] = '\0';
    return out;
}

typedef struct reading {
    const char *about, *words, *expected;
} reading;

static void assert_reads(const reading *r) {
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    const char *text = with(r->about, r->words, mem, d);
    if (!text) print_problems(d);
    assert_non_null(text);
    if (!strstr(on_one_line(text, mem), r->expected))
        fail_msg("\"%s\" gives no \"%s\":\n%s", r->words, r->expected, text);
    parley_diags_free(d);
    arena_free(mem);
}

static void what_is_said_becomes_an_entry(void **state) {
    (void)state;
    static const reading readings[] = {
        {"said", "union demands pay rise 6 %",
         "- {id: s2, by: drivers-union, for: drivers-union, kind: demand, "
         "about: {pay-rise: 6 %}, source: post}"},
        {"said", "The Union WANTS Pay: 6, strike = on",
         "kind: demand, about: {pay-rise: 6 %, strike: \"on\"}"},
        {"said", "union demands 6 %, off",
         "about: {pay-rise: 6 %, strike: \"off\"}"},
        {"said", "company refuses the short shifts", "about: {shifts: short}"},
        {"said", "union needs pay 3 or 6",
         "kind: require, about: {pay-rise: [3 %, 6 %]}"},
        {"said", "Okafor refuses shifts short, par. 4",
         "by: ms-okafor, for: bus-company, kind: refuse, about: {shifts: "
         "short}, source: post par. 4}"},
        {"said", "a driver for union refuses pay none, post p. 9, 2031-05-04",
         "by: driver, for: drivers-union, kind: refuse, about: {pay-rise: "
         "none}, date: 2031-05-04, source: post par. 9}"},
        {"said", "a driver for union refuses pay none",
         "driver: {name: a driver, of: drivers-union, office: unnamed}"},
        {"said", "Mr Ode for union demands pay 3",
         "mr-ode: {name: Mr Ode, of: drivers-union, office: official}"},
        {"said", "company offers pay 3", "kind: offer, about: {pay-rise: 3 %}"},
        {"said", "company offers pay to 3, shifts split for strike off",
         "kind: trade, about: {pay-rise: 3 %, shifts: split}, in-return: "
         "{strike: \"off\"}"},
        {"said", "union prefers pay 6 over shifts short",
         "kind: prefer, about: {pay-rise: 6 %}, over: {shifts: short}"},
        {"said", "union values pay over shifts",
         "kind: matters, about: pay-rise, over: shifts"},
        {"said", "company accepts pause", "kind: accept, about: pause"},
        {"said", "union doubts company", "kind: doubt, of: bus-company"},
        {"said", "court says wait, and see",
         "kind: said, about: \"wait, and see\""},
        {"assumed", "union prefers strike off over strike on, 0.8",
         "- {id: a1, for: drivers-union, kind: prefer, about: {strike: "
         "\"off\"}, over: {strike: \"on\"}, source: analyst, credence: 0.8}"},
        {"assumed", "union refuses pay none", "credence: 0.75"},
    };
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
        assert_reads(&readings[i]);
}

static void parts_of_a_case(void **state) {
    (void)state;
    static const reading readings[] = {
        {"source", "Minutes", "minutes: {title: Minutes, date: 2031-05-06}"},
        {"other", "The City: ally", "city: {name: The City, roles: [ally]}"},
        {"other", "The City", "city: {name: The City}"},
        {"channel", "court, union: barred",
         "{between: [court-of-arbitration, drivers-union], state: barred, "
         "source: post}"},
        {"issue", "night buses: 0, 2, 4",
         "night-buses: {options: [0, 2, 4], scale: true, now: 0}"},
        {"issue", "name: red, green, blue",
         "name: {options: [red, green, blue], now: red}"},
        {"issue", "name: red, green, blue; in order; now blue; by court, union",
         "{options: [red, green, blue], scale: true, now: blue, by: "
         "[court-of-arbitration, drivers-union]}"},
        {"issue", "bonus", "bonus: {options: [now, changed], now: now}"},
        {"proposal", "Offer: strike off for 7 days; pay 3, shifts to short",
         "offer: name: Offer source: post plan: - {terms: {strike: \"off\"}, "
         "lasts: 7 days} - {terms: {pay-rise: 3 %, shifts: short}, lasts: "
         "open}"},
        {"proposal", "Talk: talks on all or stay",
         "- {lasts: open, talks: {\"on\": [pay-rise, shifts, strike, truce], "
         "fail: stay}}"},
        {"proposal", "Pact: pay 6 for good; by union, company",
         "by: [drivers-union, bus-company] source: post plan: - {terms: "
         "{pay-rise: 6 %}, lasts: open}"},
        {"proposal", "P: pay 3 for a week; pay 6 for Twelve days",
         "- {terms: {pay-rise: 3 %}, lasts: 1 week} - {terms: {pay-rise: 6 %}, "
         "lasts: 12 days}"},
        {"proposal", "P: truce none for good for a week",
         "- {terms: {truce: none for good}, lasts: 1 week}"},
        {"proposal", "P: truce none for good",
         "- {terms: {truce: none for good}, lasts: open}"},
        {"proposal", "Nothing known", "plan: - {lasts: open}"},
    };
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
        assert_reads(&readings[i]);
}

typedef struct fault {
    const char *about, *words, *code, *hint;
    int column;
} fault;

static void assert_fault(const fault *f) {
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    assert_null(with(f->about, f->words, mem, d));
    print_message("%s: %s\n", f->about, f->words);
    assert_int_equal(parley_diags_count(d), 1);
    const parley_diag *p = parley_diags_get(d, 0);
    assert_string_equal(p->code, f->code);
    assert_string_equal(p->file, f->about);
    assert_int_equal(p->column, f->column);
    if (f->hint && (!p->hint || !strstr(p->hint, f->hint)))
        fail_msg("%s has no hint \"%s\"", f->words, f->hint);
    parley_diags_free(d);
    arena_free(mem);
}

static void faults_are_pointed_at(void **state) {
    (void)state;
    static const fault faults[] = {
        {"said", "unoin demands pay 3", "case/unknown-speaker", "union", 1},
        {"said", "union demands pey 3", "case/unknown-issue", "pay", 15},
        {"said", "union demands shifts shrt", "case/unknown-option", "short",
         22},
        {"said", "union demands pay 1", "case/unknown-option", "3 %", 19},
        {"said", "union demands pay", "plain/words", "none, 3 %, 6 %", 18},
        {"said", "union accepts pauze", "case/unknown-proposal", "pause", 15},
        {"said", "union accepts", "plain/words", NULL, 1},
        {"said", "union minds the pay", "plain/words", NULL, 1},
        {"said", "demands pay 3", "plain/words", NULL, 1},
        {"said", "union values pay", "plain/words", NULL, 14},
        {"said", "s demands pay 3", "case/unknown-speaker", NULL, 1},
        {"said", "union demands s 3", "plain/ambiguous", NULL, 15},
        {"issue", "bonus: some", "plain/words", NULL, 8},
        {"issue", "bonus: none, some; by me", "case/unknown-actor", NULL, 23},
        {"issue", "bonus: none, some; now 3", "case/unknown-option", NULL, 24},
        {"issue", "bonus: none, some; often", "plain/words", NULL, 20},
        {"proposal", "P: pay 6; pay 3", "plain/words", NULL, 11},
        {"proposal", "P: talks on pay; pay 3", "plain/words", NULL, 18},
        {"proposal", "P: pay 6 for a while", "case/duration", NULL, 14},
        {"proposal", "P: talks about pay", "plain/words", NULL, 4},
        {"proposal", ": pay 6", "plain/words", NULL, 1},
        {"source", "The Post, soon", "plain/words", NULL, 11},
        {"channel", "court, union", "plain/words", NULL, 1},
        {"assumed", "union refuses pay none, 1", "plain/words", NULL, 25},
        {"as-of", "soon", "case/date", NULL, 1},
    };
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        assert_fault(&faults[i]);
}

static void with_several_sources_each_is_named(void **state) {
    (void)state;
    static const case_answer answers[] = {
        {"source", "The Post, 2031-05-05"},
        {"source", "Minutes, 2031-05-06"},
        {"party", "North"},
        {"party", "South"},
        {"issue", "water: keep, share"},
        {"said", "North refuses water share"},
        {"said", "North refuses water share, minutes"},
    };
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    assert_null(case_new(NULL, answers, 7, mem, d));
    assert_int_equal(parley_diags_count(d), 1);
    assert_string_equal(parley_diags_get(d, 0)->code, "plain/words");
    assert_non_null(case_new(NULL, answers, 5, mem, NULL));
    parley_diags_free(d);
    arena_free(mem);
}

/* What is added by words is what a hand would have written. */
static void words_are_added_to_a_record(void **state) {
    (void)state;
    arena *mem = test_arena();
    const char *text = with("said", "union demands pay 6", mem, NULL);
    const source_text *file = source_new(mem, "a", text, strlen(text));
    static const char words[] = "Okafor refuses pay 6, par. 2, 2031-05-05";
    const source_text *entry =
                          source_new(mem, "entry", words, sizeof words - 1),
                      *longer;
    assert_true(case_append(&longer, file, "record", entry, mem, NULL));
    const case_model *c = case_without_errors(longer, mem);
    const case_entry *e = &c->record[case_entry_find(c, "s3")];
    assert_int_equal(e->kind, CASE_REFUSE);
    assert_int_equal(e->origin.paragraph, 2);
    assert_int_equal(e->about.items[0].options.items[0], 2);
    assert_string_equal(c->people[e->by[0].index].id, "ms-okafor");
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_said_becomes_an_entry),
        cmocka_unit_test(parts_of_a_case),
        cmocka_unit_test(faults_are_pointed_at),
        cmocka_unit_test(with_several_sources_each_is_named),
        cmocka_unit_test(words_are_added_to_a_record),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
