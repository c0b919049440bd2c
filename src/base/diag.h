/* SPDX-License-Identifier: Apache-2.0
 * Problems, collected while the work goes on. A diag copies all it shows and
 * points to nothing. All calls take d == NULL and do nothing then. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>

#include "base/source.h"
#include "parley.h"

/* All return false, so that a check can end with `return diag_error(...)`. */
bool diag_error(parley_diags *d, span at, const char *code, const char *format,
                ...) __attribute__((format(printf, 4, 5)));
bool diag_warning(parley_diags *d, span at, const char *code,
                  const char *format, ...)
    __attribute__((format(printf, 4, 5)));
bool diag_note(parley_diags *d, span at, const char *code, const char *format,
               ...) __attribute__((format(printf, 4, 5)));
/* An error that is of size alone: what is asked would be right if smaller. */
bool diag_limit(parley_diags *d, span at, const char *code, const char *format,
                ...) __attribute__((format(printf, 4, 5)));
/* Adds a hint to the problem reported last. */
void diag_hint(parley_diags *d, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* The name that was meant, or all names if they are few. */
void diag_hint_names(parley_diags *d, const char *word,
                     const char *const *names, int count, arena *mem);

/* Problems that are for nobody, or not yet; freed with mem. */
parley_diags *diag_private(arena *mem);

size_t diag_error_count(const parley_diags *d);
size_t diag_limit_count(const parley_diags *d);
/* From here on problems are kept without place and excerpt, or again with
 * them: line numbers tell whoever may see a part how long the rest is. */
void diag_hide_places(parley_diags *d, bool hide);
/* True if a problem was lost because memory ran out. */
bool diag_lost(const parley_diags *d);

#endif
