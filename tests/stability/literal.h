/* SPDX-License-Identifier: Apache-2.0
 * The graph model as its definitions are written, on sets of states: slow and
 * plain, to check the engine against. It shares nothing with the engine
 * (run_stability_literal.sh sees to that). Definitions: Fang, Hipel and
 * Kilgour 1993 (Nash, GMR, SMR, SEQ), Rego and Vieira 2017 (SSEQ), Kilgour,
 * Hipel, Fang and Peng 2001 and Inohara and Hipel 2008 (coalitions). */
#ifndef TESTS_STABILITY_LITERAL_H
#define TESTS_STABILITY_LITERAL_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { LITERAL_STATES = 128, LITERAL_MOVERS = 6 };

typedef struct set {
    uint64_t half[2];
} set;

typedef struct literal {
    int movers, states;
    set moves[LITERAL_MOVERS][LITERAL_STATES]; /* R_i(s) */
    uint32_t rank[LITERAL_MOVERS][LITERAL_STATES];
    /* filled by literal_fill: R_i+(s), R_{N-i}(s) and R_{N-i}+(s) */
    set improve[LITERAL_MOVERS][LITERAL_STATES];
    set answer[2][LITERAL_MOVERS][LITERAL_STATES];
} literal;

static inline bool in(set a, int s) { return (a.half[s / 64] >> (s % 64)) & 1; }
static inline void put(set *a, int s) {
    a->half[s / 64] |= UINT64_C(1) << (s % 64);
}
static inline bool empty(set a) { return !(a.half[0] | a.half[1]); }
/* The first member from s on, or LITERAL_STATES. */
static inline int member(set a, int s) {
    while (s < LITERAL_STATES && !(a.half[s / 64] >> (s % 64)))
        s = (s / 64 + 1) * 64;
    return s < LITERAL_STATES ? s + __builtin_ctzll(a.half[s / 64] >> (s % 64))
                              : s;
}
#define EACH(s, a)                                                             \
    (int s = member(a, 0); s < LITERAL_STATES; s = member(a, s + 1))

static inline bool better(const literal *m, int i, int q, int s) {
    return m->rank[i][q] > m->rank[i][s];
}
static inline bool at_least(const literal *m, int i, int s, int q) {
    return m->rank[i][s] >= m->rank[i][q];
}

/* R_i+(s) = { q in R_i(s) : q better than s } */
static inline set improvements(const literal *m, int i, int s) {
    set r = {{0, 0}};
    for
        EACH(q, m->moves[i][s])
    if (better(m, i, q, s)) put(&r, q);
    return r;
}

static inline set step(const literal *m, int j, int s, bool improving) {
    return improving ? m->improve[j][s] : m->moves[j][s];
}

static inline bool reach_more(const literal *m, unsigned coalition, int q,
                              bool improving, set *reached, unsigned *last) {
    bool more = false;
    for (int j = 0; j < m->movers; j++) {
        if (!((coalition >> j) & 1) || last[q] == 1u << j) continue;
        for
            EACH(r, step(m, j, q, improving)) {
                more |= !in(*reached, r) || !((last[r] >> j) & 1);
                put(reached, r);
                last[r] |= 1u << j;
            }
    }
    return more;
}

/* R_H(s), or R_H+(s): the smallest sets R and Omega such that
 *   j in H and q in R_j(s)  =>  q in R, j in Omega(q);
 *   q in R, j in H, q' in R_j(q), Omega(q) not {j}
 *                           =>  q' in R, j in Omega(q'). */
static inline set reach(const literal *m, unsigned coalition, int s,
                        bool improving) {
    set reached = {{0, 0}};
    unsigned last[LITERAL_STATES] = {0};
    for (int j = 0; j < m->movers; j++) {
        if (!((coalition >> j) & 1)) continue;
        for
            EACH(q, step(m, j, s, improving)) {
                put(&reached, q);
                last[q] |= 1u << j;
            }
    }
    for (bool more = true; more;) {
        more = false;
        for
            EACH(q, reached)
        more |= reach_more(m, coalition, q, improving, &reached, last);
    }
    return reached;
}

static inline void literal_fill(literal *m) {
    for (int i = 0; i < m->movers; i++)
        for (int s = 0; s < m->states; s++)
            m->improve[i][s] = improvements(m, i, s);
    for (int i = 0; i < m->movers; i++)
        for (int s = 0; s < m->states; s++)
            for (int k = 0; k < 2; k++)
                m->answer[k][i][s] =
                    reach(m, ((1u << m->movers) - 1) & ~(1u << i), s, k == 1);
}

/* The fewest moves from s to each state, nobody moving twice running, by pairs
 * (state, who moved last); 0: no way. */
static inline void literal_steps(const literal *m, int s, bool improving,
                                 int *fewest) {
    int took[LITERAL_STATES][LITERAL_MOVERS] = {{0}};
    memset(fewest, 0, LITERAL_STATES * sizeof *fewest);
    for (int length = 1, found = 1; found; length++) {
        found = 0;
        for (int q = 0; q < m->states; q++)
            for (int k = 0; k < m->movers; k++) {
                bool here =
                    length == 1 ? q == s && k == 0 : took[q][k] == length - 1;
                for (int j = 0; here && j < m->movers; j++) {
                    if (length > 1 && j == k) continue;
                    for
                        EACH(r, step(m, j, q, improving)) {
                            if (took[r][j]) continue;
                            took[r][j] = length;
                            if (!fewest[r]) fewest[r] = length;
                            found = 1;
                        }
                }
            }
    }
}

enum literal_concept { NASH, GMR, SMR, SEQ, SSEQ, CONCEPTS };

/* s >= s3 for all s3 in R_i(s2) */
static inline bool no_way_out(const literal *m, int i, int s, int s2) {
    for
        EACH(s3, m->moves[i][s2])
    if (!at_least(m, i, s, s3)) return false;
    return true;
}

static inline bool literal_stable(const literal *m, int i, int s,
                                  enum literal_concept concept) {
    set leave = m->improve[i][s];
    bool improving = concept == SEQ || concept == SSEQ;
    bool strict = concept == SMR || concept == SSEQ;
    if (concept == NASH) return empty(leave);
    for
        EACH(s1, leave) {
            bool sanctioned = false;
        for
            EACH(s2, m->answer[improving][i][s1])
        sanctioned |=
            at_least(m, i, s, s2) && (!strict || no_way_out(m, i, s, s2));
        if (!sanctioned) return false;
        }
    return true;
}

#endif
