/* SPDX-License-Identifier: Apache-2.0
 * Inside the lens `plans`: the tables of its page. */
#ifndef LENS_PLANS_PAGE_H
#define LENS_PLANS_PAGE_H

#include "doc/doc.h"
#include "lens/plans.h"

typedef struct plans_page {
    doc *to;
    const case_model *c;
    const plans_answer *a;
    arena *mem;
} plans_page;

/* A column for each party, by name. */
void plans_party_columns(const plans_page *p, doc_table *t);
/* A cell for each party and one for all. */
void plans_share_cells(const plans_page *p, doc_table *t,
                       const plans_shares *s);

void plans_plot_accept(const plans_page *p);
void plans_plot_time(const plans_page *p);
void plans_plot_leverage(const plans_page *p);

void plans_show_accept(const plans_page *p);
void plans_show_worth(const plans_page *p);
void plans_show_steps(const plans_page *p);
/* Nothing where no bridge was built. */
void plans_show_bridge(const plans_page *p);
/* The same without the table of what each party thinks of each step. */
void plans_show_crossing(const plans_page *p);
/* The statements behind the shares, and warnings where they are one-sided. */
void plans_show_grounds(const plans_page *p);
void plans_show_settlements(const plans_page *p);

#endif
