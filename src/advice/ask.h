/* SPDX-License-Identifier: Apache-2.0
 * What to ask next (DESIGN section 7): questions that a party answers with yes
 * or no, by what the answer is expected to add to the share of draws in which
 * all accept the best proposal. */
#ifndef ADVICE_ASK_H
#define ADVICE_ASK_H

#include "belief/belief.h"
#include "plan/plan.h"

enum {
    ASK_STEPS = 3,     /* questions in a sequence */
    ASK_CHOICE = 24,   /* it is made up from so many, the best alone */
    ASK_OPTIONS = 4,   /* more options: only neighbours are compared */
    ASK_KEPT_LEAST = 1 /* draws that must be left by the answers so far */
};

/* Less often signed by all: no advice to go with it. */
#define ASK_SIGNED_LEAST 0.05

typedef enum ask_kind { ASK_ACCEPT, ASK_PREFER, ASK_MATTERS } ask_kind;

typedef struct ask_question {
    ask_kind kind;
    int party;
    int proposal;      /* accept */
    int issue, option; /* prefer: this option to `over`; matters: this issue */
    int over;          /* an option, or an issue */
    const char *id;    /* PARTY/prefer/ISSUE/OPTION/OVER */
    const bool *yes;   /* one a draw */
} ask_question;

/* After one answer. */
typedef struct ask_branch {
    double share;  /* of draws that give it */
    int best;      /* the proposal that all accept most often then */
    double all;    /* how often */
    double leader; /* the same of what leads before the question */
} ask_branch;

typedef struct ask_worth {
    const ask_question *question;
    belief_measure value; /* expected gain; chosen and measured on all draws */
    double crossed;       /* chosen on half of the chains, measured on the other
                             half, both ways: not flattered; NAN: too few */
    double shift;         /* E|A(P*|a) - A(P*)| */
    ask_branch yes, no;
} ask_worth;

/* A sequence: what to ask, then by the answer; NULL: ask nothing. */
typedef struct ask_step {
    const ask_question *question;
    double share; /* of draws that come here */
    int best;     /* where nothing is asked: the proposal to go with */
    double all;   /* and how often all accept it, among these draws */
    const struct ask_step *yes, *no;
} ask_step;

/* Of the step where nothing is asked: no proposal is left that all would sign.
 * The best is accepted by all in less than ASK_SIGNED_LEAST of its draws, or
 * in no more than twice the Monte Carlo error of that share. kept: draws
 * that agree with the replies. */
bool ask_none_is_left(const ask_step *s, int kept);

typedef struct ask_plan {
    const ask_step *first; /* NULL: not looked for */
    double value;          /* against asking none */
    double crossed;        /* as above */
} ask_plan;

typedef struct ask_reply { /* an answer that was given */
    const char *id;
    bool yes;
} ask_reply;

typedef struct ask_ask {
    const belief *belief;
    const plan_setup *setup;
    int_list proposals; /* that may be asked about and chosen */
    const ask_reply *replies;
    int reply_count;
    bool sequence;
} ask_ask;

typedef struct ask_answer {
    const int *proposals; /* that come into question: none, where plans can't
                             be valued */
    int proposal_count;
    int leader; /* P*, or -1: none does */
    belief_measure all;
    const ask_question *questions; /* all that were made up */
    int question_count;
    const ask_worth *worths; /* of those that are open, the best first */
    int worth_count;
    int certain; /* answered alike in every draw that is left */
    int same;    /* the answer is that of a question before it */
    int kept;    /* draws that agree with the replies */
    const bool *keeps;
    ask_plan plan;
} ask_answer;

/* The question of this id, or NULL. */
const ask_question *ask_find_question(const ask_answer *a, const char *id);

/* The questions, of nothing more is known yet; replies don't matter. */
ask_answer *ask_make(const ask_ask *ask, arena *mem);
/* What they are worth. All replies must be ids of questions. kept 0: no draw
 * agrees with them, and nothing else is filled in. */
void ask_weigh(ask_answer *a, const ask_ask *ask, arena *mem);
/* "would you accept the seven-day truce?" */
const char *ask_words(const case_model *c, const ask_question *q, arena *mem);

#endif
