/* SPDX-License-Identifier: Apache-2.0
 * Drafts that another program made of a report. */
#ifndef READ_FOREIGN_H
#define READ_FOREIGN_H

#include "read/read.h"

/* Takes in drafts as `parley read` writes them (its JSON, or its YAML), each
 * only if all its words stand in the report where it says: the rest is refused
 * with a warning and counted. */
const read_report *foreign_read(const source_text *text,
                                const source_text *drafts,
                                const read_options *o, arena *mem,
                                parley_diags *d);

#endif
