/* SPDX-License-Identifier: Apache-2.0
 * The first paragraphs of the brief: what leads, by how much, and what that
 * ranking is owed to. What decides it is said here, not further down. */
#include "lens/brief.h"
#include "lens/grounds.h"

#include <math.h>

enum { STEPS_SAID = 3 };

const char *brief_name(const plans_row *r) {
    return r->proposal->name ? r->proposal->name : r->name;
}

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
        doc_strong(t, "%s%s", i > 0 ? " " : "", brief_name(r));
        doc_more(t, r->accept.all.mean > 0
                        ? " leaves every party better off than no plan."
                        : " leaves a party worse off than no plan.");
    }
    doc_more(t, " Preferences and model are given exactly, so this follows "
                "from them without doubt, and is as good as they are.");
}

static void say_shares(doc *to, const brief_answer *a) {
    doc_text *t = doc_paragraph(to);
    doc_strong(t, "Of what is on the table, %s comes first.",
               brief_name(a->first));
    doc_more(t, " Every party would gain from it in ");
    say_share(t, &a->first->accept.all);
    doc_more(t, " of model draws");
    if (a->second) {
        doc_more(t, ", from %s in ", brief_name(a->second));
        say_share(t, &a->second->accept.all);
    }
    doc_more(t, ".");
    if (a->second && a->lead <= 2 * a->lead_error)
        doc_strong(t, " These draws can't tell the two apart.");
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
static void say_why(doc_text *t, const brief_answer *a) {
    const plans_step *s = NULL;
    int n = 0;
    for (; n < STEPS_SAID; n++) {
        s = next_step(a->bridge, s);
        if (!s || fabs(s->change.mean) <= 2 * s->change.error) break;
        doc_more(t, "%s\"%s\" (%s \u2192 %s): ",
                 n == 0 ? "What separates them, one difference at a time: "
                        : "; ",
                 s->what, s->from, s->to);
        doc_number(t, s->change.mean, s->change.error, DOC_CHANGE);
        doc_more(t, ", ");
        doc_strong(t, "%s", basis_of(s->basis));
    }
    if (n > 0) doc_more(t, ".");
}

/* A single reading that turns the ranking round belongs in sight. */
static void say_turns(doc_text *t, const brief_answer *a) {
    const advice_sensitivity *all = a->sensitivity;
    for (int cause = ADVICE_CAUSES - 1; cause >= 0; cause--)
        for (int i = 0; i < all->counts[cause]; i++) {
            const advice_shift *s = &all->shifts[cause][i];
            if (!s->flips) continue;
            doc_strong(t, " The ranking would turn round ");
            if (cause == ADVICE_STATEMENT)
                doc_strong(t, "without %s.", s->label);
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
        doc_strong(t, " Half or more of the lead is there before anything is "
                      "said: prior and structure of the model carry it.");
    if (!a->rests.on_default && !a->rests.on_analyst && !a->rests.on_prior)
        doc_more(t, " The lead survives without the defaults, without the "
                    "assumptions, and is not there without the record.");
}

/* What talks alone would do, lest their effect pass for that of what comes
 * before them. */
static void say_bare_talks(doc *to, const brief_answer *a) {
    const bool truce = case_has_truce(a->plans->main.belief->c);
    doc_text *t = doc_say(to, "Talks %s would leave every party better off in ",
                          truce ? "without any truce" : "alone");
    say_share(t, &a->plans->talks->accept.all);
    doc_more(t,
             " of draws: what the shares above owe to talks is not to be "
             "credited to %s.",
             truce ? "a truce" : "what comes before them");
}

static void say_ranking(doc *to, const brief_answer *a) {
    say_shares(to, a);
    if (!a->second) return;
    doc_text *t = doc_paragraph(to);
    say_why(t, a);
    say_rests(t, a);
    say_turns(t, a);
    say_prior(t, a);
    say_bare_talks(to, a);
}

void brief_say_finding(doc *to, const brief_answer *a) {
    if (!a->first) {
        doc_say(to, "No proposal is on record yet; what parties want stands "
                    "in `parley belief`, what could be signed in `parley "
                    "deals`.");
        return;
    }
    if (a->plans->main.belief->single)
        say_exact(to, a);
    else
        say_ranking(to, a);
    doc_note(to, "A share of model draws says how often all would gain under "
                 "this model and its assumptions. It is not the chance that "
                 "they agree. A low share is no reason to skip a pause: what "
                 "a pause spares people is not in these numbers.");
}
