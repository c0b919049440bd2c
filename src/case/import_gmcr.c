/* SPDX-License-Identifier: Apache-2.0
 * The graph models of GMCR+ (files .gmcr, JSON) as cases.
 *
 * An option of a decision maker becomes an issue with the options N and Y,
 * carried out by it. Issues are listed in reverse: in the source a state's
 * number counts the first option as the fastest, in a case the last issue is;
 * so states keep their numbers, and rankings can be taken over as they are. A
 * comment keeps the order in which the source lists its options. Options that
 * go one way only (permittedDirection) become `moves`, infeasible patterns
 * `rules`. Preferences are the ranking where the file says that it is in use
 * (useManualPreferenceRanking, in older files ...Vectors) or has no
 * statements, else the statements: a list of pairs [option, "Y"] holds where
 * all do, a compound one where any member does.
 *
 * What a case can't say is reported: misperceptions are left out with a
 * warning, anything malformed is an error at its place. Coalitions (blocks of
 * decision makers as one player) are a question and not part of a case; a
 * warning says how to ask it. */
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "case/import.h"
#include "case/save_int.h"

/* More options or decision makers are refused: no model that can be analysed
 * has them, and names are compared pair by pair. */
enum { MOST = 1000 };

typedef struct importing {
    const source_text *text;
    const node *options, *makers;
    const char **issue, **party; /* ids */
    growing_text b;
    arena *mem;
    parley_diags *d;
    bool ok;
} importing;

static const node *get(importing *m, const node *n, const char *key,
                       node_kind kind) {
    const node *value = node_find(n, key);
    if (value && value->kind == kind) return value;
    m->ok = diag_error(m->d, n->at, "import/gmcr",
                       value ? "\"%s\" is not what is expected here"
                             : "\"%s\" is missing",
                       key);
    return NULL;
}

static const char *name_of(importing *m, const node *n) {
    const node *name = get(m, n, "name", NODE_TEXT);
    return name ? name->text : "";
}

static bool is_true(const node *n, const char *key) {
    const node *value = node_find(n, key);
    return value && value->kind == NODE_TEXT && text_same(value->text, "true");
}

static size_t count_of(const node *list) { return list ? list->count : 0; }

/* The index of an option, or -1 with a diag. */
static int option_at(importing *m, const node *n) {
    int64_t index = -1;
    if (n->kind == NODE_TEXT && number_int(n->text, &index) && index >= 0 &&
        index < (int64_t)m->options->count)
        return (int)index;
    m->ok = diag_error(m->d, n->at, "import/gmcr",
                       "an option is expected here, a number from 0 to %zu",
                       m->options->count - 1);
    return -1;
}

/* --- Who has what --- */

static void name_parties(importing *m) {
    m->party = ARENA_ARRAY(m->mem, const char *, m->makers->count);
    for (size_t i = 0; i < m->makers->count; i++)
        m->party[i] = case_new_id(name_of(m, m->makers->items[i]), "party",
                                  m->party, (int)i, m->mem);
}

static bool owns(importing *m, size_t maker, size_t option) {
    const node *list = node_find(m->makers->items[maker], "options");
    for (size_t k = 0; k < count_of(list); k++) {
        int64_t index;
        if (list->items[k]->kind == NODE_TEXT &&
            number_int(list->items[k]->text, &index) &&
            index == (int64_t)option)
            return true;
    }
    return false;
}

/* Ids of issues: the option's name, with its owner's where names repeat. */
static void name_issues(importing *m) {
    m->issue = ARENA_ARRAY(m->mem, const char *, m->options->count);
    for (size_t o = 0; o < m->options->count; o++) {
        const char *name = name_of(m, m->options->items[o]);
        bool repeated = false;
        for (size_t k = 0; k < m->options->count; k++)
            repeated |=
                k != o && text_same(name, name_of(m, m->options->items[k]));
        for (size_t i = 0; repeated && i < m->makers->count; i++)
            if (owns(m, i, o)) {
                name = arena_format(m->mem, "%s %s", m->party[i], name);
                repeated = false;
            }
        m->issue[o] = case_new_id(name, "option", m->issue, (int)o, m->mem);
    }
}

static void add(importing *m, const char *text) {
    growing_text_add(&m->b, text);
}

static void add_quoted(importing *m, const char *text) {
    flow_text(&m->b, text, FLOW_JSON);
}

static void write_parties(importing *m) {
    add(m, "parties:\n");
    for (size_t i = 0; i < m->makers->count; i++) {
        add(m, arena_format(m->mem, "  %s: {name: ", m->party[i]));
        add_quoted(m, name_of(m, m->makers->items[i]));
        add(m, "}\n");
        const node *wrong = node_find(m->makers->items[i], "misperceptions");
        if (count_of(wrong) > 0)
            diag_warning(m->d, wrong->at, "import/left-out",
                         "misperceptions have no place in a case");
    }
}

static void write_issues(importing *m) {
    add(m, "# The source lists them the other way round; so states keep their "
           "numbers.\nissues:\n");
    for (size_t o = m->options->count; o-- > 0;) {
        const char *by = "";
        for (size_t i = 0; i < m->makers->count; i++)
            if (owns(m, i, o))
                by = arena_format(m->mem, "%s%s%s", by, *by ? ", " : "",
                                  m->party[i]);
        add(m, arena_format(m->mem, "  %s: {options: [N, Y]", m->issue[o]));
        if (*by) add(m, arena_format(m->mem, ", by: [%s]", by));
        add(m, arena_format(m->mem, "}\n"));
    }
}

typedef enum direction { BOTH, FORWARD, BACK } direction;

static direction direction_of(importing *m, const node *option) {
    const node *way = node_find(option, "permittedDirection");
    if (!way) return BOTH;
    if (way->kind == NODE_TEXT) {
        if (text_same(way->text, "both")) return BOTH;
        if (text_same(way->text, "fwd")) return FORWARD;
        if (text_same(way->text, "back")) return BACK;
    }
    m->ok = diag_error(m->d, way->at, "import/gmcr",
                       "a direction is both, fwd or back");
    return BOTH;
}

static void write_moves(importing *m) {
    bool begun = false;
    for (size_t o = 0; o < m->options->count; o++) {
        direction way = direction_of(m, m->options->items[o]);
        for (size_t i = 0; way != BOTH && i < m->makers->count; i++) {
            if (!owns(m, i, o)) continue;
            if (!begun) add(m, "moves:\n");
            begun = true;
            add(m, arena_format(
                       m->mem, "  - {by: %s, issue: %s, from: %s, to: %s}\n",
                       m->party[i], m->issue[o], way == FORWARD ? "N" : "Y",
                       way == FORWARD ? "Y" : "N"));
        }
    }
}

/* --- Patterns --- */

/* One pair [option, "Y" | "N"]. */
static void write_pair(importing *m, const node *n) {
    if (n->kind == NODE_LIST && n->count == 2 &&
        n->items[1]->kind == NODE_TEXT) {
        const char *value = n->items[1]->text;
        int option = option_at(m, n->items[0]);
        if (option < 0) return;
        if (text_same(value, "Y") || text_same(value, "N")) {
            add(m, m->issue[option]);
            add(m, " = ");
            add(m, value);
            return;
        }
    }
    m->ok = diag_error(m->d, n->at, "import/gmcr",
                       "a pair of an option and Y or N is expected here");
}

/* All pairs of a pattern: "a = Y and b = N". */
static void write_pattern(importing *m, const node *n) {
    if (n->kind != NODE_LIST || n->count == 0) {
        m->ok = diag_error(m->d, n->at, "import/gmcr",
                           "a list of pairs is expected here");
        return;
    }
    for (size_t k = 0; k < n->count; k++) {
        if (k) add(m, " and ");
        write_pair(m, n->items[k]);
    }
}

/* A statement: a pattern, or a compound of patterns. */
static void write_statement(importing *m, const node *n) {
    if (n->kind != NODE_MAP) {
        write_pattern(m, n);
        return;
    }
    const node *members = get(m, n, "members", NODE_LIST);
    if (members && members->count == 0)
        m->ok = diag_error(m->d, members->at, "import/gmcr",
                           "a list of pairs is expected here");
    for (size_t k = 0; k < count_of(members); k++) {
        add(m, k ? " or (" : "(");
        write_pattern(m, members->items[k]);
        add(m, ")");
    }
}

static void write_rules(importing *m, const node *root) {
    const node *list = node_find(root, "infeasibles");
    if (count_of(list) == 0) return;
    add(m, "rules:\n");
    for (size_t k = 0; k < list->count; k++) {
        add(m, "  - not (");
        write_pattern(m, list->items[k]);
        add(m, ")\n");
    }
}

/* --- Preferences --- */

static void write_tier(importing *m, const node *n) {
    int64_t state;
    if (n->kind == NODE_TEXT && number_int(n->text, &state))
        add(m, n->text);
    else
        m->ok = diag_error(m->d, n->at, "import/gmcr",
                           "the number of a state is expected here");
}

static void write_ranking(importing *m, const node *list) {
    add(m, "    ranking: [");
    for (size_t k = 0; k < list->count; k++) {
        const node *n = list->items[k];
        if (k) add(m, ", ");
        if (n->kind == NODE_LIST) add(m, "[");
        for (size_t i = 0; n->kind == NODE_LIST && i < n->count; i++) {
            if (i) add(m, ", ");
            write_tier(m, n->items[i]);
        }
        if (n->kind == NODE_LIST)
            add(m, "]");
        else
            write_tier(m, n);
    }
    add(m, "]\n");
}

static void write_order(importing *m, const node *list) {
    add(m, count_of(list) ? "    order:\n" : "    order: []\n");
    for (size_t k = 0; k < count_of(list); k++) {
        add(m, "      - ");
        write_statement(m, list->items[k]);
        add(m, "\n");
    }
}

static void write_preferences(importing *m, const node *root) {
    bool manual = is_true(root, "useManualPreferenceRanking") ||
                  is_true(root, "useManualPreferenceVectors");
    add(m, "preferences:\n");
    for (size_t i = 0; i < m->makers->count; i++) {
        const node *n = m->makers->items[i];
        const node *ranking = node_find(n, "preferenceRanking");
        const node *order = node_find(n, "preferences");
        if (!ranking) ranking = node_find(n, "preferenceVector");
        add(m, arena_format(m->mem, "  %s:\n", m->party[i]));
        bool use = ranking && ranking->kind == NODE_LIST &&
                   ranking->count > 0 && (manual || count_of(order) == 0);
        if (use)
            write_ranking(m, ranking);
        else
            write_order(m, order);
    }
}

static void check_coalitions(importing *m, const node *root) {
    const node *list = node_find(root, "coalitions");
    for (size_t k = 0; k < count_of(list); k++) {
        if (list->items[k]->kind != NODE_LIST || list->items[k]->count < 2)
            continue;
        diag_warning(m->d, list->items[k]->at, "import/left-out",
                     "coalitions have no place in a case");
        diag_hint(m->d, "ask for them: `parley stability --blocks`");
        return;
    }
}

static void check_count(importing *m, const node *list, const char *what) {
    if (list->count > 0 && list->count <= MOST) return;
    m->ok = list->count == 0
                ? diag_error(m->d, list->at, "import/gmcr", "no %s", what)
                : diag_error(m->d, list->at, "import/gmcr",
                             "%zu %s; at most %d are read", list->count, what,
                             MOST);
}

/* "models/Elmira.gmcr": Elmira */
static const char *title_of(const source_text *text, arena *mem) {
    const char *slash = strrchr(text->name, '/');
    const char *name = slash ? slash + 1 : text->name;
    const char *dot = strrchr(name, '.');
    return arena_text(mem, name, dot ? (size_t)(dot - name) : strlen(name));
}

const char *import_gmcr(const source_text *text, arena *mem, parley_diags *d) {
    importing m = {.text = text, .b = {.mem = mem}, .mem = mem, .d = d};
    const node *root;
    if (!node_parse(&root, text, mem, d)) return NULL;
    m.ok = true;
    m.options = get(&m, root, "options", NODE_LIST);
    m.makers = get(&m, root, "decisionMakers", NODE_LIST);
    if (!m.ok) return NULL;
    check_count(&m, m.options, "options");
    check_count(&m, m.makers, "decision makers");
    if (!m.ok) return NULL;
    name_parties(&m);
    name_issues(&m);
    add(&m, "# Imported from a graph model of GMCR+.\nparley: 1\ncase: ");
    add_quoted(&m, title_of(text, mem));
    add(&m, "\n");
    write_parties(&m);
    write_issues(&m);
    write_rules(&m, root);
    write_moves(&m);
    write_preferences(&m, root);
    check_coalitions(&m, root);
    return m.ok ? m.b.bytes : NULL;
}
