/* SPDX-License-Identifier: Apache-2.0
 * Problems are kept sorted by file and place, the first 50 of them; what comes
 * later in the file is only counted. Memory running out here can't leave
 * through a guard (a problem may be reported while one is being handled), so a
 * problem that can't be stored is marked as lost and the call that reports it
 * ends with PARLEY_ENOMEM. */
#include "base/diag.h"

#include "base/text.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_KEPT = 50, LONGEST_EXCERPT = 400 };

typedef struct kept {
    parley_diag shown; /* its texts are owned, but for code */
    size_t begin;      /* where its span begins */
    size_t order;      /* as reported */
} kept;

struct parley_diags {
    const parley_host *host;
    kept items[MOST_KEPT + 1]; /* one more while a new one finds its place */
    size_t count, reported, errors, limits;
    size_t last; /* where the newest went */
    bool lost, placeless;
};

static void *resize(const parley_diags *d, void *old, size_t size) {
    if (d->host && d->host->resize)
        return d->host->resize(d->host->self, old, size);
    if (size > 0) return realloc(old, size);
    free(old);
    return NULL;
}

parley_diags *parley_diags_new(const parley_host *host) {
    parley_diags probe = {.host = host};
    parley_diags *d = resize(&probe, NULL, sizeof *d);
    if (d) *d = probe;
    return d;
}

static void drop(parley_diags *d, const char *text) {
    /* The texts are ours; the public struct shows them as const. */
    if (text) resize(d, (void *)(uintptr_t)text, 0);
}

static void drop_item(parley_diags *d, parley_diag *shown) {
    drop(d, shown->file);
    drop(d, shown->message);
    drop(d, shown->hint);
    drop(d, shown->excerpt);
}

void parley_diags_free(parley_diags *d) {
    if (!d) return;
    for (size_t i = 0; i < d->count; i++)
        drop_item(d, &d->items[i].shown);
    resize(d, d, 0);
}

static void drop_diags(void *subject) {
    parley_diags **slot = subject;
    parley_diags_free(*slot);
}

/* The slot is there before the problems are, so a failure leaks nothing. */
parley_diags *diag_private(arena *mem) {
    parley_diags **slot = ARENA_NEW(mem, parley_diags *);
    arena_defer(mem, drop_diags, slot);
    *slot = parley_diags_new(arena_host(mem));
    if (!*slot) guard_leave(arena_guard(mem));
    return *slot;
}

size_t parley_diags_count(const parley_diags *d) { return d ? d->count : 0; }

size_t parley_diags_left_out(const parley_diags *d) {
    return d ? d->reported - d->count : 0;
}

const parley_diag *parley_diags_get(const parley_diags *d, size_t index) {
    assert(d && index < d->count);
    return &d->items[index].shown;
}

bool parley_diags_has_errors(const parley_diags *d) {
    return d && d->errors > 0;
}

size_t diag_error_count(const parley_diags *d) { return d ? d->errors : 0; }
size_t diag_limit_count(const parley_diags *d) { return d ? d->limits : 0; }

void diag_hide_places(parley_diags *d, bool hide) {
    if (d) d->placeless = hide;
}

bool diag_lost(const parley_diags *d) { return d && d->lost; }

static char *keep_text(parley_diags *d, const char *bytes, size_t size) {
    char *copy = resize(d, NULL, size + 1);
    if (!copy) {
        d->lost = true;
        return NULL;
    }
    memcpy(copy, bytes, size);
    copy[size] = '\0';
    return copy;
}

__attribute__((format(printf, 2, 0))) static char *
keep_format(parley_diags *d, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, args);
    char *text = resize(d, NULL, (size_t)(size < 0 ? 0 : size) + 1);
    if (text)
        (void)vsnprintf(text, (size_t)size + 1, format, again);
    else
        d->lost = true;
    va_end(again);
    return text;
}

static void place(parley_diags *d, parley_diag *shown, span at) {
    if (!at.text) return;
    source_place begin = source_locate(at.text, at.begin);
    source_place end = source_locate(at.text, at.end);
    shown->line = begin.line;
    shown->column = begin.column;
    shown->end_line = end.line;
    shown->end_column = end.column;
    shown->file = keep_text(d, at.text->name, strlen(at.text->name));
    size_t size;
    const char *line = source_line(at.text, (size_t)begin.line - 1, &size);
    if (size <= LONGEST_EXCERPT) shown->excerpt = keep_text(d, line, size);
}

/* By file, then place, and the order of reporting. */
static bool stands_before(const kept *a, const char *a_file, const kept *b) {
    const char *b_file = b->shown.file ? b->shown.file : "";
    int files = strcmp(a_file ? a_file : "", b_file);
    if (files != 0) return files < 0;
    if (a->begin != b->begin) return a->begin < b->begin;
    return a->order < b->order;
}

/* True if the list is full of problems that come earlier. Finding line and
 * column takes time, and a hostile file may have a million problems. */
static bool is_too_late(const parley_diags *d, const kept *item, span at) {
    return d->count == MOST_KEPT &&
           !stands_before(item, at.text ? at.text->name : NULL,
                          &d->items[MOST_KEPT - 1]);
}

static void insert(parley_diags *d, kept item) {
    size_t i = d->count++;
    for (; i > 0 && stands_before(&item, item.shown.file, &d->items[i - 1]);
         i--)
        d->items[i] = d->items[i - 1];
    d->items[i] = item;
    d->last = i;
    if (d->count <= MOST_KEPT) return;
    d->count = MOST_KEPT;
    drop_item(d, &d->items[MOST_KEPT].shown);
}

__attribute__((format(printf, 4, 0))) static bool
report(parley_diags *d, parley_diag shown, span at, const char *format,
       va_list args) {
    if (!d) return false;
    if (shown.severity == PARLEY_ERROR) d->errors++;
    if (d->placeless) at = SPAN_NONE;
    kept item = {.begin = at.text ? at.begin : 0, .order = d->reported++};
    if (is_too_late(d, &item, at)) {
        d->last = MOST_KEPT; /* a hint would have no problem to go to */
        return false;
    }
    place(d, &shown, at);
    shown.message = keep_format(d, format, args);
    item.shown = shown;
    if (shown.message)
        insert(d, item);
    else
        drop_item(d, &shown);
    return false;
}

bool diag_error(parley_diags *d, span at, const char *code, const char *format,
                ...) {
    va_list args;
    va_start(args, format);
    parley_diag shown = {.severity = PARLEY_ERROR, .code = code};
    bool result = report(d, shown, at, format, args);
    va_end(args);
    return result;
}

bool diag_limit(parley_diags *d, span at, const char *code, const char *format,
                ...) {
    va_list args;
    va_start(args, format);
    parley_diag shown = {.severity = PARLEY_ERROR, .code = code};
    bool result = report(d, shown, at, format, args);
    va_end(args);
    if (d) d->limits++;
    return result;
}

bool diag_warning(parley_diags *d, span at, const char *code,
                  const char *format, ...) {
    va_list args;
    va_start(args, format);
    parley_diag shown = {.severity = PARLEY_WARNING, .code = code};
    bool result = report(d, shown, at, format, args);
    va_end(args);
    return result;
}

bool diag_note(parley_diags *d, span at, const char *code, const char *format,
               ...) {
    va_list args;
    va_start(args, format);
    parley_diag shown = {.severity = PARLEY_NOTE, .code = code};
    bool result = report(d, shown, at, format, args);
    va_end(args);
    return result;
}

void diag_hint(parley_diags *d, const char *format, ...) {
    if (!d || d->last >= d->count) return;
    parley_diag *shown = &d->items[d->last].shown;
    va_list args;
    va_start(args, format);
    drop(d, shown->hint);
    shown->hint = keep_format(d, format, args);
    va_end(args);
}

void diag_hint_names(parley_diags *d, const char *word,
                     const char *const *names, int count, arena *mem) {
    enum { MOST_HINTED = 12 };
    const char *near = text_nearest(word, names, (size_t)count);
    if (near) {
        diag_hint(d, "did you mean \"%s\"?", near);
        return;
    }
    if (count == 0 || count > MOST_HINTED) return;
    const char *all = "";
    for (int i = 0; i < count; i++)
        all = arena_format(mem, "%s%s%s", all, i > 0 ? ", " : "", names[i]);
    diag_hint(d, "there %s: %s", count == 1 ? "is" : "are", all);
}
