/* SPDX-License-Identifier: Apache-2.0
 * Who can speak to whom: the channels a case lists and those that a contact
 * on record shows to be open. */
#ifndef RECORD_NETWORK_H
#define RECORD_NETWORK_H

#include "case/model.h"

typedef struct record_link {
    int a, b; /* actors, a < b */
    case_channel_state state;
    double cost;
    int channel; /* the channel that lists it, or -1 */
    int contact; /* the latest contact between the two, or -1 */
} record_link;

typedef struct record_network {
    const record_link *links; /* listed or seen; by a, then b */
    int link_count;
    int actor_count, party_count;
    /* Open links from each actor: others[first[i]] .. others[first[i + 1]],
     * ascending, and the costs beside them. */
    const int *first, *others;
    const double *costs;
} record_network;

const record_network *record_network_build(const case_model *c, arena *mem);
/* The link of a pair; one that is neither listed nor seen is unknown. */
record_link record_link_find(const record_network *n, int a, int b);
/* "[r1 par. 9]" has its origin here: the channel's, else the contact's; NULL
 * when there is neither. */
const case_origin *record_link_origin(const case_model *c,
                                      const record_link *l);

#endif
