/* SPDX-License-Identifier: Apache-2.0
 * Inserts into a bare table of SQLite with the store's own settings: what the
 * chain, the triggers and the turns cost is the difference. */
#ifndef BENCH_PROCESS_RAW_H
#define BENCH_PROCESS_RAW_H

#include <stdbool.h>
#include <stdlib.h>

typedef struct raw_log raw_log;

#ifdef PARLEY_SQLITE
#include <sqlite3.h>

struct raw_log {
    sqlite3 *db;
    sqlite3_stmt *put;
};

static raw_log *raw_open(const char *path) {
    static const char setup[] =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE t(n INTEGER PRIMARY KEY, line TEXT)";
    raw_log *r = calloc(1, sizeof *r);
    if (!r || sqlite3_open(path, &r->db) != SQLITE_OK ||
        sqlite3_exec(r->db, setup, NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(r->db, "INSERT INTO t(line) VALUES(?)", -1, &r->put,
                           NULL) != SQLITE_OK)
        exit(1);
    return r;
}

static bool raw_append(raw_log *r, const char *line) {
    (void)sqlite3_bind_text(r->put, 1, line, -1, SQLITE_STATIC);
    bool ok = sqlite3_step(r->put) == SQLITE_DONE;
    return sqlite3_reset(r->put) == SQLITE_OK && ok;
}

static void raw_close(raw_log *r) {
    (void)sqlite3_finalize(r->put);
    (void)sqlite3_close(r->db);
    free(r);
}
#else
static raw_log *raw_open(const char *path) {
    (void)path;
    return NULL;
}
static bool raw_append(raw_log *r, const char *line) { return r && line; }
static void raw_close(raw_log *r) { free(r); }
#endif

#endif
