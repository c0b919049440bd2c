/* SPDX-License-Identifier: Apache-2.0
 *
 * A case as NegMAS's YAML. Additive worths become a LinearAdditiveUtility-
 * Function: an issue's weight is its largest worth and its table has shares of
 * it. Worths on conditions become a HyperRectangleUtilityFunction, whose bounds
 * are left out by NegMAS and therefore stand one further on each side; what
 * lies outside of a range is a constant less the range. A discount wraps
 * either. */
#include "base/number.h"
#include "scenario/export.h"

static void add(growing_text *b, const char *text) {
    growing_text_add(b, text);
}

/* In quotes: NegMAS's reader would take `no` and `1` for what they seem. */
static void add_name(growing_text *b, const char *name) {
    flow_text(b, name, FLOW_JSON);
}

static void add_number(growing_text *b, double value) {
    char text[NUMBER_SIZE];
    number_print(text, value);
    add(b, text);
    /* a float to NegMAS, as its own files have them */
    for (const char *at = text; *at; at++)
        if (*at == '.' || *at == 'e') return;
    add(b, ".0");
}

/* An option as a value: a number of a numeric issue, else a text. */
static void add_option(growing_text *b, const case_issue *i, int option) {
    if (export_is_run(i))
        add(b, i->options[option]);
    else
        add_name(b, i->options[option]);
}

static const char *domain(exporting *x) {
    growing_text b = {.mem = x->mem};
    add(&b, "name: ");
    add_name(&b, x->c->title);
    add(&b, "\ntype: DiscreteCartesianOutcomeSpace\nissues:\n");
    for (int i = 0; i < x->c->issue_count; i++) {
        const case_issue *issue = &x->c->issues[i];
        const bool run = export_is_run(issue);
        add(&b, "- name: ");
        add_name(&b, issue->id);
        add(&b, run ? "\n  type: ContiguousIssue\n  values:\n"
                    : "\n  type: CategoricalIssue\n  values:\n");
        for (int k = 0; k < issue->option_count; k++) {
            if (run && k > 0 && k < issue->option_count - 1) continue;
            add(&b, "  - ");
            add_option(&b, issue, k);
            add(&b, "\n");
        }
    }
    return b.bytes;
}

/* --- Additive --- */

static void add_table(exporting *x, growing_text *b, int party, int issue,
                      const char *in) {
    const case_issue *i = &x->c->issues[issue];
    const fixed *worth = x->c->preferences[party].worth + i->cell;
    const fixed most = export_most(x, party, issue);
    add(b, in);
    add(b, "- type: TableFun\n");
    add(b, in);
    add(b, "  mapping:\n");
    for (int k = 0; k < i->option_count; k++) {
        add(b, in);
        add(b, "    ");
        add_option(b, i, k);
        add(b, ": ");
        add_number(b, most > 0 ? (double)worth[k] / (double)most
                               : number_from_fixed(worth[k]));
        add(b, "\n");
    }
}

static void add_additive(exporting *x, growing_text *b, int party,
                         const char *in) {
    add(b, in);
    add(b, "type: LinearAdditiveUtilityFunction\n");
    add(b, in);
    add(b, "weights:\n");
    for (int i = 0; i < x->c->issue_count; i++) {
        const fixed most = export_most(x, party, i);
        add(b, in);
        add(b, "- ");
        add_number(b, most > 0 ? number_from_fixed(most) : 1);
        add(b, "\n");
    }
    add(b, in);
    add(b, "values:\n");
    for (int i = 0; i < x->c->issue_count; i++)
        add_table(x, b, party, i, in);
}

/* --- Rectangles --- */

static void add_ranges(exporting *x, growing_text *b, const export_box *box) {
    add(b, "{");
    for (int k = 0; k < box->range_count; k++) {
        const export_range *r = &box->ranges[k];
        const double *values = x->c->issues[r->issue].values;
        add(b,
            arena_format(x->mem, "%s%d: [%.0f, %.0f]", k ? ", " : "", r->issue,
                         values[r->first] - 1, values[r->last] + 1));
    }
    add(b, "}\n");
}

static void add_boxes(exporting *x, growing_text *b, int party,
                      const char *in) {
    const export_boxes boxes = export_boxes_of(x, party);
    fixed bias = 0;
    add(b, in);
    add(b, "type: HyperRectangleUtilityFunction\n");
    add(b, in);
    add(b, boxes.count ? "outcome_ranges:\n" : "outcome_ranges: []\n");
    for (int i = 0; i < boxes.count; i++) {
        add(b, in);
        add(b, "- ");
        add_ranges(x, b, &boxes.items[i]);
    }
    add(b, in);
    add(b, boxes.count ? "utilities:\n" : "utilities: []\n");
    for (int i = 0; i < boxes.count; i++) {
        const fixed worth = boxes.items[i].worth;
        if (boxes.items[i].outside) bias += worth;
        add(b, in);
        add(b, "- ");
        add_number(b,
                   number_from_fixed(boxes.items[i].outside ? -worth : worth));
        add(b, "\n");
    }
    add(b, in);
    add(b, "bias: ");
    add_number(b, number_from_fixed(bias));
    add(b, "\n");
}

/* --- Profile --- */

static void add_head(exporting *x, growing_text *b, int party, const char *in) {
    double reserve;
    add(b, in);
    add(b, "name: ");
    add_name(b, x->c->actors[party].name);
    add(b, "\n");
    add(b, in);
    add(b, "reserved_value: ");
    if (export_reserve(x, party, &reserve))
        add_number(b, reserve);
    else
        add(b, "-.inf");
    add(b, "\n");
}

static void add_function(exporting *x, growing_text *b, int party,
                         const char *in) {
    add_head(x, b, party, in);
    if (x->c->preferences[party].when_count > 0)
        add_boxes(x, b, party, in);
    else
        add_additive(x, b, party, in);
}

static const char *profile(exporting *x, int party) {
    growing_text b = {.mem = x->mem};
    const double discount = x->c->preferences[party].discount;
    if (discount == 1) {
        add_function(x, &b, party, "");
        return b.bytes;
    }
    add_head(x, &b, party, "");
    add(&b, "type: ExpDiscountedUFun\nfactor: relative_time\n"
            "dynamic_reservation: true\ndiscount: ");
    add_number(&b, discount);
    add(&b, "\nufun:\n");
    add_function(x, &b, party, "  ");
    return b.bytes;
}

const scenario_exporter export_negmas = {
    .name = "negmas",
    .what = "NegMAS (YAML)",
    .end = ".yml",
    .negative = true,
    .domain = domain,
    .profile = profile,
};
