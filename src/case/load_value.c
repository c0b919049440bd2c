/* SPDX-License-Identifier: Apache-2.0
 * Values as the readers want them. What is missing or malformed has been
 * reported by load_check and gives the default here, without a word. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "case/load_int.h"

bool load_is_wrapped(const node *n) {
    return n && n->kind == NODE_MAP && node_find(n, "is");
}

const node *load_bare(const node *n) {
    return load_is_wrapped(n) ? node_find(n, "is") : n;
}

const node *load_get(const node *map, const char *key) {
    return load_bare(node_find(map, key));
}

size_t load_some_count(const node *n) {
    if (!n) return 0;
    return n->kind == NODE_LIST ? n->count : 1;
}

const node *load_some(const node *n, size_t i) {
    return load_bare(n->kind == NODE_LIST ? n->items[i] : n);
}

/* A problem of a whole mapping is shown where it begins. */
span load_opening(const node *n) {
    span at = n->at;
    if (n->kind != NODE_TEXT && at.end > at.begin + 1) at.end = at.begin + 1;
    return at;
}

/* --- Scalars --- */

const char *load_text(const node *map, const char *key) {
    const node *n = load_get(map, key);
    return n && n->kind == NODE_TEXT ? n->text : NULL;
}

bool load_flag(const node *map, const char *key, bool fallback) {
    const char *text = load_text(map, key);
    if (text_same(text, "true")) return true;
    return text_same(text, "false") ? false : fallback;
}

double load_number(const node *map, const char *key, double fallback) {
    const char *text = load_text(map, key);
    double value;
    return text && number_double(text, &value) ? value : fallback;
}

int load_whole(const node *map, const char *key, int fallback) {
    const char *text = load_text(map, key);
    int64_t value;
    bool ok = text && number_int(text, &value) && value >= -1000000000 &&
              value <= 1000000000;
    return ok ? (int)value : fallback;
}

fixed load_exact_of(const node *n, fixed fallback) {
    fixed value;
    bool ok = n && n->kind == NODE_TEXT && number_fixed(n->text, &value);
    return ok ? value : fallback;
}

fixed load_exact(const node *map, const char *key, fixed fallback) {
    return load_exact_of(load_get(map, key), fallback);
}

int load_word(const node *n, const char *const *words) {
    if (!n || n->kind != NODE_TEXT) return -1;
    for (int i = 0; words[i]; i++)
        if (text_same(n->text, words[i])) return i;
    return -1;
}

int load_choice(const node *map, const char *key, const char *const *words,
                int fallback) {
    int i = load_word(load_get(map, key), words);
    return i >= 0 ? i : fallback;
}

moment load_date(const node *map, const char *key) {
    const char *text = load_text(map, key);
    moment at = {0};
    return text && time_parse(text, &at) ? at : (moment){0};
}

duration load_duration(const node *map, const char *key, duration fallback) {
    const char *text = load_text(map, key);
    duration lasts;
    bool ok = text && time_duration(text, &lasts) && lasts.days > 0;
    return ok ? lasts : fallback;
}

text_list load_texts(loader *l, const node *map, const char *key) {
    const node *n = load_get(map, key);
    size_t count = load_some_count(n);
    const char **items = ARENA_ARRAY(l->mem, const char *, count);
    text_list list = {items, 0};
    for (size_t i = 0; i < count; i++) {
        const node *item = load_some(n, i);
        if (item->kind == NODE_TEXT) items[list.count++] = item->text;
    }
    return list;
}

/* --- Names --- */

int load_name(loader *l, const node *map, const char *key, field_space space) {
    const char *text = load_text(map, key);
    return text ? load_find(l, space, -1, text) : -1;
}

static int compare_ints(const void *a, const void *b) {
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

static int drop_repeats(int *items, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++)
        if (kept == 0 || items[i] != items[kept - 1]) items[kept++] = items[i];
    return kept;
}

int_list load_names_of(loader *l, const node *n, field_space space, int owner) {
    size_t count = load_some_count(n);
    int *items = ARENA_ARRAY(l->mem, int, count);
    int found = 0;
    for (size_t i = 0; i < count; i++) {
        const node *item = load_some(n, i);
        if (item->kind != NODE_TEXT) continue;
        int index = load_find(l, space, owner, item->text);
        if (index >= 0) items[found++] = index;
    }
    if (found > 1) qsort(items, (size_t)found, sizeof *items, compare_ints);
    int kept = drop_repeats(items, found);
    if (kept < found)
        diag_error(l->d, n->at, "case/repeated", "a name stands twice here");
    return (int_list){items, kept};
}

int_list load_names(loader *l, const node *map, const char *key,
                    field_space space, int owner) {
    return load_names_of(l, load_get(map, key), space, owner);
}

/* --- Terms --- */

static bool read_term(loader *l, const node_entry *e, case_term *out) {
    int issue = load_find(l, SPACE_ISSUE, -1, e->key);
    if (issue < 0) return false;
    int_list options =
        load_names_of(l, load_bare(e->value), SPACE_OPTION, issue);
    *out = (case_term){issue, options, e->value->at};
    return options.count > 0;
}

case_terms load_terms(loader *l, const node *n) {
    size_t count = load_size(n, NODE_MAP);
    case_term *items = ARENA_ARRAY(l->mem, case_term, count);
    case_terms terms = {items, 0};
    for (size_t i = 0; i < count; i++)
        if (read_term(l, &n->entries[i], &items[terms.count])) terms.count++;
    return terms;
}

/* --- Expressions --- */

/* Where the text of a scalar begins: behind a quote. */
static span inside(const node *n) {
    span at = n->at;
    if (at.begin >= at.text->size) return at;
    char first = at.text->bytes[at.begin];
    bool quoted = n->quoted && (first == '"' || first == '\'');
    if (quoted && at.end > at.begin + 1) {
        at.begin++;
        at.end--;
    }
    return at;
}

const expr *load_expr(loader *l, const node *n) {
    if (!n || n->kind != NODE_TEXT || l->unreadable) return NULL;
    return expr_parse(n->text, inside(n), l->c, l->mem, l->d);
}

void load_exprs(loader *l, const node *n, const expr *const **out, int *count) {
    size_t most = load_some_count(n);
    const expr **items = ARENA_ARRAY(l->mem, const expr *, most);
    *count = 0;
    for (size_t i = 0; i < most; i++) {
        const expr *e = load_expr(l, load_some(n, i));
        if (e) items[(*count)++] = e;
    }
    *out = items;
}

/* --- Where something is from, and who may see it --- */

bool load_split_source(const char *text, const char **id, int *paragraph,
                       arena *mem) {
    const char *mark = strstr(text, " par. ");
    *paragraph = 0;
    *id = mark ? arena_text(mem, text, (size_t)(mark - text)) : text;
    int64_t number;
    if (!mark) return true;
    if (!number_int(mark + 6, &number) || number < 1 || number > 1000000)
        return false;
    *paragraph = (int)number;
    return true;
}

static void read_source(const loader *l, const char *text, case_origin *o) {
    if (text_same(text, "analyst")) {
        o->source = CASE_SOURCE_ANALYST;
        return;
    }
    const char *id;
    if (!load_split_source(text, &id, &o->paragraph, l->mem)) return;
    o->source = load_find(l, SPACE_SOURCE, -1, id);
}

case_origin load_origin(loader *l, const node *n) {
    case_origin o = {.source = CASE_SOURCE_NONE, .at = n ? n->at : SPAN_NONE};
    const char *text = load_text(n, "source");
    if (text) read_source(l, text, &o);
    o.why = load_text(n, "why");
    return o;
}

case_origin load_value_origin(loader *l, const node *map, const char *key) {
    const node *n = node_find(map, key);
    case_origin own = load_origin(l, load_is_wrapped(n) ? n : NULL);
    if (own.source == CASE_SOURCE_NONE) own = load_origin(l, map);
    if (n) own.at = n->at;
    return own;
}

case_access load_access(loader *l, const node *map) {
    const node *visible = node_find(map, "visible");
    case_access a = {.protect = load_flag(map, "protect", false),
                     .limited = visible != NULL};
    a.actors = load_names(l, map, "visible", SPACE_ACTOR, -1);
    if (a.protect && visible)
        diag_error(l->d, visible->at, "case/contradiction",
                   "what is protected is visible to no one");
    return a;
}
