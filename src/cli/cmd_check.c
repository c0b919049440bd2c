/* SPDX-License-Identifier: Apache-2.0
 * parley check CASE [--strict]: what is wrong with a case file, and what is in
 * it. Problems go to stderr as compilers print them, and into the answer where
 * it isn't text. With --strict an element without a source counts as an
 * error. */
#include <string.h>

#include "base/text.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/report.h"

static const parley_option_info strict[] = {
    {"strict", NULL, "list what has no source; exit 1 if anything has none"},
};

typedef struct checking {
    const arguments *a;
    parley_case *c;
    parley_result *r;
    parley_diags *d;
    arena *mem;
} checking;

static bool as_text(const checking *k) {
    return text_same(output_format(k->a, k->mem), "text");
}

static unsigned flags_of(const checking *k) {
    unsigned flags = as_text(k) ? PARLEY_CHECK_SHOWN : 0;
    if (arguments_have(k->a, "strict")) flags |= PARLEY_CHECK_STRICT;
    return flags;
}

static bool lacks_sources(const checking *k) {
    parley_value value;
    return arguments_have(k->a, "strict") &&
           parley_get(k->r, "unsourced", &value) == PARLEY_OK &&
           value.number > 0;
}

static int check(checking *k) {
    parley_status loaded = parley_load(&k->c, NULL, k->a->operands[0], k->d);
    bool readable = loaded == PARLEY_OK || loaded == PARLEY_EINPUT ||
                    loaded == PARLEY_ELIMIT;
    if (as_text(k) || !readable) report_problems(k->d, PARLEY_NOTE, k->mem);
    if (!readable) {
        if (loaded == PARLEY_ENOMEM)
            say_error("%s", parley_status_text(loaded));
        return (int)exit_of(loaded);
    }
    parley_status status = parley_check(&k->r, k->c, flags_of(k), k->d);
    if (status != PARLEY_OK) return (int)exit_of(status);
    int code = output_result(k->r, k->a, k->mem);
    if (code != EXIT_ANSWERED) return code;
    if (loaded != PARLEY_OK) return (int)exit_of(loaded);
    return lacks_sources(k) ? EXIT_INPUT : EXIT_ANSWERED;
}

static int run(const arguments *a, arena *mem) {
    if (a->operand_count != 1) {
        say_error("check takes one case: parley check CASE [--strict]");
        return EXIT_USAGE;
    }
    if (!output_format(a, mem)) return EXIT_USAGE;
    checking k = {.a = a, .d = parley_diags_new(NULL), .mem = mem};
    int code = check(&k);
    parley_diags_free(k.d);
    parley_result_free(k.r);
    parley_case_free(k.c);
    return code;
}

extern const command check_command;
const command check_command = {
    .name = "check",
    .usage = "CASE [--strict]",
    .help = "what is wrong with a case file?",
    .example = "parley check dispute.yaml --strict",
    .own = OPTION_LIST(strict),
    .shared = &output_options,
    .run = run,
};
