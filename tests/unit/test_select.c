/* SPDX-License-Identifier: Apache-2.0
 * --for, --at and --without: what goes, what stays, and that nothing hidden
 * leaves a trace: cases that differ only in hidden items select to the same
 * model, whoever may not see them. */
#include "case_dump.h"
#include "case_test.h"

#include "base/rng.h"
#include "bytes.h"
#include "parley.h"

/* --- Random cases that differ only in what `us` may not see --- */

typedef struct writing {
    char bytes[20000];
    size_t size;
} writing;

__attribute__((format(printf, 2, 3))) static void say(writing *t,
                                                      const char *format, ...) {
    va_list args;
    va_start(args, format);
    t->size += (size_t)vsnprintf(t->bytes + t->size, sizeof t->bytes - t->size,
                                 format, args);
    va_end(args);
    assert_true(t->size < sizeof t->bytes);
}

/* Hidden from `us`: guarded itself, or naming something guarded. */
static const char *const hidden_sources[] = {
    "  h1: {title: H1, date: 2024-07-09, grade: A, protect: true}\n",
    "  h2: {title: H2, date: 2025-01-01, visible: [a, b]}\n",
};
static const char *const hidden_people[] = {
    "  hp1: {name: P1, of: a, office: leader, protect: true}\n",
    "  hp2: {name: P2, of: b, office: official, visible: a}\n",
    "  hp3: {name: P3, of: us, visible: [b], source: r1}\n",
};
static const char *const hidden_channels[] = {
    "  - {between: [us, b], state: barred, protect: true}\n",
    "  - {between: [a, b], state: open, visible: [a, b]}\n",
};
static const char *const hidden_record[] = {
    "  - {id: h1, source: r1, for: a, kind: demand, about: {x: x1}, "
    "protect: true}\n",
    "  - {id: h2, source: r1, for: b, kind: accept, about: p1, visible: [b]}\n",
    "  - {id: h3, source: r1, kind: meeting, between: [a, b], "
    "visible: [a, b]}\n",
    "  - {id: h4, source: r1, for: b, kind: deny, about: h1}\n",
    "  - {id: h5, source: r1, for: b, kind: deny, about: h4, confirms: s1}\n",
    "  - {id: h6, source: analyst, credence: 0.9, for: a, kind: demand, "
    "about: {x: x0}, protect: true}\n",
    "  - {id: h7, date: 2029-01-01, source: r1, for: a, kind: said, "
    "about: money, protect: true}\n",
};
static const char *const named_record[] = {
    /* these need the hidden source, person or proposal of the same number */
    "  - {id: n1, source: h1 par. 3, for: a, kind: require, about: {x: x1}}\n",
    "  - {id: n2, source: r1, by: hp1, for: a, kind: refuse, "
    "about: {y: y1}}\n",
    "  - {id: n4, source: r1, kind: call, between: [hp1, b]}\n",
    "  - {id: n3, source: r1, for: b, kind: reject, about: hq1}\n"
    "  - {id: n5, source: r1, for: b, kind: said, about: n3}\n",
    "  - {id: n6, source: r1, by: [al, hp1], for: a, kind: said, "
    "about: hope}\n",
};
static const char *const hidden_proposals =
    "  hq1:\n    date: 2028-01-01\n    protect: true\n"
    "    plan: [{terms: {x: x1}, lasts: 3 days}]\n";
/* Rest on a hidden source without being guarded. */
static const char *const hidden_rest =
    "relations:\n"
    "  - {from: us, to: a, kind: influences, source: h1 par. 9}\n"
    "levers:\n"
    "  - {name: secret, change: {terms: {x: x1}}, source: h1}\n"
    "moves:\n"
    "  - {by: us, issue: x, source: h1}\n"
    "forecast:\n"
    "  x: {a: {position: x1, salience: 30, source: h1}}\n";

static void add_some(writing *t, rng *r, const char *const *lines,
                     size_t count) {
    for (size_t i = 0; i < count; i++)
        if (rng_below(r, 2)) say(t, "%s", lines[i]);
}
#define ADD_SOME(t, r, lines)                                                  \
    add_some((t), (r), (lines), sizeof(lines) / sizeof *(lines))

/* The hidden statements about each other need each other. */
static void add_hidden_record(writing *t, rng *r, bool more) {
    if (rng_below(r, 2)) {
        say(t, "%s%s%s", hidden_record[4], hidden_record[0], hidden_record[3]);
    }
    if (rng_below(r, 2)) say(t, "%s", hidden_record[1]);
    if (rng_below(r, 2)) say(t, "%s", hidden_record[2]);
    if (rng_below(r, 2)) say(t, "%s", hidden_record[5]);
    if (rng_below(r, 2)) say(t, "%s", hidden_record[6]);
    if (more) ADD_SOME(t, r, named_record);
}

static const char *random_case(rng *r, bool as_of, writing *t) {
    bool more = rng_below(r, 2); /* with h1, hp1, hq1 and what names them */
    t->size = 0;
    say(t, "parley: 1\ncase: hidden\n");
    if (as_of) say(t, "as-of: 2024-06-30\n");
    say(t, "sources:\n");
    if (more) say(t, "%s", hidden_sources[0]);
    say(t, "  r1: {title: R1, date: 2024-06-01}\n");
    if (rng_below(r, 2)) say(t, "%s", hidden_sources[1]);
    say(t, "  r2: {title: R2, date: 2024-06-02, visible: [us, a]}\n");
    say(t, "parties: {a: {}, b: {}}\nothers: {us: {role: mediator}}\n");
    say(t, "people:\n");
    if (rng_below(r, 2)) say(t, "%s", hidden_people[1]);
    say(t, "  al: {of: a, office: leader}\n");
    if (more) say(t, "%s", hidden_people[0]);
    say(t, "  bo: {of: b, office: official, visible: [us]}\n");
    if (rng_below(r, 2)) say(t, "%s", hidden_people[2]);
    say(t, "channels:\n");
    if (rng_below(r, 2)) say(t, "%s", hidden_channels[0]);
    say(t, "  - {between: [us, a], state: open}\n");
    if (rng_below(r, 2)) say(t, "%s", hidden_channels[1]);
    say(t, "issues:\n  x: {options: [x0, x1], now: x0}\n"
           "  y: {options: [y0, y1, y2], now: y0, by: b}\n");
    say(t, "rules: [y = y2 -> x = x1");
    if (more && rng_below(r, 2)) say(t, ", {is: y != y1, source: h1}");
    say(t, "]\nmodel: {");
    if (more && rng_below(r, 2)) say(t, "honour: {is: 0.6, source: h1}, ");
    say(t, "breach: 0.1}\npreferences: {");
    if (more && rng_below(r, 2))
        say(t, "b: {worth: {x: {x1: 0.5}}, source: h1}");
    say(t, "}\nrecord:\n");
    if (rng_below(r, 2)) add_hidden_record(t, r, more);
    say(t, "  - {id: s1, source: r1, by: al, for: a, kind: demand, "
           "about: {y: [y1, y2]}}\n");
    say(t, "  - {id: s2, source: r2, by: bo, for: b, kind: reject, about: p1}"
           "\n");
    say(t, "  - {id: s3, source: r1, for: b, kind: deny, about: s2}\n");
    say(t, "  - {id: a1, source: analyst, for: b, kind: matters, about: x, "
           "over: y, credence: 0.7}\n");
    bool again = strstr(t->bytes, "id: h") || strstr(t->bytes, "id: n");
    if (!again && rng_below(r, 2)) add_hidden_record(t, r, more);
    say(t, "  - {id: k1, source: r1, kind: call, between: [al, us]}\n");
    say(t, "proposals:\n");
    if (more) say(t, "%s", hidden_proposals);
    say(t, "  p1:\n    status: ");
    say(t, "floated\n    plan:\n      - {phase: one, terms: {x: x1}, "
           "lasts: open, talks: {on: [y], fail: stay}}\n    guarantees:\n"
           "      - {by: us, to: a, of: truce, status: asked, source: r2}\n");
    if (more && rng_below(r, 2))
        say(t, "      - {by: us, of: y, status: offered, source: h1}\n"
               "    clauses: {venue: {text: here, source: h1}}\n");
    if (more && rng_below(r, 2)) say(t, "%s", hidden_rest);
    return t->bytes;
}

/* n3 needs n5's target and so on: texts that don't load are drawn again. */
static const case_model *draw_case(rng *r, bool as_of, arena *mem) {
    static const int attempts = 1000;
    for (int i = 0; i < attempts; i++) {
        writing t;
        parley_diags *d = parley_diags_new(NULL);
        const case_model *c = case_from_text(random_case(r, as_of, &t), mem, d);
        parley_diags_free(d);
        if (c) return c;
    }
    fail_msg("no random case loads");
    return NULL;
}

static void show_difference(uint64_t seed, const char *one, const char *two) {
    size_t line = 0, i = 0;
    for (; one[i] && one[i] == two[i]; i++)
        if (one[i] == '\n') line = i + 1;
    fail_msg("seed %d:\n%.300s\n---\n%.300s", (int)seed, one + line,
             two + line);
}

static void hidden_items_leave_no_trace(void **state) {
    (void)state;
    int differ = 0;
    for (uint64_t seed = 1; seed <= 400; seed++) {
        arena *mem = test_arena();
        rng r;
        rng_seed(&r, seed, 0);
        bool as_of = rng_below(&r, 2);
        const case_model *one = draw_case(&r, as_of, mem);
        const case_model *two = draw_case(&r, as_of, mem);
        case_selection by = {.viewer = case_actor_find(one, "us")};
        const char *first = case_dump(case_select(one, by, mem), mem);
        const char *second = case_dump(case_select(two, by, mem), mem);
        if (strcmp(first, second) != 0) show_difference(seed, first, second);
        differ += strcmp(case_dump(one, mem), case_dump(two, mem)) != 0;
        arena_free(mem);
    }
    assert_true(differ > 350); /* the cases themselves do differ */
}

/* --- What a viewer is answered --- */

typedef struct answer {
    parley_case *c;
    parley_result *r;
    parley_diags *d;
    parley_status status;
} answer;

static char *load_some(rng *r, bool with_now, parley_case **c) {
    static const int attempts = 1000;
    for (int i = 0; i < attempts; i++) {
        writing t;
        char *text = strdup(random_case(r, true, &t));
        if (!with_now) {
            memset(strstr(text, ", now: x0"), ' ', strlen(", now: x0"));
            memset(strstr(text, ", now: y0"), ' ', strlen(", now: y0"));
        }
        if (parley_load_text(c, NULL, "t", text, strlen(text), NULL) ==
            PARLEY_OK)
            return text;
        free(text);
    }
    fail_msg("no random case loads");
    return NULL;
}

static answer look_for_us(parley_case *c, parley_lens_info lens) {
    bool proposals = strstr(lens.operands, "PROPOSAL") != NULL;
    parley_option options[] = {{"for", "us"},
                               {"draws", "16"},
                               {"threads", "1"},
                               {"operand", proposals ? "p1" : "a"},
                               {"operand", "b"}};
    answer a = {.c = c, .d = parley_diags_new(NULL)};
    a.status =
        parley_look(&a.r, c, lens.name, options, 3 + lens.operands_least, a.d);
    return a;
}

static void same_text(const char *a, const char *b) {
    assert_int_equal(a == NULL, b == NULL);
    if (a) assert_string_equal(a, b);
}

/* The same problems, and none with a place. Returns how many. */
static size_t same_problems(const answer *one, const answer *two) {
    size_t count = parley_diags_count(one->d);
    assert_int_equal(count, parley_diags_count(two->d));
    for (size_t i = 0; i < count; i++) {
        const parley_diag *p = parley_diags_get(one->d, i);
        const parley_diag *q = parley_diags_get(two->d, i);
        assert_string_equal(p->code, q->code);
        assert_string_equal(p->message, q->message);
        same_text(p->hint, q->hint);
        assert_null(p->file);
        assert_null(p->excerpt);
        assert_int_equal(p->line | p->column | p->end_line | p->end_column, 0);
        assert_int_equal(q->line | q->column, 0);
    }
    return count;
}

static void same_formats(const answer *one, const answer *two) {
    for (size_t i = 0; one->r && i < parley_format_count(); i++) {
        const char *format = parley_format_get(i).name;
        kept_bytes a = BYTES_NONE, b = BYTES_NONE;
        (void)parley_write(one->r, format, NULL, bytes_sink(&a), NULL);
        (void)parley_write(two->r, format, NULL, bytes_sink(&b), NULL);
        assert_int_equal(a.size, b.size);
        if (a.size > 0 && memcmp(a.text, b.text, a.size) != 0)
            show_difference(i, a.text, b.text);
        free(a.text);
        free(b.text);
    }
}

static void end_answer(answer *a) {
    parley_result_free(a->r);
    parley_diags_free(a->d);
}

/* Two cases that differ in what is hidden from us alone: every lens, every
 * format and every problem is the same, byte for byte. */
static void answers_tell_nothing_of_the_hidden(void **state) {
    (void)state;
    size_t problems = 0, answered = 0, differ = 0;
    for (uint64_t seed = 1; seed <= 24; seed++) {
        rng r;
        rng_seed(&r, seed, 1);
        parley_case *first, *second;
        bool with_now = seed % 3 != 0; /* plan/no-now has a place */
        char *one = load_some(&r, with_now, &first);
        char *two = load_some(&r, with_now, &second);
        differ += strcmp(one, two) != 0;
        for (size_t i = 0; i < parley_lens_count(); i++) {
            answer a = look_for_us(first, parley_lens_get(i));
            answer b = look_for_us(second, parley_lens_get(i));
            assert_int_equal(a.status, b.status);
            problems += same_problems(&a, &b);
            same_formats(&a, &b);
            answered += a.r != NULL;
            end_answer(&a);
            end_answer(&b);
        }
        free(one);
        free(two);
        parley_case_free(first);
        parley_case_free(second);
    }
    assert_true(differ > 20 && answered > 150 && problems > 20);
}

/* --- Single rules --- */

static const char small[] =
    "parley: 1\ncase: small\nas-of: 2024-03-01\n"
    "sources: {r1: {date: 2024-01-01}, r2: {date: 2024-02-01, protect: true}}\n"
    "parties: {a: {}, b: {}}\nothers: {us: {}}\n"
    "people: {al: {of: a}, bo: {of: b, visible: b}}\n"
    "channels:\n  - {between: [us, a], state: open, visible: us}\n"
    "issues: {x: {options: [x0, x1], now: x0, source: r2},"
    " y: {options: [y0, y1], now: y0}}\n"
    "record:\n"
    "  - {id: s1, source: r1, for: a, kind: demand, about: {x: x1}}\n"
    "  - {id: s2, source: r1, by: bo, for: b, kind: refuse, about: {x: x1}}\n"
    "  - {id: s3, source: r2, for: b, kind: said, about: s1, confirms: s1}\n"
    "  - {id: s4, date: 2024-02-15T12:00Z, source: r1, for: a, kind: deny,"
    " about: s2}\n"
    "  - {id: s5, source: r1, for: a, kind: said, about: s4}\n"
    "  - {id: a1, source: analyst, for: a, kind: matters, about: x, over: y,"
    " credence: 0.8}\n"
    "  - {id: k1, date: 2024-02-20, source: r1, kind: call,"
    " between: [al, bo], confirms: s1}\n"
    "  - {id: late, date: 2024-04-01, source: r1, for: a, kind: said,"
    " about: x}\n";

static const char *ids_of(const case_model *c, arena *mem) {
    const char *text = "";
    for (int i = 0; i < c->record_count; i++) {
        assert_int_equal(case_entry_find(c, c->record[i].id), i);
        text = arena_format(mem, "%s%s ", text, c->record[i].id);
    }
    return text;
}

static const case_model *select_small(case_selection by, arena *mem) {
    return case_select(case_of(small, mem), by, mem);
}

static void the_desk_sees_everything(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_of(small, mem);
    case_selection by = {.viewer = -1};
    assert_ptr_equal(case_select(c, by, mem), c);
    assert_int_equal(c->left_out, 1);
    assert_int_equal(case_entry_find(c, "late"), -1);
    arena_free(mem);
}

static void a_viewer_loses_what_names_the_hidden(void **state) {
    (void)state;
    arena *mem = test_arena();
    case_selection by = {.viewer = 0};
    const case_model *c = select_small(by, mem);
    assert_string_equal(ids_of(c, mem), "s1 a1 ");
    assert_int_equal(c->person_count, 1);
    assert_int_equal(c->channel_count, 0);
    assert_int_equal(c->source_count, 1);
    assert_int_equal(case_source_find(c, "r2"), -1);
    assert_int_equal(c->issues[0].origin.source, CASE_SOURCE_NONE);
    assert_int_equal(c->left_out, 0);
    by.viewer = 1;
    c = select_small(by, mem);
    assert_string_equal(ids_of(c, mem), "s1 s2 s4 s5 a1 k1 ");
    const case_entry *k1 = &c->record[5];
    assert_int_equal(k1->between[1].index, case_person_find(c, "bo"));
    assert_int_equal(k1->confirms, 0);
    by.viewer = 2;
    assert_int_equal(select_small(by, mem)->channel_count, 1);
    arena_free(mem);
}

static void an_earlier_day_drops_what_came_later(void **state) {
    (void)state;
    arena *mem = test_arena();
    case_selection by = {.viewer = -1};
    assert_true(time_parse("2024-02-15T11:59Z", &by.at));
    const case_model *c = select_small(by, mem);
    assert_string_equal(ids_of(c, mem), "s1 s2 s3 s5 a1 ");
    assert_int_equal(c->as_of.seconds, by.at.seconds);
    assert_int_equal(c->record[4].date.seconds, by.at.seconds);
    assert_int_equal(c->record[3].statement, -1);
    assert_string_equal(c->record[3].topic, "s4");
    assert_true(time_parse("2024-02-15", &by.at)); /* the whole day */
    assert_string_equal(ids_of(select_small(by, mem), mem),
                        "s1 s2 s3 s4 s5 a1 ");
    arena_free(mem);
}

static void without_drops_only_what_is_named(void **state) {
    (void)state;
    arena *mem = test_arena();
    const char *const ids[] = {"s1", "nobody"};
    case_selection by = {.viewer = -1, .without = {ids, 2}};
    const case_model *c = select_small(by, mem);
    assert_string_equal(ids_of(c, mem), "s2 s3 s4 s5 a1 k1 ");
    assert_int_equal(c->record[1].statement, -1);
    assert_string_equal(c->record[1].topic, "s1");
    assert_int_equal(c->record[5].confirms, -1);
    by = (case_selection){.viewer = -1, .without_analyst = true};
    assert_string_equal(ids_of(select_small(by, mem), mem),
                        "s1 s2 s3 s4 s5 k1 ");
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hidden_items_leave_no_trace),
        cmocka_unit_test(answers_tell_nothing_of_the_hidden),
        cmocka_unit_test(the_desk_sees_everything),
        cmocka_unit_test(a_viewer_loses_what_names_the_hidden),
        cmocka_unit_test(an_earlier_day_drops_what_came_later),
        cmocka_unit_test(without_drops_only_what_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
