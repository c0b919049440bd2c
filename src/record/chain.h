/* SPDX-License-Identifier: Apache-2.0
 * The chain of hands a statement came through, and whether two chains share
 * one. */
#ifndef RECORD_CHAIN_H
#define RECORD_CHAIN_H

#include "case/model.h"

/* Every entry's links as numbers: equal numbers are the same link. */
typedef struct record_chains {
    const int_list *links; /* one list an entry of c->record */
    int link_count;        /* links are below this */
} record_chains;

/* The analyst's entries have no links: an assumption comes from nobody. */
record_chains record_chain_all(const case_model *c, arena *mem);
bool record_chain_apart(const record_chains *all, int entry, int other);

#endif
