/* SPDX-License-Identifier: Apache-2.0
 * Would this player leave?
 *
 * The five concepts in their general form: to every state s1 that the player
 * would leave s for there must be an answer s2 that hurts, and for SMR and
 * SSEQ everything that the player then reaches must hurt as well. What hurts
 * depends on who asks: for a party, what it ranks no higher than s; for a
 * coalition, what some member does; with unknown preferences, what may or may
 * not be worse, by the mode (robust.c). */
#include "stability/seat.h"

/* Is there an answer to s1 that hurts (and, when strict, from which the player
 * reaches nothing that does not)? */
static bool sanctioned(const stability_seat *p, const stability_rows *answer,
                       const uint64_t *safe, uint32_t s1, bool strict) {
    const uint64_t *row = stability_row(answer, s1);
    if (!strict) return !stability_row_within(answer, row, safe);
    for (uint32_t s2 = stability_row_next(answer, row, 0);
         s2 != STABILITY_NO_STATE; s2 = stability_row_next(answer, row, s2 + 1))
        if (!stability_row_has(safe, s2) &&
            !stability_row_meets(answer, stability_row(p->moves, s2), safe))
            return true;
    return false;
}

/* The answers of sets of others may let a party move twice running (once in
 * one set, then in the next), which plain answers never do; so SEQ does not
 * follow from GMR here and each concept is asked for itself. */
uint8_t stability_seat_judge(const stability_seat *p, uint32_t s) {
    static const struct {
        uint8_t concept;
        bool improving, strict;
    } ASKED[] = {{STABILITY_GMR, false, false},
                 {STABILITY_SMR, false, true},
                 {STABILITY_SEQ, true, false},
                 {STABILITY_SSEQ, true, true}};
    const uint64_t *leave = stability_row(p->leave, s);
    const uint64_t *safe = stability_row(p->safe, s);
    uint8_t left = p->asked;
    uint32_t s1 = stability_row_next(p->leave, leave, 0);
    if (s1 != STABILITY_NO_STATE) left &= (uint8_t)~STABILITY_NASH;
    for (; s1 != STABILITY_NO_STATE && left;
         s1 = stability_row_next(p->leave, leave, s1 + 1))
        for (int k = 0; k < 4; k++)
            if ((left & ASKED[k].concept) &&
                !sanctioned(p, ASKED[k].improving ? p->improving : p->answer,
                            safe, s1, ASKED[k].strict))
    left &= (uint8_t)~ASKED[k].concept;
    return left;
}
