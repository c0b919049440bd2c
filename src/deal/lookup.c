/* SPDX-License-Identifier: Apache-2.0
 * Reading a space of outcomes: from number to options and back, and the sums
 * of worths over a run of outcomes.
 *
 * The nodes of a level are sorted by (parent, cell), so a child is found by
 * halving. A run of outcomes has a run of ancestors on each level, never more
 * of them, so two buffers as long as the run are enough for the sums. */
#include "deal/space.h"

void deal_space_outcome(const deal_space *s, uint32_t index, int *outcome) {
    const case_issue *issues = s->c->issues;
    int seen = 0; /* fixed cells ascend, as the issues do */
    for (int j = 0; j < s->c->issue_count && seen < s->fixed_count; j++) {
        int option = s->fixed[seen] - issues[j].cell;
        if (option < 0 || option >= issues[j].option_count) continue;
        outcome[j] = option;
        seen++;
    }
    uint32_t at = index;
    for (int i = s->level_count - 1; i >= 0; i--) {
        const deal_level *level = &s->levels[i];
        outcome[level->issue] =
            (int)level->cell[at] - issues[level->issue].cell;
        at = level->parent[at];
    }
}

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
    uint32_t at = 0;
    for (int i = 0; i < s->level_count; i++) {
        const deal_level *level = &s->levels[i];
        int cell = s->c->issues[level->issue].cell + outcome[level->issue];
        at = find_child(level, at, (uint32_t)cell);
        if (at == level->count) return -1;
    }
    return at;
}

/* NOLINTBEGIN(bugprone-macro-parentheses): `number` is a type */
/* The same for doubles and exact decimals. Result of the level above: in room;
 * the two buffers change places from level to level. */
#define DEFINE_SUMS(name, level_name, number)                                  \
    static void level_name(const deal_space *s, const number *worth,           \
                           int depth, const uint32_t run[2],                   \
                           number *buffers[2]) {                               \
        number *sum = buffers[0], *above = buffers[1];                         \
        const uint32_t begin = run[0], count = run[1] - run[0];                \
        if (depth < 0) {                                                       \
            sum[0] = 0;                                                        \
            for (int i = 0; i < s->fixed_count; i++)                           \
                sum[0] += worth[s->fixed[i]];                                  \
            return;                                                            \
        }                                                                      \
        const uint32_t *parent = s->levels[depth].parent + begin;              \
        const uint32_t *cell = s->levels[depth].cell + begin;                  \
        const uint32_t first = parent[0];                                      \
        level_name(s, worth, depth - 1,                                        \
                   (uint32_t[2]){first, parent[count - 1] + 1},                \
                   (number *[2]){above, sum});                                 \
        for (uint32_t i = 0; i < count; i++)                                   \
            sum[i] = above[parent[i] - first] + worth[cell[i]];                \
    }                                                                          \
                                                                               \
    void name(const deal_space *s, const number *worth, uint32_t begin,        \
              uint32_t end, number *sum, number *room) {                       \
        if (begin >= end) return;                                              \
        level_name(s, worth, s->level_count - 1, (uint32_t[2]){begin, end},    \
                   (number *[2]){sum, room});                                  \
    }

DEFINE_SUMS(deal_sums, sum_level, double)
DEFINE_SUMS(deal_sums_exact, sum_level_exact, fixed)
/* NOLINTEND(bugprone-macro-parentheses) */
