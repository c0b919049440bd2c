/* SPDX-License-Identifier: Apache-2.0
 * How one actor can reach another through others. */
#ifndef RECORD_ROUTE_H
#define RECORD_ROUTE_H

#include "record/network.h"

enum { ROUTE_LINKS_MOST = 12 }; /* longer routes are not looked for */

/* actors[0] is where it starts, actors[count - 1] where it ends. */
typedef struct record_route {
    const int *actors;
    int count;
    double cost;
    int unknown; /* the link actors[unknown] to actors[unknown + 1] is of
                    unknown state; -1: all links are open */
} record_route;

typedef struct record_routes {
    record_link direct;
    const record_route *open; /* cheapest first */
    int open_count;
    const record_route *unknown; /* not costlier than the best open one */
    int unknown_count;
    int_list cut; /* without one of these no open route is left; in order
                     from `from` to `to` */
} record_routes;

/* At most `most` routes of each sort. from and to are different actors. */
const record_routes *record_routes_find(const record_network *n, int from,
                                        int to, int most, arena *mem);
/* The best open route alone; count 0: there is none. */
record_route record_route_best(const record_network *n, int from, int to,
                               arena *mem);
/* The best of those from a lead, else from a mediator, no party among them. It
 * is `to` alone, count 1, where that leads or mediates itself. */
record_route record_route_from_lead(const case_model *c,
                                    const record_network *n, int to,
                                    arena *mem);

#endif
