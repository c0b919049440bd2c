/* SPDX-License-Identifier: Apache-2.0
 * The belief lens, for programs: the keys that src/lens/belief.c lists. */
#include <math.h>

#include "lens/belief_lens.h"
#include "lens/sampled.h"

static void put_range(doc_value *in, const char *key, belief_range r) {
    doc_value *to = doc_put_object(in, key);
    doc_put_number(to, "mean", r.mean);
    doc_put_number(to, "low", r.low);
    doc_put_number(to, "high", r.high);
}

/* --- By party, issue and option --- */

static void put_weights(doc_value *in, const belief_view *v) {
    const case_model *c = v->b->c;
    doc_value *all = doc_put_object(in, "weights");
    for (int p = 0; p < c->party_count; p++) {
        if (!belief_has_worths(c, p)) {
            doc_put_null(all, c->actors[p].id);
            continue;
        }
        doc_value *to = doc_put_object(all, c->actors[p].id);
        for (int j = 0; j < c->issue_count; j++)
            put_range(to, c->issues[j].id,
                      v->summary->weight[p * c->issue_count + j]);
    }
}

static void put_options(doc_value *in, const char *key, const case_model *c,
                        const double *numbers) {
    doc_value *all = doc_put_object(in, key);
    for (int p = 0; p < c->party_count; p++) {
        if (!belief_has_worths(c, p)) {
            doc_put_null(all, c->actors[p].id);
            continue;
        }
        doc_value *to = doc_put_object(all, c->actors[p].id);
        for (int j = 0; j < c->issue_count; j++) {
            const case_issue *issue = &c->issues[j];
            doc_value *of = doc_put_object(to, issue->id);
            for (int o = 0; o < issue->option_count; o++)
                doc_put_number(of, issue->options[o],
                               numbers[p * c->cell_count + issue->cell + o]);
        }
    }
}

static void put_view(doc_value *in, const char *key, const belief_view *v) {
    if (!v->b) {
        doc_put_null(in, key);
        return;
    }
    doc_value *to = doc_put_object(in, key);
    put_weights(to, v);
    put_options(to, "best", v->b->c, v->summary->best);
}

/* --- The rest --- */

static void put_model(doc_value *in, const belief_view *v, arena *mem) {
    const case_model *c = v->b->c;
    doc_value *to = doc_put_object(in, "model");
    for (int m = 0; m < CASE_PARAMETERS; m++)
        if (m != CASE_HONOUR)
            put_range(to, case_parameter_label((case_parameter_name)m),
                      v->summary->model[m]);
    for (int p = 0; p < c->party_count; p++)
        for (int q = 0; q < c->actor_count; q++) {
            int pair = p * c->actor_count + q;
            if (!v->summary->honour_drawn[pair]) continue;
            put_range(to,
                      arena_format(mem, "honour of %s to %s", c->actors[q].id,
                                   c->actors[p].id),
                      v->summary->honour[pair]);
        }
}

static void put_statements(doc_value *in, const belief_answer *a) {
    const case_model *c = a->record.b->c;
    doc_value *list = doc_put_list(in, "statements");
    for (int i = 0; i < a->review->statement_count; i++) {
        const belief_statement *s = &a->review->statements[i];
        const record_claim *k = s->claim;
        bool demand = k->kind == CASE_DEMAND;
        doc_value *to = doc_put_object(list, NULL);
        doc_put_text(to, "id", c->record[k->entry].id);
        doc_put_text(to, "party", c->actors[k->party].id);
        doc_put_text(to, "kind", case_entry_kind_name(k->kind));
        doc_put_text(to, "issue",
                     demand ? c->issues[k->about.items[0].issue].id : NULL);
        doc_put_number(to, "prior", s->prior);
        doc_put_number(to, "posterior", s->posterior);
        doc_put_number(to, "credence", k->credence);
        doc_put_text(to, "replaced-by",
                     k->replaced_by < 0 ? NULL : c->record[k->replaced_by].id);
        doc_put_bool(to, "informative", s->informative);
        doc_put_bool(to, "weighed", s->weighed);
        doc_put_text(to, "word",
                     k->assumed ? "assumed"
                     : k->own   ? "own"
                                : "reported");
    }
}

static void put_carry(doc_value *list, const belief *b, const belief_carry *k) {
    const case_model *c = b->c;
    doc_value *to = doc_put_object(list, NULL);
    doc_put_text(to, "statement", c->record[k->entry].id);
    doc_put_text(to, "proposal", c->proposals[k->of].id);
    if (k->party >= 0) doc_put_text(to, "party", c->actors[k->party].id);
    doc_put_number(to, "change", k->after - k->before);
    sampled_put_error(to, "change-error", k->error, b);
}

static void put_carries(doc_value *in, const belief_answer *a) {
    doc_value *list = doc_put_list(in, "carries");
    for (int i = 0; i < a->carry_count; i++)
        if (a->carries[i].kind == CARRIES_ANSWER && a->carries[i].party >= 0)
            put_carry(list, a->record.b, &a->carries[i]);
    list = doc_put_list(in, "carries-all");
    for (int i = 0; i < a->carry_count; i++)
        if (a->carries[i].kind == CARRIES_ANSWER && a->carries[i].party < 0)
            put_carry(list, a->record.b, &a->carries[i]);
}

static void put_contradictions(doc_value *in, const belief_answer *a) {
    const case_model *c = a->record.b->c;
    doc_value *list = doc_put_list(in, "contradictions");
    for (int i = 0; i < a->review->contradiction_count; i++) {
        belief_contradiction k = a->review->contradictions[i];
        const record_claim *first = a->review->statements[k.first].claim;
        const record_claim *second = a->review->statements[k.second].claim;
        doc_value *to = doc_put_object(list, NULL);
        doc_put_text(to, "party", c->actors[first->party].id);
        doc_put_text(to, "first", c->record[first->entry].id);
        doc_put_text(to, "second", c->record[second->entry].id);
    }
}

void belief_put(doc *to, const belief_answer *a) {
    const case_model *c = a->record.b->c;
    doc_value *data = doc_data(to);
    put_weights(data, &a->record);
    put_options(data, "best", c, a->record.summary->best);
    put_options(data, "value", c, a->record.summary->value);
    put_model(data, &a->record, doc_arena(to));
    put_statements(data, a);
    put_carries(data, a);
    put_contradictions(data, a);
    put_view(data, "without-analyst", &a->reported);
    put_view(data, "no-record", &a->bare);
}
