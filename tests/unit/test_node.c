/* SPDX-License-Identifier: Apache-2.0
 * The tree of a YAML or JSON text: its values, its places to the byte, and
 * every problem that node.h promises to report. */
#include "test.h"

#include "base/diag.h"
#include "base/rng.h"
#include "base/text.h"
#include "case/node.h"

/* --- Reading in a test --- */

static const node *parse(arena *mem, const char *bytes, size_t size,
                         parley_diags *d) {
    const node *root = NULL;
    source_text *text = source_new(mem, "test.yaml", bytes, size);
    bool ok = node_parse(&root, text, mem, d);
    assert_true(ok == (root != NULL));
    return root;
}

static const node *parse_clean(arena *mem, const char *text) {
    parley_diags *d = parley_diags_new(NULL);
    const node *root = parse(mem, text, strlen(text), d);
    if (parley_diags_count(d) > 0)
        fail_msg("%s: %s", text, parley_diags_get(d, 0)->message);
    parley_diags_free(d);
    assert_non_null(root);
    return root;
}

static void assert_bytes(span at, const char *expected) {
    size_t size = at.end - at.begin;
    if (size != strlen(expected) ||
        memcmp(at.text->bytes + at.begin, expected, size) != 0)
        fail_msg("span is \"%.*s\", not \"%s\"", (int)size,
                 at.text->bytes + at.begin, expected);
}

static void texts_are_not_typed(void **state) {
    (void)state;
    arena *mem = test_arena();
    const node *root = parse_clean(
        mem, "no: 1\n~: null\nd: 2014-07-24\nempty:\nq: \"\"\nb: |\n  x\n");
    assert_int_equal(root->kind, NODE_MAP);
    assert_false(root->flow);
    assert_int_equal(root->count, 6);
    assert_string_equal(root->entries[0].key, "no");
    assert_string_equal(root->entries[0].value->text, "1");
    assert_string_equal(node_find(root, "~")->text, "null");
    assert_string_equal(node_find(root, "d")->text, "2014-07-24");
    assert_string_equal(node_find(root, "empty")->text, "");
    assert_false(node_find(root, "empty")->quoted);
    assert_true(node_find(root, "q")->quoted);
    assert_true(node_find(root, "b")->quoted);
    assert_string_equal(node_find(root, "b")->text, "x\n");
    assert_null(node_find(root, "other"));
    assert_null(node_find(NULL, "no"));
    assert_null(node_find(node_find(root, "d"), "no"));
    arena_free(mem);
}

static void places_are_bytes(void **state) {
    (void)state;
    arena *mem = test_arena();
    const node *root =
        parse_clean(mem, "\xef\xbb\xbf# h\xc3\xa9\r\n"
                         "\xc3\xa9t\xc3\xa9:  'l''\xc3\xa9t\xc3\xa9'  # x\r\n"
                         "list:\r\n"
                         "- a b\r\n"
                         "- {k: \"v\\n\", e: }\r\n"
                         "\r\n"
                         "block: |\r\n"
                         "  \xe2\x82\xac one\r\n"
                         "  two\r\n"
                         "\r\n"
                         "last: [1,\r\n 2]\r\n");
    assert_bytes(root->entries[0].key_at, "\xc3\xa9t\xc3\xa9");
    assert_bytes(root->entries[0].value->at, "'l''\xc3\xa9t\xc3\xa9'");
    assert_string_equal(root->entries[0].value->text, "l'\xc3\xa9t\xc3\xa9");
    const node *list = node_find(root, "list");
    assert_bytes(list->at, "- a b\r\n- {k: \"v\\n\", e: }");
    assert_bytes(list->items[0]->at, "a b");
    assert_bytes(list->items[1]->at, "{k: \"v\\n\", e: }");
    assert_true(list->items[1]->flow);
    assert_bytes(node_find(list->items[1], "k")->at, "\"v\\n\"");
    assert_string_equal(node_find(list->items[1], "k")->text, "v\n");
    assert_bytes(node_find(list->items[1], "e")->at, "");
    assert_bytes(node_find(root, "block")->at,
                 "|\r\n  \xe2\x82\xac one\r\n  two");
    assert_bytes(node_find(root, "last")->at, "[1,\r\n 2]");
    assert_int_equal(root->at.end, node_find(root, "last")->at.end);
    arena_free(mem);
}

/* YAML's other line breaks: a lone CR and NEL. */
static void unusual_breaks_keep_their_places(void **state) {
    (void)state;
    arena *mem = test_arena();
    const node *root = parse_clean(mem, "a: 1\xc2\x85"
                                        "b: 2\rc: 3\n");
    assert_int_equal(root->count, 3);
    assert_bytes(root->entries[1].key_at, "b");
    assert_bytes(root->entries[2].value->at, "3");
    arena_free(mem);
}

static void json_is_read_as_it_is(void **state) {
    (void)state;
    arena *mem = test_arena();
    const node *root =
        parse_clean(mem, "{\n\t\"a\\u00e9\": [1, true, null, \"x\\/y\"],\n"
                         "\t\"\\ud83D\\uDe00k\": \"\\\\ud83d\\ud83d\\ude01!\","
                         "\"z\": {}}\n");
    assert_string_equal(root->entries[0].key, "a\xc3\xa9");
    assert_string_equal(root->entries[0].value->items[3]->text, "x/y");
    assert_string_equal(root->entries[1].key, "\xf0\x9f\x98\x80k");
    assert_bytes(root->entries[1].key_at, "\"\\ud83D\\uDe00k\"");
    assert_string_equal(root->entries[1].value->text,
                        "\\ud83d\xf0\x9f\x98\x81!");
    assert_bytes(root->entries[1].value->at, "\"\\\\ud83d\\ud83d\\ude01!\"");
    assert_bytes(node_find(root, "z")->at, "{}");
    assert_int_equal(node_find(root, "z")->count, 0);
    arena_free(mem);
}

/* --- Problems --- */

typedef struct problem {
    int line, column;
    const char *code;
} problem;

typedef struct bad {
    const char *text;
    size_t size; /* 0: up to the zero byte */
    bool usable;
    problem problems[5];
} bad;

static const bad bad_texts[] = {
    {"a: 1\nb: 2\na: 3\n", 0, true, {{3, 1, "yaml/duplicate-key"}}},
    {"{a: {x: 1, x: 2}, a: 3, a: 4}",
     0,
     true,
     {{1, 12, "yaml/duplicate-key"},
      {1, 19, "yaml/duplicate-key"},
      {1, 25, "yaml/duplicate-key"}}},
    {"{a,b,c,d,e,f,g,h,i,j,\xc3\xa9,c,\xc3\xa9}",
     0,
     true,
     {{1, 24, "yaml/duplicate-key"}, {1, 26, "yaml/duplicate-key"}}},
    {"a: &x 1\nb: *x\nc: !!str 3\n",
     0,
     true,
     {{1, 4, "yaml/anchor"}, {2, 4, "yaml/alias"}, {3, 4, "yaml/tag"}}},
    {"a: &x {b: 1}\nc: !t [1]\n",
     0,
     true,
     {{1, 4, "yaml/anchor"}, {2, 4, "yaml/tag"}}},
    {"? [a, b]\n: 1\n{c: d}: 2\ne: 3\n",
     0,
     true,
     {{1, 3, "yaml/key"}, {3, 1, "yaml/key"}}},
    {"a: 1\n---\nb: 2\n", 0, true, {{2, 1, "yaml/documents"}}},
    {"%TAG ! tag:x:\n---\na: 1\n", 0, true, {{1, 1, "yaml/tag"}}},
    {"a: \"x\\0y\"\nb: \"\\e\"\n",
     0,
     true,
     {{1, 4, "yaml/control"}, {2, 4, "yaml/control"}}},
    {"", 0, false, {{1, 1, "yaml/empty"}}},
    {"# nothing\n---\n", 0, false, {{1, 1, "yaml/empty"}}},
    {"a: \xff\n", 0, false, {{1, 4, "yaml/utf-8"}}},
    {"\xff\xfe"
     "a\0",
     4,
     false,
     {{1, 1, "yaml/utf-8"}}},
    {"a: b\0c\n", 7, false, {{1, 5, "yaml/control"}}},
    {"a: \xc3\xa9\x1b[0m\n", 0, false, {{1, 5, "yaml/control"}}},
    {"a: 1\nb: 2\na: 5\nc: [1, 2\nd: 3\n", 0, false, {{5, 2, "yaml/syntax"}}},
    {"a: b: c\n", 0, false, {{1, 5, "yaml/syntax"}}},
    /* an escaped backslash, then half a pair */
    {"{\"a\": \"\\\\ud83d\\ude00\"}", 0, false, {{1, 17, "yaml/syntax"}}},
    {"a:\n\tb: c\n", 0, false, {{2, 1, "yaml/syntax"}}},
    {"x: &a [1]\ny: {",
     0,
     false,
     {{1, 4, "yaml/anchor"}, {2, 5, "yaml/syntax"}}},
};

static void assert_problems(const bad *b, const parley_diags *d) {
    size_t count = 0;
    while (count < 5 && b->problems[count].code)
        count++;
    for (size_t i = 0; i < parley_diags_count(d); i++) {
        const parley_diag *p = parley_diags_get(d, i);
        if (i >= count || p->line != b->problems[i].line ||
            p->column != b->problems[i].column ||
            !text_same(p->code, b->problems[i].code))
            fail_msg("%s\n%d:%d %s %s", b->text, p->line, p->column, p->code,
                     p->message);
    }
    assert_int_equal(parley_diags_count(d), count);
}

static void problems_are_located(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof bad_texts / sizeof *bad_texts; i++) {
        const bad *b = &bad_texts[i];
        arena *mem = test_arena();
        parley_diags *d = parley_diags_new(NULL);
        const node *root =
            parse(mem, b->text, b->size ? b->size : strlen(b->text), d);
        assert_problems(b, d);
        if ((root != NULL) != b->usable) fail_msg("usable: %s", b->text);
        parley_diags_free(d);
        arena_free(mem);
    }
}

static void messages_help(void **state) {
    (void)state;
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    const char broken[] = "a: 1\n\na: 2\nb: [x";
    parse(mem, broken, sizeof broken - 1, d);
    assert_string_equal(parley_diags_get(d, 0)->code, "yaml/syntax");
    assert_non_null(
        strstr(parley_diags_get(d, 0)->message, "reading stopped here"));
    parley_diags_free(d);
    d = parley_diags_new(NULL);
    parse(mem, "a: 1\n\na: 2\n", 11, d);
    assert_string_equal(parley_diags_get(d, 0)->hint, "the first is on line 1");
    parley_diags_free(d);
    arena_free(mem);
}

static char *repeat(arena *mem, const char *unit, size_t count) {
    size_t size = strlen(unit);
    char *text = arena_get(mem, size * count + 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * size, unit, size);
    return text;
}

static void assert_refused(const char *text, const char *code) {
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    assert_null(parse(mem, text, strlen(text), d));
    assert_int_equal(parley_diags_count(d), 1);
    assert_string_equal(parley_diags_get(d, 0)->code, code);
    parley_diags_free(d);
    arena_free(mem);
}

static void depth_is_limited(void **state) {
    (void)state;
    arena *mem = test_arena();
    char *deep = arena_format(mem, "%sx%s", repeat(mem, "[", 100),
                              repeat(mem, "]", 100));
    parse_clean(mem, deep);
    assert_refused(arena_format(mem, "[%s]", deep), "yaml/depth");
    assert_refused(repeat(mem, "[", 1000000), "yaml/depth");
    assert_refused(repeat(mem, "{a: ", 500000), "yaml/depth");
    assert_refused(repeat(mem, "- ", 500000), "yaml/depth");
    arena_free(mem);
}

static void size_is_limited_and_reading_linear(void **state) {
    (void)state;
    arena *mem = test_arena();
    /* one line each: places must not cost a walk from its beginning */
    assert_refused(arena_format(mem, "[%s]", repeat(mem, "\xc3\xa9,", 4000000)),
                   "yaml/too-many");
    assert_refused(repeat(mem, "- a\n", 4000000), "yaml/too-many");
    arena *more = test_arena();
    const node *root = parse_clean(
        more, arena_format(mem, "[%s]", repeat(mem, "\xc3\xa9,", 900000)));
    assert_int_equal(root->count, 900000);
    arena_free(more);
    arena_free(mem);
}

static void many_duplicates_are_counted(void **state) {
    (void)state;
    arena *mem = test_arena();
    char *text = arena_format(mem, "{%s}", repeat(mem, "aaaaaaaa,", 400000));
    parley_diags *d = parley_diags_new(NULL);
    assert_non_null(parse(mem, text, strlen(text), d));
    assert_int_equal(parley_diags_count(d), 50);
    assert_int_equal(parley_diags_left_out(d), 400000 - 51);
    assert_int_equal(parley_diags_get(d, 0)->column, 11);
    assert_int_equal(parley_diags_get(d, 49)->column, 11 + 49 * 9);
    parley_diags_free(d);
    arena_free(mem);
}

/* --- Random trees written in random styles --- */

typedef struct writing {
    rng r;
    char *bytes;
    size_t size;
    arena *mem;
} writing;

static void write_text(writing *w, const char *text) {
    size_t size = strlen(text);
    assert_true(w->size + size < 1000000);
    memcpy(w->bytes + w->size, text, size);
    w->size += size;
}

static const char *any_word(writing *w) {
    static const char *const words[] = {"a",
                                        "no",
                                        "b c",
                                        "\xc3\xa9t\xc3\xa9",
                                        "x-1",
                                        "\xe6\x9d\xb1",
                                        "1.5",
                                        "it is so",
                                        "\xf0\x9f\x98\x80"};
    return words[rng_below(&w->r, sizeof words / sizeof *words)];
}

static void write_break(writing *w, int indent) {
    if (rng_below(&w->r, 5) == 0) write_text(w, "  # \xe2\x82\xac: [, {");
    write_text(w, rng_below(&w->r, 4) ? "\n" : "\r\n");
    if (rng_below(&w->r, 6) == 0) write_text(w, " \n");
    for (int i = 0; i < indent; i++)
        write_text(w, " ");
}

static node *begin_node(writing *w, node_kind kind) {
    node *n = ARENA_NEW(w->mem, node);
    n->kind = kind;
    n->at.begin = w->size;
    return n;
}

static node *write_scalar(writing *w) {
    node *n = begin_node(w, NODE_TEXT);
    n->text = any_word(w);
    const char *const quotes[] = {"", "'", "\""};
    const char *quote = quotes[rng_below(&w->r, 3)];
    n->quoted = quote[0] != '\0';
    write_text(w, quote);
    write_text(w, n->text);
    write_text(w, quote);
    n->at.end = w->size;
    return n;
}

static node *write_any(writing *w, int depth, int indent, bool flow);

static node_entry write_key(writing *w, size_t i) {
    const char *key = arena_format(w->mem, "%s%zu", any_word(w), i);
    size_t begin = w->size;
    write_text(w, key);
    span at = {NULL, begin, w->size};
    write_text(w, ":");
    return (node_entry){key, at, NULL};
}

static void write_space(writing *w, bool flow) {
    if (flow && rng_below(&w->r, 4) == 0)
        write_break(w, 60); /* deeper than any block */
    else
        write_text(w, rng_below(&w->r, 3) ? " " : "   ");
}

static node *write_flow(writing *w, int depth, bool map) {
    node *n = begin_node(w, map ? NODE_MAP : NODE_LIST);
    n->flow = true;
    n->count = rng_below(&w->r, 4);
    node_entry *entries = ARENA_ARRAY(w->mem, node_entry, n->count + 1);
    write_text(w, map ? "{" : "[");
    for (size_t i = 0; i < n->count; i++) {
        write_space(w, true);
        if (map) {
            entries[i] = write_key(w, i);
            write_text(w, " ");
        }
        entries[i].value = write_any(w, depth - 1, 0, true);
        if (i + 1 < n->count) write_text(w, ",");
    }
    write_text(w, map ? "}" : "]");
    n->entries = entries;
    n->at.end = w->size;
    return n;
}

/* Begins on the current line at the column `indent`. */
static node *write_block(writing *w, int depth, int indent, bool map) {
    node *n = begin_node(w, map ? NODE_MAP : NODE_LIST);
    n->count = 1 + rng_below(&w->r, 3);
    node_entry *entries = ARENA_ARRAY(w->mem, node_entry, n->count);
    for (size_t i = 0; i < n->count; i++) {
        if (i > 0) write_break(w, indent);
        if (map) {
            entries[i] = write_key(w, i);
            write_break(w, indent + 2);
        } else {
            write_text(w, "- ");
        }
        entries[i].value = write_any(w, depth - 1, indent + 2, false);
    }
    n->entries = entries;
    n->at.end = entries[n->count - 1].value->at.end;
    return n;
}

static node *write_any(writing *w, int depth, int indent, bool flow) {
    uint64_t kind = depth > 0 ? rng_below(&w->r, 5) : 0;
    if (kind == 0) return write_scalar(w);
    if (flow || kind < 3) return write_flow(w, depth, kind % 2 == 0);
    return write_block(w, depth, indent, kind == 3);
}

static void assert_same(const node *a, const node *b, const char *where) {
    if (a->kind != b->kind || a->at.begin != b->at.begin ||
        a->at.end != b->at.end || a->count != b->count || a->flow != b->flow)
        fail_msg("kind %d/%d span %zu-%zu/%zu-%zu count %zu/%zu in\n%s",
                 a->kind, b->kind, a->at.begin, a->at.end, b->at.begin,
                 b->at.end, a->count, b->count, where);
    if (a->kind == NODE_TEXT) {
        assert_string_equal(a->text, b->text);
        assert_int_equal(a->quoted, b->quoted);
    }
    for (size_t i = 0; i < a->count; i++) {
        const node_entry *e = &b->entries[i];
        if (a->kind == NODE_LIST) {
            assert_same(a->items[i], e->value, where);
            continue;
        }
        assert_string_equal(a->entries[i].key, e->key);
        assert_int_equal(a->entries[i].key_at.begin, e->key_at.begin);
        assert_int_equal(a->entries[i].key_at.end, e->key_at.end);
        assert_same(a->entries[i].value, e->value, where);
    }
}

static void random_trees_come_back(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 3000; seed++) {
        writing w = {.mem = test_arena()};
        rng_seed(&w.r, seed, 0);
        w.bytes = arena_get(w.mem, 1000000);
        if (seed % 3 == 0) write_text(&w, "\xef\xbb\xbf");
        if (seed % 2 == 0) write_text(&w, "# \xc3\xa9\n");
        node *expected = write_any(&w, 5, 0, false);
        write_break(&w, 0);
        assert_same(parse_clean(w.mem, w.bytes), expected, w.bytes);
        arena_free(w.mem);
    }
}

/* --- Memory --- */

typedef struct failing {
    int left, held;
} failing;

static void *fail_later(void *self, void *old, size_t size) {
    failing *f = self;
    if (size == 0) {
        f->held -= old != NULL;
        free(old);
        return NULL;
    }
    if (f->left-- <= 0) return NULL;
    f->held += old == NULL;
    return realloc(old, size);
}

typedef struct attempt {
    arena *mem;
    bool parsed;
} attempt;

static void parse_in(void *subject) {
    attempt *a = subject;
    const char text[] = "{a: [1, 2, {b: c}], d: \"\\ud83d\\ude00\", e: 1}";
    source_text *source = source_new(a->mem, "t", text, sizeof text - 1);
    const node *root;
    a->parsed = node_parse(&root, source, a->mem, NULL);
}

/* What libyaml holds is watched by the leak checker of the asan build. */
static void running_out_of_memory_leaks_nothing(void **state) {
    (void)state;
    for (int n = 1;; n++) {
        failing f = {.left = n};
        parley_host host = {&f, fail_later, NULL};
        attempt a = {arena_new(&host), false};
        guard g;
        assert_non_null(a.mem);
        arena_set_guard(a.mem, &g);
        bool done = guard_run(&g, parse_in, &a);
        arena_free(a.mem);
        assert_int_equal(f.held, 0);
        if (done) {
            assert_true(a.parsed);
            assert_true(n > 3);
            return;
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_not_typed),
        cmocka_unit_test(places_are_bytes),
        cmocka_unit_test(unusual_breaks_keep_their_places),
        cmocka_unit_test(json_is_read_as_it_is),
        cmocka_unit_test(problems_are_located),
        cmocka_unit_test(messages_help),
        cmocka_unit_test(depth_is_limited),
        cmocka_unit_test(size_is_limited_and_reading_linear),
        cmocka_unit_test(many_duplicates_are_counted),
        cmocka_unit_test(random_trees_come_back),
        cmocka_unit_test(running_out_of_memory_leaks_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
