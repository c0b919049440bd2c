/* SPDX-License-Identifier: Apache-2.0
 *
 * What the log of the talks adds to the record, so that every lens sees
 * today's state: statements and contacts as they stand in it; answers as
 * entries that accept or reject; that a party takes its own proposal back;
 * guarantees beside those of the case. Nothing
 * is judged here: the loader of cases checks it all.
 *
 * An answer under seal is for the eyes of its party until all have said yes;
 * from then on it is everybody's, dated by the last yes. A reply with a draft
 * is neither yes nor no and stays in the log. Of guarantees that replace one
 * another the last one counts; those that not everybody may see stay in the
 * log, as a case's guarantees have no eyes of their own.
 */
#include <string.h>

#include "api/log.h"
#include "base/text.h"
#include "case/json.h"
#include "case/load.h"
#include "process/line.h"

typedef struct writing {
    json j;
    const case_model *c;
    const process_log *log;
    process_state *s;        /* of what is sent and answered */
    process_state *promises; /* of the guarantees that can join the case's */
    arena *mem;
} writing;

static void put_actors(writing *w, const char *key, int_list actors) {
    json_begin(&w->j, key, '[');
    for (int i = 0; i < actors.count; i++)
        json_string(&w->j, w->c->actors[actors.items[i]].id);
    json_close(&w->j, ']');
}

static void put_access(writing *w, const process_event *e) {
    if (e->access.protect) {
        json_key(&w->j, "protect");
        json_bare(&w->j, "true");
    } else if (e->access.limited) {
        put_actors(w, "visible", e->access.actors);
    }
}

static void put_common(writing *w, const process_event *e, moment date) {
    json_pair(&w->j, "date", time_print(date, w->mem));
    json_pair(&w->j, "source", e->source ? e->source : PROCESS_SOURCE);
}

/* --- Statements and contacts --- */

static bool lacks(const line_object *o, const char *key) {
    return !line_find(o, key);
}

/* The entry with what it leaves to the event: its date, source and eyes. */
static void put_entry(writing *w, const process_event *e) {
    line_object flat_object, *o = &flat_object;
    bool flat = line_read(o, e->entry, strlen(e->entry), w->mem);
    json_open(&w->j, '{');
    if (flat && lacks(o, "date"))
        json_pair(&w->j, "date", time_print(e->at, w->mem));
    if (flat && lacks(o, "source"))
        json_pair(&w->j, "source", e->source ? e->source : PROCESS_SOURCE);
    if (!flat || (lacks(o, "visible") && lacks(o, "protect"))) put_access(w, e);
    json_members(&w->j, e->entry);
    json_close(&w->j, '}');
}

/* --- Answers --- */

/* When the last yes came, if all said yes. */
static moment opened_at(const writing *w, int version) {
    moment last = {0};
    if (!process_all_accept(w->s, version)) return last;
    for (int i = 0; i < w->c->party_count; i++) {
        const process_event *e =
            w->s->events[w->s->versions[version].places[i].answered];
        if (!last.given || e->at.seconds > last.seconds) last = e->at;
    }
    return last;
}

/* Under seal it is the party's own, if the party may see it at all. */
static void put_eyes(writing *w, const process_event *e, bool closed) {
    process_event own = *e;
    if (closed) {
        bool sees = !e->access.limited;
        for (int i = 0; i < e->access.actors.count; i++)
            if (e->access.actors.items[i] == e->by) sees = true;
        own.access.limited = true;
        own.access.protect = e->access.protect || !sees;
        own.access.actors = (int_list){&e->by, 1};
    }
    put_access(w, &own);
}

static void put_answer(writing *w, const process_event *e) {
    bool sealed = e->sealed || w->s->versions[e->proposal].sealed;
    moment opened = opened_at(w, e->proposal);
    const char *party = w->c->actors[e->by].id;
    const char *proposal = w->c->proposals[e->proposal].id;
    if (e->answer == EVENT_REPLY) return;
    json_open(&w->j, '{');
    json_pair(&w->j, "id",
              arena_format(w->mem, "%s answered by %s", proposal, party));
    json_pair(&w->j, "kind", event_answer_name(e->answer));
    json_pair(&w->j, "by", party);
    json_pair(&w->j, "for", party);
    json_pair(&w->j, "about", proposal);
    json_key(&w->j, "public");
    json_bare(&w->j, "false");
    put_common(w, e, sealed && opened.given ? opened : e->at);
    if (e->text) json_pair(&w->j, "gist", e->text);
    put_eyes(w, e, sealed && !opened.given);
    json_close(&w->j, '}');
}

/* --- Withdrawals --- */

static bool is_author(const writing *w, const process_event *e) {
    int_list by = w->c->proposals[e->proposal].by;
    bool party = e->by >= 0 && e->by < w->c->party_count;
    for (int i = 0; party && i < by.count; i++)
        if (by.items[i] == e->by) return true;
    return false;
}

/* Its author no longer stands by it; what others withdraw is not their word. */
static void put_withdrawal(writing *w, const process_event *e) {
    const char *party = w->c->actors[e->by].id;
    const char *proposal = w->c->proposals[e->proposal].id;
    json_open(&w->j, '{');
    json_pair(&w->j, "id",
              arena_format(w->mem, "%s withdrawn by %s", proposal, party));
    json_pair(&w->j, "kind", "withdraw");
    json_pair(&w->j, "by", party);
    json_pair(&w->j, "for", party);
    json_pair(&w->j, "about", proposal);
    put_common(w, e, e->at);
    if (e->text) json_pair(&w->j, "gist", e->text);
    put_access(w, e);
    json_close(&w->j, '}');
}

static void put_record(writing *w) {
    json_begin(&w->j, "record", '[');
    for (int i = 0; i < w->log->count; i++) {
        const process_event *e = &w->log->events[i];
        if (e->kind == EVENT_STATEMENT || e->kind == EVENT_CONTACT)
            put_entry(w, e);
        if (e->kind == EVENT_ANSWER) put_answer(w, e);
        if (e->kind == EVENT_WITHDRAW && is_author(w, e)) put_withdrawal(w, e);
    }
    json_close(&w->j, ']');
}

/* --- Guarantees --- */

static void put_guarantee(writing *w, const process_event *e) {
    static const char *const statuses[] = {"asked", "offered", "withheld",
                                           "withdrawn"};
    json_open(&w->j, '{');
    json_pair(&w->j, "by", w->c->actors[e->by].id);
    if (e->to.count > 0) put_actors(w, "to", e->to);
    if (e->of == CASE_OF_TRUCE) json_pair(&w->j, "of", "truce");
    if (e->of == CASE_OF_TALKS) json_pair(&w->j, "of", "talks");
    if (e->of == CASE_OF_ISSUES) {
        json_begin(&w->j, "of", '[');
        for (int i = 0; i < e->issues.count; i++)
            json_string(&w->j, w->c->issues[e->issues.items[i]].id);
        json_close(&w->j, ']');
    }
    json_pair(&w->j, "status", statuses[e->status]);
    put_common(w, e, e->at);
    json_close(&w->j, '}');
}

static void put_guarantees(writing *w, int proposal) {
    bool any = false;
    for (int i = 0; i < w->promises->promise_count; i++) {
        const process_event *e =
            w->promises->events[w->promises->promises[i].event];
        if (e->proposal != proposal) continue;
        if (!any) {
            json_begin(&w->j, w->c->proposals[proposal].id, '{');
            json_begin(&w->j, "guarantees", '[');
        }
        any = true;
        put_guarantee(w, e);
    }
    if (!any) return;
    json_close(&w->j, ']');
    json_close(&w->j, '}');
}

/* --- All of it --- */

static const source_text *record_of(const process_log *log, const case_model *c,
                                    arena *mem) {
    writing w = {.j = {.to = {.mem = mem}}, .c = c, .log = log, .mem = mem};
    w.s = process_begin(c, mem);
    w.promises = process_begin(c, mem);
    for (int i = 0; i < log->count; i++) {
        const process_event *e = &log->events[i];
        if (e->kind == EVENT_SEND || e->kind == EVENT_ANSWER)
            process_apply(w.s, e);
        if (e->kind == EVENT_GUARANTEE && process_can_join(c, e))
            process_apply(w.promises, e);
    }
    json_open(&w.j, '{');
    json_begin(&w.j, "sources", '{');
    json_key(&w.j, PROCESS_SOURCE);
    json_bare(&w.j, PROCESS_SOURCE_FACTS);
    json_close(&w.j, '}');
    put_record(&w);
    json_begin(&w.j, "proposals", '{');
    for (int p = 0; p < c->proposal_count; p++)
        put_guarantees(&w, p);
    json_close(&w.j, '}');
    json_close(&w.j, '}');
    return source_new(mem, "log", w.j.to.bytes, w.j.to.size);
}

bool api_log_join(const case_model **out, const process_log *log,
                  const case_model *c, arena *mem, parley_diags *d) {
    const node *more;
    return node_parse(&more, record_of(log, c, mem), mem, d) &&
           case_load_more(out, c, more, mem, d);
}
