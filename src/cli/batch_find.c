/* SPDX-License-Identifier: Apache-2.0
 * What a batch works through: every folder below the one given that has files
 * of its own is taken for a scenario, and YAML or JSON that begins as a case of
 * Parley does is a case by itself. Links are not followed. In order of names,
 * so that the order of the rows is no accident of the disk. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "cli/batch.h"
#include "cli/report.h"

enum { ITEMS_MOST = 100000, DEEPEST = 30, HEAD = 4096 };

typedef struct finding {
    batch_list *to;
    size_t prefix; /* bytes of the folder given, and its slash */
    arena *mem;
} finding;

static bool add(finding *f, const char *path, bool is_case) {
    batch_list *to = f->to;
    if (to->count == ITEMS_MOST) {
        say_error("there are more than %d scenarios", ITEMS_MOST);
        return false;
    }
    if (to->count == to->room) {
        size_t room = 2 * to->room + 64;
        to->items =
            arena_grow(f->mem, to->items, to->count, room, sizeof *to->items);
        to->room = room;
    }
    const char *name = strlen(path) > f->prefix ? path + f->prefix : ".";
    to->items[to->count++] = (batch_item){path, name, is_case};
    return true;
}

static bool ends_with(const char *path, const char *end) {
    size_t size = strlen(path), tail = strlen(end);
    return size > tail && text_same(path + size - tail, end);
}

/* "parley:" or "\"parley\"" near its beginning, at the beginning of a line but
 * for blanks and braces. */
static bool begins_as_case(const char *path) {
    char head[HEAD + 1];
    if (!ends_with(path, ".yaml") && !ends_with(path, ".yml") &&
        !ends_with(path, ".json"))
        return false;
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    size_t size = fread(head, 1, HEAD, file);
    (void)fclose(file);
    head[size] = '\0';
    for (char *line = head; line; line = strchr(line, '\n')) {
        line += strspn(line, " \t\r\n{");
        if (text_begins(line, "parley:") || text_begins(line, "\"parley\""))
            return true;
    }
    return false;
}

static int skip_hidden(const struct dirent *e) { return e->d_name[0] != '.'; }

static bool find(finding *f, const char *folder, int depth);

/* A file or folder; other_files becomes true for what is no case. */
static bool take(finding *f, const char *path, int depth, bool *other_files) {
    struct stat s;
    if (lstat(path, &s) != 0) return true;
    if (S_ISDIR(s.st_mode)) return find(f, path, depth + 1);
    if (!S_ISREG(s.st_mode)) return true;
    if (begins_as_case(path)) return add(f, path, true);
    *other_files = true;
    return true;
}

static bool find(finding *f, const char *folder, int depth) {
    struct dirent **entries = NULL;
    int count = depth < DEEPEST
                    ? scandir(folder, &entries, skip_hidden, alphasort)
                    : -1;
    if (count < 0) {
        say_error("%s can't be read", folder);
        return false;
    }
    bool ok = true, other_files = false;
    for (int i = 0; i < count; i++) {
        const char *path =
            arena_format(f->mem, "%s/%s", folder, entries[i]->d_name);
        if (ok) ok = take(f, path, depth, &other_files);
        free(entries[i]);
    }
    free(entries);
    return ok && (!other_files || add(f, folder, false));
}

static int by_name(const void *a, const void *b) {
    const batch_item *x = a, *y = b;
    return strcmp(x->name, y->name);
}

bool batch_find(batch_list *out, const char *folder, arena *mem) {
    size_t size = strlen(folder);
    while (size > 1 && folder[size - 1] == '/')
        size--;
    finding f = {out, size + 1, mem};
    if (!find(&f, arena_text(mem, folder, size), 0)) return false;
    if (out->count > 0)
        qsort(out->items, out->count, sizeof *out->items, by_name);
    return true;
}
