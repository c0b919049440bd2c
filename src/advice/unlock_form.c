/* SPDX-License-Identifier: Apache-2.0
 * A proposal's fields as numbers: what a change writes to, and what a variant
 * of the proposal is made from.
 *
 * Terms by phase and issue, the agenda, how long phases last, what happens if
 * the talks fail and their deadline are always fields; bounds of the talks,
 * guarantees, side payments and parameters are fields only where a lever or a
 * made-up guarantee speaks of them. Guarantees of the same thing by one
 * guarantor to the same parties share a field, whatever their strength.
 *
 * Edge cases: an issue's term in the last phase and its place on the agenda
 * are one field, so a set can't settle an issue and, by another change, leave
 * it to the talks. A plan of which nothing is left but talks is another plan,
 * and no change of this one; so is one that gives up a whole phase, as a pause
 * without anything paused does. The deadline counts in an open phase alone; in
 * a fixed one the talks last as long as the phase. */
#include "advice/unlock_int.h"

#include <string.h>

static const double deadline_days = 30; /* of talks in an open phase */

/* --- Pools --- */

int unlock_duration(unlock_fields *f, duration lasts) {
    for (int i = 0; i < f->duration_count; i++) {
        const duration *d = &f->durations[i];
        bool same = d->open == lasts.open && !(d->days < lasts.days) &&
                    !(d->days > lasts.days);
        if (same) return i;
    }
    f->durations[f->duration_count] = lasts;
    return f->duration_count++;
}

static bool same_list(int_list a, int_list b) {
    if (a.count != b.count) return false;
    for (int i = 0; i < a.count; i++)
        if (a.items[i] != b.items[i]) return false;
    return true;
}

static bool same_promise(const case_guarantee *a, const case_guarantee *b) {
    return a->by == b->by && a->of == b->of && same_list(a->to, b->to) &&
           same_list(a->issues, b->issues);
}

static bool same_strength(const case_guarantee *a, const case_guarantee *b) {
    if (a->has_strength != b->has_strength) return false;
    return !a->has_strength ||
           (!(a->strength < b->strength) && !(a->strength > b->strength));
}

int unlock_offer(const unlock_fields *f, const case_guarantee *g, int *value) {
    for (int i = 0; i < f->offer_count; i++)
        if (same_promise(f->offers[i], g) && same_strength(f->offers[i], g)) {
            *value = i + 1;
            return f->offer_slot[i];
        }
    return -1;
}

/* --- Collecting what levers speak of --- */

typedef struct sizes {
    int changes, bounds, payments;
} sizes;

static sizes count_levers(const case_model *c) {
    sizes n = {0};
    for (int i = 0; i < c->lever_count; i++)
        for (int k = 0; k < c->levers[i].change_count; k++) {
            const case_change *change = &c->levers[i].changes[k];
            n.changes++;
            n.bounds += change->within_count;
            n.payments += change->payment_count;
        }
    return n;
}

static void make_room(unlock_fields *f, sizes n, int made, arena *mem) {
    size_t offers = (size_t)(n.changes + made) + 1;
    size_t durations = (size_t)(2 * n.changes + 2 * f->phase_count) + 16;
    f->durations = ARENA_ARRAY(mem, duration, durations);
    f->bounds = ARENA_ARRAY(mem, const expr *, (size_t)n.bounds + 1);
    f->offers = ARENA_ARRAY(mem, const case_guarantee *, offers);
    f->offer_slot = ARENA_ARRAY(mem, int, offers);
    f->paid = ARENA_ARRAY(mem, const case_payment *, (size_t)n.payments + 1);
    f->paid_slot = ARENA_ARRAY(mem, int, (size_t)n.payments + 1);
    size_t set = (size_t)n.changes * CASE_PARAMETERS + 1;
    f->set = ARENA_ARRAY(mem, const case_parameter *, set);
    f->set_slot = ARENA_ARRAY(mem, int, set);
}

static void add_offer(unlock_fields *f, const case_guarantee *g) {
    int known;
    if (unlock_offer(f, g, &known) >= 0) return;
    int slot = -1;
    for (int i = 0; i < f->offer_count; i++)
        if (same_promise(f->offers[i], g)) slot = f->offer_slot[i];
    f->offers[f->offer_count] = g;
    f->offer_slot[f->offer_count++] = slot < 0 ? f->slot_count++ : slot;
}

static void add_parameter(unlock_fields *f, const case_parameter *p) {
    int slot = -1;
    for (int i = 0; i < f->set_count; i++)
        if (f->set[i]->which == p->which) slot = f->set_slot[i];
    f->set[f->set_count] = p;
    f->set_slot[f->set_count++] = slot < 0 ? f->slot_count++ : slot;
}

typedef void collect(unlock_fields *f, const case_change *change);

static void collect_bounds(unlock_fields *f, const case_change *change) {
    for (int i = 0; i < change->within_count; i++) {
        f->bounds[f->bound_count++] = change->within[i];
        f->slot_count++;
    }
}

static void collect_offer(unlock_fields *f, const case_change *change) {
    if (change->guarantee) add_offer(f, change->guarantee);
}

static void collect_payments(unlock_fields *f, const case_change *change) {
    for (int i = 0; i < change->payment_count; i++) {
        f->paid[f->paid_count] = &change->payments[i];
        f->paid_slot[f->paid_count++] = f->slot_count++;
    }
}

static void collect_parameters(unlock_fields *f, const case_change *change) {
    for (int i = 0; i < change->parameter_count; i++)
        add_parameter(f, &change->parameters[i]);
}

static void each_change(unlock_fields *f, collect *of) {
    const case_model *c = f->c;
    for (int i = 0; i < c->lever_count; i++)
        for (int k = 0; k < c->levers[i].change_count; k++)
            of(f, &c->levers[i].changes[k]);
}

static void read_base(unlock_fields *f, arena *mem) {
    int *base = ARENA_ARRAY(mem, int, (size_t)f->slot_count + 1);
    for (int i = 0; i < f->agenda; i++)
        base[i] = -1;
    for (int k = 0; k < f->phase_count; k++) {
        const case_phase *phase = &f->proposal->phases[k];
        for (int i = 0; i < phase->terms.count; i++) {
            const case_term *t = &phase->terms.items[i];
            base[unlock_term(f, k, t->issue)] = t->options.items[0];
        }
        base[f->lasts + k] = unlock_duration(f, phase->lasts);
    }
    duration by = {.days = deadline_days};
    if (f->talks) {
        for (int i = 0; i < f->talks->on.count; i++)
            base[f->agenda + f->talks->on.items[i]] = 1;
        base[f->fail] = f->talks->fail == CASE_STAY;
        if (f->proposal->phases[f->phase_count - 1].lasts.open)
            by = f->talks->by;
    }
    base[f->by] = unlock_duration(f, by);
    f->base = base;
}

unlock_fields *unlock_fields_new(const case_model *c, int proposal,
                                 const case_guarantee *made, int made_count,
                                 arena *mem) {
    unlock_fields *f = ARENA_NEW(mem, unlock_fields);
    *f = (unlock_fields){.c = c,
                         .proposal = &c->proposals[proposal],
                         .phase_count = c->proposals[proposal].phase_count,
                         .issue_count = c->issue_count};
    f->talks = f->proposal->phases[f->phase_count - 1].talks;
    f->agenda = f->phase_count * f->issue_count;
    f->lasts = f->agenda + f->issue_count;
    f->fail = f->lasts + f->phase_count;
    f->by = f->fail + 1;
    f->within = f->slot_count = f->by + 1;
    make_room(f, count_levers(c), made_count, mem);
    each_change(f, collect_bounds);
    f->guarantees = f->slot_count;
    for (int i = 0; i < made_count; i++)
        add_offer(f, &made[i]);
    each_change(f, collect_offer);
    f->payments = f->slot_count;
    each_change(f, collect_payments);
    f->parameters = f->slot_count;
    each_change(f, collect_parameters);
    read_base(f, mem);
    return f;
}

bool unlock_same_field(const unlock_fields *f, int a, int b) {
    int last = unlock_term(f, f->phase_count - 1, 0) - f->agenda;
    if (a >= f->agenda && a < f->lasts) a += last;
    if (b >= f->agenda && b < f->lasts) b += last;
    return a == b;
}

/* --- From numbers to a proposal --- */

static bool phase_brings(const unlock_fields *f, const int *form, int phase) {
    for (int j = 0; j < f->issue_count; j++) {
        int term = form[unlock_term(f, phase, j)];
        if (term >= 0 && term != f->c->issues[j].now) return true;
    }
    return false;
}

/* Does any phase bring anything? */
static bool brings(const unlock_fields *f, const int *form) {
    for (int k = 0; k < f->phase_count; k++)
        if (phase_brings(f, form, k)) return true;
    return false;
}

/* Is a phase given up: did it bring something, and brings nothing now? The
 * phase of the talks still has these. */
static bool gives_up(const unlock_fields *f, const int *form) {
    const int count = f->talks ? f->phase_count - 1 : f->phase_count;
    for (int k = 0; k < count; k++)
        if (phase_brings(f, f->base, k) && !phase_brings(f, form, k))
            return true;
    return false;
}

bool unlock_form_sound(const unlock_fields *f, const int *form) {
    for (int k = 0; k + 1 < f->phase_count; k++)
        if (f->durations[form[f->lasts + k]].open) return false;
    if (!brings(f, form) && brings(f, f->base)) return false;
    if (gives_up(f, form)) return false;
    bool any = !f->talks || f->talks->on.count == 0;
    for (int j = 0; !any && j < f->issue_count; j++)
        any = form[f->agenda + j] != 0;
    return any;
}

void unlock_stand(const unlock_fields *f, const int *form, int phase,
                  int *standing) {
    for (int j = 0; j < f->issue_count; j++) {
        standing[j] = f->c->issues[j].now;
        for (int k = 0; k <= phase; k++) {
            int term = form[unlock_term(f, k, j)];
            if (term >= 0) standing[j] = term;
        }
    }
}

static case_terms terms_of(const unlock_fields *f, const int *form, int phase,
                           arena *mem) {
    case_term *terms = ARENA_ARRAY(mem, case_term, (size_t)f->issue_count + 1);
    int *options = ARENA_ARRAY(mem, int, (size_t)f->issue_count + 1);
    int count = 0;
    for (int j = 0; j < f->issue_count; j++) {
        options[j] = form[unlock_term(f, phase, j)];
        if (options[j] >= 0)
            terms[count++] =
                (case_term){.issue = j, .options = {&options[j], 1}};
    }
    return (case_terms){terms, count};
}

static const case_talks *talks_of(const unlock_fields *f, const int *form,
                                  duration lasts, arena *mem) {
    case_talks *t = ARENA_NEW(mem, case_talks);
    *t = *f->talks;
    int *on = ARENA_ARRAY(mem, int, (size_t)f->issue_count + 1);
    t->on = (int_list){on, 0};
    for (int j = 0; j < f->issue_count; j++)
        if (form[f->agenda + j]) on[t->on.count++] = j;
    t->fail = form[f->fail] ? CASE_STAY : CASE_RESUME;
    t->by = lasts.open ? f->durations[form[f->by]] : lasts;
    size_t most = (size_t)(t->within_count + f->bound_count) + 1;
    const expr **within =
        arena_grow(mem, (void *)(uintptr_t)t->within, (size_t)t->within_count,
                   most, sizeof(const expr *));
    for (int i = 0; i < f->bound_count; i++)
        if (form[f->within + i]) within[t->within_count++] = f->bounds[i];
    t->within = within;
    return t;
}

static void offers_of(const unlock_fields *f, const int *form, case_proposal *p,
                      arena *mem) {
    size_t count = (size_t)p->guarantee_count;
    size_t most = count + (size_t)f->offer_count + 1;
    case_guarantee *all =
        arena_grow(mem, p->guarantees, count, most, sizeof *all);
    for (int i = 0; i < f->offer_count; i++)
        if (form[f->offer_slot[i]] == i + 1) all[count++] = *f->offers[i];
    p->guarantees = all;
    p->guarantee_count = (int)count;
}

static void extras_of(const unlock_fields *f, const int *form,
                      unlock_variant *v, arena *mem) {
    case_payment *paid =
        ARENA_ARRAY(mem, case_payment, (size_t)f->paid_count + 1);
    case_parameter *set =
        ARENA_ARRAY(mem, case_parameter, (size_t)f->set_count + 1);
    for (int i = 0; i < f->paid_count; i++)
        if (form[f->paid_slot[i]] == i + 1)
            paid[v->payment_count++] = *f->paid[i];
    for (int i = 0; i < f->set_count; i++)
        if (form[f->set_slot[i]] == i + 1)
            set[v->parameter_count++] = *f->set[i];
    v->payments = paid;
    v->parameters = set;
}

unlock_variant unlock_variant_of(const unlock_fields *f, const int *form,
                                 arena *mem) {
    case_proposal *p = ARENA_NEW(mem, case_proposal);
    *p = *f->proposal;
    size_t phases = (size_t)p->phase_count;
    case_phase *phase =
        arena_grow(mem, p->phases, phases, phases, sizeof *phase);
    for (int k = 0; k < f->phase_count; k++) {
        phase[k].terms = terms_of(f, form, k, mem);
        phase[k].lasts = f->durations[form[f->lasts + k]];
        if (phase[k].talks)
            phase[k].talks = talks_of(f, form, phase[k].lasts, mem);
    }
    p->phases = phase;
    offers_of(f, form, p, mem);
    unlock_variant v = {.proposal = p};
    extras_of(f, form, &v, mem);
    return v;
}
