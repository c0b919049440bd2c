/* SPDX-License-Identifier: Apache-2.0
 * What the stability lens finds on request: the inverse question, coalitions,
 * robustness. Each has three parts: found while running, put into the data,
 * shown to people; all do nothing where it wasn't asked. */
#ifndef LENS_STABILITY_MORE_H
#define LENS_STABILITY_MORE_H

#include "lens/stability_words.h"
#include "stability/coalition.h"
#include "stability/concert.h"
#include "stability/inverse.h"
#include "stability/robust.h"

/* --- --make: what would have to be wanted --- */

typedef struct stability_wish { /* of one party */
    bool stable;                /* today */
    bool varies;                /* its preferences may change */
    const stability_condition *condition;
    stability_rankings rankings;
    stability_change change;   /* unless stable */
    bool has_order;            /* it has an order of statements */
    stability_reorder reorder; /* of that */
} stability_wish;

typedef enum stability_hope {
    STABILITY_HOLDS,     /* it is one today */
    STABILITY_REACHED,   /* the changes make it one */
    STABILITY_PREVENTED, /* a party that may not change would always leave, or
                            all rankings were tried */
    STABILITY_UNDECIDED, /* the changes, judged one by one, do not fit, and no
                            others were found */
} stability_hope;

typedef struct stability_made {
    uint32_t state;
    uint8_t concept;
    const stability_wish *wish; /* by party */
    stability_hope hope;
    int prevented_by; /* a party, or -1 */
    bool has_profiles;
    double profiles; /* share of all profiles of rankings; not for SEQ, SSEQ */
    bool fits;       /* those changes together make it one */
    uint64_t swaps;  /* of the changes of all parties, each as if alone */
    const stability_concert *concert; /* SEQ, SSEQ, if looked for; or NULL */
} stability_made;

parley_status stability_make_run(stability_answer *a, const lens_request *q,
                                 arena *mem, parley_diags *d);
/* The changes of several parties that are cheapest together. */
void stability_concert_put(doc_value *make, const stability_answer *a);
void stability_concert_show(doc *to, const stability_answer *a);
void stability_make_put(doc_value *data, const stability_answer *a);
void stability_make_show(doc *to, const stability_answer *a);

/* --- --coalitions, --blocks --- */

typedef struct stability_allied {
    const stability_coalitions *all; /* --coalitions, or NULL */
    stability_jumps jumps;           /* between SEQ equilibria */
    const int *block;                /* --blocks: by party, or NULL */
    int block_count;
    uint8_t *const *stable;    /* [block][state] */
    const uint8_t *structured; /* by state: for all blocks */
} stability_allied;

parley_status stability_joint_run(stability_answer *a, const lens_request *q,
                                  arena *mem, parley_diags *d);
void stability_joint_put(doc_value *data, const stability_answer *a);
void stability_joint_show(doc *to, const stability_answer *a);

/* --- --robust, --unknown, --strong --- */

typedef struct stability_tested {
    const stability_swaps *swaps;         /* or NULL */
    bool unknown;                         /* the modes were looked at */
    double agree;                         /* over draws; 0: --unknown */
    const uint8_t *mode[STABILITY_MODES]; /* equilibria, by state */
    const uint8_t *strong;                /* strongly stable for all, or NULL */
} stability_tested;

parley_status stability_robust_run(stability_answer *a, const lens_request *q,
                                   arena *mem, parley_diags *d);
void stability_robust_put(doc_value *data, const stability_answer *a);
void stability_robust_show(doc *to, const stability_answer *a);

#endif
