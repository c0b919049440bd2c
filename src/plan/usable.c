/* SPDX-License-Identifier: Apache-2.0
 * Can this case be asked for deals and plans? They need issues, worths rather
 * than rankings (an order of outcomes says nothing of how much somebody would
 * give up for what), and plans a status quo to return to. */
#include "plan/plan.h"

/* False with an error where only an order is given. */
static bool check_party(const case_model *c, int party, parley_diags *d) {
    const case_preference *p = &c->preferences[party];
    if (p->kind != CASE_ORDER && p->kind != CASE_RANKING) return true;
    diag_error(d, p->origin.at, "case/ordinal-only",
               "%s is given only %s of outcomes; deals and plans need worths",
               c->actors[party].id,
               p->kind == CASE_ORDER ? "an order" : "a ranking");
    diag_hint(d, "give `worth:`, or leave the entry out to infer it from the "
                 "record");
    return false;
}

bool plan_usable(const case_model *c, bool needs_now, parley_diags *d) {
    bool usable = true;
    if (c->issue_count == 0)
        usable = diag_error(d, SPAN_NONE, "plan/no-issues",
                            "the case has a graph instead of issues: there is "
                            "nothing to make deals or plans of");
    else if (needs_now && !c->has_now)
        usable = diag_error(d, c->issues[0].origin.at, "plan/no-now",
                            "plans need the status quo: `now:` on every issue");
    for (int p = 0; p < c->party_count; p++)
        if (!check_party(c, p, d)) usable = false;
    return usable;
}
