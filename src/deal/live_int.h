/* SPDX-License-Identifier: Apache-2.0
 * What the files on live conditions share. */
#ifndef DEAL_LIVE_INT_H
#define DEAL_LIVE_INT_H

#include "deal/live.h"

__extension__ typedef unsigned __int128 live_number;

/* Of whole numbers, signed ones too; `from` what came before. */
static inline uint64_t live_hash(uint64_t from, const void *of, size_t count) {
    const uint64_t *x = of;
    for (size_t i = 0; i < count; i++) {
        from = (from ^ x[i]) * UINT64_C(0xbf58476d1ce4e5b9);
        from ^= from >> 29;
    }
    return from ^ from >> 32;
}

/* One conjunction of "issue has one of these options", over two issues or
 * more, with what it adds for each party; or a forbidden one. */
typedef struct live_task {
    int n;            /* parties */
    int depth;        /* issues */
    const int *order; /* [issue]: its place among the block's: issues here are
                         those of the block in another order, the one that
                         leaves few conditions open at a time */
    int words;        /* of a key: one bit a conjunction */
    int bit_count;
    const int *options;      /* [issue]: how many */
    const int *from;         /* [issue]: options of all issues before it */
    const uint64_t *ok;      /* [(from + option) * words]: bits that allow it */
    const bool *barred;      /* [from + option] */
    const uint64_t *ends;    /* [issue * words]: bits it is the last issue of */
    const uint64_t *forbids; /* [words]: forbidden conjunctions */
    const fixed *worth;      /* [bit * n + party] */
    const fixed *loss;  /* [(from + option) * n + party]: against the best */
    const fixed *most;  /* [party]: above every outcome */
    const fixed *range; /* [party]: most less a bound from below */
} live_task;

/* Where a choice in the first issues leads: the conjunctions that can still
 * hold, and a bound on the worths of all that can follow. Under one key the
 * bound tells the worth so far, and in the end it is the worth. */
typedef struct live_level {
    size_t count, room;
    uint64_t *key;    /* [state * words] */
    fixed *up;        /* [state * n] */
    uint64_t *copies; /* [state] */
    uint32_t *parent, *option, *group;
    uint32_t *self; /* its number in the trail */
    size_t groups;
    arena *mem;
} live_level;

typedef struct live_trail {
    const uint32_t *parent, *option;
} live_trail;

/* Worth vectors that some outcome has, none above another. */
typedef struct live_known {
    int n;
    size_t count, room;
    fixed *worth;
    arena *mem;
} live_known;

/* Is there a vector at least as good for all and better for one? */
bool live_known_beats(const live_known *k, const fixed *up);
void live_known_add(live_known *k, const fixed *worth);

typedef struct live_run {
    const live_task *t;
    const live_known *known; /* what a bound must not fall below; or NULL */
    live_trail *trail;       /* [depth] */
    size_t states, width;
    size_t plain; /* states of an issue up to which none is looked at closely */
    bool lossy;   /* more than `states`: goes on with `width` */
    bool stopped; /* or else stops */
    bool has_gap; /* states were dropped */
    live_known *lost;           /* their bounds; NULL: not wanted */
    struct live_shares *shares; /* for a closer look; NULL: not taken */
    arena *mem;
} live_run;

/* The states of the last issue, in r->mem, dominated ones dropped. */
live_level live_sweep(live_run *r);
/* The options of a state of the last issue. */
void live_path(const live_run *r, size_t state, int *options);
/* A second way to what `into` is: counted, and kept if it comes first. */
void live_unite(const live_run *r, int issue, live_level *l, size_t into,
                const uint32_t way[2], uint64_t copies);

/* Takes one option: false where it is forbidden. key and up are changed. */
bool live_take(const live_task *t, int issue, int option, uint64_t *key,
               fixed *up);
/* The best `width` states, by several weights of the parties. */
void live_select(const live_run *r, live_level *l);
/* Drops states whose bound, looked at more closely, is not good enough. `next`:
 * the first issue without an option. */
void live_tighten(const live_run *r, int next, live_level *l);
/* What the conjunctions alive in a key could still add, one a party. */
void live_hope(const live_task *t, const uint64_t *key, fixed *hope);
/* Drops dominated states within each group, unites equal ones. */
void live_prune(const live_run *r, int issue, live_level *l);

void live_level_room(const live_task *t, live_level *l);
void live_level_move(const live_task *t, live_level *l, size_t to, size_t from);

#endif
