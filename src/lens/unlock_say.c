/* SPDX-License-Identifier: Apache-2.0
 * What `unlock` found, on a page: each set of changes in a sentence that says
 * what changes, who gains, who loses and what it does to compliance. */
#include "lens/unlock_lens.h"

#include <math.h>

#include "lens/grounds.h"
#include "lens/sampled.h"
#include "record/phrase.h"

enum { BULLETS_MOST = 12 };

typedef struct page {
    doc *to;
    const case_model *c;
    const unlock_page *p;
    arena *mem;
} page;

/* --- One set --- */

static void more_change(doc_text *t, const page *g, const unlock_change *c) {
    doc_strong(t, "%s", c->what);
    if (c->lever >= 0) {
        const case_origin *o = &g->c->levers[c->lever].origin;
        doc_cite(t, NULL, case_origin_print(g->c, o, g->mem));
    }
    if (c->entry >= 0) {
        const case_entry *e = &g->c->record[c->entry];
        doc_cite(t, e->id, case_origin_print(g->c, &e->origin, g->mem));
    }
}

static bool differs(belief_measure m) {
    return fabs(m.mean) > 2 * m.error && fabs(m.mean) > 1e-9;
}

/* "More often accept Hamas (+0.031 ± 0.008)." */
static int more_side(doc_text *t, const page *g, const unlock_effect *e,
                     bool up) {
    int said = 0;
    for (int i = 0; i < g->c->party_count; i++) {
        const belief_measure *m = &e->accept_change[i];
        if (!differs(*m) || (m->mean > 0) != up) continue;
        if (said == 0)
            doc_more(t,
                     up ? " Accepting more often:" : " Accepting less often:");
        doc_more(t, "%s %s (", said++ ? "," : "", g->c->actors[i].name);
        doc_number(t, m->mean, m->error, DOC_CHANGE);
        grounds_rest(t, g->c, i);
        doc_more(t, ")");
    }
    if (said > 0) doc_more(t, ".");
    return said;
}

static void more_parties(doc_text *t, const page *g, const unlock_effect *e) {
    int said = more_side(t, g, e, true);
    said += more_side(t, g, e, false);
    if (said == 0) doc_more(t, " No party accepts clearly more or less often.");
}

void unlock_say_losses(doc_text *t, const case_model *c,
                       const unlock_effect *e) {
    int said = 0;
    for (int i = 0; i < c->party_count; i++) {
        const belief_measure *m = &e->gain_change[i];
        if (!differs(*m) || m->mean >= 0) continue;
        if (said == 0)
            doc_more(t, " Worse off than with the proposal as it is:");
        doc_more(t, "%s %s by ", said++ ? "," : "", c->actors[i].name);
        doc_number(t, -m->mean, m->error, DOC_WORTH);
        grounds_rest(t, c, i);
    }
    if (said > 0) doc_more(t, ".");
}

static void more_gains(doc_text *t, const page *g, const unlock_effect *e) {
    const belief_measure *m = &e->gain[e->smallest];
    doc_more(t, " The least mean gain is that of %s, ",
             g->c->actors[e->smallest].name);
    doc_number(t, m->mean, m->error, DOC_CHANGE);
    grounds_rest(t, g->c, e->smallest);
    doc_more(t, ".");
    unlock_say_losses(t, g->c, e);
}

static void more_comply(doc_text *t, const unlock_effect *e) {
    doc_more(t, " All would comply in ");
    doc_number(t, e->comply.mean, e->comply.error, DOC_SHARE);
    if (!differs(e->comply_change)) {
        doc_more(t, ", as before.");
        return;
    }
    doc_more(t, " (");
    doc_number(t, e->comply_change.mean, e->comply_change.error, DOC_CHANGE);
    doc_more(t, ").");
}

static int carried_by(const page *g, const unlock_change *c) {
    if (c->issue < 0 || (c->kind != UNLOCK_TERM && c->kind != UNLOCK_PART &&
                         c->kind != UNLOCK_TO_TERMS))
        return -1;
    int_list by = g->c->issues[c->issue].by;
    return by.count == 1 && by.items[0] < g->c->party_count ? by.items[0] : -1;
}

/* Changes that different parties carry out: each is a condition of the other.
 */
static void more_pair(doc_text *t, const page *g, const unlock_set *set) {
    int first = -1;
    for (int i = 0; i < set->count; i++) {
        int by = carried_by(g, &g->p->found->changes[set->changes[i]]);
        if (by < 0 || by == first) continue;
        if (first < 0) {
            first = by;
            continue;
        }
        doc_more(t,
                 " It asks something of %s and of %s: a case of \"if you, "
                 "we\".",
                 g->c->actors[first].name, g->c->actors[by].name);
        return;
    }
}

static void more_share(doc_text *t, const page *g, const unlock_effect *e) {
    const bool single = g->p->fresh->belief->single;
    if (single) {
        doc_more(t, e->all.mean > 0 ? ". All accept." : ". Not all accept.");
        return;
    }
    doc_more(t, ". All accept in ");
    doc_number(t, e->all.mean, e->all.error, DOC_SHARE);
    doc_more(t, " of model draws (");
    doc_number(t, e->by_base.mean, e->by_base.error, DOC_CHANGE);
    doc_more(t, ").");
    if (differs(e->by_base) && e->by_base.mean < 0)
        doc_more(t, " It is here for its least gain alone.");
}

/* Of a set in the list; 0: it is not listed. */
static int number_of(const unlock_page *p, int at) {
    return at <= p->listed ? at : 0;
}

void unlock_say_set(doc *to, const case_model *c, const unlock_page *p, int at,
                    int number) {
    page g = {to, c, p, doc_arena(to)};
    const unlock_set *set = p->sets[at];
    const unlock_effect *e = &p->effects[at];
    doc_text *t = doc_bullet(to, "%s", "");
    if (number > 0)
        doc_more(t, "Set %d, cost ", number);
    else
        doc_more(t, "Cost ");
    doc_number(t, set->cost, 0, DOC_REAL);
    doc_rests(t, NULL); /* assumed, or the case says so */
    doc_more(t, ": ");
    for (int i = 0; i < set->count; i++) {
        if (i > 0) doc_more(t, i + 1 < set->count ? "; " : "; and ");
        more_change(t, &g, &p->found->changes[set->changes[i]]);
    }
    more_share(t, &g, e);
    const char *lost = unlock_lost_phase(c, p, at);
    if (lost)
        doc_strong(t,
                   " Nothing of what \"%s\" brings is left: this is another "
                   "plan under the old name.",
                   lost);
    more_parties(t, &g, e);
    more_gains(t, &g, e);
    more_comply(t, e);
    more_pair(t, &g, set);
}

/* --- Sections --- */

static void say_start(const page *g) {
    const unlock_effect *e = &g->p->effects[0];
    const case_proposal *of = g->p->found->proposal;
    doc_text *t = doc_say(g->to, "As it stands, ");
    if (g->p->fresh->belief->single) {
        doc_more(
            t, e->all.mean > 0 ? "all accept \"%s\"" : "not all accept \"%s\"",
            of->name);
    } else {
        doc_more(t, "all accept \"%s\" in ", of->name);
        doc_number(t, e->all.mean, e->all.error, DOC_SHARE);
        doc_more(t, " of model draws");
    }
    for (int i = 0; i < g->c->party_count; i++) {
        doc_more(t, "%s%s ", i ? ", " : " (", g->c->actors[i].name);
        doc_number(t, e->accept[i].mean, e->accept[i].error, DOC_SHARE);
        grounds_rest(t, g->c, i);
    }
    doc_more(t, ").");
}

static void say_target(const page *g) {
    const unlock_page *p = g->p;
    if (isnan(p->target)) return;
    doc_section(g->to, "The cheapest set that reaches the target");
    doc_text *t = doc_say(g->to, "Asked for was a share of ");
    doc_number(t, p->target, 0, DOC_SHARE);
    doc_rests(t, NULL);
    if (p->target_at < 0) {
        doc_more(t, ". No set of at most %d of these changes reaches it",
                 p->found->work.changes_most);
        doc_more(t, p->found->work.best_first
                        ? " among those that were tried; the best is:"
                        : "; the best is:");
        unlock_say_set(g->to, g->c, p, p->best_at, number_of(p, p->best_at));
    } else {
        const unlock_effect *e = &p->effects[p->target_at];
        doc_more(t, ".");
        unlock_say_set(g->to, g->c, p, p->target_at,
                       number_of(p, p->target_at));
        if (e->all.mean < p->target)
            doc_note(g->to, "On the draws that the set was chosen by it "
                            "reaches the target, on fresh ones it falls "
                            "short: the best of many noisy shares is too good "
                            "on the draws it was chosen by.");
    }
    doc_end(g->to);
}

/* --- Tables: two, as one with all columns would not fit 80 columns --- */

static int rows_of(const page *g) {
    return 1 + (g->p->listed < BULLETS_MOST ? g->p->listed : BULLETS_MOST);
}

static doc_table *start_table(const page *g, const char *key,
                              const char *caption) {
    doc_table *t = doc_table_new(g->to, key);
    doc_caption(t, "%s", caption);
    doc_column(t, DOC_LEFT, "");
    doc_column(t, DOC_RIGHT, "cost");
    return t;
}

static void start_row(const page *g, doc_table *t, int at) {
    doc_row(t);
    if (at == 0)
        doc_cell(t, "as it stands");
    else
        doc_cell(t, "set %d", at);
    doc_rests(doc_cell_number(t, g->p->sets[at]->cost, 0, DOC_REAL), NULL);
}

static void show_parties(const page *g) {
    doc_table *t =
        start_table(g, "unlock-parties",
                    "Accepted by whom, in shares of fresh model draws");
    for (int i = 0; i < g->c->party_count; i++)
        doc_column(t, DOC_RIGHT, g->c->actors[i].name);
    for (int at = 0; at < rows_of(g); at++) {
        const belief_measure *accept = g->p->effects[at].accept;
        start_row(g, t, at);
        for (int i = 0; i < g->c->party_count; i++)
            grounds_rest(
                doc_cell_number(t, accept[i].mean, accept[i].error, DOC_SHARE),
                g->c, i);
    }
}

static void add_row(const page *g, doc_table *t, int at) {
    const unlock_effect *e = &g->p->effects[at];
    start_row(g, t, at);
    doc_cell_number(t, e->all.mean, e->all.error, DOC_SHARE);
    grounds_rest(doc_cell_number(t, e->gain[e->smallest].mean,
                                 e->gain[e->smallest].error, DOC_CHANGE),
                 g->c, e->smallest);
    doc_cell_number(t, e->comply.mean, e->comply.error, DOC_SHARE);
    if (!g->p->bare) return;
    grounds_rest(doc_cell_number(t, g->p->bare[at].all.mean, 0, DOC_SHARE),
                 g->c, GROUNDS_BARE);
    grounds_rest(doc_cell_number(t, g->p->sourced[at].all.mean, 0, DOC_SHARE),
                 g->c, GROUNDS_SOURCED);
}

static void show_all(const page *g) {
    doc_table *t = start_table(
        g, "unlock", "Accepted by all, in shares of fresh model draws");
    doc_column(t, DOC_RIGHT, "all");
    doc_column(t, DOC_RIGHT, "least gain");
    doc_column(t, DOC_RIGHT, "all comply");
    if (g->p->bare) {
        doc_column(t, DOC_RIGHT, "no record");
        doc_column(t, DOC_RIGHT, "no analyst");
    }
    for (int at = 0; at < rows_of(g); at++)
        add_row(g, t, at);
}

/* --- The sets --- */

static void say_sets(const page *g) {
    const unlock_page *p = g->p;
    doc_section(g->to, "What would change it");
    if (p->listed == 0)
        doc_say(g->to, "No set of changes that was tried makes a difference "
                       "that these draws can tell from none.");
    for (int i = 1; i <= p->listed && i <= BULLETS_MOST; i++)
        unlock_say_set(g->to, g->c, p, i, i);
    if (p->listed > 0) {
        show_all(g);
        show_parties(g);
    }
    if (p->listed > BULLETS_MOST)
        doc_say(g->to, "%d dearer sets are left out here; the data has them.",
                p->listed - BULLETS_MOST);
    doc_text *t = doc_say(g->to, "Listed is what no cheaper set matches in "
                                 "share and least gain. ");
    doc_number(t, p->found->unclear, 0, DOC_INTEGER);
    doc_more(t, p->found->unclear == 1 ? " more set was on that front and "
                                         "differs"
                                       : " more sets were on that front and "
                                         "differ");
    doc_more(t, " from a cheaper one by less than two standard errors. Changes "
                "with a source are "
                "levers of the case or trades on record; the others are "
                "generated: nobody has proposed them, and what they would "
                "cost is assumed.");
    doc_end(g->to);
}

static void say_envoy(const page *g, const unlock_envoy *e) {
    const case_relation *r = &g->c->relations[e->approach.relation];
    const char *party = g->c->actors[e->approach.party].name;
    doc_text *t =
        doc_bullet(g->to, "Ask %s to approach %s: influence is on record",
                   g->c->actors[e->approach.actor].name, party);
    doc_cite(t, NULL, case_origin_print(g->c, &r->origin, g->mem));
    if (r->origin.why) doc_more(t, " (%s)", r->origin.why);
    if (e->route.count > 1) {
        doc_more(t, "; open route");
        for (int i = 0; i < e->route.count; i++)
            doc_more(t, "%s %s", i ? " \xe2\x86\x92" : "",
                     g->c->actors[e->route.actors[i]].name);
    } else if (e->route.count == 0) {
        doc_more(t, "; no open route from a lead or mediator is on record");
    }
    doc_more(t, ". If %s said yes, all would accept in at most ", party);
    doc_number(t, g->p->effects[0].others[e->approach.party], 0, DOC_SHARE);
    doc_more(t, " of model draws.");
}

static void say_envoys(doc *to, const case_model *c, const unlock_page *p) {
    page g = {to, c, p, doc_arena(to)};
    if (p->envoy_count == 0) return;
    doc_section(to, "Whom to ask to carry it");
    for (int i = 0; i < p->envoy_count; i++)
        say_envoy(&g, &p->envoys[i]);
    doc_note(to, "The model knows nothing of persuasion: asking costs one and "
                 "changes no number above. The share is what is left when the "
                 "party's own answer is set aside.");
    doc_end(to);
}

/* --- How far to trust it --- */

static void say_left_out(const page *g) {
    const unlock_answer *a = g->p->found;
    for (int i = 0; i < g->c->lever_count; i++) {
        bool used = false;
        for (int k = 0; k < a->change_count; k++)
            used = used || a->changes[k].lever == i;
        if (!used)
            doc_bullet(g->to,
                       "The lever \"%s\" does not fit this proposal, or "
                       "changes nothing in it.",
                       g->c->levers[i].name);
    }
    for (int j = 0; j < g->c->issue_count; j++)
        if (g->c->issues[j].obligation)
            doc_bullet(g->to,
                       "%s is marked as an obligation: it is owed whatever is "
                       "agreed, so no change trades it.",
                       g->c->issues[j].id);
}

static double percent(double part, double whole) {
    return whole > 0 ? 100 * part / whole : 0;
}

static void say_search(const page *g) {
    const unlock_answer *a = g->p->found;
    const unlock_work *w = &a->work;
    doc_section(g->to, "How it was found");
    doc_text *t = doc_say(
        g->to,
        "%d single changes; all sets of up to %d of them were tried, exactly "
        "on the draws of the search: %.0f sets, of which %.1f %% touch a field "
        "twice, %.1f %% break a rule and %.1f %% are a plan seen before; %.1f "
        "%% of the draws of the others were spared, since they could not "
        "matter.",
        a->change_count, w->exact_most, w->sets, percent(w->twice, w->sets),
        percent(w->broken, w->sets), percent(w->equal, w->sets),
        percent(w->spared, w->pairs));
    if (w->best_first) {
        doc_more(t,
                 " Sets of up to %d changes were looked for best first, from "
                 "the %d best of the size below: better ones may be missed. No "
                 "set whatever can be accepted by all in more than ",
                 w->changes_most, UNLOCK_PARENTS);
        doc_number(t, w->bound, 0, DOC_SHARE);
        doc_more(t, " of the draws");
        if (!isnan(w->regret)) {
            doc_more(t,
                     "; at %d changes, where all were tried, best first "
                     "would have missed ",
                     w->exact_most);
            doc_number(t, w->regret, 0, DOC_WORTH);
            doc_more(t, " of the best share");
        }
        doc_more(t, ".");
    }
    say_left_out(g);
    doc_note(g->to, "Costs are one a change unless the case says otherwise. A "
                    "change is worth what the model makes of it: it knows "
                    "nothing of how it is put, or by whom. A low share is no "
                    "reason to skip a pause: what a pause saves is not in "
                    "these numbers.");
    sampled_say(g->to, g->p->fresh->belief);
    doc_end(g->to);
}

void unlock_say(doc *to, const case_model *c, const unlock_page *p) {
    page g = {to, c, p, doc_arena(to)};
    grounds_begin(to, p->fresh->belief);
    doc_title(to, "What would unlock %s", p->found->proposal->name);
    say_start(&g);
    say_target(&g);
    say_sets(&g);
    say_envoys(to, c, p);
    say_search(&g);
}
