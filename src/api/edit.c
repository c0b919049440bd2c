/* SPDX-License-Identifier: Apache-2.0
 * Case files as texts: adding to one, and beginning one. */
#include <string.h>

#include "api/api.h"
#include "base/diag.h"
#include "base/text.h"
#include "case/save.h"

/* --- Adding --- */

typedef struct adding {
    const char *path, *section, *entry;
    arena *mem;
    parley_diags *d;
} adding;

static parley_status add(void *subject) {
    adding *a = subject;
    source_text *text;
    const source_text *longer;
    parley_status status = api_read(&text, a->path, a->mem, a->d);
    if (status != PARLEY_OK) return status;
    const source_text *entry =
        source_new(a->mem, "entry", a->entry, strlen(a->entry));
    parley_diags *d = a->d ? a->d : diag_private(a->mem);
    size_t limits = diag_limit_count(d);
    bool ok = case_append(&longer, text, a->section, entry, a->mem, d);
    if (!ok) return api_outcome(ok, limits, d);
    bool written =
        case_write_file(a->path, longer->bytes, longer->size, a->mem, a->d);
    return written ? PARLEY_OK : PARLEY_EIO;
}

parley_status parley_add(const parley_host *host, const char *path,
                         const char *section, const char *entry,
                         parley_diags *d) {
    adding a = {path, section, entry, arena_new(host), d};
    if (!a.mem) return PARLEY_ENOMEM;
    parley_status status = api_call(a.mem, d, add, &a);
    arena_free(a.mem);
    return status;
}

/* --- Beginning --- */

typedef struct beginning {
    parley_sink to;
    const char *title;
    const parley_option *options;
    size_t option_count;
    arena *mem;
    parley_diags *d;
} beginning;

static const char *trimmed(const char *text, size_t size, arena *mem) {
    while (size > 0 && *text == ' ') {
        text++;
        size--;
    }
    while (size > 0 && text[size - 1] == ' ')
        size--;
    return arena_text(mem, text, size);
}

static text_list split(const char *text, arena *mem) {
    const char **items = ARENA_ARRAY(mem, const char *, strlen(text) + 1);
    int count = 0;
    while (*text) {
        size_t size = strcspn(text, ",");
        const char *item = trimmed(text, size, mem);
        if (*item) items[count++] = item;
        text += size + (text[size] == ',');
    }
    return (text_list){items, count};
}

static bool read_issue(case_outline_issue *out, const char *value,
                       const beginning *b) {
    size_t size = strcspn(value, ":");
    out->name = trimmed(value, size, b->mem);
    out->options = split(value + size + (value[size] == ':'), b->mem);
    if (*out->name && out->options.count != 1) return true;
    diag_error(b->d, SPAN_NONE, "option/value",
               "\"%s\" is not a name and two options or more", value);
    diag_hint(b->d, "write \"water: keep, share\", the one in force first");
    return false;
}

static bool read_outline(case_outline *out, const beginning *b) {
    const char **parties = ARENA_ARRAY(b->mem, const char *, b->option_count);
    case_outline_issue *issues =
        ARENA_ARRAY(b->mem, case_outline_issue, b->option_count);
    *out = (case_outline){.title = b->title, .issues = issues};
    bool ok = true;
    for (size_t i = 0; i < b->option_count; i++) {
        const parley_option *o = &b->options[i];
        if (text_same(o->name, "party") && o->value)
            parties[out->parties.count++] = o->value;
        else if (text_same(o->name, "issue") && o->value)
            ok = read_issue(&issues[out->issue_count++], o->value, b) && ok;
        else
            ok = diag_error(b->d, SPAN_NONE, "option/unknown",
                            "a new case takes party and issue, each with a "
                            "value; not %s",
                            o->name);
    }
    out->parties.items = parties;
    return ok;
}

static parley_status begin(void *subject) {
    const beginning *b = subject;
    case_outline outline;
    if (!read_outline(&outline, b)) return PARLEY_EUSAGE;
    const char *text = case_new(&outline, b->mem);
    if (b->to.write(b->to.self, text, strlen(text))) return PARLEY_OK;
    diag_error(b->d, SPAN_NONE, "format/write-failed",
               "the new case could not be written");
    return PARLEY_EIO;
}

parley_status parley_new(const parley_host *host, parley_sink to,
                         const char *title, const parley_option *options,
                         size_t option_count, parley_diags *d) {
    beginning b = {to, title, options, option_count, arena_new(host), d};
    if (!b.mem) return PARLEY_ENOMEM;
    parley_status status = api_call(b.mem, d, begin, &b);
    arena_free(b.mem);
    return status;
}
