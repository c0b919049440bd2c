/* SPDX-License-Identifier: Apache-2.0
 * What the record lens found. */
#ifndef LENS_RECORD_LENS_H
#define LENS_RECORD_LENS_H

#include "doc/doc.h"
#include "record/contradict.h"
#include "record/evidence.h"
#include "record/network.h"
#include "record/survey.h"

typedef struct record_answer {
    const record_evidence *evidence;
    const record_survey *survey;
    record_clashes clashes;
    const record_network *network;
} record_answer;

/* The half of the description that people read. */
void record_show(doc *to, const case_model *c, const record_answer *a);
/* A history of demands, where they differ in time. */
void record_plot_changes(doc *to, const case_model *c,
                         const record_evidence *e);
/* The map alone, for formats that draw. */
void record_plot_channels(doc *to, const case_model *c,
                          const record_network *n);
void record_show_channels(doc *to, const case_model *c,
                          const record_network *n);

#endif
