/* SPDX-License-Identifier: Apache-2.0
 * Names and numbers in JSON and YAML. All scalars are text here; a number is
 * one where a format wants one, and an infinity is written in many ways. */
#include "scenario/tree.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"

const node *tree_get(scenario_reading *r, const node *n, const char *key,
                     node_kind kind) {
    const node *value = node_find(n, key);
    if (value && value->kind == kind) return value;
    diag_error(r->d, n->at, "import/shape",
               value ? "\"%s\" is not what is expected here"
                     : "\"%s\" is missing",
               key);
    return NULL;
}

static bool is_infinity(const char *text) {
    static const char *const names[] = {"inf", ".inf", "infinity", "Infinity"};
    if (*text == '-' || *text == '+') text++;
    for (int i = 0; i < 4; i++)
        if (strcasecmp(text, names[i]) == 0) return true;
    return false;
}

double tree_number(scenario_reading *r, const node *n, double usual) {
    double value;
    if (n->kind == NODE_TEXT) {
        if (number_double(n->text, &value)) return value;
        if (is_infinity(n->text)) return *n->text == '-' ? -INFINITY : INFINITY;
        size_t size = strlen(n->text); /* "1." */
        if (size > 1 && n->text[size - 1] == '.' &&
            number_double(arena_text(r->mem, n->text, size - 1), &value))
            return value;
    }
    diag_error(r->d, n->at, "import/shape", "a number is expected here");
    return usual;
}

double tree_number_at(scenario_reading *r, const node *n, const char *key,
                      double usual) {
    const node *value = node_find(n, key);
    if (!value || (value->kind == NODE_TEXT && !value->quoted &&
                   (!*value->text || text_same(value->text, "null") ||
                    text_same(value->text, "~"))))
        return usual;
    return tree_number(r, value, usual);
}

const char *tree_text(const node *n, const char *key) {
    const node *value = node_find(n, key);
    return value && value->kind == NODE_TEXT ? value->text : "";
}

scenario_issue *tree_issues(scenario_reading *r, const node *at, size_t count) {
    if (count == 0)
        diag_error(r->d, at->at, "import/no-issues",
                   "there are no issues in this");
    else if (count > SCENARIO_ISSUES_MOST)
        diag_limit(r->d, at->at, "import/too-large",
                   "%zu issues; at most %d are read", count,
                   SCENARIO_ISSUES_MOST);
    else
        return ARENA_ARRAY(r->mem, scenario_issue, count);
    return NULL;
}

bool tree_options(scenario_reading *r, const node *list, scenario_issue *out) {
    if (list->count > SCENARIO_OPTIONS_MOST)
        return diag_limit(r->d, list->at, "import/too-large",
                          "%zu values; at most %d are read", list->count,
                          SCENARIO_OPTIONS_MOST);
    const char **options = ARENA_ARRAY(r->mem, const char *, list->count);
    out->options = options;
    for (size_t i = 0; i < list->count; i++) {
        const node *n = list->items[i];
        if (n->kind != NODE_TEXT)
            return diag_error(r->d, n->at, "import/shape",
                              "a value's name is expected here");
        const char *name = *n->text ? n->text : "(empty)";
        bool taken = false;
        for (int k = 0; k < out->option_count; k++)
            taken |= text_same(options[k], name);
        if (!taken)
            options[out->option_count++] = name;
        else
            diag_warning(r->d, n->at, "import/repeated",
                         "%s has the value \"%s\" already; the first counts",
                         out->name, name);
    }
    if (out->option_count > 0) return true;
    return diag_error(r->d, list->at, "import/no-values", "%s has no values",
                      out->name);
}

void tree_weigh(scenario_reading *r, const node *map, int issue, double weight,
                scenario_profile *out) {
    const scenario_issue *i = &r->s->issues[issue];
    bool *seen = ARENA_ARRAY(r->mem, bool, i->option_count);
    for (size_t k = 0; k < map->count; k++) {
        const node_entry *e = &map->entries[k];
        int option = scenario_option(i, *e->key ? e->key : "(empty)");
        if (option < 0) {
            diag_warning(r->d, e->key_at, "import/unknown-value",
                         "the domain has no value \"%s\" of %s", e->key,
                         i->name);
            continue;
        }
        seen[option] = true;
        out->worth[i->cell + option] = weight * tree_number(r, e->value, 0);
    }
    for (int k = 0; k < i->option_count; k++)
        if (!seen[k])
            diag_warning(r->d, map->at, "import/no-worth",
                         "%s \"%s\" is given no worth; it counts as 0", i->name,
                         i->options[k]);
}
