/* SPDX-License-Identifier: Apache-2.0
 * Writing case files: replaced at once, added to without touching the rest,
 * begun from an outline. */
#include "test.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/rng.h"
#include "base/text.h"
#include "case/load.h"
#include "case/save.h"

static void assert_loads(const source_text *text) {
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    const case_model *c;
    if (!case_load(&c, text, mem, d))
        fail_msg("%s\n%d:%d %s", text->bytes, parley_diags_get(d, 0)->line,
                 parley_diags_get(d, 0)->column,
                 parley_diags_get(d, 0)->message);
    parley_diags_free(d);
    arena_free(mem);
}

static const char *append(const char *text, const char *section,
                          const char *fragment, arena *mem, parley_diags *d) {
    const source_text *out;
    bool ok = case_append(
        &out, source_new(mem, "case", text, strlen(text)), section,
        source_new(mem, "entry", fragment, strlen(fragment)), mem, d);
    assert_true(ok == (out != NULL));
    return ok ? out->bytes : NULL;
}

static void assert_appended(const char *text, const char *section,
                            const char *fragment, const char *expected) {
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    const char *bytes = append(text, section, fragment, mem, d);
    if (!bytes)
        fail_msg("%s\n%s", text, parley_diags_get(d, 0)->message);
    else if (!text_same(bytes, expected))
        fail_msg("got\n%s\nexpected\n%s", bytes, expected);
    assert_false(parley_diags_has_errors(d));
    parley_diags_free(d);
    arena_free(mem);
}

#define HEAD                                                                   \
    "parley: 1\n"                                                              \
    "case: Test # a title\n"                                                   \
    "parties: {a: {name: A}, b: {name: B}}\n"                                  \
    "issues: {x: {options: [l, h], now: l}}\n"
#define ITEM                                                                   \
    "{id: s9, for: a, kind: demand, source: analyst, credence: 0.8, about: "   \
    "{x: h}}"
#define FIRST                                                                  \
    "{id: s1, for: b, kind: demand, source: analyst, credence: 0.7, about: "   \
    "{x: l}}"

static void block_lists_grow_by_a_line(void **state) {
    (void)state;
    assert_appended(HEAD "record:\n  - " FIRST "\n", "record", ITEM,
                    HEAD "record:\n  - " FIRST "\n  - " ITEM "\n");
    /* comments, no indentation, a wide gap, something behind */
    assert_appended(HEAD "record:   # who said what\n# first\n-   " FIRST
                         "  # sure\n\n# more to come\nrules: []\n",
                    "record", "- " ITEM "\n",
                    HEAD "record:   # who said what\n# first\n-   " FIRST
                         "  # sure\n-   " ITEM
                         "\n\n# more to come\nrules: []\n");
    /* no line end at the end */
    assert_appended(HEAD "record:\n- " FIRST, "record", ITEM,
                    HEAD "record:\n- " FIRST "\n- " ITEM);
}

static void block_items_keep_their_lines(void **state) {
    (void)state;
    const char item[] = "id: s9 # new\n"
                        "for: a\n"
                        "kind: demand\n"
                        "source: analyst\n"
                        "# how sure\n"
                        "credence: 0.8\n"
                        "about:\n"
                        "  x: h\n"
                        "gist: |\n"
                        "  one\n"
                        "\n"
                        "   two\n";
    const char *expected = HEAD "record:\n"
                                "    - " FIRST "\n"
                                "    - id: s9 # new\n"
                                "      for: a\n"
                                "      kind: demand\n"
                                "      source: analyst\n"
                                "      # how sure\n"
                                "      credence: 0.8\n"
                                "      about:\n"
                                "        x: h\n"
                                "      gist: |\n"
                                "        one\n"
                                "\n"
                                "         two\n";
    assert_appended(HEAD "record:\n    - " FIRST "\n", "record", item,
                    expected);
    /* the same, as a list of one */
    assert_appended(
        HEAD "record:\n    - " FIRST "\n", "record",
        "  -   id: s9\n      for: a\n      kind: demand\n"
        "      source: analyst\n      credence: 0.8\n"
        "      about: {x:\n         h}\n",
        HEAD "record:\n    - " FIRST "\n    - id: s9\n      for: a\n"
             "      kind: demand\n      source: analyst\n      credence: 0.8\n"
             "      about: {x:\n         h}\n");
}

static void line_ends_are_kept(void **state) {
    (void)state;
    assert_appended("parley: 1\r\ncase: T\r\nparties: {a: {}, b: {}}\r\n"
                    "issues: {x: {options: [l, h]}}\r\n"
                    "rules:\r\n  - x = l\r\n",
                    "rules", "- >-\n  x = h\n  or x = l\n- x = h -> x = h\n",
                    "parley: 1\r\ncase: T\r\nparties: {a: {}, b: {}}\r\n"
                    "issues: {x: {options: [l, h]}}\r\n"
                    "rules:\r\n  - x = l\r\n  - >-\r\n    x = h\r\n"
                    "    or x = l\r\n  - x = h -> x = h\r\n");
}

static void flow_lists_grow_inside_their_brackets(void **state) {
    (void)state;
    assert_appended(HEAD "record: [" FIRST "] # all\n", "record", ITEM,
                    HEAD "record: [" FIRST ", " ITEM "] # all\n");
    assert_appended(HEAD "record: [" FIRST ", ]\n", "record", ITEM,
                    HEAD "record: [" FIRST ", " ITEM ", ]\n");
    assert_appended(
        HEAD "record: [\n  " FIRST " # sure\n  # end\n]\n", "record",
        "id: s9\nfor: a\nkind: demand\nsource: analyst\ncredence: 0.8\n"
        "about: {x: h}\ngist: 'it, too'\n",
        HEAD "record: [\n  " FIRST ", # sure\n"
             "  {id: s9, for: a, kind: demand, source: analyst, "
             "credence: 0.8, about: {x: h}, gist: \"it, too\"}\n  # end\n]\n");
    assert_appended(HEAD "record: [\n  " FIRST ", # sure\n]\n", "record", ITEM,
                    HEAD "record: [\n  " FIRST ", # sure\n  " ITEM ",\n]\n");
    assert_appended(HEAD "record: [\n  " FIRST "]\n", "record", ITEM,
                    HEAD "record: [\n  " FIRST ",\n  " ITEM "]\n");
}

static void sections_are_begun(void **state) {
    (void)state;
    assert_appended(HEAD, "record", ITEM, HEAD "record:\n  - " ITEM "\n");
    assert_appended(HEAD "rules:\n- x = l\n# end", "record", ITEM,
                    HEAD "rules:\n- x = l\n# end\nrecord:\n- " ITEM "\n");
    assert_appended(HEAD "\n\n...\n", "record", ITEM,
                    HEAD "\n\nrecord:\n  - " ITEM "\n...\n");
    assert_appended(HEAD "record:  # none yet\nrules: []\n", "record", ITEM,
                    HEAD "record:  # none yet\n  - " ITEM "\nrules: []\n");
    assert_appended(HEAD "record: []  # none yet\nrules: []\n", "record", ITEM,
                    HEAD "record:  # none yet\n  - " ITEM "\nrules: []\n");
    assert_appended(HEAD, "sources", "r1: {date: 2020-01-01}",
                    HEAD "sources:\n  r1: {date: 2020-01-01}\n");
    assert_appended("{parley: 1, case: T, parties: {a: {}, b: {}},\n"
                    " issues: {x: {options: [l, h]}}}\n",
                    "rules", "x = l or x = h",
                    "{parley: 1, case: T, parties: {a: {}, b: {}},\n"
                    " issues: {x: {options: [l, h]}},\n rules: [x = l or x = "
                    "h]}\n");
}

static void maps_grow_too(void **state) {
    (void)state;
    assert_appended("parley: 1\ncase: T\nparties:\n   a: {name: A}\n   b:\n"
                    "     name: B\nissues: {x: {options: [l, h]}}\n",
                    "parties", "{\"c\":{name: C}, d: {\n  name: D}}",
                    "parley: 1\ncase: T\nparties:\n   a: {name: A}\n   b:\n"
                    "     name: B\n   \"c\": {name: C}\n   d: {\n   name: D}\n"
                    "issues: {x: {options: [l, h]}}\n");
    assert_appended(HEAD, "parties", "c:\n  name: C\n",
                    "parley: 1\ncase: Test # a title\n"
                    "parties: {a: {name: A}, b: {name: B}, c: {name: C}}\n"
                    "issues: {x: {options: [l, h], now: l}}\n");
}

static void json_stays_json(void **state) {
    (void)state;
    const char text[] = "{\n\t\"parley\": 1,\n\t\"case\": \"T\",\n"
                        "\t\"parties\": {\"a\": {}, \"b\": {}},\n"
                        "\t\"issues\": {\"x\": {\"options\": [\"l\", \"h\"]}}";
    arena *mem = test_arena();
    assert_appended(
        arena_format(mem, "%s\n}\n", text), "record",
        "{id: s1, for: a, kind: demand, source: analyst, credence: 0.80, "
        "public: true, about: {x: l}, gist: say \"no\"}",
        arena_format(mem,
                     "%s,\n\t\"record\": [{\"id\": \"s1\", \"for\": \"a\", "
                     "\"kind\": \"demand\", \"source\": \"analyst\", "
                     "\"credence\": 0.80, \"public\": true, \"about\": "
                     "{\"x\": \"l\"}, \"gist\": \"say \\\"no\\\"\"}]\n}\n",
                     text));
    assert_appended(
        arena_format(mem, "%s,\n\t\"rules\": []\n}\n", text), "rules",
        "x = l or x = h",
        arena_format(mem, "%s,\n\t\"rules\": [\"x = l or x = h\"]\n}\n", text));
    arena_free(mem);
}

/* --- Refusals --- */

typedef struct refusal {
    const char *text, *section, *fragment;
    const char *file; /* of the first problem; NULL: no place */
    int line, column;
    const char *code;
} refusal;

static const refusal refusals[] = {
    {HEAD, "record", "{id: s1, fro: a}", "entry", 1, 1, "case/missing-key"},
    {HEAD "record:\n  - " FIRST "\n", "record",
     "id: s2\nfor: a\nkind: demand\nsource: analyst\ncredence: 0.8\n"
     "about: {x: hh}\n",
     "entry", 6, 12, "case/unknown-option"},
    {HEAD "record: [" FIRST "]\n", "record",
     "- id: s2\n  for: a\n  kind: demand\n  source: analyst\n  credence: 0.8\n"
     "  abuot:\n   x: h\n  about: {x: h}\n",
     "entry", 6, 3, "case/unknown-key"},
    {HEAD "rules:\n- x = l\n", "rules", "x = l or\n  x = hh\n", "entry", 2, 7,
     "case/unknown-option"},
    {HEAD "rules: [x = l]\n", "rules", "\"x = ll\"", "entry", 1, 6,
     "case/unknown-option"},
    {HEAD, "parties", "[c]", "entry", 1, 1, "edit/fragment"},
    {HEAD, "record", "{id: s1", "entry", 1, 8, "yaml/syntax"},
    {HEAD, "record", "{id: s1, id: s2}", "entry", 1, 10, "yaml/duplicate-key"},
    {HEAD, "parties", "a: {name: AA}", "entry", 1, 1, "yaml/duplicate-key"},
    {HEAD, "case", "x", NULL, 0, 0, "edit/section"},
    {HEAD, "records", "x", NULL, 0, 0, "edit/section"},
    {HEAD "record: none\n", "record", ITEM, "case", 5, 9, "edit/section"},
    /* the empty lines are part of the rule: there is no place behind them */
    {HEAD "rules:\n- |+\n  x = l\n\n\n# end\n", "rules", "x = h", "case", 5, 1,
     "edit/layout"},
    {"- 1\n", "record", ITEM, "case", 1, 1, "edit/section"},
    {HEAD "rules: [x = m]\n", "record", ITEM, "case", 5, 13,
     "case/unknown-option"},
    {HEAD "record:\n- " FIRST "\nrules: [x = m]\n", "record", ITEM, "case", 7,
     13, "case/unknown-option"},
};

static void refusals_say_where(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        const refusal *r = &refusals[i];
        arena *mem = test_arena();
        parley_diags *d = parley_diags_new(NULL);
        const char *out = append(r->text, r->section, r->fragment, mem, d);
        if (out || parley_diags_count(d) == 0) fail_msg("%s", r->fragment);
        const parley_diag *p = parley_diags_get(d, 0);
        if (!text_same(p->code, r->code) || !text_same(p->file, r->file) ||
            p->line != r->line || p->column != r->column)
            fail_msg("%s: %s:%d:%d %s %s", r->fragment, p->file, p->line,
                     p->column, p->code, p->message);
        parley_diags_free(d);
        arena_free(mem);
    }
}

/* --- Random layouts --- */

static const char *any(rng *r, const char *const *texts, size_t count) {
    return texts[rng_below(r, count)];
}

/* Sections in random style, order and spacing. */
static char *random_case(rng *r, arena *mem) {
    static const char *const space[] = {"\n", "  # note: [x], {\n", "\n\n",
                                        "\n# between\n", "\r\n"};
    static const char *const records[] = {
        "",
        "record:",
        "record: []",
        "record: [ ]",
        "record:\n- " FIRST,
        "record:\n    -  " FIRST "\n    # in between\n    -  id: s2\n"
        "       source: analyst\n       kind: call\n       between: [a, b]",
        "record: [" FIRST "]",
        "record: [\n " FIRST "\n ]",
        "record: [\n " FIRST ", # x\n ]",
        "record:\n  [" FIRST "\n  , ]"};
    static const char *const rules[] = {"", "rules:\n  - x = l",
                                        "rules: [x = l]"};
    const size_t spaces = sizeof space / sizeof *space;
    char *head = arena_format(
        mem, "parley: 1%scase: T%sparties: {a: {}, b: {}}%s",
        any(r, space, spaces), any(r, space, spaces), any(r, space, spaces));
    const char *record = any(r, records, sizeof records / sizeof *records);
    const char *rule = any(r, rules, 3);
    bool swap = rng_below(r, 2) == 0;
    const char *one = swap ? rule : record, *two = swap ? record : rule;
    return arena_format(mem, "%s%s%sissues: {x: {options: [l, h]}}%s%s%s", head,
                        one, *one ? any(r, space, spaces) : "",
                        any(r, space, spaces), two,
                        *two ? any(r, space, spaces) : "");
}

static const node *root_of(const source_text *text, arena *mem) {
    const node *root;
    assert_true(node_parse(&root, text, mem, NULL));
    return root;
}

/* True if all bytes of `part` stand in `whole`, in their order. */
static bool is_within(const char *part, const char *whole) {
    for (; *part && *whole; whole++)
        part += *part == *whole;
    return *part == '\0';
}

static void any_layout_can_be_added_to(void **state) {
    (void)state;
    static const char *const items[] = {
        ITEM, "- " ITEM, "[" ITEM "]",
        "id: s9\nsource: analyst # mine\nkind: call\nbetween:\n- a\n- b\n",
        "-   id: s9\n    source: analyst\n    kind: call\n"
        "    between: [a,\n b]\n    purpose: >\n      to\n\n      talk\n"};
    for (uint64_t seed = 0; seed < 1500; seed++) {
        arena *mem = test_arena();
        rng r;
        rng_seed(&r, seed, 0);
        char *text = random_case(&r, mem);
        parley_diags *d = parley_diags_new(NULL);
        const char *out = append(text, "record", any(&r, items, 5), mem, d);
        if (!out)
            fail_msg("%s\n%s", text, parley_diags_get(d, 0)->message);
        else {
            const source_text *added = source_new(mem, "t", out, strlen(out));
            assert_loads(added);
            const node *record = node_find(root_of(added, mem), "record");
            const node *last = record->items[record->count - 1];
            assert_string_equal(node_find(last, "id")->text, "s9");
            bool emptied = strstr(text, "record: [") &&
                           record->count == 1; /* loses its brackets */
            if (!emptied && !is_within(text, out))
                fail_msg("%s\n%s", text, out);
        }
        parley_diags_free(d);
        arena_free(mem);
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
    parley_diags *d;
    bool added;
} attempt;

static void add_in(void *subject) {
    attempt *a = subject;
    const char text[] = HEAD "record: [" FIRST "]\n";
    const char entry[] = "{id: s9, for: [a, b], kind: said, about: x, "
                         "source: analyst, to: a}";
    const source_text *out;
    a->added = case_append(
        &out, source_new(a->mem, "t", text, sizeof text - 1), "record",
        source_new(a->mem, "e", entry, sizeof entry - 1), a->mem, a->d);
}

static void running_out_of_memory_leaks_nothing(void **state) {
    (void)state;
    for (int n = 2;; n++) {
        failing f = {.left = n};
        parley_host host = {&f, fail_later, NULL};
        attempt a = {arena_new(&host), parley_diags_new(&host), false};
        guard g;
        arena_set_guard(a.mem, &g);
        bool done = guard_run(&g, add_in, &a);
        arena_free(a.mem);
        parley_diags_free(a.d);
        assert_int_equal(f.held, 0);
        if (!done) continue;
        assert_true(a.added);
        assert_true(n > 10);
        return;
    }
}

/* --- Files --- */

typedef struct folder {
    char path[64], file[80];
} folder;

static folder make_folder(void) {
    folder f = {.path = "/tmp/parley-test-XXXXXX"};
    assert_non_null(mkdtemp(f.path));
    (void)snprintf(f.file, sizeof f.file, "%s/case.yaml", f.path);
    return f;
}

static int count_files(const char *path) {
    DIR *dir = opendir(path);
    assert_non_null(dir);
    int count = 0;
    for (const struct dirent *e; (e = readdir(dir)) != NULL;)
        count += e->d_name[0] != '.';
    closedir(dir);
    return count;
}

static void assert_content(const char *path, const char *bytes, size_t size) {
    arena *mem = test_arena();
    source_text *text;
    assert_true(source_read(&text, path, 1000000, mem, NULL));
    assert_int_equal(text->size, size);
    assert_memory_equal(text->bytes, bytes, size);
    arena_free(mem);
}

static void files_are_replaced_at_once(void **state) {
    (void)state;
    arena *mem = test_arena();
    folder f = make_folder();
    assert_true(case_write_file(f.file, "one", 3, mem, NULL));
    assert_content(f.file, "one", 3);
    assert_int_equal(chmod(f.file, 0640), 0);
    /* who has it open keeps the old bytes */
    int old = open(f.file, O_RDONLY);
    char *big = arena_get(mem, 300000);
    assert_true(case_write_file(f.file, big, 300000, mem, NULL));
    char bytes[8];
    assert_int_equal(read(old, bytes, sizeof bytes), 3);
    close(old);
    assert_content(f.file, big, 300000);
    struct stat info;
    assert_int_equal(stat(f.file, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    /* through a link */
    char *link = arena_format(mem, "%s/link", f.path);
    assert_int_equal(symlink("case.yaml", link), 0);
    assert_true(case_write_file(link, "two", 3, mem, NULL));
    assert_content(f.file, "two", 3);
    assert_int_equal(lstat(link, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_int_equal(count_files(f.path), 2);
    unlink(link);
    unlink(f.file);
    rmdir(f.path);
    arena_free(mem);
}

static void a_failure_leaves_the_old_file(void **state) {
    (void)state;
    arena *mem = test_arena();
    folder f = make_folder();
    parley_diags *d = parley_diags_new(NULL);
    char *missing = arena_format(mem, "%s/no/case.yaml", f.path);
    assert_false(case_write_file(missing, "x", 1, mem, d));
    assert_string_equal(parley_diags_get(d, 0)->code, "file/unwritable");
    /* a folder can't be replaced by a file; nothing is left beside it */
    char *inner = arena_format(mem, "%s/inner", f.path);
    assert_int_equal(mkdir(inner, 0700), 0);
    assert_false(case_write_file(inner, "x", 1, mem, d));
    assert_int_equal(count_files(f.path), 1);
    rmdir(inner);
    rmdir(f.path);
    parley_diags_free(d);
    arena_free(mem);
}

static void what_is_loaded_is_saved_byte_for_byte(void **state) {
    (void)state;
    arena *mem = test_arena();
    folder f = make_folder();
    const char bytes[] = "\xef\xbb\xbf" HEAD "\r\n# end  \n\n";
    const source_text *text = source_new(mem, "t", bytes, sizeof bytes - 1);
    const case_model *c;
    assert_true(case_load(&c, text, mem, NULL));
    assert_true(case_save(c, f.file, mem, NULL));
    assert_content(f.file, bytes, sizeof bytes - 1);
    unlink(f.file);
    rmdir(f.path);
    arena_free(mem);
}

/* --- Outlines --- */

/* Takes "# " from the lines that begin a section or stand under one. */
static char *uncomment(const char *text, arena *mem) {
    char *out = arena_get(mem, strlen(text) + 1);
    size_t size = 0;
    bool on = false;
    while (*text) {
        const char *end = strchr(text, '\n') + 1;
        size_t key = strspn(text + 2, "abcdefghijklmnopqrstuvwxyz-");
        if (text[0] != '#')
            on = false;
        else if (key > 0 && text[2 + key] == ':')
            on = true;
        else if (text[2] != ' ')
            on = false;
        if (on) text += 2;
        memcpy(out + size, text, (size_t)(end - text));
        size += (size_t)(end - text);
        text = end;
    }
    return out;
}

static char *outline(const char *title, const case_answer *answers, int count,
                     arena *mem) {
    parley_diags *d = parley_diags_new(NULL);
    char *text = case_new(title, answers, count, mem, d);
    if (!text) fail_msg("%s", parley_diags_get(d, 0)->message);
    assert_int_equal(parley_diags_count(d), 0);
    parley_diags_free(d);
    return text;
}

static void assert_outline_loads(const char *title, const case_answer *answers,
                                 int count, size_t sections) {
    arena *mem = test_arena();
    char *text = outline(title, answers, count, mem);
    assert_loads(source_new(mem, "new", text, strlen(text)));
    char *all = uncomment(text, mem);
    const source_text *source = source_new(mem, "all", all, strlen(all));
    assert_loads(source);
    if (root_of(source, mem)->count != sections) fail_msg("%s", all);
    arena_free(mem);
}

static void new_cases_pass_the_check(void **state) {
    (void)state;
    assert_outline_loads(NULL, NULL, 0, 10);
    static const case_answer odd[] = {{"party", "North: the \"Union\""},
                                      {"party", "north the"},
                                      {"party", "\xc3\x89tat"},
                                      {"party", "!"},
                                      {"party", "North: the"},
                                      {"issue", "Wages #1: a, null, - c"},
                                      {"issue", "in"},
                                      {"issue", "In"}};
    static const char title[] = "A: title # with {signs}";
    assert_outline_loads(title, odd, 8, 10);
    arena *mem = test_arena();
    char *text = outline(title, odd, 8, mem);
    assert_non_null(strstr(text, "  north-the-union: {name: \"North: the "
                                 "\\\"Union\\\"\"}\n"));
    assert_non_null(strstr(text, "  north-the: {name: north the}\n"));
    assert_non_null(strstr(text, "  north-the-2: {name: \"North: the\"}\n"));
    assert_non_null(strstr(text, "  in-2: {options: [now, changed]"));
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(block_lists_grow_by_a_line),
        cmocka_unit_test(block_items_keep_their_lines),
        cmocka_unit_test(line_ends_are_kept),
        cmocka_unit_test(flow_lists_grow_inside_their_brackets),
        cmocka_unit_test(sections_are_begun),
        cmocka_unit_test(maps_grow_too),
        cmocka_unit_test(json_stays_json),
        cmocka_unit_test(refusals_say_where),
        cmocka_unit_test(any_layout_can_be_added_to),
        cmocka_unit_test(running_out_of_memory_leaks_nothing),
        cmocka_unit_test(files_are_replaced_at_once),
        cmocka_unit_test(a_failure_leaves_the_old_file),
        cmocka_unit_test(what_is_loaded_is_saved_byte_for_byte),
        cmocka_unit_test(new_cases_pass_the_check),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
