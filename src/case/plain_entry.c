/* SPDX-License-Identifier: Apache-2.0
 * A statement in plain words about a case that is there: what the case has is
 * laid out as the readers of plain words want it, and only the record grows. */
#include <string.h>

#include "case/plain_int.h"

static void take_actors(plain_case *p, const case_model *c) {
    for (int i = 0; i < c->actor_count; i++)
        plain_add(
            p, i < c->party_count ? PLAIN_PARTIES : PLAIN_OTHERS,
            (plain_item){.id = c->actors[i].id, .name = c->actors[i].name});
    for (int i = 0; i < c->person_count; i++) {
        const case_person *one = &c->people[i];
        const char *of = one->of >= 0 ? c->actors[one->of].id : one->bloc;
        plain_add(p, PLAIN_PEOPLE,
                  (plain_item){.id = one->id, .name = one->name, .of = of});
    }
}

static void take_issues(plain_case *p, const case_model *c) {
    for (int i = 0; i < c->issue_count; i++) {
        const case_issue *issue = &c->issues[i];
        plain_item item = {.id = issue->id};
        item.options.count = issue->option_count;
        item.options.items =
            ARENA_ARRAY(p->mem, plain_item, issue->option_count);
        for (int o = 0; o < issue->option_count; o++)
            item.options.items[o].id = issue->options[o];
        plain_add(p, PLAIN_ISSUES, item);
    }
}

static void take_rest(plain_case *p, const case_model *c) {
    for (int i = 0; i < c->source_count; i++)
        plain_add(
            p, PLAIN_SOURCES,
            (plain_item){.id = c->sources[i].id, .name = c->sources[i].title});
    for (int i = 0; i < c->proposal_count; i++)
        plain_add(p, PLAIN_PROPOSALS,
                  (plain_item){.id = c->proposals[i].id,
                               .name = c->proposals[i].name});
}

/* Entries that as-of leaves out have ids, too: from the tree. */
static void take_ids(plain_case *p, const case_model *c) {
    const node *record = node_find(c->root, "record");
    for (size_t i = 0; record && i < record->count; i++) {
        const node *id = node_find(record->items[i], "id");
        if (id && id->kind == NODE_TEXT)
            plain_add(p, PLAIN_RECORD, (plain_item){.id = id->text});
    }
}

const char *plain_entry(const case_model *c, const source_text *line,
                        plain_usual usual, arena *mem, parley_diags *d) {
    plain_case p = {.usual = usual, .fixed = true, .mem = mem, .d = d};
    take_actors(&p, c);
    take_issues(&p, c);
    take_rest(&p, c);
    take_ids(&p, c);
    if (!plain_said(&p, phrase_of(line))) return NULL;
    const plain_list *record = &p.sections[PLAIN_RECORD];
    growing_text b = {.mem = mem};
    plain_wrap(&b, record->items[record->count - 1].text);
    return b.bytes;
}
