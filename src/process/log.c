/* SPDX-License-Identifier: Apache-2.0
 *
 * A log as text: one event a line (JSON Lines), in the order in which they
 * were taken in. Reading resolves names against the case and tells every
 * wrong line; checking folds the events and stops at the first that doesn't
 * fit, since all that follows rests on it.
 */
#include "process/log.h"

#include <string.h>

static size_t count_lines(const char *bytes, size_t size) {
    size_t count = 1;
    for (size_t i = 0; i < size; i++)
        count += bytes[i] == '\n';
    return count;
}

static bool is_blank(const char *line, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (!strchr(" \t\r", line[i]) || !line[i]) return false;
    return true;
}

bool process_read(process_log *out, const char *bytes, size_t size,
                  const case_model *c, arena *mem, parley_diags *d) {
    size_t lines = count_lines(bytes, size);
    *out = (process_log){0};
    if (lines > PROCESS_EVENTS_MOST)
        return diag_error(d, SPAN_NONE, "log/limit",
                          "the log has %zu lines, but at most %d are read",
                          lines, PROCESS_EVENTS_MOST);
    event_reader by = {.c = c, .zones = zone_book_new(mem), .mem = mem, .d = d};
    process_event *events = ARENA_ARRAY(mem, process_event, lines);
    bool ok = true;
    for (size_t at = 0; at < size;) {
        const char *end = memchr(bytes + at, '\n', size - at);
        size_t length = end ? (size_t)(end - bytes) - at : size - at;
        by.number++;
        if (!is_blank(bytes + at, length))
            ok = event_read(&events[out->count++], bytes + at, length, &by) &&
                 ok;
        at += length + 1;
    }
    out->events = events;
    return ok;
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
        process_apply(s, log->events, i);
    }
    return true;
}
