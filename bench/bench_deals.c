/* SPDX-License-Identifier: Apache-2.0
 * How fast deals are found by enumeration: building the space, and frontier
 * with all four solutions, in party-outcomes a second; 10^3 to 10^7 outcomes,
 * 2 to 4 parties, additive exact worths. */
#include <stdio.h>
#include <time.h>

#include "base/rng.h"
#include "deal/bargain.h"

/* Of this process alone: other programs don't count. */
static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static case_model *make_case(int parties, int issues, rng *r, arena *mem) {
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

static void run(int parties, int issues) {
    arena *mem = arena_new(NULL);
    rng r;
    rng_seed(&r, 1, 0);
    const case_model *c = make_case(parties, issues, &r, mem);
    const deal_concept *all[8];
    for (int i = 0; i < deal_concept_count; i++)
        all[i] = &deal_concepts[i];
    double start = seconds();
    const deal_space *s = deal_space_new(c, (deal_scope){0}, mem, NULL);
    double built = seconds() - start;
    const deal_party *of = deal_parties(c, s, mem);
    start = seconds();
    const deal_answer *a = deal_solve(s, of, all, deal_concept_count, mem);
    double solved = seconds() - start;
    double work = (double)s->count * parties;
    printf("%d parties, %8u outcomes: build %8.2f ms, solve %9.2f ms, "
           "%5.0f million party-outcomes/s, frontier %d\n",
           parties, s->count, built * 1e3, solved * 1e3, work / solved / 1e6,
           a->point_count);
    arena_free(mem);
}

int main(void) {
    for (int parties = 2; parties <= 4; parties++)
        for (int issues = 3; issues <= 7 - (parties > 2) - (parties > 3);
             issues++)
            run(parties, issues);
    return 0;
}
