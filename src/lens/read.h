/* SPDX-License-Identifier: Apache-2.0
 * Describes what was read: the report with its spans marked, and the drafts. */
#ifndef LENS_READ_H
#define LENS_READ_H

#include "doc/doc.h"
#include "read/entry.h"

void read_describe(doc *to, const read_report *r, const entry_context *e);

#endif
