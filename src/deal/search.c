/* SPDX-License-Identifier: Apache-2.0
 * The frontier of a space by streaming through it, and the number of outcomes
 * that are good enough for all.
 *
 * Most rows are passed over with one question: is what they are worth at most
 * dominated, and are all of them good enough, or none? Rows come scattered over
 * the space, so that good points are known early whatever order options are
 * in. Large spaces are cut into shares, one a thread, and the frontiers of the
 * shares are put together; frontier, first outcomes and counts are the same
 * however the space was cut. */
#include "deal/choose.h"
#include "deal/exact.h"

#include "base/threads.h"

/* Smaller spaces are not worth starting a thread. */
enum { SHARE_LEAST = 100000 };

typedef struct share {
    deal_front front;
    uint32_t rational;
    fixed *worth, *room;
    arena *mem;
} share;

typedef struct searching {
    const deal_search *of;
    share *shares;
    uint32_t share_count;
    fixed *low, *high;
} searching;

/* --- A row, or a part of it --- */

/* What bounds leave to be asked of each outcome. */
typedef struct open_questions {
    bool stays, is_rational;
} open_questions;

static open_questions ask(share *to, const deal_stream *s,
                          open_questions before) {
    open_questions open = before;
    if (open.stays) open.stays = !deal_front_dominates(&to->front, s->most);
    if (!open.is_rational) return open;
    if (deal_is_rational(s->least, s->parties, s->party_count)) {
        to->rational += s->count;
        open.is_rational = false;
    } else {
        open.is_rational =
            deal_is_rational(s->most, s->parties, s->party_count);
    }
    return open;
}

/* Signs tell: a difference is negative where a worth falls short. */
static uint32_t count_rational(const deal_stream *s, fixed *room) {
    const uint32_t count = s->count;
    for (uint32_t i = 0; i < count; i++)
        room[i] = 0;
    for (int p = 0; p < s->party_count; p++) {
        const fixed reserve = s->parties[p].reserve, *worth = s->worth[p];
        for (uint32_t i = 0; i < count; i++)
            room[i] |= worth[i] - reserve;
    }
    uint64_t is_short = 0;
    for (uint32_t i = 0; i < count; i++)
        is_short += (uint64_t)room[i] >> 63;
    return count - (uint32_t)is_short;
}

static void look(share *to, deal_stream *s, open_questions open) {
    deal_stream_look(s);
    if (open.is_rational) to->rational += count_rational(s, to->room);
    for (uint32_t i = 0; open.stays && i < s->count; i++) {
        deal_stream_worth(s, i, to->worth);
        deal_front_add(&to->front, to->worth, (deal_outcomes){s->begin + i, 1});
    }
}

static void search_row(share *to, deal_stream *s) {
    const open_questions row = ask(to, s, (open_questions){true, true});
    if (!row.stays && !row.is_rational) return;
    for (uint32_t i = 0; i < s->part_count; i++) {
        deal_stream_narrow(s, i);
        const open_questions part = ask(to, s, row);
        if (part.stays || part.is_rational) look(to, s, part);
    }
}

/* --- A share --- */

static void search_share(void *subject, size_t i, arena *scratch) {
    const searching *all = subject;
    const deal_search *of = all->of;
    share *to = &all->shares[i];
    guard *caller = arena_guard(to->mem);
    arena_set_guard(to->mem, arena_guard(scratch));
    to->front = deal_front_new(of->party_count, all->low, all->high, to->mem);
    deal_stream s =
        deal_stream_new(of->space, of->parties, of->party_count, scratch);
    deal_stream_scatter(&s, (uint32_t)i, all->share_count);
    to->worth = ARENA_ARRAY(scratch, fixed, (size_t)of->party_count);
    to->room = ARENA_ARRAY(scratch, fixed, (size_t)s.longest + 1);
    while (deal_stream_next(&s))
        search_row(to, &s);
    deal_front_end(&to->front);
    arena_set_guard(to->mem, caller);
}

static void find_range(const searching *all) {
    for (int p = 0; p < all->of->party_count; p++)
        deal_party_range(all->of->space->c, &all->of->parties[p], &all->low[p],
                         &all->high[p]);
}

deal_front deal_search_front(const deal_search *of, uint32_t *rational,
                             arena *mem) {
    searching all = {.of = of};
    const uint32_t worth_it = of->space->count / SHARE_LEAST + 1;
    const uint32_t threads = of->threads > 1 ? (uint32_t)of->threads : 1;
    all.share_count = threads < worth_it ? threads : worth_it;
    all.low = ARENA_ARRAY(mem, fixed, (size_t)of->party_count);
    all.high = ARENA_ARRAY(mem, fixed, (size_t)of->party_count);
    find_range(&all);
    all.shares = ARENA_ARRAY(mem, share, all.share_count);
    for (uint32_t i = 0; i < all.share_count; i++)
        all.shares[i].mem = arena_child(mem);
    threads_run(all.share_count, (int)all.share_count, search_share, &all, mem);
    deal_front *front = &all.shares[0].front;
    *rational = all.shares[0].rational;
    for (uint32_t i = 1; i < all.share_count; i++) {
        deal_front_join(front, &all.shares[i].front);
        *rational += all.shares[i].rational;
        arena_free(all.shares[i].mem);
    }
    deal_front_end(front);
    return *front;
}
