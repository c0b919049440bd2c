/* SPDX-License-Identifier: Apache-2.0
 *
 * What does a proposal still need?
 *
 * A checklist, put together from the case without any model: each party's
 * answer, the consent of bodies that must give it, terms that a party refuses,
 * demands that are not met, guarantees that were asked for or are not there,
 * an open route from everyone who carries the talks to every party, a host
 * and delegations where there are talks, and each kind of clause (DESIGN
 * sections 2 and 7). A piece is
 *
 *   disputed   when readings of it differ, or a party's standing statement
 *              refuses it;
 *   missing    when it is said to be open or not there, or nothing is said;
 *   in place   otherwise;
 *
 * and each has its sources. That a piece is in place says that the record has
 * it, not that it will hold. Wording notes are found in wording.c.
 */
#include "record/pieces_int.h"

#include "base/text.h"
#include "record/phrase.h"
#include "record/same_plan.h"

const char *piece_group_name(piece_group group) {
    static const char *const names[PIECE_GROUPS] = {
        [PIECE_ANSWER] = "answer",       [PIECE_CONSENT] = "consent",
        [PIECE_TERM] = "term",           [PIECE_DEMAND] = "demand",
        [PIECE_GUARANTEE] = "guarantee", [PIECE_ROUTE] = "route",
        [PIECE_TALKS] = "talks",         [PIECE_CLAUSE] = "clause",
    };
    return names[group];
}

const char *piece_status_name(piece_status status) {
    static const char *const names[PIECE_STATUSES] = {
        [PIECE_DISPUTED] = "disputed",
        [PIECE_MISSING] = "missing",
        [PIECE_IN_PLACE] = "in-place",
    };
    return names[status];
}

piece *piece_add(piece_finder *f, piece_group group, const char *subject) {
    if (f->count == f->room) {
        int room = 2 * f->room + 16;
        f->items = arena_grow(f->mem, f->items, (size_t)f->count, (size_t)room,
                              sizeof *f->items);
        f->room = room;
    }
    f->items[f->count] =
        (piece){.group = group, .subject = subject, .from = -1, .party = -1};
    return &f->items[f->count++];
}

void piece_set(piece_finder *f, piece *to, piece_status status,
               const char *format, ...) {
    va_list args;
    va_start(args, format);
    to->text = arena_vformat(f->mem, format, args);
    va_end(args);
    to->status = status;
}

static void add_source(piece *to, piece_source one) {
    for (int i = 0; i < to->source_count; i++)
        if (to->sources[i].entry == one.entry &&
            to->sources[i].origin == one.origin)
            return;
    if (to->source_count < PIECE_SOURCES) to->sources[to->source_count++] = one;
}

void piece_cite(const piece_finder *f, piece *to, int entry) {
    add_source(to, (piece_source){entry, &f->c->record[entry].origin});
}

void piece_cite_origin(piece *to, const case_origin *origin) {
    if (origin->source != CASE_SOURCE_NONE)
        add_source(to, (piece_source){-1, origin});
}

const char *piece_actor(const piece_finder *f, int actor) {
    return f->c->actors[actor].name;
}

const case_talks *piece_talks(const piece_finder *f) {
    return f->p->phases[f->p->phase_count - 1].talks;
}

record_pieces record_pieces_find(const case_model *c, const record_evidence *e,
                                 const record_network *n, int proposal,
                                 arena *mem) {
    piece_finder f = {.c = c,
                      .e = e,
                      .n = n,
                      .proposal = proposal,
                      .p = &c->proposals[proposal],
                      .same = record_same_plan(c, mem),
                      .mem = mem};
    pieces_find_answers(&f);
    pieces_find_consent(&f);
    pieces_find_terms(&f);
    pieces_find_demands(&f);
    pieces_find_guarantees(&f);
    pieces_find_routes(&f);
    pieces_find_talks(&f);
    pieces_find_clauses(&f);
    record_pieces found = {.proposal = proposal,
                           .items = f.items,
                           .count = f.count,
                           .wording = wording_find(c, f.p, mem)};
    for (int i = 0; i < f.count; i++)
        found.counts[f.items[i].status]++;
    return found;
}
