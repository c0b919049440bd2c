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
                            "emails e-mail memo summons cable appeal");
    bool again =
        unit_is_any(u, i, "one ones copy copies") &&
        (unit_tag(u, i - 1) == TAG_ADJ || unit_tag(u, i - 1) == TAG_DET);
    if (again) return true; /* "the most recent one" */
    return sent && unit_tag(u, i) != TAG_VB && unit_tag(u, i) != TAG_VBZ &&
           unit_tag(u, i) != TAG_VBD;
}

/* "the most recent [one]", "it": what has been told of before. */
static bool is_letter_again(const read_unit *u, int i) {
    return unit_is(u, i, "it");
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
    if (a.to > 0 && v->group.first < v->at && phrase_can_act(u, what)) {
        contact_taken(k, v); /* "was sent to Syria" */
        return;
    }
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
    bool reduced = v->group.first == v->at; /* "a plan presented by" */
    if (!reduced || c->with_count > 0) contact_keep(k, c);
}

/* "sent an envoy to Tamba" */
static bool sends_envoy(const read_unit *u, read_range object) {
    return !range_empty(object) &&
           unit_is_any(u, phrase_head(u, object),
                       "envoy envoys emissary emissaries delegation "
                       "delegations negotiator negotiators mediator mediators "
                       "representative representatives mission team");
}

/* "delivered the most recent one", "sent it to them": what has no name of its
 * own, to somebody. */
static void sent_again(collector *k, const read_verb *v,
                       const contact_args *a) {
    const read_unit *u = k->u;
    bool again =
        !range_empty(a->object) && is_letter_again(u, a->object.last - 1);
    if (!again) return;
    read_contact c;
    contact_begin(&c, CASE_MESSAGE, "contact-verb", v->sense->lemma, v->group);
    people_before(u, v->group.first, &c);
    if (a->to > 0) contact_with(u, a->to, &c);
    bool delivered = unit_is_any(u, v->at, "delivered delivers");
    if (c.with_count > 0 || delivered) contact_keep(k, &c);
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
        contact_who(u, a.object.first, &c);
        if (a.to > 0) people_after(u, a.to, &c);
        if (a.to > 0) contact_keep(k, &c);
        return;
    }
    int letter = letter_after(u, v->group.last);
    if (unit_is(u, v->group.last, "no")) return; /* "sent no letter" */
    if (letter < 0) {
        sent_again(k, v, &a);
        return;
    }
    people_before(u, v->group.first, &c);
    read_range first = phrase_core(u, v->group.last);
    bool person = !range_empty(first) && first.last <= letter;
    if (person) people_after(u, v->group.last, &c); /* "handed him a note" */
    if (c.with_count == 0) sent_to(u, letter + 1, &c);
    contact_keep(k, &c);
}

/* Papers, and nothing else that one may give: not "an answer", "terms". */
static bool gives_paper(const read_unit *u, int i) {
    return unit_is_any(
        u, i,
        "letter letters note notes list lists document documents "
        "draft drafts map maps copy copies memo memorandum "
        "message messages envelope text petition");
}

/* "gave a dinner for the strikers" */
static bool gives_meal(collector *k, const read_verb *v,
                       const contact_args *a) {
    const read_unit *u = k->u;
    bool meal = !range_empty(a->object) && a->whom > 0 &&
                unit_noun(u, phrase_head(u, a->object), NOUN_MEAL);
    if (v->passive || !meal) return false;
    read_contact c;
    contact_begin(&c, CASE_HOSTING, "contact-verb", "give", v->group);
    people_before(u, v->group.first, &c);
    contact_with(u, a->whom, &c);
    if (c.who_count > 0) contact_keep(k, &c);
    return true;
}

void contact_give(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    int letter = letter_after(u, v->group.last);
    contact_args a = contact_args_from(u, v->group.last);
    if (gives_meal(k, v, &a)) return;
    bool paper = letter >= 0 ? gives_paper(u, letter)
                             : !range_empty(a.object) &&
                                   gives_paper(u, phrase_head(u, a.object));
    if (paper && v->sense->particle == NULL) contact_send(k, v);
}

/* "left Accra for Abuja" */
static void left_for(collector *k, const read_verb *v, const contact_args *a) {
    const read_unit *u = k->u;
    bool places = unit_tag(u, a->object.first) == TAG_PROPER &&
                  unit_tag(u, a->whom) == TAG_PROPER;
    if (v->passive || !places) return;
    read_contact c;
    contact_begin(&c, CASE_VISIT, "contact-verb", "leave", v->group);
    people_before(u, v->group.first, &c);
    c.place = phrase_core(u, a->whom);
    if (c.who_count > 0) contact_keep(k, &c);
}

void contact_leave(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    contact_args a = contact_args_from(u, v->group.last);
    if (!range_empty(a.object) && a.whom > 0) left_for(k, v, &a);
    bool left = !range_empty(a.object) &&
                unit_is_any(u, phrase_head(u, a.object),
                            "message messages note letter") &&
                a.whom + a.with > 0;
    if (v->passive || !left) return;
    read_contact c;
    contact_begin(&c, CASE_MESSAGE, "contact-verb", "leave", v->group);
    people_before(u, v->group.first, &c);
    contact_with(u, a.whom > 0 ? a.whom : a.with, &c);
    if (c.who_count > 0) contact_keep(k, &c);
}

/* "A letter from the bishop to the company [arrived]": the subject, if it is a
 * letter, with all that hangs on it. */
static read_range letter_subject(const read_unit *u, const read_verb *v) {
    enum { HANG = 4 };
    int outer;
    read_range what = subject_of(u, v->group.first, &outer);
    for (int round = 0; round < HANG && !range_empty(what); round++) {
        read_tag before = unit_tag(u, what.first - 1);
        if (is_letter(u, phrase_head(u, what))) return what;
        if (before != TAG_PREP && before != TAG_TO) break;
        read_range on = phrase_before(u, what.first - 1);
        if (range_empty(on)) break;
        what.first = on.first;
    }
    return (read_range){0, 0};
}

bool contact_letter_came(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_range what = letter_subject(u, v);
    if (range_empty(what)) return false;
    int letter = phrase_head(u, what);
    read_contact c;
    contact_begin(&c, CASE_MESSAGE, "contact-verb", v->sense->lemma,
                  (read_range){letter, letter + 1});
    contact_args a = contact_args_from(u, v->group.last);
    contact_args hung = contact_args_from(u, letter + 1);
    if (hung.from > 0) contact_who(u, hung.from, &c);
    if (hung.from == 0) sender_of(u, what, &c);
    if (hung.to > 0 && hung.to < what.last) contact_with(u, hung.to, &c);
    if (!range_empty(a.object)) contact_with(u, a.object.first, &c);
    if (a.from > 0) contact_who(u, a.from, &c);
    contact_keep(k, &c);
    return true;
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

/* "the two sides exchanged letters", "A exchanged views with B" */
void contact_exchange(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    contact_args a = contact_args_from(u, v->group.last);
    int letter = letter_after(u, v->group.last);
    bool views = !range_empty(a.object) &&
                 unit_is_any(u, phrase_head(u, a.object),
                             "views ideas words pleasantries assessments");
    bool letters = letter >= 0 && unit_noun(u, letter, NOUN_LETTER);
    if (v->passive || (!letters && !views)) return;
    read_contact c;
    contact_begin(&c, letters ? CASE_MESSAGE : CASE_MEETING, "contact-verb",
                  "exchange", v->group);
    people_before(u, v->group.first, &c);
    if (a.with > 0) contact_with(u, a.with, &c);
    if (c.who_count > 0 && (letters || a.with > 0)) contact_keep(k, &c);
}
