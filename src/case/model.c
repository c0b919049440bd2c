/* SPDX-License-Identifier: Apache-2.0
 * Looking things up in a case, and naming what the enumerations stand for.
 * Names are found in the loader's table; `report` or a bloc is no name. The
 * options of a numeric issue are found by value, so that 40, 40.0 and 4e1 are
 * one option. */
#include "case/model.h"

#include <assert.h>

#include "base/text.h"
#include "case/fields.h"
#include "case/names.h"

int case_actor_find(const case_model *c, const char *id) {
    return names_find(c->names, SPACE_ACTOR, id);
}

int case_person_find(const case_model *c, const char *id) {
    return names_find(c->names, SPACE_PERSON, id);
}

int case_source_find(const case_model *c, const char *id) {
    return names_find(c->names, SPACE_SOURCE, id);
}

int case_issue_find(const case_model *c, const char *id) {
    return names_find(c->names, SPACE_ISSUE, id);
}

int case_entry_find(const case_model *c, const char *id) {
    return names_find(c->names, SPACE_ENTRY, id);
}

int case_proposal_find(const case_model *c, const char *id) {
    return names_find(c->names, SPACE_PROPOSAL, id);
}

/* The values of a numeric issue ascend evenly. */
static int find_value(const case_issue *i, const char *name) {
    fixed wanted, value;
    if (!number_fixed(name, &wanted)) return -1;
    int low = 0, high = i->option_count - 1;
    while (low <= high) {
        int middle = low + (high - low) / 2;
        if (!number_fixed(i->options[middle], &value)) return -1;
        if (value == wanted) return middle;
        if (value < wanted)
            low = middle + 1;
        else
            high = middle - 1;
    }
    return -1;
}

int case_option_find(const case_issue *i, const char *name) {
    if (i->numeric) return find_value(i, name);
    for (int o = 0; o < i->option_count; o++)
        if (text_same(i->options[o], name)) return o;
    return -1;
}

const char *case_entry_kind_name(case_entry_kind kind) {
    assert(kind < CASE_ENTRY_KINDS);
    return fields_kinds[kind];
}

const char *case_parameter_label(case_parameter_name which) {
    assert(which < CASE_PARAMETERS);
    return fields_parameters[which];
}

static bool speaks_of_truce(const case_proposal *p) {
    if (p->truce.given) return true;
    for (int i = 0; i < p->guarantee_count; i++)
        if (p->guarantees[i].of == CASE_OF_TRUCE) return true;
    return false;
}

bool case_has_truce(const case_model *c) {
    for (int i = 0; i < c->proposal_count; i++)
        if (speaks_of_truce(&c->proposals[i])) return true;
    for (int i = 0; i < c->record_count; i++)
        if (c->record[i].scope_truce) return true;
    return false;
}

bool case_list_has(int_list list, int item) {
    for (int i = 0; i < list.count; i++)
        if (list.items[i] == item) return true;
    return false;
}

bool case_is_contact(case_entry_kind kind) { return kind >= CASE_MEETING; }

const char *case_origin_print(const case_model *c, const case_origin *o,
                              arena *mem) {
    if (o->source == CASE_SOURCE_ANALYST) return "analyst";
    if (o->source < 0) return "no source";
    const char *id = c->sources[o->source].id;
    if (o->paragraph == 0) return id;
    return arena_format(mem, "%s par. %d", id, o->paragraph);
}
