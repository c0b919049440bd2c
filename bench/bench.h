/* SPDX-License-Identifier: Apache-2.0
 * What benchmarks share: the clock, and exact cases of any size. */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include <stdlib.h>
#include <time.h>

#include "base/rng.h"
#include "case/load.h"
#include "deal/bargain.h"

/* Of this process alone: other programs don't count. */
static inline double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* A case of this checkout, which has no problems; or the end. */
static inline const case_model *load_case(const char *path, arena *mem) {
    source_text *text;
    const case_model *c;
    if (!source_read(&text, path, (size_t)1 << 24, mem, NULL) ||
        !case_load(&c, text, mem, NULL))
        exit(1);
    return c;
}

/* Random exact worths on issues of 10 options; no rules. */
static inline case_model *make_case(int parties, int issues, rng *r,
                                    arena *mem) {
    case_model *c = ARENA_NEW(mem, case_model);
    case_issue *all = ARENA_ARRAY(mem, case_issue, (size_t)issues);
    case_preference *of = ARENA_ARRAY(mem, case_preference, (size_t)parties);
    c->party_count = c->actor_count = parties;
    c->issue_count = issues;
    for (int j = 0; j < issues; j++) {
        all[j] = (case_issue){.option_count = 10, .cell = c->cell_count};
        c->cell_count += 10;
    }
    for (int p = 0; p < parties; p++) {
        fixed *worth = ARENA_ARRAY(mem, fixed, (size_t)c->cell_count);
        for (int i = 0; i < c->cell_count; i++)
            worth[i] = (fixed)rng_below(r, (uint64_t)FIXED_ONE);
        of[p] = (case_preference){
            .kind = CASE_WORTH, .worth = worth, .discount = 1};
    }
    c->issues = all;
    c->preferences = of;
    return c;
}

/* The solutions that are always given. */
static inline int standard_concepts(const deal_concept **to) {
    int count = 0;
    for (int i = 0; i < deal_concept_count; i++)
        if (deal_concepts[i].standard) to[count++] = &deal_concepts[i];
    return count;
}

#endif
