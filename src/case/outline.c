/* SPDX-License-Identifier: Apache-2.0
 *
 * What does somebody write first?
 *
 * A case that passes `check` as it is, with every section that most cases
 * need begun in a comment: taking the `# ` away gives a case that passes too.
 * Names are kept as they were given; ids are made from them.
 */
#include <string.h>

#include "base/text.h"
#include "case/save_int.h"

typedef struct outline {
    growing_text b;
    const char *const *parties; /* ids */
    const char *const *names;
    int party_count;
    const char *const *issues; /* ids */
    const case_outline_issue *given;
    int issue_count;
    arena *mem;
} outline;

static const char *const unnamed_parties[] = {"A", "B"};
static const char *const unnamed_options[] = {"now", "changed"};
static const case_outline_issue unnamed_issue = {"issue-1",
                                                 {unnamed_options, 2}};

/* --- Names --- */

static bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

/* "United Kingdom" becomes "united-kingdom". */
static char *slug(const char *name, const char *fallback, arena *mem) {
    char *id = arena_get(mem, strlen(name) + 1);
    size_t size = 0;
    for (; *name; name++) {
        char c = *name;
        if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        if (is_name_byte(c))
            id[size++] = c;
        else if (size > 0 && id[size - 1] != '-')
            id[size++] = '-';
    }
    while (size > 0 && id[size - 1] == '-')
        id[--size] = '\0';
    return size > 0 ? id : arena_copy(mem, fallback);
}

static bool is_taken(const char *id, const char *const *ids, int count) {
    for (int i = 0; i < count; i++)
        if (text_same(ids[i], id)) return true;
    return false;
}

const char *case_new_id(const char *name, const char *fallback,
                        const char *const *ids, int count, arena *mem) {
    const char *first = slug(name, fallback, mem);
    const char *id = first;
    for (int i = 2; is_taken(id, ids, count); i++)
        id = arena_format(mem, "%s-%d", first, i);
    return id;
}

static void take_parties(outline *o, text_list given) {
    if (given.count == 0) given = (text_list){unnamed_parties, 2};
    const char **ids = ARENA_ARRAY(o->mem, const char *, (size_t)given.count);
    for (int i = 0; i < given.count; i++)
        ids[i] = case_new_id(given.items[i], "party", ids, i, o->mem);
    o->parties = ids;
    o->names = given.items;
    o->party_count = given.count;
}

static void take_issues(outline *o, const case_outline_issue *given,
                        int count) {
    if (count == 0) {
        given = &unnamed_issue;
        count = 1;
    }
    const char **ids = ARENA_ARRAY(o->mem, const char *, (size_t)count);
    for (int i = 0; i < count; i++)
        ids[i] = case_new_id(given[i].name, "issue", ids, i, o->mem);
    o->issues = ids;
    o->given = given;
    o->issue_count = count;
}

static text_list options_of(const outline *o, int issue) {
    text_list options = o->given[issue].options;
    return options.count > 0 ? options : (text_list){unnamed_options, 2};
}

/* --- The text --- */

static void add(outline *o, const char *text) { growing_text_add(&o->b, text); }
static void add_name(outline *o, const char *name) {
    flow_text(&o->b, name, FLOW_YAML);
}

static void add_head(outline *o, const char *title) {
    add(o, "parley: 1\ncase: ");
    add_name(o, title && *title ? title : "A new case");
    add(o, "\n"
           "# docs/case-format.md describes everything that may stand here.\n"
           "\n"
           "# The day whose state this is (default: the latest date below).\n"
           "# as-of: 2025-01-31\n"
           "\n"
           "# Where each statement is from; grade A (reliable) to F.\n"
           "# sources:\n"
           "#   r1: {title: \"...\", outlet: \"...\", date: 2025-01-30, "
           "grade: C}\n");
}

static void add_parties(outline *o) {
    add(o, "\n# Whose acceptance is needed.\nparties:\n");
    for (int i = 0; i < o->party_count; i++) {
        add(o, "  ");
        add_name(o, o->parties[i]);
        add(o, ": {name: ");
        add_name(o, o->names[i]);
        add(o, "}\n");
    }
    add(o, "\n# Everyone else: lead, mediator, host, relay, guarantor, "
           "monitor, ally, spoiler.\n"
           "# others:\n"
           "#   the-mediator: {name: \"...\", roles: [mediator]}\n");
}

static void add_channels(outline *o) {
    add(o, "\n# Who can speak to whom: open, barred or unknown.\n"
           "# channels:\n#   - {between: [");
    add_name(o, o->parties[0]);
    add(o, ", ");
    add_name(o, o->parties[1 % o->party_count]);
    add(o, "], state: barred, why: \"...\"}\n");
}

static void add_issue(outline *o, int issue) {
    text_list options = options_of(o, issue);
    add(o, "  ");
    add_name(o, o->issues[issue]);
    add(o, ": {options: [");
    for (int i = 0; i < options.count; i++) {
        if (i > 0) add(o, ", ");
        add_name(o, options.items[i]);
    }
    add(o, "], now: ");
    add_name(o, options.items[0]);
    add(o, "}\n");
}

static void add_issues(outline *o) {
    add(o, "\n# What is negotiated, what could be agreed, and what holds now.\n"
           "# `scale: true` if the options lie on a line; `by: PARTY` who "
           "carries it out.\n"
           "issues:\n");
    for (int i = 0; i < o->issue_count; i++)
        add_issue(o, i);
}

/* Of the first issue: `id: option`. */
static void add_term(outline *o, int option) {
    add_name(o, o->issues[0]);
    add(o, ": ");
    add_name(o, options_of(o, 0).items[option]);
}

static void add_record(outline *o) {
    add(o, "\n# Who said what: prefer, matters, demand, require, refuse, "
           "offer, trade, accept,\n"
           "# reject, doubt. An assumption of your own: source: analyst, "
           "with a credence.\n"
           "# record:\n#   - {id: s1, for: ");
    add_name(o, o->parties[0]);
    add(o, ", kind: demand, source: analyst, credence: 0.8,\n#      about: {");
    add_term(o, 1);
    add(o, "}, gist: \"...\"}\n");
}

static void add_proposals(outline *o) {
    add(o, "\n# What is on the table, phase by phase; talks may follow in the "
           "last one.\n"
           "# proposals:\n"
           "#   first-draft:\n"
           "#     plan:\n"
           "#       - {phase: agreement, terms: {");
    add_term(o, 1);
    add(o, "}, lasts: open}\n");
}

char *case_new(const case_outline *given, arena *mem) {
    outline o = {.b = {.mem = mem}, .mem = mem};
    take_parties(&o, given->parties);
    take_issues(&o, given->issues, given->issue_count);
    add_head(&o, given->title);
    add_parties(&o);
    add_channels(&o);
    add_issues(&o);
    add_record(&o);
    add_proposals(&o);
    return o.b.bytes;
}
