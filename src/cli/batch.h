/* SPDX-License-Identifier: Apache-2.0
 * One question of many scenarios: parley deals --batch DIR. */
#ifndef CLI_BATCH_H
#define CLI_BATCH_H

#include "cli/arguments.h"

/* A scenario, or a case, somewhere below a folder. */
typedef struct batch_item {
    const char *path; /* of the folder, or of the case file */
    const char *name; /* the path below the folder that was given */
    bool is_case;
} batch_item;

typedef struct batch_list {
    batch_item *items;
    size_t count, room;
} batch_list;

/* All of them, by name. False (and said on stderr) if a folder can't be read
 * or there are too many. */
bool batch_find(batch_list *out, const char *folder, arena *mem);

/* Answers for all of them, one row of CSV each; an exit code. */
int batch_run(const arguments *a, arena *mem);

#endif
