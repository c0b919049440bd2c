/* SPDX-License-Identifier: Apache-2.0
 *
 * NegMAS's YAML and JSON: an outcome space with its issues, and utility
 * functions.
 *
 * Linear additive functions (u = bias + sum of weight times the issue's
 * function: a table, a line, the value itself, a constant), affine ones (bias +
 * sum of weight times value), worths on hyper-rectangles (bounds left out, as
 * NegMAS does), and any of these discounted. Functions stand in the order of
 * the issues. Nothing is divided or cut. No deal is worth the reserved value,
 * or the worst deal where that is more (NegMAS's disagreement point); -inf is
 * `reserve: none`. Functions of other types are errors. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "scenario/tree.h"

static bool ends_with(const char *text, const char *end) {
    size_t size = strlen(text), tail = strlen(end);
    return size >= tail && text_same(text + size - tail, end);
}

/* "negmas.preferences.TableFun" is a TableFun. */
static const char *type_of(const node *n) {
    const char *type = tree_text(n, "type");
    const char *dot = strrchr(type, '.');
    return dot ? dot + 1 : type;
}

static scenario_part part(const scenario_file *f) {
    const char *type = type_of(f->tree);
    if (ends_with(type, "OutcomeSpace")) return SCENARIO_DOMAIN;
    return ends_with(type, "Function") || ends_with(type, "UFun")
               ? SCENARIO_PROFILE
               : SCENARIO_NOTHING;
}

/* --- Domain --- */

/* [low, high], or one number n for 0 to n - 1 */
static bool read_bounds(scenario_reading *r, const node *values, double *low,
                        double *high) {
    if (values->kind == NODE_TEXT) {
        *low = 0;
        *high = tree_number(r, values, 1) - 1;
        return true;
    }
    if (values->kind != NODE_LIST || values->count != 2)
        return diag_error(r->d, values->at, "import/shape",
                          "[lowest, highest] is expected here");
    *low = tree_number(r, values->items[0], 0);
    *high = tree_number(r, values->items[1], 0);
    return true;
}

static bool read_issue(scenario_reading *r, const node *n,
                       scenario_issue *out) {
    const char *type = type_of(n);
    double low = 0, high = 0;
    out->at = n->at;
    out->name = tree_text(n, "name");
    if (!*out->name) out->name = "(empty)";
    const node *values = node_find(n, "values");
    if (!values)
        return diag_error(r->d, n->at, "import/shape", "\"values\" is missing");
    if (text_same(type, "ContinuousIssue"))
        return read_bounds(r, values, &low, &high) &&
               scenario_reals(r, out, low, high);
    if (text_same(type, "ContiguousIssue"))
        return read_bounds(r, values, &low, &high) &&
               scenario_integers(r, out, low, high);
    if (values->kind == NODE_LIST)
        return tree_options(r, values, out) && scenario_take_numbers(r, out);
    return diag_error(r->d, values->at, "import/shape",
                      "a list of values is expected here");
}

static bool read_domain(scenario_reading *r, const scenario_file *f) {
    const node *list = tree_get(r, f->tree, "issues", NODE_LIST);
    scenario_issue *issues = list ? tree_issues(r, list, list->count) : NULL;
    bool ok = issues != NULL;
    for (size_t i = 0; issues && i < list->count; i++) {
        issues[i].number = (int)i;
        ok &= read_issue(r, list->items[i], &issues[i]);
        for (size_t k = 0; k < i; k++)
            if (text_same(issues[k].name, issues[i].name))
                issues[i].name =
                    arena_format(r->mem, "%s (%zu)", issues[i].name, i + 1);
    }
    return ok && scenario_take_issues(r, issues, (int)list->count);
}

/* --- Functions of one issue --- */

static bool weigh_line(scenario_reading *r, const node *n, int issue,
                       const double by[2], scenario_profile *out) {
    const scenario_issue *i = &r->s->issues[issue];
    if (!i->values)
        return diag_error(r->d, n->at, "import/shape",
                          "this wants numbers; %s has none", i->name);
    for (int k = 0; k < i->option_count; k++)
        out->worth[i->cell + k] += by[0] * i->values[k] + by[1];
    return true;
}

static bool weigh_function(scenario_reading *r, const node *n, int issue,
                           double weight, scenario_profile *out) {
    const char *type = type_of(n);
    double by[2] = {0, 0}; /* slope, offset */
    if (text_same(type, "TableFun")) {
        const node *map = tree_get(r, n, "mapping", NODE_MAP);
        if (map) tree_weigh(r, map, issue, weight, out);
        return map != NULL;
    }
    if (text_same(type, "ConstFun")) {
        out->bias += weight * tree_number_at(r, n, "bias", 0);
        return true;
    }
    if (text_same(type, "IdentityFun")) {
        by[0] = weight;
    } else if (text_same(type, "AffineFun") || text_same(type, "LinearFun")) {
        by[0] = weight * tree_number_at(r, n, "slope", 1);
        by[1] = weight * tree_number_at(r, n, "bias", 0);
    } else {
        return diag_error(r->d, n->at, "import/not-expressible",
                          "functions of type \"%s\" are not read", type);
    }
    return weigh_line(r, n, issue, by, out);
}

/* --- Functions of outcomes --- */

static double weight_at(scenario_reading *r, const node *weights, int i) {
    if (!weights || weights->kind != NODE_LIST) return 1;
    return (size_t)i < weights->count ? tree_number(r, weights->items[i], 0)
                                      : 0;
}

static bool fits(scenario_reading *r, const node *list, const char *what) {
    if ((int)list->count == r->s->issue_count) return true;
    return diag_error(r->d, list->at, "import/shape",
                      "%s are %zu, the issues %d", what, list->count,
                      r->s->issue_count);
}

static bool read_additive(scenario_reading *r, const node *n,
                          scenario_profile *out) {
    const node *values = node_find(n, "values");
    const node *weights = node_find(n, "weights");
    if (!values)
        return diag_error(r->d, n->at, "import/shape", "\"values\" is missing");
    bool ok = true;
    if (values->kind == NODE_MAP) { /* by the names of the issues */
        for (int i = 0; i < r->s->issue_count; i++) {
            const node *f = node_find(values, r->s->issues[i].name);
            if (!f) continue;
            double weight =
                weights && weights->kind == NODE_MAP
                    ? tree_number_at(r, weights, r->s->issues[i].name, 0)
                    : weight_at(r, weights, i);
            ok &= weigh_function(r, f, i, weight, out);
        }
        return ok;
    }
    if (!fits(r, values, "values")) return false;
    for (int i = 0; i < r->s->issue_count; i++)
        ok &= weigh_function(r, values->items[i], i, weight_at(r, weights, i),
                             out);
    return ok;
}

static bool read_affine(scenario_reading *r, const node *n,
                        scenario_profile *out) {
    const node *weights = tree_get(r, n, "weights", NODE_LIST);
    if (!weights || !fits(r, weights, "weights")) return false;
    bool ok = true;
    for (int i = 0; i < r->s->issue_count; i++) {
        const double by[2] = {tree_number(r, weights->items[i], 0), 0};
        ok &= weigh_line(r, weights->items[i], i, by, out);
    }
    return ok;
}

/* {0: [lo, hi], ...}: strictly between. */
static bool read_range(scenario_reading *r, const node *map,
                       scenario_box *box) {
    if (map->kind != NODE_MAP)
        return diag_error(r->d, map->at, "import/shape",
                          "ranges by the place of their issue are expected");
    scenario_bound *bounds = ARENA_ARRAY(r->mem, scenario_bound, map->count);
    for (size_t k = 0; k < map->count; k++) {
        const node_entry *e = &map->entries[k];
        scenario_bound *b = &bounds[k];
        const node key = {.kind = NODE_TEXT, .at = e->key_at, .text = e->key};
        b->issue = scenario_issue_numbered(r->s, (int)tree_number(r, &key, -1));
        if (b->issue < 0 || !r->s->issues[b->issue].values)
            return diag_error(r->d, e->key_at, "import/unknown-issue",
                              "no issue with numbers has the place %s", e->key);
        if (!read_bounds(r, e->value, &b->low, &b->high)) return false;
        if (r->semantics == SCENARIO_NEGMAS) {
            b->low = nextafter(b->low, INFINITY);
            b->high = nextafter(b->high, -INFINITY);
        }
    }
    box->bounds = bounds;
    box->bound_count = (int)map->count;
    return true;
}

static bool read_boxes(scenario_reading *r, const node *n,
                       scenario_profile *out) {
    const node *ranges = tree_get(r, n, "outcome_ranges", NODE_LIST);
    const node *worths = node_find(n, "utilities");
    const node *weights = node_find(n, "weights");
    if (!worths) worths = node_find(n, "mappings");
    if (!ranges || !worths || worths->kind != NODE_LIST ||
        worths->count != ranges->count)
        return diag_error(r->d, n->at, "import/shape",
                          "outcome_ranges and utilities of one length are "
                          "expected here");
    scenario_box *boxes = ARENA_ARRAY(r->mem, scenario_box, ranges->count);
    bool ok = true;
    for (size_t k = 0; k < ranges->count; k++) {
        boxes[k].worth =
            weight_at(r, weights, (int)k) * tree_number(r, worths->items[k], 0);
        ok &= read_range(r, ranges->items[k], &boxes[k]);
    }
    out->boxes = boxes;
    out->box_count = (int)ranges->count;
    return ok;
}

/* --- Profile --- */

static void read_reserve(scenario_reading *r, const node *n,
                         scenario_profile *out) {
    out->reserve = tree_number_at(r, n, "reserved_value", -INFINITY);
    if (r->ask->explain && out->reserve > -INFINITY)
        diag_note(r->d, n->at, "import/semantics",
                  "where the worst deal is better than the reserved value, "
                  "NegMAS measures gains from the worst deal, GENIUS from the "
                  "reserved value");
}

static bool read_function(scenario_reading *r, const node *n,
                          scenario_profile *out) {
    const char *type = type_of(n);
    out->bias += tree_number_at(r, n, "bias", 0);
    read_reserve(r, n, out);
    if (text_same(type, "LinearAdditiveUtilityFunction") ||
        text_same(type, "LinearUtilityAggregationFunction"))
        return read_additive(r, n, out);
    if (text_same(type, "AffineUtilityFunction") ||
        text_same(type, "LinearUtilityFunction"))
        return read_affine(r, n, out);
    if (text_same(type, "HyperRectangleUtilityFunction"))
        return read_boxes(r, n, out);
    return diag_error(r->d, n->at, "import/not-expressible",
                      "utility functions of type \"%s\" are not read", type);
}

static bool read_discounted(scenario_reading *r, const node *n,
                            scenario_profile *out) {
    const node *inner = tree_get(r, n, "ufun", NODE_MAP);
    double discount = tree_number_at(r, n, "discount", 1);
    bool ok = inner && read_function(r, inner, out);
    if (discount > 0 && discount <= 1)
        out->discount = discount;
    else
        diag_warning(r->d, n->at, "import/number",
                     "a discount of %g is none that shrinks; 1 is taken",
                     discount);
    if (node_find(n, "reserved_value")) read_reserve(r, n, out);
    return ok;
}

static bool read_profile(scenario_reading *r, const scenario_file *f,
                         scenario_profile *out) {
    const size_t errors = diag_error_count(r->d);
    scenario_begin_profile(r, f, out);
    const char *name = tree_text(f->tree, "name");
    if (*name && !strchr(name, '/')) out->name = name;
    bool ok = text_same(type_of(f->tree), "ExpDiscountedUFun")
                  ? read_discounted(r, f->tree, out)
                  : read_function(r, f->tree, out);
    return ok && diag_error_count(r->d) == errors;
}

const scenario_format scenario_negmas = {
    .name = "negmas",
    .tool = "NegMAS",
    .own = SCENARIO_NEGMAS,
    .part = part,
    .read_domain = read_domain,
    .read_profile = read_profile,
};
