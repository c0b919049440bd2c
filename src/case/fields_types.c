/* SPDX-License-Identifier: Apache-2.0
 * The types that several mappings share, and the word lists. Each list is in
 * the order of the enumeration in model.h that it stands for. */
#include "case/fields_int.h"

const char *const fields_kinds[] = {
    "prefer",     "matters",     "demand",  "require", "refuse",
    "offer",      "trade",       "accept",  "reject",  "doubt",
    "withdraw",   "deny",        "said",    "status",  "assurance",
    "no-comment", "unreachable", "pending", "meeting", "call",
    "message",    "visit",       "shuttle", "hosting", NULL};
const char *const fields_parameters[] = {
    "half-life", "early-deal", "talks-close", "honour",   "guarantee",
    "breach",    "face",       "rejected",    "collapse", NULL};
const char *const fields_roles[] = {"lead",  "mediator",  "host",
                                    "relay", "guarantor", "monitor",
                                    "ally",  "spoiler",   NULL};
const char *const fields_offices[] = {"unnamed", "official", "leader", NULL};
const char *const fields_relations[] = {"designates", "hosts-leader-of",
                                        "influences", "mediated-before", NULL};
const char *const fields_channels[] = {"unknown", "barred", "open", NULL};
const char *const fields_hedges[] = {"would", "could", NULL};
const char *const fields_fails[] = {"resume", "stay", NULL};
const char *const fields_guarantees[] = {"asked", "offered", "withheld",
                                         "withdrawn", NULL};
const char *const fields_clause_states[] = {"agreed", "open", "none", NULL};
const char *const fields_statuses[] = {
    "floated", "sent",      "under-study", "accepted", "rejected",
    "agreed",  "declared",  "in-force",    "extended", "lapsed",
    "broken",  "withdrawn", "superseded",  NULL};
const char *const fields_truces[] = {"humanitarian", "cessation", "preliminary",
                                     "definitive", NULL};
const char *const fields_autos[] = {"false", "true", "auto", NULL};
const char *const fields_clauses[] = {
    "parties",       "command",   "start",      "duration",  "renewal",
    "prohibited",    "permitted", "geography",  "forces",    "access",
    "crossings",     "detainees", "monitoring", "reporting", "commission",
    "communication", "agenda",    "venue",      "deadline",  "interim",
    "guarantors",    "breach",    "earlier",    "languages", NULL};

const char *const fields_counts[] = {"one", "several", NULL};

static const char *const open_word[] = {"open", NULL};

const field_type fields_text = {.shape = FIELD_TEXT, .noun = "a text"};
const field_type fields_texts = {.shape = FIELD_SOME,
                                 .noun = "a text or a list of texts",
                                 .items = &fields_text};
const field_type fields_flag = {.shape = FIELD_FLAG, .noun = "true or false"};
const field_type fields_date = {.shape = FIELD_DATE, .noun = "a date"};
const field_type fields_any_number = {
    .shape = FIELD_NUMBER, .noun = "a number", .low = -1e6, .high = 1e6};
const field_type fields_share = {
    .shape = FIELD_NUMBER, .noun = "a number from 0 to 1", .low = 0, .high = 1};
const field_type fields_positive = {.shape = FIELD_NUMBER,
                                    .noun = "a number from 0 to 1000000",
                                    .low = 0,
                                    .high = 1e6};
const field_type fields_exact = {.shape = FIELD_EXACT, .noun = "a number"};
const field_type fields_expr = {.shape = FIELD_EXPR, .noun = "an expression"};
const field_type fields_exprs = {.shape = FIELD_SOME,
                                 .noun = "an expression or a list of them",
                                 .items = &fields_expr};
const field_type fields_duration = {.shape = FIELD_DURATION,
                                    .noun = "a duration"};
const field_type fields_lasts = {
    .shape = FIELD_DURATION, .noun = "a duration, or open", .words = open_word};
const field_type fields_source = {.shape = FIELD_SOURCE,
                                  .noun = "a source: ID, ID par. N or analyst"};
const field_type fields_party = {
    .shape = FIELD_NAME, .noun = "a party", .space = SPACE_PARTY};
const field_type fields_parties = {.shape = FIELD_SOME,
                                   .noun = "a party or a list of them",
                                   .items = &fields_party};
const field_type fields_actor = {
    .shape = FIELD_NAME, .noun = "a party or an other", .space = SPACE_ACTOR};
const field_type fields_actors = {.shape = FIELD_SOME,
                                  .noun = "a party, an other or a list of them",
                                  .items = &fields_actor};
const field_type fields_issue = {
    .shape = FIELD_NAME, .noun = "an issue", .space = SPACE_ISSUE};
const field_type fields_issues = {.shape = FIELD_SOME,
                                  .noun = "an issue or a list of them",
                                  .items = &fields_issue};
const field_type fields_proposal = {
    .shape = FIELD_NAME, .noun = "a proposal", .space = SPACE_PROPOSAL};
const field_type fields_option = {.shape = FIELD_NAME,
                                  .noun = "an option of the issue",
                                  .space = SPACE_OPTION};
const field_type fields_options = {.shape = FIELD_SOME,
                                   .noun = "an option or a list of them",
                                   .items = &fields_option};
const field_type fields_terms = {.shape = FIELD_MAP,
                                 .noun = "a mapping {issue: option, ...}",
                                 .space = SPACE_ISSUE,
                                 .items = &fields_option};
const field_type fields_claims = {
    .shape = FIELD_MAP,
    .noun = "a mapping {issue: option or [options], ...}",
    .space = SPACE_ISSUE,
    .items = &fields_options};
const field_type fields_fail = {
    .shape = FIELD_CHOICE, .noun = "resume or stay", .words = fields_fails};
static const field_type offset = {
    .shape = FIELD_WHOLE, .noun = "a byte offset", .low = 0, .high = 1e9};
const field_type fields_span = {.shape = FIELD_LIST,
                                .noun = "[begin, end] in bytes",
                                .low = 2,
                                .high = 2,
                                .items = &offset};
