/* SPDX-License-Identifier: Apache-2.0
 * Inside the lens `ask`: what it found. The brief shows a part of it. */
#ifndef LENS_ASK_LENS_H
#define LENS_ASK_LENS_H

#include "advice/ask.h"
#include "lens/plans.h"
#include "record/route.h"

/* How a party is reached. */
typedef struct ask_way {
    record_route route; /* the best open one, from whoever asks; count 0:
                           there is none */
    int_list cut;       /* relays that stand on every open route */
} ask_way;

typedef struct ask_page {
    const ask_answer *found;
    const belief *belief;
    const int *order;    /* worths, as they are to be asked */
    const ask_way *ways; /* [party] */
    const record_network *network;
    bool costs_given; /* worth is divided by the cost of the way */
    const ask_reply *replies;
    int reply_count;
    double bare, sourced; /* A(P*) with no record, without the analyst; NAN */
} ask_page;

/* Weighs the questions `found`. from: who asks; -1: leads and mediators. */
const ask_page *ask_look(ask_answer *found, const ask_ask *ask,
                         const plans_answer *views, const record_network *n,
                         int from, arena *mem);

void ask_put(doc *to, const case_model *c, const ask_page *p);
void ask_say(doc *to, const case_model *c, const ask_page *p);
/* That its party has answered a question already, where it has: an answer on
 * record is evidence and settles nothing, so it may still be worth asking. */
void ask_say_answered(doc_text *t, const case_model *c, const ask_page *p,
                      const ask_question *q);
/* One question with its worth and way, as a bullet; at: in order. */
void ask_say_question(doc *to, const case_model *c, const ask_page *p, int at);

#endif
