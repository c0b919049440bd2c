/* SPDX-License-Identifier: Apache-2.0
 * Negotiation scenarios of other tools: a domain and a profile for each party,
 * in files of their own. A format is one file and one row in scenario_formats
 * (formats.c); what it reads is put into the structs below, which are written
 * as the text of a case (write.c). docs/scenarios.md says what is supported. */
#ifndef SCENARIO_SCENARIO_H
#define SCENARIO_SCENARIO_H

#include "base/diag.h"
#include "case/node.h"
#include "scenario/xml.h"

/* Whose reading of a file is taken where two tools differ. What a format means
 * to its own tool stands in its row. */
typedef enum scenario_semantics {
    SCENARIO_OWN, /* of a tool that cuts nothing and takes reserves as given */
    SCENARIO_GENIUS,
    SCENARIO_NEGMAS,
} scenario_semantics;

typedef struct scenario_ask {
    scenario_semantics semantics; /* SCENARIO_OWN: of the format's own tool */
    int steps;         /* values of a real issue; 0: SCENARIO_STEPS */
    int profiles_most; /* the first so many profiles; 0: all */
    bool explain;      /* say as notes which differences matter */
} scenario_ask;

enum {
    SCENARIO_STEPS = 11,
    SCENARIO_OPTIONS_MOST = 10000,
    SCENARIO_ISSUES_MOST = 10000,
    SCENARIO_CELLS_MOST = 1000000,
    SCENARIO_FILES_MOST = 1000,
};

/* One file, parsed as what it looks like. */
typedef struct scenario_file {
    const char *path;
    const source_text *text; /* as diags show it */
    const xml_node *xml;     /* one of the two, or none where it says nothing */
    const node *tree;
} scenario_file;

typedef struct scenario_issue {
    const char *name;
    const char *const *options;
    int option_count;
    const double *values; /* of the options where they are numbers, or NULL */
    int number;           /* what the source calls it by (GENIUS's index) */
    int cell;             /* options of all earlier issues */
    span at;
} scenario_issue;

typedef struct scenario_bound { /* of a box: the issue's value lies within */
    int issue;
    double low, high; /* inclusive */
} scenario_bound;

typedef struct scenario_box { /* a worth where all bounds hold */
    const scenario_bound *bounds;
    int bound_count;
    bool outside; /* or where not all of them do */
    double worth;
} scenario_box;

typedef struct scenario_profile {
    const char *name;
    double *worth; /* one a cell: the weighted part-worth */
    double bias;   /* beside all options */
    const scenario_box *boxes;
    int box_count;
    double over;             /* what the worths of boxes are divided by; 1 */
    double reserve;          /* -INFINITY: as little as the worst deal */
    bool reserve_from_least; /* no deal is worth no less than the worst deal */
    bool capped;             /* no outcome is worth more than 1 */
    double discount;         /* 1: none */
    span at;
} scenario_profile;

typedef struct scenario {
    const char *tool; /* "GENIUS" */
    const char *title;
    scenario_issue *issues;
    int issue_count, cell_count;
    scenario_profile *profiles;
    int profile_count;
} scenario;

typedef struct scenario_reading {
    scenario *s;
    const scenario_ask *ask;
    scenario_semantics semantics; /* those asked for, else the format's own */
    arena *mem;
    parley_diags *d;
} scenario_reading;

typedef enum scenario_part {
    SCENARIO_NOTHING,
    SCENARIO_DOMAIN,
    SCENARIO_PROFILE,
} scenario_part;

typedef struct scenario_format {
    const char *name; /* "genius" */
    const char *tool; /* "GENIUS" */
    scenario_semantics own;
    scenario_part (*part)(const scenario_file *f);
    /* The issues, from a domain or, where a profile repeats them, a profile.
     * False with diags. */
    bool (*read_domain)(scenario_reading *r, const scenario_file *f);
    bool (*read_profile)(scenario_reading *r, const scenario_file *f,
                         scenario_profile *out);
    bool profile_has_issues;
} scenario_format;

extern const scenario_format *const scenario_formats[];
extern const size_t scenario_format_count;

/* Parses what looks like XML, JSON or YAML; repairs are reported. False where
 * a file is broken beyond that. */
bool scenario_open(scenario_file *out, const source_text *text, arena *mem,
                   parley_diags *d);
/* True if some format knows what the file is. */
bool scenario_knows(const scenario_file *f);
/* The text of a case, or NULL with diags. */
const char *scenario_import(const scenario_file *files, size_t count,
                            const scenario_ask *ask, arena *mem,
                            parley_diags *d);
/* The same from what was read; NULL with diags. */
const char *scenario_write(const scenario *s, arena *mem, parley_diags *d);

/* --- What the formats share (part.c) --- */

/* Sets the issues, numbers their cells, refuses too many. */
bool scenario_take_issues(scenario_reading *r, scenario_issue *issues,
                          int count);
/* By name or by what the source calls it; -1. */
int scenario_issue_named(const scenario *s, const char *name);
int scenario_issue_numbered(const scenario *s, int number);
/* An option by its text or, where both are numbers, by value; -1. */
int scenario_option(const scenario_issue *i, const char *text);
/* Options `low`, `low` + 1, ... `high`. */
bool scenario_integers(scenario_reading *r, scenario_issue *out, double low,
                       double high);
/* ask->steps values from `low` to `high`, with a note. */
bool scenario_reals(scenario_reading *r, scenario_issue *out, double low,
                    double high);
/* `low`, `low` + step, ... up to `high`. */
bool scenario_steps(scenario_reading *r, scenario_issue *out, double low,
                    double high, double step);
/* Options that all are numbers in rising order get `values`. Always true. */
bool scenario_take_numbers(scenario_reading *r, scenario_issue *out);
/* A profile with no worths yet, cut and measured as the semantics say. */
void scenario_begin_profile(scenario_reading *r, const scenario_file *f,
                            scenario_profile *out);
/* "dir/Laptop-A.xml": Laptop-A */
const char *scenario_stem(const char *path, arena *mem);

extern const scenario_format scenario_genius, scenario_negmas,
    scenario_geniusweb, scenario_negolog;

#endif
