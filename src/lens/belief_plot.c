/* SPDX-License-Identifier: Apache-2.0
 * What weighs how much with whom, as intervals: a mean alone would hide how
 * little the record says. Parties whose preferences are given have none. */
#include "lens/belief_lens.h"

static void mark_party(doc_plot *p, const case_model *c,
                       const belief_summary *s, int party) {
    for (int j = 0; j < c->issue_count; j++) {
        belief_range w = s->weight[party * c->issue_count + j];
        doc_plot_mark(p, (doc_mark){.series = c->actors[party].name,
                                    .label = c->issues[j].id,
                                    .x = w.mean,
                                    .low = w.low,
                                    .high = w.high});
    }
}

void belief_plot_weights(doc *to, const case_model *c,
                         const belief_summary *s) {
    doc_plot *p = NULL;
    for (int i = 0; i < c->party_count; i++) {
        if (!belief_is_inferred(c, i) || c->issue_count == 0) continue;
        if (!p) {
            p = doc_plot_new(to, DOC_INTERVALS, "weights",
                             "The weight of each issue, and where the middle "
                             "90 % of draws lie");
            doc_plot_beside(p, "wants");
            doc_axis_x(p, NULL, DOC_SHARE, 0, 1);
        }
        mark_party(p, c, s, i);
    }
}
