/* SPDX-License-Identifier: Apache-2.0
 * Contacts that a noun names: "a late-night meeting with Ban", "phone calls",
 * "in a letter to Hahn", "a visit to Pell".
 *
 * Who takes part hangs on the noun ("Kline's meeting with", "a call between A
 * and B", "a visit by Vahl to Nuray", "a letter from the bishop") or is the
 * subject of the clause that the noun stands in; of a meeting, call or letter
 * that something was told in ("told the cabinet in a memo") also its object.
 * Whether it took place is asked of contact_real.c. */
#include "read/contact_int.h"

/* A contact of a noun while it is put together. */
typedef struct noun_event {
    const read_unit *u;
    int noun, first; /* first: of its phrase */
    contact_standing stands;
    contact_args hangs;
    read_contact c;
} noun_event;

/* "Kline's [meeting]", "his [meeting]" */
static read_range owner_of(const noun_event *e) {
    const read_unit *u = e->u;
    for (int i = e->noun - 1; i >= e->first; i--) {
        if (unit_tag(u, i) == TAG_APOSTROPHE) {
            return (read_range){e->first, i};
        }
    }
    bool own = unit_tag(u, e->first) == TAG_POSS;
    return own ? (read_range){e->first, e->first + 1} : (read_range){0, 0};
}

static bool is_new(const noun_event *e) {
    return unit_is_any(e->u, e->first, "a an two three four several") ||
           unit_tag(e->u, e->first) == TAG_NUM ||
           unit_tag(e->u, e->first) == TAG_ADJ ||
           unit_tag(e->u, e->first) == TAG_NOUN;
}

/* Does the verb at i tell somebody something? "thanked" doesn't. */
static bool tells(const read_unit *u, int i) {
    const lexicon_sense *s = unit_word(u, i)->senses;
    return s != NULL && (s->frames & (FRAME_ADDR | FRAME_ASK)) != 0;
}

/* The object of the verb that the noun stands behind: "told [the cabinet] in a
 * memo". */
static void told_whom(noun_event *e) {
    enum { NEAR = 14 };
    const read_unit *u = e->u;
    bool opens = e->first <= u->first + 2;
    for (int i = e->noun; opens && i < u->last && i < e->noun + 2 * NEAR; i++) {
        if (unit_tag(u, i) != TAG_VBD || unit_tag(u, i - 1) == TAG_COMMA)
            continue;
        contact_args a = contact_args_from(u, i + 1);
        if (range_empty(a.object) || !tells(u, i)) continue;
        contact_with(u, i + 1, &e->c);
        return;
    }
    for (int i = e->first - 1; i > e->first - NEAR && i >= u->first; i--) {
        read_tag tag = unit_tag(u, i);
        bool comma = tag == TAG_COMMA && i < e->first - 2;
        if (tag == TAG_STOP || comma) return;
        if (tag != TAG_VBD && tag != TAG_VBZ && tag != TAG_VBN) continue;
        contact_args a = contact_args_from(u, i + 1);
        bool told = !range_empty(a.object) && a.object.last <= e->first;
        if (told && tells(u, i)) contact_with(u, i + 1, &e->c);
        bool to = !told && a.to > 0 && a.to < e->first &&
                  unit_is_any(u, i,
                              "replied replies responded responds wrote "
                              "complained appealed apologised said");
        if (to) contact_with(u, a.to, &e->c); /* "replied to X in a letter" */
        return;
    }
}

/* Who acts: the owner, who it is "by" or "from", or the clause's subject. */
static void take_actor(noun_event *e) {
    read_range owner = owner_of(e);
    if (e->hangs.by > 0) {
        contact_who(e->u, e->hangs.by, &e->c);
    } else if (!range_empty(owner)) {
        /* "kept up his calls": whose the clause is, before whom "his" may mean
         */
        bool his = unit_tag(e->u, owner.first) == TAG_POSS &&
                   owner.last == owner.first + 1;
        if (his && e->stands != STANDS_SUBJECT) {
            people_of_clause(e->u, e->first, &e->c);
        }
        if (e->c.who_count == 0) e->c.who[e->c.who_count++] = owner;
    } else if (e->stands != STANDS_SUBJECT) {
        people_of_clause(e->u, e->first, &e->c);
    }
}

static void take_between(noun_event *e) {
    int i = e->hangs.between > 0 ? e->hangs.between : e->hangs.of;
    e->c.who_count = 0;
    people_between(e->u, i, &e->c);
}

static void keep(collector *k, noun_event *e) {
    int i = e->hangs.at > 0 ? e->hangs.at - 1 : 0;
    if (i == 0 && unit_finite(k->u, e->hangs.end)) i = e->hangs.end + 1;
    if (i > 0) e->c.place = people_place(k->u, i);
    contact_keep(k, &e->c);
}

/* "the two sides [held talks]": of what has no "with". */
static bool held_by_several(const noun_event *e) {
    return e->c.who_count > 1 ||
           (e->c.who_count == 1 &&
            (people_several(e->u, e->c.who[0]) || e->c.with_count > 0));
}

/* "a session [attended by] the delegations", "a dinner at which [A and B]
 * argued": who came, or 0. */
static int attended_by(const noun_event *e) {
    enum { NEAR = 14 };
    const read_unit *u = e->u;
    int which = e->noun + 2;
    bool at_which = unit_is_any(u, e->noun + 1, "at during in") &&
                    unit_is(u, which, "which");
    if (at_which) return which + 1;
    for (int i = e->noun + 1; i < e->noun + NEAR && i < u->last; i++) {
        if (unit_tag(u, i) == TAG_STOP) return 0;
        bool came =
            unit_is_any(u, i, "attended joined") && unit_is(u, i + 1, "by");
        if (came) return i + 2;
    }
    return 0;
}

/* "Talks concluded in Brussels between A and B": what hangs on the verb. */
static void take_late_args(noun_event *e) {
    const read_unit *u = e->u;
    int i = e->hangs.end;
    bool sided = e->hangs.between + e->hangs.with + e->hangs.of > 0;
    if (e->stands != STANDS_SUBJECT || sided || !unit_finite(u, i)) return;
    while (unit_finite(u, i) || unit_tag(u, i) == TAG_BE ||
           unit_tag(u, i) == TAG_ADV || unit_tag(u, i) == TAG_VBN ||
           unit_tag(u, i) == TAG_VB) {
        i++;
    }
    if (unit_is(u, i, "place")) i++; /* "took place" */
    contact_args late = contact_args_from(u, i);
    e->hangs.between = late.between;
    if (late.between == 0) e->hangs.with = late.with;
}

static void noun_meeting(collector *k, noun_event *e) {
    take_late_args(e);
    bool talks =
        unit_noun(e->u, e->noun, NOUN_TALKS) ||
        (unit_is(e->u, e->noun, "round") && unit_is(e->u, e->noun + 1, "of"));
    bool phone = unit_is_any(e->u, e->noun - 1,
                             "phone telephone video conference satellite");
    if (phone) e->c.kind = CASE_CALL; /* "held phone talks" */
    bool between = e->hangs.between > 0;
    if (!between && e->hangs.of > 0 && e->hangs.with == 0) {
        read_range of = phrase_after(e->u, e->hangs.of);
        between = !range_empty(of) && phrase_can_act(e->u, of);
    }
    bool coming = talks && e->stands == STANDS_SUBJECT &&
                  unit_is_any(e->u, e->hangs.end, "will are is");
    if (between && !coming) {
        take_between(e);
        keep(k, e);
        return;
    }
    int come = attended_by(e);
    if (come > 0) {
        contact_who(e->u, come, &e->c);
        keep(k, e);
        return;
    }
    take_actor(e);
    if (e->hangs.with > 0) {
        contact_with(e->u, e->hangs.with, &e->c);
        bool told = talks && e->stands == STANDS_SUBJECT && e->c.who_count == 0;
        if (e->c.with_count > 0 && !told) keep(k, e);
        return;
    }
    if (e->stands == STANDS_SUBJECT) return;
    bool out = talks && e->stands == STANDS_AROUND &&
               !unit_is(e->u, e->first - 1, "in");
    if (out) return; /* "walked out of talks" */
    if (e->stands == STANDS_AROUND && is_new(e) && !talks) told_whom(e);
    bool meal = unit_noun(e->u, e->noun, NOUN_MEAL);
    bool one = !talks && !meal && e->stands == STANDS_AROUND &&
               e->c.who_count > 0 && unit_is_any(e->u, e->first, "a an");
    if (held_by_several(e) || one) keep(k, e);
}

/* "placed a call", "took a call" */
static bool is_placed(const noun_event *e) {
    for (int n = e->first - 1; n > e->first - 3; n--) {
        if (unit_is_any(e->u, n, "placed made placing making took received")) {
            return true;
        }
    }
    return false;
}

/* "paid a call on the bishop" */
static bool noun_call_paid(collector *k, noun_event *e) {
    bool paid = unit_is_any(e->u, e->first - 1, "paid pays");
    if (!paid || e->hangs.at == 0) return false;
    e->c.kind = CASE_VISIT;
    take_actor(e);
    contact_with(e->u, e->hangs.at, &e->c);
    if (e->c.with_count > 0) contact_keep(k, &e->c);
    return true;
}

static void take_callers(noun_event *e) {
    const read_unit *u = e->u;
    if (e->hangs.between > 0) {
        take_between(e);
    } else if (e->hangs.from > 0) {
        contact_who(u, e->hangs.from, &e->c);
        read_contact other = {.who_count = 0};
        people_of_clause(u, e->first, &other);
        if (other.who_count > 0) e->c.with[e->c.with_count++] = other.who[0];
    } else {
        take_actor(e);
        if (e->hangs.with > 0) contact_with(u, e->hangs.with, &e->c);
        if (e->hangs.to > 0) contact_with(u, e->hangs.to, &e->c);
        if (e->c.with_count == 0 && is_new(e)) told_whom(e);
    }
}

/* "a phone call", "placed a call", "calls to both capitals", "got a call from";
 * not "a call for restraint". A conversation is a call only by telephone. */
static void noun_call(collector *k, noun_event *e) {
    const read_unit *u = e->u;
    int i = e->noun;
    bool phone =
        unit_is_any(u, i - 1, "phone telephone video conference satellite") ||
        unit_is_any(u, i, "videoconference teleconference");
    if (!phone && unit_is_any(u, i, "conversation conversations")) {
        e->c.kind = CASE_MEETING;
        noun_meeting(k, e);
        return;
    }
    if (!phone && unit_is_any(u, i, "conference conferences")) return;
    if (phone && unit_is_any(u, i - 1, "by via")) return; /* a means */
    if (noun_call_paid(k, e)) return;
    bool sided = e->hangs.with > 0 || e->hangs.between > 0;
    bool held = phone || sided || is_placed(e);
    if (unit_is(u, i + 1, "for") || !held) return;
    if (phone) e->c.cue.first = i - 1;
    take_callers(e);
    keep(k, e);
}

/* "the offer to Hamas, made through intermediaries": it was sent. */
static bool sent_through(const read_unit *u, int noun) {
    enum { NEAR = 8 };
    if (!unit_noun(u, noun, NOUN_LETTER) || !unit_is(u, noun + 1, "to") ||
        unit_tag(u, noun + 2) == TAG_VB) {
        return false;
    }
    for (int i = noun + 1; i < noun + NEAR; i++) {
        if (unit_is_any(u, i, "through via intermediaries")) return true;
    }
    return false;
}

/* "in a letter to Hahn", "the union's letter", "a letter from the bishop to the
 * company" */
static void noun_letter(collector *k, noun_event *e) {
    const read_unit *u = e->u;
    bool letter = unit_is_any(u, e->noun,
                              "letter letters message messages note notes "
                              "telegram memo memorandum cable cables email "
                              "emails e-mail e-mails missive reply replies "
                              "communication dispatch fax");
    bool owned = !range_empty(owner_of(e));
    int to = e->hangs.to > 0 ? e->hangs.to : e->hangs.whom;
    if (!letter && !sent_through(u, e->noun)) return;
    if (e->hangs.from > 0) {
        contact_who(u, e->hangs.from, &e->c);
    } else if (owned || to > 0 || e->stands == STANDS_AROUND) {
        take_actor(e);
    }
    if (e->hangs.to > 0) people_after(u, e->hangs.to, &e->c);
    if (e->hangs.to == 0 && to > 0) contact_with(u, to, &e->c);
    bool around = e->stands == STANDS_AROUND && is_new(e);
    if (e->c.with_count == 0 && around) told_whom(e);
    bool got = e->hangs.from > 0 && e->stands == STANDS_OBJECT &&
               unit_is_any(u, e->first - 1,
                           "received receives receiving got gets getting had "
                           "obtained");
    if (got && e->c.with_count == 0) {
        read_contact other = {.who_count = 0};
        people_of_clause(u, e->first, &other);
        if (other.who_count > 0) e->c.with[e->c.with_count++] = other.who[0];
    }
    bool told = owned || e->hangs.from > 0 || e->c.with_count > 0;
    if (told) contact_keep(k, &e->c);
}

/* "on a visit to Pell", "Orrel's trip to Moru", "a visit by Vahl" */
static void noun_visit(collector *k, noun_event *e) {
    const read_unit *u = e->u;
    bool leads = e->hangs.to > 0 || e->hangs.of > 0 || e->hangs.at > 0;
    if (!leads && e->hangs.by == 0) return;
    take_actor(e);
    int to = e->hangs.to > 0   ? e->hangs.to
             : e->hangs.of > 0 ? e->hangs.of
                               : e->hangs.at;
    if (to > 0) e->c.place = phrase_core(u, to);
    if (e->hangs.with > 0) contact_with(u, e->hangs.with, &e->c);
    bool somebody = e->c.who_count > 0 && phrase_can_act(u, e->c.who[0]);
    if (somebody) contact_keep(k, &e->c);
}

void contact_noun(collector *k, int i) {
    const read_unit *u = k->u;
    enum {
        KINDS = 1 << NOUN_MEETING | 1 << NOUN_MEAL | 1 << NOUN_TALKS |
                1 << NOUN_CALL | 1 << NOUN_VISIT | 1 << NOUN_LETTER
    };
    if (unit_tag(u, i) != TAG_NOUN || (unit_word(u, i)->nouns & KINDS) == 0) {
        return;
    }
    if (unit_tag(u, i + 1) == TAG_NOUN) return; /* "meeting place" */
    bool views = unit_is(u, i + 1, "of") || unit_is(u, i + 1, "with");
    if (unit_is_any(u, i, "exchange exchanges") && !views) return;
    noun_event e = {.u = u, .noun = i, .stands = contact_noun_stands(u, i)};
    if (e.stands == STANDS_NOT && !sent_through(u, i)) return;
    e.first = contact_noun_start(u, i);
    bool sent = unit_noun(u, i, NOUN_LETTER) &&
                unit_is_any(u, i + 1, "sent addressed written delivered");
    e.hangs = contact_args_from(u, sent ? i + 2 : i + 1);
    bool call = unit_noun(u, i, NOUN_CALL), visit = unit_noun(u, i, NOUN_VISIT);
    bool letter = unit_noun(u, i, NOUN_LETTER);
    case_entry_kind kind = call     ? CASE_CALL
                           : visit  ? CASE_VISIT
                           : letter ? CASE_MESSAGE
                                    : CASE_MEETING;
    contact_begin(&e.c, kind, "contact-noun", unit_word(u, i)->text,
                  (read_range){i, i + 1});
    if (call) {
        noun_call(k, &e);
    } else if (visit) {
        noun_visit(k, &e);
    } else if (letter) {
        noun_letter(k, &e);
    } else {
        noun_meeting(k, &e);
    }
}
