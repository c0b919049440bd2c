/* SPDX-License-Identifier: Apache-2.0
 *
 * What the log says of where a proposal stands: its state and since when, the
 * clock of the phase in force, with whom it lies and by whose hand, answers
 * and incidents. Other parties' answers in a sealed
 * round are not in the events of a party's view, so nothing here need hide
 * them; but neither may it say of anybody that an answer is still owed.
 */
#include "case/fields.h"
#include "lens/status_lens.h"
#include "lens/talks.h"
#include "record/phrase.h"

enum { DAY = 86400, HOUR = 3600 };

static const char *clock_text(const status_finder *f, const zone *z,
                              int64_t at) {
    return time_print(zone_moment(z, at), f->mem);
}

static const char *event_time(const status_finder *f, int event) {
    return time_print(f->a->events[event]->at, f->mem);
}

static const char *name_of(const status_finder *f, int actor) {
    return actor < 0 ? "the mediator's desk" : f->c->actors[actor].name;
}

/* "5 days 3 hours", for what is left. */
static const char *span_text(const status_finder *f, int64_t seconds) {
    long long days = (long long)(seconds / DAY);
    long long hours = (long long)(seconds % DAY / HOUR);
    long long minutes = (long long)(seconds % HOUR / 60);
    if (days > 0)
        return arena_format(f->mem, "%lld day%s %lld hour%s", days,
                            days == 1 ? "" : "s", hours, hours == 1 ? "" : "s");
    return arena_format(f->mem, "%lld hour%s %lld minute%s", hours,
                        hours == 1 ? "" : "s", minutes,
                        minutes == 1 ? "" : "s");
}

/* --- The state --- */

static bool is_discussed(process_stage stage) {
    return stage == STAGE_FLOATED || stage == STAGE_SENT;
}

/* "Egypt, Qatar", or "". */
static const char *authors(const status_finder *f, const case_proposal *p) {
    const char *names = "";
    for (int i = 0; i < p->by.count; i++)
        names = arena_format(f->mem, "%s%s%s", names, i > 0 ? ", " : "",
                             name_of(f, p->by.items[i]));
    return names;
}

static void add_case_state(status_finder *f, status_proposal *p) {
    const case_proposal *proposal = &f->c->proposals[p->proposal];
    const process_version *v = &f->a->s->versions[p->proposal];
    bool none = proposal->status == CASE_STATUS_NONE;
    const char *word = none ? "none" : fields_statuses[proposal->status - 1];
    const char *by = authors(f, proposal);
    const char *stage = is_discussed(v->stage) ? "Under discussion" : "State";
    status_line *line =
        none && *by
            ? status_add(f, &p->lines, STATUS_STATE, "Put forward by %s", by)
        : none ? status_add(f, &p->lines, STATUS_STATE, "Not put forward")
               : status_add(f, &p->lines, STATUS_STATE, "%s: %s%s%s", stage,
                            word, *by ? ", put forward by " : "", by);
    line->word = word;
    line->when = proposal->date;
    line->origin = none ? &proposal->origin : &proposal->status_origin;
}

static const char *closed_text(const process_version *v) {
    if (v->cause == PROCESS_BY_CLOCK)
        return "closed at its hour: not all said "
               "yes";
    return "closed: not all said yes";
}

static const char *stage_text(const status_finder *f,
                              const process_version *v) {
    switch (v->stage) {
    case STAGE_CLOSED:
        return closed_text(v);
    case STAGE_AGREED:
        return "agreed: all said yes";
    case STAGE_DECLARED:
        return v->has_start ? arena_format(f->mem, "declared, to start at %s",
                                           clock_text(f, v->z, v->starts))
                            : "declared; no hour is set for its start";
    case STAGE_IN_FORCE:
        return v->extended > 0 ? "in force, extended" : "in force";
    case STAGE_LAPSED:
        return v->cause == PROCESS_BY_CLOCK ? "lapsed: its time ran out"
                                            : "lapsed";
    case STAGE_SUPERSEDED:
        return v->other < 0 ? "superseded"
                            : arena_format(f->mem, "superseded by %s",
                                           f->c->proposals[v->other].name);
    default:
        return process_stage_name(v->stage);
    }
}

static const char *fallback_text(const status_finder *f, int proposal,
                                 const process_version *v) {
    const case_proposal *p = &f->c->proposals[proposal];
    const case_talks *talks = p->phases[p->phase_count - 1].talks;
    if (v->stage != STAGE_LAPSED || !talks) return "";
    return talks->fail == CASE_RESUME
               ? "; by the plan matters fall back to where they stood before"
               : "; by the plan what is in force stays";
}

static void add_state(status_finder *f, status_proposal *p) {
    const process_version *v = &f->a->s->versions[p->proposal];
    if (v->cause == PROCESS_BY_CASE) {
        add_case_state(f, p);
        return;
    }
    bool clocked = v->cause == PROCESS_BY_CLOCK;
    status_line *line = status_add(
        f, &p->lines, STATUS_STATE, "State: %s%s, since %s%s", stage_text(f, v),
        fallback_text(f, p->proposal, v),
        clocked ? clock_text(f, v->z, v->since) : event_time(f, v->cause),
        clocked ? " by the clock" : "");
    line->word = process_stage_name(v->stage);
    line->when = zone_moment(v->z, v->since);
    line->event = clocked ? v->declared : v->cause;
}

static void add_version(status_finder *f, status_proposal *p) {
    const char *version = talks_version(f->c, p->proposal, f->mem);
    if (!version) return;
    status_line *line =
        status_add(f, &p->lines, STATUS_STATE, "This is %s", version);
    line->word = "version";
    line->when = f->c->proposals[p->proposal].date;
    line->event = f->a->s->versions[p->proposal].drafted;
    line->origin = &f->c->proposals[p->proposal].origin;
}

static void add_phase(status_finder *f, status_proposal *p) {
    const process_version *v = &f->a->s->versions[p->proposal];
    const case_proposal *proposal = &f->c->proposals[p->proposal];
    if (v->stage != STAGE_IN_FORCE) return;
    const char *end = "without an end that is set";
    if (v->phase_ends < INT64_MAX)
        end = arena_format(f->mem, "until %s, %s left",
                           clock_text(f, v->z, v->phase_ends),
                           span_text(f, v->phase_ends - time_end(f->a->now)));
    status_line *line = status_add(
        f, &p->lines, STATUS_STATE, "Phase %d of %d, %s: %s%s", v->phase + 1,
        proposal->phase_count, proposal->phases[v->phase].name, end,
        v->extended > 0 ? " (extended)" : "");
    line->word = "phase";
    line->when = zone_moment(v->z, v->phase_began);
    line->event = v->confirmed >= 0 ? v->confirmed : v->declared;
    line->origin = &proposal->phases[v->phase].origin;
}

static void add_next(status_finder *f, status_proposal *p) {
    talks_stand t = {f->a->events, f->a->s->event_count, f->a->s, f->a->now};
    const char *next = talks_next(&t, p->proposal, f->mem);
    const char *need = talks_need(&t, f->mem);
    const process_version *v = &f->a->s->versions[p->proposal];
    if (next)
        status_add(f, &p->lines, STATUS_STATE, "Then: %s", next)->word = "next";
    if (need && talks_know(&t, p->proposal) && v->stage == STAGE_IN_FORCE)
        status_add(f, &p->lines, STATUS_STATE, "As things stand %s", need)
            ->word = "talks-need";
}

/* --- With whom --- */

static const char *way_of(const status_finder *f, const process_event *e) {
    const char **names = ARENA_ARRAY(f->mem, const char *, e->via.count + 1);
    for (int i = 0; i < e->via.count; i++)
        names[i] = name_of(f, e->via.items[i]);
    if (e->via.count == 0) return "";
    return arena_format(f->mem, " through %s",
                        record_list_print(names, e->via.count, f->mem));
}

static void add_answer(status_finder *f, status_proposal *p, int event) {
    static const char *const words[] = {"accepted", "rejected",
                                        "answered with a draft of its own"};
    const process_event *e = f->a->events[event];
    bool sealed = e->sealed || f->a->s->versions[p->proposal].sealed;
    const char *other =
        e->other < 0
            ? ""
            : arena_format(f->mem, " (%s)", f->c->proposals[e->other].name);
    status_line *line = status_add(
        f, &p->lines, STATUS_ANSWER, "%s: %s%s%s, %s%s%s", name_of(f, e->by),
        words[e->answer], other, sealed ? " under seal" : "",
        event_time(f, event), e->text ? "; " : "", e->text ? e->text : "");
    line->who = f->c->actors[e->by].id;
    line->word = event_answer_name(e->answer);
    line->when = e->at;
    line->event = event;
}

static void add_place(status_finder *f, status_proposal *p, int party) {
    const process_version *v = &f->a->s->versions[p->proposal];
    const process_place *place = &v->places[party];
    const char *word = "under-study", *what = "under study by";
    int event = place->studied;
    if (event < 0) {
        event = place->delivered;
        word = "delivered", what = "in the hands of";
    }
    if (event < 0) {
        event = place->sent;
        word = "on-the-way", what = "on its way to";
    }
    if (event < 0) return;
    const char *way = place->sent >= 0 && event == place->sent
                          ? way_of(f, f->a->events[event])
                          : "";
    status_line *line =
        status_add(f, &p->lines, STATUS_PENDING, "Pending: %s %s%s since %s",
                   what, name_of(f, party), way, event_time(f, event));
    line->who = f->c->actors[party].id;
    line->word = word;
    line->when = f->a->events[event]->at;
    line->event = event;
}

static void add_places(status_finder *f, status_proposal *p) {
    const process_version *v = &f->a->s->versions[p->proposal];
    for (int i = 0; i < f->c->party_count; i++) {
        if (v->places[i].answered >= 0)
            add_answer(f, p, v->places[i].answered);
        else if (v->stage == STAGE_SENT)
            add_place(f, p, i);
    }
    if (v->stage != STAGE_SENT || !v->sealed) return;
    (void)status_add(f, &p->lines, STATUS_PENDING,
                     "Answers are sealed%s%s: they open together once all "
                     "have said yes",
                     v->has_hour ? " until " : "",
                     v->has_hour ? clock_text(f, v->z, v->hour) : "");
}

/* --- Incidents --- */

static const char *const incident_words[] = {"reported", "disputed",
                                             "verified"};

static void add_incident(status_finder *f, status_proposal *p,
                         const process_incident *i) {
    const process_event *e = f->a->events[i->event];
    const process_event *last = f->a->events[i->cause];
    const char *then =
        i->cause == i->event
            ? ""
            : arena_format(f->mem, "; %s by %s, %s", incident_words[i->state],
                           name_of(f, last->by), event_time(f, i->cause));
    status_line *line = status_add(
        f, &p->lines, STATUS_INCIDENT, "Incident%s%s: reported by %s, %s%s%s%s",
        e->clause ? " under " : "", e->clause ? e->clause : "",
        name_of(f, e->by), event_time(f, i->event), then, e->text ? "; " : "",
        e->text ? e->text : "");
    line->who = e->by < 0 ? NULL : f->c->actors[e->by].id;
    line->word = incident_words[i->state];
    line->when = e->at;
    line->event = i->cause;
}

static void add_earlier(status_finder *f, status_proposal *p, int before) {
    int count[] = {0, 0, 0};
    const char *parts[3];
    int kinds = 0;
    for (int i = 0; i < before; i++)
        if (f->a->s->incidents[i].version == p->proposal)
            count[f->a->s->incidents[i].state]++;
    for (int k = 0; k < 3; k++)
        if (count[k] > 0)
            parts[kinds++] =
                arena_format(f->mem, "%d %s", count[k], incident_words[k]);
    if (kinds == 0) return;
    status_line *line = status_add(f, &p->lines, STATUS_INCIDENT,
                                   "Earlier incidents: %s (--all shows them)",
                                   record_list_print(parts, kinds, f->mem));
    line->word = "earlier";
}

/* Where the latest incidents of a proposal begin. */
static int first_shown(const status_finder *f, int proposal) {
    const process_state *s = f->a->s;
    int first = s->incident_count, left = STATUS_LATEST;
    if (f->all) return 0;
    while (first > 0 && left > 0)
        if (s->incidents[--first].version == proposal) left--;
    return first;
}

static void add_incidents(status_finder *f, status_proposal *p) {
    int first = first_shown(f, p->proposal);
    add_earlier(f, p, first);
    for (int i = first; i < f->a->s->incident_count; i++)
        if (f->a->s->incidents[i].version == p->proposal)
            add_incident(f, p, &f->a->s->incidents[i]);
}

void status_find_talks(status_finder *f, status_proposal *p) {
    add_state(f, p);
    add_version(f, p);
    add_phase(f, p);
    add_next(f, p);
    add_places(f, p);
    add_incidents(f, p);
}
