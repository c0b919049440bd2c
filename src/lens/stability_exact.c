/* SPDX-License-Identifier: Apache-2.0
 * The stability lens where every party's preferences are given: one analysis,
 * then what is asked about single states. */
#include <inttypes.h>

#include "lens/stability_lens.h"
#include "stability/prefer.h"

#define BYTES_MOST 4e9
/* Beyond this the search through any moves from today is left out. */
#define WAYS_MOST 2000000

static bool fits(const stability_case *k, int threads, parley_diags *d) {
    double states = k->g.state_count, movers = k->g.mover_count;
    double bytes = stability_bytes(&k->g, threads) + states * movers * 5;
    if (bytes <= BYTES_MOST) return true;
    return diag_error(d, SPAN_NONE, "stability/limit",
                      "%" PRIu32 " states and %d movers need %.1f GB; %.0f GB "
                      "is the most",
                      k->g.state_count, k->g.mover_count, bytes / 1e9,
                      BYTES_MOST / 1e9);
}

static void analyse(stability_answer *a, const lens_request *q, arena *mem) {
    const stability_case *k = a->k;
    const size_t states = k->g.state_count;
    uint32_t **rank = ARENA_ARRAY(mem, uint32_t *, (size_t)k->g.mover_count);
    uint8_t **verdict = ARENA_ARRAY(mem, uint8_t *, (size_t)k->g.mover_count);
    uint8_t *equilibrium = ARENA_ARRAY(mem, uint8_t, states);
    for (int i = 0; i < k->g.mover_count; i++) {
        rank[i] = ARENA_ARRAY(mem, uint32_t, states);
        if (i >= k->party_count) continue;
        arena *scratch = arena_child(mem);
        stability_rank_exact(k, i, rank[i], scratch);
        arena_free(scratch);
        verdict[i] = ARENA_ARRAY(mem, uint8_t, states);
    }
    stability_analyse(&k->g, (const uint32_t *const *)rank, verdict, q->threads,
                      mem);
    stability_equilibria(&k->g, verdict, equilibrium);
    for (size_t s = 0; s < states; s++)
        for (int c = 0; c < STABILITY_CONCEPTS; c++)
            a->count[c] += (equilibrium[s] >> c) & 1;
    a->rank = rank;
    a->verdict = verdict;
    a->equilibrium = equilibrium;
}

/* --- The states that hold --- */

/* Does the state meet --only? */
static bool wanted(const stability_answer *a, uint32_t s, int *outcome) {
    if (!a->only) return true;
    stability_outcome(&a->k->space, s, outcome);
    return expr_holds(a->only, outcome);
}

/* Those under the most concepts first, Nash before all; then by id. */
static void list_rows(stability_answer *a, uint64_t top, arena *mem) {
    static const uint8_t CLASS[] = {STABILITY_NASH, STABILITY_SSEQ,
                                    STABILITY_SEQ, STABILITY_SMR,
                                    STABILITY_GMR};
    uint64_t most = a->count[1] < top ? a->count[1] : top;
    stability_row_shown *rows =
        ARENA_ARRAY(mem, stability_row_shown, (size_t)most);
    int *outcome = ARENA_ARRAY(mem, int, (size_t)a->k->c->issue_count + 1);
    uint8_t before = 0;
    for (size_t c = 0; c < sizeof CLASS; c++) {
        for (uint32_t s = 0; s < a->k->g.state_count; s++) {
            uint8_t v = a->equilibrium[s];
            if (!(v & CLASS[c]) || (v & before) || !wanted(a, s, outcome))
                continue;
            a->held++;
            if ((uint64_t)a->row_count < most)
                rows[a->row_count++] =
                    (stability_row_shown){.state = s, .verdict = v};
        }
        before |= CLASS[c];
    }
    a->rows = rows;
}

/* --- Today and what is proposed --- */

/* The answer to a party's best improvement, or NULL. */
static const stability_reply *answer_to(const stability_answer *a,
                                        stability_question asked, uint32_t best,
                                        arena *mem) {
    stability_reply *reply = ARENA_NEW(mem, stability_reply);
    *reply = stability_reply_to(&a->k->g, (const uint32_t *const *)a->rank,
                                asked, best, mem);
    return reply->sanctioned ? reply : NULL;
}

static uint32_t best_improvement(const stability_answer *a, int party,
                                 uint32_t s) {
    const uint32_t *rank = a->rank[party];
    uint32_t best = STABILITY_NO_STATE;
    stability_walk w = stability_from(&a->k->g, party, s);
    for (uint32_t q; (q = stability_next(&w)) != STABILITY_NO_STATE;)
        if (rank[q] > rank[s] &&
            (best == STABILITY_NO_STATE || rank[q] > rank[best]))
            best = q;
    return best;
}

static void look_at(const stability_answer *a, stability_place *p, arena *mem) {
    stability_stand *stand =
        ARENA_ARRAY(mem, stability_stand, (size_t)a->k->party_count);
    for (int i = 0; i < a->k->party_count; i++) {
        stand[i].verdict = a->verdict[i][p->state];
        stand[i].best = best_improvement(a, i, p->state);
        if (stand[i].best == STABILITY_NO_STATE) continue;
        stability_question seq = {p->state, i, STABILITY_SEQ};
        stability_question gmr = {p->state, i, STABILITY_GMR};
        stand[i].credible = answer_to(a, seq, stand[i].best, mem);
        stand[i].answer = answer_to(a, gmr, stand[i].best, mem);
    }
    p->stand = stand;
}

/* --- From today --- */

/* The states that a search is still looking for. */
typedef struct targets {
    bool *open; /* by state */
    int *left;
} targets;

static bool is_last(const void *subject, uint32_t state) {
    const targets *t = subject;
    if (!t->open[state]) return false;
    t->open[state] = false;
    return --*t->left == 0;
}

/* One search finds the shortest way to every state listed. */
static void search_ways(const stability_answer *a, stability_reach *r,
                        bool improving, arena *scratch) {
    int left = 0;
    targets t = {ARENA_ARRAY(scratch, bool, a->k->g.state_count), &left};
    for (int i = 0; i < a->row_count; i++) {
        t.open[a->rows[i].state] = a->rows[i].state != a->k->now;
        left += t.open[a->rows[i].state];
    }
    stability_quest quest = {
        (UINT32_C(1) << a->k->g.mover_count) - 1,
        improving ? (const uint32_t *const *)a->rank : NULL, 0, is_last, &t};
    if (left > 0) (void)stability_reach_run(r, &quest, a->k->now);
}

static const stability_step *way_to(const stability_reach *r, uint32_t now,
                                    uint32_t state, int *count, arena *mem) {
    if (state == now || !stability_reached(r, state)) return NULL;
    return stability_reach_path(r, 2 * state, count, mem);
}

static void find_ways(stability_answer *a, arena *mem) {
    const uint32_t now = a->k->now;
    if (now == STABILITY_NO_STATE) return;
    a->ways_too_many = a->k->g.state_count > WAYS_MOST;
    if (a->ways_too_many) return;
    arena *scratch = arena_child(mem);
    stability_reach *r = stability_reach_new(&a->k->g, scratch);
    stability_way *ways = ARENA_ARRAY(mem, stability_way, (size_t)a->row_count);
    a->way_count = a->row_count;
    search_ways(a, r, true, scratch);
    for (int i = 0; i < a->row_count; i++) {
        stability_way *w = &ways[i];
        w->state = a->rows[i].state;
        w->improving = way_to(r, now, w->state, &w->improving_count, mem);
    }
    search_ways(a, r, false, scratch);
    for (int i = 0; i < a->row_count; i++)
        ways[i].any = way_to(r, now, ways[i].state, &ways[i].any_count, mem);
    arena_free(scratch);
    a->ways = ways;
}

parley_status stability_run_exact(stability_answer *a, const lens_request *q,
                                  uint64_t top, stability_place *places,
                                  arena *mem, parley_diags *d) {
    if (!fits(a->k, q->threads, d)) return PARLEY_ELIMIT;
    analyse(a, q, mem);
    list_rows(a, top, mem);
    for (int p = 0; p < a->place_count; p++)
        look_at(a, &places[p], mem);
    find_ways(a, mem);
    return PARLEY_OK;
}
