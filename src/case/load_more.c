/* SPDX-License-Identifier: Apache-2.0
 * A case with more in it than its file holds: what the log of the talks adds.
 * The tree of the file is joined with a second one before anything is read, so
 * that all checks and defaults are the loader's own. */
#include "case/load_int.h"

bool case_load_more(const case_model **out, const case_model *c,
                    const node *more, arena *mem, parley_diags *d) {
    case_model of = {.text = c->text, .goes_on = true};
    return load_again(out, node_join(c->root, more, mem), &of, mem, d);
}
