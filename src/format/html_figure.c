/* SPDX-License-Identifier: Apache-2.0
 * A plot in HTML: drawn twice, for a page and for a phone, of which the style
 * shows one, and its numbers as a table to unfold, unless a table of the doc
 * says them. */
#include "format/figure.h"
#include "format/html.h"
#include "format/markup.h"
#include "format/plot_table.h"

static void draw(html *h, const doc_plot *p, const char *class, double width,
                 figure_kept *kept) {
    figure_frame frame = {arena_format(h->mem, "g%zu", ++h->figures), class,
                          width, false, kept};
    figure_write(h->to, p, &frame, h->mem);
}

void html_figure(html *h, const doc_plot *p) {
    if (!figure_can(p)) {
        if (!p->table) html_table(h, plot_table(p, h->mem));
        return;
    }
    out_text(h->to, p->kind == DOC_SCATTER ? "<figure class=\"square\" id=\"f-"
                                           : "<figure id=\"f-");
    markup_key(h->to, p->name);
    out_text(h->to, "\"><figcaption>");
    markup_text(h->to, p->title ? p->title : p->name);
    out_text(h->to, "</figcaption>\n");
    figure_kept kept = {NULL};
    draw(h, p, "broad", FIGURE_BROAD, &kept);
    draw(h, p, "narrow", FIGURE_NARROW, &kept);
    if (!p->table || p->first_link) {
        doc_table *t = plot_table(p, h->mem);
        out_text(h->to, "<details><summary>The numbers</summary>\n");
        html_table(h, t);
        out_text(h->to, "</details>\n");
    }
    out_text(h->to, "</figure>\n");
}
