/* SPDX-License-Identifier: Apache-2.0
 * Moves that bring other changes with them: whoever resumes fighting ends what
 * was granted under the truce.
 *
 * From each state every combination of the mover's changes is tried, each
 * issue left alone or changed by one of the entries that allow it. The terms
 * that come with the changes (`with`) are set as well, whoever's issues they
 * are. Two changes that want different options of one issue, or one that
 * wants an option other than the mover chose, don't go together. Feasible ends
 * other than the state itself are its successors. They are counted before they
 * are stored. */
#include <string.h>

#include "stability/build_int.h"

#define ARCS_MOST (UINT64_C(1) << 25)

enum { FREE = -1 };

typedef struct lister {
    const case_model *c;
    const stability_case *k;
    int actor;
    uint32_t state;
    int *from, *chosen, *end; /* by issue; chosen: FREE where left alone */
    int *brought; /* a row for each issue that was decided: what comes with
                     the changes so far, by issue, or FREE */
    stability_arc *arcs; /* NULL: count only */
    uint64_t count;
} lister;

static int *row(const lister *l, int decided) {
    return l->brought + (size_t)decided * (size_t)l->c->issue_count;
}

/* Every issue was decided: is the end another feasible state? */
static void finish(lister *l) {
    const int *brought = row(l, l->c->issue_count);
    bool own = false;
    for (int j = 0; j < l->c->issue_count; j++) {
        bool mine = l->chosen[j] != FREE, also = brought[j] != FREE;
        if (mine && also && l->chosen[j] != brought[j]) return;
        own |= mine;
        l->end[j] = also ? brought[j] : mine ? l->chosen[j] : l->from[j];
    }
    uint32_t to = own ? stability_state_of(l->k, l->end) : l->state;
    if (to == STABILITY_NO_STATE || to == l->state) return;
    if (l->arcs) l->arcs[l->count] = (stability_arc){l->state, to};
    l->count++;
}

/* Copies what was brought so far and adds the terms; false if they clash. */
static bool bring(const lister *l, int issue, case_terms with) {
    int *next = row(l, issue + 1);
    memcpy(next, row(l, issue), (size_t)l->c->issue_count * sizeof *next);
    for (int t = 0; t < with.count; t++) {
        const case_term *term = &with.items[t];
        int option = term->options.items[0];
        if (next[term->issue] != FREE && next[term->issue] != option)
            return false;
        next[term->issue] = option;
    }
    return true;
}

static void choose(lister *l, int issue);

/* Tries all changes of an issue that one entry allows. */
static void change_by(lister *l, const case_move *m, int issue) {
    if (!stability_lists_any(m->from, l->from[issue])) return;
    if (!bring(l, issue, m->with)) return;
    for (int o = 0; o < l->c->issues[issue].option_count; o++) {
        if (o == l->from[issue] || !stability_lists_any(m->to, o)) continue;
        l->chosen[issue] = o;
        choose(l, issue + 1);
    }
    l->chosen[issue] = FREE;
}

static void choose(lister *l, int issue) {
    if (issue == l->c->issue_count) {
        finish(l);
        return;
    }
    const case_terms nothing = {0};
    bring(l, issue, nothing);
    choose(l, issue + 1);
    bool listed = false;
    for (int k = 0; k < l->c->move_count; k++) {
        const case_move *m = &l->c->moves[k];
        if (!stability_moves_issue(m, l->actor, issue)) continue;
        listed = true;
        change_by(l, m, issue);
    }
    static const case_move any = {0};
    if (!listed && stability_carries_out(l->c, l->actor, issue))
        change_by(l, &any, issue);
}

static void list_all(lister *l) {
    l->count = 0;
    for (l->state = 0; l->state < l->k->space.state_count; l->state++) {
        if (l->count > ARCS_MOST) return;
        stability_outcome(&l->k->space, l->state, l->from);
        choose(l, 0);
    }
}

parley_status stability_with_moves(stability_moves *out,
                                   const stability_case *k, int mover,
                                   arena *mem, parley_diags *d) {
    arena *scratch = arena_child(mem);
    size_t issues = (size_t)k->c->issue_count;
    lister l = {.c = k->c,
                .k = k,
                .actor = k->actor[mover],
                .from = ARENA_ARRAY(scratch, int, issues),
                .chosen = ARENA_ARRAY(scratch, int, issues),
                .end = ARENA_ARRAY(scratch, int, issues),
                .brought = ARENA_ARRAY(scratch, int, issues *(issues + 1))};
    for (size_t j = 0; j < issues; j++)
        l.chosen[j] = l.brought[j] = FREE;
    list_all(&l);
    if (l.count > ARCS_MOST) {
        arena_free(scratch);
        diag_error(d, SPAN_NONE, "stability/limit",
                   "%s has more than %lu moves that bring others with them",
                   stability_mover_name(k, mover), (unsigned long)ARCS_MOST);
        return PARLEY_ELIMIT;
    }
    l.arcs = ARENA_ARRAY(scratch, stability_arc, l.count);
    list_all(&l);
    *out = stability_arcs(k->space.state_count, l.arcs, l.count, mem);
    arena_free(scratch);
    return PARLEY_OK;
}
