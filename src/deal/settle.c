/* SPDX-License-Identifier: Apache-2.0
 * Where would bargaining from d end, among more outcomes than can be listed?
 *
 * The definition is that of deal/nash.c: of the outcomes that give every party
 * at least d, those where most gain; of these the largest product; of products
 * within a factor 1 - 1e-12 of it the first outcome in issue order.
 *
 * Mostly all can gain. A bound on the product (settle_aim.c) lies within some
 * thousandths of it, so the search (settle_search.c) asks for a product a
 * little below the bound, and for less and less until it finds one; what it
 * asked for last no other outcome exceeds. Where it is proven that not all can
 * gain, the same is asked for every set of parties who could, larger sets
 * first, once for the best product and once more for the first outcome that
 * ties with it.
 *
 * Edge cases: no outcome reaches d: none. Too many beginnings: the product
 * known and the bound proven are given instead of an answer. Sets count as some
 * beginnings each; with more than 30 parties there are too many. */
#include <math.h>
#include <string.h>

#include "deal/settle_int.h"

enum {
    PARTIES_IN_SETS = 30,
    SET_COSTS = 500,
    NARROW = 100,
    WIDER = 8,
    WIDE = 6400,
    FEW = 200000
};
enum { EASY = 1500, THIN_FROM = 24, GRID_FROM = 300 };

settle_room *settle_room_new(arena *mem) {
    settle_room *r = ARENA_NEW(mem, settle_room);
    r->mem = mem;
    r->thin_from = THIN_FROM;
    r->grid_from = GRID_FROM;
    r->easy = EASY;
    r->few = FEW;
    return r;
}

/* --- Outcomes found --- */

/* The worths of a beginning after the last issue, as a list would have them. */
static void worths_of(const settle_room *r, size_t found, settle_answer *to) {
    const deal_diagram *g = r->ask->g;
    const double *value = r->layer.value + found * r->stride;
    memcpy(to->worth, value, r->parties * sizeof *to->worth);
    if (g->extras.count == 0) return;
    settle_trace(r, found, to->outcome);
    for (size_t p = 0; p < r->parties; p++)
        to->worth[p] += deal_extra_worth(g->extras, (int)p, to->outcome);
}

/* The product of the gains that are asked for; -1 where somebody has not what
 * it needs. */
static double product_of(const settle_room *r, const double *worth) {
    double product = 1;
    for (size_t p = 0; p < r->parties; p++) {
        const double gain = worth[p] - r->ask->d[p];
        if (!(gain > -DEAL_TIE)) return -1;
        if (r->gains[p] && gain < DEAL_TIE) return -1;
        if (r->gains[p]) product *= gain;
    }
    return product;
}

static double best_found(const settle_room *r, settle_answer *to) {
    double best = -1;
    for (size_t i = 0; i < r->layer.count; i++) {
        worths_of(r, i, to);
        best = fmax(best, product_of(r, to->worth));
    }
    return best;
}

/* Writes the first outcome of at least this product; false if none was found.
 */
static bool first_found(const settle_room *r, double enough,
                        settle_answer *to) {
    for (size_t i = 0; i < r->layer.count; i++) {
        worths_of(r, i, to);
        if (product_of(r, to->worth) < enough) continue;
        settle_trace(r, i, to->outcome);
        return true;
    }
    return false;
}

/* --- One set of parties who gain --- */

static settle_end stop(const settle_room *r, settle_answer *to) {
    to->reached = exp(r->reached);
    to->bound = exp(r->bound);
    to->gainers = r->gainers;
    return SETTLE_STOPPED;
}

static void note_found(settle_room *r, settle_answer *to) {
    for (size_t i = 0; i < r->layer.count; i++) {
        worths_of(r, i, to);
        for (size_t p = 0; p < r->parties; p++)
            to->worth[p] -= r->ask->d[p];
        settle_note(r, to->worth);
    }
}

/* Looks for a good outcome: a product to start from. */
static void search_narrowly(settle_room *r, double least, size_t width,
                            settle_answer *to) {
    const size_t searched = r->searched;
    r->width = width;
    settle_search(r, fmax(least, r->reached), SIZE_MAX / 2);
    r->width = 0;
    r->searched = searched;
    note_found(r, to);
}

/* Searches for products of at least exp(*ln). Where that takes long, once more
 * with closer weights, more cuts and a better product to start from, for as
 * much as that one. */
static settle_end search(settle_room *r, double least, settle_answer *to,
                         double *ln) {
    if (settle_search(r, *ln, r->easy)) return SETTLE_FOUND;
    if (r->mixed_count == 1) {
        if (!settle_aim(r, true)) return SETTLE_NONE;
        settle_turn(r);
    }
    for (size_t width = NARROW;; width *= WIDER) {
        const bool last = width * WIDER > WIDE;
        search_narrowly(r, least, width, to);
        *ln = fmax(least, r->reached);
        if (r->reached == -INFINITY && !last) continue;
        if (settle_search(r, *ln, last ? SETTLE_BEGINNINGS_MOST : 150 * width))
            return SETTLE_FOUND;
        if (last) return SETTLE_STOPPED;
    }
}

/* The best product for the parties of r->gains, if it is above exp(least);
 * what ties with it is then in r->layer. */
static settle_end find_best(settle_room *r, double least, settle_answer *to,
                            double *best) {
    if (!settle_aim(r, false)) return SETTLE_NONE;
    for (int times = 1;; times *= 4) {
        double ln = fmax(fmax(least, r->reached), r->bound - 0.002 * times);
        const settle_end end = search(r, least, to, &ln);
        if (end == SETTLE_STOPPED) return stop(r, to);
        if (end == SETTLE_NONE) return end;
        *best = best_found(r, to);
        const bool last = !(ln > fmax(least, r->reached));
        /* below what was asked for there may be others, not looked at */
        if (*best >= (last ? 0 : exp(ln))) return SETTLE_FOUND;
        if (last) return SETTLE_NONE;
        r->bound = ln;
    }
}

/* --- Everybody gains --- */

static settle_end for_all(settle_room *r, settle_answer *to) {
    double best;
    r->gainers = (int)r->parties;
    for (size_t p = 0; p < r->parties; p++)
        r->gains[p] = true;
    settle_end end = find_best(r, r->gainers * log(DEAL_TIE), to, &best);
    if (end != SETTLE_FOUND) return end;
    first_found(r, best * DEAL_PRODUCT_TIE, to);
    return SETTLE_FOUND;
}

/* --- Some gain: few outcomes in which nobody loses --- */

static deal_score score_of(const settle_room *r, size_t found,
                           settle_answer *to) {
    deal_score s = {0, 1};
    worths_of(r, found, to);
    for (size_t p = 0; p < r->parties; p++)
        deal_score_add(&s, to->worth[p] - r->ask->d[p]);
    return s;
}

/* Looks at all of them; stopped: they are too many. */
static settle_end among_few(settle_room *r, settle_answer *to) {
    deal_score best = {-1, 0};
    r->gainers = 0;
    memset(r->gains, 0, r->parties * sizeof *r->gains);
    if (!settle_aim(r, false)) return SETTLE_NONE;
    if (!settle_search(r, 0, r->few < r->easy ? r->few : r->easy)) {
        if (!settle_aim(r, true)) return SETTLE_NONE;
        settle_turn(r);
        if (!settle_search(r, 0, r->few)) return SETTLE_STOPPED;
    }
    for (size_t i = 0; i < r->layer.count; i++) {
        const deal_score s = score_of(r, i, to);
        if (deal_score_better(s, best)) best = s;
    }
    if (best.gainers < 0) return SETTLE_NONE;
    size_t i = 0;
    while (!deal_score_ties(score_of(r, i, to), best))
        i++;
    settle_trace(r, i, to->outcome);
    return SETTLE_FOUND;
}

/* --- Some gain: one set of them after the other --- */

typedef struct sets {
    settle_room *r;
    settle_answer *to;
    int could[PARTIES_IN_SETS]; /* parties who could gain by themselves */
    int could_count;
    double best;
    int *first; /* the first outcome that ties, by now */
    double *worth;
    bool found;
} sets;

/* Asks for the gains of a set: of bits, one for each who could. */
static void ask_of(const sets *s, uint32_t set) {
    settle_room *r = s->r;
    memset(r->gains, 0, r->parties * sizeof *r->gains);
    r->gainers = __builtin_popcount(set);
    for (int i = 0; i < s->could_count; i++)
        r->gains[s->could[i]] = set >> i & 1;
    r->searched += SET_COSTS;
}

static uint32_t first_set(int size) { return (UINT32_C(1) << size) - 1; }

/* The next larger number with as many bits; 0: none among those who could. */
static uint32_t next_set(const sets *s, uint32_t set) {
    if (set == 0) return 0;
    const uint32_t low = set & -set, up = set + low;
    const uint32_t next = up | (((set ^ up) >> 2) / low);
    return next >> s->could_count ? 0 : next;
}

static settle_end best_of_size(sets *s, int size) {
    settle_room *r = s->r;
    s->best = -1;
    uint32_t set = first_set(size);
    do {
        double best;
        ask_of(s, set);
        if (r->searched > SETTLE_BEGINNINGS_MOST) return stop(r, s->to);
        const double least = s->best >= 0 ? log(s->best) : size * log(DEAL_TIE);
        settle_end end = find_best(r, least, s->to, &best);
        if (end == SETTLE_STOPPED) return end;
        if (end == SETTLE_FOUND) s->best = fmax(s->best, best);
        set = next_set(s, set);
    } while (set);
    return s->best >= 0 ? SETTLE_FOUND : SETTLE_NONE;
}

static bool comes_first(const sets *s) {
    const int n = s->r->ask->g->c->issue_count;
    for (int j = 0; s->found && j < n; j++)
        if (s->to->outcome[j] != s->first[j])
            return s->to->outcome[j] < s->first[j];
    return !s->found;
}

/* Takes over what was found for one set, if it comes first. */
static void take(sets *s) {
    if (!comes_first(s)) return;
    memcpy(s->first, s->to->outcome,
           (size_t)s->r->ask->g->c->issue_count * sizeof *s->first);
    memcpy(s->worth, s->to->worth, s->r->parties * sizeof *s->worth);
    s->found = true;
}

static settle_end first_of_size(sets *s, int size) {
    settle_room *r = s->r;
    const double enough = s->best * DEAL_PRODUCT_TIE;
    uint32_t set = first_set(size);
    do {
        ask_of(s, set);
        if (settle_aim(r, false)) {
            if (!settle_search(r, log(enough), SETTLE_BEGINNINGS_MOST))
                return stop(r, s->to);
            if (first_found(r, enough, s->to)) take(s);
        }
        set = next_set(s, set);
    } while (set);
    memcpy(s->to->outcome, s->first,
           (size_t)r->ask->g->c->issue_count * sizeof *s->first);
    memcpy(s->to->worth, s->worth, r->parties * sizeof *s->worth);
    return SETTLE_FOUND;
}

/* Whoever can't gain while nobody loses is in no set. */
static void find_who_could(sets *s) {
    settle_room *r = s->r;
    for (size_t p = 0; p < r->parties; p++) {
        double best;
        s->could[s->could_count++] = (int)p;
        ask_of(s, UINT32_C(1) << (s->could_count - 1));
        if (find_best(r, log(DEAL_TIE), s->to, &best) == SETTLE_NONE)
            s->could_count--;
    }
}

static settle_end for_some(settle_room *r, settle_answer *to) {
    settle_end end = among_few(r, to);
    if (end != SETTLE_STOPPED) return end;
    if (r->parties > PARTIES_IN_SETS) return stop(r, to);
    arena *scratch = arena_child(r->mem);
    sets s = {.r = r, .to = to};
    s.first = ARENA_ARRAY(scratch, int, (size_t)r->ask->g->c->issue_count + 1);
    s.worth = ARENA_ARRAY(scratch, double, r->parties);
    find_who_could(&s);
    int size =
        s.could_count < (int)r->parties ? s.could_count : s.could_count - 1;
    end = SETTLE_NONE;
    for (; size >= 0 && end == SETTLE_NONE; size--) {
        end = best_of_size(&s, size);
        if (end == SETTLE_FOUND) end = first_of_size(&s, size);
    }
    arena_free(scratch);
    return end;
}

void settle_nash(const settle_ask *ask, settle_room *r, settle_answer *to) {
    to->end = SETTLE_NONE;
    r->searched = 0;
    if (ask->g->empty) return;
    settle_begin(r, ask);
    to->end = for_all(r, to);
    if (to->end == SETTLE_NONE) to->end = for_some(r, to);
}
