/* SPDX-License-Identifier: Apache-2.0
 * Preferences that are given: worths (exact decimals), an order of statements,
 * or a ranking of states.
 *
 * The largest sum of a party's worths must leave room for differences in
 * int64: 4 * 10^6 in magnitude. A ranking names all feasible states once; a
 * state's id is its rank from 1 among the feasible outcomes, the first issue
 * slowest, or its place among the graph's states. */
#include "base/text.h"
#include "case/load_int.h"
#include "case/states.h"

#define LARGEST_SUM (4 * FIXED_MOST)

/* --- Worths --- */

static fixed magnitude(fixed x) { return x < 0 ? -x : x; }

/* Reads one issue's worths; gives the largest magnitude. */
static fixed read_options(loader *l, const node *map, int issue, fixed *worth) {
    fixed most = 0;
    for (size_t i = 0; i < load_size(map, NODE_MAP); i++) {
        const node_entry *e = &map->entries[i];
        int option = load_find(l, SPACE_OPTION, issue, e->key);
        if (option < 0) continue;
        fixed value = load_exact_of(load_bare(e->value), 0);
        worth[l->c->issues[issue].cell + option] = value;
        if (magnitude(value) > most) most = magnitude(value);
    }
    return most;
}

static fixed add_magnitude(fixed sum, fixed more) {
    return sum > LARGEST_SUM ? sum : sum + more;
}

static fixed read_worths(loader *l, const node *n, case_preference *out) {
    const node *map = load_get(n, "worth");
    fixed *worth = ARENA_ARRAY(l->mem, fixed, l->c->cell_count);
    fixed sum = 0;
    for (size_t i = 0; i < load_size(map, NODE_MAP); i++) {
        const node_entry *e = &map->entries[i];
        int issue = load_find(l, SPACE_ISSUE, -1, e->key);
        if (issue < 0) continue;
        sum = add_magnitude(sum, read_options(l, e->value, issue, worth));
    }
    out->worth = worth;
    return sum;
}

static fixed read_conditions(loader *l, const node *n, case_preference *out) {
    const node *list = load_get(n, "when");
    size_t count = load_size(list, NODE_LIST);
    case_condition *when = ARENA_ARRAY(l->mem, case_condition, count);
    fixed sum = 0;
    for (size_t i = 0; i < count; i++) {
        const node *item = list->items[i];
        const expr *holds = load_expr(l, load_get(item, "if"));
        fixed worth = load_exact(item, "worth", 0);
        sum = add_magnitude(sum, magnitude(worth));
        if (holds) when[out->when_count++] = (case_condition){holds, worth};
    }
    out->when = when;
    return sum;
}

static void read_exact(loader *l, const node *n, case_preference *out) {
    out->kind = CASE_WORTH;
    fixed sum = read_worths(l, n, out);
    sum = add_magnitude(sum, read_conditions(l, n, out));
    if (sum > LARGEST_SUM)
        diag_error(l->d, load_opening(n), "case/worth-overflow",
                   "the largest worths add up to more than %.0f",
                   number_from_fixed(LARGEST_SUM));
    const char *reserve = load_text(n, "reserve");
    out->no_reserve = text_same(reserve, "none");
    out->has_reserve = reserve && number_fixed(reserve, &out->reserve);
    out->has_cap = load_text(n, "cap") != NULL;
    out->cap = load_exact(n, "cap", 0);
    out->discount = load_number(n, "discount", 1);
}

/* --- Rankings --- */

typedef struct ranking {
    const case_states *states;
    bool *seen; /* by id from 1 */
    case_tier *tiers;
    int tier_count;
} ranking;

static int state_of_terms(loader *l, const ranking *r, const node *n) {
    case_terms terms = load_terms(l, n);
    int *outcome = ARENA_ARRAY(l->mem, int, l->c->issue_count);
    for (int i = 0; i < terms.count; i++)
        outcome[terms.items[i].issue] = terms.items[i].options.items[0];
    if ((size_t)terms.count < n->count) return 0; /* reported with the names */
    if (terms.count < l->c->issue_count) {
        diag_error(l->d, load_opening(n), "case/state",
                   "a state names every issue; this one names %d of %d",
                   terms.count, l->c->issue_count);
        return 0;
    }
    int id = states_id(r->states, outcome);
    if (id == 0)
        diag_error(l->d, load_opening(n), "case/state",
                   "this state breaks a rule");
    return id;
}

static int state_of_text(loader *l, const ranking *r, const node *n) {
    if (l->c->graph) {
        int state = load_find(l, SPACE_STATE, -1, n->text);
        if (state >= 0) return state + 1;
    }
    int64_t id;
    bool number = number_int(n->text, &id);
    if (number && id >= 1 && id <= states_count(r->states)) return (int)id;
    if (l->c->graph && !number)
        load_unknown(l, SPACE_STATE, -1, n);
    else
        diag_error(l->d, load_opening(n), "case/state",
                   "\"%s\" is no state; there are %d, from 1", n->text,
                   states_count(r->states));
    return 0;
}

static void report_names(loader *l, const node *n) {
    for (size_t i = 0; i < n->count; i++) {
        const node_entry *e = &n->entries[i];
        node key = {.kind = NODE_TEXT, .at = e->key_at, .text = e->key};
        int issue = load_find(l, SPACE_ISSUE, -1, e->key);
        const node *value = load_bare(e->value);
        if (issue < 0)
            load_unknown(l, SPACE_ISSUE, -1, &key);
        else if (value->kind != NODE_TEXT)
            diag_error(l->d, load_opening(value), "case/shape",
                       "an option of the issue is expected here");
        else if (load_find(l, SPACE_OPTION, issue, value->text) < 0)
            load_unknown(l, SPACE_OPTION, issue, value);
    }
}

static int read_state(loader *l, const ranking *r, const node *n) {
    if (n->kind == NODE_TEXT) return state_of_text(l, r, n);
    if (n->kind == NODE_LIST) {
        diag_error(l->d, load_opening(n), "case/shape",
                   "a state is expected here, not a list");
        return 0;
    }
    if (l->c->graph) {
        diag_error(l->d, load_opening(n), "case/shape",
                   "a state of the graph is expected here, by its name");
        return 0;
    }
    report_names(l, n);
    return state_of_terms(l, r, n);
}

static void read_tier(loader *l, ranking *r, const node *n) {
    size_t count = load_some_count(n);
    int *ids = ARENA_ARRAY(l->mem, int, count);
    int kept = 0;
    for (size_t i = 0; i < count; i++) {
        const node *item = load_some(n, i);
        int id = read_state(l, r, item);
        if (id == 0) continue;
        if (r->seen[id])
            diag_error(l->d, load_opening(item), "case/state",
                       "state %d is ranked already", id);
        r->seen[id] = true;
        ids[kept++] = id;
    }
    r->tiers[r->tier_count++] = (case_tier){{ids, kept}};
}

static void report_unranked(loader *l, const ranking *r, const node *at) {
    int missing = 0, first = 0;
    for (int id = states_count(r->states); id >= 1; id--) {
        if (r->seen[id]) continue;
        missing++;
        first = id;
    }
    if (missing == 0) return;
    diag_error(l->d, load_opening(at), "case/unranked",
               "%d of %d states are not ranked; the first is state %d%s%s",
               missing, states_count(r->states), first, ": ",
               states_print(r->states, first, l->mem));
}

static void read_ranking(loader *l, const node *list, case_preference *out) {
    out->kind = CASE_RANKING;
    if (!list || list->kind != NODE_LIST) return;
    ranking r = {.states = states_of(l, list->at)};
    if (!r.states) return;
    r.seen = ARENA_ARRAY(l->mem, bool, states_count(r.states) + 1);
    r.tiers = ARENA_ARRAY(l->mem, case_tier, list->count);
    size_t errors = diag_error_count(l->d);
    for (size_t i = 0; i < list->count; i++)
        read_tier(l, &r, load_bare(list->items[i]));
    if (diag_error_count(l->d) == errors) report_unranked(l, &r, list);
    out->ranking = r.tiers;
    out->tier_count = r.tier_count;
}

/* --- All --- */

static void read_order(loader *l, const node *n, case_preference *out) {
    out->kind = CASE_ORDER;
    const node *list = load_get(n, "order");
    if (load_size(list, NODE_LIST) > 0)
        load_exprs(l, list, &out->order, &out->order_count);
}

/* Worths (with `when`), an order or a ranking: one of them. */
static bool check_forms(loader *l, const node *n) {
    bool worth = node_find(n, "worth") || node_find(n, "when");
    bool order = node_find(n, "order"), ranked = node_find(n, "ranking");
    if (worth + order + ranked > 1)
        return diag_error(l->d, load_opening(n), "case/contradiction",
                          "preferences are worths, an order or a ranking: "
                          "only one of them");
    if (worth + order + ranked == 0)
        return diag_error(l->d, load_opening(n), "case/missing-key",
                          "a preference needs \"worth\", \"order\" or "
                          "\"ranking\"");
    static const char *const exact[] = {"reserve", "cap", "discount"};
    for (int i = 0; !worth && i < 3; i++) {
        const node *key = node_find(n, exact[i]);
        if (key)
            diag_error(l->d, load_opening(key), "case/contradiction",
                       "\"%s\" goes with worths only", exact[i]);
    }
    if (worth && l->c->graph)
        diag_error(l->d, load_opening(n), "case/contradiction",
                   "states of a graph are ranked; they have no worths");
    return true;
}

static void read_preference(loader *l, const node *n, case_preference *out) {
    out->origin = load_origin(l, n);
    if (n->kind != NODE_MAP || !check_forms(l, n)) return;
    if (node_find(n, "order"))
        read_order(l, n, out);
    else if (node_find(n, "ranking"))
        read_ranking(l, load_get(n, "ranking"), out);
    else
        read_exact(l, n, out);
}

void load_preferences(loader *l) {
    const node *map = node_find(l->root, "preferences");
    case_preference *all =
        ARENA_ARRAY(l->mem, case_preference, l->c->party_count);
    l->c->preferences = all;
    for (int p = 0; p < l->c->party_count; p++)
        all[p] = (case_preference){.discount = 1,
                                   .origin = {.source = CASE_SOURCE_NONE}};
    size_t worths = load_size(map, NODE_MAP) * (size_t)l->c->cell_count;
    if (map && !load_limit(l, load_opening(map), worths, LOAD_WORTHS_MOST,
                           "parties times options"))
        return;
    for (size_t i = 0; i < load_size(map, NODE_MAP); i++) {
        const node_entry *e = &map->entries[i];
        int party = load_find(l, SPACE_PARTY, -1, e->key);
        if (party >= 0) read_preference(l, e->value, &all[party]);
    }
}
