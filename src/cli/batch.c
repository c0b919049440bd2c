/* SPDX-License-Identifier: Apache-2.0
 *
 * parley deals --batch DIR: a row of CSV for every scenario below a folder.
 *
 * Scenarios are independent pieces of work on several threads; each is looked
 * at on one thread, and rows are written in the order of names: the bytes don't
 * depend on the threads. A folder in which no format knows a file is passed
 * over in silence; one that is broken is reported and has no row, and the exit
 * code says so at the end. */
#include "cli/batch.h"

#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "base/threads.h"
#include "cli/lens_options.h"
#include "cli/output.h"
#include "cli/report.h"
#include "cli/scenario.h"

typedef struct answer {
    arena *mem;
    const char *head; /* the names of the columns */
    const char *row;  /* or NULL */
    parley_diags *d;
    parley_status status;
    bool passed_over;
} answer;

typedef struct batch {
    batch_list list;
    answer *answers; /* one an item */
    const arguments *a;
    question asked;
} batch;

/* --- A row --- */

/* Quoted where it must be (RFC 4180). */
static const char *cell(const char *text, arena *mem) {
    if (!strpbrk(text, ",\"\n\r")) return text;
    char *to = arena_get(mem, 2 * strlen(text) + 3), *end = to;
    *end++ = '"';
    for (; *text; text++) {
        if (*text == '"') *end++ = '"';
        *end++ = *text;
    }
    *end = '"';
    return to;
}

static const char *value_at(const parley_result *r, const char *path,
                            arena *mem) {
    parley_value v;
    char text[NUMBER_SIZE];
    if (parley_get(r, path, &v) != PARLEY_OK) return "";
    if (v.kind == PARLEY_TEXT) return cell(v.text, mem);
    if (v.kind != PARLEY_NUMBER) return "";
    number_print(text, v.number);
    return arena_copy(mem, text);
}

/* "0.625 0.66" */
static const char *numbers_at(const parley_result *r, const char *path,
                              arena *mem) {
    parley_value v;
    const char *all = "";
    if (parley_get(r, path, &v) != PARLEY_OK || !v.numbers) return "";
    for (size_t i = 0; i < v.count; i++) {
        char text[NUMBER_SIZE];
        number_print(text, v.numbers[i]);
        all = arena_format(mem, "%s%s%s", all, i ? " " : "", text);
    }
    return all;
}

/* "fare=high crossings=6": the terms of a deal, in one cell. */
static const char *terms_at(const parley_result *r, const char *path,
                            arena *mem) {
    parley_value v;
    const char *all = "";
    if (parley_get(r, path, &v) != PARLEY_OK) return "";
    for (size_t i = 0; i < v.count; i++) {
        const char *key = parley_key(r, path, i);
        const char *at = arena_format(mem, "%s/%s", path, key);
        parley_value option = {0};
        (void)parley_get(r, at, &option);
        all = arena_format(mem, "%s%s%s=%s", all, i ? "; " : "", key,
                           option.text ? option.text : "");
    }
    return cell(all, mem);
}

static const char *solution_cells(const parley_result *r, size_t i,
                                  arena *mem) {
    const char *at = arena_format(mem, "solutions/%zu", i);
    return arena_format(
        mem, ",%s,%s,%s", numbers_at(r, arena_format(mem, "%s/worth", at), mem),
        value_at(r, arena_format(mem, "tie-counts/%zu", i), mem),
        terms_at(r, arena_format(mem, "%s/terms", at), mem));
}

static size_t concept_count(const parley_result *r) {
    parley_value v;
    return parley_get(r, "concepts", &v) == PARLEY_OK ? v.count : 0;
}

/* Paths are not written as one word where they look like a diagnostic's. */
static const char *row_of(const batch_item *item, const parley_result *r,
                          arena *mem) {
    parley_value parties;
    (void)parley_get(r, "parties", &parties);
    const char *row = arena_format(
        mem, "%s,%zu,%s,%s,%s,%s", cell(item->name, mem), parties.count,
        value_at(r, "outcomes", mem), value_at(r, "individually-rational", mem),
        value_at(r, arena_format(mem, "frontier/%s", "count"), mem),
        numbers_at(r, "reserve", mem));
    for (size_t i = 0; i < concept_count(r); i++)
        row = arena_format(mem, "%s%s", row, solution_cells(r, i, mem));
    return row;
}

static const char fixed_columns[] =
    "scenario,parties,outcomes,individually-rational,frontier,reserve";

static const char *head_of(const parley_result *r, arena *mem) {
    const char *row = fixed_columns;
    for (size_t i = 0; i < concept_count(r); i++) {
        const char *name =
            value_at(r, arena_format(mem, "concepts/%zu", i), mem);
        row = arena_format(mem, "%s,%s,%s-ties,%s-deal", row, name, name, name);
    }
    return row;
}

/* --- A scenario --- */

static bool knows_nothing(const parley_diags *d) {
    for (size_t i = 0; i < parley_diags_count(d); i++)
        if (text_same(parley_diags_get(d, i)->code, "import/nothing"))
            return true;
    return false;
}

static parley_status load(const batch *b, const batch_item *item, answer *to,
                          parley_case **c, arena *mem) {
    if (item->is_case) return parley_load(c, NULL, item->path, to->d);
    parley_scenario from = scenario_of(b->a, mem);
    from.paths = &item->path;
    from.path_count = 1;
    return parley_load_scenario(c, NULL, &from, to->d);
}

static void work(void *subject, size_t i, arena *scratch) {
    batch *b = subject;
    answer *to = &b->answers[i];
    const batch_item *item = &b->list.items[i];
    parley_case *c = NULL;
    parley_result *r = NULL;
    to->d = parley_diags_new(NULL);
    to->status = load(b, item, to, &c, scratch);
    if (to->status == PARLEY_OK)
        to->status = parley_look(&r, c, "deals", b->asked.options,
                                 b->asked.count, to->d);
    if (to->status == PARLEY_OK) {
        arena_set_guard(to->mem, arena_guard(scratch));
        to->head = arena_copy(to->mem, head_of(r, scratch));
        to->row = arena_copy(to->mem, row_of(item, r, scratch));
        arena_set_guard(to->mem, NULL);
    }
    to->passed_over = !item->is_case && knows_nothing(to->d);
    parley_result_free(r);
    parley_case_free(c);
}

/* --- All --- */

static bool write_line(parley_sink to, const char *text) {
    return to.write(to.self, text, strlen(text)) && to.write(to.self, "\n", 1);
}

/* All have the same columns; without any row their names alone are known. */
static parley_status write_rows(void *subject, parley_sink to) {
    const batch *b = subject;
    const char *head = fixed_columns;
    for (size_t i = b->list.count; i-- > 0;)
        if (b->answers[i].row) head = b->answers[i].head;
    bool ok = write_line(to, head);
    for (size_t i = 0; ok && i < b->list.count; i++)
        if (b->answers[i].row) ok = write_line(to, b->answers[i].row);
    return ok ? PARLEY_OK : PARLEY_EIO;
}

/* What is wrong with whom; the worst exit code. */
static int report(const batch *b, arena *mem) {
    int code = EXIT_ANSWERED;
    size_t rows = 0, skipped = 0;
    for (size_t i = 0; i < b->list.count; i++) {
        const answer *of = &b->answers[i];
        if (of->passed_over) continue;
        rows += of->row != NULL;
        skipped += of->row == NULL;
        report_problems(of->d, of->row ? PARLEY_ERROR : PARLEY_WARNING, mem);
        if (of->row) continue;
        say_error("%s is left out: %s", b->list.items[i].path,
                  parley_status_text(of->status));
        int own = (int)exit_of(of->status);
        if (own > code) code = own;
    }
    if (skipped > 0)
        say_error("%zu of %zu scenarios are left out", skipped, rows + skipped);
    return code;
}

static int threads_of(const arguments *a) {
    int64_t n;
    const char *value = arguments_value(a, "threads");
    return value && number_int(value, &n) && n >= 1 && n <= 1024
               ? (int)n
               : threads_available();
}

static void make_answers(batch *b, arena *mem) {
    b->answers = ARENA_ARRAY(mem, answer, b->list.count);
    for (size_t i = 0; i < b->list.count; i++)
        b->answers[i].mem = arena_child(mem);
}

static void run(batch *b, arena *mem) {
    progress_line progress;
    arena *watched = arena_new(progress_begin(&progress));
    if (!watched) guard_leave(arena_guard(mem));
    arena_set_guard(watched, arena_guard(mem));
    threads_run(b->list.count, threads_of(b->a), work, b, watched);
    progress_end(&progress);
    arena_free(watched);
}

int batch_run(const arguments *a, arena *mem) {
    batch b = {.a = a, .asked = question_of(a, 1, mem)};
    const char *format = arguments_value(a, "format");
    if (format && !text_same(format, "csv")) {
        say_error("a batch is written as csv");
        return EXIT_USAGE;
    }
    if (a->operand_count > 0) {
        say_error("a batch takes one folder: parley deals --batch DIR");
        return EXIT_USAGE;
    }
    if (!batch_find(&b.list, arguments_value(a, "batch"), mem))
        return EXIT_WORLD;
    b.asked.options[b.asked.count++] = (parley_option){"threads", "1"};
    make_answers(&b, mem);
    run(&b, mem);
    int code = output_write(arguments_value(a, "output"),
                            &(written){write_rows, &b}, mem);
    int problems = report(&b, mem);
    for (size_t i = 0; i < b.list.count; i++)
        parley_diags_free(b.answers[i].d);
    return problems > code ? problems : code;
}
