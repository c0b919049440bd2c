/* SPDX-License-Identifier: Apache-2.0
 * Tables of the format: proposals with their phases, talks, guarantees,
 * clauses and truce facts. */
#include "case/fields_int.h"

static const char *const guaranteed_words[] = {"truce", "talks", NULL};

static const field_type status = {.shape = FIELD_CHOICE,
                                  .noun = "a proposal's status",
                                  .words = fields_statuses};
static const field_type phase = {
    .shape = FIELD_MAPPING, .noun = "a phase", .table = &fields_phase_table};
static const field_type plan = {
    .shape = FIELD_LIST, .noun = "a list of phases", .low = 1, .items = &phase};
static const field_type guarantee = {.shape = FIELD_MAPPING,
                                     .noun = "a guarantee",
                                     .table = &fields_guarantee_table};
static const field_type guarantees = {
    .shape = FIELD_LIST, .noun = "a list of guarantees", .items = &guarantee};
static const field_type clause = {.shape = FIELD_EITHER,
                                  .noun = "a clause: text, or a mapping",
                                  .table = &fields_clause_table};
static const field_type clauses = {.shape = FIELD_MAP,
                                   .noun = "a mapping of clauses by type",
                                   .space = SPACE_CLAUSE,
                                   .items = &clause};
static const field_type truce = {.shape = FIELD_MAPPING,
                                 .noun = "a mapping of truce facts",
                                 .table = &fields_truce_table};
static const field_type talks = {
    .shape = FIELD_MAPPING, .noun = "talks", .table = &fields_talks_table};
static const field_type version = {.shape = FIELD_WHOLE,
                                   .noun = "a whole number from 1",
                                   .low = 1,
                                   .high = 1e6};

static const field proposal_rows[] = {
    {"name", &fields_text, FIELD_OPTIONAL, "the name to print", NULL, 0},
    {"by", &fields_actors, FIELD_OPTIONAL, "who proposes it", NULL, 0},
    {"date", &fields_date, FIELD_OPTIONAL, "when it was proposed", NULL, 0},
    {"status", &status, FIELD_OPTIONAL,
     "where it stands (accepted: by all; rejected: by any)", "a status", 0},
    {"supersedes", &fields_proposal, FIELD_OPTIONAL, "the proposal it replaces",
     NULL, 0},
    {"version", &version, FIELD_OPTIONAL, "its version", NULL, 0},
    {"plan", &plan, FIELD_REQUIRED, "its phases, in order", NULL, 0},
    {"guarantees", &guarantees, FIELD_OPTIONAL,
     "asked, offered, withheld or withdrawn", NULL, 0},
    {"clauses", &clauses, FIELD_OPTIONAL, "its clauses by type", "a clause", 0},
    {"truce", &truce, FIELD_OPTIONAL, "what kind of truce it is", NULL, 0},
    {"visible", &fields_actors, FIELD_OPTIONAL,
     "who may see it; without it, everyone", NULL, 0},
    {"protect", &fields_flag, FIELD_OPTIONAL,
     "never leaves the mediator's desk", NULL, 0},
};
const field_table fields_proposal_table = {.name = "a proposal",
                                           .fields = proposal_rows,
                                           .count = FIELDS_COUNT(proposal_rows),
                                           .element = "a proposal"};

static const field_type collapse = {.shape = FIELD_NUMBER,
                                    .noun = "a chance per day, from 0",
                                    .low = 0,
                                    .high = 1e3};

static const field phase_rows[] = {
    {"phase", &fields_text, FIELD_OPTIONAL, "its name", NULL, 0},
    {"terms", &fields_terms, FIELD_OPTIONAL, "what is carried out as it starts",
     "a term", 0},
    {"lasts", &fields_lasts, FIELD_REQUIRED, "how long, or open",
     "how long a phase lasts", 0},
    {"collapse", &collapse, FIELD_OPTIONAL,
     "hazard per day that it breaks down (default: the model's)",
     "the collapse of a phase", 0},
    {"talks", &talks, FIELD_OPTIONAL, "the talks in it (last phase only)", NULL,
     0},
    {"when", &fields_text, FIELD_OPTIONAL,
     "an expression or event that starts it", NULL, 0},
    {"declared-by", &fields_actors, FIELD_OPTIONAL, "who declares it", NULL, 0},
    {"starts", &fields_date, FIELD_OPTIONAL, "when it starts", NULL, 0},
};
const field_table fields_phase_table = {.name = "a phase",
                                        .fields = phase_rows,
                                        .count = FIELDS_COUNT(phase_rows),
                                        .element = "a phase"};

static const field talks_rows[] = {
    {"on", &fields_issues, FIELD_REQUIRED, "the agenda", NULL, 0},
    {"fail", &fields_fail, FIELD_REQUIRED,
     "if they fail: resume as before, or stay in the phase",
     "what follows if talks fail", 0},
    {"in", &fields_text, FIELD_OPTIONAL, "where", NULL, 0},
    {"form", &fields_text, FIELD_OPTIONAL, "direct, indirect, ...", NULL, 0},
    {"within", &fields_exprs, FIELD_OPTIONAL,
     "conditions that the outcome must meet", "a limit of the outcome", 0},
    {"by", &fields_duration, FIELD_OPTIONAL,
     "the deadline in an open phase (default 30 days)", "the deadline of talks",
     0},
};
const field_table fields_talks_table = {.name = "the talks",
                                        .fields = talks_rows,
                                        .count = FIELDS_COUNT(talks_rows),
                                        .element = "the talks"};

static const field_type guarantee_status = {.shape = FIELD_CHOICE,
                                            .noun = "a guarantee's status",
                                            .words = fields_guarantees};
static const field_type guaranteed = {.shape = FIELD_SOME,
                                      .noun = "truce, talks or issues",
                                      .words = guaranteed_words,
                                      .items = &fields_issue};

#define GUARANTEE                                                                \
    {"by", &fields_actor, FIELD_REQUIRED, "who guarantees", NULL, 0},            \
        {"to",           &fields_parties,                                        \
         FIELD_OPTIONAL, "to whom (needed for truce and talks)",                 \
         NULL,           0},                                                     \
        {"of", &guaranteed, FIELD_REQUIRED, "truce, talks, or issues", NULL, 0}, \
    {                                                                            \
        "strength", &fields_share, FIELD_OPTIONAL,                               \
            "how much it adds (default: the model's)", NULL, 0                   \
    }

static const field guarantee_rows[] = {
    GUARANTEE,
    {"status", &guarantee_status, FIELD_REQUIRED,
     "asked, offered, withheld or withdrawn", NULL, 0},
    {"date", &fields_date, FIELD_OPTIONAL, "since when", NULL, 0},
};
const field_table fields_guarantee_table = {.name = "a guarantee",
                                            .fields = guarantee_rows,
                                            .count =
                                                FIELDS_COUNT(guarantee_rows),
                                            .element = "a guarantee"};

static const field change_guarantee_rows[] = {GUARANTEE};
const field_table fields_change_guarantee_table = {
    .name = "a guarantee to offer",
    .fields = change_guarantee_rows,
    .count = FIELDS_COUNT(change_guarantee_rows)};

static const field_type clause_status = {.shape = FIELD_CHOICE,
                                         .noun = "a clause's status",
                                         .words = fields_clause_states};
static const field_type readings = {.shape = FIELD_MAP,
                                    .noun = "a mapping {actor: text, ...}",
                                    .space = SPACE_ACTOR,
                                    .items = &fields_text};

static const field clause_rows[] = {
    {"text", &fields_text, FIELD_OPTIONAL, "its words, or their gist", NULL, 0},
    {"status", &clause_status, FIELD_OPTIONAL, "agreed (default), open or none",
     NULL, 0},
    {"readings", &readings, FIELD_OPTIONAL, "how sides read it differently",
     NULL, 0},
};
const field_table fields_clause_table = {.name = "a clause",
                                         .fields = clause_rows,
                                         .count = FIELDS_COUNT(clause_rows),
                                         .element = "a clause"};

static const field_type truce_kind = {
    .shape = FIELD_CHOICE, .noun = "a kind of truce", .words = fields_truces};
static const field_type automatic = {.shape = FIELD_CHOICE,
                                     .noun = "true, false or auto",
                                     .words = fields_autos};
static const field_type prior = {.shape = FIELD_MAPPING,
                                 .noun = "earlier truces {failed:, known:}",
                                 .table = &fields_prior_table};

static const field truce_rows[] = {
    {"kind", &truce_kind, FIELD_REQUIRED,
     "humanitarian, cessation, preliminary or definitive", NULL, 0},
    {"fixed", &automatic, FIELD_OPTIONAL,
     "has a fixed term (auto: from the plan)", NULL, 0},
    {"written", &automatic, FIELD_OPTIONAL, "jointly written", NULL, 0},
    {"mediated", &automatic, FIELD_OPTIONAL,
     "mediated (auto: from who proposes it)", NULL, 0},
    {"ddr", &automatic, FIELD_OPTIONAL,
     "has disarmament, demobilisation or reintegration", NULL, 0},
    {"prior", &prior, FIELD_OPTIONAL, "earlier truces of this conflict", NULL,
     0},
};
const field_table fields_truce_table = {.name = "the truce",
                                        .fields = truce_rows,
                                        .count = FIELDS_COUNT(truce_rows),
                                        .element = "facts of the truce"};

static const field_type tally = {.shape = FIELD_WHOLE,
                                 .noun = "a whole number from 0",
                                 .low = 0,
                                 .high = 1e6};
static const field prior_rows[] = {
    {"failed", &tally, FIELD_REQUIRED, "how many of them failed", NULL, 0},
    {"known", &tally, FIELD_REQUIRED, "how many have a known ending", NULL, 0},
};
const field_table fields_prior_table = {.name = "earlier truces",
                                        .fields = prior_rows,
                                        .count = FIELDS_COUNT(prior_rows)};
