/* SPDX-License-Identifier: Apache-2.0
 * Visits: "flew to Brod for talks with Ensor", "were in Cairo on Thursday to
 * push". Verbs that lead anywhere ("went to", "returned to") need a place that
 * is a name or a kind of place: "went to work" is no visit. */
#include "read/contact_int.h"

/* "for talks with Banda" from i on */
static void talks_with(const read_unit *u, int i, read_contact *c) {
    enum { NEAR = 10 };
    for (int k = i; k + 1 < u->last && k < i + NEAR; k++) {
        if (unit_tag(u, k) == TAG_COMMA || unit_finite(u, k)) return;
        if (!unit_is(u, k, "with")) continue;
        people_after(u, k + 1, c);
        return;
    }
}

/* A name, or a kind of place that one goes to. */
static bool is_place(const read_unit *u, read_range place) {
    for (int i = place.first; i < place.last; i++) {
        if (unit_tag(u, i) == TAG_PROPER) return true;
    }
    return unit_is_any(u, place.last - 1,
                       "capital border frontier region province district city "
                       "town village island camp site crossing port mine plant "
                       "factory prison palace front zone enclave valley");
}

/* Verbs that take one anywhere: "went to work", "returned to the subject". */
static bool leads_anywhere(const read_unit *u, const read_verb *v) {
    return unit_is_any(u, v->at,
                       "go goes going went gone come comes coming came return "
                       "returns returning returned drive drives driving drove "
                       "head heads heading headed cross crosses crossed left "
                       "leave leaves leaving");
}

void contact_visit(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_contact c;
    if (v->passive) return;
    contact_begin(&c, CASE_VISIT, "contact-verb", v->sense->lemma, v->group);
    people_before(u, v->group.first, &c);
    int i = contact_skip_adverbs(u, v->group.last);
    if (unit_is_any(u, i, "on back")) i++;
    bool prep = unit_is_any(u, i, "to in at into for");
    if (!prep && (v->sense->frames & FRAME_NP) == 0) return;
    read_range place = phrase_core(u, prep ? i + 1 : i);
    if (range_empty(place) || unit_word(u, place.last - 1)->time) return;
    if (leads_anywhere(u, v) && !is_place(u, place)) return;
    bool role = unit_noun(u, phrase_head(u, place), NOUN_ROLE);
    if (role) {
        people_after(u, place.first, &c);
    } else {
        c.place = place;
    }
    talks_with(u, place.last, &c);
    if (c.who_count > 0) contact_keep(k, &c);
}

/* "were in Cairo on Thursday to push", "is in Brod for talks" */
void contact_be_in(collector *k, int i) {
    const read_unit *u = k->u;
    if (unit_tag(u, i) != TAG_BE || !unit_finite(u, i) ||
        u->p->tokens[i].quote != 0) {
        return;
    }
    if (!unit_is(u, i + 1, "in") || unit_tag(u, i + 2) != TAG_PROPER) return;
    read_range place = phrase_core(u, i + 2);
    int after = skip_date(u, place.last);
    if (!unit_is_any(u, after, "to for")) return;
    read_contact c;
    contact_begin(&c, CASE_VISIT, "contact-verb", "be in",
                  (read_range){i, i + 2});
    people_before(u, i, &c);
    c.place = place;
    talks_with(u, after, &c);
    if (c.who_count > 0) contact_keep(k, &c);
}
