/* SPDX-License-Identifier: Apache-2.0
 * parley calibrate TRUCES.csv [--split DATE] [--figures FILE]: refits
 * durability; --figures writes what `parley durability --figures` takes. */
#include <string.h>

#include "base/source.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/report.h"

enum { MOST_BYTES = 1 << 28 };

static const parley_option_info own[] = {
    {"split", "DATE", "first day of the hold-out (usual: the last 30 %)"},
    {"figures", "FILE", "write the coefficients there, for durability"},
};

static parley_status write_figures(void *subject, parley_sink to) {
    parley_value v;
    const parley_result *r = subject;
    if (parley_get(r, "figures", &v) != PARLEY_OK) return PARLEY_EIO;
    return to.write(to.self, v.text, strlen(v.text)) ? PARLEY_OK : PARLEY_EIO;
}

static int calibrate(const arguments *a, parley_diags *d, arena *mem) {
    source_text *table;
    parley_result *r;
    const char *split = arguments_value(a, "split");
    parley_option options[] = {{"split", split}};
    if (!source_read(&table, a->operands[0], MOST_BYTES, mem, d))
        return EXIT_WORLD;
    parley_status status = parley_calibrate(
        &r, NULL, (parley_text){table->name, table->bytes, table->size},
        options, split ? 1 : 0, d);
    if (status != PARLEY_OK) return (int)exit_of(status);
    const char *path = arguments_value(a, "figures");
    int code = path ? output_write(path, &(written){write_figures, r}, mem)
                    : EXIT_ANSWERED;
    if (code == EXIT_ANSWERED) code = output_result(r, a, mem);
    parley_result_free(r);
    return code;
}

static int run(const arguments *a, arena *mem) {
    if (a->operand_count != 1) {
        say_error("calibrate takes one table: parley calibrate TRUCES.csv");
        return EXIT_USAGE;
    }
    if (!output_format(a, mem)) return EXIT_USAGE;
    parley_diags *d = parley_diags_new(NULL);
    int code = calibrate(a, d, mem);
    report_problems(d, PARLEY_NOTE, mem);
    parley_diags_free(d);
    return code;
}

extern const command calibrate_command;
const command calibrate_command = {
    .name = "calibrate",
    .usage = "TRUCES.csv [--split DATE] [--figures FILE]",
    .help = "refit how long truces hold on data of your own",
    .example = "parley calibrate truces.csv --figures mine.csv",
    .own = OPTION_LIST(own),
    .shared = &output_options,
    .run = run,
};
