/* SPDX-License-Identifier: Apache-2.0
 * Events as the lines that would have made them, and drafts counted as reading
 * counts them. */
#ifndef TESTS_PROCESS_LINES_H
#define TESTS_PROCESS_LINES_H

#include "case/fields.h"
#include "case/json.h"
#include "process_logs.h"

/* A log with its drafts numbered in the order in which they come. */
static inline process_log log_numbered(const process_event *events, int count,
                                       arena *mem) {
    process_event *all = ARENA_ARRAY(mem, process_event, count + 1);
    int number[LOG_PROPOSALS], next = LOG_OWN;
    for (int p = 0; p < LOG_PROPOSALS; p++)
        number[p] = p < LOG_OWN ? p : -1;
    for (int i = 0; i < count; i++) {
        process_event *e = &all[i];
        *e = events[i];
        if (e->kind == EVENT_DRAFT && e->name) number[e->proposal] = next++;
        if (e->proposal >= 0) e->proposal = number[e->proposal];
        if (e->other >= 0) e->other = number[e->other];
    }
    return (process_log){all, count};
}

/* --- One line --- */

typedef struct line_writer {
    json j;
    const case_model *c; /* with the drafts */
    const process_event *e;
} line_writer;

static inline void put_actors(line_writer *w, const char *key,
                              int_list actors) {
    json_begin(&w->j, key, '[');
    for (int i = 0; i < actors.count; i++)
        json_string(&w->j, w->c->actors[actors.items[i]].id);
    json_close(&w->j, ']');
}

static inline void put_proposal(line_writer *w, const char *key, int proposal) {
    if (proposal >= 0) json_pair(&w->j, key, w->c->proposals[proposal].id);
}

static inline void put_text(line_writer *w, const char *key, const char *text) {
    if (text) json_pair(&w->j, key, text);
}

static inline void put_flag(line_writer *w, const char *key, bool flag) {
    if (!flag) return;
    json_key(&w->j, key);
    json_bare(&w->j, "true");
}

static inline void put_time(line_writer *w, const char *key, moment at) {
    if (at.given) json_pair(&w->j, key, time_print(at, w->j.to.mem));
}

/* What any kind may have. */
static inline void put_frame(line_writer *w) {
    const process_event *e = w->e;
    put_time(w, "at", e->at);
    json_pair(&w->j, "kind", event_kind_name(e->kind));
    if (e->by >= 0) json_pair(&w->j, "by", w->c->actors[e->by].id);
    put_text(w, "id", e->id);
    put_text(w, "source", e->source);
    put_text(w, "text", e->text);
    if (e->access.limited) put_actors(w, "visible", e->access.actors);
    put_flag(w, "protect", e->access.protect);
    bool settles = e->kind == EVENT_DISPUTE || e->kind == EVENT_VERIFY;
    if (settles)
        json_pair(&w->j, "incident", e->name);
    else
        put_proposal(w, "proposal", e->proposal);
}

static inline void put_kind(line_writer *w) {
    const process_event *e = w->e;
    json *j = &w->j;
    switch (e->kind) {
    case EVENT_DRAFT:
        put_proposal(w, "parent", e->other);
        put_text(w, "content", e->entry);
        break;
    case EVENT_SUPERSEDE:
        put_proposal(w, "with", e->other);
        break;
    case EVENT_SEND:
        put_flag(w, "sealed", e->sealed);
        put_time(w, "until", e->until);
        put_actors(w, "via", e->via);
        put_actors(w, "to", e->to);
        break;
    case EVENT_DELIVER:
        put_actors(w, "to", e->to);
        break;
    case EVENT_ANSWER:
        json_pair(j, "answer", event_answer_name(e->answer));
        put_proposal(w, "draft", e->other);
        put_flag(w, "sealed", e->sealed);
        break;
    case EVENT_DECLARE:
        put_time(w, "starts", e->until);
        break;
    case EVENT_START:
        if (e->phase > 0) {
            json_key(j, "phase");
            json_bare(j, arena_format(j->to.mem, "%d", e->phase));
        }
        break;
    case EVENT_EXTEND:
        put_time(w, "until", e->until);
        if (e->lasts.days > 0)
            json_pair(j, "lasts", time_duration_print(e->lasts, j->to.mem));
        break;
    case EVENT_GUARANTEE:
        put_actors(w, "to", e->to);
        json_pair(j, "of", e->of == CASE_OF_TALKS ? "talks" : "truce");
        json_pair(j, "status", fields_guarantees[e->status]);
        break;
    default:
        break;
    }
}

/* `c` has the drafts as the event counts them. */
static inline const char *event_line_of(const process_event *e,
                                        const case_model *c, arena *mem) {
    line_writer w = {{.to = {.mem = mem}}, c, e};
    json_open(&w.j, '{');
    put_frame(&w);
    put_kind(&w);
    json_close(&w.j, '}');
    for (size_t i = 0; i < w.j.to.size; i++)
        if (w.j.to.bytes[i] == '\n') w.j.to.bytes[i] = ' ';
    return w.j.to.bytes;
}

#endif
