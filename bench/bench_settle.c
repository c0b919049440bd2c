/* SPDX-License-Identifier: Apache-2.0
 * How long one settlement of a draw takes without a list of the outcomes: 20
 * issues of 5 to 10 options, 2 to 5 parties, by where no deal lies. Beside it
 * the merged frontier of the same worths would take 0.1 to 23 ms and more. */
#include <math.h>
#include <stdio.h>

#include "bench.h"
#include "random_case.h"

#include "deal/settle.h"

enum { DRAWS = 2000, ISSUES = 20 };

static case_model *agenda(chance *h, int parties, int issues_count) {
    case_model *c = ARENA_NEW(h->mem, case_model);
    case_issue *issues = ARENA_ARRAY(h->mem, case_issue, (size_t)issues_count);
    c->party_count = parties;
    c->issue_count = issues_count;
    for (int j = 0; j < issues_count; j++) {
        issues[j] = (case_issue){.id = "i", .cell = c->cell_count};
        issues[j].option_count = 5 + below(h, 6);
        c->cell_count += issues[j].option_count;
    }
    c->issues = issues;
    return c;
}

/* Weights uniform on the simplex, options from 0 to 1; grid: whole percents. */
static void draw_worths(chance *h, const case_model *c, double *worth) {
    double weight[ISSUES], sum = 0;
    for (int j = 0; j < c->issue_count; j++)
        sum += weight[j] = -log(1 - between(h, 0, 1));
    for (int j = 0; j < c->issue_count; j++) {
        const case_issue *issue = &c->issues[j];
        double *of = worth + issue->cell, low = 1, high = 0;
        for (int o = 0; o < issue->option_count; o++) {
            of[o] = between(h, 0, 1);
            low = fmin(low, of[o]);
            high = fmax(high, of[o]);
        }
        for (int o = 0; o < issue->option_count; o++) {
            of[o] = weight[j] / sum * (of[o] - low) / (high - low);
            if (h->grid) of[o] = round(of[o] * 100) / 100;
        }
    }
}

typedef enum stakes { FROM_NOW, NEAR, AT, BEYOND } stakes;

static const char *const stakes_names[] = {
    "no deal at some outcome", "no deal just below the solution",
    "no deal at the solution", "no deal just beyond it"};

static void run(int parties, bool grid, stakes how) {
    chance h = {.mem = arena_new(NULL), .grid = grid};
    rng_seed(&h.r, 7, (uint64_t)parties);
    const case_model *c = agenda(&h, parties, ISSUES);
    const deal_diagram *g =
        deal_diagram_new(c, (deal_scope){0}, (deal_extras){0}, h.mem, NULL);
    settle_room *room = settle_room_new(h.mem);
    double d[8], u[8], taken = 0, worst = 0;
    double *worth[8];
    int outcome[ISSUES], ends[3] = {0};
    for (int p = 0; p < parties; p++)
        worth[p] = ARENA_ARRAY(h.mem, double, (size_t)c->cell_count);
    settle_ask ask = {g, (const double *const *)worth, d};
    settle_answer to = {.outcome = outcome, .worth = u};
    for (int i = 0; i < DRAWS; i++) {
        for (int p = 0; p < parties; p++) {
            draw_worths(&h, c, worth[p]);
            d[p] = 0;
            for (int j = 0; j < c->issue_count; j++)
                d[p] += worth[p][c->issues[j].cell];
        }
        if (how != FROM_NOW) settle_nash(&ask, room, &to);
        for (int p = 0; how != FROM_NOW && p < parties; p++)
            d[p] = u[p] + (how == NEAR ? -0.01 : how == AT ? 0 : 0.002);
        double start = seconds();
        settle_nash(&ask, room, &to);
        double one = seconds() - start;
        taken += one;
        worst = fmax(worst, one);
        ends[to.end]++;
    }
    printf("%d parties%s, %-32s %8.1f us a draw, worst %8.1f; found %d none %d "
           "stopped %d\n",
           parties, grid ? ", whole percents" : "", stakes_names[how],
           taken / DRAWS * 1e6, worst * 1e6, ends[0], ends[1], ends[2]);
    arena_free(h.mem);
}

/* Any argument: whole percents alone. */
int main(int count, char **arguments) {
    (void)arguments;
    for (int grid = count > 1; grid < 2; grid++)
        for (int parties = 2; parties <= 5; parties++)
            for (stakes how = FROM_NOW; how <= BEYOND; how++)
                run(parties, grid, how);
    return 0;
}
