/* SPDX-License-Identifier: Apache-2.0
 * Which statement carries which conclusion? Leave it out and look.
 *
 * Leaving entries out, one or several, removes them entirely: their claims,
 * faces and rejections. What they had replaced stands again, and what they
 * repeated counts at the next best credence. Where neither face nor rejections
 * change, the draws stay what they are and are weighted by the ratio of the two
 * likelihoods (importance sampling; 1 over the statement's factor when nothing
 * else changes), with the effective size of the weights, (sum w)^2 / sum w^2
 * (Kong 1992). Where they do change, or that size is below 400, the posterior
 * is sampled again with the same seed.
 *
 * Edge cases: with a single draw nothing can change but what is exact, and the
 * case without the entry gives its one draw. An entry whose claims were all
 * replaced has even weights. Fewer than 400 draws can't have that effective
 * size and are weighted all the same. */
#include <assert.h>
#include <math.h>

#include "belief/setup.h"

/* --- The record without the entries --- */

/* Which entries go, and where the numbers of the others go. */
typedef struct leaving {
    int *to;   /* [old number]: the new one, or -1 */
    int *from; /* [new number] */
} leaving;

static leaving leave(const case_model *c, int_list entries, arena *mem) {
    leaving l = {ARENA_ARRAY(mem, int, (size_t)c->record_count + 1),
                 ARENA_ARRAY(mem, int, (size_t)c->record_count + 1)};
    int kept = 0;
    for (int i = 0; i < entries.count; i++)
        l.to[entries.items[i]] = -1;
    for (int i = 0; i < c->record_count; i++) {
        if (l.to[i] < 0) continue;
        l.from[kept] = i;
        l.to[i] = kept++;
    }
    return l;
}

static int renumber(const leaving *l, int number) {
    return number < 0 ? number : l->to[number];
}

static const case_model *case_without(const case_model *c, const leaving *l,
                                      arena *mem) {
    size_t count = (size_t)c->record_count;
    case_model *part = ARENA_NEW(mem, case_model);
    case_entry *record = ARENA_ARRAY(mem, case_entry, count);
    *part = *c;
    part->record = record;
    part->record_count = 0;
    for (int i = 0; i < c->record_count; i++) {
        if (l->to[i] < 0) continue;
        case_entry *e = &record[part->record_count++];
        *e = c->record[i];
        e->statement = renumber(l, e->statement);
        e->confirms = renumber(l, e->confirms);
    }
    return part;
}

static bool same_options(int_list a, int_list b) {
    if (a.count != b.count) return false;
    for (int i = 0; i < a.count; i++)
        if (a.items[i] != b.items[i]) return false;
    return true;
}

/* True if faces and rejections are what they were. */
static bool same_game(const case_model *c, const record_evidence *a,
                      const record_evidence *b) {
    for (int i = 0; i < c->party_count * c->issue_count; i++)
        if (a->face[i].weight != b->face[i].weight ||
            !same_options(a->face[i].options, b->face[i].options))
            return false;
    for (int i = 0; i < c->party_count * c->proposal_count; i++)
        if (a->rejected[i] != b->rejected[i]) return false;
    return true;
}

/* --- Weights --- */

/* The claim of the whole record that says what k, of the record without the
 * entries, says. */
static int find_claim(const belief *b, const leaving *l,
                      const record_claim *k) {
    int entry = l->from[k->entry];
    for (int i = 0; i < b->evidence->claim_count; i++) {
        const record_claim *old = &b->evidence->claims[i];
        bool same = old->party == k->party && old->kind == k->kind &&
                    (k->kind != CASE_DEMAND ||
                     old->about.items[0].issue == k->about.items[0].issue);
        for (int j = 0; same && j < old->repeats.count; j++)
            if (old->repeats.items[j] == entry) return i;
        if (same && old->entry == entry) return i;
    }
    return -1;
}

/* Adds sign times the logarithm of a claim's factor to every draw's. */
static void add_factor(const belief *b, int claim, double credence, int sign,
                       double *log_weight) {
    const bool *satisfied =
        b->satisfied + (size_t)claim * (size_t)b->draw_count;
    double yes = sign * log(credence), no = sign * log1p(-credence);
    for (int i = 0; i < b->draw_count; i++)
        log_weight[i] += satisfied[i] ? yes : no;
}

static void add_factors(const belief *b, const record_evidence *e,
                        const leaving *l, double *log_weight) {
    const belief_claim *claims = b->setup->likelihood->claims;
    for (int i = 0; i < b->evidence->claim_count; i++)
        if (claims[i].weighed)
            add_factor(b, i, claims[i].said->credence, -1, log_weight);
    for (int i = 0; i < e->claim_count; i++) {
        const record_claim *k = &e->claims[i];
        int claim = find_claim(b, l, k);
        assert(claim >= 0);
        if (k->replaced_by < 0 && !claims[claim].obstacle)
            add_factor(b, claim, k->credence, 1, log_weight);
    }
}

/* Turns logarithms into weights with sum 1; their effective size. */
static double normalise(double *weights, int count) {
    double most = -INFINITY, sum = 0, squares = 0;
    for (int i = 0; i < count; i++)
        most = fmax(most, weights[i]);
    for (int i = 0; i < count; i++)
        sum += weights[i] = exp(weights[i] - most);
    for (int i = 0; i < count; i++) {
        weights[i] /= sum;
        squares += weights[i] * weights[i];
    }
    return 1 / squares;
}

/* --- Asked from outside --- */

int_list belief_carriers(const belief *b, arena *mem) {
    int *list = ARENA_ARRAY(mem, int, (size_t)b->c->record_count);
    bool *has = ARENA_ARRAY(mem, bool, (size_t)b->c->record_count);
    int count = 0;
    for (int i = 0; i < b->evidence->claim_count; i++) {
        const record_claim *k = &b->evidence->claims[i];
        has[k->entry] = true;
        for (int j = 0; j < k->repeats.count; j++)
            has[k->repeats.items[j]] = true;
    }
    for (int i = 0; i < b->c->record_count; i++)
        if (has[i]) list[count++] = i;
    return (int_list){list, count};
}

static parley_status sample_again(belief_without *out, const belief *b,
                                  const case_model *part, arena *mem,
                                  parley_diags *d) {
    out->weights = NULL;
    parley_status status = belief_sample(&out->b, part, &b->ask, mem, d);
    if (status == PARLEY_OK) out->ess = out->b->ess.value;
    return status;
}

parley_status belief_leave_out_all(belief_without *out, const belief *b,
                                   int_list entries, arena *mem,
                                   parley_diags *d) {
    leaving l = leave(b->c, entries, mem);
    const case_model *part = case_without(b->c, &l, mem);
    const record_evidence *e = record_weigh(part, mem);
    int first = entries.count > 0 ? entries.items[0] : -1;
    *out = (belief_without){.entry = first, .b = b, .ess = b->draw_count};
    if (!same_game(b->c, b->evidence, e))
        return sample_again(out, b, part, mem, d);
    if (b->single) return PARLEY_OK;
    double *weights = ARENA_ARRAY(mem, double, (size_t)b->draw_count);
    add_factors(b, e, &l, weights);
    out->weights = weights;
    out->ess = normalise(weights, b->draw_count);
    if (out->ess < BELIEF_ESS_LEAST) return sample_again(out, b, part, mem, d);
    return PARLEY_OK;
}

parley_status belief_leave_out(belief_without *out, const belief *b, int entry,
                               arena *mem, parley_diags *d) {
    return belief_leave_out_all(out, b, (int_list){&entry, 1}, mem, d);
}

double belief_without_mean(const belief_without *w, const double *values) {
    double sum = 0;
    for (int i = 0; i < w->b->draw_count; i++)
        sum += w->weights ? w->weights[i] * values[i]
                          : values[i] / w->b->draw_count;
    return sum;
}
