/* SPDX-License-Identifier: Apache-2.0
 * What the files of the search for one settlement share. */
#ifndef DEAL_SETTLE_INT_H
#define DEAL_SETTLE_INT_H

#include "deal/settle.h"

/* By how much bounds are eased, as a share of the largest sums: far above what
 * a sum of doubles loses, and above the tie of products. */
#define SETTLE_MARGIN 1e-11

/* A weighted sum of gains of which a solution must have at least `need`. */
typedef struct settle_cut {
    double *weight;      /* [party] */
    const double *score; /* [cell]: weighted worth */
    double *own_score;   /* room for it, where parties are mixed */
    double *row;         /* [row of extras]: the same */
    double *reach;       /* [first_node[layer] + node]: the most to follow */
    double start;        /* fixed cells and first extras, less d */
    double need;
} settle_cut;

/* Beginnings of one layer, in the order of their outcomes. */
typedef struct settle_layer {
    size_t count, room, first_step;
    double *value;  /* [beginning * stride]: worths by party as they are added
                       up, what extras come to by party, the mixed scores */
    uint64_t *mark; /* [beginning]: which extras hold */
} settle_layer;

typedef struct settle_step {
    uint32_t parent; /* the step it goes on from */
    uint32_t at;     /* node it leads to */
    int option;
} settle_step;

/* A mixture of outcomes met. */
typedef struct settle_mix {
    size_t count;  /* of outcomes */
    double *gain;  /* [outcome * parties + party] */
    double *share; /* [outcome], 1 in sum */
    double *mean;  /* [party]: what the mixture gains */
    double shift;  /* added to a party's gain, as a share of its ideal: until
                      the mixture gains for all */
    double *way;   /* [party] scratch */
} settle_mix;
enum { SETTLE_MET_MOST = 48 };

struct settle_room {
    arena *mem;
    const settle_ask *ask;
    size_t parties, stride;
    size_t *first_node; /* [layer] */
    double *scale;      /* [party]: above every sum and gain */
    double *ideal;      /* [party]: the most it can gain, whatever others do */
    bool *gains;        /* [party]: must gain strictly; others must not lose */
    int gainers;
    settle_cut *alone; /* [party]: what it gains itself */
    settle_cut *mixed; /* the closest one, and where that isn't enough others
                          that turn it towards or away from a party */
    int mixed_count, mixed_most;
    settle_cut tried;
    settle_mix mix;
    double reached; /* ln of the best product seen; -INFINITY: none */
    double bound;   /* ln of a product that none exceeds */
    settle_layer layer, next;
    settle_step *steps;
    size_t step_count, step_room;
    /* Numbers of beginnings; tests lower them. */
    size_t thin_from; /* fewer are not worth thinning out */
    size_t grid_from; /* fewer are compared one by one */
    size_t easy;      /* with more a search is worth preparing */
    size_t few;       /* with more sets of gainers are looked at apart */
    size_t width;     /* of a search for some good outcome; 0: for all */
    double *hopes;    /* [beginning] */
    size_t hope_room;
    size_t searched; /* beginnings since the question was put */
    struct settle_rank *ranks;
    size_t rank_room;
    size_t cell_room, row_room, node_room, layer_room, party_room;
};

/* Fills the cuts of single parties, scale and ideal. */
void settle_begin(settle_room *r, const settle_ask *ask);
/* Finds the weights of the mixed cut, a bound and a first product; called
 * again, closer ones. False: no outcome gives every party what r->gains asks.
 */
bool settle_aim(settle_room *r, bool again);
/* Is what an outcome gains a product to start from? */
void settle_note(settle_room *r, const double *gains);
/* Adds mixed cuts to the closest one. */
void settle_turn(settle_room *r);
/* The first outcome of a mixture: the last one of mix.gain. */
void settle_mix_begin(settle_room *r);
/* The last outcome of mix.gain is new: the best mixture with it. */
void settle_mix_add(settle_room *r);
/* What one more unit of gain is worth to the mixture, by party. */
double settle_mix_weight(const settle_room *r, size_t party);
/* ln of the mixture's product; -INFINITY where not all gain. */
double settle_mix_product(const settle_room *r);
/* Leaves in r->layer the outcomes whose product may be at least exp(ln), but
 * for those that an earlier one matches. False: more beginnings than `most`. */
bool settle_search(settle_room *r, double ln, size_t most);
/* Drops beginnings of r->next that others make needless. */
void settle_thin(settle_room *r);
/* Keeps the r->width beginnings of r->next that promise most; their layer's
 * nodes begin at first_node. */
void settle_narrow(settle_room *r, size_t first_node);
/* A beginning of r->next can go; those that are marked go. */
void settle_mark_needless(settle_room *r, size_t beginning);
void settle_drop_needless(settle_room *r);
/* The options of a beginning of r->layer, after the last issue. */
void settle_trace(const settle_room *r, size_t beginning, int *outcome);

#endif
