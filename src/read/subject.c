/* SPDX-License-Identifier: Apache-2.0
 * Subjects, and what may stand between a verb and its content.
 *
 * A subject is the phrase that ends before the verb. Between them may stand an
 * insertion (", who has led the talks,", ", a former ally,", ", 61,"): its
 * opening comma is looked for to the left, nearest first, and taken when what
 * it encloses has no finite verb or begins with a relative pronoun. A relative
 * clause without commas ("a chief who has seen the hostages said") leads back
 * to the noun before "who". */
#include "read/phrase_int.h"

static const read_range nothing = {0, 0};

/* --- Subjects --- */

static bool can_speak(const read_unit *u, read_range r) {
    if (range_empty(r)) return false;
    read_tag tag = unit_tag(u, phrase_head(u, r));
    return tag == TAG_NOUN || tag == TAG_PROPER || tag == TAG_PRON ||
           tag == TAG_NUM || tag == TAG_DET ||
           (tag == TAG_ADJ && unit_tag(u, r.first) == TAG_DET);
}

/* A relative clause has closed and the main verb has come: ", which was shut,
 * will open on Friday". */
static bool main_verb_within(const read_unit *u, int first, int last) {
    for (int i = first; i + 1 < last; i++) {
        if (unit_tag(u, i) == TAG_COMMA && unit_finite(u, i + 1)) return true;
    }
    return false;
}

/* Words between commas that can stand between a subject and its verb. */
static bool is_insertion(const read_unit *u, int first, int last) {
    if (first >= last) return false;
    read_tag tag = unit_tag(u, first);
    if (tag == TAG_WH) return !main_verb_within(u, first, last);
    if (tag == TAG_SUB && last == first + 1) return true; /* ", though," */
    read_tag next = unit_tag(u, first + 1);
    if (tag == TAG_SUB &&
        (next == TAG_VBN || next == TAG_VBD || next == TAG_VBG)) {
        return true; /* ", when asked," */
    }
    if (tag == TAG_VBG || tag == TAG_VBN) return true; /* "speaking as ..." */
    bool of_whom = unit_is(u, first + 1, "of") &&
                   unit_tag(u, first + 2) == TAG_WH; /* "all of whom" */
    if (of_whom) return true;
    if (tag == TAG_SUB) return unit_has_finite(u, first, last);
    bool age = tag == TAG_NUM && unit_tag(u, first + 1) == TAG_COMMA;
    if (age && unit_tag(u, first + 2) == TAG_WH) { /* ", 54, who has" */
        return !main_verb_within(u, first + 2, last);
    }
    return !unit_has_finite(u, first, last);
}

/* "who founded the league, with a friend, [said]": what a verb governs is no
 * subject where there is another. */
static bool hangs(const read_unit *u, read_range r) {
    switch (unit_tag(u, r.first - 1)) {
    case TAG_TO:
    case TAG_VB:
    case TAG_VBZ:
    case TAG_VBG:
        return true;
    default:
        return false;
    }
}

/* A phrase that can be the subject before what the comma or dash i opens: not
 * an age, and not what a preposition governs ("of Pell, who ..."). */
static bool can_precede(const read_unit *u, read_range r, int i, int close) {
    bool age = r.last == r.first + 1 && unit_tag(u, r.first) == TAG_NUM;
    bool governed = unit_tag(u, r.first - 1) == TAG_PREP;
    return is_insertion(u, i + 1, close) && can_speak(u, r) && !age &&
           !governed;
}

/* The subject before an insertion that ends at the comma or dash `close`; one
 * that hangs on another word only where there is no other. */
static read_range subject_over(const read_unit *u, int close, int *outer) {
    read_tag mark = unit_tag(u, close);
    read_range best = nothing;
    int tried = 0;
    for (int i = close - 1; i > u->first && i > close - UNIT_REACH; i--) {
        if (unit_tag(u, i) == TAG_CLOSE) break;
        if (unit_tag(u, i) != mark) continue;
        if (++tried > 5) break;
        read_range subject = phrase_before(u, i);
        if (!can_precede(u, subject, i, close)) continue;
        bool loose = !hangs(u, subject);
        if (!loose && !range_empty(best)) continue;
        best = subject;
        best.last = phrase_apposition(u, subject);
        if (best.last > close) best.last = i;
        if (loose) break;
    }
    if (!range_empty(best)) *outer = best.first;
    return best;
}

/* The "who" of a relative clause without commas that i stands in, or -1. */
static int relative_pronoun(const read_unit *u, int i) {
    enum { NEAR = 24 };
    for (int k = i; k > u->first && k > i - NEAR; k--) {
        read_tag tag = unit_tag(u, k);
        if (tag == TAG_COMMA || tag == TAG_STOP || tag == TAG_CLOSE ||
            tag == TAG_OPEN || tag == TAG_SEMI) {
            break;
        }
        if (tag == TAG_WH && unit_is_any(u, k, "who which")) return k;
    }
    return -1;
}

/* "a local chief who has seen the hostages [said]": the noun before "who". */
static read_range relative_subject(const read_unit *u, read_range found) {
    read_tag before = unit_tag(u, found.first - 1);
    bool as = before == TAG_SUB && unit_is(u, found.first - 1, "as");
    bool opens = before == TAG_NONE || phrase_boundary(u, found.first - 1);
    if (opens && !as) return found;
    int who = relative_pronoun(u, found.first - 1);
    if (who < 0) return found;
    read_range noun = phrase_before(u, who);
    return can_speak(u, noun) ? noun : found;
}

/* "Orrel, a former judge [said]": the name before an apposition whose closing
 * comma is missing. */
static read_range described_name(const read_unit *u, read_range found) {
    int comma = found.first - 1;
    if (unit_tag(u, comma) != TAG_COMMA) return found;
    bool office = unit_noun(u, phrase_head(u, found), NOUN_ROLE) &&
                  unit_tag(u, found.first) == TAG_PROPER &&
                  unit_is(u, phrase_core(u, found.first).last, "of");
    bool described = (office || unit_is_any(u, found.first, "a an the")) &&
                     (unit_noun(u, phrase_head(u, found), NOUN_ROLE) ||
                      unit_noun(u, phrase_head(u, found), NOUN_PERSON));
    if (!described) return found;
    read_range name = phrase_before(u, comma);
    read_tag before = unit_tag(u, name.first - 1);
    bool opens = before == TAG_NONE || before == TAG_CLOSE;
    bool person = name.last - name.first > 1 &&
                  unit_tag(u, name.first) == TAG_PROPER &&
                  unit_tag(u, name.last - 1) == TAG_PROPER;
    return opens && person ? name : found;
}

/* Before the date that ends at i ("on Tuesday", "late last week"), or i. */
static int before_date(const read_unit *u, int i) {
    enum { NEAR = 6 };
    if (!unit_word(u, i)->time) return i;
    int k = i;
    while (k > i - NEAR &&
           (unit_word(u, k)->time || unit_tag(u, k) == TAG_NUM ||
            unit_is_any(u, k, "on late early last this next") ||
            (k < i && unit_is_any(u, k, "of in the at hours hour")))) {
        k--;
    }
    return k;
}

read_range subject_of(const read_unit *u, int verb, int *outer) {
    int i = verb - 1;
    while (unit_tag(u, i) == TAG_ADV || unit_tag(u, i) == TAG_NOT)
        i--;
    int dated = i;
    i = before_date(u, i);
    while (i < dated && unit_tag(u, i) == TAG_ADV)
        i--;
    read_tag tag = unit_tag(u, i);
    if (tag == TAG_COMMA || tag == TAG_DASH) {
        read_range over = subject_over(u, i, outer);
        if (range_empty(over)) return over;
        over = described_name(u, over);
        *outer = over.first;
        return over;
    }
    int who = i < dated && unit_finite(u, i) ? relative_pronoun(u, i) : -1;
    read_tag form = unit_tag(u, i);
    if (who < 0 && (form == TAG_VBN || form == TAG_VBD || form == TAG_VB)) {
        who =
            relative_pronoun(u, i); /* "officials who asked not to be named" */
        if (who >= 0 && !unit_has_finite(u, who, i + 1)) who = -1;
    }
    read_range r = phrase_before(u, who >= 0 ? who : i + 1);
    bool reduced = i < dated && who < 0 && (form == TAG_VBN || form == TAG_VBD);
    if (reduced) r = phrase_before(u, i); /* "a report published last year" */
    if (!can_speak(u, r)) return nothing;
    r = described_name(u, relative_subject(u, r));
    *outer = r.first;
    return r;
}

/* --- Between verb and content --- */

int skip_date(const read_unit *u, int i) {
    enum { NEAR = 7 };
    int k = i, end = i;
    if (unit_tag(u, k) == TAG_PREP &&
        unit_is_any(u, k, "on in at by since from until around during")) {
        k++;
    }
    for (; k < u->last && k < i + NEAR; k++) {
        read_tag tag = unit_tag(u, k);
        if (unit_tag(u, k + 1) == TAG_APOSTROPHE) break;
        if (unit_time(u, k)) {
            end = k + 1;
            continue;
        }
        bool joins = tag == TAG_NUM || tag == TAG_DET ||
                     (end > i && (unit_is_any(u, k, "of at ago"))) ||
                     (k > i && unit_is_any(u, k, "on in")) ||
                     unit_is_any(u, k,
                                 "late early earlier last this next "
                                 "same first mid-");
        if (!joins) break;
        if (tag == TAG_NUM && end > i) end = k + 1;
        if (unit_is(u, k, "ago")) end = k + 1;
    }
    return end;
}

static bool is_circumstance(const read_unit *u, read_range core) {
    int head = core.last - 1;
    if (unit_noun(u, head, NOUN_HEARER) || unit_noun(u, head, NOUN_OUTLET) ||
        unit_noun(u, head, NOUN_DOCUMENT) || unit_noun(u, head, NOUN_LETTER)) {
        return true;
    }
    return unit_is_any(u, head,
                       "interview address speech conference briefing tweet "
                       "e-mail email article remarks rally broadcast phone "
                       "telephone writing papers link appearance testimony "
                       "hearing debate podcast video public private audience "
                       "terms words principle");
}

/* "as recently as last week" from i on; 0: it isn't that. */
static int as_recently(const read_unit *u, int i) {
    bool as = unit_is(u, i, "as") && unit_tag(u, i + 1) == TAG_ADV &&
              unit_is(u, i + 2, "as");
    int end = as ? skip_date(u, i + 3) : 0;
    return end > i + 3 ? end : 0;
}

static bool introduces(const read_unit *u, int i) {
    read_tag tag = unit_tag(u, i);
    return tag == TAG_THAT || tag == TAG_OPEN || tag == TAG_COLON ||
           (tag == TAG_COMMA && unit_tag(u, i + 1) == TAG_OPEN);
}

/* "in a statement", "at the end of a meeting [that]" from i on; 0: it is none
 * of what stands between a verb and its content. */
static int circumstance(const read_unit *u, int i) {
    bool first = unit_is(u, i, "for") && unit_is(u, i + 1, "the") &&
                 unit_is(u, i + 3, "time");
    if (first) return i + 4; /* "for the first time" */
    bool prep = unit_tag(u, i) == TAG_TO ||
                (unit_tag(u, i) == TAG_PREP &&
                 unit_is_any(u, i,
                             "in on at by during via from after before "
                             "through with inside outside of over"));
    if (!prep) return 0;
    read_range core = phrase_core(u, i + 1);
    if (range_empty(core)) return 0;
    if (is_circumstance(u, core) || introduces(u, core.last)) return core.last;
    if (unit_tag(u, core.last) != TAG_PREP) return 0;
    read_range more = phrase_core(u, core.last + 1);
    read_tag then = unit_tag(u, more.last);
    bool closes = !range_empty(more) && (then == TAG_THAT || then == TAG_OPEN);
    return closes ? more.last : 0;
}

int skip_circumstances(const read_unit *u, int i) {
    for (int round = 0; round < 8; round++) {
        int end = skip_date(u, i);
        if (end == i && unit_tag(u, i) == TAG_ADV) end = i + 1;
        if (end == i) end = as_recently(u, i);
        if (end == 0) end = circumstance(u, i);
        if (end == 0) break;
        i = end;
    }
    return i;
}
