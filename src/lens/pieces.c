/* SPDX-License-Identifier: Apache-2.0
 *
 * `parley pieces CASE [PROPOSAL...]`: what is still missing?
 *
 * The checklist of record/pieces.c for each proposal named, or for all. Shown
 * in full are the proposals named; where none is, those that somebody has put
 * forward, and the analyst's variants by their counts alone (the data has all
 * of them in full). What is disputed comes first, since it needs people; what
 * is missing next, since it needs words; what is in place last. Clauses of
 * which nothing at all is said share a line.
 *
 * The data: `proposals` [{`name`, `counts`, `pieces` [{`group`, `status`,
 * `subject`, `text`, `sources` [{`id`, `place`}]}], `wording` [{`pattern`,
 * `where`, `reader`, `words`, `note`, `precedent`, `precedent-source`,
 * `source`}]}]; `talks` (talks.h).
 */
#include "lens/pieces.h"

#include "lens/entries.h"
#include "lens/lens.h"
#include "lens/talks.h"

typedef struct answer {
    talks_stand talks;
    const record_pieces *items;
    const bool *shown;
    int count;
} answer;

/* The proposals named, or all; the names were checked with the request. */
static int proposal_at(const lens_request *q, int i) {
    if (q->operands.count == 0) return i;
    return case_proposal_find(q->c, q->operands.items[i]);
}

static parley_status run(const void **out, const lens_request *q, arena *mem,
                         parley_diags *d) {
    (void)d;
    int named = q->operands.count;
    int count = named > 0 ? named : q->c->proposal_count;
    answer *a = ARENA_NEW(mem, answer);
    a->talks = talks_fold(q, (moment){.given = false}, mem);
    const record_evidence *e = record_weigh(q->c, mem);
    const record_network *n = record_network_build(q->c, mem);
    record_pieces *items = ARENA_ARRAY(mem, record_pieces, (size_t)count + 1);
    bool *shown = ARENA_ARRAY(mem, bool, (size_t)count + 1);
    for (int i = 0; i < count; i++) {
        int proposal = proposal_at(q, i);
        const case_origin *o = &q->c->proposals[proposal].origin;
        items[i] = record_pieces_find(q->c, e, n, proposal, mem);
        shown[i] = named > 0 || o->source != CASE_SOURCE_ANALYST ||
                   talks_know(&a->talks, proposal);
    }
    a->items = items;
    a->shown = shown;
    a->count = count;
    *out = a;
    return PARLEY_OK;
}

/* --- Data --- */

static void put_sources(doc_value *in, const case_model *c, const piece *p,
                        arena *mem) {
    doc_value *list = doc_put_list(in, "sources");
    for (int i = 0; i < p->source_count; i++) {
        const piece_source *s = &p->sources[i];
        doc_value *to = doc_put_object(list, NULL);
        doc_put_text(to, "id", s->entry < 0 ? NULL : c->record[s->entry].id);
        doc_put_text(to, "place", case_origin_print(c, s->origin, mem));
    }
}

static void put_pieces(doc_value *in, const case_model *c,
                       const record_pieces *all, arena *mem) {
    doc_value *list = doc_put_list(in, "pieces");
    for (int i = 0; i < all->count; i++) {
        const piece *p = &all->items[i];
        doc_value *to = doc_put_object(list, NULL);
        doc_put_text(to, "group", piece_group_name(p->group));
        doc_put_text(to, "status", piece_status_name(p->status));
        doc_put_text(to, "subject", p->subject);
        doc_put_text(to, "text", p->text);
        put_sources(to, c, p, mem);
    }
}

static void put_wording(doc_value *in, const case_model *c,
                        const wording_notes *notes, arena *mem) {
    doc_value *list = doc_put_list(in, "wording");
    for (int i = 0; i < notes->count; i++) {
        const wording_note *n = &notes->items[i];
        doc_value *to = doc_put_object(list, NULL);
        doc_put_text(to, "pattern", n->pattern->id);
        doc_put_text(to, "where", n->where);
        doc_put_text(to, "reader",
                     n->reader < 0 ? NULL : c->actors[n->reader].id);
        doc_put_text(to, "words", n->words);
        doc_put_text(to, "note", n->pattern->note);
        doc_put_text(to, "precedent", n->pattern->precedent);
        doc_put_text(to, "precedent-source", n->pattern->source);
        doc_put_text(to, "source", case_origin_print(c, n->origin, mem));
    }
}

static void put_data(doc *to, const case_model *c, const answer *a) {
    arena *mem = doc_arena(to);
    doc_value *list = doc_put_list(doc_data(to), "proposals");
    for (int i = 0; i < a->count; i++) {
        const record_pieces *all = &a->items[i];
        doc_value *one = doc_put_object(list, NULL);
        doc_put_text(one, "name", c->proposals[all->proposal].id);
        doc_value *counts = doc_put_object(one, "counts");
        for (int s = 0; s < PIECE_STATUSES; s++)
            doc_put_integer(counts, piece_status_name((piece_status)s),
                            all->counts[s]);
        put_pieces(one, c, all, mem);
        put_wording(one, c, &all->wording, mem);
    }
}

/* --- Words --- */

static void show_counts(doc *to, const case_model *c, const answer *a) {
    if (a->count < 2) return;
    doc_table *t = doc_table_new(to, "counts");
    doc_caption(t, "Pieces of each proposal");
    doc_column(t, DOC_LEFT, "proposal");
    doc_column(t, DOC_RIGHT, "disputed");
    doc_column(t, DOC_RIGHT, "missing");
    doc_column(t, DOC_RIGHT, "in place");
    for (int i = 0; i < a->count; i++) {
        const case_proposal *p = &c->proposals[a->items[i].proposal];
        doc_row(t);
        doc_text *name = doc_cell(t, "%s", p->name);
        if (p->origin.source == CASE_SOURCE_ANALYST &&
            !talks_know(&a->talks, a->items[i].proposal))
            doc_toned(name, DOC_MUTED, " (the analyst's)");
        for (int s = 0; s < PIECE_STATUSES; s++)
            pieces_count(doc_cell_blank(t), c, &a->items[i],
                         a->items[i].counts[s]);
    }
}

static const char *key_of(const case_model *c, const record_pieces *all,
                          arena *mem) {
    return arena_format(mem, "pieces of %s", c->proposals[all->proposal].id);
}

void pieces_count(doc_text *t, const case_model *c, const record_pieces *all,
                  int count) {
    doc_number(t, count, 0, DOC_INTEGER);
    doc_rests(t, key_of(c, all, t->mem));
}

void pieces_refer(doc *to, const case_model *c, const record_pieces *all) {
    arena *mem = doc_arena(to);
    const char *name = c->proposals[all->proposal].name;
    doc_text *t = doc_reference(to, DOC_BEHIND_NUMBERS, key_of(c, all, mem),
                                arena_format(mem, "The pieces of %s", name));
    doc_more(t, "A piece is in place or disputed by what these say of it; "
                "what none of them says is missing.");
    for (int i = 0; i < all->count; i++) {
        const piece *one = &all->items[i];
        for (int k = 0; k < one->source_count; k++) {
            const piece_source *s = &one->sources[k];
            doc_cite_once(t, s->entry < 0 ? NULL : c->record[s->entry].id,
                          case_origin_print(c, s->origin, mem));
        }
    }
}

static void cite_piece(doc_text *t, const case_model *c, const piece *p,
                       arena *mem) {
    for (int i = 0; i < p->source_count; i++) {
        const piece_source *s = &p->sources[i];
        doc_cite(t, s->entry < 0 ? NULL : c->record[s->entry].id,
                 case_origin_print(c, s->origin, mem));
    }
}

static const char *const group_titles[PIECE_GROUPS] = {
    [PIECE_ANSWER] = "Answer of",    [PIECE_CONSENT] = "Consent of",
    [PIECE_TERM] = "Term",           [PIECE_DEMAND] = "Demand of",
    [PIECE_GUARANTEE] = "Guarantee", [PIECE_ROUTE] = "Route from",
    [PIECE_TALKS] = "Talks,",        [PIECE_CLAUSE] = "Clause",
};

void pieces_say(doc *to, const case_model *c, const piece *p) {
    doc_text *t = doc_bullet(to, "%s ", group_titles[p->group]);
    doc_strong(t, "%s", p->subject);
    doc_more(t, ": %s", p->text);
    cite_piece(t, c, p, doc_arena(to));
}

/* All open routes of one carrier in one line; returns how many pieces that
 * were. */
static int bullet_routes(doc *to, const case_model *c, const record_pieces *all,
                         int first) {
    const piece *p = &all->items[first];
    doc_text *t = doc_bullet(to, "Routes from ");
    doc_strong(t, "%s", c->actors[p->from].name);
    int count = 0;
    for (int i = first; i < all->count && all->items[i].from == p->from; i++) {
        const piece *one = &all->items[i];
        count++;
        if (one->status != PIECE_IN_PLACE) continue;
        doc_more(t, "%s to %s %s", i == first ? "" : ";",
                 c->actors[one->party].name, one->text);
        cite_piece(t, c, one, doc_arena(to));
    }
    return count;
}

static void say_unsaid(doc *to, const record_pieces *all) {
    doc_text *t = NULL;
    for (int i = 0; i < all->count; i++) {
        if (!all->items[i].unsaid) continue;
        if (!t)
            t = doc_bullet(to, "Nothing is said of");
        else
            doc_more(t, ",");
        doc_more(t, " %s", all->items[i].subject);
    }
    if (t) doc_more(t, ".");
}

static void show_status(doc *to, const case_model *c, const record_pieces *all,
                        piece_status status) {
    static const char *const titles[PIECE_STATUSES] = {
        [PIECE_DISPUTED] = "Disputed",
        [PIECE_MISSING] = "Missing",
        [PIECE_IN_PLACE] = "In place",
    };
    if (all->counts[status] == 0) return;
    doc_section(to, "%s", titles[status]);
    for (int i = 0; i < all->count; i++) {
        const piece *p = &all->items[i];
        if (p->status != status || p->unsaid) continue;
        if (status == PIECE_IN_PLACE && p->from >= 0)
            i += bullet_routes(to, c, all, i) - 1;
        else
            pieces_say(to, c, p);
    }
    if (status == PIECE_MISSING) say_unsaid(to, all);
    doc_end(to);
}

static void bullet_wording(doc *to, const case_model *c,
                           const wording_note *n) {
    doc_text *t = doc_bullet(to, "\"%s\" (%s", n->words, n->where);
    if (n->reader >= 0)
        doc_more(t, ", as %s reads it", c->actors[n->reader].name);
    doc_more(t, ")");
    if (n->origin->source != CASE_SOURCE_NONE)
        doc_cite(t, NULL, case_origin_print(c, n->origin, doc_arena(to)));
    doc_more(t, ": %s. Precedent: %s (%s).", n->pattern->note,
             n->pattern->precedent, n->pattern->source);
}

static void show_wording(doc *to, const case_model *c,
                         const wording_notes *notes) {
    if (notes->count == 0) return;
    doc_section(to, "Wording");
    for (int i = 0; i < notes->count; i++)
        bullet_wording(to, c, &notes->items[i]);
    doc_end(to);
}

static void show_proposal(doc *to, const case_model *c,
                          const record_pieces *all) {
    const int *n = all->counts;
    doc_section(to, "%s", c->proposals[all->proposal].name);
    doc_text *t = doc_say(to, "Of ");
    pieces_count(t, c, all, all->count);
    doc_more(t, " pieces, ");
    pieces_count(t, c, all, n[PIECE_IN_PLACE]);
    doc_more(t, n[PIECE_IN_PLACE] == 1 ? " is in place, " : " are in place, ");
    pieces_count(t, c, all, n[PIECE_DISPUTED]);
    doc_more(t, " disputed and ");
    pieces_count(t, c, all, n[PIECE_MISSING]);
    doc_more(t, " missing.");
    for (int s = 0; s < PIECE_STATUSES; s++)
        show_status(to, c, all, (piece_status)s);
    show_wording(to, c, &all->wording);
    doc_end(to);
}

static void describe(doc *to, const lens_request *q, const void *found) {
    const answer *a = found;
    put_data(to, q->c, a);
    talks_put(doc_data(to), &a->talks);
    doc_title(to, "%s: the pieces", q->c->title);
    if (a->count == 0) doc_say(to, "The case has no proposal.");
    talks_show(to, &a->talks);
    for (int i = 0; i < a->count; i++)
        pieces_refer(to, q->c, &a->items[i]);
    show_counts(to, q->c, a);
    bool hidden = false;
    for (int i = 0; i < a->count; i++) {
        if (a->shown[i])
            show_proposal(to, q->c, &a->items[i]);
        else
            hidden = true;
    }
    if (hidden)
        doc_note(to, "The analyst's variants are counted only; name one to "
                     "see it in full.");
    doc_note(to, "A piece is in place when the record has it; that says "
                 "nothing of whether it will hold.");
}

extern const lens pieces_lens;
const lens pieces_lens = {
    .name = "pieces",
    .question = "what is still missing?",
    .operands = "[PROPOSAL...]",
    .operands_most = SIZE_MAX,
    .run = run,
    .describe = describe,
};
