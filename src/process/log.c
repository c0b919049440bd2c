/* SPDX-License-Identifier: Apache-2.0
 *
 * A log as text: one event a line (JSON Lines), in the order in which they
 * were taken in. Reading resolves names against the case and tells every
 * wrong line; checking folds the events and stops at the first that doesn't
 * fit, since all that follows rests on it.
 */
#include "process/log.h"

#include <string.h>

process_reader *process_reader_new(const case_model *c, int room, arena *mem,
                                   parley_diags *d) {
    process_reader *r = ARENA_NEW(mem, process_reader);
    r->by = event_reader_new(c, mem, d);
    r->room = room < PROCESS_EVENTS_MOST ? room : PROCESS_EVENTS_MOST;
    r->events = ARENA_ARRAY(mem, process_event, r->room + 1);
    return r;
}

static bool is_blank(const char *line, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (!strchr(" \t\r", line[i]) || !line[i]) return false;
    return true;
}

static void make_room(process_reader *r) {
    if (r->count < r->room) return;
    int room = 2 * r->room + 16;
    r->events = arena_grow(r->by.mem, r->events, (size_t)r->count, (size_t)room,
                           sizeof *r->events);
    r->room = room;
}

/* Said once. */
static void refuse_more(process_reader *r) {
    r->wrong = true;
    if (r->by.number == PROCESS_EVENTS_MOST + 1)
        (void)diag_limit(r->by.d, SPAN_NONE, "log/limit",
                         "of a log at most %d lines are read",
                         PROCESS_EVENTS_MOST);
}

void process_read_line(process_reader *r, const char *line, size_t size) {
    if (++r->by.number > PROCESS_EVENTS_MOST) {
        refuse_more(r);
        return;
    }
    if (is_blank(line, size)) return;
    make_room(r);
    if (!event_read(&r->events[r->count++], line, size, &r->by))
        r->wrong = true;
}

void process_read_lines(process_reader *r, const char *bytes, size_t size) {
    for (size_t at = 0; at < size;) {
        const char *end = memchr(bytes + at, '\n', size - at);
        size_t length = end ? (size_t)(end - bytes) - at : size - at;
        process_read_line(r, bytes + at, length);
        at += length + 1;
    }
}

bool process_read_end(process_log *out, const process_reader *r) {
    *out = (process_log){r->events, r->count};
    return !r->wrong;
}

bool process_read(process_log *out, const char *bytes, size_t size,
                  const case_model *c, arena *mem, parley_diags *d) {
    process_reader *r = process_reader_new(c, 0, mem, d);
    process_read_lines(r, bytes, size);
    return process_read_end(out, r);
}

bool process_check(const process_log *log, const case_model *c,
                   const char *(*routes)(const case_model *c, int from, int to,
                                         arena *mem),
                   arena *mem, parley_diags *d) {
    process_state *s = process_begin(c, mem);
    s->routes = routes;
    for (int i = 0; i < log->count; i++) {
        const char *why = process_refuses(s, &log->events[i]);
        if (why)
            return diag_error(d, SPAN_NONE, "log/refused", "event %d: %s",
                              i + 1, why);
        process_apply(s, &log->events[i]);
    }
    return true;
}
