/* SPDX-License-Identifier: Apache-2.0
 *
 * From a proposal to the facts that the logit takes:
 *
 *   fixed          a phase's end is given for all phases
 *   written        jointly written. Not known unless the case says so
 *   ddr            disarmament, demobilisation, reintegration; else no
 *   peace-process  a preliminary or definitive truce, or one of hostilities
 *                  with talks; never a humanitarian one
 *   mediated       somebody else than a party proposes it; not known where
 *                  nobody is named
 *   bilateral      the case has two parties
 *   prior          (failed + 0.4) / (known + 2) of the conflict's earlier
 *                  truces; none known gives 0.2, about the rate of all
 *
 * What the case says under `truce:` goes before what follows from the plan.
 */
#include "durability/facts.h"

#include <math.h>

const char *durability_fact_label(durability_fact_name name) {
    static const char *const labels[] = {
        "fixed",    "written",   "ddr",  "peace-process",
        "mediated", "bilateral", "prior"};
    return labels[name];
}

const char *durability_kind_name(case_truce_kind kind) {
    static const char *const names[] = {"humanitarian", "cessation",
                                        "preliminary", "definitive"};
    return names[kind];
}

double durability_prior(int failed, int known) {
    return (failed + 0.4) / (known + 2);
}

static double days_of(const case_proposal *p) {
    double days = 0;
    for (int k = 0; k < p->phase_count; k++)
        days += p->phases[k].lasts.days; /* infinite when open */
    return days;
}

/* When the talks of the last phase are to be over. */
static double deadline_of(const case_proposal *p) {
    double days = 0;
    for (int k = 0; k < p->phase_count; k++) {
        const case_phase *phase = &p->phases[k];
        if (phase->talks) return days + phase->talks->by.days;
        days += phase->lasts.days;
    }
    return NAN;
}

static durability_fact decide(case_auto said, durability_fact otherwise) {
    if (said == CASE_AUTO) return otherwise;
    return (durability_fact){said == CASE_YES, DURABILITY_GIVEN};
}

static durability_fact from_plan(bool holds) {
    return (durability_fact){holds, DURABILITY_FROM_PLAN};
}

static durability_fact mediated_by(const case_model *c,
                                   const case_proposal *p) {
    for (int i = 0; i < p->by.count; i++)
        if (p->by.items[i] >= c->party_count) return from_plan(true);
    if (p->by.count > 0) return from_plan(false);
    return (durability_fact){0, DURABILITY_UNKNOWN};
}

static bool in_peace_process(const durability_truce *t) {
    return t->kind == CASE_PRELIMINARY || t->kind == CASE_DEFINITIVE ||
           (t->kind == CASE_CESSATION && !isnan(t->deadline));
}

static durability_fact prior_of(const case_truce *truce) {
    if (!truce->has_prior)
        return (durability_fact){durability_prior(0, 0), DURABILITY_DEFAULT};
    return (durability_fact){
        durability_prior(truce->prior_failed, truce->prior_known),
        DURABILITY_GIVEN};
}

durability_truce durability_truce_of(const case_model *c,
                                     const case_proposal *p) {
    const case_truce *said = &p->truce;
    durability_truce t = {
        .kind = said->kind, .days = days_of(p), .deadline = deadline_of(p)};
    durability_fact *f = t.facts;
    f[DURABILITY_FIXED] = decide(said->fixed, from_plan(isfinite(t.days)));
    f[DURABILITY_WRITTEN] =
        decide(said->written, (durability_fact){0, DURABILITY_UNKNOWN});
    f[DURABILITY_DDR] =
        decide(said->ddr, (durability_fact){0, DURABILITY_DEFAULT});
    f[DURABILITY_PEACE_PROCESS] = from_plan(in_peace_process(&t));
    f[DURABILITY_MEDIATED] = decide(said->mediated, mediated_by(c, p));
    f[DURABILITY_BILATERAL] = from_plan(c->party_count == 2);
    f[DURABILITY_PRIOR] = prior_of(said);
    t.known = said->has_prior ? said->prior_known : 0;
    if (f[DURABILITY_FIXED].value <= 0)
        t.days = INFINITY;
    else if (!isfinite(t.days))
        t.days = NAN; /* a term that isn't told */
    return t;
}
