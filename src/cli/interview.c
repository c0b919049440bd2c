/* SPDX-License-Identifier: Apache-2.0
 * Answers are kept in a list and the questions run from their beginning again
 * after each step back and each answer that is wrong: those that have been
 * answered are passed over in silence. So no question needs to know how it is
 * undone. */
#include "cli/interview.h"

#include <stdio.h>

#include "base/text.h"
#include "cli/ask.h"
#include "cli/report.h"

void interview_run(interview *i, bool (*questions)(interview *i)) {
    do {
        i->next = i->option_count = 0;
        i->title = NULL;
    } while (!questions(i) && !i->ended);
}

static void keep(interview *i, const char *answer) {
    i->answers = arena_grow(i->mem, i->answers, i->count, i->count + 1,
                            sizeof *i->answers);
    i->answers[i->count++] = answer;
}

const char *interview_ask(interview *i, const char *question) {
    if (i->next < i->count) return i->answers[i->next++];
    if (i->ended) return NULL;
    const char *answer = ask_line(question, i->mem);
    i->ended = answer == NULL;
    if (text_same(answer, "<")) {
        if (i->count > 0) i->count--;
        return NULL;
    }
    if (answer) keep(i, answer);
    i->next = i->count;
    return answer;
}

void interview_tell(interview *i, const char *text) {
    if (i->next < i->count || i->ended || i->told > i->next) return;
    (void)printf("%s\n", text);
    i->told = i->next + 1;
}

/* --- Checking --- */

static bool write_nowhere(void *self, const char *bytes, size_t size) {
    (void)self;
    (void)bytes;
    (void)size;
    return true;
}

static void add_option(interview *i, const char *about, const char *words) {
    i->options = arena_grow(i->mem, i->options, i->option_count,
                            i->option_count + 1, sizeof *i->options);
    i->options[i->option_count++] = (parley_option){about, words};
}

static void forget(interview *i) { i->count = i->next > 0 ? i->next - 1 : 0; }

bool interview_refuse(interview *i, const char *why) {
    (void)printf("  %s\n", why);
    forget(i);
    return false;
}

bool interview_put(interview *i, const char *about, const char *words) {
    static const parley_sink nowhere = {NULL, write_nowhere};
    parley_diags *d = parley_diags_new(NULL);
    add_option(i, about, words);
    parley_status status =
        parley_new(NULL, nowhere, i->title, i->options, i->option_count, d);
    if (status != PARLEY_OK) {
        (void)fflush(stdout);
        report_problems(d, PARLEY_ERROR, i->mem);
        i->option_count--;
        forget(i);
    }
    parley_diags_free(d);
    return status == PARLEY_OK;
}

bool interview_check(interview *i, const char *about, const char *words) {
    bool ok = interview_put(i, about, words);
    if (ok) i->option_count--;
    return ok;
}
