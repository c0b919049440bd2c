/* SPDX-License-Identifier: Apache-2.0
 * Messages: who sent, handed, carried or wrote what to whom. The object must be
 * something that is sent: a letter, a note, an offer, an answer; what is
 * conveyed, relayed or passed on may be anything said ("her words"). An envoy
 * who is sent is a visit. */
#include "read/contact_int.h"
#include "read/phrase_int.h"

static bool is_letter(const read_unit *u, int i) {
    bool sent = unit_noun(u, i, NOUN_LETTER) ||
                unit_is_any(u, i,
                            "answer answers word words demands list lists "
                            "document draft drafts plan plans terms paper "
                            "papers invitation invitations request "
                            "counter-proposal petition map maps text email "
                            "emails e-mail memo summons cable");
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

/* "to both capitals", "across the line to" from i on, as the other side. */
static void sent_to(const read_unit *u, int i, read_contact *c) {
    contact_args a = contact_args_from(u, i);
    int to = a.to > 0 ? a.to : a.between;
    if (to > 0) people_after(u, to, c);
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

/* "the text had been delivered to both sides by a monk", "the envoy was handed
 * a note by the front" */
static void sent_passive(collector *k, const read_verb *v, read_contact *c) {
    const read_unit *u = k->u;
    contact_args a = contact_args_from(u, v->group.last);
    int outer;
    read_range what = subject_of(u, v->group.first, &outer);
    if (range_empty(what)) return;
    if (is_letter(u, phrase_head(u, what))) {
        /* "the letter to the elders was delivered" */
        contact_args hung = contact_args_from(u, phrase_head(u, what) + 1);
        if (hung.to > 0 && hung.to < v->group.first) {
            people_after(u, hung.to, c);
        }
        if (a.to > 0) people_after(u, a.to, c);
        if (a.by == 0) sender_of(u, what, c);
    } else {
        if (letter_after(u, v->group.last) < 0) return;
        c->with[c->with_count++] = what;
    }
    if (a.by > 0) contact_who(u, a.by, c);
    contact_keep(k, c);
}

/* "sent an envoy to Tamba" */
static bool sends_envoy(const read_unit *u, read_range object) {
    return !range_empty(object) &&
           unit_is_any(u, phrase_head(u, object),
                       "envoy envoys emissary emissaries delegation "
                       "delegations negotiator negotiators mediator mediators "
                       "representative representatives mission team");
}

void contact_send(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_contact c;
    contact_begin(&c, CASE_MESSAGE, "contact-verb", v->sense->lemma, v->group);
    if (v->passive) {
        sent_passive(k, v, &c);
        return;
    }
    contact_args a = contact_args_from(u, v->group.last);
    if (sends_envoy(u, a.object)) {
        c.kind = CASE_VISIT;
        people_before(u, v->group.first, &c);
        if (a.to > 0) people_after(u, a.to, &c);
        if (a.to > 0) contact_keep(k, &c);
        return;
    }
    int letter = letter_after(u, v->group.last);
    if (letter < 0) return;
    people_before(u, v->group.first, &c);
    read_range first = phrase_core(u, v->group.last);
    bool person = !range_empty(first) && first.last <= letter;
    if (person) people_after(u, v->group.last, &c); /* "handed him a note" */
    if (c.with_count == 0) sent_to(u, letter + 1, &c);
    contact_keep(k, &c);
}

/* "wrote to both capitals", "wrote me a letter" */
void contact_write(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    if (v->passive) return;
    if (v->sense->particle != NULL) { /* "wrote back" */
        read_contact c;
        contact_begin(&c, CASE_MESSAGE, "contact-verb", "write", v->group);
        people_before(u, v->group.first, &c);
        if (c.who_count > 0) contact_keep(k, &c);
        return;
    }
    contact_args a = contact_args_from(u, v->group.last);
    int letter = letter_after(u, v->group.last);
    int to =
        unit_is(u, contact_skip_adverbs(u, v->group.last), "to") || letter >= 0
            ? a.to
            : 0;
    read_contact c;
    contact_begin(&c, CASE_MESSAGE, "contact-verb", "write to", v->group);
    people_before(u, v->group.first, &c);
    bool given = letter > v->group.last && a.object.last <= letter &&
                 phrase_can_act(u, a.object);
    if (given) people_after(u, v->group.last, &c);
    if (to > 0) people_after(u, to, &c);
    if (c.with_count > 0) contact_keep(k, &c);
}

void contact_send_word(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    contact_args a = contact_args_from(u, v->group.last);
    read_contact c;
    contact_begin(&c, CASE_MESSAGE, "contact-verb", "send word", v->group);
    people_before(u, v->group.first, &c);
    if (a.to > 0) contact_with(u, a.to, &c);
    if (c.who_count > 0) contact_keep(k, &c);
}

/* "carried messages between A and B", "relayed her words to the kidnappers" */
void contact_carry(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    contact_args a = contact_args_from(u, v->group.last);
    bool anything = unit_is_any(u, v->at,
                                "convey conveyed conveys conveying relay "
                                "relayed relays relaying transmit transmitted");
    int letter = letter_after(u, v->group.last);
    if (v->passive) {
        contact_send(k, v);
        return;
    }
    read_contact c;
    contact_begin(&c, CASE_MESSAGE, "contact-verb", v->sense->lemma, v->group);
    people_before(u, v->group.first, &c);
    if (a.between > 0) contact_with(u, a.between, &c);
    if (a.to > 0) contact_with(u, a.to, &c);
    if (a.from > 0 && letter >= 0) contact_with(u, a.from, &c);
    bool post =
        letter >= 0 && unit_is_any(u, letter,
                                   "letter letters message messages "
                                   "note notes offers proposal proposals");
    bool reached = (anything || letter >= 0) && c.with_count > 0;
    if (post || reached) contact_keep(k, &c);
}

/* "the two sides exchanged letters", "A exchanged notes with B" */
void contact_exchange(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    contact_args a = contact_args_from(u, v->group.last);
    int letter = letter_after(u, v->group.last);
    if (v->passive || letter < 0 || !unit_noun(u, letter, NOUN_LETTER)) return;
    read_contact c;
    contact_begin(&c, CASE_MESSAGE, "contact-verb", "exchange", v->group);
    people_before(u, v->group.first, &c);
    if (a.with > 0) contact_with(u, a.with, &c);
    if (c.who_count > 0) contact_keep(k, &c);
}
