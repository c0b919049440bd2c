/* SPDX-License-Identifier: Apache-2.0
 * Where the nodes of a map go. */
#ifndef FORMAT_MAP_LAYOUT_H
#define FORMAT_MAP_LAYOUT_H

#include "format/figure.h"

typedef struct map_link {
    size_t from, to;
    double length; /* 1: as near as can be */
} map_link;

typedef struct map_graph {
    size_t node_count, link_count;
    const map_link *links;
    bool directed;
} map_graph;

/* Places on no scale; with Graphviz where it is installed, else our own. */
spot *map_places(const map_graph *g, const spot *sizes, arena *mem);
/* By Graphviz, or NULL. */
spot *map_graphviz(const map_graph *g, const spot *sizes, arena *mem);
spot *map_stress(const map_graph *g, arena *mem);
/* Scales places to a drawing that is `width` wide, moves boxes of the sizes
 * given apart, and returns the height. */
double map_fit(spot *places, const spot *sizes, size_t count, double width,
               bool narrow);

#endif
