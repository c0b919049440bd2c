/* SPDX-License-Identifier: Apache-2.0
 * The root of the format's tables, what all mappings share, and how a field is
 * found. The other tables are in fields_who, fields_what, fields_record,
 * fields_plan and fields_change. */
#include "case/fields.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "case/fields_int.h"

static const field common_rows[] = {
    {"source", &fields_source, FIELD_OPTIONAL,
     "where this is from; analyst: an assumption", NULL, 0},
    {"why", &fields_text, FIELD_OPTIONAL, "a remark in free text", NULL, 0},
};
const field_table fields_common = {.name = "any mapping",
                                   .fields = common_rows,
                                   .count = FIELDS_COUNT(common_rows)};

static const field wrapped_rows[] = {
    {"is", &fields_text, FIELD_REQUIRED, "the value itself", NULL, 0},
    {"source", &fields_source, FIELD_OPTIONAL,
     "where this is from; analyst: an assumption", NULL, 0},
    {"why", &fields_text, FIELD_OPTIONAL, "a remark in free text", NULL, 0},
};
const field_table fields_wrapped = {.name = "a value with its source",
                                    .fields = wrapped_rows,
                                    .count = FIELDS_COUNT(wrapped_rows)};

#define MAPPINGS(variable, one, many, where, rows)                             \
    static const field_type variable##_one = {                                 \
        .shape = FIELD_MAPPING, .noun = (one), .table = &(rows)};              \
    static const field_type variable = {.shape = FIELD_MAP,                    \
                                        .noun = (many),                        \
                                        .space = (where),                      \
                                        .items = &variable##_one};
#define LISTS(variable, one, many, rows)                                       \
    static const field_type variable##_one = {                                 \
        .shape = FIELD_MAPPING, .noun = (one), .table = &(rows)};              \
    static const field_type variable = {                                       \
        .shape = FIELD_LIST, .noun = (many), .items = &variable##_one};

MAPPINGS(sources, "a source", "a mapping of sources by id", SPACE_SOURCE,
         fields_source_table)
MAPPINGS(parties, "a party", "a mapping of parties by id", SPACE_ACTOR,
         fields_party_table)
MAPPINGS(others, "an other", "a mapping of others by id", SPACE_ACTOR,
         fields_other_table)
MAPPINGS(people, "a person", "a mapping of people by id", SPACE_PERSON,
         fields_person_table)
MAPPINGS(issues, "an issue", "a mapping of issues by id", SPACE_ISSUE,
         fields_issue_table)
MAPPINGS(preferences, "a preference", "a mapping of preferences by party",
         SPACE_PARTY, fields_preference_table)
MAPPINGS(proposals, "a proposal", "a mapping of proposals by id",
         SPACE_PROPOSAL, fields_proposal_table)
LISTS(relations, "a relation", "a list of relations", fields_relation_table)
LISTS(channels, "a channel", "a list of channels", fields_channel_table)
LISTS(record, "an entry", "a list of entries", fields_entry_table)
LISTS(levers, "a lever", "a list of levers", fields_lever_table)
LISTS(moves, "a move", "a list of moves", fields_move_table)

static const field_type rules = {.shape = FIELD_LIST,
                                 .noun = "a list of expressions",
                                 .items = &fields_expr};
static const field_type model = {.shape = FIELD_MAPPING,
                                 .noun = "a mapping of parameters",
                                 .table = &fields_model_table};
static const field_type graph = {
    .shape = FIELD_MAPPING, .noun = "a graph", .table = &fields_graph_table};
static const field_type position = {.shape = FIELD_MAPPING,
                                    .noun = "a position",
                                    .table = &fields_position_table};
static const field_type stakes = {.shape = FIELD_MAP,
                                  .noun = "a mapping of positions by actor",
                                  .space = SPACE_ACTOR,
                                  .table = &fields_stakes_table,
                                  .items = &position};
static const field_type forecast = {.shape = FIELD_MAP,
                                    .noun = "a mapping of stakes by issue",
                                    .space = SPACE_ISSUE,
                                    .items = &stakes};

static const field root_rows[] = {
    {"parley", &fields_text, FIELD_REQUIRED, "the format's version: 1", NULL,
     0},
    {"case", &fields_text, FIELD_REQUIRED, "the case's title", NULL, 0},
    {"as-of", &fields_date, FIELD_OPTIONAL,
     "the case as it stood then (default: the latest date in it)", NULL, 0},
    {"knew", &fields_text, FIELD_OPTIONAL,
     "what the authors knew when they wrote it", NULL, 0},
    {"sources", &sources, FIELD_OPTIONAL, "reports and documents", NULL, 0},
    {"parties", &parties, FIELD_REQUIRED,
     "whose acceptance is needed, two or more", NULL, 0},
    {"others", &others, FIELD_OPTIONAL, "mediators, hosts, relays, ...", NULL,
     0},
    {"people", &people, FIELD_OPTIONAL, "speakers", NULL, 0},
    {"relations", &relations, FIELD_OPTIONAL, "relations between actors", NULL,
     0},
    {"channels", &channels, FIELD_OPTIONAL, "who can speak to whom", NULL, 0},
    {"issues", &issues, FIELD_OPTIONAL, "what there is to agree on", NULL, 0},
    {"rules", &rules, FIELD_OPTIONAL, "what cannot be combined", "a rule", 0},
    {"preferences", &preferences, FIELD_OPTIONAL,
     "what parties want, where it is known exactly", NULL, 0},
    {"record", &record, FIELD_OPTIONAL, "what was said and done", NULL, 0},
    {"proposals", &proposals, FIELD_OPTIONAL, "what is on the table", NULL, 0},
    {"levers", &levers, FIELD_OPTIONAL, "what a mediator may offer or change",
     NULL, 0},
    {"model", &model, FIELD_OPTIONAL, "parameters of the model", NULL, 0},
    {"talks-need", &fields_expr, FIELD_OPTIONAL,
     "what must hold for talks to close", "what talks need", 0},
    {"moves", &moves, FIELD_OPTIONAL, "who can change what alone", NULL, 0},
    {"graph", &graph, FIELD_OPTIONAL, "states and moves, instead of issues",
     NULL, 0},
    {"forecast", &forecast, FIELD_OPTIONAL, "positions, salience, capability",
     NULL, 0},
};
const field_table fields_root = {
    .name = "a case", .fields = root_rows, .count = FIELDS_COUNT(root_rows)};

const field_table *const fields_tables[] = {
    &fields_root,
    &fields_common,
    &fields_wrapped,
    &fields_source_table,
    &fields_party_table,
    &fields_body_table,
    &fields_other_table,
    &fields_person_table,
    &fields_relation_table,
    &fields_channel_table,
    &fields_issue_table,
    &fields_preference_table,
    &fields_condition_table,
    &fields_entry_table,
    &fields_draft_table,
    &fields_draft_speaker_table,
    &fields_proposal_table,
    &fields_phase_table,
    &fields_talks_table,
    &fields_guarantee_table,
    &fields_clause_table,
    &fields_truce_table,
    &fields_prior_table,
    &fields_lever_table,
    &fields_change_table,
    &fields_change_talks_table,
    &fields_change_guarantee_table,
    &fields_model_table,
    &fields_change_model_table,
    &fields_move_table,
    &fields_graph_table,
    &fields_stakes_table,
    &fields_position_table,
};
const size_t fields_table_count =
    sizeof fields_tables / sizeof(const field_table *);

static const field *find_own(const field_table *t, const char *key,
                             unsigned kind) {
    for (size_t i = 0; i < t->count; i++) {
        const field *f = &t->fields[i];
        if (kind && f->kinds && !(f->kinds & kind)) continue;
        if (text_same(f->key, key)) return f;
    }
    return NULL;
}

const field *fields_find(const field_table *t, const char *key, unsigned kind) {
    const field *own = find_own(t, key, kind);
    return own || t == &fields_wrapped ? own : find_own(&fields_common, key, 0);
}

bool fields_wraps(const field_type *type) {
    return type->shape != FIELD_MAPPING && type->shape != FIELD_MAP &&
           type->shape != FIELD_EITHER && type->shape != FIELD_STATE;
}

const char *fields_describe(const field_type *type, char *out, size_t size) {
    if (type->shape != FIELD_CHOICE) {
        (void)snprintf(out, size, "%s", type->noun);
        return out;
    }
    size_t used = 0;
    for (size_t i = 0; type->words[i] && used < size; i++) {
        const char *join = i == 0 ? "" : type->words[i + 1] ? ", " : " or ";
        int wrote =
            snprintf(out + used, size - used, "%s%s", join, type->words[i]);
        used += (size_t)wrote;
    }
    return out;
}
