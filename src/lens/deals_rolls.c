/* SPDX-License-Identifier: Apache-2.0
 * Trades between two issues, as data and in words; which there are:
 * deal/roll.c.
 *
 * With draws they are those of mean worths. The swings m of a party are then
 * means of s, the worth of its best option less that of its worst (best and
 * worst on average) draw by draw, so that of m_j / m_k the error is that of the
 * mean of (s_j - (m_j / m_k) s_k) / m_k (the delta method), and of m_j - m_k
 * that of s_j - s_k. Numbers are shown to the first digit of their error. */
#include <math.h>

#include "base/number.h"
#include "lens/deals.h"

enum { ROLLS_SHOWN = 3 };

/* --- Errors --- */

/* The swing of an issue in every draw. */
static const double *swings(const deals_answer *a, int party, int issue,
                            arena *mem) {
    const belief *b = a->belief;
    const case_model *c = a->asked;
    const case_issue *j = &c->issues[issue];
    const deal_swing s = deal_swing_of(j, a->parties[party].worth);
    double *values = ARENA_ARRAY(mem, double, (size_t)b->draw_count);
    for (int i = 0; i < b->draw_count; i++) {
        const double *worth =
            b->draws[i].worth + (ptrdiff_t)party * c->cell_count + j->cell;
        values[i] = worth[s.best] - worth[s.worst];
    }
    return values;
}

static void find_error(const deals_answer *a, const deal_roll *r, int side,
                       deals_roll_error *to, arena *mem) {
    const belief *b = a->belief;
    const double *j = swings(a, r->parties[side], r->issues[0], mem);
    const double *k = swings(a, r->parties[side], r->issues[1], mem);
    double *values = ARENA_ARRAY(mem, double, (size_t)b->draw_count);
    const double mean = belief_mean(b, k, mem).mean, ratio = r->ratio[side];
    for (int i = 0; i < b->draw_count; i++)
        values[i] = (j[i] - ratio * k[i]) / mean;
    to->ratio[side] = belief_mean(b, values, mem).error;
    for (int i = 0; i < b->draw_count; i++)
        values[i] = j[i] - k[i];
    to->change[side] = belief_mean(b, values, mem).error;
}

void deals_find_rolls(deals_answer *a, arena *mem) {
    a->rolls = deal_rolls_find(a->asked, a->parties, a->ask.top, mem);
    if (!a->belief) return;
    deals_roll_error *errors =
        ARENA_ARRAY(mem, deals_roll_error, (size_t)a->rolls.count + 1);
    for (int i = 0; i < a->rolls.count; i++) {
        arena *scratch = arena_child(mem);
        for (int side = 0; side < 2; side++)
            find_error(a, &a->rolls.items[i], side, &errors[i], scratch);
        arena_free(scratch);
    }
    a->roll_errors = errors;
}

/* --- Data --- */

static const char *option(const case_model *c, const deal_roll *r, int side) {
    return c->issues[r->issues[side]].options[r->options[side]];
}

static void put_two(doc_value *in, const char *key, const double numbers[2]) {
    doc_value *list = doc_put_list(in, key);
    doc_put_number(list, NULL, numbers[0]);
    doc_put_number(list, NULL, numbers[1]);
}

static void put_roll(doc_value *list, const case_model *c, const deal_roll *r,
                     const deals_roll_error *error) {
    const double change[] = {number_from_fixed(r->change[0]),
                             number_from_fixed(r->change[1])};
    doc_value *in = doc_put_object(list, NULL);
    doc_value *parties = doc_put_list(in, "parties");
    doc_value *terms = doc_put_object(in, "terms");
    for (int i = 0; i < 2; i++) {
        doc_put_text(parties, NULL, c->actors[r->parties[i]].id);
        doc_put_text(terms, c->issues[r->issues[i]].id, option(c, r, i));
    }
    put_two(in, "ratio", r->ratio);
    put_two(in, "change", change);
    doc_put_number(in, "difference", r->difference);
    if (!error) {
        doc_put_null(in, "ratio-error");
        doc_put_null(in, "change-error");
        return;
    }
    put_two(in, "ratio-error", error->ratio);
    put_two(in, "change-error", error->change);
}

static const deals_roll_error *error_of(const deals_answer *a, int i) {
    return a->roll_errors ? &a->roll_errors[i] : NULL;
}

void deals_put_rolls(doc_value *root, const deals_answer *a) {
    doc_value *list = doc_put_list(root, "logrolling");
    for (int i = 0; i < a->rolls.count; i++)
        put_roll(list, a->asked, &a->rolls.items[i], error_of(a, i));
}

/* --- Words --- */

static void say_change(doc_text *t, const char *who, fixed change,
                       double error) {
    if (change == 0) {
        doc_more(t, "%s neither gains nor loses", who);
        return;
    }
    doc_more(t, "%s %s ", who, change > 0 ? "gains" : "loses");
    doc_number(t, number_from_fixed(change < 0 ? -change : change), error,
               error > 0 ? DOC_REAL : DOC_WORTH);
}

static void show_roll(doc *to, const case_model *c, const deal_roll *r,
                      const deals_roll_error *known) {
    const deals_roll_error none = {{0, 0}, {0, 0}}, *e = known ? known : &none;
    const char *first = c->actors[r->parties[0]].name;
    const char *other = c->actors[r->parties[1]].name;
    const char *one = c->issues[r->issues[0]].id;
    const char *two = c->issues[r->issues[1]].id;
    doc_text *t = doc_bullet(to, "To %s, %s matters ", first, one);
    doc_number(t, r->ratio[0], e->ratio[0], DOC_REAL);
    doc_more(t, " times as much as %s; to %s, ", two, other);
    doc_number(t, r->ratio[1], e->ratio[1], DOC_REAL);
    doc_more(t,
             " times. %s could have its way on %s (%s) for giving way on %s "
             "(%s): against the other way round ",
             first, one, option(c, r, 0), two, option(c, r, 1));
    say_change(t, first, r->change[0], e->change[0]);
    doc_more(t, " and ");
    say_change(t, other, r->change[1], e->change[1]);
    doc_more(t, ".");
    if (known &&
        r->ratio[0] - r->ratio[1] < 2 * hypot(e->ratio[0], e->ratio[1]))
        doc_more(t, " These draws can't tell the two ratios apart.");
}

void deals_show_rolls(doc *to, const deals_answer *a) {
    if (a->rolls.count == 0) return;
    const int most = (int)deals_shown(a, (size_t)a->rolls.count, ROLLS_SHOWN);
    doc_section(to, "What could be traded");
    for (int i = 0; i < most; i++)
        show_roll(to, a->asked, &a->rolls.items[i], error_of(a, i));
    if (a->rolls.found > most)
        doc_note(to,
                 "These are the largest differences of %d; each is a trade "
                 "between two parties and says nothing of the others.",
                 a->rolls.found);
    doc_end(to);
}
