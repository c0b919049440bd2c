/* SPDX-License-Identifier: Apache-2.0
 *
 * What a party would lose face by signing.
 *
 * On each issue a party stands on the options that its own speakers have
 * demanded or required in public and not given up since. Kept here are all of
 * these options and the weight of the highest speaker; which of the options
 * is worth least differs from draw to draw, so the least is taken there.
 * Speakers of weight 0, outsiders and the analyst enter neither.
 *
 * A plan a party's own speaker has rejected in public costs it that speaker's
 * weight to accept, under any name (same_plan.c). Unlike a demand, this is not
 * undone by another word of an outsider or by silence: only the party's own
 * acceptance of the same plan, later, takes it away.
 */
#include "record/claim.h"

#include "record/same_plan.h"

typedef struct stand {
    const case_model *c;
    bool *has;      /* [party * cell_count + cell] */
    double *weight; /* [party * issue_count + issue] */
} stand;

static void add_demand(stand *s, const claim_atom *a) {
    const case_model *c = s->c;
    const case_entry *e = &c->record[a->entry];
    double weight = record_weight(c, e, a->party);
    if (!e->is_public || weight <= 0) return;
    for (int i = 0; i < a->about.count; i++) {
        const case_term *t = &a->about.items[i];
        bool *has =
            &s->has[a->party * c->cell_count + c->issues[t->issue].cell];
        double *most = &s->weight[a->party * c->issue_count + t->issue];
        if (weight > *most) *most = weight;
        for (int j = 0; j < t->options.count; j++)
            has[t->options.items[j]] = true;
    }
}

static int_list list_options(const bool *has, int count, arena *mem) {
    int *options = ARENA_ARRAY(mem, int, (size_t)count);
    int kept = 0;
    for (int i = 0; i < count; i++)
        if (has[i]) options[kept++] = i;
    return (int_list){options, kept};
}

static const record_face *find_face(const case_model *c, const claim_atoms *a,
                                    arena *mem) {
    size_t parties = (size_t)c->party_count;
    stand s = {c, ARENA_ARRAY(mem, bool, parties *(size_t)c->cell_count + 1),
               ARENA_ARRAY(mem, double, parties *(size_t)c->issue_count + 1)};
    for (int i = 0; i < a->count; i++) {
        case_entry_kind kind = a->items[i].kind;
        bool stands = a->items[i].replaced_by < 0;
        if (stands && (kind == CASE_DEMAND || kind == CASE_REQUIRE))
            add_demand(&s, &a->items[i]);
    }
    record_face *face =
        ARENA_ARRAY(mem, record_face, parties * (size_t)c->issue_count + 1);
    for (int i = 0; i < c->party_count * c->issue_count; i++) {
        int party = i / c->issue_count;
        const case_issue *issue = &c->issues[i % c->issue_count];
        face[i].weight = s.weight[i];
        if (s.weight[i] <= 0) continue;
        face[i].options =
            list_options(&s.has[party * c->cell_count + issue->cell],
                         issue->option_count, mem);
    }
    return face;
}

/* The latest own acceptance of each plan by each party: an entry, or -1. */
static int *find_accepted(const case_model *c, const claim_atoms *a,
                          const int *same, arena *mem) {
    int plans = c->proposal_count;
    int *accepted =
        ARENA_ARRAY(mem, int, (size_t)c->party_count *(size_t)plans + 1);
    for (int i = 0; i < c->party_count * plans; i++)
        accepted[i] = -1;
    for (int i = 0; i < a->count; i++) {
        const claim_atom *one = &a->items[i];
        if (one->kind != CASE_ACCEPT || one->rank != CLAIM_OWN) continue;
        int plan = same[c->record[one->entry].proposal];
        int *latest = &accepted[one->party * plans + plan];
        if (*latest < 0 || claim_order(c, *latest, one->entry) < 0)
            *latest = one->entry;
    }
    return accepted;
}

static const double *find_rejected(const case_model *c, const claim_atoms *a,
                                   arena *mem) {
    int plans = c->proposal_count;
    const int *same = record_same_plan(c, mem);
    const int *accepted = find_accepted(c, a, same, mem);
    double *cost =
        ARENA_ARRAY(mem, double, (size_t)c->party_count *(size_t)plans + 1);
    for (int i = 0; i < a->count; i++) {
        const claim_atom *one = &a->items[i];
        const case_entry *e = &c->record[one->entry];
        if (one->kind != CASE_REJECT || !e->is_public) continue;
        int at = one->party * plans + same[e->proposal];
        if (accepted[at] >= 0 && claim_order(c, one->entry, accepted[at]) < 0)
            continue;
        double weight = record_weight(c, e, one->party);
        if (weight > cost[at]) cost[at] = weight;
    }
    for (int i = 0; i < c->party_count * plans; i++)
        cost[i] = cost[i / plans * plans + same[i % plans]];
    return cost;
}

void claim_face(record_evidence *to, const case_model *c, const claim_atoms *a,
                arena *mem) {
    to->face = find_face(c, a, mem);
    to->rejected = find_rejected(c, a, mem);
}
