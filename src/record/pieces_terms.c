/* SPDX-License-Identifier: Apache-2.0
 *
 * What do the terms leave unmet, what do they set that is refused, and who
 * stands behind the promises?
 *
 * A demand or requirement is met when the plan's terms (or, where the plan
 * leaves the issue alone, today's state) give one of the options asked for.
 * Otherwise it is unmet: left to the talks, set otherwise, or not in the plan;
 * one asked for a truce is not met by talks to come. An unmet demand that
 * another party refuses, or answers with a demand of its own that excludes it,
 * is disputed, else missing.
 *
 * A term is a piece only where a standing statement refuses it: it is then
 * disputed. "Any condition" refuses every change that the party itself would
 * carry out.
 *
 * Of each guarantor's word on one subject the latest counts. A doubt asks for
 * a guarantee too, where the plan rests on what the doubted one carries out.
 */
#include "record/phrase.h"
#include "record/pieces_int.h"

/* The option an issue has after the last phase, as far as the terms say; -1
 * where they are silent. */
static int option_set(const piece_finder *f, int issue) {
    int option = -1;
    for (int k = 0; k < f->p->phase_count; k++)
        for (int i = 0; i < f->p->phases[k].terms.count; i++)
            if (f->p->phases[k].terms.items[i].issue == issue)
                option = f->p->phases[k].terms.items[i].options.items[0];
    return option;
}

static bool on_agenda(const piece_finder *f, int issue) {
    const case_talks *t = piece_talks(f);
    return t && case_list_has(t->on, issue);
}

/* --- Who refuses it --- */

/* True if the claim is against the issue taking this option. */
static bool is_against(const piece_finder *f, const record_claim *claim,
                       int issue, int option) {
    const case_issue *i = &f->c->issues[issue];
    if (claim->replaced_by >= 0 || claim->kind != CASE_REFUSE) return false;
    if (f->c->record[claim->entry].any_condition)
        return case_list_has(i->by, claim->party) && i->now >= 0 &&
               option != i->now;
    return claim->about.count == 1 && claim->about.items[0].issue == issue &&
           case_list_has(claim->about.items[0].options, option);
}

/* True if the claim asks for other options of the issue only. */
static bool asks_otherwise(const record_claim *claim, const case_term *t) {
    if (claim->replaced_by >= 0) return false;
    if (claim->kind != CASE_DEMAND && claim->kind != CASE_REQUIRE) return false;
    for (int i = 0; i < claim->about.count; i++) {
        const case_term *other = &claim->about.items[i];
        bool shared = false;
        if (other->issue != t->issue) continue;
        for (int j = 0; j < t->options.count; j++)
            shared =
                shared || case_list_has(other->options, t->options.items[j]);
        return !shared;
    }
    return false;
}

static bool opposes(const piece_finder *f, const record_claim *claim,
                    const case_term *t) {
    if (asks_otherwise(claim, t)) return true;
    for (int i = 0; i < t->options.count; i++)
        if (!is_against(f, claim, t->issue, t->options.items[i])) return false;
    return true;
}

/* --- Terms --- */

static void find_term(piece_finder *f, int issue, int option) {
    const case_issue *i = &f->c->issues[issue];
    piece *to = NULL;
    const char *who = NULL;
    for (int k = 0; k < f->e->claim_count; k++) {
        const record_claim *claim = &f->e->claims[k];
        if (!is_against(f, claim, issue, option)) continue;
        if (!to)
            to = piece_add(
                f, PIECE_TERM,
                arena_format(f->mem, "%s: %s", i->id, i->options[option]));
        const char *name = piece_actor(f, claim->party);
        const char *assumed = claim->assumed ? " (assumed)" : "";
        who = who ? arena_format(f->mem, "%s, %s%s", who, name, assumed)
                  : arena_format(f->mem, "%s%s", name, assumed);
        piece_cite(f, to, claim->entry);
        piece_set(f, to, PIECE_DISPUTED, "the plan sets it; refused by %s",
                  who);
    }
}

void pieces_find_terms(piece_finder *f) {
    for (int i = 0; i < f->c->issue_count; i++)
        if (option_set(f, i) >= 0) find_term(f, i, option_set(f, i));
}

/* --- Demands --- */

/* What the plan does about one term of a demand; NULL text: it is met. */
typedef struct verdict {
    bool met;
    const char *text;
} verdict;

static verdict judge_term(const piece_finder *f, const case_term *t,
                          bool for_truce) {
    const case_issue *issue = &f->c->issues[t->issue];
    int set = option_set(f, t->issue);
    bool talks = on_agenda(f, t->issue);
    if (set >= 0 && case_list_has(t->options, set))
        return (verdict){true, "the plan sets it"};
    if (set < 0 && issue->now >= 0 && case_list_has(t->options, issue->now))
        return (verdict){true, talks ? "so it is today; the talks may change "
                                       "it"
                                     : "so it is today, and the plan leaves "
                                       "it"};
    if (talks && for_truce)
        return (verdict){false, "left to the talks, though it was "
                                "asked of the truce itself"};
    if (talks) return (verdict){false, "left to the talks"};
    if (set >= 0)
        return (verdict){false, arena_format(f->mem, "the plan sets %s",
                                             issue->options[set])};
    return (verdict){false, "not in the plan"};
}

/* Cites who stands against it; true if somebody does. */
static bool cite_opponents(piece_finder *f, piece *to, int party,
                           const case_term *t) {
    bool any = false;
    for (int i = 0; i < f->e->claim_count; i++) {
        const record_claim *other = &f->e->claims[i];
        if (other->party == party || !opposes(f, other, t)) continue;
        piece_cite(f, to, other->entry);
        any = true;
    }
    return any;
}

static void judge_demand(piece_finder *f, const record_claim *claim,
                         const case_term *t) {
    const case_entry *e = &f->c->record[claim->entry];
    verdict v = judge_term(f, t, e->scope_truce);
    piece *to = piece_add(
        f, PIECE_DEMAND,
        arena_format(f->mem, "%s (%s)", piece_actor(f, claim->party),
                     record_terms_print(f->c, (case_terms){t, 1}, f->mem)));
    const char *how = claim->kind == CASE_REQUIRE ? "required" : "asked for";
    const char *assumed = claim->assumed ? ", the analyst assumes" : "";
    piece_cite(f, to, claim->entry);
    if (v.met) {
        piece_set(f, to, PIECE_IN_PLACE, "%s%s; %s", how, assumed, v.text);
        return;
    }
    bool disputed = cite_opponents(f, to, claim->party, t);
    piece_set(f, to, disputed ? PIECE_DISPUTED : PIECE_MISSING, "%s%s; %s%s",
              how, assumed, v.text,
              disputed ? ", and another party is against it" : "");
}

void pieces_find_demands(piece_finder *f) {
    for (int i = 0; i < f->e->claim_count; i++) {
        const record_claim *claim = &f->e->claims[i];
        if (claim->replaced_by >= 0) continue;
        if (claim->kind != CASE_DEMAND && claim->kind != CASE_REQUIRE) continue;
        for (int j = 0; j < claim->about.count; j++)
            judge_demand(f, claim, &claim->about.items[j]);
    }
}

/* --- Guarantees --- */

static const char *name_receivers(const piece_finder *f,
                                  const case_guarantee *g) {
    const char **names =
        ARENA_ARRAY(f->mem, const char *, (size_t)g->to.count + 1);
    if (g->to.count == 0) return "all";
    for (int i = 0; i < g->to.count; i++)
        names[i] = piece_actor(f, g->to.items[i]);
    return record_list_print(names, g->to.count, f->mem);
}

static bool same_list(int_list a, int_list b) {
    for (int i = 0; i < a.count; i++)
        if (!case_list_has(b, a.items[i])) return false;
    return a.count == b.count;
}

static bool same_subject(const case_guarantee *a, const case_guarantee *b) {
    return a->of == b->of && same_list(a->issues, b->issues) &&
           same_list(a->to, b->to);
}

/* True if the guarantor has said something else since. */
static bool is_overtaken(const piece_finder *f, int at) {
    const case_guarantee *g = &f->p->guarantees[at];
    for (int i = 0; i < f->p->guarantee_count; i++) {
        const case_guarantee *other = &f->p->guarantees[i];
        int order = time_compare(g->date, other->date);
        bool later = order < 0 || (order == 0 && i > at);
        if (later && other->by == g->by && same_subject(g, other)) return true;
    }
    return false;
}

/* True, and cited, where the record has at least an assurance of it. */
static bool cite_assurance(piece_finder *f, piece *to,
                           const case_guarantee *g) {
    bool any = false;
    for (int i = 0; i < f->c->record_count; i++) {
        const case_entry *e = &f->c->record[i];
        if (e->draft || e->kind != CASE_ASSURANCE) continue;
        if (e->proposal != f->proposal || !case_list_has(e->holders, g->by))
            continue;
        piece_cite(f, to, i);
        any = true;
    }
    return any;
}

static void find_guarantee(piece_finder *f, const case_guarantee *g) {
    static const char *const words[] = {
        [CASE_ASKED] = "asked for, and not offered",
        [CASE_OFFERED] = "offered",
        [CASE_WITHHELD] = "withheld",
        [CASE_WITHDRAWN] = "withdrawn",
    };
    piece *to = piece_add(
        f, PIECE_GUARANTEE,
        arena_format(f->mem, "of %s, by %s to %s",
                     record_guaranteed_print(f->c, g->of, g->issues, f->mem),
                     piece_actor(f, g->by), name_receivers(f, g)));
    bool offered = g->status == CASE_OFFERED;
    piece_cite_origin(to, &g->origin);
    bool assured = !offered && cite_assurance(f, to, g);
    piece_set(f, to, offered ? PIECE_IN_PLACE : PIECE_MISSING, "%s%s",
              words[g->status],
              assured ? "; there is an assurance, and no guarantee" : "");
}

/* Does the plan promise p anything that q carries out? */
static bool rests_on(const piece_finder *f, int q) {
    for (int i = 0; i < f->c->issue_count; i++)
        if (case_list_has(f->c->issues[i].by, q) &&
            (option_set(f, i) >= 0 || on_agenda(f, i)))
            return true;
    return false;
}

static const case_guarantee *find_answering(const piece_finder *f, int p) {
    for (int i = 0; i < f->p->guarantee_count; i++) {
        const case_guarantee *g = &f->p->guarantees[i];
        bool given = g->status == CASE_OFFERED && !is_overtaken(f, i);
        if (given && (g->to.count == 0 || case_list_has(g->to, p))) return g;
    }
    return NULL;
}

static void find_doubt(piece_finder *f, const record_claim *claim) {
    int q = f->c->record[claim->entry].doubted;
    if (!rests_on(f, q)) return;
    const case_guarantee *g = find_answering(f, claim->party);
    piece *to = piece_add(
        f, PIECE_GUARANTEE,
        arena_format(f->mem, "for %s, who doubts the promises of %s",
                     piece_actor(f, claim->party), piece_actor(f, q)));
    piece_cite(f, to, claim->entry);
    if (!g) {
        piece_set(f, to, PIECE_MISSING,
                  "the plan rests on such promises, and nobody offers to "
                  "stand behind them");
        return;
    }
    piece_set(f, to, PIECE_IN_PLACE, "%s offers to stand behind %s",
              piece_actor(f, g->by),
              record_guaranteed_print(f->c, g->of, g->issues, f->mem));
    piece_cite_origin(to, &g->origin);
}

void pieces_find_guarantees(piece_finder *f) {
    for (int i = 0; i < f->p->guarantee_count; i++)
        if (!is_overtaken(f, i)) find_guarantee(f, &f->p->guarantees[i]);
    for (int i = 0; i < f->e->claim_count; i++) {
        const record_claim *claim = &f->e->claims[i];
        if (claim->kind == CASE_DOUBT && claim->replaced_by < 0)
            find_doubt(f, claim);
    }
}
