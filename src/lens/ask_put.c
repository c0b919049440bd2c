/* SPDX-License-Identifier: Apache-2.0
 * What `ask` found, as data. */
#include "lens/ask_lens.h"
#include "lens/sampled.h"

#include <math.h>

typedef struct putting {
    const case_model *c;
    const ask_page *p;
    arena *mem;
} putting;

static const char *proposal_id(const putting *g, int proposal) {
    return proposal < 0 ? NULL : g->c->proposals[proposal].id;
}

static void put_branch(const putting *g, doc_value *in, const char *key,
                       const ask_branch *b) {
    doc_value *of = doc_put_object(in, key);
    doc_put_number(of, "share", b->share);
    doc_put_text(of, "best", proposal_id(g, b->best));
    doc_put_number(of, "all", b->all);
    doc_put_number(of, "leader", b->leader);
}

static void put_names(const putting *g, doc_value *in, const char *key,
                      const int *actors, int count) {
    doc_value *list = doc_put_list(in, key);
    for (int i = 0; i < count; i++)
        doc_put_text(list, NULL, g->c->actors[actors[i]].id);
}

static void put_question(const putting *g, doc_value *list,
                         const ask_worth *w) {
    const ask_way *way = &g->p->ways[w->question->party];
    doc_value *in = doc_put_object(list, NULL);
    doc_put_text(in, "id", w->question->id);
    doc_put_text(in, "party", g->c->actors[w->question->party].id);
    doc_put_text(in, "words", ask_words(g->c, w->question, g->mem));
    doc_put_number(in, "value", w->value.mean);
    doc_put_number(in, "value-error", w->value.error);
    doc_put_number(in, "value-crossed", w->crossed);
    doc_put_number(in, "shift", w->shift);
    put_branch(g, in, "yes", &w->yes);
    put_branch(g, in, "no", &w->no);
    put_names(g, in, "route", way->route.actors, way->route.count);
    if (way->route.count == 0)
        doc_put_null(in, "route-cost");
    else
        doc_put_number(in, "route-cost", way->route.cost);
    put_names(g, in, "indispensable", way->cut.items, way->cut.count);
}

/* Of a step without a question: what to go with, unless none is left that all
 * would sign. */
static void put_step(const putting *g, doc_value *in, const char *key,
                     const ask_step *s) {
    if (!s) {
        doc_put_null(in, key);
        return;
    }
    doc_value *step = doc_put_object(in, key);
    doc_put_number(step, "share", s->share);
    doc_put_text(step, "ask", s->question ? s->question->id : NULL);
    doc_put_text(step, "best", proposal_id(g, s->best));
    doc_put_number(step, "all", s->all);
    if (s->question || isnan(s->all))
        doc_put_null(step, "none-left");
    else
        doc_put_bool(step, "none-left", ask_none_is_left(s, g->p->found->kept));
    put_step(g, step, "yes", s->yes);
    put_step(g, step, "no", s->no);
}

static void put_sequence(const putting *g, doc_value *root) {
    const ask_plan *row = &g->p->found->plan;
    if (!row->first) {
        doc_put_null(root, "sequence");
        return;
    }
    doc_value *in = doc_put_object(root, "sequence");
    doc_put_number(in, "value", row->value);
    doc_put_number(in, "value-crossed", row->crossed);
    put_step(g, in, "first", row->first);
}

void ask_put(doc *to, const case_model *c, const ask_page *p) {
    putting g = {c, p, doc_arena(to)};
    const ask_answer *a = p->found;
    doc_value *root = doc_data(to);
    doc_put_text(root, "leader", proposal_id(&g, a->leader));
    doc_put_number(root, "all", a->leader < 0 ? NAN : a->all.mean);
    sampled_put_error(root, "all-error", a->all.error, p->belief);
    doc_put_number(root, "no-record", p->bare);
    doc_put_number(root, "without-analyst", p->sourced);
    doc_value *replies = doc_put_object(root, "answered");
    for (int i = 0; i < p->reply_count; i++)
        doc_put_text(replies, p->replies[i].id,
                     p->replies[i].yes ? "yes" : "no");
    doc_put_integer(root, "draws-left", a->kept);
    doc_value *list = doc_put_list(root, "questions");
    for (int i = 0; i < a->worth_count; i++)
        put_question(&g, list, &a->worths[p->order[i]]);
    doc_put_integer(root, "certain", a->certain);
    doc_put_integer(root, "same-answer", a->same);
    put_sequence(&g, root);
    sampled_put(to, p->belief);
}
