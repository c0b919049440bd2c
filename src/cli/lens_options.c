/* SPDX-License-Identifier: Apache-2.0
 * One list for reading the command line and for completing it. */
#include "cli/lens_options.h"

#include "base/text.h"
#include "cli/output.h"
#include "cli/scenario.h"

bool lens_takes_scenarios(const parley_lens_info *lens) {
    return text_same(lens->name, "deals");
}

option_list lens_options_of(const parley_lens_info *lens, arena *mem) {
    size_t every = parley_option_count(), count = 0;
    size_t most = every + lens->option_count + output_options.count +
                  scenario_option_count + 1;
    parley_option_info *all = ARENA_ARRAY(mem, parley_option_info, most);
    for (size_t i = 0; i < every; i++)
        all[count++] = parley_option_get(i);
    for (size_t i = 0; i < lens->option_count; i++)
        all[count++] = lens->options[i];
    for (size_t i = 0; lens_takes_scenarios(lens) && i < scenario_option_count;
         i++)
        all[count++] = scenario_options[i];
    for (size_t i = 0; i < output_options.count; i++)
        all[count++] = output_options.items[i];
    all[count++] = help_option;
    return (option_list){all, count};
}

question question_of(const arguments *a, size_t more, arena *mem) {
    question q = {ARENA_ARRAY(mem, parley_option, a->option_count + more), 0};
    for (size_t i = 0; i < a->option_count; i++)
        if (!output_is_option(a->options[i].name) &&
            !scenario_is_option(a->options[i].name))
            q.options[q.count++] = a->options[i];
    return q;
}
