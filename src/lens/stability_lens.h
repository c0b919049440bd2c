/* SPDX-License-Identifier: Apache-2.0
 * What the stability lens found, shared by its files. */
#ifndef LENS_STABILITY_LENS_H
#define LENS_STABILITY_LENS_H

#include "lens/lens.h"
#include "stability/sample.h"
#include "stability/why.h"

enum {
    STABILITY_TOP = 20,        /* states shown unless --top says otherwise */
    STABILITY_LISTED = 100000, /* ids in the data; beyond that only counts */
};

/* A share of draws; of exact verdicts 0 or 1 without an error. */
typedef struct stability_share {
    double value, error;
} stability_share;

/* What one party can do from a place. */
typedef struct stability_stand {
    uint8_t verdict;                           /* exact */
    stability_share share[STABILITY_CONCEPTS]; /* by concept */
    uint32_t best; /* the best improvement, or the most frequent best one, or
                      STABILITY_NO_STATE */
    stability_share best_share;
    /* exact, and there is an improvement: the answer to the best one by
     * improvements, else by any moves; NULL: nothing answers it */
    const stability_reply *credible, *answer;
} stability_stand;

/* A state with a name: today, or what a proposal puts in force. */
typedef struct stability_place {
    const char *name;
    int proposal, phase; /* -1: today */
    uint32_t state;
    const stability_stand *stand;                   /* by party */
    stability_share all[STABILITY_CONCEPTS];        /* for everybody */
    stability_share no_record[STABILITY_CONCEPTS];  /* honesty rule 2; value */
    stability_share no_analyst[STABILITY_CONCEPTS]; /* NAN: not asked */
} stability_place;

/* A state in the list of those that hold. */
typedef struct stability_row_shown {
    uint32_t state;
    uint8_t verdict;
    stability_share share[STABILITY_CONCEPTS];
} stability_row_shown;

/* How today leads to a state. */
typedef struct stability_way {
    uint32_t state;
    const stability_step *improving, *any; /* NULL: no way */
    int improving_count, any_count;
} stability_way;

typedef struct stability_answer {
    const stability_case *k;
    bool sampled;
    /* exact */
    uint32_t *const *rank;
    uint8_t *const *verdict;
    const uint8_t *equilibrium;
    uint64_t count[STABILITY_CONCEPTS]; /* equilibria */
    /* sampled */
    const belief *b;
    bool compared; /* no_record and no_analyst were computed */
    bool has_analyst;
    /* both */
    const expr *only; /* --only, or NULL */
    const stability_row_shown *rows;
    int row_count;
    uint64_t held; /* states that would have been shown without --top */
    const stability_place *places;
    int place_count;
    const stability_way *ways; /* NULL: no `now`, or not exact */
    int way_count;
    bool ways_too_many;                    /* so they were not looked for */
    const stability_certificate *why;      /* --why, or NULL */
    uint32_t asked;                        /* --state, or STABILITY_NO_STATE */
    const char *dot;                       /* --dot, or NULL */
    const struct stability_made *make;     /* --make, or NULL */
    const struct stability_allied *allied; /* --coalitions, --blocks */
    const struct stability_tested *tested; /* --robust and others */
} stability_answer;

/* --- What is asked (stability_ask.c) --- */

/* A state from "12", "now", a graph state's name or a proposal's id (what its
 * last phase puts in force). False with a diag. */
bool stability_read_state(const stability_case *k, const char *text,
                          uint32_t *state, arena *scratch, parley_diags *d);
bool stability_read_party(const stability_case *k, const char *text, int *party,
                          parley_diags *d);
bool stability_read_concept(const char *text, uint8_t *concept,
                            parley_diags *d);
bool stability_read_count(const lens_request *q, const char *option,
                          uint64_t usual, uint64_t *out, parley_diags *d);
/* The words of a value, parted by spaces, commas or colons. */
text_list stability_words(const char *value, arena *mem);
/* What a phase of a proposal puts in force; false where that is no state. */
bool stability_phase_state(const stability_case *k, int proposal, int phase,
                           uint32_t *state, arena *scratch);

/* --- Computing (stability_exact.c, stability_draws.c) --- */

/* True if some party's wants are inferred. */
bool stability_is_sampled(const case_model *c);
/* Both fill what they find into `a`, and into the places. */
parley_status stability_run_exact(stability_answer *a, const lens_request *q,
                                  uint64_t top, stability_place *places,
                                  arena *mem, parley_diags *d);
parley_status stability_run_draws(stability_answer *a, const lens_request *q,
                                  uint64_t top, stability_place *places,
                                  arena *mem, parley_diags *d);

/* --- Telling --- */

void stability_put(doc *to, const lens_request *q, const stability_answer *a);
/* The key `places`. */
void stability_put_places(doc_value *in, const stability_answer *a);
void stability_show(doc *to, const lens_request *q, const stability_answer *a);
/* Who would have an improvement in a state, and whether it is answered. */
void stability_show_place(doc *to, const stability_answer *a,
                          const stability_place *p);

/* --- For the brief --- */

extern const lens stability_lens;
/* What the brief's paragraphs rest on. */
typedef struct stability_brief {
    const stability_answer *a; /* NULL: there is nothing to say, */
    bool too_large;            /* or there would be too much to work out */
} stability_brief;
const stability_brief *stability_brief_run(const lens_request *q, arena *mem);
/* True if there is a paragraph on this proposal, once its first phase is in
 * force. */
bool stability_brief_has(const stability_brief *b, int proposal);
/* The paragraph, as a bullet that begins with the proposal's name. */
void stability_brief_show(doc *to, const stability_brief *b, int proposal,
                          const char *name);
/* What would hold of all states, where they are few; else nothing. */
void stability_brief_graph(doc *to, const stability_brief *b);
/* The key `stability`: {`places`} as the lens writes them, or null. */
void stability_brief_put(doc_value *data, const stability_brief *b);

#endif
