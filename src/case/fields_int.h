/* SPDX-License-Identifier: Apache-2.0
 * What the files of tables share. */
#ifndef CASE_FIELDS_INT_H
#define CASE_FIELDS_INT_H

#include "case/fields.h"

#define FIELDS_COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* Types that several tables use (fields_types.c). */
extern const field_type fields_text, fields_texts, fields_flag, fields_date,
    fields_any_number, fields_share, fields_positive, fields_exact, fields_expr,
    fields_exprs, fields_duration, fields_lasts, fields_source, fields_party,
    fields_actor, fields_actors, fields_parties, fields_issue, fields_issues,
    fields_proposal, fields_option, fields_options, fields_terms, fields_claims,
    fields_fail, fields_span;

/* Tables, by file. */
extern const field_table fields_source_table, fields_party_table,
    fields_body_table, fields_other_table, fields_person_table,
    fields_relation_table, fields_channel_table; /* fields_who.c */
extern const field_table fields_issue_table, fields_preference_table,
    fields_condition_table, fields_move_table, fields_graph_table,
    fields_stakes_table, fields_position_table; /* fields_what.c */
extern const field_table fields_entry_table, fields_draft_table,
    fields_draft_speaker_table; /* fields_record.c */
extern const field_table fields_proposal_table, fields_phase_table,
    fields_talks_table, fields_guarantee_table, fields_clause_table,
    fields_truce_table, fields_prior_table; /* fields_plan.c */
extern const field_table fields_lever_table, fields_change_table,
    fields_change_talks_table, fields_change_guarantee_table,
    fields_change_model_table, fields_model_table; /* fields_change.c */

#endif
