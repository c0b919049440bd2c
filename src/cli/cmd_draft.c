/* SPDX-License-Identifier: Apache-2.0
 * parley draft CASE PROPOSAL [FILE]: logs that a version is on paper: one that
 * the case has, or the one in FILE, written as in a case (YAML or JSON; - reads
 * standard input). The same as an event of kind draft for parley log. */
#include <string.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/event_line.h"
#include "cli/input.h"
#include "cli/report.h"

static const parley_option_info own[] = {
    {"parent", "PROPOSAL", "the version that it was made from"},
};

/* The proposal in the file as a text. False if it can't be read. */
static bool add_content(event_line *l, const char *path) {
    size_t size;
    const char *bytes = input_read(path, &size, l->mem);
    if (!bytes) return false;
    const char *text = arena_text(l->mem, bytes, size);
    if (strlen(text) == size) {
        event_line_add(l, "content", text);
        return true;
    }
    say_error("%s has a zero byte and is no text", path);
    return false;
}

static int run(const arguments *a, arena *mem) {
    if (a->operand_count < 2 || a->operand_count > 3) {
        say_error("draft takes a case, a proposal and, if the case doesn't "
                  "have it, a file: parley draft CASE PROPOSAL [FILE]");
        return EXIT_USAGE;
    }
    event_line l = event_line_begin("draft", a, mem);
    event_line_add(&l, "proposal", a->operands[1]);
    event_line_add(&l, "parent", arguments_value(a, "parent"));
    if (a->operand_count == 3 && !add_content(&l, a->operands[2]))
        return EXIT_WORLD;
    return event_line_log(&l, a->operands[0]);
}

extern const command draft_command;
const command draft_command = {
    .name = "draft",
    .usage = "CASE PROPOSAL [FILE] [--parent PROPOSAL]",
    .help = "log that a version is on paper: the case's, or the one in a file",
    .example = "parley draft dispute.yaml pause --by court --at "
               "2031-03-06T10:00+01:00",
    .own = OPTION_LIST(own),
    .shared = &event_options,
    .run = run,
};
