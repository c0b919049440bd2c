/* SPDX-License-Identifier: Apache-2.0
 * Which outcomes of a block have the worths of one of its elements? They are
 * looked for again, since hardly any element is asked for: the options of a
 * lone issue one by one, larger blocks in a pass through their space, and those
 * that are too large for that by their conditions. */
#include <string.h>

#include "deal/block.h"
#include "deal/exact.h"

static bool is_worth(const fixed *a, const fixed *b, int n) {
    return memcmp(a, b, (size_t)n * sizeof *a) == 0;
}

static size_t options_of(const deal_block *b, const fixed *worth, size_t most,
                         int *options, arena *mem) {
    const int n = b->own->party_count, j = b->issues[0];
    int *outcome = ARENA_ARRAY(mem, int, (size_t)b->own->issue_count);
    fixed *own = ARENA_ARRAY(mem, fixed, (size_t)n);
    size_t count = 0;
    for (int o = 0; o < b->own->issues[j].option_count && count < most; o++) {
        outcome[j] = o;
        deal_block_worth(b, outcome, own);
        if (is_worth(own, worth, n) && deal_feasible(b->own, outcome))
            options[count++] = o;
    }
    return count;
}

static void put_member(const deal_block *b, uint32_t index, int *outcome,
                       int *options) {
    deal_space_outcome(b->space, index, outcome);
    for (int i = 0; i < b->issue_count; i++)
        options[i] = outcome[b->issues[i]];
}

static size_t outcomes_of(const deal_block *b, const fixed *worth, size_t most,
                          int *options, arena *mem) {
    const int n = b->own->party_count;
    const size_t width = (size_t)b->issue_count;
    int *outcome = ARENA_ARRAY(mem, int, (size_t)b->own->issue_count);
    fixed *own = ARENA_ARRAY(mem, fixed, (size_t)n);
    deal_stream s = deal_stream_new(b->space, b->parties, n, mem);
    size_t count = 0;
    while (count < most && deal_stream_seek(&s, worth))
        for (uint32_t i = 0; i < s.count && count < most; i++) {
            deal_stream_worth(&s, i, own);
            if (!is_worth(own, worth, n)) continue;
            put_member(b, s.begin + i, outcome, options + count * width);
            count++;
        }
    return count;
}

size_t deal_block_members(const deal_block *b, size_t element, size_t most,
                          int *options, arena *mem) {
    const fixed *worth = b->worth + element * (size_t)b->own->party_count;
    const int *known = b->options + element * (size_t)b->issue_count;
    if (b->live) return live_members(b->live, worth, known, most, options, mem);
    return b->space ? outcomes_of(b, worth, most, options, mem)
                    : options_of(b, worth, most, options, mem);
}
