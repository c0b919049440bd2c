/* SPDX-License-Identifier: Apache-2.0
 * What stands behind the citations of a page. */
#ifndef LENS_REFERENCES_H
#define LENS_REFERENCES_H

#include "lens/lens.h"

/* A reference for all that the doc cites so far, or its numbers rest on, and
 * that the request sees. */
void references_add(doc *to, const lens_request *q);

#endif
