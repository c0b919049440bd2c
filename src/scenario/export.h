/* SPDX-License-Identifier: Apache-2.0
 * Cases as the files of other tools: one file and one row in
 * scenario_exporters (export.c) each. */
#ifndef SCENARIO_EXPORT_H
#define SCENARIO_EXPORT_H

#include "case/model.h"
#include "case/save_int.h"
#include "parley.h"

/* A conjunction of ranges of options, and what it is worth. */
typedef struct export_range {
    int issue, first, last; /* options */
} export_range;

typedef struct export_box {
    const export_range *ranges;
    int range_count;
    bool outside; /* or where it doesn't hold */
    fixed worth;
} export_box;

typedef struct exporting {
    const case_model *c;
    bool boxes; /* some party has worths on conditions: all are boxes */
    parley_files to;
    arena *mem;
    parley_diags *d;
    bool failed; /* a file could not be written */
} exporting;

typedef struct scenario_exporter {
    const char *name; /* "genius" */
    const char *what; /* one line */
    const char *end;  /* of its files' names, ".xml" */
    bool cuts;        /* an outcome is worth 1 at most */
    bool negative;    /* worths may be below 0 */
    const char *(*domain)(exporting *x);
    const char *(*profile)(exporting *x, int party);
} scenario_exporter;

extern const scenario_exporter *const scenario_exporters[];
extern const size_t scenario_exporter_count;

/* PARLEY_OK, PARLEY_EUSAGE for an unknown tool, PARLEY_EINPUT with located
 * errors for what the tool has no words for, PARLEY_EIO. */
parley_status scenario_export(const case_model *c, const char *as,
                              parley_files to, arena *mem, parley_diags *d);

/* --- What the exporters share --- */

/* All boxes of a party: those of single options first. */
typedef struct export_boxes {
    const export_box *items;
    int count;
} export_boxes;
export_boxes export_boxes_of(exporting *x, int party);
/* What no deal is worth. False: the least there is (`reserve: none`). */
bool export_reserve(exporting *x, int party, double *reserve);
/* Numbers without a gap: 0, 1, 2 ... */
bool export_is_run(const case_issue *i);
/* The largest worth of an issue's options, and the least. */
fixed export_most(const exporting *x, int party, int issue);
fixed export_least(const exporting *x, int party, int issue);

extern const scenario_exporter export_genius, export_negmas;

#endif
