/* SPDX-License-Identifier: Apache-2.0
 * What stands behind the citations of a page. */
#ifndef LENS_REFERENCES_H
#define LENS_REFERENCES_H

#include "case/model.h"
#include "doc/doc.h"

/* A reference for every entry and source of `c` that the doc cites so far. */
void references_add(doc *to, const case_model *c);

#endif
