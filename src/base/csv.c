/* SPDX-License-Identifier: Apache-2.0
 *
 * Tables as other programs write them: comma-separated values after RFC 4180,
 * read with the place of every cell, so that a wrong number in row 3,000 is
 * shown where it stands.
 *
 * The first line names the columns; case and spaces around a name don't count.
 * Cells are parted by commas, or by what the first line shows instead: tabs,
 * or semicolons where it has no comma. A cell in double quotes may hold all of
 * them, line ends, and quotes written twice. Lines that begin with # are
 * skipped; an empty line ends the table, as Parley writes several into one file
 * (a note tells of what follows); a byte order mark is no part of the first
 * name. Rows end
 * with LF or CRLF. Bytes that are not UTF-8, a quote that is not closed and
 * text behind one that is are errors, and so is a row whose cells don't match
 * the columns. At most 1,000 columns and 4,000,000 cells are read.
 */
#include "base/csv.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "base/text.h"

enum { CELLS_MOST = 4000000, COLUMNS_MOST = 1000 };

typedef struct reader {
    const source_text *text;
    size_t at;
    char between;
    csv_cell *cells; /* those of all rows so far */
    size_t count, room;
    bool ok;
    arena *mem;
    parley_diags *d;
} reader;

static bool at_end(const reader *r) { return r->at >= r->text->size; }

static char peek(const reader *r) {
    if (at_end(r)) return '\n';
    return r->text->bytes[r->at];
}

static bool ends_row(const reader *r) {
    char c = peek(r);
    bool crlf = c == '\r' && (r->at + 1 >= r->text->size ||
                              r->text->bytes[r->at + 1] == '\n');
    return c == '\n' || crlf;
}

static void skip_line_end(reader *r) {
    if (!at_end(r) && peek(r) == '\r') r->at++;
    if (!at_end(r)) r->at++;
}

static void add_cell(reader *r, const char *text, size_t begin, size_t end) {
    if (r->count == r->room) {
        size_t room = r->room ? 2 * r->room : 64;
        r->cells =
            arena_grow(r->mem, r->cells, r->count, room, sizeof *r->cells);
        r->room = room;
    }
    r->cells[r->count++] = (csv_cell){text, {r->text, begin, end}};
}

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

static void read_plain(reader *r) {
    size_t begin = r->at;
    while (!ends_row(r) && peek(r) != r->between)
        r->at++;
    size_t end = r->at;
    while (end > begin && is_blank(r->text->bytes[end - 1]))
        end--;
    add_cell(r, arena_text(r->mem, r->text->bytes + begin, end - begin), begin,
             end);
}

/* What stands between quotes, where each quote is written twice. */
static const char *unquoted(const reader *r, size_t begin, size_t end) {
    char *text = arena_text(r->mem, r->text->bytes + begin, end - begin);
    char *to = text;
    for (const char *from = text; *from; from++) {
        *to++ = *from;
        if (from[0] == '"' && from[1] == '"') from++;
    }
    *to = '\0';
    return text;
}

/* The quote that closes a cell begun at r->at, or the text's end. */
static size_t closing_quote(const reader *r) {
    const char *bytes = r->text->bytes;
    size_t i = r->at + 1;
    for (; i < r->text->size; i++) {
        if (bytes[i] != '"') continue;
        if (i + 1 >= r->text->size || bytes[i + 1] != '"') break;
        i++;
    }
    return i;
}

static void read_quoted(reader *r) {
    size_t begin = r->at, end = closing_quote(r);
    add_cell(r, unquoted(r, begin + 1, end), begin, end);
    r->at = end < r->text->size ? end + 1 : end;
    if (end >= r->text->size) {
        r->ok = diag_error(r->d, (span){r->text, begin, begin + 1}, "csv/quote",
                           "this quote is not closed");
        return;
    }
    while (!at_end(r) && peek(r) != r->between && is_blank(peek(r)))
        r->at++;
    if (ends_row(r) || peek(r) == r->between) return;
    r->ok = diag_error(r->d, (span){r->text, r->at, r->at + 1}, "csv/quote",
                       "text behind a closed quote");
    diag_hint(r->d, "a quote inside quotes is written twice");
    while (!ends_row(r) && peek(r) != r->between)
        r->at++;
}

/* The cells of a row; returns how many. */
static size_t read_row(reader *r) {
    size_t before = r->count;
    for (;;) {
        while (peek(r) != r->between && is_blank(peek(r)))
            r->at++;
        if (peek(r) == '"')
            read_quoted(r);
        else
            read_plain(r);
        if (ends_row(r)) break;
        r->at++;
    }
    skip_line_end(r);
    return r->count - before;
}

static void skip_idle_lines(reader *r) {
    while (!at_end(r) && (ends_row(r) || peek(r) == '#')) {
        while (!ends_row(r))
            r->at++;
        skip_line_end(r);
    }
}

static char separator(const reader *r) {
    size_t size = r->at;
    while (size < r->text->size && r->text->bytes[size] != '\n')
        size++;
    const char *line = r->text->bytes + r->at;
    if (memchr(line, '\t', size - r->at)) return '\t';
    bool comma = memchr(line, ',', size - r->at) != NULL;
    return !comma && memchr(line, ';', size - r->at) ? ';' : ',';
}

static const char *lower_case(const char *text, arena *mem) {
    char *name = arena_copy(mem, text);
    for (char *c = name; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    return name;
}

static void check_repeated(reader *r, const csv_cell *heads, int i) {
    for (int k = 0; k < i && *heads[i].text; k++)
        if (text_same(heads[k].text, heads[i].text))
            r->ok = diag_error(r->d, heads[i].at, "csv/duplicate-column",
                               "the column \"%s\" stands twice", heads[i].text);
}

static bool read_heads(reader *r, csv_table *to) {
    size_t count = read_row(r);
    if (count > COLUMNS_MOST)
        return diag_limit(r->d, r->cells[COLUMNS_MOST].at, "csv/too-large",
                          "more than %d columns", COLUMNS_MOST);
    to->column_count = (int)count;
    csv_cell *heads = ARENA_ARRAY(r->mem, csv_cell, to->column_count);
    for (int i = 0; i < to->column_count; i++) {
        heads[i] = r->cells[i];
        heads[i].text = lower_case(heads[i].text, r->mem);
        check_repeated(r, heads, i);
    }
    to->heads = heads;
    r->count = 0;
    return true;
}

static void skip_remarks(reader *r) {
    while (!at_end(r) && peek(r) == '#') {
        while (!ends_row(r))
            r->at++;
        skip_line_end(r);
    }
}

static void read_rows(reader *r, csv_table *to) {
    for (skip_remarks(r); !at_end(r) && !ends_row(r); skip_remarks(r)) {
        size_t first = r->count, cells = read_row(r);
        if (cells != (size_t)to->column_count) {
            r->ok = diag_error(r->d, r->cells[first].at, "csv/cell-count",
                               "%zu cells, but %d columns", cells,
                               to->column_count);
            r->count = first;
            continue;
        }
        to->row_count++;
        if (r->count <= CELLS_MOST) continue;
        r->ok = diag_limit(r->d, r->cells[first].at, "csv/too-large",
                           "more than %d cells", CELLS_MOST);
        break;
    }
    to->cells = r->cells;
    bool ended = !at_end(r) && ends_row(r);
    skip_idle_lines(r);
    if (ended && !at_end(r))
        (void)diag_note(r->d, (span){r->text, r->at, r->at + 1}, "csv/rest",
                        "the table ended with the empty line before this");
}

bool csv_read(csv_table *out, const source_text *text, arena *mem,
              parley_diags *d) {
    reader r = {.text = text, .ok = true, .mem = mem, .d = d};
    *out = (csv_table){.text = text};
    size_t bad = text_valid_utf8(text->bytes, text->size);
    if (bad < text->size)
        return diag_error(d, (span){text, bad, bad + 1}, "csv/not-utf8",
                          "this byte is not UTF-8");
    if (text->size >= 3 && memcmp(text->bytes, "\xef\xbb\xbf", 3) == 0)
        r.at = 3;
    skip_idle_lines(&r);
    if (at_end(&r))
        return diag_error(d, SPAN_NONE, "csv/empty",
                          "%s has no line that names columns", text->name);
    r.between = separator(&r);
    if (!read_heads(&r, out)) return false;
    read_rows(&r, out);
    return r.ok;
}

int csv_column(const csv_table *t, const char *name) {
    for (int i = 0; i < t->column_count; i++)
        if (text_same(t->heads[i].text, name)) return i;
    return -1;
}

int csv_need(const csv_table *t, const char *name, parley_diags *d) {
    int column = csv_column(t, name);
    if (column >= 0) return column;
    span at = t->column_count > 0 ? t->heads[0].at : SPAN_NONE;
    diag_error(d, at, "csv/missing-column", "there is no column \"%s\"", name);
    return -1;
}

const csv_cell *csv_at(const csv_table *t, int row, int column) {
    return &t->cells[(size_t)row * (size_t)t->column_count + (size_t)column];
}

bool csv_number(const csv_cell *cell, double least, double most, double *out,
                parley_diags *d) {
    if (!number_double(cell->text, out))
        return diag_error(d, cell->at, "csv/number", "\"%s\" is not a number",
                          cell->text);
    if (*out >= least && *out <= most) return true;
    return diag_error(d, cell->at, "csv/range", "%s is not between %g and %g",
                      cell->text, least, most);
}

bool csv_flag(const csv_cell *cell, bool *out, parley_diags *d) {
    static const char *const words[] = {"no", "yes", "false", "true", "0", "1"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcasecmp(cell->text, words[i]) != 0) continue;
        *out = i % 2 == 1;
        return true;
    }
    return diag_error(d, cell->at, "csv/yes-no", "\"%s\" is not yes or no",
                      cell->text);
}
