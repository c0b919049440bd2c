/* SPDX-License-Identifier: Apache-2.0
 *
 * GeniusWeb's JSON: a domain {name, issuesValues}, and profiles
 * {LinearAdditiveUtilitySpace: {issueUtilities, issueWeights, domain,
 * reservationBid}}.
 *
 * The worths of an issue's values stand under DiscreteValueSetUtilities
 * (since 2023) or discreteutils (older); a number's run on a line between two
 * points (NumberValueSetUtilities, numberutils). u = sum of weight times worth,
 * and no deal is worth what the reservation bid is, or 0 without one. A value
 * that is given no worth counts as 0, an issue that the bid leaves out too. */
#include "base/text.h"
#include "scenario/tree.h"

static scenario_part part(const scenario_file *f) {
    if (node_find(f->tree, "issuesValues")) return SCENARIO_DOMAIN;
    return node_find(f->tree, "LinearAdditiveUtilitySpace") ? SCENARIO_PROFILE
                                                            : SCENARIO_NOTHING;
}

/* --- Domain --- */

/* {"range": [low, high, step]} */
static bool read_range(scenario_reading *r, const node *range,
                       scenario_issue *out) {
    if (range->kind != NODE_LIST || range->count != 3)
        return diag_error(r->d, range->at, "import/shape",
                          "a range is [lowest, highest, step]");
    double low = tree_number(r, range->items[0], 0);
    double high = tree_number(r, range->items[1], 0);
    double step = tree_number(r, range->items[2], 1);
    if (!(step > 0) || !(low <= high) ||
        (high - low) / step >= SCENARIO_OPTIONS_MOST)
        return diag_error(r->d, range->at, "import/bounds",
                          "%s goes from %g to %g by %g", out->name, low, high,
                          step);
    return scenario_steps(r, out, low, high, step);
}

static bool read_issue(scenario_reading *r, const node_entry *e,
                       scenario_issue *out) {
    out->name = *e->key ? e->key : "(empty)";
    out->at = e->key_at;
    const node *range = node_find(e->value, "range");
    if (range) return read_range(r, range, out);
    const node *values = tree_get(r, e->value, "values", NODE_LIST);
    return values && tree_options(r, values, out);
}

static bool read_domain(scenario_reading *r, const scenario_file *f) {
    const node *domain = f->tree;
    const node *space = node_find(domain, "LinearAdditiveUtilitySpace");
    if (space) domain = tree_get(r, space, "domain", NODE_MAP);
    const node *map =
        domain ? tree_get(r, domain, "issuesValues", NODE_MAP) : NULL;
    scenario_issue *issues = map ? tree_issues(r, map, map->count) : NULL;
    bool ok = issues != NULL;
    for (size_t i = 0; issues && i < map->count; i++)
        ok &= read_issue(r, &map->entries[i], &issues[i]);
    return ok && scenario_take_issues(r, issues, (int)map->count);
}

/* --- Profile --- */

static const node *find_either(const node *n, const char *a, const char *b) {
    const node *found = node_find(n, a);
    return found ? found : node_find(n, b);
}

static void weigh_line(scenario_reading *r, const node *n, int issue,
                       double weight, scenario_profile *out) {
    const scenario_issue *i = &r->s->issues[issue];
    double x0 = tree_number_at(r, n, "lowValue", 0);
    double x1 = tree_number_at(r, n, "highValue", 1);
    double y0 = tree_number_at(r, n, "lowUtility", 0);
    double y1 = tree_number_at(r, n, "highUtility", 0);
    for (int k = 0; k < i->option_count; k++) {
        double share = x1 == x0 ? 0 : (i->values[k] - x0) / (x1 - x0);
        out->worth[i->cell + k] = weight * (y0 + share * (y1 - y0));
    }
}

static void weigh_issue(scenario_reading *r, const node *n, int issue,
                        double weight, scenario_profile *out) {
    const node *table =
        find_either(n, "DiscreteValueSetUtilities", "discreteutils");
    const node *on_line =
        find_either(n, "NumberValueSetUtilities", "numberutils");
    if (on_line && r->s->issues[issue].values) {
        weigh_line(r, on_line, issue, weight, out);
        return;
    }
    const node *map = node_find(table, "valueUtilities");
    if (map && map->kind == NODE_MAP)
        tree_weigh(r, map, issue, weight, out);
    else
        diag_error(r->d, n->at, "import/shape",
                   "the worths of the values are expected here");
}

static double worth_of_bid(scenario_reading *r, const node *bid,
                           const scenario_profile *p) {
    const node *map = node_find(bid, "issuevalues");
    double sum = 0;
    for (size_t k = 0; map && map->kind == NODE_MAP && k < map->count; k++) {
        const node_entry *e = &map->entries[k];
        int issue = scenario_issue_named(r->s, e->key);
        int option =
            issue < 0 || e->value->kind != NODE_TEXT
                ? -1
                : scenario_option(&r->s->issues[issue], e->value->text);
        if (option < 0)
            diag_warning(r->d, e->key_at, "import/unknown-value",
                         "the domain has no such value of \"%s\"", e->key);
        else
            sum += p->worth[r->s->issues[issue].cell + option];
    }
    return sum;
}

static bool read_profile(scenario_reading *r, const scenario_file *f,
                         scenario_profile *out) {
    const size_t errors = diag_error_count(r->d);
    scenario_begin_profile(r, f, out);
    const node *space =
        tree_get(r, f->tree, "LinearAdditiveUtilitySpace", NODE_MAP);
    if (!space) return false;
    const node *worths = tree_get(r, space, "issueUtilities", NODE_MAP);
    const node *weights = tree_get(r, space, "issueWeights", NODE_MAP);
    if (!worths || !weights) return false;
    for (int i = 0; i < r->s->issue_count; i++) {
        const char *name = r->s->issues[i].name;
        const node *n = node_find(worths, name);
        if (n)
            weigh_issue(r, n, i, tree_number_at(r, weights, name, 0), out);
        else
            diag_warning(r->d, worths->at, "import/unknown-issue",
                         "this says nothing of %s, which counts for nothing",
                         name);
    }
    out->reserve = worth_of_bid(r, node_find(space, "reservationBid"), out);
    return diag_error_count(r->d) == errors;
}

const scenario_format scenario_geniusweb = {
    .name = "geniusweb",
    .tool = "GeniusWeb",
    .part = part,
    .read_domain = read_domain,
    .read_profile = read_profile,
    .profile_has_issues = true,
};
