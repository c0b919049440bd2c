/* SPDX-License-Identifier: Apache-2.0
 * All commands that are no lenses, in the order in which help lists them. */
#include "base/text.h"
#include "cli/command.h"

const command command_table[] = {
    {"check", "CASE [--strict]", "what is wrong with a case file?", cmd_check},
    {"add", "CASE ENTRY [--to SECTION]",
     "put an entry into a case file, checked first", cmd_add},
    {"read",
     "REPORT [--date DATE] [--outlet NAME] [--source ID] [--case CASE] [--via "
     "COMMAND]",
     "drafts of what a report says, who said it, on whose word", cmd_read},
    {"confirm", "CASE DRAFTS [--all] [--only ID,...]",
     "take drafts into the record, one after the other", cmd_confirm},
    {"new", "FILE [--title T] [--party NAME]... [--issue \"NAME: A, B\"]...",
     "begin a case file", cmd_new},
    {"import", "FILE | DIR | DOMAIN PROFILE... [-o CASE]",
     "another tool's files as a case: GENIUS, NegMAS, GeniusWeb, NegoLog, "
     "GMCR+",
     cmd_import},
    {"export", "CASE --as genius|negmas -o DIR",
     "a case with exact worths as the scenario of another tool", cmd_export},
    {"log", "CASE [EVENT...] | verify CASE | export CASE | import CASE FILE",
     "what happened in the talks: list it, or add to it", cmd_log},
    {"draft", "CASE PROPOSAL [FILE] [--parent PROPOSAL]",
     "log that a version is on paper: the case's, or the one in a file",
     cmd_draft},
    {"send", "CASE PROPOSAL PARTY... [--via ACTOR] [--sealed [--until TIME]]",
     "log that a proposal leaves for parties", cmd_send},
    {"answer", "CASE PROPOSAL PARTY accept|reject|reply [--sealed]",
     "log a party's answer to a proposal", cmd_answer},
    {"calibrate", "TRUCES.csv [--split DATE] [--figures FILE]",
     "refit how long truces hold on data of your own", cmd_calibrate},
    {"score", "PREDICTIONS.csv OUTCOMES.csv",
     "how good were predictions, once it is known what came true?", cmd_score},
    {"complete", "WORD...", "what the last word may become, for shells",
     cmd_complete},
    {"help", "[LENS|COMMAND|METHOD | --man]", "this, or more about one of them",
     cmd_help},
};
const size_t command_count = sizeof command_table / sizeof *command_table;

const command *command_find(const char *name) {
    for (size_t i = 0; i < command_count; i++)
        if (text_same(command_table[i].name, name)) return &command_table[i];
    return NULL;
}
