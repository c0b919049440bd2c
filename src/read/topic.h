/* SPDX-License-Identifier: Apache-2.0
 * Who a sentence is about. */
#ifndef READ_TOPIC_H
#define READ_TOPIC_H

#include "read/driver.h"

/* Remembers people with a role and a name. */
void topic_people(reader *r, const read_unit *u);
/* Remembers the subject of the sentence, after its claims are known. */
void topic_note(reader *r, const read_unit *u);

#endif
