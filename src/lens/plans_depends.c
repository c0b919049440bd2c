/* SPDX-License-Identifier: Apache-2.0
 * What the answer on one proposal, or the lead of one over another, depends on
 * most: parameters of the model, statements of the record, and choices of
 * whoever encoded the case, each with the shares that another reading gives
 * (advice/sensitivity.c has the definitions). Structure stands beside
 * parameters on purpose: a choice between two words of a case file often
 * moves more than a whole range of numbers. */
#include "lens/plans_depends.h"

#include "lens/grounds.h"
#include "record/phrase.h"

enum { ROWS_SHOWN = 5 };

static const char *const keys[ADVICE_CAUSES] = {
    [ADVICE_PARAMETER] = "parameters",
    [ADVICE_STATEMENT] = "statements",
    [ADVICE_STRUCTURE] = "structure"};

static void put_shift(doc_value *list, const case_model *c,
                      const advice_shift *s) {
    doc_value *in = doc_put_object(list, NULL);
    doc_put_text(in, "what", s->label);
    doc_put_text(in, "statement", s->entry < 0 ? NULL : c->record[s->entry].id);
    doc_put_number(in, "first", s->first);
    doc_put_number(in, "second", s->second);
    doc_put_number(in, "change", s->change);
    doc_put_number(in, "change-error", s->error);
    doc_put_bool(in, "flips", s->flips);
}

void plans_put_depends(doc *to, const case_model *c,
                       const advice_sensitivity *found) {
    doc_value *root = doc_data(to);
    if (!found) {
        doc_put_null(root, "sensitivity");
        return;
    }
    doc_value *in = doc_put_object(root, "sensitivity");
    doc_put_number(in, "lead", found->lead);
    doc_put_number(in, "lead-error", found->error);
    for (int k = 0; k < ADVICE_CAUSES; k++) {
        doc_value *list = doc_put_list(in, keys[k]);
        for (int i = 0; i < found->counts[k]; i++)
            put_shift(list, c, &found->shifts[k][i]);
    }
}

static void shift_row(doc *to, doc_table *t, const case_model *c,
                      const advice_shift *s, bool two) {
    arena *mem = doc_arena(to);
    const char *place = case_origin_print(c, &s->origin, mem);
    doc_row(t);
    doc_text *what = doc_cell(t, s->entry < 0 ? "%s" : "without %s", s->label);
    if (s->entry >= 0) {
        const case_entry *e = &c->record[s->entry];
        if (!e->authored)
            doc_more(what, ": %s %s", record_entry_verb(e),
                     record_about_print(c, e, e->about, mem));
        doc_cite(what, NULL, place);
    }
    if (s->flips) doc_strong(what, " (turns the order round)");
    doc_cell_number(t, s->first, 0, DOC_SHARE);
    if (two) doc_cell_number(t, s->second, 0, DOC_SHARE);
    doc_cell_number(t, s->change, s->error, DOC_CHANGE);
}

void plans_show_depends(doc *to, const case_model *c, const plans_answer *a,
                        const advice_sensitivity *found) {
    static const char *const titles[ADVICE_CAUSES] = {
        [ADVICE_PARAMETER] = "parameters, upper against lower third",
        [ADVICE_STATEMENT] = "statements left out",
        [ADVICE_STRUCTURE] = "choices of whoever encoded the case"};
    if (!found) return;
    const bool two = a->row_count > 1;
    doc_section(to, "What this depends on most");
    doc_table *t = doc_table_new(to, "sensitivity");
    doc_caption(t,
                "Share of draws in which all accept, were it otherwise, "
                "and the change of %s:",
                two ? "the lead" : "the share");
    doc_column(t, DOC_LEFT, "were it otherwise");
    doc_column(t, DOC_RIGHT, plans_name(&a->rows[0]));
    if (two) doc_column(t, DOC_RIGHT, plans_name(&a->rows[1]));
    doc_column(t, DOC_RIGHT, "change");
    for (int k = ADVICE_CAUSES - 1; k >= 0; k--) {
        if (found->counts[k] == 0) continue;
        doc_group(t, "%s", titles[k]);
        for (int i = 0; i < found->counts[k] && i < ROWS_SHOWN; i++)
            shift_row(to, t, c, &found->shifts[k][i], two);
    }
    doc_end(to);
}
