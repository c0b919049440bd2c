/* SPDX-License-Identifier: Apache-2.0
 * Compares the drafts of one report with its gold (FORMAT.md, last part). */
#ifndef TESTS_READ_COMPARE_H
#define TESTS_READ_COMPARE_H

#include "read/gold.h"
#include "read/read.h"

typedef struct tally {
    int gold, drafts, right;
} tally;

typedef struct scores {
    tally said3, said8; /* attributions at a Jaccard index of 0.3 and 0.8 */
    tally contacts, stances;
    int speakers, speakers_right; /* over the pairs at 0.3 */
    int meant, meant_right;       /* of those with `is:`, resolved */
    int reports;
} scores;

/* Adds what is found to s. `detail`: prints each miss and false draft. */
void compare(const gold *g, const read_report *r, scores *s, FILE *detail);
double tally_f1(tally t);
void scores_print(const scores *s, const char *name, FILE *to);

#endif
