/* SPDX-License-Identifier: Apache-2.0
 * Who a sentence is about.
 *
 * Whom the reporter tells of may be "he" in the next sentence, and where nobody
 * speaks in the sentence a quotation that follows it is its subject's ("Voss
 * was angry. "Q""). */
#include "read/topic.h"

static bool is_somebody(const read_unit *u, read_range who) {
    int head = phrase_head(u, who);
    return unit_tag(u, head) == TAG_PROPER || unit_noun(u, head, NOUN_ROLE) ||
           unit_noun(u, head, NOUN_PERSON) || unit_noun(u, head, NOUN_GROUP);
}

/* Remembers people with a role and a name: "its chief executive, Nils Aker",
 * "Labour Minister Joss Tarn". */
void topic_people(reader *r, const read_unit *u) {
    for (int i = u->first; i < u->last; i++) {
        read_tag tag = unit_tag(u, i);
        if (tag != TAG_NOUN && tag != TAG_PROPER) continue;
        bool titled =
            tag == TAG_PROPER &&
            unit_is_any(u, i, "dr dr. mr mr. mrs mrs. ms ms. sir dame");
        bool known = titled || unit_noun(u, i, NOUN_ROLE);
        if (!known || u->p->tokens[i].quote != 0) continue;
        read_range who = phrase_before(u, i + 1);
        if (range_empty(who)) continue;
        for (int k = i - 1; k > who.first; k--) { /* "the phone with his ..." */
            if (unit_tag(u, k) == TAG_PREP && !unit_is(u, k, "of")) {
                who.first = k + 1;
            }
        }
        who = phrase_after(u, who.first);
        bool named = who.last > i + 1 && who.first <= i &&
                     unit_tag(u, who.last - 1) == TAG_PROPER;
        if (!named) continue;
        speaker_note(&r->memory, u, who);
        i = who.last;
    }
}

/* "The letter [repeats]": what a later "it" may be. */
static bool is_paper(const read_unit *u, read_range who) {
    int head = phrase_head(u, who);
    return unit_noun(u, head, NOUN_DOCUMENT) || unit_noun(u, head, NOUN_LETTER);
}

/* "[Norland] did not oppose it, she said": told of by who speaks. */
static bool within_claims(const read_hunt *h, read_range who) {
    for (int i = 0; i < h->count; i++) {
        for (int k = 0; k < h->claims[i].part_count; k++) {
            read_range part = h->claims[i].parts[k];
            if (who.first >= part.first && who.last <= part.last) return true;
        }
    }
    return false;
}

/* Past "Asked if he would, ", "While the union met, ". */
static int main_clause(const read_unit *u) {
    read_tag tag = unit_tag(u, u->first);
    if (tag != TAG_SUB && tag != TAG_VBN && tag != TAG_VBG) return u->first;
    for (int i = u->first; i < u->last; i++) {
        if (unit_tag(u, i) == TAG_COMMA) return i + 1;
    }
    return u->first;
}

/* Remembers the subject of the sentence; where nobody speaks in it, a quotation
 * that follows is the subject's. */
void topic_note(reader *r, const read_unit *u) {
    r->topical = false;
    for (int i = main_clause(u); i < u->last; i++) {
        if (u->p->tokens[i].quote != 0) return;
        if (!unit_finite(u, i)) continue;
        int outer;
        read_range who = subject_of(u, i, &outer);
        if (range_empty(who) || unit_tag(u, who.first) == TAG_WH) continue;
        if (within_claims(&r->hunt, who)) {
            speaker_note(&r->memory, u, who);
            return;
        }
        bool pronoun = unit_is_any(u, who.first, "he she they");
        if (!pronoun &&
            (unit_tag(u, who.first) == TAG_PRON || !is_somebody(u, who))) {
            if (is_paper(u, who)) {
                (void)speaker_describe(&r->memory, u, who, false);
            }
            return;
        }
        r->topic = pronoun ? speaker_resolve(&r->memory, u, who)
                           : speaker_describe(&r->memory, u, who, false);
        r->topic_cue = unit_span(u, (read_range){i, i + 1});
        r->topical = r->hunt.count == 0;
        return;
    }
}
