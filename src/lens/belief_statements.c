/* SPDX-License-Identifier: Apache-2.0
 * The belief lens, for people: what each statement says of the draws, which of
 * them contradict or replace one another, and what hangs on each. */
#include <math.h>

#include "lens/belief_lens.h"
#include "lens/entries.h"
#include "lens/grounds.h"
#include "record/phrase.h"

/* Changes told of a statement, and how many errors make one worth telling. */
enum { CHANGES_SHOWN = 3 };
#define ERRORS       3.0
#define CHANGE_LEAST 0.01

static const char *says(const case_model *c, const record_claim *k,
                        arena *mem) {
    const case_entry *e = &c->record[k->entry];
    return arena_format(mem, "%s %s", record_entry_verb(e),
                        record_about_print(c, e, k->about, mem));
}

/* --- Every statement --- */

static void remark(doc_table *t, const case_model *c,
                   const belief_statement *s) {
    const record_claim *k = s->claim;
    doc_text *cell = doc_cell_blank(t);
    if (k->replaced_by >= 0)
        doc_more(cell, "replaced by %s", c->record[k->replaced_by].id);
    else if (!s->weighed)
        doc_more(cell, "can't be judged here");
    else if (!s->informative)
        doc_more(cell, "carries no information: %s draw satisfies it",
                 s->prior < 0.5 ? "hardly any" : "nearly every");
    else if (k->conflicts_with >= 0)
        doc_more(cell, "against %s, both are kept",
                 c->record[k->conflicts_with].id);
    if (k->repeats.count > 0)
        doc_more(cell, "%sstands for %d repeats too", cell->first ? "; " : "",
                 k->repeats.count);
}

static void show_statement(doc_table *t, const case_model *c,
                           const belief_statement *s, arena *mem) {
    const record_claim *k = s->claim;
    doc_row(t);
    doc_cite(doc_cell_blank(t), c->record[k->entry].id,
             case_origin_print(c, &c->record[k->entry].origin, mem));
    doc_cell(t, "%s %s", c->actors[k->party].name, says(c, k, mem));
    doc_cell(t, "%s", k->assumed ? "assumed" : k->own ? "own" : "reported");
    doc_rests(doc_cell_number(t, k->credence, 0, DOC_SHARE),
              c->record[k->entry].id);
    grounds_rest(doc_cell_number(t, s->prior, 0, DOC_SHARE), c, GROUNDS_BARE);
    doc_cell_number(t, s->posterior, 0, DOC_SHARE);
    remark(t, c, s);
}

static void show_all(doc *to, const belief_answer *a) {
    const case_model *c = a->record.b->c;
    doc_section(to, "What was said, and how much of the model it fits");
    if (a->review->statement_count == 0) {
        doc_say(to, "No statement on record says what a party wants.");
        doc_end(to);
        return;
    }
    doc_table *t = doc_table_new(to, "statements");
    doc_column(t, DOC_LEFT, "Statement");
    doc_column(t, DOC_LEFT, "Says");
    doc_column(t, DOC_LEFT, "Word");
    doc_column(t, DOC_RIGHT, "Credence");
    doc_column(t, DOC_RIGHT, "Prior draws");
    doc_column(t, DOC_RIGHT, "Draws");
    doc_column(t, DOC_LEFT, "");
    for (int i = 0; i < a->review->statement_count; i++)
        show_statement(t, c, &a->review->statements[i], doc_arena(to));
    doc_caption(t, "Shares of draws that satisfy the statement, before the "
                   "record is heard and after. A statement that moves its own "
                   "share little was expected anyway.");
    doc_end(to);
}

/* --- Against each other --- */

static void tell(doc_text *t, const case_model *c, const record_claim *k,
                 arena *mem) {
    const char *date = entry_date(c, k->entry, mem);
    doc_more(t, "%s%s%s", says(c, k, mem), date ? " on " : "",
             date ? date : "");
    entry_cite(t, c, k->entry, mem);
}

static void bullet_change(doc *to, const case_model *c, const record_claim *k) {
    arena *mem = doc_arena(to);
    const char *date = entry_date(c, k->replaced_by, mem);
    doc_text *t = doc_bullet(to, "%s ", c->actors[k->party].name);
    tell(t, c, k, mem);
    doc_more(t, "; replaced%s%s", date ? " on " : "", date ? date : "");
    entry_cite(t, c, k->replaced_by, mem);
    doc_more(t, ".");
}

static void bullet_contradiction(doc *to, const case_model *c,
                                 const record_claim *first,
                                 const record_claim *second) {
    arena *mem = doc_arena(to);
    doc_text *t = doc_bullet(to, "%s ", c->actors[first->party].name);
    tell(t, c, first, mem);
    doc_more(t, " and ");
    tell(t, c, second, mem);
    doc_more(t, ": no draw satisfies both.");
}

static void bullet_conflict(doc *to, const case_model *c,
                            const record_claim *k) {
    arena *mem = doc_arena(to);
    doc_text *t = doc_bullet(to, "%s ", c->actors[k->party].name);
    tell(t, c, k, mem);
    doc_more(t, "; another voice says otherwise, and both are kept");
    entry_cite(t, c, k->conflicts_with, mem);
    doc_more(t, ".");
}

static void show_against(doc *to, const belief_answer *a) {
    const case_model *c = a->record.b->c;
    const belief_review *r = a->review;
    int count = r->contradiction_count;
    doc_section(to, "Contradictions and changes of position");
    for (int i = 0; i < r->contradiction_count; i++)
        bullet_contradiction(to, c,
                             r->statements[r->contradictions[i].first].claim,
                             r->statements[r->contradictions[i].second].claim);
    for (int i = 0; i < r->statement_count; i++) {
        const record_claim *k = r->statements[i].claim;
        if (k->replaced_by >= 0)
            bullet_change(to, c, k);
        else if (k->conflicts_with >= 0)
            bullet_conflict(to, c, k);
        else
            continue;
        count++;
    }
    if (count == 0)
        doc_say(to, "None: no party's statements exclude each other, and "
                    "none has replaced an earlier one.");
    doc_end(to);
}

/* --- What hangs on each --- */

static bool is_told(const belief_carry *k) {
    double change = fabs(k->after - k->before);
    return change >= CHANGE_LEAST && change > ERRORS * k->error;
}

/* The largest change of a kind between begin and end that is not told yet. */
static int next_change(const belief_carry *of, int begin, int end,
                       belief_carry_kind kind, const bool *told) {
    int most = -1;
    for (int i = begin; i < end; i++) {
        if (told[i - begin] || of[i].kind != kind || !is_told(&of[i])) continue;
        if (most < 0 || fabs(of[i].after - of[i].before) >
                            fabs(of[most].after - of[most].before))
            most = i;
    }
    return most;
}

static void tell_subject(doc_text *t, const case_model *c,
                         const belief_carry *k) {
    const char *party = k->party < 0 ? "" : c->actors[k->party].name;
    int issue = k->kind == CARRIES_BEST ? belief_issue_of(c, k->of) : k->of;
    if (k->kind == CARRIES_WEIGHT)
        doc_more(t, "mean weight of %s to %s", c->issues[issue].id, party);
    else if (k->kind == CARRIES_BEST)
        doc_more(t, "%s: %s is best for %s", c->issues[issue].id,
                 c->issues[issue].options[k->of - c->issues[issue].cell],
                 party);
    else if (k->party < 0)
        doc_more(t, "all accept %s", c->proposals[k->of].name);
    else
        doc_more(t, "%s accepts %s", party, c->proposals[k->of].name);
}

static void tell_change(doc_text *t, const case_model *c,
                        const belief_carry *k) {
    tell_subject(t, c, k);
    doc_more(t, " ");
    doc_number(t, k->before, 0, DOC_SHARE);
    doc_more(t, " to ");
    doc_number(t, k->after, 0, DOC_SHARE);
    doc_more(t, " (");
    doc_number(t, k->after - k->before, k->error, DOC_CHANGE);
    doc_more(t, ")");
}

/* One line a proposal, and one an issue of a party, is enough. */
static bool is_alike(const case_model *c, const belief_carry *a,
                     const belief_carry *b) {
    if (a->kind != b->kind) return false;
    if (a->kind == CARRIES_ANSWER) return a->of == b->of;
    if (a->party != b->party) return false;
    if (a->kind == CARRIES_WEIGHT) return a->of == b->of;
    return belief_issue_of(c, a->of) == belief_issue_of(c, b->of);
}

static void pass_over(const belief_answer *a, int begin, int end, int shown,
                      bool *told) {
    for (int i = begin; i < end; i++)
        if (is_alike(a->record.b->c, &a->carries[i], &a->carries[shown]))
            told[i - begin] = true;
}

static int tell_changes(doc_text *t, const belief_answer *a, int begin, int end,
                        arena *mem) {
    const case_model *c = a->record.b->c;
    bool *told = ARENA_ARRAY(mem, bool, (size_t)(end - begin));
    int count = 0;
    for (int kind = 0; kind < CARRIES_KINDS; kind++)
        for (int n = 0; n < CHANGES_SHOWN; n++) {
            int i = next_change(a->carries, begin, end, (belief_carry_kind)kind,
                                told);
            if (i < 0) break;
            pass_over(a, begin, end, i, told);
            doc_more(t, "%s", count++ ? "; " : "");
            tell_change(t, c, &a->carries[i]);
        }
    return count;
}

static void bullet_entry(doc *to, const belief_answer *a, int begin, int end) {
    const case_model *c = a->record.b->c;
    arena *mem = doc_arena(to);
    int entry = a->carries[begin].entry;
    const case_entry *e = &c->record[entry];
    doc_text *t = doc_bullet(to, "%s %s", record_entry_verb(e),
                             record_about_print(c, e, e->about, mem));
    doc_more(t, " (%s)", entry_word(c, entry, mem));
    entry_cite(t, c, entry, mem);
    doc_more(t, ": ");
    if (tell_changes(t, a, begin, end, mem) == 0)
        doc_more(t, "nothing moves by more than three standard errors and ");
    else
        return;
    doc_number(t, CHANGE_LEAST, 0, DOC_SHARE);
    doc_rests(t, NULL);
    doc_more(t, ".");
}

static void show_carries(doc *to, const belief_answer *a) {
    if (a->carry_count == 0) return;
    doc_section(to, "What each statement carries");
    doc_say(to, "Each statement is left out in turn, with the face and the "
                "rejections that come with it. Told are the shares of model "
                "draws, and the weights, that change most, with it and "
                "without it.");
    for (int begin = 0; begin < a->carry_count;) {
        int end = begin;
        while (end < a->carry_count &&
               a->carries[end].entry == a->carries[begin].entry)
            end++;
        bullet_entry(to, a, begin, end);
        begin = end;
    }
    doc_end(to);
}

void belief_show_statements(doc *to, const belief_answer *a) {
    show_all(to, a);
    show_against(to, a);
    show_carries(to, a);
}
