/* SPDX-License-Identifier: Apache-2.0
 * Any bytes as the log of an invented case: lines are read; what they draft is
 * joined to it, where it is sound; events that can come are taken in, whatever
 * stands between them; the state and what a party sees are folded, what the log
 * adds to the record is joined, and the status is written in a format. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "api/log.h"
#include "base/guard.h"
#include "case/load.h"
#include "process/draft.h"

enum { MOST_BYTES = 16 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char case_text[] =
    "parley: 1\ncase: fuzz\nas-of: 2030-01-01\n"
    "sources: {r: {date: 2030-01-01}}\n"
    "parties: {a: {name: A}, b: {name: B}}\n"
    "others: {m: {name: M, role: lead}, q: {name: Q, role: relay}}\n"
    "channels: [{between: [m, a], state: barred, source: r}]\n"
    "issues: {i: {options: [x, y], now: x}}\n"
    "proposals:\n"
    "  p: {plan: [{lasts: 7 days, terms: {i: y}}, "
    "{when: i = y, lasts: 36 hours}]}\n"
    "  s: {plan: [{lasts: open, talks: {on: [i], fail: resume, by: 2 days}}]}"
    "\n";

typedef struct input {
    const char *bytes;
    size_t size;
    arena *mem;
} input;

static bool take(void *self, const char *bytes, size_t size) {
    size_t *sum = self;
    for (size_t i = 0; i < size; i++)
        *sum += (unsigned char)bytes[i];
    return true;
}

/* For the desk, a party or a relay, in one format: by the size. */
static void look(const parley_case *c, size_t size) {
    static const char *const viewers[] = {NULL, "a", "q"};
    parley_option option = {"for", viewers[size % 3]};
    parley_result *r;
    size_t sum = 0, one = size / 3 % parley_format_count();
    if (parley_look(&r, c, "status", &option, option.value ? 1 : 0, NULL) !=
        PARLEY_OK)
        return;
    (void)parley_write(r, parley_format_get(one).name, NULL,
                       (parley_sink){&sum, take}, NULL);
    parley_result_free(r);
}

/* The events so far, the last one among them, make a case. */
static bool is_sound(const process_event *events, int count,
                     const case_model *c, arena *mem) {
    process_log log = {events, count};
    const case_model *joined = NULL;
    return process_join(&joined, c, &log, mem, NULL);
}

/* The lines that are events, whatever stands between them, and the case with
 * what they draft. */
static process_log read_lines(const input *in, const case_model **c) {
    event_reader by = event_reader_new(*c, in->mem, NULL);
    process_event *kept = ARENA_ARRAY(in->mem, process_event, in->size + 1);
    process_log log = {kept, 0};
    for (size_t at = 0; at < in->size;) {
        const char *line = in->bytes + at;
        const char *end = memchr(line, '\n', in->size - at);
        size_t length = end ? (size_t)(end - line) : in->size - at;
        process_event *e = &kept[log.count];
        at += length + 1;
        if (!event_read(e, line, length, &by)) continue;
        bool brings = e->kind == EVENT_DRAFT && e->name;
        if (!brings || is_sound(kept, log.count + 1, *c, in->mem)) {
            log.count++;
            continue;
        }
        names_put(by.drafted, 0, e->name, -1);
        by.draft_count--;
    }
    if (!process_join(c, *c, &log, in->mem, NULL)) abort();
    return log;
}

/* The events that can come, one after the other. */
static process_log sieve(const process_log *all, const case_model *c,
                         arena *mem) {
    process_event *kept = ARENA_ARRAY(mem, process_event, all->count + 1);
    process_log log = {kept, 0};
    process_state *s = process_begin(c, mem);
    for (int i = 0; i < all->count; i++) {
        if (process_refuses(s, &all->events[i])) continue;
        kept[log.count] = all->events[i];
        process_apply(s, &kept[log.count++]);
    }
    return log;
}

static void run(void *subject) {
    const input *in = subject;
    const case_model *c;
    source_text *text =
        source_new(in->mem, "fuzz", case_text, sizeof case_text - 1);
    if (!case_load(&c, text, in->mem, NULL)) return;
    process_log all = read_lines(in, &c);
    parley_case whole = {in->mem, c, sieve(&all, c, in->mem)};
    if (!process_check(&whole.log, c, NULL, in->mem, NULL)) abort();
    if (!api_log_join(&whole.model, &whole.log, c, in->mem, NULL))
        whole.model = c;
    look(&whole, in->size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size > MOST_BYTES) return 0;
    guard g;
    input in = {(const char *)data, size, arena_new(NULL)};
    if (!in.mem) return 0;
    arena_set_guard(in.mem, &g);
    (void)guard_run(&g, run, &in);
    arena_free(in.mem);
    return 0;
}
