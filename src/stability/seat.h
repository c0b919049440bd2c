/* SPDX-License-Identifier: Apache-2.0
 * One player against the answers of others, on tables of bits: for players
 * that are no single party and for preferences that are no single order. */
#ifndef STABILITY_SEAT_H
#define STABILITY_SEAT_H

#include "stability/concepts.h"
#include "stability/rows.h"

/* Row s of each table: where the player would leave for; what does not hurt it
 * (an answer must end outside of that); where it can go at all; what the
 * others can answer with any moves, and by improvements. */
typedef struct stability_seat {
    const stability_rows *leave, *safe, *moves, *answer, *improving;
    uint8_t asked; /* the concepts wanted */
} stability_seat;

/* The concepts wanted under which state s is stable for the player. */
uint8_t stability_seat_judge(const stability_seat *p, uint32_t s);

#endif
