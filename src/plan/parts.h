/* SPDX-License-Identifier: Apache-2.0
 * What the files of src/plan share. */
#ifndef PLAN_PARTS_H
#define PLAN_PARTS_H

#include "deal/settle.h"
#include "plan/plan.h"

/* Where a row of a table begins. */
static inline size_t plan_at(int row, int width) {
    return (size_t)row * (size_t)width;
}

/* A public demand that signing less than costs face. */
typedef struct plan_face {
    int party, issue;
    double weight;
    int_list options;
} plan_face;

/* An issue that, for a party, others carry out. */
typedef struct plan_promise {
    int party, issue;
    int_list others;
} plan_promise;

struct plan_ground {
    const plan_face *faces;
    int face_count;
    const plan_promise *promises; /* by party, then issue */
    const int *promise_from;      /* [party]: its first; party_count: the end */
    int promise_count;
};

/* Offered guarantees of one thing: given strengths, and how many have the
 * draw's default strength. */
typedef struct plan_cover {
    double sum;   /* of the given strengths */
    double doubt; /* product of 1 - strength over the given ones */
    int defaults;
} plan_cover;

typedef struct plan_phase {
    const int *standing;     /* y: options, one an issue */
    const int *cells;        /* y's cells, one an issue */
    const double *condition; /* [party] worths on conditions at y, payments */
    double days;             /* D; INFINITY: open without talks */
    bool open;
    bool has_collapse;
    double collapse;
} plan_phase;

struct plan {
    const plan_setup *setup;
    const case_proposal *proposal;
    const plan_phase *phases;
    int phase_count;
    const double *rejected;  /* [party] */
    const plan_cover *truce; /* [party]: what adds to its breach */
    /* With talks: */
    const case_talks *talks; /* or NULL */
    bool stay, barred;
    const plan_field *field;
    const plan_cover *closing; /* [party]: what lifts its q */
    const plan_cover *kept;    /* [issue]: what lifts honour */
    bool as_early;             /* u~ is that of xF: same outcomes, same sums */
};

/* Where bargaining ends. */
typedef struct plan_deal {
    bool known; /* it was looked for in this draw */
    bool found;
    int *outcome;  /* an option an issue */
    double *worth; /* [party] u~ of it */
} plan_deal;

/* The tables of one bargain. */
typedef struct plan_bargain {
    double **cells; /* [party] -> [cell] of u~ */
    double **sums;  /* [party] -> [outcome], listed fields alone; grows */
    size_t room;
} plan_bargain;

/* Scratch of a thread; plan_work's read-only members point into it. */
struct plan_room {
    double *now_worth, *no_deal, *early_worth; /* [party] */
    double *signed_worth, *promised;           /* [party][cell] */
    double *honour;                            /* one a promise */
    plan_bargain early;                        /* over u~ of xF, on X */
    plan_bargain talks;                        /* over u~ of a plan */
    double *cells;                             /* [cell]: one party's table */
    double *key, *spare;                       /* [outcome] */
    size_t list_room;                          /* of key and spare */
    double *fallback;                          /* [party] */
    plan_deal early_deal;                      /* xF */
    plan_deal resumed; /* over u~ of xF from V0: all plans as_early share it */
    plan_deal settled; /* of the plan at hand */
    bool closed;       /* xF and V0 are those of the draw */
    bool bounded;      /* so are least and most */
    double *least, *most; /* [party]: V0 lies between */
    double *paths;        /* scratch of deal_diagram_most */
    settle_room *settle;
    arena *mem;
};

/* Adds up the cells of a bargain for every outcome of a listed field; nothing
 * where it isn't listed. */
void plan_add_up(plan_work *t, const plan_field *f, plan_bargain *b);
/* The Nash solution of a bargain that was added up, from d. */
void plan_settle(plan_work *t, const plan_field *f, const plan_bargain *b,
                 const double *d, plan_deal *to);

/* The cells' worths of u~ for one party: w' where a promise is kept, else what
 * stands in z (options; NULL: worth 0). kept has one entry an issue, or is
 * NULL. */
void plan_promised_cells(const plan_work *t, int party, const int *z,
                         const plan_cover *kept, double *cells);

/* V0 of a party to whom xF is worth that. */
double plan_no_deal(const plan_work *t, int party, double early);
/* The collapse hazard h of a phase. */
double plan_hazard(const plan *p, const plan_work *t, int phase);
/* b of a party. */
double plan_breach(const plan *p, const plan_work *t, int party);

#endif
