/* SPDX-License-Identifier: Apache-2.0
 * Sets that the case keeps as lists in the order of the file. */
#include "record/sorted.h"

#include <stdlib.h>

static int compare(int a, int b) { return (a > b) - (a < b); }

static int by_number(const void *a, const void *b) {
    return compare(*(const int *)a, *(const int *)b);
}

static int by_issue(const void *a, const void *b) {
    return compare(((const case_term *)a)->issue,
                   ((const case_term *)b)->issue);
}

int_list sorted_numbers(int_list list, arena *mem) {
    int *copy = ARENA_ARRAY(mem, int, (size_t)list.count + 1);
    for (int i = 0; i < list.count; i++)
        copy[i] = list.items[i];
    qsort(copy, (size_t)list.count, sizeof *copy, by_number);
    return (int_list){copy, list.count};
}

case_terms sorted_terms(case_terms terms, arena *mem) {
    case_term *copy = ARENA_ARRAY(mem, case_term, (size_t)terms.count + 1);
    for (int i = 0; i < terms.count; i++) {
        copy[i] = terms.items[i];
        copy[i].options = sorted_numbers(terms.items[i].options, mem);
    }
    qsort(copy, (size_t)terms.count, sizeof *copy, by_issue);
    return (case_terms){copy, terms.count};
}
