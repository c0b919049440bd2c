/* SPDX-License-Identifier: Apache-2.0
 * What is asked of somebody who begins a case. */
#ifndef CLI_FIRST_CASE_H
#define CLI_FIRST_CASE_H

#include "cli/interview.h"

/* For interview_run. */
bool first_case(interview *i);

#endif
