/* SPDX-License-Identifier: Apache-2.0
 * A lens asks one question of a case. It is one file with two functions and
 * one row in lens_table (lens/table.c); the command, its help, every format
 * and the fuzzers follow from the row. */
#ifndef LENS_LENS_H
#define LENS_LENS_H

#include "base/diag.h"
#include "case/load.h"
#include "doc/doc.h"
#include "process/log.h"

/* What a look was asked. Every lens reads what it needs. */
typedef struct lens_request {
    const case_model *c;     /* as --for, --at and --without leave it */
    const case_model *whole; /* as --for and --at leave it: for honesty rules
                                (2); never what the viewer may not see */
    const case_model *full;  /* before any selection: for `log` alone */
    process_log log;         /* of the talks, all of it; see process_view */
    process_seen seen;       /* the same as --for and --at leave it */
    uint64_t seed;
    int draws; /* default 4000 */
    int threads;
    case_selection selection;
    text_list what_if;            /* changes of the case for this look */
    text_list operands;           /* proposals, or FROM and TO for route */
    const parley_option *options; /* the lens's own, checked by the table */
    size_t option_count;
} lens_request;

/* An option of a lens's own, beside those all lenses take: {name, value,
 * help}, e.g. {"solutions", "NAMES", "..."}; value NULL: a flag. */
typedef parley_option_info lens_option;

typedef struct lens {
    const char *name;     /* "deals" */
    const char *question; /* one line for help */
    const char *operands; /* "[PROPOSAL...]", or "" */
    size_t operands_least, operands_most;
    const lens_option *options;
    size_t option_count;
    /* Computes the answer: a plain struct in mem. PARLEY_OK, or a status with
     * diags. Memory running out leaves through mem's guard. */
    parley_status (*run)(const void **answer, const lens_request *q, arena *mem,
                         parley_diags *d);
    /* Writes the answer's data and blocks into the doc. */
    void (*describe)(doc *to, const lens_request *q, const void *answer);
} lens;

extern const lens *const lens_table[];
extern const size_t lens_count;
const lens *lens_find(const char *name); /* or NULL */
/* The value of a lens's own option, "" for a flag, or NULL. */
const char *lens_value(const lens_request *q, const char *name);

#endif
