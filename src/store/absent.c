/* SPDX-License-Identifier: Apache-2.0
 * The store of a build without SQLite: it says so when one is to be opened,
 * and so nothing else is ever asked of one. */
#include "store/store.h"

#ifndef PARLEY_SQLITE

bool store_available(void) { return false; }

store *store_open(const char *path, bool writing, arena *mem, parley_diags *d) {
    (void)writing;
    (void)mem;
    (void)diag_error(d, SPAN_NONE, "log/no-store",
                     "this build has no SQLite and keeps no log (%s)", path);
    return NULL;
}

bool store_begin(store *s, parley_diags *d) { return s && !d; }

bool store_put(store *s, const char *line, size_t size, parley_diags *d) {
    return s && line && size && !d;
}

bool store_commit(store *s, parley_diags *d) { return s && !d; }

void store_rollback(store *s) { (void)s; }

bool store_count(int64_t *count, store *s, parley_diags *d) {
    *count = 0;
    return s && !d;
}

bool store_each(store *s, store_take *take, void *self, parley_diags *d) {
    return s && take && self && !d;
}

bool store_verify(store *s, size_t *count, parley_diags *d) {
    *count = 0;
    return s && !d;
}

#endif
