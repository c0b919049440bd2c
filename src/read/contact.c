/* SPDX-License-Identifier: Apache-2.0
 * Contacts: meetings, calls, visits, messages, hosting, shuttling.
 *
 * Verbs that are contacts by themselves ("met", "phoned", "flew to", "hosted",
 * "wrote to") give who from their subject and with whom from their object;
 * nouns ("a late-night meeting with Ban", "phone calls", "in a letter to Hahn")
 * take the subject of their clause. Only what took or takes place counts: not
 * modal, negated or infinitive verbs ("would meet", "did not call", "to
 * visit"), no calls *for* something, no talking to reporters. */
#include "read/contact_int.h"

void contact_begin(read_contact *c, case_entry_kind kind, const char *rule,
                   const char *lemma, read_range cue) {
    *c = (read_contact){.kind = kind, .rule = rule, .lemma = lemma, .cue = cue};
}

static bool heard_only(const read_unit *u, const read_contact *c) {
    for (int i = 0; i < c->with_count; i++) {
        if (people_hear(u, c->with[i])) return true;
    }
    return false;
}

/* "the two sides [in Pell]": where they met, not who they are. */
static void part_from_place(const read_unit *u, read_contact *c) {
    bool there = c->kind == CASE_HOSTING || c->kind == CASE_MEETING;
    if (!there || c->with_count == 0) return;
    read_range *last = &c->with[c->with_count - 1];
    for (int i = last->first + 1; i + 1 < last->last; i++) {
        if (!unit_is_any(u, i, "in at")) continue;
        if (range_empty(c->place)) c->place = (read_range){i + 1, last->last};
        last->last = i;
    }
}

/* Keeps a contact that has somebody in it, once for a cue. */
void contact_keep(collector *k, read_contact *c) {
    part_from_place(k->u, c);
    if (k->count == CONTACTS_MOST || heard_only(k->u, c)) return;
    if (c->who_count + c->with_count == 0) return;
    for (int i = 0; i < k->count; i++) {
        bool same = k->out[i].kind == c->kind &&
                    k->out[i].cue.first >= c->cue.first - 6 &&
                    k->out[i].cue.first <= c->cue.first + 6;
        if (same) return;
    }
    k->out[k->count++] = *c;
}

static bool happened(const read_unit *u, const read_verb *v) {
    if (u->p->tokens[v->at].quote != 0 || v->modal || v->negated ||
        v->infinitive) {
        return false;
    }
    return v->finite || v->gerund;
}

static int skip_adverbs(const read_unit *u, int i) {
    while (unit_tag(u, i) == TAG_ADV)
        i++;
    return i;
}

/* --- Verbs --- */

/* "has ruled out meeting the unions", "refused meeting" */
static bool ruled_out(const read_unit *u, const read_verb *v) {
    if (!v->gerund || v->finite) return false;
    read_tag before = unit_tag(u, v->group.first - 1);
    return before != TAG_COMMA && before != TAG_SUB && before != TAG_BE;
}

/* "the two leaders [met]", "the ministers of Keth and Morvania", "both sides";
 * not "the committee", which meets itself. */
static bool meet_each_other(const read_unit *u, read_range who) {
    if (unit_is_any(u, who.first, "both two three four")) return true;
    if (unit_is_any(u, who.first + 1, "two three four")) return true;
    bool of = false;
    for (int i = who.first; i < who.last; i++) {
        of = of || unit_is(u, i, "of");
        if (of && unit_tag(u, i) == TAG_CONJ) return true;
    }
    return false;
}

static void verb_meet(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_contact c;
    if (v->passive || ruled_out(u, v)) return;
    contact_begin(&c, CASE_MEETING, "contact-verb", v->sense->lemma, v->group);
    people_before(u, v->group.first, &c);
    int i = skip_adverbs(u, v->group.last);
    bool with = unit_is(u, i, "with");
    if (with) i++;
    int end = i;
    if (skip_date(u, i) == i) end = people_after(u, i, &c);
    int more = skip_date(u, end);
    if (!with && c.with_count == 0 && unit_is(u, more, "with")) {
        end = people_after(u, more + 1, &c);
    }
    bool several = c.who_count == 1 && meet_each_other(u, c.who[0]);
    if (c.who_count + c.with_count < 2 && !several) return;
    /* "met the press", "met the deadline" */
    c.place = people_place(u, end);
    contact_keep(k, &c);
}

static void verb_phone(collector *k, const read_verb *v) {
    read_contact c;
    contact_begin(&c, CASE_CALL, "contact-verb", v->sense->lemma, v->group);
    people_before(k->u, v->group.first, &c);
    int i = skip_adverbs(k->u, v->group.last);
    if (unit_tag(k->u, i) != TAG_PREP) people_after(k->u, i, &c);
    if (!v->passive) contact_keep(k, &c);
}

/* "spoke by phone with", "spoke to X on the telephone", "and Y spoke by phone"
 */
static void verb_speak(collector *k, const read_verb *v) {
    enum { NEAR = 12 };
    const read_unit *u = k->u;
    int phone = 0;
    for (int i = v->at + 1; i < v->at + NEAR && i < u->last; i++) {
        if (unit_tag(u, i) == TAG_STOP || unit_finite(u, i)) break;
        if (unit_is_any(u, i, "phone telephone")) phone = i;
    }
    if (phone == 0) return;
    read_contact c;
    contact_begin(&c, CASE_CALL, "contact-verb", "speak by phone",
                  (read_range){v->group.first, phone + 1});
    people_before(u, v->group.first, &c);
    for (int i = v->at + 1; i < v->at + NEAR && i < u->last; i++) {
        if (unit_tag(u, i) == TAG_STOP || unit_tag(u, i) == TAG_COMMA) break;
        if (unit_is_any(u, i, "with to")) {
            people_after(u, i + 1, &c);
            break;
        }
    }
    if (c.who_count + c.with_count > 1) contact_keep(k, &c);
}

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

static void verb_visit(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_contact c;
    if (v->passive) return;
    contact_begin(&c, CASE_VISIT, "contact-verb", v->sense->lemma, v->group);
    people_before(u, v->group.first, &c);
    int i = skip_adverbs(u, v->group.last);
    if (unit_is_any(u, i, "on back")) i++;
    bool prep = unit_is_any(u, i, "to in at into");
    if (!prep && !unit_is_any(u, v->at, "visited visits visiting visit")) {
        return;
    }
    read_range place = phrase_core(u, prep ? i + 1 : i);
    if (range_empty(place) || unit_word(u, place.last - 1)->time) return;
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
static void be_in_place(collector *k, int i) {
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

static bool is_letter(const read_unit *u, int i) {
    return unit_noun(u, i, NOUN_LETTER) && unit_tag(u, i) != TAG_VB &&
           unit_tag(u, i) != TAG_VBZ && unit_tag(u, i) != TAG_VBD;
}

/* The letter that a verb of sending has as object, or -1. */
static int letter_after(const read_unit *u, int from) {
    enum { NEAR = 9 };
    for (int i = from; i < from + NEAR && i < u->last; i++) {
        read_tag tag = unit_tag(u, i);
        if (tag == TAG_COMMA || tag == TAG_STOP || unit_finite(u, i)) break;
        if (is_letter(u, i)) return i;
    }
    return -1;
}

/* "to both capitals" from i on, as the other side. */
static void sent_to(const read_unit *u, int i, read_contact *c) {
    enum { NEAR = 8 };
    for (int k = i; k < i + NEAR && k < u->last; k++) {
        if (unit_tag(u, k) == TAG_COMMA || unit_finite(u, k)) return;
        if (unit_tag(u, k) != TAG_TO || unit_tag(u, k + 1) == TAG_VB) continue;
        people_after(u, k + 1, c);
        return;
    }
}

/* "a letter from the bishop", "the union's reply" */
static void sender_of(const read_unit *u, read_range what, read_contact *c) {
    for (int i = what.first; i < what.last; i++) {
        read_range who = {0, 0};
        if (unit_tag(u, i) == TAG_APOSTROPHE) {
            who = (read_range){what.first, i};
        } else if (unit_is_any(u, i, "from by")) {
            who = (read_range){i + 1, what.last};
        }
        if (range_empty(who)) continue;
        c->who[c->who_count++] = who;
        return;
    }
}

static void verb_send(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_contact c;
    contact_begin(&c, CASE_MESSAGE, "contact-verb", v->sense->lemma, v->group);
    if (v->passive) { /* "the text had been delivered to both sides" */
        int outer;
        read_range what = subject_of(u, v->group.first, &outer);
        if (range_empty(what)) return;
        if (!is_letter(u, phrase_head(u, what))) {
            /* "the envoy was handed a note" */
            if (letter_after(u, v->group.last) < 0) return;
            c.with[c.with_count++] = what;
            contact_keep(k, &c);
            return;
        }
        sender_of(u, what, &c);
        sent_to(u, v->group.last, &c);
        contact_keep(k, &c);
        return;
    }
    int letter = letter_after(u, v->group.last);
    if (letter < 0) return;
    people_before(u, v->group.first, &c);
    read_range first = phrase_core(u, v->group.last);
    if (!range_empty(first) && first.last <= letter && !(letter < first.last)) {
        people_after(u, v->group.last, &c); /* "handed him a note" */
    } else {
        sent_to(u, letter + 1, &c);
    }
    if (c.with_count == 0) sent_to(u, letter + 1, &c);
    contact_keep(k, &c);
}

/* "wrote to both capitals" */
static void verb_write(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    if (v->passive || !unit_is(u, v->group.last, "to")) return;
    read_contact c;
    contact_begin(&c, CASE_MESSAGE, "contact-verb", "write to", v->group);
    people_before(u, v->group.first, &c);
    people_after(u, v->group.last + 1, &c);
    if (c.with_count > 0) contact_keep(k, &c);
}

/* "carried messages between A and B", "carried the letters across the line" */
static void verb_carry(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    int letter = letter_after(u, v->group.last);
    if (letter < 0 || v->passive) return;
    read_contact c;
    contact_begin(&c, CASE_MESSAGE, "contact-verb", v->sense->lemma, v->group);
    people_before(u, v->group.first, &c);
    if (unit_is_any(u, letter + 1, "between to from")) {
        people_after(u, letter + 2, &c);
    }
    contact_keep(k, &c);
}

static void verb_host(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_contact c;
    contact_begin(&c, CASE_HOSTING, "contact-verb", v->sense->lemma, v->group);
    int i = v->group.last;
    if (v->passive) {
        if (!unit_is(u, i, "by")) return;
        read_range host = phrase_after(u, i + 1);
        if (range_empty(host)) return;
        c.who[c.who_count++] = host;
    } else {
        people_before(u, v->group.first, &c);
        read_range guests = phrase_core(u, i);
        bool event = unit_noun(u, phrase_head(u, guests), NOUN_MEETING) ||
                     unit_is_any(u, phrase_head(u, guests),
                                 "rounds round summit conference games");
        if (!event) people_after(u, i, &c);
        if (!range_empty(guests)) i = guests.last;
    }
    c.place = people_place(u, i);
    if (c.who_count > 0) contact_keep(k, &c);
}

static void verb_shuttle(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_contact c;
    contact_begin(&c, CASE_SHUTTLE, "contact-verb", v->sense->lemma, v->group);
    people_before(u, v->group.first, &c);
    int i = v->group.last;
    if (unit_is_any(u, i, "between through across around")) i++;
    c.place = phrase_after(u, i);
    if (c.who_count > 0) contact_keep(k, &c);
}

/* "was received by Prime Minister Lukic"; "received the envoy" */
static void verb_receive(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_contact c;
    contact_begin(&c, CASE_MEETING, "contact-verb", v->sense->lemma, v->group);
    if (v->passive) {
        if (!unit_is(u, v->group.last, "by")) return;
        people_before(u, v->group.first, &c);
        people_after(u, v->group.last + 1, &c);
    } else {
        read_range guest = phrase_after(u, v->group.last);
        int head = phrase_head(u, guest);
        bool person =
            !range_empty(guest) && (unit_noun(u, head, NOUN_ROLE) ||
                                    (unit_tag(u, head) == TAG_PROPER &&
                                     guest.last - guest.first >= 2));
        if (!person) return;
        people_before(u, v->group.first, &c);
        people_after(u, v->group.last, &c);
    }
    if (c.who_count + c.with_count > 1) contact_keep(k, &c);
}

static void by_verb(collector *k, const read_verb *v) {
    if (unit_is_any(k->u, v->at, "wrote write writes writing written") &&
        happened(k->u, v)) {
        verb_write(k, v);
        return;
    }
    if (!happened(k->u, v)) return;
    switch (v->sense->class) {
    case CLASS_MEET:
        verb_meet(k, v);
        break;
    case CLASS_PHONE:
        verb_phone(k, v);
        break;
    case CLASS_SPEAK:
        verb_speak(k, v);
        break;
    case CLASS_VISIT:
        verb_visit(k, v);
        break;
    case CLASS_SEND:
        verb_send(k, v);
        break;
    case CLASS_CARRY:
        verb_carry(k, v);
        break;
    case CLASS_HOST:
        verb_host(k, v);
        break;
    case CLASS_SHUTTLE:
        verb_shuttle(k, v);
        break;
    case CLASS_RECEIVE:
        verb_receive(k, v);
        break;
    default:
        break;
    }
}

int contacts_of(const read_unit *u, read_contact *out) {
    collector k = {u, out, 0};
    for (int i = 0; i < u->verb_count; i++)
        by_verb(&k, &u->verbs[i]);
    for (int i = u->first; i < u->last; i++) {
        if (unit_word(u, i)->nouns != 0) contact_noun(&k, i);
        be_in_place(&k, i);
    }
    return k.count;
}
