/* SPDX-License-Identifier: Apache-2.0
 * What is wrong with a case file, what is in it, and (strict) which of its
 * elements have no source. An assumption of the analyst counts as one thing, a
 * sourced element as another; what has neither may be right, but nobody can
 * trace it. */
#include "lens/check.h"

#include "base/diag.h"
#include "base/text.h"

typedef struct tally {
    int errors, warnings, notes;
} tally;

static const char *severity_name(parley_severity severity) {
    switch (severity) {
    case PARLEY_NOTE:
        return "note";
    case PARLEY_WARNING:
        return "warning";
    case PARLEY_ERROR:
        break;
    }
    return "error";
}

static tally count_problems(const parley_diags *d) {
    tally n = {0, 0, 0};
    for (size_t i = 0; i < parley_diags_count(d); i++) {
        parley_severity severity = parley_diags_get(d, i)->severity;
        n.errors += severity == PARLEY_ERROR;
        n.warnings += severity == PARLEY_WARNING;
        n.notes += severity == PARLEY_NOTE;
    }
    return n;
}

/* --- Problems --- */

static void put_place(doc_value *in, const char *key, int place) {
    if (place > 0)
        doc_put_integer(in, key, place);
    else
        doc_put_null(in, key);
}

static void put_problem(doc_value *list, const parley_diag *p) {
    doc_value *in = doc_put_object(list, NULL);
    doc_put_text(in, "severity", severity_name(p->severity));
    doc_put_text(in, "code", p->code);
    doc_put_text(in, "file", p->file);
    put_place(in, "line", p->line);
    put_place(in, "column", p->column);
    put_place(in, "end-line", p->end_line);
    put_place(in, "end-column", p->end_column);
    doc_put_text(in, "message", p->message);
    doc_put_text(in, "hint", p->hint);
}

static void put_problems(doc *to, const parley_diags *d) {
    tally n = count_problems(d);
    doc_value *root = doc_data(to);
    doc_put_bool(root, "ok", !parley_diags_has_errors(d));
    doc_put_integer(root, "errors", n.errors);
    doc_put_integer(root, "warnings", n.warnings);
    doc_put_integer(root, "notes", n.notes);
    doc_put_count(root, "left-out", parley_diags_left_out(d));
    doc_value *list = doc_put_list(root, "problems");
    for (size_t i = 0; i < parley_diags_count(d); i++)
        put_problem(list, parley_diags_get(d, i));
}

static doc_tone severity_tone(parley_severity severity) {
    if (severity == PARLEY_ERROR) return DOC_BAD;
    return severity == PARLEY_WARNING ? DOC_STRONG : DOC_MUTED;
}

static void show_problems(doc *to, const parley_diags *d) {
    if (parley_diags_count(d) == 0) return;
    doc_table *t = doc_table_new(to, "problems");
    doc_column(t, DOC_RIGHT, "line");
    doc_column(t, DOC_LEFT, "kind");
    doc_column(t, DOC_LEFT, "problem");
    doc_column(t, DOC_LEFT, "code");
    for (size_t i = 0; i < parley_diags_count(d); i++) {
        const parley_diag *p = parley_diags_get(d, i);
        doc_row(t);
        if (p->line > 0)
            doc_cell(t, "%d:%d", p->line, p->column);
        else
            doc_cell_blank(t);
        doc_tint(doc_cell(t, "%s", severity_name(p->severity)),
                 severity_tone(p->severity));
        doc_cell(t, "%s%s%s", p->message, p->hint ? " " : "",
                 p->hint ? p->hint : "");
        doc_cell(t, "%s", p->code);
    }
}

static void say_problems(doc *to, const parley_diags *d) {
    tally n = count_problems(d);
    if (n.errors + n.warnings + n.notes == 0) {
        doc_toned(doc_paragraph(to), DOC_GOOD, "No problems.");
        return;
    }
    doc_text *t = doc_say(to, "Problems: ");
    doc_toned(t, n.errors > 0 ? DOC_BAD : DOC_PLAIN, "%d error%s", n.errors,
              n.errors == 1 ? "" : "s");
    doc_more(t, ", %d warning%s, %d note%s", n.warnings,
             n.warnings == 1 ? "" : "s", n.notes, n.notes == 1 ? "" : "s");
    if (parley_diags_left_out(d) > 0)
        doc_more(t, "; %zu more are not shown", parley_diags_left_out(d));
    doc_more(t, ".");
}

/* --- What is in the case --- */

typedef struct count {
    const char *key, *one, *many;
    int n;
} count;

static int count_entries(const case_model *c, bool drafts) {
    int n = 0;
    for (int i = 0; i < c->record_count; i++)
        n += c->record[i].draft == drafts && !c->record[i].authored;
    return n;
}

static int count_assumed(const case_model *c) {
    int n = 0;
    for (int i = 0; i < c->record_count; i++)
        n += c->record[i].origin.source == CASE_SOURCE_ANALYST;
    return n;
}

static void describe_contents(doc *to, const case_model *c) {
    const count counts[] = {
        {"parties", "party", "parties", c->party_count},
        {"others", "other", "others", c->actor_count - c->party_count},
        {"people", "person", "people", c->person_count},
        {"sources", "source", "sources", c->source_count},
        {"issues", "issue", "issues", c->issue_count},
        {"entries", "entry", "entries", count_entries(c, false)},
        {"drafts", "draft", "drafts", count_entries(c, true)},
        {"proposals", "proposal", "proposals", c->proposal_count},
    };
    doc_value *in = doc_put_object(doc_data(to), "counts");
    doc_text *t = doc_say(to, "In the case: ");
    const char *join = "";
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        const count *k = &counts[i];
        doc_put_integer(in, k->key, k->n);
        if (k->n == 0) continue;
        doc_more(t, "%s%d %s", join, k->n, k->n == 1 ? k->one : k->many);
        join = ", ";
    }
    doc_more(t, ".");
}

static void describe_sourcing(doc *to, const case_model *c, bool strict) {
    doc_value *root = doc_data(to);
    doc_put_integer(root, "sourced", c->sourced);
    doc_put_integer(root, "assumed", count_assumed(c));
    doc_put_integer(root, "unsourced", c->unsourced_count);
    doc_say(to,
            "With a source: %d. Assumptions of the analyst: %d. With no "
            "source: %d.",
            c->sourced, count_assumed(c), c->unsourced_count);
    if (!strict && c->unsourced_count > 0)
        doc_say(to, "check --strict lists those without.");
}

static void describe_unsourced(doc *to, const case_model *c) {
    doc_value *list = doc_put_list(doc_data(to), "unsourced-list");
    doc_table *t = doc_table_new(to, "unsourced");
    doc_caption(t, "Without a source:");
    doc_column(t, DOC_RIGHT, "line");
    doc_column(t, DOC_LEFT, "what");
    for (int i = 0; i < c->unsourced_count; i++) {
        const case_unsourced *u = &c->unsourced[i];
        source_place place = {0, 0};
        if (u->at.text) place = source_locate(u->at.text, u->at.begin);
        doc_value *in = doc_put_object(list, NULL);
        put_place(in, "line", place.line);
        put_place(in, "column", place.column);
        doc_put_text(in, "what", u->what);
        doc_row(t);
        doc_cell(t, "%d:%d", place.line, place.column);
        doc_cell(t, "%s", u->what);
    }
}

static void put_nothing(doc *to) {
    static const char *const keys[] = {
        "counts", "names", "sourced", "assumed", "unsourced", "unsourced-list"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        doc_put_null(doc_data(to), keys[i]);
}

void check_describe(doc *to, const case_model *c, unsigned flags,
                    const parley_diags *d) {
    bool strict = flags & PARLEY_CHECK_STRICT;
    if (c) doc_title(to, "%s", c->title);
    put_problems(to, d);
    say_problems(to, d);
    if (!(flags & PARLEY_CHECK_SHOWN)) show_problems(to, d);
    if (!c) {
        put_nothing(to);
        return;
    }
    describe_contents(to, c);
    check_put_names(doc_data(to), c);
    describe_sourcing(to, c, strict);
    if (strict && c->unsourced_count > 0)
        describe_unsourced(to, c);
    else
        doc_put_null(doc_data(to), "unsourced-list");
}
