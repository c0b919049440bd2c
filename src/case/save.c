/* SPDX-License-Identifier: Apache-2.0
 *
 * Replacing a file so that nobody ever finds half of it.
 *
 * The bytes go to a new file in the same folder, are forced to the disk, and
 * the new file takes the old one's name (rename is atomic in POSIX); then the
 * folder is forced to the disk as well, so that the name survives a crash. A
 * failure at any step leaves the old file as it was.
 *
 * Edge cases. A file that may not be written is not replaced either, although
 * its folder would allow it. A symbolic link is followed. A second hard link
 * keeps the old bytes, which is the price of replacing at once.
 */
#include "case/save.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRIES = 100 };

static bool fail(const char *path, int error, parley_diags *d) {
    return diag_error(d, SPAN_NONE, "file/unwritable", "can't write %s: %s",
                      path, strerror(error));
}

static bool write_all(int file, const char *bytes, size_t size) {
    while (size > 0) {
        ssize_t done = write(file, bytes, size);
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return false;
        bytes += done;
        size -= (size_t)done;
    }
    return true;
}

/* Created with the permissions of the file it will replace, if there is one. */
static int create_beside(const char *path, const char **name, arena *mem) {
    struct stat old;
    bool replaces = stat(path, &old) == 0;
    int file = -1;
    for (int i = 0; i < TRIES && file < 0; i++) {
        *name = arena_format(mem, "%s.%ld-%d.tmp", path, (long)getpid(), i);
        file = open(*name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file < 0 && errno != EEXIST) return -1;
    }
    if (file >= 0 && replaces) (void)fchmod(file, old.st_mode & 07777);
    return file;
}

/* Not every file system can; the rename has happened all the same. */
static void sync_folder(char *path) {
    char *slash = strrchr(path, '/');
    if (slash) slash[slash == path ? 1 : 0] = '\0';
    int folder = open(slash ? path : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return;
    (void)fsync(folder);
    (void)close(folder);
}

static bool fill_and_close(int file, const void *bytes, size_t size) {
    bool ok = write_all(file, bytes, size) && fsync(file) == 0;
    int error = errno;
    if (close(file) != 0 && ok) return false;
    errno = error;
    return ok;
}

bool case_write_file(const char *path, const void *bytes, size_t size,
                     arena *mem, parley_diags *d) {
    char real[PATH_MAX];
    const char *target = realpath(path, real) ? real : path;
    if (access(target, F_OK) == 0 && access(target, W_OK) != 0)
        return fail(path, errno, d);
    char *folder = arena_copy(mem, target); /* now: later nothing may leave */
    const char *name = NULL;
    int file = create_beside(target, &name, mem);
    if (file < 0) return fail(path, errno, d);
    bool ok = fill_and_close(file, bytes, size) && rename(name, target) == 0;
    if (!ok) {
        int error = errno;
        (void)unlink(name);
        return fail(path, error, d);
    }
    sync_folder(folder);
    return true;
}

bool case_save(const case_model *c, const char *path, arena *mem,
               parley_diags *d) {
    return case_write_file(path, c->text->bytes, c->text->size, mem, d);
}
