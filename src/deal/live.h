/* SPDX-License-Identifier: Apache-2.0
 * Exact frontiers where worths stand on conditions that couple too many issues
 * to enumerate them: issue after issue, by which conditions are still alive. */
#ifndef DEAL_LIVE_H
#define DEAL_LIVE_H

#include "deal/bargain.h"

/* The issues of one block, with all that couples them; never changed. */
typedef struct live_task live_task;

typedef struct live_limits {
    size_t states; /* of one issue; 0: LIVE_STATES_MOST. More: what is found
                      has a gap */
    size_t width;  /* states kept from then on; 0: LIVE_WIDTH */
    size_t quick;  /* states up to which one plain pass is tried, and beyond a
                      fortieth of which the others look closer; 0: LIVE_QUICK */
} live_limits;
#define LIVE_STATES_MOST 3000000
#define LIVE_WIDTH       60000
#define LIVE_QUICK       20000

/* c's rules and the parties' conditions must speak of these issues alone. NULL
 * with an error where a condition is too intricate. */
const live_task *live_task_new(const case_model *c, int_list issues,
                               const deal_party *parties, int party_count,
                               arena *mem, parley_diags *d);

typedef struct live_front {
    size_t count;           /* by descending worths, party after party */
    const fixed *worth;     /* [element * party_count + party] */
    const int *options;     /* [element * issue_count + i], of the first */
    const uint64_t *copies; /* UINT64_MAX: that or more */
    /* NULL: exact. Else no outcome is worth more to all parties than some
     * element plus this, one a party. */
    const fixed *gap;
} live_front;

live_front live_solve(const live_task *t, live_limits limits, arena *mem);

/* No outcome is worth less to a party. */
fixed live_floor(const live_task *t, int party);
/* The least worth of an outcome to a party; exact, or a lower bound where it
 * takes more states than are allowed. False without an outcome. */
bool live_least(const case_model *c, const int *issues, int issue_count,
                const deal_party *party, fixed *least, arena *mem);

/* How many outcomes keep the rules, with u_p >= least[p] for every party
 * (NULL: whatever they are worth)? Decimal digits; NULL where it takes more
 * states than the limits allow, or the number has more than 38 digits. */
const char *live_count(const live_task *t, const fixed *least,
                       live_limits limits, arena *mem);

/* Outcomes of exactly these worths, `most` of them, the known one first; the
 * search gives up after some millions of steps. */
size_t live_members(const live_task *t, const fixed *worth, const int *known,
                    size_t most, int *options, arena *mem);

#endif
