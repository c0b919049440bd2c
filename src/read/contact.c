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

/* "will meet", "is to meet", "are due to meet": it is arranged. *v then has
 * its group from where its subject ends. */
static bool is_arranged(const read_unit *u, read_verb *v) {
    if (v->negated || v->passive) return false;
    if (v->modal) {
        return !v->infinitive && unit_is_any(u, v->group.first, "will 'll");
    }
    if (!v->infinitive) return false;
    int i = v->group.first - 1;
    if (unit_is_any(u, i, "due set scheduled")) i--;
    bool is = unit_tag(u, i) == TAG_BE && unit_finite(u, i);
    int outer;
    read_range who = subject_of(u, i, &outer);
    int head = phrase_head(u, who);
    bool somebody =
        !range_empty(who) &&
        (unit_tag(u, head) != TAG_NOUN || unit_noun(u, head, NOUN_ROLE) ||
         unit_noun(u, head, NOUN_PERSON) || unit_noun(u, head, NOUN_GROUP));
    if (!is || !somebody || unit_tag(u, i - 1) == TAG_NOT) return false;
    v->group.first = i;
    return true;
}

static bool happened(const read_verb *v) {
    if (v->modal || v->negated || v->infinitive) return false;
    return v->finite || v->gerund;
}

int contact_skip_adverbs(const read_unit *u, int i) {
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
    int i = contact_skip_adverbs(u, v->group.last);
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
    int i = contact_skip_adverbs(k->u, v->group.last);
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
    bool several = c.who_count == 1 && meet_each_other(u, c.who[0]);
    if (c.who_count + c.with_count > 1 || several) contact_keep(k, &c);
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

static void by_verb(collector *k, const read_verb *given) {
    read_verb copy = *given, *v = &copy;
    if (!happened(v) && !is_arranged(k->u, v)) return;
    if (unit_is_any(k->u, v->at, "wrote write writes writing written")) {
        contact_write(k, v);
        return;
    }
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
        contact_visit(k, v);
        break;
    case CLASS_SEND:
        contact_send(k, v);
        break;
    case CLASS_CARRY:
        contact_carry(k, v);
        break;
    case CLASS_HOST:
        verb_host(k, v);
        break;
    case CLASS_SHUTTLE:
        verb_shuttle(k, v);
        break;
    case CLASS_RECEIVE:
        verb_receive(k, v);
        contact_receive_letter(k, v);
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
        contact_be_in(&k, i);
    }
    return k.count;
}
