/* SPDX-License-Identifier: Apache-2.0
 * A file is written beside its place and then renamed, so a failure leaves
 * what was there before. What can't be renamed over (a pipe, a device) is
 * written to as it is. */
#include "cli/output.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/report.h"

static const parley_option_info rows[] = {
    {"format", "NAME", "how the answer is written"},
    {"json", NULL, "the same as --format json"},
    {"figure", "NAME", "with --format svg: which figure"},
    {"html", "FILE", "the same as --format html --output FILE"},
    {"output", "FILE", "write to FILE (-o FILE)"},
};
const option_list output_options = OPTION_LIST(rows);

bool output_is_option(const char *name) {
    for (size_t i = 0; i < output_options.count; i++)
        if (text_same(rows[i].name, name)) return true;
    return false;
}

static bool format_known(const char *name) {
    for (size_t i = 0; i < parley_format_count(); i++)
        if (text_same(parley_format_get(i).name, name)) return true;
    return false;
}

const char *output_format(const arguments *a, arena *mem) {
    const char *name = arguments_value(a, "format");
    /* --json, --html FILE, and --ics of status */
    for (size_t i = 0; i < parley_format_count(); i++)
        if (arguments_have(a, parley_format_get(i).name))
            name = parley_format_get(i).name;
    if (!name) return "text";
    if (format_known(name)) return name;
    const char *all = "";
    for (size_t i = 0; i < parley_format_count(); i++)
        all = arena_format(mem, "%s%s%s", all, i > 0 ? ", " : "",
                           parley_format_get(i).name);
    say_error("there is no format \"%s\"; there are: %s", name, all);
    return NULL;
}

static bool write_stream(void *self, const char *bytes, size_t size) {
    FILE *file = self;
    return fwrite(bytes, 1, size, file) == size;
}

static parley_status write_to(FILE *file, const written *what) {
    parley_sink sink = {file, write_stream};
    parley_status status = what->write(what->subject, sink);
    if (status == PARLEY_OK && fflush(file) != 0) return PARLEY_EIO;
    if (status == PARLEY_EIO && !ferror(file)) errno = 0;
    return status;
}

/* What failed before anything was written has said so itself. */
static int failed(const char *path, parley_status status) {
    if ((status == PARLEY_EIO || status == PARLEY_OK) && errno != 0)
        say_error("can't write %s: %s", path, strerror(errno));
    return status == PARLEY_OK ? EXIT_WORLD : (int)exit_of(status);
}

static bool can_be_replaced(const char *path, mode_t *mode) {
    struct stat now;
    if (stat(path, &now) != 0) {
        mode_t mask = umask(0);
        (void)umask(mask);
        *mode = 0666 & ~mask;
        return errno == ENOENT;
    }
    *mode = now.st_mode & 07777;
    return S_ISREG(now.st_mode);
}

static int write_in_place(const char *path, const written *what) {
    FILE *file = fopen(path, "wb");
    if (!file) return failed(path, PARLEY_EIO);
    parley_status status = write_to(file, what);
    if (fclose(file) != 0 && status == PARLEY_OK) status = PARLEY_EIO;
    return status == PARLEY_OK ? EXIT_ANSWERED : failed(path, status);
}

static int write_beside(const char *path, mode_t mode, const written *what,
                        arena *mem) {
    char *beside = arena_format(mem, "%s.XXXXXX", path);
    int handle = mkstemp(beside);
    FILE *file = handle >= 0 ? fdopen(handle, "wb") : NULL;
    if (!file) {
        if (handle >= 0) (void)close(handle);
        return failed(path, PARLEY_EIO);
    }
    parley_status status = write_to(file, what);
    bool ok = fchmod(handle, mode) == 0;
    ok = fclose(file) == 0 && ok && status == PARLEY_OK;
    if (ok && rename(beside, path) == 0) return EXIT_ANSWERED;
    int code = failed(path, status);
    (void)unlink(beside);
    return code;
}

/* A link stays one: what it leads to is replaced. */
static const char *followed(const char *path, arena *mem) {
    char *real = realpath(path, NULL);
    if (!real) return path;
    const char *copy = arena_copy(mem, real);
    free(real);
    return copy;
}

/* A person who waits at a terminal is told that there is a file now. */
static int done(const char *path, int code) {
    struct stat now;
    if (code != EXIT_ANSWERED || !isatty(STDERR_FILENO) ||
        stat(path, &now) != 0 || !S_ISREG(now.st_mode))
        return code;
    if (now.st_size < 1000)
        (void)fprintf(stderr, "wrote %s, %jd bytes\n", path,
                      (intmax_t)now.st_size);
    else
        (void)fprintf(stderr, "wrote %s, %jd kB\n", path,
                      (intmax_t)(now.st_size + 500) / 1000);
    return code;
}

int output_write(const char *path, const written *what, arena *mem) {
    mode_t mode;
    if (!path || text_same(path, "-")) {
        parley_status status = write_to(stdout, what);
        return status == PARLEY_OK ? EXIT_ANSWERED
                                   : failed("standard output", status);
    }
    if (!can_be_replaced(path, &mode))
        return done(path, write_in_place(path, what));
    return done(path, write_beside(followed(path, mem), mode, what, mem));
}

typedef struct formatted {
    const parley_result *r;
    const char *format;
    parley_style style;
    parley_diags *d;
} formatted;

static parley_status write_formatted(void *subject, parley_sink to) {
    const formatted *f = subject;
    return parley_write(f->r, f->format, &f->style, to, f->d);
}

int output_result(const parley_result *r, const arguments *a, arena *mem) {
    const char *path = arguments_value(a, "html");
    if (!path) path = arguments_value(a, "output");
    bool to_file = path && !text_same(path, "-");
    formatted f = {.r = r, .format = output_format(a, mem)};
    if (!f.format) return EXIT_USAGE;
    if (!to_file) {
        f.style.width = terminal_width();
        f.style.colour = colour_wanted(stdout);
    }
    f.style.figure = arguments_value(a, "figure");
    f.d = parley_diags_new(NULL);
    written what = {write_formatted, &f};
    int code = output_write(path, &what, mem);
    if (to_file && code == EXIT_ANSWERED && isatty(STDERR_FILENO))
        (void)fprintf(stderr, "Wrote %s.\n", path);
    report_problems(f.d, PARLEY_NOTE, mem);
    parley_diags_free(f.d);
    return code;
}
