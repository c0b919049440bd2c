/* SPDX-License-Identifier: Apache-2.0
 * The marks of a plot as a table: for formats that don't draw, and for plots
 * that read better so. */
#ifndef FORMAT_PLOT_TABLE_H
#define FORMAT_PLOT_TABLE_H

#include "doc/doc.h"

doc_table *plot_table(const doc_plot *p, arena *mem);
/* "reported", "assumed", "default", or "" */
const char *plot_role(doc_role role);
/* What stands at a mark of a timeline. */
const char *plot_event(const doc_plot *p, const doc_mark *m, arena *mem);

#endif
