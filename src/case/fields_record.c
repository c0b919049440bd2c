/* SPDX-License-Identifier: Apache-2.0
 * Tables of the format: entries of the record. What an entry may say depends
 * on its kind, so rows carry the kinds that take them, and a key may have
 * several rows. */
#include "case/fields_int.h"
#include "case/model.h"

#define BIT(kind) (1u << (kind))

enum {
    CLAIMS = BIT(CASE_DEMAND) | BIT(CASE_REQUIRE) | BIT(CASE_REFUSE),
    TERMS = BIT(CASE_PREFER) | BIT(CASE_OFFER) | BIT(CASE_TRADE),
    ANSWERS = BIT(CASE_ACCEPT) | BIT(CASE_REJECT),
    LIKELY = CLAIMS | TERMS | ANSWERS | BIT(CASE_MATTERS) | BIT(CASE_DOUBT),
    PLAIN = BIT(CASE_DENY) | BIT(CASE_SAID) | BIT(CASE_STATUS) |
            BIT(CASE_ASSURANCE) | BIT(CASE_NO_COMMENT) | BIT(CASE_UNREACHABLE) |
            BIT(CASE_PENDING),
    STATEMENTS = LIKELY | PLAIN | BIT(CASE_WITHDRAW),
    CONTACTS = BIT(CASE_MEETING) | BIT(CASE_CALL) | BIT(CASE_MESSAGE) |
               BIT(CASE_VISIT) | BIT(CASE_SHUTTLE) | BIT(CASE_HOSTING),
};

static const char *const report_word[] = {"report", NULL};
static const char *const condition_word[] = {"any-condition", NULL};
static const char *const scopes[] = {"truce", NULL};

static const field_type kind = {
    .shape = FIELD_CHOICE, .noun = "a kind of entry", .words = fields_kinds};
static const field_type speaker = {.shape = FIELD_NAME,
                                   .noun = "a person, a party or an other",
                                   .space = SPACE_SPEAKER};
static const field_type speakers = {
    .shape = FIELD_SOME,
    .noun = "a person, a party, an other, report, or a list of them",
    .words = report_word,
    .items = &speaker};
static const field_type contacts = {.shape = FIELD_LIST,
                                    .noun = "a list of people or actors",
                                    .low = 2,
                                    .items = &speaker};
static const field_type refused = {
    .shape = FIELD_MAP,
    .noun = "a mapping {issue: option or [options], ...}, or any-condition",
    .words = condition_word,
    .space = SPACE_ISSUE,
    .items = &fields_options};
static const field_type count = {
    .shape = FIELD_CHOICE, .noun = "one or several", .words = fields_counts};
static const field_type scope = {
    .shape = FIELD_CHOICE, .noun = "truce", .words = scopes};
static const field_type hedge = {
    .shape = FIELD_CHOICE, .noun = "would or could", .words = fields_hedges};
static const field_type credence = {.shape = FIELD_NUMBER,
                                    .noun = "a number from 0.5 to 0.99",
                                    .low = 0.5,
                                    .high = 0.99};
static const field_type entry = {
    .shape = FIELD_NAME, .noun = "an entry's id", .space = SPACE_ENTRY};
static const field_type draft = {
    .shape = FIELD_MAPPING, .noun = "a draft", .table = &fields_draft_table};
static const field_type draft_speaker = {.shape = FIELD_MAPPING,
                                         .noun = "a draft's speaker",
                                         .table = &fields_draft_speaker_table};

static const field entry_rows[] = {
    {"id", &fields_text, FIELD_REQUIRED, "its name in the record", NULL, 0},
    {"kind", &kind, FIELD_REQUIRED, "what was said or done", NULL, 0},
    {"date", &fields_date, FIELD_OPTIONAL,
     "when (default: the source's date; the analyst's: as-of)", NULL, 0},
    {"gist", &fields_text, FIELD_OPTIONAL, "it in neutral words", NULL, 0},
    {"by", &speakers, FIELD_OPTIONAL,
     "who said it; report: the reporter; without: unnamed, not of the party",
     NULL, STATEMENTS},
    {"count", &count, FIELD_OPTIONAL,
     "several: `by` may then be a bloc in words", NULL, STATEMENTS},
    {"for", &fields_actors, FIELD_UNLESS_DRAFT, "whose position it is", NULL,
     STATEMENTS & ~BIT(CASE_STATUS)},
    {"for", &fields_actors, FIELD_OPTIONAL,
     "whose position it is; not needed with by: report", NULL,
     BIT(CASE_STATUS)},
    {"about", &fields_terms, FIELD_UNLESS_DRAFT, "the terms spoken of", NULL,
     TERMS},
    {"about", &fields_claims, FIELD_UNLESS_DRAFT,
     "the terms spoken of; a list: any of these", NULL,
     CLAIMS & ~BIT(CASE_REFUSE)},
    {"about", &refused, FIELD_UNLESS_DRAFT,
     "the terms refused, or any-condition", NULL, BIT(CASE_REFUSE)},
    {"about", &fields_issue, FIELD_UNLESS_DRAFT, "the issue that matters", NULL,
     BIT(CASE_MATTERS)},
    {"about", &fields_proposal, FIELD_UNLESS_DRAFT, "the proposal answered",
     NULL, ANSWERS},
    {"about", &fields_proposal, FIELD_UNLESS_DRAFT,
     "the proposal it takes back, or its yes to it", NULL, BIT(CASE_WITHDRAW)},
    {"about", &fields_text, FIELD_UNLESS_DRAFT,
     "a proposal, an issue, an entry's id, or free text", NULL, PLAIN},
    {"over", &fields_terms, FIELD_UNLESS_DRAFT, "the terms liked less", NULL,
     BIT(CASE_PREFER)},
    {"over", &fields_issue, FIELD_UNLESS_DRAFT, "the issue that matters less",
     NULL, BIT(CASE_MATTERS)},
    {"in-return", &fields_terms, FIELD_UNLESS_DRAFT, "what is asked in return",
     NULL, BIT(CASE_TRADE)},
    {"of", &fields_actor, FIELD_UNLESS_DRAFT, "whose promises are doubted",
     NULL, BIT(CASE_DOUBT)},
    {"credence", &credence, FIELD_OPTIONAL,
     "how likely it holds (default: by source and speaker)", NULL, STATEMENTS},
    {"public", &fields_flag, FIELD_OPTIONAL,
     "said in public (default: if by a leader or official)", NULL, STATEMENTS},
    {"scope", &scope, FIELD_OPTIONAL,
     "truce: a condition of a truce, not of a settlement", NULL, CLAIMS},
    {"open", &fields_flag, FIELD_OPTIONAL, "the list is known to be incomplete",
     NULL, STATEMENTS},
    {"hedge", &hedge, FIELD_OPTIONAL, "would or could, where it was said so",
     NULL, STATEMENTS},
    {"confirms", &entry, FIELD_OPTIONAL, "an earlier entry that says the same",
     NULL, 0},
    {"to", &fields_actors, FIELD_OPTIONAL, "whom it was said to", NULL, 0},
    {"via", &fields_texts, FIELD_OPTIONAL, "through whom it came", NULL, 0},
    {"between", &contacts, FIELD_UNLESS_DRAFT, "who met or spoke", NULL,
     CONTACTS},
    {"place", &fields_text, FIELD_OPTIONAL, "where", NULL, CONTACTS},
    {"purpose", &fields_text, FIELD_OPTIONAL, "what for", NULL, CONTACTS},
    {"visible", &fields_actors, FIELD_OPTIONAL,
     "who may see it; without it, everyone", NULL, 0},
    {"protect", &fields_flag, FIELD_OPTIONAL,
     "never leaves the mediator's desk", NULL, 0},
    {"draft", &draft, FIELD_OPTIONAL,
     "from `parley read`, not yet confirmed: lenses ignore it", NULL, 0},
    {"source", &fields_source, FIELD_REQUIRED,
     "where it is reported; analyst: an assumption", NULL, 0},
};
const field_table fields_entry_table = {.name = "an entry",
                                        .fields = entry_rows,
                                        .count = FIELDS_COUNT(entry_rows),
                                        .element = "an entry",
                                        .by_kind = true};

static const field draft_rows[] = {
    {"span", &fields_span, FIELD_OPTIONAL, "the words of the report", NULL, 0},
    {"content", &fields_span, FIELD_OPTIONAL, "what was said, in them", NULL,
     0},
    {"rule", &fields_text, FIELD_OPTIONAL, "the rule that found it", NULL, 0},
    {"confidence", &fields_share, FIELD_OPTIONAL, "how sure the rule is", NULL,
     0},
    {"verb", &fields_text, FIELD_OPTIONAL, "the reporting verb", NULL, 0},
    {"via", &fields_texts, FIELD_OPTIONAL, "the chain it came through", NULL,
     0},
    {"stance", &fields_text, FIELD_OPTIONAL, "the finer kind", NULL, 0},
    {"speaker", &draft_speaker, FIELD_OPTIONAL, "the speaker in the report",
     NULL, 0},
    {"negated", &fields_flag, FIELD_OPTIONAL, "the content is negated", NULL,
     0},
    {"modal", &fields_text, FIELD_OPTIONAL, "its modal verb", NULL, 0},
    {"words", &fields_texts, FIELD_OPTIONAL, "literal words kept", NULL, 0},
};
const field_table fields_draft_table = {
    .name = "a draft", .fields = draft_rows, .count = FIELDS_COUNT(draft_rows)};

static const field_type how_many = {.shape = FIELD_TEXT,
                                    .noun = "one, several or a number"};
static const field draft_speaker_rows[] = {
    {"text", &fields_text, FIELD_OPTIONAL, "the words that name them", NULL, 0},
    {"is", &fields_text, FIELD_OPTIONAL, "who these words stand for: a guess",
     NULL, 0},
    {"head", &fields_text, FIELD_OPTIONAL, "the head noun", NULL, 0},
    {"office", &fields_text, FIELD_OPTIONAL, "their office", NULL, 0},
    {"of", &fields_text, FIELD_OPTIONAL, "whom they belong to", NULL, 0},
    {"unnamed", &fields_flag, FIELD_OPTIONAL, "no name is given", NULL, 0},
    {"count", &how_many, FIELD_OPTIONAL, "how many", NULL, 0},
};
const field_table fields_draft_speaker_table = {
    .name = "a draft's speaker",
    .fields = draft_speaker_rows,
    .count = FIELDS_COUNT(draft_speaker_rows)};
