/* SPDX-License-Identifier: Apache-2.0
 * Which channels a case shows, and what routes come of them; that routes are
 * the best ones is checked by tests/prop/prop_record_route.c. */
#include "record/route.h"

#include "base/text.h"
#include "case_test.h"
#include "test_memory.h"

#define HEAD                                                                   \
    "parley: 1\ncase: routes\nas-of: 2024-06-01\n"                             \
    "sources: {r: {date: 2024-05-01}}\n"                                       \
    "parties: {a: {name: A}, b: {name: B}, c: {name: C}}\n"                    \
    "others: {m: {name: Middle}, n: {name: N}, o: {name: O}, h: {name: H}}\n"  \
    "people:\n"                                                                \
    "  pa: {name: Person of a, of: a}\n"                                       \
    "  pm: {name: Person of m, of: m}\n"                                       \
    "  stray: {name: Stray, of: Western}\n"                                    \
    "issues:\n"                                                                \
    "  i: {options: [i0, i1]}\n"

static const case_model *model;

static const record_network *network(const char *rest) {
    model = case_of(arena_format(memory, "%s%s", HEAD, rest), memory);
    return record_network_build(model, memory);
}

static record_link link_of(const record_network *n, const char *a,
                           const char *b) {
    return record_link_find(n, case_actor_find(model, a),
                            case_actor_find(model, b));
}

static case_channel_state state_of(const record_network *n, const char *a,
                                   const char *b) {
    return link_of(n, a, b).state;
}

/* The routes as text: "a m b" or "a m ? b", joined by "; ". */
static const char *routes(const record_network *n, const char *a, const char *b,
                          bool unknown) {
    const record_routes *r = record_routes_find(
        n, case_actor_find(model, a), case_actor_find(model, b), 4, memory);
    const record_route *items = unknown ? r->unknown : r->open;
    int count = unknown ? r->unknown_count : r->open_count;
    const char *text = "";
    for (int i = 0; i < count; i++) {
        if (i > 0) text = arena_format(memory, "%s; ", text);
        for (int j = 0; j < items[i].count; j++)
            text = arena_format(memory, "%s%s%s%s", text, j > 0 ? " " : "",
                                j > 0 && j - 1 == items[i].unknown ? "? " : "",
                                model->actors[items[i].actors[j]].id);
    }
    return text;
}

static void a_listed_state_holds_whoever_meets(void **state) {
    (void)state;
    const record_network *n = network(
        "channels:\n"
        "  - {between: [a, m], state: barred}\n"
        "  - {between: [m, n], state: unknown}\n"
        "record:\n"
        "  - {id: k, kind: meeting, between: [pa, pm, n], source: r}\n");
    assert_int_equal(state_of(n, "a", "m"), CASE_BARRED);
    assert_int_equal(state_of(n, "m", "n"), CASE_UNKNOWN);
    assert_int_equal(state_of(n, "n", "a"), CASE_OPEN);
    assert_true(link_of(n, "a", "m").contact >= 0);
}

static void an_unlisted_pair_is_unknown(void **state) {
    (void)state;
    const record_network *n = network("channels: []\n");
    assert_int_equal(state_of(n, "a", "m"), CASE_UNKNOWN);
    assert_near(link_of(n, "a", "m").cost, 1, 0);
    assert_null(record_link_origin(
        model, &(record_link){.channel = -1, .contact = -1}));
}

static void the_latest_contact_is_named(void **state) {
    (void)state;
    const record_network *n =
        network("record:\n"
                "  - {id: k1, kind: call, between: [pm, pa], source: r,"
                " date: 2024-05-09}\n"
                "  - {id: k2, kind: visit, between: [m, a], source: r}\n");
    record_link l = link_of(n, "a", "m");
    assert_int_equal(l.state, CASE_OPEN);
    assert_string_equal(model->record[l.contact].id, "k1");
    assert_int_equal(l.channel, -1);
}

static void nobody_in_particular_opens_nothing(void **state) {
    (void)state;
    const record_network *n =
        network("record:\n"
                "  - {id: k1, kind: call, between: [stray, a], source: r}\n"
                "  - {id: k2, kind: call, between: [pa, a], source: r}\n");
    assert_int_equal(n->link_count, 0);
}

static void a_draft_opens_nothing(void **state) {
    (void)state;
    const record_network *n =
        network("record:\n"
                "  - {id: k1, kind: call, between: [m, a], source: r,"
                " draft: {rule: x}}\n");
    assert_int_equal(n->link_count, 0);
}

static void a_message_opens_the_way_it_went(void **state) {
    (void)state;
    const record_network *n =
        network("record:\n"
                "  - {id: k1, kind: message, between: [a, b], via: [m, N],"
                " source: r}\n"
                "  - {id: k2, kind: message, between: [b, c], via: [somebody],"
                " source: r}\n"
                "  - {id: k3, kind: message, between: [a, o], source: r}\n");
    assert_int_equal(state_of(n, "a", "b"), CASE_UNKNOWN);
    assert_int_equal(state_of(n, "a", "m"), CASE_OPEN);
    assert_int_equal(state_of(n, "m", "n"), CASE_OPEN);
    assert_int_equal(state_of(n, "n", "b"), CASE_OPEN);
    assert_int_equal(state_of(n, "b", "c"), CASE_UNKNOWN);
    assert_int_equal(state_of(n, "a", "o"), CASE_OPEN);
}

static void a_shuttle_does_not_bring_its_ends_together(void **state) {
    (void)state;
    const record_network *n =
        network("record:\n"
                "  - {id: k, kind: shuttle, between: [m, a, b], source: r}\n");
    assert_int_equal(state_of(n, "m", "a"), CASE_OPEN);
    assert_int_equal(state_of(n, "m", "b"), CASE_OPEN);
    assert_int_equal(state_of(n, "a", "b"), CASE_UNKNOWN);
}

static void parties_carry_no_messages(void **state) {
    (void)state;
    const record_network *n = network("channels:\n"
                                      "  - {between: [a, c], state: open}\n"
                                      "  - {between: [c, b], state: open}\n"
                                      "  - {between: [a, m], state: open}\n"
                                      "  - {between: [m, n], state: open}\n"
                                      "  - {between: [n, b], state: open}\n");
    assert_string_equal(routes(n, "a", "b", false), "a m n b");
    assert_string_equal(routes(n, "a", "c", false), "a c");
}

static void cost_decides_then_length(void **state) {
    (void)state;
    const record_network *n =
        network("channels:\n"
                "  - {between: [a, b], state: open, cost: 3}\n"
                "  - {between: [a, m], state: open}\n"
                "  - {between: [m, b], state: open}\n"
                "  - {between: [a, n], state: open, cost: 0.5}\n"
                "  - {between: [n, o], state: open, cost: 0.5}\n"
                "  - {between: [o, b], state: open}\n");
    assert_string_equal(routes(n, "a", "b", false), "a m b; a n o b; a b");
}

static void unknown_routes_stand_apart(void **state) {
    (void)state;
    const record_network *n = network("channels:\n"
                                      "  - {between: [a, b], state: barred}\n"
                                      "  - {between: [a, m], state: open}\n"
                                      "  - {between: [n, b], state: open}\n"
                                      "  - {between: [a, n], state: barred}\n"
                                      "  - {between: [m, b], state: barred}\n");
    assert_string_equal(routes(n, "a", "b", false), "");
    assert_string_equal(routes(n, "a", "b", true), "a m ? n b");
}

static void who_cannot_be_done_without_is_named(void **state) {
    (void)state;
    const record_network *n = network("channels:\n"
                                      "  - {between: [a, m], state: open}\n"
                                      "  - {between: [m, n], state: open}\n"
                                      "  - {between: [m, o], state: open}\n"
                                      "  - {between: [n, h], state: open}\n"
                                      "  - {between: [o, h], state: open}\n"
                                      "  - {between: [h, b], state: open}\n");
    const record_routes *r = record_routes_find(n, 0, 1, 4, memory);
    assert_int_equal(r->open_count, 2);
    assert_int_equal(r->cut.count, 2);
    assert_int_equal(r->cut.items[0], case_actor_find(model, "m"));
    assert_int_equal(r->cut.items[1], case_actor_find(model, "h"));
}

static void cairo_goes_through_qatar_or_turkey(void **state) {
    (void)state;
    model = case_from_file("cases/cairo-2014.yaml", memory);
    const record_network *n = record_network_build(model, memory);
    assert_int_equal(state_of(n, "us", "hamas"), CASE_BARRED);
    assert_string_equal(routes(n, "us", "hamas", false),
                        "us qatar hamas; us turkey hamas");
}

static const char *ids(record_route r) {
    const char *text = "";
    for (int i = 0; i < r.count; i++)
        text = arena_format(memory, "%s%s%s", text, i > 0 ? " " : "",
                            model->actors[r.actors[i]].id);
    return text;
}

/* A lead comes before a mediator who is nearer; a mediator where no lead can
 * reach; who mediates needs nobody; a relay never begins. */
static void leads_go_first(void **state) {
    (void)state;
#define OPEN(a, b) "  - {between: [" a ", " b "], state: open}\n"
    static const struct {
        const char *m, *n, *channels, *to, *route;
    } cases[] = {
        {"lead", "mediator", OPEN("m", "o") OPEN("o", "a") OPEN("n", "a"), "a",
         "m o a"},
        {"lead", "mediator", OPEN("m", "o") OPEN("n", "h") OPEN("h", "a"), "a",
         "n h a"},
        {"lead", "lead", OPEN("m", "o") OPEN("o", "a") OPEN("n", "a"), "a",
         "n a"},
        {"lead", "mediator", OPEN("m", "n"), "n", "n"},
        {"relay", "host", OPEN("m", "a") OPEN("n", "a"), "a", ""},
    };
#undef OPEN
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        model = case_of(
            arena_format(memory,
                         "parley: 1\ncase: t\nparties: {a: {}, b: {}}\n"
                         "issues: {i: {options: [x, y]}}\nothers: {o: {}, h: "
                         "{}, m: {role: %s}, n: {role: %s}}\nchannels:\n%s",
                         cases[k].m, cases[k].n, cases[k].channels),
            memory);
        record_route r =
            record_route_from_lead(model, record_network_build(model, memory),
                                   case_actor_find(model, cases[k].to), memory);
        assert_string_equal(ids(r), cases[k].route);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_listed_state_holds_whoever_meets),
        TEST(an_unlisted_pair_is_unknown),
        TEST(the_latest_contact_is_named),
        TEST(nobody_in_particular_opens_nothing),
        TEST(a_draft_opens_nothing),
        TEST(a_message_opens_the_way_it_went),
        TEST(a_shuttle_does_not_bring_its_ends_together),
        TEST(parties_carry_no_messages),
        TEST(cost_decides_then_length),
        TEST(unknown_routes_stand_apart),
        TEST(who_cannot_be_done_without_is_named),
        TEST(cairo_goes_through_qatar_or_turkey),
        TEST(leads_go_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
