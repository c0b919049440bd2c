/* SPDX-License-Identifier: Apache-2.0
 * How long a look at a long log takes, from its file to the page, for the desk
 * and for a party; and how many events a second are kept for good, beside raw
 * SQLite in the same run.
 *
 *   bench_process [EVENTS [APPENDS]]  (default 100000 and 300) */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/guard.h"
#include "bench.h"
#include "bench_process_raw.h"
#include "process/log.h"
#include "store/store.h"

enum { LOOKS = 9, LINE = 256, MOST_LINE = 512 };

static const char case_text[] =
    "parley: 1\ncase: bench\nas-of: 2030-01-01\n"
    "sources: {r: {date: 2030-01-01}}\n"
    "parties: {a: {name: A}, b: {name: B}}\n"
    "others: {m: {name: M, role: lead}}\n"
    "issues: {i: {options: [x, y], now: x}}\n"
    "proposals: {p: {plan: [{lasts: 7 days, terms: {i: y}}]}}\n";

/* Draft, answers, declaration: what comes before a truce of nine years. */
static const char *const opening[] = {
    "\"kind\": \"draft\", \"proposal\": \"p\"",
    "\"kind\": \"send\", \"to\": [\"a\", \"b\"], \"sealed\": true, "
    "\"proposal\": \"p\"",
    "\"kind\": \"deliver\", \"to\": [\"a\", \"b\"], \"proposal\": \"p\"",
    "\"kind\": \"answer\", \"by\": \"a\", \"answer\": \"accept\", "
    "\"proposal\": \"p\"",
    "\"kind\": \"answer\", \"by\": \"b\", \"answer\": \"accept\", "
    "\"proposal\": \"p\"",
    "\"kind\": \"declare\", \"proposal\": \"p\"",
    "\"kind\": \"start\", \"proposal\": \"p\"",
    "\"kind\": \"extend\", \"until\": \"2040-01-01T00:00Z\", "
    "\"proposal\": \"p\""};
enum { OPENING = sizeof opening / sizeof *opening };

/* Then: of 100 events 60 notes, 20 incidents, five settled, ten guarantees and
 * five that enter the record. */
static const char *form_of(int i) {
    int kind = i % 20;
    if (i % 40 == 19)
        return "\"kind\": \"statement\", \"entry\": {\"id\": \"s%d\", "
               "\"kind\": \"demand\", \"by\": \"a\", \"for\": \"a\", "
               "\"about\": {\"i\": \"y\"}}";
    if (i % 40 == 39)
        return "\"kind\": \"contact\", \"entry\": {\"id\": \"c%d\", "
               "\"kind\": \"message\", \"between\": [\"a\", \"b\"]}";
    if (kind < 12)
        return "\"kind\": \"confer\", \"by\": \"a\", \"text\": \"what they "
               "would do, %d\"";
    if (kind < 16)
        return "\"kind\": \"incident\", \"id\": \"n%d\", \"by\": \"b\", "
               "\"proposal\": \"p\", \"clause\": \"fire\", \"text\": \"shots "
               "near the light\"";
    if (kind == 16) return "\"kind\": \"verify\", \"incident\": \"n%d\"";
    return "\"kind\": \"guarantee\", \"by\": \"m\", \"to\": [\"a\"], "
           "\"of\": \"truce\", \"status\": \"offered\", \"proposal\": \"p\", "
           "\"text\": \"%d\"";
}

/* "%d" in the form is the number; of what settles an incident, the one before.
 */
static void write_body(char *to, int i) {
    const char *form = i < OPENING ? opening[i] : form_of(i);
    const char *hole = strstr(form, "%d");
    int number = i % 20 == 16 ? i - 1 : i;
    if (hole)
        (void)snprintf(to, LINE, "%.*s%d%s", (int)(hole - form), form, number,
                       hole + 2);
    else
        (void)snprintf(to, LINE, "%s", form);
}

static void write_line(char *to, int i) {
    char body[LINE];
    write_body(body, i);
    (void)snprintf(to, (size_t)MOST_LINE,
                   "{\"at\": \"2031-%02d-%02dT%02d:%02d+01:00\", "
                   "%s}",
                   1 + i / 10080, 1 + i / 1440 % 7 * 4, i / 60 % 24, i % 60,
                   body);
}

typedef struct place {
    char folder[32], path[64], log[80];
} place;

static place make_place(void) {
    place p = {.folder = "bench_process.XXXXXX"};
    if (!mkdtemp(p.folder)) exit(1);
    (void)snprintf(p.path, sizeof p.path, "%s/case.yaml", p.folder);
    (void)snprintf(p.log, sizeof p.log, "%s.log", p.path);
    FILE *file = fopen(p.path, "wb");
    if (!file || fputs(case_text, file) < 0 || fclose(file) != 0) exit(1);
    return p;
}

static void clear_place(const place *p) {
    static const char *const ends[] = {
        "", ".log", ".log-wal", ".log-shm", ".raw", ".raw-wal", ".raw-shm"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        char path[96];
        (void)snprintf(path, sizeof path, "%s%s", p->path, ends[i]);
        (void)unlink(path);
    }
    (void)rmdir(p->folder);
}

typedef struct plan {
    int events, appends;
    place p;
    arena *mem;
} plan;

/* --- Looking --- */

/* In one turn, and judged by nobody: the look judges what it reads. */
static void fill(const plan *b) {
    arena *mem = arena_child(b->mem);
    char line[MOST_LINE];
    store *s = store_open(b->p.log, true, mem, NULL);
    if (!s || !store_begin(s, NULL)) exit(1);
    for (int i = 0; i < b->events; i++) {
        write_line(line, i);
        if (!store_put(s, line, strlen(line), NULL)) exit(1);
    }
    if (!store_commit(s, NULL)) exit(1);
    arena_free(mem);
}

static bool count_bytes(void *self, const char *bytes, size_t size) {
    (void)bytes;
    *(size_t *)self += size;
    return true;
}

static double look(const plan *b, const char *viewer, size_t *written) {
    parley_case *c;
    parley_result *r;
    parley_option option = {"for", viewer};
    double begin = seconds();
    *written = 0;
    if (parley_load(&c, NULL, b->p.path, NULL) != PARLEY_OK) exit(1);
    if (parley_look(&r, c, "status", &option, viewer ? 1 : 0, NULL) !=
        PARLEY_OK)
        exit(1);
    (void)parley_write(r, "text", NULL, (parley_sink){written, count_bytes},
                       NULL);
    parley_result_free(r);
    parley_case_free(c);
    return (seconds() - begin) * 1e3;
}

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void time_looks(const plan *b, const char *viewer) {
    double took[LOOKS];
    size_t written;
    for (int i = 0; i < LOOKS; i++)
        took[i] = look(b, viewer, &written);
    qsort(took, LOOKS, sizeof *took, compare);
    printf("status of %d events for %s: %.0f ms of processor time (best %.0f), "
           "%zu bytes\n",
           b->events, viewer ? "a party" : "the desk", took[LOOKS / 2], took[0],
           written);
}

/* --- Adding --- */

static double wall(void) {
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* Batches by turns, so that both meet the same disk. */
typedef struct race {
    store *s;
    raw_log *raw;
    const char *line;
    double ours, plain; /* seconds */
} race;

static void run_batch(race *r, int count) {
    double begin = wall();
    for (int i = 0; i < count; i++)
        if (!store_begin(r->s, NULL) ||
            !store_put(r->s, r->line, strlen(r->line), NULL) ||
            !store_commit(r->s, NULL))
            exit(1);
    double middle = wall();
    for (int i = 0; i < count; i++)
        if (!raw_append(r->raw, r->line)) exit(1);
    r->ours += middle - begin;
    r->plain += wall() - middle;
}

/* Returns how many a second raw SQLite takes. */
static double time_race(const plan *b, const char *line) {
    enum { BATCH = 20 };
    arena *mem = arena_child(b->mem);
    race r = {.line = line};
    r.s = store_open(b->p.log, true, mem, NULL);
    r.raw = raw_open(arena_format(mem, "%s.raw", b->p.path));
    if (!r.s || !r.raw) exit(1);
    for (int done = 0; done < b->appends; done += BATCH)
        run_batch(&r, BATCH);
    raw_close(r.raw);
    arena_free(mem);
    int count = (b->appends + BATCH - 1) / BATCH * BATCH;
    printf("appends a second, each on disk before the next: %.0f; raw SQLite "
           "%.0f, %.2f times as many\n",
           count / r.ours, count / r.plain, r.ours / r.plain);
    return count / r.plain;
}

/* Lines judged `at_once` a call, which loads the case, opens the log and reads
 * all of it; `raw`: how many a second SQLite takes one by one. */
static void judged_appends(const plan *b, int at_once, double raw) {
    arena *mem = arena_child(b->mem);
    char line[MOST_LINE];
    const char *lines = "";
    write_line(line, OPENING);
    for (int i = 0; i < at_once; i++)
        lines = arena_format(mem, "%s%s\n", lines, line);
    double begin = wall(), busy = seconds();
    for (int i = 0; i < b->appends; i += at_once)
        if (parley_log_append(NULL, b->p.path, lines, strlen(lines), NULL,
                              NULL) != PARLEY_OK)
            exit(1);
    int calls = (b->appends + at_once - 1) / at_once;
    double rate = calls * at_once / (wall() - begin);
    printf("judged, %d a call: %.0f a second, %.2f times raw SQLite's one by "
           "one; %.2f ms of processor time a call\n",
           at_once, rate, rate / raw, (seconds() - busy) * 1e3 / calls);
    arena_free(mem);
}

static void time_appends(const plan *b) {
    static const int sizes[] = {1, 10, 100};
    char line[MOST_LINE];
    write_line(line, OPENING);
    double raw = time_race(b, line);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        judged_appends(b, sizes[i], raw);
}

static void run(void *subject) {
    plan *b = subject;
    if (!store_available()) return;
    b->p = make_place();
    fill(b);
    time_looks(b, NULL);
    time_looks(b, "a");
    clear_place(&b->p);
    b->p = make_place();
    time_appends(b);
    clear_place(&b->p);
}

static int number_of(const char *word, int usual) {
    int64_t number = 0;
    bool good = word && number_int(word, &number) && number > 0 &&
                number <= PROCESS_EVENTS_MOST;
    return good ? (int)number : usual;
}

int main(int count, char **words) {
    guard g;
    plan b = {.events = number_of(count > 1 ? words[1] : NULL, 100000),
              .appends = number_of(count > 2 ? words[2] : NULL, 300),
              .mem = arena_new(NULL)};
    if (!b.mem) return 1;
    arena_set_guard(b.mem, &g);
    bool ok = guard_run(&g, run, &b);
    arena_free(b.mem);
    return ok ? 0 : 1;
}
