/* SPDX-License-Identifier: Apache-2.0
 * A sampled number has no single statement behind it: all that are weighed
 * shape the draws it is taken from. What one party wants follows from the
 * statements on that party; what all do, from all. */
#include "lens/grounds.h"

#include "base/text.h"
#include "lens/entries.h"
#include "record/evidence.h"

enum { ALL = -3, KINDS = 3 }; /* beside the parties */

static const char *key_of(const case_model *c, int of, arena *mem) {
    if (of == ALL) return "statements on all";
    if (of == GROUNDS_SOURCED) return "statements with a source";
    if (of == GROUNDS_BARE) return "no statement";
    return arena_format(mem, "statements on %s", c->actors[of].id);
}

void grounds_begin(doc *to, const belief *b) {
    if (!b->single) doc_ground(to, key_of(b->c, ALL, doc_arena(to)));
}

void grounds_rest(doc_text *t, const case_model *c, int party) {
    if (t->ground) doc_rests(t, key_of(c, party, t->mem));
}

/* --- References --- */

static const char *title_of(const case_model *c, int of, arena *mem) {
    if (of == ALL) return "All statements that are weighed";
    if (of == GROUNDS_SOURCED) return "Statements, the analyst's left out";
    if (of == GROUNDS_BARE) return "No statement";
    return arena_format(mem, "Statements on %s", c->actors[of].name);
}

static bool is_in(const record_claim *k, int of) {
    if (k->replaced_by >= 0) return false;
    if (of == GROUNDS_SOURCED) return !k->assumed;
    return of == ALL || k->party == of;
}

static void cite_claims(doc_text *t, const case_model *c,
                        const record_evidence *e, int of) {
    bool *told = ARENA_ARRAY(t->mem, bool, (size_t)c->record_count + 1);
    int count = 0;
    for (int i = 0; i < e->claim_count; i++) {
        const record_claim *k = &e->claims[i];
        if (!is_in(k, of) || told[k->entry]) continue;
        told[k->entry] = true;
        entry_cite(t, c, k->entry, t->mem);
        count++;
    }
    if (count == 0) doc_more(t, " There is none.");
}

static void refer(doc *to, const case_model *c, const record_evidence *e,
                  int of) {
    arena *mem = doc_arena(to);
    doc_text *t = doc_reference(to, DOC_BEHIND_NUMBERS, key_of(c, of, mem),
                                title_of(c, of, mem));
    if (of == GROUNDS_BARE) {
        doc_more(t, "Draws from the ranges of the model alone: what the "
                    "number would be with no record at all.");
        return;
    }
    if (of >= 0 && c->preferences[of].kind != CASE_INFERRED)
        doc_more(t, "Its preferences are given in the case. ");
    doc_more(t, "What the record leaves open is drawn; these statements weigh "
                "the draws.");
    cite_claims(t, c, e, of);
}

typedef struct used {
    const char **keys; /* by `of`, less ALL */
    bool *is;
    int count;
} used;

static void see(void *self, const char *key, const char *place) {
    used *u = self;
    (void)place;
    for (int i = 0; i < u->count && key; i++)
        if (text_same(u->keys[i], key)) u->is[i] = true;
}

void grounds_refer(doc *to, const case_model *c) {
    arena *mem = doc_arena(to);
    size_t count = (size_t)c->party_count + KINDS;
    used u = {ARENA_ARRAY(mem, const char *, count),
              ARENA_ARRAY(mem, bool, count), (int)count};
    const record_evidence *e = NULL;
    for (int i = 0; i < u.count; i++)
        u.keys[i] = key_of(c, i + ALL, mem);
    doc_each_citation(to, see, &u);
    for (int i = 0; i < u.count; i++) {
        if (!u.is[i]) continue;
        if (!e) e = record_weigh(c, mem);
        refer(to, c, e, i + ALL);
    }
}
