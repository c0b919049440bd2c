/* SPDX-License-Identifier: Apache-2.0
 * Contacts that a noun names: "a late-night meeting with Ban", "phone calls",
 * "in a letter to Hahn", "a visit to Pell". Who is the subject of the clause;
 * what is only wished for ("calls for a meeting", "no meeting", "to hold a
 * meeting") doesn't count. */
#include "read/contact_int.h"

/* Words before a noun that make it no event: "calls for a meeting", "no
 * meeting", "to hold a meeting", "proposed a meeting". */
static bool only_wished(const read_unit *u, int i) {
    enum { NEAR = 8 };
    for (int k = i - 1; k >= u->first && k > i - NEAR; k--) {
        read_tag tag = unit_tag(u, k);
        if (tag == TAG_COMMA || tag == TAG_STOP || tag == TAG_CLOSE) break;
        if (tag == TAG_MODAL || tag == TAG_NOT) return true;
        if (tag == TAG_VB && unit_tag(u, k - 1) == TAG_TO) return true;
        if (unit_is_any(u, k,
                        "no any refused refuses demanded demands "
                        "proposed proposes requested sought planned "
                        "plans cancelled canceled expected")) {
            return true;
        }
        if (unit_finite(u, k)) break;
    }
    return false;
}

static bool held_before(const read_unit *u, int i) {
    for (int k = i - 1; k >= u->first && k > i - 6; k--) {
        if (unit_is_any(u, k,
                        "held hold holds holding had began started "
                        "opened having concluded conducted")) {
            return true;
        }
        if (unit_finite(u, k)) break;
    }
    return false;
}

/* "talks between A and B [resumed]": what only an event does. */
static bool took_place(const read_unit *u, int i) {
    enum { NEAR = 16 };
    for (int k = i; k < i + NEAR && k < u->last; k++) {
        if (u->p->tokens[k].quote != 0) return false;
        if (unit_is_any(u, k,
                        "resumed began opened ended lasted concluded "
                        "continued broke collapsed took followed closed "
                        "adjourned held")) {
            return !unit_is_any(u, k - 1,
                                "would could should may might not to");
        }
    }
    return false;
}

/* "Kline's [meeting]" */
static read_range noun_owner(const read_unit *u, int i) {
    int k = i - 1;
    while (unit_tag(u, k) == TAG_ADJ || unit_tag(u, k) == TAG_NUM)
        k--;
    if (unit_tag(u, k) != TAG_APOSTROPHE) return (read_range){0, 0};
    return phrase_before(u, k);
}

static void meeting_with(collector *k, int i, int from, read_contact *c) {
    const read_unit *u = k->u;
    read_range owner = noun_owner(u, i);
    if (range_empty(owner)) {
        people_of_clause(u, i, c);
    } else {
        c->who[c->who_count++] = owner;
    }
    c->place = people_place(u, people_after(u, from, c));
    contact_keep(k, c);
}

static void meeting_between(collector *k, int i, read_contact *c) {
    const read_unit *u = k->u;
    int end = unit_is(u, i + 1, "of") ? people_after(u, i + 2, c)
                                      : people_between(u, i + 2, c);
    c->place = people_place(u, end);
    if (range_empty(c->place) && unit_finite(u, end)) {
        c->place = people_place(u, end + 1);
    }
    contact_keep(k, c);
}

/* "At a meeting in Pell on Friday, Dole and Stirk agreed" */
static void meeting_opens(collector *k, int i, read_contact *c) {
    const read_unit *u = k->u;
    bool opens = unit_is_any(u, u->first, "at during after") &&
                 i < u->first + 5 && unit_is_any(u, i + 1, "in at on");
    if (!opens) return;
    people_of_clause(u, i, c);
    c->place = people_place(u, i + 1);
    if (c->who_count > 1) contact_keep(k, c);
}

static void noun_meeting(collector *k, int i) {
    const read_unit *u = k->u;
    bool talks = unit_is_any(u, i, "talks talk discussions discussion");
    bool with = unit_is(u, i + 1, "with");
    bool between = unit_is_any(u, i + 1, "of between");
    int date = skip_date(u, i + 1);
    if (!with && unit_is(u, date, "with")) with = true;
    if (talks && with && !held_before(u, i)) return;
    if (talks && !with && !(between && took_place(u, i + 2))) return;
    if (only_wished(u, i)) return;
    read_contact c;
    contact_begin(&c, CASE_MEETING, "contact-noun", unit_word(u, i)->text,
                  (read_range){i, i + 1});
    if (with) {
        int from = unit_is(u, i + 1, "with") ? i + 2 : date + 1;
        meeting_with(k, i, from, &c);
    } else if (between) {
        meeting_between(k, i, &c);
    } else {
        meeting_opens(k, i, &c);
    }
}

static void noun_call(collector *k, int i) {
    const read_unit *u = k->u;
    bool phone = unit_is_any(u, i - 1, "phone telephone video");
    bool made = unit_is_any(u, i - 2, "placed made placing making") ||
                unit_is_any(u, i - 1, "placed made placing making") ||
                unit_is_any(u, i - 3, "placed made placing making");
    bool with = unit_is(u, i + 1, "with");
    bool to = unit_is(u, i + 1, "to") && unit_tag(u, i + 2) != TAG_VB;
    if ((!phone && !made && !with) || only_wished(u, i)) return;
    read_contact c;
    contact_begin(&c, CASE_CALL, "contact-noun", unit_word(u, i)->text,
                  (read_range){phone ? i - 1 : i, i + 1});
    people_of_clause(u, i, &c);
    if (with || to) people_after(u, i + 2, &c);
    if (unit_is(u, i + 1, "between")) {
        c.who_count = 0;
        people_between(u, i + 2, &c);
    }
    contact_keep(k, &c);
}

/* "in a letter to Hahn", "the union's letter", "the offer to Hamas, made
 * through intermediaries" */
static void noun_letter(collector *k, int i) {
    const read_unit *u = k->u;
    bool letter = unit_is_any(u, i,
                              "letter letters message messages note "
                              "telegram notes");
    bool to = unit_is(u, i + 1, "to") && unit_tag(u, i + 2) != TAG_VB;
    bool through = false;
    for (int n = i + 1; n < i + 8; n++) {
        through = through || unit_is_any(u, n, "through via intermediaries");
    }
    bool owned = letter && unit_tag(u, i - 1) == TAG_APOSTROPHE;
    bool own = letter && unit_tag(u, i - 1) == TAG_POSS;
    if (!(letter && to) && !(to && through) && !owned) return;
    if (only_wished(u, i)) return;
    read_contact c;
    contact_begin(&c, CASE_MESSAGE, "contact-noun", unit_word(u, i)->text,
                  (read_range){i, i + 1});
    if (owned) {
        read_range owner = phrase_before(u, i - 1);
        if (!range_empty(owner)) c.who[c.who_count++] = owner;
    } else if (own) {
        c.who[c.who_count++] = (read_range){i - 1, i};
    } else if (letter) {
        people_of_clause(u, i, &c);
    }
    if (to) people_after(u, i + 2, &c);
    contact_keep(k, &c);
}

static void noun_visit(collector *k, int i) {
    const read_unit *u = k->u;
    if (!unit_is(u, i + 1, "to") || only_wished(u, i)) return;
    if (!unit_is_any(u, i - 1, "a his her their official surprise short")) {
        return;
    }
    read_contact c;
    contact_begin(&c, CASE_VISIT, "contact-noun", "visit",
                  (read_range){i, i + 1});
    people_of_clause(u, i, &c);
    c.place = phrase_core(u, i + 2);
    if (c.who_count > 0 && !range_empty(c.place)) contact_keep(k, &c);
}

void contact_noun(collector *k, int i) {
    const read_unit *u = k->u;
    if (unit_tag(u, i) != TAG_NOUN || u->p->tokens[i].quote != 0) return;
    if (unit_noun(u, i, NOUN_MEETING) || unit_noun(u, i, NOUN_MEAL)) {
        noun_meeting(k, i);
    } else if (unit_noun(u, i, NOUN_CALL)) {
        noun_call(k, i);
    } else if (unit_noun(u, i, NOUN_VISIT)) {
        noun_visit(k, i);
    }
    if (unit_noun(u, i, NOUN_LETTER)) noun_letter(k, i);
}
