/* SPDX-License-Identifier: Apache-2.0
 * Who takes part: "Kerry, Ban and Hammond were in", "officials in Qatar, where
 * ..., and Turkey". A list is split at its commas and its "and", but not where
 * "and" joins two descriptions of one noun ("Arab and Western diplomats"). */
#include "read/people.h"

static void add(read_range *list, int *count, read_range r) {
    if (range_empty(r) || *count == CONTACT_WHO) return;
    for (int i = 0; i < *count; i++) {
        if (list[i].first == r.first) return;
    }
    list[(*count)++] = r;
}

static bool is_noun(read_tag tag) {
    return tag == TAG_NOUN || tag == TAG_PROPER || tag == TAG_PRON ||
           tag == TAG_OBJ || tag == TAG_RIGHT;
}

static bool names_side(const read_unit *u, int i) {
    return unit_noun(u, i, NOUN_GROUP) || unit_noun(u, i, NOUN_ROLE) ||
           unit_noun(u, i, NOUN_PERSON);
}

/* May the phrase be split at the "and" at i? */
static bool splits(const read_unit *u, int i) {
    read_tag after = unit_tag(u, i + 1);
    bool sides = unit_tag(u, i - 1) == TAG_NOUN && after == TAG_NOUN &&
                 unit_tag(u, i + 2) != TAG_NOUN && names_side(u, i - 1) &&
                 names_side(u, i + 1);
    if (sides) return true; /* "union and management" */
    return is_noun(unit_tag(u, i - 1)) &&
           (after == TAG_DET || after == TAG_POSS || after == TAG_PROPER ||
            after == TAG_NUM || after == TAG_PRON ||
            unit_tag(u, i - 1) == TAG_PROPER);
}

/* "the ministers of Keth and Morvania": one group, not two. */
static bool of_both(const read_unit *u, read_range r, int and) {
    for (int i = r.first; i < and; i++) {
        if (!unit_is(u, i, "of")) continue;
        const read_token *t = &u->p->tokens[i - 1];
        return i > r.first && u->p->bytes[t->end - 1] == 's' &&
               unit_tag(u, i - 1) == TAG_NOUN;
    }
    return false;
}

static void add_split(const read_unit *u, read_range r, read_range *list,
                      int *count) {
    int first = r.first;
    for (int i = r.first; i < r.last; i++) {
        bool joins = unit_tag(u, i) == TAG_CONJ && splits(u, i);
        if (!joins || of_both(u, r, i)) continue;
        add(list, count, (read_range){first, i});
        first = i + 1;
    }
    add(list, count, (read_range){first, r.last});
}

static bool has_conjunction(const read_unit *u, read_range r) {
    for (int i = r.first; i < r.last; i++) {
        if (unit_tag(u, i) == TAG_CONJ) return true;
    }
    return false;
}

/* "The union's president, Rosa Kline, [and Mayor Hal Dore] met": who stands
 * before an apposition that "and" follows; empty: nobody. */
static read_range before_apposition(const read_unit *u, read_range last) {
    enum { NEAR = 9 };
    const read_range nobody = {0, 0};
    int close = last.first - 2;
    if (unit_tag(u, last.first - 1) != TAG_CONJ ||
        unit_tag(u, close) != TAG_COMMA) {
        return nobody;
    }
    for (int i = close - 1; i > u->first && i > close - NEAR; i--) {
        if (unit_finite(u, i)) return nobody;
        if (unit_tag(u, i) != TAG_COMMA) continue;
        read_range name = phrase_before(u, i);
        read_tag before = unit_tag(u, name.first - 1);
        bool opens = before == TAG_NONE || before == TAG_THAT ||
                     before == TAG_COMMA || before == TAG_STOP;
        if (range_empty(name) || !opens) return nobody;
        return (read_range){name.first, close};
    }
    return nobody;
}

static void add_subject(const read_unit *u, read_range who, read_contact *c) {
    if (range_empty(who) ||
        unit_is_any(u, who.first,
                    "there nobody none everyone everybody someone anyone")) {
        return;
    }
    read_range first = before_apposition(u, who);
    if (!range_empty(first)) {
        add(c->who, &c->who_count, first);
        add(c->who, &c->who_count, who);
        return;
    }
    bool list = has_conjunction(u, who);
    read_range before = who;
    for (int round = 0; list && round < CONTACT_WHO; round++) {
        if (unit_tag(u, before.first - 1) != TAG_COMMA) break;
        before = phrase_before(u, before.first - 1);
        if (range_empty(before)) break;
        read_tag opens = unit_tag(u, before.first - 1);
        bool aside = opens == TAG_PREP || opens == TAG_VBG ||
                     opens == TAG_SUB || opens == TAG_THAT;
        if (aside) break; /* "At X, A", "Following X, A" */
        add_split(u, before, c->who, &c->who_count);
    }
    add_split(u, who, c->who, &c->who_count);
}

/* "flew in from Mirador, [met] the minister": the phrase before the comma is no
 * subject of the verb. */
static bool is_aside(const read_unit *u, int verb, read_range who) {
    if (range_empty(who)) return false;
    bool bare = who.last == who.first + 1 &&
                unit_tag(u, who.first) == TAG_DET &&
                unit_is_any(u, who.first, "the a an this that");
    if (bare || unit_word(u, who.last - 1)->time) {
        return true; /* "spent the week shuttling" */
    }
    return unit_tag(u, verb - 1) == TAG_COMMA &&
           unit_tag(u, who.first - 1) == TAG_PREP;
}

/* The subject; of "Orrel and Tarn both met" what stands before "both". */
static read_range full_subject(const read_unit *u, int verb) {
    int outer;
    read_range who = subject_of(u, verb, &outer);
    bool floats = !range_empty(who) && who.last == who.first + 1 &&
                  unit_is_any(u, who.first, "both all each");
    read_tag left = unit_tag(u, who.first - 1);
    bool behind = left == TAG_COMMA || left == TAG_PROPER || left == TAG_NOUN;
    return floats && behind ? subject_of(u, who.first, &outer) : who;
}

void people_before(const read_unit *u, int verb, read_contact *c) {
    read_range who = full_subject(u, verb);
    bool inside = is_aside(u, verb, who);
    if (!range_empty(who) && unit_tag(u, who.first) != TAG_WH && !inside) {
        add_subject(u, who, c);
        return;
    }
    int i = verb - 1;
    while (unit_tag(u, i) == TAG_ADV)
        i--;
    if (unit_tag(u, i) == TAG_WH) { /* "Aasen, who has shuttled" */
        bool comma = unit_tag(u, i - 1) == TAG_COMMA;
        add_subject(u, phrase_before(u, comma ? i - 1 : i), c);
        return;
    }
    people_of_clause(u, verb, c); /* "and met", ", shuttling between" */
}

/* The subject of the finite verb at k; before "who" the noun that it means.
 * Empty where the verb shares that of one before (", took tea with"). */
static read_range subject_here(const read_unit *u, int k) {
    read_range who = full_subject(u, k);
    if (is_aside(u, k, who)) return (read_range){0, 0};
    if (range_empty(who) && unit_tag(u, k - 1) == TAG_WH) {
        bool comma = unit_tag(u, k - 2) == TAG_COMMA;
        who = phrase_before(u, comma ? k - 2 : k - 1);
    }
    bool pronoun = !range_empty(who) && unit_tag(u, who.first) == TAG_WH;
    return pronoun ? (read_range){0, 0} : who;
}

/* What comes before the main clause, whose subject it shares. */
static bool opens_clause(const read_unit *u, int i) {
    read_tag tag = unit_tag(u, i);
    return tag == TAG_PREP || tag == TAG_VBG || tag == TAG_VBN ||
           unit_is_any(u, i, "having being after before since during");
}

/* ", a copy of which I [have] seen": the verb at k is of a relative clause. */
static bool in_relative(const read_unit *u, int k) {
    enum { NEAR = 10 };
    for (int i = k - 1; i > u->first && i > k - NEAR; i--) {
        if (unit_tag(u, i) == TAG_COMMA) return false;
        if (unit_tag(u, i) == TAG_WH) return true;
    }
    return false;
}

/* "In a letter to X, Y said", "Arriving in X, Y said": the subject of the
 * clause that follows i. */
static read_range subject_behind(const read_unit *u, int i) {
    int rest = i + 1, outer;
    if (opens_clause(u, u->first)) {
        while (rest < u->last && unit_tag(u, rest) != TAG_COMMA)
            rest++;
        if (rest == u->last) rest = i + 1;
    }
    for (int k = rest; k < u->last; k++) {
        bool verb = u->p->tokens[k].quote == 0 && unit_finite(u, k);
        if (!verb || in_relative(u, k)) continue;
        read_range who = subject_of(u, k, &outer);
        bool around = who.first <= i && who.last > i;
        if (range_empty(who) || around || unit_is(u, who.first, "it")) continue;
        return who;
    }
    return (read_range){0, 0};
}

void people_of_clause(const read_unit *u, int i, read_contact *c) {
    for (int k = i - 1; k >= u->first; k--) {
        if (u->p->tokens[k].quote != 0 || !unit_finite(u, k)) continue;
        while (unit_finite(u, k - 1) || unit_tag(u, k - 1) == TAG_NOT)
            k--;
        read_range who = subject_here(u, k);
        if (range_empty(who)) continue;
        bool expletive = unit_is(u, who.first, "it"); /* "it was a meeting" */
        if (!expletive) add_subject(u, who, c);
        return;
    }
    read_range who = subject_behind(u, i);
    if (!range_empty(who)) add_subject(u, who, c);
}

/* ", where Hamas's leader is based, and Turkey": what follows the aside. */
static int over_aside(const read_unit *u, int i) {
    enum { NEAR = 14 };
    if (unit_tag(u, i) != TAG_COMMA || unit_tag(u, i + 1) != TAG_WH) return i;
    for (int k = i + 2; k < i + NEAR; k++) {
        if (unit_tag(u, k) != TAG_COMMA) continue;
        return unit_tag(u, k + 1) == TAG_CONJ ? k + 1 : i;
    }
    return i;
}

/* "the delegations of Keth, Moru and Pell": what is listed is what one group is
 * of. */
static read_range of_several(const read_unit *u, read_range r) {
    if (range_empty(r) || !of_both(u, r, r.last)) return r;
    int i = r.last;
    while (unit_tag(u, i) == TAG_COMMA || unit_tag(u, i) == TAG_CONJ) {
        read_range more = phrase_core(u, i + 1);
        bool name = !range_empty(more) && unit_tag(u, more.first) == TAG_PROPER;
        if (!name || unit_finite(u, more.last)) return r;
        bool last = unit_tag(u, i) == TAG_CONJ;
        i = more.last;
        if (last) return (read_range){r.first, i};
    }
    return r;
}

int people_after(const read_unit *u, int first, read_contact *c) {
    read_range r = of_several(u, phrase_after(u, first));
    if (range_empty(r)) return first;
    add_split(u, r, c->with, &c->with_count);
    int i = over_aside(u, r.last);
    for (int round = 0; round < CONTACT_WHO; round++) {
        read_tag tag = unit_tag(u, i);
        if (tag != TAG_COMMA && tag != TAG_CONJ) break;
        read_range more = phrase_core(u, i + 1);
        read_tag next = unit_tag(u, more.last);
        bool listed = !range_empty(more) && !unit_finite(u, more.last) &&
                      (tag == TAG_CONJ ? is_noun(unit_tag(u, i + 1)) ||
                                             unit_tag(u, i + 1) == TAG_DET
                                       : next == TAG_CONJ);
        if (!listed) break;
        add_split(u, more, c->with, &c->with_count);
        i = more.last;
    }
    return i;
}

int people_between(const read_unit *u, int first, read_contact *c) {
    int i = first;
    for (int round = 0; round < CONTACT_WHO; round++) {
        if (unit_is(u, i, "from")) i++; /* "from Keth and from Moru" */
        read_range one = phrase_core(u, i);
        if (range_empty(one)) break;
        if (unit_is_any(u, one.last, "of from")) {
            read_range of = phrase_core(u, one.last + 1);
            if (!range_empty(of)) one.last = of.last;
        }
        add(c->who, &c->who_count, one);
        i = one.last;
        if (unit_tag(u, i) == TAG_COMMA) i++;
        if (unit_tag(u, i) == TAG_CONJ) i++;
        if (i == one.last) break;
    }
    return i;
}

read_range people_place(const read_unit *u, int i) {
    enum { NEAR = 6 };
    int date = skip_date(u, i);
    for (int k = date; k < date + NEAR && k < u->last; k++) {
        read_tag tag = unit_tag(u, k);
        if (tag == TAG_COMMA || tag == TAG_STOP || unit_finite(u, k)) break;
        if (!unit_is_any(u, k, "in at to into")) continue;
        read_range place = phrase_core(u, k + 1);
        if (range_empty(place) || unit_word(u, place.last - 1)->time ||
            unit_is_any(u, place.last - 1,
                        "may secret private person public")) {
            continue;
        }
        if (unit_is(u, place.last, "of")) {
            read_range of = phrase_core(u, place.last + 1);
            if (!range_empty(of)) place.last = of.last;
        }
        return place;
    }
    return (read_range){0, 0};
}

bool people_hear(const read_unit *u, read_range r) {
    for (int i = r.first; i < r.last; i++) {
        if (unit_noun(u, i, NOUN_HEARER) || unit_noun(u, i, NOUN_OUTLET)) {
            return true;
        }
    }
    return false;
}

bool people_several(const read_unit *u, read_range who) {
    int head = phrase_head(u, who);
    if (unit_is_any(u, who.first, "both two three four they")) return true;
    if (unit_is_any(u, who.first + 1, "two three four")) return true;
    const read_token *t = &u->p->tokens[head];
    bool plural = unit_word(u, head)->plural || u->p->bytes[t->end - 1] == 's';
    return unit_tag(u, head) == TAG_NOUN && plural && phrase_can_act(u, who);
}
