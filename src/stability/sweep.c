/* SPDX-License-Identifier: Apache-2.0
 * How far down can the others bring a party, for all states at once?
 *
 * Where every mover's moves are transitive the rule that nobody moves twice
 * in succession never bites, so what the others reach is the closure of their
 * moves, and the least label in it is found by sweeping: for each mover in
 * turn, every fibre passes its least label on to those of its states that can
 * move there. A sweep of a fibre reads and writes each state once:
 *
 * - any move: all states of a kind share the least label of the kinds it
 *   leads to; with one kind that is the least of the fibre;
 * - improvements: from best to worst with a running minimum, so that a state
 *   hears only of strictly better ones.
 *
 * Sweeping by one mover twice changes nothing, so it ends when all but one in
 * a row have changed nothing. Memory is read in long regular strides, which
 * is what bounds it; following single moves in order of label (search.c)
 * visits fewer states, but at random. If labels have to travel along very
 * long paths of alternating movers the number of sweeps grows with them; each
 * sweep then touches few states, and the answer stays exact.
 *
 * The last question, whether some improvement leads to a label above the
 * state's own rank, is the same walk with a running maximum. */
#include "stability/sweep.h"

#include "stability/order.h"

#define NOTHING UINT32_MAX

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }
static uint32_t most(uint32_t a, uint32_t b) { return a > b ? a : b; }

static stability_label lower(stability_label a, stability_label b) {
    return (stability_label){least(a.rank, b.rank), least(a.best, b.best)};
}

static stability_label higher(stability_label a, stability_label b) {
    return (stability_label){most(a.rank, b.rank), most(a.best, b.best)};
}

/* Lowers *to; true if that changed it. */
static bool lower_to(stability_label *to, stability_label by) {
    bool lower_rank = by.rank < to->rank, lower_best = by.best < to->best;
    if (lower_rank) to->rank = by.rank;
    if (lower_best) to->best = by.best;
    return lower_rank || lower_best;
}

/* --- One kind: from any state to any other --- */

static bool share_least(const uint32_t *member, uint32_t count,
                        stability_label *label) {
    stability_label low = {NOTHING, NOTHING};
    bool changed = false;
    for (uint32_t k = 0; k < count; k++)
        low = lower(low, label[stability_slot(member[k])]);
    for (uint32_t k = 0; k < count; k++)
        changed |= lower_to(&label[stability_slot(member[k])], low);
    return changed;
}

static bool share_upwards(const uint32_t *order, uint32_t count,
                          stability_label *label) {
    stability_label above = {NOTHING, NOTHING}, level = above;
    bool changed = false;
    for (uint32_t k = count; k-- > 0;) {
        stability_label *x = &label[stability_slot(order[k] & ~STABILITY_TIE)];
        if (!(order[k] & STABILITY_TIE)) above = lower(above, level);
        changed |= lower_to(x, above);
        level = lower(level, *x);
    }
    return changed;
}

/* --- Several kinds --- */

/* What the states of each kind of a fibre hear of: the least of the labels
 * that were told and lie where the kind leads to. */
typedef struct kinds {
    const stability_moves *moves;
    uint16_t *met; /* the kinds of the fibre */
    int met_count;
    stability_label *least; /* by kind */
    stability_label *own;   /* by kind: the least of its own states */
    bool *known;            /* by kind: it was met */
} kinds;

static kinds new_kinds(const stability_moves *m, arena *mem) {
    size_t count = (size_t)m->kind_count;
    return (kinds){m,
                   ARENA_ARRAY(mem, uint16_t, count),
                   0,
                   ARENA_ARRAY(mem, stability_label, count),
                   ARENA_ARRAY(mem, stability_label, count),
                   ARENA_ARRAY(mem, bool, count)};
}

/* Few kinds: all of them count as met, which saves a walk through the fibre. */
static void meet_all(kinds *ks) {
    ks->met_count = ks->moves->kind_count;
    for (int k = 0; k < ks->met_count; k++) {
        ks->met[k] = (uint16_t)k;
        ks->least[k] = ks->own[k] = (stability_label){NOTHING, NOTHING};
    }
}

/* Begins a fibre; marks on its entries don't matter. */
static void meet(kinds *ks, const uint32_t *member, uint32_t count) {
    enum { FEW = 16 };
    if (ks->moves->kind_count <= FEW) {
        meet_all(ks);
        return;
    }
    for (int k = 0; k < ks->met_count; k++)
        ks->known[ks->met[k]] = false;
    ks->met_count = 0;
    for (uint32_t k = 0; k < count; k++) {
        uint16_t kind = ks->moves->kind[member[k] & ~STABILITY_TIE];
        if (ks->known[kind]) continue;
        ks->known[kind] = true;
        ks->least[kind] = ks->own[kind] = (stability_label){NOTHING, NOTHING};
        ks->met[ks->met_count++] = kind;
    }
}

static stability_label heard(const kinds *ks, uint32_t state) {
    return ks->least[ks->moves->kind[state]];
}

/* Tells all kinds that lead to a state's. Where moves are transitive whoever
 * leads there has heard of all that its own kind has: often that is enough. */
static void tell(kinds *ks, uint32_t state, stability_label value) {
    const stability_moves *m = ks->moves;
    unsigned kind = m->kind[state];
    stability_label now = ks->least[kind];
    bool news = value.rank < now.rank || value.best < now.best;
    if (m->transitive && !news) return;
    for (int k = 0; k < ks->met_count; k++) {
        unsigned from = ks->met[k];
        if ((m->leads[from * m->kind_words + kind / 64] >> (kind % 64)) & 1)
            ks->least[from] = lower(ks->least[from], value);
    }
}

/* Tells all at once what each kind has of its own. */
static void tell_own(kinds *ks) {
    const stability_moves *m = ks->moves;
    for (int a = 0; a < ks->met_count; a++) {
        const uint64_t *row = m->leads + ks->met[a] * m->kind_words;
        stability_label *low = &ks->least[ks->met[a]];
        for (int b = 0; b < ks->met_count; b++) {
            unsigned to = ks->met[b];
            if ((row[to / 64] >> (to % 64)) & 1)
                *low = lower(*low, ks->own[to]);
        }
    }
}

static void keep_own(kinds *ks, uint32_t state, stability_label value) {
    stability_label *own = &ks->own[ks->moves->kind[state]];
    *own = lower(*own, value);
}

static bool share_least_kinds(const uint32_t *member, uint32_t count,
                              stability_label *label, kinds *ks) {
    bool changed = false;
    meet(ks, member, count);
    for (uint32_t k = 0; k < count; k++)
        keep_own(ks, member[k], label[stability_slot(member[k])]);
    tell_own(ks);
    for (uint32_t k = 0; k < count; k++)
        changed |=
            lower_to(&label[stability_slot(member[k])], heard(ks, member[k]));
    return changed;
}

/* The first of the entries before `end` that tie with the one before it. */
static uint32_t level_begin(const uint32_t *order, uint32_t end) {
    uint32_t k = end - 1;
    while (k > 0 && (order[k - 1] & STABILITY_TIE))
        k--;
    return k;
}

static bool share_upwards_kinds(const uint32_t *order, uint32_t count,
                                stability_label *label, kinds *ks) {
    bool changed = false;
    meet(ks, order, count);
    for (uint32_t end = count, begin; end > 0; end = begin) {
        begin = level_begin(order, end);
        for (uint32_t k = begin; k < end; k++) {
            uint32_t s = order[k] & ~STABILITY_TIE;
            changed |= lower_to(&label[stability_slot(s)], heard(ks, s));
        }
        for (uint32_t k = begin; k < end; k++) {
            uint32_t s = order[k] & ~STABILITY_TIE;
            tell(ks, s, label[stability_slot(s)]);
        }
    }
    return changed;
}

/* --- All fibres of a mover, all movers --- */

static bool sweep_mover(const stability_sweep *w, int mover, kinds *ks) {
    const stability_moves *m = &w->g->moves[mover];
    const uint32_t *list = w->improvements ? w->order[mover] : m->member;
    bool changed = false;
    for (uint32_t f = 0; f < m->fibre_count; f++) {
        const uint32_t *fibre = list + m->fibre_start[f];
        uint32_t count = m->fibre_start[f + 1] - m->fibre_start[f];
        if (count < 2) continue;
        if (w->improvements)
            changed |= m->kind ? share_upwards_kinds(fibre, count, w->label, ks)
                               : share_upwards(fibre, count, w->label);
        else
            changed |= m->kind ? share_least_kinds(fibre, count, w->label, ks)
                               : share_least(fibre, count, w->label);
    }
    return changed;
}

void stability_sweep_labels(const stability_sweep *w) {
    kinds ks[STABILITY_MOVERS];
    int mover[STABILITY_MOVERS], count = 0, quiet = 0;
    for (int j = 0; j < w->g->mover_count; j++) {
        if (!((w->others >> j) & 1)) continue;
        const stability_moves *m = &w->g->moves[j];
        if (m->kind) ks[count] = new_kinds(m, w->scratch);
        mover[count++] = j;
    }
    for (int k = 0; count > 0 && quiet < count; k = (k + 1) % count) {
        bool changed = sweep_mover(w, mover[k], &ks[k]);
        quiet = changed ? 1 : quiet + 1;
    }
}

/* --- The labels to begin with, and the verdict --- */

/* Largest instead of least: the same with labels turned round. */
static stability_label turned(stability_label a) {
    return (stability_label){~a.rank, ~a.best};
}

static void label_fibre_kinds(const stability_sweep *w, kinds *ks,
                              const uint32_t *order, uint32_t count,
                              const uint32_t *rank) {
    meet(ks, order, count);
    for (uint32_t k = 0; k < count; k++) {
        uint32_t s = order[k] & ~STABILITY_TIE;
        keep_own(ks, s, turned((stability_label){rank[s], rank[s]}));
    }
    tell_own(ks);
    for (uint32_t k = 0; k < count; k++) {
        uint32_t s = order[k] & ~STABILITY_TIE;
        uint32_t best = turned(heard(ks, s)).best;
        w->label[stability_slot(s)] =
            (stability_label){rank[s], most(rank[s], best)};
    }
}

void stability_label_fibres(const stability_sweep *w, int mover,
                            const uint32_t *rank) {
    const stability_moves *m = &w->g->moves[mover];
    kinds ks = {0};
    if (m->kind) ks = new_kinds(m, w->scratch);
    for (uint32_t f = 0; f < m->fibre_count; f++) {
        const uint32_t *fibre = w->order[mover] + m->fibre_start[f];
        uint32_t count = m->fibre_start[f + 1] - m->fibre_start[f];
        if (m->kind) {
            label_fibre_kinds(w, &ks, fibre, count, rank);
            continue;
        }
        uint32_t best = rank[fibre[count - 1] & ~STABILITY_TIE];
        for (uint32_t k = 0; k < count; k++) {
            uint32_t s = fibre[k] & ~STABILITY_TIE;
            w->label[stability_slot(s)] = (stability_label){rank[s], best};
        }
    }
}

/* What a verdict is written with. */
typedef struct court {
    const stability_label *label;
    const uint32_t *rank;
    const uint8_t *bit; /* of label.rank and label.best */
    uint8_t *verdict;
} court;

static void judge(const court *c, uint32_t s, stability_label above) {
    if (above.rank <= c->rank[s]) c->verdict[s] |= c->bit[0];
    if (above.best <= c->rank[s]) c->verdict[s] |= c->bit[1];
}

static void judge_fibre(const court *c, const uint32_t *order, uint32_t count) {
    stability_label above = {0, 0}, level = above;
    for (uint32_t k = count; k-- > 0;) {
        uint32_t s = order[k] & ~STABILITY_TIE;
        if (!(order[k] & STABILITY_TIE)) above = higher(above, level);
        judge(c, s, above);
        level = higher(level, c->label[stability_slot(s)]);
    }
}

static void judge_fibre_kinds(const court *c, kinds *ks, const uint32_t *order,
                              uint32_t count) {
    meet(ks, order, count);
    for (uint32_t end = count, begin; end > 0; end = begin) {
        begin = level_begin(order, end);
        for (uint32_t k = begin; k < end; k++) {
            uint32_t s = order[k] & ~STABILITY_TIE;
            judge(c, s, turned(heard(ks, s)));
        }
        for (uint32_t k = begin; k < end; k++) {
            uint32_t s = order[k] & ~STABILITY_TIE;
            tell(ks, s, turned(c->label[stability_slot(s)]));
        }
    }
}

void stability_judge_fibres(const stability_sweep *w, int mover,
                            const uint32_t *rank, const uint8_t bit[2],
                            uint8_t *verdict) {
    const stability_moves *m = &w->g->moves[mover];
    const court c = {w->label, rank, bit, verdict};
    kinds ks = {0};
    if (m->kind) ks = new_kinds(m, w->scratch);
    for (uint32_t f = 0; f < m->fibre_count; f++) {
        const uint32_t *fibre = w->order[mover] + m->fibre_start[f];
        uint32_t count = m->fibre_start[f + 1] - m->fibre_start[f];
        if (m->kind)
            judge_fibre_kinds(&c, &ks, fibre, count);
        else
            judge_fibre(&c, fibre, count);
    }
}
