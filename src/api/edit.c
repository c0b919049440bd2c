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

static parley_status begin(void *subject) {
    const beginning *b = subject;
    case_answer *answers = ARENA_ARRAY(b->mem, case_answer, b->option_count);
    for (size_t i = 0; i < b->option_count; i++)
        answers[i] = (case_answer){b->options[i].name,
                                   text_or_empty(b->options[i].value)};
    const char *text =
        case_new(b->title, answers, (int)b->option_count, b->mem, b->d);
    if (!text) return PARLEY_EUSAGE;
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
