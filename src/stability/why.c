/* SPDX-License-Identifier: Apache-2.0
 * Why is this state stable for this party, or why not?
 *
 * A certificate of stability has, for every unilateral improvement s1, a
 * shortest sequence of the others' moves to a state s2 that is no better than
 * the state asked about (and, for SMR and SSEQ, from which the party reaches
 * nothing better). A certificate of instability has one improvement and the
 * whole set of what the others can bring about after it, every state of which
 * is better for the party (or leaves it a way to something better). Both can
 * be checked without any search (verify.c). */
#include "stability/why.h"

typedef struct asking {
    const stability_graph *g;
    const uint32_t *rank;
    uint32_t state;
    int mover;
    bool no_way_out;
} asking;

/* The best state the mover can go to from s2, or none. */
static uint32_t best_way(const asking *a, uint32_t s2, uint32_t *count) {
    uint32_t best = STABILITY_NO_STATE;
    *count = 0;
    stability_walk w = stability_from(a->g, a->mover, s2);
    for (uint32_t q; (q = stability_next(&w)) != STABILITY_NO_STATE;) {
        (*count)++;
        if (best == STABILITY_NO_STATE || a->rank[q] > a->rank[best]) best = q;
    }
    return best;
}

static bool sanctions(const void *subject, uint32_t s2) {
    const asking *a = subject;
    if (a->rank[s2] > a->rank[a->state]) return false;
    if (!a->no_way_out) return true;
    uint32_t count, best = best_way(a, s2, &count);
    return best == STABILITY_NO_STATE || a->rank[best] <= a->rank[a->state];
}

static void keep_reached(const stability_reach *r, stability_reply *reply,
                         arena *mem) {
    uint32_t count = 0;
    for (uint32_t k = 0; k < r->count; k++)
        count += r->queue[k] % 2 == 0;
    uint32_t *state = ARENA_ARRAY(mem, uint32_t, count);
    uint32_t *last = ARENA_ARRAY(mem, uint32_t, count);
    for (uint32_t k = 0; k < r->count; k++) {
        if (r->queue[k] % 2) continue;
        state[reply->reached_count] = r->queue[k] / 2;
        last[reply->reached_count++] = r->last[r->queue[k] / 2];
    }
    reply->reached = state;
    reply->last = last;
}

static stability_reply answer(const asking *a, stability_reach *r,
                              const stability_quest *q, uint32_t s1,
                              arena *mem) {
    stability_reply reply = {.improvement = s1, .best_way = STABILITY_NO_STATE};
    uint32_t node = q ? stability_reach_run(r, q, s1) : STABILITY_NO_NODE;
    reply.sanctioned = node != STABILITY_NO_NODE;
    if (reply.sanctioned) {
        reply.steps = stability_reach_path(r, node, &reply.step_count, mem);
        reply.best_way = best_way(a, node / 2, &reply.way_count);
    } else if (q) {
        keep_reached(r, &reply, mem);
    }
    return reply;
}

static uint32_t improvements(const asking *a, uint32_t *list) {
    uint32_t count = 0;
    stability_walk w = stability_from(a->g, a->mover, a->state);
    for (uint32_t q; (q = stability_next(&w)) != STABILITY_NO_STATE;)
        if (a->rank[q] > a->rank[a->state]) {
            if (list) list[count] = q;
            count++;
        }
    return count;
}

static asking ask(const stability_graph *g, const uint32_t *const *rank,
                  stability_question q) {
    return (asking){g, rank[q.mover], q.state, q.mover,
                    (q.concept & (STABILITY_SMR | STABILITY_SSEQ)) != 0};
}

/* The others' quest for a sanction. */
static stability_quest answers(const asking *a, const uint32_t *const *rank,
                               uint8_t concept) {
    bool improving = (concept & (STABILITY_SEQ | STABILITY_SSEQ)) != 0;
    uint32_t all = (UINT32_C(1) << a->g->mover_count) - 1;
    return (stability_quest){all & ~(UINT32_C(1) << a->mover),
                             improving ? rank : NULL, 0, sanctions, a};
}

stability_reply stability_reply_to(const stability_graph *g,
                                   const uint32_t *const *rank,
                                   stability_question asked,
                                   uint32_t improvement, arena *mem) {
    asking a = ask(g, rank, asked);
    stability_quest q = answers(&a, rank, asked.concept);
    bool answered = asked.concept != STABILITY_NASH;
    arena *scratch = arena_child(mem);
    stability_reach *r = answered ? stability_reach_new(g, scratch) : NULL;
    stability_reply reply =
        answer(&a, r, answered ? &q : NULL, improvement, mem);
    arena_free(scratch);
    return reply;
}

stability_certificate *stability_why(const stability_graph *g,
                                     const uint32_t *const *rank,
                                     stability_question asked, arena *mem) {
    asking a = ask(g, rank, asked);
    stability_quest q = answers(&a, rank, asked.concept);
    bool answered = asked.concept != STABILITY_NASH;
    arena *scratch = arena_child(mem);
    stability_reach *r = answered ? stability_reach_new(g, scratch) : NULL;
    stability_certificate *c = ARENA_NEW(mem, stability_certificate);
    *c = (stability_certificate){
        asked.state, asked.mover, asked.concept,         true,
        NULL,        0,           improvements(&a, NULL)};
    uint32_t *list = ARENA_ARRAY(scratch, uint32_t, c->improvement_count);
    stability_reply *replies =
        ARENA_ARRAY(mem, stability_reply, c->improvement_count);
    improvements(&a, list);
    for (uint32_t k = 0; k < c->improvement_count && c->stable; k++) {
        stability_reply reply =
            answer(&a, r, answered ? &q : NULL, list[k], mem);
        c->stable = reply.sanctioned;
        if (!c->stable) c->reply_count = 0;
        replies[c->reply_count++] = reply;
    }
    c->replies = replies;
    arena_free(scratch);
    return c;
}
