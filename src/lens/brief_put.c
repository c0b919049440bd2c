/* SPDX-License-Identifier: Apache-2.0
 * The brief as data: `headline` (first, second, lead, lead-error, rests-on),
 * `since` (see brief_since_show.c),
 * `plans` as the lens plans writes it (the bridge included), `sensitivity`
 * {parameters, statements, structure}, `pieces` one a proposal on the table,
 * `durability` {proposal: as that lens writes it}, `forecast` {models, issues}
 * or null, `deals` frontier and solutions as the lens deals writes them or
 * null, `stability` {`places`} as the lens stability writes them or null,
 * `assumptions`, `unsourced`. */
#include "lens/brief.h"

#include <math.h>

#include "lens/deals.h"
#include "lens/plans_depends.h"
#include "lens/sampled.h"

static void put_headline(doc_value *in, const brief_answer *a) {
    doc_value *h = doc_put_object(in, "headline");
    doc_put_text(h, "first", a->first ? a->first->name : NULL);
    doc_put_text(h, "second", a->second ? a->second->name : NULL);
    doc_put_number(h, "lead", a->second ? a->lead : NAN);
    doc_put_number(h, "lead-error", a->second ? a->lead_error : NAN);
    doc_value *rests = doc_put_list(h, "rests-on");
    if (a->rests.on_default) doc_put_text(rests, NULL, "default");
    if (a->rests.on_analyst) doc_put_text(rests, NULL, "analyst");
    if (a->rests.on_prior) doc_put_text(rests, NULL, "prior");
    static const char *const ranked[] = {[TALKS_TABLE] = "table",
                                         [TALKS_VARIANT] = "variants",
                                         [TALKS_GONE] = "gone"};
    doc_put_text(h, "ranked", ranked[a->ranked]);
    doc_value *table = doc_put_list(h, "on-the-table");
    for (int i = 0; i < a->table_count; i++)
        doc_put_text(table, NULL, a->plans->rows[a->table[i]].name);
}

static void put_pieces(doc_value *in, const brief_answer *a) {
    doc_value *list = doc_put_list(in, "pieces");
    for (int i = 0; i < a->table_count; i++) {
        const record_pieces *r = &a->pieces[i];
        doc_value *to = doc_put_object(list, NULL);
        doc_put_text(to, "proposal", a->plans->rows[a->table[i]].name);
        for (int s = 0; s < PIECE_STATUSES; s++)
            doc_put_integer(to, piece_status_name((piece_status)s),
                            r->counts[s]);
    }
}

static void put_deals(doc *to, const case_model *c, const brief_answer *a) {
    if (!a->deals) {
        doc_put_null(doc_data(to), "deals");
        return;
    }
    doc_enter(to, "deals");
    deals_put_space(to, c, a->deals);
    doc_leave(to);
}

static void put_assumptions(doc_value *in, const case_model *c) {
    doc_value *list = doc_put_list(in, "assumptions");
    for (int i = 0; i < c->record_count; i++)
        if (c->record[i].origin.source == CASE_SOURCE_ANALYST &&
            !c->record[i].draft)
            doc_put_text(list, NULL, c->record[i].id);
    doc_put_integer(in, "unsourced", c->unsourced_count);
}

void brief_put(doc *to, const lens_request *q, const brief_answer *a) {
    sampled_put(to, a->plans->main.belief);
    doc_value *data = doc_data(to);
    put_headline(data, a);
    talks_put(data, &a->talks);
    brief_put_since(to, q->c, a->since);
    plans_answer with = *a->plans;
    with.bridge = a->bridge;
    doc_enter(to, "plans");
    plans_put(to, q->c, &with);
    doc_leave(to);
    plans_put_depends(to, q->c, a->sensitivity);
    brief_put_unlock(to, q->c, a);
    brief_put_ask(to, q->c, a);
    brief_put_durability(to, a);
    brief_put_forecast(to, q->c, a);
    put_deals(to, q->c, a);
    put_pieces(data, a);
    stability_brief_put(data, a->stability);
    put_assumptions(data, q->c);
}
