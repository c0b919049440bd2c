/* SPDX-License-Identifier: Apache-2.0
 * parley import FILE [-o CASE]: another tool's file as a case. */
#include <unistd.h>

#include "base/text.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/report.h"

static const parley_option_info known[] = {
    {"output", "CASE", "write there (-o); usual: standard output"},
    {"help", NULL, "say more (-h)"},
};

typedef struct import_work {
    const char *path;
    parley_diags *d;
} import_work;

static parley_status write_case(void *subject, parley_sink to) {
    const import_work *w = subject;
    return parley_import(NULL, to, w->path, w->d);
}

int cmd_import(words given, arena *mem) {
    arguments a;
    if (!arguments_read(&a, given, known, sizeof known / sizeof *known, mem))
        return EXIT_USAGE;
    if (arguments_have(&a, "help")) return help_command("import", mem);
    if (a.operand_count != 1) {
        say_error("import takes one file: parley import MODEL.gmcr");
        return EXIT_USAGE;
    }
    const char *path = arguments_value(&a, "output");
    if (path && !text_same(path, "-") && access(path, F_OK) == 0) {
        say_error("%s is there already", path);
        return EXIT_WORLD;
    }
    import_work w = {a.operands[0], parley_diags_new(NULL)};
    int code = output_write(path, &(written){write_case, &w}, mem);
    report_problems(w.d, PARLEY_NOTE, mem);
    parley_diags_free(w.d);
    return code;
}
