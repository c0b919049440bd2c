/* SPDX-License-Identifier: Apache-2.0
 * Visits: "flew to Brod for talks with Ensor", "came to see the elders", "were
 * in Cairo on Thursday to push", "sent an envoy to Tamba". Verbs that lead
 * anywhere ("went to", "returned to") need a place that is a name or a kind of
 * place: "went to work" is no visit. */
#include "read/contact_int.h"

bool contact_place_noun(const read_unit *u, int i) {
    return unit_is_any(u, i,
                       "capital capitals border frontier region province "
                       "district city town village island islands camp camps "
                       "site crossing port mine plant factory prison palace "
                       "front zone enclave valley headquarters compound "
                       "residence home hotel terminal office offices line "
                       "lines outskirts barracks");
}

/* A name, or a kind of place that one goes to. */
static bool is_place(const read_unit *u, read_range place) {
    for (int i = place.first; i < place.last; i++) {
        if (unit_tag(u, i) == TAG_PROPER) return true;
    }
    return contact_place_noun(u, place.last - 1);
}

/* Verbs that take one anywhere: "went to work", "returned to the subject". */
static bool leads_anywhere(const read_unit *u, const read_verb *v) {
    return unit_is_any(u, v->at,
                       "walk walked walks rode ride rowed row go goes going "
                       "went gone come comes coming came return "
                       "returns returning returned drive drives driving drove "
                       "head heads heading headed cross crosses crossed left "
                       "leave leaves leaving crossing enter enters entered "
                       "entering reach reaches reached reaching stop stops "
                       "stopped stopping set sets setting");
}

/* "[went] to see the elders", "[flew to Brod] for talks with Ensor": whom the
 * visit is for, from i on; "came with a ruler" names nobody. */
static void visited_for(const read_unit *u, int i, bool placed,
                        read_contact *c) {
    enum { NEAR = 10 };
    for (int k = i; k + 1 < u->last && k < i + NEAR; k++) {
        if (unit_tag(u, k) == TAG_COMMA || unit_finite(u, k)) return;
        bool see = unit_tag(u, k) == TAG_TO &&
                   unit_is_any(u, k + 1, "see meet visit consult");
        if (see) contact_with(u, k + 2, c);
        if (placed && unit_is(u, k, "with")) contact_with(u, k + 1, c);
        if (c->with_count > 0) return;
    }
}

/* Where a verb of motion leads: after its preposition, or its object. */
static int destination(const read_unit *u, const read_verb *v) {
    int i = contact_skip_adverbs(u, v->group.last);
    read_range onto =
        unit_is(u, i, "on") ? phrase_core(u, i + 1) : (read_range){0, 0};
    bool land = !range_empty(onto) && contact_place_noun(u, onto.last - 1);
    bool back = unit_is(u, v->at, "returned") && unit_is(u, i, "from") &&
                unit_tag(u, i + 1) == TAG_PROPER;
    if (land || back) return i + 1; /* "on the island", "from Port Elway" */
    if (unit_is(u, i - 1, "further")) return -1; /* "went further in" */
    if (unit_is_any(u, i, "on back")) i++;
    if (unit_is_any(u, i, "in at into for")) return i + 1;
    if (unit_tag(u, i) == TAG_TO && unit_tag(u, i + 1) != TAG_VB) return i + 1;
    bool object = (v->sense->frames & FRAME_NP) != 0;
    return object && unit_tag(u, i) != TAG_TO ? i : -1;
}

/* "flew in from Mirador", "drove in on Monday": a visit without its place. */
static bool came_in(const read_unit *u, const read_verb *v) {
    int i = v->group.last;
    if (unit_is_any(u, i, "over across") && unit_is(u, i + 1, "from")) i++;
    bool motion = unit_is_any(u, v->at,
                              "come came flew flown flies fly flying drove "
                              "drives arrived");
    if (!motion) return false;
    if (unit_is(u, i, "from") && i > v->group.last) return true;
    if (!unit_is(u, i, "in")) return false;
    read_tag next = unit_tag(u, i + 1);
    return next == TAG_COMMA || next == TAG_STOP ||
           unit_is_any(u, i + 1,
                       "from on late early yesterday today last this");
}

/* "flew to Brod [to meet] the elders": the meeting tells it. */
static bool goes_to_meet(const read_unit *u, int i) {
    enum { NEAR = 14 };
    for (int k = i; k + 1 < u->last && k < i + NEAR; k++) {
        read_tag tag = unit_tag(u, k);
        if (tag == TAG_COMMA || tag == TAG_STOP || tag == TAG_CONJ) break;
        if (tag != TAG_TO || unit_tag(u, k + 1) != TAG_VB) continue;
        const read_verb *v = unit_verb_at(u, k + 1);
        bool talks =
            unit_is_any(u, k + 1, "hold have") &&
            unit_noun(u, phrase_head(u, phrase_core(u, k + 2)), NOUN_TALKS);
        return talks || (v != NULL && v->sense->class == CLASS_MEET &&
                         !unit_is(u, k + 1, "see"));
    }
    return false;
}

/* "returned to the capital", "flew back", "drove home". */
static bool goes_home(const read_unit *u, const read_verb *v) {
    return unit_is_any(u, v->at, "return returns returned returning") ||
           unit_is_any(u, v->group.last, "back home");
}

/* "was flown to Calder", "was taken to the border" */
void contact_taken(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    contact_args a = contact_args_from(u, v->group.last);
    read_range place = a.to > 0 ? phrase_core(u, a.to) : (read_range){0, 0};
    if (!v->passive || range_empty(place) || !is_place(u, place)) return;
    read_contact c;
    contact_begin(&c, CASE_VISIT, "contact-verb", v->sense->lemma, v->group);
    people_before(u, v->group.first, &c);
    c.place = place;
    bool somebody = c.who_count > 0 && phrase_can_act(u, c.who[0]);
    if (somebody) contact_keep(k, &c);
}

/* "called on the strikers", "dropped in on Tarn" */
static bool visits_people(collector *k, const read_verb *v, read_contact *c) {
    const read_unit *u = k->u;
    int i = contact_skip_adverbs(u, v->group.last);
    if (unit_is(u, i, "on")) i++;
    bool on = unit_is(u, i - 1, "on") && skip_date(u, i) == i;
    if (!on || contact_with(u, i, c) == i || c->with_count == 0) return false;
    people_before(u, v->group.first, c);
    if (c->who_count > 0) contact_keep(k, c);
    return true;
}

/* "the camp was visited by Osei" */
static void visited(collector *k, const read_verb *v, read_contact *c) {
    const read_unit *u = k->u;
    contact_args a = contact_args_from(u, v->group.last);
    int outer;
    if (a.by == 0) return;
    contact_who(u, a.by, c);
    c->place = subject_of(u, v->group.first, &outer);
    if (c->who_count > 0) contact_keep(k, c);
}

/* "returned to the table": both sides meet. */
static bool back_to_table(collector *k, read_range place, read_contact *c) {
    if (!unit_is(k->u, place.last - 1, "table")) return false;
    bool sides = c->who_count > 1 ||
                 (c->who_count == 1 && people_several(k->u, c->who[0]));
    c->kind = CASE_MEETING;
    if (sides) contact_keep(k, c);
    return true;
}

/* "flew to Brod", "visited the elders": where the verb leads, or whom to. */
static void went_there(collector *k, const read_verb *v, read_contact *c) {
    const read_unit *u = k->u;
    int i = destination(u, v);
    if (i < 0) { /* "went to see the elders" */
        visited_for(u, v->group.last, false, c);
        if (c->with_count > 0 && c->who_count > 0) contact_keep(k, c);
        return;
    }
    read_range place = phrase_core(u, i);
    if (range_empty(place) || unit_word(u, place.last - 1)->time) return;
    if (back_to_table(k, place, c) || goes_home(u, v)) return;
    if (leads_anywhere(u, v) && !is_place(u, place)) return;
    bool people = unit_tag(u, phrase_head(u, place)) == TAG_NOUN &&
                  phrase_can_act(u, place);
    if (people) {
        contact_with(u, place.first, c);
    } else {
        c->place = place;
    }
    visited_for(u, place.last, true, c);
    if (c->who_count > 0) contact_keep(k, c);
}

void contact_visit(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_contact c;
    contact_begin(&c, CASE_VISIT, "contact-verb", v->sense->lemma, v->group);
    bool object = (v->sense->frames & FRAME_NP) != 0;
    if (v->passive) {
        if (object) visited(k, v, &c);
        if (!object) contact_taken(k, v);
        return;
    }
    if (!object && contact_letter_came(k, v)) return;
    if (goes_to_meet(u, v->group.last) || visits_people(k, v, &c)) return;
    people_before(u, v->group.first, &c);
    if (came_in(u, v) && c.who_count > 0) {
        contact_keep(k, &c);
    } else {
        went_there(k, v, &c);
    }
}

/* "on his way to", "en route to", "bound for" from i on: its preposition; else
 * i. */
static int on_the_way(const read_unit *u, int i) {
    bool way = unit_is(u, i, "on") && unit_is(u, i + 2, "way");
    bool route = unit_is(u, i, "en") && unit_is(u, i + 1, "route");
    bool bound = unit_is(u, i, "bound") && unit_is(u, i + 1, "for");
    int to = way ? i + 3 : route ? i + 2 : i;
    if (unit_is(u, to, "back")) to++;
    if (bound) return i + 1;
    return to > i && unit_tag(u, to) == TAG_TO ? to : i;
}

/* "were in Cairo on Thursday to push", "is in Brod for talks", "is due in" */
void contact_be_in(collector *k, int i) {
    const read_unit *u = k->u;
    if (unit_tag(u, i) != TAG_BE || !unit_finite(u, i)) return;
    int next = contact_skip_adverbs(u, i + 1);
    bool due = unit_is_any(u, next, "due expected");
    int in = due ? next + 1 : next;
    if (due && unit_is(u, in, "back")) in++;
    int way = on_the_way(u, in);
    due = due || way > in;
    in = way;
    bool led = due ? unit_is_any(u, in, "in to for") : unit_is(u, in, "in");
    read_range place = phrase_core(u, in + 1);
    bool named = unit_tag(u, in + 1) == TAG_PROPER ||
                 (due && !range_empty(place) && is_place(u, place));
    if (!led || !named) return;
    int after = skip_date(u, place.last);
    if (!due && !unit_is_any(u, after, "to for as")) return;
    read_contact c;
    contact_begin(&c, CASE_VISIT, "contact-verb", "be in",
                  (read_range){i, in + 1});
    people_before(u, i, &c);
    c.place = place;
    visited_for(u, after, true, &c);
    bool somebody = c.who_count > 0 && phrase_can_act(u, c.who[0]);
    if (somebody) contact_keep(k, &c);
}
