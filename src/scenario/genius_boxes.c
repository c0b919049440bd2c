/* SPDX-License-Identifier: Apache-2.0
 *
 * The nonlinear profiles of GENIUS: worths on hyper-rectangles.
 *
 * A rectangle gives its utility times its weight where every issue it names
 * has a value from min to max, both included (INCLUDES), or where some issue
 * has not (EXCLUDES); one that names none always does. A function adds its
 * rectangles up; functions may contain functions, weighted. The whole is
 * divided by maxutility and cut at 1. In a case a rectangle is a condition with
 * a worth. Functions that take the largest or the smallest of their rectangles
 * are refused: conditions add up, and no file that is known uses them.
 *
 * As NegMAS reads the same file: bounds excluded, EXCLUDES as INCLUDES, no
 * division. */
#include <string.h>

#include "base/text.h"
#include "scenario/genius.h"

typedef struct boxing {
    scenario_reading *r;
    bool negmas;
    scenario_box *items;
    int count, room;
    bool excludes;
} boxing;

static void add_box(boxing *b, scenario_box box) {
    if (b->count == b->room) {
        int room = 2 * b->room + 16;
        b->items = arena_grow(b->r->mem, b->items, (size_t)b->room,
                              (size_t)room, sizeof *b->items);
        b->room = room;
    }
    b->items[b->count++] = box;
}

static bool read_bound(boxing *b, const xml_node *n, scenario_bound *out) {
    scenario_reading *r = b->r;
    int number = (int)genius_number(r, n, "index", -1);
    out->issue = scenario_issue_numbered(r->s, number);
    if (out->issue < 0)
        return diag_error(r->d, n->at, "import/unknown-issue",
                          "no issue has the index %d", number);
    if (!r->s->issues[out->issue].values)
        return diag_error(r->d, n->at, "import/not-expressible",
                          "a rectangle needs numbers; %s has none",
                          r->s->issues[out->issue].name);
    out->low = genius_number(r, n, "min", 0);
    out->high = genius_number(r, n, "max", 0);
    if (b->negmas) { /* integers strictly between */
        out->low += 1;
        out->high -= 1;
    }
    return true;
}

static bool read_box(boxing *b, const xml_node *n, double weight) {
    scenario_box box = {.worth = genius_number(b->r, n, "utility", 0) *
                                 genius_number(b->r, n, "weight", 1) * weight};
    int count = 0;
    for (const xml_node *i = n->first; i; i = i->next)
        count++;
    scenario_bound *bounds = ARENA_ARRAY(b->r->mem, scenario_bound, count);
    box.bounds = bounds;
    for (const xml_node *i = n->first; i; i = i->next) {
        bool outside = text_same(i->name, "EXCLUDES");
        if (!outside && !text_same(i->name, "INCLUDES")) continue;
        if (!read_bound(b, i, &bounds[box.bound_count++])) return false;
        b->excludes |= outside;
        box.outside |= outside && !b->negmas;
    }
    add_box(b, box);
    return true;
}

static bool is_sum(const xml_node *n) {
    const char *aggregation = xml_get(n, "aggregation");
    return !aggregation || strcasecmp(aggregation, "sum") == 0;
}

static bool read_function(boxing *b, const xml_node *n, double weight) {
    if (!is_sum(n))
        return diag_error(b->r->d, n->at, "import/not-expressible",
                          "only sums of rectangles are read, not \"%s\"",
                          xml_get(n, "aggregation"));
    weight *= genius_number(b->r, n, "weight", 1);
    bool ok = true;
    for (const xml_node *i = n->first; i; i = i->next) {
        if (text_same(i->name, "hyperRectangle"))
            ok &= read_box(b, i, weight);
        else if (text_same(i->name, "ufun"))
            ok &= read_function(b, i, weight);
    }
    return ok;
}

static void explain(const boxing *b, const xml_node *utility, double most) {
    diag_note(b->r->d, utility->at, "import/semantics",
              "NegMAS leaves out the bounds of each rectangle and doesn't "
              "divide by %g%s",
              most, b->excludes ? ", and reads EXCLUDES as INCLUDES" : "");
}

bool genius_boxes(scenario_reading *r, const xml_node *utility,
                  scenario_profile *out) {
    boxing b = {.r = r, .negmas = r->semantics == SCENARIO_NEGMAS};
    bool ok = true;
    for (const xml_node *n = xml_find(utility->first, "ufun"); n;
         n = xml_find(n->next, "ufun"))
        ok &= read_function(&b, n, 1);
    double most = genius_number(r, utility, "maxutility", 1);
    if (!(most > 0))
        ok = diag_error(r->d, utility->at, "import/number",
                        "maxutility must be above 0");
    out->boxes = b.items;
    out->box_count = b.count;
    out->over = b.negmas ? 1 : most;
    if (r->ask->explain) explain(&b, utility, most);
    return ok;
}
