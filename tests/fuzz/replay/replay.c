/* SPDX-License-Identifier: Apache-2.0
 * Runs a fuzzer's function on files and on all files of folders, without
 * libFuzzer: so the corpus is part of the ordinary tests, under any compiler.
 * A folder that isn't there is passed over. */
#include <dirent.h>
#include <stdint.h>
#include <sys/stat.h>

#include "bytes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t replay_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) return 0;
    kept_bytes b = BYTES_NONE;
    char piece[4096];
    size_t got;
    (void)bytes_take(&b, "", 0);
    while ((got = fread(piece, 1, sizeof piece, file)) > 0)
        (void)bytes_take(&b, piece, got);
    (void)fclose(file);
    (void)LLVMFuzzerTestOneInput((const uint8_t *)b.text, b.size);
    free(b.text);
    return 1;
}

static size_t replay(const char *path) {
    struct stat about;
    if (stat(path, &about) != 0) return 0;
    DIR *dir = S_ISDIR(about.st_mode) ? opendir(path) : NULL;
    if (!dir) return replay_file(path);
    size_t count = 0;
    for (struct dirent *e = readdir(dir); e; e = readdir(dir)) {
        char inner[4096];
        if (e->d_name[0] == '.') continue;
        (void)snprintf(inner, sizeof inner, "%s/%s", path, e->d_name);
        count += replay(inner);
    }
    (void)closedir(dir);
    return count;
}

int main(int count, char **paths) {
    size_t files = 0;
    for (int i = 1; i < count; i++)
        files += replay(paths[i]);
    if (files == 0) {
        (void)puts("FAIL: nothing to replay");
        return 1;
    }
    (void)printf("PASS: %zu inputs replayed\n", files);
    return 0;
}
