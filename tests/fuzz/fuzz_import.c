/* SPDX-License-Identifier: Apache-2.0
 * Any bytes as the files of a scenario, which a line "%%" parts. One file alone
 * is a domain and two profiles. What is read is loaded as a case, written for
 * every tool and read once more. Graph models have fuzz_gmcr. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "api/api.h"
#include "base/diag.h"
#include "case/load.h"
#include "scenario/export.h"
#include "scenario/scenario.h"

enum { MOST_BYTES = 64 * 1024, FILES_MOST = 8 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct scenario_files {
    scenario_file items[FILES_MOST];
    size_t count;
    arena *mem;
    parley_diags *d;
} scenario_files;

static void take_text(scenario_files *to, const char *bytes, size_t size) {
    static const char *const names[] = {"a.json", "b.yml", "c.json", "d.yml",
                                        "e.json", "f.yml", "g.json", "h.yml"};
    if (to->count == FILES_MOST) return;
    const source_text *text =
        source_new(to->mem, names[to->count], bytes, size);
    if (scenario_open(&to->items[to->count], text, to->mem, to->d)) to->count++;
}

static bool take_file(void *self, const char *name, const char *bytes,
                      size_t size) {
    (void)name;
    take_text(self, bytes, size);
    return true;
}

static void take_parts(scenario_files *to, const char *bytes, size_t size) {
    while (size > 0) {
        const char *end = memmem(bytes, size, "\n%%\n", 4);
        size_t part = end ? (size_t)(end - bytes) : size;
        take_text(to, bytes, part);
        size_t used = end ? part + 4 : part;
        bytes += used;
        size -= used;
    }
    if (to->count == 1) to->items[to->count++] = to->items[0];
    if (to->count == 2) to->items[to->count++] = to->items[1];
}

static const case_model *load(const char *yaml, arena *mem, parley_diags *d) {
    const case_model *c = NULL;
    if (!yaml) return NULL;
    const source_text *made = source_new(mem, "made", yaml, strlen(yaml));
    return case_load(&c, made, mem, d) ? c : NULL;
}

typedef struct fuzzing {
    const char *bytes;
    size_t size;
    arena *mem;
    parley_diags *d;
} fuzzing;

static void write_and_read(const fuzzing *z, const case_model *c) {
    static const char *const tools[] = {"genius", "negmas"};
    for (int i = 0; i < 2; i++) {
        scenario_files again = {.mem = z->mem, .d = z->d};
        const scenario_ask ask = {.steps = 3};
        const parley_files to = {&again, take_file};
        if (scenario_export(c, tools[i], to, z->mem, z->d) == PARLEY_OK)
            (void)load(
                scenario_import(again.items, again.count, &ask, z->mem, z->d),
                z->mem, z->d);
    }
}

static parley_status run(void *subject) {
    const fuzzing *z = subject;
    for (int semantics = SCENARIO_OWN; semantics <= SCENARIO_NEGMAS;
         semantics++) {
        scenario_files f = {.mem = z->mem, .d = z->d};
        const scenario_ask ask = {.semantics = (scenario_semantics)semantics,
                                  .steps = 3,
                                  .explain = true};
        take_parts(&f, z->bytes, z->size);
        const case_model *c =
            load(scenario_import(f.items, f.count, &ask, z->mem, z->d), z->mem,
                 z->d);
        if (c) write_and_read(z, c);
    }
    return PARLEY_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size > MOST_BYTES) return 0;
    arena *mem = arena_new(NULL);
    parley_diags *d = parley_diags_new(NULL);
    fuzzing z = {(const char *)data, size, mem, d};
    (void)api_call(mem, d, run, &z);
    parley_diags_free(d);
    arena_free(mem);
    return 0;
}
