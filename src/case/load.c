/* SPDX-License-Identifier: Apache-2.0
 * From a text to a checked case, in passes over its tree:
 *
 * 1. all names are noted, so that the order of the file does not matter;
 * 2. issues are read, since options and expressions need them;
 * 3. the whole tree is checked against the tables of fields.h: keys, shapes,
 *    words, numbers, names;
 * 4. each section is read into the model, with what depends on several values;
 * 5. what depends on several sections is checked: rules against the status
 *    quo and the phases, dates, cycles.
 *
 * No pass stops at an error, and none reports what an earlier one has. A model
 * is given only when there is no error at all. */
#include "case/load.h"

#include "case/load_int.h"

static bool check_size(const source_text *text, parley_diags *d) {
    if (text->size <= LOAD_BYTES_MOST) return true;
    return diag_limit(d, SPAN_NONE, "case/limit",
                      "%s has %zu bytes, but a case has at most %d", text->name,
                      text->size, LOAD_BYTES_MOST);
}

static void read_sections(loader *l) {
    load_sources(l);
    load_actors(l);
    load_people(l);
    load_relations(l);
    load_channels(l);
    load_rules(l);
    load_graph(l);
    load_preferences(l);
    load_proposals(l);
    load_record(l);
    load_levers(l);
    load_parameters(l);
    load_moves(l);
    load_forecast(l);
}

static void read_case(loader *l) {
    load_declare(l);
    load_issues(l);
    load_check(l);
    read_sections(l);
    load_outcomes(l);
    load_dates(l);
    load_authors(l);
    load_words(l);
    load_count_sources(l->c, NULL, 0, l->mem);
}

static bool check_version(loader *l) {
    const node *version = load_get(l->root, "parley");
    if (!version || version->kind != NODE_TEXT) return true;
    int64_t number;
    if (number_int(version->text, &number) && number == 1) return true;
    return diag_error(l->d, version->at, "case/version",
                      "this is format version \"%s\"; only 1 is known",
                      version->text);
}

/* The case that a tree describes, of the text of another one. */
static bool load_tree(const case_model **out, const node *root,
                      const case_model *of, arena *mem, parley_diags *d) {
    size_t errors = diag_error_count(d);
    case_model *c = ARENA_NEW(mem, case_model);
    loader l = {
        .c = c, .names = names_new(mem), .mem = mem, .d = d, .root = root};
    c->names = l.names;
    c->text = of->text;
    c->goes_on = of->goes_on;
    c->root = root;
    c->title = load_text(root, "case");
    c->basis = load_text(root, "knew");
    if (!check_version(&l)) return false;
    read_case(&l);
    if (diag_error_count(d) > errors) return false;
    *out = c;
    return true;
}

bool case_load(const case_model **out, const source_text *text, arena *mem,
               parley_diags *d) {
    *out = NULL;
    if (!d) d = diag_private(mem); /* errors must be counted */
    size_t errors = diag_error_count(d);
    const node *root;
    if (!check_size(text, d) || !node_parse(&root, text, mem, d)) return false;
    if (root->kind != NODE_MAP)
        return diag_error(d, root->at, "case/shape",
                          "a case is a mapping that begins with \"parley: 1\"");
    case_model of = {.text = text};
    bool ok = load_tree(out, root, &of, mem, d);
    if (diag_error_count(d) > errors) *out = NULL;
    return ok && *out;
}

bool load_again(const case_model **out, const node *root, const case_model *of,
                arena *mem, parley_diags *d) {
    return load_tree(out, root, of, mem, diag_private(mem)) ||
           load_tree(out, root, of, mem, d ? d : diag_private(mem));
}
