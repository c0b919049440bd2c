/* SPDX-License-Identifier: Apache-2.0
 * Does a certificate prove what it says? Checked step by step against the
 * moves and the ranks alone; no search, no labels, nothing of what made it.
 *
 * Stable: every improvement has its answer, the answer's moves are legal,
 * nobody moves twice running, each is an improvement where that is asked, and
 * its end is no better than the state, with no way out where that is asked.
 * Unstable: the improvement is one, and the set that is said to hold all the
 * others can bring about is closed under their moves as the definition has it
 * (a state whose last movers are {j} alone is not left by j), while none of
 * its states sanctions. */
#include "stability/why.h"

typedef struct checking {
    const stability_graph *g;
    const uint32_t *const *rank;
    const stability_certificate *c;
    bool improving, no_way_out;
    uint32_t *place; /* by state: 1 + its place in the reached list, or 0 */
} checking;

static uint32_t rank_of(const checking *k, uint32_t s) {
    return k->rank[k->c->mover][s];
}

static bool improves(const checking *k, uint32_t s1) {
    return stability_can(k->g, k->c->mover, k->c->state, s1) &&
           rank_of(k, s1) > rank_of(k, k->c->state);
}

static bool legal(const checking *k, int mover, uint32_t from, uint32_t to) {
    return mover != k->c->mover && stability_can(k->g, mover, from, to) &&
           (!k->improving || k->rank[mover][to] > k->rank[mover][from]);
}

static bool sanctions(const checking *k, uint32_t s2) {
    uint32_t own = rank_of(k, k->c->state);
    if (rank_of(k, s2) > own) return false;
    if (!k->no_way_out) return true;
    stability_walk w = stability_from(k->g, k->c->mover, s2);
    for (uint32_t s3; (s3 = stability_next(&w)) != STABILITY_NO_STATE;)
        if (rank_of(k, s3) > own) return false;
    return true;
}

static const char *check_answer(const checking *k, const stability_reply *r) {
    uint32_t at = r->improvement;
    if (!improves(k, at)) return "an improvement that is none is answered";
    if (!r->sanctioned || r->step_count == 0) return "an answer is missing";
    for (int i = 0; i < r->step_count; i++) {
        const stability_step *step = &r->steps[i];
        if (step->from != at) return "an answer has a gap";
        if (i > 0 && step->mover == r->steps[i - 1].mover)
            return "somebody moves twice running";
        if (!legal(k, step->mover, step->from, step->to))
            return "an answer has a move that is not open to its mover";
        at = step->to;
    }
    return sanctions(k, at) ? NULL : "an answer ends where it does not hurt";
}

static const char *check_stable(const checking *k) {
    const stability_certificate *c = k->c;
    uint32_t improvements = 0;
    stability_walk w = stability_from(k->g, c->mover, c->state);
    for (uint32_t q; (q = stability_next(&w)) != STABILITY_NO_STATE;)
        improvements += rank_of(k, q) > rank_of(k, c->state);
    if (improvements != c->reply_count) return "an improvement has no answer";
    for (uint32_t a = 0; a < c->reply_count; a++) {
        for (uint32_t b = 0; b < a; b++)
            if (c->replies[a].improvement == c->replies[b].improvement)
                return "an improvement is answered twice, another never";
        const char *wrong = check_answer(k, &c->replies[a]);
        if (wrong) return wrong;
    }
    return NULL;
}

/* Every move of j from x leads into the set, with j among the last movers. */
static bool closed(const checking *k, const stability_reply *r, int j,
                   uint32_t x) {
    stability_walk w = stability_from(k->g, j, x);
    for (uint32_t q; (q = stability_next(&w)) != STABILITY_NO_STATE;) {
        if (!legal(k, j, x, q)) continue;
        if (q == r->improvement) continue; /* better than the state anyway */
        if (!k->place[q]) return false;
        if (!((r->last[k->place[q] - 1] >> j) & 1)) return false;
    }
    return true;
}

static const char *check_unstable(const checking *k, const stability_reply *r) {
    if (!improves(k, r->improvement)) return "the improvement is none";
    if (k->c->concept == STABILITY_NASH) return NULL;
    for (uint32_t a = 0; a < r->reached_count; a++) {
        k->place[r->reached[a]] = a + 1;
        if (sanctions(k, r->reached[a])) return "it is sanctioned after all";
    }
    for (int j = 0; j < k->g->mover_count; j++) {
        if (!closed(k, r, j, r->improvement)) return "a move leads out";
        for (uint32_t a = 0; a < r->reached_count; a++)
            if (r->last[a] != UINT32_C(1) << j &&
                !closed(k, r, j, r->reached[a]))
                return "a move leads out";
    }
    return NULL;
}

const char *stability_verify(const stability_graph *g,
                             const uint32_t *const *rank,
                             const stability_certificate *c, arena *scratch) {
    checking k = {g,
                  rank,
                  c,
                  (c->concept & (STABILITY_SEQ | STABILITY_SSEQ)) != 0,
                  (c->concept & (STABILITY_SMR | STABILITY_SSEQ)) != 0,
                  NULL};
    if (c->stable) return check_stable(&k);
    if (c->reply_count != 1) return "no improvement is named";
    k.place = ARENA_ARRAY(scratch, uint32_t, g->state_count);
    return check_unstable(&k, &c->replies[0]);
}
