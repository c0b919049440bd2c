/* SPDX-License-Identifier: Apache-2.0
 * How fast reports are read on one core: the invented reports of tests/read/dev
 * joined again and again to 1, 10 and 100 MB (a number of megabytes may be
 * given), and texts meant to hurt. Time per byte should not grow with size. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "read/read.h"

enum { MEGA = 1000 * 1000 };

static void run(const char *name, const char *bytes, size_t size) {
    arena *mem = arena_new(NULL);
    const source_text *text = source_new(mem, name, bytes, size);
    const read_options o = {0};
    double start = seconds();
    const read_report *r = read_run(text, &o, mem, NULL);
    double spent = seconds() - start;
    printf("%-34s %6.1f MB %8.3f s %7.1f MB/s  %8zu drafts, %zu skipped\n",
           name, (double)size / MEGA, spent, (double)size / MEGA / spent,
           r->count, r->skipped);
    arena_free(mem);
}

/* All reports of the folder, one after the other. */
static char *all_reports(size_t *size) {
    enum { ROOM = 1 << 20 };
    char *all = calloc(1, ROOM);
    DIR *dir = opendir(PARLEY_ROOT "/tests/read/dev");
    *size = 0;
    if (!all || !dir) return all;
    for (struct dirent *e; (e = readdir(dir)) != NULL;) {
        char path[600];
        size_t length = strlen(e->d_name);
        if (length < 5 || strcmp(e->d_name + length - 4, ".txt") != 0) continue;
        (void)snprintf(path, sizeof path, "%s/tests/read/dev/%s", PARLEY_ROOT,
                       e->d_name);
        FILE *file = fopen(path, "rb");
        if (!file) continue;
        *size += fread(all + *size, 1, ROOM - *size - 2, file);
        (void)fclose(file);
        all[(*size)++] = '\n';
    }
    (void)closedir(dir);
    return all;
}

/* The text again and again, up to `size` bytes. */
static char *repeat(const char *text, size_t length, size_t size) {
    char *bytes = malloc(size + 1);
    if (!bytes) exit(1);
    for (size_t i = 0; i < size; i += length) {
        size_t step = size - i < length ? size - i : length;
        memcpy(bytes + i, text, step);
    }
    return bytes;
}

static void run_repeated(const char *name, const char *text, size_t length,
                         size_t megabytes) {
    char *bytes = repeat(text, length, megabytes * MEGA);
    run(name, bytes, megabytes * MEGA);
    free(bytes);
}

/* The same in sentences that are just short enough to be read. */
static void run_long_sentences(const char *text) {
    enum { LONG = 3600 };
    char *sentence = repeat(text, strlen(text), LONG);
    static const char end[] = {'.', ' ', 'T', 'h', 'e', ' ', '\n'};
    memcpy(sentence + LONG - sizeof end, end, sizeof end);
    run_repeated("  in long sentences", sentence, LONG, 10);
    free(sentence);
}

int main(int argc, char **argv) {
    size_t length;
    char *all = all_reports(&length);
    if (length == 0) {
        free(all);
        return 1;
    }
    int most = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 100;
    for (int size = 1; size <= most; size *= 10)
        run_repeated("reports", all, length, (size_t)size);
    const char *hostile[][2] = {
        {"no sentence end", "the minister said that the union told him "},
        {"quotes never closed", "\" He said that \xe2\x80\x9c it is, "},
        {"who, who, who", "Orrel, who said, that the union, "},
        {"brackets and dashes", "( - he said that the ( "},
        {"and said and told", "and said that it was and told him "},
        {"one word", "a"},
    };
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        run_repeated(hostile[i][0], hostile[i][1], strlen(hostile[i][1]), 10);
        run_long_sentences(hostile[i][1]);
    }
    free(all);
    return 0;
}
