/* SPDX-License-Identifier: Apache-2.0
 * Folding the log for a lens. All times are computed for the hour that is
 * asked for, or else for the last event or the case's as-of, whichever is
 * later: never for the clock on the wall. */
#include "lens/talks.h"

/* --- What is on the table --- */

bool talks_know(const talks_stand *t, int proposal) {
    return t->s->versions[proposal].cause != PROCESS_BY_CASE;
}

/* A round that the log has closed is over. What the case calls rejected is a
 * report's word for one refusal, and can still be talked about. */
static bool is_gone(const talks_stand *t, int proposal) {
    process_stage stage = t->s->versions[proposal].stage;
    if (stage == STAGE_CLOSED) return talks_know(t, proposal);
    return stage >= STAGE_LAPSED;
}

talks_offer talks_offer_of(const talks_stand *t, int proposal) {
    const case_origin *origin = &t->s->c->proposals[proposal].origin;
    if (is_gone(t, proposal)) return TALKS_GONE;
    bool made =
        talks_know(t, proposal) || origin->source != CASE_SOURCE_ANALYST;
    return made ? TALKS_TABLE : TALKS_VARIANT;
}

int_list talks_offers(const talks_stand *t, talks_offer least, arena *mem) {
    int *items = ARENA_ARRAY(mem, int, t->s->c->proposal_count + 1);
    int count = 0;
    for (int i = 0; i < t->s->c->proposal_count; i++)
        if (talks_offer_of(t, i) >= least) items[count++] = i;
    return (int_list){items, count};
}

int_list talks_standing(const talks_stand *t, arena *mem) {
    int_list all = talks_offers(t, TALKS_VARIANT, mem);
    return all.count > 0 ? all : talks_offers(t, TALKS_GONE, mem);
}

/* --- Folding --- */

static bool is_later(moment a, moment b) {
    return a.given && (!b.given || time_end(a) > time_end(b));
}

/* What the viewer saw at an earlier hour: a seal that was not open then. */
static process_seen seen_at(const lens_request *q, moment at, arena *mem) {
    process_sight by = {q->full, q->c, q->selection.viewer, at};
    return process_view(q->log.events, q->log.count, &by, mem);
}

talks_stand talks_fold(const lens_request *q, moment at, arena *mem) {
    process_seen seen = at.given ? seen_at(q, at, mem) : q->seen;
    talks_stand t = {.events = seen.events, .count = seen.count};
    if (!at.given) at = q->selection.at;
    t.s = process_begin(q->c, mem);
    for (int i = 0; i < t.count; i++)
        process_apply(t.s, t.events[i]);
    t.now = q->c->as_of;
    if (t.count > 0 && is_later(t.events[t.count - 1]->at, t.now))
        t.now = t.events[t.count - 1]->at;
    if (at.given) t.now = at;
    if (t.now.given) process_run_to(t.s, time_end(t.now));
    return t;
}

const char *talks_place(const process_event *e, arena *mem) {
    return e->source ? e->source
                     : arena_format(mem, "log %s", time_print(e->at, mem));
}

void talks_cite(doc_text *t, const process_event *e) {
    doc_cite(t, e->id, talks_place(e, t->mem));
}
