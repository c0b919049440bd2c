/* SPDX-License-Identifier: Apache-2.0
 * Random objects of JSON, one in two with a byte or two changed: read without
 * libyaml, or given over to it, the tree is what libyaml makes of the same
 * text behind an empty line, which it reads alone: values, places, problems. */
#include "base/diag.h"
#include "base/growing_text.h"
#include "base/rng.h"
#include "base/text.h"
#include "case/node_int.h"
#include "test.h"

enum { TEXTS = 20000, DEPTH = 4 };

/* --- Writing --- */

typedef struct writer {
    rng r;
    growing_text to;
} writer;

static int pick(writer *w, int most) {
    return (int)rng_below(&w->r, (uint64_t)most);
}

static void add(writer *w, const char *text) { growing_text_add(&w->to, text); }

static void add_space(writer *w) {
    static const char *const spaces[] = {"", "", "", " ", "\n  ", "\t", "\r\n"};
    add(w, spaces[pick(w, 7)]);
}

static void add_text(writer *w) {
    static const char *const pieces[] = {"a",
                                         "key",
                                         " ",
                                         "\\n",
                                         "\\\"",
                                         "\\/",
                                         "\\u00e9",
                                         "\\u0041",
                                         "\xc3\xa9",
                                         "\\\\",
                                         "\\ud83d\\ude00",
                                         ": ",
                                         " #",
                                         "{",
                                         "]",
                                         "\\t",
                                         "\\u0085",
                                         "\xe2\x80\xa8",
                                         "\\b",
                                         "- ",
                                         "no",
                                         "\xf0\x9f\x98\x80",
                                         "%",
                                         "'"};
    add(w, "\"");
    for (int left = pick(w, 5); left > 0; left--)
        add(w, pieces[pick(w, (int)(sizeof pieces / sizeof *pieces))]);
    add(w, "\"");
}

static void add_value(writer *w, int depth);

static void add_collection(writer *w, bool map, int depth) {
    static const char *const keys[] = {"k", "", "a b\\u00e9"};
    add(w, map ? "{" : "[");
    int count = pick(w, 12) == 0 ? 12 : pick(w, 4);
    for (int i = 0; i < count; i++) {
        if (i > 0) add(w, ",");
        add_space(w);
        if (map) {
            int number = pick(w, 30) ? i : 0;
            add(w,
                arena_format(w->to.mem, "\"%s%d\"", keys[pick(w, 3)], number));
            if (pick(w, 8) == 0) add_space(w);
            add(w, ":");
            add_space(w);
        }
        add_value(w, depth - 1);
        add_space(w);
    }
    add(w, map ? "}" : "]");
}

static void add_value(writer *w, int depth) {
    static const char *const bare[] = {"0",    "-1.5e-3", "true", "false",
                                       "null", "20",      "1E9",  "-0"};
    int kind = pick(w, depth > 0 ? 6 : 4);
    if (kind >= 4)
        add_collection(w, kind == 4, depth);
    else if (kind == 3)
        add(w, bare[pick(w, 8)]);
    else
        add_text(w);
}

static void spoil(writer *w) {
    static const char bytes[] = "{}[]\",:\\ \n\t#-'&*0a\xc3";
    for (int left = 1 + pick(w, 2); left > 0 && w->to.size > 1; left--)
        w->to.bytes[1 + pick(w, (int)w->to.size - 1)] =
            bytes[pick(w, sizeof bytes - 1)];
}

/* --- Comparing --- */

static bool same_span(span a, span b) {
    return a.begin + 1 == b.begin && a.end + 1 == b.end;
}

static bool same_tree(const node *a, const node *b) {
    if (a->kind != b->kind || a->count != b->count || a->flow != b->flow ||
        a->quoted != b->quoted || !same_span(a->at, b->at))
        return false;
    if (a->kind == NODE_TEXT) return text_same(a->text, b->text);
    for (size_t i = 0; i < a->count; i++) {
        if (a->kind == NODE_LIST) {
            if (!same_tree(a->items[i], b->items[i])) return false;
            continue;
        }
        const node_entry *x = &a->entries[i], *y = &b->entries[i];
        if (!text_same(x->key, y->key) || !same_span(x->key_at, y->key_at) ||
            !same_tree(x->value, y->value))
            return false;
    }
    return true;
}

static void compare(const char *bytes, size_t size, arena *mem) {
    char *behind = arena_format(mem, "\n%.*s", (int)size, bytes);
    parley_diags *d = parley_diags_new(NULL), *e = parley_diags_new(NULL);
    const node *a, *b;
    bool one = node_parse(&a, source_new(mem, "a", bytes, size), mem, d);
    bool two = node_parse(&b, source_new(mem, "b", behind, size + 1), mem, e);
    if (one != two || parley_diags_count(d) != parley_diags_count(e) ||
        (one && !same_tree(a, b)))
        fail_msg("not the same tree: %.*s", (int)size, bytes);
    parley_diags_free(d);
    parley_diags_free(e);
}

static void trees_are_the_same(void **state) {
    (void)state;
    int taken = 0, problems = 0;
    for (uint64_t seed = 0; seed < TEXTS; seed++) {
        arena *mem = test_arena();
        writer w = {.to = {.mem = mem}};
        rng_seed(&w.r, seed, 3);
        add_collection(&w, true, DEPTH);
        if (pick(&w, 4) == 0) add_space(&w);
        bool spoilt = pick(&w, 2);
        if (spoilt) spoil(&w);
        compare(w.to.bytes, w.to.size, mem);
        bool fast =
            node_read_json(source_new(mem, "t", w.to.bytes, w.to.size), mem);
        taken += fast && !spoilt;
        problems += !fast && spoilt;
        arena_free(mem);
    }
    print_message("%d taken, %d spoilt and not taken\n", taken, problems);
    assert_true(taken > TEXTS / 4 && problems > TEXTS / 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(trees_are_the_same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
