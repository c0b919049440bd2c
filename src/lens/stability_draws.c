/* SPDX-License-Identifier: Apache-2.0
 * The stability lens where some party's wants are inferred: shares of draws.
 *
 * Beside each share of today and of what is proposed stand the same share
 * with no record at all, and with the record but without the analyst's
 * assumptions (DESIGN, honesty rule 2). */
#include <math.h>

#include "lens/sampled.h"
#include "lens/stability_lens.h"

bool stability_is_sampled(const case_model *c) {
    for (int i = 0; i < c->party_count; i++)
        if (c->preferences[i].kind == CASE_INFERRED) return true;
    return false;
}

static stability_share share_of(belief_measure m) {
    return (stability_share){m.mean, m.error};
}

static void fill_shares(const stability_sample *s, uint32_t state,
                        stability_share *out, arena *scratch) {
    for (int c = 0; c < STABILITY_CONCEPTS; c++)
        out[c] = share_of(
            stability_sample_share(s, state, (uint8_t)(1 << c), scratch));
}

/* --- The states that hold most often --- */

/* How many draws make a state an equilibrium: SEQ first, then GMR. */
typedef struct tally {
    uint32_t state, seq, gmr;
} tally;

static bool before(const tally *a, const tally *b) {
    if (a->seq != b->seq) return a->seq > b->seq;
    if (a->gmr != b->gmr) return a->gmr > b->gmr;
    return a->state < b->state;
}

/* Keeps the first `most` of what was offered so far, in order. */
static void offer(tally *list, int *count, int most, tally t) {
    int place = *count < most ? (*count)++ : most;
    if (place == most && (most == 0 || !before(&t, &list[most - 1]))) return;
    if (place == most) place--;
    for (; place > 0 && before(&t, &list[place - 1]); place--)
        list[place] = list[place - 1];
    list[place] = t;
}

static tally count_draws(const stability_sample *s, uint32_t state) {
    tally t = {state, 0, 0};
    for (int i = 0; i < s->b->draw_count; i++) {
        uint8_t v = s->equilibrium[(size_t)i * s->k->g.state_count + state];
        t.seq += (v & STABILITY_SEQ) != 0;
        t.gmr += (v & STABILITY_GMR) != 0;
    }
    return t;
}

static void list_rows(stability_answer *a, const stability_sample *s,
                      uint64_t top, arena *mem) {
    int most = a->k->g.state_count < top ? (int)a->k->g.state_count : (int)top;
    int count = 0;
    tally *list = ARENA_ARRAY(mem, tally, (size_t)most);
    int *outcome = ARENA_ARRAY(mem, int, (size_t)a->k->c->issue_count + 1);
    for (uint32_t state = 0; state < a->k->g.state_count; state++) {
        stability_outcome(&a->k->space, state, outcome);
        if (a->only && !expr_holds(a->only, outcome)) continue;
        tally t = count_draws(s, state);
        if (t.gmr == 0) continue;
        a->held++;
        offer(list, &count, most, t);
    }
    stability_row_shown *rows =
        ARENA_ARRAY(mem, stability_row_shown, (size_t)count);
    for (int i = 0; i < count; i++) {
        rows[i].state = list[i].state;
        fill_shares(s, list[i].state, rows[i].share, mem);
    }
    a->rows = rows;
    a->row_count = count;
}

/* --- Today and what is proposed --- */

/* The most frequent best improvement of a party, and how often it is that. */
static void find_best(const stability_sample *s, int focus, int party,
                      stability_stand *out, arena *scratch) {
    size_t draws = (size_t)s->b->draw_count;
    const uint32_t *best =
        s->best +
        ((size_t)focus * (size_t)s->k->party_count + (size_t)party) * draws;
    uint32_t *count = ARENA_ARRAY(scratch, uint32_t, s->k->g.state_count);
    double *is_it = ARENA_ARRAY(scratch, double, draws);
    out->best = STABILITY_NO_STATE;
    for (size_t i = 0; i < draws; i++)
        if (best[i] != STABILITY_NO_STATE) count[best[i]]++;
    for (uint32_t q = 0; q < s->k->g.state_count; q++)
        if (count[q] > 0 &&
            (out->best == STABILITY_NO_STATE || count[q] > count[out->best]))
            out->best = q;
    for (size_t i = 0; i < draws; i++)
        is_it[i] = best[i] == out->best;
    if (out->best != STABILITY_NO_STATE)
        out->best_share = share_of(belief_mean(s->b, is_it, scratch));
}

static void look_at(const stability_answer *a, const stability_sample *s,
                    int focus, stability_place *p, arena *mem) {
    stability_stand *stand =
        ARENA_ARRAY(mem, stability_stand, (size_t)a->k->party_count);
    fill_shares(s, p->state, p->all, mem);
    for (int i = 0; i < a->k->party_count; i++) {
        for (int c = 0; c < STABILITY_CONCEPTS; c++)
            stand[i].share[c] = share_of(
                stability_sample_party(s, focus, i, (uint8_t)(1 << c), mem));
        find_best(s, focus, i, &stand[i], mem);
    }
    p->stand = stand;
}

static bool has_analyst(const case_model *c) {
    for (int e = 0; e < c->record_count; e++)
        if (c->record[e].origin.source == CASE_SOURCE_ANALYST) return true;
    return false;
}

/* The shares of the places under other beliefs; NAN where there are none. */
static parley_status compare(const stability_answer *a, const lens_request *q,
                             bool prior, stability_place *places, arena *mem,
                             parley_diags *d) {
    arena *scratch = arena_child(mem);
    case_selection without = {.viewer = -1, .without_analyst = true};
    stability_case k = *a->k;
    const belief *b;
    belief_ask ask = {q->seed, q->draws, q->threads, prior, false};
    if (!prior) k.c = case_select(q->c, without, scratch);
    parley_status status = belief_sample(&b, k.c, &ask, scratch, d);
    if (status == PARLEY_OK) {
        const stability_sample *s =
            stability_sample_run(&k, b, NULL, 0, q->threads, scratch);
        for (int p = 0; p < a->place_count; p++)
            fill_shares(s, places[p].state,
                        prior ? places[p].no_record : places[p].no_analyst,
                        scratch);
    }
    arena_free(scratch);
    return status;
}

static void blank(stability_place *p) {
    for (int c = 0; c < STABILITY_CONCEPTS; c++)
        p->no_record[c].value = p->no_analyst[c].value = (double)NAN;
}

parley_status stability_run_draws(stability_answer *a, const lens_request *q,
                                  uint64_t top, stability_place *places,
                                  arena *mem, parley_diags *d) {
    if (!stability_sample_fits(a->k, q->draws, d)) return PARLEY_ELIMIT;
    parley_status status = sampled_draws(&a->b, q, false, mem, d);
    if (status != PARLEY_OK) return status;
    uint32_t *focus = ARENA_ARRAY(mem, uint32_t, (size_t)a->place_count);
    for (int p = 0; p < a->place_count; p++) {
        focus[p] = places[p].state;
        blank(&places[p]);
    }
    const stability_sample *s = stability_sample_run(
        a->k, a->b, focus, a->place_count, q->threads, mem);
    list_rows(a, s, top, mem);
    for (int p = 0; p < a->place_count; p++)
        look_at(a, s, p, &places[p], mem);
    a->has_analyst = has_analyst(q->c);
    if (a->place_count == 0) return PARLEY_OK;
    status = compare(a, q, true, places, mem, d);
    if (status == PARLEY_OK && a->has_analyst)
        status = compare(a, q, false, places, mem, d);
    return status;
}
