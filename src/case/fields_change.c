/* SPDX-License-Identifier: Apache-2.0
 * Tables of the format: levers with their changes, and the model's
 * parameters. */
#include "case/fields_int.h"

static const char *const null_word[] = {"null", NULL};

static const field_type change = {
    .shape = FIELD_MAPPING, .noun = "a change", .table = &fields_change_table};
static const field_type changes = {.shape = FIELD_SOME,
                                   .noun = "a change or a list of them",
                                   .items = &change};

static const field lever_rows[] = {
    {"name", &fields_text, FIELD_REQUIRED, "the name to print", NULL, 0},
    {"cost", &fields_positive, FIELD_OPTIONAL, "what it costs (default 1)",
     NULL, 0},
    {"change", &change, FIELD_REQUIRED, "what it changes", NULL, 0},
};
const field_table fields_lever_table = {.name = "a lever",
                                        .fields = lever_rows,
                                        .count = FIELDS_COUNT(lever_rows),
                                        .element = "a lever"};

static const field_type option_or_null = {.shape = FIELD_NAME,
                                          .noun = "an option, or null to drop "
                                                  "the term",
                                          .words = null_word,
                                          .space = SPACE_OPTION};
static const field_type new_terms = {.shape = FIELD_MAP,
                                     .noun =
                                         "a mapping {issue: option or null}",
                                     .space = SPACE_ISSUE,
                                     .items = &option_or_null};
static const field_type phase_number = {.shape = FIELD_WHOLE,
                                        .noun = "a whole number from 1",
                                        .low = 1,
                                        .high = 1000};
static const field_type talks = {.shape = FIELD_MAPPING,
                                 .noun = "changes of the talks",
                                 .table = &fields_change_talks_table};
static const field_type guarantee = {.shape = FIELD_MAPPING,
                                     .noun = "a guarantee",
                                     .table = &fields_change_guarantee_table};
static const field_type payment = {.shape = FIELD_MAP,
                                   .noun =
                                       "a mapping {expression: number, ...}",
                                   .space = SPACE_EXPR,
                                   .items = &fields_exact};
static const field_type payments = {
    .shape = FIELD_MAP,
    .noun = "a mapping {party: {expression: number, ...}, ...}",
    .space = SPACE_PARTY,
    .items = &payment};
static const field_type parameters = {.shape = FIELD_MAPPING,
                                      .noun = "a mapping of parameters",
                                      .table = &fields_change_model_table};

static const field change_rows[] = {
    {"phase", &phase_number, FIELD_OPTIONAL, "the phase (default 1)", NULL, 0},
    {"terms", &new_terms, FIELD_OPTIONAL, "terms set, or dropped by null", NULL,
     0},
    {"talks", &talks, FIELD_OPTIONAL, "changes of the talks", NULL, 0},
    {"lasts", &fields_lasts, FIELD_OPTIONAL, "how long the phase lasts", NULL,
     0},
    {"guarantee", &guarantee, FIELD_OPTIONAL, "a guarantee offered", NULL, 0},
    {"worth", &payments, FIELD_OPTIONAL,
     "side payments while an expression holds", NULL, 0},
    {"model", &parameters, FIELD_OPTIONAL, "parameters set to a number", NULL,
     0},
    {"then", &changes, FIELD_OPTIONAL,
     "further changes made with it: if you, we", NULL, 0},
};
const field_table fields_change_table = {.name = "a change",
                                         .fields = change_rows,
                                         .count = FIELDS_COUNT(change_rows)};

static const field change_talks_rows[] = {
    {"add", &fields_issues, FIELD_OPTIONAL, "issues put on the agenda", NULL,
     0},
    {"drop", &fields_issues, FIELD_OPTIONAL, "issues taken off it", NULL, 0},
    {"fail", &fields_fail, FIELD_OPTIONAL, "resume or stay", NULL, 0},
    {"by", &fields_duration, FIELD_OPTIONAL, "the deadline", NULL, 0},
    {"within", &fields_exprs, FIELD_OPTIONAL,
     "conditions that the outcome must meet", NULL, 0},
};
const field_table fields_change_talks_table = {
    .name = "the talks",
    .fields = change_talks_rows,
    .count = FIELDS_COUNT(change_talks_rows)};

/* --- The model --- */

#define PARAMETER(name, least, most, what)                                     \
    static const field_type name##_range = {.shape = FIELD_RANGE,              \
                                            .noun = what                       \
                                            ", or a range [low, high]",        \
                                            .low = (least),                    \
                                            .high = (most)};                   \
    static const field_type name##_number = {.shape = FIELD_NUMBER,            \
                                             .noun = (what),                   \
                                             .low = (least),                   \
                                             .high = (most)};

PARAMETER(days, 1e-3, 1e6, "a number of days from 0.001 to 1000000")
PARAMETER(chance, 0, 1, "a number from 0 to 1")
PARAMETER(amount, 0, 1e3, "a number from 0 to 1000")

#define ELEMENT "a model range"
#define MODEL_ROWS(days, chance, amount)                                       \
    {"half-life",    days,                                                     \
     FIELD_OPTIONAL, "days in which a later good halves in worth",             \
     ELEMENT,        0},                                                       \
        {"early-deal",   days,                                                 \
         FIELD_OPTIONAL, "mean days until a deal without any plan",            \
         ELEMENT,        0},                                                   \
        {"talks-close",  chance,                                               \
         FIELD_OPTIONAL, "chance per week that talks close",                   \
         ELEMENT,        0},                                                   \
        {"honour",       chance,                                               \
         FIELD_OPTIONAL, "chance that another's promise is kept",              \
         ELEMENT,        0},                                                   \
        {"guarantee",    chance,                                               \
         FIELD_OPTIONAL, "strength of a guarantee that gives none",            \
         ELEMENT,        0},                                                   \
        {"breach", amount, FIELD_OPTIONAL, "cost of breaking a truce",         \
         ELEMENT,  0},                                                         \
        {"face",         amount,                                               \
         FIELD_OPTIONAL, "weight of falling short of a public demand",         \
         ELEMENT,        0},                                                   \
        {"rejected",     amount,                                               \
         FIELD_OPTIONAL, "cost of accepting what was rejected in public",      \
         ELEMENT,        0},                                                   \
    {                                                                          \
        "collapse", amount, FIELD_OPTIONAL,                                    \
            "hazard per day that a phase breaks down", ELEMENT, 0              \
    }

static const field model_rows[] = {
    MODEL_ROWS(&days_range, &chance_range, &amount_range)};
const field_table fields_model_table = {.name = "the model",
                                        .fields = model_rows,
                                        .count = FIELDS_COUNT(model_rows)};

static const field change_model_rows[] = {
    MODEL_ROWS(&days_number, &chance_number, &amount_number)};
const field_table fields_change_model_table = {
    .name = "the model",
    .fields = change_model_rows,
    .count = FIELDS_COUNT(change_model_rows)};
