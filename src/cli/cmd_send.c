/* SPDX-License-Identifier: Apache-2.0
 * parley send CASE PROPOSAL PARTY... [--via ACTOR]...: logs that a proposal
 * leaves for parties. The same as an event of kind send for parley log. */
#include "cli/command.h"
#include "cli/event_line.h"
#include "cli/report.h"

static const parley_option_info own[] = {
    {"via", "ACTOR", "a relay on the way (several times, in order)"},
    {"sealed", NULL, "answers stay sealed until all have said yes"},
    {"until", "TIME", "... or until this hour, when the round closes"},
};

static int run(const arguments *a, arena *mem) {
    if (a->operand_count < 3) {
        say_error("send takes a case, a proposal and who it goes to: "
                  "parley send CASE PROPOSAL PARTY... [--via ACTOR]");
        return EXIT_USAGE;
    }
    event_line l = event_line_begin("send", a, mem);
    event_line_add(&l, "proposal", a->operands[1]);
    event_line_list(&l, "to", a->operands + 2, a->operand_count - 2);
    event_line_option(&l, "via", a);
    if (arguments_have(a, "sealed")) event_line_flag(&l, "sealed");
    event_line_add(&l, "until", arguments_value(a, "until"));
    return event_line_log(&l, a->operands[0]);
}

extern const command send_command;
const command send_command = {
    .name = "send",
    .usage = "CASE PROPOSAL PARTY... [--via ACTOR] [--sealed [--until TIME]]",
    .help = "log that a proposal leaves for parties",
    .example = "parley send dispute.yaml pause union company --by court "
               "--sealed --at 2031-03-06T11:00+01:00",
    .own = OPTION_LIST(own),
    .shared = &event_options,
    .run = run,
};
