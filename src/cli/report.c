/* SPDX-License-Identifier: Apache-2.0
 * Problems are printed as gcc prints them, so editors jump to them:
 *
 *   cases/a.yaml:7:15: error: "about 25" is not a number [case/number]
 *       7 |     reserve: about 25
 *         |              ^~~~~~~~
 *         = what may help
 *
 * Tabs are spread to spaces and wide characters count as two columns, so the
 * caret stands below what it means. Of a line longer than the terminal the
 * part around the caret is shown. */
#include "cli/report.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/command.h"

enum { TAB = 8, SHOWN_BEFORE = 40, SHOWN_MOST = 100 };

void say_error(const char *format, ...) {
    va_list args;
    va_start(args, format);
    (void)fputs("parley: error: ", stderr);
    (void)vfprintf(stderr, format, args);
    (void)fputs("\n", stderr);
    va_end(args);
}

bool colour_wanted(FILE *stream) {
    const char *off = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    if (off && *off) return false;
    return isatty(fileno(stream)) && terminal && !text_same(terminal, "dumb");
}

static const char *severity_name(parley_severity severity) {
    switch (severity) {
    case PARLEY_NOTE:
        return "note";
    case PARLEY_WARNING:
        return "warning";
    case PARLEY_ERROR:
        break;
    }
    return "error";
}

static const char *severity_code(parley_severity severity) {
    switch (severity) {
    case PARLEY_NOTE:
        return "\033[36m";
    case PARLEY_WARNING:
        return "\033[1;33m";
    case PARLEY_ERROR:
        break;
    }
    return "\033[1;31m";
}

/* --- The excerpt --- */

/* A line as it is shown: cells are columns on the terminal. */
typedef struct shown_line {
    char *bytes;
    size_t size;
    size_t *column_at; /* of each character, and of the end */
    size_t *byte_at;
    size_t characters;
} shown_line;

static void add_character(shown_line *l, const char *bytes, size_t size,
                          uint32_t c) {
    size_t column = l->column_at[l->characters];
    size_t width;
    if (c == '\t') {
        width = TAB - column % TAB;
        memset(l->bytes + l->size, ' ', width);
        l->size += width;
    } else {
        bool control = c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xfffd;
        const char *from = control ? "\xef\xbf\xbd" : bytes;
        size_t length = control ? 3 : size;
        char one[5] = {0};
        memcpy(one, from, length);
        memcpy(l->bytes + l->size, from, length);
        l->size += length;
        width = text_width(one);
    }
    l->characters++;
    l->column_at[l->characters] = column + width;
    l->byte_at[l->characters] = l->size;
}

static shown_line show_line(const char *excerpt, arena *mem) {
    size_t size = strlen(excerpt);
    shown_line l = {.bytes = arena_get(mem, TAB * size + 1),
                    .column_at = ARENA_ARRAY(mem, size_t, size + 1),
                    .byte_at = ARENA_ARRAY(mem, size_t, size + 1)};
    for (size_t i = 0; i < size;) {
        uint32_t c;
        size_t step = text_decode(excerpt + i, size - i, &c);
        add_character(&l, excerpt + i, step, c);
        i += step;
    }
    return l;
}

static size_t clip(size_t value, size_t most) {
    return value < most ? value : most;
}

/* The first and last character shown, around the caret. */
static void choose_part(const shown_line *l, size_t caret, size_t *first,
                        size_t *last) {
    *first = 0;
    *last = l->characters;
    if (l->column_at[l->characters] <= SHOWN_MOST) return;
    size_t begin = l->column_at[caret];
    begin = begin > SHOWN_BEFORE ? begin - SHOWN_BEFORE : 0;
    while (l->column_at[*first] < begin)
        (*first)++;
    *last = *first;
    while (*last < l->characters &&
           l->column_at[*last] < l->column_at[*first] + SHOWN_MOST)
        (*last)++;
}

static void print_times(FILE *to, const char *text, size_t times) {
    for (size_t i = 0; i < times; i++)
        (void)fputs(text, to);
}

static void print_excerpt(FILE *to, const parley_diag *p, bool colour,
                          arena *mem) {
    shown_line l = show_line(p->excerpt, mem);
    size_t caret = clip((size_t)p->column - 1, l.characters);
    size_t end = l.characters;
    if (p->end_line == p->line) end = clip((size_t)p->end_column - 1, end);
    size_t first, last;
    choose_part(&l, caret, &first, &last);
    end = clip(end, last);
    (void)fprintf(to, "%5d | %s%.*s%s\n      | ", p->line,
                  first > 0 ? "..." : "",
                  (int)(l.byte_at[last] - l.byte_at[first]),
                  l.bytes + l.byte_at[first], last < l.characters ? "..." : "");
    print_times(to, " ",
                l.column_at[caret] - l.column_at[first] + (first > 0 ? 3 : 0));
    if (colour) (void)fputs(severity_code(p->severity), to);
    (void)fputs("^", to);
    size_t columns = end > caret ? l.column_at[end] - l.column_at[caret] : 1;
    print_times(to, "~", columns > 1 ? columns - 1 : 0);
    if (colour) (void)fputs("\033[0m", to);
    (void)fputs("\n", to);
}

/* --- Problems --- */

/* Messages may quote the file: what steers a terminal is left out. */
static void print_clean(FILE *to, const char *text) {
    size_t size = strlen(text);
    for (size_t i = 0; i < size;) {
        uint32_t c;
        size_t step = text_decode(text + i, size - i, &c);
        bool control = c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xfffd;
        if (control)
            (void)fputs("\xef\xbf\xbd", to);
        else
            (void)fwrite(text + i, 1, step, to);
        i += step;
    }
}

static void print_place(FILE *to, const parley_diag *p) {
    print_clean(to, p->file ? p->file : "parley");
    if (p->file && p->line > 0) (void)fprintf(to, ":%d:%d", p->line, p->column);
    (void)fputs(": ", to);
}

void report_problem(FILE *to, const parley_diag *p, bool colour, arena *mem) {
    arena_place place = arena_mark(mem);
    print_place(to, p);
    (void)fprintf(to, "%s%s:%s ", colour ? severity_code(p->severity) : "",
                  severity_name(p->severity), colour ? "\033[0m" : "");
    print_clean(to, p->message);
    (void)fprintf(to, " [%s]\n", p->code);
    if (p->excerpt && p->line > 0) print_excerpt(to, p, colour, mem);
    if (p->hint) {
        (void)fputs("      = ", to);
        print_clean(to, p->hint);
        (void)fputs("\n", to);
    }
    arena_back(mem, place);
}

void report_problems(const parley_diags *d, parley_severity least, arena *mem) {
    bool colour = colour_wanted(stderr);
    for (size_t i = 0; i < parley_diags_count(d); i++) {
        const parley_diag *p = parley_diags_get(d, i);
        if (p->severity >= least) report_problem(stderr, p, colour, mem);
    }
    size_t more = parley_diags_left_out(d);
    if (more > 0)
        (void)fprintf(stderr, "parley: %zu more problem%s not shown\n", more,
                      more == 1 ? " is" : "s are");
}

int report_end(parley_status status, parley_diags *d, parley_severity least,
               arena *mem) {
    report_problems(d, least, mem);
    if (status != PARLEY_OK && parley_diags_count(d) == 0)
        say_error("%s", parley_status_text(status));
    parley_diags_free(d);
    return (int)exit_of(status);
}
