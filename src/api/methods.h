/* SPDX-License-Identifier: Apache-2.0
 * docs/methods.md and the pages in docs/methods, which the build puts into the
 * library. */
#ifndef API_METHODS_H
#define API_METHODS_H

extern const char api_methods[];

#endif
