/* SPDX-License-Identifier: Apache-2.0
 * What `score` found, as data and in words: the scores of each forecaster, and
 * of the base rate beside them. The keys are listed in docs/methods/score.md.
 */
#include <math.h>

#include "base/score.h"
#include "lens/score_model.h"

/* --- Bins --- */

void score_put_bins(doc_value *in, const score_bin *bins) {
    doc_value *list = doc_put_list(in, "calibration");
    for (int b = 0; b < SCORE_BINS; b++) {
        if (bins[b].count == 0) continue;
        doc_value *row = doc_put_object(list, NULL);
        doc_put_number(row, "from", bins[b].low);
        doc_put_number(row, "to", bins[b].high);
        doc_put_count(row, "n", bins[b].count);
        doc_put_number(row, "predicted", bins[b].predicted);
        doc_put_number(row, "came", bins[b].came);
        doc_put_number(row, "low", bins[b].came_low);
        doc_put_number(row, "high", bins[b].came_high);
    }
}

void score_show_bins(doc *to, const char *name, const score_bin *bins) {
    doc_table *t = doc_table_new(to, name);
    doc_column(t, DOC_LEFT, "said");
    doc_column(t, DOC_RIGHT, "n");
    doc_column(t, DOC_RIGHT, "mean said");
    doc_column(t, DOC_RIGHT, "came true");
    doc_column(t, DOC_RIGHT, "low");
    doc_column(t, DOC_RIGHT, "high");
    for (int b = 0; b < SCORE_BINS; b++) {
        if (bins[b].count == 0) continue;
        doc_row(t);
        doc_cell(t, "%.1f to %.1f", bins[b].low, bins[b].high);
        doc_cell_number(t, (double)bins[b].count, 0, DOC_INTEGER);
        doc_cell_number(t, bins[b].predicted, 0, DOC_SHARE);
        doc_cell_number(t, bins[b].came, 0, DOC_SHARE);
        doc_cell_number(t, bins[b].came_low, 0, DOC_SHARE);
        doc_cell_number(t, bins[b].came_high, 0, DOC_SHARE);
    }
}

/* --- Chances --- */

static void put_summary(doc_value *in, const score_summary *s) {
    doc_put_count(in, "n", s->count);
    doc_put_number(in, "base-rate", s->base);
    doc_put_number(in, "brier", s->brier);
    doc_put_number(in, "brier-base", s->brier_base);
    doc_put_number(in, "gain", s->gain);
    doc_put_number(in, "gain-error", s->gain_error);
    doc_put_number(in, "log", s->log);
    doc_put_number(in, "log-base", s->log_base);
    doc_put_number(in, "auc", s->auc);
}

enum { FEW = 20 }; /* fewer predictions tell nothing apart */

static void say_summary(doc *to, const score_model *m, const score_summary *s) {
    bool apart = fabs(s->gain) > 2 * s->gain_error;
    doc_text *t = doc_paragraph(to);
    doc_strong(t, "%s", m->name);
    doc_more(t, ": %zu predictions, of which ", s->count);
    doc_number(t, s->base, 0, DOC_SHARE);
    doc_more(t, " came true. Brier score ");
    doc_number(t, s->brier, 0, DOC_WORTH);
    doc_more(t, " against ");
    doc_number(t, s->brier_base, 0, DOC_WORTH);
    doc_more(t, " for always saying that rate (gain ");
    doc_number(t, s->gain, s->gain_error, DOC_CHANGE);
    doc_more(t, ", %s).",
             s->count < FEW ? "too few to tell"
             : !apart       ? "not to be told from none"
             : s->gain > 0  ? "better"
                            : "worse");
    doc_more(t, " Log score ");
    if (isfinite(s->log))
        doc_number(t, s->log, 0, DOC_WORTH);
    else
        doc_more(t, "infinite (something was called impossible and came)");
    doc_more(t, " against ");
    doc_number(t, s->log_base, 0, DOC_WORTH);
    doc_more(t, ".");
    if (isnan(s->auc)) return;
    doc_more(t, " AUC ");
    doc_number(t, s->auc, 0, DOC_SHARE);
    doc_more(t, ".");
}

static void describe_chances(doc *to, doc_value *in, const score_model *m) {
    arena *mem = doc_arena(to);
    score_pairs pairs = {m->chance, m->came, m->count};
    score_summary s = score_of(pairs, mem);
    score_bin bins[SCORE_BINS];
    score_calibrate(pairs, bins);
    put_summary(in, &s);
    score_put_bins(in, bins);
    say_summary(to, m, &s);
    score_show_bins(to, arena_format(mem, "calibration-%s", m->name), bins);
}

/* --- Numbers --- */

typedef struct number_score {
    double mae, error, near, base, held;
    size_t intervals;
} number_score;

static number_score score_numbers(const score_model *m) {
    const double near = 10;
    number_score s = {0};
    double n = (double)m->count, mean = 0, squares = 0;
    for (size_t i = 0; i < m->count; i++)
        mean += m->result[i] / n;
    for (size_t i = 0; i < m->count; i++) {
        double off = fabs(m->chance[i] - m->result[i]);
        s.mae += off / n;
        squares += off * off / n;
        s.near += (off <= near) / n;
        s.base += fabs(mean - m->result[i]) / n;
        if (isnan(m->low[i]) || isnan(m->high[i])) continue;
        s.intervals++;
        s.held += m->low[i] <= m->result[i] && m->result[i] <= m->high[i];
    }
    s.error = n > 1 ? sqrt(fmax(0, squares - s.mae * s.mae) / (n - 1)) : NAN;
    s.held = s.intervals > 0 ? s.held / (double)s.intervals : NAN;
    return s;
}

static void describe_numbers(doc *to, doc_value *in, const score_model *m) {
    number_score s = score_numbers(m);
    doc_put_count(in, "n", m->count);
    doc_put_number(in, "mae", s.mae);
    doc_put_number(in, "mae-error", s.error);
    doc_put_number(in, "mae-base", s.base);
    doc_put_number(in, "within-10", s.near);
    doc_put_number(in, "covered", s.held);
    doc_text *t = doc_paragraph(to);
    doc_strong(t, "%s", m->name);
    doc_more(t, ": %zu predictions, off by ", m->count);
    doc_number(t, s.mae, s.error, DOC_REAL);
    doc_more(t, " on average (always saying the mean of what came: ");
    doc_number(t, s.base, 0, DOC_REAL);
    doc_more(t, "); within 10: ");
    doc_number(t, s.near, 0, DOC_SHARE);
    if (s.intervals > 0) {
        doc_more(t, "; intervals that held what came: ");
        doc_number(t, s.held, 0, DOC_SHARE);
        doc_more(t, " of %zu", s.intervals);
    }
    doc_more(t, ".");
}

void score_describe(doc *to, const score_answer *a) {
    doc_title(to, "Predictions and what came true");
    doc_value *data = doc_data(to);
    doc_put_text(data, "kind", a->numbers ? "numbers" : "chances");
    doc_value *list = doc_put_list(data, "models");
    for (size_t i = 0; i < a->count; i++) {
        const score_model *m = &a->models[i];
        doc_value *in = doc_put_object(list, NULL);
        doc_put_text(in, "model", m->name);
        if (a->numbers)
            describe_numbers(to, in, m);
        else
            describe_chances(to, in, m);
    }
    doc_note(to, "The base rate is that of these very outcomes, which nobody "
                 "knew before: beating it is a little harder than it was. "
                 "Intervals are 90 %%, errors standard errors.");
}
