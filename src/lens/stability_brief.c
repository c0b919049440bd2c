/* SPDX-License-Identifier: Apache-2.0
 * The brief's paragraph on a proposal: once it is signed and its first phase is
 * in force, who could gain by moving alone, and is that answered? Nothing is
 * said where nobody can move, where there is no status quo, or where the model
 * can't be asked; and no more than that where it is too large. */
#include "lens/grounds.h"
#include "lens/stability_words.h"

static bool anybody_moves(const case_model *c) {
    if (c->move_count > 0 || c->graph) return true;
    for (int j = 0; j < c->issue_count; j++)
        if (c->issues[j].by.count > 0) return true;
    return false;
}

const stability_brief *stability_brief_run(const lens_request *q, arena *mem) {
    stability_brief *b = ARENA_NEW(mem, stability_brief);
    if (!q->c->has_now || !anybody_moves(q->c)) return b;
    lens_request plain = *q;
    plain.options = NULL;
    plain.option_count = 0;
    const void *answer = NULL;
    parley_status status = stability_lens.run(&answer, &plain, mem, NULL);
    if (status == PARLEY_OK) b->a = answer;
    b->too_large = status == PARLEY_ELIMIT;
    return b;
}

static const stability_place *first_phase(const stability_answer *a,
                                          int proposal) {
    for (int i = 0; a && i < a->place_count; i++)
        if (a->places[i].proposal == proposal && a->places[i].phase == 0)
            return &a->places[i];
    return NULL;
}

/* Of whom it can be asked whether it would stay. */
static bool can_move(const case_model *c, int party) {
    for (int j = 0; j < c->issue_count; j++)
        if (case_list_has(c->issues[j].by, party)) return true;
    for (int i = 0; i < c->move_count; i++)
        if (case_list_has(c->moves[i].by, party)) return true;
    return c->graph != NULL;
}

static void say_unmoved(doc_text *t, const case_model *c) {
    for (int p = 0; p < c->party_count; p++)
        if (!can_move(c, p))
            doc_more(t, " Nothing is in the hand of %s alone.",
                     c->actors[p].name);
}

static void say_shares(doc_text *t, const stability_answer *a,
                       const stability_place *p) {
    const int seq = 3;
    const char *before = "";
    for (int i = 0; i < a->k->party_count; i++) {
        if (!can_move(a->k->c, i)) continue;
        doc_more(t, *before ? "%s%s in " : "%s%s would stay in ", before,
                 a->k->c->actors[i].name);
        before = ", ";
        doc_number(t, p->stand[i].share[seq].value,
                   p->stand[i].share[seq].error, DOC_SHARE);
        grounds_rest(t, a->k->c, i);
    }
    doc_more(t, ", all in ");
    doc_number(t, p->all[seq].value, p->all[seq].error, DOC_SHARE);
    doc_more(t, " of model draws (with no record at all ");
    doc_number(t, p->no_record[seq].value, 0, DOC_SHARE);
    grounds_rest(t, NULL, GROUNDS_BARE);
    if (a->has_analyst) {
        doc_more(t, ", without the analyst's assumptions ");
        doc_number(t, p->no_analyst[seq].value, 0, DOC_SHARE);
        grounds_rest(t, NULL, GROUNDS_SOURCED);
    }
    doc_more(t, ").");
    say_unmoved(t, a->k->c);
}

/* The most tempting move of each party, in one sentence each. */
static void say_temptation(doc_text *t, const stability_answer *a,
                           const stability_place *p, int party) {
    const stability_stand *s = &p->stand[party];
    if (s->best == STABILITY_NO_STATE) return;
    doc_more(t, " The best move of %s is %s%s", a->k->c->actors[party].name,
             a->sampled ? "most often " : "",
             stability_change_words(a->k, p->state, s->best, t->mem));
    if (!a->sampled)
        doc_more(t, s->credible ? ", which the others credibly answer"
                    : s->answer ? ", which the others can answer at a cost"
                                : ", which nothing answers");
    doc_more(t, ".");
}

bool stability_brief_has(const stability_brief *b, int proposal) {
    return first_phase(b->a, proposal) != NULL;
}

void stability_brief_show(doc *to, const stability_brief *b, int proposal,
                          const char *name) {
    const stability_answer *a = b->a;
    const stability_place *p = first_phase(a, proposal);
    doc_text *t = doc_bullet(to, "%s", "");
    doc_strong(t, "\"%s\"", name);
    doc_more(t, ": ");
    if (a->sampled)
        say_shares(t, a, p);
    else
        doc_more(t, a->equilibrium[p->state] & STABILITY_SEQ
                        ? "nobody has a move that pays and is not credibly "
                          "answered."
                        : "it would not hold by itself.");
    for (int i = 0; i < a->k->party_count; i++)
        say_temptation(t, a, p, i);
}

void stability_brief_graph(doc *to, const stability_brief *b) {
    if (b->a && stability_is_small(b->a)) stability_show_holding(to, b->a);
}

void stability_brief_put(doc_value *data, const stability_brief *b) {
    if (b->a)
        stability_put_places(doc_put_object(data, "stability"), b->a);
    else
        doc_put_null(data, "stability");
}
