/* SPDX-License-Identifier: Apache-2.0
 *
 * What of the log does one actor see?
 *
 * Everything but: notes of a caucus; what is protected, or visible to others
 * alone; what rests on a hidden source or speaks of a hidden proposal or
 * incident; and sealed answers of others, unless every party has said yes, by
 * the time that is asked of. Then all of them open at once.
 *
 * So of a sealed round a party learns that all said yes, or at its hour that
 * not all did, and nothing else: not who said no, and not whether anyone else
 * has answered at all. What it can infer remains: whoever said yes and sees no
 * agreement by the hour knows that somebody else did not, and of two parties
 * that is the other one.
 */
#include "process/state_int.h"

typedef struct viewing {
    const process_event *all;
    int count;
    const case_model *whole;
    int *proposals; /* of `whole`, in what is seen; -1: hidden */
    int viewer;
    bool *sealed;       /* one an event: a sealed answer */
    process_state *s;   /* of what is sent and answered up to the time */
    case_names *hidden; /* ids of incidents that were not seen */
    arena *mem;
} viewing;

static bool in(int_list list, int item) {
    for (int i = 0; i < list.count; i++)
        if (list.items[i] == item) return true;
    return false;
}

static bool is_within(const process_event *e, moment at) {
    return !at.given || e->at.seconds <= time_end(at);
}

/* Folds what is known by the time, and marks the sealed answers. */
static void fold(viewing *v, moment at) {
    v->s = process_begin(v->whole, v->mem);
    v->hidden = names_new(v->mem);
    v->sealed = ARENA_ARRAY(v->mem, bool, v->count + 1);
    for (int i = 0; i < v->count; i++) {
        const process_event *e = &v->all[i];
        if (!is_within(e, at)) {
            v->count = i;
            return;
        }
        if (e->kind == EVENT_ANSWER)
            v->sealed[i] = e->sealed || v->s->versions[e->proposal].sealed;
        if (e->kind == EVENT_ANSWER || e->kind == EVENT_SEND)
            process_apply(v->s, e);
    }
}

static void find_proposals(viewing *v, const case_model *seen) {
    v->proposals = ARENA_ARRAY(v->mem, int, v->whole->proposal_count + 1);
    for (int p = 0; p < v->whole->proposal_count; p++)
        v->proposals[p] = case_proposal_find(seen, v->whole->proposals[p].id);
}

static int proposal_in(const viewing *v, int proposal) {
    return proposal < 0 ? -1 : v->proposals[proposal];
}

static bool allows(const case_access *a, int viewer) {
    return !a->protect && (!a->limited || in(a->actors, viewer));
}

bool view_is_open(const case_model *c, const process_event *e, int viewer) {
    const case_source *source = state_source(c, e);
    return allows(&e->access, viewer) &&
           (!source || allows(&source->access, viewer));
}

/* A version is there without what it was made from. */
static bool names_hidden(const viewing *v, const process_event *e) {
    if (e->proposal >= 0 && proposal_in(v, e->proposal) < 0) return true;
    return e->other >= 0 && e->kind != EVENT_DRAFT &&
           proposal_in(v, e->other) < 0;
}

static bool settles(const process_event *e) {
    return e->kind == EVENT_DISPUTE || e->kind == EVENT_VERIFY;
}

static bool is_hidden(const viewing *v, int index) {
    const process_event *e = &v->all[index];
    if (names_hidden(v, e)) return true;
    if (v->viewer < 0) return false;
    if (e->kind == EVENT_CONFER || !view_is_open(v->whole, e, v->viewer))
        return true;
    if (v->sealed[index] && e->by != v->viewer &&
        !process_all_accept(v->s, e->proposal))
        return true;
    return settles(e) && names_find(v->hidden, 0, e->name) >= 0;
}

/* To be asked in the order of the log. */
static bool sees(viewing *v, int index) {
    const process_event *e = &v->all[index];
    if (!is_hidden(v, index)) return true;
    if (e->kind == EVENT_INCIDENT) names_put(v->hidden, 0, e->id, index);
    return false;
}

/* --- What is seen --- */

/* The desk sees all of the log; but some of it may be later than asked. */
static process_seen see_all(const process_event *all, int count, moment at,
                            arena *mem) {
    const process_event **kept = ARENA_ARRAY(mem, const process_event *, count);
    process_seen seen = {kept, 0};
    while (seen.count < count && is_within(&all[seen.count], at)) {
        kept[seen.count] = &all[seen.count];
        seen.count++;
    }
    return seen;
}

/* Proposals that are hidden leave the others with other numbers. */
static const process_event *retold(const viewing *v, const process_event *e) {
    int proposal = proposal_in(v, e->proposal);
    int other = proposal_in(v, e->other);
    if (proposal == e->proposal && other == e->other) return e;
    process_event *copy = ARENA_NEW(v->mem, process_event);
    *copy = *e;
    copy->proposal = proposal;
    copy->other = other;
    return copy;
}

process_seen process_view(const process_event *all, int count,
                          const process_sight *by, arena *mem) {
    viewing v = {.all = all,
                 .count = count,
                 .whole = by->whole,
                 .viewer = by->viewer,
                 .mem = mem};
    if (by->viewer < 0 && by->seen == by->whole)
        return see_all(all, count, by->at, mem);
    find_proposals(&v, by->seen);
    fold(&v, by->at);
    const process_event **kept =
        ARENA_ARRAY(mem, const process_event *, v.count);
    process_seen seen = {kept, 0};
    for (int i = 0; i < v.count; i++)
        if (sees(&v, i)) kept[seen.count++] = retold(&v, &all[i]);
    return seen;
}
