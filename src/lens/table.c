/* SPDX-License-Identifier: Apache-2.0
 * All lenses. A lens is added with its `extern` and its row, in the order in
 * which help lists them; the NULL at the end keeps the table from being
 * empty. */
#include "lens/lens.h"

#include "base/text.h"

extern const lens ask_lens;
extern const lens belief_lens;
extern const lens brief_lens;
extern const lens deals_lens;
extern const lens durability_lens;
extern const lens forecast_lens;
extern const lens pieces_lens;
extern const lens plans_lens;
extern const lens record_lens;
extern const lens route_lens;
extern const lens stability_lens;
extern const lens status_lens;
extern const lens unlock_lens;

/* One a line, so that rows merge. */
/* clang-format off */
const lens *const lens_table[] = {
    &belief_lens,
    &record_lens,
    &status_lens,
    &deals_lens,
    &plans_lens,
    &stability_lens,
    &unlock_lens,
    &ask_lens,
    &durability_lens,
    &forecast_lens,
    &pieces_lens,
    &route_lens,
    &brief_lens,
    NULL,
};
/* clang-format on */
/* NOLINTNEXTLINE(bugprone-sizeof-expression): the items are pointers */
const size_t lens_count = sizeof lens_table / sizeof *lens_table - 1;

const lens *lens_find(const char *name) {
    for (size_t i = 0; i < lens_count; i++)
        if (text_same(lens_table[i]->name, name)) return lens_table[i];
    return NULL;
}

const char *lens_value(const lens_request *q, const char *name) {
    const char *value = NULL;
    for (size_t i = 0; i < q->option_count; i++)
        if (text_same(q->options[i].name, name))
            value = q->options[i].value ? q->options[i].value : "";
    return value;
}
