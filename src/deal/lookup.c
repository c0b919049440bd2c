/* SPDX-License-Identifier: Apache-2.0
 * Reading a space of outcomes: from number to options and back, and the sums
 * of worths over a run of outcomes.
 *
 * Rows are in issue order, and so are the nodes of a level: both are found by
 * halving. A run of lanes has a run of ancestors on each level, never more of
 * them, so two buffers as long as the run are enough for the sums. */
#include "deal/space.h"

/* The row that an outcome is in. */
static uint32_t row_of(const deal_space *s, uint32_t index) {
    uint32_t low = 0, high = s->row_count - 1;
    while (low < high) {
        const uint32_t middle = high - (high - low) / 2;
        if (s->rows[middle].begin <= index)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static const uint32_t *cells_of(const deal_space *s, uint32_t row) {
    return s->row_cells + (size_t)row * (size_t)s->head_count;
}

void deal_row_outcome(const deal_space *s, uint32_t row, int *outcome) {
    const case_issue *issues = s->c->issues;
    int seen = 0; /* fixed cells ascend, as the issues do */
    for (int j = 0; j < s->c->issue_count && seen < s->fixed_count; j++) {
        int option = s->fixed[seen] - issues[j].cell;
        if (option < 0 || option >= issues[j].option_count) continue;
        outcome[j] = option;
        seen++;
    }
    for (int i = 0; i < s->head_count; i++)
        outcome[s->head[i]] =
            (int)cells_of(s, row)[i] - issues[s->head[i]].cell;
}

void deal_lane_outcome(const case_model *c, const deal_lanes *lanes,
                       uint32_t lane, int *outcome) {
    for (int k = lanes->level_count - 1; k >= 0; k--) {
        const deal_level *level = &lanes->levels[k];
        outcome[level->issue] =
            (int)level->cell[lane] - c->issues[level->issue].cell;
        lane = level->parent[lane];
    }
}

void deal_space_outcome(const deal_space *s, uint32_t index, int *outcome) {
    const uint32_t row = row_of(s, index);
    const deal_row *of = &s->rows[row];
    deal_row_outcome(s, row, outcome);
    deal_lane_outcome(s->c, &s->lanes[of->lanes], index - of->begin, outcome);
}

/* --- Back --- */

/* The child of `parent` at `cell`, or the level's count. */
static uint32_t find_child(const deal_level *level, uint32_t parent,
                           uint32_t cell) {
    uint32_t low = 0, high = level->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        bool before =
            level->parent[middle] < parent ||
            (level->parent[middle] == parent && level->cell[middle] < cell);
        if (before)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < level->count && level->parent[low] == parent &&
                 level->cell[low] == cell;
    return found ? low : level->count;
}

/* The row with these options, or -1. */
static int64_t find_row(const deal_space *s, const int *outcome) {
    const case_issue *issues = s->c->issues;
    uint32_t low = 0, high = s->row_count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const uint32_t *cells = cells_of(s, middle);
        int64_t order = 0;
        for (int i = 0; i < s->head_count && order == 0; i++) {
            const int j = s->head[i];
            order = (int64_t)cells[i] - issues[j].cell - outcome[j];
        }
        if (order == 0) return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

static bool has_cell(const deal_space *s, const int *outcome, int cell) {
    for (int j = s->c->issue_count - 1; j >= 0; j--)
        if (s->c->issues[j].cell <= cell)
            return s->c->issues[j].cell + outcome[j] == cell;
    return false;
}

int64_t deal_space_find(const deal_space *s, const int *outcome) {
    if (s->count == 0) return -1;
    for (int i = 0; i < s->fixed_count; i++)
        if (!has_cell(s, outcome, s->fixed[i])) return -1;
    const int64_t row = find_row(s, outcome);
    if (row < 0) return -1;
    const deal_lanes *lanes = &s->lanes[s->rows[row].lanes];
    uint32_t at = 0;
    for (int k = 0; k < lanes->level_count; k++) {
        const deal_level *level = &lanes->levels[k];
        const int cell =
            s->c->issues[level->issue].cell + outcome[level->issue];
        at = find_child(level, at, (uint32_t)cell);
        if (at == level->count) return -1;
    }
    return s->rows[row].begin + at;
}

/* --- Sums --- */

/* NOLINTBEGIN(bugprone-macro-parentheses): `number` is a type */
/* For doubles and exact decimals: the sums of a run of nodes, on top of `base`.
 * Those of the level above are in the second buffer; the two change places from
 * level to level. */
#define DEFINE_SUMS(name, number)                                              \
    static void name(const deal_level *levels, int depth, const number *worth, \
                     number base, const uint32_t run[2], number *buffers[2]) { \
        number *sum = buffers[0], *above = buffers[1];                         \
        const uint32_t begin = run[0], count = run[1] - run[0];                \
        if (depth < 0) {                                                       \
            sum[0] = base;                                                     \
            return;                                                            \
        }                                                                      \
        const uint32_t *parent = levels[depth].parent + begin;                 \
        const uint32_t *cell = levels[depth].cell + begin;                     \
        const uint32_t first = parent[0];                                      \
        name(levels, depth - 1, worth, base,                                   \
             (uint32_t[2]){first, parent[count - 1] + 1},                      \
             (number *[2]){above, sum});                                       \
        for (uint32_t i = 0; i < count; i++)                                   \
            sum[i] = above[parent[i] - first] + worth[cell[i]];                \
    }

DEFINE_SUMS(sum_run, double)
DEFINE_SUMS(sum_run_exact, fixed)
/* NOLINTEND(bugprone-macro-parentheses) */

void deal_lane_sums(const deal_lanes *lanes, const fixed *worth, fixed *sum,
                    fixed *room) {
    if (lanes->count == 0) return;
    sum_run_exact(lanes->levels, lanes->level_count - 1, worth, 0,
                  (uint32_t[2]){0, lanes->count}, (fixed *[2]){sum, room});
}

/* Added up in issue order, so that they don't depend on what is a row. */
static double row_sum(const deal_space *s, uint32_t row, const double *worth) {
    double sum = 0;
    for (int i = 0; i < s->fixed_count; i++)
        sum += worth[s->fixed[i]];
    for (int i = 0; i < s->head_count; i++)
        sum += worth[cells_of(s, row)[i]];
    return sum;
}

void deal_sums(const deal_space *s, const double *worth, uint32_t begin,
               uint32_t end, double *sum, double *room) {
    if (begin >= end) return;
    for (uint32_t row = row_of(s, begin); begin < end; row++) {
        const deal_row *of = &s->rows[row];
        const uint32_t until = of[1].begin < end ? of[1].begin : end;
        const deal_lanes *lanes = &s->lanes[of->lanes];
        const uint32_t run[] = {begin - of->begin, until - of->begin};
        sum_run(lanes->levels, lanes->level_count - 1, worth,
                row_sum(s, row, worth), run, (double *[2]){sum, room});
        sum += until - begin;
        begin = until;
    }
}
