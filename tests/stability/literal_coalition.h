/* SPDX-License-Identifier: Apache-2.0
 * Coalitions as their definitions are written, on sets of states (Kilgour,
 * Hipel, Fang and Peng 2001; Inohara and Hipel 2008). */
#ifndef TESTS_STABILITY_LITERAL_COALITION_H
#define TESTS_STABILITY_LITERAL_COALITION_H

#include "stability/literal.h"

/* Phi_H(s) = { q : s >= q for at least one member of H } */
static inline bool in_phi(const literal *m, unsigned h, int s, int q) {
    for (int i = 0; i < m->movers; i++)
        if ((h >> i) & 1 && at_least(m, i, s, q)) return true;
    return false;
}

/* R_H++(s) = { q in R_H(s) : q better than s for all of H } */
static inline set joint_improvements(const literal *m, unsigned h, int s) {
    set r = {{0, 0}};
    for
        EACH(q, reach(m, h, s, false))
    if (!in_phi(m, h, s, q)) put(&r, q);
    return r;
}

/* joint[h][s]: R_h++(s), of every coalition */
typedef set joint_table[1 << LITERAL_MOVERS][LITERAL_STATES];

static inline bool answers_more(const literal *m, joint_table joint,
                                unsigned others, int q, set *reached,
                                unsigned *last, int *second) {
    bool more = false;
    for (unsigned k = 1; k < 1u << m->movers; k++) {
        if ((k & others) != k || (last[q] == k && !second[q])) continue;
        for
            EACH(r, joint[k][q]) {
                bool new_last = in(*reached, r) && last[r] != k && !second[r];
                more |= !in(*reached, r) || new_last;
                if (!in(*reached, r)) last[r] = k;
                if (new_last) second[r] = 1;
                put(reached, r);
            }
    }
    return more;
}

/* What sets of the others reach from s by joint improvements, no set twice
 * running: a state is kept with the set that moved last, or as reached by two
 * different sets last. */
static inline set joint_answers(const literal *m, joint_table joint,
                                unsigned others, int s) {
    set reached = {{0, 0}};
    unsigned last[LITERAL_STATES] = {0};
    int second[LITERAL_STATES] = {0};
    for (unsigned k = 1; k < 1u << m->movers; k++) {
        if ((k & others) != k) continue;
        for
            EACH(r, joint[k][s]) {
                if (in(reached, r) && last[r] != k) second[r] = 1;
                if (!in(reached, r)) last[r] = k;
                put(&reached, r);
            }
    }
    for (bool more = true; more;) {
        more = false;
        for
            EACH(q, reached)
        more |= answers_more(m, joint, others, q, &reached, last, second);
    }
    return reached;
}

static inline bool joint_way_out(const literal *m, unsigned h, int s, int s2) {
    for
        EACH(s3, reach(m, h, s2, false))
    if (!in_phi(m, h, s, s3)) return true;
    return false;
}

static inline bool joint_stable(const literal *m, joint_table joint, unsigned h,
                                int s, enum literal_concept c) {
    unsigned others = ((1u << m->movers) - 1) & ~h;
    if (c == NASH) return empty(joint[h][s]);
    for
        EACH(s1, joint[h][s]) {
            bool sanctioned = false;
            set answers = c == SEQ ? joint_answers(m, joint, others, s1)
                                   : reach(m, others, s1, false);
        for
            EACH(s2, answers)
        sanctioned |=
            in_phi(m, h, s, s2) && (c != SMR || !joint_way_out(m, h, s, s2));
        if (!sanctioned) return false;
        }
    return true;
}

#endif
