/* SPDX-License-Identifier: Apache-2.0
 * Is something worth at least V0, the value of no deal?
 *
 * That is what offers and refusals are judged by, at every move of the sampler,
 * and mostly it is clear without the settlement xF on which V0 depends. No
 * party gets more in xF than the most it can get in any outcome. And the
 * product of gains in xF is at least that of any outcome in which all gain, so
 * party p gains at least that product over the most that the others could gain.
 * The outcome is the settlement of the draw that was settled last: draws of a
 * chain are alike.
 *
 * Edge cases: where outcomes are listed, or bounds and worth are within a
 * little of each other, V0 itself is asked. Which it is changes no answer. */
#include <math.h>

#include "plan/parts.h"

/* Far above what sums of doubles lose, and above what counts as equal. */
static const double hair = 1e-8;

/* u~ of the settlement found last. */
static double known_worth(const plan_work *t, int party) {
    const plan_field *f = t->setup->field;
    const case_model *c = t->setup->c;
    const int *outcome = t->room->early_deal.outcome;
    const double *cells = t->room->early.cells[party];
    double sum = deal_extra_worth(f->extras, party, outcome);
    for (int j = 0; j < c->issue_count; j++)
        sum += cells[c->issues[j].cell + outcome[j]];
    return sum;
}

/* The product of its gains; 0: not all gain, or none is known. */
static double known_product(const plan_work *t) {
    double product = t->room->early_deal.found;
    for (int p = 0; p < t->setup->c->party_count && product > 0; p++)
        product *= fmax(0, known_worth(t, p) - t->now_worth[p] - hair);
    return product;
}

/* Begins with u~ of xF, ends with V0. */
static void find_bounds(plan_work *t) {
    struct plan_room *room = t->room;
    const int parties = t->setup->c->party_count;
    const double product = known_product(t);
    double all = 1;
    for (int p = 0; p < parties; p++) {
        const double now = t->now_worth[p];
        room->most[p] = deal_diagram_most(t->setup->field->diagram, p,
                                          room->early.cells[p], 1, room->paths);
        room->most[p] = fmax(now, room->most[p]) + hair;
        all *= room->most[p] - now;
    }
    for (int p = 0; p < parties; p++) {
        const double now = t->now_worth[p];
        const double gain = product / (all / (room->most[p] - now));
        room->least[p] = plan_no_deal(t, p, now + gain - hair) - hair;
        room->most[p] = plan_no_deal(t, p, room->most[p]) + hair;
    }
    room->bounded = true;
}

bool plan_reaches_no_deal(plan_work *t, int party, double worth) {
    struct plan_room *room = t->room;
    if (!room->closed && t->setup->field->diagram) {
        if (!room->bounded) find_bounds(t);
        if (worth > room->most[party]) return true;
        if (worth < room->least[party]) return false;
    }
    plan_close(t);
    return deal_at_least(worth, t->no_deal[party]);
}
