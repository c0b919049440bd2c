/* SPDX-License-Identifier: Apache-2.0
 * The command `parley`. */
#include <stdio.h>

int main(void) {
    (void)fputs("parley is under construction\n", stderr);
    return 2;
}
