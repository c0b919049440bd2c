/* SPDX-License-Identifier: Apache-2.0
 * The ids of a case, kind by kind and in the file's order: what a program may
 * name in a look, and what a shell completes. */
#include "lens/check.h"

static const char *party_of(const case_model *c, int i) {
    return c->actors[i].id;
}

static const char *other_of(const case_model *c, int i) {
    return c->actors[c->party_count + i].id;
}

static const char *person_of(const case_model *c, int i) {
    return c->people[i].id;
}

static const char *source_of(const case_model *c, int i) {
    return c->sources[i].id;
}

static const char *issue_of(const case_model *c, int i) {
    return c->issues[i].id;
}

static const char *entry_of(const case_model *c, int i) {
    return c->record[i].id;
}

static const char *proposal_of(const case_model *c, int i) {
    return c->proposals[i].id;
}

typedef const char *id_of(const case_model *c, int i);

static void put_ids(doc_value *in, const char *kind, const case_model *c,
                    int count, id_of *id) {
    doc_value *list = doc_put_list(in, kind);
    for (int i = 0; i < count; i++)
        if (id(c, i)) doc_put_text(list, NULL, id(c, i));
}

void check_put_names(doc_value *in, const case_model *c) {
    doc_value *names = doc_put_object(in, "names");
    put_ids(names, "parties", c, c->party_count, party_of);
    put_ids(names, "others", c, c->actor_count - c->party_count, other_of);
    put_ids(names, "people", c, c->person_count, person_of);
    put_ids(names, "sources", c, c->source_count, source_of);
    put_ids(names, "issues", c, c->issue_count, issue_of);
    put_ids(names, "entries", c, c->record_count, entry_of);
    put_ids(names, "proposals", c, c->proposal_count, proposal_of);
}
