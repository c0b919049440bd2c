/* SPDX-License-Identifier: Apache-2.0
 * Walks the lens table, so that a lens that is added is tested here without a
 * line being written: it is explained in docs/methods.md and shown in a golden
 * or an executed document, answers on every
 * case that ships in every format, its JSON is JSON, and neither threads nor
 * chance change a byte. */
#include "test.h"

#include <dirent.h>
#include <glob.h>

#include "bytes.h"
#include "json.h"
#include "look.h"

#define DRAWS "16"
#define CAIRO PARLEY_ROOT "/cases/cairo-2014.yaml"
/* Has something of everything, and is quick. */
#define SMALL PARLEY_ROOT "/tests/fuzz/corpus/case/inferred.yaml"

typedef struct shipped {
    char paths[32][512];
    size_t count;
} shipped;

static void add_folder(shipped *s, const char *folder) {
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *e = readdir(dir); e; e = readdir(dir)) {
        const char *end = strrchr(e->d_name, '.');
        if (!end || !text_same(end, ".yaml")) continue;
        assert_true(s->count < 32);
        (void)snprintf(s->paths[s->count++], sizeof s->paths[0], "%s/%s",
                       folder, e->d_name);
    }
    (void)closedir(dir);
}

static shipped shipped_cases(void) {
    shipped s = {.count = 0};
    add_folder(&s, PARLEY_ROOT "/cases");
    assert_true(s.count > 0);
    return s;
}

static parley_case *load(const char *path) {
    parley_case *c;
    parley_diags *d = parley_diags_new(NULL);
    if (parley_load(&c, NULL, path, d) != PARLEY_OK)
        fail_msg("%s: %s", path, parley_diags_get(d, 0)->message);
    parley_diags_free(d);
    return c;
}

static parley_result *ask(const parley_case *c, const parley_lens_info *asked,
                          const char *threads, const char *path) {
    look_options o = {.count = 0};
    look_add(&o, "draws", DRAWS);
    look_add(&o, "threads", threads);
    if (!look_operands(&o, c, asked)) return NULL;
    parley_result *r;
    parley_diags *d = parley_diags_new(NULL);
    parley_status status = parley_look(&r, c, asked->name, o.items, o.count, d);
    if (status != PARLEY_OK)
        fail_msg("%s %s: %s", asked->name, path,
                 parley_diags_count(d) ? parley_diags_get(d, 0)->message
                                       : parley_status_text(status));
    parley_diags_free(d);
    return r;
}

static char *written(const parley_result *r, const char *format) {
    kept_bytes b = BYTES_NONE;
    (void)bytes_take(&b, "", 0);
    assert_int_equal(parley_write(r, format, NULL, bytes_sink(&b), NULL),
                     PARLEY_OK);
    return b.text;
}

static void every_lens_is_explained(void **state) {
    (void)state;
    char *methods = bytes_of_file(PARLEY_ROOT "/docs/methods.md");
    assert_non_null(methods);
    for (size_t i = 0; i < parley_lens_count(); i++) {
        char heading[64];
        (void)snprintf(heading, sizeof heading, "\n## %s\n",
                       parley_lens_get(i).name);
        if (!strstr(methods, heading))
            fail_msg("docs/methods.md has no section%s", heading);
    }
    free(methods);
}

/* run_goldens.sh runs the commands of these files. */
static bool is_shown(const glob_t *files, const char *name) {
    char command[64];
    (void)snprintf(command, sizeof command, "$ parley %s ", name);
    bool shown = false;
    for (size_t i = 0; i < files->gl_pathc && !shown; i++) {
        char *text = bytes_of_file(files->gl_pathv[i]);
        shown = text && strstr(text, command);
        free(text);
    }
    return shown;
}

static void every_lens_has_a_golden(void **state) {
    (void)state;
    glob_t files;
    assert_int_equal(glob(PARLEY_ROOT "/tests/golden/*.t", 0, NULL, &files), 0);
    assert_int_equal(glob(PARLEY_ROOT "/README.md", GLOB_APPEND, NULL, &files),
                     0);
    assert_int_equal(glob(PARLEY_ROOT "/docs/*.md", GLOB_APPEND, NULL, &files),
                     0);
    for (size_t i = 0; i < parley_lens_count(); i++) {
        if (!is_shown(&files, parley_lens_get(i).name))
            fail_msg("no golden shows `parley %s`", parley_lens_get(i).name);
    }
    assert_false(is_shown(&files, "no-such-lens"));
    globfree(&files);
}

/* Keys are an API: each stands in the manual, or in the lens's own page. */
static void keys_are_explained(const parley_result *r, const char *name) {
    char page[512];
    (void)snprintf(page, sizeof page, PARLEY_ROOT "/docs/methods/%s.md", name);
    char *methods = bytes_of_file(PARLEY_ROOT "/docs/methods.md");
    char *more = bytes_of_file(page);
    for (const doc_value *v = doc_root(r->doc)->first; v; v = v->next) {
        char quoted[128];
        (void)snprintf(quoted, sizeof quoted, "`%s`", v->key);
        const char *end = strstr(v->key, "-error");
        bool said = strstr(methods, quoted) || (more && strstr(more, quoted));
        if (!said && !(end && text_same(end, "-error")))
            fail_msg("%s: the key %s is not explained", name, v->key);
    }
    free(methods);
    free(more);
}

static void root_is_as_promised(const parley_result *r, const char *name) {
    static const char *const keys[] = {"parley", "lens", "case", "knew",
                                       "seed"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        assert_string_equal(parley_key(r, "", i), keys[i]);
    parley_value v;
    assert_int_equal(parley_get(r, "lens", &v), PARLEY_OK);
    assert_string_equal(v.text, name);
}

/* Keys are an API: kebab-case where they are not names of the case, and none
 * twice. */
static void no_key_twice(const doc_value *in) {
    for (const doc_value *v = in->first; v; v = v->next) {
        if (v->key && doc_find(in, v->key) != v)
            fail_msg("the key %s stands twice", v->key);
        no_key_twice(v);
    }
}

static void write_all(const parley_result *r, const char *name) {
    for (size_t i = 0; i < parley_format_count(); i++) {
        const char *format = parley_format_get(i).name;
        char *text = written(r, format);
        bool json = text_same(format, "json");
        if (json && !json_is_valid(text))
            fail_msg("%s writes no valid JSON", name);
        if (!json && text_same(format, "text") && *text == '\0')
            fail_msg("%s says nothing", name);
        free(text);
    }
}

static void every_lens_answers_on_every_case(void **state) {
    (void)state;
    shipped s = shipped_cases();
    for (size_t i = 0; i < s.count; i++) {
        parley_case *c = load(s.paths[i]);
        for (size_t j = 0; j < parley_lens_count(); j++) {
            parley_lens_info l = parley_lens_get(j);
            parley_result *r = ask(c, &l, "1", s.paths[i]);
            if (!r) continue;
            root_is_as_promised(r, l.name);
            no_key_twice(doc_root(r->doc));
            keys_are_explained(r, l.name);
            write_all(r, l.name);
            parley_result_free(r);
        }
        parley_case_free(c);
    }
}

/* JSON and text, in one. */
static char *whole(const parley_result *r) {
    char *json = written(r, "json"), *text = written(r, "text");
    size_t size = strlen(json) + strlen(text) + 1;
    char *both = malloc(size);
    assert_non_null(both);
    (void)snprintf(both, size, "%s%s", json, text);
    free(json);
    free(text);
    return both;
}

static void threads_change_nothing(void **state) {
    (void)state;
    static const char *const threads[] = {"1", "2", "8"};
    parley_case *c = load(CAIRO);
    for (size_t j = 0; j < parley_lens_count(); j++) {
        parley_lens_info l = parley_lens_get(j);
        char *first = NULL;
        for (size_t t = 0; t < 3; t++) {
            parley_result *r = ask(c, &l, threads[t], CAIRO);
            assert_non_null(r);
            char *now = whole(r);
            if (first && !text_same(first, now))
                fail_msg("%s: %s threads change the answer", l.name,
                         threads[t]);
            free(first);
            first = now;
            parley_result_free(r);
        }
        free(first);
    }
    parley_case_free(c);
}

/* --- A host that asks to stop --- */

static bool stop(void *self, size_t done, size_t total) {
    int *left = self;
    assert_true(done <= total);
    return (*left)-- > 0;
}

static void a_host_can_stop_any_lens(void **state) {
    (void)state;
    for (size_t j = 0; j < parley_lens_count(); j++) {
        parley_lens_info l = parley_lens_get(j);
        for (int after = 0; after < 3; after++) {
            int left = after;
            parley_host host = {.self = &left, .progress = stop};
            parley_case *c;
            assert_int_equal(parley_load(&c, &host, SMALL, NULL), PARLEY_OK);
            look_options o = {.count = 0};
            look_add(&o, "draws", DRAWS);
            look_add(&o, "threads", "2");
            assert_true(look_operands(&o, c, &l));
            parley_result *r;
            parley_status status =
                parley_look(&r, c, l.name, o.items, o.count, NULL);
            assert_int_equal(status, left < 0 ? PARLEY_ECANCEL : PARLEY_OK);
            parley_result_free(r);
            parley_case_free(c);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_lens_is_explained),
        cmocka_unit_test(every_lens_has_a_golden),
        cmocka_unit_test(every_lens_answers_on_every_case),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(a_host_can_stop_any_lens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
