/* SPDX-License-Identifier: Apache-2.0
 * What `ask` found, on a page: questions by worth, what each answer would
 * change, how the party is reached, and three questions in a row. */
#include "lens/ask_lens.h"

#include <math.h>

#include "lens/grounds.h"
#include "lens/sampled.h"
#include "record/phrase.h"

enum { BULLETS_MOST = 6, ROWS_MOST = 20, DRAWS_FEW = 400 };

typedef struct page {
    doc *to;
    const case_model *c;
    const ask_page *p;
    arena *mem;
} page;

static const char *proposal_name(const page *g, int proposal) {
    return g->c->proposals[proposal].name;
}

/* --- The way --- */

static void cite_links(doc_text *t, const page *g, const record_route *r) {
    for (int i = 0; i + 1 < r->count; i++) {
        record_link l =
            record_link_find(g->p->network, r->actors[i], r->actors[i + 1]);
        const case_origin *o = record_link_origin(g->c, &l);
        const char *entry =
            l.channel < 0 && l.contact >= 0 ? g->c->record[l.contact].id : NULL;
        if (o) doc_cite(t, entry, case_origin_print(g->c, o, g->mem));
    }
}

static void more_way(doc_text *t, const page *g, int party) {
    const ask_way *way = &g->p->ways[party];
    if (way->route.count == 0) {
        doc_more(t, " No open route to %s from whoever asks is on record.",
                 g->c->actors[party].name);
        return;
    }
    doc_more(t, " Route:");
    for (int i = 0; i < way->route.count; i++)
        doc_more(t, "%s %s", i ? " \xe2\x86\x92" : "",
                 g->c->actors[way->route.actors[i]].name);
    cite_links(t, g, &way->route);
    if (g->p->costs_given) {
        doc_more(t, ", cost ");
        doc_number(t, way->route.cost, 0, DOC_REAL);
        doc_rests(t, NULL); /* the case says what channels cost */
    }
    doc_more(t, ".");
    if (way->cut.count == 0) return;
    const char **names =
        ARENA_ARRAY(g->mem, const char *, (size_t)way->cut.count);
    for (int i = 0; i < way->cut.count; i++)
        names[i] = g->c->actors[way->cut.items[i]].name;
    doc_more(t, " Every open route passes through %s.",
             record_list_print(names, way->cut.count, g->mem));
}

/* --- A question --- */

static void more_branch(doc_text *t, const page *g, const char *answer,
                        const ask_branch *b) {
    doc_more(t, " %s (in ", answer);
    doc_number(t, b->share, 0, DOC_SHARE);
    doc_more(t, " of draws): all accept \"%s\" in ", proposal_name(g, b->best));
    doc_number(t, b->all, 0, DOC_SHARE);
    if (b->best != g->p->found->leader) {
        doc_more(t, ", \"%s\" in ", proposal_name(g, g->p->found->leader));
        doc_number(t, b->leader, 0, DOC_SHARE);
    }
    doc_more(t, ".");
}

static const case_entry *answer_to(const case_model *c,
                                   const record_evidence *evidence,
                                   const ask_question *q) {
    const case_entry *last = NULL;
    for (int i = 0; i < evidence->claim_count; i++) {
        const record_claim *k = &evidence->claims[i];
        const case_entry *e = record_answer_of(c, k);
        if (e && k->party == q->party && e->proposal == q->proposal) last = e;
    }
    return last;
}

void ask_say_answered(doc_text *t, const case_model *c, const ask_page *p,
                      const ask_question *q) {
    if (q->kind != ASK_ACCEPT) return;
    const case_entry *e = answer_to(c, p->belief->evidence, q);
    if (!e) return;
    doc_more(t, " It has %s this already",
             e->kind == CASE_ACCEPT ? "accepted" : "rejected");
    if (e->date.given) doc_more(t, ", %s", time_print(e->date, t->mem));
    doc_cite(t, e->id, case_origin_print(c, &e->origin, t->mem));
    doc_more(t, ": the question is whether that still stands.");
}

void ask_say_question(doc *to, const case_model *c, const ask_page *p, int at) {
    page g = {to, c, p, doc_arena(to)};
    const ask_worth *w = &p->found->worths[p->order[at]];
    doc_text *t =
        doc_bullet(to, "Ask %s: ", c->actors[w->question->party].name);
    doc_strong(t, "%s", ask_words(c, w->question, g.mem));
    ask_say_answered(t, c, p, w->question);
    doc_more(t, " Worth ");
    doc_number(t, w->value.mean, w->value.error, DOC_CHANGE);
    if (!isnan(w->crossed)) {
        doc_more(t, " (chosen and measured on different draws: ");
        doc_number(t, w->crossed, 0, DOC_CHANGE);
        doc_more(t, ")");
    }
    doc_more(t, ".");
    more_branch(t, &g, "Yes", &w->yes);
    more_branch(t, &g, "No", &w->no);
    more_way(t, &g, w->question->party);
}

static void show_table(const page *g) {
    const ask_answer *a = g->p->found;
    doc_table *t = doc_table_new(g->to, "ask");
    doc_caption(t, "Questions, as `--answer ID=yes` takes them");
    doc_column(t, DOC_LEFT, "id");
    doc_column(t, DOC_RIGHT, "worth");
    doc_column(t, DOC_RIGHT, "moves the best by");
    doc_column(t, DOC_RIGHT, "yes in");
    for (int i = 0; i < a->worth_count && i < ROWS_MOST; i++) {
        const ask_worth *w = &a->worths[g->p->order[i]];
        doc_row(t);
        doc_cell(t, "%s", w->question->id);
        doc_cell_number(t, w->value.mean, w->value.error, DOC_CHANGE);
        doc_cell_number(t, w->shift, 0, DOC_WORTH);
        doc_cell_number(t, w->yes.share, 0, DOC_SHARE);
    }
}

static void say_questions(const page *g) {
    const ask_answer *a = g->p->found;
    doc_section(g->to, "What to ask");
    if (a->worth_count == 0)
        doc_say(g->to, "Nothing: no party's answer is open in these draws.");
    for (int i = 0; i < a->worth_count && i < BULLETS_MOST; i++)
        ask_say_question(g->to, g->c, g->p, i);
    if (a->worth_count > 0) show_table(g);
    doc_text *t = doc_paragraph(g->to);
    doc_number(t, a->worth_count, 0, DOC_INTEGER);
    doc_more(t, " questions are open; ");
    doc_number(t, a->certain, 0, DOC_INTEGER);
    doc_more(t, " more are answered alike in every draw, and ");
    doc_number(t, a->same, 0, DOC_INTEGER);
    doc_more(t, " by what another one tells. %s",
             g->p->costs_given
                 ? "Ordered by worth over the cost of the route."
                 : "Questions of equal worth are ordered by how far the answer "
                   "is expected to move the share of the best proposal.");
    doc_end(g->to);
}

/* --- Three in a row --- */

/* Where nothing more is asked: what to go with, if there is anything. */
static void say_leaf(doc_text *t, const page *g, const ask_step *s) {
    if (isnan(s->all)) {
        doc_more(t, "no draw comes here.");
        return;
    }
    if (!ask_none_is_left(s, g->p->found->kept)) {
        doc_more(t, "go with \"%s\". All accept it", proposal_name(g, s->best));
    } else if (s->all > 0) {
        doc_more(t,
                 "no proposal is left that all would sign. The least unlikely "
                 "is \"%s\": all accept it",
                 proposal_name(g, s->best));
    } else {
        doc_more(t, "no proposal is left: all accept one");
    }
    doc_more(t, " in ");
    doc_number(t, s->all, 0, DOC_SHARE);
    doc_more(t, " of these draws, which are ");
    doc_number(t, s->share, 0, DOC_SHARE);
    doc_more(t, " of all.");
}

/* path: the answers so far, "yes, no". */
static void say_step(const page *g, const ask_step *s, const char *path) {
    doc_text *t = *path ? doc_bullet(g->to, "After %s: ", path)
                        : doc_bullet(g->to, "First: ");
    const char *comma = *path ? ", " : "";
    if (s->question) {
        doc_more(t, "ask %s: ", g->c->actors[s->question->party].name);
        doc_strong(t, "%s", ask_words(g->c, s->question, g->mem));
        say_step(g, s->yes, arena_format(g->mem, "%s%syes", path, comma));
        say_step(g, s->no, arena_format(g->mem, "%s%sno", path, comma));
        return;
    }
    say_leaf(t, g, s);
}

static void say_sequence(const page *g) {
    const ask_plan *row = &g->p->found->plan;
    if (!row->first || !row->first->question) return;
    doc_section(g->to, "Up to %d questions in a row", ASK_STEPS);
    say_step(g, row->first, "");
    doc_text *t = doc_say(g->to, "Against asking none this is worth ");
    doc_number(t, row->value, 0, DOC_CHANGE);
    doc_more(t, " on the draws it was chosen by");
    if (!isnan(row->crossed)) {
        doc_more(t, ", and ");
        doc_number(t, row->crossed, 0, DOC_CHANGE);
        doc_more(t, " when chosen on one half of the chains and measured on "
                    "the other");
    }
    doc_more(t,
             ". Routes are not counted in it, and it is put together from "
             "the %d questions that are worth most alone.",
             ASK_CHOICE);
    doc_end(g->to);
}

/* --- Start and end --- */

static void say_start(const page *g) {
    const ask_answer *a = g->p->found;
    if (a->leader < 0) {
        doc_say(g->to,
                "No proposal of the case stands: there is nothing that an "
                "answer could change.");
        return;
    }
    doc_text *t =
        doc_say(g->to,
                "Of all proposals that stand, the analyst's "
                "variants with them, all accept \"%s\" most often: in ",
                proposal_name(g, a->leader));
    doc_number(t, a->all.mean, a->all.error, DOC_SHARE);
    doc_more(t, " of model draws");
    if (!isnan(g->p->bare)) {
        doc_more(t, " (with no record at all ");
        doc_number(t, g->p->bare, 0, DOC_SHARE);
        grounds_rest(t, NULL, GROUNDS_BARE);
        if (!isnan(g->p->sourced)) {
            doc_more(t, ", without the analyst ");
            doc_number(t, g->p->sourced, 0, DOC_SHARE);
            grounds_rest(t, NULL, GROUNDS_SOURCED);
        }
        doc_more(t, ")");
    }
    doc_more(t, ". A question is worth what its answer is expected to add to "
                "that share.");
}

static void say_replies(const page *g) {
    const ask_answer *a = g->p->found;
    if (g->p->reply_count == 0) return;
    doc_text *t = doc_say(g->to, "Taken as answered:");
    for (int i = 0; i < g->p->reply_count; i++)
        doc_more(t, "%s %s = %s", i ? "," : "", g->p->replies[i].id,
                 g->p->replies[i].yes ? "yes" : "no");
    doc_more(t, ". %d draws of %d agree.", a->kept, g->p->belief->draw_count);
    if (a->kept < DRAWS_FEW)
        doc_warning(g->to, "So few draws are left that these numbers are "
                           "rough: put the answers into the record, or ask "
                           "for more draws.");
}

void ask_say(doc *to, const case_model *c, const ask_page *p) {
    page g = {to, c, p, doc_arena(to)};
    grounds_begin(to, p->belief);
    doc_title(to, "What to ask next");
    say_start(&g);
    say_replies(&g);
    if (p->belief->single)
        doc_say(to, "Everything here is exact: no answer is open.");
    else if (p->found->leader >= 0)
        say_questions(&g);
    say_sequence(&g);
    doc_note(to, "An answer is taken as true, and a party as answering the way "
                 "it would act. Who asks, and how, may change the answer; a "
                 "refusal to answer tells something too, and none of it is in "
                 "these numbers. Contact with a group that somebody has "
                 "designated may be regulated where you are; Parley gives no "
                 "legal advice.");
    sampled_say(to, p->belief);
}
