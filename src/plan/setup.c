/* SPDX-License-Identifier: Apache-2.0
 * What all plans of a case share: the outcomes, the status quo, worths that
 * are the same in every draw, who stands on what in public, and who carries
 * out what for whom.
 *
 * Edge cases: a party that carries an issue out alone has no promise to doubt
 * there; of an issue carried out by several, its own part counts in full and
 * only the others' are doubted. Without a status quo its worth is 0. */
#include "plan/parts.h"

#include <math.h>

#include "base/number.h"

static int *find_now(const case_model *c, arena *mem) {
    if (!c->has_now) return NULL;
    int *now = ARENA_ARRAY(mem, int, (size_t)c->issue_count + 1);
    for (int j = 0; j < c->issue_count; j++)
        now[j] = c->issues[j].now;
    return now;
}

/* --- Worths on conditions --- */

double plan_condition(const plan_setup *s, int party, const int *outcome) {
    return deal_extra_worth(s->field->extras, party, outcome);
}

static void note_conditions(plan_setup *s, arena *mem) {
    double *at_now = ARENA_ARRAY(mem, double, (size_t)s->c->party_count);
    for (int p = 0; s->now && p < s->c->party_count; p++)
        at_now[p] = plan_condition(s, p, s->now);
    s->now_condition = at_now;
}

/* --- A given no-deal worth --- */

/* The least sum of a diagram, as the decimal that it is. */
static fixed least_of(const deal_diagram *g, int party, const fixed *worth,
                      arena *mem) {
    const size_t cells = (size_t)g->c->cell_count;
    double *less = ARENA_ARRAY(mem, double, cells + 1);
    double *room = ARENA_ARRAY(mem, double, 2 * (size_t)g->nodes_most + 2);
    for (size_t i = 0; i < cells; i++)
        less[i] = number_from_fixed(worth[i]);
    const double least = -deal_diagram_most(g, party, less, -1, room);
    return g->empty ? 0 : (fixed)llround(least * (double)FIXED_ONE);
}

static fixed least_worth(const plan_setup *s, int party, arena *mem) {
    const case_preference *p = &s->c->preferences[party];
    if (s->field->diagram)
        return least_of(s->field->diagram, party, p->worth, mem);
    deal_party exact = {
        .worth = p->worth, .when = p->when, .when_count = p->when_count};
    return deal_party_least(s->field->list, &exact, mem);
}

static void note_reserves(plan_setup *s, arena *mem) {
    size_t n = (size_t)s->c->party_count;
    bool *has = ARENA_ARRAY(mem, bool, n);
    double *reserve = ARENA_ARRAY(mem, double, n);
    for (int p = 0; p < s->c->party_count; p++) {
        const case_preference *of = &s->c->preferences[p];
        has[p] = of->has_reserve || (of->no_reserve && of->worth);
        if (of->has_reserve)
            reserve[p] = number_from_fixed(of->reserve);
        else if (has[p])
            reserve[p] = number_from_fixed(least_worth(s, p, mem));
    }
    s->has_reserve = has;
    s->reserve = reserve;
}

/* --- Who stands on what, and who promises what --- */

static void note_faces(struct plan_ground *g, const plan_setup *s, arena *mem) {
    const case_model *c = s->c;
    size_t most = (size_t)c->party_count * (size_t)c->issue_count;
    plan_face *faces = ARENA_ARRAY(mem, plan_face, most + 1);
    for (int p = 0; p < c->party_count; p++)
        for (int j = 0; j < c->issue_count; j++) {
            const record_face *f = &s->evidence->face[p * c->issue_count + j];
            if (f->weight > 0 && f->options.count > 0)
                faces[g->face_count++] =
                    (plan_face){p, j, f->weight, f->options};
        }
    g->faces = faces;
}

static int_list others_than(int party, int_list by, arena *mem) {
    int *others = ARENA_ARRAY(mem, int, (size_t)by.count + 1);
    int count = 0;
    for (int i = 0; i < by.count; i++)
        if (by.items[i] != party) others[count++] = by.items[i];
    return (int_list){others, count};
}

static void note_promises(struct plan_ground *g, const case_model *c,
                          arena *mem) {
    size_t most = (size_t)c->party_count * (size_t)c->issue_count;
    plan_promise *promises = ARENA_ARRAY(mem, plan_promise, most + 1);
    int *from = ARENA_ARRAY(mem, int, (size_t)c->party_count + 1);
    for (int p = 0; p < c->party_count; p++) {
        from[p] = g->promise_count;
        for (int j = 0; j < c->issue_count; j++) {
            int_list others = others_than(p, c->issues[j].by, mem);
            if (others.count > 0)
                promises[g->promise_count++] = (plan_promise){p, j, others};
        }
    }
    from[c->party_count] = g->promise_count;
    g->promises = promises;
    g->promise_from = from;
}

const plan_setup *plan_setup_listing(const case_model *c,
                                     const record_evidence *e,
                                     uint64_t listed_most, arena *mem,
                                     parley_diags *d) {
    const plan_field *field = plan_field_new(
        c, (deal_scope){0}, deal_extras_of(c, mem), listed_most, mem, d);
    if (!field) return NULL;
    plan_setup *s = ARENA_NEW(mem, plan_setup);
    struct plan_ground *g = ARENA_NEW(mem, struct plan_ground);
    *s = (plan_setup){.c = c,
                      .evidence = e,
                      .field = field,
                      .listed_most = listed_most,
                      .ground = g};
    s->now = find_now(c, mem);
    note_conditions(s, mem);
    note_reserves(s, mem);
    note_faces(g, s, mem);
    note_promises(g, c, mem);
    return s;
}

const plan_setup *plan_setup_new(const case_model *c, const record_evidence *e,
                                 arena *mem, parley_diags *d) {
    return plan_setup_listing(c, e, PLAN_LISTED_MOST, mem, d);
}
