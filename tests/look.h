/* SPDX-License-Identifier: Apache-2.0
 * Asking every lens of any case: fills in the operands that a lens needs with
 * names of the case, so that walks over the lens table need no list. */
#ifndef TESTS_LOOK_H
#define TESTS_LOOK_H

#include <string.h>

#include "api/api.h"
#include "parley.h"

enum { LOOK_MOST = 8 };

typedef struct look_options {
    parley_option items[LOOK_MOST];
    size_t count;
} look_options;

static inline void look_add(look_options *o, const char *name,
                            const char *value) {
    if (value && o->count < LOOK_MOST)
        o->items[o->count++] = (parley_option){name, value};
}

/* Operands for `lens`; false if the case has none to give. */
static inline bool look_operands(look_options *o, const parley_case *c,
                                 const parley_lens_info *asked) {
    const case_model *m = c->model;
    bool proposals = strstr(asked->operands, "PROPOSAL") != NULL;
    for (size_t i = 0; i < asked->operands_least; i++) {
        size_t most = (size_t)(proposals ? m->proposal_count : m->actor_count);
        if (i >= most) return false;
        look_add(o, "operand",
                 proposals ? m->proposals[i].id : m->actors[i].id);
    }
    return true;
}

#endif
