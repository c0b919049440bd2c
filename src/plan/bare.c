/* SPDX-License-Identifier: Apache-2.0
 * Talks without a truce: what talking alone would bring. The row that every
 * table of plans has, so that nobody takes the effect of talks for that of a
 * truce. One phase without terms, 7 days, all issues on the agenda, fail:
 * resume. */
#include "plan/plan.h"

static const double bare_days = 7;

const case_proposal *plan_bare_talks(const case_model *c, arena *mem) {
    int *on = ARENA_ARRAY(mem, int, (size_t)c->issue_count + 1);
    for (int j = 0; j < c->issue_count; j++)
        on[j] = j;
    duration lasts = {.days = bare_days};
    case_talks *talks = ARENA_NEW(mem, case_talks);
    *talks = (case_talks){
        .on = {on, c->issue_count}, .fail = CASE_RESUME, .by = lasts};
    case_phase *phase = ARENA_NEW(mem, case_phase);
    *phase = (case_phase){
        .name = "talks without a truce", .lasts = lasts, .talks = talks};
    case_proposal *p = ARENA_NEW(mem, case_proposal);
    *p = (case_proposal){.id = "talks-without-a-truce",
                         .name = "talks without a truce",
                         .supersedes = -1,
                         .phases = phase,
                         .phase_count = 1};
    return p;
}

bool plan_is_bare_talks(const case_model *c, const case_proposal *p) {
    if (p->phase_count != 1) return false;
    const case_phase *phase = &p->phases[0];
    const case_talks *talks = phase->talks;
    for (int i = 0; i < p->guarantee_count; i++)
        if (p->guarantees[i].status == CASE_OFFERED) return false;
    return talks && phase->terms.count == 0 && !phase->lasts.open &&
           phase->lasts.days == bare_days && !phase->has_collapse &&
           talks->on.count == c->issue_count && talks->within_count == 0 &&
           talks->fail == CASE_RESUME && talks->by.days == bare_days;
}
