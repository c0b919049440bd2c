/* SPDX-License-Identifier: Apache-2.0
 * One list for reading the command line and for completing it. */
#include "cli/lens_options.h"

#include "base/text.h"
#include "cli/output.h"
#include "cli/scenario.h"

bool lens_takes_scenarios(const parley_lens_info *lens) {
    return text_same(lens->name, "deals");
}

lens_options lens_options_of(const parley_lens_info *lens, arena *mem) {
    size_t every = parley_option_count();
    size_t most = every + lens->option_count + output_option_count +
                  scenario_option_count;
    lens_options k = {ARENA_ARRAY(mem, parley_option_info, most), 0};
    for (size_t i = 0; i < every; i++)
        k.items[k.count++] = parley_option_get(i);
    for (size_t i = 0; i < lens->option_count; i++)
        k.items[k.count++] = lens->options[i];
    for (size_t i = 0; lens_takes_scenarios(lens) && i < scenario_option_count;
         i++)
        k.items[k.count++] = scenario_options[i];
    for (size_t i = 0; i < output_option_count; i++)
        k.items[k.count++] = output_options[i];
    return k;
}

question question_of(const arguments *a, size_t more, arena *mem) {
    question q = {ARENA_ARRAY(mem, parley_option, a->option_count + more), 0};
    for (size_t i = 0; i < a->option_count; i++)
        if (!output_is_option(a->options[i].name) &&
            !scenario_is_option(a->options[i].name))
            q.options[q.count++] = a->options[i];
    return q;
}
