/* SPDX-License-Identifier: Apache-2.0
 * What would unlock the proposal that leads the page: `unlock` at a fixed
 * amount of work, sets of at most two changes, pairs from the 20 best single
 * ones alone.
 *
 * Edge cases: a proposal that is too large for it has no section here; the lens
 * itself says why. */
#include "lens/brief.h"

#include <math.h>

#include "lens/unlock_lens.h"

enum { CHANGES = 2, SINGLES = 20, SHOWN = 3 };

void brief_find_unlock(brief_answer *a, const lens_request *q, arena *mem) {
    const unlock_ask ask = {.belief = a->plans->main.belief,
                            .setup = a->plans->main.setup,
                            .proposal =
                                case_proposal_find(q->c, a->first->name),
                            .changes_most = CHANGES,
                            .best_most = SINGLES,
                            .target = NAN};
    if (unlock_look(&a->unlock, &ask, a->network, a->plans, mem, NULL) !=
        PARLEY_OK)
        a->unlock = NULL;
}

void brief_put_unlock(doc *to, const case_model *c, const brief_answer *a) {
    if (!a->unlock) {
        doc_put_null(doc_data(to), "unlock");
        return;
    }
    doc_enter(to, "unlock");
    unlock_put(to, c, a->unlock);
    doc_leave(to);
}

void brief_say_unlock(doc *to, const case_model *c, const brief_answer *a) {
    const unlock_page *p = a->unlock;
    if (!p) return;
    doc_section(to, "What would unlock \"%s\"", plans_name(a->first));
    if (p->listed == 0)
        doc_say(to, "No one or two changes that were tried make a difference "
                    "that these draws can tell from none.");
    double best = p->effects[0].all.mean;
    int shown = 0;
    for (int i = 1; i <= p->listed && shown < SHOWN; i++) {
        if (p->effects[i].all.mean <= best) continue;
        best = p->effects[i].all.mean;
        unlock_say_set(to, c, p, i, ++shown);
    }
    doc_say(
        to,
        "Sets of at most %d changes, pairs of the %d best single ones; "
        "shares on fresh draws. Changes without a source are generated and "
        "costs are assumed. `parley unlock` tries larger sets and says what "
        "they do without the record and without the analyst.",
        CHANGES, SINGLES);
    doc_end(to);
}
