/* SPDX-License-Identifier: Apache-2.0
 *
 * What does the clock alone bring about?
 *
 *   - sealed answers close at their hour, if not all have said yes;
 *   - a truce declared for an hour is in force from that hour;
 *   - a phase of stated length ends, and the next one begins or nothing is in
 *     force any more;
 *   - an open phase whose talks have a deadline and whose plan says `resume`
 *     ends there; with `stay` it goes on.
 *
 * All spans are half-open: at the hour itself the thing is over. A phase with
 * `when:` begins only if its condition holds among the terms carried out so
 * far, or if its event (the kind or the id of an event on this version) has
 * come; where the phase before it ends first, the plan ends with it.
 */
#include <string.h>

#include "base/text.h"
#include "process/state_int.h"

void stage_set(process_version *v, process_stage stage, int64_t at, int cause) {
    v->stage = stage;
    v->since = at;
    v->cause = cause;
}

static int64_t end_of(const case_phase *p, const zone *z, int64_t began) {
    if (!p->lasts.open) return zone_after(z, began, p->lasts);
    if (p->talks && p->talks->fail == CASE_RESUME)
        return zone_after(z, began, p->talks->by);
    return INT64_MAX;
}

void clock_enter(const process_state *s, int version, process_version *v, int k,
                 int64_t at) {
    v->phase = k;
    v->phase_began = at;
    v->phase_ends = end_of(&s->c->proposals[version].phases[k], v->z, at);
    v->extended = 0;
}

/* --- What a phase waits for --- */

/* The terms of phases 0 to k. */
static void carry_out(const case_proposal *p, int k, int *outcome) {
    for (int j = 0; j <= k && j < p->phase_count; j++)
        for (int t = 0; t < p->phases[j].terms.count; t++) {
            const case_term *term = &p->phases[j].terms.items[t];
            outcome[term->issue] = term->options.items[0];
        }
}

/* Today's options with the terms of phases 0 to k carried out. */
static bool holds_after(const process_state *s, const case_proposal *p, int k,
                        const expr *when) {
    const case_model *c = s->c;
    if (!c->has_now) return false;
    arena_place place = arena_mark(s->mem);
    int *outcome = ARENA_ARRAY(s->mem, int, c->issue_count + 1);
    for (int i = 0; i < c->issue_count; i++)
        outcome[i] = c->issues[i].now;
    carry_out(p, k, outcome);
    bool holds = expr_holds(when, outcome);
    arena_back(s->mem, place);
    return holds;
}

static bool is_named(const char *name, const process_event *e) {
    return text_same(name, event_kind_name(e->kind)) ||
           (e->id && text_same(name, e->id));
}

bool clock_awaits(const process_state *s, int version, const process_version *v,
                  const process_event *e) {
    const case_proposal *p = &s->c->proposals[version];
    if (v->stage != STAGE_IN_FORCE || v->phase + 1 >= p->phase_count)
        return false;
    const char *event = p->phases[v->phase + 1].when_event;
    return event && is_named(event, e);
}

static bool can_begin(const process_state *s, int version, int k) {
    const case_proposal *p = &s->c->proposals[version];
    if (k >= p->phase_count || p->phases[k].when_event) return false;
    return !p->phases[k].when || holds_after(s, p, k - 1, p->phases[k].when);
}

bool process_can_follow(const process_state *s, int version) {
    return can_begin(s, version, s->versions[version].phase + 1);
}

bool process_standing(const process_state *s, int *outcome) {
    const case_model *c = s->c;
    if (!c->has_now) return false;
    for (int i = 0; i < c->issue_count; i++)
        outcome[i] = c->issues[i].now;
    for (int i = 0; i < c->proposal_count; i++)
        if (s->versions[i].stage == STAGE_IN_FORCE)
            carry_out(&c->proposals[i], s->versions[i].phase, outcome);
    return true;
}

/* --- Running --- */

static bool is_running(const process_version *v) {
    return v->stage == STAGE_IN_FORCE;
}

static bool is_asked(const process_version *v) {
    return v->stage == STAGE_SENT || v->stage == STAGE_FLOATED;
}

int64_t process_next(const process_version *v) {
    if (is_asked(v) && v->sealed && v->has_hour) return v->hour;
    if (v->stage == STAGE_DECLARED && v->has_start) return v->starts;
    return is_running(v) ? v->phase_ends : INT64_MAX;
}

/* One thing that the clock brings about by `at`; false: nothing more. */
static bool step(const process_state *s, int version, process_version *v,
                 int64_t at) {
    int64_t next = process_next(v);
    if (next == INT64_MAX || at < next) return false;
    if (is_asked(v)) {
        stage_set(v, STAGE_CLOSED, v->hour, PROCESS_BY_CLOCK);
    } else if (v->stage == STAGE_DECLARED) {
        stage_set(v, STAGE_IN_FORCE, v->starts, PROCESS_BY_CLOCK);
        clock_enter(s, version, v, 0, v->starts);
    } else if (can_begin(s, version, v->phase + 1))
        clock_enter(s, version, v, v->phase + 1, v->phase_ends);
    else
        stage_set(v, STAGE_LAPSED, v->phase_ends, PROCESS_BY_CLOCK);
    return true;
}

void process_run_version(const process_state *s, int version,
                         process_version *v, int64_t at) {
    while (step(s, version, v, at))
        continue;
}

void process_run_to(process_state *s, int64_t at) {
    for (int i = 0; i < s->c->proposal_count; i++)
        process_run_version(s, i, &s->versions[i], at);
}
