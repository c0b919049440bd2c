/* SPDX-License-Identifier: Apache-2.0
 * Enumerated and merged answers, read the same way. Numbers of outcomes are
 * decimal digits, since merged ones pass any integer type. */
#include <inttypes.h>
#include <string.h>

#include "lens/deals.h"

static const int *outcome_of(const deals_answer *a, uint32_t index,
                             arena *mem) {
    size_t issues = (size_t)a->space->c->issue_count;
    int *outcome = ARENA_ARRAY(mem, int, issues + 1);
    deal_space_outcome(a->space, index, outcome);
    return outcome;
}

static const char *count_digits(uint32_t count, arena *mem) {
    return arena_format(mem, "%" PRIu32, count);
}

const char *deals_outcomes(const deals_answer *a, arena *mem) {
    return a->merged ? a->merged->outcome_count
                     : count_digits(a->found->outcome_count, mem);
}

const char *deals_rational(const deals_answer *a, arena *mem) {
    return a->merged ? a->merged->rational_count
                     : count_digits(a->found->rational_count, mem);
}

bool deals_any_rational(const deals_answer *a) {
    return a->merged ? a->merged->any_rational : a->found->rational_count > 0;
}

size_t deals_point_count(const deals_answer *a) {
    return a->merged ? a->merged->point_count : (size_t)a->found->point_count;
}

merge_point deals_point(const deals_answer *a, size_t i, arena *mem) {
    if (a->merged) return a->merged->points[i];
    const deal_point *p = &a->found->points[i];
    return (merge_point){p->worth, outcome_of(a, p->first, mem),
                         count_digits(p->count, mem)};
}

int deals_solution_count(const deals_answer *a) {
    return a->merged ? a->merged->solution_count : a->found->solution_count;
}

merge_solution deals_solution(const deals_answer *a, int i, arena *mem) {
    if (a->merged) return a->merged->solutions[i];
    const deal_solution *s = &a->found->solutions[i];
    return (merge_solution){.name = s->name,
                            .outcome = outcome_of(a, s->outcome, mem),
                            .listed = s->tie_count,
                            .count = count_digits(s->tie_count, mem),
                            .all_listed = true,
                            .worth = s->worth};
}

const int *deals_tie(const deals_answer *a, int solution, size_t i,
                     arena *mem) {
    if (a->merged) return a->merged->solutions[solution].ties[i];
    return outcome_of(a, a->found->solutions[solution].ties[i], mem);
}

const char *deals_show_count(const char *digits, arena *mem) {
    size_t length = strlen(digits);
    if (length <= 15) return digits;
    return arena_format(mem, "about %c.%c x 10^%zu", digits[0], digits[1],
                        length - 1);
}
