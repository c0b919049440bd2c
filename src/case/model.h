/* SPDX-License-Identifier: Apache-2.0
 * A case, checked and immutable: what a case file says, with names resolved to
 * indices. docs/case-format.md says what each part means. Everything lives in
 * the case's arena. -1 stands for "none" wherever an index may be missing. */
#ifndef CASE_MODEL_H
#define CASE_MODEL_H

#include "base/number.h"
#include "base/time.h"
#include "case/expr.h"
#include "case/node.h"

typedef struct int_list {
    const int *items;
    int count;
} int_list;

typedef struct text_list {
    const char *const *items;
    int count;
} text_list;

/* --- Where something is from, and who may see it --- */

enum { CASE_SOURCE_NONE = -1, CASE_SOURCE_ANALYST = -2 };

typedef struct case_origin {
    int source;      /* index, CASE_SOURCE_NONE or CASE_SOURCE_ANALYST */
    int paragraph;   /* from 1; 0: not given */
    const char *why; /* or NULL */
    span at;         /* the element itself */
} case_origin;

typedef struct case_access {
    bool protect;    /* never leaves this desk: seen by no actor */
    bool limited;    /* `visible` was given */
    int_list actors; /* who sees it when limited */
} case_access;

/* --- Who --- */

typedef enum case_role { /* bits */
                         CASE_LEAD = 1,
                         CASE_MEDIATOR = 2,
                         CASE_HOST = 4,
                         CASE_RELAY = 8,
                         CASE_GUARANTOR = 16,
                         CASE_MONITOR = 32,
                         CASE_ALLY = 64,
                         CASE_SPOILER = 128,
} case_role;

typedef struct case_source {
    const char *id, *title, *outlet, *file; /* may be NULL but for id */
    text_list via;
    moment date;
    char grade; /* 'A'..'F'; 0: not given */
    case_origin origin;
    case_access access;
} case_source;

typedef struct case_body {
    const char *id, *seat;
    bool must_consent;
    case_origin origin;
} case_body;

/* Parties come first: an actor below party_count is a party. */
typedef struct case_actor {
    const char *id, *name;
    text_list also;
    unsigned roles; /* case_role bits; others only */
    const case_body *bodies;
    int body_count;
    case_origin origin;
} case_actor;

typedef enum case_office {
    CASE_UNNAMED,
    CASE_OFFICIAL,
    CASE_LEADER,
} case_office;

typedef struct case_person {
    const char *id, *name;
    int of;           /* actor, or -1 */
    const char *bloc; /* free text `of`, or NULL */
    case_office office;
    text_list also;
    bool several; /* count: several */
    case_origin origin;
    case_access access;
} case_person;

typedef enum case_relation_kind {
    CASE_DESIGNATES,
    CASE_HOSTS_LEADER_OF,
    CASE_INFLUENCES,
    CASE_MEDIATED_BEFORE,
} case_relation_kind;

typedef struct case_relation {
    int from, to;
    case_relation_kind kind;
    case_origin origin;
} case_relation;

typedef enum case_channel_state {
    CASE_UNKNOWN,
    CASE_BARRED,
    CASE_OPEN,
} case_channel_state;

typedef struct case_channel {
    int a, b; /* actors */
    case_channel_state state;
    double cost; /* default 1 */
    case_origin origin;
    case_access access;
} case_channel;

/* --- What --- */

typedef struct case_issue {
    const char *id, *unit;
    const char *const *options;
    int option_count;
    int now; /* or -1; on all issues or on none */
    bool scale, numeric, obligation;
    const double *values; /* of the options of a numeric issue, else NULL */
    int_list by;          /* actors who carry it out */
    int cell;             /* number of options of all earlier issues */
    case_origin origin;
} case_issue;

typedef struct case_rule {
    const expr *holds;
    case_origin origin;
} case_rule;

/* "issue has any of these options". */
typedef struct case_term {
    int issue;
    int_list options;
    span at;
} case_term;

typedef struct case_terms {
    const case_term *items;
    int count;
} case_terms;

/* --- What the parties want, where it is given exactly --- */

typedef enum case_preference_kind {
    CASE_INFERRED, /* no entry: from the record */
    CASE_WORTH,
    CASE_ORDER,
    CASE_RANKING,
} case_preference_kind;

typedef struct case_condition {
    const expr *holds;
    fixed worth;
} case_condition;

typedef struct case_tier { /* states that tie; best tier first */
    int_list states;       /* ids from 1, as DESIGN's `states` numbers them */
} case_tier;

typedef struct case_preference {
    case_preference_kind kind;
    const fixed *worth; /* one a cell: worth[issue.cell + option] */
    bool has_reserve;   /* a number was given */
    bool no_reserve;    /* `reserve: none`: the least worth */
    fixed reserve;
    bool has_cap;
    fixed cap;
    double discount; /* 1: none */
    const case_condition *when;
    int when_count;
    const expr *const *order;
    int order_count;
    const case_tier *ranking;
    int tier_count;
    case_origin origin;
} case_preference;

/* --- What was said and done --- */

typedef enum case_entry_kind {
    /* statements with a likelihood */
    CASE_PREFER,
    CASE_MATTERS,
    CASE_DEMAND,
    CASE_REQUIRE,
    CASE_REFUSE,
    CASE_OFFER,
    CASE_TRADE,
    CASE_ACCEPT,
    CASE_REJECT,
    CASE_DOUBT,
    /* statements without */
    CASE_WITHDRAW, /* ends a party's word on a proposal */
    CASE_DENY,
    CASE_SAID,
    CASE_STATUS,
    CASE_ASSURANCE,
    CASE_NO_COMMENT,
    CASE_UNREACHABLE,
    CASE_PENDING,
    /* contacts */
    CASE_MEETING,
    CASE_CALL,
    CASE_MESSAGE,
    CASE_VISIT,
    CASE_SHUTTLE,
    CASE_HOSTING,
    CASE_ENTRY_KINDS,
} case_entry_kind;

typedef enum case_speaker_kind {
    CASE_SPEAKER_PERSON,
    CASE_SPEAKER_ACTOR,
    CASE_SPEAKER_BLOC,
    CASE_SPEAKER_REPORT,
} case_speaker_kind;

typedef struct case_speaker {
    case_speaker_kind kind;
    int index;        /* person or actor */
    const char *bloc; /* CASE_SPEAKER_BLOC */
} case_speaker;

typedef struct case_endpoint { /* of a contact: a person or an actor */
    bool person;
    int index;
} case_endpoint;

typedef enum case_hedge { CASE_PLAIN, CASE_WOULD, CASE_COULD } case_hedge;

typedef struct case_entry {
    const char *id;
    case_entry_kind kind;
    moment date;  /* default: the source's, or as-of for the analyst's */
    bool undated; /* an assumption without a date: it follows as-of */
    case_origin origin;
    case_access access;
    const char *gist; /* or NULL */
    bool draft;       /* not confirmed: lenses ignore it */
    bool authored;    /* no line of the file: a party's own proposal */
    /* statements */
    const case_speaker *by;
    int by_count;     /* 0: unnamed and not of the party */
    bool several;     /* count: several */
    int_list holders; /* `for`: actors */
    bool is_public;   /* resolved default */
    bool hedged;
    case_hedge hedge;
    bool has_credence;
    double credence;    /* as given; else see record_credence */
    bool any_condition; /* refuse, about: any-condition */
    bool scope_truce, open;
    case_terms about, over, in_return; /* prefer demand ... trade */
    int issue, over_issue;             /* matters; about of deny .. pending */
    int proposal;                      /* accept reject; about of deny .. */
    int statement;                     /* about of deny ..: entry index */
    const char *topic;                 /* about of deny ..: free text */
    int doubted;                       /* doubt: of */
    int confirms;                      /* entry, or -1 */
    int_list to;                       /* actors */
    text_list via;
    /* contacts */
    const case_endpoint *between;
    int between_count;
    const char *place, *purpose;
} case_entry;

/* --- What is on the table --- */

typedef enum case_fail { CASE_RESUME, CASE_STAY } case_fail;

typedef struct case_talks {
    int_list on; /* issues, ascending */
    const char *in, *form;
    const expr *const *within;
    int within_count;
    case_fail fail;
    duration by; /* resolved: the phase's length, or 30 days when open */
    bool by_given;
    case_origin origin, fail_origin;
} case_talks;

typedef struct case_phase {
    const char *name;
    case_terms terms; /* one option each */
    duration lasts;
    bool has_collapse;
    double collapse;         /* per day */
    const case_talks *talks; /* or NULL */
    const expr *when;        /* or NULL; when_event if it names an event */
    const char *when_event;
    int_list declared_by;
    moment starts;
    case_origin origin;
} case_phase;

typedef enum case_guarantee_of {
    CASE_OF_TRUCE,
    CASE_OF_TALKS,
    CASE_OF_ISSUES,
} case_guarantee_of;

typedef enum case_guarantee_status {
    CASE_ASKED,
    CASE_OFFERED,
    CASE_WITHHELD,
    CASE_WITHDRAWN,
} case_guarantee_status;

typedef struct case_guarantee {
    int by;      /* actor */
    int_list to; /* parties; empty: all */
    case_guarantee_of of;
    int_list issues;
    case_guarantee_status status;
    bool has_strength;
    double strength;
    moment date;
    case_origin origin;
} case_guarantee;

typedef enum case_clause_status {
    CASE_AGREED,
    CASE_UNSETTLED /* open */,
    CASE_NO_CLAUSE /* none */,
} case_clause_status;

typedef struct case_reading {
    int actor;
    const char *text;
} case_reading;

typedef struct case_clause {
    const char *key, *text;
    case_clause_status status;
    const case_reading *readings;
    int reading_count;
    case_origin origin;
} case_clause;

typedef enum case_truce_kind {
    CASE_HUMANITARIAN,
    CASE_CESSATION,
    CASE_PRELIMINARY,
    CASE_DEFINITIVE,
} case_truce_kind;

typedef enum case_auto { CASE_NO, CASE_YES, CASE_AUTO } case_auto;

typedef struct case_truce {
    bool given;
    case_truce_kind kind;
    case_auto fixed, written, mediated, ddr;
    bool has_prior;
    int prior_failed, prior_known;
    case_origin origin;
} case_truce;

typedef enum case_proposal_status {
    CASE_STATUS_NONE,
    CASE_FLOATED,
    CASE_SENT,
    CASE_UNDER_STUDY,
    CASE_ACCEPTED,
    CASE_REJECTED,
    CASE_STATUS_AGREED,
    CASE_DECLARED,
    CASE_IN_FORCE,
    CASE_EXTENDED,
    CASE_LAPSED,
    CASE_BROKEN,
    CASE_STATUS_WITHDRAWN,
    CASE_SUPERSEDED,
} case_proposal_status;

typedef struct case_proposal {
    const char *id, *name; /* name defaults to the id */
    int_list by;           /* actors */
    moment date;
    case_proposal_status status;
    int supersedes; /* proposal, or -1 */
    int version;    /* 0: not given */
    const case_phase *phases;
    int phase_count;
    const case_guarantee *guarantees;
    int guarantee_count;
    const case_clause *clauses;
    int clause_count;
    case_truce truce;
    case_origin origin, status_origin;
    case_access access;
} case_proposal;

/* --- What may be changed, and what is assumed --- */

typedef struct case_payment { /* a worth to a party while a condition holds */
    int party;
    const expr *holds;
    fixed worth;
} case_payment;

typedef struct case_parameter {
    int which; /* case_parameter_name */
    double value;
} case_parameter;

typedef struct case_change {
    int phase;              /* from 0 */
    const case_term *terms; /* no options: drop the term */
    int term_count;
    int_list talks_add, talks_drop;
    bool has_fail, has_by, has_lasts;
    case_fail fail;
    duration by, lasts;
    const expr *const *within;
    int within_count;
    const case_guarantee *guarantee; /* or NULL */
    const case_payment *payments;
    int payment_count;
    const case_parameter *parameters;
    int parameter_count;
    span at;
} case_change;

typedef struct case_lever {
    const char *name;
    double cost;
    const case_change *changes; /* the change, then its `then:` */
    int change_count;
    case_origin origin;
} case_lever;

typedef enum case_parameter_name {
    CASE_HALF_LIFE,
    CASE_EARLY_DEAL,
    CASE_TALKS_CLOSE,
    CASE_HONOUR,
    CASE_GUARANTEE,
    CASE_BREACH,
    CASE_FACE,
    CASE_PUBLIC_REJECTION /* rejected */,
    CASE_COLLAPSE,
    CASE_PARAMETERS,
} case_parameter_name;

typedef struct case_range {
    double low, high; /* equal: fixed */
    bool given;       /* false: the default */
    case_origin origin;
} case_range;

/* --- Stability and forecast --- */

typedef struct case_move {
    int_list by; /* actors: each alone */
    int issue;
    int_list from, to; /* options; empty: any */
    case_terms with;
    case_origin origin;
} case_move;

typedef struct case_arc {
    int from, to; /* states from 0 */
} case_arc;

typedef struct case_graph {
    const char *const *state_ids, *const *state_texts; /* "": no text */
    int state_count;
    const case_arc *const *arcs; /* by actor (parties) */
    const int *arc_counts;
    int now; /* state, or -1 */
} case_graph;

typedef struct case_position {
    int issue, actor;
    double position, salience, capability;
    case_origin origin;
} case_position;

/* An element of the file that a source could stand behind and none does. */
typedef struct case_unsourced {
    span at;
    const char *what; /* "the deadline of the talks" */
} case_unsourced;

typedef struct case_model {
    const source_text *text;
    const node *root;
    const char *title;
    moment as_of; /* resolved */
    bool as_of_given;
    bool goes_on;       /* the log of talks adds to it */
    moment as_of_least; /* the file's as-of, if so */
    bool has_now;
    const char *basis; /* what the authors knew (`knew:`), or NULL */

    const case_source *sources;
    int source_count;
    const case_actor *actors;
    int actor_count, party_count;
    const case_person *people;
    int person_count;
    const case_relation *relations;
    int relation_count;
    const case_channel *channels;
    int channel_count;
    const case_issue *issues;
    int issue_count, cell_count;
    const case_rule *rules;
    int rule_count;
    const case_preference *preferences; /* one a party */
    const case_entry *record;
    int record_count; /* in file order; authored ones (load_authors) last */
    int left_out;     /* entries after as-of, not in record */
    const case_proposal *proposals;
    int proposal_count;
    const case_lever *levers;
    int lever_count;
    case_range model[CASE_PARAMETERS];
    const expr *talks_need; /* or NULL */
    const case_move *moves;
    int move_count;
    const case_graph *graph; /* or NULL; then there are no issues */
    const case_position *forecast;
    int forecast_count;
    const case_unsourced *unsourced;
    int unsourced_count;
    int sourced;                    /* elements that have a source */
    const struct case_names *names; /* for the lookups below */
} case_model;

/* --- Looking things up --- */

int case_actor_find(const case_model *c, const char *id); /* or -1 */
int case_person_find(const case_model *c, const char *id);
int case_source_find(const case_model *c, const char *id);
int case_issue_find(const case_model *c, const char *id);
int case_option_find(const case_issue *i, const char *name);
int case_entry_find(const case_model *c, const char *id);
int case_proposal_find(const case_model *c, const char *id);
const char *case_entry_kind_name(case_entry_kind kind);
const char *case_parameter_label(case_parameter_name which); /* "half-life" */
/* Some proposal is marked as a truce, or the case speaks of one (`of`,
 * `scope`): the dispute is one of arms. */
bool case_has_truce(const case_model *c);
bool case_list_has(int_list list, int item);
bool case_is_contact(case_entry_kind kind);
/* "r1 par. 8", "analyst", or "no source". */
const char *case_origin_print(const case_model *c, const case_origin *o,
                              arena *mem);

#endif
