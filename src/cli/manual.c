/* SPDX-License-Identifier: Apache-2.0
 * The manual page, in mdoc(7), from the same tables as --help. Its date is
 * that of the release: the same sources give the same page. */
#include <string.h>

#include "cli/command.h"
#include "cli/output.h"

/* The day of the version that parley_version() names. */
#define RELEASED "November 25, 2026"

/* Text of a line, whatever roff takes for its own. */
static void put_text(FILE *to, const char *text, size_t size) {
    for (size_t i = 0; i < size; i++) {
        char c = text[i];
        if (c == '\\')
            (void)fputs("\\e", to);
        else if (i == 0 && (c == '.' || c == '\''))
            (void)fprintf(to, "\\&%c", c);
        else if (c == '-')
            (void)fputs("\\-", to);
        else
            (void)fputc(c, to);
    }
}

static void put_line(FILE *to, const char *text) {
    put_text(to, text, strlen(text));
    (void)fputc('\n', to);
}

/* Within quotes. */
static void put_inside(FILE *to, const char *text) {
    for (; *text; text++) {
        if (*text == '"')
            (void)fputs("\"\"", to);
        else
            put_text(to, text, 1);
    }
}

/* An argument of a macro, in quotes. */
static void put_argument(FILE *to, const char *text) {
    (void)fputs(" \"", to);
    put_inside(to, text);
    (void)fputc('"', to);
}

static void put_option(FILE *to, const parley_option_info *o) {
    (void)fprintf(to, ".It Fl \\-%s", o->name);
    const char *quote = option_quote(o);
    if (o->value) {
        (void)fputs(" Ar \"", to);
        put_inside(to, quote);
        put_inside(to, o->value);
        put_inside(to, quote);
        (void)fputc('"', to);
    }
    (void)fputc('\n', to);
    put_line(to, o->help);
}

static void put_options(FILE *to, const parley_option_info *options,
                        size_t count) {
    if (count == 0) return;
    (void)fputs(".Bl -tag -width Ds\n", to);
    for (size_t i = 0; i < count; i++)
        put_option(to, &options[i]);
    (void)fputs(".El\n", to);
}

/* --- Sections --- */

static void put_head(FILE *to) {
    (void)fputs(".\\\" Written by parley from its own tables.\n"
                ".Dd " RELEASED "\n.Dt PARLEY 1\n.Os\n.Sh NAME\n"
                ".Nm parley\n.Nd what all sides could sign, in which order, "
                "and what is missing\n.Sh SYNOPSIS\n"
                ".Nm\n.Ar lens case Op Ar proposal ...\n.Op Ar options\n"
                ".Nm\n.Ar command ...\n.Nm\n.Cm help\n"
                ".Op Ar lens | command | method\n.Sh DESCRIPTION\n"
                ".Nm\nkeeps the record of a dispute with its sources and "
                "answers questions from it.\nA\n.Ar case\nis a case file, or\n"
                ".Sq \\-\nfor standard input.\nA lens asks one question of "
                "it:\n",
                to);
}

static void put_lenses(FILE *to) {
    (void)fputs(".Bl -tag -width Ds\n", to);
    for (size_t i = 0; i < parley_lens_count(); i++) {
        parley_lens_info l = parley_lens_get(i);
        (void)fprintf(to, ".It Cm %s Ar case", l.name);
        if (*l.operands) put_argument(to, l.operands);
        (void)fputc('\n', to);
        put_line(to, l.question);
        put_options(to, l.options, l.option_count);
    }
    (void)fputs(".El\n", to);
}

static void put_command(FILE *to, const command *c) {
    (void)fprintf(to, ".It Cm %s Ar", c->name);
    put_argument(to, c->usage);
    (void)fputc('\n', to);
    put_line(to, c->help);
    put_options(to, c->own.items, c->own.count);
    if (c->shared == &output_options)
        put_line(to, "It also takes the options of output.");
    else if (c->shared)
        put_options(to, c->shared->items, c->shared->count);
    if (!c->example) return;
    (void)fputs(".Dl", to);
    put_argument(to, c->example);
    (void)fputc('\n', to);
}

static void put_commands(FILE *to) {
    (void)fputs(".Sh COMMANDS\n.Bl -tag -width Ds\n", to);
    for (size_t i = 0; i < command_count; i++)
        put_command(to, command_table[i]);
    (void)fputs(".El\n", to);
}

static void put_every_option(FILE *to) {
    (void)fputs(".Sh OPTIONS\nEvery lens takes these.\n"
                ".Bl -tag -width Ds\n",
                to);
    for (size_t i = 0; i < parley_option_count(); i++) {
        parley_option_info o = parley_option_get(i);
        put_option(to, &o);
    }
    for (size_t i = 0; i < output_options.count; i++)
        put_option(to, &output_options.items[i]);
    put_option(to, &help_option);
    (void)fputs(".El\n.Pp\nFormats:\n.Bl -tag -width Ds\n", to);
    for (size_t i = 0; i < parley_format_count(); i++) {
        parley_format_info f = parley_format_get(i);
        (void)fprintf(to, ".It Cm %s\n", f.name);
        put_line(to, f.help);
    }
    (void)fputs(".El\n", to);
}

static void put_tail(FILE *to) {
    (void)fputs(".Sh ENVIRONMENT\n.Bl -tag -width Ds\n"
                ".It Ev NO_COLOR\nNo colour, also on a terminal.\n"
                ".It Ev VISUAL , Ev EDITOR\n"
                "The editor that\n.Cm confirm\nopens.\n.El\n"
                ".Sh EXIT STATUS\n.Bl -tag -width Ds\n.It 0\nanswered\n"
                ".It 1\nthe input has errors\n.It 2\nusage\n"
                ".It 3\na limit, or reading or writing failed\n.El\n"
                ".Sh EXAMPLES\n.Dl parley new dispute.yaml\n"
                ".Dl parley check dispute.yaml\n"
                ".Dl parley brief dispute.yaml\n",
                to);
}

void help_manual(FILE *to) {
    put_head(to);
    put_lenses(to);
    put_commands(to);
    put_every_option(to);
    put_tail(to);
}
