/* SPDX-License-Identifier: Apache-2.0
 * Gold for read: what tests/read/FORMAT.md describes, as byte offsets. */
#ifndef TESTS_READ_GOLD_H
#define TESTS_READ_GOLD_H

#include <stdbool.h>
#include <stdio.h>

#include "base/source.h"

enum { GOLD_MOST = 12 }; /* pieces, participants, stances of one item */

typedef struct gold_range {
    size_t begin, end;
} gold_range;

typedef struct gold_list {
    gold_range items[GOLD_MOST];
    int count;
} gold_list;

typedef struct gold_stance {
    char label[24];
    bool negated, has_holder;
    gold_range holder;
} gold_stance;

typedef struct gold_item {
    bool contact;
    char kind[16]; /* of a contact */
    gold_range speaker, cue, is;
    bool has_is;
    gold_list content, via, who, with, place;
    gold_stance stances[GOLD_MOST];
    int stance_count;
    int line; /* of the gold file */
} gold_item;

typedef struct gold {
    const source_text *report;
    const char *name; /* of the gold file */
    gold_item *items;
    int count;
    int mistakes; /* printed to stderr as they were found */
} gold;

/* Reads FOLDER/NAME.txt and FOLDER/NAME.gold, or any two paths. */
gold *gold_read(const char *report, const char *path, arena *mem);
void gold_show(const gold *g, FILE *to);

#endif
