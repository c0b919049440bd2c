/* SPDX-License-Identifier: Apache-2.0
 *
 * GENIUS's XML: a domain (<negotiation_template>) and profiles
 * (<utility_space>).
 *
 * Issues stand anywhere below the root, in objectives or not; they are known
 * by their index and shown in its order. Only weights of issues count, as in
 * GENIUS, whose objectives have no evaluator. A profile repeats the issues, so
 * a folder without a domain is read from its first profile. A discount factor
 * outside (0, 1] counts as none, a missing reservation as 0.
 *
 * Written from the format as GENIUS 10.4 reads it (Lin et al. 2014, "Genius:
 * an integrated environment for supporting the design of generic automated
 * negotiators", describes the tool). */
#include "scenario/genius.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"

/* --- Attributes --- */

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

const char *genius_text(scenario_reading *r, const xml_node *n,
                        const char *name) {
    const char *value = xml_get(n, name);
    if (!value) return "";
    char *to = arena_get(r->mem, strlen(value) + 1), *end = to;
    for (const char *at = value; *at; at++)
        if (!is_blank(*at))
            *end++ = *at;
        else if (end > to && end[-1] != ' ')
            *end++ = ' ';
    if (end > to && end[-1] == ' ') end--;
    *end = '\0';
    return to;
}

/* Java also takes "1." and ".5". */
static bool read_number(const char *text, double *out, arena *mem) {
    size_t size = strlen(text);
    if (size > 0 && *text == '.') text = arena_format(mem, "0%s", text);
    if (size > 1 && text[size - 1] == '.')
        text = arena_text(mem, text, size - 1);
    return number_double(text, out);
}

double genius_number(scenario_reading *r, const xml_node *n, const char *name,
                     double usual) {
    const char *text = genius_text(r, n, name);
    double value;
    if (!*text) return usual;
    if (read_number(text, &value, r->mem)) return value;
    if (!text_same(text, "null"))
        diag_warning(r->d, n->at, "import/number",
                     "%s \"%s\" is no number; %g is taken", name, text, usual);
    return usual;
}

void genius_collect(const xml_node *from, const char *name, genius_list *to,
                    arena *mem) {
    for (; from; from = from->next) {
        if (text_same(from->name, name)) {
            if (to->count == to->room) {
                int room = 2 * to->room + 16;
                to->items = arena_grow(mem, to->items, (size_t)to->room,
                                       (size_t)room, sizeof(const xml_node *));
                to->room = room;
            }
            to->items[to->count++] = from;
        }
        genius_collect(from->first, name, to, mem);
    }
}

/* --- Issues --- */

typedef enum kind { DISCRETE, INTEGER, REAL, UNKNOWN } kind;

static kind kind_of(const xml_node *n) {
    static const char *const keys[] = {"type", "etype", "vtype"};
    for (int i = 0; i < 3; i++) {
        const char *type = xml_get(n, keys[i]);
        if (!type) continue;
        if (strcasecmp(type, "discrete") == 0) return DISCRETE;
        if (strcasecmp(type, "integer") == 0) return INTEGER;
        if (strcasecmp(type, "real") == 0) return REAL;
        return UNKNOWN;
    }
    return DISCRETE;
}

void genius_bounds(scenario_reading *r, const xml_node *n, double *low,
                   double *high) {
    const xml_node *range = xml_find(n->first, "range");
    if (!range || xml_get(n, "lowerbound")) range = n;
    *low = genius_number(r, range, "lowerbound", 0);
    *high = genius_number(r, range, "upperbound", 0);
}

static bool has(const scenario_issue *i, const char *option) {
    for (int k = 0; k < i->option_count; k++)
        if (text_same(i->options[k], option)) return true;
    return false;
}

static bool read_items(scenario_reading *r, const xml_node *n,
                       scenario_issue *out) {
    size_t count = 0;
    for (const xml_node *i = xml_find(n->first, "item"); i;
         i = xml_find(i->next, "item"))
        count++;
    if (count > SCENARIO_OPTIONS_MOST)
        return diag_limit(r->d, n->at, "import/too-large",
                          "%zu values; at most %d are read", count,
                          SCENARIO_OPTIONS_MOST);
    const char **options = ARENA_ARRAY(r->mem, const char *, count);
    out->options = options;
    for (const xml_node *i = xml_find(n->first, "item"); i;
         i = xml_find(i->next, "item")) {
        const char *value = genius_text(r, i, "value");
        if (!*value) value = "(empty)";
        if (!has(out, value))
            options[out->option_count++] = value;
        else
            diag_warning(r->d, i->at, "import/repeated",
                         "%s has the value \"%s\" already; the first counts",
                         out->name, value);
    }
    if (out->option_count > 0) return true;
    return diag_error(r->d, n->at, "import/no-values", "%s has no values",
                      out->name);
}

static bool read_issue(scenario_reading *r, const xml_node *n,
                       scenario_issue *out) {
    double low = 0, high = 0;
    out->at = n->at;
    out->name = genius_text(r, n, "name");
    switch (kind_of(n)) {
    case DISCRETE:
        return read_items(r, n, out);
    case INTEGER:
        genius_bounds(r, n, &low, &high);
        return scenario_integers(r, out, low, high);
    case REAL:
        genius_bounds(r, n, &low, &high);
        return scenario_reals(r, out, low, high);
    case UNKNOWN:
        break;
    }
    return diag_error(r->d, n->at, "import/issue-type",
                      "issues of type \"%s\" are not read", xml_get(n, "type"));
}

static int by_number(const void *a, const void *b) {
    const scenario_issue *x = a, *y = b;
    return (x->number > y->number) - (x->number < y->number);
}

/* A name that is missing or taken gets the issue's number. */
static void name_apart(scenario_reading *r, scenario_issue *issues, int count) {
    for (int i = 0; i < count; i++) {
        bool taken = *issues[i].name == '\0';
        for (int k = 0; k < i; k++)
            taken |= text_same(issues[k].name, issues[i].name);
        if (taken)
            issues[i].name = arena_format(r->mem, "%s (%d)", issues[i].name,
                                          issues[i].number);
    }
}

static bool read_domain(scenario_reading *r, const scenario_file *f) {
    genius_list found = {0};
    genius_collect(f->xml, "issue", &found, r->mem);
    if (found.count == 0)
        return diag_error(r->d, f->xml->at, "import/no-issues",
                          "there are no issues in this");
    if (found.count > SCENARIO_ISSUES_MOST)
        return diag_limit(r->d, f->xml->at, "import/too-large",
                          "%d issues; at most %d are read", found.count,
                          SCENARIO_ISSUES_MOST);
    scenario_issue *issues = ARENA_ARRAY(r->mem, scenario_issue, found.count);
    bool ok = true;
    for (int i = 0; i < found.count; i++) {
        issues[i].number =
            (int)genius_number(r, found.items[i], "index", i + 1);
        ok &= read_issue(r, found.items[i], &issues[i]);
    }
    qsort(issues, (size_t)found.count, sizeof *issues, by_number);
    for (int i = 1; i < found.count; i++)
        if (issues[i].number == issues[i - 1].number)
            ok = diag_error(r->d, issues[i].at, "import/index",
                            "two issues have the index %d", issues[i].number);
    name_apart(r, issues, found.count);
    return ok && scenario_take_issues(r, issues, found.count);
}

/* --- Profiles --- */

static void read_discount(scenario_reading *r, const xml_node *root,
                          scenario_profile *out) {
    const xml_node *n = xml_find(root->first, "discount_factor");
    double d = n ? genius_number(r, n, "value", 1) : 1;
    out->discount = d > 0 && d <= 1 ? d : 1;
}

static void read_reserve(scenario_reading *r, const xml_node *root,
                         scenario_profile *out) {
    const xml_node *n = xml_find(root->first, "reservation");
    out->reserve = n ? genius_number(r, n, "value", 0) : 0;
    if (r->ask->explain && out->discount < 1)
        diag_note(r->d, root->at, "import/semantics",
                  "GENIUS discounts by the share of the deadline (%g at its "
                  "end); NegMAS by the step, and drops the reservation %g "
                  "when it loads the discount",
                  out->discount, out->reserve);
}

static void explain_sum(scenario_reading *r, const xml_node *root,
                        const scenario_profile *p) {
    double most = p->bias;
    for (int i = 0; i < r->s->issue_count; i++) {
        const scenario_issue *issue = &r->s->issues[i];
        double best = p->worth[issue->cell];
        for (int k = 1; k < issue->option_count; k++)
            if (p->worth[issue->cell + k] > best)
                best = p->worth[issue->cell + k];
        most += best;
    }
    if (most > 1 + 1e-9)
        diag_note(r->d, root->at, "import/semantics",
                  "worths add up to %.6g; GENIUS cuts them at 1, NegMAS "
                  "doesn't",
                  most);
}

static bool refuse_constraints(scenario_reading *r, const xml_node *root) {
    genius_list found = {0};
    genius_collect(root->first, "constraint", &found, r->mem);
    if (found.count == 0) return true;
    return diag_error(r->d, found.items[0]->at, "import/not-expressible",
                      "constraints that zero a utility have no place in a "
                      "case");
}

static bool read_profile(scenario_reading *r, const scenario_file *f,
                         scenario_profile *out) {
    const xml_node *root = f->xml;
    scenario_begin_profile(r, f, out);
    read_discount(r, root, out);
    read_reserve(r, root, out);
    if (!refuse_constraints(r, root)) return false;
    const char *type = genius_text(r, root, "type");
    if (strcasecmp(type, "uncertain") == 0)
        diag_note(r->d, root->at, "import/uncertain",
                  "agents in GENIUS see only some ranked deals of this; here "
                  "all worths are known");
    genius_list boxes = {0};
    genius_collect(root->first, "utility", &boxes, r->mem);
    if (boxes.count == 0)
        genius_collect(root->first, "utility_function", &boxes, r->mem);
    if (boxes.count > 0) return genius_boxes(r, boxes.items[0], out);
    genius_worths(r, root, out);
    if (r->ask->explain) explain_sum(r, root, out);
    return true;
}

static scenario_part part(const scenario_file *f) {
    const char *root = f->xml ? f->xml->name : "";
    if (text_same(root, "negotiation_template")) return SCENARIO_DOMAIN;
    return text_same(root, "utility_space") ? SCENARIO_PROFILE
                                            : SCENARIO_NOTHING;
}

const scenario_format scenario_genius = {
    .name = "genius",
    .tool = "GENIUS",
    .own = SCENARIO_GENIUS,
    .part = part,
    .read_domain = read_domain,
    .read_profile = read_profile,
    .profile_has_issues = true,
};
