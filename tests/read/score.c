/* SPDX-License-Identifier: Apache-2.0
 * Compares what read drafts with gold written by hand. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "read/compare.h"

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in a folder that end in .gold, without the ending. */
static int list_gold(const char *folder, char **names, int most, arena *mem) {
    DIR *dir = opendir(folder);
    int count = 0;
    if (dir == NULL) return -1;
    struct dirent *entry;
    while ((entry = readdir(dir)) != NULL && count < most) {
        size_t size = strlen(entry->d_name);
        if (size < 6 || strcmp(entry->d_name + size - 5, ".gold") != 0)
            continue;
        names[count++] = arena_text(mem, entry->d_name, size - 5);
    }
    closedir(dir);
    qsort(names, (size_t)count, sizeof *names, by_name);
    return count;
}

static int check(const char *folder, bool show, arena *mem) {
    enum { MOST = 1000 };
    char *names[MOST];
    int mistakes = 0, count = list_gold(folder, names, MOST, mem);
    for (int i = 0; i < count; i++) {
        const gold *g =
            gold_read(arena_format(mem, "%s/%s.txt", folder, names[i]),
                      arena_format(mem, "%s/%s.gold", folder, names[i]), mem);
        if (g == NULL) {
            fprintf(stderr, "%s/%s: can't be read\n", folder, names[i]);
            mistakes++;
            continue;
        }
        if (show) gold_show(g, stdout);
        mistakes += g->mistakes;
    }
    return count < 0 || mistakes > 0 ? 1 : 0;
}

static void score_one(const char *report, const char *path, scores *s,
                      FILE *detail) {
    arena *mem = arena_new(NULL);
    const gold *g = gold_read(report, path, mem);
    if (g == NULL) {
        fprintf(stderr, "%s: can't be read\n", report);
    } else {
        const read_options o = {0};
        compare(g, read_run(g->report, &o, mem, NULL), s, detail);
    }
    arena_free(mem);
}

static void score(const char *folder, FILE *detail, arena *mem) {
    enum { MOST = 1000 };
    char *names[MOST];
    int count = list_gold(folder, names, MOST, mem);
    scores s = {0};
    for (int i = 0; i < count; i++) {
        score_one(arena_format(mem, "%s/%s.txt", folder, names[i]),
                  arena_format(mem, "%s/%s.gold", folder, names[i]), &s,
                  detail);
    }
    scores_print(&s, folder, stdout);
}

static int usage(void) {
    fprintf(stderr, "usage: read_score [--detail] FOLDER\n"
                    "       read_score [--detail] REPORT.txt REPORT.gold\n"
                    "       read_score --check|--show FOLDER\n");
    return 2;
}

int main(int argc, char **argv) {
    int status = 0, i = 1;
    const char *mode = argc > 1 && argv[1][0] == '-' ? argv[i++] : "";
    FILE *detail = text_same(mode, "--detail") ? stdout : NULL;
    if (i >= argc || argc - i > 2) return usage();
    arena *mem = arena_new(NULL);
    if (text_same(mode, "--check") || text_same(mode, "--show")) {
        status = check(argv[i], text_same(mode, "--show"), mem);
    } else if (argc - i == 2) {
        scores s = {0};
        score_one(argv[i], argv[i + 1], &s, detail);
        scores_print(&s, argv[i], stdout);
    } else {
        score(argv[i], detail, mem);
    }
    arena_free(mem);
    return status;
}
