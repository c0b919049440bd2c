/* SPDX-License-Identifier: Apache-2.0
 * Who would accept what and why, what the order of steps does, and what is
 * missing. The tables are those of `parley plans`. */
#include "lens/brief.h"

#include <math.h>

#include "lens/belief_lens.h"
#include "lens/binding.h"
#include "lens/deals.h"
#include "lens/entries.h"
#include "lens/grounds.h"
#include "lens/pieces.h"
#include "lens/plans_page.h"
#include "record/phrase.h"

enum { CARRIERS_SHOWN = 2, PIECES_SHOWN = 12 };

/* --- Who accepts --- */

/* How far a share moves when the statement is left out. */
static double carries(const advice_shift *s, const advice_sensitivity *all,
                      bool first) {
    return first ? s->first - all->first : s->second - all->second;
}

static const advice_shift *next_carrier(const advice_sensitivity *all,
                                        bool first, double below) {
    const advice_shift *best = NULL;
    for (int i = 0; i < all->counts[ADVICE_STATEMENT]; i++) {
        const advice_shift *s = &all->shifts[ADVICE_STATEMENT][i];
        double size = fabs(carries(s, all, first));
        if (size < below && (!best || size > fabs(carries(best, all, first))))
            best = s;
    }
    return best;
}

/* A proposal that counts as what its author wants has no line in the file, so
 * its id would say nothing. */
const char *brief_statement(const case_model *c, const advice_shift *s,
                            arena *mem) {
    const case_entry *e = &c->record[s->entry];
    const char *who = c->actors[e->holders.items[0]].name;
    if (!e->authored)
        return arena_format(mem, "%s (%s %s %s)", s->label, who,
                            record_entry_verb(e),
                            record_about_print(c, e, e->about, mem));
    return arena_format(mem, "%s own proposal \"%s\"",
                        record_possessive(record_name_within(who, mem), mem),
                        c->proposals[e->proposal].name);
}

static void say_carriers(doc_text *t, const case_model *c,
                         const advice_sensitivity *all, bool first) {
    double below = INFINITY;
    bool said = false;
    for (int n = 0; n < CARRIERS_SHOWN; n++) {
        const advice_shift *s = next_carrier(all, first, below);
        if (!s) break;
        below = fabs(carries(s, all, first));
        if (below < 2 * s->error) break;
        said = true;
        doc_more(t,
                 n == 0 ? " Without %s the share would be " : "; without %s ",
                 brief_statement(c, s, t->mem));
        doc_number(t, first ? s->first : s->second, 0, DOC_SHARE);
        entry_cite(t, c, s->entry, t->mem);
    }
    if (said) doc_more(t, ".");
}

static void say_binding(doc_text *t, const case_model *c, const brief_answer *a,
                        const plans_row *r) {
    if (r->binding < 0) {
        doc_more(t, " Nobody refuses in any draw.");
        return;
    }
    doc_more(t,
             " In the draws %s refuses most often, and then loses most on %s",
             c->actors[r->binding].name, binding_issue(c, r));
    binding_caveat(t, binding_rests(c, a->evidence, a->survey, r));
    doc_more(t, ".");
}

static void say_parties(doc_text *t, const case_model *c, const plans_row *r) {
    for (int p = 0; p < c->party_count; p++) {
        doc_more(t, "%s%s%s in ", p > 0 ? ", " : ": ", c->actors[p].name,
                 p > 0 ? "" : " gains");
        doc_number(t, r->accept.by_party[p].mean, 0, DOC_SHARE);
        grounds_rest(t, c, p);
        doc_more(t, p > 0 ? " (mean " : " of draws (mean gain ");
        doc_number(t, r->gain[p].mean, 0, DOC_CHANGE);
        grounds_rest(t, c, p);
        doc_more(t, ")");
    }
    doc_more(t, ".");
}

static void say_row(doc *to, const case_model *c, const brief_answer *a,
                    const plans_row *r) {
    doc_text *t = doc_bullet(to, "%s", "");
    doc_strong(t, "\"%s\"", plans_name(r));
    say_parties(t, c, r);
    say_binding(t, c, a, r);
    if (!a->sensitivity || (r != a->first && r != a->second)) return;
    say_carriers(t, c, a->sensitivity, r == a->first);
}

/* The analyst's own proposals are rows of the tables, but nobody's offer. */
static bool is_variant(const case_model *c, const brief_answer *a,
                       const plans_row *r) {
    int proposal = case_proposal_find(c, r->name);
    if (proposal >= 0)
        return talks_offer_of(&a->talks, proposal) == TALKS_VARIANT;
    return r->proposal->origin.source == CASE_SOURCE_ANALYST;
}

static void say_variants(doc *to, const case_model *c, const brief_answer *a) {
    const plans_row *best = NULL;
    doc_text *t = NULL;
    for (int i = 0; i < a->plans->row_count; i++) {
        const plans_row *r = &a->plans->rows[a->plans->order[i]];
        if (!is_variant(c, a, r)) continue;
        if (!best) best = r;
        if (!t) t = doc_bullet(to, "Nobody's offer, the analyst's variants:");
        doc_more(t, "%s \"%s\"", r == best ? "" : ",", plans_name(r));
    }
    if (!best) return;
    doc_more(t, ". All gain in most draws from ");
    doc_strong(t, "\"%s\"", plans_name(best));
    doc_more(t, ", in ");
    doc_number(t, best->accept.all.mean, best->accept.all.error, DOC_SHARE);
    doc_more(t, " of draws.");
}

/* The same answer with the bridge that the brief built. */
static plans_page page_of(doc *to, const case_model *c, const brief_answer *a) {
    plans_answer *with = ARENA_NEW(doc_arena(to), plans_answer);
    *with = *a->plans;
    with->bridge = a->bridge;
    return (plans_page){to, c, with, doc_arena(to)};
}

void brief_say_acceptance(doc *to, const case_model *c, const brief_answer *a) {
    if (!a->first) return;
    plans_page page = page_of(to, c, a);
    plans_show_accept(&page);
    doc_section(to, "Who, and why");
    for (int i = 0; i < a->table_count; i++)
        say_row(to, c, a, &a->plans->rows[a->table[i]]);
    say_variants(to, c, a);
    if (a->wants) belief_plot_weights(to, c, a->wants);
    doc_end(to);
    plans_show_crossing(&page);
}

void brief_say_deals(doc *to, const case_model *c, const brief_answer *a) {
    if (!a->deals) return;
    doc_section(to, "What could be signed");
    deals_show_space(to, c, a->deals);
    doc_end(to);
}

/* --- Once signed --- */

void brief_say_stability(doc *to, const case_model *c, const brief_answer *a) {
    const stability_brief *b = a->stability;
    int said = 0;
    if (!b->a && !b->too_large) return;
    doc_section(to, "Once signed, who would move away");
    for (int i = 0; i < a->table_count; i++) {
        const plans_row *r = &a->plans->rows[a->table[i]];
        int proposal = case_proposal_find(c, r->name);
        if (!stability_brief_has(b, proposal)) continue;
        if (said++ == 0)
            doc_say(to, "With its first phase in force, a party stays if no "
                        "move of its own pays, or if the others would answer "
                        "each by moves that pay them. Outcomes alone count "
                        "here: neither what talks may still bring nor what a "
                        "breach costs, which \"Who would walk away\" has.");
        stability_brief_show(to, b, proposal, plans_name(r));
    }
    if (said == 0)
        doc_say(to, b->too_large
                        ? "That is too much to work out here: `parley "
                          "stability` says how many draws fit."
                        : "Nothing on the table puts a known state in force.");
    stability_brief_graph(to, b);
    doc_end(to);
}

void brief_say_order(doc *to, const case_model *c, const brief_answer *a) {
    if (!a->first) return;
    plans_page page = page_of(to, c, a);
    plans_show_steps(&page);
}

/* --- What is missing --- */

static void say_pieces(doc *to, const case_model *c, const record_pieces *r,
                       piece_status status) {
    int shown = 0, unsaid = 0;
    if (r->counts[status] == 0) return;
    doc_section(to, "%s", status == PIECE_DISPUTED ? "Disputed" : "Missing");
    for (int i = 0; i < r->count; i++) {
        const piece *p = &r->items[i];
        if (p->status != status) continue;
        if (p->unsaid) {
            unsaid++;
            continue;
        }
        if (shown++ < PIECES_SHOWN) pieces_say(to, c, p);
    }
    if (shown > PIECES_SHOWN)
        doc_bullet(to, "and %d more: see `parley pieces`",
                   shown - PIECES_SHOWN);
    if (unsaid > 0)
        doc_bullet(to,
                   "%d clauses that %s commonly settle, of which nothing is "
                   "said",
                   unsaid, case_has_truce(c) ? "truces" : "agreements");
    doc_end(to);
}

void brief_say_missing(doc *to, const case_model *c, const brief_answer *a) {
    if (!a->first) return;
    const record_pieces *r = &a->pieces[0];
    doc_section(to, "What is missing for \"%s\"", plans_name(a->first));
    pieces_refer(to, c, r);
    doc_text *t = doc_paragraph(to);
    pieces_count(t, c, r, r->counts[PIECE_IN_PLACE]);
    doc_more(t, " pieces in place, ");
    pieces_count(t, c, r, r->counts[PIECE_DISPUTED]);
    doc_more(t, " disputed, ");
    pieces_count(t, c, r, r->counts[PIECE_MISSING]);
    doc_more(t, " missing.");
    say_pieces(to, c, r, PIECE_DISPUTED);
    say_pieces(to, c, r, PIECE_MISSING);
    doc_end(to);
}
