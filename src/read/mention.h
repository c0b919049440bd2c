/* SPDX-License-Identifier: Apache-2.0
 * What a noun phrase says of who it means. */
#ifndef READ_MENTION_H
#define READ_MENTION_H

#include "read/speaker.h"

static inline bool span_empty(read_span s) { return s.end <= s.begin; }

speaker_mention mention_of(const read_unit *u, read_range phrase);

#endif
