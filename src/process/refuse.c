/* SPDX-License-Identifier: Apache-2.0
 *
 * Which event can come next, and if not, why?
 *
 * A table says which kinds each stage takes; what a kind needs beside that is
 * a function of its own. A refusal names the reason, the state that stands,
 * and what would be possible. The log goes forward: an event is never dated
 * before the last one (what was said earlier is a statement with its own
 * date).
 */
#include <string.h>

#include "base/text.h"
#include "process/state_int.h"

#define BIT(kind) (1u << (kind))
enum {
    MOVES = BIT(EVENT_SEND) | BIT(EVENT_DELIVER) | BIT(EVENT_STUDY) |
            BIT(EVENT_ANSWER),
    DROPS = BIT(EVENT_WITHDRAW) | BIT(EVENT_SUPERSEDE),
    ENDS = BIT(EVENT_LAPSE) | BIT(EVENT_BREAK),
};

static const unsigned takes[STAGES] = {
    [STAGE_NONE] = BIT(EVENT_DRAFT),
    [STAGE_FLOATED] = BIT(EVENT_SEND) | DROPS,
    [STAGE_SENT] = MOVES | DROPS,
    [STAGE_CLOSED] = DROPS,
    [STAGE_AGREED] = BIT(EVENT_DECLARE) | BIT(EVENT_SUPERSEDE),
    [STAGE_DECLARED] = BIT(EVENT_START) | ENDS,
    [STAGE_IN_FORCE] = BIT(EVENT_START) | BIT(EVENT_INCIDENT) |
                       BIT(EVENT_EXTEND) | BIT(EVENT_SUPERSEDE) | ENDS,
};

typedef struct question {
    process_state *s;
    const process_event *e;
    const case_proposal *p;
    process_version v; /* as the clock leaves it by then */
    arena *mem;
} question;

static const char *actor(const question *q, int index) {
    return index < 0 ? "the desk" : q->s->c->actors[index].name;
}

static const char *time_of(const question *q, int64_t at) {
    int32_t offset = zone_offset(q->v.z, at);
    return time_print((moment){.seconds = at, .offset = offset, .given = true},
                      q->mem);
}

/* What was refused is not among it. */
static const char *possible(const question *q) {
    const char *text = NULL;
    for (int k = 0; k < EVENT_KINDS; k++) {
        if (!(takes[q->v.stage] & BIT(k)) || k == (int)q->e->kind) continue;
        const char *name = event_kind_name((event_kind)k);
        text = text ? arena_format(q->mem, "%s, %s", text, name) : name;
    }
    return text ? text : "nothing more; draft a new version";
}

static const char *standing(const question *q) {
    const char *name = process_stage_name(q->v.stage);
    if (q->v.stage == STAGE_NONE) return "the log has no draft of it yet";
    if (q->v.cause == PROCESS_BY_CASE)
        return arena_format(q->mem, "by the case it is %s", name);
    return arena_format(q->mem, "it is %s since %s", name,
                        time_of(q, q->v.since));
}

/* --- What to do next --- */

/* The party that the event is about, or -1. */
static int party_of(const question *q) {
    const process_event *e = q->e;
    bool carried = e->kind == EVENT_SEND || e->kind == EVENT_DELIVER;
    if (carried) return e->to.count > 0 ? e->to.items[0] : -1;
    return e->kind == EVENT_ANSWER || e->kind == EVENT_STUDY ? e->by : -1;
}

/* The step on its way to the party that has not been taken. */
static const char *next_hop(const question *q) {
    int party = party_of(q);
    if (party < 0 || party >= q->s->c->party_count) return NULL;
    const process_place *p = &q->v.places[party];
    const char *id = q->s->c->actors[party].id;
    if (p->answered >= 0 || q->e->kind == EVENT_SEND) return NULL;
    if (p->sent < 0)
        return arena_format(q->mem, "send CASE %s %s", q->p->id, id);
    if (p->delivered < 0)
        return arena_format(q->mem, "log CASE deliver %s to=%s", q->p->id, id);
    return arena_format(q->mem, "answer CASE %s %s accept|reject|reply",
                        q->p->id, id);
}

/* A command without its first word, or NULL. */
static const char *next_command(const question *q) {
    static const char *const commands[STAGES][2] = {
        [STAGE_NONE] = {"draft CASE ", ""},
        [STAGE_FLOATED] = {"send CASE ", " PARTY..."},
        [STAGE_CLOSED] = {"draft CASE NEW FILE --parent ", ""},
        [STAGE_AGREED] = {"log CASE declare ", ""},
        [STAGE_DECLARED] = {"log CASE start ", ""},
        [STAGE_LAPSED] = {"draft CASE NEW FILE --parent ", ""},
        [STAGE_BROKEN] = {"draft CASE NEW FILE --parent ", ""},
        [STAGE_WITHDRAWN] = {"draft CASE NEW FILE --parent ", ""},
        [STAGE_SUPERSEDED] = {"draft CASE NEW FILE --parent ", ""},
    };
    const char *const *words = commands[q->v.stage];
    bool on_its_way = q->v.stage == STAGE_FLOATED || q->v.stage == STAGE_SENT;
    const char *hop = on_its_way ? next_hop(q) : NULL;
    if (hop) return hop;
    if (!words[0] || takes[q->v.stage] & BIT(q->e->kind)) return NULL;
    int_list by = q->p->phases[0].declared_by;
    if (q->v.stage == STAGE_AGREED && by.count > 0)
        return arena_format(q->mem, "%s%s by=%s", words[0], q->p->id,
                            q->s->c->actors[by.items[0]].id);
    return arena_format(q->mem, "%s%s%s", words[0], q->p->id, words[1]);
}

static const char *refuse(const question *q, const char *why) {
    const char *next = next_command(q);
    return arena_format(q->mem, "%s of \"%s\": %s; %s; possible: %s%s%s",
                        event_kind_name(q->e->kind), q->p->id, why, standing(q),
                        possible(q), next ? "; next: parley " : "",
                        next ? next : "");
}

/* --- What kinds need --- */

static bool is_party(const question *q, int index) {
    return index >= 0 && index < q->s->c->party_count;
}

static const char *check_draft(const question *q) {
    bool own = q->e->other == q->e->proposal;
    return own ? "it can't be its own parent" : NULL;
}

static bool is_barred(const question *q, int a, int b) {
    const case_model *c = q->s->c;
    for (int i = 0; i < c->channel_count; i++) {
        const case_channel *one = &c->channels[i];
        bool same =
            (one->a == a && one->b == b) || (one->a == b && one->b == a);
        if (same) return one->state == CASE_BARRED;
    }
    return false;
}

static const char *check_hop(const question *q, int from, int to) {
    if (from < 0 || from == to || !is_barred(q, from, to)) return NULL;
    const char *routes =
        q->s->routes ? q->s->routes(q->s->c, from, to, q->mem) : NULL;
    return arena_format(q->mem, "the channel from %s to %s is barred%s%s",
                        actor(q, from), actor(q, to),
                        routes ? "; open routes: " : "", routes ? routes : "");
}

static const char *check_way(const question *q, int party) {
    int from = q->e->by;
    for (int i = 0; i < q->e->via.count; i++) {
        const char *why = check_hop(q, from, q->e->via.items[i]);
        if (why) return why;
        from = q->e->via.items[i];
    }
    return check_hop(q, from, party);
}

static const char *check_seal(const question *q) {
    const process_event *e = q->e;
    if (e->until.given && !e->sealed)
        return "an hour is set for sealed answers alone";
    if (e->until.given && e->until.seconds <= e->at.seconds)
        return "the hour for answers is past";
    if (!e->sealed) return NULL;
    bool other =
        q->v.sealed && (q->v.has_hour != e->until.given ||
                        (e->until.given && q->v.hour != e->until.seconds));
    if (other) return "its answers are sealed until another hour";
    for (int i = 0; i < q->s->c->party_count; i++)
        if (!q->v.sealed && q->v.places[i].answered >= 0)
            return "it was answered before answers were sealed";
    return NULL;
}

static const char *check_send(const question *q) {
    for (int i = 0; i < q->e->to.count; i++) {
        int party = q->e->to.items[i];
        if (!is_party(q, party))
            return arena_format(q->mem, "%s is no party; name relays in via",
                                actor(q, party));
        if (q->v.places[party].delivered >= 0)
            return arena_format(q->mem, "%s has it already", actor(q, party));
        const char *why = check_way(q, party);
        if (why) return why;
    }
    return check_seal(q);
}

static const char *check_deliver(const question *q) {
    for (int i = 0; i < q->e->to.count; i++) {
        int party = q->e->to.items[i];
        if (!is_party(q, party))
            return arena_format(q->mem, "%s is no party", actor(q, party));
        if (q->v.places[party].sent < 0)
            return arena_format(q->mem, "it was never sent to %s",
                                actor(q, party));
        if (q->v.places[party].delivered >= 0)
            return arena_format(q->mem, "%s has it already", actor(q, party));
    }
    return NULL;
}

static bool sent_by_case(const question *q) {
    case_proposal_status status = q->p->status;
    return status == CASE_SENT || status == CASE_UNDER_STUDY;
}

static const char *check_reader(const question *q) {
    int party = q->e->by;
    if (!is_party(q, party))
        return arena_format(q->mem, "%s is no party", actor(q, party));
    if (q->v.places[party].delivered < 0 && !sent_by_case(q))
        return arena_format(q->mem, "it was never delivered to %s",
                            actor(q, party));
    if (q->v.places[party].answered >= 0)
        return arena_format(q->mem,
                            "%s has answered; a new version can be "
                            "drafted",
                            actor(q, party));
    return NULL;
}

static const char *check_answer(const question *q) {
    const char *why = check_reader(q);
    if (why) return why;
    bool reply = q->e->answer == EVENT_REPLY;
    if (reply && q->e->other < 0) return "a reply names its \"draft\"";
    if (!reply && q->e->other >= 0) return "only a reply has a \"draft\"";
    if (q->e->other == q->e->proposal)
        return "a reply is another draft than this one";
    return NULL;
}

static const char *check_declare(const question *q) {
    int_list by = q->p->phases[0].declared_by;
    bool may = by.count == 0;
    for (int i = 0; i < by.count; i++)
        if (by.items[i] == q->e->by) may = true;
    if (!may)
        return arena_format(q->mem,
                            "the plan has it declared by %s, not by "
                            "%s",
                            actor(q, by.items[0]), actor(q, q->e->by));
    if (q->e->until.given && q->e->until.seconds < q->e->at.seconds)
        return "it can't start before it is declared";
    return NULL;
}

static const char *check_start(const question *q) {
    bool running = q->v.stage == STAGE_IN_FORCE;
    int next = running ? q->v.phase + 2 : 1;
    int asked = q->e->phase > 0 ? q->e->phase : running ? q->v.phase + 1 : 1;
    if (asked != next && !(running && asked == q->v.phase + 1))
        return arena_format(q->mem, "phase %d is not next", asked);
    if (asked > q->p->phase_count)
        return arena_format(q->mem, "the plan has no phase %d", asked);
    return NULL;
}

static const char *check_incident(const question *q) {
    if (process_find_incident(q->s, q->e->id) < 0) return NULL;
    return arena_format(q->mem, "an incident \"%s\" is there already",
                        q->e->id);
}

static const char *check_extend(const question *q) {
    const process_event *e = q->e;
    if (e->until.given == (e->lasts.days > 0))
        return "either \"lasts\" or \"until\" says for how long";
    if (!e->until.given && q->v.phase_ends == INT64_MAX)
        return "no end is set that could be moved";
    bool later = q->v.phase_ends == INT64_MAX
                     ? e->until.seconds > e->at.seconds
                     : e->until.seconds > q->v.phase_ends;
    return e->until.given && !later ? "the new end is no later" : NULL;
}

static const char *check_supersede(const question *q) {
    int by = q->e->other;
    if (by == q->e->proposal) return "it can't supersede itself";
    const process_version *other = &q->s->versions[by];
    if (other->stage == STAGE_NONE) return "nobody has put the other forward";
    bool bound = q->v.stage == STAGE_AGREED || q->v.stage == STAGE_IN_FORCE;
    if (bound && other->stage != STAGE_AGREED)
        return "what all agreed to gives way only to what all agree to";
    return NULL;
}

static const char *check_kind(const question *q) {
    static const char *(*const checks[EVENT_KINDS])(const question *) = {
        [EVENT_DRAFT] = check_draft,     [EVENT_SEND] = check_send,
        [EVENT_DELIVER] = check_deliver, [EVENT_STUDY] = check_reader,
        [EVENT_ANSWER] = check_answer,   [EVENT_DECLARE] = check_declare,
        [EVENT_START] = check_start,     [EVENT_INCIDENT] = check_incident,
        [EVENT_EXTEND] = check_extend,   [EVENT_SUPERSEDE] = check_supersede,
    };
    return checks[q->e->kind] ? checks[q->e->kind](q) : NULL;
}

/* --- All of it --- */

static const char *check_settling(process_state *s, const process_event *e) {
    int i = process_find_incident(s, e->name);
    if (i < 0)
        return arena_format(
            s->mem, "no incident \"%s\" was reported; possible: incident",
            e->name);
    if (s->incidents[i].state == INCIDENT_VERIFIED)
        return arena_format(s->mem,
                            "incident \"%s\" is verified; nothing "
                            "more can be said of it here",
                            e->name);
    if (e->kind == EVENT_DISPUTE && s->incidents[i].state == INCIDENT_DISPUTED)
        return arena_format(s->mem,
                            "incident \"%s\" is disputed already; "
                            "possible: verify",
                            e->name);
    return NULL;
}

static const char *check_version(process_state *s, const process_event *e) {
    question q = {.s = s,
                  .e = e,
                  .p = &s->c->proposals[e->proposal],
                  .v = s->versions[e->proposal],
                  .mem = s->mem};
    process_run_version(s, e->proposal, &q.v, e->at.seconds);
    if (!(takes[q.v.stage] & BIT(e->kind)))
        return refuse(&q, "it can't come now");
    const char *why = check_kind(&q);
    return why ? refuse(&q, why) : NULL;
}

const char *process_refuses(process_state *s, const process_event *e) {
    if (e->at.seconds < s->latest)
        return arena_format(
            s->mem,
            "it is dated %s, before the log's last event; the log "
            "goes forward (a statement can have a date of its own)",
            time_print(e->at, s->mem));
    switch (e->kind) {
    case EVENT_STATEMENT:
    case EVENT_CONTACT:
    case EVENT_CONFER:
    case EVENT_GUARANTEE:
        return NULL;
    case EVENT_DISPUTE:
    case EVENT_VERIFY:
        return check_settling(s, e);
    default:
        return check_version(s, e);
    }
}
