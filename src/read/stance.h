/* SPDX-License-Identifier: Apache-2.0
 * What position the words of a claim take, and whose. */
#ifndef READ_STANCE_H
#define READ_STANCE_H

#include "read/claim.h"
#include "read/speaker.h"

/* From the verb of the claim and its content; at most READ_STANCES, none twice.
 * `holder` of each is a range of tokens, empty for the speaker. */
typedef struct stance_found {
    read_stance_kind kind;
    bool negated;
    read_range holder;
} stance_found;

int stance_of_claim(const read_unit *u, const read_claim *c,
                    const read_speaker *who, stance_found *out);
/* From a further piece of a quotation. */
int stance_of_piece(const read_unit *u, read_range piece,
                    const read_speaker *who, stance_found *out);

#endif
