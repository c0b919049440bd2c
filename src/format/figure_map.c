/* SPDX-License-Identifier: Apache-2.0
 * Maps: who can speak to whom, and how states lead to one another. Nodes are
 * boxes with their name; an open channel is a line, an unknown one dotted, a
 * barred one dashed and crossed. What others depend on has a double frame. A
 * move is an arrow in the colour and dash of whoever makes it. */
#include <math.h>

#include "base/text.h"
#include "format/figure.h"
#include "format/map_layout.h"

enum { LABEL = 116, NODES_MOST = 40, LINKS_MOST = 200, MOVERS_MOST = 8 };
enum { RIM = 5 }; /* of the frame around a node */

typedef struct map {
    figure *f;
    const doc_mark **marks;
    figure_words *names, *notes;
    spot *at, *size;
    size_t count;
    figure_names movers;
    bool directed;
} map;

bool figure_can(const doc_plot *p) {
    size_t links = 0;
    if (p->mark_count == 0) return false;
    if (p->kind != DOC_CHANNELS && p->kind != DOC_GRAPH) return true;
    for (const doc_plot_edge *e = p->first_link; e; e = e->next)
        links++;
    return p->mark_count <= NODES_MOST && links <= LINKS_MOST;
}

/* --- Nodes --- */

static const char *under(const map *m, const doc_mark *mark) {
    return text_or_empty(m->directed ? mark->note : mark->series);
}

static void read_nodes(map *m) {
    const doc_plot *p = m->f->plot;
    arena *mem = m->f->mem;
    m->marks = ARENA_ARRAY(mem, const doc_mark *, p->mark_count + 1);
    m->names = ARENA_ARRAY(mem, figure_words, p->mark_count + 1);
    m->notes = ARENA_ARRAY(mem, figure_words, p->mark_count + 1);
    m->size = ARENA_ARRAY(mem, spot, p->mark_count + 1);
    double label = m->f->narrow ? LABEL - 24 : LABEL;
    for (const doc_plot_node *n = p->first; n && m->count < NODES_MOST;
         n = n->next) {
        size_t i = m->count++;
        m->marks[i] = &n->mark;
        m->names[i] = figure_wrap(text_or_empty(n->mark.label), label, 4, mem);
        m->notes[i] =
            figure_wrap(under(m, &n->mark), label, m->directed ? 7 : 2, mem);
        size_t lines = m->names[i].count + m->notes[i].count;
        m->size[i] = (spot){
            fmax(fmax(m->names[i].width * FIGURE_STRONG, m->notes[i].width),
                 16) +
                16,
            FIGURE_LINE * (double)lines + 10};
    }
}

static size_t node_of(const map *m, const char *label) {
    size_t i = 0;
    while (i < m->count && !text_same(m->marks[i]->label, label))
        i++;
    return i;
}

static map_graph graph_of(const map *m) {
    arena *mem = m->f->mem;
    map_link *links = ARENA_ARRAY(mem, map_link, LINKS_MOST);
    size_t count = 0;
    for (const doc_plot_edge *e = m->f->plot->first_link;
         e && count < LINKS_MOST; e = e->next) {
        bool near = m->directed || e->state == DOC_LINK_OPEN;
        map_link l = {node_of(m, e->from), node_of(m, e->to), near ? 1 : 1.7};
        if (l.from < m->count && l.to < m->count && l.from != l.to)
            links[count++] = l;
    }
    return (map_graph){m->count, count, links, m->directed};
}

static void draw_node(const map *m, size_t i) {
    const figure *f = m->f;
    spot at = {m->at[i].x - m->size[i].x / 2, m->at[i].y - m->size[i].y / 2};
    const doc_mark *mark = m->marks[i];
    bool party = text_same(mark->series, "party") && !m->directed;
    if (mark->role == DOC_MARKED)
        figure_box(f, "node frame", (spot){at.x - 3.5, at.y - 3.5},
                   m->size[i].x + 7, m->size[i].y + 7);
    const char *class = "node";
    if (party) class = "node heavy";
    if (mark->role == DOC_LIMIT) class = "node dashed";
    figure_box(f, class, at, m->size[i].x, m->size[i].y);
    spot text = {m->at[i].x, at.y + 17};
    text.y += figure_say(f, "strong m", text, m->names[i]);
    (void)figure_say(f, "soft m", text, m->notes[i]);
}

/* --- Links --- */

/* Where the line from the middle of a box to `to` leaves the box. */
static spot border(spot middle, spot size, spot to) {
    double dx = to.x - middle.x, dy = to.y - middle.y;
    double by_x = dx != 0 ? (size.x / 2 + 3) / fabs(dx) : INFINITY;
    double by_y = dy != 0 ? (size.y / 2 + 3) / fabs(dy) : INFINITY;
    double share = fmin(fmin(by_x, by_y), 1);
    return (spot){middle.x + dx * share, middle.y + dy * share};
}

static void draw_channel(const map *m, const doc_plot_edge *e, size_t a,
                         size_t b) {
    static const char *const classes[] = {
        [DOC_LINK_OPEN] = "open-link",
        [DOC_LINK_UNKNOWN] = "unknown-link",
        [DOC_LINK_BARRED] = "barred-link",
    };
    spot from = border(m->at[a], m->size[a], m->at[b]);
    spot to = border(m->at[b], m->size[b], m->at[a]);
    figure_line(m->f, classes[e->state], from, to);
    if (e->state != DOC_LINK_BARRED) return;
    spot mid = {(from.x + to.x) / 2, (from.y + to.y) / 2};
    figure_line(m->f, "bar", (spot){mid.x - 5, mid.y - 5},
                (spot){mid.x + 5, mid.y + 5});
    figure_line(m->f, "bar", (spot){mid.x - 5, mid.y + 5},
                (spot){mid.x + 5, mid.y - 5});
}

/* Bent, so that a move and the way back do not hide each other. */
static void draw_arc(const map *m, size_t mover, size_t a, size_t b) {
    enum { STEPS = 12 };
    spot points[STEPS + 1];
    double dx = m->at[b].x - m->at[a].x, dy = m->at[b].y - m->at[a].y;
    double length = fmax(hypot(dx, dy), 1);
    double bend = 14 + 7 * (double)(mover % 3);
    spot knee = {(m->at[a].x + m->at[b].x) / 2 - dy / length * bend,
                 (m->at[a].y + m->at[b].y) / 2 + dx / length * bend};
    spot from = border(m->at[a], m->size[a], knee);
    spot to = border(m->at[b], m->size[b], knee);
    for (int i = 0; i <= STEPS; i++) {
        double t = (double)i / STEPS, u = 1 - t;
        points[i] = (spot){u * u * from.x + 2 * u * t * knee.x + t * t * to.x,
                           u * u * from.y + 2 * u * t * knee.y + t * t * to.y};
    }
    const figure *f = m->f;
    const char *hue = figure_hue(mover);
    figure_chain(f, arena_format(f->mem, "thin %s d%zu", hue, mover % 3),
                 points, STEPS + 1);
    double tx = to.x - knee.x, ty = to.y - knee.y;
    double tip = fmax(hypot(tx, ty), 1);
    tx /= tip;
    ty /= tip;
    spot head[] = {{to.x - 8 * tx - 4 * ty, to.y - 8 * ty + 4 * tx},
                   to,
                   {to.x - 8 * tx + 4 * ty, to.y - 8 * ty - 4 * tx}};
    figure_chain(f, arena_format(f->mem, "fill %s", hue), head, 3);
}

static void draw_links(map *m) {
    for (const doc_plot_edge *e = m->f->plot->first_link; e; e = e->next) {
        size_t a = node_of(m, e->from), b = node_of(m, e->to);
        if (a == m->count || b == m->count || a == b) continue;
        if (!m->directed) {
            draw_channel(m, e, a, b);
            continue;
        }
        size_t mover = figure_index(&m->movers, text_or_empty(e->note));
        draw_arc(m, mover, a, b);
    }
}

/* --- Signs --- */

static bool has_state(const doc_plot *p, doc_link_state state) {
    for (const doc_plot_edge *e = p->first_link; e; e = e->next)
        if (e->state == state) return true;
    return false;
}

static size_t channel_signs(const map *m, figure_sign *signs) {
    const doc_plot *p = m->f->plot;
    size_t count = 0;
    if (has_state(p, DOC_LINK_OPEN))
        signs[count++] = (figure_sign){"open-link", -1, "open"};
    if (has_state(p, DOC_LINK_UNKNOWN))
        signs[count++] = (figure_sign){"unknown-link", -1, "unknown"};
    if (has_state(p, DOC_LINK_BARRED))
        signs[count++] = (figure_sign){"barred-link", -1, "barred"};
    if (doc_plot_has(p, DOC_MARKED))
        signs[count++] = (figure_sign){"node frame", -2, "others depend on it"};
    return count;
}

static size_t graph_signs(const map *m, figure_sign *signs) {
    size_t count = 0;
    for (size_t i = 0; i < m->movers.count && i < MOVERS_MOST; i++)
        signs[count++] = (figure_sign){
            arena_format(m->f->mem, "thin %s d%zu", figure_hue(i), i % 3), -1,
            m->movers.items[i]};
    if (doc_plot_has(m->f->plot, DOC_MARKED))
        signs[count++] = (figure_sign){"node frame", -2, "would hold"};
    if (doc_plot_has(m->f->plot, DOC_LIMIT))
        signs[count++] = (figure_sign){"node dashed", -2, "today"};
    return count;
}

static void find_movers(map *m) {
    m->movers.items = ARENA_ARRAY(m->f->mem, const char *, LINKS_MOST + 1);
    for (const doc_plot_edge *e = m->f->plot->first_link; e; e = e->next)
        if (m->movers.count < LINKS_MOST)
            (void)figure_name(&m->movers, text_or_empty(e->note));
}

/* What others depend on is said in words below. */
static double say_marked(const map *m, double y) {
    double top = y;
    for (size_t i = 0; i < m->count && !m->directed; i++) {
        const doc_mark *mark = m->marks[i];
        if (mark->role != DOC_MARKED || !mark->note) continue;
        figure_words w = figure_wrap(mark->note, m->f->width, 3, m->f->mem);
        y += figure_say(m->f, "soft", (spot){0, y + 12}, w);
    }
    return y - top;
}

/* Copies, since fitting moves them. */
static spot *places_of(const map *m) {
    const figure *f = m->f;
    spot *at = ARENA_ARRAY(f->mem, spot, m->count + 1);
    if (!f->kept->places) {
        map_graph g = graph_of(m);
        f->kept->places = map_places(&g, m->size, f->mem);
    }
    for (size_t i = 0; i < m->count; i++)
        at[i] = f->kept->places[i];
    return at;
}

double figure_map(figure *f) {
    map m = {.f = f, .directed = f->plot->kind == DOC_GRAPH};
    figure_sign signs[MOVERS_MOST + 2];
    if (!figure_can(f->plot)) return 0;
    read_nodes(&m);
    find_movers(&m);
    size_t count =
        m.directed ? graph_signs(&m, signs) : channel_signs(&m, signs);
    double top = figure_legend(f, 0, signs, count) + 6;
    m.at = places_of(&m);
    double height =
        map_fit(m.at, m.size, m.count, f->width - 2 * RIM, f->narrow);
    for (size_t i = 0; i < m.count; i++) {
        m.at[i].x += RIM;
        m.at[i].y += top;
    }
    draw_links(&m);
    for (size_t i = 0; i < m.count; i++)
        draw_node(&m, i);
    top += height + 10;
    return top + say_marked(&m, top);
}
