/* SPDX-License-Identifier: Apache-2.0
 * Nouns that have a content:
 *
 *   noun-cue  a claim by Orrel that C; Orrel's claim that C; Orrel issued a
 *             warning that C
 *   noun-act  the union's refusal to meet; its rejection of the plan; calls
 * from the opposition for an inquiry noun-is   Orrel's position is that C
 *
 * Whose it is: who stands before it as its owner, or after it with "by" or
 * "from", or the subject of the verb that makes it. Without one of these
 * nobody says so, and there is no claim. */
#include "read/rules.h"

static const read_range nobody = {0, 0};

/* A noun outside quotations that can have a content. */
static bool has_content(const read_unit *u, int i) {
    return unit_word(u, i)->cue != CLASS_NONE && unit_tag(u, i) == TAG_NOUN &&
           u->p->tokens[i].quote == 0;
}

/* Where the words that describe the noun at i begin. */
static int before_modifiers(const read_unit *u, int i) {
    int k = i - 1;
    while (unit_tag(u, k) == TAG_ADJ || unit_tag(u, k) == TAG_NOUN ||
           unit_tag(u, k) == TAG_NUM) {
        k--;
    }
    return k;
}

/* "Orrel's claim", "his claim" */
static read_range owner_before(const read_unit *u, int noun) {
    int k = before_modifiers(u, noun);
    if (unit_tag(u, k) == TAG_POSS) return (read_range){k, k + 1};
    return unit_tag(u, k) == TAG_APOSTROPHE ? phrase_before(u, k) : nobody;
}

/* "Orrel issued a warning", "has given assurances": who makes it. */
static read_range maker(const read_unit *u, int noun) {
    int k = before_modifiers(u, noun), outer;
    while (unit_tag(u, k) == TAG_DET)
        k--;
    bool makes = unit_is_any(u, k,
                             "made makes making issued issues gave gives given "
                             "giving repeated repeats renewed renews offered "
                             "offers delivered voiced raised lodged published "
                             "put sent sends reiterated reiterates levelled");
    if (!makes) return nobody;
    while (unit_tag(u, k - 1) == TAG_HAVE || unit_tag(u, k - 1) == TAG_BE ||
           unit_tag(u, k - 1) == TAG_ADV) {
        k--;
    }
    return unit_finite(u, k) ? subject_of(u, k, &outer) : nobody;
}

/* Whose the noun's content is; *next: where that would begin. */
static read_range owner_of(const read_unit *u, int noun, int *next) {
    *next = noun + 1;
    if (unit_is_any(u, noun + 1, "by from")) {
        read_range who = phrase_core(u, noun + 2);
        if (!range_empty(who) && unit_is(u, who.last, "of")) {
            who = phrase_after(u, noun + 2);
        }
        *next = who.last;
        return who;
    }
    read_range who = owner_before(u, noun);
    return range_empty(who) ? maker(u, noun) : who;
}

/* Where content from `first` on ends when its noun is the subject of the
 * sentence: before the sentence's own verb, which is the first finite verb
 * behind as many as the content has. */
static int end_in_subject(const read_unit *u, int first, bool clause) {
    int i = first;
    while (clause && i < u->last && !unit_finite(u, i))
        i++;
    while (clause && i < u->last &&
           (unit_finite(u, i) || unit_tag(u, i) == TAG_ADV ||
            unit_tag(u, i) == TAG_NOT)) {
        i++;
    }
    for (; i < u->last; i++) {
        read_tag before = unit_tag(u, i - 1);
        bool joined = before == TAG_CONJ || before == TAG_WH ||
                      before == TAG_PRON || before == TAG_SUB;
        if (unit_finite(u, i) && !joined) return i;
        if (!clause && unit_tag(u, i) == TAG_COMMA) return i;
    }
    return clause ? content_end(u, first) : object_end(u, first);
}

static void begin_noun(const read_unit *u, int noun, read_range who,
                       read_claim *c) {
    const lexicon_word *w = unit_word(u, noun);
    *c = (read_claim){.speaker = who,
                      .cue = {noun, noun + 1},
                      .class = w->cue == CLASS_NONE ? CLASS_SAY : w->cue,
                      .lemma = w->text};
}

static bool is_subject(const read_unit *u, int noun) {
    return !unit_has_finite(u, u->first, noun);
}

bool rule_noun_cue(read_hunt *h, int from, read_claim *out) {
    const read_unit *u = h->u;
    for (int i = from; i + 2 < u->last; i++) {
        if (!has_content(u, i)) continue;
        int that;
        read_range who = owner_of(u, i, &that);
        if (range_empty(who) || unit_tag(u, that) != TAG_THAT) continue;
        begin_noun(u, i, who, out);
        int last = is_subject(u, i) ? end_in_subject(u, that + 1, true)
                                    : content_end(u, that + 1);
        if (!unit_has_finite(u, that + 1, last) && out->class != CLASS_DEMAND) {
            continue;
        }
        return claim_add(u, out, that + 1, last);
    }
    return false;
}

/* Where the content of an act begins: "to meet", "of [the plan]", "for [an
 * inquiry]"; -1: the noun has none. */
static int act_content(const read_unit *u, int noun, int i) {
    read_class class = unit_word(u, noun)->cue;
    bool to = unit_tag(u, i) == TAG_TO &&
              (unit_tag(u, i + 1) == TAG_VB || unit_tag(u, i + 1) == TAG_BE ||
               unit_tag(u, i + 1) == TAG_HAVE);
    bool thing = !range_empty(phrase_core(u, i + 1));
    bool of = unit_is(u, i, "of") && thing;
    bool for_what = unit_is(u, i, "for") && thing;
    switch (class) {
    case CLASS_REFUSE:
    case CLASS_OFFER:
    case CLASS_GUARANTEE:
    case CLASS_THREATEN:
    case CLASS_PROPOSE:
        return to ? i : of && class != CLASS_OFFER ? i + 1 : -1;
    case CLASS_DEMAND: /* "his calls to push for it" were made by phone */
        to = to && !unit_noun(u, noun, NOUN_CALL);
        return to ? i : for_what ? i + 1 : -1;
    case CLASS_REJECT:
    case CLASS_DENY:
    case CLASS_ACCEPT:
    case CLASS_JUDGE:
        return of ? i + 1 : -1;
    default:
        return -1;
    }
}

bool rule_noun_act(read_hunt *h, int from, read_claim *out) {
    const read_unit *u = h->u;
    for (int i = from; i + 2 < u->last; i++) {
        if (!has_content(u, i)) continue;
        int next;
        read_range who = owner_of(u, i, &next);
        if (range_empty(who) || who.last > next) continue;
        int first = act_content(u, i, next);
        if (first < 0) continue;
        begin_noun(u, i, who, out);
        out->is_object = true;
        int last = is_subject(u, i) ? end_in_subject(u, first, false)
                                    : object_end(u, first);
        return claim_add(u, out, first, last);
    }
    return false;
}

static bool is_speech_noun(const read_unit *u, int i) {
    if (unit_tag(u, i) != TAG_NOUN || u->p->tokens[i].quote != 0) return false;
    return unit_word(u, i)->cue != CLASS_NONE ||
           unit_is_any(u, i,
                       "position view line message answer point reply response "
                       "version theory defence defense stance story advice "
                       "belief");
}

/* Behind "is that", "was blunt:"; -1 where nothing of the kind stands. */
static int behind_is(const read_unit *u, int i) {
    if (unit_tag(u, i) != TAG_BE) return -1;
    while (unit_tag(u, i) == TAG_BE || unit_tag(u, i) == TAG_ADV)
        i++;
    if (unit_tag(u, i) == TAG_ADJ && unit_tag(u, i + 1) == TAG_COLON)
        i++; /* "was blunt: go back" */
    bool colon = unit_tag(u, i) == TAG_COLON && unit_tag(u, i + 1) != TAG_OPEN;
    return unit_tag(u, i) == TAG_THAT || colon ? i : -1;
}

bool rule_noun_is(read_hunt *h, int from, read_claim *out) {
    const read_unit *u = h->u;
    for (int i = from; i + 3 < u->last; i++) {
        if (!is_speech_noun(u, i)) continue;
        read_range who = owner_before(u, i);
        int is = i + 1;
        if (unit_is_any(u, is, "of to for on")) { /* "to the strikers" */
            read_range other = phrase_after(u, is + 1);
            if (unit_is(u, is, "of") && range_empty(who)) who = other;
            if (!range_empty(other)) is = other.last;
        }
        int that = range_empty(who) ? -1 : behind_is(u, is);
        if (that < 0) continue;
        begin_noun(u, i, who, out);
        out->cue.last = that;
        return claim_add(u, out, that + 1, content_end(u, that + 1));
    }
    return false;
}
