/* SPDX-License-Identifier: Apache-2.0
 * Scenarios of other tools, from the names of their files or their folder. */
#ifndef API_SCENARIO_H
#define API_SCENARIO_H

#include "api/api.h"

/* The text of the case that they make, in mem. */
parley_status api_scenario_text(const char **out, const parley_scenario *from,
                                arena *mem, parley_diags *d);

#endif
