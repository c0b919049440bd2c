/* SPDX-License-Identifier: Apache-2.0
 * Where the log has the talks, for the lenses that speak of plans: each
 * proposal's state, whether what its next phase waits for (`when`) is there,
 * and whether talks can close on what is in force (`talks-need`). What
 * a phase waits for is judged on today's options with the earlier phases of its
 * own plan carried out, as the clock does; what talks need on all that is in
 * force. */
#include "lens/talks.h"
#include "record/change.h"

static const char *since(const process_version *v, arena *mem) {
    return time_print(zone_moment(v->z, v->since), mem);
}

const char *talks_state(const talks_stand *t, int proposal, arena *mem) {
    const process_version *v = &t->s->versions[proposal];
    const case_proposal *p = &t->s->c->proposals[proposal];
    if (v->stage != STAGE_IN_FORCE)
        return arena_format(mem, "%s since %s", process_stage_name(v->stage),
                            since(v, mem));
    return arena_format(mem, "in force since %s, phase %d of %d (%s)",
                        since(v, mem), v->phase + 1, p->phase_count,
                        p->phases[v->phase].name);
}

/* The phase after the one in force, or NULL. */
static const case_phase *follower(const talks_stand *t, int proposal) {
    const process_version *v = &t->s->versions[proposal];
    const case_proposal *p = &t->s->c->proposals[proposal];
    bool any = v->stage == STAGE_IN_FORCE && v->phase + 1 < p->phase_count;
    return any ? &p->phases[v->phase + 1] : NULL;
}

const char *talks_next(const talks_stand *t, int proposal, arena *mem) {
    const case_phase *next = follower(t, proposal);
    if (!next || !talks_know(t, proposal)) return NULL;
    if (next->when_event)
        return arena_format(mem,
                            "%s begins with \"%s\", which has not come; "
                            "without it the plan ends with this phase",
                            next->name, next->when_event);
    if (!next->when) return NULL;
    return arena_format(
        mem, "%s needs %s: %s", next->name,
        expr_print(next->when, t->s->c, mem),
        process_can_follow(t->s, proposal)
            ? "the plan has brought that about"
            : "the plan has not brought that about; as things stand it ends "
              "with this phase");
}

static bool is_any_in_force(const talks_stand *t) {
    for (int i = 0; i < t->s->c->proposal_count; i++)
        if (talks_know(t, i) && t->s->versions[i].stage == STAGE_IN_FORCE)
            return true;
    return false;
}

/* False where there is nothing to say. */
static bool judge_need(const talks_stand *t, bool *holds, arena *mem) {
    const case_model *c = t->s->c;
    int *outcome = ARENA_ARRAY(mem, int, (size_t)c->issue_count + 1);
    if (!c->talks_need || !is_any_in_force(t)) return false;
    if (!process_standing(t->s, outcome)) return false;
    *holds = expr_holds(c->talks_need, outcome);
    return true;
}

const char *talks_need(const talks_stand *t, arena *mem) {
    bool holds;
    if (!judge_need(t, &holds, mem)) return NULL;
    return arena_format(mem, "talks need %s: %s",
                        expr_print(t->s->c->talks_need, t->s->c, mem),
                        holds ? "that holds with what is in force"
                              : "that does not hold, so they can't close");
}

/* --- Versions --- */

static record_changes changes_of(const case_model *c, int proposal,
                                 arena *mem) {
    const case_proposal *p = &c->proposals[proposal];
    if (p->supersedes < 0) return (record_changes){NULL, 0};
    return record_changes_find(c, &c->proposals[p->supersedes], p, mem);
}

const char *talks_version(const case_model *c, int proposal, arena *mem) {
    int before = c->proposals[proposal].supersedes;
    record_changes changes = changes_of(c, proposal, mem);
    if (before < 0) return NULL;
    return arena_format(mem, "version %d, after %s: %s",
                        record_version(c, proposal), c->proposals[before].name,
                        changes.count > 0 ? record_changes_print(changes, mem)
                                          : "no term is changed");
}

void talks_put_version(doc_value *in, const case_model *c, int proposal) {
    int before = c->proposals[proposal].supersedes;
    record_changes changes = changes_of(c, proposal, in->mem);
    doc_put_integer(in, "version", record_version(c, proposal));
    doc_put_text(in, "supersedes", before < 0 ? NULL : c->proposals[before].id);
    doc_value *list = doc_put_list(in, "changes");
    for (int i = 0; i < changes.count; i++) {
        doc_value *to = doc_put_object(list, NULL);
        doc_put_text(to, "what", changes.items[i].what);
        doc_put_text(to, "was", changes.items[i].was);
        doc_put_text(to, "is", changes.items[i].is);
    }
}

/* --- Data --- */

static void put_state(doc_value *list, const talks_stand *t, int proposal) {
    const process_version *v = &t->s->versions[proposal];
    const case_phase *next = follower(t, proposal);
    doc_value *to = doc_put_object(list, NULL);
    doc_put_text(to, "proposal", t->s->c->proposals[proposal].id);
    doc_put_text(to, "state", process_stage_name(v->stage));
    doc_put_text(to, "since", since(v, list->mem));
    if (v->stage == STAGE_IN_FORCE)
        doc_put_integer(to, "phase", v->phase + 1);
    else
        doc_put_null(to, "phase");
    doc_put_text(to, "follows", next ? next->name : NULL);
    if (next)
        doc_put_bool(to, "can-follow", process_can_follow(t->s, proposal));
    else
        doc_put_null(to, "can-follow");
}

void talks_put(doc_value *in, const talks_stand *t) {
    bool holds;
    if (t->count == 0) {
        doc_put_null(in, "talks");
        return;
    }
    doc_value *to = doc_put_object(in, "talks");
    doc_value *list = doc_put_list(to, "states");
    for (int i = 0; i < t->s->c->proposal_count; i++)
        if (talks_know(t, i)) put_state(list, t, i);
    if (judge_need(t, &holds, in->mem))
        doc_put_bool(to, "can-close", holds);
    else
        doc_put_null(to, "can-close");
}

/* --- Words --- */

static void cite_cause(doc_text *text, const talks_stand *t, int proposal) {
    const process_version *v = &t->s->versions[proposal];
    int event = v->cause >= 0 ? v->cause : v->declared;
    if (event < 0) return;
    talks_cite(text, t->events[event]);
}

static void show_one(doc *to, const talks_stand *t, int proposal) {
    arena *mem = doc_arena(to);
    const char *next = talks_next(t, proposal, mem);
    doc_text *text = doc_bullet(to, "%s", "");
    doc_strong(text, "%s", t->s->c->proposals[proposal].name);
    doc_more(text, ": %s", talks_state(t, proposal, mem));
    cite_cause(text, t, proposal);
    if (next) doc_more(text, "; %s", next);
    doc_more(text, ".");
}

void talks_say_gone(doc *to, const talks_stand *t) {
    doc_text *text = NULL;
    for (int i = 0; i < t->s->c->proposal_count; i++) {
        if (talks_offer_of(t, i) != TALKS_GONE) continue;
        process_stage stage = t->s->versions[i].stage;
        if (text)
            doc_more(text, "; ");
        else
            text = doc_say(to, "Off the table: ");
        doc_more(text, "%s, %s", t->s->c->proposals[i].name,
                 talks_know(t, i) ? talks_state(t, i, doc_arena(to))
                                  : process_stage_name(stage));
    }
    if (text) doc_more(text, ".");
}

void talks_show(doc *to, const talks_stand *t) {
    int known = 0;
    for (int i = 0; i < t->s->c->proposal_count; i++)
        known += talks_know(t, i);
    if (known == 0) return;
    doc_section(to, "Where the talks stand");
    for (int i = 0; i < t->s->c->proposal_count; i++)
        if (talks_know(t, i)) show_one(to, t, i);
    const char *need = talks_need(t, doc_arena(to));
    if (need) (void)doc_bullet(to, "As things stand %s.", need);
    doc_end(to);
}
