/* SPDX-License-Identifier: Apache-2.0
 * The command where a golden file can't see it: on a terminal, and when
 * writing goes wrong half way. */
#include "test.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "bytes.h"

#define CASE PARLEY_ROOT "/cases/cairo-2014.yaml"

/* Runs the command's words in a terminal of so many columns; what it writes
 * (both streams) is the caller's to free. */
static char *on_terminal(unsigned short columns, const char *no_color,
                         const char *const *arguments, int *code) {
    int terminal;
    struct winsize size = {.ws_row = 25, .ws_col = columns};
    pid_t child = forkpty(&terminal, NULL, NULL, &size);
    assert_true(child >= 0);
    if (child == 0) {
        (void)setenv("TERM", "xterm", 1);
        (void)unsetenv("NO_COLOR");
        if (no_color) (void)setenv("NO_COLOR", no_color, 1);
        (void)execv(PARLEY_COMMAND,
                    (char *const *)(uintptr_t)(const void *)arguments);
        _exit(127);
    }
    kept_bytes b = BYTES_NONE;
    char piece[4096];
    ssize_t got;
    (void)bytes_take(&b, "", 0);
    while ((got = read(terminal, piece, sizeof piece)) > 0)
        (void)bytes_take(&b, piece, (size_t)got);
    (void)close(terminal);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    *code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return b.text;
}

static const char *const look[] = {"parley", "route", CASE,
                                   "us",     "hamas", NULL};

static void lines_fit_the_terminal(void **state) {
    (void)state;
    for (unsigned short columns = 40; columns <= 120; columns += 20) {
        int code;
        char *text = on_terminal(columns, "1", look, &code);
        assert_int_equal(code, 0);
        assert_null(strchr(text, '\033'));
        size_t longest = 0;
        for (char *l = strtok(text, "\r\n"); l; l = strtok(NULL, "\r\n")) {
            size_t width = text_width(l);
            if (width > longest) longest = width;
        }
        assert_true(longest <= columns);
        assert_true(longest > columns / 2);
        free(text);
    }
}

static void colour_is_for_terminals_that_want_it(void **state) {
    (void)state;
    int code;
    static const char *const json[] = {"parley", "route",  CASE, "us",
                                       "hamas",  "--json", NULL};
    static const char *const wrong[] = {
        "parley", "check", PARLEY_ROOT "/tests/golden/problems.yaml", NULL};
    char *text = on_terminal(80, NULL, look, &code);
    assert_non_null(strstr(text, "\033[1m"));
    free(text);
    text = on_terminal(80, "", look, &code); /* empty: as if it wasn't set */
    assert_non_null(strchr(text, '\033'));
    free(text);
    text = on_terminal(80, NULL, json, &code);
    assert_null(strchr(text, '\033'));
    free(text);
    text = on_terminal(80, NULL, wrong, &code);
    assert_int_equal(code, 1);
    assert_non_null(strstr(text, "\033[1;31merror:"));
    free(text);
}

/* Only on a terminal, and wiped out before the answer. */
static void long_work_shows_how_far_it_is(void **state) {
    (void)state;
    static const char *const slow[] = {"parley",  "deals",  CASE,
                                       "--draws", "100000", NULL};
    int code;
    char *text = on_terminal(80, "1", slow, &code);
    assert_int_equal(code, 0);
    const char *shown = strstr(text, "\rworking, ");
    assert_non_null(shown);
    const char *wiped = strstr(shown, "\r\033[K");
    assert_non_null(wiped);
    assert_null(strstr(wiped, "working, "));
    assert_non_null(strstr(wiped, "Cairo"));
    free(text);
}

/* --- Files --- */

typedef struct folder {
    char path[64];
    char file[80];
} folder;

static folder new_folder(void) {
    folder f = {.path = "/tmp/parley-test-XXXXXX"};
    assert_non_null(mkdtemp(f.path));
    (void)snprintf(f.file, sizeof f.file, "%s/out.json", f.path);
    return f;
}

static size_t file_count(const folder *f) {
    size_t count = 0;
    DIR *dir = opendir(f->path);
    assert_non_null(dir);
    for (struct dirent *e = readdir(dir); e; e = readdir(dir))
        count += e->d_name[0] != '.';
    (void)closedir(dir);
    return count;
}

static void end_folder(const folder *f) {
    (void)unlink(f->file);
    (void)rmdir(f->path);
}

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* Runs `parley check CASE --json -o FILE`, with room for `room` bytes on the
 * disk; returns the exit code. */
static int write_with_room(const char *path, rlim_t room) {
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct rlimit limit = {room, room};
        (void)signal(SIGXFSZ, SIG_IGN);
        if (setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(126);
        int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        (void)dup2(nowhere, STDERR_FILENO);
        (void)execl(PARLEY_COMMAND, "parley", "check", CASE, "--json", "-o",
                    path, (char *)NULL);
        _exit(127);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void a_full_disk_leaves_what_was_there(void **state) {
    (void)state;
    folder f = new_folder();
    assert_int_equal(write_with_room(f.file, 100), 3);
    assert_int_equal(file_count(&f), 0);
    write_file(f.file, "old");
    assert_int_equal(write_with_room(f.file, 100), 3);
    assert_int_equal(file_count(&f), 1);
    char *text = bytes_of_file(f.file);
    assert_string_equal(text, "old");
    free(text);
    end_folder(&f);
}

static void a_file_is_replaced_and_keeps_its_mode(void **state) {
    (void)state;
    folder f = new_folder();
    (void)umask(022);
    assert_int_equal(write_with_room(f.file, RLIM_INFINITY), 0);
    struct stat about;
    assert_int_equal(stat(f.file, &about), 0);
    assert_int_equal(about.st_mode & 0777, 0644);
    write_file(f.file, "old");
    assert_int_equal(chmod(f.file, 0600), 0);
    assert_int_equal(write_with_room(f.file, RLIM_INFINITY), 0);
    assert_int_equal(stat(f.file, &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    assert_true(about.st_size > 100);
    assert_int_equal(file_count(&f), 1);
    end_folder(&f);
}

static void a_link_stays_a_link(void **state) {
    (void)state;
    folder f = new_folder();
    char target[80];
    (void)snprintf(target, sizeof target, "%s/target", f.path);
    write_file(target, "old");
    assert_int_equal(symlink("target", f.file), 0);
    assert_int_equal(write_with_room(f.file, RLIM_INFINITY), 0);
    struct stat about;
    assert_int_equal(lstat(f.file, &about), 0);
    assert_true(S_ISLNK(about.st_mode));
    char *text = bytes_of_file(target);
    assert_int_equal(text[0], '{');
    free(text);
    assert_int_equal(unlink(target), 0);
    end_folder(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_fit_the_terminal),
        cmocka_unit_test(colour_is_for_terminals_that_want_it),
        cmocka_unit_test(long_work_shows_how_far_it_is),
        cmocka_unit_test(a_full_disk_leaves_what_was_there),
        cmocka_unit_test(a_file_is_replaced_and_keeps_its_mode),
        cmocka_unit_test(a_link_stays_a_link),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
