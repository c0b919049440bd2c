/* SPDX-License-Identifier: Apache-2.0
 *
 * `parley ask CASE`: what to ask next, of whom, through which channel?
 *
 * What a question is worth is worked out in src/advice/ask.c. Beside it stands
 * the open route to the party with its relays, from whoever leads, else from a
 * mediator (`--from`: somebody else); whoever is on every open route is pointed
 * out. Where the case gives costs of channels, questions are ordered by worth
 * over the cost of the route.
 *
 * Asked about and chosen are the proposals that are not off the table
 * (talks_standing), the analyst's variants included: an answer may show that
 * one of them is worth putting forward.
 *
 * Edge cases: `--answer ID=yes` leaves the draws that agree; where none does,
 * that is an error, since the answers contradict all that was thought possible.
 * A party that nobody can reach by open channels is asked about all the same:
 * that the channel is missing is worth knowing.
 */
#include "lens/ask_lens.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "advice/headline.h"
#include "base/text.h"
#include "deal/bargain.h"
#include "lens/talks.h"

/* --- Ways --- */

static ask_way find_way(const case_model *c, const record_network *n, int from,
                        int to, arena *mem) {
    ask_way way = {.cut = {0}};
    if (from < 0)
        way.route = record_route_from_lead(c, n, to, mem);
    else if (from != to)
        way.route = record_route_best(n, from, to, mem);
    if (way.route.count > 0)
        way.cut = record_routes_find(n, way.route.actors[0], to, 1, mem)->cut;
    return way;
}

static void find_ways(ask_page *p, const case_model *c, int from, arena *mem) {
    ask_way *ways = ARENA_ARRAY(mem, ask_way, (size_t)c->party_count);
    for (int i = 0; i < c->party_count; i++)
        ways[i] = find_way(c, p->network, from, i, mem);
    p->ways = ways;
    for (int i = 0; i < c->channel_count; i++)
        if (c->channels[i].cost < 1 || c->channels[i].cost > 1)
            p->costs_given = true;
}

/* --- Order --- */

static double merit(const ask_page *p, int at) {
    const ask_worth *w = &p->found->worths[at];
    const ask_way *way = &p->ways[w->question->party];
    if (!p->costs_given) return w->value.mean;
    if (way->route.count == 0) return 0;
    return w->value.mean / fmax(way->route.cost, 1e-9);
}

/* Worths stand by value already: a stable sort by merit. */
static void set_order(ask_page *p, arena *mem) {
    int *order = ARENA_ARRAY(mem, int, (size_t)p->found->worth_count + 1);
    for (int i = 0; i < p->found->worth_count; i++) {
        int at = i;
        for (; at > 0 && merit(p, order[at - 1]) < merit(p, i) - 1e-12; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    p->order = order;
}

/* --- The same with another reading of the record --- */

static double share_in(const plans_view *v, const char *id) {
    const belief *b = v->belief;
    if (!b || !b->gain) return NAN;
    const int at = case_proposal_find(b->c, id);
    if (at < 0) return NAN;
    int count = 0;
    for (int d = 0; d < b->draw_count; d++)
        count += headline_accept(b, at, d);
    return (double)count / b->draw_count;
}

const ask_page *ask_look(ask_answer *found, const ask_ask *ask,
                         const plans_answer *views, const record_network *n,
                         int from, arena *mem) {
    ask_page *p = ARENA_NEW(mem, ask_page);
    const case_model *c = ask->belief->c;
    *p = (ask_page){.belief = ask->belief,
                    .network = n,
                    .replies = ask->replies,
                    .reply_count = ask->reply_count,
                    .bare = NAN,
                    .sourced = NAN};
    ask_weigh(found, ask, mem);
    p->found = found;
    find_ways(p, c, from, mem);
    set_order(p, mem);
    if (p->found->leader >= 0) {
        const char *id = c->proposals[p->found->leader].id;
        p->bare = share_in(&views->bare, id);
        p->sourced = share_in(&views->sourced, id);
    }
    return p;
}

/* --- The lens --- */

static const char *nearest(const ask_answer *a, const char *id, arena *mem) {
    const char **ids =
        ARENA_ARRAY(mem, const char *, (size_t)a->question_count + 1);
    for (int i = 0; i < a->question_count; i++)
        ids[i] = a->questions[i].id;
    return text_nearest(id, ids, (size_t)a->question_count);
}

static bool read_reply(ask_reply *r, const char *text, arena *mem,
                       parley_diags *d) {
    const char *equals = strrchr(text, '=');
    bool yes = equals && text_same(equals + 1, "yes");
    if (!yes && !(equals && text_same(equals + 1, "no")))
        return diag_error(d, SPAN_NONE, "option/value",
                          "--answer: \"%s\" is not ID=yes or ID=no", text);
    *r = (ask_reply){arena_text(mem, text, (size_t)(equals - text)), yes};
    return true;
}

static bool read_replies(ask_ask *ask, const lens_request *q, arena *mem,
                         parley_diags *d) {
    ask_reply *replies = ARENA_ARRAY(mem, ask_reply, q->option_count + 1);
    bool ok = true;
    for (size_t i = 0; i < q->option_count; i++) {
        if (!text_same(q->options[i].name, "answer")) continue;
        if (read_reply(&replies[ask->reply_count], q->options[i].value, mem, d))
            ask->reply_count++;
        else
            ok = false;
    }
    ask->replies = replies;
    return ok;
}

/* Which questions there are is known once there are draws. */
static bool check_replies(const ask_ask *ask, const ask_answer *a, arena *mem,
                          parley_diags *d) {
    bool ok = true;
    for (int i = 0; i < ask->reply_count; i++) {
        const char *id = ask->replies[i].id;
        if (ask_find_question(a, id)) continue;
        ok = diag_error(d, SPAN_NONE, "ask/unknown-question",
                        "no question \"%s\" can be asked here", id);
        const char *near = nearest(a, id, mem);
        if (near) diag_hint(d, "did you mean \"%s\"?", near);
    }
    return ok;
}

static bool read_from(int *from, const lens_request *q, parley_diags *d) {
    const char *name = lens_value(q, "from");
    *from = -1;
    if (!name) return true;
    *from = case_actor_find(q->c, name);
    return *from >= 0 || diag_error(d, SPAN_NONE, "option/unknown-actor",
                                    "--from: no party or other \"%s\"", name);
}

typedef struct answer {
    plans_answer views;
    const ask_page *page;
    talks_stand talks;
} answer;

static parley_status run(const void **out, const lens_request *q, arena *mem,
                         parley_diags *d) {
    answer *a = ARENA_NEW(mem, answer);
    ask_ask ask = {.sequence = true};
    int from;
    bool ok = read_from(&from, q, d);
    if (!read_replies(&ask, q, mem, d) || !ok) return PARLEY_EINPUT;
    parley_status status = plans_look(&a->views, q, mem, d);
    if (status != PARLEY_OK) return status;
    a->talks = talks_fold(q, (moment){.given = false}, mem);
    ask.belief = a->views.main.belief;
    ask.setup = a->views.main.setup;
    ask.proposals = talks_standing(&a->talks, mem);
    ask_answer *found = ask_make(&ask, mem);
    if (!check_replies(&ask, found, mem, d)) return PARLEY_EINPUT;
    a->page = ask_look(found, &ask, &a->views, record_network_build(q->c, mem),
                       from, mem);
    *out = a;
    if (a->page->found->kept > 0) return PARLEY_OK;
    diag_error(d, SPAN_NONE, "ask/impossible",
               "none of %d draws agrees with these answers: they contradict "
               "what the record and the model leave possible",
               ask.belief->draw_count);
    return PARLEY_EINPUT;
}

static void describe(doc *to, const lens_request *q, const void *found) {
    const answer *a = found;
    ask_put(to, q->c, a->page);
    ask_say(to, q->c, a->page);
    talks_say_gone(to, &a->talks);
}

static const lens_option options[] = {
    {"answer", "ID=yes|no", "as if this question had been answered so"},
    {"from", "ACTOR", "who asks, instead of a lead or mediator"},
};

extern const lens ask_lens;
const lens ask_lens = {
    .name = "ask",
    .question = "what to ask next, of whom, through which channel?",
    .operands = "",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
    .describe = describe,
};
