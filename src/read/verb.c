/* SPDX-License-Identifier: Apache-2.0
 * The verbs of a sentence that the lexicon knows, with their groups.
 *
 * To the left of a verb its group takes auxiliaries, "not", "to" and adverbs
 * ("would not immediately comment", "has so far refused", "had not, however,
 * agreed"); to the right its particle ("ruled out", also "ruled that out"),
 * which picks the sense. An infinitive reports where the verb before it only
 * brings it up ("went on to say", "emerged to say", "is said to have refused").
 * A form that the tagger made a noun is none of them. */
#include "base/text.h"
#include "read/unit.h"

/* Only adverbs stand apart from their verb: "ruled it out". */
static bool can_part(const char *particle) {
    static const char *const adverbs[] = {"out",   "off",  "down",   "aside",
                                          "away",  "back", "up",     "in",
                                          "apart", "over", "forward"};
    for (size_t i = 0; i < sizeof adverbs / sizeof *adverbs; i++) {
        if (text_same(particle, adverbs[i])) return true;
    }
    return false;
}

/* "said no date was set": "no" belongs to a noun, not to "said". */
static bool is_determiner(const read_unit *u, int i) {
    read_tag next = unit_tag(u, i + 1);
    return unit_is(u, i, "no") &&
           (next == TAG_NOUN || next == TAG_ADJ || next == TAG_PROPER ||
            next == TAG_NUM || next == TAG_VBN || next == TAG_VBG);
}

/* Where the particle of a sense ends; 0 if it isn't there. */
static int particle_end(const read_unit *u, int at, const char *particle) {
    enum { NEAR = 5 };
    bool dated = unit_is(u, at + 1, "on") && skip_date(u, at + 1) > at + 1;
    if (dated) { /* "called on Tuesday for" */
        int after = skip_date(u, at + 1);
        return unit_is(u, after, particle) ? after + 1 : 0;
    }
    if (unit_is(u, at + 1, particle)) {
        return is_determiner(u, at + 1) ? 0 : at + 2;
    }
    if (!unit_is_any(u, at + 1, "it that them this the nothing anything")) {
        return 0;
    }
    if (!can_part(particle)) return 0;
    for (int i = at + 2; i < at + NEAR; i++) {
        if (unit_is(u, i, particle)) return at + 1;
    }
    return 0;
}

/* The sense of the word at `at`; *end is where its particle ends. */
static const lexicon_sense *pick_sense(const read_unit *u, int at, int *end) {
    const lexicon_sense *plain = NULL;
    for (const lexicon_sense *s = unit_word(u, at)->senses; s != NULL;
         s = s->next) {
        if (s->particle == NULL) {
            if (plain == NULL) plain = s;
            continue;
        }
        int there = particle_end(u, at, s->particle);
        if (there == 0) continue;
        *end = there;
        return s;
    }
    *end = at + 1;
    return plain;
}

static bool in_group(read_tag tag) {
    return tag == TAG_ADV || tag == TAG_NOT || tag == TAG_MODAL ||
           tag == TAG_BE || tag == TAG_HAVE || tag == TAG_DO || tag == TAG_TO;
}

/* "went on", "emerged before noon", "wrote to the mayor" [to say]: who moves or
 * opens a call in order to speak does speak. Where that verb stands, or -1. */
static int bringing_up(const read_unit *u, int to) {
    enum { NEAR = 8 };
    bool onward = unit_is_any(u, to - 1, "on forward");
    for (int i = to - 1; i > to - NEAR; i--) {
        bool goes = (onward && unit_is_any(u, i,
                                           "went goes came comes stepped "
                                           "steps")) ||
                    (i == to - 1 && unit_is_any(u, i, "called calls"));
        if (goes || unit_is_any(u, i,
                                "emerged emerges rose rises stood intervened "
                                "intervenes phoned phones rang telephoned "
                                "telephones wrote writes")) {
            return i;
        }
        if (unit_is(u, i, "written") && unit_tag(u, i - 1) == TAG_HAVE) {
            return i - 1;
        }
        read_tag tag = unit_tag(u, i);
        if (tag == TAG_COMMA || tag == TAG_STOP || unit_finite(u, i)) break;
    }
    return -1;
}

/* "used a speech", "took to the radio", "called a press conference" [to deny]:
 * where that verb stands, or -1. */
static int takes_the_floor(const read_unit *u, int to) {
    enum { NEAR = 12 };
    bool floor = false;
    for (int i = to - 1; i > to - NEAR; i--) {
        read_tag tag = unit_tag(u, i);
        if (tag == TAG_COMMA || tag == TAG_STOP || tag == TAG_OPEN) break;
        floor = floor ||
                unit_is_any(u, i,
                            "speech interview statement address television "
                            "radio airwaves twitter occasion platform floor "
                            "conference briefing article column podium "
                            "broadcast microphone sermon debate meeting");
        if (floor && unit_is_any(u, i, "used uses took takes called held")) {
            return i;
        }
        if (unit_finite(u, i)) break;
    }
    return -1;
}

/* "is understood", "was reported" [to have refused]: where it begins, or -1. */
static int hearsay(const read_unit *u, int to) {
    if (!unit_is_any(u, to - 1,
                     "said understood reported believed thought alleged "
                     "rumoured rumored")) {
        return -1;
    }
    int i = to - 2;
    while (unit_tag(u, i) == TAG_ADV)
        i--;
    return unit_tag(u, i) == TAG_BE && unit_finite(u, i) ? i : -1;
}

/* "wishes", "had", "is pleased", "takes this opportunity" [to say]: what only
 * makes it more polite, or tells that it was said unwillingly. Where that verb
 * begins, or -1. */
static int formula(const read_unit *u, int to) {
    enum { NEAR = 6 };
    bool had = unit_tag(u, to - 1) == TAG_HAVE && unit_finite(u, to - 1);
    if (had) return to - 1;
    if (!unit_is_any(u, to - 1,
                     "wishes wish like pleased honour honor opportunity proud "
                     "sorry glad forced compelled obliged hastened hastens "
                     "hasten pains care quick keen continued continues began "
                     "begins started proceeded moved regrets occasion")) {
        return -1;
    }
    int i = to - 1;
    while (i > to - NEAR && !unit_finite(u, i))
        i--;
    while (unit_finite(u, i - 1) || unit_tag(u, i - 1) == TAG_HAVE)
        i--;
    return unit_finite(u, i) ? i : -1;
}

/* An infinitive that reports as if it were finite. */
static void raise_infinitive(const read_unit *u, read_verb *v) {
    if (!v->infinitive) return;
    int to = v->group.first;
    int first = bringing_up(u, to);
    if (first < 0) first = takes_the_floor(u, to);
    if (first < 0) first = hearsay(u, to);
    if (first < 0 && !v->negated) first = formula(u, to);
    if (first < 0) return;
    v->infinitive = false;
    v->finite = true;
    v->group.first = first;
}

/* "had not[, however,] agreed": what stands before the insertion at the comma
 * i, or i if there is none. */
static int over_adverb(const read_unit *u, int i) {
    bool inserted = unit_tag(u, i) == TAG_COMMA &&
                    unit_tag(u, i - 1) == TAG_ADV &&
                    unit_tag(u, i - 2) == TAG_COMMA;
    return inserted && in_group(unit_tag(u, i - 3)) ? i - 3 : i;
}

/* "It's asked the panel to step in": has, as somebody follows. */
static bool short_have(const read_unit *u, const read_verb *v) {
    return unit_is(u, v->at - 1, "'s") && unit_tag(u, v->at - 2) == TAG_PRON &&
           (unit_tag(u, v->group.last) == TAG_DET ||
            unit_tag(u, v->group.last) == TAG_POSS ||
            unit_tag(u, v->group.last) == TAG_PROPER ||
            unit_tag(u, v->group.last) == TAG_OBJ);
}

/* Goes left over the auxiliaries and notes what they say. */
static void take_auxiliaries(const read_unit *u, read_verb *v) {
    int i = v->at - 1, first = v->at;
    read_tag form = unit_tag(u, v->at);
    bool having = false, be = false, being = false;
    i = over_adverb(u, i);
    for (; in_group(unit_tag(u, i)) && i > v->at - 12; i--) {
        switch (unit_tag(u, i)) {
        case TAG_NOT:
            v->negated = true;
            break;
        case TAG_MODAL:
            v->modal = true;
            break;
        case TAG_TO:
            v->infinitive = true;
            break;
        case TAG_HAVE:
            v->perfect = true;
            having = having || unit_is(u, i, "having");
            break;
        case TAG_BE:
            be = true;
            being = being || unit_is(u, i, "being");
            break;
        default:
            break;
        }
        if (unit_finite(u, i)) v->finite = true;
        if (unit_tag(u, i) != TAG_ADV) first = i;
        if (v->infinitive) break;
    }
    /* adverbs at the left end stay outside, those inside belong to the group */
    v->passive = be && form == TAG_VBN && !short_have(u, v);
    v->gerund = (form == TAG_VBG && !be) || having || (being && !v->finite);
    if (form == TAG_VBD || form == TAG_VBZ) v->finite = true;
    if (v->infinitive || v->gerund) v->finite = false;
    v->group.first = first;
    raise_infinitive(u, v);
}

read_verb unit_verb_group(const read_unit *u, int at) {
    read_verb v = {.at = at, .group = {at, at + 1}};
    take_auxiliaries(u, &v);
    v.finite = v.finite || (unit_finite(u, at) && !v.infinitive);
    return v;
}

static bool is_verb_tag(read_tag tag) {
    return tag == TAG_VB || tag == TAG_VBZ || tag == TAG_VBD ||
           tag == TAG_VBN || tag == TAG_VBG;
}

void unit_verbs(read_unit *u) {
    u->verb_count = 0;
    for (int i = u->first; i < u->last && u->verb_count < UNIT_VERBS; i++) {
        if (unit_word(u, i)->senses == NULL || !is_verb_tag(unit_tag(u, i))) {
            continue;
        }
        read_verb v = {.at = i};
        v.sense = pick_sense(u, i, &v.group.last);
        if (v.sense == NULL || v.sense->class == CLASS_NONE) continue;
        take_auxiliaries(u, &v);
        u->verbs[u->verb_count++] = v;
    }
}

const read_verb *unit_verb_at(const read_unit *u, int i) {
    for (int k = 0; k < u->verb_count; k++) {
        if (u->verbs[k].at == i) return &u->verbs[k];
    }
    return NULL;
}
