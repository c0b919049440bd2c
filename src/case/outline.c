/* SPDX-License-Identifier: Apache-2.0
 *
 * What does somebody write first?
 *
 * A case that passes `check` as it is, from what is known in plain words. Every
 * section that most cases need and of which nothing is known yet is begun in a
 * comment: taking the `# ` away gives a case that passes, too. It reads as if
 * typed by hand: an entry a line, broken behind a comma where it is too long.
 */
#include <string.h>

#include "base/diag.h"
#include "base/growing_text.h"
#include "base/text.h"
#include "case/load.h"
#include "case/plain_int.h"

/* --- Reading --- */

typedef struct reader {
    const char *about;
    bool (*read)(plain_case *c, span line);
} reader;

/* In the order in which they need each other. */
static const reader readers[] = {
    {"source", plain_source}, {"party", plain_party},
    {"other", plain_other},   {"channel", plain_channel},
    {"issue", plain_issue},   {"proposal", plain_proposal},
    {"said", plain_said},     {"assumed", plain_assumed},
};
enum { READERS = sizeof readers / sizeof *readers };

static span line_of(const plain_case *c, const case_answer *a) {
    return phrase_of(source_new(c->mem, a->about, a->words, strlen(a->words)));
}

static bool read_date(plain_case *c, const case_answer *a) {
    span line = line_of(c, a);
    c->date = phrase_text(line, c->mem);
    if (plain_is_date(line, c->mem)) return true;
    return diag_error(c->d, line, "case/date",
                      "\"%s\" is not a date; write 2031-05-06", c->date);
}

static bool is_answer(const char *about) {
    for (size_t i = 0; i < READERS; i++)
        if (text_same(readers[i].about, about)) return true;
    return text_same(about, "as-of");
}

static bool read_answers(plain_case *c, const case_answer *answers, int count) {
    bool ok = true;
    for (int i = 0; i < count; i++) {
        if (!is_answer(answers[i].about))
            ok = diag_error(c->d, SPAN_NONE, "option/unknown",
                            "nothing in a new case is called \"%s\"",
                            answers[i].about);
        if (text_same(answers[i].about, "as-of"))
            ok = read_date(c, &answers[i]) && ok;
    }
    for (size_t r = 0; r < READERS; r++)
        for (int i = 0; i < count; i++)
            if (text_same(answers[i].about, readers[r].about))
                ok = readers[r].read(c, line_of(c, &answers[i])) && ok;
    return ok;
}

/* A case has two parties and an issue: what is missing waits for its name. */
static void fill_in(plain_case *c) {
    static const case_answer a = {"party", "A"}, b = {"party", "B"},
                             issue = {"issue", "issue-1"};
    plain_list *parties = &c->sections[PLAIN_PARTIES];
    if (parties->count == 0) (void)plain_party(c, line_of(c, &a));
    if (parties->count == 1) (void)plain_party(c, line_of(c, &b));
    if (c->sections[PLAIN_ISSUES].count == 0)
        (void)plain_issue(c, line_of(c, &issue));
}

/* --- Writing --- */

typedef struct outline {
    growing_text b;
    const plain_case *c;
} outline;

static void add(outline *o, const char *text) { growing_text_add(&o->b, text); }
static void add_name(outline *o, const char *name) {
    flow_text(&o->b, name, FLOW_YAML);
}

static void add_items(outline *o, plain_section section, bool list) {
    const plain_list *l = &o->c->sections[section];
    for (int i = 0; i < l->count; i++) {
        growing_text b = {.mem = o->b.mem};
        growing_text_add(&b, list ? "  - " : "  ");
        if (!list) {
            flow_text(&b, l->items[i].id, FLOW_YAML);
            growing_text_add(&b, *l->items[i].text == '\n' ? ":" : ": ");
        }
        growing_text_add(&b, l->items[i].text);
        plain_wrap(&o->b, b.bytes);
        add(o, "\n");
    }
}

/* The section's comment and items, or false: there are none. */
static bool add_section(outline *o, plain_section section, const char *comment,
                        const char *key) {
    add(o, comment);
    if (o->c->sections[section].count == 0) return false;
    add(o, key);
    add(o, ":\n");
    add_items(o, section, section == PLAIN_CHANNELS || section == PLAIN_RECORD);
    return true;
}

static const plain_item *first_issue(const outline *o) {
    return &o->c->sections[PLAIN_ISSUES].items[0];
}

/* Of the first issue: `id: option`. */
static void add_term(outline *o, int option) {
    add_name(o, first_issue(o)->id);
    add(o, ": ");
    add_name(o, first_issue(o)->options.items[option].id);
}

static void add_head(outline *o, const char *title) {
    add(o, "parley: 1\ncase: ");
    add_name(o, title && *title ? title : "A new case");
    add(o, "\n"
           "# docs/case-format.md describes everything that may stand here.\n"
           "\n"
           "# The day whose state this is (default: the latest date below).\n");
    add(o, o->c->date ? "as-of: " : "# as-of: ");
    add(o, o->c->date ? o->c->date : "2025-01-31");
    add(o, "\n");
    if (!add_section(o, PLAIN_SOURCES,
                     "\n# Where each statement is from; grade A (reliable) to "
                     "F.\n",
                     "sources"))
        add(o, "# sources:\n"
               "#   r1: {title: \"...\", outlet: \"...\", date: 2025-01-30, "
               "grade: C}\n");
}

static void add_who(outline *o) {
    (void)add_section(o, PLAIN_PARTIES, "\n# Whose acceptance is needed.\n",
                      "parties");
    if (!add_section(o, PLAIN_OTHERS,
                     "\n# Everyone else: lead, mediator, host, relay, "
                     "guarantor, monitor, ally, spoiler.\n",
                     "others"))
        add(o, "# others:\n"
               "#   the-mediator: {name: \"...\", roles: [mediator]}\n");
    if (o->c->sections[PLAIN_PEOPLE].count > 0)
        (void)add_section(o, PLAIN_PEOPLE, "\n# Who speaks for whom.\n",
                          "people");
}

static void add_channels(outline *o) {
    const plain_list *parties = &o->c->sections[PLAIN_PARTIES];
    if (add_section(o, PLAIN_CHANNELS,
                    "\n# Who can speak to whom: open, barred or unknown.\n",
                    "channels"))
        return;
    add(o, "# channels:\n#   - {between: [");
    add_name(o, parties->items[0].id);
    add(o, ", ");
    add_name(o, parties->items[1].id);
    add(o, "], state: barred, why: \"...\"}\n");
}

static void add_record(outline *o) {
    if (add_section(o, PLAIN_RECORD,
                    "\n# Who said what: prefer, matters, demand, require, "
                    "refuse, offer, trade, accept,\n"
                    "# reject, doubt. An assumption of your own: source: "
                    "analyst, with a credence.\n",
                    "record"))
        return;
    add(o, "# record:\n#   - {id: s1, for: ");
    add_name(o, o->c->sections[PLAIN_PARTIES].items[0].id);
    add(o, ", kind: demand, source: analyst, credence: 0.8,\n#      about: {");
    add_term(o, 1);
    add(o, "}, gist: \"...\"}\n");
}

static void add_proposals(outline *o) {
    if (add_section(o, PLAIN_PROPOSALS,
                    "\n# What is on the table, phase by phase; talks may "
                    "follow in the last one.\n",
                    "proposals"))
        return;
    add(o, "# proposals:\n"
           "#   first-draft:\n"
           "#     plan:\n"
           "#       - {phase: agreement, terms: {");
    add_term(o, 1);
    add(o, "}, lasts: open}\n");
}

static char *write_all(const plain_case *c, const char *title) {
    outline o = {.b = {.mem = c->mem}, .c = c};
    add_head(&o, title);
    add_who(&o);
    add_channels(&o);
    (void)add_section(&o, PLAIN_ISSUES,
                      "\n# What is negotiated, what could be agreed, and what "
                      "holds now.\n"
                      "# `scale: true` if the options lie on a line; `by: "
                      "PARTY` who carries it out.\n",
                      "issues");
    add_record(&o);
    add_proposals(&o);
    return o.b.bytes;
}

char *case_new(const char *title, const case_answer *answers, int count,
               arena *mem, parley_diags *d) {
    plain_case c = {.mem = mem, .d = d ? d : diag_private(mem)};
    if (!read_answers(&c, answers, count)) return NULL;
    fill_in(&c);
    char *text = write_all(&c, title);
    const case_model *model;
    const source_text *file = source_new(mem, "new case", text, strlen(text));
    return case_load(&model, file, mem, c.d) ? text : NULL;
}
