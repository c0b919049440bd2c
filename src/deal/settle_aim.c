/* SPDX-License-Identifier: Apache-2.0
 * Bounds on the product of gains.
 *
 * For any weights w > 0 the mean of n numbers is at least their root:
 *
 *   prod g_p <= (sum w_p g_p / n)^n / prod w_p,
 *
 * and the largest sum w_p g_p is a longest path through the diagram, one pass.
 * The best weights are 1 / g* where g* are the gains of the best mixture of
 * outcomes (settle_mix.c); each longest path gives a bound and an outcome for
 * the mixture. A handful of rounds is enough; any weights give a true bound.
 * Outcomes met on the way are solutions to start from.
 *
 * A party that needn't gain, but mustn't lose, enters the sum and not the
 * product. A longest path below zero proves that nothing suits all.
 *
 * Edge cases: a party that can't gain whatever the others get ends the search
 * at once; with nobody to gain the product is that of no numbers, 1. */
#include <math.h>
#include <string.h>

#include "deal/settle_int.h"

enum { ROUNDS = 12, ROUNDS_AGAIN = 60, TURNS = 2 };
static const double turned[TURNS] = {1.3, 3};
/* The bound can't come closer than the mixture's own product. */
static const double close_enough = 5e-4, close_again = 1e-6;

/* --- Room --- */

static void make_cut(settle_room *r, settle_cut *cut) {
    cut->weight = ARENA_ARRAY(r->mem, double, r->party_room);
    cut->own_score = ARENA_ARRAY(r->mem, double, r->cell_room);
    cut->row = ARENA_ARRAY(r->mem, double, r->row_room);
    cut->reach = ARENA_ARRAY(r->mem, double, r->node_room);
}

static bool grow(size_t *room, size_t needed) {
    if (*room >= needed) return false;
    *room = needed > 2 * *room ? needed : 2 * *room;
    return true;
}

static void make_room(settle_room *r, size_t nodes) {
    const deal_diagram *g = r->ask->g;
    bool more = grow(&r->party_room, (size_t)g->c->party_count);
    more |= grow(&r->cell_room, (size_t)g->c->cell_count + 1);
    more |= grow(&r->row_room, g->row_count);
    more |= grow(&r->node_room, nodes + 1);
    more |= grow(&r->layer_room, (size_t)g->layer_count + 1);
    if (!more) return;
    r->first_node = ARENA_ARRAY(r->mem, size_t, r->layer_room);
    double **by_party[] = {&r->scale, &r->ideal, &r->mix.mean, &r->mix.way};
    for (size_t i = 0; i < sizeof by_party / sizeof *by_party; i++)
        *by_party[i] = ARENA_ARRAY(r->mem, double, r->party_room);
    r->mix.share = ARENA_ARRAY(r->mem, double, SETTLE_MET_MOST);
    r->mix.gain = ARENA_ARRAY(r->mem, double, SETTLE_MET_MOST * r->party_room);
    r->gains = ARENA_ARRAY(r->mem, bool, r->party_room);
    r->alone = ARENA_ARRAY(r->mem, settle_cut, r->party_room);
    for (size_t p = 0; p < r->party_room; p++)
        make_cut(r, &r->alone[p]);
    r->mixed_most = 1 + TURNS * (int)r->party_room;
    r->mixed = ARENA_ARRAY(r->mem, settle_cut, (size_t)r->mixed_most);
    for (int i = 0; i < r->mixed_most; i++)
        make_cut(r, &r->mixed[i]);
    make_cut(r, &r->tried);
}

/* --- Longest paths --- */

static void reach_back(const settle_room *r, settle_cut *cut) {
    const deal_diagram *g = r->ask->g;
    cut->reach[r->first_node[g->layer_count]] = 0;
    for (int k = g->layer_count - 1; k >= 0; k--) {
        const deal_layer *l = &g->layers[k];
        const case_issue *issue = &g->c->issues[l->issue];
        const double *score = cut->score + issue->cell;
        const double *after = cut->reach + r->first_node[k + 1];
        const uint32_t *to = l->to, *row = l->row;
        for (uint32_t at = 0; at < l->nodes; at++) {
            double most = -INFINITY;
            for (int o = 0; o < issue->option_count; o++, to++) {
                const size_t arc = (size_t)(to - l->to);
                if (*to == DEAL_NOWHERE) continue;
                double sum = score[o] + after[*to];
                if (row) sum += cut->row[row[arc]];
                most = sum > most ? sum : most;
            }
            cut->reach[r->first_node[k] + at] = most;
        }
    }
}

static void weigh_rows(const settle_room *r, settle_cut *cut) {
    const deal_diagram *g = r->ask->g;
    for (size_t i = 0; i < g->row_count; i++) {
        cut->row[i] = 0;
        for (size_t p = 0; p < r->parties; p++)
            cut->row[i] += cut->weight[p] * g->rows[i * r->parties + p];
    }
}

static void finish_cut(const settle_room *r, settle_cut *cut) {
    const deal_diagram *g = r->ask->g;
    weigh_rows(r, cut);
    cut->start = cut->row[g->first_row];
    for (int i = 0; i < g->fixed_count; i++)
        cut->start += cut->score[g->fixed[i]];
    for (size_t p = 0; p < r->parties; p++)
        cut->start -= cut->weight[p] * r->ask->d[p];
    reach_back(r, cut);
}

static void weigh_alone(settle_room *r, size_t party) {
    settle_cut *cut = &r->alone[party];
    memset(cut->weight, 0, r->parties * sizeof *cut->weight);
    cut->weight[party] = 1;
    cut->score = r->ask->worth[party];
    finish_cut(r, cut);
}

static void weigh_mixed(const settle_room *r, settle_cut *cut) {
    const size_t cells = (size_t)r->ask->g->c->cell_count;
    memset(cut->own_score, 0, cells * sizeof *cut->own_score);
    for (size_t p = 0; p < r->parties; p++) {
        const double weight = cut->weight[p], *worth = r->ask->worth[p];
        for (size_t i = 0; i < cells; i++)
            cut->own_score[i] += weight * worth[i];
    }
    cut->score = cut->own_score;
    finish_cut(r, cut);
}

/* The most a weighted sum of gains can be. */
static double most_of(const settle_cut *cut) {
    return cut->start + cut->reach[0];
}

/* --- What there is to gain --- */

static double scale_of(const settle_room *r, size_t party) {
    const deal_diagram *g = r->ask->g;
    const double *worth = r->ask->worth[party];
    double sum = fabs(r->ask->d[party]);
    for (int j = 0; j < g->c->issue_count; j++) {
        const case_issue *issue = &g->c->issues[j];
        double most = 0;
        for (int o = 0; o < issue->option_count; o++)
            most = fmax(most, fabs(worth[issue->cell + o]));
        sum += most;
    }
    for (int i = 0; i < g->extras.count; i++)
        if (g->extras.items[i].party == (int)party)
            sum += fabs(g->extras.items[i].worth);
    return sum;
}

void settle_begin(settle_room *r, const settle_ask *ask) {
    const deal_diagram *g = ask->g;
    size_t nodes = 1;
    for (int k = 0; k < g->layer_count; k++)
        nodes += g->layers[k].nodes;
    r->ask = ask;
    make_room(r, nodes);
    r->parties = (size_t)g->c->party_count;
    r->stride = 2 * r->parties + (size_t)r->mixed_most;
    r->first_node[0] = 0;
    for (int k = 0; k < g->layer_count; k++)
        r->first_node[k + 1] = r->first_node[k] + g->layers[k].nodes;
    for (size_t p = 0; p < r->parties; p++) {
        weigh_alone(r, p);
        r->scale[p] = scale_of(r, p);
        r->ideal[p] = most_of(&r->alone[p]);
    }
}

/* --- Weights --- */

/* ln of the bound that weights give; NAN: nothing suits all. */
static double bound_of(const settle_room *r, const settle_cut *cut) {
    double sum = most_of(cut), ln = 0, margin = 0;
    for (size_t p = 0; p < r->parties; p++) {
        margin += cut->weight[p] * r->scale[p];
        if (r->gains[p])
            ln -= log(cut->weight[p]);
        else
            sum += cut->weight[p] * DEAL_TIE;
    }
    sum += SETTLE_MARGIN * margin;
    if (sum < 0) return NAN;
    const int n = r->gainers;
    return n == 0 ? 0 : ln + n * log(sum / n);
}

/* The gains of the outcome at the end of a longest path. */
static void follow(const settle_room *r, const settle_cut *cut, double *gain) {
    const deal_diagram *g = r->ask->g;
    for (size_t p = 0; p < r->parties; p++)
        gain[p] = r->alone[p].start;
    uint32_t at = 0;
    for (int k = 0; k < g->layer_count; k++) {
        const deal_layer *l = &g->layers[k];
        const case_issue *issue = &g->c->issues[l->issue];
        const size_t options = (size_t)issue->option_count;
        const double *after = cut->reach + r->first_node[k + 1];
        size_t best = 0;
        double most = -INFINITY;
        for (size_t arc = at * options; arc < (at + 1) * options; arc++) {
            if (l->to[arc] == DEAL_NOWHERE) continue;
            double sum = cut->score[(size_t)issue->cell + arc % options] +
                         after[l->to[arc]];
            if (l->row) sum += cut->row[l->row[arc]];
            if (sum > most) {
                most = sum;
                best = arc;
            }
        }
        for (size_t p = 0; p < r->parties; p++) {
            gain[p] += r->ask->worth[p][(size_t)issue->cell + best % options];
            if (l->row) gain[p] += g->rows[l->row[best] * r->parties + p];
        }
        at = l->to[best];
    }
}

/* Is what an outcome gains a product to start from? A hair less of it is what
 * the outcome surely has, whatever the order of the sums. */
void settle_note(settle_room *r, const double *gains) {
    double ln = 0;
    for (size_t p = 0; p < r->parties; p++) {
        const double hair = SETTLE_MARGIN * r->scale[p];
        const double gain = gains[p] - hair;
        if (gain < (r->gains[p] ? DEAL_TIE : -DEAL_TIE + 2 * hair)) return;
        if (r->gains[p]) ln += log(gain);
    }
    if (ln > r->reached) r->reached = ln;
}

static bool can_gain(const settle_room *r) {
    for (size_t p = 0; p < r->parties; p++) {
        const double least = r->gains[p] ? DEAL_TIE : -DEAL_TIE;
        if (r->ideal[p] < least - SETTLE_MARGIN * r->scale[p]) return false;
    }
    return true;
}

static void keep(settle_room *r, double bound) {
    const settle_cut better = r->tried;
    r->tried = r->mixed[0];
    r->mixed[0] = better;
    r->bound = bound;
}

/* One longest path; false: nothing suits all. */
static bool take_round(settle_room *r, bool first) {
    for (size_t p = 0; p < r->parties; p++)
        r->tried.weight[p] =
            first ? 1 / fmax(r->ideal[p], DEAL_TIE) : settle_mix_weight(r, p);
    weigh_mixed(r, &r->tried);
    const double bound = bound_of(r, &r->tried);
    if (isnan(bound)) return false;
    const bool better = first || bound < r->bound;
    if (better) keep(r, fmin(bound, r->bound));
    double *gain = r->mix.gain + (first ? 0 : r->mix.count) * r->parties;
    follow(r, better ? &r->mixed[0] : &r->tried, gain);
    settle_note(r, gain);
    if (first)
        settle_mix_begin(r);
    else
        settle_mix_add(r);
    return true;
}

bool settle_aim(settle_room *r, bool again) {
    r->mixed_count = 1;
    if (!again) {
        r->reached = -INFINITY;
        r->bound = 0;
        for (size_t p = 0; p < r->parties; p++)
            if (r->gains[p]) r->bound += log(fmax(r->ideal[p], DEAL_TIE));
        if (!can_gain(r) || !take_round(r, true)) return false;
    }
    const double near = again ? close_again : close_enough;
    for (int i = 0; i < (again ? ROUNDS_AGAIN : ROUNDS); i++) {
        if (!take_round(r, false)) return false;
        if (r->bound - settle_mix_product(r) < near) break;
    }
    return true;
}

void settle_turn(settle_room *r) {
    for (size_t p = 0; p < r->parties; p++)
        for (int i = 0; i < TURNS; i++) {
            settle_cut *cut = &r->mixed[r->mixed_count++];
            memcpy(cut->weight, r->mixed[0].weight,
                   r->parties * sizeof *cut->weight);
            cut->weight[p] *= turned[i];
            weigh_mixed(r, cut);
        }
}
