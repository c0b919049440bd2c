/* SPDX-License-Identifier: Apache-2.0
 * A child with our end of a socket as its standard input and output: unlike a
 * pipe a socket can be written to without a signal when the child has gone.
 * Every descriptor is closed on exec, so nothing of a host's leaks into the
 * child, and the child is always waited for. */
#include "base/program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

typedef struct talk {
    pid_t child;
    int line; /* our end */
    const char *input;
    size_t left; /* of the input */
    char *bytes; /* the answer so far */
    size_t size, most;
    int64_t end; /* when patience is over */
} talk;

static int64_t now(void) {
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static bool start(talk *t, const char *const *words, int theirs, arena *mem) {
    posix_spawn_file_actions_t files;
    if (posix_spawn_file_actions_init(&files) != 0) return false;
    bool ok = posix_spawn_file_actions_adddup2(&files, theirs, 0) == 0 &&
              posix_spawn_file_actions_adddup2(&files, theirs, 1) == 0 &&
              posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY,
                                               0) == 0;
    size_t count = 0;
    while (words[count])
        count++;
    char **copy = ARENA_ARRAY(mem, char *, count + 1);
    for (size_t i = 0; i < count; i++)
        copy[i] = arena_copy(mem, words[i]);
    ok = ok &&
         posix_spawnp(&t->child, copy[0], &files, NULL, copy, environ) == 0;
    (void)posix_spawn_file_actions_destroy(&files);
    return ok;
}

static bool try_again(ssize_t n) {
    return n < 0 && (errno == EINTR || errno == EAGAIN);
}

static bool give(talk *t) {
    ssize_t n = send(t->line, t->input, t->left, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n < 0) return try_again(n);
    t->input += n;
    t->left -= (size_t)n;
    if (t->left == 0) (void)shutdown(t->line, SHUT_WR);
    return true;
}

/* False when the answer is over, or too long. */
static bool take(talk *t, bool *ended) {
    if (t->size == t->most) return false;
    ssize_t n =
        recv(t->line, t->bytes + t->size, t->most - t->size, MSG_DONTWAIT);
    *ended = n == 0;
    if (n <= 0) return try_again(n);
    t->size += (size_t)n;
    return true;
}

static bool converse(talk *t) {
    bool ended = false;
    for (;;) {
        int64_t patience = t->end - now();
        short events = (short)(POLLIN | (t->left > 0 ? POLLOUT : 0));
        struct pollfd one = {t->line, events, 0};
        if (patience <= 0) return false;
        int ready = poll(&one, 1, (int)patience);
        if (ready == 0 || (ready < 0 && errno != EINTR)) return false;
        if (ready < 0) continue;
        if ((one.revents & POLLOUT) && t->left > 0 && !give(t)) return false;
        if ((one.revents & (POLLIN | POLLHUP | POLLERR)) && !take(t, &ended))
            return ended;
    }
}

/* A child that has closed its output may still be at it: it is ended too. */
static bool finish(talk *t, bool ok) {
    int status = 0;
    if (!ok) (void)kill(t->child, SIGKILL);
    while (ok && waitpid(t->child, &status, WNOHANG) == 0) {
        struct timespec moment = {0, 1000000};
        (void)nanosleep(&moment, NULL);
        if (now() < t->end) continue;
        (void)kill(t->child, SIGKILL);
        ok = false;
    }
    if (!ok)
        while (waitpid(t->child, &status, 0) < 0 && errno == EINTR) {
        }
    return ok && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

const char *program_answer(const char *const *words, const char *input,
                           size_t most, int patience, arena *mem) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return NULL;
    talk t = {.line = ends[0],
              .input = input,
              .left = strlen(input),
              .bytes = arena_get(mem, most + 1),
              .most = most,
              .end = now() + patience};
    bool ok = start(&t, words, ends[1], mem);
    (void)close(ends[1]);
    if (t.left == 0) (void)shutdown(t.line, SHUT_WR);
    if (ok) ok = finish(&t, converse(&t));
    (void)close(ends[0]);
    return ok ? t.bytes : NULL;
}
