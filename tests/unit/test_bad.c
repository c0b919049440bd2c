/* SPDX-License-Identifier: Apache-2.0
 * Bad cases: every file of tests/bad gives exactly the problems it says, and
 * every code of a problem that the sources can report is given by some file or
 * by a case made here (those too large to keep).
 *
 * A file says what it gives in lines "# expect: LINE:COLUMN CODE" (0:0: no
 * place), or, where it can't hold comments, in FILE.expect without the
 * "# expect: ". A file that gives nothing says "nothing": it is odd, but right.
 * What else a file may say stands in bad_file.h.
 *
 * A code that no file can bring stands in a list here with the test that
 * does. */
#include "bad_file.h"

#include <ctype.h>
#include <dirent.h>

#include "scenario/xml.h"

enum { MOST = 60, LONGEST = 4096 };

typedef struct problem {
    int line, column;
    char code[64];
} problem;

typedef struct problems {
    problem items[MOST];
    int count;
} problems;

/* All codes that were seen, one after the other, for the last test. */
static char seen[1 << 16];
static size_t seen_size;

static void note_code(const char *code) {
    char marked[80];
    snprintf(marked, sizeof marked, "[%s]", code);
    if (strstr(seen, marked)) return;
    size_t size = strlen(marked);
    assert_true(seen_size + size < sizeof seen);
    memcpy(seen + seen_size, marked, size + 1);
    seen_size += size;
}

/* --- Reading what is expected --- */

static void add_expected(problems *to, const char *text) {
    problem p = {0};
    if (text_begins(text, "nothing")) return;
    assert_true(to->count < MOST);
    char *rest;
    p.line = (int)strtol(text, &rest, 10);
    if (*rest == ':') p.column = (int)strtol(rest + 1, &rest, 10);
    size_t size = *rest == ' ' ? strcspn(++rest, "\r\n") : 0;
    bool placed = p.column > 0 || text_begins(text, "0:0 ");
    if (!placed || size == 0 || size >= sizeof p.code)
        fail_msg("\"%.40s\" is not LINE:COLUMN CODE", text);
    memcpy(p.code, rest, size);
    to->items[to->count++] = p;
}

static bool read_sidecar(problems *to, const char *path) {
    char name[LONGEST];
    snprintf(name, sizeof name, "%s.expect", path);
    size_t size = 0;
    char *text = bad_file_text(name, &size), *rest = NULL;
    if (!text) return false;
    for (char *line = strtok_r(text, "\n", &rest); line;
         line = strtok_r(NULL, "\n", &rest))
        add_expected(to, line);
    return true;
}

static problems read_expected(const char *path) {
    static const char mark[] = "# expect: ";
    problems to = {.count = 0};
    if (read_sidecar(&to, path)) return to;
    size_t size = 0;
    char *text = bad_file_text(path, &size);
    assert_non_null(text);
    int marks = 0;
    for (size_t i = 0; i + sizeof mark <= size; i++) {
        if (memcmp(text + i, mark, sizeof mark - 1) != 0) continue;
        add_expected(&to, text + i + sizeof mark - 1);
        marks++;
    }
    if (marks == 0) fail_msg("%s expects nothing, not even \"nothing\"", path);
    return to;
}

/* --- One file --- */

static problems load_problems(const char *path) {
    parley_diags *d = parley_diags_new(NULL);
    bad_file_read(path, d);
    problems found = {.count = 0};
    for (size_t i = 0; i < parley_diags_count(d); i++) {
        const parley_diag *p = parley_diags_get(d, i);
        problem *f = &found.items[found.count++];
        f->line = p->line;
        f->column = p->column;
        snprintf(f->code, sizeof f->code, "%s", p->code);
        note_code(p->code);
        assert_true(strlen(p->message) > 0);
    }
    parley_diags_free(d);
    return found;
}

static bool holds(const problems *list, const problem *p) {
    for (int i = 0; i < list->count; i++) {
        const problem *q = &list->items[i];
        if (q->line == p->line && q->column == p->column &&
            text_same(q->code, p->code))
            return true;
    }
    return false;
}

static int report_missing(const char *path, const char *what, const problems *a,
                          const problems *b) {
    int missing = 0;
    for (int i = 0; i < a->count; i++) {
        const problem *p = &a->items[i];
        if (holds(b, p)) continue;
        print_message("%s: %s: %d:%d %s\n", path, what, p->line, p->column,
                      p->code);
        missing++;
    }
    return missing;
}

static int check_file(const char *path) {
    problems expected = read_expected(path);
    problems found = load_problems(path);
    int wrong = report_missing(path, "expected", &expected, &found) +
                report_missing(path, "not expected", &found, &expected);
    if (expected.count != found.count) {
        print_message("%s: %d problems, not %d\n", path, found.count,
                      expected.count);
        wrong++;
    }
    return wrong;
}

/* --- All files --- */

static bool is_case(const struct dirent *entry) {
    const char *dot = strrchr(entry->d_name, '.');
    static const char *const ends[] = {".yaml",    ".json", ".gmcr",
                                       ".jsonl",   ".txt",  ".drafts",
                                       ".lexicon", ".csv",  ".scenario"};
    bool needs_xml = text_begins(entry->d_name, "genius-") ||
                     text_begins(entry->d_name, "two-domains");
    if (needs_xml && !xml_available()) return false;
    for (size_t i = 0; dot && i < sizeof ends / sizeof *ends; i++)
        if (text_same(dot, ends[i])) return true;
    return false;
}

static void every_file_gives_what_it_says(void **state) {
    (void)state;
    static const char folder[] = PARLEY_ROOT "/tests/bad";
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    int files = 0, with_several = 0, wrong = 0;
    for (struct dirent *entry; (entry = readdir(dir));) {
        if (!is_case(entry)) continue;
        char path[LONGEST];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        wrong += check_file(path);
        with_several += read_expected(path).count >= 3;
        files++;
    }
    closedir(dir);
    assert_int_equal(wrong, 0);
    assert_true(files >= 60);
    assert_true(with_several >= 10);
}

/* --- Cases too large to keep --- */

typedef struct making {
    char *bytes;
    size_t size, room;
} making;

__attribute__((format(printf, 2, 3))) static void add(making *m,
                                                      const char *format, ...) {
    va_list args;
    va_start(args, format);
    assert_true(m->room - m->size > 300);
    m->size += (size_t)vsnprintf(m->bytes + m->size, 300, format, args);
    va_end(args);
}

static making begin(size_t room) {
    making m = {malloc(room), 0, room};
    assert_non_null(m.bytes);
    add(&m, "parley: 1\ncase: large\n");
    return m;
}

/* Loads what was made, expects the code, frees it. */
static void expect_code(making *m, const char *code) {
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    const case_model *c;
    const source_text *text = source_new(mem, "made", m->bytes, m->size);
    bool found = false;
    (void)case_load(&c, text, mem, d);
    for (size_t i = 0; i < parley_diags_count(d); i++) {
        found |= text_same(parley_diags_get(d, i)->code, code);
        note_code(parley_diags_get(d, i)->code);
    }
    if (!found) print_problems(d);
    assert_true(found);
    parley_diags_free(d);
    arena_free(mem);
    free(m->bytes);
}

static const char small[] = "parties: {a: {}, b: {}}\n"
                            "issues: {x: {options: [x0, x1]}}\n";

static void fifty_megabytes_are_refused(void **state) {
    (void)state;
    making m = begin((size_t)51 << 20);
    add(&m, "%s", small);
    memset(m.bytes + m.size, '#', ((size_t)50 << 20) - m.size);
    m.size = (size_t)50 << 20;
    expect_code(&m, "case/limit");
}

static void too_many_parts_are_refused(void **state) {
    (void)state;
    making m = begin((size_t)8 << 20);
    add(&m, "%srules: [", small);
    for (int i = 0; i < 1000001; i++)
        add(&m, "a,");
    add(&m, "]\n");
    expect_code(&m, "yaml/too-many");
}

static void too_many_issues_are_refused(void **state) {
    (void)state;
    making m = begin((size_t)2 << 20);
    add(&m, "parties: {a: {}, b: {}}\nissues:\n");
    for (int i = 0; i < 10001; i++)
        add(&m, "  i%d: {options: [yes, no]}\n", i);
    add(&m, "rules: [i0 = yes -> i10000 = no]\n"
            "preferences: {a: {worth: {i9999: {yes: 1}}}}\n");
    expect_code(&m, "case/limit");
}

static void too_many_options_are_refused(void **state) {
    (void)state;
    making m = begin((size_t)2 << 20);
    add(&m, "parties: {a: {}, b: {}}\nissues: {x: {options: [");
    for (int i = 0; i < 10001; i++)
        add(&m, "o%d,", i);
    add(&m, "], now: o3}, y: {options: [y0, y1], now: y0}}\n");
    expect_code(&m, "case/limit");
}

/* Each within its limit, but 120 million options in all: refused before they
 * are made. */
static void too_many_cells_are_refused(void **state) {
    (void)state;
    making m = begin((size_t)2 << 20);
    add(&m, "parties: {a: {}, b: {}}\nissues:\n");
    for (int i = 0; i < 9999; i++)
        add(&m, "  i%d: {from: 0, to: 9999, step: 1}\n", i);
    expect_code(&m, "case/limit");
}

static void too_many_entries_are_refused(void **state) {
    (void)state;
    making m = begin((size_t)16 << 20);
    add(&m, "%srecord:\n", small);
    for (int i = 0; i < 100001; i++)
        add(&m, "- {id: s%d, kind: said}\n", i);
    expect_code(&m, "case/limit");
}

static void too_many_parties_are_refused(void **state) {
    (void)state;
    making m = begin((size_t)1 << 20);
    add(&m, "issues: {x: {options: [x0, x1]}}\nparties:\n");
    for (int i = 0; i < 101; i++)
        add(&m, "  p%d: {}\n", i);
    expect_code(&m, "case/limit");
}

static void too_many_states_are_not_ranked(void **state) {
    (void)state;
    making m = begin((size_t)1 << 20);
    add(&m, "parties: {a: {}, b: {}}\nissues:\n");
    for (int i = 0; i < 21; i++)
        add(&m, "  i%d: {options: [yes, no]}\n", i);
    add(&m, "preferences: {a: {ranking: [1, 2]}}\n");
    expect_code(&m, "case/limit");
}

/* --- Nothing is left untested --- */

/* Codes that no file of tests/bad can bring, each with the test that does. */
typedef struct elsewhere {
    const char *code, *file, *test;
} elsewhere;

static const elsewhere no_file_brings[] = {
    {"csv/too-large", "test_csv.c", "too_large_a_table_is_refused"},
    /* no lens merges frontiers yet */
    {"deal/frontier-limit", "test_merge.c",
     "a_frontier_that_explodes_is_refused"},
    {"file/too-large", "test_api.c", "size_is_told_from_other_errors"},
    {"file/unreadable", "test_api.c", "size_is_told_from_other_errors"},
    {"file/unwritable", "test_save.c", "a_failure_leaves_the_old_file"},
    {"format/unknown", "test_api.c",
     "a_lens_or_format_that_is_none_is_refused"},
    {"format/unknown-figure", "test_api.c", "a_figure_that_is_none_is_refused"},
    {"format/write-failed", "test_api.c", "a_failed_write_is_told"},
    {"import/no-xml", "test_scenario.c", "a_build_without_expat_says_so"},
    {"import/unknown", "test_api.c", "a_file_of_no_known_tool_is_refused"},
    {"log/broken", "test_log.c", "a_changed_event_is_told"},
    {"log/limit", "test_bad.c", "too_long_a_log_is_refused"},
    {"log/no-store", "test_log.c", "a_build_without_a_store_says_so"},
    {"log/none", "test_log.c", "a_log_that_is_not_there_is_told"},
    {"log/other-file", "test_log.c", "a_database_of_others_is_told"},
    {"log/store", "test_log.c", "a_file_that_is_no_database_is_told"},
    {"read/long-paragraph", "test_bad.c", "a_long_paragraph_is_cut"},
    {"read/too-large", "test_api.c", "a_report_of_four_gigabytes_is_refused"},
    {"stability/arc", "test_stability_api.c", "bad_input"},
};

/* That the test is there, is run, and names the code. */
static bool has_test(const elsewhere *e) {
    char path[LONGEST], run[128], code[80];
    snprintf(path, sizeof path, PARLEY_ROOT "/tests/unit/%s", e->file);
    snprintf(run, sizeof run, "cmocka_unit_test(%s)", e->test);
    snprintf(code, sizeof code, "\"%s\"", e->code);
    size_t size = 0;
    const char *text = bad_file_text(path, &size);
    const char *begin = text ? strstr(text, e->test) : NULL;
    return begin && strstr(text, run) && strstr(text, code);
}

static void codes_without_a_file_have_their_test(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof no_file_brings / sizeof *no_file_brings; i++)
        if (has_test(&no_file_brings[i]))
            note_code(no_file_brings[i].code);
        else
            fail_msg("%s: no %s in %s", no_file_brings[i].code,
                     no_file_brings[i].test, no_file_brings[i].file);
}

/* The code that a literal "module/words" holds, or false. */
static bool take_code(const char *at, char code[64]) {
    static const char *const media[] = {"application/", "text/", "image/"};
    size_t module = strspn(at + 1, "abcdefghijklmnopqrstuvwxyz");
    size_t size = strspn(at + 1, "abcdefghijklmnopqrstuvwxyz0123456789-/");
    if (module == 0 || at[1 + module] != '/' ||
        !islower((unsigned char)at[2 + module]))
        return false;
    if (at[1 + size] != '"' || size >= 64) return false; /* an #include */
    for (size_t i = 0; i < sizeof media / sizeof *media; i++)
        if (text_begins(at + 1, media[i])) return false;
    memcpy(code, at + 1, size);
    code[size] = '\0';
    return true;
}

static int check_source(const char *path) {
    size_t size = 0;
    if (strstr(path, "/src/scenario/") && !xml_available()) return 0;
    char *text = bad_file_text(path, &size);
    assert_non_null(text);
    int missing = 0;
    for (char *at = text; (at = strchr(at, '"')); at++) {
        char code[64], marked[80];
        if (!take_code(at, code)) continue;
        snprintf(marked, sizeof marked, "[%s]", code);
        if (strstr(seen, marked)) continue;
        print_message("%s: no bad file gives %s\n", path, code);
        missing++;
    }
    return missing;
}

typedef struct census {
    int missing, sources;
} census;

static void check_folder(census *n, const char *folder) {
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir));) {
        char path[LONGEST];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        const char *dot = strrchr(entry->d_name, '.');
        if (!dot && entry->d_type == DT_DIR) check_folder(n, path);
        if (!text_same(dot, ".c") && !text_same(dot, ".h")) continue;
        n->missing += check_source(path);
        n->sources++;
    }
    closedir(dir);
}

static void every_code_has_a_bad_file(void **state) {
    (void)state;
    census n = {0, 0};
    check_folder(&n, PARLEY_ROOT "/src");
    assert_true(n.sources > 200);
    assert_int_equal(n.missing, 0);
}

static void a_long_paragraph_is_cut(void **state) {
    (void)state;
    enum { SIZE = (1 << 18) + 10000 };
    static const char sentence[] = "The mediator said that the road was open. ";
    char *bytes = malloc(SIZE);
    assert_non_null(bytes);
    for (size_t i = 0; i < SIZE; i++)
        bytes[i] = sentence[i % (sizeof sentence - 1)];
    parley_diags *d = parley_diags_new(NULL);
    parley_result *r;
    parley_report report = {{"made", bytes, SIZE}, NULL};
    assert_int_equal(parley_read(&r, NULL, &report, NULL, 0, d), PARLEY_OK);
    assert_int_equal(parley_diags_count(d), 1);
    assert_string_equal(parley_diags_get(d, 0)->code, "read/long-paragraph");
    parley_result_free(r);
    parley_diags_free(d);
    free(bytes);
}

static void too_long_a_log_is_refused(void **state) {
    enum { LINES = PROCESS_EVENTS_MOST + 1 };
    (void)state;
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    const case_model *c = case_from_file("tests/bad/log-case.yaml", mem);
    char *lines = arena_get(mem, LINES);
    memset(lines, '\n', LINES);
    process_log log;
    assert_false(process_read(&log, lines, LINES, c, mem, d));
    assert_string_equal(parley_diags_get(d, 0)->code, "log/limit");
    parley_diags_free(d);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_file_gives_what_it_says),
        cmocka_unit_test(fifty_megabytes_are_refused),
        cmocka_unit_test(too_many_parts_are_refused),
        cmocka_unit_test(too_many_issues_are_refused),
        cmocka_unit_test(too_many_options_are_refused),
        cmocka_unit_test(too_many_cells_are_refused),
        cmocka_unit_test(too_many_entries_are_refused),
        cmocka_unit_test(too_many_parties_are_refused),
        cmocka_unit_test(too_many_states_are_not_ranked),
        cmocka_unit_test(a_long_paragraph_is_cut),
        cmocka_unit_test(too_long_a_log_is_refused),
        cmocka_unit_test(codes_without_a_file_have_their_test),
        cmocka_unit_test(every_code_has_a_bad_file), /* last: uses `seen` */
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
