/* SPDX-License-Identifier: Apache-2.0
 * The log of the talks beside a case: read with it, added to line by line,
 * checked, written out. An event is added only if it can come next; that is
 * judged within the writer's turn, so two writers can't both be right. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "api/log.h"
#include "base/diag.h"
#include "case/load.h"
#include "process/draft.h"
#include "record/phrase.h"
#include "record/route.h"
#include "store/store.h"

/* --- Beside a case --- */

const char *api_log_path(const char *path, arena *mem) {
    return arena_format(mem, "%s.log", path);
}

static void take_line(void *self, const char *line, size_t size) {
    process_read_line(self, line, size);
}

/* All lines of the log, or NULL if the file can't be read. */
static process_reader *read_store(store *s, const case_model *c, arena *mem,
                                  parley_diags *d) {
    enum { MOST_EXPECTED = 1 << 17 };
    int64_t count = 0;
    if (!store_count(&count, s, d)) return NULL;
    if (count < 0 || count > MOST_EXPECTED) count = MOST_EXPECTED;
    process_reader *r = process_reader_new(c, (int)count, mem, d);
    return store_each(s, take_line, r, d) ? r : NULL;
}

parley_status api_log_read(process_log *out, const char *path,
                           const case_model *c, arena *mem, parley_diags *d) {
    const char *beside = api_log_path(path, mem);
    *out = (process_log){0};
    if (access(beside, F_OK) != 0) return PARLEY_OK;
    if (!store_available()) {
        (void)diag_warning(d, SPAN_NONE, "log/no-store",
                           "%s is not read: this build has no SQLite", beside);
        return PARLEY_OK;
    }
    arena *scratch = arena_child(mem);
    store *s = store_open(beside, false, scratch, d);
    process_reader *r = s ? read_store(s, c, mem, d) : NULL;
    arena_free(scratch);
    if (!r) return PARLEY_EIO;
    return process_read_end(out, r) ? PARLEY_OK : PARLEY_EINPUT;
}

/* --- Routes, for the refusal of a barred one --- */

static const char *routes_between(const case_model *c, int from, int to,
                                  arena *mem) {
    enum { MOST = 3 };
    const record_network *n = record_network_build(c, mem);
    const record_routes *r = record_routes_find(n, from, to, MOST, mem);
    const char *text = NULL;
    for (int i = 0; i < r->open_count; i++) {
        const char *one = "";
        for (int j = 0; j < r->open[i].count; j++)
            one = arena_format(mem, "%s%s%s", one, j > 0 ? " - " : "",
                               c->actors[r->open[i].actors[j]].id);
        text = text ? arena_format(mem, "%s, %s", text, one) : one;
    }
    return text ? text : "none on record";
}

/* --- Calls --- */

typedef struct call {
    const char *path, *lines;
    size_t size, count;
    parley_sink to;
    bool failed; /* ... to take what was written */
    const case_model *c;
    store *s;
    arena *mem;
    parley_diags *d;
} call;

static parley_status load(call *k) {
    source_text *text;
    if (!source_read(&text, k->path, API_MOST_BYTES, k->mem, k->d))
        return PARLEY_EIO;
    parley_diags *quiet = diag_private(k->mem);
    if (case_load(&k->c, text, k->mem, quiet)) return PARLEY_OK;
    (void)case_load(&k->c, text, k->mem, k->d);
    return PARLEY_EINPUT;
}

static bool put_lines(call *k) {
    for (size_t at = 0; at < k->size;) {
        const char *end = memchr(k->lines + at, '\n', k->size - at);
        size_t length = end ? (size_t)(end - k->lines) - at : k->size - at;
        bool blank = strspn(k->lines + at, " \t\r\n") >= length;
        if (!blank && !store_put(k->s, k->lines + at, length, k->d))
            return false;
        if (!blank) k->count++;
        at += length + 1;
    }
    return true;
}

/* An event from `first` on enters the record, which then must load. */
static bool says_more(const process_log *log, int first) {
    for (int i = first; i < log->count; i++) {
        event_kind kind = log->events[i].kind;
        if (kind == EVENT_STATEMENT || kind == EVENT_CONTACT ||
            kind == EVENT_ANSWER || kind == EVENT_GUARANTEE ||
            kind == EVENT_WITHDRAW)
            return true;
    }
    return false;
}

/* Whether the new lines fit behind what is there (NULL: it can't be read). */
static parley_status judge(call *k, process_reader *r) {
    process_log log;
    if (!r) return PARLEY_EIO;
    int before = r->count;
    process_read_lines(r, k->lines, k->size);
    const case_model *c = k->c;
    if (!process_read_end(&log, r) ||
        !process_join(&c, c, &log, k->mem, k->d) ||
        !process_check(&log, c, routes_between, k->mem, k->d))
        return PARLEY_EINPUT;
    if (says_more(&log, before) && !api_log_join(&c, &log, c, k->mem, k->d))
        return PARLEY_EINPUT;
    return PARLEY_OK;
}

/* What is refused makes no file where there is none. */
static parley_status judge_first(call *k, const char *beside) {
    if (!store_available() || access(beside, F_OK) == 0) return PARLEY_OK;
    return judge(k, process_reader_new(k->c, 0, k->mem, k->d));
}

static parley_status append(void *subject) {
    call *k = subject;
    parley_status status = load(k);
    const char *beside = api_log_path(k->path, k->mem);
    if (status == PARLEY_OK) status = judge_first(k, beside);
    if (status != PARLEY_OK) return status;
    k->s = store_open(beside, true, k->mem, k->d);
    if (!k->s || !store_begin(k->s, k->d)) return PARLEY_EIO;
    status = judge(k, read_store(k->s, k->c, k->mem, k->d));
    if (status == PARLEY_OK && !put_lines(k)) status = PARLEY_EIO;
    if (status != PARLEY_OK)
        store_rollback(k->s);
    else if (!store_commit(k->s, k->d))
        status = PARLEY_EIO;
    if (status != PARLEY_OK) k->count = 0;
    return status;
}

static parley_status open_log(call *k) {
    const char *beside = api_log_path(k->path, k->mem);
    k->s = NULL;
    if (store_available() && access(beside, F_OK) != 0) {
        (void)diag_error(k->d, SPAN_NONE, "log/none", "%s: %s", beside,
                         strerror(errno));
        diag_hint(k->d, "nothing is logged yet; `parley help log` has the "
                        "kinds of events");
        return PARLEY_EIO;
    }
    k->s = store_open(beside, false, k->mem, k->d);
    return k->s ? PARLEY_OK : PARLEY_EIO;
}

/* Once a write has failed nothing more is written. */
static void write_line(void *self, const char *line, size_t size) {
    call *k = self;
    k->failed = k->failed || !k->to.write(k->to.self, line, size) ||
                !k->to.write(k->to.self, "\n", 1);
}

static parley_status export(void *subject) {
    call *k = subject;
    if (open_log(k) != PARLEY_OK || !store_each(k->s, write_line, k, k->d))
        return PARLEY_EIO;
    if (!k->failed) return PARLEY_OK;
    (void)diag_error(k->d, SPAN_NONE, "format/write-failed",
                     "the output could not be written");
    return PARLEY_EIO;
}

static parley_status verify(void *subject) {
    call *k = subject;
    if (open_log(k) != PARLEY_OK) return PARLEY_EIO;
    return store_verify(k->s, &k->count, k->d) ? PARLEY_OK : PARLEY_EINPUT;
}

static parley_status make(call *k, const parley_host *host,
                          parley_status (*body)(void *subject)) {
    k->mem = arena_new(host);
    if (!k->mem) return PARLEY_ENOMEM;
    parley_status status = api_call(k->mem, k->d, body, k);
    arena_free(k->mem);
    return status;
}

parley_status parley_log_append(const parley_host *host, const char *path,
                                const char *lines, size_t size, size_t *count,
                                parley_diags *d) {
    call k = {.path = path, .lines = lines, .size = size, .d = d};
    parley_status status = make(&k, host, append);
    if (count) *count = k.count;
    return status;
}

parley_status parley_log_export(const parley_host *host, const char *path,
                                parley_sink to, parley_diags *d) {
    call k = {.path = path, .to = to, .d = d};
    return make(&k, host, export);
}

parley_status parley_log_verify(const parley_host *host, const char *path,
                                size_t *count, parley_diags *d) {
    call k = {.path = path, .d = d};
    parley_status status = make(&k, host, verify);
    if (count) *count = k.count;
    return status;
}
