/* SPDX-License-Identifier: Apache-2.0
 * Any bytes as a graph model of GMCR+: the importer says what is wrong or
 * writes a case; a small case that loads is analysed. Bytes that are no model
 * and give no error are a mistake of the importer. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "api/api.h"
#include "base/guard.h"
#include "case/import.h"
#include "parley.h"

enum { MOST_ISSUES = 6, MOST_BYTES = 16 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct reading {
    const uint8_t *data;
    size_t size;
    arena *mem;
    parley_diags *d;
    const char *yaml;
} reading;

static void convert(void *subject) {
    reading *r = subject;
    const source_text *text =
        source_new(r->mem, "models/any.gmcr", (const char *)r->data, r->size);
    r->yaml = import_gmcr(text, r->mem, r->d);
}

static bool take(void *self, const char *bytes, size_t size) {
    size_t *sum = self;
    for (size_t i = 0; i < size; i++)
        *sum += (unsigned char)bytes[i];
    return true;
}

static void analyse(const parley_case *c, parley_diags *d) {
    static const parley_option OPTIONS[] = {
        {"threads", "1"}, {"coalitions", ""}, {"make", "1"}, {"robust", ""}};
    size_t sum = 0;
    parley_result *r;
    if (parley_look(&r, c, "stability", OPTIONS,
                    sizeof OPTIONS / sizeof *OPTIONS, d) == PARLEY_OK)
        (void)parley_write(r, "json", NULL, (parley_sink){&sum, take}, NULL);
    parley_result_free(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size > MOST_BYTES) return 0;
    guard g;
    parley_case *c = NULL;
    parley_diags *d = parley_diags_new(NULL);
    reading r = {data, size, arena_new(NULL), d, NULL};
    arena_set_guard(r.mem, &g);
    bool done = guard_run(&g, convert, &r);
    if (done && !r.yaml && parley_diags_count(d) == 0) abort();
    if (r.yaml)
        (void)parley_load_text(&c, NULL, "case.yaml", r.yaml, strlen(r.yaml),
                               d);
    if (c && c->model->issue_count <= MOST_ISSUES) analyse(c, d);
    parley_case_free(c);
    arena_free(r.mem);
    parley_diags_free(d);
    return 0;
}
