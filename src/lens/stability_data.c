/* SPDX-License-Identifier: Apache-2.0
 * What the stability lens found, as data. Ids count from 1 in issue order, the
 * first issue slowest. Lists beyond 100,000 ids are null; `counts` has their
 * length. */
#include <math.h>
#include <stdio.h>

#include "lens/sampled.h"
#include "lens/stability_more.h"

/* {issue: option}, or the id of a graph's state. */
void stability_put_state(doc_value *in, const stability_case *k,
                         uint32_t state) {
    const case_model *c = k->c;
    doc_put_count(in, "state", (uint64_t)state + 1);
    if (c->graph) {
        doc_put_text(in, "name", c->graph->state_ids[state]);
        doc_put_null(in, "terms");
        return;
    }
    doc_put_null(in, "name");
    doc_value *terms = doc_put_object(in, "terms");
    for (int j = 0; j < c->issue_count; j++)
        doc_put_text(
            terms, c->issues[j].id,
            c->issues[j]
                .options[stability_option(&k->space, k->space.code[state], j)]);
}

void stability_put_id(doc_value *in, const char *key, uint32_t state) {
    if (state == STABILITY_NO_STATE)
        doc_put_null(in, key);
    else
        doc_put_count(in, key, (uint64_t)state + 1);
}

/* The ids of the states with a bit. */
static void put_ids(doc_value *in, const char *key, const uint8_t *verdict,
                    uint32_t count, uint8_t bit) {
    uint64_t found = 0;
    for (uint32_t s = 0; s < count; s++)
        found += (verdict[s] & bit) != 0;
    if (found > STABILITY_LISTED) {
        doc_put_null(in, key);
        return;
    }
    doc_value *list = doc_put_list(in, key);
    for (uint32_t s = 0; s < count; s++)
        if (verdict[s] & bit) doc_put_count(list, NULL, (uint64_t)s + 1);
}

void stability_put_sets(doc_value *in, const char *key, const uint8_t *verdict,
                        uint32_t count) {
    doc_value *sets = doc_put_object(in, key);
    for (int c = 0; c < STABILITY_CONCEPTS; c++)
        put_ids(sets, stability_concept_name(c), verdict, count,
                (uint8_t)(1 << c));
}

static void put_exact(doc_value *data, const stability_answer *a, bool full) {
    const stability_case *k = a->k;
    const uint32_t states = k->g.state_count;
    if (a->sampled) {
        doc_put_null(data, "counts");
        doc_put_null(data, "equilibria");
        doc_put_null(data, "stable");
        return;
    }
    doc_value *counts = doc_put_object(data, "counts");
    for (int c = 0; c < STABILITY_CONCEPTS; c++)
        doc_put_count(counts, stability_concept_name(c), a->count[c]);
    stability_put_sets(data, "equilibria", a->equilibrium, states);
    if (!full) {
        doc_put_null(data, "stable");
        return;
    }
    doc_value *stable = doc_put_object(data, "stable");
    for (int i = 0; i < k->party_count; i++)
        stability_put_sets(stable, k->c->actors[i].id, a->verdict[i], states);
}

/* A verdict: true or false by concept, or a share with its error; no shares:
 * nothing was sampled. */
static void put_verdict(doc_value *in, const stability_answer *a,
                        uint8_t verdict, const stability_share *share) {
    for (int c = 0; c < STABILITY_CONCEPTS; c++) {
        const char *name = stability_concept_name(c);
        if (!a->sampled || !share) {
            doc_put_bool(in, name, (verdict >> c) & 1);
            continue;
        }
        char error[16];
        snprintf(error, sizeof error, "%s-error", name);
        doc_put_number(in, name, share[c].value);
        sampled_put_error(in, error, share[c].error, a->b);
    }
}

static void put_likely(doc_value *data, const stability_answer *a) {
    if (!a->sampled) {
        doc_put_null(data, "likely");
        return;
    }
    doc_value *list = doc_put_list(data, "likely");
    for (int r = 0; r < a->row_count; r++) {
        doc_value *row = doc_put_object(list, NULL);
        stability_put_state(row, a->k, a->rows[r].state);
        put_verdict(row, a, 0, a->rows[r].share);
    }
}

/* --- Moves and answers --- */

void stability_put_steps(doc_value *in, const char *key,
                         const stability_case *k, const stability_step *steps,
                         int count) {
    doc_value *list = doc_put_list(in, key);
    for (int i = 0; i < count; i++) {
        doc_value *step = doc_put_object(list, NULL);
        doc_put_text(step, "by", k->c->actors[k->actor[steps[i].mover]].id);
        stability_put_id(step, "from", steps[i].from);
        stability_put_id(step, "to", steps[i].to);
    }
}

static void put_answer(doc_value *in, const char *key, const stability_case *k,
                       const stability_reply *reply) {
    if (reply)
        stability_put_steps(in, key, k, reply->steps, reply->step_count);
    else
        doc_put_null(in, key);
}

static void put_stand(doc_value *in, const stability_answer *a, int party,
                      const stability_stand *s) {
    doc_value *one = doc_put_object(in, a->k->c->actors[party].id);
    put_verdict(one, a, s->verdict, s->share);
    stability_put_id(one, "improvement", s->best);
    if (a->sampled && s->best != STABILITY_NO_STATE)
        doc_put_number(one, "improvement-share", s->best_share.value);
    else
        doc_put_null(one, "improvement-share");
    put_answer(one, "answer", a->k, s->answer);
    put_answer(one, "credible-answer", a->k, s->credible);
}

static uint8_t for_all(const stability_answer *a, const stability_place *p) {
    return a->sampled ? 0 : a->equilibrium[p->state];
}

static void put_compared(doc_value *in, const char *key,
                         const stability_share *share, bool asked) {
    if (!asked || isnan(share[0].value)) {
        doc_put_null(in, key);
        return;
    }
    doc_value *one = doc_put_object(in, key);
    for (int c = 0; c < STABILITY_CONCEPTS; c++)
        doc_put_number(one, stability_concept_name(c), share[c].value);
}

void stability_put_places(doc_value *data, const stability_answer *a) {
    doc_value *list = doc_put_list(data, "places");
    for (int i = 0; i < a->place_count; i++) {
        const stability_place *p = &a->places[i];
        doc_value *place = doc_put_object(list, NULL);
        doc_put_text(place, "place", p->name);
        doc_put_text(place, "proposal",
                     p->proposal < 0 ? NULL
                                     : a->k->c->proposals[p->proposal].id);
        if (p->phase < 0)
            doc_put_null(place, "phase");
        else
            doc_put_integer(place, "phase", p->phase + 1);
        stability_put_state(place, a->k, p->state);
        put_verdict(doc_put_object(place, "all"), a, for_all(a, p), p->all);
        put_compared(place, "no-record", p->no_record, a->sampled);
        put_compared(place, "without-analyst", p->no_analyst, a->sampled);
        doc_value *parties = doc_put_object(place, "parties");
        for (int i2 = 0; i2 < a->k->party_count; i2++)
            put_stand(parties, a, i2, &p->stand[i2]);
    }
}

static void put_way(doc_value *in, const char *key, const stability_case *k,
                    const stability_step *steps, int count) {
    if (steps)
        stability_put_steps(in, key, k, steps, count);
    else
        doc_put_null(in, key);
}

static void put_ways(doc_value *data, const stability_answer *a) {
    if (!a->ways) {
        doc_put_null(data, "from-now");
        return;
    }
    doc_value *list = doc_put_list(data, "from-now");
    for (int i = 0; i < a->way_count; i++) {
        const stability_way *w = &a->ways[i];
        doc_value *way = doc_put_object(list, NULL);
        stability_put_id(way, "state", w->state);
        put_way(way, "improving", a->k, w->improving, w->improving_count);
        put_way(way, "any", a->k, w->any, w->any_count);
    }
}

static void put_why(doc_value *data, const stability_answer *a) {
    const stability_certificate *c = a->why;
    if (!c) {
        doc_put_null(data, "why");
        return;
    }
    doc_value *why = doc_put_object(data, "why");
    stability_put_id(why, "state", c->state);
    doc_put_text(why, "party", a->k->c->actors[c->mover].id);
    doc_put_text(why, "concept",
                 stability_concept_name(__builtin_ctz(c->concept)));
    doc_put_bool(why, "stable", c->stable);
    doc_put_count(why, "improvements", c->improvement_count);
    doc_value *list = doc_put_list(why, "answers");
    for (uint32_t r = 0; r < c->reply_count; r++) {
        const stability_reply *reply = &c->replies[r];
        doc_value *one = doc_put_object(list, NULL);
        stability_put_id(one, "improvement", reply->improvement);
        doc_put_bool(one, "answered", reply->sanctioned);
        stability_put_steps(one, "steps", a->k, reply->steps,
                            reply->step_count);
        stability_put_id(one, "way-out", reply->best_way);
        doc_put_count(one, "reached", reply->reached_count);
    }
}

static void put_movers(doc_value *data, const stability_case *k) {
    doc_put_count(data, "states", k->g.state_count);
    doc_value *list = doc_put_list(data, "movers");
    for (int m = 0; m < k->g.mover_count; m++) {
        doc_value *mover = doc_put_object(list, NULL);
        doc_put_text(mover, "id", k->c->actors[k->actor[m]].id);
        doc_put_bool(mover, "party", m < k->party_count);
    }
    doc_value *agreed = doc_put_list(data, "agreed-only");
    for (int i = 0; i < k->fixed.count; i++)
        doc_put_text(agreed, NULL, k->c->issues[k->fixed.items[i]].id);
}

static void put_state(doc_value *data, const stability_answer *a) {
    if (a->asked == STABILITY_NO_STATE || a->sampled) {
        doc_put_null(data, "state");
        return;
    }
    doc_value *one = doc_put_object(data, "state");
    stability_put_state(one, a->k, a->asked);
    doc_value *parties = doc_put_object(one, "parties");
    for (int i = 0; i < a->k->party_count; i++)
        put_verdict(doc_put_object(parties, a->k->c->actors[i].id), a,
                    a->verdict[i][a->asked], NULL);
}

void stability_put(doc *to, const lens_request *q, const stability_answer *a) {
    doc_value *data = doc_data(to);
    put_movers(data, a->k);
    put_exact(data, a, lens_value(q, "full") != NULL);
    put_likely(data, a);
    stability_put_places(data, a);
    put_ways(data, a);
    put_why(data, a);
    put_state(data, a);
    stability_make_put(data, a);
    stability_joint_put(data, a);
    stability_robust_put(data, a);
    doc_put_text(data, "dot", a->dot);
    if (a->sampled) {
        sampled_put(to, a->b);
        return;
    }
    static const char *const SAMPLED[] = {"draws", "r-hat", "r-hat-of", "ess",
                                          "ess-of"};
    for (size_t i = 0; i < sizeof SAMPLED / sizeof *SAMPLED; i++)
        doc_put_null(data, SAMPLED[i]);
}
