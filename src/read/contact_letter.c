/* SPDX-License-Identifier: Apache-2.0
 * Messages: who sent, handed, carried or wrote what to whom. The object must be
 * something that is sent: a letter, a note, an offer, an answer. */
#include "read/contact_int.h"
#include "read/phrase_int.h"

static bool is_letter(const read_unit *u, int i) {
    bool sent = unit_noun(u, i, NOUN_LETTER) ||
                unit_is_any(u, i,
                            "answer answers word demands list lists document "
                            "draft plan plans terms paper papers invitation "
                            "request counter-proposal petition map maps");
    return sent && unit_tag(u, i) != TAG_VB && unit_tag(u, i) != TAG_VBZ &&
           unit_tag(u, i) != TAG_VBD;
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

/* "by the Red Lantern" from i on, as who carried it. */
static void sent_by(const read_unit *u, int i, read_contact *c) {
    enum { NEAR = 12 };
    for (int k = i; k < i + NEAR && k < u->last; k++) {
        if (unit_tag(u, k) == TAG_COMMA || unit_finite(u, k)) return;
        if (!unit_is(u, k, "by")) continue;
        read_range who = phrase_core(u, k + 1);
        if (range_empty(who) || unit_time(u, who.last - 1)) return;
        c->who_count = 0;
        c->who[c->who_count++] = who;
        return;
    }
}

/* "received a letter from the rebels": who sent it is who acts. */
void contact_receive_letter(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    int letter = letter_after(u, v->group.last);
    if (letter < 0 || v->passive || !unit_is(u, letter + 1, "from")) return;
    read_contact c, receiver;
    contact_begin(&c, CASE_MESSAGE, "contact-verb", v->sense->lemma, v->group);
    receiver = c;
    people_before(u, v->group.first, &receiver);
    for (int i = 0; i < receiver.who_count; i++)
        c.with[c.with_count++] = receiver.who[i];
    read_range from = phrase_after(u, letter + 2);
    if (range_empty(from)) return;
    c.who[c.who_count++] = from;
    contact_keep(k, &c);
}

void contact_send(collector *k, const read_verb *v) {
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
        sent_by(u, v->group.last, &c);
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
void contact_write(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    if (v->passive || !unit_is(u, v->group.last, "to")) return;
    read_contact c;
    contact_begin(&c, CASE_MESSAGE, "contact-verb", "write to", v->group);
    people_before(u, v->group.first, &c);
    people_after(u, v->group.last + 1, &c);
    if (c.with_count > 0) contact_keep(k, &c);
}

/* "carried messages between A and B", "carried the letters across the line" */
void contact_carry(collector *k, const read_verb *v) {
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
