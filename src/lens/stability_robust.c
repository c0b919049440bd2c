/* SPDX-License-Identifier: Apache-2.0
 * The stability lens, --robust: which equilibria survive every exchange of two
 * neighbours in a party's order; over draws, which hold whatever the record
 * leaves open (a pair of states counts as known if 95 % of the draws agree on
 * it). --unknown PARTY ...: which hold if nothing is known of these. --strong
 * X: which hold strongly, a difference in worth of X being a great one. */
#include <inttypes.h>
#include <string.h>

#include "base/number.h"
#include "lens/stability_more.h"
#include "stability/prefer.h"

enum { VIEW_STATES = 4096 };
#define SWAPS_WORK  3e8
#define PAIRS_WORK  2e9
#define VIEW_BYTES  1e9
#define DRAWS_AGREE 0.95

/* --- Finding --- */

static bool views_fit(const stability_case *k, double draws, parley_diags *d) {
    double states = k->g.state_count;
    double bytes = stability_view_bytes(k->g.state_count, k->party_count);
    double pairs = states * states * draws * k->party_count;
    if (k->g.state_count <= VIEW_STATES && bytes <= VIEW_BYTES &&
        pairs <= PAIRS_WORK)
        return true;
    return diag_error(d, SPAN_NONE, "stability/limit",
                      "%" PRIu32 " states are too many to compare pair by pair"
                      "%s",
                      k->g.state_count, draws > 1 ? " in so many draws" : "");
}

static const uint8_t *for_all(const stability_case *k, uint8_t **verdict,
                              arena *mem) {
    uint8_t *all = ARENA_ARRAY(mem, uint8_t, k->g.state_count);
    memset(all, STABILITY_ALL, k->g.state_count);
    for (int i = 0; i < k->party_count; i++)
        for (uint32_t s = 0; s < k->g.state_count; s++)
            all[s] &= verdict[i][s];
    return all;
}

static void find_modes(const stability_case *k, const stability_view *view,
                       stability_tested *x, arena *mem) {
    x->unknown = true;
    for (int m = 0; m < STABILITY_MODES; m++)
        x->mode[m] = for_all(k,
                             stability_unknown(&k->g, k->party_count, view,
                                               (stability_mode)m, mem),
                             mem);
}

static parley_status find_unknown(const stability_answer *a, const char *value,
                                  stability_tested *x, arena *mem,
                                  parley_diags *d) {
    text_list words = stability_words(value, mem);
    bool *blank = ARENA_ARRAY(mem, bool, (size_t)a->k->party_count);
    for (int w = 0; w < words.count; w++) {
        int party;
        if (!stability_read_party(a->k, words.items[w], &party, d))
            return PARLEY_EUSAGE;
        blank[party] = true;
    }
    if (!views_fit(a->k, 1, d)) return PARLEY_ELIMIT;
    find_modes(a->k,
               stability_views_exact(a->k->g.state_count, a->k->party_count,
                                     (const uint32_t *const *)a->rank, blank,
                                     mem),
               x, mem);
    return PARLEY_OK;
}

static bool all_have_worths(const stability_case *k, parley_diags *d) {
    for (int i = 0; i < k->party_count; i++)
        if (k->c->preferences[i].kind != CASE_WORTH)
            return diag_error(d, SPAN_NONE, "stability/ordinal",
                              "--strong needs worths of every party; \"%s\" "
                              "has an order",
                              k->c->actors[i].id);
    return true;
}

static parley_status find_strong(const stability_answer *a, const char *value,
                                 stability_tested *x, arena *mem,
                                 parley_diags *d) {
    const stability_case *k = a->k;
    fixed step;
    if (!number_fixed(value, &step) || step <= 0) {
        diag_error(d, SPAN_NONE, "option/value",
                   "--strong: \"%s\" is no worth above 0", value);
        return PARLEY_EUSAGE;
    }
    if (!all_have_worths(k, d)) return PARLEY_EINPUT;
    if (!views_fit(k, 1, d)) return PARLEY_ELIMIT;
    stability_view *view =
        stability_views_exact(k->g.state_count, k->party_count,
                              (const uint32_t *const *)a->rank, NULL, mem);
    fixed *worth = ARENA_ARRAY(mem, fixed, k->g.state_count);
    for (int i = 0; i < k->party_count; i++) {
        stability_worth_exact(k, i, worth, mem);
        stability_views_strengthen(&view[i], worth, step);
    }
    x->strong =
        for_all(k, stability_strongly(&k->g, k->party_count, view, mem), mem);
    return PARLEY_OK;
}

static parley_status find_swaps(const stability_answer *a, stability_tested *x,
                                arena *mem, parley_diags *d) {
    double work = stability_swaps_work(&a->k->g, a->k->party_count);
    if (work > SWAPS_WORK) {
        diag_error(d, SPAN_NONE, "stability/limit",
                   "every adjacent swap in %" PRIu32
                   " states takes %.0f verdicts; %.0f are the most",
                   a->k->g.state_count, work, SWAPS_WORK);
        return PARLEY_ELIMIT;
    }
    x->swaps = stability_swaps_try(&a->k->g, a->k->party_count,
                                   (const uint32_t *const *)a->rank,
                                   a->equilibrium, mem);
    return PARLEY_OK;
}

parley_status stability_robust_run(stability_answer *a, const lens_request *q,
                                   arena *mem, parley_diags *d) {
    bool robust = lens_value(q, "robust") != NULL;
    const char *unknown = lens_value(q, "unknown");
    const char *strong = lens_value(q, "strong");
    if (!robust && !unknown && !strong) return PARLEY_OK;
    stability_tested *x = ARENA_NEW(mem, stability_tested);
    a->tested = x;
    if (a->sampled) {
        if (!views_fit(a->k, a->b->draw_count, d)) return PARLEY_ELIMIT;
        x->agree = DRAWS_AGREE;
        find_modes(a->k, stability_views_drawn(a->k, a->b, DRAWS_AGREE, mem), x,
                   mem);
        return PARLEY_OK;
    }
    parley_status status = PARLEY_OK;
    if (robust) status = find_swaps(a, x, mem, d);
    if (unknown && status == PARLEY_OK)
        status = find_unknown(a, unknown, x, mem, d);
    if (strong && status == PARLEY_OK)
        status = find_strong(a, strong, x, mem, d);
    return status;
}

/* --- Data --- */

static void put_swaps(doc_value *in, const stability_answer *a,
                      const stability_swaps *x) {
    if (!x) {
        doc_put_null(in, "swaps");
        doc_put_null(in, "survive");
        doc_put_null(in, "broken");
        return;
    }
    doc_put_count(in, "swaps", x->count);
    doc_value *survive = doc_put_object(in, "survive");
    for (int c = 0; c < STABILITY_CONCEPTS; c++) {
        doc_value *list = doc_put_list(survive, stability_concept_name(c));
        for (uint32_t s = 0; s < a->k->g.state_count; s++)
            if (((a->equilibrium[s] >> c) & 1) && x->broken[c][s] == 0)
                stability_put_id(list, NULL, s);
    }
    doc_value *broken = doc_put_list(in, "broken");
    for (int c = 0; c < STABILITY_CONCEPTS; c++)
        for (uint32_t s = 0; s < a->k->g.state_count; s++) {
            if (x->broken[c][s] == 0) continue;
            doc_value *row = doc_put_object(broken, NULL);
            const stability_swap *w = &x->first[c][s];
            doc_put_text(row, "concept", stability_concept_name(c));
            stability_put_id(row, "state", s);
            doc_put_count(row, "swaps", x->broken[c][s]);
            doc_put_text(row, "party", a->k->c->actors[w->party].id);
            stability_put_id(row, "down", w->upper);
            stability_put_id(row, "up", w->lower);
        }
}

void stability_robust_put(doc_value *data, const stability_answer *a) {
    static const char *const MODE[] = {"a", "b", "c", "d"};
    const stability_tested *x = a->tested;
    if (!x) {
        doc_put_null(data, "robust");
        return;
    }
    doc_value *one = doc_put_object(data, "robust");
    put_swaps(one, a, x->swaps);
    if (x->unknown) {
        doc_value *modes = doc_put_object(one, "unknown");
        for (int m = 0; m < STABILITY_MODES; m++)
            stability_put_sets(modes, MODE[m], x->mode[m], a->k->g.state_count);
    } else {
        doc_put_null(one, "unknown");
    }
    if (x->agree > 0)
        doc_put_number(one, "agree", x->agree);
    else
        doc_put_null(one, "agree");
    if (x->strong)
        stability_put_sets(one, "strong", x->strong, a->k->g.state_count);
    else
        doc_put_null(one, "strong");
}

/* --- Words --- */

static void say_swapped(doc_table *t, const stability_answer *a,
                        const stability_swaps *x, uint32_t s) {
    const stability_swap *first = NULL;
    for (int c = STABILITY_CONCEPTS - 1; c >= 0; c--)
        if (x->broken[c][s] > 0) first = &x->first[c][s];
    if (first)
        doc_cell(t, "%s ranks %" PRIu32 " over %" PRIu32,
                 a->k->c->actors[first->party].name, first->lower + 1,
                 first->upper + 1);
    else
        doc_cell_blank(t);
}

static void show_swaps(doc *to, const stability_answer *a,
                       const stability_swaps *x) {
    doc_say(to,
            "Exchanging two neighbours in one party's order can be done in "
            "%" PRIu32 " ways. Shown is how many of them end each equilibrium, "
            "and one that does.",
            x->count);
    doc_table *t = doc_table_new(to, "swaps");
    doc_column(t, DOC_RIGHT, "state");
    for (int c = 0; c < STABILITY_CONCEPTS; c++)
        doc_column(t, DOC_RIGHT, stability_concept_title(c));
    doc_column(t, DOC_LEFT, "for instance");
    for (int r = 0; r < a->row_count; r++) {
        uint32_t s = a->rows[r].state;
        doc_row(t);
        doc_cell(t, "%" PRIu32, s + 1);
        for (int c = 0; c < STABILITY_CONCEPTS; c++)
            if ((a->equilibrium[s] >> c) & 1)
                doc_cell(t, "%" PRIu32, x->broken[c][s]);
            else
                doc_cell(t, "-");
        say_swapped(t, a, x, s);
    }
}

static void say_listed(doc *to, const stability_answer *a,
                       const uint8_t *verdict, const char *title) {
    enum { SHOWN = 15 };
    for (int c = 0; c < STABILITY_CONCEPTS; c++) {
        uint32_t count = 0;
        doc_text *t = NULL;
        for (uint32_t s = 0; s < a->k->g.state_count; s++) {
            if (!((verdict[s] >> c) & 1)) continue;
            if (!t)
                t = doc_bullet(to, "%s, %s: state", title,
                               stability_concept_title(c));
            if (count++ < SHOWN)
                doc_more(t, "%s %" PRIu32, count > 1 ? "," : "", s + 1);
        }
        if (count > SHOWN) doc_more(t, " and %" PRIu32 " more", count - SHOWN);
        if (t) doc_more(t, ".");
    }
}

static void show_modes(doc *to, const stability_answer *a,
                       const stability_tested *x) {
    doc_text *t = doc_say(to, "Some preferences are taken for unknown");
    if (x->agree > 0) {
        doc_more(t, ": those on which fewer than ");
        doc_number(t, x->agree, 0, DOC_SHARE);
        doc_more(t, " of the draws agree");
    }
    doc_more(t, ". Then these hold in any case, whoever dares or fears what:");
    say_listed(to, a, x->mode[STABILITY_MODE_A], "certain");
    doc_say(to, "And these may hold (parties leave only for what they surely "
                "prefer, and anything that may be worse deters):");
    say_listed(to, a, x->mode[STABILITY_MODE_D], "possible");
}

void stability_robust_show(doc *to, const stability_answer *a) {
    const stability_tested *x = a->tested;
    if (!x) return;
    doc_section(to, "How robust that is");
    if (x->swaps) show_swaps(to, a, x->swaps);
    if (x->unknown) show_modes(to, a, x);
    if (x->strong) {
        doc_say(to, "Strongly stable for all: every answer leaves whoever "
                    "moved greatly worse off.");
        say_listed(to, a, x->strong, "strong");
    }
    doc_end(to);
}
