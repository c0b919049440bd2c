/* SPDX-License-Identifier: Apache-2.0
 * Contacts: meetings, calls, visits, messages, hosting, shuttling.
 *
 * Verbs that are contacts by themselves ("met", "phoned", "flew to", "hosted",
 * "wrote to") give who from their subject and with whom from their object or a
 * phrase behind them; nouns ("a late-night meeting with Ban", "phone calls",
 * "in a letter to Hahn") take it from what hangs on them and from the subject
 * of their clause. Which of them took place or are arranged is decided in
 * contact_real.c; talking to reporters is none. */
#include "base/text.h"
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
    if (c->with_count == 0) return;
    read_range *last = &c->with[c->with_count - 1];
    for (int i = last->first + 1; i + 1 < last->last; i++) {
        bool event = unit_word(u, last->last - 1)->nouns >= 1U << NOUN_MEETING;
        if (!unit_is_any(u, i, "in at") || (!there && !event)) continue;
        bool place = !event && range_empty(c->place);
        if (place) c->place = (read_range){i + 1, last->last};
        last->last = i;
    }
}

static bool same_range(read_range a, read_range b) {
    return a.first == b.first && a.last == b.last;
}

/* Is somebody on both sides? Then what was found is no contact. */
static bool meets_itself(const read_contact *c) {
    for (int i = 0; i < c->who_count; i++) {
        for (int k = 0; k < c->with_count; k++) {
            if (same_range(c->who[i], c->with[k])) return true;
        }
    }
    return false;
}

/* Keeps a contact that has somebody in it, once for a cue. */
void contact_keep(collector *k, read_contact *c) {
    /* "conveyed it in a letter" is one message */
    int near = c->kind == CASE_MESSAGE ? 6 : 3;
    part_from_place(k->u, c);
    if (k->count == CONTACTS_MOST || heard_only(k->u, c)) return;
    if (c->who_count + c->with_count == 0 || meets_itself(c)) return;
    for (int i = 0; i < k->count; i++) {
        bool same = k->out[i].kind == c->kind &&
                    k->out[i].cue.first >= c->cue.first - near &&
                    k->out[i].cue.first <= c->cue.first + near;
        if (same) return;
    }
    k->out[k->count++] = *c;
}

int contact_skip_adverbs(const read_unit *u, int i) {
    while (unit_tag(u, i) == TAG_ADV)
        i++;
    return i;
}

/* Leaves out of a list what can't act: "met the deadline". */
static int keep_actors(const read_unit *u, read_range *list, int from,
                       int count) {
    int kept = from;
    for (int i = from; i < count; i++) {
        bool thing = unit_is_any(u, list[i].first,
                                 "something anything nothing everything it "
                                 "that this each everyone everybody nobody "
                                 "anyone someone");
        if (!thing && phrase_can_act(u, list[i])) list[kept++] = list[i];
    }
    return kept;
}

int contact_with(const read_unit *u, int i, read_contact *c) {
    int before = c->with_count, end = people_after(u, i, c);
    c->with_count = keep_actors(u, c->with, before, c->with_count);
    return end;
}

int contact_who(const read_unit *u, int i, read_contact *c) {
    read_contact other = {.who_count = 0};
    int end = contact_with(u, i, &other);
    for (int n = 0; n < other.with_count && c->who_count < CONTACT_WHO; n++)
        c->who[c->who_count++] = other.with[n];
    return end;
}

static void by_class(collector *k, const read_verb *v) {
    switch (v->sense->class) {
    case CLASS_MEET:
        contact_meet(k, v);
        break;
    case CLASS_PHONE:
        contact_phone(k, v);
        break;
    case CLASS_SPEAK:
        contact_speak(k, v);
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
    case CLASS_EXCHANGE:
        contact_exchange(k, v);
        break;
    case CLASS_HOST:
        contact_host(k, v);
        break;
    case CLASS_SHUTTLE:
        contact_shuttle(k, v);
        break;
    case CLASS_RECEIVE:
        contact_receive(k, v);
        break;
    default:
        break;
    }
}

/* Verbs that are a contact besides what their class says. */
static bool by_word(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    if (unit_is_any(u, v->at, "wrote write writes writing written")) {
        contact_write(k, v);
    } else if (unit_is_any(u, v->at, "called calls calling") &&
               v->sense->particle == NULL) {
        contact_call_up(k, v);
    } else if (unit_is_any(u, v->at, "called calls calling") &&
               text_same(v->sense->particle, "on")) {
        contact_call_on(k, v);
    } else if (unit_is_any(u, v->at, "brought brings")) {
        contact_bring_together(k, v);
    } else if (unit_is(u, v->at, "reached")) {
        contact_reach(k, v);
    } else if (text_same(v->sense->particle, "word")) {
        contact_send_word(k, v);
    } else if (unit_is_any(u, v->at, "welcomed welcomes welcoming")) {
        contact_welcome(k, v);
    } else if (unit_is_any(u, v->at, "invited invites")) {
        contact_invite(k, v);
    } else if (unit_is_any(u, v->at, "brief briefed briefs briefing")) {
        contact_meet(k, v);
    } else {
        return false;
    }
    return true;
}

static void by_verb(collector *k, const read_verb *given) {
    read_verb v = *given;
    bool telling = v.sense->class >= CLASS_MEET ||
                   text_same(v.sense->particle, "word") ||
                   unit_is_any(k->u, v.at,
                               "wrote write writes writing written called "
                               "calls calling brought brings reached invited "
                               "invites welcomed welcomes welcoming brief "
                               "briefed briefs briefing");
    if (!telling || !contact_verb_real(k->u, &v)) return;
    if (!by_word(k, &v)) by_class(k, &v);
}

int contacts_of(const read_unit *u, read_contact *out) {
    collector k = {u, out, 0};
    for (int i = 0; i < u->verb_count; i++)
        by_verb(&k, &u->verbs[i]);
    for (int i = u->first; i < u->last; i++) {
        if (unit_word(u, i)->nouns != 0) contact_noun(&k, i);
        contact_be_in(&k, i);
        contact_fixed(&k, i);
    }
    return k.count;
}
