/* SPDX-License-Identifier: Apache-2.0
 * Tables of the format: issues, exact preferences, moves, the graph and the
 * stakes that forecasts use. */
#include "case/fields_int.h"

static const field_type option_names = {.shape = FIELD_LIST,
                                        .noun = "a list of options",
                                        .low = 2,
                                        .items = &fields_text};

static const field issue_rows[] = {
    {"options", &option_names, FIELD_OPTIONAL,
     "what could be agreed, two or more", "an option", 0},
    {"now", &fields_option, FIELD_OPTIONAL,
     "the option in force today; on all issues or on none", "the status quo",
     0},
    {"scale", &fields_flag, FIELD_OPTIONAL, "the options lie on a line", NULL,
     0},
    {"by", &fields_actors, FIELD_OPTIONAL, "who carries it out",
     "who carries an issue out", 0},
    {"obligation", &fields_flag, FIELD_OPTIONAL,
     "owed in any case: never traded away", NULL, 0},
    {"from", &fields_exact, FIELD_OPTIONAL, "a numeric issue's first value",
     NULL, 0},
    {"to", &fields_exact, FIELD_OPTIONAL, "a numeric issue's last value", NULL,
     0},
    {"step", &fields_exact, FIELD_OPTIONAL, "the step between values", NULL, 0},
    {"unit", &fields_text, FIELD_OPTIONAL, "the unit of the values", NULL, 0},
};
const field_table fields_issue_table = {.name = "an issue",
                                        .fields = issue_rows,
                                        .count = FIELDS_COUNT(issue_rows),
                                        .element = "an issue"};

/* --- Preferences --- */

static const char *const none_word[] = {"none", NULL};
static const field_type reserve = {
    .shape = FIELD_EXACT, .noun = "a number, or none", .words = none_word};
static const field_type option_worths = {.shape = FIELD_MAP,
                                         .noun =
                                             "a mapping {option: number, ...}",
                                         .space = SPACE_OPTION,
                                         .items = &fields_exact};
static const field_type worths = {
    .shape = FIELD_MAP,
    .noun = "a mapping {issue: {option: number, ...}, ...}",
    .space = SPACE_ISSUE,
    .items = &option_worths};
static const field_type condition = {.shape = FIELD_MAPPING,
                                     .noun = "a condition {if:, worth:}",
                                     .table = &fields_condition_table};
static const field_type conditions = {
    .shape = FIELD_LIST, .noun = "a list of conditions", .items = &condition};
static const field_type state = {
    .shape = FIELD_STATE, .noun = "a state: terms, a state's name or its id"};
static const field_type tier = {.shape = FIELD_SOME,
                                .noun = "a state, or a list of tied states",
                                .items = &state};
static const field_type ranking = {.shape = FIELD_LIST,
                                   .noun = "a list of states, best first",
                                   .items = &tier};
static const field_type order = {.shape = FIELD_LIST,
                                 .noun = "a list of expressions",
                                 .items = &fields_expr};
static const field_type discount = {.shape = FIELD_NUMBER,
                                    .noun = "a number above 0, at most 1",
                                    .low = 1e-9,
                                    .high = 1};

static const field preference_rows[] = {
    {"worth", &worths, FIELD_OPTIONAL,
     "the worth of each option; what isn't named is worth 0", NULL, 0},
    {"reserve", &reserve, FIELD_OPTIONAL,
     "the worth of no deal; none: the least worth", NULL, 0},
    {"cap", &fields_exact, FIELD_OPTIONAL, "no outcome is worth more", NULL, 0},
    {"discount", &discount, FIELD_OPTIONAL,
     "d: a worth shrinks by d^t, t the share of the deadline", NULL, 0},
    {"when", &conditions, FIELD_OPTIONAL, "worths added when a condition holds",
     NULL, 0},
    {"order", &order, FIELD_OPTIONAL, "what should hold, most important first",
     NULL, 0},
    {"ranking", &ranking, FIELD_OPTIONAL, "all states, best first", NULL, 0},
};
const field_table fields_preference_table = {
    .name = "a preference",
    .fields = preference_rows,
    .count = FIELDS_COUNT(preference_rows),
    .element = "a party's preferences"};

static const field condition_rows[] = {
    {"if", &fields_expr, FIELD_REQUIRED, "the condition", NULL, 0},
    {"worth", &fields_exact, FIELD_REQUIRED, "what it adds", NULL, 0},
};
const field_table fields_condition_table = {.name = "a condition",
                                            .fields = condition_rows,
                                            .count =
                                                FIELDS_COUNT(condition_rows)};

/* --- Moves and the graph --- */

static const field move_rows[] = {
    {"by", &fields_actors, FIELD_REQUIRED, "who can do it, each alone", NULL,
     0},
    {"issue", &fields_issue, FIELD_REQUIRED, "what changes", NULL, 0},
    {"from", &fields_options, FIELD_OPTIONAL,
     "from these options (default: "
     "any)",
     NULL, 0},
    {"to", &fields_options, FIELD_OPTIONAL, "to these options (default: any)",
     NULL, 0},
    {"with", &fields_terms, FIELD_OPTIONAL,
     "issues that change with it, whoever's they are", NULL, 0},
};
const field_table fields_move_table = {.name = "a move",
                                       .fields = move_rows,
                                       .count = FIELDS_COUNT(move_rows),
                                       .element = "a move"};

static const field_type state_name = {
    .shape = FIELD_NAME, .noun = "a state", .space = SPACE_STATE};
static const field_type states = {.shape = FIELD_MAP,
                                  .noun = "a mapping {state: text, ...}",
                                  .space = SPACE_STATE,
                                  .items = &fields_text};
static const field_type arc = {.shape = FIELD_LIST,
                               .noun = "an arc [from, to]",
                               .low = 2,
                               .high = 2,
                               .items = &state_name};
static const field_type arc_list = {
    .shape = FIELD_LIST, .noun = "a list of arcs", .items = &arc};
static const field_type arcs = {
    .shape = FIELD_MAP,
    .noun = "a mapping {party: [[state, state], ...], ...}",
    .space = SPACE_PARTY,
    .items = &arc_list};

static const field graph_rows[] = {
    {"states", &states, FIELD_REQUIRED, "the states and what they mean", NULL,
     0},
    {"arcs", &arcs, FIELD_REQUIRED, "which moves each party has alone", NULL,
     0},
    {"now", &state_name, FIELD_OPTIONAL, "the state today", NULL, 0},
};
const field_table fields_graph_table = {.name = "the graph",
                                        .fields = graph_rows,
                                        .count = FIELDS_COUNT(graph_rows),
                                        .element = "the graph"};

/* --- Forecast --- */

static const field_type percent = {.shape = FIELD_NUMBER,
                                   .noun = "a number from 0 to 100",
                                   .low = 0,
                                   .high = 100};
static const field_type percents = {.shape = FIELD_LIST,
                                    .noun = "a list of numbers from 0 to 100",
                                    .items = &percent};
static const field_type position = {.shape = FIELD_TEXT,
                                    .noun = "a number from 0 to 100, or an "
                                            "option"};

static const field stakes_rows[] = {
    {"at", &percents, FIELD_OPTIONAL,
     "where the options lie from 0 to 100 (default: evenly spaced)", NULL, 0},
};
const field_table fields_stakes_table = {.name = "the stakes of an issue",
                                         .fields = stakes_rows,
                                         .count = FIELDS_COUNT(stakes_rows)};

static const field position_rows[] = {
    {"position", &position, FIELD_REQUIRED, "what the actor wants", NULL, 0},
    {"salience", &percent, FIELD_REQUIRED, "how much it matters to it", NULL,
     0},
    {"capability", &fields_positive, FIELD_OPTIONAL, "its weight (default 1)",
     NULL, 0},
};
const field_table fields_position_table = {.name = "a position",
                                           .fields = position_rows,
                                           .count = FIELDS_COUNT(position_rows),
                                           .element = "a position"};
