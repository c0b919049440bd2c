/* SPDX-License-Identifier: Apache-2.0
 * All commands that are no lenses, in the order in which help lists them; and
 * how one is run: its options are read, --help is answered, and what is left
 * is its own. */
#include <string.h>

#include "base/text.h"
#include "cli/arguments.h"
#include "cli/command.h"

extern const command check_command, add_command, read_command, confirm_command,
    new_command, import_command, export_command, log_command, draft_command,
    send_command, answer_command, calibrate_command, score_command,
    complete_command, help_command;

const command *const command_table[] = {
    &check_command, &add_command,      &read_command,   &confirm_command,
    &new_command,   &import_command,   &export_command, &log_command,
    &draft_command, &send_command,     &answer_command, &calibrate_command,
    &score_command, &complete_command, &help_command,
};
/* NOLINTNEXTLINE(bugprone-sizeof-expression): the items are pointers */
const size_t command_count = sizeof command_table / sizeof *command_table;

const command *command_find(const char *name) {
    for (size_t i = 0; i < command_count; i++)
        if (text_same(command_table[i]->name, name)) return command_table[i];
    return NULL;
}

const parley_option_info help_option = {"help", NULL, "say more (-h)"};

option_list command_options(const command *c, arena *mem) {
    size_t shared = c->shared ? c->shared->count : 0;
    parley_option_info *all =
        ARENA_ARRAY(mem, parley_option_info, c->own.count + shared + 1);
    for (size_t i = 0; i < c->own.count; i++)
        all[i] = c->own.items[i];
    for (size_t i = 0; i < shared; i++)
        all[c->own.count + i] = c->shared->items[i];
    all[c->own.count + shared] = help_option;
    return (option_list){all, c->own.count + shared + 1};
}

int command_run(const command *c, words given, arena *mem) {
    if (c->run_words) return c->run_words(given, mem);
    arguments a;
    option_list known = command_options(c, mem);
    if (!arguments_read(&a, given, known.items, known.count, mem))
        return EXIT_USAGE;
    if (arguments_have(&a, "help")) return cmd_help((words){&c->name, 1}, mem);
    return c->run(&a, mem);
}
