/* SPDX-License-Identifier: Apache-2.0
 * Any bytes as a case, through every lens into every format. Cases that would
 * take long by their size are left to the tests of limits: at most 64
 * outcomes, 16 draws, one thread. */
#include <stddef.h>
#include <stdint.h>

#include "look.h"

enum { MOST_OUTCOMES = 64, MOST_BYTES = 16 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool take(void *self, const char *bytes, size_t size) {
    size_t *sum = self;
    for (size_t i = 0; i < size; i++)
        *sum += (unsigned char)bytes[i];
    return true;
}

static void write_all(const parley_result *r, size_t width) {
    size_t sum = 0;
    parley_sink to = {&sum, take};
    for (size_t i = 0; i < parley_format_count(); i++) {
        parley_style style = {.width = width, .colour = width % 2 == 0};
        (void)parley_write(r, parley_format_get(i).name, &style, to, NULL);
    }
}

static bool is_small(const parley_case *c) {
    const case_model *m = c->model;
    int outcomes = m->graph ? m->graph->state_count : 1;
    for (int i = 0; i < m->issue_count && outcomes <= MOST_OUTCOMES; i++)
        outcomes *= m->issues[i].option_count;
    return outcomes <= MOST_OUTCOMES;
}

static void look(const parley_case *c, const parley_lens_info *asked,
                 size_t width, parley_diags *d) {
    look_options o = {.count = 0};
    look_add(&o, "draws", "16");
    look_add(&o, "threads", "1");
    if (width % 3 == 0) look_add(&o, "without", "analyst");
    if (width % 5 == 0) look_add(&o, "for", c->model->actors[0].id);
    if (!look_operands(&o, c, asked)) return;
    parley_result *r;
    if (parley_look(&r, c, asked->name, o.items, o.count, d) == PARLEY_OK)
        write_all(r, width);
    parley_result_free(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size > MOST_BYTES) return 0;
    size_t width = 20 + size % 100;
    parley_case *c;
    parley_diags *d = parley_diags_new(NULL);
    (void)parley_load_text(&c, NULL, "case.yaml", data, size, d);
    parley_result *r;
    if (parley_check(&r, c, PARLEY_CHECK_STRICT, d) == PARLEY_OK)
        write_all(r, width);
    parley_result_free(r);
    for (size_t i = 0; c && is_small(c) && i < parley_lens_count(); i++) {
        parley_lens_info asked = parley_lens_get(i);
        look(c, &asked, width, d);
    }
    parley_case_free(c);
    parley_diags_free(d);
    return 0;
}
