/* SPDX-License-Identifier: Apache-2.0
 * What all rules need of a claim: its pieces, who speaks, and the person spoken
 * to. */
#include "read/claim.h"

/* --- Pieces --- */

static bool is_edge(read_tag tag) {
    return tag == TAG_COMMA || tag == TAG_STOP || tag == TAG_SEMI ||
           tag == TAG_COLON || tag == TAG_DASH;
}

/* A quotation mark at the edge whose partner is not inside. */
static bool loose_mark(const read_unit *u, int i, int first, int last) {
    read_tag tag = unit_tag(u, i);
    if (tag != TAG_OPEN && tag != TAG_CLOSE) return false;
    const read_quote *q = unit_quote(u, i);
    if (q == NULL) return true;
    bool whole = q->open == first && (q->close == last - 1 || !q->closed);
    return whole || q->open < first || q->close >= last;
}

bool claim_add(const read_unit *u, read_claim *c, int first, int last) {
    while (first < last) {
        if (is_edge(unit_tag(u, first)) || loose_mark(u, first, first, last)) {
            const read_quote *q = unit_quote(u, first);
            bool both = q != NULL && q->open == first && q->close == last - 1;
            first++;
            if (both) last--;
            continue;
        }
        if (is_edge(unit_tag(u, last - 1)) ||
            loose_mark(u, last - 1, first, last)) {
            last--;
            continue;
        }
        break;
    }
    if (first >= last || c->part_count == CLAIM_PARTS) return false;
    c->parts[c->part_count++] = (read_range){first, last};
    return true;
}

int content_start(const read_hunt *h, int last) {
    const read_unit *u = h->u;
    int start = u->first;
    for (int i = last - 1; i > u->first; i--) {
        const read_quote *q = unit_quote(u, i);
        if (q != NULL && q->open > u->first) {
            i = q->open;
            continue;
        }
        if (q != NULL) break;
        if (unit_tag(u, i) == TAG_SEMI || unit_tag(u, i) == TAG_COLON) {
            start = i + 1;
            break;
        }
    }
    return start;
}

bool quote_is_direct(const read_unit *u, const read_quote *q) {
    int i = q->open + 1;
    if (i >= u->last || i >= q->close) return false;
    bool capital = (u->p->tokens[i].flags & TOKEN_CAPITAL) != 0 ||
                   unit_tag(u, i) == TAG_NUM || unit_tag(u, i) == TAG_OTHER;
    read_tag before = unit_tag(u, q->open - 1);
    bool placed = q->open <= u->first || before == TAG_COMMA ||
                  before == TAG_COLON || before == TAG_DASH ||
                  before == TAG_STOP || before == TAG_CLOSE;
    return (capital && (placed || q->ended)) ||
           (placed && before != TAG_DASH && q->ended && q->open <= u->first);
}

/* --- Speakers --- */

/* "Asked whether Varland had offered to lift the ban, she said": what stands
 * in the question is nobody's word. */
static bool in_question(const read_unit *u, int i) {
    if (!unit_is_any(u, u->first, "asked pressed questioned")) return false;
    for (int k = u->first; k < i; k++) {
        if (unit_tag(u, k) == TAG_COMMA) return false;
    }
    return true;
}

bool can_report(const read_unit *u, const read_verb *v) {
    return v->finite && !in_question(u, v->at) &&
           unit_tag(u, v->at) != TAG_NONE && u->p->tokens[v->at].quote == 0;
}

/* "with Majority Leader Crewe [telling]" */
static read_range with_subject(const read_unit *u, int verb) {
    read_range who = phrase_before(u, verb);
    bool with = !range_empty(who) && unit_is(u, who.first - 1, "with");
    return with ? who : (read_range){0, 0};
}

/* The subject of the sentence's first finite verb. */
static read_range main_subject(const read_unit *u, int before, int *outer) {
    for (int i = u->first; i < before; i++) {
        if (u->p->tokens[i].quote != 0 || !unit_finite(u, i)) continue;
        read_range who = subject_of(u, i, outer);
        if (!range_empty(who)) return who;
    }
    return (read_range){0, 0};
}

read_range speaker_of(const read_hunt *h, const read_verb *v, int *outer) {
    const read_unit *u = h->u;
    int i = v->group.first - 1;
    *outer = v->group.first;
    if (v->finite) {
        while (unit_tag(u, i) == TAG_ADV)
            i--;
        bool joined = unit_tag(u, i) == TAG_CONJ;
        if (!joined) {
            int ahead = v->group.first;
            read_range who = subject_of(u, ahead, outer);
            if (!range_empty(who)) return who;
            if (unit_tag(u, i) != TAG_COMMA) return who;
        }
    } else {
        read_range with = with_subject(u, v->group.first);
        if (!range_empty(with)) return with;
    }
    for (int k = h->count - 1; k >= 0; k--) {
        const read_claim *c = &h->claims[k];
        if (c->cue.first < v->at && !range_empty(c->speaker)) {
            return c->speaker;
        }
    }
    int ignored;
    return main_subject(u, v->group.first, &ignored);
}

/* Names that follow the verb: "told The Daily", "assured Orrel". */
int skip_hearer(const read_unit *u, const read_verb *v, int i) {
    if (!(v->sense->frames & FRAME_ADDR)) return i;
    int after = i;
    while (unit_tag(u, after) == TAG_ADV)
        after++;
    read_tag tag = unit_tag(u, after);
    if (tag == TAG_THAT || tag == TAG_OPEN || tag == TAG_COLON) return i;
    if (tag == TAG_PRON && unit_finite(u, after + 1))
        return i; /* "warning it
                would" */
    read_range who = phrase_core(u, after);
    if (range_empty(who)) return i;
    if (unit_noun(u, after, NOUN_HEARER)) return after + 1;
    /* "told members talks would": the last noun begins the content */
    read_range long_one = phrase_after(u, after);
    read_tag next = unit_tag(u, long_one.last);
    bool clear = next == TAG_THAT || next == TAG_OPEN || next == TAG_COMMA ||
                 next == TAG_COLON || next == TAG_STOP || next == TAG_NONE ||
                 next == TAG_PREP || next == TAG_TO;
    return clear ? long_one.last : who.last;
}

void claim_begin(read_claim *c, const read_verb *v, read_range speaker) {
    *c = (read_claim){.speaker = speaker,
                      .cue = v->group,
                      .class = v->sense->class,
                      .lemma = v->sense->lemma,
                      .negated = v->negated,
                      .modal = v->modal,
                      .passive = v->passive};
}
