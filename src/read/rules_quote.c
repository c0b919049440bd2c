/* SPDX-License-Identifier: Apache-2.0
 * Rules for attributions that stand behind, inside or around what was said:
 *
 *   quote-verb-subject   "Q," said Orrel[, "Q"]
 *   quote-subject-verb   "Q," Orrel said[, "Q"]
 *   clause-subject-verb  C, Orrel said.      C, said Orrel.
 *   medial               C1, Orrel said, C2.
 *   subject-verb-quote   Orrel said[:] "Q"   Orrel told X, "Q"
 *   quoted-as            Orrel was quoted [by X] as saying C; X quoted Orrel as
 *                        saying C; "Q," Orrel was quoted as saying
 *
 * A quotation that ends right before the subject is the content by itself;
 * where only a part is quoted (Prices "will fall," Orrel said) the content goes
 * back to where its sentence begins. */
#include "read/rules.h"

/* The mark after which an attribution can stand, before token i. */
static bool after_content(const read_unit *u, int i) {
    read_tag tag = unit_tag(u, i - 1);
    return tag == TAG_COMMA || tag == TAG_CLOSE || tag == TAG_DASH;
}

/* The quotation that ends right before i (commas between them allowed). */
static const read_quote *quote_before(const read_unit *u, int i) {
    int k = i - 1;
    while (unit_tag(u, k) == TAG_COMMA || unit_tag(u, k) == TAG_DASH)
        k--;
    return unit_tag(u, k) == TAG_CLOSE ? unit_quote(u, k) : NULL;
}

/* Adds what stands before an attribution that begins at `last`. */
static bool add_left(const read_hunt *h, read_claim *c, int last) {
    const read_unit *u = h->u;
    const read_quote *q = quote_before(u, last);
    int first = content_start(h, last);
    if (q != NULL && quote_is_direct(u, q)) {
        first = q->open;
        c->direct = true;
        c->leads = first == u->first;
    }
    while (unit_tag(u, first) == TAG_CONJ)
        first++;
    return claim_add(u, c, first, last);
}

/* Further quotations of the same sentence: "..., said Orrel, "..."". */
static void add_quotes(const read_unit *u, read_claim *c, int from) {
    int i = from;
    if (unit_tag(u, i) == TAG_COMMA) i++;
    if (unit_tag(u, i) == TAG_CONJ) i++;
    if (unit_tag(u, i) != TAG_OPEN) return;
    const read_quote *q = unit_quote(u, i);
    int last = q->closed && q->close < u->last ? q->close + 1 : u->last;
    if (claim_add(u, c, i, last)) c->direct = true;
}

static bool takes_speech(const read_verb *v) {
    return (v->sense->frames & (FRAME_QUOTE | FRAME_THAT)) != 0 &&
           !v->passive && !(v->negated && v->sense->class == CLASS_SAY);
}

/* The quotation that goes on behind an apposition: "said Dure, 61, "..."". */
static int next_quote(const read_unit *u, int from) {
    enum { NEAR = 20 };
    for (int i = from; i < from + NEAR && i < u->last; i++) {
        if (unit_finite(u, i) || unit_tag(u, i) == TAG_STOP) return from;
        const lexicon_sense *s = unit_word(u, i)->senses;
        bool adds = unit_tag(u, i) == TAG_VBG && s != NULL &&
                    (s->frames & FRAME_QUOTE) != 0;
        if (adds) return from; /* ", adding: "Q"" is another claim */
        if (unit_tag(u, i) == TAG_OPEN) return i;
    }
    return from;
}

/* The sentence is the subject, an insertion and this verb: "Orrel, who has led
 * the talks, [said]". */
static bool subject_leads(const read_unit *u, int verb) {
    int outer;
    if (unit_tag(u, verb - 1) != TAG_COMMA) return false;
    read_range who = subject_of(u, verb, &outer);
    int first = u->first;
    while (unit_tag(u, first) == TAG_CONJ || unit_tag(u, first) == TAG_ADV) {
        first++;
    }
    return !range_empty(who) && outer <= first;
}

/* "Q," said Orrel. And C, said Orrel. */
static bool verb_subject(read_hunt *h, const read_verb *v, read_claim *out,
                         bool quoted) {
    const read_unit *u = h->u;
    if (!takes_speech(v) || !can_report(u, v)) return false;
    if (v->group.first < v->at) return false; /* never "had said Orrel" */
    if (!after_content(u, v->group.first)) return false;
    const read_quote *q = quote_before(u, v->group.first);
    if (quoted != (q != NULL && quote_is_direct(u, q))) return false;
    if (!quoted && subject_leads(u, v->group.first)) return false;
    int i = v->group.last;
    if (skip_date(u, i) > i) return false;
    read_range who = phrase_after(u, i);
    if (range_empty(who) || unit_finite(u, who.last)) return false;
    read_tag next = unit_tag(u, who.last);
    if (next == TAG_THAT) return false;
    if (!quoted && next != TAG_STOP && next != TAG_COMMA && next != TAG_NONE &&
        next != TAG_CLOSE && next != TAG_PREP && next != TAG_SEMI &&
        next != TAG_SUB) {
        return false;
    }
    claim_begin(out, v, who);
    if (!add_left(h, out, v->group.first)) return false;
    int end = skip_circumstances(u, who.last);
    if (quoted) {
        add_quotes(u, out, next_quote(u, end));
        return true;
    }
    bool whole = unit_has_finite(u, out->parts[0].first, out->parts[0].last);
    bool open = unit_finite(u, out->parts[0].last - 1); /* "The offer is, " */
    bool more = unit_tag(u, end) == TAG_COMMA &&
                (unit_finite(u, end + 1) || open ||
                 unit_is_any(u, end + 1, "if unless because provided") ||
                 (unit_tag(u, out->parts[0].first) == TAG_SUB &&
                  unit_has_finite(u, end + 1, u->last)));
    if (more) claim_add(u, out, end + 1, content_end(u, end + 1));
    return whole || more;
}

bool rule_quote_verb_subject(read_hunt *h, const read_verb *v,
                             read_claim *out) {
    return verb_subject(h, v, out, true);
}

bool rule_clause_verb_subject(read_hunt *h, const read_verb *v,
                              read_claim *out) {
    return verb_subject(h, v, out, false);
}

bool rule_quote_subject_verb(read_hunt *h, const read_verb *v,
                             read_claim *out) {
    const read_unit *u = h->u;
    if (!takes_speech(v) || !can_report(u, v)) return false;
    int outer;
    read_range who = subject_of(u, v->group.first, &outer);
    if (range_empty(who)) return false;
    const read_quote *q = quote_before(u, outer);
    if (q == NULL || !quote_is_direct(u, q)) return false;
    int i = skip_circumstances(u, skip_hearer(u, v, v->group.last));
    if (unit_tag(u, i) == TAG_THAT && !unit_is(u, i + 1, "of")) return false;
    claim_begin(out, v, who);
    if (!add_left(h, out, outer)) return false;
    add_quotes(u, out, i);
    return true;
}

/* What follows an attribution set between commas goes on with the content. */
static bool goes_on(const read_unit *u, int i) {
    read_tag tag = unit_tag(u, i);
    if (tag == TAG_NONE || tag == TAG_WH || tag == TAG_VBG) return false;
    if (unit_is_any(u, i, "as while though although whereas according")) {
        return false;
    }
    if (unit_is_any(u, i, "hours days weeks minutes months")) return false;
    return u->last - i >= 2;
}

static bool closes_here(const read_unit *u, int i) {
    read_tag tag = unit_tag(u, i);
    return tag == TAG_COMMA || tag == TAG_STOP || tag == TAG_NONE ||
           tag == TAG_SEMI || tag == TAG_CLOSE || tag == TAG_DASH ||
           unit_is_any(u, i, "as while after when before");
}

/* ", he told reporters in the lobby,": where it was said, up to a comma. */
static int over_place(const read_unit *u, int i) {
    if (unit_tag(u, i) != TAG_PREP || !unit_is_any(u, i,
                                                   "in at on outside "
                                                   "from by near")) {
        return i;
    }
    read_range place = phrase_after(u, i + 1);
    bool closed = !range_empty(place) && unit_tag(u, place.last) == TAG_COMMA;
    return closed ? place.last : i;
}

bool rule_clause_subject_verb(read_hunt *h, const read_verb *v,
                              read_claim *out) {
    const read_unit *u = h->u;
    if (!takes_speech(v) || !can_report(u, v)) return false;
    int outer;
    read_range who = subject_of(u, v->group.first, &outer);
    if (range_empty(who) || !after_content(u, outer)) return false;
    int i =
        over_place(u, skip_circumstances(u, skip_hearer(u, v, v->group.last)));
    if (!closes_here(u, i)) return false;
    claim_begin(out, v, who);
    if (!add_left(h, out, outer)) return false;
    bool whole = unit_has_finite(u, out->parts[0].first, out->parts[0].last);
    bool headline = unit_tag(u, i) != TAG_COMMA;
    if (!whole && headline && out->parts[0].last - out->parts[0].first < 4) {
        return false;
    }
    return true;
}

bool rule_medial(read_hunt *h, const read_verb *v, read_claim *out) {
    const read_unit *u = h->u;
    if (!rule_clause_subject_verb(h, v, out)) return false;
    int i =
        over_place(u, skip_circumstances(u, skip_hearer(u, v, v->group.last)));
    if (unit_tag(u, i) != TAG_COMMA || !goes_on(u, i + 1)) return false;
    if (content_comment(u, i + 1)) return true;
    if (unit_tag(u, i + 1) == TAG_OPEN) {
        add_quotes(u, out, i + 1);
        return out->part_count > 1;
    }
    return claim_add(u, out, i + 1, content_end(u, i + 1));
}

/* The quotation that begins at i, after an optional comma or colon. */
static bool add_right_quote(const read_unit *u, read_claim *c, int i) {
    if (unit_tag(u, i) == TAG_COMMA || unit_tag(u, i) == TAG_COLON) i++;
    if (unit_tag(u, i) != TAG_OPEN) return false;
    const read_quote *q = unit_quote(u, i);
    if (!quote_is_direct(u, q)) return false;
    int last = q->closed && q->close < u->last ? q->close + 1 : u->last;
    c->direct = true;
    return claim_add(u, c, q->open, last);
}

bool rule_subject_verb_quote(read_hunt *h, const read_verb *v,
                             read_claim *out) {
    const read_unit *u = h->u;
    if (!can_report(u, v) || v->passive) return false;
    if (!(v->sense->frames & FRAME_QUOTE)) return false;
    int i = skip_hearer(u, v, v->group.last);
    i = skip_circumstances(u, i);
    if (v->sense->frames & FRAME_ADDR) i = skip_circumstances(u, i);
    int outer;
    read_range who = speaker_of(h, v, &outer);
    if (range_empty(who)) return false;
    claim_begin(out, v, who);
    return add_right_quote(u, out, i);
}

/* --- was quoted as saying --- */

static int find_word(const read_unit *u, int from, const char *word) {
    enum { NEAR = 14 };
    for (int i = from; i < from + NEAR && i < u->last; i++) {
        read_tag tag = unit_tag(u, i);
        if (tag == TAG_STOP || tag == TAG_OPEN) return 0;
        if (unit_is(u, i, word)) return i;
    }
    return 0;
}

/* "as saying", "as having said", "as telling lawmakers": where it ends. */
static int as_saying(const read_unit *u, int as) {
    int i = as + 1;
    if (unit_is(u, i, "having")) i++;
    const lexicon_word *w = unit_word(u, i);
    bool speaks = w->senses != NULL &&
                  (w->senses->frames & (FRAME_THAT | FRAME_QUOTE)) != 0 &&
                  (w->forms & (FORM_VBG | FORM_VBN)) != 0;
    return speaks ? i + 1 : 0;
}

bool rule_quoted_as(read_hunt *h, const read_verb *v, read_claim *out) {
    const read_unit *u = h->u;
    if (v->sense->class != CLASS_QUOTE || !can_report(u, v)) return false;
    int as = find_word(u, v->group.last, "as");
    int end = as > 0 ? as_saying(u, as) : 0;
    if (end == 0) return false;
    int outer;
    read_range subject = subject_of(u, v->group.first, &outer);
    if (range_empty(subject)) return false;
    claim_begin(out, v, subject);
    out->class = CLASS_SAY;
    out->passive = false;
    out->lemma = "quote as saying";
    out->cue.last = end;
    if (v->passive) {
        int by = find_word(u, v->group.last, "by");
        if (by > 0 && by < as) out->agency = phrase_core(u, by + 1);
    } else {
        out->agency = subject;
        out->speaker = phrase_after(u, v->group.last);
        if (range_empty(out->speaker)) return false;
        if (out->speaker.last > as) out->speaker.last = as;
    }
    read_verb said = {.at = end - 1, .sense = unit_word(u, end - 1)->senses};
    int i = skip_circumstances(u, skip_hearer(u, &said, end));
    if (add_right_quote(u, out, i)) return true;
    const read_quote *q = quote_before(u, outer);
    if (q != NULL || (closes_here(u, i) && after_content(u, outer))) {
        return add_left(h, out, outer);
    }
    if (unit_tag(u, i) == TAG_THAT) i++;
    return claim_add(u, out, i, content_end(u, i));
}
