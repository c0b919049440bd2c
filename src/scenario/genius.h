/* SPDX-License-Identifier: Apache-2.0
 * Inside the reader of GENIUS's XML. */
#ifndef SCENARIO_GENIUS_H
#define SCENARIO_GENIUS_H

#include "scenario/scenario.h"

/* A number as Java reads one; `usual` with a warning where it isn't one. */
double genius_number(scenario_reading *r, const xml_node *n, const char *name,
                     double usual);
/* The attribute without blanks at its ends or several in a row; "" if none. */
const char *genius_text(scenario_reading *r, const xml_node *n,
                        const char *name);
/* All elements <issue>, however deep, in the order of the file. */
typedef struct genius_list {
    const xml_node **items;
    int count, room;
} genius_list;
void genius_collect(const xml_node *from, const char *name, genius_list *to,
                    arena *mem);
/* Lower and upper bound of an integer or real issue. */
void genius_bounds(scenario_reading *r, const xml_node *n, double *low,
                   double *high);

/* Worths of the options from evaluations (genius_worth.c). */
void genius_worths(scenario_reading *r, const xml_node *root,
                   scenario_profile *out);
/* Worths on hyper-rectangles (genius_boxes.c); false with diags where the case
 * format can't say what the file does. */
bool genius_boxes(scenario_reading *r, const xml_node *utility,
                  scenario_profile *out);

#endif
