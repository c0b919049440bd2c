/* SPDX-License-Identifier: Apache-2.0
 *
 * A party that puts a proposal forward says by that that it would sign it.
 *
 * For each party that a proposal is `by`, the record gets one entry more, after
 * those of the file: the party accepts the proposal, by its own word as an
 * official's, on the day and in the source of the proposal. It is marked as
 * authored, since nobody is quoted: lenses name it as what it is, and it ranks
 * as reported, so that the party's own later word always replaces it. Its name
 * is "PROPOSAL by PARTY"; an entry of the file that has this name keeps it.
 *
 * Nobody's word are: a proposal of the analyst's, one whose status is
 * withdrawn, and one put forward after as-of. One that was taken back later has
 * its entry, and an entry of kind withdraw that ends it (record/replace.c). */
#include "case/load_int.h"

static bool is_a_word(const case_model *c, const case_proposal *p,
                      moment date) {
    return p->origin.source != CASE_SOURCE_ANALYST &&
           p->status != CASE_STATUS_WITHDRAWN && !load_is_later(c, date);
}

static moment date_of(const case_model *c, const case_proposal *p) {
    if (p->date.given || p->origin.source < 0) return p->date;
    return c->sources[p->origin.source].date;
}

static case_entry write_entry(const loader *l, int proposal, const int *party) {
    const case_proposal *p = &l->c->proposals[proposal];
    case_speaker *by = ARENA_NEW(l->mem, case_speaker);
    *by = (case_speaker){.kind = CASE_SPEAKER_ACTOR, .index = *party};
    return (case_entry){
        .id = arena_format(l->mem, "%s by %s", p->id, l->c->actors[*party].id),
        .kind = CASE_ACCEPT,
        .authored = true,
        .date = date_of(l->c, p),
        .origin = p->origin,
        .access = p->access,
        .by = by,
        .by_count = 1,
        .holders = {party, 1},
        .issue = -1,
        .over_issue = -1,
        .proposal = proposal,
        .statement = -1,
        .doubted = -1,
        .confirms = -1};
}

static int count_authors(const case_model *c) {
    int count = 0;
    for (int i = 0; i < c->proposal_count; i++)
        count += c->proposals[i].by.count;
    return count;
}

void load_authors(loader *l) {
    case_model *c = l->c;
    size_t kept = (size_t)c->record_count;
    size_t room = kept + (size_t)count_authors(c);
    case_entry *record =
        arena_grow(l->mem, c->record, kept, room, sizeof *record);
    for (int i = 0; i < c->proposal_count; i++) {
        const case_proposal *p = &c->proposals[i];
        if (!is_a_word(c, p, date_of(c, p))) continue;
        for (int j = 0; j < p->by.count; j++) {
            if (p->by.items[j] >= c->party_count) continue;
            case_entry *e = &record[c->record_count];
            *e = write_entry(l, i, &p->by.items[j]);
            (void)names_add(l->names, SPACE_ENTRY, e->id, c->record_count++);
        }
    }
    c->record = record;
}
