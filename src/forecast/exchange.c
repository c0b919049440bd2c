/* SPDX-License-Identifier: Apache-2.0
 *
 * Equal-gain exchange (Stokman and van Oosten 1994). Two actors i and j, two
 * issues a and b; on each they stand on opposite sides of the expected outcome
 * (the weighted mean), and i cares more about a against b than j does. Then j
 * moves on a towards i, and i on b towards j.
 *
 * With w the weight of the mover in the mean, a move of d points shifts the
 * outcome by w d. i gains s_ia A - s_ib B, j gains s_jb B - s_ja A, where A and
 * B are the shifts of the outcomes. Both gain the same when
 *
 *     A (s_ia + s_ja) = B (s_ib + s_jb),
 *
 * and the exchange is as large as this allows while nobody moves past the other
 * and no outcome past whom it favours. Exchanges are carried out in order of
 * gain; each uses up what it moved (j on a, i on b), and the means are computed
 * again before the next. Of several with the same gain the first in the order
 * of issues and actors is carried out, and the others are counted. Work grows
 * with the squares of issues and actors: more than 40 of either are left out,
 * which the caller has to say.
 */
#include "forecast/forecast.h"

#include <math.h>

#define LEAST 1e-9

/* Stakes by issue and actor; salience NaN: none. */
typedef struct board {
    int issues, actors;
    double *position, *salience, *weight; /* weight: in the mean */
    bool *used;
    double *outcome;
} board;

static size_t at(const board *b, int issue, int actor) {
    return (size_t)issue * (size_t)b->actors + (size_t)actor;
}

static void set_outcomes(board *b) {
    for (int a = 0; a < b->issues; a++) {
        double mean = 0;
        for (int i = 0; i < b->actors; i++)
            if (!isnan(b->salience[at(b, a, i)]))
                mean += b->weight[at(b, a, i)] * b->position[at(b, a, i)];
        b->outcome[a] = mean;
    }
}

static board *board_of(const forecast_stakes *all, arena *mem) {
    board *b = ARENA_NEW(mem, board);
    size_t cells = (size_t)all->issue_count * (size_t)all->actor_count;
    *b = (board){.issues = all->issue_count, .actors = all->actor_count};
    b->position = ARENA_ARRAY(mem, double, cells);
    b->salience = ARENA_ARRAY(mem, double, cells);
    b->weight = ARENA_ARRAY(mem, double, cells);
    b->used = ARENA_ARRAY(mem, bool, cells);
    b->outcome = ARENA_ARRAY(mem, double, (size_t)all->issue_count);
    for (size_t i = 0; i < cells; i++)
        b->salience[i] = NAN;
    for (int a = 0; a < all->issue_count; a++) {
        forecast_stakes on = forecast_on(all, a);
        for (int k = 0; k < on.count; k++) {
            size_t cell = at(b, a, on.items[k].actor);
            b->position[cell] = on.items[k].position;
            b->salience[cell] = on.items[k].salience;
            b->weight[cell] = forecast_lever(&on, k);
        }
    }
    set_outcomes(b);
    return b;
}

/* The largest shift of an issue's outcome by a move of j towards i; 0 if they
 * don't stand on opposite sides, or j has moved. */
static double room(const board *b, int issue, int i, int j) {
    size_t to = at(b, issue, i), from = at(b, issue, j);
    if (isnan(b->salience[to]) || isnan(b->salience[from]) || b->used[from] ||
        isnan(b->weight[from]))
        return 0;
    double here = b->outcome[issue];
    double side_i = b->position[to] - here, side_j = b->position[from] - here;
    if (side_i * side_j >= 0) return 0;
    return fmin(b->weight[from] * fabs(b->position[to] - b->position[from]),
                fabs(side_i));
}

/* j gives on a, i gives on b. */
static forecast_exchange value_of(const board *b, int i, int j, int a, int c) {
    double sia = b->salience[at(b, a, i)], sib = b->salience[at(b, c, i)];
    double sja = b->salience[at(b, a, j)], sjb = b->salience[at(b, c, j)];
    double room_a = room(b, a, i, j), room_c = room(b, c, j, i);
    forecast_exchange e = {.giver = j, .taker = i, .given = a, .taken = c};
    if (room_a <= 0 || room_c <= 0 || sib + sjb <= 0) return e;
    double ratio = (sia + sja) / (sib + sjb);
    double shift = ratio > 0 ? fmin(room_a, room_c / ratio) : room_a;
    e.gain = (sia * shift - sib * ratio * shift) / 100;
    double way_a = b->position[at(b, a, i)] - b->position[at(b, a, j)];
    double way_c = b->position[at(b, c, j)] - b->position[at(b, c, i)];
    e.given_by = copysign(shift / b->weight[at(b, a, j)], way_a);
    e.taken_by = copysign(ratio * shift / b->weight[at(b, c, i)], way_c);
    return e;
}

static void take_better(forecast_exchange *best, forecast_exchange e) {
    if (e.gain > best->gain + LEAST)
        *best = e;
    else if (e.gain > LEAST && e.gain > best->gain - LEAST)
        best->ties++;
}

static forecast_exchange find_best(const board *b) {
    forecast_exchange best = {0};
    for (int a = 0; a < b->issues; a++)
        for (int c = a + 1; c < b->issues; c++)
            for (int i = 0; i < b->actors; i++)
                for (int j = 0; j < b->actors; j++)
                    if (i != j) take_better(&best, value_of(b, i, j, a, c));
    return best;
}

static void carry_out(board *b, const forecast_exchange *e) {
    size_t given = at(b, e->given, e->giver), taken = at(b, e->taken, e->taker);
    b->position[given] += e->given_by;
    b->position[taken] += e->taken_by;
    b->used[given] = b->used[taken] = true;
    set_outcomes(b);
}

const forecast_exchanges *forecast_exchange_all(const forecast_stakes *all,
                                                arena *mem) {
    if (all->issue_count > FORECAST_EXCHANGE_ISSUES ||
        all->actor_count > FORECAST_EXCHANGE_ACTORS)
        return NULL;
    board *b = board_of(all, mem);
    forecast_exchange *items =
        ARENA_ARRAY(mem, forecast_exchange, (size_t)all->count / 2 + 1);
    forecast_exchanges *out = ARENA_NEW(mem, forecast_exchanges);
    for (;;) {
        forecast_exchange best = find_best(b);
        if (best.gain <= LEAST) break;
        items[out->count++] = best;
        carry_out(b, &best);
    }
    out->items = items;
    out->outcome = b->outcome;
    return out;
}
