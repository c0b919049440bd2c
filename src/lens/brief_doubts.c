/* SPDX-License-Identifier: Apache-2.0
 * What the answer depends on most, and what in it is assumption. */
#include "lens/brief.h"

#include "lens/entries.h"
#include "lens/plans_depends.h"
#include "lens/plans_page.h"
#include "lens/sampled.h"
#include "record/phrase.h"

/* The table takes its two proposals from the first rows. */
void brief_say_doubts(doc *to, const case_model *c, const brief_answer *a) {
    if (!a->sensitivity) return;
    plans_row *rows = ARENA_ARRAY(doc_arena(to), plans_row, 2);
    plans_answer two = *a->plans;
    rows[0] = *a->first;
    if (a->second) rows[1] = *a->second;
    two.rows = rows;
    two.row_count = a->second ? 2 : 1;
    plans_show_depends(to, c, &two, a->sensitivity);
}

/* --- Assumptions --- */

static const char *words_of(const case_model *c, const case_entry *e,
                            arena *mem) {
    if (e->gist) return e->gist;
    return arena_format(mem, "%s %s", record_verb(e->kind),
                        record_about_print(c, e, e->about, mem));
}

static void say_assumed(doc *to, const case_model *c) {
    for (int i = 0; i < c->record_count; i++) {
        const case_entry *e = &c->record[i];
        if (e->origin.source != CASE_SOURCE_ANALYST || e->draft) continue;
        doc_text *t = doc_bullet(to, "Assumed of");
        for (int k = 0; k < e->holders.count; k++)
            doc_more(t, "%s %s", k > 0 ? "," : "",
                     c->actors[e->holders.items[k]].name);
        doc_more(t, ": %s, held with credence ", words_of(c, e, t->mem));
        doc_number(t, e->credence, 0, DOC_SHARE);
        doc_rests(t, e->id);
        if (e->origin.why) doc_more(t, " (%s)", e->origin.why);
        entry_cite(t, c, i, t->mem);
        doc_more(t, ".");
    }
}

static void say_unsourced(doc *to, const case_model *c) {
    if (c->unsourced_count == 0)
        doc_bullet(to, "Every element of the case has a source or a reason "
                       "behind it.");
    else
        doc_bullet(to,
                   "%d elements of the case have a source or a reason behind "
                   "them, %d have none (`parley check --strict` lists them).",
                   c->sourced, c->unsourced_count);
}

static void say_defaults(doc *to, const case_model *c) {
    int given = 0;
    for (int m = 0; m < CASE_PARAMETERS; m++)
        given += c->model[m].given;
    if (given == 0)
        doc_bullet(to, "All parameters of the model are the format's "
                       "defaults, not found out about this dispute.");
    else
        doc_bullet(to,
                   "Of the model's %d parameters %d are the format's "
                   "defaults, not found out about this dispute.",
                   CASE_PARAMETERS, CASE_PARAMETERS - given);
    doc_bullet(to, "How far a statement is believed follows from the grade of "
                   "its source and the office of its speaker by a fixed "
                   "rule, which is an assumption too.");
    say_unsourced(to, c);
}

static void say_designation(doc *to, const case_model *c) {
    for (int i = 0; i < c->relation_count; i++)
        if (c->relations[i].kind == CASE_DESIGNATES) {
            doc_note(to, "An actor here is designated by another (see "
                         "`parley record`). Contact with it, or help to it, "
                         "may be regulated where you are; Parley gives no "
                         "legal advice.");
            return;
        }
}

void brief_say_assumptions(doc *to, const lens_request *q,
                           const brief_answer *a) {
    doc_section(to, "What is assumed");
    plans_page page = {to, q->c, a->plans, doc_arena(to)};
    if (!a->plans->main.belief->single) plans_show_grounds(&page);
    say_assumed(to, q->c);
    say_defaults(to, q->c);
    say_designation(to, q->c);
    sampled_say(to, a->plans->main.belief);
    doc_end(to);
}
