/* SPDX-License-Identifier: Apache-2.0
 * How fast is the posterior drawn? On the reference encoding of Cairo, one
 * thread: draws and effective draws a second (worst bulk ESS), the statements'
 * own shares on 10,000 prior draws, and leaving each statement out. Every
 * figure is the best of five runs. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/source.h"
#include "belief/belief.h"
#include "case/load.h"

enum { RUNS = 5 };

typedef struct figures {
    double sample, judge, leave;
    double ess, r_hat;
    int draws, carriers, resampled;
} figures;

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static const case_model *load(arena *mem) {
    source_text *text;
    const case_model *c;
    const char *path = PARLEY_ROOT "/tests/golden/cairo-oracle.yaml";
    if (source_read(&text, path, 1 << 20, mem, NULL) &&
        case_load(&c, text, mem, NULL))
        return c;
    fprintf(stderr, "can't load %s\n", path);
    exit(1);
}

static void keep_least(double *best, double time) {
    if (*best == 0 || time < *best) *best = time;
}

static void leave_all_out(const belief *b, figures *f, arena *mem) {
    int_list carriers = belief_carriers(b, mem);
    double begin = seconds();
    f->carriers = carriers.count;
    f->resampled = 0;
    for (int i = 0; i < carriers.count; i++) {
        belief_without w;
        belief_leave_out(&w, b, carriers.items[i], mem, NULL);
        f->resampled += w.b != b;
    }
    keep_least(&f->leave, seconds() - begin);
}

static void run(figures *f, int draws) {
    arena *mem = arena_new(NULL);
    const case_model *c = load(mem);
    belief_ask ask = {.seed = 1, .draws = draws, .threads = 1, .ranges = true};
    const belief *b;
    double begin = seconds();
    if (belief_sample(&b, c, &ask, mem, NULL) != PARLEY_OK) exit(1);
    keep_least(&f->sample, seconds() - begin);
    f->ess = b->ess.value;
    f->r_hat = b->r_hat.value;
    f->draws = b->draw_count;
    begin = seconds();
    belief_judge(b, mem);
    keep_least(&f->judge, seconds() - begin);
    leave_all_out(b, f, mem);
    arena_free(mem);
}

int main(void) {
    static const int sizes[] = {4000, 40000};
    for (int s = 0; s < 2; s++) {
        figures f = {0};
        for (int i = 0; i < RUNS; i++)
            run(&f, sizes[s]);
        printf("belief: %d draws in %.3f s: %.0f draws/s, worst ESS %.0f, %.0f "
               "effective draws/s, R-hat %.4f\n",
               f.draws, f.sample, f.draws / f.sample, f.ess, f.ess / f.sample,
               f.r_hat);
        printf("belief: statements judged in %.3f s, %d left out one by one in "
               "%.3f s (%d sampled again)\n",
               f.judge, f.carriers, f.leave, f.resampled);
    }
    return 0;
}
