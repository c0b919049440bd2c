/* SPDX-License-Identifier: Apache-2.0
 * From a case to states and moves.
 *
 * A party can change an issue that it carries out (`by`) to any option, unless
 * entries of `moves` for that party and issue say which changes it has. It may
 * change several of its issues in one move; only the end must be feasible.
 * Others than parties can be movers too: they have no wants here, so their
 * moves can answer a party's (GMR, SMR) and never improve on anything. An
 * issue that nobody can change is left to the agreement of all parties.
 *
 * Moves whose changes bring others with them (`with`) are listed state by
 * state (build_with.c); all others are fibres. */
#include "stability/build.h"

#include "stability/build_int.h"
#include "stability/fibres.h"

/* --- Feasible states --- */

typedef struct feasible {
    const case_model *c;
    int *deepest; /* by rule: 1 + the last issue it speaks of */
} feasible;

static bool may(const void *subject, const int *outcome, int depth) {
    const feasible *f = subject;
    for (int r = 0; r < f->c->rule_count; r++)
        if (f->deepest[r] == depth &&
            !expr_holds(f->c->rules[r].holds, outcome))
            return false;
    return true;
}

static parley_status find_states(stability_case *k, arena *mem,
                                 parley_diags *d) {
    const case_model *c = k->c;
    size_t issues = (size_t)c->issue_count;
    feasible f = {c, ARENA_ARRAY(mem, int, (size_t)c->rule_count)};
    int *options = ARENA_ARRAY(mem, int, issues);
    const char **names = ARENA_ARRAY(mem, const char *, issues);
    bool *tested = ARENA_ARRAY(mem, bool, issues + 1);
    bool *seen = ARENA_ARRAY(mem, bool, issues);
    for (int j = 0; j < c->issue_count; j++) {
        options[j] = c->issues[j].option_count;
        names[j] = c->issues[j].id;
    }
    for (int r = 0; r < c->rule_count; r++) {
        for (int j = 0; j < c->issue_count; j++)
            seen[j] = false;
        expr_issues(c->rules[r].holds, seen);
        for (int j = 0; j < c->issue_count; j++)
            if (seen[j]) f.deepest[r] = j + 1;
        tested[f.deepest[r]] = true;
    }
    stability_issues is = {c->issue_count, options,
                           names,          c->rule_count > 0 ? may : NULL,
                           tested,         &f};
    return stability_space_find(&k->space, &is, STABILITY_CASE_STATES, mem, d);
}

/* --- Who can change what --- */

static bool lists(int_list l, int x) {
    for (int k = 0; k < l.count; k++)
        if (l.items[k] == x) return true;
    return false;
}

bool stability_lists_any(int_list l, int x) {
    return l.count == 0 || lists(l, x);
}

bool stability_moves_issue(const case_move *m, int actor, int issue) {
    return m->issue == issue && lists(m->by, actor);
}

bool stability_carries_out(const case_model *c, int actor, int issue) {
    return lists(c->issues[issue].by, actor);
}

/* The changes of one issue that an actor has; NULL: it can't touch it. */
static const bool *changes(const case_model *c, int actor, int issue,
                           arena *mem) {
    const case_issue *i = &c->issues[issue];
    size_t n = (size_t)i->option_count;
    bool *change = ARENA_ARRAY(mem, bool, n *n), listed = false;
    for (int k = 0; k < c->move_count; k++) {
        const case_move *m = &c->moves[k];
        if (!stability_moves_issue(m, actor, issue)) continue;
        listed = true;
        for (int a = 0; a < i->option_count; a++)
            for (int b = 0; b < i->option_count; b++)
                if (a != b && stability_lists_any(m->from, a) &&
                    stability_lists_any(m->to, b))
                    change[a * i->option_count + b] = true;
    }
    if (listed) return change;
    if (!stability_carries_out(c, actor, issue)) return NULL;
    for (size_t k = 0; k < n * n; k++)
        change[k] = k % (n + 1) != 0;
    return change;
}

static const bool **control(const case_model *c, int actor, arena *mem) {
    const bool **may_change =
        ARENA_ARRAY(mem, const bool *, (size_t)c->issue_count);
    for (int j = 0; j < c->issue_count; j++)
        may_change[j] = changes(c, actor, j, mem);
    return may_change;
}

static bool brings_others(const case_model *c, int actor) {
    for (int k = 0; k < c->move_count; k++)
        if (lists(c->moves[k].by, actor) && c->moves[k].with.count > 0)
            return true;
    return false;
}

static bool can_move(const case_model *c, int actor) {
    for (int j = 0; j < c->issue_count; j++)
        if (stability_carries_out(c, actor, j)) return true;
    for (int k = 0; k < c->move_count; k++)
        if (lists(c->moves[k].by, actor)) return true;
    return c->graph && c->graph->arc_counts[actor] > 0;
}

static bool find_movers(stability_case *k, parley_diags *d) {
    for (int a = 0; a < k->c->actor_count; a++) {
        if (a >= k->party_count && !can_move(k->c, a)) continue;
        if (k->g.mover_count == STABILITY_MOVERS)
            return diag_error(d, SPAN_NONE, "stability/limit",
                              "more than %d actors can move; \"%s\" tips it",
                              STABILITY_MOVERS, k->c->actors[a].id);
        k->actor[k->g.mover_count++] = a;
    }
    return true;
}

/* Issues that no mover touches. */
static void find_fixed(stability_case *k, const bool *touched, arena *mem) {
    int *list = ARENA_ARRAY(mem, int, (size_t)k->c->issue_count);
    for (int j = 0; j < k->c->issue_count; j++)
        if (!touched[j]) list[k->fixed.count++] = j;
    k->fixed.items = list;
}

static parley_status option_moves(stability_case *k, arena *mem,
                                  parley_diags *d) {
    const case_model *c = k->c;
    parley_status status = find_states(k, mem, d);
    bool *touched = ARENA_ARRAY(mem, bool, (size_t)c->issue_count);
    k->g.state_count = k->space.state_count;
    for (int m = 0; m < k->g.mover_count && status == PARLEY_OK; m++) {
        const bool **own = control(c, k->actor[m], mem);
        for (int j = 0; j < c->issue_count; j++)
            if (own[j]) touched[j] = true;
        stability_control whose = {stability_mover_name(k, m), own};
        status =
            brings_others(c, k->actor[m])
                ? stability_with_moves(&k->g.moves[m], k, m, mem, d)
                : stability_fibres(&k->g.moves[m], &k->space, &whose, mem, d);
    }
    if (status != PARLEY_OK) return status;
    find_fixed(k, touched, mem);
    if (c->has_now) {
        int *now = ARENA_ARRAY(mem, int, (size_t)c->issue_count);
        for (int j = 0; j < c->issue_count; j++)
            now[j] = c->issues[j].now;
        k->now = stability_state_of(k, now);
    }
    return PARLEY_OK;
}

static void graph_moves(stability_case *k, arena *mem) {
    const case_graph *from = k->c->graph;
    k->g.state_count = (uint32_t)from->state_count;
    if (from->now >= 0) k->now = (uint32_t)from->now;
    for (int m = 0; m < k->g.mover_count; m++) {
        int count = from->arc_counts[k->actor[m]];
        stability_arc *arcs = ARENA_ARRAY(mem, stability_arc, (size_t)count);
        for (int a = 0; a < count; a++)
            arcs[a] = (stability_arc){(uint32_t)from->arcs[k->actor[m]][a].from,
                                      (uint32_t)from->arcs[k->actor[m]][a].to};
        k->g.moves[m] =
            stability_arcs(k->g.state_count, arcs, (size_t)count, mem);
    }
}

parley_status stability_build(stability_case **out, const case_model *c,
                              arena *mem, parley_diags *d) {
    stability_case *k = ARENA_NEW(mem, stability_case);
    k->c = c;
    k->party_count = c->party_count;
    k->now = STABILITY_NO_STATE;
    k->g.moves = ARENA_ARRAY(mem, stability_moves, STABILITY_MOVERS + 1);
    *out = k;
    if (!find_movers(k, d)) return PARLEY_ELIMIT;
    if (c->graph) {
        graph_moves(k, mem);
        return PARLEY_OK;
    }
    return option_moves(k, mem, d);
}

parley_status stability_joint(stability_graph *out, const stability_case *k,
                              arena *mem, parley_diags *d) {
    *out = k->g;
    if (k->fixed.count == 0) return PARLEY_OK;
    out->moves = ARENA_ARRAY(mem, stability_moves, STABILITY_MOVERS + 1);
    for (int m = 0; m < k->g.mover_count; m++)
        out->moves[m] = k->g.moves[m];
    const bool **all =
        ARENA_ARRAY(mem, const bool *, (size_t)k->c->issue_count);
    for (int i = 0; i < k->fixed.count; i++) {
        size_t n = (size_t)k->c->issues[k->fixed.items[i]].option_count;
        bool *any = ARENA_ARRAY(mem, bool, n *n);
        for (size_t x = 0; x < n * n; x++)
            any[x] = x % (n + 1) != 0;
        all[k->fixed.items[i]] = any;
    }
    stability_control together = {"all together", all};
    return stability_fibres(&out->moves[out->mover_count++], &k->space,
                            &together, mem, d);
}

/* --- Names --- */

const char *stability_mover_name(const stability_case *k, int mover) {
    return k->c->actors[k->actor[mover]].name;
}

const char *stability_state_name(const stability_case *k, uint32_t state,
                                 arena *mem) {
    if (k->c->graph) return k->c->graph->state_ids[state];
    const char *text = "";
    for (int j = 0; j < k->c->issue_count; j++) {
        const case_issue *i = &k->c->issues[j];
        int o = stability_option(&k->space, k->space.code[state], j);
        text = arena_format(mem, "%s%s%s = %s", text, j ? ", " : "", i->id,
                            i->options[o]);
    }
    return text;
}

uint32_t stability_state_of(const stability_case *k, const int *outcome) {
    return stability_state(&k->space, stability_code(&k->space, outcome));
}
