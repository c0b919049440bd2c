/* SPDX-License-Identifier: Apache-2.0
 *
 * Parley's public interface: everything a program needs to load a case, look
 * at it through a lens and write what was found.
 *
 * Ownership, for the whole interface: a pointer returned, or found in a
 * struct, is borrowed and lives as long as the object it was asked of; a
 * `**out` is yours and is freed by the function named after its type. Freeing
 * NULL does nothing. Text is UTF-8 and ends with a zero byte.
 *
 * Threads: a loaded case is never changed; any number of threads may look at
 * it at once. A parley_diags belongs to one call at a time.
 */
#ifndef PARLEY_H
#define PARLEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(PARLEY_BUILDING) && defined(__GNUC__)
#define PARLEY_API __attribute__((visibility("default")))
#else
#define PARLEY_API
#endif

typedef struct parley_case parley_case;
typedef struct parley_result parley_result;
typedef struct parley_diags parley_diags;

typedef enum parley_status {
    PARLEY_OK = 0,
    PARLEY_EINPUT,  /* the case, or a name asked for, has errors: see diags */
    PARLEY_EUSAGE,  /* an unknown lens, format or option, or a bad value */
    PARLEY_ELIMIT,  /* too large; refused before allocating, with the number */
    PARLEY_EIO,     /* a file can't be read or written */
    PARLEY_ENOMEM,  /* memory ran out; everything of the call is freed */
    PARLEY_ECANCEL, /* the host asked to stop */
} parley_status;

/* What the embedding program provides. All members may be NULL, and so may
 * the pointer to the struct; it must outlive all objects made with it.
 * resize(self, old, size): as realloc; size 0 frees and returns NULL.
 * progress(self, done, total): called from the calling thread now and then;
 * returning false cancels the call (PARLEY_ECANCEL). */
typedef struct parley_host {
    void *self;
    void *(*resize)(void *self, void *old, size_t size);
    bool (*progress)(void *self, size_t done, size_t total);
} parley_host;

/* --- Problems --- */

typedef enum parley_severity {
    PARLEY_NOTE,
    PARLEY_WARNING,
    PARLEY_ERROR,
} parley_severity;

/* One problem. `code` is stable ("case/unknown-party"). Lines and columns
 * count from 1, columns in characters; line 0: the problem has no place.
 * `excerpt` is the source line or NULL, `hint` what may help or NULL. */
typedef struct parley_diag {
    parley_severity severity;
    const char *code, *file, *message, *hint, *excerpt;
    int line, column, end_line, end_column;
} parley_diag;

/* Returns NULL when memory has run out. Every call takes NULL for a
 * parley_diags: problems are then not reported. */
PARLEY_API parley_diags *parley_diags_new(const parley_host *host);
PARLEY_API void parley_diags_free(parley_diags *d);
/* Kept are the first 50 by place; parley_diags_left_out counts the rest. */
PARLEY_API size_t parley_diags_count(const parley_diags *d);
PARLEY_API size_t parley_diags_left_out(const parley_diags *d);
PARLEY_API const parley_diag *parley_diags_get(const parley_diags *d,
                                               size_t index);
PARLEY_API bool parley_diags_has_errors(const parley_diags *d);

/* --- Cases --- */

/* Loads and checks a case file (YAML or JSON). On PARLEY_OK *out is yours
 * (parley_case_free); otherwise *out is NULL and d says why. Warnings and
 * notes may stand in d either way. `host` may be NULL. */
PARLEY_API parley_status parley_load(parley_case **out, const parley_host *host,
                                     const char *path, parley_diags *d);
/* The same from memory; `name` stands for the path in problems. */
PARLEY_API parley_status parley_load_text(parley_case **out,
                                          const parley_host *host,
                                          const char *name, const void *bytes,
                                          size_t size, parley_diags *d);
PARLEY_API void parley_case_free(parley_case *c);

/* --- Looks --- */

/* An option of a look by name ("draws", "seed", "without"); value "" or NULL
 * for a flag. An option may be given several times where its help says so. */
typedef struct parley_option {
    const char *name, *value;
} parley_option;

/* Where bytes go; false stops the writing (PARLEY_EIO). */
typedef struct parley_sink {
    void *self;
    bool (*write)(void *self, const char *bytes, size_t size);
} parley_sink;

#ifdef __cplusplus
}
#endif

#endif
