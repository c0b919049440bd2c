/* SPDX-License-Identifier: Apache-2.0
 * What `unlock` found, as data. Shares and gains of a set are those of the
 * fresh draws; `search-all` and `search-smallest` are those it was chosen by.
 */
#include "lens/outcome.h"
#include "lens/sampled.h"
#include "lens/unlock_lens.h"

#include <math.h>

static const char *const kind_names[UNLOCK_KINDS] = {
    [UNLOCK_TERM] = "term",           [UNLOCK_PART] = "down-payment",
    [UNLOCK_TO_TERMS] = "to-terms",   [UNLOCK_TO_TALKS] = "to-talks",
    [UNLOCK_FAIL] = "fail",           [UNLOCK_LASTS] = "lasts",
    [UNLOCK_GUARANTEE] = "guarantee", [UNLOCK_PAIR] = "pair",
    [UNLOCK_LEVER] = "lever",
};

typedef struct putting {
    const case_model *c;
    const unlock_page *p;
    arena *mem;
} putting;

static void put_mean(const putting *g, doc_value *in, const char *key,
                     belief_measure m) {
    doc_put_number(in, key, m.mean);
    sampled_put_error(in, arena_format(g->mem, "%s-error", key), m.error,
                      g->p->fresh->belief);
}

static void put_by(const putting *g, doc_value *in, const char *key,
                   const belief_measure *by) {
    doc_value *means = doc_put_object(in, key);
    for (int i = 0; i < g->c->party_count; i++)
        doc_put_number(means, g->c->actors[i].id, by[i].mean);
    const char *error = arena_format(g->mem, "%s-error", key);
    if (g->p->fresh->belief->single) {
        doc_put_null(in, error);
        return;
    }
    doc_value *errors = doc_put_object(in, error);
    for (int i = 0; i < g->c->party_count; i++)
        doc_put_number(errors, g->c->actors[i].id, by[i].error);
}

static void put_other(const putting *g, doc_value *in, const char *key,
                      const unlock_effect *of, int at) {
    if (of)
        put_mean(g, in, key, of[at].all);
    else {
        doc_put_null(in, key);
        doc_put_null(in, arena_format(g->mem, "%s-error", key));
    }
}

static void put_terms(const putting *g, doc_value *in, const unlock_set *set) {
    doc_value *list = doc_put_list(in, "changes");
    for (int i = 0; i < set->count; i++)
        doc_put_text(list, NULL, g->p->found->changes[set->changes[i]].what);
}

static void put_set(const putting *g, doc_value *in, int at) {
    const unlock_set *set = g->p->sets[at];
    const unlock_effect *e = &g->p->effects[at];
    put_terms(g, in, set);
    doc_put_number(in, "cost", set->cost);
    put_mean(g, in, "all", e->all);
    put_mean(g, in, "change", e->by_base);
    put_by(g, in, "accept", e->accept);
    put_by(g, in, "accept-change", e->accept_change);
    put_by(g, in, "gain", e->gain);
    put_by(g, in, "gain-change", e->gain_change);
    doc_put_text(in, "smallest", g->c->actors[e->smallest].id);
    put_mean(g, in, "comply-all", e->comply);
    put_mean(g, in, "comply-change", e->comply_change);
    put_other(g, in, "no-record", g->p->bare, at);
    put_other(g, in, "without-analyst", g->p->sourced, at);
    doc_put_text(in, "lost-phase", unlock_lost_phase(g->c, g->p, at));
    doc_put_number(in, "search-all", set->all);
    doc_put_number(in, "search-smallest", set->smallest);
}

static void put_at(const putting *g, doc_value *in, const char *key, int at) {
    if (at < 0)
        doc_put_null(in, key);
    else
        put_set(g, doc_put_object(in, key), at);
}

static void put_changes(const putting *g, doc_value *root) {
    const unlock_answer *a = g->p->found;
    doc_value *list = doc_put_list(root, "candidates");
    for (int i = 0; i < a->change_count; i++) {
        const unlock_change *c = &a->changes[i];
        doc_value *in = doc_put_object(list, NULL);
        doc_put_text(in, "what", c->what);
        doc_put_text(in, "kind", kind_names[c->kind]);
        doc_put_number(in, "cost", c->cost);
    }
}

static void put_envoys(const putting *g, doc_value *root) {
    doc_value *list = doc_put_list(root, "approaches");
    for (int i = 0; i < g->p->envoy_count; i++) {
        const unlock_envoy *e = &g->p->envoys[i];
        const case_relation *r = &g->c->relations[e->approach.relation];
        doc_value *in = doc_put_object(list, NULL);
        doc_put_text(in, "ask", g->c->actors[e->approach.actor].id);
        doc_put_text(in, "party", g->c->actors[e->approach.party].id);
        doc_put_text(in, "source", case_origin_print(g->c, &r->origin, g->mem));
        doc_put_number(in, "all-if-yes",
                       g->p->effects[0].others[e->approach.party]);
        doc_value *route = doc_put_list(in, "route");
        for (int k = 0; k < e->route.count; k++)
            doc_put_text(route, NULL, g->c->actors[e->route.actors[k]].id);
    }
}

static void put_search(const putting *g, doc_value *root) {
    const unlock_work *w = &g->p->found->work;
    doc_value *in = doc_put_object(root, "search");
    doc_put_integer(in, "changes-most", w->changes_most);
    doc_put_integer(in, "exact-up-to", w->exact_most);
    doc_put_number(in, "sets", w->sets);
    doc_put_number(in, "touch-a-field-twice", w->twice);
    doc_put_number(in, "break-a-rule", w->broken);
    doc_put_number(in, "same-plan", w->equal);
    doc_put_number(in, "plans", w->valued);
    doc_put_number(in, "draws-spared", w->pairs > 0 ? w->spared / w->pairs : 0);
    doc_put_number(in, "bargains", w->tables);
    doc_put_number(in, "not-told-apart", g->p->found->unclear);
    doc_put_number(in, "bound", w->bound);
    doc_put_number(in, "best-first-misses", w->regret);
}

void unlock_put(doc *to, const case_model *c, const unlock_page *p) {
    putting g = {c, p, doc_arena(to)};
    doc_value *root = doc_data(to);
    doc_put_text(root, "proposal", p->found->proposal->id);
    put_set(&g, doc_put_object(root, "as-it-stands"), 0);
    doc_value *list = doc_put_list(root, "sets");
    for (int i = 1; i <= p->listed; i++)
        put_set(&g, doc_put_object(list, NULL), i);
    doc_put_number(root, "target", p->target);
    put_at(&g, root, "reaches-target", p->target_at);
    put_at(&g, root, "best", p->best_at);
    put_changes(&g, root);
    put_envoys(&g, root);
    put_search(&g, root);
    sampled_put(to, p->fresh->belief);
}
