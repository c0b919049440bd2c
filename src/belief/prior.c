/* SPDX-License-Identifier: Apache-2.0
 * What is uncertain in a case before the record speaks, and how.
 *
 * A party whose preferences aren't given has issue weights that are uniform on
 * the simplex: independent exponentials over their sum, and kept unnormalised
 * so that one of them can be redrawn alone. An issue's options have
 * independent uniform values, rescaled so that the best is 1 and the worst 0;
 * on a scale issue they are then sorted, upwards or downwards with equal
 * chance. The worth of an option is weight times value. Each model range is
 * uniform, and so is the honour of each ordered pair of a party and someone
 * else named in an issue's `by` or in a `doubt`, on the range `honour`.
 *
 * Sorted uniforms are drawn in order, as partial sums of exponentials over
 * their total, and rescaling cancels the total: so a scale of m options takes
 * m - 1 exponentials and no sorting.
 *
 * Edge cases: a fixed parameter is no block; exact worths are taken as written
 * and never redrawn; an ordinal party's worths stay 0 (lenses that need them
 * refuse the case).
 *
 * Devroye, Non-Uniform Random Variate Generation, 1986, chapter V. */
#include <string.h>

#include "belief/state.h"

bool belief_infers(const case_model *c, int party) {
    return c->preferences[party].kind == CASE_INFERRED;
}

static bool is_uncertain(case_range r) { return r.low < r.high; }

/* --- The blocks --- */

static bool *known_honours(const case_model *c, const bool *doubted,
                           arena *mem) {
    size_t actors = (size_t)c->actor_count;
    bool *named = ARENA_ARRAY(mem, bool, actors);
    if (doubted && actors) memcpy(named, doubted, actors * sizeof *named);
    for (int j = 0; j < c->issue_count; j++)
        for (int i = 0; i < c->issues[j].by.count; i++)
            named[c->issues[j].by.items[i]] = true;
    bool *known = ARENA_ARRAY(mem, bool, (size_t)c->party_count *actors);
    for (int p = 0; p < c->party_count; p++)
        for (int q = 0; q < c->actor_count; q++)
            known[p * c->actor_count + q] = named[q] && q != p;
    return known;
}

static int add_party(const case_model *c, int party, belief_block *to) {
    int count = 0;
    for (int j = 0; j < c->issue_count; j++)
        to[count++] = (belief_block){BLOCK_WEIGHT, party, j};
    for (int j = 0; j < c->issue_count; j++)
        to[count++] = (belief_block){BLOCK_VALUES, party, j};
    to[count++] = (belief_block){BLOCK_PARTY, party, -1};
    return count;
}

static int add_honours(const case_model *c, const bool *known,
                       belief_block *to) {
    int count = 0;
    for (int p = 0; p < c->party_count; p++)
        for (int q = 0; q < c->actor_count; q++)
            if (known[p * c->actor_count + q])
                to[count++] = (belief_block){BLOCK_HONOUR, p, q};
    return count;
}

const belief_prior *belief_prior_new(const case_model *c, const bool *doubted,
                                     arena *mem) {
    belief_prior *p = ARENA_NEW(mem, belief_prior);
    int most = c->party_count * (2 * c->issue_count + 1 + c->actor_count) +
               CASE_PARAMETERS;
    belief_block *blocks = ARENA_ARRAY(mem, belief_block, (size_t)most);
    p->c = c;
    p->blocks = blocks;
    p->honour_known = known_honours(c, doubted, mem);
    for (int i = 0; i < c->party_count; i++)
        if (belief_infers(c, i) && c->issue_count)
            p->block_count += add_party(c, i, blocks + p->block_count);
    for (int m = 0; m < CASE_PARAMETERS; m++)
        if (m != CASE_HONOUR && is_uncertain(c->model[m]))
            blocks[p->block_count++] = (belief_block){BLOCK_MODEL, -1, m};
    if (is_uncertain(c->model[CASE_HONOUR]))
        p->block_count +=
            add_honours(c, p->honour_known, blocks + p->block_count);
    return p;
}

/* --- States --- */

/* A party's stretch of an array with `each` numbers a party. */
static double *part_of(double *all, int party, int each) {
    return all + (ptrdiff_t)party * each;
}

static void fill_exact(const case_model *c, int party, double *worth) {
    const fixed *exact = c->preferences[party].worth;
    for (int i = 0; i < c->cell_count; i++)
        worth[i] = number_from_fixed(exact[i]);
}

belief_state *belief_state_new(const belief_prior *p, arena *mem) {
    const case_model *c = p->c;
    size_t parties = (size_t)c->party_count, cells = (size_t)c->cell_count;
    size_t pairs = parties * (size_t)c->actor_count;
    belief_state *s = ARENA_NEW(mem, belief_state);
    s->raw = ARENA_ARRAY(mem, double, parties *(size_t)c->issue_count);
    s->value = ARENA_ARRAY(mem, double, parties *cells);
    s->worth = ARENA_ARRAY(mem, double, parties *cells);
    s->honour = ARENA_ARRAY(mem, double, pairs);
    s->view.worth = s->worth;
    s->view.honour = s->honour;
    for (int m = 0; m < CASE_PARAMETERS; m++)
        s->view.model[m] = (c->model[m].low + c->model[m].high) / 2;
    for (size_t i = 0; i < pairs; i++)
        s->honour[i] = p->honour_known[i] ? s->view.model[CASE_HONOUR] : 1;
    for (int i = 0; i < c->party_count; i++)
        if (c->preferences[i].kind == CASE_WORTH)
            fill_exact(c, i, part_of(s->worth, i, c->cell_count));
    return s;
}

belief_undo *belief_undo_new(const belief_prior *p, arena *mem) {
    belief_undo *u = ARENA_NEW(mem, belief_undo);
    u->raw = ARENA_ARRAY(mem, double, (size_t)p->c->issue_count);
    u->value = ARENA_ARRAY(mem, double, (size_t)p->c->cell_count);
    u->worth = ARENA_ARRAY(mem, double, (size_t)p->c->cell_count);
    return u;
}

/* --- Drawing --- */

static void draw_sorted(double *value, int count, rng *random) {
    bool down = rng_next(random) >> 63;
    double sum = 0;
    for (int i = 1; i < count; i++)
        value[i] = sum += rng_exponential(random);
    value[0] = 0;
    for (int i = 1; i < count; i++)
        value[i] = i == count - 1 ? 1 : value[i] / sum;
    for (int i = 0; down && i < count / 2; i++) {
        double other = value[count - 1 - i];
        value[count - 1 - i] = value[i];
        value[i] = other;
    }
}

static void draw_free(double *value, int count, rng *random) {
    double low = 1, high = 0;
    for (int i = 0; i < count; i++) {
        value[i] = rng_uniform(random);
        low = value[i] < low ? value[i] : low;
        high = value[i] > high ? value[i] : high;
    }
    for (int i = 0; i < count; i++)
        value[i] = high > low ? (value[i] - low) / (high - low) : 0;
}

static void draw_values(const case_model *c, belief_state *s, int party,
                        int issue, rng *random) {
    const case_issue *i = &c->issues[issue];
    double *value = part_of(s->value, party, c->cell_count) + i->cell;
    if (i->scale)
        draw_sorted(value, i->option_count, random);
    else
        draw_free(value, i->option_count, random);
}

/* Worths from weights and values: the weights add up to 1. */
static void set_worths(const case_model *c, belief_state *s, int party) {
    const double *raw = part_of(s->raw, party, c->issue_count);
    double sum = 0;
    for (int j = 0; j < c->issue_count; j++)
        sum += raw[j];
    for (int j = 0; j < c->issue_count; j++) {
        int begin = party * c->cell_count + c->issues[j].cell;
        for (int o = 0; o < c->issues[j].option_count; o++)
            s->worth[begin + o] = raw[j] / sum * s->value[begin + o];
    }
}

static void draw_part(const belief_prior *p, belief_state *s, belief_block b,
                      rng *random) {
    const case_model *c = p->c;
    bool whole = b.kind == BLOCK_PARTY;
    int begin = whole ? 0 : b.index, end = whole ? c->issue_count : begin + 1;
    for (int j = begin; j < end; j++) {
        if (b.kind != BLOCK_VALUES)
            s->raw[b.party * c->issue_count + j] = rng_exponential(random);
        if (b.kind != BLOCK_WEIGHT) draw_values(c, s, b.party, j, random);
    }
    set_worths(c, s, b.party);
}

static double *number_of(const belief_prior *p, belief_state *s,
                         belief_block b) {
    return b.kind == BLOCK_MODEL
               ? &s->view.model[b.index]
               : &s->honour[b.party * p->c->actor_count + b.index];
}

static void draw_number(const belief_prior *p, belief_state *s, belief_block b,
                        rng *random) {
    case_range r = p->c->model[b.kind == BLOCK_MODEL ? b.index : CASE_HONOUR];
    *number_of(p, s, b) = rng_between(random, r.low, r.high);
}

static bool is_number(belief_block b) {
    return b.kind == BLOCK_MODEL || b.kind == BLOCK_HONOUR;
}

void belief_state_draw(const belief_prior *p, belief_state *s, rng *random) {
    for (int i = 0; i < p->block_count; i++) {
        if (is_number(p->blocks[i]))
            draw_number(p, s, p->blocks[i], random);
        else if (p->blocks[i].kind == BLOCK_PARTY)
            draw_part(p, s, p->blocks[i], random);
    }
}

/* Copies a party's part of theta between the state and the room for undoing. */
static void copy(double *to, const double *from, int count) {
    if (count) memcpy(to, from, (size_t)count * sizeof *to);
}

void belief_state_redraw(const belief_prior *p, belief_state *s, belief_block b,
                         rng *random, belief_undo *before) {
    const case_model *c = p->c;
    if (is_number(b)) {
        before->number = *number_of(p, s, b);
        draw_number(p, s, b, random);
        return;
    }
    copy(before->raw, part_of(s->raw, b.party, c->issue_count), c->issue_count);
    copy(before->value, part_of(s->value, b.party, c->cell_count),
         c->cell_count);
    copy(before->worth, part_of(s->worth, b.party, c->cell_count),
         c->cell_count);
    draw_part(p, s, b, random);
}

void belief_state_restore(const belief_prior *p, belief_state *s,
                          belief_block b, const belief_undo *before) {
    const case_model *c = p->c;
    if (is_number(b)) {
        *number_of(p, s, b) = before->number;
        return;
    }
    copy(part_of(s->raw, b.party, c->issue_count), before->raw, c->issue_count);
    copy(part_of(s->value, b.party, c->cell_count), before->value,
         c->cell_count);
    copy(part_of(s->worth, b.party, c->cell_count), before->worth,
         c->cell_count);
}
