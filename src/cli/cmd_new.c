/* SPDX-License-Identifier: Apache-2.0
 * parley new FILE [--title T] [--party NAME]... [--issue "NAME: A, B"]...:
 * begins a case file with comments on what can stand in it. A file that is
 * there already is never replaced. */
#include <unistd.h>

#include "base/text.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/report.h"

static const parley_option_info known[] = {
    {"title", "T", "what the case is called"},
    {"party", "NAME", "a party whose acceptance is needed"},
    {"issue", "NAME: A, B", "an issue, the option in force today first"},
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

/* Party and issue are what the library takes; the title goes apart. */
static outline outline_of(const arguments *a, arena *mem) {
    outline o = {.title = arguments_value(a, "title"),
                 .options = ARENA_ARRAY(mem, parley_option, a->option_count),
                 .d = parley_diags_new(NULL)};
    for (size_t i = 0; i < a->option_count; i++)
        if (!text_same(a->options[i].name, "title"))
            o.options[o.count++] = a->options[i];
    return o;
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
    outline o = outline_of(a, mem);
    int code = output_write(path, &(written){write_outline, &o}, mem);
    report_problems(o.d, PARLEY_NOTE, mem);
    parley_diags_free(o.d);
    if (code == EXIT_ANSWERED && to_file)
        (void)printf("Next: fill in %s, then parley check %s\n", path, path);
    return code;
}

extern const command new_command;
const command new_command = {
    .name = "new",
    .usage = "FILE [--title T] [--party NAME]... [--issue \"NAME: A, B\"]...",
    .help = "begin a case file",
    .example = "parley new strike.yaml --title 'A strike' --party Union "
               "--party Company --issue 'pay: frozen, raised'",
    .own = OPTION_LIST(known),
    .run = run,
};
