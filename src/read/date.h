/* SPDX-License-Identifier: Apache-2.0
 * When something was said or done: the words that date it, and the day. */
#ifndef READ_DATE_H
#define READ_DATE_H

#include "base/time.h"
#include "read/unit.h"

/* The date nearest to the cue, outside the content; empty: none. */
read_range date_near(const read_unit *u, read_range cue,
                     const read_range *content, int content_count);
/* The date of what the cue tells: in its own clause, behind it or before, or at
 * the beginning of the sentence; empty: none. */
read_range date_of(const read_unit *u, read_range cue);
/* The day those words mean in a report of this date: a weekday is the last one
 * up to it, "last week" seven days before, a month and day the last such; where
 * it lies ahead, the next. Not given if they can't be resolved to a day. */
moment date_resolve(const read_unit *u, read_range words, moment report,
                    bool ahead);

#endif
