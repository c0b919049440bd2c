/* SPDX-License-Identifier: Apache-2.0
 * What if the wants are not as written?
 *
 * Unknown preferences. Where it is not known which of two states a party
 * prefers (U), four attitudes bracket the answer (Li, Hipel, Kilgour and Fang
 * 2004, IEEE Trans. SMC-A 34): it may leave for what it might prefer or only
 * for what it does, and may or may not be deterred by what might be worse.
 * Answers in SEQ and SSEQ move to what their movers prefer or might prefer, in
 * every mode. What is stable in mode A is so in all others, what is not in D in
 * none. A pair of states is known over draws if nearly all of them agree.
 *
 * Strength. With "greatly preferred" among the preferred (Hamouda, Kilgour and
 * Hipel 2004), a stable state is strongly stable if each improvement has an
 * answer that leaves the party where it greatly preferred the state. */
#include "stability/robust.h"

#include "stability/prefer.h"

double stability_view_bytes(uint32_t state_count, int party_count) {
    return (7.0 * party_count + 4) * stability_rows_bytes(state_count);
}

static stability_view new_view(uint32_t states, arena *mem) {
    return (stability_view){stability_rows_new(states, mem),
                            stability_rows_new(states, mem),
                            stability_rows_new(states, mem)};
}

stability_view *stability_views_exact(uint32_t state_count, int party_count,
                                      const uint32_t *const *rank,
                                      const bool *blank, arena *mem) {
    stability_view *view =
        ARENA_ARRAY(mem, stability_view, (size_t)party_count);
    for (int i = 0; i < party_count; i++) {
        view[i] = new_view(state_count, mem);
        for (uint32_t s = 0; s < state_count; s++)
            for (uint32_t q = 0; q < state_count; q++)
                if (blank && blank[i] && q != s)
                    stability_row_put(stability_row(&view[i].unknown, s), q);
                else if (rank[i][q] > rank[i][s])
                    stability_row_put(stability_row(&view[i].better, s), q);
    }
    return view;
}

void stability_views_strengthen(stability_view *view, const fixed *worth,
                                fixed step) {
    for (uint32_t s = 0; s < view->better.state_count; s++)
        for (uint32_t q = 0; q < view->better.state_count; q++)
            if (worth[q] - worth[s] >= step)
                stability_row_put(stability_row(&view->strong, s), q);
}

/* How often each state is ranked above each: [s * states + q]. */
static void count_pairs(const stability_case *k, const belief *b, int party,
                        uint32_t *count, arena *scratch) {
    const size_t states = k->g.state_count;
    uint32_t *rank = ARENA_ARRAY(scratch, uint32_t, states);
    for (int i = 0; i < b->draw_count; i++) {
        arena_place mark = arena_mark(scratch);
        stability_rank_draw(k, party, &b->draws[i], rank, scratch);
        arena_back(scratch, mark);
        for (size_t s = 0; s < states; s++)
            for (size_t q = 0; q < states; q++)
                count[s * states + q] += rank[q] > rank[s];
    }
}

static stability_view drawn_view(const stability_case *k, const belief *b,
                                 int party, double agree, arena *mem) {
    const uint32_t states = k->g.state_count;
    arena *scratch = arena_child(mem);
    stability_view view = new_view(states, mem);
    uint32_t *count = ARENA_ARRAY(scratch, uint32_t, (size_t)states * states);
    count_pairs(k, b, party, count, scratch);
    for (uint32_t s = 0; s < states; s++)
        for (uint32_t q = 0; q < states; q++) {
            double above = count[(size_t)s * states + q];
            double below = count[(size_t)q * states + s];
            if (above >= agree * b->draw_count)
                stability_row_put(stability_row(&view.better, s), q);
            else if (below < agree * b->draw_count && above + below > 0)
                stability_row_put(stability_row(&view.unknown, s), q);
        }
    arena_free(scratch);
    return view;
}

stability_view *stability_views_drawn(const stability_case *k, const belief *b,
                                      double agree, arena *mem) {
    const uint32_t states = k->g.state_count;
    stability_view *view =
        ARENA_ARRAY(mem, stability_view, (size_t)k->party_count);
    uint32_t *rank = ARENA_ARRAY(mem, uint32_t, states);
    for (int i = 0; i < k->party_count; i++) {
        if (k->c->preferences[i].kind == CASE_INFERRED) {
            view[i] = drawn_view(k, b, i, agree, mem);
            continue;
        }
        stability_rank_exact(k, i, rank, mem);
        view[i] = new_view(states, mem);
        view[i].better = stability_better_rows(states, rank, mem);
    }
    return view;
}

/* --- Verdicts --- */

typedef struct table {
    const stability_graph *g;
    int party_count;
    const stability_view *view;
    stability_rows *moves;   /* by mover */
    stability_rows *improve; /* by party: to what it prefers or may prefer */
} table;

static table new_table(const stability_graph *g, int party_count,
                       const stability_view *view, arena *mem) {
    size_t movers = (size_t)g->mover_count;
    table t = {g, party_count, view, ARENA_ARRAY(mem, stability_rows, movers),
               ARENA_ARRAY(mem, stability_rows, movers)};
    for (int m = 0; m < g->mover_count; m++) {
        t.moves[m] = stability_move_rows(g, m, mem);
        if (m >= party_count) continue;
        t.improve[m] = stability_rows_new(g->state_count, mem);
        for (size_t w = 0; w < t.moves[m].words * g->state_count; w++)
            t.improve[m].bits[w] =
                t.moves[m].bits[w] &
                (view[m].better.bits[w] | view[m].unknown.bits[w]);
    }
    return t;
}

static stability_rows answers(const table *t, int party, bool improving,
                              arena *mem) {
    stability_player player[STABILITY_MOVERS];
    int count = 0;
    for (int m = 0; m < t->g->mover_count; m++) {
        if (m == party || (improving && m >= t->party_count)) continue;
        player[count++].moves = improving ? &t->improve[m] : &t->moves[m];
    }
    return stability_reach_rows(player, count, t->g->state_count, mem);
}

static void judge_party(const table *t, int party, const stability_rows *leave,
                        const stability_rows *safe, uint8_t *verdict,
                        arena *scratch) {
    stability_rows answer = answers(t, party, false, scratch);
    stability_rows improving = answers(t, party, true, scratch);
    stability_seat p = {leave,   safe,       &t->moves[party],
                        &answer, &improving, STABILITY_ALL};
    for (uint32_t s = 0; s < t->g->state_count; s++)
        verdict[s] = stability_seat_judge(&p, s);
}

uint8_t **stability_unknown(const stability_graph *g, int party_count,
                            const stability_view *view, stability_mode mode,
                            arena *mem) {
    bool daring = mode == STABILITY_MODE_A || mode == STABILITY_MODE_C;
    bool deterred = mode == STABILITY_MODE_C || mode == STABILITY_MODE_D;
    arena *scratch = arena_child(mem);
    table t = new_table(g, party_count, view, scratch);
    stability_rows leave = stability_rows_new(g->state_count, scratch);
    stability_rows safe = stability_rows_new(g->state_count, scratch);
    uint8_t **verdict = ARENA_ARRAY(mem, uint8_t *, (size_t)party_count);
    for (int i = 0; i < party_count; i++) {
        for (size_t w = 0; w < leave.words * g->state_count; w++) {
            uint64_t better = view[i].better.bits[w];
            uint64_t maybe = better | view[i].unknown.bits[w];
            leave.bits[w] = t.moves[i].bits[w] & (daring ? maybe : better);
            safe.bits[w] = deterred ? better : maybe;
        }
        verdict[i] = ARENA_ARRAY(mem, uint8_t, g->state_count);
        judge_party(&t, i, &leave, &safe, verdict[i], scratch);
    }
    arena_free(scratch);
    return verdict;
}

uint8_t **stability_strongly(const stability_graph *g, int party_count,
                             const stability_view *view, arena *mem) {
    arena *scratch = arena_child(mem);
    table t = new_table(g, party_count, view, scratch);
    stability_rows safe = stability_rows_new(g->state_count, scratch);
    uint8_t **verdict = ARENA_ARRAY(mem, uint8_t *, (size_t)party_count);
    for (int i = 0; i < party_count; i++) {
        for (uint32_t s = 0; s < g->state_count; s++)
            for (uint32_t q = 0; q < g->state_count; q++) {
                uint64_t *row = stability_row(&safe, s);
                bool hurts =
                    stability_row_has(stability_row(&view[i].strong, q), s);
                row[q / 64] &= ~(UINT64_C(1) << (q % 64));
                if (!hurts) stability_row_put(row, q);
            }
        verdict[i] = ARENA_ARRAY(mem, uint8_t, g->state_count);
        judge_party(&t, i, &t.improve[i], &safe, verdict[i], scratch);
    }
    arena_free(scratch);
    return verdict;
}
