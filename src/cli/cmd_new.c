/* SPDX-License-Identifier: Apache-2.0
 * parley new FILE: begins a case file. On a terminal it asks for what is known,
 * one thing after the other; in a script --ask reads the answers from standard
 * input, a line each, or options say it in the same plain words. What is not
 * known is begun in comments. A file that is there already is never replaced.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/first_case.h"
#include "cli/output.h"
#include "cli/report.h"

static const parley_option_info known[] = {
    {"ask", NULL, "ask one thing after the other (on a terminal: default)"},
    {"title", "T", "what the case is called"},
    {"party", "NAME", "a party whose acceptance is needed"},
    {"issue", "NAME: A, B", "an issue, the option in force today first"},
    {"as-of", "DATE", "the day of which all this is"},
    {"source", "WORDS", "where it is from: The Post, 2031-05-05"},
    {"other", "WORDS", "who else takes part: Court: mediator"},
    {"channel", "WORDS", "who can speak to whom: court, union: open"},
    {"proposal", "WORDS",
     "what is on the table: Pause: strike off for 3 weeks"},
    {"said", "WORDS", "who said what: union demands pay 6, par. 4"},
    {"assumed", "WORDS", "what you assume: union refuses pay 0, 0.8"},
};

typedef struct outline {
    const char *title;
    parley_option *options;
    size_t count;
    parley_diags *d;
} outline;

static parley_status write_outline(void *subject, parley_sink to) {
    const outline *o = subject;
    return parley_new(NULL, to, o->title, o->options, o->count, o->d);
}

/* What the options say; the title goes apart. */
static void take_options(outline *o, const arguments *a, arena *mem) {
    o->title = arguments_value(a, "title");
    o->options = ARENA_ARRAY(mem, parley_option, a->option_count);
    for (size_t i = 0; i < a->option_count; i++)
        if (!text_same(a->options[i].name, "title"))
            o->options[o->count++] = a->options[i];
}

static void take_answers(outline *o, arena *mem) {
    interview i = {.mem = mem};
    interview_run(&i, first_case);
    o->title = i.title;
    o->options = i.options;
    o->count = i.option_count;
}

/* As it was called, so that it is found again. */
static void tell_next(const char *path) {
    const char *name = program_invocation_name, *end = strstr(path, ".yaml");
    int size = end && end[strlen(".yaml")] == '\0' ? (int)(end - path)
                                                   : (int)strlen(path);
    (void)printf("Next:\n"
                 "  %s check %s\n"
                 "  %s brief %s --html %.*s.html\n",
                 name, path, name, path, size, path);
}

static int run(const arguments *a, arena *mem) {
    if (a->operand_count != 1) {
        say_error("new takes the name of a file: parley new FILE");
        return EXIT_USAGE;
    }
    const char *path = a->operands[0];
    bool to_file = !text_same(path, "-");
    if (to_file && access(path, F_OK) == 0) {
        say_error("%s is there already", path);
        return EXIT_WORLD;
    }
    outline o = {.d = parley_diags_new(NULL)};
    bool typing = to_file && a->option_count == 0 && isatty(STDIN_FILENO);
    if (typing || arguments_have(a, "ask"))
        take_answers(&o, mem);
    else
        take_options(&o, a, mem);
    int code = output_write(path, &(written){write_outline, &o}, mem);
    report_problems(o.d, PARLEY_NOTE, mem);
    parley_diags_free(o.d);
    if (code == EXIT_ANSWERED && to_file) tell_next(path);
    return code;
}

extern const command new_command;
const command new_command = {
    .name = "new",
    .usage =
        "FILE [--ask | --title T --party NAME... --issue \"NAME: A, B\"...]",
    .help = "begin a case file: asks what it is about",
    .example = "parley new mine.yaml",
    .own = OPTION_LIST(known),
    .run = run,
};
