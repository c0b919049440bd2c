/* SPDX-License-Identifier: Apache-2.0
 * The stability lens, --make under SEQ or SSEQ: the least change of all who may
 * change together, beside what each could change alone. */
#include <inttypes.h>

#include "lens/stability_more.h"

enum { PAIRS_SHOWN = 8 };

/* Does the pair change places: a above b today, b above a then? */
static bool changes(const stability_answer *a, int party, uint32_t above,
                    uint32_t below) {
    const uint32_t *today = a->rank[party];
    const uint32_t *then = a->make->concert->rank[party];
    return today[above] > today[below] && then[above] < then[below];
}

static void put_pairs(doc_value *in, const stability_answer *a, int party) {
    doc_value *list = doc_put_list(in, a->k->c->actors[party].id);
    const uint32_t states = a->k->g.state_count;
    for (uint32_t q = 0; q < states; q++)
        for (uint32_t s = 0; s < states; s++) {
            if (!changes(a, party, q, s)) continue;
            doc_value *pair = doc_put_list(list, NULL);
            stability_put_id(pair, NULL, s);
            stability_put_id(pair, NULL, q);
        }
}

void stability_concert_put(doc_value *make, const stability_answer *a) {
    const stability_concert *c = a->make->concert;
    if (!c) {
        doc_put_null(make, "together");
        return;
    }
    doc_value *one = doc_put_object(make, "together");
    doc_put_count(one, "swaps-from", c->found ? c->swaps : c->below);
    if (!c->found) {
        doc_put_null(one, "swaps");
        doc_put_null(one, "pairs");
        return;
    }
    doc_put_count(one, "swaps", c->swaps);
    doc_value *pairs = doc_put_object(one, "pairs");
    for (int i = 0; i < a->k->party_count; i++)
        if (a->make->wish[i].varies) put_pairs(pairs, a, i);
}

/* "Syria comes to rank 3 over 5, 3 over 6". */
static int say_party(doc_text *t, const stability_answer *a, int party,
                     const char *before) {
    const uint32_t states = a->k->g.state_count;
    int said = 0;
    for (uint32_t q = 0; q < states; q++)
        for (uint32_t s = 0; s < states; s++) {
            if (!changes(a, party, q, s) || said++ >= PAIRS_SHOWN) continue;
            if (said == 1)
                doc_more(t, "%s%s comes to rank", before,
                         a->k->c->actors[party].name);
            doc_more(t, "%s %" PRIu32 " over %" PRIu32, said > 1 ? "," : "",
                     s + 1, q + 1);
        }
    if (said > PAIRS_SHOWN) doc_more(t, ", ...");
    return said;
}

void stability_concert_show(doc *to, const stability_answer *a) {
    const stability_concert *c = a->make->concert;
    if (!c) return;
    if (!c->found) {
        if (!c->hopeless && c->below > 0)
            doc_say(to, "No change of fewer than %" PRIu64 " pairs does it.",
                    c->below);
        return;
    }
    doc_text *t =
        doc_say(to,
                "The least change of all together: %" PRIu64
                " pair%s of states change%s places",
                c->swaps, c->swaps == 1 ? "" : "s", c->swaps == 1 ? "s" : "");
    if (c->swaps == 0) doc_more(t, "; some that tie no longer do");
    const char *before = ": ";
    for (int i = 0; i < a->k->party_count; i++)
        if (say_party(t, a, i, before) > 0) before = "; ";
    doc_more(t, ".");
}
