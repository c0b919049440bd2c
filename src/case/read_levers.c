/* SPDX-License-Identifier: Apache-2.0
 * Levers with their changes, and the model's parameters.
 *
 * A lever's change and what its `then:` adds are one flat list of changes,
 * applied together. A term is dropped by a bare null; a quoted one is an
 * option of that name. A parameter that isn't given has its default range. */
#include "base/text.h"
#include "case/load_int.h"
#include "case/read_terms.h"

/* --- Changes --- */

static void read_terms(loader *l, const node *n, case_change *c) {
    const node *map = load_get(n, "terms");
    size_t count = load_size(map, NODE_MAP);
    case_term *terms = ARENA_ARRAY(l->mem, case_term, count);
    for (size_t i = 0; i < count; i++) {
        const node_entry *e = &map->entries[i];
        const node *option = load_bare(e->value);
        int issue = load_find(l, SPACE_ISSUE, -1, e->key);
        if (issue < 0 || option->kind != NODE_TEXT) continue;
        bool drop = !option->quoted && text_same(option->text, "null");
        case_term t = {.issue = issue, .at = e->value->at};
        if (!drop) t.options = load_names_of(l, option, SPACE_OPTION, issue);
        if (drop || t.options.count > 0) terms[c->term_count++] = t;
    }
    c->terms = terms;
}

static void read_talks(loader *l, const node *n, case_change *c) {
    const node *talks = load_get(n, "talks");
    if (!talks || talks->kind != NODE_MAP) return;
    c->talks_add = load_names(l, talks, "add", SPACE_ISSUE, -1);
    c->talks_drop = load_names(l, talks, "drop", SPACE_ISSUE, -1);
    c->has_fail = load_text(talks, "fail") != NULL;
    c->fail = (case_fail)load_choice(talks, "fail", fields_fails, CASE_RESUME);
    c->has_by = load_text(talks, "by") != NULL;
    c->by = load_duration(talks, "by", (duration){0});
    load_exprs(l, load_get(talks, "within"), &c->within, &c->within_count);
    for (int a = 0, b = 0; a < c->talks_add.count && b < c->talks_drop.count;) {
        int x = c->talks_add.items[a], y = c->talks_drop.items[b];
        if (x == y)
            diag_error(l->d, load_opening(talks), "case/contradiction",
                       "\"%s\" is added and dropped", l->c->issues[x].id);
        a += x <= y;
        b += y <= x;
    }
}

static void read_payment(loader *l, const node *map, int party, case_change *c,
                         case_payment *payments) {
    for (size_t i = 0; i < load_size(map, NODE_MAP); i++) {
        const node_entry *e = &map->entries[i];
        span at = e->key_at;
        char first = at.text->bytes[at.begin];
        node key = {.kind = NODE_TEXT,
                    .at = at,
                    .text = e->key,
                    .quoted = first == '"' || first == '\''};
        const expr *holds = load_expr(l, &key);
        if (holds && party >= 0)
            payments[c->payment_count++] = (case_payment){
                party, holds, load_exact_of(load_bare(e->value), 0)};
    }
}

static void read_payments(loader *l, const node *n, case_change *c) {
    const node *map = load_get(n, "worth");
    size_t count = 0;
    for (size_t i = 0; i < load_size(map, NODE_MAP); i++)
        count += load_size(map->entries[i].value, NODE_MAP);
    case_payment *payments = ARENA_ARRAY(l->mem, case_payment, count);
    for (size_t i = 0; i < load_size(map, NODE_MAP); i++) {
        const node_entry *e = &map->entries[i];
        int party = load_find(l, SPACE_PARTY, -1, e->key);
        read_payment(l, e->value, party, c, payments);
    }
    c->payments = payments;
}

static void read_settings(loader *l, const node *n, case_change *c) {
    const node *map = load_get(n, "model");
    case_parameter *parameters =
        ARENA_ARRAY(l->mem, case_parameter, CASE_PARAMETERS);
    for (int p = 0; p < CASE_PARAMETERS; p++) {
        if (!load_text(map, fields_parameters[p])) continue;
        parameters[c->parameter_count++] =
            (case_parameter){p, load_number(map, fields_parameters[p], 0)};
    }
    c->parameters = parameters;
}

static void read_offer(loader *l, const node *n, case_change *c) {
    const node *guarantee = load_get(n, "guarantee");
    if (!guarantee || guarantee->kind != NODE_MAP) return;
    case_guarantee *g = ARENA_NEW(l->mem, case_guarantee);
    *g = read_guarantee(l, guarantee);
    g->status = CASE_OFFERED;
    c->guarantee = g;
}

static void read_change(loader *l, const node *n, case_change *c) {
    *c = (case_change){.phase = load_whole(n, "phase", 1) - 1, .at = n->at};
    c->has_lasts = load_text(n, "lasts") != NULL;
    c->lasts = load_duration(n, "lasts", (duration){0});
    read_terms(l, n, c);
    read_talks(l, n, c);
    read_payments(l, n, c);
    read_settings(l, n, c);
    read_offer(l, n, c);
}

/* --- Levers --- */

static size_t count_changes(const node *n) {
    const node *then = load_get(n, "then");
    size_t count = 1;
    for (size_t i = 0; i < load_some_count(then); i++)
        count += count_changes(load_some(then, i));
    return count;
}

static void read_changes(loader *l, const node *n, case_change *changes,
                         int *count) {
    if (n->kind != NODE_MAP) return;
    read_change(l, n, &changes[(*count)++]);
    const node *then = load_get(n, "then");
    for (size_t i = 0; i < load_some_count(then); i++)
        read_changes(l, load_some(then, i), changes, count);
}

static void read_lever(loader *l, const node *n, case_lever *out) {
    const node *change = load_get(n, "change");
    case_change *changes =
        ARENA_ARRAY(l->mem, case_change, count_changes(change));
    const char *name = load_text(n, "name");
    *out = (case_lever){.name = name ? name : "",
                        .cost = load_number(n, "cost", 1),
                        .changes = changes,
                        .origin = load_origin(l, n)};
    if (change) read_changes(l, change, changes, &out->change_count);
    if (change && change->kind == NODE_MAP && change->count == 0)
        diag_error(l->d, load_opening(change), "case/empty-change",
                   "the lever changes nothing");
}

void load_levers(loader *l) {
    const node *list = load_get(l->root, "levers");
    size_t count = load_size(list, NODE_LIST);
    case_lever *levers = ARENA_ARRAY(l->mem, case_lever, count);
    for (size_t i = 0; i < count; i++)
        read_lever(l, list->items[i], &levers[i]);
    l->c->levers = levers;
    l->c->lever_count = (int)count;
}

/* --- The model --- */

static const double defaults[CASE_PARAMETERS][2] = {
    [CASE_HALF_LIFE] = {60, 360},    [CASE_EARLY_DEAL] = {60, 360},
    [CASE_TALKS_CLOSE] = {0.1, 0.5}, [CASE_HONOUR] = {0.5, 1},
    [CASE_GUARANTEE] = {0.1, 0.7},   [CASE_BREACH] = {0, 0.2},
    [CASE_FACE] = {0, 0.5},          [CASE_PUBLIC_REJECTION] = {0, 0.1},
    [CASE_COLLAPSE] = {0, 0},
};

static bool read_number(const node *n, double *out) {
    n = load_bare(n);
    return n->kind == NODE_TEXT && number_double(n->text, out);
}

case_range load_default_range(case_parameter_name which) {
    return (case_range){defaults[which][0],
                        defaults[which][1],
                        false,
                        {.source = CASE_SOURCE_NONE}};
}

static void read_range(loader *l, const node *map, int p, case_range *r) {
    *r = load_default_range((case_parameter_name)p);
    const node *n = load_get(map, fields_parameters[p]);
    if (!n) return;
    r->given = true;
    r->origin = load_value_origin(l, map, fields_parameters[p]);
    if (n->kind == NODE_LIST && n->count == 2) {
        read_number(n->items[0], &r->low);
        read_number(n->items[1], &r->high);
    } else if (n->kind == NODE_TEXT && read_number(n, &r->low)) {
        r->high = r->low;
    }
}

void load_parameters(loader *l) {
    const node *map = node_find(l->root, "model");
    for (int p = 0; p < CASE_PARAMETERS; p++)
        read_range(l, map, p, &l->c->model[p]);
}
