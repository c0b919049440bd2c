/* SPDX-License-Identifier: Apache-2.0
 * Answers are read from standard input line by line, so that a script can give
 * them, too. */
#include "cli/ask.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/report.h"
#include "cli/shell.h"

enum { LINE_MOST = 1 << 16 };

static char *trimmed(char *line) {
    while (*line == ' ' || *line == '\t')
        line++;
    size_t size = strlen(line);
    while (size > 0 && strchr(" \t\r\n", line[size - 1]))
        line[--size] = '\0';
    return line;
}

const char *ask_line(const char *question, arena *mem) {
    char bytes[LINE_MOST];
    (void)printf("%s", question);
    (void)fflush(stdout);
    if (!fgets(bytes, sizeof bytes, stdin)) {
        (void)printf("\n");
        return NULL;
    }
    const char *line = arena_copy(mem, trimmed(bytes));
    if (!isatty(STDIN_FILENO)) (void)printf("%s\n", line);
    return line;
}

char ask_choice(const char *question, const char *letters, arena *mem) {
    for (;;) {
        const char *line = ask_line(question, mem);
        if (!line) return letters[strlen(letters) - 1];
        if (line[0] != '\0' && strchr(letters, line[0])) return line[0];
        (void)printf("  answer with the first letter: one of %s\n", letters);
    }
}

static const char *typed(const char *text, arena *mem) {
    const char *line =
        ask_line("type the entry, or an empty line to keep it:\n> ", mem);
    return line && *line ? line : text;
}

static const char *read_back(const char *path, const char *text, arena *mem) {
    char *bytes = arena_get(mem, LINE_MOST);
    FILE *file = fopen(path, "rb");
    if (!file) return text;
    size_t size = fread(bytes, 1, LINE_MOST - 1, file);
    (void)fclose(file);
    while (size > 0 && (bytes[size - 1] == '\n' || bytes[size - 1] == ' '))
        bytes[--size] = '\0';
    return size > 0 ? bytes : text;
}

static bool edit(const char *command) {
    (void)fflush(stdout);
    pid_t child = fork();
    if (child == 0) shell_become(command);
    return child > 0 && shell_ended_well(child);
}

const char *ask_edited(const char *text, arena *mem) {
    const char *editor = getenv("VISUAL");
    if (!editor || !*editor) editor = getenv("EDITOR");
    if (!editor || !*editor) return typed(text, mem);
    char path[] = "/tmp/parley-XXXXXX";
    int handle = mkstemp(path);
    if (handle < 0) return typed(text, mem);
    size_t size = strlen(text);
    bool ok = write(handle, text, size) == (ssize_t)size;
    ok = write(handle, "\n", 1) == 1 && ok;
    ok = close(handle) == 0 && ok;
    const char *command = arena_format(mem, "%s %s", editor, path);
    if (ok && !edit(command)) say_error("%s failed", editor);
    const char *edited = read_back(path, text, mem);
    (void)unlink(path);
    return edited;
}
