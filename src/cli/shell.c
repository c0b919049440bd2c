/* SPDX-License-Identifier: Apache-2.0
 * fork and exec instead of system(): the callers set up the child's files, and
 * signals of the terminal keep their meaning. */
#include "cli/shell.h"

#include <errno.h>
#include <stddef.h>
#include <sys/wait.h>
#include <unistd.h>

_Noreturn void shell_become(const char *command) {
    (void)execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    _exit(127);
}

bool shell_ended_well(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return false;
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
