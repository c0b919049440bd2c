/* SPDX-License-Identifier: Apache-2.0
 * parley help [LENS|COMMAND|METHOD]: written from the tables of lenses,
 * commands, options and formats, so it can't fall behind them; what a lens
 * computes is said in the words of docs/methods.md. */
#include <string.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/output.h"

enum { NAME_WIDTH = 14, OPTION_WIDTH = 24 };

const char *option_quote(const parley_option_info *o) {
    return o->value && strchr(o->value, ' ') ? "\"" : "";
}

static void print_option(FILE *to, const parley_option_info *o) {
    const char *quote = option_quote(o);
    int used = fprintf(to, "  --%s%s%s%s%s", o->name, o->value ? " " : "",
                       quote, o->value ? o->value : "", quote);
    int gap = used < OPTION_WIDTH ? OPTION_WIDTH - used : 1;
    (void)fprintf(to, "%*s%s\n", gap, "", o->help);
}

static void print_common(FILE *to) {
    (void)fputs("\nOptions of every lens\n", to);
    for (size_t i = 0; i < parley_option_count(); i++) {
        parley_option_info o = parley_option_get(i);
        print_option(to, &o);
    }
    for (size_t i = 0; i < output_options.count; i++)
        print_option(to, &output_options.items[i]);
    print_option(to, &help_option);
    (void)fputs("\nFormats\n", to);
    for (size_t i = 0; i < parley_format_count(); i++) {
        parley_format_info f = parley_format_get(i);
        (void)fprintf(to, "  %-*s%s\n", NAME_WIDTH, f.name, f.help);
    }
}

static void print_lenses(FILE *to) {
    (void)fputs("\nLenses\n", to);
    for (size_t i = 0; i < parley_lens_count(); i++) {
        parley_lens_info l = parley_lens_get(i);
        (void)fprintf(to, "  %-*s%s\n", NAME_WIDTH, l.name, l.question);
    }
}

static void print_commands(FILE *to) {
    (void)fputs("\nCommands\n", to);
    for (size_t i = 0; i < command_count; i++)
        (void)fprintf(to, "  %-*s%s\n", NAME_WIDTH, command_table[i]->name,
                      command_table[i]->help);
}

void help_overview(FILE *to) {
    (void)fprintf(to,
                  "Parley %s: what could all sides sign, in which order, and "
                  "what is missing?\n\n"
                  "  parley LENS CASE [PROPOSAL...] [options]\n"
                  "  parley COMMAND ...\n"
                  "  parley help LENS\n\n"
                  "CASE is a case file, or - for standard input.\n",
                  parley_version());
    print_lenses(to);
    print_commands(to);
    print_common(to);
    (void)fputs("\nExit: 0 answered, 1 the input has errors, 2 usage, 3 a "
                "limit, or reading or\nwriting failed.\n",
                to);
}

static bool print_method(FILE *to, const char *name, const char *before) {
    size_t size;
    const char *text = parley_method(name, &size);
    if (!text) return false;
    (void)fputs(before, to);
    (void)fwrite(text, 1, size, to);
    return true;
}

void help_lens(FILE *to, const parley_lens_info *lens) {
    (void)fprintf(to, "parley %s CASE %s%s[options]\n\n%s\n", lens->name,
                  lens->operands, *lens->operands ? " " : "", lens->question);
    if (lens->option_count > 0) {
        (void)fprintf(to, "\nOptions of %s\n", lens->name);
        for (size_t i = 0; i < lens->option_count; i++)
            print_option(to, &lens->options[i]);
    }
    print_common(to);
    (void)print_method(to, lens->name, "\n");
}

static void print_command(FILE *to, const command *c, arena *mem) {
    (void)fprintf(to, "parley %s %s\n\n%s\n", c->name, c->usage, c->help);
    if (!c->run) return;
    option_list known = command_options(c, mem);
    (void)fprintf(to, "\nOptions of %s\n", c->name);
    for (size_t i = 0; i < known.count; i++)
        print_option(to, &known.items[i]);
    if (c->more) c->more(to);
    (void)fprintf(to, "\nFor example\n  %s\n", c->example);
}

int cmd_help(words given, arena *mem) {
    if (given.count == 0) {
        help_overview(stdout);
        return EXIT_ANSWERED;
    }
    const char *name = given.items[0];
    if (text_same(name, "--man")) {
        help_manual(stdout);
        return EXIT_ANSWERED;
    }
    parley_lens_info lens;
    if (find_lens(name, &lens)) {
        help_lens(stdout, &lens);
        return EXIT_ANSWERED;
    }
    const command *c = command_find(name);
    if (c) print_command(stdout, c, mem);
    if (print_method(stdout, name, c ? "\n" : "") || c) return EXIT_ANSWERED;
    return unknown_word(name, mem);
}

extern const command help_command;
const command help_command = {
    .name = "help",
    .usage = "[LENS|COMMAND|METHOD | --man]",
    .help = "this, or more about one of them",
    .run_words = cmd_help,
};
