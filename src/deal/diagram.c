/* SPDX-License-Identifier: Apache-2.0
 * Making a diagram, and the best path for one party.
 *
 * From the first issue on, layer by layer: a node is known by what its options
 * so far leave of the rules and conditions (deal/rest.h), so all beginnings
 * that leave the same are one node, and an option that breaks a rule leads
 * nowhere. Then from the last layer back: nodes with the same arcs are one,
 * and those from which nothing is reached are none. What comes out is a
 * reduced decision diagram with several values (Lee, Bell System Tech. J. 38,
 * 1959; Bryant, IEEE Trans. Comp. C-35, 1986); its longest paths optimise
 * what adds up along arcs (Bergman, Cire, van Hoeve and Hooker, Decision
 * Diagrams for Optimization, 2016).
 *
 * Edge cases: a condition that no free issue speaks of holds from the start or
 * never; rules that leave nothing give an empty diagram. How large a diagram
 * gets depends on the order of the issues, which is the case's. */
#include "deal/diagram.h"

#include <math.h>
#include <string.h>

#include "deal/rest.h"

/* What is known of the nodes of the layer at hand. */
typedef struct standing {
    uint32_t count;
    uint32_t *parent; /* how a node is first reached */
    int *option;
} standing;

typedef struct building {
    deal_diagram *g;
    const expr **checks;
    int check_count;
    deal_layer *layers;
    standing *nodes; /* by layer */
    int *options;    /* [issue], -1: open */
    bool *open;      /* checks, then extras: still open at the node at hand */
    words left, turned; /* of the arc at hand */
    word_set rows;
    arena *mem, *scratch;
} building;

/* --- What an option decides --- */

/* False if a rule is broken. Fills left (what is open now) and turned (extras
 * that are now sure). */
static bool decide(building *b) {
    b->left.count = b->turned.count = 0;
    for (int i = 0; i < b->check_count + b->g->extras.count; i++) {
        if (!b->open[i]) continue;
        const int extra = i - b->check_count;
        const expr *e =
            extra < 0 ? b->checks[i] : b->g->extras.items[extra].holds;
        const size_t from = b->left.count;
        words_add(&b->left, ~(uintptr_t)i);
        const rest_truth t = rest_of(e, b->options, &b->left);
        if (t == REST_OPEN) continue;
        b->left.count = from;
        if (extra >= 0 && t == REST_TRUE)
            words_add(&b->turned, (uintptr_t)extra);
        if (extra < 0 && t == REST_FALSE) return false;
    }
    return true;
}

/* Sets the options of the way to a node, and what is open there. */
static void stand_at(building *b, int layer, uint32_t at) {
    for (int k = b->g->layer_count - 1; k >= layer; k--)
        b->options[b->layers[k].issue] = -1;
    for (int k = layer; k > 0; k--) {
        b->options[b->layers[k - 1].issue] = b->nodes[k].option[at];
        at = b->nodes[k].parent[at];
    }
    const int all = b->check_count + b->g->extras.count;
    for (int i = 0; i < all; i++)
        b->open[i] = true;
    if (all == 0) return;
    decide(b);
    memset(b->open, 0, (size_t)all * sizeof *b->open);
    for (size_t i = 0; i < b->left.count; i++)
        if (~b->left.items[i] < (uintptr_t)all)
            b->open[~b->left.items[i]] = true;
}

/* --- Downwards --- */

static void note_node(building *b, int layer, uint32_t at, uint32_t parent,
                      int option) {
    standing *s = &b->nodes[layer];
    if (at < s->count) return;
    if ((at & (at - 1)) == 0) { /* a power of two: full */
        const size_t room = at ? 2 * (size_t)at : 1;
        s->parent =
            arena_grow(b->scratch, s->parent, at, room, sizeof *s->parent);
        s->option =
            arena_grow(b->scratch, s->option, at, room, sizeof *s->option);
    }
    s->parent[at] = parent;
    s->option[at] = option;
    s->count = at + 1;
}

/* False when there are too many arcs. */
static bool add_layer(building *b, int k) {
    deal_layer *l = &b->layers[k];
    const int options = b->g->c->issues[l->issue].option_count;
    const uint32_t count = b->nodes[k].count;
    b->g->arcs += (size_t)count * (size_t)options;
    if (b->g->arcs > DEAL_ARCS_MOST) return false;
    uint32_t *to =
        ARENA_ARRAY(b->scratch, uint32_t, (size_t)count * (size_t)options + 1);
    uint32_t *row =
        ARENA_ARRAY(b->scratch, uint32_t, (size_t)count * (size_t)options + 1);
    arena *own = arena_child(b->scratch);
    word_set next = word_set_new(own);
    for (uint32_t at = 0; at < count; at++) {
        stand_at(b, k, at);
        for (int o = 0; o < options; o++) {
            const size_t arc = (size_t)at * (size_t)options + (size_t)o;
            b->options[l->issue] = o;
            to[arc] = DEAL_NOWHERE;
            if (!decide(b)) continue;
            to[arc] = word_set_add(&next, &b->left);
            row[arc] = word_set_add(&b->rows, &b->turned);
            note_node(b, k + 1, to[arc], at, o);
        }
    }
    arena_free(own);
    l->nodes = count;
    l->to = to;
    l->row = row;
    return true;
}

/* --- Upwards --- */

/* The layer with nodes of the same arcs united and dead ones left out.
 * became: [node of the next layer], in and out. */
static void reduce_layer(building *b, int k, uint32_t **became) {
    deal_layer *l = &b->layers[k];
    const size_t options = (size_t)b->g->c->issues[l->issue].option_count;
    arena *own = arena_child(b->scratch);
    word_set kept = word_set_new(own);
    words arcs = {.mem = own};
    uint32_t *here = ARENA_ARRAY(b->scratch, uint32_t, (size_t)l->nodes + 1);
    for (uint32_t at = 0; at < l->nodes; at++) {
        bool dead = true;
        arcs.count = 0;
        for (size_t o = 0; o < options; o++) {
            const size_t arc = at * options + o;
            uint32_t to = l->to[arc];
            if (to != DEAL_NOWHERE) to = (*became)[to];
            dead = dead && to == DEAL_NOWHERE;
            words_add(&arcs, to);
            words_add(&arcs, to == DEAL_NOWHERE ? 0 : l->row[arc]);
        }
        here[at] = dead ? DEAL_NOWHERE : word_set_add(&kept, &arcs);
    }
    uint32_t *to = ARENA_ARRAY(b->mem, uint32_t, kept.all.count / 2 + 1);
    uint32_t *row = ARENA_ARRAY(b->mem, uint32_t, kept.all.count / 2 + 1);
    for (size_t i = 0; i < kept.all.count / 2; i++) {
        to[i] = (uint32_t)kept.all.items[2 * i];
        row[i] = (uint32_t)kept.all.items[2 * i + 1];
    }
    l->nodes = (uint32_t)kept.count;
    l->to = to;
    l->row = b->g->extras.count > 0 ? row : NULL;
    *became = here;
    arena_free(own);
}

static void reduce(building *b) {
    deal_diagram *g = b->g;
    uint32_t *became = ARENA_ARRAY(b->scratch, uint32_t, 1);
    g->arcs = 0;
    g->nodes_most = 1;
    for (int k = g->layer_count - 1; k >= 0; k--) {
        reduce_layer(b, k, &became);
        const uint32_t nodes = b->layers[k].nodes;
        if (nodes == 0) g->empty = true;
        if (nodes > g->nodes_most) g->nodes_most = nodes;
        g->arcs += (size_t)nodes *
                   (size_t)g->c->issues[b->layers[k].issue].option_count;
    }
}

/* --- Rows and numbers --- */

static uint64_t mark_of(uint64_t extra) {
    const uint64_t h = (extra + 1) * UINT64_C(0x9e3779b97f4a7c15);
    return (h ^ h >> 31) * UINT64_C(0xbf58476d1ce4e5b9);
}

static void fill_rows(building *b) {
    deal_diagram *g = b->g;
    const size_t parties = (size_t)g->c->party_count;
    double *rows = ARENA_ARRAY(b->mem, double, b->rows.count *parties + 1);
    uint64_t *marks = ARENA_ARRAY(b->mem, uint64_t, b->rows.count);
    for (size_t r = 0; r < b->rows.count; r++)
        for (size_t i = b->rows.begin[r]; i < b->rows.begin[r + 1]; i++) {
            const deal_extra *e = &g->extras.items[b->rows.all.items[i]];
            rows[r * parties + (size_t)e->party] += e->worth;
            marks[r] += mark_of(b->rows.all.items[i]);
        }
    g->rows = rows;
    g->marks = marks;
    g->row_count = (uint32_t)b->rows.count;
}

static void count_outcomes(building *b) {
    deal_diagram *g = b->g;
    double *below = ARENA_ARRAY(b->scratch, double, g->nodes_most);
    double *here = ARENA_ARRAY(b->scratch, double, g->nodes_most);
    below[0] = 1;
    for (int k = g->layer_count - 1; k >= 0; k--) {
        const deal_layer *l = &g->layers[k];
        const size_t options = (size_t)g->c->issues[l->issue].option_count;
        for (uint32_t at = 0; at < l->nodes; at++) {
            here[at] = 0;
            for (size_t o = 0; o < options; o++) {
                const uint32_t to = l->to[at * options + o];
                if (to != DEAL_NOWHERE) here[at] += below[to];
            }
        }
        double *spare = below;
        below = here;
        here = spare;
    }
    g->outcomes = g->empty ? 0 : below[0];
}

/* --- Making --- */

static void begin(building *b, const case_model *c, const deal_scope *scope) {
    deal_diagram *g = b->g;
    const size_t n = (size_t)c->issue_count;
    int *cells = ARENA_ARRAY(b->mem, int, n + 1);
    b->options = ARENA_ARRAY(b->mem, int, n + 1);
    b->layers = ARENA_ARRAY(b->mem, deal_layer, n + 1);
    b->nodes = ARENA_ARRAY(b->scratch, standing, n + 1);
    for (int j = 0; j < c->issue_count; j++) {
        b->options[j] = scope->fixed ? scope->fixed[j] : -1;
        if (b->options[j] < 0)
            b->layers[g->layer_count++].issue = j;
        else
            cells[g->fixed_count++] = c->issues[j].cell + b->options[j];
    }
    b->check_count = c->rule_count + scope->within_count;
    const size_t all = (size_t)b->check_count + (size_t)g->extras.count;
    b->checks = ARENA_ARRAY(b->scratch, const expr *, all + 1);
    for (int i = 0; i < c->rule_count; i++)
        b->checks[i] = c->rules[i].holds;
    for (int i = 0; i < scope->within_count; i++)
        b->checks[c->rule_count + i] = scope->within[i];
    b->open = ARENA_ARRAY(b->scratch, bool, all + 1);
    memset(b->open, 1, all * sizeof *b->open);
    g->fixed = cells;
    g->layers = b->layers;
    b->left = b->turned = (words){.mem = b->scratch};
    b->rows = word_set_new(b->scratch);
    word_set_add(&b->rows, &b->turned); /* row 0: nothing */
}

static bool build(building *b) {
    deal_diagram *g = b->g;
    g->empty = !decide(b);
    g->first_row = word_set_add(&b->rows, &b->turned);
    note_node(b, 0, 0, 0, -1);
    for (int k = 0; !g->empty && k < g->layer_count; k++)
        if (!add_layer(b, k)) return false;
    return true;
}

static const int *copy_held(const building *b) {
    const size_t n = (size_t)b->g->c->issue_count;
    int *held = ARENA_ARRAY(b->mem, int, n + 1);
    memcpy(held, b->options, n * sizeof *held);
    return held;
}

static bool refuse(const building *b, parley_diags *d) {
    const case_model *c = b->g->c;
    int k = 0;
    while (k + 1 < b->g->layer_count && b->nodes[k + 1].count > 0)
        k++;
    diag_limit(d, SPAN_NONE, "deal/space-limit",
               "rules and conditions leave too much open at once: at issue "
               "\"%s\" there are %u different ways to go on, and over %d in "
               "all",
               c->issues[b->layers[k].issue].id, b->nodes[k].count,
               DEAL_ARCS_MOST);
    diag_hint(d, "name the issues that rules and conditions couple one after "
                 "the other");
    return false;
}

const deal_diagram *deal_diagram_new(const case_model *c, deal_scope scope,
                                     deal_extras extras, arena *mem,
                                     parley_diags *d) {
    deal_diagram *g = ARENA_NEW(mem, deal_diagram);
    *g = (deal_diagram){.c = c, .extras = extras, .nodes_most = 1};
    building b = {.g = g, .mem = mem, .scratch = arena_child(mem)};
    begin(&b, c, &scope);
    g->held = copy_held(&b);
    const bool made = build(&b) || refuse(&b, d);
    if (made && !g->empty) reduce(&b);
    if (made) fill_rows(&b);
    if (made) count_outcomes(&b);
    arena_free(b.scratch);
    return made ? g : NULL;
}

/* --- Worths on conditions --- */

deal_extras deal_extras_of(const case_model *c, arena *mem) {
    int count = 0;
    for (int p = 0; p < c->party_count; p++)
        count += c->preferences[p].when_count;
    deal_extra *items = ARENA_ARRAY(mem, deal_extra, (size_t)count + 1);
    deal_extras all = {items, 0};
    for (int p = 0; p < c->party_count; p++)
        for (int i = 0; i < c->preferences[p].when_count; i++) {
            const case_condition *of = &c->preferences[p].when[i];
            items[all.count++] =
                (deal_extra){p, of->holds, number_from_fixed(of->worth)};
        }
    return all;
}

double deal_extra_worth(deal_extras extras, int party, const int *outcome) {
    double sum = 0;
    for (int i = 0; i < extras.count; i++)
        if (extras.items[i].party == party &&
            expr_holds(extras.items[i].holds, outcome))
            sum += extras.items[i].worth;
    return sum;
}

/* --- Reading --- */

static double fixed_worth(const deal_diagram *g, const double *worth) {
    double sum = 0;
    for (int i = 0; i < g->fixed_count; i++)
        sum += worth[g->fixed[i]];
    return sum;
}

double deal_diagram_most(const deal_diagram *g, int party, const double *worth,
                         double times, double *room) {
    if (g->empty) return -INFINITY;
    const size_t parties = (size_t)g->c->party_count;
    const double *rows = g->rows + party;
    double *here = room, *next = room + g->nodes_most;
    here[0] = times * (fixed_worth(g, worth) + rows[g->first_row * parties]);
    for (int k = 0; k < g->layer_count; k++) {
        const deal_layer *l = &g->layers[k];
        const case_issue *issue = &g->c->issues[l->issue];
        const size_t options = (size_t)issue->option_count;
        const uint32_t after =
            k + 1 < g->layer_count ? g->layers[k + 1].nodes : 1;
        for (uint32_t i = 0; i < after; i++)
            next[i] = -INFINITY;
        const double *cells = worth + issue->cell;
        for (size_t at = 0, arc = 0; at < l->nodes; at++)
            for (size_t o = 0; o < options; o++, arc++) {
                if (l->to[arc] == DEAL_NOWHERE) continue;
                double more = cells[o];
                if (l->row) more += rows[l->row[arc] * parties];
                const double sum = here[at] + times * more;
                if (sum > next[l->to[arc]]) next[l->to[arc]] = sum;
            }
        double *spare = here;
        here = next;
        next = spare;
    }
    return here[0];
}
