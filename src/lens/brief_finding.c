/* SPDX-License-Identifier: Apache-2.0
 * The first page of the brief, a sentence or two a point: what leads and by how
 * much; who is in its way; what separates the two best; what that ranking is
 * owed to; what talks would do alone; what to do next. What decides the ranking
 * is said here, not further down. */
#include "lens/brief.h"

#include <math.h>

#include "lens/ask_lens.h"
#include "lens/binding.h"
#include "lens/grounds.h"
#include "lens/unlock_lens.h"
#include "record/phrase.h"

enum { STEPS_SAID = 3 };

static const char *basis_of(plans_basis basis) {
    if (basis == PLANS_REPORTED) return "reported";
    return basis == PLANS_ASSUMED ? "assumed or unsourced"
                                  : "a default of the model";
}

static void say_share(doc_text *t, const belief_measure *m) {
    doc_number(t, m->mean, m->error, DOC_SHARE);
}

/* With no record, or without the analyst: `of` as in grounds.h. */
static void say_share_without(doc_text *t, const belief_measure *m, int of) {
    say_share(t, m);
    grounds_rest(t, NULL, of);
}

static void say_exact(doc *to, const brief_answer *a) {
    doc_text *t = doc_paragraph(to);
    for (int i = 0; i < a->table_count; i++) {
        const plans_row *r = &a->plans->rows[a->table[i]];
        doc_strong(t, "%s\"%s\"", i > 0 ? " " : "", plans_name(r));
        doc_more(t, r->accept.all.mean > 0
                        ? " leaves every party better off than no plan."
                        : " leaves a party worse off than no plan.");
    }
    doc_more(t, " Preferences and model are given exactly, so this follows "
                "from them without doubt, and is as good as they are.");
}

/* A point of the page: a bullet that begins with what it is about. */
static doc_text *point(doc *to, const char *about) {
    doc_text *t = doc_bullet(to, "%s", "");
    doc_strong(t, "%s", about);
    return t;
}

/* --- What leads, and who is in the way --- */

static const char *ranked_of(const brief_answer *a) {
    static const char *const words[] = {
        [TALKS_TABLE] = "First of what is on the table:",
        [TALKS_VARIANT] =
            "Nothing is on the table; first of the analyst's variants:",
        [TALKS_GONE] = "Nothing is on the table any more; first of what was:",
    };
    return words[a->ranked];
}

static void say_leads(doc *to, const brief_answer *a) {
    doc_text *t = point(to, ranked_of(a));
    doc_more(t, " \"%s\". Every party would gain from it in ",
             plans_name(a->first));
    say_share(t, &a->first->accept.all);
    doc_more(t, " of model draws");
    if (a->second) {
        doc_more(t, ", from \"%s\" in ", plans_name(a->second));
        say_share(t, &a->second->accept.all);
    }
    doc_more(t, ".");
    if (a->second && a->lead <= 2 * a->lead_error)
        doc_strong(t, " These draws can't tell the two apart.");
}

static void say_in_the_way(doc *to, const case_model *c,
                           const brief_answer *a) {
    const plans_row *r = a->first;
    doc_text *t = point(to, "In its way:");
    if (r->binding < 0) {
        doc_more(t, " nobody refuses it in any draw.");
        return;
    }
    doc_more(t, " %s refuses it most often (it gains in ",
             c->actors[r->binding].name);
    say_share(t, &r->accept.by_party[r->binding]);
    grounds_rest(t, c, r->binding);
    doc_more(t, " of draws), and then loses most on %s", binding_issue(c, r));
    binding_caveat(t, binding_rests(c, a->evidence, a->survey, r));
    doc_more(t, ".");
}

/* --- Why --- */

static bool is_larger(const plans_step *a, const plans_step *b) {
    double x = fabs(a->change.mean), y = fabs(b->change.mean);
    return x > y || (x == y && a < b);
}

/* The largest step of the bridge after `before` (or NULL: of all). */
static const plans_step *next_step(const plans_bridge *b,
                                   const plans_step *before) {
    const plans_step *most = NULL;
    for (int i = 0; i < b->step_count; i++) {
        const plans_step *s = &b->steps[i];
        if ((!before || is_larger(before, s)) && (!most || is_larger(s, most)))
            most = s;
    }
    return most;
}

/* Steps beyond noise, largest first. */
static void say_why(doc *to, const brief_answer *a) {
    const plans_step *s = NULL;
    doc_text *t = point(to, "What separates the two:");
    int n = 0;
    for (; n < STEPS_SAID; n++) {
        s = next_step(a->bridge, s);
        if (!s || fabs(s->change.mean) <= 2 * s->change.error) break;
        doc_more(t, "%s%s (%s \u2192 %s) ", n == 0 ? " " : "; ", s->what,
                 s->from, s->to);
        doc_number(t, s->change.mean, s->change.error, DOC_CHANGE);
        doc_more(t, ", ");
        doc_strong(t, "%s", basis_of(s->basis));
    }
    doc_more(t, n > 0 ? "." : " no single difference is beyond the noise.");
}

/* A single reading that turns the ranking round belongs in sight. */
static void say_turns(doc_text *t, const case_model *c, const brief_answer *a) {
    const advice_sensitivity *all = a->sensitivity;
    for (int cause = ADVICE_CAUSES - 1; cause >= 0; cause--)
        for (int i = 0; i < all->counts[cause]; i++) {
            const advice_shift *s = &all->shifts[cause][i];
            if (!s->flips) continue;
            doc_strong(t, " The ranking would turn round ");
            if (cause == ADVICE_STATEMENT)
                doc_strong(t, "without %s.", brief_statement(c, s, t->mem));
            else if (cause == ADVICE_PARAMETER)
                doc_strong(t, "within the range of %s.", s->label);
            else
                doc_strong(t, "if %s.", s->label);
            return;
        }
}

static void say_prior(doc_text *t, const brief_answer *a) {
    doc_more(t, " With no record at all the shares would be ");
    say_share_without(t, &a->first->bare.all, GROUNDS_BARE);
    doc_more(t, " and ");
    say_share_without(t, &a->second->bare.all, GROUNDS_BARE);
    if (!plans_assumes(a->plans)) {
        doc_more(t, ".");
        return;
    }
    doc_more(t, "; with the record but without the analyst's assumptions ");
    say_share_without(t, &a->first->sourced.all, GROUNDS_SOURCED);
    doc_more(t, " and ");
    say_share_without(t, &a->second->sourced.all, GROUNDS_SOURCED);
    doc_more(t, ".");
}

/* Which of the weak grounds the ranking stands on, in one sentence each. */
static void say_rests(doc_text *t, const brief_answer *a) {
    if (a->rests.on_default)
        doc_strong(t, " The ranking rests on a default: without it no lead is "
                      "left.");
    if (a->rests.on_analyst)
        doc_strong(t, " The ranking rests on what is assumed or has no "
                      "source: without it no lead is left.");
    if (a->rests.on_prior)
        doc_strong(t, " Half or more of the lead would be there with nothing "
                      "on record: prior and structure of the model carry it, "
                      "not what was said.");
    if (!a->rests.on_default && !a->rests.on_analyst && !a->rests.on_prior)
        doc_more(t, " The lead survives without the defaults, without the "
                    "assumptions, and is not there without the record.");
}

static void say_grounds_of_lead(doc *to, const case_model *c,
                                const brief_answer *a) {
    doc_text *t = point(to, "What this ranking rests on.");
    say_rests(t, a);
    say_turns(t, c, a);
    say_prior(t, a);
}

/* What talks alone would do, lest their effect pass for that of what comes
 * before them. */
static void say_bare_talks(doc *to, const brief_answer *a) {
    const bool truce = case_has_truce(a->plans->main.belief->c);
    doc_text *t = point(to, truce ? "Talks without any truce" : "Talks alone");
    doc_more(t, " would leave every party better off in ");
    say_share(t, &a->plans->talks->accept.all);
    doc_more(t,
             " of draws: what the shares above owe to talks is not to be "
             "credited to %s.",
             truce ? "a truce" : "what comes before them");
}

/* --- What next --- */

static void say_unanswered(doc_text *t, const case_model *c,
                           const record_pieces *r) {
    const char **names =
        ARENA_ARRAY(t->mem, const char *, (size_t)r->count + 1);
    int count = 0;
    for (int i = 0; i < r->count; i++)
        if (r->items[i].group == PIECE_ANSWER &&
            r->items[i].status == PIECE_MISSING)
            names[count++] = r->items[i].subject;
    if (count > 0)
        doc_more(t, " No answer to it is on record from %s.",
                 count == c->party_count && count > 1
                     ? "any party"
                     : record_list_print(names, count, t->mem));
}

/* The listed set of changes that all accept most often, of those that leave the
 * proposal what it is, or 0. */
static int best_set(const case_model *c, const unlock_page *p) {
    int best = 0;
    for (int i = 1; p && i <= p->listed; i++)
        if (p->effects[i].all.mean > p->effects[best].all.mean &&
            !unlock_lost_phase(c, p, i))
            best = i;
    return best;
}

static void say_change(doc_text *t, const case_model *c, const unlock_page *p) {
    const int best = best_set(c, p);
    if (best == 0) return;
    const unlock_set *set = p->sets[best];
    doc_more(t, " Of the changes tried this one makes all accept most often: ");
    for (int i = 0; i < set->count; i++)
        doc_more(t, "%s%s", i > 0 ? ", and " : "",
                 p->found->changes[set->changes[i]].what);
    doc_more(t, " (all accept in ");
    say_share(t, &p->effects[best].all);
    doc_more(t, ").");
    unlock_say_losses(t, c, &p->effects[best]);
}

static void say_question(doc_text *t, const case_model *c, const ask_page *p) {
    if (!p || p->found->worth_count == 0) return;
    const ask_question *q = p->found->worths[p->order[0]].question;
    doc_more(t, " The answer worth most is that of %s: %s",
             c->actors[q->party].name, ask_words(c, q, t->mem));
    ask_say_answered(t, c, p, q);
}

static void say_next(doc *to, const case_model *c, const brief_answer *a) {
    doc_text *t = point(to, "What next.");
    const doc_run *before = t->last;
    say_unanswered(t, c, &a->pieces[0]);
    say_change(t, c, a->unlock);
    say_question(t, c, a->ask);
    if (t->last == before)
        doc_more(t, " Nothing that was tried changes the answer.");
}

static void say_ranking(doc *to, const case_model *c, const brief_answer *a) {
    say_leads(to, a);
    say_in_the_way(to, c, a);
    if (a->second) {
        say_why(to, a);
        say_grounds_of_lead(to, c, a);
    }
    say_bare_talks(to, a);
    say_next(to, c, a);
}

void brief_say_finding(doc *to, const case_model *c, const brief_answer *a) {
    if (!a->first) {
        doc_say(to, "No proposal is on record yet; what parties want stands "
                    "in `parley belief`, what could be signed in `parley "
                    "deals`.");
        return;
    }
    if (a->plans->main.belief->single)
        say_exact(to, a);
    else
        say_ranking(to, c, a);
    talks_say_gone(to, &a->talks);
    doc_note(to, "A share of model draws says how often all would gain under "
                 "this model and its assumptions. It is not the chance that "
                 "they agree. A low share is no reason to skip a pause: what "
                 "a pause spares people is not in these numbers. `parley help "
                 "words` explains the terms of this page.");
}
