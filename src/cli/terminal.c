/* SPDX-License-Identifier: Apache-2.0
 * The terminal: its width, and a line that says how far long work is: the time
 * taken, and the share of the step at hand, as nobody knows how many steps a
 * lens takes. The line appears after half a second, so quick answers show
 * none, and is wiped out before anything else is written. */
#include <stdlib.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "base/number.h"
#include "cli/report.h"

enum { USUAL_WIDTH = 80, FIRST_MS = 500, BETWEEN_MS = 100 };

size_t terminal_width(void) {
    struct winsize size;
    int64_t columns;
    const char *given = getenv("COLUMNS");
    if (!isatty(STDOUT_FILENO)) return USUAL_WIDTH;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    if (given && number_int(given, &columns) && columns > 0)
        return (size_t)columns;
    return USUAL_WIDTH;
}

static long long now_ms(void) {
    struct timespec t;
    if (clock_gettime(CLOCK_MONOTONIC, &t) != 0) return 0;
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static bool show_progress(void *self, size_t done, size_t total) {
    progress_line *p = self;
    long long now = now_ms();
    long long wait =
        p->shown ? p->shown_ms + BETWEEN_MS : p->begun_ms + FIRST_MS;
    if (now < wait || total == 0) return true;
    p->shown = true;
    p->shown_ms = now;
    double percent = 100 * (double)done / (double)total;
    (void)fprintf(stderr, "\rworking, %lld s (%3.0f %% of this step)",
                  (now - p->begun_ms) / 1000, percent);
    (void)fflush(stderr);
    return true;
}

const parley_host *progress_begin(progress_line *p) {
    *p = (progress_line){.host = {.self = p, .progress = show_progress}};
    if (!isatty(STDERR_FILENO)) return NULL;
    p->begun_ms = now_ms();
    return &p->host;
}

void progress_end(progress_line *p) {
    if (p->shown) (void)fputs("\r\033[K", stderr);
    p->shown = false;
}
