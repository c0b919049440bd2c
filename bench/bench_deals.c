/* SPDX-License-Identifier: Apache-2.0
 * How fast deals are found by enumeration: building the space, and frontier
 * with all four solutions, in party-outcomes a second; 10^3 to 10^7 outcomes,
 * 2 to 4 parties, additive exact worths. */
#include <stdio.h>

#include "bench.h"
#include "deal/bargain.h"

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
    const deal_answer *a = deal_solve(s, of, all, deal_concept_count, 1, mem);
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
