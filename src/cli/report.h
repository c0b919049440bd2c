/* SPDX-License-Identifier: Apache-2.0
 * What the command says on stderr: problems, and how far long work is. */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include <stdio.h>

#include "base/arena.h"
#include "parley.h"

/* "parley: error: ..." */
void say_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* All problems of d as gcc prints them, from `least` up, with the source line
 * and a caret. */
void report_problems(const parley_diags *d, parley_severity least, arena *mem);
/* The end of a call: its problems, or what its status means where it has none;
 * d is freed. Returns the exit code. */
int report_end(parley_status status, parley_diags *d, parley_severity least,
               arena *mem);
/* The same as report_problems for one, onto any stream. */
void report_problem(FILE *to, const parley_diag *p, bool colour, arena *mem);

/* A host that shows progress on a terminal, or NULL if stderr is none. */
typedef struct progress_line {
    parley_host host;
    long long begun_ms, shown_ms;
    bool shown;
} progress_line;
const parley_host *progress_begin(progress_line *p);
void progress_end(progress_line *p);

/* Whether colour may be used on a stream: a terminal, and neither NO_COLOR
 * nor TERM=dumb. */
bool colour_wanted(FILE *stream);
/* Columns of the terminal behind stdout; 80 if it is none. */
size_t terminal_width(void);

#endif
