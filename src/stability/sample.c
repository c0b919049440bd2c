/* SPDX-License-Identifier: Apache-2.0
 * How often is a state stable, when wants are only known as draws?
 *
 * Each draw gives the inferred parties one rank order each, by their true
 * worths: what a party would do, not what it would sign; so neither face nor
 * honour enters. Parties with an order, a ranking or exact worths keep theirs
 * in every draw. The verdicts of a draw are computed as ever, and kept as one
 * byte a state and draw; shares and their errors are read off for the states
 * that are shown. */
#include "stability/sample.h"

#include "base/threads.h"
#include "stability/many.h"
#include "stability/prefer.h"

enum { PIECE = 32 }; /* draws */

bool stability_sample_fits(const stability_case *k, int draws,
                           parley_diags *d) {
    double size = (double)k->g.state_count * draws;
    if (size <= STABILITY_SAMPLE_MOST) return true;
    long fits = STABILITY_SAMPLE_MOST / (long)k->g.state_count;
    fits -= fits % BELIEF_CHAINS;
    diag_error(d, SPAN_NONE, "stability/limit",
               "%lu states in %d draws are too many to look at",
               (unsigned long)k->g.state_count, draws);
    if (fits > 0)
        diag_hint(d, "--draws %ld fits", fits);
    else
        diag_hint(d, "give all parties exact preferences");
    return false;
}

typedef struct job {
    const stability_sample *s;
    stability_many many;
    uint32_t *const *exact; /* by mover: ranks that are the same in all draws,
                               or NULL */
    uint8_t *equilibrium, *verdict;
    uint32_t *best;
} job;

static uint32_t best_improvement(const stability_graph *g, int mover,
                                 const uint32_t *rank, uint32_t s) {
    uint32_t best = STABILITY_NO_STATE;
    stability_walk w = stability_from(g, mover, s);
    for (uint32_t q; (q = stability_next(&w)) != STABILITY_NO_STATE;)
        if (rank[q] > rank[s] &&
            (best == STABILITY_NO_STATE || rank[q] > rank[best]))
            best = q;
    return best;
}

static void keep_focus(const job *j, int number, const uint32_t *const *rank,
                       uint8_t *const *verdict) {
    const stability_sample *s = j->s;
    size_t draws = (size_t)s->b->draw_count;
    for (int f = 0; f < s->focus_count; f++)
        for (int i = 0; i < s->k->party_count; i++) {
            size_t at =
                ((size_t)f * (size_t)s->k->party_count + (size_t)i) * draws +
                (size_t)number;
            j->verdict[at] = verdict[i][s->focus[f]];
            j->best[at] = best_improvement(&s->k->g, i, rank[i], s->focus[f]);
        }
}

static void run_draw(const job *j, int number, arena *scratch) {
    const stability_case *k = j->s->k;
    const uint32_t *rank[STABILITY_MOVERS];
    uint8_t *verdict[STABILITY_MOVERS];
    for (int i = 0; i < k->g.mover_count; i++) {
        uint32_t *own = j->exact[i];
        if (!own) {
            own = ARENA_ARRAY(scratch, uint32_t, k->g.state_count);
            stability_rank_draw(k, i, &j->s->b->draws[number], own, scratch);
        }
        rank[i] = own;
        verdict[i] = i < k->party_count
                         ? ARENA_ARRAY(scratch, uint8_t, k->g.state_count)
                         : NULL;
    }
    stability_many_analyse(&j->many, rank, verdict, scratch);
    stability_equilibria(&k->g, verdict,
                         j->equilibrium +
                             (size_t)number * (size_t)k->g.state_count);
    keep_focus(j, number, rank, verdict);
}

static void run_piece(void *subject, size_t piece, arena *scratch) {
    const job *j = subject;
    int begin = (int)piece * PIECE;
    for (int i = begin; i < begin + PIECE && i < j->s->b->draw_count; i++) {
        arena_place place = arena_mark(scratch);
        run_draw(j, i, scratch);
        arena_back(scratch, place);
    }
}

/* Ranks that no draw changes; bystanders want nothing. */
static uint32_t **exact_ranks(const stability_case *k, arena *mem) {
    uint32_t **exact = ARENA_ARRAY(mem, uint32_t *, (size_t)k->g.mover_count);
    for (int i = 0; i < k->g.mover_count; i++) {
        bool party = i < k->party_count;
        if (party && k->c->preferences[i].kind == CASE_INFERRED) continue;
        exact[i] = ARENA_ARRAY(mem, uint32_t, k->g.state_count);
        if (party) stability_rank_exact(k, i, exact[i], mem);
    }
    return exact;
}

stability_sample *stability_sample_run(const stability_case *k, const belief *b,
                                       const uint32_t *focus, int focus_count,
                                       int threads, arena *mem) {
    stability_sample *s = ARENA_NEW(mem, stability_sample);
    size_t draws = (size_t)b->draw_count, states = k->g.state_count;
    size_t cells = (size_t)focus_count * (size_t)k->party_count * draws;
    *s = (stability_sample){k, b, focus, focus_count, NULL, NULL, NULL};
    job j = {s,
             stability_many_new(&k->g, mem),
             exact_ranks(k, mem),
             ARENA_ARRAY(mem, uint8_t, draws * states),
             ARENA_ARRAY(mem, uint8_t, cells),
             ARENA_ARRAY(mem, uint32_t, cells)};
    s->equilibrium = j.equilibrium;
    s->verdict = j.verdict;
    s->best = j.best;
    threads_run((draws + PIECE - 1) / PIECE, threads, run_piece, &j, mem);
    return s;
}

/* The mean over draws of whether a byte that stands `step` apart has the bit.
 */
static belief_measure share(const stability_sample *s, const uint8_t *verdict,
                            size_t step, uint8_t concept, arena *scratch) {
    double *holds = ARENA_ARRAY(scratch, double, (size_t)s->b->draw_count);
    for (int i = 0; i < s->b->draw_count; i++)
        holds[i] = (verdict[(size_t)i * step] & concept) ? 1 : 0;
    return belief_mean(s->b, holds, scratch);
}

belief_measure stability_sample_share(const stability_sample *s, uint32_t state,
                                      uint8_t concept, arena *scratch) {
    return share(s, s->equilibrium + state, s->k->g.state_count, concept,
                 scratch);
}

belief_measure stability_sample_party(const stability_sample *s, int focus,
                                      int party, uint8_t concept,
                                      arena *scratch) {
    size_t row = (size_t)focus * (size_t)s->k->party_count + (size_t)party;
    return share(s, s->verdict + row * (size_t)s->b->draw_count, 1, concept,
                 scratch);
}
