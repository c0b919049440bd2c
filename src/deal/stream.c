/* SPDX-License-Identifier: Apache-2.0
 * Streaming through a space: the worths of all parties, a row at a time.
 *
 * An outcome of a row is worth what the row's options are worth and what its
 * lane is. The sums of the lanes are added up once for rows that share them, so
 * one addition an outcome and party is left, in a loop without branches over
 * numbers that stand together; what the lanes are worth at least and at most
 * bounds the row before that, and whoever asks passes over most rows for it.
 * Conditions on issues of the lanes alone are part of their sums, those on
 * earlier issues part of the row's; those that couple both are asked of all
 * lanes at once (lane_test.c).
 *
 * Nothing is as long as there are outcomes: a row's worths and the sums of the
 * lanes met last are all there is.
 *
 * Edge cases: lanes that change with every row are added up anew each time. */
#include "deal/exact.h"

#include "deal/lanes.h"

/* Lanes of which sums are kept; rows that are taken one after the other; lanes
 * that a part of a row has at least, in the mean. */
enum { SLOTS = 16, RUN = 16, PART_LEAST = 8 };

/* A condition with a worth, and whether lanes or earlier issues decide it. */
typedef struct extra {
    const expr *holds;
    fixed worth;
    bool of_row, of_lanes;
} extra;

typedef struct extras {
    extra *items;
    int count;
} extras;

typedef struct bounds {
    fixed least, most;
} bounds;

/* The lanes of some rows, for one party. */
typedef struct lane_worths {
    fixed *sum; /* [lane] */
    bounds all, *parts;
    lane_test **coupled; /* [extra], NULL where one side decides */
} lane_worths;

typedef struct slot {
    arena *mem; /* NULL: empty */
    uint32_t lanes, part_count;
    uint32_t *part_begin; /* [part]; and one more */
    lane_worths *of;      /* [party] */
} slot;

struct deal_stream_parts {
    slot slots[SLOTS];
    const slot *at;          /* of the row at hand */
    extras *extras;          /* [party] */
    lane_verdict **verdicts; /* [party][extra] of the row at hand */
    fixed *base;             /* [party]: of the row's options */
    bounds *open;            /* [party]: of conditions that lanes decide */
    uint32_t first;          /* the lane that the outcomes at hand begin with */
    fixed *least, *most;
    fixed **worth;
    int *outcome;
    uint32_t row, row_end;    /* the rows of the run at hand that are left */
    uint32_t run, runs, step; /* the run that is next; how many; by how much
                                 on to the one after it */
    uint32_t left;            /* runs to take */
    bool any_extras;
    arena *mem;
};

/* --- Beginning --- */

static bool speaks_of(const expr *e, const deal_space *s, const int *issues,
                      int count, arena *scratch) {
    bool *seen = ARENA_ARRAY(scratch, bool, (size_t)s->c->issue_count + 1);
    expr_issues(e, seen);
    for (int i = 0; i < count; i++)
        if (seen[issues[i]]) return true;
    return false;
}

static extras extras_of(const deal_space *s, const deal_party *of, arena *mem) {
    extras all = {ARENA_ARRAY(mem, extra, (size_t)of->when_count + 1),
                  of->when_count};
    arena *scratch = arena_child(mem);
    const deal_lanes *lanes = s->lanes;
    for (int i = 0; i < of->when_count; i++) {
        const expr *e = of->when[i].holds;
        bool of_lanes = false;
        for (int k = 0; s->count > 0 && k < lanes->level_count; k++)
            of_lanes = of_lanes ||
                       speaks_of(e, s, &lanes->levels[k].issue, 1, scratch);
        all.items[i] = (extra){
            e, of->when[i].worth,
            !of_lanes || speaks_of(e, s, s->head, s->head_count, scratch),
            of_lanes};
    }
    arena_free(scratch);
    return all;
}

static uint32_t longest_row(const deal_space *s) {
    uint32_t most = 0;
    for (uint32_t row = 0; row < s->row_count; row++) {
        const uint32_t count = s->rows[row + 1].begin - s->rows[row].begin;
        most = count > most ? count : most;
    }
    return most;
}

deal_stream deal_stream_new(const deal_space *s, const deal_party *parties,
                            int party_count, arena *mem) {
    const size_t n = (size_t)party_count;
    const uint32_t longest = longest_row(s);
    deal_stream_parts *parts = ARENA_NEW(mem, deal_stream_parts);
    const uint32_t runs = s->row_count / RUN + (s->row_count % RUN > 0);
    *parts =
        (deal_stream_parts){.runs = runs, .step = 1, .left = runs, .mem = mem};
    parts->extras = ARENA_ARRAY(mem, extras, n);
    parts->verdicts = ARENA_ARRAY(mem, lane_verdict *, n);
    parts->base = ARENA_ARRAY(mem, fixed, n);
    parts->open = ARENA_ARRAY(mem, bounds, n);
    parts->least = ARENA_ARRAY(mem, fixed, n);
    parts->most = ARENA_ARRAY(mem, fixed, n);
    parts->worth = ARENA_ARRAY(mem, fixed *, n);
    parts->outcome = ARENA_ARRAY(mem, int, (size_t)s->c->issue_count + 1);
    for (size_t p = 0; p < n; p++) {
        parts->extras[p] = extras_of(s, &parties[p], mem);
        parts->verdicts[p] =
            ARENA_ARRAY(mem, lane_verdict, (size_t)parties[p].when_count + 1);
        parts->worth[p] = ARENA_ARRAY(mem, fixed, (size_t)longest + 1);
        parts->any_extras = parts->any_extras || parties[p].when_count > 0;
    }
    return (deal_stream){.space = s,
                         .parties = parties,
                         .party_count = party_count,
                         .longest = longest,
                         .least = parts->least,
                         .most = parts->most,
                         .worth = parts->worth,
                         .parts = parts};
}

static uint32_t common_divisor(uint32_t a, uint32_t b) {
    while (b > 0) {
        const uint32_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* Steps of the golden section leave no large part of the rows out for long. */
void deal_stream_scatter(deal_stream *s, uint32_t share, uint32_t count) {
    deal_stream_parts *parts = s->parts;
    const uint64_t runs = parts->runs;
    if (runs == 0) return;
    parts->step = (uint32_t)(0.618 * (double)runs) + 1;
    while (common_divisor(parts->step, parts->runs) > 1)
        parts->step++;
    const uint64_t from = runs * share / count;
    parts->left = (uint32_t)(runs * (share + 1) / count - from);
    parts->run = (uint32_t)(from * parts->step % runs);
}

/* --- Lanes --- */

static void add_lane_extras(const deal_stream *s, const deal_lanes *lanes,
                            const extras *all, lane_worths *to) {
    int *outcome = s->parts->outcome;
    for (int i = 0; i < all->count; i++) {
        const extra *x = &all->items[i];
        if (x->of_row) continue;
        for (uint32_t k = 0; k < lanes->count; k++) {
            deal_lane_outcome(s->space->c, lanes, k, outcome);
            if (expr_holds(x->holds, outcome)) to->sum[k] += x->worth;
        }
    }
}

static void load_party(const deal_stream *s, const deal_lanes *lanes, int p,
                       slot *to) {
    const extras *all = &s->parts->extras[p];
    lane_worths *of = &to->of[p];
    of->sum = ARENA_ARRAY(to->mem, fixed, (size_t)lanes->count + 1);
    of->coupled = ARENA_ARRAY(to->mem, lane_test *, (size_t)all->count + 1);
    deal_lane_sums(lanes, s->parties[p].worth, of->sum, s->parts->worth[p]);
    add_lane_extras(s, lanes, all, of);
    deal_widen(of->sum, lanes->count, 1, &of->all.least, &of->all.most);
    of->parts = ARENA_ARRAY(to->mem, bounds, (size_t)to->part_count + 1);
    for (uint32_t i = 0; i < to->part_count; i++) {
        const uint32_t from = to->part_begin[i];
        deal_widen(of->sum + from, to->part_begin[i + 1] - from, 1,
                   &of->parts[i].least, &of->parts[i].most);
    }
    for (int i = 0; i < all->count; i++)
        if (all->items[i].of_row && all->items[i].of_lanes)
            of->coupled[i] =
                lane_test_new(all->items[i].holds, s->space->c, lanes, to->mem);
}

/* The last level that leaves its nodes enough lanes; none: one part. */
static const deal_level *part_level(const deal_lanes *lanes) {
    const deal_level *last = NULL;
    for (int k = 0; k < lanes->level_count; k++)
        if (lanes->levels[k].count * PART_LEAST <= lanes->count)
            last = &lanes->levels[k];
    return last;
}

static void find_parts(const deal_lanes *lanes, slot *to) {
    const deal_level *of = part_level(lanes);
    const deal_level *last = &lanes->levels[lanes->level_count - 1];
    to->part_count = of ? of->count : 1;
    to->part_begin = ARENA_ARRAY(to->mem, uint32_t, (size_t)to->part_count + 1);
    to->part_begin[to->part_count] = lanes->count;
    for (uint32_t i = lanes->count; of && i-- > 0;) {
        uint32_t part = i;
        for (const deal_level *at = last; at != of; at--)
            part = at->parent[part];
        to->part_begin[part] = i;
    }
}

static const slot *load(const deal_stream *s, uint32_t lanes) {
    slot *to = &s->parts->slots[lanes % SLOTS];
    if (to->mem && to->lanes == lanes) return to;
    arena_free(to->mem);
    to->mem = arena_child(s->parts->mem);
    to->lanes = lanes;
    to->of = ARENA_ARRAY(to->mem, lane_worths, (size_t)s->party_count);
    find_parts(&s->space->lanes[lanes], to);
    for (int p = 0; p < s->party_count; p++)
        load_party(s, &s->space->lanes[lanes], p, to);
    return to;
}

/* --- Rows --- */

static fixed base_of(const deal_space *s, uint32_t row, const fixed *worth) {
    const size_t wide = (size_t)s->head_count;
    const uint32_t *cells = s->row_cells + row * wide;
    fixed sum = 0;
    for (int i = 0; i < s->fixed_count; i++)
        sum += worth[s->fixed[i]];
    for (size_t i = 0; i < wide; i++)
        sum += worth[cells[i]];
    return sum;
}

/* Conditions that the row's options decide are part of the base; the others
 * may hold in some lanes. */
static void ask_extras(deal_stream_parts *parts, int p) {
    const extras *all = &parts->extras[p];
    for (int i = 0; i < all->count; i++) {
        const extra *x = &all->items[i];
        lane_verdict *v = &parts->verdicts[p][i];
        lane_test *coupled = parts->at->of[p].coupled[i];
        *v = (lane_verdict){.known = true};
        if (coupled)
            *v = lane_test_ask(coupled, parts->outcome);
        else if (x->of_row)
            v->holds = expr_holds(x->holds, parts->outcome);
        if (v->known)
            parts->base[p] += v->holds ? x->worth : 0;
        else
            *(x->worth < 0 ? &parts->open[p].least : &parts->open[p].most) +=
                x->worth;
    }
}

static void bound(const deal_stream *s, int p, bounds lanes) {
    deal_stream_parts *parts = s->parts;
    const deal_party *of = &s->parties[p];
    const fixed base = parts->base[p];
    const bounds open = parts->open[p];
    parts->least[p] = deal_capped(of, base + lanes.least + open.least);
    parts->most[p] = deal_capped(of, base + lanes.most + open.most);
}

static bool next_run(deal_stream_parts *parts, uint32_t rows) {
    if (parts->left == 0) return false;
    parts->left--;
    parts->row = parts->run * RUN;
    parts->row_end = rows - parts->row > RUN ? parts->row + RUN : rows;
    const uint64_t next = (uint64_t)parts->run + parts->step;
    parts->run = (uint32_t)(next >= parts->runs ? next - parts->runs : next);
    return true;
}

bool deal_stream_next(deal_stream *s) {
    deal_stream_parts *parts = s->parts;
    if (parts->row == parts->row_end && !next_run(parts, s->space->row_count))
        return false;
    const uint32_t row = parts->row++;
    const deal_row *of = &s->space->rows[row];
    s->begin = of->begin;
    s->count = of[1].begin - of->begin;
    parts->at = load(s, of->lanes);
    parts->first = 0;
    s->part_count = parts->at->part_count;
    if (parts->any_extras) deal_row_outcome(s->space, row, parts->outcome);
    for (int p = 0; p < s->party_count; p++) {
        parts->base[p] = base_of(s->space, row, s->parties[p].worth);
        parts->open[p] = (bounds){0, 0};
        ask_extras(parts, p);
        bound(s, p, parts->at->of[p].all);
    }
    return true;
}

void deal_stream_narrow(deal_stream *s, uint32_t part) {
    deal_stream_parts *parts = s->parts;
    const uint32_t *begin = parts->at->part_begin;
    s->begin += begin[part] - parts->first;
    s->count = begin[part + 1] - begin[part];
    parts->first = begin[part];
    for (int p = 0; p < s->party_count; p++)
        bound(s, p, parts->at->of[p].parts[part]);
}

static void add_masked(fixed *to, const uint8_t *mask, fixed worth,
                       uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        to[i] += -(fixed)mask[i] & worth;
}

void deal_stream_look(deal_stream *s) {
    const deal_stream_parts *parts = s->parts;
    const uint32_t count = s->count;
    for (int p = 0; p < s->party_count; p++) {
        const deal_party *of = &s->parties[p];
        const fixed base = parts->base[p];
        const fixed *sum = parts->at->of[p].sum + parts->first;
        fixed *to = parts->worth[p];
        for (uint32_t i = 0; i < count; i++)
            to[i] = base + sum[i];
        for (int i = 0; i < parts->extras[p].count; i++)
            if (!parts->verdicts[p][i].known)
                add_masked(to, parts->verdicts[p][i].mask + parts->first,
                           parts->extras[p].items[i].worth, count);
        for (uint32_t i = 0; of->has_cap && i < count; i++)
            to[i] = deal_capped(of, to[i]);
    }
}

bool deal_stream_seek(deal_stream *s, const fixed *worth) {
    while (deal_stream_next(s)) {
        bool may = true;
        for (int p = 0; p < s->party_count && may; p++)
            may = s->least[p] <= worth[p] && worth[p] <= s->most[p];
        if (!may) continue;
        deal_stream_look(s);
        return true;
    }
    return false;
}
