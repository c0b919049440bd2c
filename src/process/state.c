/* SPDX-License-Identifier: Apache-2.0
 *
 * Where do the talks stand? The fold of events into a state.
 *
 * A version of a proposal is floated (a draft), sent (with each party: on its
 * way, in its hands, under study, answered), agreed as soon as every party of
 * the case has said yes, or closed when all have answered and not all said
 * yes; declared; in force from its start; and then lapsed, broken, or
 * superseded by what the talks settled. What the clock does is in clock.c,
 * which events can come next in refuse.c.
 *
 * A version begins with the status that the case gives it, so that a log can
 * go on from a record; where the case says no more than that, answers are
 * taken without a delivery on log.
 *
 * Taking in is total: of an event that doesn't fit what fits is taken. A log
 * holds no such event; the view of a log, which lacks what its viewer may not
 * see, may.
 */
#include "process/state.h"

#include <string.h>

#include "process/state_int.h"

const char *process_stage_name(process_stage stage) {
    static const char *const names[STAGES] = {[STAGE_NONE] = "none",
                                              [STAGE_FLOATED] = "floated",
                                              [STAGE_SENT] = "sent",
                                              [STAGE_CLOSED] = "closed",
                                              [STAGE_AGREED] = "agreed",
                                              [STAGE_DECLARED] = "declared",
                                              [STAGE_IN_FORCE] = "in-force",
                                              [STAGE_LAPSED] = "lapsed",
                                              [STAGE_BROKEN] = "broken",
                                              [STAGE_WITHDRAWN] = "withdrawn",
                                              [STAGE_SUPERSEDED] =
                                                  "superseded"};
    return names[stage];
}

/* --- How it begins --- */

static process_stage stage_of(case_proposal_status status) {
    switch (status) {
    case CASE_STATUS_NONE:
        break;
    case CASE_FLOATED:
        return STAGE_FLOATED;
    case CASE_SENT:
    case CASE_UNDER_STUDY:
        return STAGE_SENT;
    case CASE_REJECTED:
        return STAGE_CLOSED;
    case CASE_ACCEPTED:
    case CASE_STATUS_AGREED:
        return STAGE_AGREED;
    case CASE_DECLARED:
        return STAGE_DECLARED;
    case CASE_IN_FORCE:
    case CASE_EXTENDED:
        return STAGE_IN_FORCE;
    case CASE_LAPSED:
        return STAGE_LAPSED;
    case CASE_BROKEN:
        return STAGE_BROKEN;
    case CASE_STATUS_WITHDRAWN:
        return STAGE_WITHDRAWN;
    case CASE_SUPERSEDED:
        return STAGE_SUPERSEDED;
    }
    return STAGE_NONE;
}

process_state *process_begin(const case_model *c, arena *mem) {
    process_state *s = ARENA_NEW(mem, process_state);
    *s = (process_state){.c = c, .latest = INT64_MIN, .mem = mem};
    s->incident_names = names_new(mem);
    s->versions = ARENA_ARRAY(mem, process_version, c->proposal_count + 1);
    const zone *utc = zone_fixed(0, mem);
    for (int i = 0; i < c->proposal_count; i++) {
        const case_proposal *p = &c->proposals[i];
        process_version *v = &s->versions[i];
        *v = (process_version){.stage = stage_of(p->status),
                               .since = p->date.seconds,
                               .cause = PROCESS_BY_CASE,
                               .drafted = -1,
                               .declared = -1,
                               .other = -1,
                               .z = utc,
                               .phase_began = p->date.seconds,
                               .phase_ends = INT64_MAX,
                               .confirmed = -1};
        v->places = ARENA_ARRAY(mem, process_place, c->party_count + 1);
        for (int j = 0; j < c->party_count; j++)
            v->places[j] = (process_place){-1, -1, -1, -1};
    }
    return s;
}

/* --- Questions --- */

bool process_all_accept(const process_state *s, int version) {
    const process_version *v = &s->versions[version];
    for (int i = 0; i < s->c->party_count; i++) {
        int answered = v->places[i].answered;
        if (answered < 0 || s->events[answered]->answer != EVENT_ACCEPT)
            return false;
    }
    return true;
}

static bool all_answered(const process_state *s, const process_version *v) {
    for (int i = 0; i < s->c->party_count; i++)
        if (v->places[i].answered < 0) return false;
    return true;
}

const case_source *state_source(const case_model *c, const process_event *e) {
    if (!e->source) return NULL;
    const char *end = strstr(e->source, " par. ");
    size_t size = end ? (size_t)(end - e->source) : strlen(e->source);
    for (int i = 0; i < c->source_count; i++) {
        const case_source *s = &c->sources[i];
        if (strlen(s->id) == size && memcmp(s->id, e->source, size) == 0)
            return s;
    }
    return NULL;
}

static bool is_guarded(const case_access *a) {
    return a->limited || a->protect;
}

bool process_can_join(const case_model *c, const process_event *e) {
    const case_source *source = state_source(c, e);
    bool guarded =
        is_guarded(&e->access) || (source && is_guarded(&source->access));
    if (guarded || e->by < 0 || e->proposal < 0) return false;
    for (int i = 0; i < e->to.count; i++)
        if (e->to.items[i] == e->by || e->to.items[i] >= c->party_count)
            return false;
    return e->of == CASE_OF_ISSUES || e->to.count > 0;
}

int process_find_incident(const process_state *s, const char *id) {
    return id ? names_find(s->incident_names, 0, id) : -1;
}

/* --- Taking in --- */

static process_place *place_of(const process_state *s, process_version *v,
                               int party) {
    if (party < 0 || party >= s->c->party_count) return NULL;
    return &v->places[party];
}

static const zone *zone_of(const process_event *e, arena *mem) {
    return e->z ? e->z : zone_fixed(e->at.offset, mem);
}

static void carry(const process_state *s, process_version *v,
                  const process_event *e, int index) {
    for (int i = 0; i < e->to.count; i++) {
        process_place *p = place_of(s, v, e->to.items[i]);
        if (!p) continue;
        if (e->kind == EVENT_SEND)
            p->sent = index;
        else
            p->delivered = index;
    }
    if (v->stage == STAGE_NONE || v->stage == STAGE_FLOATED)
        stage_set(v, STAGE_SENT, e->at.seconds, index);
    if (e->kind != EVENT_SEND || !e->sealed) return;
    v->sealed = true;
    v->has_hour = v->has_hour || e->until.given;
    if (e->until.given) {
        v->hour = e->until.seconds;
        v->z = zone_of(e, s->mem);
    }
}

static void answer(process_state *s, process_version *v, const process_event *e,
                   int index) {
    process_place *p = place_of(s, v, e->by);
    if (!p) return;
    p->answered = index;
    if (v->stage > STAGE_SENT) return;
    if (process_all_accept(s, e->proposal))
        stage_set(v, STAGE_AGREED, e->at.seconds, index);
    else if (all_answered(s, v))
        stage_set(v, STAGE_CLOSED, e->at.seconds, index);
}

/* A bare date is its midnight in the zone. */
static int64_t instant_in(const zone *z, moment m) {
    return m.whole_day ? zone_instant(z, time_civil(m.seconds)) : m.seconds;
}

static void declare(process_state *s, process_version *v,
                    const process_event *e, int index) {
    const case_phase *first = &s->c->proposals[e->proposal].phases[0];
    moment start = e->until.given ? e->until : first->starts;
    stage_set(v, STAGE_DECLARED, e->at.seconds, index);
    v->declared = index;
    v->z = zone_of(e, s->mem);
    v->has_start = start.given;
    if (start.given) v->starts = instant_in(v->z, start);
}

static void start(process_state *s, process_version *v, const process_event *e,
                  int index) {
    if (v->stage != STAGE_IN_FORCE) {
        stage_set(v, STAGE_IN_FORCE, e->at.seconds, index);
        if (v->declared < 0) v->z = zone_of(e, s->mem);
        clock_enter(s, e->proposal, v, 0, e->at.seconds);
    } else if (e->phase == v->phase + 2 &&
               e->phase <= s->c->proposals[e->proposal].phase_count) {
        clock_enter(s, e->proposal, v, v->phase + 1, e->at.seconds);
    }
    v->confirmed = index;
}

static void extend(process_version *v, const process_event *e) {
    if (v->stage != STAGE_IN_FORCE) return;
    if (e->until.given)
        v->phase_ends = e->until.seconds;
    else if (v->phase_ends < INT64_MAX)
        v->phase_ends = zone_after(v->z, v->phase_ends, e->lasts);
    v->extended++;
}

static void report(process_state *s, const process_event *e, int index) {
    if (s->incident_count == s->incident_room) {
        int room = 2 * s->incident_room + 8;
        s->incidents =
            arena_grow(s->mem, s->incidents, (size_t)s->incident_count,
                       (size_t)room, sizeof *s->incidents);
        s->incident_room = room;
    }
    names_put(s->incident_names, 0, e->id, s->incident_count);
    s->incidents[s->incident_count++] =
        (process_incident){index, e->proposal, INCIDENT_REPORTED, index};
}

static void settle(process_state *s, const process_event *e, int index) {
    int i = process_find_incident(s, e->name);
    if (i < 0) return;
    s->incidents[i].state =
        e->kind == EVENT_VERIFY ? INCIDENT_VERIFIED : INCIDENT_DISPUTED;
    s->incidents[i].cause = index;
}

static bool same_list(int_list a, int_list b) {
    return a.count == b.count &&
           (a.count == 0 ||
            memcmp(a.items, b.items, (size_t)a.count * sizeof *a.items) == 0);
}

static bool same_promise(const process_event *a, const process_event *b) {
    return a->by == b->by && a->proposal == b->proposal && a->of == b->of &&
           same_list(a->to, b->to) && same_list(a->issues, b->issues);
}

static void promise(process_state *s, const process_event *e, int index) {
    for (int i = 0; i < s->promise_count; i++)
        if (same_promise(s->events[s->promises[i].event], e)) {
            s->promises[i].event = index;
            return;
        }
    if (s->promise_count == s->promise_room) {
        int room = 2 * s->promise_room + 8;
        s->promises = arena_grow(s->mem, s->promises, (size_t)s->promise_count,
                                 (size_t)room, sizeof *s->promises);
        s->promise_room = room;
    }
    s->promises[s->promise_count++] = (process_promise){index};
}

static void apply_to(process_state *s, process_version *v,
                     const process_event *e, int index) {
    int64_t at = e->at.seconds;
    switch (e->kind) {
    case EVENT_DRAFT:
        if (v->stage == STAGE_NONE) stage_set(v, STAGE_FLOATED, at, index);
        v->drafted = index;
        v->z = zone_of(e, s->mem);
        break;
    case EVENT_SEND:
    case EVENT_DELIVER:
        carry(s, v, e, index);
        break;
    case EVENT_STUDY:
        if (place_of(s, v, e->by)) place_of(s, v, e->by)->studied = index;
        break;
    case EVENT_ANSWER:
        answer(s, v, e, index);
        break;
    case EVENT_DECLARE:
        declare(s, v, e, index);
        break;
    case EVENT_START:
        start(s, v, e, index);
        break;
    case EVENT_EXTEND:
        extend(v, e);
        break;
    case EVENT_LAPSE:
        stage_set(v, STAGE_LAPSED, at, index);
        break;
    case EVENT_BREAK:
        stage_set(v, STAGE_BROKEN, at, index);
        break;
    case EVENT_WITHDRAW:
        stage_set(v, STAGE_WITHDRAWN, at, index);
        break;
    case EVENT_SUPERSEDE:
        stage_set(v, STAGE_SUPERSEDED, at, index);
        v->other = e->other;
        break;
    default:
        break;
    }
}

static int keep(process_state *s, const process_event *e) {
    if (s->event_count == s->event_room) {
        int room = 2 * s->event_room + 64;
        s->events = arena_grow(s->mem, s->events, (size_t)s->event_count,
                               (size_t)room, sizeof(const process_event *));
        s->event_room = room;
    }
    s->events[s->event_count] = e;
    return s->event_count++;
}

void process_apply(process_state *s, const process_event *e) {
    int index = keep(s, e);
    if (e->at.seconds > s->latest) s->latest = e->at.seconds;
    if (e->kind == EVENT_INCIDENT) report(s, e, index);
    if (e->kind == EVENT_DISPUTE || e->kind == EVENT_VERIFY)
        settle(s, e, index);
    if (e->kind == EVENT_GUARANTEE) promise(s, e, index);
    int version = e->proposal;
    if (e->kind == EVENT_DISPUTE || e->kind == EVENT_VERIFY) {
        int incident = process_find_incident(s, e->name);
        if (incident >= 0) version = s->incidents[incident].version;
    }
    if (version < 0) return;
    process_version *v = &s->versions[version];
    process_run_version(s, version, v, e->at.seconds);
    if (clock_awaits(s, version, v, e))
        clock_enter(s, version, v, v->phase + 1, e->at.seconds);
    apply_to(s, v, e, index);
}
