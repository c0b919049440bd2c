/* SPDX-License-Identifier: Apache-2.0
 * parley LENS CASE [PROPOSAL...] [options]: any lens of the library. The
 * library takes texts: of an option whose value is a FILE it gets what is in
 * it. */
#include "base/source.h"
#include "base/text.h"
#include "cli/arguments.h"
#include "cli/batch.h"
#include "cli/command.h"
#include "cli/lens_options.h"
#include "cli/output.h"
#include "cli/report.h"
#include "cli/scenario.h"

static bool wants_file(const parley_lens_info *lens, const char *name) {
    for (size_t i = 0; i < lens->option_count; i++)
        if (text_same(lens->options[i].name, name))
            return text_same(lens->options[i].value, "FILE");
    return false;
}

/* Puts the text of each file in the place of its name. */
static bool read_files(const parley_lens_info *lens, arguments *a, arena *mem) {
    enum { MOST = 1 << 24 };
    for (size_t i = 0; i < a->option_count; i++) {
        source_text *text;
        if (!wants_file(lens, a->options[i].name)) continue;
        parley_diags *d = parley_diags_new(NULL);
        bool ok = source_read(&text, a->options[i].value, MOST, mem, d);
        report_problems(d, PARLEY_NOTE, mem);
        parley_diags_free(d);
        if (!ok) return false;
        a->options[i].value = text->bytes;
    }
    return true;
}

/* The operands after CASE are asked too; of a scenario all are its files. */
static question question_with_operands(const arguments *a, bool scenario,
                                       arena *mem) {
    question q = question_of(a, a->operand_count, mem);
    for (size_t i = 1; i < a->operand_count && !scenario; i++)
        q.options[q.count++] = (parley_option){"operand", a->operands[i]};
    return q;
}

typedef struct session {
    const parley_lens_info *lens;
    const arguments *a;
    bool scenario; /* of another tool */
    parley_case *c;
    parley_result *r;
    parley_diags *d;
    progress_line progress;
    arena *mem;
} session;

static void report(const session *s, parley_status status,
                   parley_severity least) {
    report_problems(s->d, least, s->mem);
    bool said = parley_diags_count(s->d) > 0;
    if (status == PARLEY_ENOMEM || (status != PARLEY_OK && !said))
        say_error("%s", parley_status_text(status));
}

/* Notes on the file are left to `check`. */
static parley_status load(session *s) {
    const parley_host *host = progress_begin(&s->progress);
    const parley_scenario from = scenario_of(s->a, s->mem);
    parley_status status =
        s->scenario ? parley_load_scenario(&s->c, host, &from, s->d)
                    : parley_load(&s->c, host, s->a->operands[0], s->d);
    report(s, status, PARLEY_WARNING);
    if (status == PARLEY_EINPUT)
        (void)fprintf(stderr, "parley: no answer while the case has errors\n");
    return status;
}

static parley_status look(session *s) {
    question q = question_with_operands(s->a, s->scenario, s->mem);
    parley_status status =
        parley_look(&s->r, s->c, s->lens->name, q.options, q.count, s->d);
    progress_end(&s->progress);
    report(s, status, PARLEY_NOTE);
    return status;
}

static parley_diags *fresh(parley_diags *old) {
    parley_diags_free(old);
    return parley_diags_new(NULL);
}

static int answer(session *s) {
    s->d = fresh(s->d);
    parley_status status = load(s);
    if (status != PARLEY_OK) return (int)exit_of(status);
    s->d = fresh(s->d);
    status = look(s);
    if (status != PARLEY_OK) return (int)exit_of(status);
    return output_result(s->r, s->a, s->mem);
}

static int missing_case(const parley_lens_info *lens) {
    say_error("%s needs a case: parley %s CASE %s", lens->name, lens->name,
              lens->operands);
    return EXIT_USAGE;
}

/* A folder; or several files where the lens takes a case and nothing else. */
static bool is_scenario(const parley_lens_info *lens, const arguments *a) {
    if (a->operand_count > 1 && lens->operands_most > 0) return false;
    return (a->operand_count > 1 || scenario_is_folder(a->operands[0])) &&
           scenario_is_named(a->operands, a->operand_count);
}

int cmd_look(const parley_lens_info *lens, words given, arena *mem) {
    option_list k = lens_options_of(lens, mem);
    arguments a;
    if (!arguments_read(&a, given, k.items, k.count, mem)) return EXIT_USAGE;
    if (arguments_have(&a, "help")) {
        help_lens(stdout, lens);
        return EXIT_ANSWERED;
    }
    if (arguments_have(&a, "batch")) return batch_run(&a, mem);
    if (a.operand_count == 0) return missing_case(lens);
    if (!output_format(&a, mem)) return EXIT_USAGE;
    if (!read_files(lens, &a, mem)) return EXIT_WORLD;
    session s = {.lens = lens, .a = &a, .mem = mem};
    s.scenario = is_scenario(lens, &a);
    int code = answer(&s);
    parley_diags_free(s.d);
    parley_result_free(s.r);
    parley_case_free(s.c);
    return code;
}
