/* SPDX-License-Identifier: Apache-2.0
 * From a text to a checked case. */
#ifndef CASE_LOAD_H
#define CASE_LOAD_H

#include "case/model.h"

/* Parses and checks everything in one run. False when there is an error; the
 * diags say what and where. The model and the tree live in mem. */
bool case_load(const case_model **out, const source_text *text, arena *mem,
               parley_diags *d);

/* A loaded case with what `more` adds (node_join). The file's as-of then limits
 * nothing: it is the earliest that the case can be of, as the talks go on from
 * there. Nothing is reported unless the two don't go together. */
bool case_load_more(const case_model **out, const case_model *c,
                    const node *more, arena *mem, parley_diags *d);

/* What a look leaves out before anything is computed. */
typedef struct case_selection {
    int viewer;        /* --for: an actor, or -1 for the mediator's desk */
    moment at;         /* --at: later entries are left out (given: false) */
    text_list without; /* --without: entry ids */
    bool without_analyst;
    int_list hidden; /* proposals that the viewer doesn't know, or that weren't
                        there yet: they go with all that names them */
} case_selection;

/* The case as the selection leaves it: a new model in mem that shares what it
 * can with c. What names a hidden item goes with it (a statement by a hidden
 * person or from a hidden source, an answer to a hidden proposal). */
const case_model *case_select(const case_model *c, case_selection s,
                              arena *mem);

#endif
