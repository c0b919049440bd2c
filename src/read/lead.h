/* SPDX-License-Identifier: Apache-2.0
 * What stands before a sentence and is none of its words. */
#ifndef READ_LEAD_H
#define READ_LEAD_H

#include "read/unit.h"

/* Moves the sentence's beginning past it; before tag_unit. */
void lead_skip(read_unit *u);

#endif
