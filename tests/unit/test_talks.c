/* SPDX-License-Identifier: Apache-2.0
 * What is on the table is one notion: the log's word counts, and where it has
 * none the case's. `brief` ranks what is on the table; `ask` asks about that
 * and the analyst's variants, and about nothing that is gone. */
#include "api/api.h"
#include "case_test.h"
#include "lens/talks.h"

static const char text[] =
    "parley: 1\ncase: a table\nas-of: 2030-01-01\n"
    "sources: {r: {date: 2030-01-01}}\n"
    "parties: {a: {name: A}, b: {name: B}}\nothers: {m: {role: lead}}\n"
    "issues: {i: {options: [x, y], now: x}, j: {options: [x, y], now: x}}\n"
    "record: [{id: s, kind: demand, by: a, for: a, about: {i: y}, "
    "source: r}]\n"
    "proposals:\n"
    "  p: {by: m, source: r, plan: [{lasts: 7 days, terms: {i: y}}]}\n"
    "  q: {by: m, source: r, plan: [{lasts: 3 days, terms: {i: y, j: y}}]}\n"
    "  gone: {by: m, source: r, status: {is: withdrawn, source: r}, "
    "plan: [{lasts: 1 day}]}\n"
    "  v: {source: analyst, plan: [{lasts: 9 days, terms: {j: y}}]}\n";

/* What the log says, and then what is ranked, what stands at all, and why that
 * is ranked. */
typedef struct row {
    const char *log, *table, *stands, *ranked;
} row;

static const row rows[] = {
    {"", "p q", "p q v", "table"},
    {"draft p", "p q", "p q v", "table"},
    {"draft p, withdraw p", "q", "q v", "table"},
    {"draft v", "p q v", "p q v", "table"},
    {"draft v, withdraw v", "p q", "p q", "table"},
    {"draft p, draft q, supersede p", "q", "q v", "table"},
    {"draft p, send p, deliver p, accept p, reject p", "q", "q v", "table"},
    {"draft p, send p, deliver p, accept p", "p q", "p q v", "table"},
    {"draft p, draft q, withdraw p, withdraw q", "v", "v", "variants"},
    {"draft p, draft q, draft v, withdraw p, withdraw q, withdraw v",
     "p q gone v", "p q gone v", "gone"},
};

/* What a word of such a log says beside the proposal: a accepts, b rejects. */
static const char *rest_of(const char *word) {
    static const char *const rests[][2] = {
        {"supersede", "\"kind\": \"supersede\", \"with\": \"q\""},
        {"send", "\"kind\": \"send\", \"to\": [\"a\", \"b\"]"},
        {"deliver", "\"kind\": \"deliver\", \"to\": [\"a\", \"b\"]"},
        {"accept", "\"kind\": \"answer\", \"by\": \"a\", "
                   "\"answer\": \"accept\""},
        {"reject", "\"kind\": \"answer\", \"by\": \"b\", "
                   "\"answer\": \"reject\""},
        {"draft", "\"kind\": \"draft\""},
        {"withdraw", "\"kind\": \"withdraw\""}};
    size_t i = 0;
    while (strcmp(rests[i][0], word) != 0)
        i++;
    return rests[i][1];
}

static process_log log_of(const char *words, const case_model *c, arena *mem) {
    const char *lines = "";
    char kind[16], proposal[8];
    for (int used; sscanf(words, "%15s %7[a-z]%n", kind, proposal, &used) == 2;
         words += (size_t)used + strspn(words + used, ", "))
        lines = arena_format(mem,
                             "%s{\"at\": \"2030-01-02T09:00Z\", %s, "
                             "\"proposal\": \"%s\"}\n",
                             lines, rest_of(kind), proposal);
    process_log log;
    assert_true(process_read(&log, lines, strlen(lines), c, mem, NULL));
    assert_true(process_check(&log, c, NULL, mem, NULL));
    return log;
}

/* "p q": the proposals whose id, behind a prefix, stands in a list of the
 * data. */
static const char *named_in(const parley_result *r, const case_model *c,
                            const char *list, const char *key,
                            const char *prefix, arena *mem) {
    const char *all = "";
    parley_value one;
    for (int p = 0; p < c->proposal_count; p++) {
        const char *id = arena_format(mem, "%s%s", prefix, c->proposals[p].id);
        bool found = false;
        for (int i = 0;; i++) {
            const char *path = arena_format(mem, "%s/%d%s", list, i, key);
            if (parley_get(r, path, &one) != PARLEY_OK) break;
            found = found || strcmp(one.text, id) == 0;
        }
        if (found)
            all = arena_format(mem, "%s%s%s", all, *all ? " " : "",
                               c->proposals[p].id);
    }
    return all;
}

static void test_table(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arena *mem = test_arena();
        const case_model *m = case_from_text(text, mem, NULL);
        parley_case c = {mem, m, log_of(rows[i].log, m, mem)};
        const parley_option options[] = {{"draws", "200"}};
        parley_result *brief, *ask;
        assert_int_equal(parley_look(&brief, &c, "brief", options, 1, NULL),
                         PARLEY_OK);
        assert_int_equal(parley_look(&ask, &c, "ask", options, 1, NULL),
                         PARLEY_OK);
        assert_string_equal(
            named_in(brief, m, "headline/on-the-table", "", "", mem),
            rows[i].table);
        parley_value ranked;
        assert_int_equal(parley_get(brief, "headline/ranked", &ranked),
                         PARLEY_OK);
        assert_string_equal(ranked.text, rows[i].ranked);
        assert_string_equal(
            named_in(ask, m, "questions", "/id", "b/accept/", mem),
            rows[i].stands);
        parley_result_free(brief);
        parley_result_free(ask);
        arena_free(mem);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_table)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
