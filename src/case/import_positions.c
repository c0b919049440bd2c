/* SPDX-License-Identifier: Apache-2.0
 * A table of positions (.csv) as a case to forecast: columns issue, actor,
 * position (0 to 100), salience (0 to 100) and, if there is one, capability.
 * A row is one actor's stake in one issue, and comes once. Actors become
 * parties, an issue has the ends of its scale, 0 and 100, as options. Names
 * are kept as they are, so that forecasts can be paired with outcomes; an actor
 * called "at" or "analyst", which mean something else in a case, gets a 2. More
 * issues or actors than a case may have are refused here, where the table shows
 * which row is too many; the work grows with the rows and no faster. */
#include "base/csv.h"
#include "base/text.h"
#include "case/import.h"
#include "case/load_int.h"
#include "case/names.h"
#include "case/save_int.h"

/* What a column names, in the order of the table. */
typedef struct named {
    const char *what;
    int most, count;
    const char **names, **ids;
    case_names *places;
} named;

typedef struct importing {
    csv_table t;
    int issue, actor, position, salience, capability; /* columns */
    named issues, actors;
    int *actor_of;            /* by row */
    int *first, *last, *next; /* rows of an issue one after the other */
    growing_text b;
    arena *mem;
    parley_diags *d;
} importing;

static named named_new(const char *what, int most, arena *mem) {
    return (named){what,
                   most,
                   0,
                   ARENA_ARRAY(mem, const char *, most),
                   ARENA_ARRAY(mem, const char *, most),
                   names_new(mem)};
}

/* The place of the cell's name, or -1 with a diag: there are too many, or it
 * is empty. */
static int place_of(named *n, const csv_cell *cell, arena *mem,
                    parley_diags *d) {
    const char *name = cell->text;
    int at = names_find(n->places, 0, name);
    if (at >= 0) return at;
    if (*name == '\0') {
        diag_error(d, cell->at, "import/empty", "a name is missing here");
        return -1;
    }
    if (n->count == n->most) {
        diag_limit(d, cell->at, "import/too-large", "more than %d %s", n->most,
                   n->what);
        return -1;
    }
    bool reserved = text_same(name, "at") || text_same(name, "analyst");
    n->names[n->count] = name;
    n->ids[n->count] = reserved ? arena_format(mem, "%s-2", name) : name;
    names_add(n->places, 0, name, n->count);
    return n->count++;
}

static bool find_columns(importing *m) {
    m->issue = csv_need(&m->t, "issue", m->d);
    m->actor = csv_need(&m->t, "actor", m->d);
    m->position = csv_need(&m->t, "position", m->d);
    m->salience = csv_need(&m->t, "salience", m->d);
    m->capability = csv_column(&m->t, "capability");
    return m->issue >= 0 && m->actor >= 0 && m->position >= 0 &&
           m->salience >= 0;
}

static bool check_row(importing *m, int row) {
    double number;
    const double most = 1e9;
    bool ok =
        csv_number(csv_at(&m->t, row, m->position), 0, 100, &number, m->d);
    ok = csv_number(csv_at(&m->t, row, m->salience), 0, 100, &number, m->d) &&
         ok;
    if (m->capability >= 0)
        ok = csv_number(csv_at(&m->t, row, m->capability), 0, most, &number,
                        m->d) &&
             ok;
    return ok;
}

/* Puts a row behind the others of its issue; false with a diag. */
static bool take_row(importing *m, int row, case_names *seen) {
    const csv_cell *actor = csv_at(&m->t, row, m->actor);
    bool ok = check_row(m, row);
    int issue =
        place_of(&m->issues, csv_at(&m->t, row, m->issue), m->mem, m->d);
    m->actor_of[row] = place_of(&m->actors, actor, m->mem, m->d);
    if (issue < 0 || m->actor_of[row] < 0) return false;
    m->next[row] = -1;
    *(m->last[issue] < 0 ? &m->first[issue] : &m->next[m->last[issue]]) = row;
    m->last[issue] = row;
    if (names_add(seen, issue, actor->text, row)) return ok;
    return diag_error(m->d, actor->at, "import/repeated",
                      "\"%s\" has a position on \"%s\" already", actor->text,
                      m->issues.names[issue]);
}

static bool take_rows(importing *m) {
    bool ok = true;
    m->issues = named_new("issues", LOAD_ISSUES_MOST, m->mem);
    m->actors = named_new("actors", LOAD_PARTIES_MOST, m->mem);
    m->actor_of = ARENA_ARRAY(m->mem, int, m->t.row_count + 1);
    m->next = ARENA_ARRAY(m->mem, int, m->t.row_count + 1);
    m->first = ARENA_ARRAY(m->mem, int, LOAD_ISSUES_MOST);
    m->last = ARENA_ARRAY(m->mem, int, LOAD_ISSUES_MOST);
    for (int i = 0; i < LOAD_ISSUES_MOST; i++)
        m->first[i] = m->last[i] = -1;
    case_names *seen = names_new(m->mem);
    for (int i = 0; i < m->t.row_count; i++)
        ok = take_row(m, i, seen) && ok;
    return ok;
}

static void add(importing *m, const char *text) {
    growing_text_add(&m->b, text);
}

static void add_quoted(importing *m, const char *text) {
    flow_text(&m->b, text, FLOW_JSON);
}

/* Indented and quoted, up to what follows it. */
static void add_key(importing *m, const char *indent, const char *key,
                    const char *rest) {
    add(m, indent);
    add_quoted(m, key);
    add(m, rest);
}

static void write_names(importing *m) {
    add(m, "parley: 1\ncase: ");
    add_quoted(m, m->t.text->name);
    add(m, "\nparties:\n");
    for (int i = 0; i < m->actors.count; i++)
        add_key(m, "  ", m->actors.ids[i], ": {}\n");
    add(m, "issues: # positions lie between the ends\n");
    for (int i = 0; i < m->issues.count; i++)
        add_key(m, "  ", m->issues.names[i],
                ": {options: [\"0\", \"100\"], scale: true}\n");
}

static void write_stake(importing *m, int row) {
    add_key(m, "    ", m->actors.ids[m->actor_of[row]],
            arena_format(m->mem, ": {position: \"%s\", salience: %s",
                         csv_at(&m->t, row, m->position)->text,
                         csv_at(&m->t, row, m->salience)->text));
    if (m->capability >= 0)
        add(m, arena_format(m->mem, ", capability: %s",
                            csv_at(&m->t, row, m->capability)->text));
    add(m, "}\n");
}

static void write_stakes(importing *m) {
    add(m, "forecast:\n");
    for (int issue = 0; issue < m->issues.count; issue++) {
        add_key(m, "  ", m->issues.names[issue], ":\n");
        for (int i = m->first[issue]; i >= 0; i = m->next[i])
            write_stake(m, i);
    }
}

const char *import_positions(const source_text *text, arena *mem,
                             parley_diags *d) {
    importing m = {.b = {.mem = mem}, .mem = mem, .d = d};
    bool ok = csv_read(&m.t, text, mem, d);
    if (m.t.column_count == 0 || !find_columns(&m)) return NULL;
    if (!take_rows(&m) || !ok) return NULL;
    write_names(&m);
    write_stakes(&m);
    return m.b.bytes;
}
