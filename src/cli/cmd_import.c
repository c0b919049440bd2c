/* SPDX-License-Identifier: Apache-2.0
 * parley import FILE|DIR|DOMAIN PROFILE... [-o CASE]: another tool's files as a
 * case. */
#include <unistd.h>

#include "base/text.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/report.h"
#include "cli/scenario.h"

static const parley_option_info known[] = {
    {"output", "CASE", "write there (-o); usual: standard output"},
    {"semantics", "TOOL", "read as genius or negmas where they disagree"},
    {"steps", "N", "values kept of an issue that takes any number (11)"},
    {"profiles", "N", "the first N profiles only"},
    {"explain", NULL, "say where GENIUS and NegMAS disagree on this"},
};

typedef struct import_work {
    const arguments *a;
    parley_diags *d;
    arena *mem;
} import_work;

static parley_status write_case(void *subject, parley_sink to) {
    const import_work *w = subject;
    const char *const *operands = w->a->operands;
    if (!scenario_is_named(operands, w->a->operand_count))
        return parley_import(NULL, to, operands[0], w->d);
    const parley_scenario from = scenario_of(w->a, w->mem);
    return parley_import_scenario(NULL, to, &from, w->d);
}

static int run(const arguments *a, arena *mem) {
    const bool scenario = scenario_is_named(a->operands, a->operand_count);
    if (a->operand_count != 1 && !scenario) {
        say_error("import takes one file or folder, or the files of a "
                  "scenario: parley import MODEL.gmcr");
        return EXIT_USAGE;
    }
    const char *path = arguments_value(a, "output");
    if (path && !text_same(path, "-") && access(path, F_OK) == 0) {
        say_error("%s is there already", path);
        return EXIT_WORLD;
    }
    import_work w = {a, parley_diags_new(NULL), mem};
    int code = output_write(path, &(written){write_case, &w}, mem);
    report_problems(w.d, PARLEY_NOTE, mem);
    parley_diags_free(w.d);
    return code;
}

extern const command import_command;
const command import_command = {
    .name = "import",
    .usage = "FILE | DIR | DOMAIN PROFILE... [-o CASE]",
    .help =
        "another tool's files as a case: GENIUS, NegMAS, GeniusWeb, NegoLog, "
        "GMCR+",
    .example = "parley import elmira.gmcr -o elmira.yaml",
    .own = OPTION_LIST(known),
    .run = run,
};
