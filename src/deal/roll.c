/* SPDX-License-Identifier: Apache-2.0
 * Logrolling: which issues could two parties trade for one another?
 *
 * The swing of an issue is what it matters to a party: the worth of its best
 * option less that of its worst. Where swing_j / swing_k differs between two
 * parties, the one with the larger ratio can have its way on j for giving way
 * on k, and both are better off than the other way round whenever each gets
 * the issue that matters more to it. The pairs with the largest quotient of
 * the two ratios come first; that quotient has no unit, so the parties' worths
 * needn't be comparable. Raiffa, The Art and Science of Negotiation (1982);
 * Froman and Cohen, Compromise and Logroll, Behavioral Science 15 (1970).
 *
 * Only issues on which the two are opposed count: no option is best for both.
 * An issue that makes no difference to one of them is nothing to trade.
 *
 * Edge cases: equal ratios are no trade; equal quotients keep the order of
 * parties and issues. */
#include "deal/roll.h"

typedef struct rolling {
    const case_model *c;
    const deal_party *parties;
    const fixed *swing; /* [party * issue_count + issue] */
    deal_roll *items;
    int count, found, most;
} rolling;

deal_swing deal_swing_of(const case_issue *issue, const fixed *worth) {
    const fixed *here = worth + issue->cell;
    deal_swing s = {0, 0};
    for (int o = 1; o < issue->option_count; o++) {
        if (here[o] > here[s.best]) s.best = o;
        if (here[o] < here[s.worst]) s.worst = o;
    }
    return s;
}

static fixed size_of(const case_issue *issue, const fixed *worth) {
    const deal_swing s = deal_swing_of(issue, worth);
    return worth[issue->cell + s.best] - worth[issue->cell + s.worst];
}

static int best_option(const case_issue *issue, const fixed *worth) {
    return deal_swing_of(issue, worth).best;
}

static fixed swing(const rolling *r, int party, int issue) {
    return r->swing[party * r->c->issue_count + issue];
}

static bool are_opposed(const rolling *r, int p, int q, int j) {
    const case_issue *issue = &r->c->issues[j];
    const fixed *a = r->parties[p].worth + issue->cell;
    const fixed *b = r->parties[q].worth + issue->cell;
    const fixed most_a = a[best_option(issue, r->parties[p].worth)];
    const fixed most_b = b[best_option(issue, r->parties[q].worth)];
    for (int o = 0; o < issue->option_count; o++)
        if (a[o] == most_a && b[o] == most_b) return false;
    return swing(r, p, j) > 0 && swing(r, q, j) > 0;
}

/* Keeps the items in order, the best `most` of them. */
static void insert(rolling *r, const deal_roll *new) {
    int at = r->count < r->most ? r->count++ : r->most;
    for (; at > 0 && r->items[at - 1].difference < new->difference; at--)
        if (at < r->most) r->items[at] = r->items[at - 1];
    if (at < r->most) r->items[at] = *new;
}

static double ratio_of(const rolling *r, int party, int j, int k) {
    return (double)swing(r, party, j) / (double)swing(r, party, k);
}

static void weigh_pair(rolling *r, int p, int q, int j, int k) {
    const double x = ratio_of(r, p, j, k), y = ratio_of(r, q, j, k);
    const double tie = DEAL_PRODUCT_TIE;
    if (x >= y * tie && y >= x * tie) return;
    r->found++;
    if (x < y) { /* the first named has its way on the first named issue */
        const int other = j;
        j = k;
        k = other;
    }
    const case_issue *issues = r->c->issues;
    deal_roll new = {.parties = {p, q}, .issues = {j, k}};
    new.options[0] = best_option(&issues[j], r->parties[p].worth);
    new.options[1] = best_option(&issues[k], r->parties[q].worth);
    new.ratio[0] = ratio_of(r, p, j, k);
    new.ratio[1] = ratio_of(r, q, j, k);
    new.difference = new.ratio[0] / new.ratio[1];
    new.change[0] = swing(r, p, j) - swing(r, p, k);
    new.change[1] = swing(r, q, k) - swing(r, q, j);
    insert(r, &new);
}

static void weigh_parties(rolling *r, int p, int q, bool *opposed) {
    const int issues = r->c->issue_count;
    for (int j = 0; j < issues; j++)
        opposed[j] = are_opposed(r, p, q, j);
    for (int j = 0; j < issues; j++)
        for (int k = j + 1; k < issues; k++)
            if (opposed[j] && opposed[k]) weigh_pair(r, p, q, j, k);
}

deal_rolls deal_rolls_find(const case_model *c, const deal_party *parties,
                           int most, arena *mem) {
    const int n = c->party_count, issues = c->issue_count;
    fixed *swings = ARENA_ARRAY(mem, fixed, (size_t)n * (size_t)issues + 1);
    for (int p = 0; p < n; p++)
        for (int j = 0; j < issues; j++)
            swings[p * issues + j] = size_of(&c->issues[j], parties[p].worth);
    rolling r = {.c = c,
                 .parties = parties,
                 .swing = swings,
                 .most = most > 0 ? most : 0};
    r.items = ARENA_ARRAY(mem, deal_roll, (size_t)r.most + 1);
    bool *opposed = ARENA_ARRAY(mem, bool, (size_t)issues + 1);
    for (int p = 0; p < n; p++)
        for (int q = p + 1; q < n; q++)
            weigh_parties(&r, p, q, opposed);
    return (deal_rolls){r.items, r.count, r.found};
}
