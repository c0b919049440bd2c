/* SPDX-License-Identifier: Apache-2.0
 * An event for the log, put together as a line of JSON, and its way there. */
#ifndef CLI_EVENT_LINE_H
#define CLI_EVENT_LINE_H

#include "base/arena.h"
#include "cli/arguments.h"

typedef struct event_line {
    arena *mem;
    const char *text; /* without its closing brace */
} event_line;

event_line event_line_new(const char *kind, arena *mem);
/* NULL: now. */
void event_line_time(event_line *l, const char *at);
/* Begins with the kind, and `at`, `zone`, `by`, `id`, `source`, `text`,
 * `visible` from the options. */
event_line event_line_begin(const char *kind, const arguments *a, arena *mem);
void event_line_add(event_line *l, const char *key, const char *value);
/* Also "yes" and "no". */
void event_line_answer(event_line *l, const char *word);
/* A value that is JSON itself. */
void event_line_raw(event_line *l, const char *key, const char *value);
void event_line_flag(event_line *l, const char *key);
void event_line_list(event_line *l, const char *key, const char *const *items,
                     size_t count);
/* All values of an option that may stand several times. */
void event_line_option(event_line *l, const char *key, const arguments *a);

/* The options that event_line_begin reads. */
extern const option_list event_options;

/* Adds lines to the log of a case and says how many. Returns an exit code. */
int event_lines_log(const char *path, const char *lines, size_t size,
                    arena *mem);

int event_line_log(const event_line *l, const char *path);

#endif
