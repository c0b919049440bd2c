/* SPDX-License-Identifier: Apache-2.0
 * Attributions by other words than a verb of reporting with its subject:
 *
 *   told-by     Deputies were told by X that C; were warned by X not to C
 *   heard-from  The court heard from X that C; word came from X that C
 *   insistent   X is adamant that C; X was emphatic: C
 *   quote-noun  "Q," came the reply from X; "Q" was X's answer; "Q" was how
 *               X put it */
#include "read/rules.h"

/* Past an adverb or two. */
static int over_adverbs(const read_unit *u, int i) {
    while (unit_tag(u, i) == TAG_ADV)
        i++;
    return i;
}

/* A clause with "that" or an infinitive from i on. */
static bool add_told(const read_unit *u, read_claim *c, int i) {
    if (unit_tag(u, i) == TAG_THAT) {
        return claim_add(u, c, i + 1, content_end(u, i + 1));
    }
    int to = unit_tag(u, i) == TAG_NOT ? i + 1 : i;
    return unit_tag(u, to) == TAG_TO && claim_add(u, c, i, content_end(u, i));
}

bool rule_told_by(read_hunt *h, const read_verb *v, read_claim *out) {
    const read_unit *u = h->u;
    bool told = v->passive && !v->negated && !v->modal && can_report(u, v) &&
                (v->sense->frames & (FRAME_ADDR | FRAME_ASK)) != 0;
    int by = over_adverbs(u, v->group.last);
    if (!told || !unit_is(u, by, "by")) return false;
    read_range who = phrase_after(u, by + 1);
    if (range_empty(who)) return false;
    claim_begin(out, v, who);
    out->passive = false;
    return add_told(u, out, skip_circumstances(u, who.last));
}

/* "heard from X", "word came from X": where X begins; 0: it isn't that. */
static int source_at(const read_unit *u, int i) {
    bool hears = unit_is_any(u, i, "heard hears heard learned learnt");
    bool comes = unit_is_any(u, i, "came comes") &&
                 unit_is_any(u, i - 1, "word news confirmation denial");
    return (hears || comes) && unit_is(u, i + 1, "from") ? i + 2 : 0;
}

bool rule_heard_from(read_hunt *h, int from, read_claim *out) {
    const read_unit *u = h->u;
    for (int i = from; i + 3 < u->last; i++) {
        int first = source_at(u, i);
        if (first == 0 || u->p->tokens[i].quote != 0) continue;
        read_range who = phrase_after(u, first);
        if (range_empty(who) || unit_tag(u, who.last) != TAG_THAT) continue;
        *out = (read_claim){.speaker = who,
                            .cue = {i, i + 1},
                            .class = CLASS_SAY,
                            .lemma = "say"};
        return add_told(u, out, who.last);
    }
    return false;
}

/* Somebody who can insist: not "it is clear that". */
static bool can_insist(const read_unit *u, read_range who) {
    if (range_empty(who)) return false;
    int head = phrase_head(u, who);
    return unit_tag(u, head) == TAG_PROPER || unit_noun(u, head, NOUN_ROLE) ||
           unit_noun(u, head, NOUN_PERSON) || unit_noun(u, head, NOUN_GROUP) ||
           unit_is_any(u, who.first, "he she they both");
}

bool rule_insistent(read_hunt *h, int from, read_claim *out) {
    const read_unit *u = h->u;
    for (int i = from; i + 2 < u->last; i++) {
        bool word = unit_is_any(u, i,
                                "adamant insistent emphatic categorical "
                                "unequivocal explicit clear");
        if (!word || u->p->tokens[i].quote != 0) continue;
        int be = i - 1, outer;
        while (unit_tag(u, be) == TAG_ADV)
            be--;
        if (unit_tag(u, be) != TAG_BE) continue;
        while (unit_tag(u, be - 1) == TAG_HAVE ||
               unit_tag(u, be - 1) == TAG_ADV)
            be--;
        read_range who = subject_of(u, be, &outer);
        if (!unit_finite(u, be) || !can_insist(u, who)) continue;
        *out = (read_claim){.speaker = who,
                            .cue = {be, i + 1},
                            .class = CLASS_SAY,
                            .lemma = "insist"};
        bool colon =
            unit_tag(u, i + 1) == TAG_COLON && unit_tag(u, i + 2) != TAG_OPEN;
        if (colon) return claim_add(u, out, i + 2, content_end(u, i + 2));
        if (unit_tag(u, i + 1) == TAG_THAT) return add_told(u, out, i + 1);
    }
    return false;
}

/* Whose "the reply from X", "X's answer", "how X put it" at i is. */
static read_range whose_words(const read_unit *u, int i) {
    const read_range nobody = {0, 0};
    if (unit_is(u, i, "how")) {
        read_range who = phrase_after(u, i + 1);
        bool puts = unit_is_any(u, who.last,
                                "put puts described describes summed saw sees "
                                "explained remembered recalled");
        return puts ? who : nobody;
    }
    read_range core = phrase_core(u, i);
    bool words = !range_empty(core) &&
                 unit_is_any(u, core.last - 1,
                             "reply answer response retort verdict message "
                             "word words assessment description summary "
                             "explanation conclusion comment advice reaction "
                             "warning cry chant");
    if (!words) return nobody;
    if (unit_is_any(u, core.last, "from of")) {
        return phrase_after(u, core.last + 1);
    }
    if (unit_tag(u, i) == TAG_POSS) return (read_range){i, i + 1};
    for (int k = i; k < core.last; k++) {
        if (unit_tag(u, k) == TAG_APOSTROPHE) return (read_range){i, k};
    }
    return nobody;
}

bool rule_quote_noun(read_hunt *h, int from, read_claim *out) {
    const read_unit *u = h->u;
    if (from > u->first || unit_tag(u, u->first) != TAG_OPEN) return false;
    const read_quote *q = unit_quote(u, u->first);
    int verb = q->closed ? q->close + 1 : u->last;
    if (unit_tag(u, verb) == TAG_COMMA) verb++;
    if (!unit_is_any(u, verb, "was is came comes")) return false;
    read_range who = whose_words(u, verb + 1);
    if (range_empty(who)) return false;
    *out = (read_claim){.speaker = who,
                        .cue = {verb, verb + 1},
                        .class = CLASS_SAY,
                        .lemma = "say",
                        .direct = true,
                        .leads = true};
    return claim_add(u, out, q->open, q->close + 1);
}
