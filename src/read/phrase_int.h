/* SPDX-License-Identifier: Apache-2.0
 * What the files that find phrases share. */
#ifndef READ_PHRASE_INT_H
#define READ_PHRASE_INT_H

#include "read/unit.h"

/* A word that dates something, not "week" in "last week's". */
bool unit_time(const read_unit *u, int i);
/* What may stand before a clause's subject. */
bool phrase_boundary(const read_unit *u, int i);
/* Where ", Colm Tierney" ends after "fisheries minister"; else its end. */
int phrase_apposition(const read_unit *u, read_range phrase);

#endif
