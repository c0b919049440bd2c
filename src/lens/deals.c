/* SPDX-License-Identifier: Apache-2.0
 * What could everyone sign, and which of it is best?
 *
 * With exact worths: the outcomes that keep the rules, those that are at least
 * as good as no deal for every party, the frontier, and the bargaining
 * solutions with their ties, all in exact decimals (deal/solve.c has the
 * definitions). With draws the same for the mean worths, rounded to 10^-12,
 * and the acceptance of deals by share of draws (deals_rank.c).
 *
 * Edge cases: parties of both kinds: the exact ones keep their worths in every
 * draw. More outcomes times draws than are worth waiting for are refused with
 * the number of draws that fits. Exact worths that add up over issues are
 * merged (deal/merge.c) where there are too many outcomes to enumerate; then
 * how many are rational isn't known. A discount tells what a deal is worth
 * later; here it is signed at once. Raiffa, The Art and Science of Negotiation
 * (1982). */
#include "lens/deals.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "lens/sampled.h"
#include "plan/plan.h"

enum { TOP = 10, TOP_MOST = 1000 };

/* --- What was asked --- */

static const deal_concept *concept_named(const char *name, parley_diags *d,
                                         arena *mem) {
    const deal_concept *k = deal_concept_find(name);
    if (k) return k;
    diag_error(d, SPAN_NONE, "option/value",
               "--solutions: there is no solution \"%s\"", name);
    const char **names =
        ARENA_ARRAY(mem, const char *, (size_t)deal_concept_count);
    for (int i = 0; i < deal_concept_count; i++)
        names[i] = deal_concepts[i].name;
    const char *near = text_nearest(name, names, (size_t)deal_concept_count);
    if (near) diag_hint(d, "did you mean \"%s\"?", near);
    return NULL;
}

typedef struct concept_list {
    const deal_concept **items;
    int count;
} concept_list;

static concept_list standard_concepts(arena *mem) {
    concept_list all = {
        ARENA_ARRAY(mem, const deal_concept *, (size_t)deal_concept_count), 0};
    for (int i = 0; i < deal_concept_count; i++)
        if (deal_concepts[i].standard)
            all.items[all.count++] = &deal_concepts[i];
    return all;
}

/* "nash,egalitarian"; false with a diag where a name is unknown. */
static bool wanted_concepts(concept_list *out, const lens_request *q,
                            arena *mem, parley_diags *d) {
    const char *names = lens_value(q, "solutions");
    *out = standard_concepts(mem);
    if (!names) return true;
    out->items = ARENA_ARRAY(mem, const deal_concept *, strlen(names) + 1);
    out->count = 0;
    bool ok = true;
    while (*names) {
        size_t length = strcspn(names, ",");
        const deal_concept *k =
            concept_named(arena_text(mem, names, length), d, mem);
        if (k) out->items[out->count++] = k;
        ok = ok && k;
        names += length + (names[length] == ',');
    }
    return ok;
}

static bool wanted_top(int *top, const lens_request *q, parley_diags *d) {
    const char *text = lens_value(q, "top");
    int64_t value = TOP;
    bool ok = !text || number_int(text, &value);
    *top = (int)value;
    if (ok && value >= 1 && value <= TOP_MOST) return true;
    return diag_error(d, SPAN_NONE, "option/value",
                      "--top: \"%s\" is not a whole number from 1 to %d", text,
                      TOP_MOST);
}

/* --- Worths --- */

static bool all_exact(const case_model *c) {
    for (int p = 0; p < c->party_count; p++)
        if (c->preferences[p].kind != CASE_WORTH) return false;
    return true;
}

static const fixed *mean_worth(const belief *b, int party, arena *mem) {
    const int cells = b->c->cell_count;
    fixed *mean = ARENA_ARRAY(mem, fixed, (size_t)cells + 1);
    for (int i = 0; i < cells; i++) {
        double sum = 0;
        for (int k = 0; k < b->draw_count; k++)
            sum += b->draws[k].worth[party * cells + i];
        mean[i] = (fixed)llround(sum / b->draw_count * (double)FIXED_ONE);
    }
    return mean;
}

/* The case with mean worths where none are given, for deal_parties. */
static const case_model *with_mean_worths(const belief *b, arena *mem) {
    const case_model *c = b->c;
    size_t n = (size_t)c->party_count;
    case_preference *of = ARENA_ARRAY(mem, case_preference, n);
    memcpy(of, c->preferences, n * sizeof *of);
    for (int p = 0; p < c->party_count; p++)
        if (of[p].kind != CASE_WORTH) of[p].worth = mean_worth(b, p, mem);
    case_model *mean = ARENA_NEW(mem, case_model);
    *mean = *c;
    mean->preferences = of;
    return mean;
}

/* --- The answer --- */

static parley_status sample(deals_answer *a, const lens_request *q, int top,
                            arena *mem, parley_diags *d) {
    if (all_exact(q->c)) return PARLEY_OK;
    if (!sampled_fits(q, fmax(a->space->count, top), d)) return PARLEY_ELIMIT;
    return sampled_draws(&a->belief, q, true, mem, d);
}

/* More outcomes than can be enumerated, of worths that add up. */
static bool is_merged(const case_model *c) {
    return deal_space_bound(c) > DEAL_OUTCOMES_MOST && merge_applies(c);
}

static parley_status merge(deals_answer *a, const lens_request *q,
                           const concept_list *wanted, arena *mem,
                           parley_diags *d) {
    a->merged = merge_solve(q->c, wanted->items, wanted->count,
                            (merge_limits){0}, mem, d);
    if (!a->merged) return PARLEY_ELIMIT;
    a->parties = a->merged->parties;
    return PARLEY_OK;
}

static parley_status run(const void **answer, const lens_request *q, arena *mem,
                         parley_diags *d) {
    const case_model *c = q->c;
    concept_list wanted;
    int top;
    if (!wanted_concepts(&wanted, q, mem, d) || !wanted_top(&top, q, d))
        return PARLEY_EUSAGE;
    if (!plan_usable(c, false, d)) return PARLEY_EINPUT;
    deals_answer *a = ARENA_NEW(mem, deals_answer);
    *answer = a;
    if (is_merged(c)) return merge(a, q, &wanted, mem, d);
    a->space = deal_space_new(c, (deal_scope){0}, mem, d);
    if (!a->space) return PARLEY_ELIMIT;
    parley_status status = sample(a, q, top, mem, d);
    if (status != PARLEY_OK) return status;
    if (a->belief) c = with_mean_worths(a->belief, mem);
    a->parties = deal_parties(c, a->space, mem);
    a->found =
        deal_solve(a->space, a->parties, wanted.items, wanted.count, mem);
    if (a->belief) deals_rank(a, q, top, mem);
    return PARLEY_OK;
}

static const lens_option options[] = {
    {"solutions", "NAMES",
     "these solutions: nash, kalai-smorodinsky, egalitarian, utilitarian"},
    {"top", "N", "deals ranked by acceptance (10)"},
};

extern const lens deals_lens;
const lens deals_lens = {
    .name = "deals",
    .question = "what could everyone sign, and which of it is best?",
    .operands = "",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
    .describe = deals_describe,
};
