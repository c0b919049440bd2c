/* SPDX-License-Identifier: Apache-2.0
 * A draft that the log brings is a proposal like the case's own: every lens
 * says the same, byte for byte, of a case whose log drafts a version and of one
 * whose file has it. And what a version changes is told term by term. */
#include "api/log.h"
#include "bytes.h"
#include "case_test.h"
#include "look.h"
#include "process/draft.h"
#include "record/change.h"

#define HEAD                                                                   \
    "parley: 1\ncase: drafts\nas-of: 2030-01-01\n"                             \
    "sources: {r: {date: 2030-01-01}%s}\n"                                     \
    "parties: {a: {name: A}, b: {name: B}}\n"                                  \
    "others: {m: {name: M, roles: [lead, mediator]}, q: {role: host}}\n"       \
    "channels: [{between: [m, a], state: open, source: r}, "                   \
    "{between: [m, b], state: open, source: r}]\n"                             \
    "issues: {i: {options: [x, y], now: x, by: a}, "                           \
    "j: {options: [x, y, z], now: x, scale: true}}\n"                          \
    "record: [{id: s, kind: demand, by: a, for: a, about: {i: y}, source: r}," \
    " {id: t, kind: matters, by: b, for: b, about: j, over: i, source: r}]\n"  \
    "proposals:\n"                                                             \
    "  p: {by: m, source: r, plan: [{lasts: 3 days, terms: {i: y}, "           \
    "talks: {on: [j], fail: resume}}]}\n"
#define CONTENT                                                                \
    "name: the second, plan: [{phase: pause, lasts: 7 days, terms: {i: y}, "   \
    "declared-by: m, talks: {on: [j], in: town, fail: stay}}], "               \
    "guarantees: [{by: q, to: [a], of: talks, status: offered}], "             \
    "clauses: {monitoring: by the host, forces: {status: open}}, "             \
    "truce: {kind: cessation, written: true}"
#define LOGGED(more)                                                           \
    "{\"at\": \"2030-01-02T09:00Z\", \"kind\": \"draft\", \"by\": \"m\", "     \
    "\"proposal\": \"p\"}\n"                                                   \
    "{\"at\": \"2030-01-03T09:00Z\", \"kind\": \"draft\", \"by\": \"m\", "     \
    "\"proposal\": \"v2\", \"parent\": \"p\"" more "}\n"                       \
    "{\"at\": \"2030-01-04T09:00Z\", \"kind\": \"send\", \"by\": \"m\", "      \
    "\"proposal\": \"v2\", \"to\": [\"a\", \"b\"]}\n"                          \
    "{\"at\": \"2030-01-05T09:00Z\", \"kind\": \"deliver\", "                  \
    "\"proposal\": \"v2\", \"to\": [\"a\", \"b\"]}\n"                          \
    "{\"at\": \"2030-01-06T09:00Z\", \"kind\": \"answer\", \"by\": \"a\", "    \
    "\"proposal\": \"v2\", \"answer\": \"accept\"}\n"                          \
    "{\"at\": \"2030-01-07T09:00Z\", \"kind\": \"statement\", \"entry\": "     \
    "{\"id\": \"u\", \"kind\": \"reject\", \"by\": \"b\", \"for\": \"b\", "    \
    "\"about\": \"v2\"}}\n"                                                    \
    "{\"at\": \"2030-01-08T09:00Z\", \"kind\": \"guarantee\", \"by\": \"m\", " \
    "\"proposal\": \"v2\", \"of\": \"truce\", \"to\": [\"b\"], \"status\": "   \
    "\"offered\"}\n"

static parley_case case_of_log(const char *text, const char *lines,
                               arena *mem) {
    parley_case c = {.mem = mem};
    parley_diags *d = parley_diags_new(NULL);
    bool ok = true;
    c.model = case_from_text(text, mem, d);
    ok = c.model &&
         process_read(&c.log, lines, strlen(lines), c.model, mem, d) &&
         process_join(&c.model, c.model, &c.log, mem, d) &&
         process_check(&c.log, c.model, NULL, mem, d) &&
         api_log_join(&c.model, &c.log, c.model, mem, d);
    if (!ok) print_problems(d);
    parley_diags_free(d);
    assert_true(ok);
    return c;
}

static kept_bytes look(const parley_case *c, const parley_lens_info *asked,
                       const char *viewer) {
    look_options o = {.count = 0};
    kept_bytes b = BYTES_NONE;
    parley_result *r;
    assert_true(look_operands(&o, c, asked));
    if (strstr(asked->operands, "PROPOSAL") && asked->operands_least == 1)
        o.items[0].value = "v2";
    look_add(&o, "draws", "200");
    look_add(&o, "for", viewer);
    if (strcmp(asked->name, "brief") == 0) look_add(&o, "since", "2030-01-04");
    assert_int_equal(parley_look(&r, c, asked->name, o.items, o.count, NULL),
                     PARLEY_OK);
    assert_int_equal(parley_write(r, "json", NULL, bytes_sink(&b), NULL),
                     PARLEY_OK);
    parley_result_free(r);
    return b;
}

static bool has(const char *const *names, const char *name) {
    while (*names && strcmp(*names, name) != 0)
        names++;
    return *names != NULL;
}

static void every_lens_has_it(void **state) {
    (void)state;
    static const char *const viewers[] = {NULL, "b"};
    static const char *const speakers[] = {"status", "plans", "pieces",
                                           "unlock", "ask",   "durability",
                                           "brief",  NULL};
    arena *mem = test_arena();
    const char *drafted = arena_format(mem, HEAD, "");
    const char *written =
        arena_format(mem,
                     HEAD "  v2: {" CONTENT ", by: m, date: 2030-01-03T09:00Z, "
                          "source: log of talks, supersedes: p}\n",
                     ", log of talks: {title: the log of the talks, grade: A}");
    parley_case x =
        case_of_log(drafted, LOGGED(", \"content\": \"{" CONTENT "}\""), mem);
    parley_case y = case_of_log(written, LOGGED(""), mem);
    for (size_t i = 0; i < parley_lens_count(); i++)
        for (size_t v = 0; v < 2; v++) {
            parley_lens_info asked = parley_lens_get(i);
            kept_bytes a = look(&x, &asked, viewers[v]);
            kept_bytes b = look(&y, &asked, viewers[v]);
            assert_string_equal(a.text, b.text);
            if (has(speakers, asked.name))
                assert_non_null(strstr(a.text, "v2"));
            free(a.text);
            free(b.text);
        }
    arena_free(mem);
}

/* --- Changes --- */

typedef struct edit {
    const char *from, *to, *changes;
} edit;

#define PLAN "plan: [{lasts: 3 days}]"

static const edit edits[] = {
    {PLAN, PLAN, ""},
    {PLAN, "name: another, " PLAN, ""},
    {PLAN, "plan: [{lasts: 72 hours}]", "phase 1 lasts: 72 hours, was 3 days"},
    {"plan: [{lasts: 3 days, terms: {i: y}}]",
     "plan: [{phase: pause, lasts: 3 days, terms: {j: z}}]",
     "phase 1: pause, was phase 1; phase 1, j: z, new; phase 1, i: dropped, "
     "was y"},
    {PLAN,
     "plan: [{lasts: 3 days}, {when: i = y, lasts: 1 day, starts: "
     "2030-02-01, declared-by: [m, q], collapse: 0.5}]",
     "phase 2: phase 2, new; phase 2 lasts: 1 day, new; phase 2 collapses: 0.5 "
     "a day, new; phase 2 waits for: i = y, new; phase 2 declared by: M and q, "
     "new; phase 2 starts: 2030-02-01, new"},
    {"plan: [{lasts: open, talks: {on: [i, j], fail: resume, form: direct}}]",
     "plan: [{lasts: open, talks: {on: [j], in: town, fail: stay, by: 9 days, "
     "within: [i = x]}}]",
     "talks on: j, was i and j; talks in: town, new; talks within: i = x, new; "
     "if talks fail: stay, was resume; deadline of talks: 9 days, new; talks "
     "held: dropped, was direct"},
    {PLAN ", guarantees: [{by: q, to: [a], of: talks, status: asked}]",
     PLAN ", guarantees: [{by: q, to: [a], of: talks, status: offered, "
          "strength: 0.5}, {by: m, of: [i, j], status: withheld}]",
     "guarantee of the talks by q to A: offered, strength 0.5, was asked; "
     "guarantee of i and j by M: withheld, new"},
    {PLAN ", clauses: {forces: none agreed, venue: town}",
     PLAN ", clauses: {forces: {text: none agreed, status: open, readings: "
          "{a: as they are}}, breach: {status: none}}",
     "clause forces: none agreed, open, was none agreed; clause forces as A "
     "reads it: as they are, new; clause breach: none, new; clause venue: "
     "dropped, was town"},
    {PLAN ", truce: {kind: cessation, written: true}",
     PLAN ", truce: {kind: humanitarian, fixed: true, prior: {failed: 1, "
          "known: 2}}",
     "kind of truce: humanitarian, was cessation; truce of fixed term: true, "
     "new; earlier truces that failed: 1 of 2, new; truce in writing: dropped, "
     "was true"},
};

static void changes_are_told(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        arena *mem = test_arena();
        parley_diags *d = parley_diags_new(NULL);
        const case_model *c = case_from_text(
            arena_format(mem,
                         HEAD "  from: {%s}\n  to: {supersedes: from, %s}\n",
                         "", edits[i].from, edits[i].to),
            mem, d);
        if (!c) print_problems(d);
        assert_non_null(c);
        record_changes changes =
            record_changes_find(c, &c->proposals[1], &c->proposals[2], mem);
        assert_string_equal(record_changes_print(changes, mem),
                            edits[i].changes);
        record_changes same =
            record_changes_find(c, &c->proposals[2], &c->proposals[2], mem);
        assert_int_equal(same.count, 0);
        assert_int_equal(record_version(c, 1), 1);
        assert_int_equal(record_version(c, 2), 2);
        parley_diags_free(d);
        arena_free(mem);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_lens_has_it),
        cmocka_unit_test(changes_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
