/* SPDX-License-Identifier: Apache-2.0
 * What can be asked and how it can be written, for help and for bindings. */
#include "api/api.h"
#include "format/format.h"

size_t parley_lens_count(void) { return lens_count; }

parley_lens_info parley_lens_get(size_t index) {
    const lens *l = lens_table[index];
    return (parley_lens_info){
        .name = l->name,
        .question = l->question,
        .operands = l->operands,
        .operands_least = l->operands_least,
        .operands_most = l->operands_most,
        .options = l->options,
        .option_count = l->option_count,
    };
}

size_t parley_format_count(void) { return format_count; }

parley_format_info parley_format_get(size_t index) {
    const format *f = &format_table[index];
    return (parley_format_info){f->name, f->mime, f->help};
}
