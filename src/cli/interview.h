/* SPDX-License-Identifier: Apache-2.0
 * Questions in a row, of which one can go back. What is asked next depends on
 * the answers so far alone: the questions are a function that asks them in
 * order, and going back is running it again with one answer less. */
#ifndef CLI_INTERVIEW_H
#define CLI_INTERVIEW_H

#include "base/arena.h"
#include "parley.h"

typedef struct interview {
    const char **answers;
    size_t count, next; /* answers given, and used in this run */
    size_t told;        /* answers there were when something was last told */
    bool ended;         /* nobody answers any more */
    const char *title;
    parley_option *options; /* what was said, as parley_new takes it */
    size_t option_count;
    arena *mem;
} interview;

/* How an interview is led. */
#define INTERVIEW_RULES                                                        \
    "Enter alone: not known, or no more. < goes back. Ctrl-D ends, and what\n" \
    "there is gets written. Names may be shortened.\n"

/* Runs the questions until they are through (true) or nobody answers any more.
 * They return false as soon as one of the calls below gives nothing. */
void interview_run(interview *i, bool (*questions)(interview *i));

/* The answer, without space around it ("" for an empty one); NULL: leave. */
const char *interview_ask(interview *i, const char *question);
/* Shown once, before the question that follows. */
void interview_tell(interview *i, const char *text);
/* Shows what is wrong with the last answer and forgets it; false: leave. */
bool interview_refuse(interview *i, const char *why);
/* Is this right together with all so far? Else the problem is shown and the
 * last answer forgotten. */
bool interview_check(interview *i, const char *about, const char *words);
/* The same, and it is kept. */
bool interview_put(interview *i, const char *about, const char *words);

#endif
