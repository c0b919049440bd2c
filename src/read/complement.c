/* SPDX-License-Identifier: Apache-2.0
 * What a verb takes: the content that follows it.
 *
 * Each kind is looked for from the place after the verb, past the person spoken
 * to and the circumstances ("in a statement", "on Monday"): a clause with or
 * without "that", an infinitive, an object with what hangs on it, an object and
 * what it is called, a quotation. The frames of the verb's sense say which of
 * them it can take. */
#include <string.h>

#include "base/text.h"
#include "read/complement.h"
#include "read/phrase_int.h"

static bool has_prep(const lexicon_sense *s, const read_unit *u, int i) {
    return (s->frames & FRAME_PREP) != 0 && unit_is_any(u, i, s->preps);
}

/* "replied[, by her own account,] that": past what stands between commas before
 * a content that shows itself by its first word. */
static int over_insertion(const read_unit *u, int comma) {
    enum { NEAR = 20 };
    if (unit_tag(u, comma) != TAG_COMMA) return comma;
    for (int i = comma + 2; i < comma + NEAR && i + 1 < u->last; i++) {
        if (unit_tag(u, i) == TAG_OPEN || unit_tag(u, i) == TAG_SEMI) break;
        if (unit_tag(u, i) != TAG_COMMA) continue;
        read_tag next = unit_tag(u, i + 1);
        if (next == TAG_THAT || next == TAG_TO) return i + 1;
    }
    return comma;
}

static int after_verb(const read_unit *u, const read_verb *v) {
    int i = skip_hearer(u, v, v->group.last);
    if (has_prep(v->sense, u, i)) return i;
    return over_insertion(u, skip_circumstances(u, i));
}

/* "rejected that condition": no clause follows this "that". */
static bool demonstrative(const read_unit *u, int that, int last) {
    read_tag next = unit_tag(u, that + 1);
    if (next == TAG_COMMA || next == TAG_STOP || next == TAG_NONE) return true;
    return !unit_has_finite(u, that + 1, last);
}

/* "said after the strike began that", "said on X, formerly Y, that": the
 * "that" behind a clause of time or circumstances. */
static int over_clause(const read_unit *u, int i) {
    enum { NEAR = 14 };
    bool time = unit_is_any(u, i, "after before when as while in at during");
    if (!time && unit_tag(u, i) != TAG_PREP) return i;
    bool finite = false;
    for (int k = i + 1; k < i + NEAR && k < u->last; k++) {
        read_tag tag = unit_tag(u, k);
        bool ends = tag == TAG_STOP || tag == TAG_OPEN ||
                    (tag == TAG_COMMA && (finite || k < i + 2));
        if (ends) break;
        bool relative = unit_tag(u, k - 1) == TAG_NOUN && unit_finite(u, k + 1);
        if (tag == TAG_THAT && !relative) return k;
        finite = finite || unit_finite(u, k);
        if (finite && !time) break;
    }
    return i;
}

bool complement_that(const read_unit *u, const read_verb *v, read_claim *c) {
    if (!(v->sense->frames & (FRAME_THAT | FRAME_BASE))) return false;
    int i = after_verb(u, v);
    if (!has_prep(v->sense, u, i)) i = over_clause(u, i);
    if (unit_is(u, i, "be") && unit_is(u, i + 1, "known")) i += 2;
    if (unit_is_any(u, i, "clear plain")) i++; /* "made it clear that" */
    if (unit_tag(u, i) != TAG_THAT) return false;
    if (unit_is_any(u, i + 1, "'s 'd 'll is was")) return false;
    int last = content_end(u, i + 1);
    bool base = (v->sense->frames & FRAME_BASE) != 0;
    bool quoted = unit_tag(u, i + 1) == TAG_OPEN;
    if (!base && !quoted && demonstrative(u, i, last)) return false;
    read_tag then = unit_tag(u, i + 1);
    bool clause = then == TAG_PROPER || then == TAG_PRON || then == TAG_DET;
    if (base && !clause && demonstrative(u, i, last) && last - i < 4) {
        return false;
    }
    return claim_add(u, c, i + 1, last);
}

/* "confirmed the report but gave", "demanded the ministry and the League said":
 * an object, and a clause joined to this one. */
static bool object_then_clause(const read_unit *u, const read_verb *v, int i) {
    read_range what = phrase_core(u, i);
    if (range_empty(what) || !(v->sense->frames & FRAME_NP)) return false;
    int end = object_end(u, i);
    return end < u->last && unit_tag(u, end) == TAG_CONJ &&
           !unit_has_finite(u, i, end);
}

/* Is there a clause from i on, and not an object that one hangs on? "denied he
 * had" but "denied it on Thursday, in a way that convinced nobody". */
static bool clause_begins(const read_unit *u, int i, int last) {
    while (unit_tag(u, i) == TAG_CONJ || unit_tag(u, i) == TAG_ADV)
        i++;
    bool finite = false;
    for (int k = i; k < last; k++) {
        if (!unit_finite(u, k)) continue;
        finite = true;
        int outer = k;
        read_range who = subject_of(u, k, &outer);
        if (!range_empty(who) && unit_tag(u, who.first) != TAG_WH) {
            return outer <= i || unit_tag(u, i) == TAG_SUB ||
                   unit_tag(u, i) == TAG_PREP;
        }
    }
    return !finite || unit_tag(u, i) == TAG_OPEN;
}

/* "told the two halves of the chain [to make]": past whoever is spoken to,
 * however long; or `from`. */
static int over_told(const read_unit *u, int from) {
    enum { NEAR = 14 };
    read_tag first = unit_tag(u, from);
    if (first == TAG_THAT || first == TAG_OPEN || first == TAG_WHAT) {
        return from;
    }
    for (int i = from + 1; i < from + NEAR && i + 1 < u->last; i++) {
        read_tag tag = unit_tag(u, i);
        if (tag == TAG_COMMA || tag == TAG_OPEN || tag == TAG_THAT ||
            tag == TAG_SUB || tag == TAG_WHAT || unit_finite(u, i)) {
            break;
        }
        int k = i + 1;
        if (unit_tag(u, k) == TAG_OPEN) k++;
        read_tag next = unit_tag(u, k);
        if (tag == TAG_TO && (next == TAG_VB || next == TAG_BE)) {
            return unit_tag(u, i - 1) == TAG_NOT ? i - 1 : i;
        }
    }
    return from;
}

bool complement_clause(const read_unit *u, const read_verb *v, read_claim *c) {
    if (!(v->sense->frames & (FRAME_CLAUSE | FRAME_WHAT))) return false;
    bool tells = unit_is_any(u, v->at, "told tells tell");
    if (tells && over_told(u, v->group.last) > v->group.last) return false;
    int i = after_verb(u, v);
    read_tag tag = unit_tag(u, i);
    bool question = tag == TAG_WHAT || unit_is_any(u, i, "if who where when");
    if (!(v->sense->frames & FRAME_CLAUSE) && !question) return false;
    if (has_prep(v->sense, u, i)) return false; /* "warned of" */
    if (tag == TAG_COLON) {
        tag = unit_tag(u, ++i);
        if (tag == TAG_OPEN) return false;
        return claim_add(u, c, i, content_end(u, i));
    }
    if (tag == TAG_COMMA || tag == TAG_STOP || tag == TAG_NONE ||
        tag == TAG_TO || tag == TAG_SEMI || tag == TAG_CLOSE) {
        return false;
    }
    if (tag == TAG_WHAT || tag == TAG_WH) {
        /* "said how many": indirect questions are content, too */
        if (v->negated || unit_tag(u, i) == TAG_WH) return false;
    }
    if (object_then_clause(u, v, i)) return false;
    int last = content_end(u, i);
    bool partial = tag == TAG_OPEN && last > i;
    if (!partial && !unit_has_finite(u, i, last)) return false;
    bool object = (v->sense->frames & FRAME_NP) != 0 && !partial;
    if (object && !clause_begins(u, i, last)) return false;
    return claim_add(u, c, i, last);
}

/* "invited the leaders of both camps [to his palace, in for a talk]": where
 * that begins; 0: nowhere near. */
static int over_guest(const read_unit *u, int from) {
    enum { NEAR = 12 };
    for (int i = from + 1; i < from + NEAR; i++) {
        read_tag tag = unit_tag(u, i);
        bool meal = unit_noun(u, i + 1, NOUN_MEAL);
        bool leads = tag == TAG_TO || unit_is_any(u, i, "in over back for");
        if (leads) return meal ? 0 : i;
        if (tag == TAG_COMMA || tag == TAG_STOP || unit_finite(u, i)) break;
    }
    return 0;
}

bool complement_infinitive(const read_unit *u, const read_verb *v,
                           read_claim *c) {
    int i = v->group.last;
    if (v->sense->frames & FRAME_ADDR) i = skip_hearer(u, v, i);
    i = over_insertion(u, skip_circumstances(u, i));
    if (unit_is_any(u, v->at, "invited invites")) {
        int where = over_guest(u, v->group.last);
        if (where > 0) return claim_add(u, c, where, content_end(u, where));
    }
    if (unit_is_any(u, v->at, "told tells tell")) {
        int told = over_told(u, v->group.last);
        if (told > v->group.last) {
            return claim_add(u, c, told, content_end(u, told));
        }
    }
    if (unit_tag(u, i) == TAG_NOT) i++;
    if (unit_tag(u, i) != TAG_TO) return false;
    read_tag next = unit_tag(u, i + 1);
    bool verb = next == TAG_VB || next == TAG_BE || next == TAG_HAVE ||
                (next == TAG_NOUN && !unit_noun(u, i + 1, NOUN_MEAL)) ||
                next == TAG_DO || next == TAG_ADV || next == TAG_VBN;
    if (!(v->sense->frames & (FRAME_INF | FRAME_ADDR)) || !verb) return false;
    int first = unit_tag(u, i - 1) == TAG_NOT ? i - 1 : i;
    return claim_add(u, c, first, content_end(u, first));
}

/* A date that closes the object says when it was said. */
static int without_date(const read_unit *u, int first, int last) {
    bool times = last - first > 2 && unit_is(u, last - 1, "times") &&
                 unit_tag(u, last - 2) == TAG_NUM;
    if (times) last -= 2;
    if (last - first > 1 && unit_is_any(u, last - 1, "twice repeatedly")) {
        last--;
    }
    for (int i = last - 1; i > first && i > last - 5; i--) {
        if (unit_is(u, i, "on") && skip_date(u, i) == last) return i;
    }
    /* "rejected the offer Friday" */
    bool bare = last - first > 2 && unit_tag(u, first) != TAG_VBG &&
                unit_time(u, last - 1) && !unit_is(u, last - 1, "today") &&
                (unit_tag(u, last - 2) == TAG_NOUN ||
                 unit_tag(u, last - 2) == TAG_PROPER);
    return bare ? last - 1 : last;
}

/* The words at i can be an object: a phrase, a quotation, a gerund, "what he
 * termed". */
static bool object_begins(const read_unit *u, const read_verb *v, int i,
                          bool prep) {
    unsigned frames = v->sense->frames;
    read_tag tag = unit_tag(u, i);
    bool gerund = tag == TAG_VBG || unit_is_any(u, i, "having being");
    if (!range_empty(phrase_core(u, i)) || tag == TAG_OPEN) return true;
    if (prep) return gerund;
    if (gerund) return (frames & (FRAME_ING | FRAME_NP)) != 0;
    return (frames & FRAME_NP) != 0 &&
           (unit_is(u, i, "what") || tag == TAG_THAT);
}

/* Where the object ends: what the person spoken to is to do, and what a
 * preposition brings, go on like a clause. */
static int end_of_object(const read_unit *u, const read_verb *v, int first,
                         bool prep) {
    bool ask = !prep && (v->sense->frames & FRAME_ASK) != 0;
    bool that = !prep && unit_tag(u, first) == TAG_THAT &&
                unit_has_finite(u, first, content_end(u, first));
    return ask || that ? content_end(u, first) : object_end(u, first);
}

/* Past a date; but "a week of leave" is none. */
static int over_date(const read_unit *u, int i) {
    int end = skip_date(u, i);
    return unit_is(u, end, "of") ? i : end;
}

/* "urged [the union] to return", "offered [her] a hotline": past the person
 * spoken to, who is no part of the content. */
static int over_asked(const read_unit *u, const read_verb *v, int i, bool prep,
                      int last) {
    enum { NEAR = 16 };
    bool ask = (v->sense->frames & FRAME_ASK) != 0 || prep;
    read_range who = phrase_core(u, prep ? i + 1 : i);
    if (range_empty(who)) return i;
    if (!ask) { /* a second object follows a pronoun */
        read_tag next = unit_tag(u, who.last);
        bool second = unit_tag(u, who.first) == TAG_OBJ && next == TAG_DET;
        return second && v->sense->class == CLASS_OFFER ? who.last : i;
    }
    if (v->sense->class != CLASS_DEMAND) return i;
    for (int k = who.last; k + 1 < last && k < i + NEAR; k++) {
        read_tag tag = unit_tag(u, k);
        if (tag == TAG_COMMA || unit_finite(u, k)) break;
        read_tag next = unit_tag(u, k + 1);
        if (tag == TAG_TO && (next == TAG_VB || next == TAG_BE ||
                              next == TAG_HAVE || next == TAG_DO)) {
            return k;
        }
    }
    return i;
}

bool complement_object(const read_unit *u, const read_verb *v, read_claim *c) {
    int i = over_date(u, v->group.last);
    bool dated = i > v->group.last;
    if (unit_is(u, i, "in"))
        i = skip_circumstances(u, i); /* "in strong terms" */
    while (unit_tag(u, i) == TAG_ADV && !has_prep(v->sense, u, i))
        i++;
    bool prep = has_prep(v->sense, u, i);
    if (!prep && !(v->sense->frames & (FRAME_NP | FRAME_ASK | FRAME_ING))) {
        return false;
    }
    if (!object_begins(u, v, prep ? i + 1 : i, prep)) return false;
    if (!prep && (dated || over_date(u, i) > i)) return false;
    bool no_event = v->negated && v->sense->class == CLASS_ACCEPT &&
                    unit_is(u, i, "on"); /* "have not agreed on a venue" */
    if (no_event) return false;
    int last = end_of_object(u, v, i, prep);
    c->is_object = true;
    int first = over_asked(u, v, i, prep, last);
    bool visits = v->sense->class == CLASS_DEMAND && first == i && !prep &&
                  !(v->sense->frames & (FRAME_NP | FRAME_ING)) &&
                  text_same(v->sense->particle, "on");
    if (visits) return false; /* "called on the strikers" at their camp */
    return claim_add(u, c, first, without_date(u, first, last));
}

/* "called it a trap", "described them as frank", "dismissed it as a trap" */
bool complement_judgement(const read_unit *u, const read_verb *v,
                          read_claim *c) {
    unsigned frames = v->sense->frames;
    int i = v->group.last;
    read_range what = phrase_after(u, i);
    int end = range_empty(what) ? i : what.last;
    c->is_object = true;
    bool rated = v->sense->class == CLASS_JUDGE && !range_empty(what) &&
                 has_prep(v->sense, u, end); /* "put the toll at 40" */
    if (rated || ((frames & FRAME_AS) && unit_is(u, end, "as"))) {
        return claim_add(u, c, i, content_end(u, i));
    }
    if (!(frames & FRAME_NAME)) return false;
    read_tag next = unit_tag(u, end);
    bool named = next == TAG_OPEN || next == TAG_ADJ || next == TAG_DET ||
                 (next == TAG_NOUN && !unit_noun(u, i + 1, NOUN_MEAL)) ||
                 next == TAG_VBG;
    if (range_empty(what) || !named) return false;
    int last = content_end(u, i);
    for (int k = i; k < last; k++) {
        if (unit_tag(u, k) == TAG_SEMI && !unit_quoted(u, k)) last = k;
    }
    return claim_add(u, c, i, last);
}

bool says_nothing(const read_verb *v) {
    return v->negated && v->sense->class == CLASS_SAY;
}

/* Whatever follows the verb. */
bool complement_any(const read_unit *u, const read_verb *v, read_claim *c) {
    if (says_nothing(v)) return false;
    int i = after_verb(u, v);
    if (unit_tag(u, i) == TAG_COMMA || unit_tag(u, i) == TAG_COLON) i++;
    if ((v->sense->frames & FRAME_QUOTE) && unit_tag(u, i) == TAG_OPEN) {
        const read_quote *q = unit_quote(u, i);
        int last = q->closed && q->close < u->last ? q->close + 1 : u->last;
        if (quote_is_direct(u, q) && claim_add(u, c, i, last)) {
            c->direct = true;
            return true;
        }
    }
    return complement_that(u, v, c) || complement_clause(u, v, c) ||
           complement_infinitive(u, v, c) || complement_judgement(u, v, c) ||
           (v->sense->class < CLASS_DECLINE && complement_object(u, v, c));
}
