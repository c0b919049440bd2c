/* SPDX-License-Identifier: Apache-2.0
 * Lanes: all outcomes of a few issues, or those of them that are left, as a
 * tree with one level an issue.
 *
 * Edge cases: no issue: one lane without a level. Nothing picked: levels of no
 * nodes. */
#include "deal/lanes.h"

deal_lanes lanes_of(const case_model *c, const int *issues, int count,
                    arena *mem) {
    deal_level *levels = ARENA_ARRAY(mem, deal_level, (size_t)count + 1);
    uint32_t nodes = 1;
    for (int k = 0; k < count; k++) {
        const case_issue *issue = &c->issues[issues[k]];
        const uint32_t options = (uint32_t)issue->option_count;
        nodes *= options;
        uint32_t *parent = ARENA_ARRAY(mem, uint32_t, (size_t)nodes + 1);
        uint32_t *cell = ARENA_ARRAY(mem, uint32_t, (size_t)nodes + 1);
        for (uint32_t i = 0; i < nodes; i++) {
            parent[i] = i / options;
            cell[i] = (uint32_t)issue->cell + i % options;
        }
        levels[k] = (deal_level){issues[k], nodes, parent, cell};
    }
    return (deal_lanes){levels, count, nodes};
}

/* Of the nodes that are kept; above and number: of the level before, and the
 * numbers of this one. */
static deal_level pick_level(const deal_level *of, const uint8_t *keep,
                             const uint32_t *above, uint32_t *number,
                             arena *mem) {
    uint32_t *parent = ARENA_ARRAY(mem, uint32_t, (size_t)of->count + 1);
    uint32_t *cell = ARENA_ARRAY(mem, uint32_t, (size_t)of->count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < of->count; i++) {
        number[i] = count;
        if (!keep[i]) continue;
        parent[count] = above[of->parent[i]];
        cell[count++] = of->cell[i];
    }
    return (deal_level){of->issue, count, parent, cell};
}

deal_lanes lanes_pick(const deal_lanes *from, const uint8_t *keep, arena *mem) {
    const int depth = from->level_count;
    if (depth == 0) return (deal_lanes){from->levels, 0, keep[0]};
    arena *scratch = arena_child(mem);
    uint8_t **kept = ARENA_ARRAY(scratch, uint8_t *, (size_t)depth);
    for (int k = depth - 1; k >= 0; k--) {
        const deal_level *level = &from->levels[k];
        kept[k] = ARENA_ARRAY(scratch, uint8_t, (size_t)level->count + 1);
        for (uint32_t i = 0; k == depth - 1 && i < level->count; i++)
            kept[k][i] = keep[i];
        for (uint32_t i = 0; k < depth - 1 && i < level[1].count; i++)
            kept[k][level[1].parent[i]] |= kept[k + 1][i];
    }
    deal_level *levels = ARENA_ARRAY(mem, deal_level, (size_t)depth);
    const uint32_t *above = ARENA_ARRAY(scratch, uint32_t, 1);
    for (int k = 0; k < depth; k++) {
        uint32_t *number =
            ARENA_ARRAY(scratch, uint32_t, (size_t)from->levels[k].count + 1);
        levels[k] = pick_level(&from->levels[k], kept[k], above, number, mem);
        above = number;
    }
    arena_free(scratch);
    return (deal_lanes){levels, depth, levels[depth - 1].count};
}
