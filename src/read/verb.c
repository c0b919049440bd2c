/* SPDX-License-Identifier: Apache-2.0
 * The verbs of a sentence that the lexicon knows, with their groups.
 *
 * To the left of a verb its group takes auxiliaries, "not", "to" and adverbs
 * ("would not immediately comment", "has so far refused"); to the right its
 * particle ("ruled out", also "ruled that out"), which picks the sense. A form
 * that the tagger made a noun is none of them. */
#include "base/text.h"
#include "read/unit.h"

/* Where the particle of a sense ends; 0 if it isn't there. */
static int particle_end(const read_unit *u, int at, const char *particle) {
    enum { NEAR = 5 };
    if (unit_is(u, at + 1, particle)) return at + 2;
    if (!unit_is_any(u, at + 1, "it that them this the")) return 0;
    if (text_same(particle, "for") || text_same(particle, "on") ||
        text_same(particle, "upon") || text_same(particle, "it")) {
        return 0;
    }
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

/* Goes left over the auxiliaries and notes what they say. */
static void take_auxiliaries(const read_unit *u, read_verb *v) {
    int i = v->at - 1, first = v->at;
    read_tag form = unit_tag(u, v->at);
    bool having = false, be = false;
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
            break;
        default:
            break;
        }
        if (unit_finite(u, i)) v->finite = true;
        if (unit_tag(u, i) != TAG_ADV) first = i;
        if (v->infinitive) break;
    }
    /* adverbs at the left end stay outside, those inside belong to the group */
    v->passive = be && form == TAG_VBN;
    v->gerund = (form == TAG_VBG && !be) || having;
    if (form == TAG_VBD || form == TAG_VBZ) v->finite = true;
    if (v->infinitive || v->gerund) v->finite = false;
    v->group.first = first;
    bool goes_on = v->infinitive && unit_is(u, first - 1, "on") &&
                   unit_is_any(u, first - 2, "went goes");
    if (goes_on) { /* "went on to say" */
        v->infinitive = false;
        v->finite = true;
        v->group.first = first - 2;
    }
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
