/* SPDX-License-Identifier: Apache-2.0
 * parley add CASE ENTRY [--to SECTION]: puts an entry (YAML, or - to read it
 * from standard input) at the end of a section of a case file. Comments and
 * layout stay; an entry that would make the case wrong is not written. */
#include <string.h>

#include "base/text.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/report.h"

enum { MOST_ENTRY = 1024 * 1024 };

static const parley_option_info known[] = {
    {"to", "SECTION", "where it goes (default record)"},
};

/* All of standard input, or NULL if it is too long or can't be read. */
static const char *read_input(arena *mem) {
    char *text = arena_get(mem, MOST_ENTRY + 1);
    size_t size = fread(text, 1, MOST_ENTRY + 1, stdin);
    if (ferror(stdin) || size > MOST_ENTRY) {
        say_error("can't read the entry from standard input");
        return NULL;
    }
    return text;
}

static int add(const char *path, const char *to, const char *entry,
               arena *mem) {
    const char *section = to ? to : "record";
    const char *hint =
        to ? "" : " (without --to an entry is one of the record)";
    parley_diags *d = parley_diags_new(NULL);
    parley_status status = parley_add(NULL, path, section, entry, d);
    int code = report_end(status, d, PARLEY_NOTE, mem);
    if (status == PARLEY_OK)
        (void)printf("Added to %s in %s.\n", section, path);
    if (status == PARLEY_EINPUT)
        (void)fprintf(stderr, "parley: nothing was written%s\n", hint);
    return code;
}

static int run(const arguments *a, arena *mem) {
    if (a->operand_count != 2) {
        say_error("add takes a case and an entry: "
                  "parley add CASE '{id: ..., kind: ...}' [--to SECTION]");
        return EXIT_USAGE;
    }
    const char *entry = a->operands[1];
    if (text_same(entry, "-")) entry = read_input(mem);
    if (!entry) return EXIT_WORLD;
    return add(a->operands[0], arguments_value(a, "to"), entry, mem);
}

extern const command add_command;
const command add_command = {
    .name = "add",
    .usage = "CASE ENTRY [--to SECTION]",
    .help = "put an entry into a case file, checked first",
    .example = "parley add dispute.yaml '{id: s9, kind: accept, by: union, "
               "for: union, about: pause, source: post par. 3}'",
    .own = OPTION_LIST(known),
    .run = run,
};
