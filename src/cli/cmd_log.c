/* SPDX-License-Identifier: Apache-2.0
 * parley log CASE: lists the log of the talks. parley log CASE KIND [KEY=VALUE]
 * adds an event to it, in words; events are also taken as JSON, a word each (-
 * reads lines from standard input). parley log verify CASE checks the
 * chain of hashes; export and import move a log as JSON Lines. The first word
 * is the action where it is one of these, so such a case is ./verify. */
#include <string.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/event_line.h"
#include "cli/event_words.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/report.h"

static const parley_option_info known[] = {
    {"output", "FILE", "export: write to FILE (-o FILE)"},
};

typedef struct exporting {
    const char *path;
    parley_diags *d;
} exporting;

static parley_status write_lines(void *subject, parley_sink to) {
    const exporting *e = subject;
    return parley_log_export(NULL, e->path, to, e->d);
}

/* --- Actions --- */

static int export(const char *path, const char *output, arena *mem) {
    exporting e = {path, parley_diags_new(NULL)};
    int code = output_write(output, &(written){write_lines, &e}, mem);
    (void)report_end(PARLEY_OK, e.d, PARLEY_WARNING, mem);
    return code;
}

static int verify(const char *path, arena *mem) {
    parley_diags *d = parley_diags_new(NULL);
    size_t count;
    parley_status status = parley_log_verify(NULL, path, &count, d);
    if (status == PARLEY_OK)
        (void)printf("%s.log: %zu event%s, all as they were written.\n", path,
                     count, count == 1 ? "" : "s");
    return report_end(status, d, PARLEY_WARNING, mem);
}

static int import(const char *path, const char *from, arena *mem) {
    size_t size;
    const char *lines = input_read(from, &size, mem);
    return lines ? event_lines_log(path, lines, size, mem) : EXIT_WORLD;
}

/* Events given as JSON, one a word; or one event in words. */
static int add(const arguments *a, arena *mem) {
    const char *lines = "";
    if (a->operand_count == 2 && text_same(a->operands[1], "-"))
        return import(a->operands[0], "-", mem);
    if (*a->operands[1] != '{')
        return event_words_log(a->operands[0],
                               (words){a->operands + 1, a->operand_count - 1},
                               mem);
    for (size_t i = 1; i < a->operand_count; i++)
        lines = arena_format(mem, "%s%s\n", lines, a->operands[i]);
    return event_lines_log(a->operands[0], lines, strlen(lines), mem);
}

static int act(const arguments *a, arena *mem) {
    const char *first = a->operands[0];
    const char *output = arguments_value(a, "output");
    if (a->operand_count == 2 && text_same(first, "verify"))
        return verify(a->operands[1], mem);
    if (a->operand_count == 2 && text_same(first, "export"))
        return export(a->operands[1], output, mem);
    if (a->operand_count == 3 && text_same(first, "import"))
        return import(a->operands[1], a->operands[2], mem);
    if (a->operand_count == 1) return export(first, output, mem);
    return add(a, mem);
}

static int run(const arguments *a, arena *mem) {
    if (a->operand_count == 0) {
        say_error("log takes a case: parley log CASE [KIND ...]");
        return EXIT_USAGE;
    }
    return act(a, mem);
}

extern const command log_command;
const command log_command = {
    .name = "log",
    .usage = "CASE [KIND [PROPOSAL] [KEY=VALUE...] | JSON...] | verify CASE | "
             "export CASE | import CASE FILE",
    .help = "what happened in the talks: list it, or add to it",
    .example = "parley log dispute.yaml confer 'no hurry' by=union "
               "at=2031-03-05T18:00+01:00",
    .more = event_words_help,
    .own = OPTION_LIST(known),
    .run = run,
};
