/* SPDX-License-Identifier: Apache-2.0
 * Events from lines, and refusals: every event that can't come says why, what
 * stands, and what would be possible. */
#include "process_logs.h"

static const case_model *usual_case(arena *mem) {
    return case_of(PROCESS_CASE, mem);
}

static process_event good(const char *line, const case_model *c, arena *mem) {
    process_event e;
    parley_diags *d = parley_diags_new(NULL);
    event_reader by = event_reader_new(c, mem, d);
    by.number = 1;
    if (!event_read(&e, line, strlen(line), &by))
        fail_msg("%s: %s", line, parley_diags_get(d, 0)->message);
    parley_diags_free(d);
    return e;
}

static void a_full_line_is_read(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = usual_case(mem);
    process_event e =
        good("{\"at\": \"2031-03-30T02:30\", \"zone\": \"Europe/Rome\", "
             "\"kind\": \"send\", \"by\": \"m\", \"id\": \"x\", \"source\": "
             "\"r par. 2\", \"text\": \"t\", \"visible\": [\"a\", \"m\"], "
             "\"proposal\": \"p1\", \"to\": [\"a\", \"b\"], \"via\": \"r1\", "
             "\"sealed\": true, \"until\": \"2031-04-01T00:00\"}",
             c, mem);
    assert_int_equal(e.kind, EVENT_SEND);
    /* 02:30 is skipped there: read with the offset before it */
    assert_string_equal(time_print(e.at, mem), "2031-03-30T03:30+02:00");
    assert_string_equal(time_print(e.until, mem), "2031-04-01T00:00+02:00");
    assert_int_equal(e.by, case_actor_find(c, "m"));
    assert_int_equal(e.proposal, case_proposal_find(c, "p1"));
    assert_int_equal(e.to.count, 2);
    assert_int_equal(e.via.count, 1);
    assert_true(e.sealed && e.access.limited && !e.access.protect);
    assert_int_equal(e.access.actors.count, 2);
    assert_int_equal(e.other, -1);
    arena_free(mem);
}

typedef struct wrong_line {
    const char *line, *code, *says;
} wrong_line;

static void wrong_lines_are_told(void **state) {
    (void)state;
    static const wrong_line wrong[] = {
        {"{\"kind\": \"lapse\", \"proposal\": \"p0\"}", "log/missing-key",
         "line 1: lapse needs \"at\""},
        {"{\"at\": \"2031-01-01T00:00Z\"}", "log/missing-key",
         "line 1: an event needs \"kind\""},
        {"{\"at\": \"2031-01-01\", \"kind\": \"lapse\", \"proposal\": \"p0\"}",
         "log/value", "an instant is needed"},
        {"{\"at\": \"2031-02-29T00:00Z\", \"kind\": \"lapse\", \"proposal\": "
         "\"p0\"}",
         "log/value", "an instant is needed"},
        {"{\"at\": \"2031-01-01T00:00Z\", \"kind\": \"lapse\", \"proposal\": "
         "\"p0\", \"zone\": \"Europe/Atlantis\"}",
         "log/value", "no time zone"},
        {"{\"at\": \"2031-01-01T00:00Z\", \"kind\": \"sned\", \"proposal\": "
         "\"p0\"}",
         "log/value", "is no word for it"},
        {"{\"at\": \"2031-01-01T00:00Z\", \"kind\": \"lapse\", \"proposal\": "
         "\"p9\"}",
         "log/value", "the case has no proposal \"p9\""},
        {"{\"at\": \"2031-01-01T00:00Z\", \"kind\": \"lapse\", \"proposal\": "
         "\"p0\", \"lasts\": \"2 days\"}",
         "log/unknown-key", "lapse takes no key \"lasts\""},
        {"{\"at\": \"2031-01-01T00:00Z\", \"kind\": \"extend\", \"proposal\": "
         "\"p0\", \"lasts\": \"-2 days\"}",
         "log/value", "a duration is needed"},
        {"{\"at\": \"2031-01-01T00:00Z\", \"kind\": \"start\", \"proposal\": "
         "\"p0\", \"phase\": 0}",
         "log/value", "the number of a phase is needed"},
        {"{\"at\": \"2031-01-01T00:00Z\", \"kind\": \"confer\", \"text\": "
         "[\"x\"]}",
         "log/value", "a text is needed"},
        {"{\"at\": \"2031-01-01T00:00Z\", \"kind\": \"statement\", "
         "\"entry\": \"x\"}",
         "log/value", "an object is needed"},
        {"{\"at\"", "log/syntax", "line 1, byte"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        arena *mem = test_arena();
        parley_diags *d = parley_diags_new(NULL);
        process_event e;
        event_reader by = event_reader_new(usual_case(mem), mem, d);
        by.number = 1;
        assert_false(event_read(&e, wrong[i].line, strlen(wrong[i].line), &by));
        const parley_diag *first = parley_diags_get(d, 0);
        assert_string_equal(first->code, wrong[i].code);
        if (!strstr(first->message, wrong[i].says))
            fail_msg("%s: %s", wrong[i].line, first->message);
        parley_diags_free(d);
        arena_free(mem);
    }
}

/* --- Refusals --- */

static bool names_what_is_possible(const process_event *e, const char *why) {
    if (strstr(why, "the log goes forward")) return true;
    if (e->kind == EVENT_DISPUTE || e->kind == EVENT_VERIFY)
        return strstr(why, "possible: ") || strstr(why, "nothing more can");
    return strstr(why, "; possible: ") != NULL;
}

/* The event of a command that a refusal calls next; false: it calls none, or
 * one that needs more than it says. */
static bool read_next(process_event *out, const char *why, const case_model *c,
                      arena *mem) {
    char kind[12], proposal[12] = "", who[16] = "";
    const char *next = strstr(why, "; next: parley ");
    if (!next) return false;
    next += strlen("; next: parley ");
    int read =
        sscanf(next, "log CASE %11s %11s %*[toby]=%15s", kind, proposal, who);
    if (read < 2)
        read = sscanf(next, "%11s CASE %11s %15s", kind, proposal, who);
    assert_true(read >= 2);
    if (strcmp(proposal, "NEW") == 0 || strcmp(who, "PARTY...") == 0)
        return false;
    *out = (process_event){.by = -1, .other = -1};
    int k = 0;
    while (strcmp(event_kind_name((event_kind)k), kind) != 0)
        k++;
    out->kind = (event_kind)k;
    out->proposal = case_proposal_find(c, proposal);
    int actor = *who ? case_actor_find(c, who) : -1;
    bool carried = out->kind == EVENT_SEND || out->kind == EVENT_DELIVER;
    if (carried)
        out->to = one_actor(actor, mem);
    else
        out->by = actor;
    return true;
}

/* Random logs: each refusal has a reason and, where a version stands in its
 * state, what is possible; and the command that it calls next can come. */
static void refusals_say_what_is_possible(void **state) {
    (void)state;
    arena *lasting = test_arena();
    const log_cases *all = log_cases_new(lasting);
    long refused = 0, led = 0;
    for (uint64_t seed = 0; seed < 2000; seed++) {
        arena *mem = test_arena();
        log_maker *m = ARENA_NEW(mem, log_maker);
        log_begin(m, all, seed);
        process_state *s = process_begin(m->c, mem);
        for (int i = 0; i < 60 && m->count < LOG_MOST; i++) {
            process_event e = log_event(m, mem);
            const char *why = process_refuses(s, &e);
            if (!why) {
                log_take(m, &e);
                process_apply(s, &m->events[m->count - 1]);
                continue;
            }
            refused++;
            assert_true(strlen(why) > 20);
            if (!names_what_is_possible(&e, why)) fail_msg("%s", why);
            process_event next;
            if (!read_next(&next, why, m->c, mem)) continue;
            led++;
            next.at = e.at;
            const char *again = process_refuses(s, &next);
            if (again) fail_msg("%s, and then %s", why, again);
        }
        arena_free(mem);
    }
    print_message("%ld refusals, %ld with what is next\n", refused, led);
    assert_true(refused > 10000 && led > 1000);
    arena_free(lasting);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_full_line_is_read),
        cmocka_unit_test(wrong_lines_are_told),
        cmocka_unit_test(refusals_say_what_is_possible),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
