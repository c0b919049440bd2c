/* SPDX-License-Identifier: Apache-2.0
 * Everything a doc cites, or that its numbers rest on, wherever it stands: in
 * sentences, cells, groups, marks of plots, and in what the references
 * themselves say. */
#include "doc/doc.h"

typedef struct walk {
    doc_cited *visit;
    void *self;
} walk;

static void walk_text(const walk *w, const doc_text *t) {
    for (const doc_run *r = t ? t->first : NULL; r; r = r->next)
        if (r->kind != DOC_RUN_ALSO && (r->id || r->place))
            w->visit(w->self, r->id, r->place);
}

static void walk_table(const walk *w, const doc_table *t) {
    for (const doc_table_row *row = t->first; row; row = row->next) {
        walk_text(w, row->group);
        for (size_t i = 0; i < t->column_count; i++)
            walk_text(w, row->cells[i]);
    }
}

static void walk_plot(const walk *w, const doc_plot *p) {
    for (const doc_plot_node *n = p->first; n; n = n->next)
        if (n->mark.id || n->mark.place)
            w->visit(w->self, n->mark.id, n->mark.place);
}

static void walk_blocks(const walk *w, const doc_block *b) {
    for (; b; b = b->next) {
        walk_text(w, b->text);
        if (b->table) walk_table(w, b->table);
        if (b->plot) walk_plot(w, b->plot);
        walk_blocks(w, b->first);
    }
}

void doc_each_citation(const doc *d, doc_cited *visit, void *self) {
    walk w = {visit, self};
    walk_blocks(&w, doc_first(d));
    for (const doc_referred *r = doc_references(d); r; r = r->next)
        walk_text(&w, r->text);
}
