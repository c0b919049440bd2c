/* SPDX-License-Identifier: Apache-2.0
 * Noun phrases.
 *
 * There is no parser. A phrase is found by walking from a place that the rules
 * know (the verb, a preposition, a quotation mark) over the words that can
 * belong to it; a phrase to the left may take in what hangs on a noun ("an
 * official with the port authority", "three people briefed on the matter")
 * only where the noun that it hangs on begins a clause, since otherwise the
 * preposition belongs to a verb. Every walk is at most UNIT_REACH words, so a
 * sentence costs at most its length times that. */
#include <string.h>

#include "read/phrase_int.h"

bool unit_noun(const read_unit *u, int i, read_noun kind) {
    return (unit_word(u, i)->nouns & 1U << kind) != 0;
}

bool unit_finite(const read_unit *u, int i) {
    switch (unit_tag(u, i)) {
    case TAG_VBD:
    case TAG_VBZ:
    case TAG_MODAL:
    case TAG_DO:
        return true;
    case TAG_BE:
        return !unit_is_any(u, i, "be been being");
    case TAG_HAVE:
        return !unit_is(u, i, "having");
    default:
        return false;
    }
}

bool unit_has_finite(const read_unit *u, int first, int last) {
    for (int i = first; i < last; i++) {
        if (unit_finite(u, i)) return true;
    }
    return false;
}

const read_quote *unit_quote(const read_unit *u, int i) {
    if (i < u->first || i >= u->last) return NULL;
    uint16_t number = u->p->tokens[i].quote;
    return number != 0 ? &u->p->quotes[number - 1] : NULL;
}

bool range_empty(read_range r) { return r.last <= r.first; }

static const read_range nothing = {0, 0};

/* "18 May", "May 18": the month, which is no other word. */
static bool is_may(const read_unit *u, int i) {
    bool beside =
        unit_tag(u, i - 1) == TAG_NUM || unit_tag(u, i + 1) == TAG_NUM;
    if (!beside || unit_tag(u, i) == TAG_NONE) return false;
    const read_token *t = &u->p->tokens[i];
    return t->end - t->begin == 3 &&
           memcmp(u->p->bytes + t->begin, "May", 3) == 0;
}

bool unit_time(const read_unit *u, int i) {
    bool time = unit_word(u, i)->time || is_may(u, i);
    return time && unit_tag(u, i + 1) != TAG_APOSTROPHE;
}

/* --- Forward --- */

static bool names_thing(read_tag tag) {
    return tag == TAG_NOUN || tag == TAG_PROPER;
}

/* May the word at i follow inside a core whose head may have been seen? */
static bool core_goes_on(const read_unit *u, int i, bool head) {
    read_tag tag = unit_tag(u, i), next = unit_tag(u, i + 1);
    switch (tag) {
    case TAG_NOUN:
    case TAG_PROPER:
        return !head || !unit_time(u, i);
    case TAG_NUM:
    case TAG_ADJ: /* but "the rebels [next week]" */
        return !head ||
               (names_thing(next) && !unit_is_any(u, i, "next last this"));
    case TAG_APOSTROPHE:
        return head;
    case TAG_VBG:
    case TAG_VBN:
        return !head && (names_thing(next) || next == TAG_ADJ);
    case TAG_OTHER: /* "&", "%" between or after nouns */
        return head && unit_is_any(u, i, "& / %");
    default:
        return false;
    }
}

/* "the minister Mr Tarn" */
static bool names_office(const read_unit *u, int i) {
    return unit_noun(u, i, NOUN_ROLE) || unit_noun(u, i, NOUN_PERSON);
}

/* "the airport [Ms Arriaga]": a title that begins another phrase. */
static bool title_begins(const read_unit *u, int i) {
    return unit_tag(u, i) == TAG_PROPER && unit_tag(u, i - 1) == TAG_NOUN &&
           unit_is_any(u, i, "mr mrs ms dr mr. mrs. ms. dr.") &&
           !names_office(u, i - 1);
}

read_range phrase_core(const read_unit *u, int first) {
    read_tag tag = unit_tag(u, first);
    if (tag == TAG_PRON || tag == TAG_OBJ) {
        return (read_range){first, first + 1};
    }
    int i = first;
    bool head = false;
    while (unit_tag(u, i) == TAG_DET || unit_tag(u, i) == TAG_POSS)
        i++;
    for (; i < u->last && i < first + UNIT_REACH; i++) {
        tag = unit_tag(u, i);
        bool possessor = i > first && unit_tag(u, i - 1) == TAG_APOSTROPHE;
        if (!core_goes_on(u, i, head && !possessor)) break;
        if (head && title_begins(u, i)) break;
        if (tag == TAG_APOSTROPHE) head = true;
        if (names_thing(tag)) head = true;
    }
    bool alone =
        i == first + 1 && (tag == TAG_DET || unit_tag(u, first) == TAG_DET);
    read_tag end = unit_tag(u, i - 1);
    bool counts =
        end == TAG_NUM || (end == TAG_ADJ && unit_tag(u, first) == TAG_DET);
    if (!head && !alone && i > first && counts) {
        head = true; /* "two", "the first three", "the other" */
    }
    if (!head && !alone) return nothing;
    return (read_range){first, i};
}

/* "(PA)" after a phrase. */
static int skip_brackets(const read_unit *u, int i) {
    enum { SHORT = 8 };
    if (unit_tag(u, i) != TAG_LEFT) return i;
    for (int k = i + 1; k < i + SHORT; k++) {
        if (unit_tag(u, k) == TAG_RIGHT) return k + 1;
    }
    return i;
}

static bool is_person_name(const read_unit *u, read_range core) {
    return !range_empty(core) && unit_tag(u, core.last - 1) == TAG_PROPER &&
           unit_tag(u, core.first) == TAG_PROPER &&
           core.last - core.first >= 2 && core.last - core.first <= 6;
}

/* ", Colm Tierney," after "fisheries minister". */
int phrase_apposition(const read_unit *u, read_range phrase) {
    int i = phrase.last;
    int head = phrase_head(u, phrase);
    read_tag tag = unit_tag(u, head);
    bool described = tag == TAG_NOUN || tag == TAG_ADJ || tag == TAG_NUM ||
                     unit_noun(u, head, NOUN_ROLE) ||
                     unit_noun(u, head, NOUN_GROUP);
    if (unit_tag(u, i) != TAG_COMMA || !described) return i;
    read_range name = phrase_core(u, i + 1);
    bool thing = unit_noun(u, head, NOUN_GROUP) && !range_empty(name) &&
                 name.last == name.first + 1 &&
                 unit_tag(u, name.first) == TAG_PROPER &&
                 unit_tag(u, name.last) == TAG_COMMA; /* ", Tidewright," */
    if (!is_person_name(u, name) && !thing) return i;
    read_tag after = unit_tag(u, name.last);
    bool ends = after == TAG_COMMA || after == TAG_STOP || after == TAG_NONE ||
                after == TAG_CLOSE || after == TAG_COLON;
    return ends ? name.last : i;
}

/* "an aide [to] the premier", "a visit [to] Pell", "her letter [to] Hahn":
 * nouns that something is "to". */
static bool leads_to(const read_unit *u, int to) {
    if (unit_tag(u, to) != TAG_TO || unit_tag(u, to + 1) == TAG_VB)
        return false;
    return unit_noun(u, to - 1, NOUN_VISIT) ||
           unit_noun(u, to - 1, NOUN_LETTER) ||
           unit_is_any(u, to - 1,
                       "aide aides adviser advisers advisor advisors envoy "
                       "envoys ambassador ambassadors representative "
                       "representatives counsel heir assistant deputy "
                       "emissary delegate delegates observer observers");
}

read_range phrase_after(const read_unit *u, int first) {
    read_range r = phrase_core(u, first);
    if (range_empty(r) || unit_tag(u, first) == TAG_PRON ||
        unit_tag(u, first) == TAG_OBJ) {
        bool of = !range_empty(r) && unit_is(u, r.last, "of");
        if (!of) return r;
    }
    bool name = unit_tag(u, r.last - 1) == TAG_PROPER &&
                unit_tag(u, r.first) == TAG_PROPER;
    r.last = skip_brackets(u, r.last);
    for (int round = 0; round < 4; round++) {
        read_tag tag = unit_tag(u, r.last);
        bool to = leads_to(u, r.last) && unit_noun(u, r.last - 1, NOUN_ROLE);
        bool of = (tag == TAG_PREP && unit_is(u, r.last, "of")) || to;
        bool other = tag == TAG_PREP && !name &&
                     unit_is_any(u, r.last, "for with from in at");
        bool and = tag == TAG_CONJ && unit_is_any(u, r.last, "and & or");
        if (!of && !other && !and) break;
        read_range more = phrase_core(u, r.last + 1);
        if (range_empty(more) || (other && unit_time(u, more.last - 1))) break;
        if (and&&(unit_finite(u, more.last) ||
                  unit_tag(u, more.first) == TAG_PRON)) {
            break; /* that is the subject of what follows */
        }
        r.last = skip_brackets(u, more.last);
    }
    r.last = phrase_apposition(u, r);
    return r;
}

/* "Arab and Western [diplomats]": what "and" joins describes the noun that
 * follows, and is no thing by itself. */
static bool joins_description(const read_unit *u, read_range core, int last) {
    if (core.last >= last || unit_tag(u, core.last) != TAG_CONJ) return false;
    for (int i = core.first; i < core.last; i++) {
        if (unit_tag(u, i) == TAG_NOUN) return false;
    }
    read_range more = phrase_core(u, core.last + 1);
    int head = more.last - 1;
    return !range_empty(more) && more.last - more.first > 1 &&
           unit_tag(u, head) == TAG_NOUN &&
           (unit_noun(u, head, NOUN_ROLE) || unit_noun(u, head, NOUN_PERSON));
}

int phrase_head(const read_unit *u, read_range phrase) {
    read_range core = phrase_core(u, phrase.first);
    if (range_empty(core)) return phrase.first;
    if (joins_description(u, core, phrase.last)) {
        core = phrase_core(u, core.last + 1);
    }
    int i = core.last < phrase.last ? core.last : phrase.last;
    while (i > core.first + 1) {
        read_tag tag = unit_tag(u, i - 1);
        if (names_thing(tag) && !unit_time(u, i - 1)) return i - 1;
        i--;
    }
    bool noun = names_thing(unit_tag(u, core.first));
    return noun ? core.first : core.last - 1;
}

static bool ends_like(const read_unit *u, int i, const char *ending) {
    const read_token *t = &u->p->tokens[i];
    size_t size = strlen(ending);
    return t->end - t->begin > size + 2 &&
           memcmp(u->p->bytes + t->end - size, ending, size) == 0;
}

bool phrase_can_act(const read_unit *u, read_range who) {
    int head = phrase_head(u, who);
    read_tag tag = unit_tag(u, head);
    if (tag != TAG_NOUN) return true;
    bool named = unit_tag(u, head + 1) == TAG_COMMA && head + 2 < who.last &&
                 unit_tag(u, head + 2) == TAG_PROPER;
    if (named) return true; /* "her opposite number, Bogdan Tal" */
    if (unit_noun(u, head, NOUN_ROLE) || unit_noun(u, head, NOUN_PERSON) ||
        unit_noun(u, head, NOUN_GROUP)) {
        return true;
    }
    if (unit_is_any(
            u, head,
            "letter letters order orders power powers water waters "
            "matter matters number numbers paper papers offer offers "
            "answer answers border borders river rivers dinner summer "
            "winter corner corners centre center tower chapter quarter "
            "quarters error errors floor door doors harbour harbor "
            "sector sectors motor factor factors terror favour favor "
            "colour corridor corridors fee fees degree tree list lists "
            "computer counter disorder tender tenders reminder "
            "flowers register charter shelter another rather other others "
            "transfer barrier barriers frontier pressure guarantee "
            "guarantees")) {
        return unit_is_any(u, head, "others another");
    }
    static const char *const endings[] = {"ers",  "ors", "ists",  "ians", "ees",
                                          "ants", "er",  "or",    "ist",  "ian",
                                          "ee",   "man", "woman", "men"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (ends_like(u, head, endings[i])) return true;
    }
    return false;
}

/* --- Backward --- */

/* What may stand before a clause's subject. */
bool phrase_boundary(const read_unit *u, int i) {
    switch (unit_tag(u, i)) {
    case TAG_NONE:
    case TAG_COMMA:
    case TAG_SEMI:
    case TAG_COLON:
    case TAG_DASH:
    case TAG_OPEN:
    case TAG_CLOSE:
    case TAG_STOP:
    case TAG_CONJ:
    case TAG_SUB:
    case TAG_THAT:
    case TAG_WH:
    case TAG_WHAT:
    case TAG_LEFT:
    case TAG_RIGHT:
    case TAG_ADV:
    case TAG_OTHER:
        return true;
    default:
        return unit_time(u, i);
    }
}

/* Where "(PA)" begins that ends at i; else i. */
static int over_brackets(const read_unit *u, int i) {
    enum { SHORT = 8 };
    if (unit_tag(u, i) != TAG_RIGHT) return i;
    for (int k = i - 1; k > i - SHORT; k--) {
        if (unit_tag(u, k) == TAG_LEFT) return k - 1;
    }
    return i;
}

/* A participle before a noun: "of registered voters", "the proposed deal". */
static bool is_participle(const read_unit *u, int i) {
    read_tag tag = unit_tag(u, i), before = unit_tag(u, i - 1);
    bool inside = before != TAG_NONE; /* a word stands before it */
    if (!inside || (tag != TAG_VBN && tag != TAG_VBG)) return false;
    bool hyphen =
        memchr(u->p->bytes + u->p->tokens[i - 1].begin, '-',
               u->p->tokens[i - 1].end - u->p->tokens[i - 1].begin) != NULL;
    return before == TAG_DET || before == TAG_NUM || before == TAG_ADJ ||
           (hyphen && before == TAG_NOUN && names_thing(unit_tag(u, i + 1))) ||
           (tag == TAG_VBN && unit_is(u, i - 1, "of"));
}

/* May the word at i stand in a core whose last word is `end`? */
static bool in_core(const read_unit *u, int i, int end) {
    read_tag tag = unit_tag(u, i);
    if (i < end && unit_time(u, i)) return false;
    if (names_thing(tag) || tag == TAG_ADJ || tag == TAG_NUM ||
        tag == TAG_APOSTROPHE) {
        return true;
    }
    return i < end && (is_participle(u, i) ||
                       (tag == TAG_OTHER && unit_is_any(u, i, "& /")));
}

static read_range core_before(const read_unit *u, int last) {
    int i = over_brackets(u, last - 1);
    if (unit_is_any(u, i, "himself herself itself themselves") &&
        unit_tag(u, i) == TAG_ADV) {
        i--; /* "the minister himself" */
    }
    read_tag tag = unit_tag(u, i);
    if (tag == TAG_PRON || tag == TAG_OBJ) return (read_range){i, last};
    bool ends = names_thing(tag) || tag == TAG_NUM || tag == TAG_DET ||
                tag == TAG_OTHER || tag == TAG_APOSTROPHE || tag == TAG_ADJ;
    if (!ends) return nothing;
    int end = i;
    while (i >= u->first && i > end - UNIT_REACH && in_core(u, i, end)) {
        if (title_begins(u, i + 1)) break;
        i--;
    }
    if (unit_tag(u, i) == TAG_DET || unit_tag(u, i) == TAG_POSS) {
        while (unit_tag(u, i - 1) == TAG_DET)
            i--;
        i--;
    }
    return i + 1 < last ? (read_range){i + 1, last} : nothing;
}

/* What no reduced clause goes over. */
static bool closes_clause(const read_unit *u, int i) {
    switch (unit_tag(u, i)) {
    case TAG_COMMA:
    case TAG_CLOSE:
    case TAG_OPEN:
    case TAG_CONJ:
    case TAG_STOP:
    case TAG_SUB:
    case TAG_THAT:
    case TAG_WH:
        return true;
    default:
        return unit_finite(u, i) && unit_tag(u, i) != TAG_VBD;
    }
}

/* A participle, or "close", that a noun before it can carry. */
static bool can_hang(const read_unit *u, int i) {
    read_tag tag = unit_tag(u, i);
    if (!names_thing(unit_tag(u, i - 1))) return false;
    bool past = tag == TAG_VBD && unit_tag(u, i + 1) == TAG_PREP;
    return tag == TAG_VBN || tag == TAG_VBG || past ||
           (tag == TAG_ADJ && unit_is_any(u, i, "close familiar"));
}

/* "three people [briefed on] the matter": where the noun ends on which the
 * words before `first` hang; 0 if they don't. */
static int reduced_clause(const read_unit *u, int first) {
    enum { NEAR = 14 };
    for (int i = first - 1; i > u->first && i > first - NEAR; i--) {
        if (closes_clause(u, i)) return 0;
        if (can_hang(u, i)) {
            read_range noun = core_before(u, i);
            int head = range_empty(noun) ? u->first : phrase_head(u, noun);
            bool people = unit_noun(u, head, NOUN_ROLE) ||
                          unit_noun(u, head, NOUN_PERSON);
            if (people && phrase_boundary(u, noun.first - 1)) return i;
        }
        if (unit_tag(u, i) == TAG_VBD) return 0;
    }
    return 0;
}

read_range phrase_before(const read_unit *u, int last) {
    read_range r = core_before(u, last);
    if (range_empty(r)) return r;
    for (int round = 0; round < 4; round++) {
        int k = r.first - 1;
        read_tag tag = unit_tag(u, k);
        bool of = (tag == TAG_PREP && unit_is(u, k, "of")) || leads_to(u, k);
        bool hangs = of || tag == TAG_CONJ ||
                     (tag == TAG_PREP &&
                      unit_is_any(u, k, "for with from in at on near inside"));
        if (hangs) {
            read_range left = core_before(u, k);
            bool more =
                !range_empty(left) && !unit_word(u, left.last - 1)->time &&
                (of || phrase_boundary(u, left.first - 1) ||
                 (tag == TAG_PREP && unit_tag(u, left.first - 1) == TAG_PREP));
            if (tag == TAG_CONJ) {
                const lexicon_sense *said =
                    unit_word(u, left.first - 1)->senses;
                bool clause = said != NULL && (said->frames & FRAME_CLAUSE);
                more = !range_empty(left) && unit_is_any(u, k, "and or &") &&
                       (clause || phrase_boundary(u, left.first - 1) ||
                        unit_is_any(u, left.first - 1, "of from")) &&
                       unit_tag(u, left.first - 1) != TAG_CONJ;
            }
            if (more) {
                r.first = left.first;
                continue;
            }
        }
        int noun = reduced_clause(u, r.first);
        if (noun == 0) break;
        r.first = core_before(u, noun).first;
    }
    return r;
}
