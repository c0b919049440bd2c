/* SPDX-License-Identifier: Apache-2.0
 *
 * The log of the talks, kept by SQLite.
 *
 * One STRICT table of numbered lines; triggers refuse to change or delete any,
 * and to add one out of turn. Each row has the SHA-256 of the hash before it,
 * its number (eight bytes, the highest first) and its line, so that no line
 * can be changed, moved or taken out of the middle without breaking all that
 * follow. (Whoever can write the file can make a new chain; a hash noted
 * elsewhere tells.) Write-ahead log with synchronous=FULL: a commit that came
 * back is on disk.
 *
 * Edge cases. A log in a folder that can't be written to, and that nobody has
 * open, is read as it lies there (immutable). A file that is a database of
 * another kind is refused by its application id. Who only reads opens the file
 * for writing where that is allowed (SQLite falls back by itself) and forbids
 * itself to: only such a connection clears the write-ahead log away when it
 * is the last to leave.
 */
#include "store/store.h"

#ifdef PARLEY_SQLITE

#include <sha2.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

enum {
    MOST_ROOM = 1 << 30,
    PATIENCE_MS = 10000,
    APPLICATION = 0x50726c79,
    VERSION = 1
};

struct store {
    sqlite3 *db;
    arena *mem;
    const char *path;
    sqlite3_stmt *put;
    int64_t last; /* number and hash of the last line, within a turn */
    unsigned char hash[SHA256_DIGEST_LENGTH];
};

static const char schema[] =
    "CREATE TABLE IF NOT EXISTS event("
    "  number INTEGER PRIMARY KEY,"
    "  line TEXT NOT NULL,"
    "  hash BLOB NOT NULL CHECK(length(hash) = 32)) STRICT;"
    "CREATE TRIGGER IF NOT EXISTS no_change BEFORE UPDATE ON event BEGIN"
    "  SELECT RAISE(ABORT, 'a log is only added to'); END;"
    "CREATE TRIGGER IF NOT EXISTS no_removal BEFORE DELETE ON event BEGIN"
    "  SELECT RAISE(ABORT, 'a log is only added to'); END;"
    "CREATE TRIGGER IF NOT EXISTS in_turn BEFORE INSERT ON event"
    "  WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM event)"
    "  BEGIN SELECT RAISE(ABORT, 'a line comes out of turn'); END;"
    "PRAGMA application_id = 1349676153;"
    "PRAGMA user_version = 1;";

bool store_available(void) { return true; }

static bool complain(const store *s, parley_diags *d) {
    return diag_error(d, SPAN_NONE, "log/store", "%s: %s", s->path,
                      sqlite3_errmsg(s->db));
}

static bool run(store *s, const char *sql, parley_diags *d) {
    return sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
           complain(s, d);
}

static void close_store(void *subject) {
    store *s = subject;
    (void)sqlite3_finalize(s->put);
    (void)sqlite3_close(s->db);
}

/* --- Opening --- */

static bool read_number(store *s, const char *sql, int64_t *out,
                        parley_diags *d) {
    sqlite3_stmt *q = NULL;
    bool ok = sqlite3_prepare_v2(s->db, sql, -1, &q, NULL) == SQLITE_OK &&
              sqlite3_step(q) == SQLITE_ROW;
    if (ok) *out = sqlite3_column_int64(q, 0);
    if (!ok) (void)complain(s, d);
    (void)sqlite3_finalize(q);
    return ok;
}

/* In one turn, as somebody else may be making the log right now. */
static bool is_log(store *s, bool fresh_too, parley_diags *d) {
    int64_t application = 0, version = 0, tables = 0;
    bool read =
        run(s, "BEGIN", d) &&
        read_number(s, "SELECT count(*) FROM sqlite_schema", &tables, d) &&
        read_number(s, "PRAGMA application_id", &application, d) &&
        read_number(s, "PRAGMA user_version", &version, d);
    store_rollback(s);
    if (!read) return false;
    if (fresh_too && tables == 0) return true;
    if (application == APPLICATION && version == VERSION) return true;
    return diag_error(d, SPAN_NONE, "log/other-file",
                      "%s is not a log of this version of Parley", s->path);
}

/* SQLite doesn't wait by itself where two switch the journal at once. */
static bool use_journal(store *s, parley_diags *d) {
    enum { PAUSE_MS = 10 };
    static const char sql[] = "PRAGMA journal_mode = WAL";
    int code = SQLITE_BUSY;
    for (int waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
        code = sqlite3_exec(s->db, sql, NULL, NULL, NULL);
        if ((code & 0xff) != SQLITE_BUSY) break;
        (void)sqlite3_sleep(PAUSE_MS);
    }
    return code == SQLITE_OK || complain(s, d);
}

static bool prepare(store *s, parley_diags *d) {
    int64_t tables = 0;
    if (!use_journal(s, d) || !run(s, "PRAGMA synchronous = FULL", d) ||
        !read_number(s, "SELECT count(*) FROM sqlite_schema", &tables, d))
        return false;
    if (tables > 0) return true;
    return run(s, "BEGIN IMMEDIATE", d) && run(s, schema, d) &&
           store_commit(s, d);
}

/* "file:PATH?..." with what would end the path there escaped. */
static const char *uri_of(const char *path, const char *rest, arena *mem) {
    static const char digits[] = "0123456789abcdef";
    size_t size = strlen(path), used = 5;
    char *to = arena_get(mem, 3 * size + used + 1);
    memcpy(to, "file:", used);
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)path[i];
        if (!strchr("%?#", path[i])) {
            to[used++] = path[i];
            continue;
        }
        to[used++] = '%';
        to[used++] = digits[c >> 4];
        to[used++] = digits[c & 15];
    }
    return arena_format(mem, "%s%s", to, rest);
}

static bool lies_still(const char *path, arena *mem) {
    const char *slash = strrchr(path, '/');
    const char *folder =
        slash ? arena_text(mem, path, (size_t)(slash - path) + 1) : ".";
    return access(folder, W_OK) != 0 &&
           access(arena_format(mem, "%s-wal", path), F_OK) != 0;
}

store *store_open(const char *path, bool writing, arena *mem, parley_diags *d) {
    store *s = ARENA_NEW(mem, store);
    s->path = path;
    s->mem = mem;
    arena_defer(mem, close_store, s);
    int flags = SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;
    const char *rest = !writing && lies_still(path, mem) ? "?immutable=1" : "";
    flags |= SQLITE_OPEN_READWRITE | (writing ? SQLITE_OPEN_CREATE : 0);
    const char *uri = uri_of(path, rest, mem);
    if (sqlite3_open_v2(uri, &s->db, flags, NULL) != SQLITE_OK) {
        (void)complain(s, d);
        return NULL;
    }
    (void)sqlite3_busy_timeout(s->db, PATIENCE_MS);
    if (!writing && !run(s, "PRAGMA query_only = 1", d)) return NULL;
    if (!is_log(s, writing, d)) return NULL;
    return !writing || prepare(s, d) ? s : NULL;
}

/* --- The chain --- */

static void chain(unsigned char *hash, int64_t number, const char *line,
                  size_t size) {
    SHA2_CTX c;
    unsigned char digits[8];
    for (int i = 0; i < 8; i++)
        digits[i] = (unsigned char)((uint64_t)number >> (56 - 8 * i));
    SHA256Init(&c);
    SHA256Update(&c, hash, SHA256_DIGEST_LENGTH);
    SHA256Update(&c, digits, sizeof digits);
    SHA256Update(&c, (const uint8_t *)line, size);
    SHA256Final(hash, &c);
}

/* --- Turns --- */

static bool read_last(store *s, parley_diags *d) {
    static const char sql[] =
        "SELECT number, hash FROM event ORDER BY number DESC LIMIT 1";
    sqlite3_stmt *q = NULL;
    s->last = 0;
    memset(s->hash, 0, sizeof s->hash);
    int code = sqlite3_prepare_v2(s->db, sql, -1, &q, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(q);
    if (code == SQLITE_ROW) {
        s->last = sqlite3_column_int64(q, 0);
        if (sqlite3_column_bytes(q, 1) == (int)sizeof s->hash)
            memcpy(s->hash, sqlite3_column_blob(q, 1), sizeof s->hash);
    }
    bool ok = code == SQLITE_ROW || code == SQLITE_DONE || complain(s, d);
    (void)sqlite3_finalize(q);
    return ok;
}

bool store_begin(store *s, parley_diags *d) {
    return run(s, "BEGIN IMMEDIATE", d) && read_last(s, d);
}

bool store_put(store *s, const char *line, size_t size, parley_diags *d) {
    static const char sql[] = "INSERT INTO event VALUES(?, ?, ?)";
    if (!s->put &&
        sqlite3_prepare_v2(s->db, sql, -1, &s->put, NULL) != SQLITE_OK)
        return complain(s, d);
    chain(s->hash, ++s->last, line, size);
    (void)sqlite3_bind_int64(s->put, 1, s->last);
    (void)sqlite3_bind_text(s->put, 2, line, (int)size, SQLITE_STATIC);
    (void)sqlite3_bind_blob(s->put, 3, s->hash, sizeof s->hash, SQLITE_STATIC);
    bool ok = sqlite3_step(s->put) == SQLITE_DONE || complain(s, d);
    (void)sqlite3_reset(s->put);
    (void)sqlite3_clear_bindings(s->put);
    return ok;
}

bool store_commit(store *s, parley_diags *d) {
    if (run(s, "COMMIT", d)) return true;
    store_rollback(s);
    return false;
}

void store_rollback(store *s) {
    if (!sqlite3_get_autocommit(s->db))
        (void)sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
}

/* --- Reading --- */

bool store_count(int64_t *count, store *s, parley_diags *d) {
    /* lines are numbered from 1, without gaps */
    return read_number(s, "SELECT coalesce(max(number), 0) FROM event", count,
                       d);
}

bool store_each(store *s, store_take *take, void *self, parley_diags *d) {
    static const char sql[] = "SELECT line FROM event ORDER BY number";
    sqlite3_stmt *q = NULL;
    int code = sqlite3_prepare_v2(s->db, sql, -1, &q, NULL);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(q);
        if (code != SQLITE_ROW) break;
        const unsigned char *line = sqlite3_column_text(q, 0);
        if (line)
            take(self, (const char *)line, (size_t)sqlite3_column_bytes(q, 0));
    }
    bool ok = code == SQLITE_DONE || complain(s, d);
    (void)sqlite3_finalize(q);
    return ok;
}

/* --- Checking --- */

/* Whether the row that is next is what the chain says. */
static bool is_good(sqlite3_stmt *q, int64_t number, unsigned char *hash) {
    const unsigned char *line = sqlite3_column_text(q, 1);
    size_t size = (size_t)sqlite3_column_bytes(q, 1);
    if (sqlite3_column_int64(q, 0) != number || !line) return false;
    chain(hash, number, (const char *)line, size);
    const void *kept = sqlite3_column_blob(q, 2);
    return kept && sqlite3_column_bytes(q, 2) == SHA256_DIGEST_LENGTH &&
           memcmp(kept, hash, SHA256_DIGEST_LENGTH) == 0;
}

static bool check_chain(store *s, size_t *count, parley_diags *d) {
    static const char sql[] =
        "SELECT number, line, hash FROM event ORDER BY number";
    sqlite3_stmt *q = NULL;
    unsigned char hash[SHA256_DIGEST_LENGTH] = {0};
    int code = sqlite3_prepare_v2(s->db, sql, -1, &q, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(q);
    while (code == SQLITE_ROW && is_good(q, (int64_t)*count + 1, hash)) {
        ++*count;
        code = sqlite3_step(q);
    }
    const char *what =
        code == SQLITE_ROW ? "is not what was written" : sqlite3_errmsg(s->db);
    if (code != SQLITE_DONE)
        (void)diag_error(d, SPAN_NONE, "log/broken",
                         "%s: event %zu: %s; the %zu before it are good",
                         s->path, *count + 1, what, *count);
    (void)sqlite3_finalize(q);
    return code == SQLITE_DONE;
}

static bool check_file(store *s, parley_diags *d) {
    static const char sql[] = "PRAGMA integrity_check(1)";
    sqlite3_stmt *q = NULL;
    bool ok = sqlite3_prepare_v2(s->db, sql, -1, &q, NULL) == SQLITE_OK &&
              sqlite3_step(q) == SQLITE_ROW &&
              strcmp((const char *)sqlite3_column_text(q, 0), "ok") == 0;
    if (!ok)
        (void)diag_error(d, SPAN_NONE, "log/broken",
                         "%s: the file is damaged, its events are not",
                         s->path);
    (void)sqlite3_finalize(q);
    return ok;
}

/* All there is in a database but its rows, as one text; NULL on failure. */
static const char *schema_of(sqlite3 *db, arena *mem) {
    static const char sql[] =
        "SELECT group_concat(item, char(10)) FROM (SELECT type || ' ' || name "
        "|| ' ' || tbl_name || ' ' || coalesce(sql, '') AS item "
        "FROM sqlite_schema ORDER BY type, name)";
    sqlite3_stmt *q = NULL;
    const char *text = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) == SQLITE_OK &&
        sqlite3_step(q) == SQLITE_ROW && sqlite3_column_text(q, 0))
        text = arena_text(mem, (const char *)sqlite3_column_text(q, 0),
                          (size_t)sqlite3_column_bytes(q, 0));
    (void)sqlite3_finalize(q);
    return text;
}

/* The table and its triggers against those of a fresh log. */
static bool check_schema(store *s, parley_diags *d) {
    sqlite3 *fresh = NULL;
    const char *wanted = NULL;
    bool ok = sqlite3_open(":memory:", &fresh) == SQLITE_OK &&
              sqlite3_exec(fresh, schema, NULL, NULL, NULL) == SQLITE_OK;
    if (ok) wanted = schema_of(fresh, s->mem);
    (void)sqlite3_close(fresh);
    if (text_same(wanted, schema_of(s->db, s->mem))) return true;
    return diag_error(d, SPAN_NONE, "log/broken",
                      "%s: the table or what guards it is not as it was made; "
                      "the events are",
                      s->path);
}

/* The file's first 100 bytes: what is the same in every log (SQLite's file
 * format, section 1.3). SQLite itself passes over most of it. */
typedef struct fixed_bytes {
    int at, size;
    const char *bytes;
} fixed_bytes;

static const fixed_bytes header[] = {
    {18, 6, "\2\2\0\100\40\40"}, /* write-ahead log, fractions */
    {32, 8, "\0\0\0\0\0\0\0\0"}, /* no free pages */
    {44, 8, "\0\0\0\4\0\0\0\0"}, /* format of the schema; cache size */
    {52, 8, "\0\0\0\0\0\0\0\1"}, /* nothing is moved; UTF-8 */
    {64, 4, "\0\0\0\0"},
    {72, 20, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"},
};

/* What is not yet carried over from the write-ahead log stands for the page
 * that the header is on. */
static bool has_waiting(const store *s) {
    struct stat wal;
    return stat(arena_format(s->mem, "%s-wal", s->path), &wal) == 0 &&
           wal.st_size > 0;
}

static bool check_header(store *s, parley_diags *d) {
    if (has_waiting(s)) return true;
    unsigned char page[100] = {0};
    sqlite3_file *file = NULL;
    bool ok = sqlite3_file_control(s->db, "main", SQLITE_FCNTL_FILE_POINTER,
                                   (void *)&file) == SQLITE_OK &&
              file && file->pMethods &&
              file->pMethods->xRead(file, page, sizeof page, 0) == SQLITE_OK;
    for (size_t i = 0; ok && i < sizeof header / sizeof *header; i++)
        ok = memcmp(page + header[i].at, header[i].bytes,
                    (size_t)header[i].size) == 0;
    /* the counter of changes, and for which of them the size was right */
    if (ok && memcmp(page + 24, page + 92, 4) == 0) return true;
    return diag_error(d, SPAN_NONE, "log/broken",
                      "%s: the file's header is damaged, its events are not",
                      s->path);
}

bool store_verify(store *s, size_t *count, parley_diags *d) {
    *count = 0;
    return check_chain(s, count, d) && check_schema(s, d) && check_file(s, d) &&
           check_header(s, d);
}

#endif
