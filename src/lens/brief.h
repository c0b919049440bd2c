/* SPDX-License-Identifier: Apache-2.0
 * Inside the brief: what it found, and the parts of the page. */
#ifndef LENS_BRIEF_H
#define LENS_BRIEF_H

#include "advice/sensitivity.h"
#include "advice/since.h"
#include "lens/plans.h"
#include "lens/stability_lens.h"
#include "lens/talks.h"
#include "record/pieces.h"
#include "record/survey.h"

/* What a ranking of two proposals is owed to (DESIGN section 5, honesty). */
typedef struct brief_rests {
    bool on_prior;   /* most of the lead is there with no record at all */
    bool on_default; /* without the steps left to defaults there is no lead */
    bool on_analyst; /* without the analyst's statements and steps neither */
} brief_rests;

/* What changed since an hour. */
typedef struct brief_since {
    moment at;
    int_list entries; /* of the record, the earliest first */
    const advice_since *moved;
    talks_stand then, now;
    bool guarantees; /* some are dated later: they count on both sides */
} brief_since;

typedef struct brief_answer {
    const brief_since *since; /* or NULL: not asked */
    talks_stand talks;
    const plans_answer *plans;
    /* The proposals on the table by share, best first: rows of plans. Where
     * none is, the analyst's variants, and where all are gone, those. */
    talks_offer ranked;
    const int *table;
    int table_count;
    const plans_row *first, *second; /* second may be NULL */
    const plans_bridge *bridge;      /* from second to first, or NULL */
    double lead, lead_error;         /* first less second */
    brief_rests rests;
    const advice_sensitivity *sensitivity;
    const belief_summary *wants; /* NULL with a single draw */
    const record_evidence *evidence;
    const record_network *network;
    const record_survey *survey;
    const record_pieces *pieces; /* one a proposal on the table, as `table` */
    const struct deals_answer *deals; /* NULL: too many outcomes */
    const stability_brief *stability; /* who would move away from each */
    const struct unlock_page *unlock; /* of first; NULL: too large */
    const struct ask_page *ask;
    const struct durability_answer *const *holds; /* as `table`, or NULL */
    const struct forecast_answer *forecast;
} brief_answer;

/* Data. */
void brief_put(doc *to, const lens_request *q, const brief_answer *a);
/* The page, part by part. */
void brief_say_finding(doc *to, const case_model *c, const brief_answer *a);
void brief_say_record(doc *to, const case_model *c, const brief_answer *a);
void brief_say_acceptance(doc *to, const case_model *c, const brief_answer *a);
void brief_say_stability(doc *to, const case_model *c, const brief_answer *a);
/* What could be signed, whatever is on the table. */
void brief_say_deals(doc *to, const case_model *c, const brief_answer *a);
void brief_say_order(doc *to, const case_model *c, const brief_answer *a);
/* Of each proposal on the table that is a truce. */
void brief_say_durability(doc *to, const case_model *c, const brief_answer *a);
void brief_say_missing(doc *to, const case_model *c, const brief_answer *a);
void brief_say_doubts(doc *to, const case_model *c, const brief_answer *a);
void brief_say_assumptions(doc *to, const lens_request *q,
                           const brief_answer *a);

/* A statement that was left out: "s4 (the union demands pay: 3)". */
const char *brief_statement(const case_model *c, const advice_shift *s,
                            arena *mem);

/* --since: false with a diag where it is no time; not given: it isn't asked
 * for, and nothing is found. */
bool brief_read_since(moment *at, const lens_request *q, parley_diags *d);
parley_status brief_find_since(brief_answer *a, const lens_request *q,
                               moment at, arena *mem, parley_diags *d);
void brief_put_since(doc *to, const case_model *c, const brief_since *s);
void brief_say_since(doc *to, const case_model *c, const brief_answer *a);

/* What would unlock `first`, and what to ask next. */
void brief_find_unlock(brief_answer *a, const lens_request *q, arena *mem);
void brief_put_unlock(doc *to, const case_model *c, const brief_answer *a);
void brief_say_unlock(doc *to, const case_model *c, const brief_answer *a);
void brief_find_ask(brief_answer *a, arena *mem);
void brief_put_ask(doc *to, const case_model *c, const brief_answer *a);
void brief_say_ask(doc *to, const case_model *c, const brief_answer *a);

void brief_find_durability(brief_answer *a, const case_model *c, arena *mem);
void brief_put_durability(doc *to, const brief_answer *a);
void brief_put_forecast(doc *to, const case_model *c, const brief_answer *a);
void brief_say_forecast(doc *to, const case_model *c, const brief_answer *a);

#endif
