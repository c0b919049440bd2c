/* SPDX-License-Identifier: Apache-2.0
 * docs/case.schema.json: is it what the tables say, does it accept every case
 * file there is, and does it refuse what is wrong? Validated by the Python
 * package jsonschema; skipped where that is absent.
 *
 * After a change of the tables: PARLEY_UPDATE=1 build/test_schema. */
#include "test.h"

#include <dirent.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/text.h"
#include "case/load.h"
#include "case/save_int.h"
#include "case/schema.h"

static const char SCHEMA[] = PARLEY_ROOT "/docs/case.schema.json";

static source_text *read_file(const char *path, arena *mem) {
    source_text *text;
    if (!source_read(&text, path, 10000000, mem, NULL)) fail_msg("%s", path);
    return text;
}

static void the_committed_file_is_the_generated_one(void **state) {
    (void)state;
    arena *mem = test_arena();
    const char *text = schema_print(mem);
    if (getenv("PARLEY_UPDATE"))
        assert_true(case_write_file(SCHEMA, text, strlen(text), mem, NULL));
    if (!text_same(read_file(SCHEMA, mem)->bytes, text))
        fail_msg(
            "the tables have changed: run PARLEY_UPDATE=1 build/test_schema");
    arena_free(mem);
}

/* --- Files for the validator --- */

typedef struct folder {
    char path[64];
    int count;
    arena *mem;
} folder;

static folder make_folder(arena *mem) {
    folder f = {.path = "/tmp/parley-schema-XXXXXX", .mem = mem};
    assert_non_null(mkdtemp(f.path));
    return f;
}

/* As JSON, as an editor reads the file: numbers, true, false and null with
 * their types, everything else as text. */
static void put(folder *f, const char *kind, const char *name,
                const char *bytes, size_t size) {
    arena *mem = f->mem;
    const node *root;
    source_text *text = source_new(mem, name, bytes, size);
    if (!node_parse(&root, text, mem, NULL)) fail_msg("%s", name);
    growing_text b = {.mem = mem};
    flow_node(&b, root, FLOW_JSON);
    char *path = arena_format(mem, "%s/%s-%03d-%s.json", f->path, kind,
                              f->count++, name);
    assert_true(case_write_file(path, b.bytes, b.size, mem, NULL));
}

static void put_good(folder *f, const char *name, const char *bytes,
                     size_t size) {
    parley_diags *d = parley_diags_new(NULL);
    const case_model *c;
    if (!case_load(&c, source_new(f->mem, name, bytes, size), f->mem, d))
        fail_msg("%s:%d: %s", name, parley_diags_get(d, 0)->line,
                 parley_diags_get(d, 0)->message);
    parley_diags_free(d);
    put(f, "good", name, bytes, size);
}

static bool ends_with(const char *text, const char *end) {
    size_t size = strlen(text), more = strlen(end);
    return size >= more && text_same(text + size - more, end);
}

static bool loads(const source_text *text, arena *mem) {
    const case_model *c;
    return case_load(&c, text, mem, NULL);
}

/* All of a folder's cases; where some are wrong on purpose, those that load. */
static int put_cases_of(folder *f, const char *path, bool all) {
    DIR *dir = opendir(path);
    int count = 0;
    if (!dir) return 0;
    for (const struct dirent *e; (e = readdir(dir)) != NULL;) {
        if (!ends_with(e->d_name, ".yaml")) continue;
        source_text *text =
            read_file(arena_format(f->mem, "%s/%s", path, e->d_name), f->mem);
        if (!all && !loads(text, f->mem)) continue;
        put_good(f, e->d_name, text->bytes, text->size);
        count++;
    }
    closedir(dir);
    return count;
}

/* The cases inside golden.json, in any list of it. */
static int put_golden(folder *f) {
    const node *root;
    source_text *text =
        read_file(PARLEY_ROOT "/tests/golden/golden.json", f->mem);
    assert_true(node_parse(&root, text, f->mem, NULL));
    int count = 0;
    for (size_t i = 0; i < root->count; i++) {
        const node *list = root->entries[i].value;
        for (size_t k = 0; list->kind == NODE_LIST && k < list->count; k++) {
            const node *one = node_find(list->items[k], "case");
            if (!one || !text_begins(one->text, "parley:")) continue;
            put_good(f, "golden", one->text, strlen(one->text));
            count++;
        }
    }
    return count;
}

static int put_examples(folder *f, const char *path) {
    const char *at = read_file(path, f->mem)->bytes;
    static const char fence[] = "```yaml\nparley: 1";
    int count = 0;
    while ((at = strstr(at, fence)) != NULL) {
        at += strlen("```yaml\n");
        const char *end = strstr(at, "\n```");
        assert_non_null(end);
        put_good(f, "example", at, (size_t)(end + 1 - at));
        count++;
    }
    return count;
}

#define HEAD                                                                   \
    "parley: 1\ncase: T\nparties: {a: {}, b: {}}\n"                            \
    "issues: {x: {options: [l, h]}}\n"

static const char *const bad_cases[] = {
    HEAD "colour: red\n",
    "parley: 1\nparties: {a: {}, b: {}}\nissues: {x: {options: [l, h]}}\n",
    "parley: 1\ncase: T\nissues: {x: {options: [l, h]}}\n",
    HEAD "as-of: 24 July\n",
    HEAD "sources: {s: {grade: G}}\n",
    HEAD "sources: {s: {titel: t}}\n",
    HEAD "others: {c: {role: boss}}\n",
    HEAD "relations: [{from: a, to: b}]\n",
    HEAD "rules: {x: l}\n",
    HEAD "record: [{id: r, kind: shout, source: analyst}]\n",
    HEAD "record: [{id: r, kind: accept, source: analyst}]\n",
    HEAD "record: [{id: r, kind: call, between: [a], source: analyst}]\n",
    HEAD "record: [{id: r, kind: matters, for: a, about: x, over: y,\n"
         "  source: analyst, credence: 0.4}]\n",
    HEAD "record: [{id: r, kind: doubt, for: a, of: b, about: {x: l},\n"
         "  source: analyst, credence: 0.7}]\n",
    HEAD "record: [{id: r, kind: demand, for: a, about: x,\n"
         "  source: analyst, credence: 0.7}]\n",
    HEAD "proposals: {p: {plan: [{terms: {x: h}}]}}\n",
    HEAD "proposals: {p: {plan: [{lasts: soon}]}}\n",
    HEAD "proposals: {p: {plan: []}}\n",
    HEAD "proposals: {p: {plan: [{lasts: open, talks: {on: x, fail: no}}]}}\n",
    HEAD "model: {honour: [0.5, 1, 2]}\n",
    HEAD "model: {honour: 1.5}\n",
    HEAD "model: {honour: \"much\"}\n",
    HEAD "preferences: {a: {worth: {x: {l: much}}}}\n",
    HEAD "forecast: {x: {a: {position: 5}}}\n",
};

static void put_bad(folder *f) {
    for (size_t i = 0; i < sizeof bad_cases / sizeof *bad_cases; i++) {
        const char *bytes = bad_cases[i];
        source_text *text = source_new(f->mem, "bad", bytes, strlen(bytes));
        if (loads(text, f->mem)) fail_msg("loads: %s", bytes);
        put(f, "bad", "case", bytes, strlen(bytes));
    }
}

static void clear(folder *f) {
    DIR *dir = opendir(f->path);
    for (const struct dirent *e; (e = readdir(dir)) != NULL;)
        unlink(arena_format(f->mem, "%s/%s", f->path, e->d_name));
    closedir(dir);
    rmdir(f->path);
}

static void cases_are_valid_and_wrong_ones_are_not(void **state) {
    (void)state;
    arena *mem = test_arena();
    folder f = make_folder(mem);
    assert_true(put_cases_of(&f, PARLEY_ROOT "/cases", true) > 0);
    assert_true(put_cases_of(&f, PARLEY_ROOT "/tests/golden", false) > 0);
    put_cases_of(&f, PARLEY_ROOT "/tests/bad", false);
    assert_true(put_golden(&f) > 10);
    assert_true(put_examples(&f, PARLEY_ROOT "/docs/case-format.md") > 9);
    put_bad(&f);
    int result = system(arena_format(
        mem, "python3 " PARLEY_ROOT "/tests/schema/validate.py %s %s", SCHEMA,
        f.path));
    clear(&f);
    arena_free(mem);
    assert_true(WIFEXITED(result));
    int code = WEXITSTATUS(result);
    if (code == 77 || code == 127) skip();
    assert_int_equal(code, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_committed_file_is_the_generated_one),
        cmocka_unit_test(cases_are_valid_and_wrong_ones_are_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
