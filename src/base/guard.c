/* SPDX-License-Identifier: Apache-2.0
 * The only setjmp in the library. No object is changed between setjmp and
 * longjmp in this frame, so nothing here needs to be volatile. */
#include "base/guard.h"

#include <stdio.h>

bool guard_run(guard *g, void (*body)(void *subject), void *subject) {
    g->cancelled = false;
    g->refused[0] = '\0';
    if (setjmp(g->out)) return false;
    body(subject);
    return true;
}

_Noreturn void guard_leave(guard *g) { longjmp(g->out, 1); }

_Noreturn void guard_refuse(guard *g, const char *why) {
    snprintf(g->refused, sizeof g->refused, "%s", why);
    longjmp(g->out, 1);
}

_Noreturn void guard_cancel(guard *g) {
    g->cancelled = true;
    longjmp(g->out, 1);
}
