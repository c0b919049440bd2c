/* SPDX-License-Identifier: Apache-2.0
 * Inside the lens `unlock`: what it found. The brief shows a part of it. */
#ifndef LENS_UNLOCK_LENS_H
#define LENS_UNLOCK_LENS_H

#include "advice/unlock.h"
#include "lens/plans.h"
#include "record/route.h"

/* Somebody who may carry the plan to a party. */
typedef struct unlock_envoy {
    unlock_approach approach;
    record_route route; /* record_route_from_lead */
} unlock_envoy;

typedef struct unlock_page {
    const unlock_answer *found;
    double target; /* NAN: none was asked for */
    /* sets[0] is the proposal as it is; then those listed; then, where they
     * aren't among them, the target's and the best. */
    const unlock_set *const *sets;
    int count, listed;
    int target_at, best_at; /* in sets; -1: none */
    const plans_view *fresh;
    /* One a set, on fresh draws (with a single draw: the same), with no record
     * at all, and without the analyst; the latter two NULL with one draw. */
    const unlock_effect *effects, *bare, *sourced;
    const unlock_envoy *envoys;
    int envoy_count;
} unlock_page;

/* views: main, bare and sourced of `plans_look`. */
parley_status unlock_look(const unlock_page **out, const unlock_ask *ask,
                          const record_network *n, const plans_answer *views,
                          arena *mem, parley_diags *d);

/* A phase of which a set leaves nothing that it changed; NULL: there is none.
 */
const char *unlock_lost_phase(const case_model *c, const unlock_page *p,
                              int at);
void unlock_put(doc *to, const case_model *c, const unlock_page *p);
void unlock_say(doc *to, const case_model *c, const unlock_page *p);
/* Who gains less by a set, on average, than by the proposal as it is: all may
 * accept more often and yet each gain less. */
void unlock_say_losses(doc_text *t, const case_model *c,
                       const unlock_effect *e);
/* One set in a sentence, as a bullet; number: in the list shown, 0: in none. */
void unlock_say_set(doc *to, const case_model *c, const unlock_page *p, int at,
                    int number);

#endif
