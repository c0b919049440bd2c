/* SPDX-License-Identifier: Apache-2.0
 * Which operands are the scenario of another tool, and how it is to be read. */
#include "cli/scenario.h"

#include <string.h>
#include <sys/stat.h>

#include "base/text.h"

const parley_option_info scenario_options[] = {
    {"semantics", "TOOL",
     "of a scenario: read as genius or negmas where they disagree"},
    {"steps", "N", "of a scenario: values kept of a real issue (11)"},
    {"profiles", "N", "of a scenario: the first N profiles only"},
    {"batch", "DIR", "all scenarios below DIR, a row of CSV each"},
};
const size_t scenario_option_count =
    sizeof scenario_options / sizeof *scenario_options;

bool scenario_is_option(const char *name) {
    for (size_t i = 0; i < scenario_option_count; i++)
        if (text_same(scenario_options[i].name, name)) return true;
    return text_same(name, "explain");
}

static bool is_of_reading(const char *name) {
    return scenario_is_option(name) && !text_same(name, "batch");
}

bool scenario_is_folder(const char *path) {
    struct stat s;
    return stat(path, &s) == 0 && S_ISDIR(s.st_mode);
}

static bool has_end(const char *path) {
    static const char *const ends[] = {".xml", ".json", ".yaml", ".yml"};
    const char *dot = strrchr(path, '.');
    for (int i = 0; dot && i < 4; i++)
        if (strcasecmp(dot, ends[i]) == 0) return true;
    return false;
}

bool scenario_is_named(const char *const *operands, size_t count) {
    if (count == 1 && scenario_is_folder(operands[0])) return true;
    for (size_t i = 0; i < count; i++)
        if (!has_end(operands[i])) return false;
    return count > 0;
}

parley_scenario scenario_of(const arguments *a, arena *mem) {
    parley_option *options = ARENA_ARRAY(mem, parley_option, a->option_count);
    parley_scenario s = {a->operands, a->operand_count, options, 0};
    for (size_t i = 0; i < a->option_count; i++)
        if (is_of_reading(a->options[i].name))
            options[s.option_count++] = a->options[i];
    return s;
}
