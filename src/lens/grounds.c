/* SPDX-License-Identifier: Apache-2.0
 * A sampled number has no single statement behind it: all that are weighed
 * shape the draws it is taken from. What one party wants follows from the
 * statements on that party; what all do, from all. */
#include "lens/grounds.h"

#include "lens/entries.h"

static const char *key_of(const case_model *c, int party, arena *mem) {
    if (party < 0) return "statements on all";
    return arena_format(mem, "statements on %s", c->actors[party].id);
}

static void refer(doc *to, const belief *b, int party) {
    const case_model *c = b->c;
    const record_evidence *e = b->evidence;
    arena *mem = doc_arena(to);
    bool *told = ARENA_ARRAY(mem, bool, (size_t)c->record_count + 1);
    const char *title = party < 0 ? "All statements that are weighed"
                                  : arena_format(mem, "Statements on %s",
                                                 c->actors[party].name);
    doc_text *t = doc_reference(to, key_of(c, party, mem), title);
    doc_more(t, "What the record leaves open is drawn; these statements weigh "
                "the draws.");
    int count = 0;
    for (int i = 0; i < e->claim_count; i++) {
        const record_claim *k = &e->claims[i];
        bool other = party >= 0 && k->party != party;
        if (k->replaced_by >= 0 || other || told[k->entry]) continue;
        told[k->entry] = true;
        entry_cite(t, c, k->entry, mem);
        count++;
    }
    if (count == 0) doc_more(t, " There is none.");
}

void grounds_refer(doc *to, const belief *b) {
    if (b->single) return;
    for (int i = -1; i < b->c->party_count; i++)
        refer(to, b, i);
}

void grounds_rest(doc_text *t, const case_model *c, int party) {
    doc_rests(t, key_of(c, party, t->mem));
}
