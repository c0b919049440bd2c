/* SPDX-License-Identifier: Apache-2.0
 * parley export CASE --as TOOL -o DIR: a case, or a scenario of one tool, as a
 * scenario of another, in a folder that is made for it. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/report.h"
#include "cli/scenario.h"

static const parley_option_info known[] = {
    {"as", "TOOL", "genius (XML) or negmas (YAML)"},
    {"output", "DIR", "write there (-o); made if it isn't there"},
    {"semantics", "TOOL", "of a scenario: read as genius or negmas"},
    {"steps", "N", "of a scenario: values kept of a real issue (11)"},
    {"profiles", "N", "of a scenario: the first N profiles only"},
};

typedef struct folder {
    const char *path;
    arena *mem;
    int code;
} folder;

typedef struct bytes {
    const char *text;
    size_t size;
} bytes;

static parley_status write_bytes(void *subject, parley_sink to) {
    const bytes *b = subject;
    return to.write(to.self, b->text, b->size) ? PARLEY_OK : PARLEY_EIO;
}

static bool write_file(void *self, const char *name, const char *text,
                       size_t size) {
    folder *f = self;
    const char *path = arena_format(f->mem, "%s/%s", f->path, name);
    bytes b = {text, size};
    if (access(path, F_OK) == 0) {
        say_error("%s is there already", path);
        return false;
    }
    f->code = output_write(path, &(written){write_bytes, &b}, f->mem);
    return f->code == EXIT_ANSWERED;
}

static parley_status load(parley_case **c, const arguments *a, parley_diags *d,
                          arena *mem) {
    const parley_scenario from = scenario_of(a, mem);
    const bool scenario =
        a->operand_count > 1 || scenario_is_folder(a->operands[0]);
    return scenario ? parley_load_scenario(c, NULL, &from, d)
                    : parley_load(c, NULL, a->operands[0], d);
}

static int export(const arguments *a, const char *path, arena *mem) {
    parley_case *c = NULL;
    parley_diags *d = parley_diags_new(NULL);
    folder to = {path, mem, EXIT_ANSWERED};
    parley_status status = load(&c, a, d, mem);
    if (status == PARLEY_OK && mkdir(path, 0777) != 0 && errno != EEXIST) {
        say_error("can't make %s: %s", path, strerror(errno));
        status = PARLEY_EIO;
    } else if (status == PARLEY_OK) {
        status = parley_export(c, arguments_value(a, "as"),
                               (parley_files){&to, write_file}, d);
    }
    report_problems(d, PARLEY_NOTE, mem);
    parley_diags_free(d);
    parley_case_free(c);
    return (int)exit_of(status);
}

static int run(const arguments *a, arena *mem) {
    const char *path = arguments_value(a, "output");
    if (a->operand_count == 0 || !path || !arguments_have(a, "as")) {
        say_error("export takes a case, a tool and a folder: parley export "
                  "CASE --as genius -o DIR");
        return EXIT_USAGE;
    }
    return export(a, path, mem);
}

extern const command export_command;
const command export_command = {
    .name = "export",
    .usage = "CASE --as genius|negmas -o DIR",
    .help = "a case with exact worths as the scenario of another tool",
    .example = "parley export market.yaml --as genius -o market",
    .own = OPTION_LIST(known),
    .run = run,
};
