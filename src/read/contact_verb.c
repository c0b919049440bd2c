/* SPDX-License-Identifier: Apache-2.0
 * Verbs of meeting, calling, hosting and shuttling.
 *
 *   meet      A met [with] B; A and B met; the two sides met; B was briefed by
 * A phone     A phoned B; B was telephoned by A call-up   A called B [on
 * Monday]; not "called B a liar" speak     A spoke by phone with B; A and B
 * spoke for an hour host      A hosted B; B was hosted by A; A hosted talks
 * between B and C welcome   A welcomed B to Keshar; A welcomed B for talks
 *   receive   A received B; B was received by A; A received a letter from B
 *   shuttle   A shuttled between B and C; went back and forth between B and C
 */
#include "base/text.h"
#include "read/contact_int.h"

static bool meet_each_other(const read_unit *u, const read_contact *c) {
    return c->who_count > 1 ||
           (c->who_count == 1 && people_several(u, c->who[0]));
}

/* The passive's "by" is who acts, its subject the other side. */
static void turn_around(const read_unit *u, const read_verb *v,
                        const contact_args *a, read_contact *c) {
    read_contact subject = {.who_count = 0};
    people_before(u, v->group.first, &subject);
    for (int i = 0; i < subject.who_count; i++)
        c->with[c->with_count++] = subject.who[i];
    if (a->by > 0) contact_who(u, a->by, c);
    bool summoned =
        a->by == 0 && a->to > 0 && unit_is_any(u, v->at, "summoned called");
    if (summoned) contact_who(u, a->to, c); /* "to the foreign ministry" */
}

/* "Tarn, whom the envoy [met]": who stands before "whom"; empty: nobody. */
static read_range whom_of(const read_unit *u, const read_verb *v) {
    int outer;
    read_range subject = subject_of(u, v->group.first, &outer);
    int whom = subject.first - 1;
    if (range_empty(subject) || !unit_is_any(u, whom, "whom who")) {
        return (read_range){0, 0};
    }
    bool comma = unit_tag(u, whom - 1) == TAG_COMMA;
    return phrase_before(u, comma ? whom - 1 : whom);
}

/* The verb's subject; of a purpose ("flew home to brief the king") that of its
 * clause, or who was sent ("sent Idah to meet the chief"). */
static void take_subject(const read_unit *u, const read_verb *v,
                         read_contact *c) {
    enum { NEAR = 10 };
    bool purpose = unit_tag(u, v->group.first) == TAG_TO;
    for (int i = v->group.first - 1; purpose && i > v->group.first - NEAR;
         i--) {
        const lexicon_sense *s = unit_word(u, i)->senses;
        if (s != NULL && s->class == CLASS_SEND) purpose = false;
    }
    if (purpose) {
        people_of_clause(u, v->group.first, c);
    } else {
        people_before(u, v->group.first, c);
    }
}

/* Verbs that two sides do to each other: what one may do "with" others. */
static bool is_mutual(const read_unit *u, const read_verb *v) {
    bool sat = unit_is_any(u, v->at, "sat sit sits sitting");
    return (!sat || v->sense->particle != NULL) && v->sense->preps != NULL &&
           strstr(v->sense->preps, " with ") != NULL;
}

/* Who and with whom, by the verb's voice. */
static contact_args take_sides(const read_unit *u, const read_verb *v,
                               read_contact *c) {
    contact_args a = contact_args_from(u, v->group.last);
    if (v->passive) {
        turn_around(u, v, &a, c);
        return a;
    }
    take_subject(u, v, c);
    contact_other_side(u, v, &a, c);
    bool open = range_empty(a.object) && c->with_count == 0;
    read_range whom = open ? whom_of(u, v) : (read_range){0, 0};
    if (!range_empty(whom)) c->with[c->with_count++] = whom;
    return a;
}

/* "by telephone", "by video link", "in a phone call" in the clause after i. */
static int by_phone(const read_unit *u, int i) {
    enum { NEAR = 14 };
    for (int k = i; k < i + NEAR && k < u->last; k++) {
        if (unit_tag(u, k) == TAG_STOP || unit_finite(u, k)) break;
        if (unit_is_any(u, k,
                        "phone telephone video videolink videoconference "
                        "teleconference")) {
            return k;
        }
    }
    return 0;
}

static void keep_placed(collector *k, read_contact *c, const contact_args *a) {
    if (a->at > 0) c->place = people_place(k->u, a->at - 1);
    contact_keep(k, c);
}

void contact_meet(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_contact c;
    contact_begin(&c, CASE_MEETING, "contact-verb", v->sense->lemma, v->group);
    contact_args a = take_sides(u, v, &c);
    if (v->passive && c.who_count == 0) return;
    bool agreed = unit_is(u, v->group.last - 1, "hands") &&
                  unit_is(u, v->group.last, "on");
    if (agreed) return; /* "had shaken hands on steel" */
    if (a.between > 0) people_between(u, a.between, &c);
    bool mutual = is_mutual(u, v) && meet_each_other(u, &c);
    if (c.with_count == 0 && !mutual) return;
    bool object = !range_empty(a.object) && c.with_count == 0;
    if (object) return; /* "met the deadline" */
    if (by_phone(u, v->group.last)) c.kind = CASE_CALL;
    keep_placed(k, &c, &a);
}

/* "phoned [the mayor]", "e-mailed the board", "got through to him" */
static void wired(collector *k, const read_verb *v, case_entry_kind kind) {
    read_contact c;
    contact_begin(&c, kind, "contact-verb", v->sense->lemma, v->group);
    contact_args a = take_sides(k->u, v, &c);
    if (v->passive && c.who_count == 0) return;
    bool given = !range_empty(a.object) || v->sense->particle != NULL;
    bool alone = kind == CASE_CALL && !given; /* "phoned to apologise" */
    if (c.who_count > 0 && (alone || c.with_count > 0)) contact_keep(k, &c);
}

void contact_closeted(collector *k, const read_verb *v) {
    read_verb active = *v;
    active.passive = false;
    contact_meet(k, &active);
}

void contact_walk(collector *k, const read_verb *v) {
    enum { NEAR = 8 };
    const read_unit *u = k->u;
    read_contact c;
    contact_begin(&c, CASE_MEETING, "contact-verb", v->sense->lemma, v->group);
    contact_args a = contact_args_from(u, v->group.last);
    people_before(u, v->group.first, &c);
    if (a.with > 0) contact_with(u, a.with, &c);
    bool together = false;
    for (int i = v->group.last; i < v->group.last + NEAR; i++) {
        if (unit_tag(u, i) == TAG_COMMA || unit_finite(u, i)) break;
        together = together || unit_is(u, i, "together");
    }
    if (c.with_count > 0 || (together && meet_each_other(u, &c))) {
        contact_keep(k, &c);
    } else if (v->sense->class == CLASS_VISIT) {
        contact_visit(k, v);
    }
}

void contact_phone(collector *k, const read_verb *v) { wired(k, v, CASE_CALL); }

void contact_wire(collector *k, const read_verb *v) {
    wired(k, v, CASE_MESSAGE);
}

void contact_call_up(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_range who = phrase_after(u, v->group.last);
    if (v->passive || range_empty(who) || !phrase_can_act(u, who)) return;
    if (unit_tag(u, phrase_head(u, who)) == TAG_DET) return;
    int date = contact_skip_adverbs(u, skip_date(u, who.last));
    read_tag next = unit_tag(u, date);
    bool dated = date > who.last;
    bool called = next == TAG_STOP || next == TAG_COMMA || next == TAG_NONE ||
                  next == TAG_CONJ || next == TAG_TO || next == TAG_SUB ||
                  next == TAG_CLOSE || unit_is_any(u, date, "from by");
    if (dated || called) contact_phone(k, v);
}

void contact_reach(collector *k, const read_verb *v) {
    if (by_phone(k->u, v->group.last)) {
        contact_phone(k, v);
    } else if (!contact_letter_came(k, v)) {
        contact_visit(k, v);
    }
}

void contact_bring_together(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    contact_args a = contact_args_from(u, v->group.last);
    bool together = text_same(v->sense->particle, "together");
    read_contact c;
    contact_begin(&c, CASE_MEETING, "contact-verb", "bring together", v->group);
    if (v->passive || !together || range_empty(a.object)) return;
    contact_who(u, a.object.first, &c);
    read_contact host = {.who_count = 0};
    people_before(u, v->group.first, &host);
    bool acts = host.who_count > 0 && phrase_can_act(u, host.who[0]);
    if (acts && c.who_count > 0) c.with[c.with_count++] = host.who[0];
    if (c.who_count > 0) keep_placed(k, &c, &a);
}

void contact_call_on(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    contact_args a = contact_args_from(u, v->group.last);
    bool asks = range_empty(a.object) || !phrase_can_act(u, a.object) ||
                unit_tag(u, a.end) == TAG_TO || unit_is(u, a.end, "for");
    if (!asks) contact_visit(k, v);
}

/* "are talking to the council" */
static bool is_going_on(const read_unit *u, const read_verb *v) {
    return unit_tag(u, v->at) == TAG_VBG && unit_tag(u, v->at - 1) == TAG_BE;
}

/* "talked to the commander [for an hour]" */
static bool lasted(const read_unit *u, const contact_args *a) {
    read_range time =
        a->whom > 0 ? phrase_core(u, a->whom) : (read_range){0, 0};
    return !range_empty(time) &&
           unit_is_any(u, time.last - 1,
                       "hour hours minutes day days night afternoon morning");
}

void contact_speak(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    int phone = by_phone(u, v->at + 1);
    read_contact c;
    contact_begin(&c, phone > 0 ? CASE_CALL : CASE_MEETING, "contact-verb",
                  "speak", v->group);
    contact_args a = contact_args_from(u, v->group.last);
    people_before(u, v->group.first, &c);
    if (a.with > 0) contact_with(u, a.with, &c);
    if (a.to > 0) contact_with(u, a.to, &c);
    if (phone > 0) {
        bool two = c.who_count + c.with_count > 1 || meet_each_other(u, &c);
        if (two) contact_keep(k, &c);
    } else if (v->finite && (a.with + a.to + a.of == 0
                                 ? meet_each_other(u, &c)
                                 : (is_going_on(u, v) || lasted(u, &a)) &&
                                       c.with_count > 0)) {
        keep_placed(k, &c, &a);
    }
}

static bool is_event(const read_unit *u, int head) {
    return unit_noun(u, head, NOUN_MEETING) || unit_noun(u, head, NOUN_MEAL) ||
           unit_noun(u, head, NOUN_TALKS) ||
           unit_is_any(u, head, "conference games ceremony");
}

/* "B was hosted by A" */
static void hosted(const read_unit *u, const read_verb *v,
                   const contact_args *a, read_contact *c) {
    if (a->by > 0) contact_who(u, a->by, c);
    read_contact guests = {.who_count = 0};
    people_before(u, v->group.first, &guests);
    for (int i = 0; i < guests.who_count; i++) {
        if (!phrase_can_act(u, guests.who[i])) continue;
        c->with[c->with_count++] = guests.who[i];
    }
}

/* Whom: "hosted talks between B and C", "a dinner for B", "played host to B" */
static int guests_of(const read_unit *u, const contact_args *a) {
    if (a->between > 0) return a->between;
    if (a->with > 0) return a->with;
    bool event =
        !range_empty(a->object) && is_event(u, phrase_head(u, a->object));
    if (event) return a->whom;
    return a->to > 0 ? a->to : a->object.first;
}

void contact_host(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_contact c;
    contact_begin(&c, CASE_HOSTING, "contact-verb", v->sense->lemma, v->group);
    contact_args a = contact_args_from(u, v->group.last);
    if (v->passive) {
        hosted(u, v, &a, &c);
    } else {
        people_before(u, v->group.first, &c);
        int guests = guests_of(u, &a);
        if (guests > 0) contact_with(u, guests, &c);
    }
    if (c.who_count > 0) keep_placed(k, &c, &a);
}

/* Is there a meeting or a meal in what hangs on the verb? */
static bool for_event(const read_unit *u, const read_verb *v,
                      const contact_args *a) {
    for (int i = v->group.last; i < a->end; i++) {
        if (is_event(u, i)) return true;
    }
    return false;
}

void contact_welcome(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_contact c;
    contact_begin(&c, CASE_HOSTING, "contact-verb", "welcome", v->group);
    contact_args a = take_sides(u, v, &c);
    bool came = a.to > 0 || for_event(u, v, &a);
    if (c.with_count > 0 && came) keep_placed(k, &c, &a);
}

void contact_gather(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_contact c;
    contact_begin(&c, CASE_MEETING, "contact-verb", v->sense->lemma, v->group);
    contact_args a = contact_args_from(u, v->group.last);
    people_before(u, v->group.first, &c);
    bool sides = !v->passive && range_empty(a.object) && meet_each_other(u, &c);
    if (sides && for_event(u, v, &a)) keep_placed(k, &c, &a);
}

void contact_join(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_contact c;
    contact_begin(&c, CASE_MEETING, "contact-verb", "join", v->group);
    contact_args a = take_sides(u, v, &c);
    if (c.with_count > 0 && for_event(u, v, &a)) keep_placed(k, &c, &a);
}

void contact_invite(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_contact c;
    contact_begin(&c, CASE_HOSTING, "contact-verb", "invite", v->group);
    contact_args a = take_sides(u, v, &c);
    bool event = a.to > 0 && is_event(u, phrase_head(u, phrase_core(u, a.to)));
    if (!v->passive && event && c.with_count > 0) keep_placed(k, &c, &a);
}

void contact_receive(collector *k, const read_verb *v) {
    const read_unit *u = k->u;
    read_contact c;
    contact_begin(&c, CASE_MEETING, "contact-verb", v->sense->lemma, v->group);
    contact_args a = take_sides(u, v, &c);
    if (!v->passive && a.from > 0) {
        contact_noun(k, phrase_head(u, a.object)); /* a letter, a call */
        return;
    }
    if (v->passive && c.who_count == 0) return;
    if (c.who_count > 0 && c.with_count > 0) keep_placed(k, &c, &a);
}

/* Between whom: "the two capitals", "the town hall and the camp". */
static void shuttled(collector *k, int at, read_range cue) {
    const read_unit *u = k->u;
    read_contact c;
    contact_begin(&c, CASE_SHUTTLE, "contact-verb", "shuttle", cue);
    people_before(u, at, &c);
    int i = cue.last;
    if (unit_is_any(u, i, "between through across around among")) i++;
    c.place = phrase_after(u, i);
    bool people = !range_empty(c.place) && phrase_can_act(u, c.place) &&
                  !contact_place_noun(u, phrase_head(u, c.place));
    if (people) {
        contact_with(u, i, &c);
    }
    if (c.who_count > 0) contact_keep(k, &c);
}

void contact_shuttle(collector *k, const read_verb *v) {
    shuttled(k, v->group.first, v->group);
}

/* The verb before i in the clause, or -1. */
static int verb_before(const read_unit *u, int i) {
    for (int k = i - 1; k >= u->first && k > i - 6; k--) {
        read_tag tag = unit_tag(u, k);
        if (unit_finite(u, k) || tag == TAG_VBN || tag == TAG_VBG) return k;
        if (tag == TAG_COMMA) return -1;
    }
    return -1;
}

/* "spent two hours with", "spent forty minutes talking to": where the word
 * before whom it was spent with is, or 0. */
static int spent_with(const read_unit *u, int i) {
    enum { NEAR = 6 };
    int k = i + 1;
    while (k < i + NEAR && !unit_finite(u, k) &&
           !unit_is_any(u, k, "with talking speaking closeted")) {
        k++;
    }
    bool time = unit_is_any(u, k - 1,
                            "hours hour minutes day evening night "
                            "morning afternoon days");
    if (!time) return 0;
    bool talk = unit_is_any(u, k, "talking speaking closeted");
    if (talk) return unit_is_any(u, k + 1, "to with") ? k + 1 : 0;
    return unit_is(u, k, "with") ? k : 0;
}

static void contact_spent(collector *k, int i) {
    const read_unit *u = k->u;
    if (!unit_is_any(u, i, "spent spend spends") || unit_tag(u, i) == TAG_VB) {
        return;
    }
    int with = spent_with(u, i);
    if (with == 0) return;
    read_contact c;
    contact_begin(&c, CASE_MEETING, "contact-verb", "spend time",
                  (read_range){i, with});
    people_before(u, i, &c);
    contact_with(u, with + 1, &c);
    if (c.who_count > 0 && c.with_count > 0) contact_keep(k, &c);
}

/* "moved between the two rooms": what one shuttles. */
static void contact_moved(collector *k, int i) {
    const read_unit *u = k->u;
    bool moves = unit_is_any(u, i,
                             "moved moves moving went goes going travelled "
                             "traveled commuted") &&
                 unit_is(u, i + 1, "between");
    if (!moves || unit_tag(u, i - 1) == TAG_MODAL) return;
    read_range ends = phrase_core(u, i + 2);
    bool two = unit_is_any(u, ends.first, "two both") ||
               unit_is_any(u, ends.first + 1, "two") ||
               (!range_empty(ends) && unit_tag(u, ends.last) == TAG_CONJ);
    if (two) shuttled(k, i, (read_range){i, i + 1});
}

/* "going from one side of the river to the other" */
static void contact_to_and_fro(collector *k, int i) {
    enum { NEAR = 10 };
    const read_unit *u = k->u;
    if (!unit_is(u, i, "from") || !unit_is(u, i + 1, "one")) return;
    const read_verb *v = unit_verb_at(u, i - 1);
    if (v == NULL || v->sense->class != CLASS_VISIT) return;
    for (int n = i + 2; n < i + NEAR; n++) {
        bool other = unit_is(u, n, "another") ||
                     (unit_is(u, n, "the") && unit_is(u, n + 1, "other"));
        if (unit_tag(u, n - 1) != TAG_TO || !other) continue;
        shuttled(k, v->group.first, (read_range){v->group.first, i});
        return;
    }
}

/* All words that the functions above and below begin with. */
static const char fixed_words[] = "from back on spent spend spends moved moves "
                                  "moving went goes going travelled "
                                  "traveled commuted";

void contact_fixed(collector *k, int i) {
    const read_unit *u = k->u;
    if (!unit_is_any(u, i, fixed_words)) return;
    bool forth = unit_is(u, i, "back") && unit_is(u, i + 1, "and") &&
                 unit_is(u, i + 2, "forth");
    int verb = forth ? verb_before(u, i) : -1;
    if (verb >= 0) shuttled(k, verb, (read_range){i, i + 3});
    contact_spent(k, i);
    contact_to_and_fro(k, i);
    contact_moved(k, i);
    bool line = unit_is(u, i, "on") && unit_is_any(u, i + 1, "the") &&
                unit_is_any(u, i + 2, "phone telephone line") &&
                unit_tag(u, i - 1) == TAG_BE;
    if (!line || !unit_is_any(u, i + 3, "to with")) return;
    read_contact c;
    contact_begin(&c, CASE_CALL, "contact-verb", "be on the phone",
                  (read_range){i, i + 3});
    people_before(u, i - 1, &c);
    contact_with(u, i + 4, &c);
    if (c.with_count > 0) contact_keep(k, &c);
}
