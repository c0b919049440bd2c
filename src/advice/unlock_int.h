/* SPDX-License-Identifier: Apache-2.0
 * Inside src/advice: what the files of unlock share. */
#ifndef ADVICE_UNLOCK_INT_H
#define ADVICE_UNLOCK_INT_H

#include "advice/unlock.h"

enum {
    UNLOCK_PHASES_MOST = 64,
    UNLOCK_NAMES_MOST = 256, /* parties, issues */
};

/* --- Fields: unlock_form.c --- */

/* A variant as numbers, one a slot: terms (an option or -1) by phase and
 * issue, agenda (0 or 1) by issue, lasts (in `durations`) by phase, fail, by
 * (in `durations`), and then one slot for each bound of `within` (0 or 1), for
 * each guarantee, payment and parameter (in its pool from 1; 0: none). */
typedef struct unlock_fields {
    const case_model *c;
    const case_proposal *proposal;
    int phase_count, issue_count;
    const case_talks *talks; /* or NULL */
    int agenda, lasts, fail, by, within, guarantees, payments, parameters;
    int slot_count;
    duration *durations;
    int duration_count;
    const expr **bounds;
    int bound_count;
    const case_guarantee **offers; /* pools, and the slot of each */
    int *offer_slot;
    int offer_count;
    const case_payment **paid;
    int *paid_slot;
    int paid_count;
    const case_parameter **set;
    int *set_slot;
    int set_count;
    int *base; /* the proposal as it is */
} unlock_fields;

/* Everything that the case's levers and the made-up guarantees may need. */
unlock_fields *unlock_fields_new(const case_model *c, int proposal,
                                 const case_guarantee *made, int made_count,
                                 arena *mem);
int unlock_duration(unlock_fields *f, duration lasts);
/* The slot, and in value the number in its pool. */
int unlock_offer(const unlock_fields *f, const case_guarantee *g, int *value);
static inline int unlock_term(const unlock_fields *f, int phase, int issue) {
    return phase * f->issue_count + issue;
}
/* Which of two slots belong to one field: the terms of the last phase and the
 * agenda are one an issue. */
bool unlock_same_field(const unlock_fields *f, int a, int b);
unlock_variant unlock_variant_of(const unlock_fields *f, const int *form,
                                 arena *mem);
/* False if an open phase is not the last, if nothing is left to talk about, or
 * if all that the plan, or a phase before the talks, would bring was taken
 * out. */
bool unlock_form_sound(const unlock_fields *f, const int *form);
/* y of a phase; options an issue. */
void unlock_stand(const unlock_fields *f, const int *form, int phase,
                  int *standing);

/* --- Single changes: unlock_change.c, unlock_offer.c --- */

typedef struct unlock_list {
    unlock_fields *f;
    arena *mem;
    unlock_change *items;
    int count, room;
    unlock_write write[256]; /* of the change being made */
    int writes;
} unlock_list;

void unlock_list_terms(unlock_list *l);
void unlock_list_talks(unlock_list *l);
void unlock_list_lasts(unlock_list *l);
void unlock_list_offers(unlock_list *l, const case_guarantee *made, int count);
void unlock_list_pairs(unlock_list *l);
void unlock_list_levers(unlock_list *l);
/* Guarantees that somebody could offer. */
const case_guarantee *unlock_make_offers(const case_model *c, int proposal,
                                         int *count, arena *mem);
/* Begin a change, write, add. Writes that change nothing are dropped, a change
 * without any isn't kept; one that writes the same as another: the lever's
 * price stands. */
void unlock_write_to(unlock_list *l, int slot, int value);
void unlock_add(unlock_list *l, unlock_change change);

/* --- Plans made of parts: unlock_parts.c --- */

/* Keys of whole numbers, each with a number of its own from 0. */
typedef struct unlock_keys {
    int width, count, room;
    int *keys;
    int *table; /* open addressing; -1: free */
    int table_size;
    arena *mem;
} unlock_keys;
void unlock_keys_new(unlock_keys *k, int width, arena *mem);
/* The number of a key; count grows when it is new. */
int unlock_key(unlock_keys *k, const int *key);

typedef enum unlock_part {
    UNLOCK_WORLD,    /* parameters set: V0 */
    UNLOCK_STANDING, /* u'(y) with payments */
    UNLOCK_FLOW,     /* how a phase's value is mixed */
    UNLOCK_CLOSING,  /* q */
    UNLOCK_FALLBACK, /* F */
    UNLOCK_BARGAIN,  /* u~(x*), F where there is none */
    UNLOCK_PARTS,
} unlock_part;

/* What a part is read from: a plan that has it, and where in it. */
typedef struct unlock_reader {
    const plan *plan;
    int phase;
    int world;
    int standing; /* UNLOCK_STANDING: in `standings` */
    const case_payment *payments;
    int payment_count;
} unlock_reader;

typedef struct unlock_part_set {
    unlock_keys keys;
    unlock_reader *readers;
    int room;
    double **values; /* [key] -> rows of the draws at hand, or NULL */
    bool *wanted;    /* [key] */
} unlock_part_set;

/* A plan by its parts, the keys of `plan_keys`: world, cost, closing, fallback
 * and bargain, then standing and flow by phase; UNLOCK_NONE: it has none. */
enum { UNLOCK_NONE = -1 };
typedef struct unlock_plan {
    int accepted; /* draws in which all accept, so far */
    bool valued, stopped;
    double cost; /* of the cheapest set */
    int set;     /* that set */
} unlock_plan;

enum {
    AT_WORLD,
    AT_COST,
    AT_CLOSING,
    AT_FALLBACK,
    AT_BARGAIN,
    AT_PHASES,
};

typedef struct unlock_tried { /* a set of changes */
    short changes[UNLOCK_CHANGES_MOST];
    short count;
    double cost;
    int plan;
} unlock_tried;

typedef struct unlock_search {
    const unlock_ask *ask;
    unlock_fields *f;
    const unlock_change *changes;
    int change_count;
    const bool *conflict; /* [change][change] */
    arena *mem;           /* for the search */
    arena *keep;          /* for the answer */
    parley_diags *d;
    int parties, draws;
    /* parts */
    unlock_part_set part[UNLOCK_PARTS];
    const draw **worlds; /* [world] -> draws */
    double **costs;      /* [cost] -> weights of rejection by party */
    unlock_keys cost_keys, plan_keys, other_keys;
    unlock_keys standings; /* y: options, one an issue */
    int *key;              /* room for one */
    int *options;          /* room for y */
    /* plans and sets */
    unlock_plan *plans;
    double *gains; /* [plan][party] */
    int plan_room;
    unlock_tried *tries;
    int try_count, try_room;
    const int *proposals; /* with a public rejection, but for the asked one */
    int proposal_count;
    double *most; /* [party][draw]: no gain is larger; NULL: not known */
    unlock_work work;
} unlock_search;

static inline const int *unlock_parts_of(const unlock_search *s, int number) {
    return s->plan_keys.keys + (size_t)number * (size_t)s->plan_keys.width;
}

unlock_search *unlock_search_new(const unlock_ask *ask, arena *mem,
                                 parley_diags *d);
/* The plan of a form, or -1: it breaks a rule. -2: too large. */
int unlock_plan_of(unlock_search *s, const int *form);
/* Values all plans that have not been: those that can't be on the front may
 * be left half done. */
void unlock_value(unlock_search *s);
/* The wanted parts of draws [begin, end), in mem. */
void unlock_fill(unlock_search *s, int begin, int end, arena *mem);
void unlock_parts_new(unlock_search *s);
/* Rows of numbers that a part has in a draw: of the world one more than
 * parties, what a public rejection costs. */
static inline int unlock_rows(const unlock_search *s, unlock_part part) {
    if (part == UNLOCK_WORLD) return s->parties + 1;
    return part == UNLOCK_FLOW ? 3 : s->parties;
}

/* Tries sets of up to as many changes as were asked for. False: a plan's
 * outcomes are too many, with a diag. */
bool unlock_try(unlock_search *s);

/* --- The front: unlock_front.c --- */

/* Plans that no other beats in cost, share and least gain; by cost. */
int_list unlock_front(const unlock_search *s, arena *mem);
double unlock_share(const unlock_search *s, int number);
double unlock_least(const unlock_search *s, int number);

/* The draws with parameters set; the same ones where there are none. */
const draw *unlock_world(const belief *b, const unlock_variant *v, arena *mem);

#endif
