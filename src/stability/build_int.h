/* SPDX-License-Identifier: Apache-2.0
 * What build.c and build_with.c share. */
#ifndef STABILITY_BUILD_INT_H
#define STABILITY_BUILD_INT_H

#include "stability/build.h"

/* True if the list has x, or has nothing and so stands for any. */
bool stability_lists_any(int_list l, int x);
/* True if the entry says how this actor can change this issue. */
bool stability_moves_issue(const case_move *m, int actor, int issue);

/* True if the issue is carried out by this actor. */
bool stability_carries_out(const case_model *c, int actor, int issue);

/* The moves of a mover some of whose changes bring others with them. */
parley_status stability_with_moves(stability_moves *out,
                                   const stability_case *k, int mover,
                                   arena *mem, parley_diags *d);

#endif
