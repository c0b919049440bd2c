/* SPDX-License-Identifier: Apache-2.0
 * Issues with their options, and rules.
 *
 * A numeric issue {from, to, step} is a scale issue whose options are the
 * values from `from` to `to`, computed exactly and written in their shortest
 * form. `now` stands on all issues or on none. */
#include "base/text.h"
#include "case/load_int.h"
#include "case/scale.h"

/* --- Options --- */

/* Stops making options once there are too many in all. */
static bool has_room(loader *l, size_t count) {
    l->cells += count;
    return l->cells <= LOAD_CELLS_MOST;
}

static void take_options(loader *l, const node *list, case_issue *out) {
    if (!load_limit(l, load_opening(list), list->count, LOAD_OPTIONS_MOST,
                    "options of an issue"))
        return;
    if (!has_room(l, list->count)) return;
    const char **options = ARENA_ARRAY(l->mem, const char *, list->count);
    for (size_t i = 0; i < list->count; i++) {
        const node *o = load_bare(list->items[i]);
        if (o->kind != NODE_TEXT) return;
        if (*o->text == '\0')
            diag_error(l->d, load_opening(o), "case/empty-name",
                       "a name is empty");
        options[i] = o->text;
    }
    out->options = options;
    out->option_count = (int)list->count;
}

static void number_options(loader *l, case_issue *out, fixed from, fixed step,
                           int count) {
    if (!has_room(l, (size_t)count)) return;
    const char **options = ARENA_ARRAY(l->mem, const char *, count);
    double *values = ARENA_ARRAY(l->mem, double, count);
    for (int i = 0; i < count; i++) {
        char text[NUMBER_SIZE];
        values[i] = number_from_fixed(from + i * step);
        number_print(text, values[i]);
        options[i] = arena_copy(l->mem, text);
    }
    out->options = options;
    out->values = values;
    out->option_count = count;
}

static bool read_end(const node *n, const char *key, fixed *out) {
    const char *text = load_text(n, key);
    return text && number_fixed(text, out);
}

static void take_values(loader *l, const node *n, case_issue *out) {
    fixed from, to, step;
    out->numeric = out->scale = true;
    if (!read_end(n, "from", &from) || !read_end(n, "to", &to) ||
        !read_end(n, "step", &step))
        return;
    if (step <= 0 || to <= from || (to - from) % step != 0) {
        diag_error(l->d, load_opening(node_find(n, "step")),
                   "case/numeric-issue", "steps of %s don't lead from %s to %s",
                   load_text(n, "step"), load_text(n, "from"),
                   load_text(n, "to"));
        return;
    }
    fixed steps = (to - from) / step;
    if (load_limit(l, node_find(n, "step")->at, (size_t)steps + 1,
                   LOAD_OPTIONS_MOST, "options of an issue"))
        number_options(l, out, from, step, (int)steps + 1);
}

/* Either options, or all of from, to and step. */
static void check_form(loader *l, const node *n) {
    static const char *const keys[] = {"from", "to", "step"};
    const node *options = node_find(n, "options");
    bool numeric = false;
    for (int i = 0; i < 3; i++)
        numeric |= node_find(n, keys[i]) != NULL;
    if (options && numeric)
        diag_error(l->d, load_opening(options), "case/contradiction",
                   "an issue has options, or from, to and step");
    if (!options && !numeric)
        diag_error(l->d, load_opening(n), "case/missing-key",
                   "an issue needs \"options\", or from, to and step");
    for (int i = 0; !options && numeric && i < 3; i++)
        if (!node_find(n, keys[i]))
            diag_error(l->d, load_opening(n), "case/missing-key",
                       "a numeric issue needs \"%s\"", keys[i]);
}

/* --- Issues --- */

/* Where all that parties want is given exactly, no order is asked for. */
static bool draws_wants(const loader *l) {
    const node *given = node_find(l->root, "preferences");
    const node *parties = node_find(l->root, "parties");
    return load_size(given, NODE_MAP) < load_size(parties, NODE_MAP);
}

static void note_order(loader *l, const node *n, const case_issue *i) {
    if (node_find(n, "scale") || !draws_wants(l)) return;
    if (!scale_is_likely(i->options, i->option_count)) return;
    diag_note(l->d, i->origin.at, "case/unordered-numbers",
              "the options of \"%s\" look like numbers on a line, but are "
              "taken as names in no order",
              i->id);
    diag_hint(l->d, "scale: true says that they lie on a line, scale: false "
                    "that they don't");
}

static void read_issue(loader *l, const node_entry *e, case_issue *out) {
    const node *n = e->value;
    *out = (case_issue){.id = e->key,
                        .unit = load_text(n, "unit"),
                        .now = -1,
                        .scale = load_flag(n, "scale", false),
                        .obligation = load_flag(n, "obligation", false),
                        .by = load_names(l, n, "by", SPACE_ACTOR, -1),
                        .origin = load_origin(l, n)};
    out->origin.at = e->key_at;
    if (n->kind != NODE_MAP) return;
    check_form(l, n);
    const node *options = load_get(n, "options");
    if (options && options->kind == NODE_LIST) {
        take_options(l, options, out);
        note_order(l, n, out);
    }
    if (!options) take_values(l, n, out);
}

static void read_now(loader *l, const node *n, case_issue *i, int index) {
    const char *now = load_text(n, "now");
    if (now && i->option_count > 0)
        i->now = load_find(l, SPACE_OPTION, index, now);
}

static void check_now(loader *l, const node *issues) {
    size_t with = 0;
    for (size_t i = 0; i < issues->count; i++)
        with += node_find(issues->entries[i].value, "now") != NULL;
    l->c->has_now = with > 0 && with == issues->count;
    if (with == 0 || with == issues->count) return;
    for (size_t i = 0; i < issues->count; i++) {
        const node_entry *e = &issues->entries[i];
        if (e->value->kind != NODE_MAP || node_find(e->value, "now")) continue;
        diag_error(l->d, e->key_at, "case/now-missing",
                   "\"%s\" has no `now`, but other issues have", e->key);
    }
}

static void number_cells(loader *l, case_issue *issues, const node *at) {
    load_limit(l, load_opening(at), l->cells, LOAD_CELLS_MOST,
               "options in all");
    for (int i = 0; i < l->c->issue_count; i++) {
        l->unreadable |= issues[i].option_count == 0;
        issues[i].cell = l->c->cell_count;
        l->c->cell_count += issues[i].option_count;
    }
}

void load_issues(loader *l) {
    const node *n = node_find(l->root, "issues");
    const node *graph = node_find(l->root, "graph");
    if (!n && !graph)
        diag_error(l->d, load_opening(l->root), "case/missing-key",
                   "a case needs \"issues\", or a graph");
    if (n && graph)
        diag_error(l->d, load_opening(graph), "case/contradiction",
                   "a case has issues or a graph, not both");
    size_t count = load_size(n, NODE_MAP);
    if (n && n->kind == NODE_MAP && count == 0)
        diag_error(l->d, load_opening(n), "case/few-issues",
                   "a case has an issue");
    if (n &&
        !load_limit(l, load_opening(n), count, LOAD_ISSUES_MOST, "issues")) {
        l->broken[SPACE_ISSUE] = true;
        count = 0;
    }
    l->unreadable = l->broken[SPACE_ISSUE];
    case_issue *issues = ARENA_ARRAY(l->mem, case_issue, count);
    for (size_t i = 0; i < count; i++)
        read_issue(l, &n->entries[i], &issues[i]);
    l->c->issues = issues;
    l->c->issue_count = (int)count;
    for (size_t i = 0; i < count; i++)
        read_now(l, n->entries[i].value, &issues[i], (int)i);
    if (n && count > 0) {
        check_now(l, n);
        number_cells(l, issues, n);
    }
}

/* --- Rules --- */

void load_rules(loader *l) {
    const node *list = load_get(l->root, "rules");
    size_t count = load_size(list, NODE_LIST);
    case_rule *rules = ARENA_ARRAY(l->mem, case_rule, count);
    int kept = 0;
    for (size_t i = 0; i < count; i++) {
        const node *item = list->items[i];
        const expr *holds = load_expr(l, load_bare(item));
        case_origin origin = load_origin(l, item);
        origin.at = load_bare(item)->at;
        if (holds) rules[kept++] = (case_rule){holds, origin};
    }
    l->c->rules = rules;
    l->c->rule_count = kept;
    l->c->talks_need = load_expr(l, load_get(l->root, "talks-need"));
}
