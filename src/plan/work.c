/* SPDX-License-Identifier: Apache-2.0
 * What a draw fixes before any proposal is looked at: signed worths, promised
 * worths, the later deal xF and the value V0 of no deal.
 *
 *   w'_pj(o) = w_pj(o) - face k_pj max(0, m_pj - w_pj(o)),
 *       m_pj the least worth among the options p stands on in public;
 *   u~_p(x) = sum_j [h_pj w'_pj(x_j) + (1 - h_pj) w'_pj(z_j)] + conditions,
 *       h_pj the smallest honour of the others who carry j out;
 *   V0_p = (r u_p(now) + a u~_p(xF)) / (r + a), xF the Nash solution on X of
 *       u~ with z = now and d = u(now); none: V0 = u(now).
 *
 * A given reserve replaces V0, and leaves xF as it is. Signing less than one
 * demanded costs: Fearon, "Domestic Political Audiences and the Escalation of
 * International Disputes", APSR 88 (1994). */
#include "plan/parts.h"

#include <math.h>
#include <string.h>

/* --- Room --- */

static double **columns(int count, int length, arena *mem) {
    double **of = ARENA_ARRAY(mem, double *, (size_t)count);
    for (int p = 0; p < count && length > 0; p++)
        of[p] = ARENA_ARRAY(mem, double, (size_t)length);
    return of;
}

static plan_bargain make_bargain(const case_model *c, arena *mem) {
    return (plan_bargain){.cells =
                              columns(c->party_count, c->cell_count + 1, mem),
                          .sums = columns(c->party_count, 0, mem)};
}

static plan_deal make_deal(const case_model *c, arena *mem) {
    return (plan_deal){
        .outcome = ARENA_ARRAY(mem, int, (size_t)c->issue_count + 1),
        .worth = ARENA_ARRAY(mem, double, (size_t)c->party_count)};
}

static struct plan_room *make_room(const plan_setup *s, arena *mem) {
    const case_model *c = s->c;
    size_t parties = (size_t)c->party_count;
    size_t cells = (size_t)c->cell_count;
    struct plan_room *room = ARENA_NEW(mem, struct plan_room);
    room->now_worth = ARENA_ARRAY(mem, double, parties);
    room->no_deal = ARENA_ARRAY(mem, double, parties);
    room->early_worth = ARENA_ARRAY(mem, double, parties);
    room->signed_worth = ARENA_ARRAY(mem, double, parties *cells + 1);
    room->promised = ARENA_ARRAY(mem, double, parties *cells + 1);
    room->honour =
        ARENA_ARRAY(mem, double, (size_t)s->ground->promise_count + 1);
    room->early = make_bargain(c, mem);
    for (int p = 0; p < c->party_count; p++)
        room->early.cells[p] = room->promised + plan_at(p, c->cell_count);
    room->talks = make_bargain(c, mem);
    room->cells = ARENA_ARRAY(mem, double, cells + 1);
    room->fallback = ARENA_ARRAY(mem, double, parties);
    room->least = ARENA_ARRAY(mem, double, parties);
    room->most = ARENA_ARRAY(mem, double, parties);
    room->early_deal = make_deal(c, mem);
    room->resumed = make_deal(c, mem);
    room->settled = make_deal(c, mem);
    room->settle = settle_room_new(mem);
    room->mem = mem;
    if (s->field->diagram)
        room->paths = ARENA_ARRAY(
            mem, double, 2 * ((size_t)s->field->diagram->nodes_most + 1));
    return room;
}

plan_work *plan_work_new(const plan_setup *s, arena *mem) {
    plan_work *t = ARENA_NEW(mem, plan_work);
    struct plan_room *room = make_room(s, mem);
    *t = (plan_work){.setup = s,
                     .now_worth = room->now_worth,
                     .no_deal = room->no_deal,
                     .early_worth = room->early_worth,
                     .signed_worth = room->signed_worth,
                     .promised = room->promised,
                     .room = room};
    return t;
}

/* --- Signed worths --- */

static void sign_worths(plan_work *t) {
    const case_model *c = t->setup->c;
    const struct plan_ground *g = t->setup->ground;
    const double face = t->draw->model[CASE_FACE];
    double *to = t->room->signed_worth;
    memcpy(to, t->draw->worth,
           (size_t)c->party_count * (size_t)c->cell_count * sizeof *to);
    for (int i = 0; i < g->face_count; i++) {
        const plan_face *f = &g->faces[i];
        const case_issue *issue = &c->issues[f->issue];
        double *worth = to + plan_at(f->party, c->cell_count) + issue->cell;
        double least = INFINITY;
        for (int k = 0; k < f->options.count; k++)
            least = fmin(least, worth[f->options.items[k]]);
        for (int o = 0; o < issue->option_count; o++)
            worth[o] -= face * f->weight * fmax(0, least - worth[o]);
    }
}

/* --- Promised worths --- */

static void weigh_promises(plan_work *t) {
    const case_model *c = t->setup->c;
    const struct plan_ground *g = t->setup->ground;
    for (int i = 0; i < g->promise_count; i++) {
        const plan_promise *p = &g->promises[i];
        const double *honour =
            t->draw->honour + plan_at(p->party, c->actor_count);
        double least = 1;
        for (int k = 0; k < p->others.count; k++)
            least = fmin(least, honour[p->others.items[k]]);
        t->room->honour[i] = least;
    }
}

static double lifted(double honour, const plan_cover *by, double strength) {
    double doubt = (1 - honour) * by->doubt;
    for (int i = 0; i < by->defaults; i++)
        doubt *= 1 - strength;
    return 1 - doubt;
}

void plan_promised_cells(const plan_work *t, int party, const int *z,
                         const plan_cover *kept, double *cells) {
    const case_model *c = t->setup->c;
    const struct plan_ground *g = t->setup->ground;
    const double *from = t->signed_worth + plan_at(party, c->cell_count);
    memcpy(cells, from, (size_t)c->cell_count * sizeof *cells);
    for (int i = g->promise_from[party]; i < g->promise_from[party + 1]; i++) {
        int j = g->promises[i].issue;
        const case_issue *issue = &c->issues[j];
        double h = t->room->honour[i];
        if (kept) h = lifted(h, &kept[j], t->draw->model[CASE_GUARANTEE]);
        const double *worth = from + issue->cell;
        const double broken = z ? (1 - h) * worth[z[j]] : 0;
        for (int o = 0; o < issue->option_count; o++)
            cells[issue->cell + o] = h * worth[o] + broken;
    }
}

/* --- Worths of an outcome --- */

static double worth_of(const plan_work *t, int party, const double *worth,
                       const int *outcome) {
    const case_model *c = t->setup->c;
    const double *of = worth + plan_at(party, c->cell_count);
    double sum = 0;
    for (int j = 0; j < c->issue_count; j++)
        sum += of[c->issues[j].cell + outcome[j]];
    return sum + plan_condition(t->setup, party, outcome);
}

double plan_true_worth(const plan_work *t, int party, const int *outcome) {
    return worth_of(t, party, t->draw->worth, outcome);
}

double plan_signed_worth(const plan_work *t, int party, const int *outcome) {
    return worth_of(t, party, t->signed_worth, outcome);
}

/* --- No deal --- */

static double now_worth(const plan_work *t, int party) {
    const case_model *c = t->setup->c;
    const int *now = t->setup->now;
    const double *of = t->draw->worth + plan_at(party, c->cell_count);
    double sum = 0;
    for (int j = 0; now && j < c->issue_count; j++)
        sum += of[c->issues[j].cell + now[j]];
    return sum + t->setup->now_condition[party];
}

static void promise_early(plan_work *t) {
    const plan_setup *s = t->setup;
    struct plan_room *room = t->room;
    for (int p = 0; p < s->c->party_count; p++) {
        plan_promised_cells(t, p, s->now, NULL, room->early.cells[p]);
        room->now_worth[p] = now_worth(t, p);
    }
}

static void find_early_deal(plan_work *t) {
    const plan_setup *s = t->setup;
    struct plan_room *room = t->room;
    plan_add_up(t, s->field, &room->early);
    plan_settle(t, s->field, &room->early, room->now_worth, &room->early_deal);
    t->early = room->early_deal.found ? room->early_deal.outcome : NULL;
}

double plan_no_deal(const plan_work *t, int party, double early) {
    if (t->setup->has_reserve[party]) return t->setup->reserve[party];
    const double r = t->rate, a = 1 / t->draw->model[CASE_EARLY_DEAL];
    return (r * t->now_worth[party] + a * early) / (r + a);
}

static void value_no_deal(plan_work *t) {
    const plan_setup *s = t->setup;
    struct plan_room *room = t->room;
    for (int p = 0; p < s->c->party_count; p++) {
        const double now = room->now_worth[p];
        const bool open = t->early || s->has_reserve[p];
        room->early_worth[p] = t->early ? room->early_deal.worth[p] : now;
        room->no_deal[p] =
            open ? plan_no_deal(t, p, room->early_worth[p]) : now;
    }
}

void plan_open(plan_work *t, const draw *w) {
    t->draw = w;
    t->rate = log(2) / w->model[CASE_HALF_LIFE];
    t->room->closed = t->room->bounded = t->room->resumed.known = false;
    sign_worths(t);
    weigh_promises(t);
    promise_early(t);
}

void plan_close(plan_work *t) {
    if (t->room->closed) return;
    find_early_deal(t);
    value_no_deal(t);
    t->room->closed = true;
}

void plan_begin(plan_work *t, const draw *w) {
    plan_open(t, w);
    plan_close(t);
}
