/* SPDX-License-Identifier: Apache-2.0
 *
 * What the options are worth in an additive profile of GENIUS: weight times
 * evaluation, where
 * - a discrete value's evaluation is divided by the largest of its issue (0
 *   where that is below 1e-5), also where it is below 1;
 * - an integer's is slope (v - lowest) + offset, cut to [0, 1];
 * - a real's is linear (parameter1 x + parameter0, cut to [0, 1]), constant
 *   (parameter0) or triangular (from parameter0 over the top at parameter2 to
 *   parameter1).
 * Weights are taken as they stand; one of an index that no issue has is
 * passed over.
 *
 * As NegMAS reads the same file (--semantics negmas): no division, integers
 * not measured from the lowest, nothing cut. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "scenario/genius.h"

/* An issue with its element in the profile and its weight. */
typedef struct weighted {
    const scenario_issue *issue;
    const xml_node *n;
    double weight;
    double *worth; /* of its options */
    bool negmas;
} weighted;

/* --- Discrete --- */

static double *evaluations(scenario_reading *r, const weighted *w) {
    const size_t count = (size_t)w->issue->option_count;
    double *value = ARENA_ARRAY(r->mem, double, count);
    bool *seen = ARENA_ARRAY(r->mem, bool, count);
    for (const xml_node *i = xml_find(w->n->first, "item"); i;
         i = xml_find(i->next, "item")) {
        const char *name = genius_text(r, i, "value");
        int option = scenario_option(w->issue, *name ? name : "(empty)");
        if (option < 0)
            diag_warning(r->d, i->at, "import/unknown-value",
                         "the domain has no value \"%s\" of %s", name,
                         w->issue->name);
        else if (!seen[option])
            value[option] = genius_number(r, i, "evaluation", 0);
        if (option >= 0) seen[option] = true;
    }
    return value;
}

static void weigh_items(scenario_reading *r, const weighted *w) {
    const double *value = evaluations(r, w);
    double most = 0;
    for (int k = 0; k < w->issue->option_count; k++)
        if (value[k] > most) most = value[k];
    if (r->ask->explain && fabs(most - 1) > 1e-12)
        diag_note(r->d, w->n->at, "import/semantics",
                  "the largest evaluation of %s is %g; GENIUS divides by it, "
                  "NegMAS doesn't",
                  w->issue->name, most);
    double scale = w->negmas ? w->weight : most < 1e-5 ? 0 : w->weight / most;
    /* one rounding less where the quotient is exact */
    for (int k = 0; k < w->issue->option_count; k++)
        w->worth[k] = w->negmas || scale == 0 ? scale * value[k]
                                              : w->weight * value[k] / most;
}

/* --- Numbers --- */

static double cut(double x) { return x < 0 ? 0 : x > 1 ? 1 : x; }

static double triangle(double x, double low, double high, double top) {
    if (x < low || x > high) return 0;
    if (x == top) return 1;
    return x < top ? (x - low) / (top - low) : (high - x) / (high - top);
}

typedef struct line {
    double slope, offset, from;
    bool cut;
} line;

static line line_of(scenario_reading *r, const weighted *w,
                    const xml_node *evaluator) {
    bool named = xml_get(evaluator, "slope") || xml_get(evaluator, "offset");
    line l = {.cut = !w->negmas};
    l.slope = genius_number(r, evaluator, named ? "slope" : "parameter1", 0);
    l.offset = genius_number(r, evaluator, named ? "offset" : "parameter0", 0);
    bool integer = true;
    for (int k = 0; k < w->issue->option_count; k++)
        integer &= w->issue->values[k] == floor(w->issue->values[k]);
    const char *type = xml_get(w->n, "type");
    if (type) integer = strcasecmp(type, "integer") == 0;
    if (integer && !w->negmas) l.from = w->issue->values[0];
    if (integer && w->issue->values[0] != 0 && r->ask->explain)
        diag_note(r->d, w->n->at, "import/semantics",
                  "GENIUS measures %s from %g; NegMAS from 0", w->issue->name,
                  w->issue->values[0]);
    return l;
}

static void weigh_numbers(scenario_reading *r, const weighted *w) {
    const xml_node *e = xml_find(w->n->first, "evaluator");
    const char *type = e ? genius_text(r, e, "ftype") : "";
    const double *x = w->issue->values;
    const int count = w->issue->option_count;
    if (e && strcasecmp(type, "constant") == 0) {
        double value = genius_number(r, e, "parameter0", 0);
        for (int k = 0; k < count; k++)
            w->worth[k] = w->weight * value;
    } else if (e && strcasecmp(type, "triangular") == 0) {
        double low = genius_number(r, e, "parameter0", 0);
        double high = genius_number(r, e, "parameter1", 0);
        double top = genius_number(r, e, "parameter2", 0);
        for (int k = 0; k < count; k++)
            w->worth[k] = w->weight * triangle(x[k], low, high, top);
    } else if (e && strcasecmp(type, "linear") == 0) {
        const line l = line_of(r, w, e);
        for (int k = 0; k < count; k++) {
            double value = l.slope * (x[k] - l.from) + l.offset;
            w->worth[k] = w->weight * (l.cut ? cut(value) : value);
        }
    } else {
        diag_warning(r->d, w->n->at, "import/evaluator",
                     "%s has no evaluator that is known (%s); it counts for "
                     "nothing",
                     w->issue->name, *type ? type : "none");
    }
}

/* --- Weights --- */

static void take_weights(scenario_reading *r, const xml_node *root,
                         double *weight) {
    genius_list found = {0};
    genius_collect(root->first, "weight", &found, r->mem);
    double sum = 0;
    for (int i = 0; i < found.count; i++) {
        int number = (int)genius_number(r, found.items[i], "index", -1);
        int issue = scenario_issue_numbered(r->s, number);
        if (issue >= 0)
            weight[issue] = genius_number(r, found.items[i], "value", 0);
    }
    for (int i = 0; i < r->s->issue_count; i++)
        sum += weight[i];
    if (fabs(sum - 1) > 1e-3)
        diag_note(r->d, root->at, "import/weights",
                  "the weights add up to %g, not to 1; they are taken as they "
                  "are",
                  sum);
}

static int find_issue(scenario_reading *r, const xml_node *n, int place) {
    int number = (int)genius_number(r, n, "index", place + 1);
    return scenario_issue_numbered(r->s, number);
}

void genius_worths(scenario_reading *r, const xml_node *root,
                   scenario_profile *out) {
    double *weight = ARENA_ARRAY(r->mem, double, r->s->issue_count);
    bool *seen = ARENA_ARRAY(r->mem, bool, r->s->issue_count);
    take_weights(r, root, weight);
    genius_list found = {0};
    genius_collect(root->first, "issue", &found, r->mem);
    for (int i = 0; i < found.count; i++) {
        int issue = find_issue(r, found.items[i], i);
        if (issue < 0) {
            diag_warning(r->d, found.items[i]->at, "import/unknown-issue",
                         "the domain has no issue of this index");
            continue;
        }
        const scenario_issue *of = &r->s->issues[issue];
        const weighted w = {of, found.items[i], weight[issue],
                            out->worth + of->cell,
                            r->semantics == SCENARIO_NEGMAS};
        seen[issue] = true;
        if (of->values)
            weigh_numbers(r, &w);
        else
            weigh_items(r, &w);
    }
    for (int i = 0; i < r->s->issue_count; i++)
        if (!seen[i])
            diag_warning(r->d, root->at, "import/unknown-issue",
                         "this says nothing of %s, which counts for nothing",
                         r->s->issues[i].name);
}
