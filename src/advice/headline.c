/* SPDX-License-Identifier: Apache-2.0
 * Acceptance by all, draw by draw: V_1 - cost - V0 of every party is at least
 * 0 within the tolerance of doubles (DESIGN sections 1 and 5). */
#include "advice/headline.h"

#include "deal/bargain.h"

bool headline_accept(const belief *b, int proposal, int draw_index) {
    int parties = b->c->party_count;
    const double *gain =
        b->gain + (size_t)proposal * (size_t)parties * (size_t)b->draw_count;
    for (int p = 0; p < parties; p++)
        if (!deal_at_least(
                gain[(size_t)p * (size_t)b->draw_count + (size_t)draw_index],
                0))
            return false;
    return true;
}

const double *headline_accepts(const belief *b, int proposal, arena *mem) {
    double *accepts = ARENA_ARRAY(mem, double, (size_t)b->draw_count);
    for (int i = 0; i < b->draw_count; i++)
        accepts[i] = headline_accept(b, proposal, i);
    return accepts;
}

const double *headline_lead(const belief *b, advice_headline h, arena *mem) {
    const double *first = headline_accepts(b, h.first, mem);
    if (h.second < 0) return first;
    const double *second = headline_accepts(b, h.second, mem);
    double *lead = ARENA_ARRAY(mem, double, (size_t)b->draw_count);
    for (int i = 0; i < b->draw_count; i++)
        lead[i] = first[i] - second[i];
    return lead;
}
