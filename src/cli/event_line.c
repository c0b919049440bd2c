/* SPDX-License-Identifier: Apache-2.0
 * Events from options: the line that `parley log` would take, so that draft,
 * send and answer can do nothing that it can't. A full disk must give an error
 * and no signal, hence SIGXFSZ is ignored. */
#include "cli/event_line.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/text.h"
#include "base/time.h"
#include "cli/report.h"

static const parley_option_info rows[] = {
    {"at", "TIME", "when it happened (default: now)"},
    {"zone", "NAME", "the time zone, as Europe/Rome"},
    {"by", "ACTOR", "whose act it is (default: the mediator's desk)"},
    {"id", "NAME", "a name to cite it by"},
    {"source", "SOURCE", "where it is reported"},
    {"text", "TEXT", "a remark"},
    {"visible", "ACTOR", "who may see it (several times; default: all)"},
};
const option_list event_options = OPTION_LIST(rows);

/* --- JSON --- */

static const char *quoted(const char *text, arena *mem) {
    char *to = arena_get(mem, 6 * strlen(text) + 3);
    size_t size = 0;
    to[size++] = '"';
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\') to[size++] = '\\';
        if (c >= 0x20) {
            to[size++] = *text;
            continue;
        }
        const char *code = arena_format(mem, "\\u%04x", c);
        memcpy(to + size, code, 6);
        size += 6;
    }
    to[size] = '"';
    return to;
}

void event_line_raw(event_line *l, const char *key, const char *value) {
    bool first = text_same(l->text, "{");
    l->text = arena_format(l->mem, "%s%s%s: %s", l->text, first ? "" : ", ",
                           quoted(key, l->mem), value);
}

void event_line_add(event_line *l, const char *key, const char *value) {
    if (value) event_line_raw(l, key, quoted(value, l->mem));
}

void event_line_flag(event_line *l, const char *key) {
    event_line_raw(l, key, "true");
}

void event_line_list(event_line *l, const char *key, const char *const *items,
                     size_t count) {
    const char *list = "[";
    for (size_t i = 0; i < count; i++)
        list = arena_format(l->mem, "%s%s%s", list, i > 0 ? ", " : "",
                            quoted(items[i], l->mem));
    if (count > 0) event_line_raw(l, key, arena_format(l->mem, "%s]", list));
}

void event_line_option(event_line *l, const char *key, const arguments *a) {
    const char **items = ARENA_ARRAY(l->mem, const char *, a->option_count);
    size_t count = 0;
    for (size_t i = 0; i < a->option_count; i++)
        if (text_same(a->options[i].name, key))
            items[count++] = a->options[i].value;
    event_line_list(l, key, items, count);
}

void event_line_answer(event_line *l, const char *word) {
    if (text_same(word, "yes")) word = "accept";
    if (text_same(word, "no")) word = "reject";
    event_line_add(l, "answer", word);
}

static const char *now(arena *mem) {
    moment at = {.seconds = (int64_t)time(NULL), .given = true};
    return time_print(at, mem);
}

void event_line_time(event_line *l, const char *at) {
    event_line_add(l, "at", at ? at : now(l->mem));
}

event_line event_line_new(const char *kind, arena *mem) {
    event_line l = {mem, "{"};
    event_line_add(&l, "kind", kind);
    return l;
}

event_line event_line_begin(const char *kind, const arguments *a, arena *mem) {
    static const char *const keys[] = {"zone", "by", "id", "source", "text"};
    event_line l = event_line_new(kind, mem);
    event_line_time(&l, arguments_value(a, "at"));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        event_line_add(&l, keys[i], arguments_value(a, keys[i]));
    event_line_option(&l, "visible", a);
    return l;
}

/* --- To the log --- */

int event_lines_log(const char *path, const char *lines, size_t size,
                    arena *mem) {
    (void)signal(SIGXFSZ, SIG_IGN);
    parley_diags *d = parley_diags_new(NULL);
    size_t count;
    parley_status status =
        parley_log_append(NULL, path, lines, size, &count, d);
    int code = report_end(status, d, PARLEY_WARNING, mem);
    if (status == PARLEY_OK)
        (void)printf("Logged %zu event%s in %s.log.\n", count,
                     count == 1 ? "" : "s", path);
    else
        (void)fputs("parley: nothing was logged\n", stderr);
    return code;
}

int event_line_log(const event_line *l, const char *path) {
    const char *line = arena_format(l->mem, "%s}\n", l->text);
    return event_lines_log(path, line, strlen(line), l->mem);
}
