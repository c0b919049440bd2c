/* SPDX-License-Identifier: Apache-2.0
 * Loading whole cases: the golden ones, and what their models hold. */
#include "case_dump.h"
#include "case_test.h"

#include "base/rng.h"
#include "base/text.h"

/* The `case` texts of golden.json: found as nodes, since JSON is YAML. */
static void load_golden(const node *n, const char *list, arena *mem) {
    const node *cases = node_find(n, list);
    assert_non_null(cases);
    assert_true(cases->count > 0);
    for (size_t i = 0; i < cases->count; i++) {
        const node *text = node_find(cases->items[i], "case");
        const case_model *c = case_of(text->text, mem);
        assert_true(c->party_count == 2);
    }
}

static void all_golden_cases_load(void **state) {
    (void)state;
    arena *mem = test_arena();
    source_text *source;
    const node *root;
    assert_true(source_read(&source, PARLEY_ROOT "/tests/golden/golden.json",
                            1000000, mem, NULL));
    assert_true(node_parse(&root, source, mem, NULL));
    load_golden(root, "exact", mem);
    load_golden(root, "sampled", mem);
    arena_free(mem);
}

static void cairo_has_what_the_file_says(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file("tests/golden/cairo-oracle.yaml", mem);
    assert_string_equal(c->title, "Cairo, July 2014");
    assert_int_equal(c->party_count, 2);
    assert_int_equal(c->actor_count, 9);
    assert_int_equal(c->person_count, 9);
    assert_int_equal(c->issue_count, 4);
    assert_int_equal(c->cell_count, 11);
    assert_int_equal(c->record_count, 12);
    assert_int_equal(c->proposal_count, 14);
    assert_true(c->has_now);
    int hamas = case_actor_find(c, "hamas");
    const case_entry *s2 = &c->record[case_entry_find(c, "s2")];
    assert_int_equal(s2->holders.items[0], hamas);
    assert_int_equal(s2->origin.paragraph, 14);
    assert_int_equal(s2->about.count, 3);
    assert_int_equal(s2->about.items[1].options.count, 2);
    assert_true(s2->is_public);
    const case_proposal *p =
        &c->proposals[case_proposal_find(c, "egyptian-initiative")];
    assert_true(p->phases[0].lasts.open);
    assert_near(p->phases[0].talks->by.days, 30, 0);
    assert_int_equal(p->phases[0].talks->fail, CASE_STAY);
    arena_free(mem);
}

/* --- A case with everything --- */

static const char everything[] = "tests/golden/everything.yaml";

static void actors_and_sources_are_read(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file(everything, mem);
    assert_string_equal(c->basis, "the tests' authors");
    assert_int_equal(c->sources[0].via.count, 2);
    assert_int_equal(c->sources[0].grade, 'B');
    assert_int_equal(c->sources[1].grade, 0);
    assert_true(c->sources[1].access.limited);
    assert_int_equal(c->sources[1].access.actors.items[1], 2);
    assert_string_equal(c->sources[1].origin.why, "shown to us");
    assert_int_equal(c->party_count, 2);
    assert_int_equal(c->actor_count, 4);
    assert_string_equal(c->actors[1].also.items[0], "Southerners");
    assert_true(c->actors[0].bodies[0].must_consent);
    assert_string_equal(c->actors[0].bodies[0].seat, "Hilltown");
    assert_int_equal(c->actors[2].roles, CASE_LEAD | CASE_MEDIATOR);
    assert_int_equal(c->actors[3].roles, CASE_RELAY);
    assert_string_equal(c->actors[3].name, "oman");
    assert_int_equal(c->people[1].of, 2);
    assert_int_equal(c->people[1].office, CASE_OFFICIAL);
    assert_int_equal(c->people[2].of, -1);
    assert_string_equal(c->people[2].bloc, "Western");
    assert_true(c->people[2].several);
    assert_int_equal(c->relations[0].kind, CASE_HOSTS_LEADER_OF);
    assert_int_equal(c->channels[0].a, 0); /* a person stands for an actor */
    assert_int_equal(c->channels[0].b, 3);
    assert_near(c->channels[0].cost, 2.5, 0);
    assert_near(c->channels[1].cost, 1, 0);
    assert_true(c->channels[1].access.protect);
    const case_origin none = {.source = CASE_SOURCE_NONE};
    const case_origin assumed = {.source = CASE_SOURCE_ANALYST};
    assert_string_equal(case_origin_print(c, &none, mem), "no source");
    assert_string_equal(case_origin_print(c, &assumed, mem), "analyst");
    assert_string_equal(case_origin_print(c, &c->relations[0].origin, mem),
                        "r1 par. 4");
    arena_free(mem);
}

static void issues_are_read(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file(everything, mem);
    assert_true(c->has_now);
    assert_int_equal(c->cell_count, 3 + 3 + 5 + 3);
    const case_issue *price = &c->issues[case_issue_find(c, "price")];
    assert_true(price->numeric && price->scale);
    assert_int_equal(price->cell, 6);
    assert_string_equal(price->options[0], "0");
    assert_string_equal(price->options[3], "0.75");
    assert_near(price->values[4], 1, 0);
    assert_int_equal(price->now, 2); /* 0.50 is 0.5 */
    assert_int_equal(case_option_find(price, "1.00"), 4);
    assert_int_equal(case_option_find(price, "25e-2"), 1);
    assert_int_equal(case_option_find(price, "0.3"), -1);
    assert_int_equal(case_option_find(price, "cheap"), -1);
    const case_issue *aid = &c->issues[3];
    assert_true(aid->obligation);
    assert_string_equal(aid->options[2], "null");
    assert_int_equal(aid->now, 0);
    assert_int_equal(aid->by.count, 2);
    assert_int_equal(aid->by.items[0], 0); /* ascending */
    assert_int_equal(c->rule_count, 2);
    assert_int_equal(c->rules[0].origin.source, CASE_SOURCE_NONE);
    assert_int_equal(c->rules[1].origin.paragraph, 9);
    assert_string_equal(c->rules[1].origin.why, "budget");
    assert_false(expr_holds(c->talks_need, (const int[4]){0, 0, 0, 0}));
    assert_true(expr_holds(c->talks_need, (const int[4]){2, 0, 0, 0}));
    arena_free(mem);
}

static void preferences_are_exact(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file(everything, mem);
    const case_preference *north = &c->preferences[0];
    assert_int_equal(north->kind, CASE_WORTH);
    assert_int_equal(north->worth[3], FIXED_ONE / 10);
    assert_int_equal(north->worth[5], -3 * FIXED_ONE / 10);
    assert_int_equal(north->worth[6 + 3], FIXED_ONE / 1000);
    assert_int_equal(north->worth[6 + 4], 2 * FIXED_ONE);
    assert_int_equal(north->worth[11 + 2], 1);
    assert_int_equal(north->worth[0], 0);
    assert_int_equal(north->when_count, 1);
    assert_int_equal(north->when[0].worth, FIXED_ONE / 20);
    assert_true(north->no_reserve && !north->has_reserve && north->has_cap);
    assert_int_equal(north->cap, 9 * FIXED_ONE / 10);
    assert_near(north->discount, 0.95, 0);
    const case_preference *south = &c->preferences[1];
    assert_int_equal(south->kind, CASE_ORDER);
    assert_int_equal(south->order_count, 2);
    assert_near(south->discount, 1, 0);
    arena_free(mem);
}

static void statements_have_their_defaults(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file(everything, mem);
    const case_entry *e = c->record;
    assert_int_equal(c->record_count, 11);
    assert_int_equal(c->left_out, 1);
    assert_string_equal(time_print(e[0].date, mem), "2024-05-01");
    assert_true(e[0].is_public);                    /* a leader spoke */
    assert_int_equal(e[0].about.items[0].issue, 2); /* as written */
    assert_int_equal(e[0].about.items[0].options.items[1], 1);
    assert_false(e[0].has_credence);
    assert_int_equal(e[1].date.seconds, 1716276600);
    assert_int_equal(e[1].by[0].kind, CASE_SPEAKER_PERSON);
    assert_int_equal(e[1].by[1].kind, CASE_SPEAKER_ACTOR);
    assert_int_equal(e[1].by[1].index, 1);
    assert_true(e[1].any_condition && e[1].scope_truce && e[1].open);
    assert_true(e[1].hedged);
    assert_int_equal(e[1].hedge, CASE_COULD);
    assert_false(e[1].is_public);
    assert_int_equal(e[2].by[0].kind, CASE_SPEAKER_BLOC);
    assert_string_equal(e[2].by[0].bloc, "Western officials");
    assert_true(e[2].several && !e[2].is_public);
    assert_near(e[2].credence, 0.66, 0);
    assert_int_equal(e[2].in_return.items[0].options.items[0], 2);
    assert_int_equal(e[3].by[0].kind, CASE_SPEAKER_REPORT);
    assert_string_equal(e[3].topic, "the mood in town");
    assert_int_equal(e[4].statement, 0);
    assert_int_equal(e[4].confirms, 3);
    assert_int_equal(e[4].by_count, 0);
    assert_int_equal(e[5].issue, 1);
    assert_int_equal(e[6].proposal, 1);
    assert_int_equal(e[7].doubted, 3);
    assert_true(e[7].undated);
    assert_int_equal(time_compare(e[7].date, c->as_of), 0);
    assert_int_equal(e[8].issue, 3);
    assert_int_equal(e[8].over_issue, 2);
    assert_true(e[8].access.protect);
    assert_int_equal(e[9].between_count, 3);
    assert_true(e[9].between[0].person && !e[9].between[1].person);
    assert_string_equal(e[9].purpose, "hostages");
    assert_true(e[10].draft);
    assert_int_equal(e[10].proposal, -1);
    arena_free(mem);
}

static void proposals_are_read(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file(everything, mem);
    const case_proposal *first = &c->proposals[0], *second = first + 1;
    assert_string_equal(first->name, "The first plan");
    assert_string_equal(second->name, "second");
    assert_int_equal(first->status, CASE_REJECTED);
    assert_int_equal(first->status_origin.paragraph, 8);
    assert_string_equal(first->phases[0].name, "phase 1");
    assert_near(first->phases[0].lasts.days, 3, 0);
    assert_int_equal(second->status, CASE_UNDER_STUDY);
    assert_int_equal(second->supersedes, 0);
    assert_int_equal(first->supersedes, -1);
    assert_int_equal(second->version, 2);
    const case_phase *calm = &second->phases[0], *last = calm + 1;
    assert_true(calm->has_collapse && !last->has_collapse);
    assert_string_equal(expr_print(calm->when, c, mem), "aid = no");
    assert_null(calm->when_event);
    assert_string_equal(last->when_event, "the prisoners are home");
    assert_int_equal(calm->starts.seconds, 1717394400);
    assert_null(calm->talks);
    const case_talks *t = last->talks;
    assert_int_equal(t->on.items[0], 1); /* ascending */
    assert_int_equal(t->on.items[1], 2);
    assert_int_equal(t->fail, CASE_STAY);
    assert_int_equal(t->fail_origin.source, CASE_SOURCE_ANALYST);
    assert_near(t->by.days, 14, 0);
    assert_true(t->by_given);
    assert_int_equal(t->within_count, 2);
    const case_guarantee *g = second->guarantees;
    assert_int_equal(g[0].of, CASE_OF_TRUCE);
    assert_int_equal(g[0].to.count, 2);
    assert_near(g[0].strength, 0.4, 0);
    assert_int_equal(g[1].of, CASE_OF_ISSUES);
    assert_int_equal(g[1].issues.count, 2);
    assert_false(g[1].has_strength);
    assert_int_equal(g[2].of, CASE_OF_TALKS);
    assert_int_equal(g[2].status, CASE_WITHHELD);
    const case_clause *clause = second->clauses;
    assert_int_equal(clause[0].status, CASE_UNSETTLED);
    assert_int_equal(clause[0].readings[1].actor, 1);
    assert_string_equal(clause[1].text, "Muscat");
    assert_int_equal(clause[1].status, CASE_AGREED);
    assert_int_equal(clause[2].status, CASE_NO_CLAUSE);
    const case_truce *truce = &second->truce;
    assert_int_equal(truce->kind, CASE_PRELIMINARY);
    assert_int_equal(truce->written, CASE_YES);
    assert_int_equal(truce->mediated, CASE_NO);
    assert_int_equal(truce->ddr, CASE_AUTO);
    assert_int_equal(truce->prior_failed, 2);
    assert_false(first->truce.given);
    arena_free(mem);
}

static void levers_and_the_model_are_read(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file(everything, mem);
    const case_lever *lever = &c->levers[0];
    assert_int_equal(lever->change_count, 4);
    const case_change *k = lever->changes;
    assert_int_equal(k[0].phase, 1);
    assert_int_equal(k[0].term_count, 3);
    assert_int_equal(k[0].terms[0].options.items[0], 1);
    assert_int_equal(k[0].terms[1].options.count, 0);    /* dropped */
    assert_int_equal(k[0].terms[2].options.items[0], 2); /* named "null" */
    assert_int_equal(k[0].talks_add.items[0], 3);
    assert_int_equal(k[0].talks_drop.items[0], 2);
    assert_true(k[0].has_fail && k[0].has_by && k[0].has_lasts);
    assert_near(k[0].by.days, 10, 0);
    assert_near(k[0].lasts.days, 30, 0);
    assert_int_equal(k[0].within_count, 1);
    assert_int_equal(k[0].guarantee->status, CASE_OFFERED);
    assert_int_equal(k[0].payment_count, 2);
    assert_int_equal(k[0].payments[1].party, 1);
    assert_int_equal(k[0].payments[1].worth, -FIXED_ONE / 10);
    assert_int_equal(k[0].parameters[0].which, CASE_HONOUR);
    assert_int_equal(k[1].phase, 0);
    assert_true(k[2].lasts.open);
    assert_int_equal(k[3].phase, 1);
    const case_range *m = c->model;
    assert_near(m[CASE_HALF_LIFE].low, 90, 0);
    assert_near(m[CASE_HALF_LIFE].high, 90, 0);
    assert_near(m[CASE_HONOUR].low, 0.4, 0);
    assert_int_equal(m[CASE_HONOUR].origin.source, 0);
    assert_int_equal(m[CASE_COLLAPSE].origin.source, CASE_SOURCE_ANALYST);
    assert_false(m[CASE_FACE].given);
    assert_near(m[CASE_FACE].high, 0.5, 0);
    assert_near(m[CASE_TALKS_CLOSE].low, 0.1, 0);
    arena_free(mem);
}

static void moves_and_forecasts_are_read(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file(everything, mem);
    assert_int_equal(c->moves[0].by.count, 2);
    assert_int_equal(c->moves[0].from.count, 0);
    assert_int_equal(c->moves[0].to.items[0], 0);
    assert_int_equal(c->moves[0].with.count, 2);
    assert_int_equal(c->moves[1].from.items[1], 2);
    assert_int_equal(c->forecast_count, 3);
    assert_near(c->forecast[0].position, 0, 0);
    assert_near(c->forecast[1].position, 90, 0);
    assert_near(c->forecast[1].capability, 2, 0);
    assert_near(c->forecast[2].position, 50, 0); /* spaced evenly */
    assert_near(c->forecast[2].capability, 1, 0);
    arena_free(mem);
}

/* --- Rankings and graphs --- */

static void rankings_number_the_feasible_states(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c =
        case_of("parley: 1\ncase: r\nparties: {a: {}, b: {}}\n"
                "issues: {x: {options: [x0, x1]}, y: {options: [y0, y1, y2]}}\n"
                "rules: [x = x0 -> y != y1]\npreferences:\n"
                "  a: {ranking: [{x: x1, y: y2}, [1, {y: y2, x: x0}], 3, 4]}\n"
                "  b: {order: []}\n",
                mem);
    const case_preference *a = &c->preferences[0];
    assert_int_equal(a->kind, CASE_RANKING);
    assert_int_equal(a->tier_count, 4);
    assert_int_equal(a->ranking[0].states.items[0], 5);
    assert_int_equal(a->ranking[1].states.count, 2);
    assert_int_equal(a->ranking[1].states.items[1], 2);
    assert_int_equal(c->preferences[1].kind, CASE_ORDER);
    assert_int_equal(c->preferences[1].order_count, 0);
    arena_free(mem);
}

static void graphs_are_read(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c =
        case_of("parley: 1\ncase: g\nparties: {a: {}, b: {}}\n"
                "graph:\n  states: {s1: one, s2: two, '10': ten}\n"
                "  arcs: {a: [[s1, s2], [s2, 10]], b: []}\n  now: s2\n"
                "preferences: {a: {ranking: [10, [s1, s2]]}}\n",
                mem);
    const case_graph *g = c->graph;
    assert_int_equal(g->state_count, 3);
    assert_string_equal(g->state_texts[1], "two");
    assert_int_equal(g->now, 1);
    assert_int_equal(g->arc_counts[0], 2);
    assert_int_equal(g->arcs[0][1].to, 2);
    assert_int_equal(g->arc_counts[1], 0);
    /* a state's name comes before a number */
    assert_int_equal(c->preferences[0].ranking[0].states.items[0], 3);
    arena_free(mem);
}

/* --- Properties --- */

/* The sections of a text: each begins where a line begins with a letter. */
static int split(const char *text, const char *section[32], size_t size[32]) {
    int count = 0;
    for (const char *line = text; *line;) {
        bool begins = *line >= 'a' && *line <= 'z';
        if (begins) section[count++] = line;
        const char *end = strchr(line, '\n') + 1;
        if (count > 0) size[count - 1] = (size_t)(end - section[count - 1]);
        line = end;
    }
    return count;
}

/* All but the list of unsourced elements, which is in file order. */
static const char *dump_by_name(const case_model *c, arena *mem) {
    const char *text = case_dump(c, mem);
    const char *list = strstr(text, "\nunsourced");
    return arena_text(mem, text, list ? (size_t)(list - text) : strlen(text));
}

static void sections_may_stand_in_any_order(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file(everything, mem);
    const char *expected = dump_by_name(c, mem), *section[32];
    size_t size[32];
    int count = split(c->text->bytes, section, size);
    assert_true(count >= 17);
    rng r;
    rng_seed(&r, 7, 0);
    for (int round = 0; round < 200; round++) {
        const char *text = "";
        for (int left = count; left > 0; left--) {
            int i = (int)rng_below(&r, (uint64_t)left);
            const char *taken = section[i];
            size_t length = size[i];
            text = arena_format(mem, "%s%.*s", text, (int)length, taken);
            section[i] = section[left - 1];
            size[i] = size[left - 1];
            section[left - 1] = taken;
            size[left - 1] = length;
        }
        assert_string_equal(dump_by_name(case_of(text, mem), mem), expected);
    }
    arena_free(mem);
}

static void errors_count_without_a_list_of_them(void **state) {
    (void)state;
    arena *mem = test_arena();
    assert_null(case_from_text("parley: 1\ncase: bad\n", mem, NULL));
    arena_free(mem);
}

/* All at their limit: linear in size, or this would not end. */
static void large_cases_load(void **state) {
    (void)state;
    arena *mem = test_arena();
    enum { ISSUES = 9000, ROOM = 1 << 21 };
    char *text = arena_get(mem, ROOM);
    size_t size = (size_t)snprintf(text, ROOM,
                                   "parley: 1\ncase: large\n"
                                   "parties: {a: {}, b: {}}\nissues:\n");
    for (int i = 0; i < ISSUES; i++)
        size += (size_t)snprintf(text + size, ROOM - size,
                                 "  i%d: {options: [no, yes], now: no}\n", i);
    size += (size_t)snprintf(text + size, ROOM - size,
                             "preferences:\n  a:\n    worth:\n");
    for (int i = 0; i < ISSUES; i++)
        size += (size_t)snprintf(text + size, ROOM - size,
                                 "      i%d: {yes: 0.0001}\n", i);
    size += (size_t)snprintf(text + size, ROOM - size,
                             "proposals:\n  p:\n    plan:\n"
                             "      - lasts: open\n        terms:\n");
    for (int i = ISSUES - 1; i >= 0; i--)
        size += (size_t)snprintf(text + size, ROOM - size,
                                 "          i%d: yes\n", i);
    assert_true(size < ROOM);
    const case_model *c = case_of(text, mem);
    assert_int_equal(c->proposals[0].phases[0].terms.items[0].issue, 8999);
    assert_int_equal(case_issue_find(c, "i8999"), 8999);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_golden_cases_load),
        cmocka_unit_test(cairo_has_what_the_file_says),
        cmocka_unit_test(actors_and_sources_are_read),
        cmocka_unit_test(issues_are_read),
        cmocka_unit_test(preferences_are_exact),
        cmocka_unit_test(statements_have_their_defaults),
        cmocka_unit_test(proposals_are_read),
        cmocka_unit_test(levers_and_the_model_are_read),
        cmocka_unit_test(moves_and_forecasts_are_read),
        cmocka_unit_test(rankings_number_the_feasible_states),
        cmocka_unit_test(graphs_are_read),
        cmocka_unit_test(sections_may_stand_in_any_order),
        cmocka_unit_test(errors_count_without_a_list_of_them),
        cmocka_unit_test(large_cases_load),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
