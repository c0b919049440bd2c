/* SPDX-License-Identifier: Apache-2.0
 * A look: the request is read, the lens computes its answer in a working
 * arena, and describes it in a doc that outlives both. */
#include "api/api.h"
#include "base/diag.h"
#include "base/text.h"
#include "lens/check.h"
#include "lens/glossary.h"
#include "lens/references.h"

void api_head(doc *to, const char *name, const case_model *c, int64_t seed) {
    doc_value *root = doc_data(to);
    doc_put_integer(root, "parley", 1);
    doc_put_text(root, "lens", name);
    doc_put_text(root, "case", c ? c->title : NULL);
    doc_put_text(root, "knew", c ? c->basis : NULL);
    if (seed < 0)
        doc_put_null(root, "seed");
    else
        doc_put_integer(root, "seed", seed);
}

/* No answer stands without what the case's authors knew. */
static void say_knew(doc *to, const case_model *c) {
    if (c && c->basis) doc_note(to, "What the authors knew: %s", c->basis);
}

static void put_texts(doc_value *in, const char *key, text_list texts) {
    doc_value *list = doc_put_list(in, key);
    for (int i = 0; i < texts.count; i++)
        doc_put_text(list, NULL, texts.items[i]);
}

/* Whoever reads a result sees what it leaves out. */
static void put_selection(doc *to, const lens_request *q) {
    const case_selection *s = &q->selection;
    doc_value *in = doc_put_object(doc_data(to), "selection");
    const char *viewer = s->viewer < 0 ? NULL : q->c->actors[s->viewer].id;
    const char *at = s->at.given ? time_print(s->at, doc_arena(to)) : NULL;
    doc_put_text(in, "for", viewer);
    doc_put_text(in, "at", at);
    put_texts(in, "without", s->without);
    doc_put_bool(in, "without-analyst", s->without_analyst);
    put_texts(in, "what-if", q->what_if);
    if (viewer)
        doc_note(to, "Only what %s may see is used.",
                 q->c->actors[s->viewer].name);
    if (at) doc_note(to, "Nothing later than %s is used.", at);
    if (s->without_analyst)
        doc_note(to, "The analyst's assumptions are left out.");
    for (int i = 0; i < q->what_if.count; i++)
        doc_note(to, "What if %s: that is not what the case says.",
                 q->what_if.items[i]);
    for (int i = 0; i < s->without.count; i++)
        doc_note(to, "Entry %s is left out.", s->without.items[i]);
}

typedef struct looking {
    parley_result *r; /* the answer */
    arena *mem;
    api_question asked;
    parley_diags *d;
} looking;

static parley_status look(void *subject) {
    looking *l = subject;
    const lens *asked = l->asked.asked;
    arena *work = arena_child(l->mem);
    lens_request q;
    parley_status status = api_request(&q, &l->asked, work, l->d);
    if (status != PARLEY_OK) return status;
    /* Places are those of the whole file: see diag_hide_places. */
    diag_hide_places(l->d, q.selection.viewer >= 0);
    const void *answer = NULL;
    status = asked->run(&answer, &q, work, l->d);
    if (status != PARLEY_OK) return status;
    l->r = ARENA_NEW(l->mem, parley_result);
    *l->r = (parley_result){l->mem, doc_new(l->mem)};
    api_head(l->r->doc, asked->name, q.c, (int64_t)q.seed);
    doc_title(l->r->doc, "%s: %s", q.c->title, asked->name);
    say_knew(l->r->doc, q.c);
    put_selection(l->r->doc, &q);
    asked->describe(l->r->doc, &q, answer);
    references_add(l->r->doc, &q);
    glossary_add(l->r->doc);
    doc_find_arrays(l->r->doc);
    arena_free(work);
    return PARLEY_OK;
}

static void unknown_lens(const char *name, parley_diags *d, arena *mem) {
    diag_error(d, SPAN_NONE, "lens/unknown", "there is no lens \"%s\"", name);
    const char **names = ARENA_ARRAY(mem, const char *, lens_count);
    for (size_t i = 0; i < lens_count; i++)
        names[i] = lens_table[i]->name;
    const char *near = text_nearest(name, names, lens_count);
    if (near) diag_hint(d, "did you mean \"%s\"?", near);
}

typedef struct naming {
    looking *l;
    const char *name;
} naming;

static parley_status find_and_look(void *subject) {
    naming *n = subject;
    n->l->asked.asked = lens_find(n->name);
    if (n->l->asked.asked) return look(n->l);
    unknown_lens(n->name, n->l->d, n->l->mem);
    return PARLEY_EUSAGE;
}

/* Frees everything but a good result. */
static parley_status hand_out(parley_result **out, const looking *l,
                              parley_status status) {
    *out = status == PARLEY_OK ? l->r : NULL;
    if (status != PARLEY_OK) arena_free(l->mem);
    return status;
}

parley_status parley_look(parley_result **out, const parley_case *c,
                          const char *name, const parley_option *options,
                          size_t option_count, parley_diags *d) {
    *out = NULL;
    looking l = {.d = d, .mem = arena_new(arena_host(c->mem))};
    l.asked = (api_question){c->model, c->log, NULL, options, option_count};
    if (!l.mem) return PARLEY_ENOMEM;
    naming n = {&l, name};
    parley_status status = api_call(l.mem, d, find_and_look, &n);
    diag_hide_places(d, false);
    return hand_out(out, &l, status);
}

/* --- check: the lens that also sees a case with errors --- */

typedef struct checking {
    looking l;
    const case_model *model; /* or NULL */
    unsigned flags;
    const parley_diags *d;
} checking;

static parley_status check(void *subject) {
    checking *k = subject;
    k->l.r = ARENA_NEW(k->l.mem, parley_result);
    *k->l.r = (parley_result){k->l.mem, doc_new(k->l.mem)};
    api_head(k->l.r->doc, "check", k->model, -1);
    say_knew(k->l.r->doc, k->model);
    check_describe(k->l.r->doc, k->model, k->flags, k->d);
    doc_find_arrays(k->l.r->doc);
    return PARLEY_OK;
}

parley_status parley_check(parley_result **out, const parley_case *c,
                           unsigned flags, const parley_diags *d) {
    *out = NULL;
    checking k = {.model = c ? c->model : NULL, .flags = flags, .d = d};
    k.l.mem = arena_new(c ? arena_host(c->mem) : NULL);
    if (!k.l.mem) return PARLEY_ENOMEM;
    return hand_out(out, &k.l, api_call(k.l.mem, NULL, check, &k));
}
