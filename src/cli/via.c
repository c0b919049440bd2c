/* SPDX-License-Identifier: Apache-2.0
 * The report goes into a temporary file that is the program's standard input,
 * so neither side waits for the other; its standard output comes through a
 * pipe. Its standard error stays ours, for a person to see. */
#include "cli/via.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/report.h"
#include "cli/shell.h"

enum { ANSWER_MOST = 64 * 1024 * 1024 };

static FILE *as_file(const source_text *report) {
    FILE *file = tmpfile();
    if (!file) return NULL;
    bool written = fwrite(report->bytes, 1, report->size, file) == report->size;
    if (written && fflush(file) == 0 && fseek(file, 0, SEEK_SET) == 0) {
        return file;
    }
    (void)fclose(file);
    return NULL;
}

static void become(const char *command, FILE *input, const int *ends) {
    (void)dup2(fileno(input), STDIN_FILENO);
    (void)dup2(ends[1], STDOUT_FILENO);
    (void)close(ends[0]);
    (void)close(ends[1]);
    shell_become(command);
}

/* All that comes; NULL if it is too much. */
static const char *read_all(int from, arena *mem) {
    enum { STEP = 1 << 16 };
    size_t size = 0, room = STEP;
    char *bytes = arena_get(mem, room + 1);
    for (;;) {
        if (size == room) {
            bytes = arena_grow(mem, bytes, size, 2 * room + 1, 1);
            room *= 2;
        }
        ssize_t more = read(from, bytes + size, room - size);
        if (more < 0 && errno == EINTR) continue;
        if (more <= 0) break;
        size += (size_t)more;
        if (size > ANSWER_MOST) return NULL;
    }
    bytes[size] = '\0';
    return bytes;
}

static const char *failed(const char *command, const char *why) {
    say_error("--via \"%s\": %s", command, why);
    return NULL;
}

const char *via_run(const char *command, const source_text *report,
                    arena *mem) {
    int ends[2];
    FILE *input = as_file(report);
    if (!input) return failed(command, strerror(errno));
    if (pipe(ends) != 0) {
        (void)fclose(input);
        return failed(command, strerror(errno));
    }
    (void)fflush(stdout);
    pid_t child = fork();
    if (child == 0) become(command, input, ends);
    (void)close(ends[1]);
    (void)fclose(input);
    if (child < 0) {
        (void)close(ends[0]);
        return failed(command, strerror(errno));
    }
    const char *answer = read_all(ends[0], mem);
    (void)close(ends[0]);
    bool well = shell_ended_well(child);
    if (!answer) return failed(command, "it wrote more than 64 MB");
    return well ? answer : failed(command, "it failed");
}
