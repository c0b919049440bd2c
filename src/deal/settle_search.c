/* SPDX-License-Identifier: Apache-2.0
 * All outcomes that are worth looking at, issue by issue.
 *
 * A beginning (options on the first issues) is kept if the best that can
 * follow still gives every party what it needs, and a product of gains of at
 * least what is asked: each is a weighted sum of gains (a cut), whose best end
 * is known for every node of the diagram. Worths are added up in the order in
 * which a list of outcomes would add them up, so they are the same to the last
 * bit. Beginnings stand in the order of their outcomes.
 *
 * Edge cases: every issue held fixed: the beginning before the first issue is
 * the outcome. */
#include <math.h>
#include <string.h>

#include "deal/settle_int.h"

/* --- What is needed --- */

static void set_need(const settle_room *r, settle_cut *cut, double ln) {
    double less = 0;
    for (size_t p = 0; p < r->parties; p++) {
        less += cut->weight[p] * SETTLE_MARGIN * r->scale[p];
        if (r->gains[p])
            ln += log(cut->weight[p]);
        else
            less += cut->weight[p] * DEAL_TIE;
    }
    const int n = r->gainers;
    cut->need = (n ? n * exp(ln / n) : 0) - less;
}

static void set_needs(settle_room *r, double ln) {
    for (size_t p = 0; p < r->parties; p++)
        r->alone[p].need =
            (r->gains[p] ? DEAL_TIE : -DEAL_TIE) - SETTLE_MARGIN * r->scale[p];
    for (int i = 0; i < r->mixed_count; i++)
        set_need(r, &r->mixed[i], ln);
}

/* --- Room --- */

static void grow_layer(settle_room *r, settle_layer *l) {
    const size_t room = l->room ? 2 * l->room : 256;
    l->value = arena_grow(r->mem, l->value, l->count * r->stride,
                          room * r->stride, sizeof *l->value);
    l->mark = arena_grow(r->mem, l->mark, l->count, room, sizeof *l->mark);
    l->room = room;
}

static void add_step(settle_room *r, settle_step step) {
    if (r->step_count == r->step_room) {
        const size_t room = r->step_room ? 2 * r->step_room : 1024;
        r->steps =
            arena_grow(r->mem, r->steps, r->step_room, room, sizeof *r->steps);
        r->step_room = room;
    }
    r->steps[r->step_count++] = step;
}

/* --- One arc --- */

typedef struct arc {
    const deal_layer *layer;
    size_t number, cell, node; /* node: where it leads, in reach */
} arc;

/* Writes the values of a beginning that goes on by an arc; false if nothing
 * good enough can follow. */
static bool go_on(const settle_room *r, const double *from, arc a, double *to) {
    const size_t n = r->parties;
    const uint32_t *rows = a.layer->row;
    for (int i = 0; i < r->mixed_count; i++) {
        const settle_cut *mixed = &r->mixed[i];
        const size_t at = 2 * n + (size_t)i;
        to[at] = from[at] + mixed->score[a.cell];
        if (rows) to[at] += mixed->row[rows[a.number]];
        if (to[at] + mixed->reach[a.node] < mixed->need) return false;
    }
    const double *extra = rows ? r->ask->g->rows + rows[a.number] * n : NULL;
    for (size_t p = 0; p < n; p++) {
        const settle_cut *alone = &r->alone[p];
        to[p] = from[p] + alone->score[a.cell];
        to[n + p] = from[n + p] + (extra ? extra[p] : 0);
        const double most = to[p] + to[n + p] + alone->reach[a.node];
        if (most - r->ask->d[p] < alone->need) return false;
    }
    return true;
}

/* --- One layer --- */

static void begin(settle_room *r) {
    const deal_diagram *g = r->ask->g;
    const size_t n = r->parties;
    settle_layer *l = &r->layer;
    l->count = 0;
    if (!l->room) grow_layer(r, l);
    for (size_t p = 0; p < n; p++) {
        l->value[p] = 0;
        for (int i = 0; i < g->fixed_count; i++)
            l->value[p] += r->ask->worth[p][g->fixed[i]];
        l->value[n + p] = g->rows[g->first_row * n + p];
    }
    for (int i = 0; i < r->mixed_count; i++)
        l->value[2 * n + (size_t)i] = r->mixed[i].start;
    l->mark[0] = g->marks[g->first_row];
    l->count = 1;
    l->first_step = 0;
    r->step_count = 0;
    add_step(r, (settle_step){0, 0, -1});
}

/* All that one beginning leads to. */
static void extend(settle_room *r, int k, size_t beginning) {
    const deal_diagram *g = r->ask->g;
    const deal_layer *l = &g->layers[k];
    const case_issue *issue = &g->c->issues[l->issue];
    settle_layer *next = &r->next;
    const double *from = r->layer.value + beginning * r->stride;
    const size_t before = r->layer.first_step + beginning;
    const uint32_t at = r->steps[before].at;
    for (int o = 0; o < issue->option_count; o++) {
        arc a = {l, (size_t)at * (size_t)issue->option_count + (size_t)o,
                 (size_t)(issue->cell + o), 0};
        const uint32_t to = l->to[a.number];
        if (to == DEAL_NOWHERE) continue;
        a.node = r->first_node[k + 1] + to;
        if (next->count == next->room) grow_layer(r, next);
        if (!go_on(r, from, a, next->value + next->count * r->stride)) continue;
        next->mark[next->count++] = r->layer.mark[beginning] +
                                    (l->row ? g->marks[l->row[a.number]] : 0);
        add_step(r, (settle_step){(uint32_t)before, to, o});
    }
}

static bool add_layer(settle_room *r, int k, size_t most) {
    r->next.count = 0;
    r->next.first_step = r->step_count;
    for (size_t i = 0; i < r->layer.count; i++) {
        extend(r, k, i);
        if (r->searched + r->next.count > most) return false;
    }
    r->searched += r->next.count;
    if (r->next.count >= r->thin_from) settle_thin(r);
    if (r->width) settle_narrow(r, r->first_node[k + 1]);
    const settle_layer done = r->layer;
    r->layer = r->next;
    r->next = done;
    return true;
}

bool settle_search(settle_room *r, double ln, size_t most) {
    set_needs(r, ln);
    begin(r);
    most += r->searched;
    for (int k = 0; k < r->ask->g->layer_count && r->layer.count > 0; k++)
        if (!add_layer(r, k, most)) return false;
    return true;
}

void settle_trace(const settle_room *r, size_t beginning, int *outcome) {
    const deal_diagram *g = r->ask->g;
    for (int j = 0; j < g->c->issue_count; j++)
        outcome[j] = g->held[j];
    size_t step = r->layer.first_step + beginning;
    for (int k = g->layer_count - 1; k >= 0; k--) {
        outcome[g->layers[k].issue] = r->steps[step].option;
        step = r->steps[step].parent;
    }
}
