/* SPDX-License-Identifier: Apache-2.0
 * parley score PREDICTIONS.csv OUTCOMES.csv: how good predictions were. */
#include "base/source.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/report.h"

enum { MOST_BYTES = 1 << 28 };

static int score(const arguments *a, parley_diags *d, arena *mem) {
    source_text *predictions, *outcomes;
    parley_result *r;
    if (!source_read(&predictions, a->operands[0], MOST_BYTES, mem, d) ||
        !source_read(&outcomes, a->operands[1], MOST_BYTES, mem, d))
        return EXIT_WORLD;
    parley_status status = parley_score(
        &r, NULL,
        (parley_text){predictions->name, predictions->bytes, predictions->size},
        (parley_text){outcomes->name, outcomes->bytes, outcomes->size}, d);
    if (status != PARLEY_OK) return (int)exit_of(status);
    int code = output_result(r, a, mem);
    parley_result_free(r);
    return code;
}

static int run(const arguments *a, arena *mem) {
    if (a->operand_count != 2) {
        say_error("score takes two tables: parley score PREDICTIONS.csv "
                  "OUTCOMES.csv");
        return EXIT_USAGE;
    }
    if (!output_format(a, mem)) return EXIT_USAGE;
    parley_diags *d = parley_diags_new(NULL);
    int code = score(a, d, mem);
    report_problems(d, PARLEY_NOTE, mem);
    parley_diags_free(d);
    return code;
}

extern const command score_command;
const command score_command = {
    .name = "score",
    .usage = "PREDICTIONS.csv OUTCOMES.csv",
    .help = "how good were predictions, once it is known what came true?",
    .example = "parley score predictions.csv outcomes.csv",
    .shared = &output_options,
    .run = run,
};
