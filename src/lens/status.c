/* SPDX-License-Identifier: Apache-2.0
 *
 * `parley status CASE`: where is each offer now, who carried it, what is
 * pending with whom, what does the clock say?
 *
 * Two sources are put together. The case has the status of each proposal,
 * answers and other statements about it, guarantees, and messages that were
 * carried; the log of the talks (docs/process.md), where there is one, has
 * each step with its hour. Of the log only what the viewer may see is folded
 * (process/view.c), and all times are computed for the end of --at, or else
 * for the last event or the case's as-of, whichever is later: never for the
 * clock on the wall, so the same case and log give the same bytes.
 *
 * Every line names what it rests on: an entry, a paragraph, an event of the
 * log. The analyst's variants are shown in words only once somebody has put
 * them forward.
 */
#include <stdlib.h>

#include "lens/entries.h"
#include "lens/status_lens.h"
#include "lens/talks.h"
#include "record/phrase.h"

const char *status_kind_name(status_kind kind) {
    static const char *const names[STATUS_KINDS] = {
        [STATUS_STATE] = "state",         [STATUS_ANSWER] = "answer",
        [STATUS_PENDING] = "pending",     [STATUS_STATEMENT] = "statement",
        [STATUS_GUARANTEE] = "guarantee", [STATUS_INCIDENT] = "incident",
        [STATUS_MESSAGE] = "message",     [STATUS_NOTE] = "note"};
    return names[kind];
}

status_line *status_add(status_finder *f, status_lines *to, status_kind kind,
                        const char *format, ...) {
    if (to->count == to->room) {
        int room = 2 * to->room + 8;
        to->items = arena_grow(f->mem, to->items, (size_t)to->count,
                               (size_t)room, sizeof *to->items);
        to->room = room;
    }
    va_list args;
    va_start(args, format);
    status_line *line = &to->items[to->count++];
    *line = (status_line){.kind = kind,
                          .text = arena_vformat(f->mem, format, args),
                          .entry = -1,
                          .event = -1};
    va_end(args);
    return line;
}

/* --- The state --- */

static void fold(status_finder *f) {
    talks_stand t = talks_fold(f->q, (moment){.given = false}, f->mem);
    f->a->events = t.events;
    f->a->s = t.s;
    f->a->now = t.now;
}

static parley_status run(const void **out, const lens_request *q, arena *mem,
                         parley_diags *d) {
    (void)d;
    status_answer *a = ARENA_NEW(mem, status_answer);
    status_finder f = {q->c, q, a, lens_value(q, "all") != NULL, mem};
    fold(&f);
    const record_evidence *e = record_weigh(q->c, mem);
    const record_network *n = record_network_build(q->c, mem);
    a->proposals = ARENA_ARRAY(mem, status_proposal, q->c->proposal_count + 1);
    for (int i = 0; i < q->c->proposal_count; i++) {
        status_proposal *p = &a->proposals[i];
        p->proposal = i;
        p->shown = a->s->versions[i].stage != STAGE_NONE ||
                   q->c->proposals[i].origin.source != CASE_SOURCE_ANALYST;
        status_find_talks(&f, p);
        status_find_record(&f, p);
        p->pieces = record_pieces_find(q->c, e, n, i, mem);
    }
    status_find_messages(&f);
    status_find_deadlines(&f);
    *out = a;
    return PARLEY_OK;
}

static const lens_option options[] = {
    {"all", NULL, "all incidents, messages and notes, not the latest 12"},
    {"ics", NULL, "the deadlines as a calendar, the same as --format ics"},
};

extern const lens status_lens;
const lens status_lens = {
    .name = "status",
    .question = "where is each offer now, what is pending, what does the "
                "clock say?",
    .operands = "",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
    .describe = status_describe,
};
