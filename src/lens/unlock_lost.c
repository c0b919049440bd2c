/* SPDX-License-Identifier: Apache-2.0
 * A set of changes may leave a proposal its name and take what it was about: a
 * pause of a blockade that is left to pause something else. Such a set is
 * listed, since it may be accepted, and marked, since it is another plan. */
#include "lens/unlock_lens.h"

static bool keeps(const case_phase *f, const case_term *t) {
    for (int i = 0; i < f->terms.count; i++)
        if (f->terms.items[i].issue == t->issue &&
            f->terms.items[i].options.items[0] == t->options.items[0])
            return true;
    return false;
}

/* It changed something, and nothing of that is left. */
static bool is_lost(const case_model *c, const case_phase *was,
                    const case_phase *is) {
    bool changed = false;
    for (int i = 0; i < was->terms.count; i++) {
        const case_term *t = &was->terms.items[i];
        if (c->issues[t->issue].now == t->options.items[0]) continue;
        if (keeps(is, t)) return false;
        changed = true;
    }
    return changed;
}

const char *unlock_lost_phase(const case_model *c, const unlock_page *p,
                              int at) {
    const case_proposal *was = p->found->proposal;
    const case_proposal *is = p->sets[at]->variant.proposal;
    for (int k = 0; k < was->phase_count && k < is->phase_count; k++)
        if (is_lost(c, &was->phases[k], &is->phases[k]))
            return was->phases[k].name;
    return NULL;
}
