/* SPDX-License-Identifier: Apache-2.0
 * The belief lens, for people: what each party seems to want. Shares are of
 * model draws and are called so; beside those that rest on the record stand
 * what they would be without the analyst's assumptions and with no record. */
#include <math.h>

#include "base/text.h"
#include "lens/belief_lens.h"
#include "lens/grounds.h"
#include "record/phrase.h"

/* Weights nearer to an even split than this are not called different. */
#define EVEN 0.05
#define TIE  1e-9

/* --- What it rests on --- */

typedef struct standing {
    int own, reported, assumed;
} standing;

static standing count_standing(const belief_review *r, int party) {
    standing s = {0, 0, 0};
    for (int i = 0; i < r->statement_count; i++) {
        const record_claim *k = r->statements[i].claim;
        if (!r->statements[i].weighed || (party >= 0 && k->party != party))
            continue;
        *(k->assumed ? &s.assumed : k->own ? &s.own : &s.reported) += 1;
    }
    return s;
}

static void say_standing(doc *to, const belief_answer *a) {
    const case_model *c = a->record.b->c;
    standing s = count_standing(a->review, -1);
    doc_say(to,
            "What follows rests on %d claims that stand and can be judged (a "
            "demand on several issues is one claim an issue): %d by a party's "
            "own speakers, %d "
            "reported by others, %d assumed by the analyst.",
            s.own + s.reported + s.assumed, s.own, s.reported, s.assumed);
    for (int p = 0; p < c->party_count; p++) {
        if (!belief_is_inferred(c, p)) continue;
        if (count_standing(a->review, p).own == 0)
            doc_warning(to,
                        "%s has no statement of its own here: what it seems "
                        "to want is what others say or assume of it.",
                        c->actors[p].name);
    }
}

/* Two or more issues that somebody carries out, and always the same party. */
static int only_promiser(const case_model *c) {
    int only = -1, count = 0;
    for (int j = 0; j < c->issue_count; j++)
        for (int i = 0; i < c->issues[j].by.count; i++, count++) {
            int by = c->issues[j].by.items[i];
            if (by >= c->party_count || (count && by != only)) return -1;
            only = by;
        }
    return count > 1 ? only : -1;
}

static void warn_of_promiser(doc *to, const case_model *c) {
    int only = only_promiser(c);
    if (only >= 0)
        doc_warning(
            to,
            "Every issue that the case gives somebody to carry out "
            "falls on %s: only the others' trust in its promises plays a part.",
            c->actors[only].name);
}

/* --- A party --- */

static void say_weights(doc *to, const belief_answer *a, int p) {
    const case_model *c = a->record.b->c;
    const belief_range *w =
        a->record.summary->weight + (ptrdiff_t)p * c->issue_count;
    int most = 0, least = 0;
    for (int j = 1; j < c->issue_count; j++) {
        if (w[j].mean > w[most].mean) most = j;
        if (w[j].mean < w[least].mean) least = j;
    }
    double even = 1.0 / c->issue_count;
    standing s = count_standing(a->review, p);
    doc_text *t =
        doc_say(to, "Claims about it: %d own, %d reported, %d assumed. ", s.own,
                s.reported, s.assumed);
    if (w[most].mean - even < EVEN && even - w[least].mean < EVEN) {
        doc_more(t, "The record hardly tells the weights apart: all means are "
                    "within ");
        doc_number(t, EVEN, 0, DOC_SHARE);
        doc_rests(t, NULL);
        doc_more(t, " of ");
        doc_number(t, even, 0, DOC_SHARE);
        doc_rests(t, NULL);
        doc_more(t, ", which no record at all would give.");
        return;
    }
    doc_more(t, "On average over the draws %s weighs most (",
             c->issues[most].id);
    doc_number(t, w[most].mean, 0, DOC_SHARE);
    grounds_rest(t, c, p);
    doc_more(t, ") and %s least (", c->issues[least].id);
    doc_number(t, w[least].mean, 0, DOC_SHARE);
    grounds_rest(t, c, p);
    doc_more(t, "); with no record every issue would have ");
    doc_number(t, even, 0, DOC_SHARE);
    doc_rests(t, NULL);
    doc_more(t, ".");
}

/* Options by mean value, best first. */
static const char *order_of(const belief_answer *a, int p, int j, arena *mem) {
    const case_model *c = a->record.b->c;
    const case_issue *issue = &c->issues[j];
    const double *value =
        a->record.summary->value + (ptrdiff_t)p * c->cell_count + issue->cell;
    bool *told = ARENA_ARRAY(mem, bool, (size_t)issue->option_count);
    const char *text = "";
    double last = INFINITY;
    for (int n = 0; n < issue->option_count; n++) {
        int best = -1;
        for (int o = 0; o < issue->option_count; o++)
            if (!told[o] && (best < 0 || value[o] > value[best])) best = o;
        told[best] = true;
        const char *link = last - value[best] > TIE ? " > " : " = ";
        text = arena_format(mem, "%s%s%s", text, n ? link : "",
                            issue->options[best]);
        last = value[best];
    }
    return text;
}

static int best_option(const belief_answer *a, int p, int j) {
    const case_model *c = a->record.b->c;
    const case_issue *issue = &c->issues[j];
    const double *best =
        a->record.summary->best + (ptrdiff_t)p * c->cell_count + issue->cell;
    int most = 0;
    for (int o = 1; o < issue->option_count; o++)
        if (best[o] > best[most]) most = o;
    return most;
}

static void cell_share(doc_table *t, const belief_view *v, int cell, int of) {
    if (v->b)
        grounds_rest(doc_cell_number(t, v->summary->best[cell], 0, DOC_SHARE),
                     v->b->c, of);
    else
        doc_cell_blank(t);
}

static void show_issue(doc_table *t, const belief_answer *a, int p, int j,
                       arena *mem) {
    const case_model *c = a->record.b->c;
    belief_range w = a->record.summary->weight[p * c->issue_count + j];
    int option = best_option(a, p, j);
    int cell = p * c->cell_count + c->issues[j].cell + option;
    doc_row(t);
    doc_cell(t, "%s", c->issues[j].id);
    grounds_rest(doc_cell_number(t, w.mean, 0, DOC_SHARE), c, p);
    doc_range(doc_cell_blank(t), w.low, w.high, DOC_SHARE);
    doc_cell(t, "%s", order_of(a, p, j, mem));
    doc_cell(t, "%s", c->issues[j].options[option]);
    cell_share(t, &a->record, cell, p);
    cell_share(t, &a->reported, cell, GROUNDS_SOURCED);
    cell_share(t, &a->bare, cell, GROUNDS_BARE);
}

static void show_wants(doc *to, const belief_answer *a, int p) {
    const case_model *c = a->record.b->c;
    arena *mem = doc_arena(to);
    doc_table *t =
        doc_table_new(to, arena_format(mem, "wants-%s", c->actors[p].id));
    doc_column(t, DOC_LEFT, "Issue");
    doc_column(t, DOC_RIGHT, "Weight");
    doc_column(t, DOC_LEFT, "Middle 90 %");
    doc_column(t, DOC_LEFT, "Options by mean value");
    doc_column(t, DOC_LEFT, "Most often best");
    doc_column(t, DOC_RIGHT, "Share");
    doc_column(t, DOC_RIGHT, "Not assumed");
    doc_column(t, DOC_RIGHT, "No record");
    for (int j = 0; j < c->issue_count; j++)
        show_issue(t, a, p, j, mem);
    doc_caption(t,
                "Weights add up to 1. Shares are of model draws in which the "
                "option is best for %s: with the record, without the "
                "analyst's assumptions, with no record.",
                c->actors[p].name);
}

static void show_exact(doc *to, const belief_answer *a, int p) {
    const case_model *c = a->record.b->c;
    arena *mem = doc_arena(to);
    doc_say(to, "Its preferences are given in the case; nothing is inferred.");
    doc_table *t =
        doc_table_new(to, arena_format(mem, "wants-%s", c->actors[p].id));
    doc_column(t, DOC_LEFT, "Issue");
    doc_column(t, DOC_RIGHT, "Spread of worths");
    doc_column(t, DOC_LEFT, "Options, best first");
    for (int j = 0; j < c->issue_count; j++) {
        doc_row(t);
        doc_cell(t, "%s", c->issues[j].id);
        doc_cell_number(t,
                        a->record.summary->weight[p * c->issue_count + j].mean,
                        0, DOC_REAL);
        doc_cell(t, "%s", order_of(a, p, j, mem));
    }
}

static void show_party(doc *to, const belief_answer *a, int p) {
    const case_model *c = a->record.b->c;
    doc_section(to, "%s", c->actors[p].name);
    if (belief_is_inferred(c, p) && c->issue_count > 0) {
        say_weights(to, a, p);
        show_wants(to, a, p);
    } else if (belief_has_worths(c, p) && c->issue_count > 0) {
        show_exact(to, a, p);
    } else {
        doc_say(to, "Its preferences are given as an order; there are no "
                    "worths to weigh.");
    }
    doc_end(to);
}

void belief_show(doc *to, const belief_answer *a) {
    const case_model *c = a->record.b->c;
    say_standing(to, a);
    warn_of_promiser(to, c);
    grounds_begin(to, a->record.b);
    belief_plot_weights(to, c, a->record.summary);
    for (int p = 0; p < c->party_count; p++)
        show_party(to, a, p);
}
