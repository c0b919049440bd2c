/* SPDX-License-Identifier: Apache-2.0
 * How long it takes to say what to ask next: the worth of every question, and
 * the best three in a row, on the shipped case and on more draws of it. The
 * draws are made before, since every lens needs them. */
#include <stdio.h>
#include <stdlib.h>

#include "advice/ask.h"
#include "bench.h"

static void bench(const case_model *c, const belief *b, bool sequence,
                  arena *mem) {
    int *all = ARENA_ARRAY(mem, int, (size_t)c->proposal_count);
    for (int i = 0; i < c->proposal_count; i++)
        all[i] = i;
    ask_ask ask = {.belief = b,
                   .setup = plan_setup_new(c, b->evidence, mem, NULL),
                   .proposals = {all, c->proposal_count},
                   .sequence = sequence};
    double start = seconds();
    ask_answer *a = ask_make(&ask, mem);
    ask_weigh(a, &ask, mem);
    double taken = seconds() - start;
    printf("%d draws, %d questions%s: %.3f s, best worth %+.3f\n",
           b->draw_count, a->question_count,
           sequence ? " and the best three in a row" : "", taken,
           a->worth_count > 0 ? a->worths[0].value.mean : 0);
}

int main(void) {
    const int draws[] = {4000, 40000};
    for (int i = 0; i < 2; i++) {
        arena *mem = arena_new(NULL);
        const case_model *c =
            load_case(PARLEY_ROOT "/cases/cairo-2014.yaml", mem);
        const belief *b;
        belief_ask ask = {
            .seed = 1, .draws = draws[i], .threads = 1, .ranges = true};
        if (belief_sample(&b, c, &ask, mem, NULL) != PARLEY_OK) return 1;
        bench(c, b, false, mem);
        bench(c, b, true, mem);
        arena_free(mem);
    }
    return 0;
}
