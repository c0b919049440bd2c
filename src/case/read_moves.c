/* SPDX-License-Identifier: Apache-2.0
 * For stability: moves, or the graph instead of issues. For forecasts: what
 * actors want on each issue, and how much it matters to them. A position is a
 * number from 0 to 100 or an option; options are spaced evenly unless `at`
 * says where each lies. */
#include "base/text.h"
#include "case/load_int.h"

/* --- Moves --- */

static case_move read_move(loader *l, const node *n) {
    int issue = load_name(l, n, "issue", SPACE_ISSUE);
    case_move m = {.by = load_names(l, n, "by", SPACE_ACTOR, -1),
                   .issue = issue,
                   .from = load_names(l, n, "from", SPACE_OPTION, issue),
                   .to = load_names(l, n, "to", SPACE_OPTION, issue),
                   .with = load_terms(l, load_get(n, "with")),
                   .origin = load_origin(l, n)};
    for (int i = 0; i < m.with.count; i++)
        if (m.with.items[i].issue == issue)
            diag_error(l->d, m.with.items[i].at, "case/contradiction",
                       "\"%s\" is what the move itself changes",
                       l->c->issues[issue].id);
    return m;
}

void load_moves(loader *l) {
    const node *list = load_get(l->root, "moves");
    size_t count = load_size(list, NODE_LIST);
    case_move *moves = ARENA_ARRAY(l->mem, case_move, count);
    for (size_t i = 0; i < count; i++)
        moves[i] = read_move(l, list->items[i]);
    l->c->moves = moves;
    l->c->move_count = (int)count;
}

/* --- The graph --- */

static void read_states(loader *l, case_graph *g) {
    size_t count = load_size(l->states, NODE_MAP);
    const char **ids = ARENA_ARRAY(l->mem, const char *, count);
    const char **texts = ARENA_ARRAY(l->mem, const char *, count);
    for (size_t i = 0; i < count; i++) {
        const node *text = load_bare(l->states->entries[i].value);
        ids[i] = l->states->entries[i].key;
        texts[i] = text->kind == NODE_TEXT ? text->text : "";
    }
    g->state_ids = ids;
    g->state_texts = texts;
    g->state_count = (int)count;
}

static int arc_end(const loader *l, const node *arc, size_t i) {
    const node *n = load_bare(arc->items[i]);
    return n->kind == NODE_TEXT ? load_find(l, SPACE_STATE, -1, n->text) : -1;
}

static int read_arcs(loader *l, const node *list, case_arc *arcs) {
    int count = 0;
    for (size_t i = 0; i < load_size(list, NODE_LIST); i++) {
        const node *n = load_bare(list->items[i]);
        if (load_size(n, NODE_LIST) != 2) continue;
        case_arc arc = {arc_end(l, n, 0), arc_end(l, n, 1)};
        if (arc.from < 0 || arc.to < 0) continue;
        if (arc.from == arc.to)
            diag_error(l->d, load_opening(n), "case/contradiction",
                       "an arc leads to another state");
        arcs[count++] = arc;
    }
    return count;
}

static void read_all_arcs(loader *l, const node *map, case_graph *g) {
    const case_arc **arcs =
        ARENA_ARRAY(l->mem, const case_arc *, l->c->actor_count);
    int *counts = ARENA_ARRAY(l->mem, int, l->c->actor_count);
    for (size_t i = 0; i < load_size(map, NODE_MAP); i++) {
        const node_entry *e = &map->entries[i];
        const node *list = load_bare(e->value);
        int party = load_find(l, SPACE_PARTY, -1, e->key);
        if (party < 0) continue;
        case_arc *own =
            ARENA_ARRAY(l->mem, case_arc, load_size(list, NODE_LIST));
        counts[party] = read_arcs(l, list, own);
        arcs[party] = own;
    }
    g->arcs = arcs;
    g->arc_counts = counts;
}

void load_graph(loader *l) {
    const node *n = node_find(l->root, "graph");
    if (!n || n->kind != NODE_MAP) return;
    case_graph *g = ARENA_NEW(l->mem, case_graph);
    read_states(l, g);
    read_all_arcs(l, load_get(n, "arcs"), g);
    g->now = load_name(l, n, "now", SPACE_STATE);
    l->c->graph = g;
}

/* --- Forecast --- */

/* Where the options of an issue lie; NULL if `at` doesn't fit. */
static const double *read_places(loader *l, const node *stakes, int issue) {
    int count = l->c->issues[issue].option_count;
    const node *at = load_get(stakes, "at");
    double *places = ARENA_ARRAY(l->mem, double, count);
    for (int o = 0; o < count; o++)
        places[o] = count > 1 ? 100.0 * o / (count - 1) : 0;
    if (!at || at->kind != NODE_LIST) return places;
    if ((int)at->count != count) {
        diag_error(l->d, load_opening(at), "case/list-size",
                   "%zu places for %d options", at->count, count);
        return NULL;
    }
    for (int o = 0; o < count; o++) {
        const node *place = load_bare(at->items[o]);
        if (place->kind == NODE_TEXT) number_double(place->text, &places[o]);
    }
    return places;
}

static bool find_place(loader *l, const node *n, int issue,
                       const double *places, double *out) {
    int option = load_find(l, SPACE_OPTION, issue, n->text);
    if (option >= 0 && !l->c->issues[issue].numeric) {
        *out = places[option];
        return true;
    }
    if (!number_double(n->text, out)) {
        load_unknown(l, SPACE_OPTION, issue, n);
        return false;
    }
    if (*out >= 0 && *out <= 100) return true;
    return diag_error(l->d, load_opening(n), "case/range",
                      "%s is not between 0 and 100", n->text);
}

static bool read_position(loader *l, const node_entry *e, int issue,
                          const double *places, case_position *out) {
    const node *n = e->value, *position = load_get(n, "position");
    *out = (case_position){
        .issue = issue,
        .actor = load_find(l, SPACE_ACTOR, -1, e->key),
        .salience = load_number(n, "salience", 0),
        .capability = load_number(n, "capability", 1),
        .origin = load_origin(l, n),
    };
    if (out->actor < 0 || !position || position->kind != NODE_TEXT)
        return false;
    return find_place(l, position, issue, places, &out->position);
}

static int read_stakes(loader *l, const node_entry *e, case_position *out) {
    int issue = load_find(l, SPACE_ISSUE, -1, e->key), count = 0;
    if (issue < 0 || l->c->issues[issue].option_count == 0) return 0;
    const double *places = read_places(l, e->value, issue);
    for (size_t i = 0; places && i < load_size(e->value, NODE_MAP); i++) {
        const node_entry *actor = &e->value->entries[i];
        if (text_same(actor->key, "at")) continue;
        count += read_position(l, actor, issue, places, &out[count]);
    }
    return count;
}

void load_forecast(loader *l) {
    const node *map = node_find(l->root, "forecast");
    size_t most = 0;
    for (size_t i = 0; i < load_size(map, NODE_MAP); i++)
        most += load_size(map->entries[i].value, NODE_MAP);
    case_position *all = ARENA_ARRAY(l->mem, case_position, most);
    int count = 0;
    for (size_t i = 0; i < load_size(map, NODE_MAP); i++)
        count += read_stakes(l, &map->entries[i], &all[count]);
    l->c->forecast = all;
    l->c->forecast_count = count;
}
