/* SPDX-License-Identifier: Apache-2.0
 * A plot in HTML: its numbers as a table. */
#include "format/html.h"
#include "format/plot_table.h"

void html_figure(html *h, const doc_plot *p) {
    html_table(h, plot_table(p, h->mem));
}
