/* SPDX-License-Identifier: Apache-2.0
 * The states of a case with issues: the feasible outcomes, in issue order
 * with the first issue slowest. A state's id is its number plus one. */
#ifndef STABILITY_SPACE_H
#define STABILITY_SPACE_H

#include "stability/graph.h"

/* May an outcome whose first `depth` issues are set as given still become
 * feasible? Asked once for each depth that the space says has a test. */
typedef bool stability_may(const void *subject, const int *outcome, int depth);

typedef struct stability_issues {
    int count;
    const int *options;       /* how many each has */
    const char *const *names; /* for problems; or NULL */
    stability_may *may;       /* or NULL: everything is feasible */
    const bool *tested;       /* [count + 1] depths at which to ask */
    const void *subject;
} stability_issues;

typedef struct stability_space {
    int issue_count;
    const int *options;
    const int *shift;      /* where an issue's option lies in a code */
    const uint64_t *field; /* the bits of an issue in a code */
    uint32_t state_count;
    const uint64_t *code; /* by state, ascending: the options packed */
    bool full;            /* every combination is feasible */
} stability_space;

/* Finds all feasible states. Refused, with the number and before anything is
 * allocated for them: more than `most` states, or codes over 64 bits. */
parley_status stability_space_find(stability_space *out,
                                   const stability_issues *issues,
                                   uint32_t most, arena *mem, parley_diags *d);

static inline int stability_option(const stability_space *p, uint64_t code,
                                   int issue) {
    return (int)((code & p->field[issue]) >> p->shift[issue]);
}

/* The state of a code, or STABILITY_NO_STATE. */
uint32_t stability_state(const stability_space *p, uint64_t code);
uint64_t stability_code(const stability_space *p, const int *outcome);
void stability_outcome(const stability_space *p, uint32_t state, int *outcome);

#endif
