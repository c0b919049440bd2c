/* SPDX-License-Identifier: Apache-2.0
 * Copies issues, rules, preferences, ranges, levers, moves and forecasts into
 * a selected case. Where one rests on a hidden source it goes: a party's
 * preferences are then inferred, a range has its default. Issues stay, since
 * everything else is made of them, and lose only their source. */
#include "case/load_int.h"
#include "case/select_int.h"

static void copy_issues(selection *s) {
    case_model *c = s->to;
    case_issue *issues = ARENA_ARRAY(s->mem, case_issue, c->issue_count);
    for (int i = 0; i < c->issue_count; i++) {
        issues[i] = s->from->issues[i];
        issues[i].origin = select_origin(s, issues[i].origin);
    }
    c->issues = issues;
}

static void copy_preferences(selection *s) {
    case_model *c = s->to;
    case_preference *all = ARENA_ARRAY(s->mem, case_preference, c->party_count);
    for (int p = 0; p < c->party_count; p++) {
        all[p] = s->from->preferences[p];
        if (select_rests_on_hidden(s, &all[p].origin)) {
            select_pass(s, all[p].origin.at);
            all[p] = (case_preference){.discount = 1, .origin = all[p].origin};
        }
        all[p].origin = select_origin(s, all[p].origin);
    }
    c->preferences = all;
}

static void copy_ranges(selection *s) {
    for (int p = 0; p < CASE_PARAMETERS; p++) {
        case_range *r = &s->to->model[p];
        if (select_rests_on_hidden(s, &r->origin)) {
            select_pass(s, r->origin.at);
            *r = load_default_range((case_parameter_name)p);
        }
        r->origin = select_origin(s, r->origin);
    }
}

void select_copy_rest(selection *s) {
    case_model *c = s->to;
    copy_issues(s);
    copy_preferences(s);
    copy_ranges(s);
    SELECT_KEEP(s, case_rule, c->rules, c->rule_count);
    SELECT_KEEP(s, case_lever, c->levers, c->lever_count);
    SELECT_KEEP(s, case_move, c->moves, c->move_count);
    SELECT_KEEP(s, case_position, c->forecast, c->forecast_count);
}
