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
    bool *sealed;     /* one an event: a sealed answer */
    process_state *s; /* of everything up to the time */
    arena *mem;
} viewing;

static bool in(int_list list, int item) {
    for (int i = 0; i < list.count; i++)
        if (list.items[i] == item) return true;
    return false;
}

/* Folds what is known by the time, and marks the sealed answers. */
static void fold(viewing *v, moment at) {
    v->s = process_begin(v->whole, v->mem);
    v->sealed = ARENA_ARRAY(v->mem, bool, v->count + 1);
    for (int i = 0; i < v->count; i++) {
        const process_event *e = &v->all[i];
        if (at.given && e->at.seconds > time_end(at)) {
            v->count = i;
            return;
        }
        if (e->kind == EVENT_ANSWER)
            v->sealed[i] = e->sealed || v->s->versions[e->proposal].sealed;
        process_apply(v->s, v->all, i);
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

static bool sees(const viewing *v, int index);

static bool incident_is_hidden(const viewing *v, const process_event *e) {
    if (e->kind != EVENT_DISPUTE && e->kind != EVENT_VERIFY) return false;
    int i = process_find_incident(v->s, e->name);
    return i >= 0 && !sees(v, v->s->incidents[i].event);
}

static bool sees(const viewing *v, int index) {
    const process_event *e = &v->all[index];
    if (names_hidden(v, e)) return false;
    if (v->viewer < 0) return true;
    if (e->kind == EVENT_CONFER || !view_is_open(v->whole, e, v->viewer))
        return false;
    if (v->sealed[index] && e->by != v->viewer &&
        !process_all_accept(v->s, e->proposal))
        return false;
    return !incident_is_hidden(v, e);
}

/* The desk sees all of the log; but some of it may be later than asked. */
static const process_event *see_all(const process_event *all, int *count,
                                    moment at) {
    int kept = *count;
    while (at.given && kept > 0 && all[kept - 1].at.seconds > time_end(at))
        kept--;
    *count = kept;
    return all;
}

const process_event *process_view(const process_event *all, int *count,
                                  const process_sight *by, arena *mem) {
    viewing v = {.all = all,
                 .count = *count,
                 .whole = by->whole,
                 .viewer = by->viewer,
                 .mem = mem};
    if (by->viewer < 0 && by->seen == by->whole)
        return see_all(all, count, by->at);
    find_proposals(&v, by->seen);
    fold(&v, by->at);
    process_event *kept = ARENA_ARRAY(mem, process_event, v.count + 1);
    *count = 0;
    for (int i = 0; i < v.count; i++) {
        if (!sees(&v, i)) continue;
        process_event *e = &kept[(*count)++];
        *e = all[i];
        e->proposal = proposal_in(&v, e->proposal);
        e->other = proposal_in(&v, e->other);
    }
    return kept;
}
