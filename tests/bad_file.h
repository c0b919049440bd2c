/* SPDX-License-Identifier: Apache-2.0
 * A file of tests/bad, taken as what it is, with the problems that it gives.
 *
 * What is right as a case may be bad to ask or to add to. Lines "# run: LENS
 * [OPERAND...] [--option [VALUE]...]" ask (all words up to the next option are
 * its value), lines "# export: TOOL" write it for another tool, lines "# add:
 * SECTION ENTRY" add to a copy, all through the public interface; the problems
 * of all of them are those of the file. What is no case is taken as what its
 * name says: .gmcr is imported, and so is a folder .scenario with what can be
 * explained of it, .jsonl is a log of log-case.yaml, .txt a report to read,
 * .drafts and .lexicon what is given along with report.txt, figures-*.csv what
 * `durability` takes, score-*.csv predictions and outcomes-*.csv outcomes to
 * score, positions-*.csv is imported, truces-*.csv is refitted on. */
#ifndef TESTS_BAD_FILE_H
#define TESTS_BAD_FILE_H

#include "case_test.h"

#include <unistd.h>

#include "base/text.h"
#include "bytes.h"
#include "parley.h"
#include "process/draft.h"

enum { BAD_FILE_WORDS = 16 };

static inline char *bad_file_text(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    static char bytes[1 << 20];
    *size = fread(bytes, 1, sizeof bytes - 1, file);
    fclose(file);
    bytes[*size] = '\0';
    return bytes;
}

/* The text behind `mark` on the next line that has it, or NULL. */
static inline char *next_line(const char **from, const char *mark) {
    const char *at = strstr(*from, mark);
    if (!at) return NULL;
    at += strlen(mark);
    size_t size = strcspn(at, "\r\n");
    *from = at + size;
    return strndup(at, size);
}

/* Words up to the next option, joined again. */
static inline char *take_value(char **rest) {
    char *value = *rest, *end = strstr(value, " --");
    *rest = end ? end + 1 : value + strlen(value);
    if (end) *end = '\0';
    return value;
}

static inline size_t read_asked(parley_option options[BAD_FILE_WORDS],
                                char *rest) {
    size_t count = 0;
    while (*rest) {
        assert_true(count < BAD_FILE_WORDS);
        parley_option *o = &options[count++];
        bool named = text_begins(rest, "--");
        char *word = rest + (named ? 2 : 0);
        size_t size = strcspn(word, " ");
        rest = word + size + (word[size] == ' ');
        word[size] = '\0';
        *o = named ? (parley_option){word, NULL}
                   : (parley_option){"operand", word};
        if (named && *rest && !text_begins(rest, "--"))
            o->value = take_value(&rest);
    }
    return count;
}

static inline void ask(const parley_case *c, char *asked, parley_diags *d) {
    parley_option options[BAD_FILE_WORDS];
    parley_result *r;
    size_t size = strcspn(asked, " ");
    char *rest = asked + size + (asked[size] == ' ');
    asked[size] = '\0';
    size_t count = read_asked(options, rest);
    size_t before = diag_error_count(d);
    parley_status status = parley_look(&r, c, asked, options, count, d);
    assert_int_equal(status == PARLEY_OK, diag_error_count(d) == before);
    parley_result_free(r);
}

static inline void add_entry(const char *bytes, size_t size, char *asked,
                             parley_diags *d) {
    char copy[] = "/tmp/parley-bad-XXXXXX";
    int made = mkstemp(copy);
    assert_true(made >= 0);
    assert_int_equal(write(made, bytes, size), size);
    close(made);
    size_t name = strcspn(asked, " ");
    assert_true(asked[name] == ' ');
    asked[name] = '\0';
    size_t before = diag_error_count(d);
    parley_status status = parley_add(NULL, copy, asked, asked + name + 1, d);
    assert_int_equal(status == PARLEY_OK, diag_error_count(d) == before);
    remove(copy);
}

static inline bool drop_file(void *self, const char *name, const char *bytes,
                             size_t size) {
    (void)self;
    return *name && *bytes && size > 0;
}

static inline void export_to(const parley_case *c, const char *tool,
                             parley_diags *d) {
    size_t before = diag_error_count(d);
    parley_status status =
        parley_export(c, tool, (parley_files){NULL, drop_file}, d);
    assert_int_equal(status == PARLEY_OK, diag_error_count(d) == before);
}

/* What the lines "# run:", "# export:" and "# add:" of a case ask of it. */
static inline void do_asked(const parley_case *c, const char *bytes,
                            size_t size, parley_diags *d) {
    const char *from = bytes;
    for (char *asked; (asked = next_line(&from, "# run: ")); free(asked)) {
        assert_non_null(c);
        ask(c, asked, d);
    }
    from = bytes;
    for (char *tool; (tool = next_line(&from, "# export: ")); free(tool))
        export_to(c, tool, d);
    from = bytes;
    for (char *asked; (asked = next_line(&from, "# add: ")); free(asked))
        add_entry(bytes, size, asked, d);
}

static inline void read_case(const char *path, parley_diags *d) {
    parley_case *c;
    size_t size = 0;
    parley_status status = parley_load(&c, NULL, path, d);
    assert_int_equal(status == PARLEY_OK, !parley_diags_has_errors(d));
    char *bytes =
        strdup(bad_file_text(path, &size)); /* to the first zero byte */
    do_asked(c, bytes, strlen(bytes), d);
    free(bytes);
    parley_case_free(c);
}

static inline void read_log(const char *path, parley_diags *d) {
    arena *mem = test_arena();
    const case_model *c = case_from_file("tests/bad/log-case.yaml", mem);
    source_text *text;
    process_log log;
    assert_true(source_read(&text, path, 1 << 20, mem, d));
    if (process_read(&log, text->bytes, text->size, c, mem, d) &&
        process_join(&c, c, &log, mem, d))
        (void)process_check(&log, c, NULL, mem, d);
    arena_free(mem);
}

static inline void import_file(const char *path, parley_diags *d) {
    kept_bytes b = BYTES_NONE;
    parley_status status = parley_import(NULL, bytes_sink(&b), path, d);
    assert_int_equal(status == PARLEY_OK, !parley_diags_has_errors(d));
    free(b.text);
}

static inline void import_scenario(const char *path, parley_diags *d) {
    kept_bytes b = BYTES_NONE;
    const parley_option explain = {"explain", NULL};
    const parley_scenario from = {&path, 1, &explain, 1};
    parley_status status =
        parley_import_scenario(NULL, bytes_sink(&b), &from, d);
    assert_int_equal(status == PARLEY_OK, !parley_diags_has_errors(d));
    free(b.text);
}

/* Reads a report, with the text of an option ("drafts", "lexicon") or NULL. */
static inline void read_report_with(const char *path, const char *option,
                                    const char *value, parley_diags *d) {
    size_t size = 0;
    char *text = bad_file_text(path, &size);
    assert_non_null(text);
    parley_option given = {option, value};
    parley_result *r;
    parley_report report = {{path, text, size}, NULL};
    parley_status status =
        parley_read(&r, NULL, &report, &given, option ? 1 : 0, d);
    assert_int_equal(status == PARLEY_OK, !parley_diags_has_errors(d));
    parley_result_free(r);
}

static inline void read_along(const char *path, const char *option,
                              parley_diags *d) {
    size_t size = 0;
    char *value = strdup(bad_file_text(path, &size));
    read_report_with(PARLEY_ROOT "/tests/bad/report.txt", option, value, d);
    free(value);
}

static inline void list_drafts(const char *path, parley_diags *d) {
    parley_result *r;
    size_t size = 0;
    char *text = bad_file_text(path, &size);
    (void)parley_drafts(&r, NULL, (parley_text){path, text, size}, d);
    parley_result_free(r);
}

/* What `durability` says when the file's text is given as its figures. */
static inline void take_figures(const char *path, parley_diags *d) {
    size_t size = 0;
    char *text = strdup(bad_file_text(path, &size));
    parley_option options[] = {{"operand", "second"}, {"figures", text}};
    parley_case *c;
    parley_result *r;
    assert_int_equal(parley_load(&c, NULL,
                                 PARLEY_ROOT "/tests/golden/everything.yaml",
                                 NULL),
                     PARLEY_OK);
    parley_status status = parley_look(&r, c, "durability", options, 2, d);
    assert_int_equal(status == PARLEY_OK, !parley_diags_has_errors(d));
    parley_result_free(r);
    parley_case_free(c);
    free(text);
}

/* Scored against the table beside it. */
static inline void score_with(const char *path, bool predictions,
                              parley_diags *d) {
    static const char good_p[] = "id,p\na,0.5\nb,0.1\n";
    static const char good_o[] = "id,outcome\na,yes\nb,no\n";
    size_t size = 0;
    char *text = strdup(bad_file_text(path, &size));
    parley_text bad = {path, text, strlen(text)}, good = {"good", NULL, 0};
    good.bytes = predictions ? good_o : good_p;
    good.size = strlen(good.bytes);
    parley_result *r;
    parley_status status = parley_score(&r, NULL, predictions ? bad : good,
                                        predictions ? good : bad, d);
    assert_int_equal(status == PARLEY_OK, !parley_diags_has_errors(d));
    parley_result_free(r);
    free(text);
}

static inline void refit_with(const char *path, parley_diags *d) {
    size_t size = 0;
    char *text = bad_file_text(path, &size);
    parley_result *r;
    parley_status status =
        parley_calibrate(&r, NULL, (parley_text){path, text, size}, NULL, 0, d);
    assert_int_equal(status == PARLEY_OK, !parley_diags_has_errors(d));
    parley_result_free(r);
}

static inline void read_table(const char *path, parley_diags *d) {
    const char *name = strrchr(path, '/') + 1;
    if (text_begins(name, "figures-"))
        take_figures(path, d);
    else if (text_begins(name, "score-") || text_begins(name, "outcomes-"))
        score_with(path, text_begins(name, "score-"), d);
    else if (text_begins(name, "truces-"))
        refit_with(path, d);
    else if (text_begins(name, "positions-"))
        import_file(path, d);
    else
        fail_msg("%s: nothing takes a table of this name", path);
}

static inline void bad_file_read(const char *path, parley_diags *d) {
    const char *end = strrchr(path, '.');
    if (text_same(end, ".gmcr")) {
        import_file(path, d);
    } else if (text_same(end, ".scenario")) {
        import_scenario(path, d);
    } else if (text_same(end, ".jsonl")) {
        read_log(path, d);
    } else if (text_same(end, ".txt")) {
        read_report_with(path, NULL, NULL, d);
    } else if (text_same(end, ".lexicon")) {
        read_along(path, "lexicon", d);
    } else if (text_same(end, ".drafts")) {
        list_drafts(path, d);
        read_along(path, "drafts", d);
    } else if (text_same(end, ".csv")) {
        read_table(path, d);
    } else {
        read_case(path, d);
    }
}

#endif
