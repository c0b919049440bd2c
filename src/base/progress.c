/* SPDX-License-Identifier: Apache-2.0
 * A host without `progress` never stops anything. */
#include "base/progress.h"

bool progress_goes_on(const arena *mem, size_t done, size_t total) {
    const parley_host *host = arena_host(mem);
    if (!host || !host->progress) return true;
    return host->progress(host->self, done, total);
}

void progress_report(arena *mem, size_t done, size_t total) {
    if (!progress_goes_on(mem, done, total)) guard_cancel(arena_guard(mem));
}
