/* SPDX-License-Identifier: Apache-2.0
 * The record in pictures: demands in time, and who can speak to whom. */
#include <math.h>

#include "lens/record_lens.h"
#include "record/phrase.h"
#include "record/route.h"

enum { ACTORS_MOST = 60, PAIRS_MOST = 3 };

static const char *name_of(const case_model *c, int actor) {
    return c->actors[actor].name;
}

/* --- Demands in time --- */

static void plot_change(doc_plot *p, const case_model *c,
                        const record_claim *one, arena *mem) {
    const case_term *term = &one->about.items[0];
    const case_issue *issue = &c->issues[term->issue];
    const case_entry *e = &c->record[one->entry];
    double place = NAN;
    if (issue->scale && term->options.count > 0) place = term->options.items[0];
    doc_plot_mark(
        p, (doc_mark){.series = arena_format(mem, "%s: %s",
                                             name_of(c, one->party), issue->id),
                      .x = (double)e->date.seconds / 86400,
                      .y = place,
                      .label = record_terms_print(c, one->about, mem),
                      .id = e->id,
                      .place = case_origin_print(c, &e->origin, mem)});
}

static bool is_dated_demand(const case_model *c, const record_claim *one) {
    return one->kind == CASE_DEMAND && c->record[one->entry].date.given;
}

/* Whether demands were made on more than one day. */
static bool days_differ(const case_model *c, const record_evidence *e) {
    const record_claim *first = NULL;
    for (int i = 0; i < e->claim_count; i++) {
        const record_claim *one = &e->claims[i];
        if (!is_dated_demand(c, one) || one->assumed) continue;
        if (first && c->record[first->entry].date.seconds !=
                         c->record[one->entry].date.seconds)
            return true;
        if (!first) first = one;
    }
    return false;
}

/* Every demand in time, for formats that draw: where none has changed the
 * table of positions says the same. */
static void plot_demands(doc *to, const case_model *c,
                         const record_evidence *e) {
    if (!days_differ(c, e)) return;
    doc_plot *p =
        doc_plot_new(to, DOC_HISTORY, "demands-in-time", "Demands in time");
    doc_plot_beside(p, "positions");
    doc_axis_x(p, NULL, DOC_DATE, 0, 0);
    for (int i = 0; i < e->claim_count; i++)
        if (is_dated_demand(c, &e->claims[i]) && !e->claims[i].assumed)
            plot_change(p, c, &e->claims[i], doc_arena(to));
}

/* A history of each demand that has changed, the last one included. */
void record_plot_changes(doc *to, const case_model *c,
                         const record_evidence *e) {
    arena *mem = doc_arena(to);
    size_t size = (size_t)c->party_count * (size_t)c->issue_count;
    bool *changed = ARENA_ARRAY(mem, bool, size + 1);
    bool any = false;
    for (int i = 0; i < e->claim_count; i++) {
        const record_claim *one = &e->claims[i];
        if (one->kind != CASE_DEMAND || one->replaced_by < 0) continue;
        changed[one->party * c->issue_count + one->about.items[0].issue] = any =
            true;
    }
    if (!any) {
        plot_demands(to, c, e);
        return;
    }
    doc_plot *p = doc_plot_new(to, DOC_HISTORY, "positions-in-time",
                               "Demands that have changed");
    doc_axis_x(p, NULL, DOC_DATE, 0, 0);
    for (int i = 0; i < e->claim_count; i++) {
        const record_claim *one = &e->claims[i];
        if (one->kind == CASE_DEMAND && c->record[one->entry].date.given &&
            changed[one->party * c->issue_count + one->about.items[0].issue])
            plot_change(p, c, one, mem);
    }
}

/* --- Channels --- */

static const char *role_of(const case_model *c, int actor) {
    unsigned roles = c->actors[actor].roles;
    if (actor < c->party_count) return "party";
    if (roles & (CASE_LEAD | CASE_MEDIATOR)) return "mediator";
    if (roles & CASE_HOST) return "host";
    if (roles & CASE_RELAY) return "relay";
    return "other";
}

static doc_link_state link_state(case_channel_state state) {
    if (state == CASE_OPEN) return DOC_LINK_OPEN;
    return state == CASE_BARRED ? DOC_LINK_BARRED : DOC_LINK_UNKNOWN;
}

/* Who wants to speak with whom: parties with one another, and with those who
 * lead, mediate or host. */
static bool should_meet(const case_model *c, int a, int b) {
    const unsigned means = CASE_LEAD | CASE_MEDIATOR | CASE_HOST;
    return a < c->party_count &&
           (b < c->party_count || (c->actors[b].roles & means) != 0);
}

typedef struct cut_actor {
    const char *pairs; /* "Israel and Hamas" */
    int count;         /* of pairs; the first few are named */
} cut_actor;

static void cut_pair(const case_model *c, cut_actor *of, int a, int b,
                     arena *mem) {
    if (of->count++ >= PAIRS_MOST) return;
    of->pairs =
        arena_format(mem, "%s%s%s and %s", of->pairs ? of->pairs : "",
                     of->pairs ? "; " : "", name_of(c, a), name_of(c, b));
}

/* An actor cuts a pair off if every open route between the two leads through
 * it. */
static void find_cuts(cut_actor *cuts, const case_model *c,
                      const record_network *n, arena *mem) {
    for (int a = 0; a < c->party_count && c->actor_count <= ACTORS_MOST; a++)
        for (int b = a + 1; b < c->actor_count; b++) {
            if (!should_meet(c, a, b)) continue;
            int_list cut = record_routes_find(n, a, b, 1, mem)->cut;
            for (int i = 0; i < cut.count; i++)
                cut_pair(c, &cuts[cut.items[i]], a, b, mem);
        }
}

static const char *cut_words(const case_model *c, const cut_actor *cut,
                             int actor, arena *mem) {
    if (cut->count == 0) return NULL;
    const char *words =
        arena_format(mem, "Without %s no open way is left between %s",
                     record_name_within(name_of(c, actor), mem), cut->pairs);
    int more = cut->count - PAIRS_MOST;
    return more > 0 ? arena_format(mem, "%s; and %d more", words, more) : words;
}

static doc_plot *plot_channels(doc *to, const case_model *c,
                               const record_network *n, const cut_actor *cuts) {
    arena *mem = doc_arena(to);
    doc_plot *p = doc_plot_new(to, DOC_CHANNELS, "channels",
                               "Channels listed or seen in contacts");
    for (int i = 0; i < c->actor_count; i++)
        doc_plot_mark(
            p, (doc_mark){.label = name_of(c, i),
                          .series = role_of(c, i),
                          .note = cut_words(c, &cuts[i], i, mem),
                          .role = cuts[i].count ? DOC_MARKED : DOC_OTHER});
    for (int i = 0; i < n->link_count; i++) {
        const record_link *l = &n->links[i];
        const case_origin *o = record_link_origin(c, l);
        doc_plot_link(p, name_of(c, l->a), name_of(c, l->b),
                      link_state(l->state),
                      o ? case_origin_print(c, o, mem) : NULL);
    }
    return p;
}

static cut_actor *cuts_of(const case_model *c, const record_network *n,
                          arena *mem) {
    cut_actor *cuts = ARENA_ARRAY(mem, cut_actor, (size_t)c->actor_count + 1);
    find_cuts(cuts, c, n, mem);
    return cuts;
}

void record_plot_channels(doc *to, const case_model *c,
                          const record_network *n) {
    if (n->link_count == 0) return;
    doc_plot_beside(plot_channels(to, c, n, cuts_of(c, n, doc_arena(to))),
                    "channels");
}

void record_show_channels(doc *to, const case_model *c,
                          const record_network *n) {
    if (n->link_count == 0) return;
    const cut_actor *cuts = cuts_of(c, n, doc_arena(to));
    doc_section(to, "Who can speak to whom");
    (void)plot_channels(to, c, n, cuts);
    for (int i = 0; i < c->actor_count; i++)
        if (cuts[i].count > 0)
            doc_bullet(to, "%s.", cut_words(c, &cuts[i], i, doc_arena(to)));
    doc_end(to);
}
