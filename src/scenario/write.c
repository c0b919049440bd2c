/* SPDX-License-Identifier: Apache-2.0
 *
 * A scenario as the text of a case.
 *
 * Issues and options keep their names; parties get ids from the names of their
 * profiles. An issue of one value is left out, what it is worth is added to the
 * options of the first issue, and so is a bias: an outcome's worth stays what
 * it was.
 *
 * Worths are rounded once to 12 decimals. Worths on rectangles are whole
 * numbers over a common divisor; they are written as multiples of one rounded
 * unit, so that sums that tie in the source tie here: off by less than the
 * divisor times 5e-13, and only all together. `cap: 1` is written where it can
 * bind by more than rounding. */
#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "base/text.h"
#include "case/expr_int.h"
#include "case/save_int.h"
#include "scenario/scenario.h"

enum { UNIT_MOST = 10000 }; /* the largest divisor written as a unit */

typedef struct writing {
    const scenario *s;
    int first; /* the issue that takes biases */
    /* of the profile at hand: */
    fixed unit;              /* unit_of */
    const char **conditions; /* box_condition of each box */
    growing_text b;
    arena *mem;
    parley_diags *d;
    bool ok;
} writing;

static void add(writing *w, const char *text) { growing_text_add(&w->b, text); }
static void add_name(writing *w, const char *name) {
    flow_text(&w->b, name, FLOW_YAML);
}

static bool is_kept(const scenario_issue *i) { return i->option_count > 1; }

/* --- Numbers --- */

/* Decimals, exactly: 0.333333333333 */
static void add_fixed(writing *w, fixed x) {
    uint64_t whole = (uint64_t)(x < 0 ? -x : x), one = (uint64_t)FIXED_ONE;
    const char *sign = x < 0 ? "-" : "";
    if (whole % one == 0) {
        add(w, arena_format(w->mem, "%s%ju", sign, (uintmax_t)(whole / one)));
        return;
    }
    char *text =
        arena_format(w->mem, "%s%ju.%012ju", sign, (uintmax_t)(whole / one),
                     (uintmax_t)(whole % one));
    size_t size = 0;
    while (text[size])
        size++;
    while (text[size - 1] == '0')
        text[--size] = '\0';
    add(w, text);
}

static fixed to_fixed(writing *w, span at, double x) {
    if (fabs(x) <= 1e6) return (fixed)llround(x * (double)FIXED_ONE);
    w->ok = diag_limit(w->d, at, "import/too-large",
                       "a worth of %g is more than is read (1,000,000)", x);
    return 0;
}

/* The unit of worths on rectangles, or 0: each by itself. */
static fixed unit_of(const scenario_profile *p) {
    if (p->over != floor(p->over) || p->over < 1 || p->over > UNIT_MOST)
        return 0;
    for (int i = 0; i < p->box_count; i++)
        if (p->boxes[i].worth != floor(p->boxes[i].worth)) return 0;
    return (fixed)llround((double)FIXED_ONE / p->over);
}

static fixed box_worth(writing *w, const scenario_profile *p, double worth) {
    if (w->unit && fabs(worth) <= 1e6 * p->over)
        return w->unit * (fixed)llround(worth);
    return to_fixed(w, p->at, worth / p->over);
}

/* A worth that is compared with sums of boxes: on their grid if it lies
 * there. */
static fixed level(writing *w, const scenario_profile *p, double x) {
    double count = x * p->over;
    if (p->box_count > 0 && w->unit && fabs(count - round(count)) < 1e-9)
        return box_worth(w, p, round(count));
    return to_fixed(w, p->at, x);
}

/* --- Head, parties, issues --- */

static void write_head(writing *w) {
    add(w, arena_format(w->mem,
                        "# Imported from a scenario of %s.\nparley: 1\ncase: ",
                        w->s->tool));
    add_name(w, w->s->title);
    add(w, "\n");
}

static const char **write_parties(writing *w) {
    const int count = w->s->profile_count;
    const char **ids = ARENA_ARRAY(w->mem, const char *, count);
    add(w, "parties:\n");
    for (int i = 0; i < count; i++) {
        const char *name = w->s->profiles[i].name;
        ids[i] = case_new_id(name, "party", ids, i, w->mem);
        add(w, arena_format(w->mem, "  %s: {name: ", ids[i]));
        add_name(w, name);
        add(w, "}\n");
    }
    return ids;
}

/* Whole numbers without a gap, spelled as the case would spell them. */
static bool is_run(const scenario_issue *i) {
    char text[NUMBER_SIZE];
    for (int k = 0; i->values && k < i->option_count; k++) {
        if (i->values[k] != i->values[0] + k || fabs(i->values[k]) > 1e6 ||
            i->values[k] != floor(i->values[k]))
            return false;
        number_print(text, i->values[k]);
        if (!text_same(text, i->options[k])) return false;
    }
    return i->values != NULL;
}

static void write_issue(writing *w, const scenario_issue *i) {
    add(w, "  ");
    add_name(w, i->name);
    if (is_run(i)) {
        add(w, arena_format(w->mem, ": {from: %s, to: %s, step: 1}\n",
                            i->options[0], i->options[i->option_count - 1]));
        return;
    }
    add(w, ": {options: [");
    for (int k = 0; k < i->option_count; k++) {
        if (k) add(w, ", ");
        add_name(w, i->options[k]);
    }
    add(w, i->values ? "], scale: true}\n" : "]}\n");
}

static void write_issues(writing *w) {
    add(w, "issues:\n");
    w->first = -1;
    for (int i = 0; i < w->s->issue_count; i++) {
        const scenario_issue *issue = &w->s->issues[i];
        if (is_kept(issue)) {
            if (w->first < 0) w->first = i;
            write_issue(w, issue);
        } else {
            diag_note(w->d, issue->at, "import/one-value",
                      "%s has one value only and is left out", issue->name);
        }
    }
    if (w->first < 0)
        w->ok = diag_error(w->d, w->s->issues[0].at, "import/no-issues",
                           "no issue has two values: nothing is open");
}

/* --- Boxes --- */

static void add_expr_name(growing_text *to, const char *name) {
    if (expr_is_bare(name)) {
        growing_text_add(to, name);
        return;
    }
    growing_text_add(to, "'");
    for (; *name; name++)
        growing_text_put(to, *name == '\'' ? "''" : name,
                         *name == '\'' ? 2 : 1);
    growing_text_add(to, "'");
}

typedef enum bound_kind { BOUND_FREE, BOUND_LIMITS, BOUND_NEVER } bound_kind;

/* The first and last option within a bound. */
static bound_kind options_within(const scenario_issue *i,
                                 const scenario_bound *b, int *first,
                                 int *last) {
    *first = i->option_count;
    *last = -1;
    for (int k = 0; k < i->option_count; k++) {
        if (i->values[k] < b->low || i->values[k] > b->high) continue;
        if (k < *first) *first = k;
        *last = k;
    }
    if (*last < 0) return BOUND_NEVER;
    return *first == 0 && *last == i->option_count - 1 ? BOUND_FREE
                                                       : BOUND_LIMITS;
}

static void add_comparison(growing_text *to, const scenario_issue *i,
                           const char *sign, int option) {
    if (to->size > 0) growing_text_add(to, " and ");
    add_expr_name(to, i->name);
    growing_text_add(to, sign);
    add_expr_name(to, i->options[option]);
}

static void add_bound(growing_text *to, const scenario_issue *i, int first,
                      int last) {
    if (first == last) {
        add_comparison(to, i, " = ", first);
        return;
    }
    if (first > 0) add_comparison(to, i, " >= ", first);
    if (last < i->option_count - 1) add_comparison(to, i, " <= ", last);
}

/* "" where all bounds always hold, NULL where some never does. */
static const char *box_text(writing *w, const scenario_box *box) {
    growing_text to = {.mem = w->mem};
    for (int k = 0; k < box->bound_count; k++) {
        const scenario_issue *i = &w->s->issues[box->bounds[k].issue];
        int first, last;
        switch (options_within(i, &box->bounds[k], &first, &last)) {
        case BOUND_NEVER:
            return NULL;
        case BOUND_LIMITS:
            add_bound(&to, i, first, last);
            break;
        case BOUND_FREE:
            break;
        }
    }
    return to.bytes ? to.bytes : "";
}

static void write_condition(writing *w, const scenario_profile *p,
                            const char *text, double worth) {
    add(w, "      - {if: ");
    growing_text_add(&w->b, "\"");
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') growing_text_add(&w->b, "\\");
        growing_text_put(&w->b, text, 1);
    }
    growing_text_add(&w->b, "\", worth: ");
    add_fixed(w, box_worth(w, p, worth));
    add(w, "}\n");
}

/* What a box says; "" where it always holds, NULL where it never does. */
static const char *box_condition(writing *w, const scenario_box *box) {
    const char *text = box_text(w, box);
    if (!box->outside) return text;
    if (!text) return "";
    return *text ? arena_format(w->mem, "not (%s)", text) : NULL;
}

/* --- Worths --- */

/* What every outcome has. */
static double bias_of(const writing *w, const scenario_profile *p) {
    double bias = p->bias;
    for (int i = 0; i < w->s->issue_count; i++)
        if (!is_kept(&w->s->issues[i])) bias += p->worth[w->s->issues[i].cell];
    for (int i = 0; i < p->box_count; i++) {
        const char *text = w->conditions[i];
        if (text && !*text) bias += p->boxes[i].worth / p->over;
    }
    return bias;
}

static void write_options(writing *w, const scenario_profile *p, int issue,
                          double bias) {
    const scenario_issue *i = &w->s->issues[issue];
    bool begun = false;
    for (int k = 0; k < i->option_count; k++) {
        double worth = p->worth[i->cell + k];
        if (issue == w->first) worth += bias;
        fixed x = to_fixed(w, p->at, worth);
        if (x == 0) continue;
        if (!begun) {
            add(w, "      ");
            add_name(w, i->name);
        }
        add(w, begun ? ", " : ": {");
        begun = true;
        add_name(w, i->options[k]);
        add(w, ": ");
        add_fixed(w, x);
    }
    if (begun) add(w, "}\n");
}

static void write_worth(writing *w, const scenario_profile *p) {
    const double bias = bias_of(w, p);
    add(w, "    worth:\n");
    const size_t before = w->b.size;
    for (int i = 0; i < w->s->issue_count; i++)
        if (is_kept(&w->s->issues[i])) write_options(w, p, i, bias);
    if (w->b.size > before) return;
    w->b.size = before - 1; /* nothing is worth anything */
    add(w, " {}\n");
}

/* --- Conditions --- */

static void write_boxes(writing *w, const scenario_profile *p) {
    bool begun = false;
    for (int i = 0; i < p->box_count; i++) {
        const char *text = w->conditions[i];
        if (!text || !*text) continue;
        if (!begun) add(w, "    when:\n");
        begun = true;
        write_condition(w, p, text, p->boxes[i].worth);
    }
}

/* --- The rest of a profile --- */

typedef struct extremes {
    double least, most;
} extremes;

static extremes extremes_of(const writing *w, const scenario_profile *p) {
    extremes e = {p->bias, p->bias};
    for (int i = 0; i < w->s->issue_count; i++) {
        const scenario_issue *issue = &w->s->issues[i];
        const double *worth = p->worth + issue->cell;
        double low = worth[0], high = worth[0];
        for (int k = 1; k < issue->option_count; k++) {
            if (worth[k] < low) low = worth[k];
            if (worth[k] > high) high = worth[k];
        }
        e.least += low;
        e.most += high;
    }
    for (int i = 0; i < p->box_count; i++) {
        double worth = p->boxes[i].worth / p->over;
        *(worth < 0 ? &e.least : &e.most) += worth;
    }
    return e;
}

static void write_level(writing *w, const char *key, fixed x) {
    add(w, arena_format(w->mem, "    %s: ", key));
    add_fixed(w, x);
    add(w, "\n");
}

static void write_levels(writing *w, const scenario_profile *p) {
    const extremes e = extremes_of(w, p);
    double reserve = p->reserve;
    if (p->reserve_from_least && p->box_count == 0)
        reserve = fmax(reserve, e.least);
    if (p->reserve == -INFINITY)
        add(w, "    reserve: none\n");
    else
        write_level(w, "reserve", level(w, p, reserve));
    if (p->capped && e.most > 1 + 1e-9) write_level(w, "cap", level(w, p, 1));
    if (p->discount < 1) {
        char text[NUMBER_SIZE];
        number_print(text, p->discount);
        add(w, arena_format(w->mem, "    discount: %s\n", text));
    }
}

static void begin_profile(writing *w, const scenario_profile *p) {
    w->unit = unit_of(p);
    w->conditions = ARENA_ARRAY(w->mem, const char *, (size_t)p->box_count + 1);
    for (int i = 0; i < p->box_count; i++)
        w->conditions[i] = box_condition(w, &p->boxes[i]);
}

const char *scenario_write(const scenario *s, arena *mem, parley_diags *d) {
    writing w = {.s = s, .b = {.mem = mem}, .mem = mem, .d = d, .ok = true};
    write_head(&w);
    const char **ids = write_parties(&w);
    write_issues(&w);
    if (!w.ok) return NULL;
    add(&w, "preferences:\n");
    for (int i = 0; i < s->profile_count; i++) {
        add(&w, arena_format(mem, "  %s:\n", ids[i]));
        begin_profile(&w, &s->profiles[i]);
        write_worth(&w, &s->profiles[i]);
        write_boxes(&w, &s->profiles[i]);
        write_levels(&w, &s->profiles[i]);
    }
    return w.ok ? w.b.bytes : NULL;
}
