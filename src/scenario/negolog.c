/* SPDX-License-Identifier: Apache-2.0
 *
 * NegoLog's JSON: each profile has the issues, with a worth for every value,
 * the weights, and the reservation value; there is no domain file.
 * u = sum of weight times worth, as written. Doğru et al. 2024, "NegoLog: an
 * integrated Python-based automated negotiation framework", describes the
 * tool. */
#include "base/text.h"
#include "scenario/tree.h"

static scenario_part part(const scenario_file *f) {
    const node *n = f->tree;
    return n && node_find(n, "issueWeights") && node_find(n, "issues")
               ? SCENARIO_PROFILE
               : SCENARIO_NOTHING;
}

static bool read_issue(scenario_reading *r, const node_entry *e,
                       scenario_issue *out) {
    out->name = *e->key ? e->key : "(empty)";
    out->at = e->key_at;
    if (e->value->kind != NODE_MAP)
        return diag_error(r->d, e->key_at, "import/shape",
                          "the worths of the values are expected here");
    if (e->value->count > SCENARIO_OPTIONS_MOST)
        return diag_limit(r->d, e->key_at, "import/too-large",
                          "%zu values; at most %d are read", e->value->count,
                          SCENARIO_OPTIONS_MOST);
    const char **options = ARENA_ARRAY(r->mem, const char *, e->value->count);
    for (size_t k = 0; k < e->value->count; k++)
        options[k] =
            *e->value->entries[k].key ? e->value->entries[k].key : "(empty)";
    out->options = options;
    out->option_count = (int)e->value->count;
    if (out->option_count > 0) return true;
    return diag_error(r->d, e->key_at, "import/no-values", "%s has no values",
                      out->name);
}

static bool read_domain(scenario_reading *r, const scenario_file *f) {
    const node *map = tree_get(r, f->tree, "issues", NODE_MAP);
    scenario_issue *issues = map ? tree_issues(r, map, map->count) : NULL;
    bool ok = issues != NULL;
    for (size_t i = 0; issues && i < map->count; i++)
        ok &= read_issue(r, &map->entries[i], &issues[i]);
    return ok && scenario_take_issues(r, issues, (int)map->count);
}

static bool read_profile(scenario_reading *r, const scenario_file *f,
                         scenario_profile *out) {
    const size_t errors = diag_error_count(r->d);
    scenario_begin_profile(r, f, out);
    const node *weights = tree_get(r, f->tree, "issueWeights", NODE_MAP);
    const node *issues = tree_get(r, f->tree, "issues", NODE_MAP);
    if (!weights || !issues) return false;
    out->reserve = tree_number_at(r, f->tree, "reservationValue", 0);
    for (int i = 0; i < r->s->issue_count; i++) {
        const scenario_issue *issue = &r->s->issues[i];
        const node *map = node_find(issues, issue->name);
        if (!map || map->kind != NODE_MAP)
            diag_warning(r->d, issues->at, "import/unknown-issue",
                         "this says nothing of %s, which counts for nothing",
                         issue->name);
        else
            tree_weigh(r, map, i, tree_number_at(r, weights, issue->name, 0),
                       out);
    }
    for (size_t k = 0; k < issues->count; k++)
        if (scenario_issue_named(r->s, issues->entries[k].key) < 0)
            diag_warning(r->d, issues->entries[k].key_at,
                         "import/unknown-issue",
                         "the other profile has no issue \"%s\"",
                         issues->entries[k].key);
    return diag_error_count(r->d) == errors;
}

const scenario_format scenario_negolog = {
    .name = "negolog",
    .tool = "NegoLog",
    .part = part,
    .read_domain = read_domain,
    .read_profile = read_profile,
    .profile_has_issues = true,
};
