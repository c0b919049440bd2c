/* SPDX-License-Identifier: Apache-2.0
 *
 * `parley calibrate FILE.csv`: durability's coefficients from data of one's
 * own.
 *
 * Two models, fixed-term and open-ended truces apart, as far as there are
 * enough of each; where one of them is missing, a pooled one as well. Each is
 * fitted to the truces before a day and tested on those from that day on, never
 * the other way round: a forecast knows the past alone. What is written out is
 * then fitted to all of them, and `parley durability --figures` takes it.
 */
#include "lens/calibrate.h"

#include <math.h>

#include "base/number.h"
#include "base/score.h"
#include "base/text.h"
#include "durability/fit.h"
#include "lens/score.h"

enum { CLASSES = 3 };

typedef struct fitted {
    durability_logit model; /* on all */
    bool tested;
    score_summary score; /* on the hold-out */
    score_bin bins[SCORE_BINS];
} fitted;

struct calibrate_answer {
    durability_cases cases;
    int held_out; /* from here on */
    fitted models[CLASSES];
    int count;
    const char *figures;
};

static void find_split(calibrate_answer *a, moment split) {
    const int tenths = 7;
    a->held_out = a->cases.count * tenths / 10;
    if (!split.given && a->cases.count > 0)
        split.seconds = a->cases.items[a->held_out].day;
    a->held_out = 0; /* truces of one day stay together */
    while (a->held_out < a->cases.count &&
           a->cases.items[a->held_out].day < split.seconds)
        a->held_out++;
}

static void test_model(fitted *f, const calibrate_answer *a,
                       durability_class of, arena *mem) {
    durability_logit early;
    size_t most = (size_t)a->cases.count + 1, count = 0;
    if (!durability_fit(&early, &a->cases, of, a->held_out)) return;
    double *chance = ARENA_ARRAY(mem, double, most);
    bool *failed = ARENA_ARRAY(mem, bool, most);
    for (int i = a->held_out; i < a->cases.count; i++) {
        const durability_case *c = &a->cases.items[i];
        if (!durability_in_class(c, of)) continue;
        chance[count] =
            durability_inverse_logit(durability_logit_sum(&early, c->values));
        failed[count++] = c->failed;
    }
    if (count == 0) return;
    f->tested = true;
    f->score = score_of((score_pairs){chance, failed, count}, mem);
    score_calibrate((score_pairs){chance, failed, count}, f->bins);
}

static void add_model(calibrate_answer *a, durability_class of, arena *mem) {
    fitted *f = &a->models[a->count];
    if (!durability_fit(&f->model, &a->cases, of, a->cases.count)) return;
    test_model(f, a, of, mem);
    a->count++;
}

/* --- The table that durability takes --- */

static const char *line(const char *part, const char *name, double value, int n,
                        arena *mem) {
    char digits[NUMBER_SIZE];
    if (!isfinite(value)) return "";
    number_print(digits, value);
    return arena_format(mem, "%s,%s,%s,,,%d,calibrated\n", part, name, digits,
                        n);
}

static const char *covariance_of(const durability_logit *m, const char *all,
                                 arena *mem) {
    const char *part = arena_format(mem, "covariance %s", m->part);
    for (int i = 0; i < DURABILITY_TERMS; i++)
        for (int k = 0; k <= i; k++) {
            if (!(m->covariance[i][i] > 0 && m->covariance[k][k] > 0)) continue;
            const char *name =
                arena_format(mem, "%s %s", durability_term_label(i),
                             durability_term_label(k));
            all =
                arena_format(mem, "%s%s", all,
                             line(part, name, m->covariance[i][k], m->n, mem));
        }
    return all;
}

static const char *figures_of(const calibrate_answer *a, arena *mem) {
    const char *all = "# Written by parley calibrate.\n"
                      "part,name,value,low,high,n,origin\n";
    for (int i = 0; i < a->count; i++) {
        const fitted *f = &a->models[i];
        const durability_logit *m = &f->model;
        const char *part = arena_format(mem, "quality %s", m->part);
        int n = (int)f->score.count;
        for (int t = 0; t < DURABILITY_TERMS; t++)
            if (m->covariance[t][t] > 0)
                all = arena_format(mem, "%s%s", all,
                                   line(m->part, durability_term_label(t),
                                        m->weight[t], m->n, mem));
        all = covariance_of(m, all, mem);
        if (!f->tested) continue;
        all = arena_format(
            mem, "%s%s%s%s", all, line(part, "auc", f->score.auc, n, mem),
            line(part, "brier", f->score.brier, n, mem),
            line(part, "brier-base", f->score.brier_base, n, mem));
    }
    return all;
}

const calibrate_answer *calibrate_run(const source_text *table, moment split,
                                      arena *mem, parley_diags *d) {
    calibrate_answer *a = ARENA_NEW(mem, calibrate_answer);
    if (!durability_cases_read(&a->cases, table, mem, d)) return NULL;
    find_split(a, split);
    add_model(a, DURABILITY_FIXED_ONLY, mem);
    add_model(a, DURABILITY_OPEN_ONLY, mem);
    if (a->count < 2) add_model(a, DURABILITY_POOLED, mem);
    if (a->count == 0) {
        diag_error(d, SPAN_NONE, "calibrate/too-few",
                   "%d truces with a known ending are too few: both endings "
                   "are needed five times for each coefficient",
                   a->cases.count);
        return NULL;
    }
    a->figures = figures_of(a, mem);
    return a;
}

/* --- What was found --- */

static const char *class_words(const durability_logit *m) {
    return text_same(m->part, "logit-fixed")  ? "Fixed-term truces"
           : text_same(m->part, "logit-open") ? "Open-ended truces"
                                              : "All truces, pooled";
}

static void put_tested(doc_value *in, const fitted *f) {
    if (!f->tested) {
        doc_put_null(in, "tested");
        return;
    }
    doc_value *tested = doc_put_object(in, "tested");
    doc_put_count(tested, "n", f->score.count);
    doc_put_number(tested, "brier", f->score.brier);
    doc_put_number(tested, "brier-base", f->score.brier_base);
    doc_put_number(tested, "gain-error", f->score.gain_error);
    doc_put_number(tested, "auc", f->score.auc);
    score_put_bins(tested, f->bins);
}

static void put_model(doc_value *list, const fitted *f) {
    const durability_logit *m = &f->model;
    doc_value *in = doc_put_object(list, NULL);
    doc_put_text(in, "model", m->part);
    doc_put_integer(in, "n", m->n);
    doc_value *terms = doc_put_list(in, "coefficients");
    for (int t = 0; t < DURABILITY_TERMS; t++) {
        if (!(m->covariance[t][t] > 0)) continue;
        doc_value *term = doc_put_object(terms, NULL);
        doc_put_text(term, "term", durability_term_label(t));
        doc_put_number(term, "value", m->weight[t]);
        doc_put_number(term, "error", sqrt(m->covariance[t][t]));
    }
    put_tested(in, f);
}

static void show_coefficients(doc *to, const durability_logit *m) {
    doc_table *t = doc_table_new(
        to, arena_format(doc_arena(to), "coefficients-%s", m->part));
    doc_column(t, DOC_LEFT, "term");
    doc_column(t, DOC_RIGHT, "coefficient");
    for (int k = 0; k < DURABILITY_TERMS; k++) {
        if (!(m->covariance[k][k] > 0)) continue;
        doc_row(t);
        doc_cell(t, "%s", durability_term_label(k));
        doc_cell_number(t, m->weight[k], sqrt(m->covariance[k][k]), DOC_CHANGE);
    }
}

static void say_tested(doc *to, const fitted *f) {
    if (!f->tested) {
        doc_warning(to, "Not tested: too few truces before the hold-out, or "
                        "none in it.");
        return;
    }
    doc_text *t = doc_say(to,
                          "Fitted to what came before, on %zu later truces "
                          "its Brier score is ",
                          f->score.count);
    doc_number(t, f->score.brier, 0, DOC_WORTH);
    doc_more(t, " against ");
    doc_number(t, f->score.brier_base, 0, DOC_WORTH);
    doc_more(t, " for their own base rate, its AUC ");
    doc_number(t, f->score.auc, 0, DOC_SHARE);
    doc_more(t, ".");
}

void calibrate_describe(doc *to, const calibrate_answer *a) {
    doc_value *data = doc_data(to);
    doc_put_integer(data, "known", a->cases.count);
    doc_put_integer(data, "left-out", a->cases.unknown);
    doc_put_integer(data, "held-out", a->cases.count - a->held_out);
    doc_value *list = doc_put_list(data, "models");
    doc_title(to, "Durability, refitted");
    doc_say(to,
            "%d truces with a known ending, %d without were left out; the last "
            "%d are the hold-out.",
            a->cases.count, a->cases.unknown, a->cases.count - a->held_out);
    for (int i = 0; i < a->count; i++) {
        const fitted *f = &a->models[i];
        put_model(list, f);
        doc_section(to, "%s (%d)", class_words(&f->model), f->model.n);
        say_tested(to, f);
        show_coefficients(to, &f->model);
        if (f->tested)
            score_show_bins(
                to,
                arena_format(doc_arena(to), "calibration-%s", f->model.part),
                f->bins);
        doc_end(to);
    }
    doc_put_text(data, "figures", a->figures);
    doc_note(to, "Coefficients are of all truces, with standard errors; they "
                 "are associations. Truces of one conflict are not "
                 "independent, so the errors are too small.");
}
