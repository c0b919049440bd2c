/* SPDX-License-Identifier: Apache-2.0
 * Plots as what they mean: marks with a role, and links. Each format draws
 * them as it can. */
#include "base/text.h"
#include "doc/build.h"

doc_plot *doc_plot_new(doc *to, doc_plot_kind kind, const char *name,
                       const char *title) {
    doc_plot *p = ARENA_NEW(doc_arena(to), doc_plot);
    p->mem = doc_arena(to);
    p->kind = kind;
    p->name = arena_copy(p->mem, name);
    p->title = arena_copy(p->mem, title);
    p->x.unit = p->y.unit = DOC_REAL;
    p->ground = doc_ground_now(to);
    doc_block_new(to, DOC_BLOCK_PLOT)->plot = p;
    return p;
}

void doc_axis_x(doc_plot *p, const char *title, doc_unit unit, double low,
                double high) {
    p->x = (doc_axis){arena_copy(p->mem, title), unit, low, high};
}

void doc_axis_y(doc_plot *p, const char *title, doc_unit unit, double low,
                double high) {
    p->y = (doc_axis){arena_copy(p->mem, title), unit, low, high};
}

void doc_plot_mark(doc_plot *p, doc_mark mark) {
    doc_plot_node *n = ARENA_NEW(p->mem, doc_plot_node);
    n->mark = mark;
    n->mark.label = arena_copy(p->mem, mark.label);
    n->mark.series = arena_copy(p->mem, mark.series);
    n->mark.note = arena_copy(p->mem, mark.note);
    n->mark.detail = arena_copy(p->mem, mark.detail);
    n->mark.id = arena_copy(p->mem, mark.id);
    n->mark.place = arena_copy(p->mem, mark.place);
    if (p->last)
        p->last->next = n;
    else
        p->first = n;
    p->last = n;
    p->mark_count++;
}

void doc_plot_link(doc_plot *p, const char *from, const char *to,
                   doc_link_state state, const char *note) {
    doc_plot_edge *e = ARENA_NEW(p->mem, doc_plot_edge);
    e->from = arena_copy(p->mem, from);
    e->to = arena_copy(p->mem, to);
    e->note = arena_copy(p->mem, note);
    e->state = state;
    if (p->last_link)
        p->last_link->next = e;
    else
        p->first_link = e;
    p->last_link = e;
}

void doc_plot_arc(doc_plot *p, const char *from, const char *to,
                  const char *mover) {
    doc_plot_link(p, from, to, DOC_LINK_OPEN, mover);
}

void doc_plot_beside(doc_plot *p, const char *table) {
    p->table = arena_copy(p->mem, table);
}

/* --- For formats --- */

bool doc_plot_has(const doc_plot *p, doc_role role) {
    for (const doc_plot_node *n = p->first; n; n = n->next)
        if (n->mark.role == role) return true;
    return false;
}

typedef struct search {
    const char *name;
    const doc_plot *found;
} search;

static void visit_blocks(const doc_block *b, doc_plotted *visit, void *self) {
    for (; b; b = b->next) {
        if (b->plot) visit(self, b->plot);
        visit_blocks(b->first, visit, self);
    }
}

void doc_each_plot(const doc *d, doc_plotted *visit, void *self) {
    visit_blocks(doc_first(d), visit, self);
}

static void compare(void *self, const doc_plot *p) {
    search *s = self;
    if (!s->found && (!s->name || text_same(p->name, s->name))) s->found = p;
}

const doc_plot *doc_plot_find(const doc *d, const char *name) {
    search s = {name, NULL};
    doc_each_plot(d, compare, &s);
    return s.found;
}

const doc_block *doc_written(const doc_block *b) {
    while (b && b->plot && b->plot->table)
        b = b->next;
    return b;
}
