/* SPDX-License-Identifier: Apache-2.0
 * What to ask next: the questions that are worth most, without sequences. */
#include "lens/brief.h"

#include "lens/ask_lens.h"

enum { SHOWN = 3 };

void brief_find_ask(brief_answer *a, arena *mem) {
    const ask_ask ask = {.belief = a->plans->main.belief,
                         .setup = a->plans->main.setup,
                         .proposals = talks_standing(&a->talks, mem)};
    a->ask = ask_look(ask_make(&ask, mem), &ask, a->plans, a->network, -1, mem);
}

void brief_put_ask(doc *to, const case_model *c, const brief_answer *a) {
    if (!a->ask) {
        doc_put_null(doc_data(to), "ask");
        return;
    }
    doc_enter(to, "ask");
    ask_put(to, c, a->ask);
    doc_leave(to);
}

void brief_say_ask(doc *to, const case_model *c, const brief_answer *a) {
    if (!a->ask || a->ask->found->worth_count == 0) return;
    doc_section(to, "What to ask next");
    for (int i = 0; i < a->ask->found->worth_count && i < SHOWN; i++)
        ask_say_question(to, c, a->ask, i);
    doc_say(to, "Worth is what the answer is expected to add to the share of "
                "draws in which all accept the best proposal of the case, the "
                "analyst's variants included; an answer is taken as true. "
                "`parley ask` has all questions, and the best three in a row.");
    doc_end(to);
}
