/* SPDX-License-Identifier: Apache-2.0
 * The best three questions in a row, each chosen by the answers before it.
 *
 * The value of a sequence is what the best proposal after all answers is
 * accepted by all in, less A(P*) of asking none. All trees of three questions
 * are tried, of the questions that are worth most alone; draws stand in bit
 * sets, so that a node is a few counts of bits:
 *
 *   best(D, n) = max( max_P |D and A_P|,
 *                     max_q best(D and yes_q, n - 1) + best(D and no_q, n - 1)
 * )
 *
 * Such a tree is chosen from many, so it flatters itself more than a single
 * question does: beside its value stands that of the trees chosen on one half
 * of the chains, measured on the other. Howard (1966), as in ask.c.
 *
 * Edge cases: a question that adds nothing is not asked, so the tree may be
 * shorter. Two questions that are worth nothing alone may be worth something
 * together; such pairs are found only among the questions looked at. Where a
 * branch ends with next to nothing that all accept, "go with the best" is no
 * advice: the step then says that none is left. */
#include "advice/ask_int.h"

#include <math.h>
#include <string.h>

typedef struct looking {
    const ask_answer *a;
    const uint64_t **yes;      /* [question] */
    const uint64_t **accepted; /* [proposal] */
    int questions, words;
    int begin, end; /* words in which the draws at hand can stand */
    arena *mem;
} looking;

static int bits(uint64_t x) {
    x -= x >> 1 & 0x5555555555555555u;
    x = (x & 0x3333333333333333u) + (x >> 2 & 0x3333333333333333u);
    x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0fu;
    return (int)(x * 0x0101010101010101u >> 56);
}

static uint64_t *new_set(const looking *l, arena *mem) {
    return ARENA_ARRAY(mem, uint64_t, (size_t)l->words);
}

static const uint64_t *set_of(const looking *l, const bool *of, int draws) {
    uint64_t *set = new_set(l, l->mem);
    for (int d = 0; d < draws; d++)
        set[d / 64] |= (uint64_t)of[d] << (d % 64);
    return set;
}

static int common(const looking *l, const uint64_t *a, const uint64_t *b) {
    int count = 0;
    for (int w = l->begin; w < l->end; w++)
        count += bits(a[w] & b[w]);
    return count;
}

/* The proposal to go with, and in how many draws all accept it. */
static int best_proposal(const looking *l, const uint64_t *draws, int *most) {
    int best = 0;
    *most = -1;
    for (int i = 0; i < l->a->proposal_count; i++) {
        int count = common(l, draws, l->accepted[i]);
        if (count > *most) best = i;
        if (count > *most) *most = count;
    }
    return best;
}

static void split(const looking *l, const uint64_t *draws, int question,
                  uint64_t *yes, uint64_t *no) {
    for (int w = l->begin; w < l->end; w++) {
        yes[w] = draws[w] & l->yes[question][w];
        no[w] = draws[w] & ~l->yes[question][w];
    }
}

/* How the best proposals after yes and after no do; accepted[i]: in how many
 * of the draws all accept proposal i. */
static int answered(const looking *l, const uint64_t *draws, int question,
                    const int *accepted) {
    int yes = 0, no = 0;
    for (int i = 0; i < l->a->proposal_count; i++) {
        int with = 0;
        for (int w = l->begin; w < l->end; w++)
            with += bits(draws[w] & l->accepted[i][w] & l->yes[question][w]);
        if (with > yes) yes = with;
        if (accepted[i] - with > no) no = accepted[i] - with;
    }
    return yes + no;
}

/* The best that one question more can do: no set is built for it. */
static int one_more(const looking *l, const uint64_t *draws, int *question) {
    int most = 0;
    *question = -1;
    arena_place here = arena_mark(l->mem);
    int *accepted = ARENA_ARRAY(l->mem, int, (size_t)l->a->proposal_count);
    for (int i = 0; i < l->a->proposal_count; i++) {
        accepted[i] = common(l, draws, l->accepted[i]);
        if (accepted[i] > most) most = accepted[i];
    }
    for (int q = 0; most > 0 && q < l->questions; q++) {
        int count = answered(l, draws, q, accepted);
        if (count <= most) continue;
        most = count;
        *question = q;
    }
    arena_back(l->mem, here);
    return most;
}

/* In how many draws all accept what is best after `steps` more questions;
 * question: the one to ask first, -1: none. */
static int best_of(const looking *l, const uint64_t *draws, int steps,
                   int *question) {
    if (steps == 1) return one_more(l, draws, question);
    int most, next;
    *question = -1;
    best_proposal(l, draws, &most);
    arena *scratch = arena_child(l->mem);
    uint64_t *yes = new_set(l, scratch), *no = new_set(l, scratch);
    for (int q = 0; q < l->questions; q++) {
        split(l, draws, q, yes, no);
        int count = best_of(l, yes, steps - 1, &next) +
                    best_of(l, no, steps - 1, &next);
        if (count <= most) continue;
        most = count;
        *question = q;
    }
    arena_free(scratch);
    return most;
}

static ask_step *grow(const looking *l, const uint64_t *draws, int steps,
                      int kept) {
    ask_step *s = ARENA_NEW(l->mem, ask_step);
    int question = -1, most, here = common(l, draws, draws);
    s->share = (double)here / kept;
    s->best = l->a->proposals[best_proposal(l, draws, &most)];
    s->all = here > 0 ? (double)most / here : NAN;
    if (steps > 0) best_of(l, draws, steps, &question);
    if (question < 0) return s;
    uint64_t *yes = new_set(l, l->mem), *no = new_set(l, l->mem);
    split(l, draws, question, yes, no);
    s->question = l->a->worths[question].question;
    s->yes = grow(l, yes, steps - 1, kept);
    s->no = grow(l, no, steps - 1, kept);
    return s;
}

bool ask_none_is_left(const ask_step *s, int kept) {
    double draws = s->share * kept;
    double error = sqrt(s->all * (1 - s->all) / draws);
    return s->all < ASK_SIGNED_LEAST || s->all <= 2 * error;
}

/* --- Halves --- */

static int place_of(const looking *l, int proposal) {
    for (int i = 0; i < l->a->proposal_count; i++)
        if (l->a->proposals[i] == proposal) return i;
    return 0;
}

/* What a tree brings on other draws: how many accept where it leads. */
static int follow(const looking *l, const ask_step *s, const uint64_t *draws) {
    if (!s->question)
        return common(l, draws, l->accepted[place_of(l, s->best)]);
    arena *scratch = arena_child(l->mem);
    uint64_t *yes = new_set(l, scratch), *no = new_set(l, scratch);
    int question = 0;
    while (l->a->worths[question].question != s->question)
        question++;
    split(l, draws, question, yes, no);
    int count = follow(l, s->yes, yes) + follow(l, s->no, no);
    arena_free(scratch);
    return count;
}

/* Only words of the half are looked at. */
static void narrow(looking *l, int half, int middle) {
    l->begin = half ? middle / 64 : 0;
    l->end = half ? l->words : (middle + 63) / 64;
}

static double crossed(looking *l, const belief *b, const uint64_t *draws) {
    const int middle = b->chain_count / 2 * (b->draw_count / b->chain_count);
    uint64_t *halves[2];
    int kept[2] = {0, 0}, gained = 0, most;
    for (int h = 0; h < 2; h++) {
        halves[h] = new_set(l, l->mem);
        for (int d = 0; d < b->draw_count; d++)
            if ((d < middle) == (h == 0))
                halves[h][d / 64] |= draws[d / 64] & UINT64_C(1) << (d % 64);
        kept[h] = common(l, halves[h], halves[h]);
        if (kept[h] == 0) return NAN;
    }
    for (int h = 0; h < 2; h++) {
        narrow(l, h, middle);
        const ask_step *tree = grow(l, halves[h], ASK_STEPS, kept[h]);
        int before = best_proposal(l, halves[h], &most);
        narrow(l, !h, middle);
        gained += follow(l, tree, halves[!h]) -
                  common(l, halves[!h], l->accepted[before]);
    }
    return (double)gained / (kept[0] + kept[1]);
}

void ask_sequence(ask_answer *a, const belief *b, const bool *const *accepted,
                  arena *mem) {
    looking l = {.a = a, .mem = mem, .words = (b->draw_count + 63) / 64};
    l.end = l.words;
    l.questions = a->worth_count < ASK_CHOICE ? a->worth_count : ASK_CHOICE;
    l.yes = ARENA_ARRAY(mem, const uint64_t *, (size_t)l.questions + 1);
    l.accepted =
        ARENA_ARRAY(mem, const uint64_t *, (size_t)a->proposal_count + 1);
    for (int q = 0; q < l.questions; q++)
        l.yes[q] = set_of(&l, a->worths[q].question->yes, b->draw_count);
    for (int i = 0; i < a->proposal_count; i++)
        l.accepted[i] = set_of(&l, accepted[i], b->draw_count);
    const uint64_t *draws = set_of(&l, a->keeps, b->draw_count);
    int most;
    best_proposal(&l, draws, &most);
    a->plan.first = grow(&l, draws, ASK_STEPS, a->kept);
    a->plan.value = (double)(follow(&l, a->plan.first, draws) - most) / a->kept;
    a->plan.crossed = crossed(&l, b, draws);
}
