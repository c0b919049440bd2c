/* SPDX-License-Identifier: Apache-2.0
 * Where bargaining ends: the Nash solution of promised worths, over a list of
 * outcomes or a diagram of them (DESIGN section 4 defines it, deal/nash.c and
 * deal/settle.c find it).
 *
 * Edge cases: a draw whose settlement takes too many beginnings of outcomes
 * ends the call with what was reached; nothing is guessed. */
#include "plan/parts.h"

#include <stdio.h>

/* --- Listed --- */

static void make_room(plan_work *t, const plan_field *f, plan_bargain *b) {
    struct plan_room *room = t->room;
    const size_t count = (size_t)f->list->count + 1;
    if (b->room < count) {
        for (int p = 0; p < t->setup->c->party_count; p++)
            b->sums[p] = ARENA_ARRAY(room->mem, double, count);
        b->room = count;
    }
    if (room->list_room >= count) return;
    room->key = ARENA_ARRAY(room->mem, double, count);
    room->spare = ARENA_ARRAY(room->mem, double, count);
    room->list_room = count;
}

static void add_up(const plan_field *f, int party, const double *cells,
                   double *sum, double *room) {
    const deal_space *s = f->list;
    const double *conditions = f->conditions[party];
    deal_sums(s, cells, 0, s->count, sum, room);
    for (uint32_t x = 0; conditions && x < s->count; x++)
        sum[x] += conditions[x];
}

void plan_add_up(plan_work *t, const plan_field *f, plan_bargain *b) {
    if (!f->list) return;
    make_room(t, f, b);
    for (int p = 0; p < t->setup->c->party_count; p++)
        add_up(f, p, b->cells[p], b->sums[p], t->room->spare);
}

void plan_signed_worths(const plan_work *t, const plan_field *f, int party,
                        double *worth, double *room) {
    const int cells = t->setup->c->cell_count;
    add_up(f, party, t->signed_worth + plan_at(party, cells), worth, room);
}

static void settle_listed(plan_work *t, const plan_field *f,
                          const plan_bargain *b, const double *d,
                          plan_deal *to) {
    const int parties = t->setup->c->party_count;
    const int64_t x = deal_nash((const double *const *)b->sums, f->list->count,
                                d, parties, t->room->key);
    to->found = x >= 0;
    if (x < 0) return;
    deal_space_outcome(f->list, (uint32_t)x, to->outcome);
    for (int p = 0; p < parties; p++)
        to->worth[p] = b->sums[p][x];
}

/* --- Not listed --- */

_Noreturn static void refuse(const plan_work *t, const settle_answer *a) {
    char why[200];
    snprintf(why, sizeof why,
             "in one draw the settlement isn't found among %d beginnings of "
             "deals: gains of %d parties have a product of at least %.6g "
             "somewhere and of at most %.6g anywhere",
             SETTLE_BEGINNINGS_MOST, a->gainers, a->reached, a->bound);
    guard_refuse(arena_guard(t->room->mem), why);
}

static void settle_diagram(plan_work *t, const plan_field *f,
                           const plan_bargain *b, const double *d,
                           plan_deal *to) {
    const settle_ask ask = {f->diagram, (const double *const *)b->cells, d};
    settle_answer a = {.outcome = to->outcome, .worth = to->worth};
    settle_nash(&ask, t->room->settle, &a);
    if (a.end == SETTLE_STOPPED) refuse(t, &a);
    to->found = a.end == SETTLE_FOUND;
}

void plan_settle(plan_work *t, const plan_field *f, const plan_bargain *b,
                 const double *d, plan_deal *to) {
    to->known = true;
    if (f->list)
        settle_listed(t, f, b, d, to);
    else
        settle_diagram(t, f, b, d, to);
}
