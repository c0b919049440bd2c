/* SPDX-License-Identifier: Apache-2.0
 * Any bytes as each of the tables that are read: positions to forecast from,
 * predictions and outcomes to score (a line "%%" parts them; else both are the
 * same), truces to refit on, figures for durability. A table of positions gives
 * a case or an error, never both and never neither. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "api/api.h"
#include "base/diag.h"
#include "case/import.h"
#include "parley.h"

enum { MOST_BYTES = 16 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool take(void *self, const char *bytes, size_t size) {
    size_t *sum = self;
    for (size_t i = 0; i < size; i++)
        *sum += (unsigned char)bytes[i];
    return true;
}

static void write_and_free(parley_result *r) {
    static const char *const formats[] = {"text", "json", "csv"};
    size_t sum = 0;
    for (size_t i = 0; r && i < sizeof formats / sizeof *formats; i++)
        (void)parley_write(r, formats[i], NULL, (parley_sink){&sum, take},
                           NULL);
    parley_result_free(r);
}

static void look(const char *text, size_t size, const char *name,
                 const parley_option *options, size_t count) {
    parley_case *c = NULL;
    parley_result *r = NULL;
    if (parley_load_text(&c, NULL, "case.yaml", text, size, NULL) == PARLEY_OK)
        (void)parley_look(&r, c, name, options, count, NULL);
    write_and_free(r);
    parley_case_free(c);
}

/* --- Positions --- */

typedef struct importing {
    parley_text table;
    arena *mem;
    parley_diags *d;
    const char *made;
} importing;

static parley_status import_table_of(void *subject) {
    importing *m = subject;
    m->made = import_positions(
        source_new(m->mem, "positions.csv", m->table.bytes, m->table.size),
        m->mem, m->d);
    return PARLEY_OK;
}

static void import_and_forecast(parley_text table) {
    importing m = {table, arena_new(NULL), parley_diags_new(NULL), NULL};
    (void)api_call(m.mem, m.d, import_table_of, &m);
    if ((m.made == NULL) != parley_diags_has_errors(m.d)) abort();
    if (m.made) look(m.made, strlen(m.made), "forecast", NULL, 0);
    parley_diags_free(m.d);
    arena_free(m.mem);
}

/* --- The others --- */

static void score(parley_text table) {
    parley_result *r = NULL;
    const char *begin = table.bytes;
    const char *end = memmem(begin, table.size, "\n%%\n", 4);
    parley_text predictions = table, outcomes = table;
    if (end) {
        predictions.size = (size_t)(end - begin) + 1;
        outcomes.bytes = end + 4;
        outcomes.size = table.size - predictions.size - 3;
    }
    (void)parley_score(&r, NULL, predictions, outcomes, NULL);
    write_and_free(r);
}

static void refit(parley_text table) {
    parley_result *r = NULL;
    (void)parley_calibrate(&r, NULL, table, NULL, 0, NULL);
    write_and_free(r);
}

/* Options are texts: a zero byte ends them. */
static void hold(parley_text table) {
    static const char truce[] =
        "parley: 1\ncase: t\nparties: {a: {}, b: {}}\nissues: {x: {options: "
        "[x0, x1], now: x0}}\nproposals:\n  p: {plan: [{lasts: 7 days}], "
        "truce: "
        "{kind: cessation}}\n";
    char *figures = strndup(table.bytes, table.size);
    const parley_option options[] = {{"operand", "p"}, {"figures", figures}};
    if (figures) look(truce, sizeof truce - 1, "durability", options, 2);
    free(figures);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size > MOST_BYTES) return 0;
    parley_text table = {"table.csv", (const char *)data, size};
    import_and_forecast(table);
    score(table);
    refit(table);
    hold(table);
    return 0;
}
