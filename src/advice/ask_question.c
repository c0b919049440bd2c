/* SPDX-License-Identifier: Apache-2.0
 * Questions that a party can answer with yes or no, and its answer in every
 * draw: would you accept P? do you prefer option A of an issue to option B?
 * does issue j matter more to you than issue k?
 *
 * "Accept" is what the plans mean by it, the cost of a public rejection
 * included. "Prefer" and "matters" are those of the record: u(now with A) >
 * u(now with B), and max w_j > max w_k (DESIGN section 3).
 *
 * Edge cases: of an issue with many options only neighbours are compared; a
 * party is not asked for its own proposal while it stands by it. */
#include "advice/ask_int.h"

#include <assert.h>
#include <math.h>

#include "advice/headline.h"
#include "base/text.h"
#include "deal/bargain.h"

typedef struct listing {
    const belief *b;
    const plan_setup *s;
    arena *mem;
    ask_question *items;
    int count, room;
} listing;

static bool *add(listing *l, ask_question q) {
    if (l->count == l->room) {
        int room = l->room ? 2 * l->room : 32;
        l->items = arena_grow(l->mem, l->items, (size_t)l->count, (size_t)room,
                              sizeof *l->items);
        l->room = room;
    }
    bool *yes = ARENA_ARRAY(l->mem, bool, (size_t)l->b->draw_count);
    q.yes = yes;
    l->items[l->count++] = q;
    return yes;
}

static bool above(double a, double b) { return !deal_at_least(b, a); }

/* --- Accept --- */

static double gain_of(const belief *b, int proposal, int party, int at) {
    assert(b->gain); /* without it no proposal is listed */
    size_t row = (size_t)proposal * (size_t)b->c->party_count + (size_t)party;
    return b->gain[row * (size_t)b->draw_count + (size_t)at];
}

static void list_accept(listing *l, int party, int proposal) {
    const case_model *c = l->b->c;
    const char *id = arena_format(l->mem, "%s/accept/%s", c->actors[party].id,
                                  c->proposals[proposal].id);
    bool *yes = add(l, (ask_question){.kind = ASK_ACCEPT,
                                      .party = party,
                                      .proposal = proposal,
                                      .issue = -1,
                                      .id = id});
    for (int d = 0; d < l->b->draw_count; d++)
        yes[d] = deal_at_least(gain_of(l->b, proposal, party, d), 0);
}

/* --- Prefer --- */

static double condition_with(const listing *l, int party, int issue,
                             int option) {
    const case_model *c = l->b->c;
    arena *scratch = arena_child(l->mem);
    int *outcome = ARENA_ARRAY(scratch, int, (size_t)c->issue_count);
    for (int j = 0; j < c->issue_count; j++)
        outcome[j] = c->issues[j].now;
    outcome[issue] = option;
    double worth = plan_condition(l->s, party, outcome);
    arena_free(scratch);
    return worth;
}

static void list_prefer(listing *l, int party, int issue, int option,
                        int over) {
    const case_model *c = l->b->c;
    const case_issue *of = &c->issues[issue];
    const char *id =
        arena_format(l->mem, "%s/prefer/%s/%s/%s", c->actors[party].id, of->id,
                     of->options[option], of->options[over]);
    bool *yes = add(l, (ask_question){.kind = ASK_PREFER,
                                      .party = party,
                                      .proposal = -1,
                                      .issue = issue,
                                      .option = option,
                                      .over = over,
                                      .id = id});
    double a = condition_with(l, party, issue, option);
    double b = condition_with(l, party, issue, over);
    for (int d = 0; d < l->b->draw_count; d++) {
        const double *worth =
            l->b->draws[d].worth + (size_t)party * (size_t)c->cell_count;
        yes[d] =
            above(worth[of->cell + option] + a, worth[of->cell + over] + b);
    }
}

static void list_options(listing *l, int party, int issue) {
    int count = l->b->c->issues[issue].option_count;
    for (int a = 0; a < count; a++)
        for (int b = a + 1; b < count; b++)
            if (count <= ASK_OPTIONS || b == a + 1)
                list_prefer(l, party, issue, b, a);
}

/* --- Matters --- */

static double best_worth(const draw *w, const case_model *c, int party,
                         int issue) {
    const case_issue *of = &c->issues[issue];
    const double *worth =
        w->worth + (size_t)party * (size_t)c->cell_count + of->cell;
    double best = worth[0];
    for (int o = 1; o < of->option_count; o++)
        best = fmax(best, worth[o]);
    return best;
}

static void list_matters(listing *l, int party, int issue, int over) {
    const case_model *c = l->b->c;
    const char *id =
        arena_format(l->mem, "%s/matters/%s/%s", c->actors[party].id,
                     c->issues[issue].id, c->issues[over].id);
    bool *yes = add(l, (ask_question){.kind = ASK_MATTERS,
                                      .party = party,
                                      .proposal = -1,
                                      .issue = issue,
                                      .over = over,
                                      .id = id});
    for (int d = 0; d < l->b->draw_count; d++)
        yes[d] = above(best_worth(&l->b->draws[d], c, party, issue),
                       best_worth(&l->b->draws[d], c, party, over));
}

/* --- All of them --- */

/* Nobody is asked about what they put forward themselves and stand by. */
static bool is_its_own(const belief *b, int party, int proposal) {
    int_list by = b->c->proposals[proposal].by;
    bool author = false;
    for (int i = 0; i < by.count; i++)
        author = author || by.items[i] == party;
    for (int i = 0; author && i < b->evidence->claim_count; i++) {
        const record_claim *k = &b->evidence->claims[i];
        if (k->party == party && k->kind == CASE_ACCEPT && k->replaced_by < 0 &&
            !k->assumed && b->c->record[k->entry].proposal == proposal)
            return true;
    }
    return false;
}

static void list_party(listing *l, const ask_answer *a, int party) {
    const int issues = l->b->c->issue_count;
    for (int i = 0; i < a->proposal_count; i++)
        if (!is_its_own(l->b, party, a->proposals[i]))
            list_accept(l, party, a->proposals[i]);
    for (int j = 0; j < issues; j++)
        list_options(l, party, j);
    for (int j = 0; j < issues; j++)
        for (int k = j + 1; k < issues; k++)
            list_matters(l, party, j, k);
}

void ask_list(ask_answer *a, const ask_ask *ask, arena *mem) {
    a->proposals = ask->proposals.items;
    a->proposal_count = ask->belief->gain ? ask->proposals.count : 0;
    listing l = {.b = ask->belief, .s = ask->setup, .mem = mem};
    for (int p = 0; p < l.b->c->party_count; p++)
        list_party(&l, a, p);
    a->questions = l.items;
    a->question_count = l.count;
}

const bool *const *ask_accepted(const ask_answer *a, const belief *b,
                                arena *mem) {
    const bool **all =
        ARENA_ARRAY(mem, const bool *, (size_t)a->proposal_count + 1);
    for (int i = 0; i < a->proposal_count; i++) {
        bool *of = ARENA_ARRAY(mem, bool, (size_t)b->draw_count);
        for (int d = 0; d < b->draw_count; d++)
            of[d] = headline_accept(b, a->proposals[i], d);
        all[i] = of;
    }
    return all;
}

const ask_question *ask_find_question(const ask_answer *a, const char *id) {
    for (int i = 0; i < a->question_count; i++)
        if (text_same(a->questions[i].id, id)) return &a->questions[i];
    return NULL;
}

const char *ask_words(const case_model *c, const ask_question *q, arena *mem) {
    if (q->kind == ASK_ACCEPT)
        return arena_format(mem, "would you accept %s?",
                            c->proposals[q->proposal].name);
    const case_issue *issue = &c->issues[q->issue];
    if (q->kind == ASK_PREFER)
        return arena_format(mem, "on %s, do you prefer %s to %s?", issue->id,
                            issue->options[q->option], issue->options[q->over]);
    return arena_format(mem, "does %s matter more to you than %s?", issue->id,
                        c->issues[q->over].id);
}
