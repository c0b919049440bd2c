/* SPDX-License-Identifier: Apache-2.0
 * Random graph models: option form with directions, changes from some options
 * to some, infeasible combinations, shared issues and issues that fall back
 * with a move; and graph form with any arcs. What can be moved is worked out
 * here pair by pair from the description, for the literal checker. */
#ifndef TESTS_STABILITY_MODELS_H
#define TESTS_STABILITY_MODELS_H

#include "base/rng.h"
#include "stability/literal.h"

enum { ISSUES_MOST = 7, OPTIONS_MOST = 3 };

/* What comes with a change of an issue to an option. */
typedef struct fall_back {
    bool given;
    int issue, option;
} fall_back;

typedef struct model {
    bool graph; /* no issues: only lit */
    bool falls; /* some move has a fall_back */
    int issues, options[ISSUES_MOST];
    bool owns[LITERAL_MOVERS][ISSUES_MOST];
    bool may[LITERAL_MOVERS][ISSUES_MOST][OPTIONS_MOST * OPTIONS_MOST];
    fall_back falling[LITERAL_MOVERS][ISSUES_MOST];
    int outcome[LITERAL_STATES][ISSUES_MOST]; /* of the feasible states */
    int rule_count, rules[4][ISSUES_MOST];    /* patterns; -1: any */
    literal lit;
} model;

static inline int below(rng *r, int most) {
    return (int)rng_below(r, (uint64_t)most);
}

static inline bool breaks(const int *rule, const int *outcome, int depth,
                          int issues) {
    for (int j = 0; j < issues; j++)
        if (rule[j] >= 0 && (j >= depth || rule[j] != outcome[j])) return false;
    return true;
}

static inline bool model_may(const model *m, const int *outcome, int depth) {
    for (int k = 0; k < m->rule_count; k++)
        if (breaks(m->rules[k], outcome, depth, m->issues)) return false;
    return true;
}

static inline void list_states(model *m) {
    int outcome[ISSUES_MOST] = {0};
    m->lit.states = 0;
    for (bool more = true; more;) {
        if (model_may(m, outcome, m->issues))
            memcpy(m->outcome[m->lit.states++], outcome, sizeof outcome);
        int j = m->issues - 1;
        while (j >= 0 && ++outcome[j] == m->options[j])
            outcome[j--] = 0;
        more = j >= 0;
    }
}

/* Can mover i go from state s to state q? Every change of an issue of its own
 * must be allowed, what falls back with a change must be so at the end, and
 * nothing else may change. */
static inline bool can_move(const model *m, int i, int s, int q) {
    bool fallen[ISSUES_MOST] = {false}, changed = false;
    for (int j = 0; j < m->issues; j++) {
        const fall_back *f = &m->falling[i][j];
        if (!f->given || m->outcome[s][j] == m->outcome[q][j]) continue;
        if (m->outcome[q][f->issue] != f->option) return false;
        fallen[f->issue] = true;
    }
    for (int j = 0; j < m->issues; j++) {
        int from = m->outcome[s][j], to = m->outcome[q][j];
        if (from == to) continue;
        bool mine = m->owns[i][j] && m->may[i][j][from * m->options[j] + to];
        if (!mine && !fallen[j]) return false;
        changed |= mine;
    }
    return changed;
}

static inline void list_moves(model *m) {
    for (int i = 0; i < m->lit.movers; i++)
        for (int s = 0; s < m->lit.states; s++) {
            m->lit.moves[i][s] = (set){{0, 0}};
            for (int q = 0; q < m->lit.states; q++)
                if (q != s && can_move(m, i, s, q)) put(&m->lit.moves[i][s], q);
        }
}

static inline void draw_relation(rng *r, bool *may, int options, int style) {
    int direction = below(r, 3);
    for (int a = 0; a < options; a++)
        for (int b = 0; b < options; b++) {
            bool up = direction != 1, down = direction != 2;
            bool directed = a < b ? up : down;
            bool any = style == 0 || (style == 1 ? directed : below(r, 2));
            may[a * options + b] = a != b && any;
        }
}

static inline void draw_issues(rng *r, model *m) {
    m->issues = 2 + below(r, below(r, 40) == 0 ? 6 : 4);
    int style = below(r, 3); /* both ways; directions; any relation */
    int combinations = 1;
    for (int j = 0; j < m->issues; j++) {
        int most = LITERAL_STATES >> (m->issues - j - 1);
        bool three = style == 2 && combinations * 3 <= most && below(r, 2);
        m->options[j] = three ? 3 : 2;
        combinations *= m->options[j];
        int owner = below(r, m->lit.movers);
        for (int i = 0; i < m->lit.movers; i++) {
            m->owns[i][j] = i == owner || below(r, 20) == 0;
            draw_relation(r, m->may[i][j], m->options[j],
                          style == 1 ? below(r, 2) : style);
        }
    }
    m->rule_count = below(r, 4);
    for (int k = 0; k < m->rule_count; k++) {
        for (int j = 0; j < m->issues; j++)
            m->rules[k][j] = below(r, 2) ? -1 : below(r, m->options[j]);
        m->rules[k][below(r, m->issues)] = 1;
        m->rules[k][below(r, m->issues)] = 0;
    }
}

static inline void draw_falling(rng *r, model *m) {
    m->falls = below(r, 6) == 0;
    for (int i = 0; i < m->lit.movers; i++)
        for (int j = 0; j < m->issues; j++) {
            int other = below(r, m->issues);
            m->falling[i][j] = (fall_back){m->falls && m->owns[i][j] &&
                                               other != j && below(r, 2) == 0,
                                           other, below(r, m->options[other])};
        }
}

static inline void draw_arcs(rng *r, model *m) {
    m->lit.states = 1 + below(r, 20);
    int density = 2 + below(r, 12);
    for (int i = 0; i < m->lit.movers; i++)
        for (int s = 0; s < m->lit.states; s++) {
            m->lit.moves[i][s] = (set){{0, 0}};
            for (int q = 0; q < m->lit.states; q++)
                if (q != s && below(r, density) == 0)
                    put(&m->lit.moves[i][s], q);
        }
}

static inline void draw_ranks(rng *r, model *m) {
    for (int i = 0; i < m->lit.movers; i++) {
        static const int LEVELS[] = {1, 2, 3, 6, 1000};
        int levels = LEVELS[below(r, 12) == 0 ? below(r, 2) : 2 + below(r, 3)];
        for (int s = 0; s < m->lit.states; s++)
            m->lit.rank[i][s] = (uint32_t)below(r, levels);
    }
}

static inline void draw_model(rng *r, model *m) {
    m->graph = below(r, 4) == 0;
    m->falls = false;
    m->lit.movers = 2 + below(r, 4);
    if (m->graph) {
        draw_arcs(r, m);
    } else {
        draw_issues(r, m);
        list_states(m);
        draw_falling(r, m);
        list_moves(m);
    }
    draw_ranks(r, m);
    literal_fill(&m->lit);
}

#endif
