/* SPDX-License-Identifier: Apache-2.0
 * A table of positions (.csv) as a case to forecast: columns issue, actor,
 * position (0 to 100), salience (0 to 100) and, if there is one, capability.
 * A row is one actor's stake in one issue, and comes once. Actors become
 * parties, an issue has the ends of its scale, 0 and 100, as options. Names
 * are kept as they are, so that forecasts can be paired with outcomes; an actor
 * called "at" or "analyst", which mean something else in a case, gets a 2. */
#include "base/csv.h"
#include "base/text.h"
#include "case/import.h"
#include "case/save_int.h"

typedef struct names {
    const char **names, **ids;
    int count;
} names;

typedef struct importing {
    csv_table t;
    int issue, actor, position, salience, capability; /* columns */
    names issues, actors;
    int *issue_of, *actor_of; /* by row */
    growing_text b;
    arena *mem;
    parley_diags *d;
} importing;

static int name_index(names *n, const char *name, arena *mem) {
    for (int i = 0; i < n->count; i++)
        if (text_same(n->names[i], name)) return i;
    n->names[n->count] = name;
    bool reserved = text_same(name, "at") || text_same(name, "analyst");
    n->ids[n->count] = reserved ? arena_format(mem, "%s-2", name) : name;
    return n->count++;
}

static names names_for(int most, arena *mem) {
    return (names){ARENA_ARRAY(mem, const char *, most),
                   ARENA_ARRAY(mem, const char *, most), 0};
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

/* Which issue and actor each row speaks of. */
static bool name_rows(importing *m) {
    bool ok = true;
    m->issues = names_for(m->t.row_count + 1, m->mem);
    m->actors = names_for(m->t.row_count + 1, m->mem);
    m->issue_of = ARENA_ARRAY(m->mem, int, m->t.row_count + 1);
    m->actor_of = ARENA_ARRAY(m->mem, int, m->t.row_count + 1);
    for (int i = 0; i < m->t.row_count; i++) {
        ok = check_row(m, i) && ok;
        m->issue_of[i] =
            name_index(&m->issues, csv_at(&m->t, i, m->issue)->text, m->mem);
        m->actor_of[i] =
            name_index(&m->actors, csv_at(&m->t, i, m->actor)->text, m->mem);
    }
    return ok;
}

static bool check_repeats(importing *m) {
    bool ok = true;
    size_t actors = (size_t)m->actors.count;
    bool *seen = ARENA_ARRAY(m->mem, bool, (size_t)m->issues.count *actors + 1);
    for (int i = 0; i < m->t.row_count; i++) {
        size_t cell = (size_t)m->issue_of[i] * actors + (size_t)m->actor_of[i];
        if (seen[cell])
            ok = diag_error(m->d, csv_at(&m->t, i, m->actor)->at,
                            "import/repeated",
                            "\"%s\" has a position on \"%s\" already",
                            m->actors.names[m->actor_of[i]],
                            m->issues.names[m->issue_of[i]]);
        seen[cell] = true;
    }
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
        for (int i = 0; i < m->t.row_count; i++)
            if (m->issue_of[i] == issue) write_stake(m, i);
    }
}

const char *import_positions(const source_text *text, arena *mem,
                             parley_diags *d) {
    importing m = {.b = {.mem = mem}, .mem = mem, .d = d};
    bool ok = csv_read(&m.t, text, mem, d);
    if (m.t.column_count == 0 || !find_columns(&m)) return NULL;
    ok = name_rows(&m) && ok;
    ok = check_repeats(&m) && ok;
    if (!ok) return NULL;
    write_names(&m);
    write_stakes(&m);
    return m.b.bytes;
}
