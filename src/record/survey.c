/* SPDX-License-Identifier: Apache-2.0
 *
 * The record from above: how much of it is each party's own word, who has not
 * spoken, what has been said twice and through how many hands.
 *
 * Counted are statements that say something: not that somebody would not
 * comment, could not be reached or has yet to decide; these are listed. One is
 * a party's own when one of its speakers is of that party, assumed when it is
 * the analyst's, else reported; one for two parties counts for both. Silence
 * is listed and proves nothing. A party is silent on an issue when no standing
 * claim of it names the issue (a refusal of any condition names all that the
 * party carries out); that a plan it answered names it is not counted.
 * Unanswered are the proposals of others, the analyst's variants set aside,
 * without a standing sourced answer. What confirms what is found in
 * corroborate.c.
 */
#include "record/survey.h"

#include <stdlib.h>

#include "record/claim.h"
#include "record/growing.h"

bool record_is_statement(const case_entry *e) {
    return !e->draft && !case_is_contact(e->kind);
}

static bool says_nothing(case_entry_kind kind) {
    return kind == CASE_NO_COMMENT || kind == CASE_UNREACHABLE ||
           kind == CASE_PENDING;
}

static void count_word(record_coverage *to, const case_model *c, int entry,
                       int party) {
    const case_entry *e = &c->record[entry];
    bool own = record_is_own(c, e, party);
    if (says_nothing(e->kind)) return;
    if (e->origin.source == CASE_SOURCE_ANALYST)
        to->assumed++;
    else if (e->authored)
        to->proposed++;
    else if (own)
        to->own++;
    else
        to->reported++;
    if (!own) return;
    if (to->last_own < 0 || claim_order(c, to->last_own, entry) < 0)
        to->last_own = entry;
}

/* Entries by which a party has not answered. */
typedef struct silence {
    growing no_comment, unreachable, pending;
} silence;

static void add_silence(silence *to, case_entry_kind kind, int entry,
                        arena *mem) {
    if (kind == CASE_NO_COMMENT) growing_add(&to->no_comment, entry, mem);
    if (kind == CASE_UNREACHABLE) growing_add(&to->unreachable, entry, mem);
    if (kind == CASE_PENDING) growing_add(&to->pending, entry, mem);
}

/* What the standing claims of a party speak of: 1 sourced, 2 assumed only. */
typedef struct spoken {
    char *issues, *proposals;
} spoken;

static void mark(char *marks, int at, bool assumed) {
    if (!assumed)
        marks[at] = 1;
    else if (marks[at] == 0)
        marks[at] = 2;
}

static void mark_terms(const spoken *s, case_terms terms, bool assumed) {
    for (int i = 0; i < terms.count; i++)
        mark(s->issues, terms.items[i].issue, assumed);
}

static void mark_claim(const spoken *s, const case_model *c,
                       const record_claim *claim) {
    const case_entry *e = &c->record[claim->entry];
    mark_terms(s, claim->about, claim->assumed);
    mark_terms(s, e->over, claim->assumed);
    mark_terms(s, e->in_return, claim->assumed);
    for (int i = 0; e->any_condition && i < c->issue_count; i++)
        if (case_list_has(c->issues[i].by, claim->party))
            mark(s->issues, i, claim->assumed);
    if (claim->kind == CASE_MATTERS) {
        mark(s->issues, e->issue, claim->assumed);
        mark(s->issues, e->over_issue, claim->assumed);
    }
    if (claim->kind == CASE_ACCEPT || claim->kind == CASE_REJECT)
        mark(s->proposals, e->proposal, claim->assumed);
}

static void list_issues(record_coverage *to, const case_model *c,
                        const spoken *s, arena *mem) {
    growing silent = {0}, assumed = {0};
    for (int i = 0; i < c->issue_count; i++) {
        if (s->issues[i] == 0) growing_add(&silent, i, mem);
        if (s->issues[i] == 2) growing_add(&assumed, i, mem);
    }
    to->silent = growing_list(&silent);
    to->assumed_of = growing_list(&assumed);
}

static void list_unanswered(record_coverage *to, const case_model *c,
                            const spoken *s, int party, arena *mem) {
    growing open = {0};
    for (int i = 0; i < c->proposal_count; i++) {
        const case_proposal *p = &c->proposals[i];
        bool asked = p->origin.source != CASE_SOURCE_ANALYST &&
                     !case_list_has(p->by, party);
        if (asked && s->proposals[i] != 1) growing_add(&open, i, mem);
    }
    to->unanswered = growing_list(&open);
}

static void list_gaps(record_coverage *to, const case_model *c,
                      const record_evidence *e, int party, arena *mem) {
    spoken s = {ARENA_ARRAY(mem, char, (size_t)c->issue_count + 1),
                ARENA_ARRAY(mem, char, (size_t)c->proposal_count + 1)};
    for (int i = 0; i < e->claim_count; i++)
        if (e->claims[i].party == party && e->claims[i].replaced_by < 0)
            mark_claim(&s, c, &e->claims[i]);
    list_issues(to, c, &s, mem);
    list_unanswered(to, c, &s, party, mem);
}

static void count_entries(record_coverage *all, const case_model *c,
                          arena *mem) {
    silence *quiet = ARENA_ARRAY(mem, silence, (size_t)c->party_count + 1);
    for (int i = 0; i < c->record_count; i++) {
        const case_entry *one = &c->record[i];
        if (!record_is_statement(one)) continue;
        for (int j = 0; j < one->holders.count; j++) {
            int party = one->holders.items[j];
            if (party >= c->party_count) continue;
            count_word(&all[party], c, i, party);
            add_silence(&quiet[party], one->kind, i, mem);
        }
    }
    for (int p = 0; p < c->party_count; p++) {
        all[p].no_comment = growing_list(&quiet[p].no_comment);
        all[p].unreachable = growing_list(&quiet[p].unreachable);
        all[p].pending = growing_list(&quiet[p].pending);
    }
}

static const record_coverage *
find_coverage(const case_model *c, const record_evidence *e, arena *mem) {
    record_coverage *all =
        ARENA_ARRAY(mem, record_coverage, (size_t)c->party_count + 1);
    for (int p = 0; p < c->party_count; p++)
        all[p].last_own = -1;
    count_entries(all, c, mem);
    for (int p = 0; p < c->party_count; p++)
        list_gaps(&all[p], c, e, p, mem);
    return all;
}

/* For qsort: a contact with its date at hand. */
typedef struct dated {
    moment date;
    int entry;
} dated;

static int by_date(const void *a, const void *b) {
    const dated *x = a, *y = b;
    int order = time_compare(x->date, y->date);
    return order != 0 ? order : (x->entry > y->entry) - (x->entry < y->entry);
}

static int_list sort_contacts(const case_model *c, arena *mem) {
    dated *order = ARENA_ARRAY(mem, dated, (size_t)c->record_count + 1);
    int *entries = ARENA_ARRAY(mem, int, (size_t)c->record_count + 1);
    int count = 0;
    for (int i = 0; i < c->record_count; i++)
        if (!c->record[i].draft && case_is_contact(c->record[i].kind))
            order[count++] = (dated){c->record[i].date, i};
    qsort(order, (size_t)count, sizeof *order, by_date);
    for (int i = 0; i < count; i++)
        entries[i] = order[i].entry;
    return (int_list){entries, count};
}

const record_survey *record_survey_make(const case_model *c,
                                        const record_evidence *e, arena *mem) {
    record_survey *s = ARENA_NEW(mem, record_survey);
    growing denials = {0};
    for (int i = 0; i < c->record_count; i++) {
        const case_entry *one = &c->record[i];
        if (one->draft) s->drafts++;
        if (record_is_statement(one) && !one->authored) s->statements++;
        if (record_is_statement(one) && one->kind == CASE_DENY)
            growing_add(&denials, i, mem);
    }
    s->denials = growing_list(&denials);
    s->coverage = find_coverage(c, e, mem);
    for (int p = 0; p < c->party_count; p++) {
        s->own += s->coverage[p].own;
        s->reported += s->coverage[p].reported;
        s->assumed += s->coverage[p].assumed;
        s->proposed += s->coverage[p].proposed;
    }
    s->in_time = sort_contacts(c, mem);
    s->contacts = s->in_time.count;
    survey_corroborate(s, c, e, mem);
    return s;
}
