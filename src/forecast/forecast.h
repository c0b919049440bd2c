/* SPDX-License-Identifier: Apache-2.0
 * Where simple models, tested elsewhere, say that issues will end: positions
 * on 0 to 100, how much an issue matters to an actor, what weight it has. */
#ifndef FORECAST_FORECAST_H
#define FORECAST_FORECAST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef struct forecast_stake {
    int issue, actor; /* at most one stake each */
    double position, salience, capability;
} forecast_stake;

/* Stakes in order of issues. */
typedef struct forecast_stakes {
    const forecast_stake *items;
    int count, issue_count, actor_count;
} forecast_stakes;

/* The stakes of one issue. */
forecast_stakes forecast_on(const forecast_stakes *all, int issue);

/* All take the stakes of one issue; NaN where nobody cares or nobody has any
 * weight. */
double forecast_mean(const forecast_stakes *on);
double forecast_median(const forecast_stakes *on);
double forecast_nash(const forecast_stakes *on);
/* How far the mean moves for one point of this stake's position. */
double forecast_lever(const forecast_stakes *on, int stake);

typedef struct forecast_exchange {
    /* `giver` moves on `given` from where it stands towards `taker`, who moves
     * on `taken` towards `giver`. */
    int giver, taker, given, taken; /* actors, issues */
    double given_by, taken_by;      /* points each moves, signed */
    double gain;                    /* to each: salience / 100 x points */
    int ties;                       /* other exchanges of the same gain */
} forecast_exchange;

typedef struct forecast_exchanges {
    const forecast_exchange *items;
    int count;
    const double *outcome; /* by issue, the means afterwards */
} forecast_exchanges;

enum { FORECAST_EXCHANGE_ISSUES = 40, FORECAST_EXCHANGE_ACTORS = 40 };
/* NULL where there are more issues or actors than that. */
const forecast_exchanges *forecast_exchange_all(const forecast_stakes *all,
                                                arena *mem);

/* --- What is known of their accuracy --- */

typedef enum forecast_model {
    FORECAST_COMPROMISE,
    FORECAST_NASH,
    FORECAST_EXCHANGE,
    FORECAST_MEDIAN,
    FORECAST_MODELS,
} forecast_model;

typedef struct forecast_accuracy {
    const char *name;
    double error;  /* mean absolute, on 0 to 100; NaN: not measured */
    double within; /* share within 10 */
    double wide;   /* half of the 90 % interval; NaN: not measured */
} forecast_accuracy;

extern const forecast_accuracy forecast_accuracies[FORECAST_MODELS];
#define FORECAST_TESTED_ON      351 /* issues */
#define FORECAST_CONSTANT_ERROR 28.0

#endif
