/* SPDX-License-Identifier: Apache-2.0
 * Compares what read drafts with gold written by hand. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "read/gold.h"

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

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: read_score --check|--show FOLDER\n");
        return 2;
    }
    arena *mem = arena_new(NULL);
    int status = check(argv[2], strcmp(argv[1], "--show") == 0, mem);
    arena_free(mem);
    return status;
}
