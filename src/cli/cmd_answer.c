/* SPDX-License-Identifier: Apache-2.0
 * parley answer CASE PROPOSAL PARTY accept|reject|reply (or yes, no): logs a
 * party's answer to a proposal. The same as an event of kind answer for parley
 * log. */
#include "cli/command.h"
#include "cli/event_line.h"
#include "cli/report.h"

static const parley_option_info own[] = {
    {"sealed", NULL, "no other party sees it until all have said yes"},
    {"draft", "PROPOSAL", "of a reply: the party's own draft"},
};

static int run(const arguments *a, arena *mem) {
    if (a->operand_count != 4 || arguments_have(a, "by")) {
        say_error("answer takes a case, a proposal, a party and its answer: "
                  "parley answer CASE PROPOSAL PARTY accept|reject|reply");
        return EXIT_USAGE;
    }
    event_line l = event_line_begin("answer", a, mem);
    event_line_add(&l, "proposal", a->operands[1]);
    event_line_add(&l, "by", a->operands[2]);
    event_line_answer(&l, a->operands[3]);
    event_line_add(&l, "draft", arguments_value(a, "draft"));
    if (arguments_have(a, "sealed")) event_line_flag(&l, "sealed");
    return event_line_log(&l, a->operands[0]);
}

extern const command answer_command;
const command answer_command = {
    .name = "answer",
    .usage = "CASE PROPOSAL PARTY accept|reject|reply [--sealed]",
    .help = "log a party's answer to a proposal",
    .example = "parley answer dispute.yaml pause union accept --at "
               "2031-03-06T15:00+01:00 --text 'by 31 to 4'",
    .own = OPTION_LIST(own),
    .shared = &event_options,
    .run = run,
};
