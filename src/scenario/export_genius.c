/* SPDX-License-Identifier: Apache-2.0
 *
 * A case as GENIUS's XML. An issue's weight is its largest worth, evaluations
 * are shares of it; so GENIUS, which divides by the largest evaluation,
 * computes the worths of the case. Worths on conditions become hyper-rectangles
 * on integer issues, and part-worths rectangles of one value: a nonlinear
 * profile has nothing else.
 *
 * Where all worths are multiples of one unit that is 1/M rounded (as an import
 * writes them), rectangles get whole numbers and maxutility is M. */
#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "scenario/export.h"

/* --- XML --- */

static void add(growing_text *b, const char *text) {
    growing_text_add(b, text);
}

static void add_escaped(growing_text *b, const char *text) {
    for (; *text; text++) {
        switch (*text) {
        case '&':
            add(b, "&amp;");
            break;
        case '<':
            add(b, "&lt;");
            break;
        case '>':
            add(b, "&gt;");
            break;
        case '"':
            add(b, "&quot;");
            break;
        default:
            growing_text_put(b, (unsigned char)*text < ' ' ? " " : text, 1);
        }
    }
}

static void add_attribute(growing_text *b, const char *name,
                          const char *value) {
    add(b, " ");
    add(b, name);
    add(b, "=\"");
    add_escaped(b, value);
    add(b, "\"");
}

static void add_number(growing_text *b, const char *name, double value) {
    char text[NUMBER_SIZE];
    number_print(text, value);
    add_attribute(b, name, text);
}

/* --- Issues --- */

static void add_range(growing_text *b, const case_issue *i) {
    add(b, "      <range");
    add_attribute(b, "lowerbound", i->options[0]);
    add_attribute(b, "upperbound", i->options[i->option_count - 1]);
    add(b, "/>\n");
}

/* `shares` are evaluations of the options, or NULL in a domain. */
static void add_issue(exporting *x, growing_text *b, int issue,
                      const double *shares) {
    const case_issue *i = &x->c->issues[issue];
    const char *type = x->boxes ? "integer" : "discrete";
    add(b, "    <issue");
    add_number(b, "index", issue + 1);
    add_attribute(b, "name", i->id);
    add_attribute(b, "type", type);
    add_attribute(b, "etype", type);
    add_attribute(b, "vtype", type);
    add(b, ">\n");
    if (x->boxes) add_range(b, i);
    for (int k = 0; !x->boxes && k < i->option_count; k++) {
        add(b, "      <item");
        add_number(b, "index", k + 1);
        add_attribute(b, "value", i->options[k]);
        if (shares) add_number(b, "evaluation", shares[k]);
        add(b, "/>\n");
    }
    add(b, "    </issue>\n");
}

static void add_opening(exporting *x, growing_text *b, const char *type) {
    add(b, "<utility_space");
    if (type) add_attribute(b, "type", type);
    add_number(b, "number_of_issues", x->c->issue_count);
    add(b, ">\n  <objective index=\"0\" type=\"objective\" "
           "etype=\"objective\"");
    add_attribute(b, "name", x->c->title);
    add(b, ">\n");
}

static const char *domain(exporting *x) {
    growing_text b = {.mem = x->mem};
    add(&b, "<negotiation_template>\n");
    add_opening(x, &b, NULL);
    for (int i = 0; i < x->c->issue_count; i++)
        add_issue(x, &b, i, NULL);
    add(&b, "  </objective>\n</utility_space>\n</negotiation_template>\n");
    return b.bytes;
}

/* --- Additive profiles --- */

static void add_weighted(exporting *x, growing_text *b, int party, int issue) {
    const case_issue *i = &x->c->issues[issue];
    const fixed *worth = x->c->preferences[party].worth + i->cell;
    const fixed most = export_most(x, party, issue);
    double *shares = ARENA_ARRAY(x->mem, double, i->option_count);
    for (int k = 0; most > 0 && k < i->option_count; k++)
        shares[k] = (double)worth[k] / (double)most;
    add_issue(x, b, issue, shares);
    add(b, "    <weight");
    add_number(b, "index", issue + 1);
    add_number(b, "value", number_from_fixed(most));
    add(b, "/>\n");
}

/* --- Rectangles --- */

static fixed common_divisor(fixed a, fixed b) {
    a = llabs(a);
    b = llabs(b);
    while (b != 0) {
        fixed rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* M and the unit 1/M of which all worths (and the cap) are multiples, or 1 and
 * 10^-12 units where there is none. */
typedef struct scale {
    fixed unit;
    double most; /* maxutility */
} scale;

static scale scale_of(const exporting *x, int party, export_boxes boxes) {
    enum { UNIT_MOST = 10000 };
    const case_preference *p = &x->c->preferences[party];
    fixed all = p->has_cap ? p->cap : 0;
    for (int i = 0; i < boxes.count; i++)
        all = common_divisor(all, boxes.items[i].worth);
    for (fixed k = 1; all > 0 && all / k >= FIXED_ONE / UNIT_MOST; k++) {
        if (all % k != 0) continue;
        fixed unit = all / k, most = (FIXED_ONE + unit / 2) / unit;
        bool cap_fits = !p->has_cap || p->cap == most * unit;
        if (cap_fits && (FIXED_ONE + most / 2) / most == unit)
            return (scale){unit, (double)most};
    }
    return (scale){0, 1};
}

static void add_bound(exporting *x, growing_text *b, const export_range *r,
                      bool outside) {
    const case_issue *i = &x->c->issues[r->issue];
    add(b, outside ? "        <EXCLUDES" : "        <INCLUDES");
    add_number(b, "index", r->issue + 1);
    add_attribute(b, "min", i->options[r->first]);
    add_attribute(b, "max", i->options[r->last]);
    add(b, "/>\n");
}

/* A multiple of the unit, as a number of units. */
static double whole(fixed worth, fixed unit) {
    const fixed units = worth / unit;
    return (double)units;
}

static void add_boxes(exporting *x, growing_text *b, int party) {
    const export_boxes boxes = export_boxes_of(x, party);
    const scale s = scale_of(x, party, boxes);
    add(b, "    <utility");
    add_number(b, "maxutility", s.most);
    add(b, ">\n    <ufun type=\"PlainUfun\" weight=\"1\" "
           "aggregation=\"sum\">\n");
    for (int i = 0; i < boxes.count; i++) {
        const export_box *box = &boxes.items[i];
        add(b, "      <hyperRectangle");
        add_number(b, "utility",
                   s.unit ? whole(box->worth, s.unit)
                          : number_from_fixed(box->worth));
        add(b, ">\n");
        for (int k = 0; k < box->range_count; k++)
            add_bound(x, b, &box->ranges[k], box->outside);
        add(b, "      </hyperRectangle>\n");
    }
    add(b, "    </ufun>\n    </utility>\n");
}

/* --- Profile --- */

static double least_sum(const exporting *x, int party) {
    const case_preference *p = &x->c->preferences[party];
    fixed sum = 0;
    for (int i = 0; i < x->c->issue_count; i++)
        sum += export_least(x, party, i);
    for (int i = 0; i < p->when_count; i++)
        if (p->when[i].worth < 0) sum += p->when[i].worth;
    return number_from_fixed(sum);
}

static const char *profile(exporting *x, int party) {
    growing_text b = {.mem = x->mem};
    double reserve;
    if (!export_reserve(x, party, &reserve)) reserve = least_sum(x, party);
    add_opening(x, &b, x->boxes ? "nonlinear" : "any");
    for (int i = 0; i < x->c->issue_count; i++)
        if (x->boxes)
            add_issue(x, &b, i, NULL);
        else
            add_weighted(x, &b, party, i);
    if (x->boxes) add_boxes(x, &b, party);
    add(&b, "  </objective>\n  <discount_factor");
    add_number(&b, "value", x->c->preferences[party].discount);
    add(&b, "/>\n  <reservation");
    add_number(&b, "value", reserve);
    add(&b, "/>\n</utility_space>\n");
    return b.bytes;
}

const scenario_exporter export_genius = {
    .name = "genius",
    .what = "GENIUS (XML)",
    .end = ".xml",
    .cuts = true,
    .domain = domain,
    .profile = profile,
};
