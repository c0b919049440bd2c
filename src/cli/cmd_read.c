/* SPDX-License-Identifier: Apache-2.0
 * parley read REPORT: drafts of what a report says, who said it, on whose word.
 * To a terminal, the report with its spans marked and the drafts under them;
 * else the drafts as YAML, which `parley confirm` and the `record:` of a case
 * take. */
#include <string.h>
#include <unistd.h>

#include "base/source.h"
#include "base/text.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/report.h"
#include "cli/via.h"

static const parley_option_info known[] = {
    {"date", "DATE", "of the report: resolves \"on Monday\""},
    {"outlet", "NAME", "who published it"},
    {"source", "ID", "its id in the case (default r1)"},
    {"case", "CASE", "whose names resolve speakers, issues, proposals"},
    {"lexicon", "FILE", "more words, as data/lexicon.txt has them"},
    {"via", "COMMAND", "drafts by another program, each word checked"},
    {"format", "NAME", "yaml, text, json, ... (default: yaml into a file)"},
    {"json", NULL, "the same as --format json"},
    {"output", "FILE", "write to FILE (-o FILE)"},
};

enum { OPTIONS_MOST = 8 };

typedef struct session {
    const arguments *a;
    const char *format;
    source_text *report;
    parley_case *c;
    parley_result *r;
    parley_diags *d;
    parley_option options[OPTIONS_MOST];
    size_t option_count;
    arena *mem;
} session;

static const char *wanted_format(const arguments *a, arena *mem) {
    const char *name = arguments_value(a, "format");
    if (text_same(name, "yaml") && !arguments_have(a, "json")) return "yaml";
    if (name || arguments_have(a, "json")) return output_format(a, mem);
    bool terminal = !arguments_have(a, "output") && isatty(STDOUT_FILENO);
    return terminal ? "text" : "yaml";
}

static void pass(session *s, const char *name, const char *value) {
    if (value) s->options[s->option_count++] = (parley_option){name, value};
}

static void say_failure(const session *s, parley_status status) {
    if (!parley_diags_has_errors(s->d))
        say_error("%s", parley_status_text(status));
}

static int read_inputs(session *s) {
    const arguments *a = s->a;
    parley_status status = PARLEY_OK;
    if (!source_read(&s->report, a->operands[0], (size_t)UINT32_MAX - 1, s->mem,
                     s->d)) {
        return EXIT_WORLD;
    }
    const char *path = arguments_value(a, "case");
    if (path) status = parley_load(&s->c, NULL, path, s->d);
    if (status != PARLEY_OK) {
        say_failure(s, status);
        return (int)exit_of(status);
    }
    pass(s, "date", arguments_value(a, "date"));
    pass(s, "outlet", arguments_value(a, "outlet"));
    pass(s, "source", arguments_value(a, "source"));
    if (text_same(s->format, "yaml")) pass(s, "as", "record");
    const char *lexicon = arguments_value(a, "lexicon");
    source_text *more;
    if (lexicon) {
        if (!source_read(&more, lexicon, (size_t)1 << 20, s->mem, s->d))
            return EXIT_WORLD;
        pass(s, "lexicon", more->bytes);
    }
    const char *via = arguments_value(a, "via");
    if (via) {
        const char *drafts = via_run(via, s->report, s->mem);
        if (!drafts) return EXIT_WORLD;
        pass(s, "drafts", drafts);
    }
    return EXIT_ANSWERED;
}

static parley_status write_record(void *subject, parley_sink to) {
    const session *s = subject;
    parley_value record;
    if (parley_get(s->r, "record", &record) != PARLEY_OK) return PARLEY_EIO;
    bool ok = to.write(to.self, record.text, strlen(record.text));
    return ok ? PARLEY_OK : PARLEY_EIO;
}

static int read_report(session *s) {
    progress_line progress;
    int code = read_inputs(s);
    if (code != EXIT_ANSWERED) return code;
    parley_report report = {
        {s->report->name, s->report->bytes, s->report->size}, s->c};
    parley_status status =
        parley_read(&s->r, progress_begin(&progress), &report, s->options,
                    s->option_count, s->d);
    progress_end(&progress);
    if (status != PARLEY_OK) {
        say_failure(s, status);
        return (int)exit_of(status);
    }
    if (!text_same(s->format, "yaml")) {
        arguments as = *s->a;
        parley_option *options =
            ARENA_ARRAY(s->mem, parley_option, as.option_count + 1);
        if (as.option_count > 0)
            memcpy(options, as.options, as.option_count * sizeof *options);
        options[as.option_count++] = (parley_option){"format", s->format};
        as.options = options;
        return output_result(s->r, &as, s->mem);
    }
    return output_write(arguments_value(s->a, "output"),
                        &(written){write_record, s}, s->mem);
}

static int run(const arguments *a, arena *mem) {
    if (a->operand_count != 1) {
        say_error("read takes one report: parley read REPORT [--date DATE] "
                  "[--source ID] [--case CASE]");
        return EXIT_USAGE;
    }
    session s = {.a = a, .mem = mem, .format = wanted_format(a, mem)};
    if (!s.format) return EXIT_USAGE;
    s.d = parley_diags_new(NULL);
    int code = read_report(&s);
    report_problems(s.d, PARLEY_NOTE, mem);
    parley_diags_free(s.d);
    parley_result_free(s.r);
    parley_case_free(s.c);
    return code;
}

extern const command read_command;
const command read_command = {
    .name = "read",
    .usage = "REPORT [--date DATE] [--outlet NAME] [--source ID] [--case CASE] "
             "[--via "
             "COMMAND]",
    .help = "drafts of what a report says, who said it, on whose word",
    .example = "parley read report.txt --date 2031-03-05 --outlet 'Harbour "
               "Post' --source post2 --case dispute.yaml -o drafts.yaml",
    .own = OPTION_LIST(known),
    .run = run,
};
