/* SPDX-License-Identifier: Apache-2.0
 * Tables of the format: sources, parties, others, people, relations and
 * channels. */
#include "case/fields_int.h"

static const char *const grades[] = {"A", "B", "C", "D", "E", "F", NULL};

static const field_type grade = {
    .shape = FIELD_CHOICE, .noun = "a grade from A to F", .words = grades};
static const field_type role = {
    .shape = FIELD_CHOICE, .noun = "a role", .words = fields_roles};
static const field_type roles = {
    .shape = FIELD_SOME, .noun = "a role or a list of them", .items = &role};
static const field_type office = {
    .shape = FIELD_CHOICE, .noun = "an office", .words = fields_offices};
static const field_type count = {
    .shape = FIELD_CHOICE, .noun = "one or several", .words = fields_counts};
static const field_type relation = {.shape = FIELD_CHOICE,
                                    .noun = "a kind of relation",
                                    .words = fields_relations};
static const field_type state = {.shape = FIELD_CHOICE,
                                 .noun = "a channel's state",
                                 .words = fields_channels};
static const field_type speaker = {.shape = FIELD_NAME,
                                   .noun = "a party, an other or a person",
                                   .space = SPACE_SPEAKER};
static const field_type two_speakers = {.shape = FIELD_LIST,
                                        .noun = "two actors",
                                        .low = 2,
                                        .high = 2,
                                        .items = &speaker};
static const field_type bodies = {
    .shape = FIELD_MAP,
    .noun = "a mapping of bodies by name",
    .space = SPACE_FREE,
    .table = NULL,
    .items = &(const field_type){
        .shape = FIELD_MAPPING, .noun = "a body", .table = &fields_body_table}};

#define ACCESS                                                                 \
    {"visible",      &fields_actors,                                           \
     FIELD_OPTIONAL, "who may see it; without it, everyone",                   \
     NULL,           0},                                                       \
    {                                                                          \
        "protect", &fields_flag, FIELD_OPTIONAL,                               \
            "never leaves the mediator's desk", NULL, 0                        \
    }

static const field source_rows[] = {
    {"title", &fields_text, FIELD_OPTIONAL, "its title", NULL, 0},
    {"outlet", &fields_text, FIELD_OPTIONAL, "who published it", NULL, 0},
    {"via", &fields_texts, FIELD_OPTIONAL,
     "agencies and others it passes on, nearest first", NULL, 0},
    {"date", &fields_date, FIELD_OPTIONAL,
     "its date: the default for what it reports", NULL, 0},
    {"file", &fields_text, FIELD_OPTIONAL,
     "its text, relative to the case file", NULL, 0},
    {"grade", &grade, FIELD_OPTIONAL,
     "how reliable it is, A (most) to E; F: can't be judged", "a grade", 0},
    ACCESS,
};
const field_table fields_source_table = {.name = "a source",
                                         .fields = source_rows,
                                         .count = FIELDS_COUNT(source_rows)};

static const field body_rows[] = {
    {"must-consent", &fields_flag, FIELD_OPTIONAL,
     "nothing is accepted without it", NULL, 0},
    {"seat", &fields_text, FIELD_OPTIONAL, "where it sits", NULL, 0},
};
const field_table fields_body_table = {.name = "a body",
                                       .fields = body_rows,
                                       .count = FIELDS_COUNT(body_rows),
                                       .element = "a body"};

#define ACTOR                                                                  \
    {"name", &fields_text, FIELD_OPTIONAL, "the name to print", NULL, 0},      \
        {"also",         &fields_texts,                                        \
         FIELD_OPTIONAL, "other names that texts use",                         \
         NULL,           0},                                                   \
    {                                                                          \
        "bodies", &bodies, FIELD_OPTIONAL,                                     \
            "the bodies that decide, and where they sit", NULL, 0              \
    }

static const field party_rows[] = {ACTOR};
const field_table fields_party_table = {
    .name = "a party", .fields = party_rows, .count = FIELDS_COUNT(party_rows)};

static const field other_rows[] = {
    ACTOR,
    {"role", &role, FIELD_OPTIONAL, "short for roles with one role", "a role",
     0},
    {"roles", &roles, FIELD_OPTIONAL, "what it does in the talks", "a role", 0},
};
const field_table fields_other_table = {.name = "an other",
                                        .fields = other_rows,
                                        .count = FIELDS_COUNT(other_rows)};

static const field person_rows[] = {
    {"name", &fields_text, FIELD_OPTIONAL, "the name to print", NULL, 0},
    {"of", &fields_text, FIELD_OPTIONAL,
     "the party or other they speak for, or a bloc in words", NULL, 0},
    {"office", &office, FIELD_OPTIONAL, "leader, official or unnamed", NULL, 0},
    {"also", &fields_texts, FIELD_OPTIONAL, "other names that texts use", NULL,
     0},
    {"count", &count, FIELD_OPTIONAL, "several: more than one person", NULL, 0},
    ACCESS,
};
const field_table fields_person_table = {.name = "a person",
                                         .fields = person_rows,
                                         .count = FIELDS_COUNT(person_rows)};

static const field relation_rows[] = {
    {"from", &fields_actor, FIELD_REQUIRED, "who", NULL, 0},
    {"to", &fields_actor, FIELD_REQUIRED, "whom", NULL, 0},
    {"kind", &relation, FIELD_REQUIRED, "the relation", NULL, 0},
};
const field_table fields_relation_table = {.name = "a relation",
                                           .fields = relation_rows,
                                           .count = FIELDS_COUNT(relation_rows),
                                           .element = "a relation"};

static const field channel_rows[] = {
    {"between", &two_speakers, FIELD_REQUIRED,
     "the two who can or can't speak to each other", NULL, 0},
    {"state", &state, FIELD_REQUIRED, "open, barred or unknown", NULL, 0},
    {"cost", &fields_positive, FIELD_OPTIONAL, "cost of using it (default 1)",
     NULL, 0},
    ACCESS,
};
const field_table fields_channel_table = {.name = "a channel",
                                          .fields = channel_rows,
                                          .count = FIELDS_COUNT(channel_rows),
                                          .element = "a channel"};
