/* SPDX-License-Identifier: Apache-2.0
 * Numbers that rise or fall are meant as a line, whether the file says so or
 * not: 8, 12, 16 million. Of two options there is no line to speak of: one is
 * best and the other worst in any case. A date, a time or a range of numbers
 * ("8-12") is no number, and neither is what begins with letters ("plan 1"). */
#include "case/scale.h"

#include <string.h>

#include "base/number.h"

static bool leading_number(const char *option, double *out) {
    char number[NUMBER_SIZE] = "";
    size_t size = strspn(option, "+-0123456789.");
    if (size == 0 || size >= sizeof number) return false;
    if (option[size] != '\0' && strchr(":/", option[size])) return false;
    memcpy(number, option, size);
    return number_double(number, out);
}

static bool is_monotone(const char *const *options, int count) {
    double last = 0, next, direction = 0;
    for (int i = 0; i < count; i++) {
        if (!leading_number(options[i], &next)) return false;
        double step = next - last;
        last = next;
        if (i == 0) continue;
        if (step == 0 || step * direction < 0) return false;
        direction = step;
    }
    return true;
}

bool scale_is_likely(const char *const *options, int count) {
    double ignored;
    if (count < 3) return false;
    if (!leading_number(options[0], &ignored))
        return is_monotone(options + 1, count - 1);
    if (!leading_number(options[count - 1], &ignored)) count--;
    return is_monotone(options, count);
}
