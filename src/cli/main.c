/* SPDX-License-Identifier: Apache-2.0
 * The command's entry. */
#include "parley.h"

int main(void) { return 0; }
