/* SPDX-License-Identifier: Apache-2.0
 *
 * A case as a scenario of another tool.
 *
 * A scenario has issues and exact worths and nothing else: what the case says
 * beyond that (record, proposals, channels) stays behind, as a note. What would
 * make the scenario another negotiation is an error at its place: rules,
 * parties whose worths are not exact, worths below 0 or caps that the tool
 * doesn't know, conditions that are not ranges of numbers. A file is named
 * after the party, so that its name comes back. */
#include "scenario/export.h"

#include <string.h>

#include "base/text.h"

const scenario_exporter *const scenario_exporters[] = {
    &export_genius,
    &export_negmas,
};
const size_t scenario_exporter_count =
    sizeof scenario_exporters / sizeof scenario_exporters[0];

/* --- What the case says --- */

fixed export_most(const exporting *x, int party, int issue) {
    const case_issue *i = &x->c->issues[issue];
    const fixed *worth = x->c->preferences[party].worth + i->cell;
    fixed most = worth[0];
    for (int k = 1; k < i->option_count; k++)
        if (worth[k] > most) most = worth[k];
    return most;
}

fixed export_least(const exporting *x, int party, int issue) {
    const case_issue *i = &x->c->issues[issue];
    const fixed *worth = x->c->preferences[party].worth + i->cell;
    fixed least = worth[0];
    for (int k = 1; k < i->option_count; k++)
        if (worth[k] < least) least = worth[k];
    return least;
}

bool export_is_run(const case_issue *i) {
    for (int k = 0; i->values && k < i->option_count; k++)
        if (i->values[k] != i->values[0] + k ||
            i->values[k] != (double)(int64_t)i->values[k])
            return false;
    return i->values != NULL;
}

bool export_reserve(exporting *x, int party, double *reserve) {
    const case_preference *p = &x->c->preferences[party];
    *reserve = 0;
    if (p->no_reserve) return false;
    if (p->has_reserve) {
        *reserve = number_from_fixed(p->reserve);
        return true;
    }
    if (!x->c->has_now) return true;
    int *now = ARENA_ARRAY(x->mem, int, x->c->issue_count);
    fixed sum = 0;
    for (int i = 0; i < x->c->issue_count; i++) {
        now[i] = x->c->issues[i].now;
        sum += p->worth[x->c->issues[i].cell + now[i]];
    }
    for (int i = 0; i < p->when_count; i++)
        if (expr_holds(p->when[i].holds, now)) sum += p->when[i].worth;
    *reserve = number_from_fixed(sum);
    return true;
}

/* --- Conditions as boxes --- */

static bool range_of(const expr *e, export_range *out) {
    *out = (export_range){e->issue, -1, -1};
    for (int k = 0; k < e->option_count; k++) {
        if (!expr_has(e, k)) continue;
        if (out->first < 0) out->first = k;
        if (out->last >= 0 && out->last != k - 1) return false;
        out->last = k;
    }
    return out->first >= 0;
}

/* Two ranges of one issue are one. */
static bool add_range(export_range *ranges, int *count, export_range r) {
    for (int i = 0; i < *count; i++) {
        if (ranges[i].issue != r.issue) continue;
        if (r.first > ranges[i].first) ranges[i].first = r.first;
        if (r.last < ranges[i].last) ranges[i].last = r.last;
        return ranges[i].first <= ranges[i].last;
    }
    ranges[(*count)++] = r;
    return true;
}

/* As deep as the expression, which is limited on reading. */
static bool take_conjunction(const expr *e, export_range *ranges, int *count) {
    export_range r;
    if (e->kind == EXPR_AND)
        return take_conjunction(e->left, ranges, count) &&
               take_conjunction(e->right, ranges, count);
    return e->kind == EXPR_IN && range_of(e, &r) && add_range(ranges, count, r);
}

static bool box_of(exporting *x, const case_condition *w, export_box *out) {
    const expr *e = w->holds;
    *out = (export_box){.worth = w->worth, .outside = e->kind == EXPR_NOT};
    if (out->outside) e = e->left;
    export_range *ranges = ARENA_ARRAY(x->mem, export_range, x->c->issue_count);
    out->ranges = ranges;
    return take_conjunction(e, ranges, &out->range_count);
}

static export_box option_box(exporting *x, int issue, int option, fixed worth) {
    export_range *r = ARENA_NEW(x->mem, export_range);
    *r = (export_range){issue, option, option};
    return (export_box){r, 1, false, worth};
}

export_boxes export_boxes_of(exporting *x, int party) {
    const case_preference *p = &x->c->preferences[party];
    int most = x->c->cell_count + p->when_count;
    export_box *items = ARENA_ARRAY(x->mem, export_box, most);
    int count = 0;
    for (int i = 0; i < x->c->issue_count; i++)
        for (int k = 0; k < x->c->issues[i].option_count; k++) {
            fixed worth = p->worth[x->c->issues[i].cell + k];
            if (worth != 0) items[count++] = option_box(x, i, k, worth);
        }
    for (int i = 0; i < p->when_count; i++)
        (void)box_of(x, &p->when[i], &items[count++]);
    return (export_boxes){items, count};
}

/* --- What the tool has words for --- */

static bool no_words(parley_diags *d, span at, const char *what) {
    return diag_error(d, at, "export/not-expressible", "%s", what);
}

static fixed best_sum(const exporting *x, int party) {
    const case_preference *p = &x->c->preferences[party];
    fixed sum = 0;
    for (int i = 0; i < x->c->issue_count; i++)
        sum += export_most(x, party, i);
    for (int i = 0; i < p->when_count; i++)
        if (p->when[i].worth > 0) sum += p->when[i].worth;
    return sum;
}

/* Of a cap, in units of 10^-12: docs/decisions/0009. */
#define ROUNDING INT64_C(1000)

static bool cap_fits(const exporting *x, const scenario_exporter *by,
                     int party) {
    const case_preference *p = &x->c->preferences[party];
    const fixed most = best_sum(x, party);
    const fixed off =
        p->cap > FIXED_ONE ? p->cap - FIXED_ONE : FIXED_ONE - p->cap;
    if (p->has_cap && p->cap < most)
        return (by->cuts && off <= 10 * ROUNDING) ||
               no_words(x->d, p->origin.at,
                        by->cuts ? "there the cap is 1, and only 1"
                                 : "a cap that binds is not known there");
    return !by->cuts || most <= FIXED_ONE + ROUNDING ||
           no_words(x->d, p->origin.at,
                    "worths of more than 1 are cut there, and not here");
}

static bool is_positive(const exporting *x, int party) {
    const case_preference *p = &x->c->preferences[party];
    bool positive = true;
    for (int i = 0; i < x->c->issue_count; i++)
        positive &= export_least(x, party, i) >= 0;
    for (int i = 0; i < p->when_count; i++)
        positive &= p->when[i].worth >= 0;
    return positive;
}

static bool conditions_fit(exporting *x, int party) {
    const case_preference *p = &x->c->preferences[party];
    bool ok = true;
    for (int i = 0; i < p->when_count; i++) {
        export_box box;
        if (!box_of(x, &p->when[i], &box))
            ok = no_words(x->d, p->when[i].holds->at,
                          "there a condition is a range of numbers by issue, "
                          "or what lies outside of it");
    }
    return ok;
}

static bool party_fits(exporting *x, const scenario_exporter *by, int party) {
    const case_preference *p = &x->c->preferences[party];
    if (p->kind != CASE_WORTH)
        return diag_error(
            x->d, x->c->actors[party].origin.at, "export/not-exact",
            "%s has no exact worths (`worth`)", x->c->actors[party].name);
    bool ok = cap_fits(x, by, party);
    if (!by->negative && !is_positive(x, party))
        ok = no_words(x->d, p->origin.at, "worths below 0 are not known there");
    return conditions_fit(x, party) && ok;
}

static bool issues_fit(exporting *x) {
    bool ok = true;
    for (int i = 0; x->boxes && i < x->c->issue_count; i++)
        if (!export_is_run(&x->c->issues[i]))
            ok = no_words(x->d, x->c->issues[i].origin.at,
                          "with worths on conditions every issue must be whole "
                          "numbers there (from, to, step: 1)");
    for (int i = 0; i < x->c->rule_count; i++)
        ok = no_words(x->d, x->c->rules[i].origin.at,
                      "rules are not known there");
    return ok;
}

static bool fits(exporting *x, const scenario_exporter *by) {
    bool ok = true;
    if (x->c->graph)
        return no_words(x->d, SPAN_NONE, "a graph of states has no issues");
    for (int p = 0; p < x->c->party_count; p++)
        ok &= party_fits(x, by, p);
    ok &= issues_fit(x);
    if (ok && (x->c->record_count > 0 || x->c->proposal_count > 0))
        diag_note(x->d, SPAN_NONE, "export/left-out",
                  "record and proposals have no place in a scenario");
    return ok;
}

/* --- Files --- */

static const char *file_name(exporting *x, const char *name, const char *end) {
    char *to = arena_copy(x->mem, *name ? name : "case");
    for (char *at = to; *at; at++)
        if ((unsigned char)*at < ' ' || strchr("/\\:*?\"<>|", *at)) *at = '-';
    if (*to == '.') *to = '-';
    return arena_format(x->mem, "%.200s%s", to, end);
}

static void write_file(exporting *x, const char *name, const char *text) {
    if (!x->failed && x->to.write(x->to.self, name, text, strlen(text))) return;
    x->failed = true;
}

static void write_files(exporting *x, const scenario_exporter *by) {
    const int count = x->c->party_count;
    const char **names = ARENA_ARRAY(x->mem, const char *, count + 1);
    for (int p = 0; p <= count; p++) {
        const char *name = p < count ? x->c->actors[p].name : x->c->title;
        names[p] = file_name(x, name, by->end);
        for (int k = 0; k < p; k++)
            if (text_same(names[k], names[p]))
                names[p] = file_name(
                    x, arena_format(x->mem, "%s-%d", name, p + 1), by->end);
    }
    write_file(x, names[count], by->domain(x));
    for (int p = 0; p < count; p++)
        write_file(x, names[p], by->profile(x, p));
}

parley_status scenario_export(const case_model *c, const char *as,
                              parley_files to, arena *mem, parley_diags *d) {
    exporting x = {.c = c, .to = to, .mem = mem, .d = d};
    const scenario_exporter *by = NULL;
    for (size_t i = 0; i < scenario_exporter_count; i++)
        if (text_same(scenario_exporters[i]->name, as))
            by = scenario_exporters[i];
    if (!by) {
        diag_error(d, SPAN_NONE, "export/unknown",
                   "nothing here writes \"%s\"; genius and negmas are written",
                   as);
        return PARLEY_EUSAGE;
    }
    for (int p = 0; p < c->party_count; p++)
        x.boxes |= c->preferences[p].when_count > 0;
    if (!fits(&x, by)) return PARLEY_EINPUT;
    write_files(&x, by);
    if (!x.failed) return PARLEY_OK;
    diag_error(d, SPAN_NONE, "format/write-failed",
               "a file of the scenario could not be written");
    return PARLEY_EIO;
}
