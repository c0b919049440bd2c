/* SPDX-License-Identifier: Apache-2.0
 *
 * What will the clock bring, if nothing is done?
 *
 * The state of each version is copied and let run on from one hour that its
 * clock waits for to the next: answers under seal close, a declared truce
 * begins, phases end and others follow. An open phase ends the list, with the
 * hour at which its talks are to end. What the case alone says is in force has
 * no hours, and so no deadlines.
 *
 * As dates of a calendar a phase, or the talks of an open one, is a span from
 * its beginning to its end, the rest are points. The key of a date is the
 * case's title (hashed), the proposal, what it is and the number of the phase:
 * it stays when the hour is moved.
 */
#include <inttypes.h>
#include <stdlib.h>

#include "lens/status_lens.h"

enum { MOST_AHEAD = 64 };

const char *status_end_name(status_end kind) {
    static const char *const names[STATUS_ENDS] = {
        [STATUS_ANSWERS_CLOSE] = "answers-close",
        [STATUS_BEGINS] = "begins",
        [STATUS_PHASE_ENDS] = "phase-ends",
        [STATUS_TALKS_END] = "talks-end"};
    return names[kind];
}

typedef struct looking_ahead {
    const status_finder *f;
    status_deadline *items;
    int count, room;
} looking_ahead;

static status_deadline *add(looking_ahead *l, status_end kind, int64_t at,
                            int proposal, const process_version *v) {
    if (l->count == l->room) {
        int room = 2 * l->room + 8;
        l->items = arena_grow(l->f->mem, l->items, (size_t)l->count,
                              (size_t)room, sizeof *l->items);
        l->room = room;
    }
    status_deadline *one = &l->items[l->count++];
    *one = (status_deadline){.kind = kind,
                             .at = at,
                             .since = at,
                             .z = v->z,
                             .proposal = proposal,
                             .phase = v->phase,
                             .event = v->declared};
    return one;
}

static void add_phase(looking_ahead *l, int proposal,
                      const process_version *v) {
    const case_phase *p = &l->f->c->proposals[proposal].phases[v->phase];
    arena *mem = l->f->mem;
    if (v->phase_ends < INT64_MAX) {
        status_deadline *one =
            add(l, STATUS_PHASE_ENDS, v->phase_ends, proposal, v);
        one->since = v->phase_began;
        one->changes = v->extended;
        one->what = arena_format(mem, "%s ends", p->name);
    } else if (p->talks && v->cause != PROCESS_BY_CASE) {
        int64_t end = zone_after(v->z, v->phase_began, p->talks->by);
        if (end == INT64_MAX) return;
        status_deadline *one = add(l, STATUS_TALKS_END, end, proposal, v);
        one->since = v->phase_began;
        one->what = "the talks are to end";
    }
}

/* What one version has before it. */
static void look(looking_ahead *l, int proposal) {
    const process_state *s = l->f->a->s;
    process_version v = s->versions[proposal];
    for (int i = 0; i < MOST_AHEAD; i++) {
        int64_t next = process_next(&v);
        if (v.stage == STAGE_SENT && next < INT64_MAX) {
            status_deadline *one =
                add(l, STATUS_ANSWERS_CLOSE, next, proposal, &v);
            one->event = -1;
            one->what = "sealed answers close";
        }
        if (v.stage == STAGE_DECLARED && next < INT64_MAX)
            add(l, STATUS_BEGINS, next, proposal, &v)->what = "starts";
        if (v.stage == STAGE_IN_FORCE) add_phase(l, proposal, &v);
        if (next == INT64_MAX) return;
        process_run_version(s, proposal, &v, next);
    }
}

static int compare(const void *a, const void *b) {
    const status_deadline *x = a, *y = b;
    if (x->at != y->at) return x->at < y->at ? -1 : 1;
    if (x->proposal != y->proposal) return x->proposal - y->proposal;
    return (int)x->kind - (int)y->kind;
}

void status_find_deadlines(status_finder *f) {
    looking_ahead l = {.f = f};
    int kept = 0;
    for (int i = 0; i < f->c->proposal_count; i++)
        look(&l, i);
    for (int i = 0; i < l.count; i++)
        if (l.items[i].at > time_end(f->a->now)) l.items[kept++] = l.items[i];
    if (kept > 1) qsort(l.items, (size_t)kept, sizeof *l.items, compare);
    f->a->deadlines = l.items;
    f->a->deadline_count = kept;
}

/* --- Dates --- */

/* FNV-1a: keys of different talks should differ, and need not be secret. */
static uint64_t hash_of(const char *text) {
    uint64_t hash = UINT64_C(14695981039346656037);
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * UINT64_C(1099511628211);
    return hash;
}

/* "truce, with talks on ferries in Pilots' Hall" */
static const char *title_of(const case_model *c, const case_phase *p,
                            arena *mem) {
    const char *what = p->name;
    if (!p->talks) return what;
    for (int i = 0; i < p->talks->on.count; i++)
        what =
            arena_format(mem, "%s%s %s", what, i == 0 ? ", with talks on" : ",",
                         c->issues[p->talks->on.items[i]].id);
    if (p->talks->in) what = arena_format(mem, "%s, in %s", what, p->talks->in);
    return what;
}

static doc_date date_of(const case_model *c, const status_answer *a,
                        const status_deadline *one, arena *mem) {
    const case_proposal *p = &c->proposals[one->proposal];
    bool lasting =
        one->kind == STATUS_PHASE_ENDS || one->kind == STATUS_TALKS_END;
    const char *what =
        lasting ? title_of(c, &p->phases[one->phase], mem) : one->what;
    doc_date date = {.from = lasting ? one->since : one->at,
                     .until = one->at,
                     .known = time_end(a->now),
                     .changes = one->changes};
    date.key = arena_format(mem, "%s.%s.%d.%016" PRIx64 "@parley", p->id,
                            status_end_name(one->kind), one->phase + 1,
                            hash_of(c->title));
    date.title = arena_format(mem, "%s: %s", p->name, what);
    date.text = arena_format(mem, "%s, %s%s",
                             time_print(zone_moment(one->z, one->at), mem),
                             one->what, lasting ? ", if nothing changes" : "");
    return date;
}

void status_put_dates(doc *to, const case_model *c, const status_answer *a) {
    for (int i = 0; i < a->deadline_count; i++)
        doc_add_date(to, date_of(c, a, &a->deadlines[i], doc_arena(to)));
}
