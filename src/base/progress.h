/* SPDX-License-Identifier: Apache-2.0
 * Long work tells the host how far it is, and stops when the host says so.
 * threads_run does both by itself; loops outside it call progress_report. Only
 * the thread that made the public call may: never a piece of threads_run. */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Tells the host. False: the work is to stop. */
bool progress_goes_on(const arena *mem, size_t done, size_t total);
/* Tells the host, and leaves through mem's guard if the work is to stop. */
void progress_report(arena *mem, size_t done, size_t total);

#endif
