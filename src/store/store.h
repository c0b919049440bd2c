/* SPDX-License-Identifier: Apache-2.0
 * A log on disk: lines that can only be added to, each chained to the last by
 * its hash. What stands in a line is not looked at here. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/diag.h"

typedef struct store store;

/* False in a build without SQLite; no store can be opened then. */
bool store_available(void);

/* Opens the log at `path`, for writing (made where it isn't there) or for
 * reading. NULL with a diag. It is closed with mem. */
store *store_open(const char *path, bool writing, arena *mem, parley_diags *d);

/* Several writers take turns: from here to commit or rollback no other one
 * adds. Waits up to ten seconds. */
bool store_begin(store *s, parley_diags *d);
/* Adds a line, which must not hold a line feed. */
bool store_put(store *s, const char *line, size_t size, parley_diags *d);
/* True: what was put survives anything but the disk's loss. */
bool store_commit(store *s, parley_diags *d);
void store_rollback(store *s);

/* How many lines there are. */
bool store_count(int64_t *count, store *s, parley_diags *d);
/* Hands over each line in its turn, to be read before the call returns. */
typedef void store_take(void *self, const char *line, size_t size);
bool store_each(store *s, store_take *take, void *self, parley_diags *d);
/* Recomputes the chain. False with a diag that names the first bad event;
 * *count is how many are good before it. */
bool store_verify(store *s, size_t *count, parley_diags *d);

#endif
