/* SPDX-License-Identifier: Apache-2.0
 * Plans taken apart, so that what many variants share is worked out once.
 *
 * V_1 of a plan is mixed from few parts: u'(y) of each phase, the weights of
 * the mixture, q, F and u~(x*). Each part depends on little of the plan (x* on
 * y, the agenda, F and who guarantees what, but neither on how long the phase
 * lasts nor on who vouches for the talks), so sets of changes by the hundred
 * thousand share a few thousand bargains. A part has a key of whole numbers
 * and is read from a plan that has it, by the engine's own functions: nothing
 * is computed in a second way.
 *
 * Edge cases: where no settlement exists the talks bring F. Guarantors are
 * told apart by what they add, not by who they are: two plans in which
 * different actors guarantee the same are one plan here. A variant that is the
 * same plan as another one rejected in public carries that cost too. */
#include "advice/unlock_int.h"

#include <math.h>
#include <string.h>

#include "base/threads.h"
#include "record/same_plan.h"

/* --- Keys --- */

void unlock_keys_new(unlock_keys *k, int width, arena *mem) {
    *k = (unlock_keys){.width = width, .mem = mem};
}

static uint64_t hash_of(const int *key, int width) {
    uint64_t h = 0x9e3779b97f4a7c15u;
    for (int i = 0; i < width; i++) {
        h ^= (uint32_t)key[i];
        h *= 0xff51afd7ed558ccdu;
        h ^= h >> 32;
    }
    return h;
}

/* Where the key stands in the table, or would. */
static int place_of(const unlock_keys *k, const int *key) {
    uint64_t mask = (uint64_t)k->table_size - 1;
    uint64_t at = hash_of(key, k->width) & mask;
    size_t bytes = (size_t)k->width * sizeof *key;
    while (k->table[at] >= 0 &&
           memcmp(k->keys + (size_t)k->table[at] * (size_t)k->width, key,
                  bytes) != 0)
        at = (at + 1) & mask;
    return (int)at;
}

static void grow_keys(unlock_keys *k) {
    int room = k->room ? 2 * k->room : 64;
    size_t width = (size_t)k->width;
    k->keys = arena_grow(k->mem, k->keys, (size_t)k->count * width,
                         (size_t)room * width, sizeof *k->keys);
    k->room = room;
    k->table_size = 2 * room;
    k->table = ARENA_ARRAY(k->mem, int, (size_t)k->table_size);
    for (int i = 0; i < k->table_size; i++)
        k->table[i] = -1;
    for (int i = 0; i < k->count; i++)
        k->table[place_of(k, k->keys + (size_t)i * width)] = i;
}

int unlock_key(unlock_keys *k, const int *key) {
    if (k->count == k->room) grow_keys(k);
    int at = place_of(k, key);
    if (k->table[at] >= 0) return k->table[at];
    memcpy(k->keys + (size_t)k->count * (size_t)k->width, key,
           (size_t)k->width * sizeof *key);
    k->table[at] = k->count;
    return k->count++;
}

/* --- Making room --- */

static int larger(int a, int b) { return a > b ? a : b; }

void unlock_parts_new(unlock_search *s) {
    const unlock_fields *f = s->f;
    int parameters = f->slot_count - f->parameters;
    int widths[UNLOCK_PARTS] = {[UNLOCK_WORLD] = parameters + 1,
                                [UNLOCK_STANDING] = 3,
                                [UNLOCK_FLOW] = 3,
                                [UNLOCK_CLOSING] = 4,
                                [UNLOCK_FALLBACK] = 5,
                                [UNLOCK_BARGAIN] = 6 + f->issue_count};
    for (int i = 0; i < UNLOCK_PARTS; i++)
        unlock_keys_new(&s->part[i].keys, widths[i], s->mem);
    int other = 3 * larger(s->parties, f->issue_count);
    other = larger(other, larger(f->bound_count, f->paid_count)) + 1;
    unlock_keys_new(&s->other_keys, other, s->mem);
    unlock_keys_new(&s->standings, f->issue_count, s->mem);
    unlock_keys_new(&s->cost_keys, s->proposal_count + 1, s->mem);
    unlock_keys_new(&s->plan_keys, AT_PHASES + 2 * f->phase_count, s->mem);
    int most = larger(
        other, larger(widths[UNLOCK_BARGAIN],
                      larger(widths[UNLOCK_WORLD], s->proposal_count + 1)));
    s->key = ARENA_ARRAY(s->mem, int, (size_t)most);
    size_t phases = (size_t)f->phase_count;
    s->options =
        ARENA_ARRAY(s->mem, int, phases *(size_t)f->issue_count + phases);
}

static void keep_reader(unlock_search *s, unlock_part part, int key,
                        unlock_reader reader) {
    unlock_part_set *of = &s->part[part];
    if (key >= of->room) {
        int room = of->room ? 2 * of->room : 64;
        size_t had = (size_t)of->room;
        of->readers = arena_grow(s->mem, of->readers, had, (size_t)room,
                                 sizeof *of->readers);
        of->values = arena_grow(s->mem, of->values, had, (size_t)room,
                                sizeof *of->values);
        of->wanted = arena_grow(s->mem, of->wanted, had, (size_t)room,
                                sizeof *of->wanted);
        of->room = room;
    }
    of->readers[key] = reader;
}

/* --- A form taken apart --- */

typedef struct taking {
    unlock_search *s;
    const int *form;
    int world, paid;
    int days, barred; /* of the last phase */
    int truce, closing, kept;
    const plan *plan; /* once it is needed */
    unlock_variant variant;
    bool made, too_large;
} taking;

static void make_variant(taking *t) {
    if (t->made) return;
    t->variant = unlock_variant_of(t->s->f, t->form, t->s->mem);
    t->made = true;
}

static const plan *plan_of(taking *t) {
    if (t->plan || t->too_large) return t->plan;
    make_variant(t);
    plan_request q = {t->variant.proposal, t->s->ask->proposal,
                      t->variant.payments, t->variant.payment_count};
    t->plan = plan_prepare(t->s->ask->setup, q, t->s->mem, t->s->d);
    t->too_large = !t->plan;
    return t->plan;
}

/* The number of a key whose length is that of its kind. */
static int other_key(unlock_search *s, int kind, const int *items, int count) {
    int *key = s->key;
    memset(key, 0, (size_t)s->other_keys.width * sizeof *key);
    key[0] = kind;
    memcpy(key + 1, items, (size_t)count * sizeof *key);
    return unlock_key(&s->other_keys, key);
}

enum { OTHER_TRUCE, OTHER_CLOSING, OTHER_KEPT, OTHER_PAID, OTHER_BOUNDS };

/* What guarantees add to one thing: how many of the model's strength, and the
 * given strengths as one number. */
typedef struct adding {
    int defaults;
    double given;
} adding;

static void add_one(adding *to, const case_guarantee *g, bool sums) {
    if (!g->has_strength)
        to->defaults++;
    else if (sums)
        to->given += g->strength;
    else
        to->given = 1 - (1 - to->given) * (1 - g->strength);
}

static int key_of(unlock_search *s, int kind, const adding *of, int count) {
    int key[3 * UNLOCK_NAMES_MOST] = {0};
    for (int i = 0; i < count; i++) {
        uint64_t bits;
        memcpy(&bits, &of[i].given, sizeof bits);
        int *at = key + 3 * (size_t)i;
        at[0] = of[i].defaults;
        at[1] = (int)(uint32_t)bits;
        at[2] = (int)(uint32_t)(bits >> 32);
    }
    return other_key(s, kind, key, 3 * count);
}

static void take_guarantees(taking *t) {
    const unlock_fields *f = t->s->f;
    adding truce[UNLOCK_NAMES_MOST] = {{0}};
    adding closing[UNLOCK_NAMES_MOST] = {{0}};
    adding kept[UNLOCK_NAMES_MOST] = {{0}};
    for (int i = 0; i < f->offer_count; i++) {
        if (t->form[f->offer_slot[i]] != i + 1) continue;
        const case_guarantee *g = f->offers[i];
        for (int j = 0; g->of == CASE_OF_ISSUES && j < g->issues.count; j++)
            add_one(&kept[g->issues.items[j]], g, false);
        for (int p = 0; p < t->s->parties; p++) {
            if (g->of == CASE_OF_TRUCE && !plan_speaks_to(g, p))
                add_one(&truce[p], g, true);
            if (g->of == CASE_OF_TALKS && plan_speaks_to(g, p))
                add_one(&closing[p], g, false);
        }
    }
    t->truce = key_of(t->s, OTHER_TRUCE, truce, t->s->parties);
    t->closing = key_of(t->s, OTHER_CLOSING, closing, t->s->parties);
    t->kept = key_of(t->s, OTHER_KEPT, kept, f->issue_count);
}

static void take_world(taking *t) {
    unlock_search *s = t->s;
    const unlock_fields *f = s->f;
    t->paid = other_key(s, OTHER_PAID, t->form + f->payments,
                        f->parameters - f->payments);
    int count = f->slot_count - f->parameters;
    memset(s->key, 0, (size_t)(count + 1) * sizeof *s->key);
    memcpy(s->key, t->form + f->parameters, (size_t)count * sizeof *s->key);
    int known = s->part[UNLOCK_WORLD].keys.count;
    t->world = unlock_key(&s->part[UNLOCK_WORLD].keys, s->key);
    if (t->world < known) return;
    make_variant(t);
    keep_reader(s, UNLOCK_WORLD, t->world, (unlock_reader){.world = t->world});
    s->worlds = arena_grow(s->mem, s->worlds, (size_t)t->world,
                           (size_t)t->world + 1, sizeof(const draw *));
    s->worlds[t->world] = unlock_world(s->ask->belief, &t->variant, s->mem);
}

/* The part's number; a new one is read from this form's plan. */
static int part_of(taking *t, unlock_part part, unlock_reader reader) {
    unlock_search *s = t->s;
    int known = s->part[part].keys.count;
    int key = unlock_key(&s->part[part].keys, s->key);
    if (key < known) return key;
    reader.world = t->world;
    if (part == UNLOCK_STANDING) {
        make_variant(t);
        reader.payments = t->variant.payments;
        reader.payment_count = t->variant.payment_count;
    } else {
        reader.plan = plan_of(t);
    }
    keep_reader(s, part, key, reader);
    return key;
}

static int days_of(const taking *t, int phase) {
    const unlock_fields *f = t->s->f;
    int lasts = t->form[f->lasts + phase];
    if (!f->durations[lasts].open) return lasts;
    return f->talks && phase == f->phase_count - 1 ? t->form[f->by] : -1;
}

/* False if a phase breaks a rule. */
static bool take_phases(taking *t, int *parts) {
    unlock_search *s = t->s;
    const unlock_fields *f = s->f;
    for (int k = 0; k < f->phase_count; k++) {
        int *y = s->options + (size_t)k * (size_t)f->issue_count;
        unlock_stand(f, t->form, k, y);
        if (!deal_feasible(f->c, y)) return false;
        parts[AT_PHASES + 2 * k] = unlock_key(&s->standings, y);
    }
    take_world(t);
    for (int k = 0; k < f->phase_count; k++) {
        int standing = parts[AT_PHASES + 2 * k];
        memcpy(s->key, (int[]){standing, t->paid, t->world}, 3 * sizeof(int));
        parts[AT_PHASES + 2 * k] =
            part_of(t, UNLOCK_STANDING, (unlock_reader){.standing = standing});
        t->days = days_of(t, k);
        memcpy(s->key, (int[]){t->days, k, t->world}, 3 * sizeof(int));
        parts[AT_PHASES + 2 * k + 1] =
            part_of(t, UNLOCK_FLOW, (unlock_reader){.phase = k});
    }
    return true;
}

static void take_talks(taking *t, int *parts) {
    unlock_search *s = t->s;
    const unlock_fields *f = s->f;
    const case_model *c = f->c;
    const int *y =
        s->options + (size_t)(f->phase_count - 1) * (size_t)f->issue_count;
    const int stay = t->form[f->fail];
    take_guarantees(t);
    t->barred = c->talks_need && !expr_holds(c->talks_need, y);
    memcpy(s->key, (int[]){t->closing, t->days, t->barred, t->world},
           4 * sizeof(int));
    parts[AT_CLOSING] = part_of(t, UNLOCK_CLOSING, (unlock_reader){0});
    int at = stay ? unlock_key(&s->standings, y) : -1;
    memcpy(s->key,
           (int[]){stay, at, stay ? t->truce : 0, stay ? t->paid : 0, t->world},
           5 * sizeof(int));
    parts[AT_FALLBACK] = part_of(t, UNLOCK_FALLBACK, (unlock_reader){0});
    int within = other_key(s, OTHER_BOUNDS, t->form + f->within,
                           f->guarantees - f->within);
    memcpy(s->key,
           (int[]){stay, at, t->kept, within, t->paid, parts[AT_FALLBACK]},
           6 * sizeof(int));
    for (int j = 0; j < f->issue_count; j++)
        s->key[6 + j] = t->form[f->agenda + j] ? -1 : y[j];
    parts[AT_BARGAIN] = part_of(t, UNLOCK_BARGAIN, (unlock_reader){0});
}

/* --- What was rejected in public --- */

static bool same_duration(duration a, duration b) {
    return a.open == b.open &&
           (a.open || !(a.days < b.days || a.days > b.days));
}

/* A quick look at terms and lengths before the whole comparison. */
static bool could_be(const unlock_fields *f, const int *form,
                     const case_proposal *p) {
    if (p->phase_count != f->phase_count) return false;
    for (int k = 0; k < p->phase_count; k++) {
        const case_phase *phase = &p->phases[k];
        int terms = 0;
        if (!same_duration(phase->lasts, f->durations[form[f->lasts + k]]))
            return false;
        for (int j = 0; j < f->issue_count; j++)
            terms += form[unlock_term(f, k, j)] >= 0;
        if (terms != phase->terms.count) return false;
        for (int i = 0; i < phase->terms.count; i++) {
            const case_term *term = &phase->terms.items[i];
            if (form[unlock_term(f, k, term->issue)] != term->options.items[0])
                return false;
        }
    }
    return true;
}

static void add_cost(unlock_search *s, int proposal, double *weights) {
    const case_model *c = s->f->c;
    const double *of = s->ask->setup->evidence->rejected;
    for (int p = 0; p < s->parties; p++)
        weights[p] = fmax(weights[p], of[p * c->proposal_count + proposal]);
}

static int cost_of(taking *t) {
    unlock_search *s = t->s;
    memset(s->key, 0, (size_t)s->cost_keys.width * sizeof *s->key);
    for (int i = 0; i < s->proposal_count; i++) {
        const case_proposal *p = &s->f->c->proposals[s->proposals[i]];
        if (!could_be(s->f, t->form, p)) continue;
        make_variant(t);
        s->key[i] =
            record_is_same_plan(s->f->c, p, t->variant.proposal, s->mem);
    }
    int known = s->cost_keys.count;
    int cost = unlock_key(&s->cost_keys, s->key);
    if (cost < known) return cost;
    double *weights = ARENA_ARRAY(s->mem, double, (size_t)s->parties);
    add_cost(s, s->ask->proposal, weights);
    for (int i = 0; i < s->proposal_count; i++)
        if (s->key[i]) add_cost(s, s->proposals[i], weights);
    s->costs = arena_grow(s->mem, s->costs, (size_t)cost, (size_t)cost + 1,
                          sizeof *s->costs);
    s->costs[cost] = weights;
    return cost;
}

/* --- Plans --- */

static void add_plan(unlock_search *s) {
    int number = s->plan_keys.count - 1;
    if (number >= s->plan_room) {
        int room = s->plan_room ? 2 * s->plan_room : 256;
        size_t had = (size_t)s->plan_room, parties = (size_t)s->parties;
        s->plans =
            arena_grow(s->mem, s->plans, had, (size_t)room, sizeof *s->plans);
        s->gains = arena_grow(s->mem, s->gains, had * parties,
                              (size_t)room * parties, sizeof *s->gains);
        s->plan_room = room;
    }
    s->plans[number] = (unlock_plan){.cost = INFINITY, .set = -1};
}

int unlock_plan_of(unlock_search *s, const int *form) {
    int parts[AT_PHASES + 2 * UNLOCK_PHASES_MOST];
    taking t = {.s = s, .form = form};
    if (!unlock_form_sound(s->f, form) || !take_phases(&t, parts)) return -1;
    parts[AT_WORLD] = t.world;
    parts[AT_CLOSING] = parts[AT_FALLBACK] = parts[AT_BARGAIN] = UNLOCK_NONE;
    if (s->f->talks) take_talks(&t, parts);
    parts[AT_COST] = cost_of(&t);
    if (t.too_large) return -2;
    int known = s->plan_keys.count;
    int number = unlock_key(&s->plan_keys, parts);
    if (number == known) add_plan(s);
    return number;
}
