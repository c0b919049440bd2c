/* SPDX-License-Identifier: Apache-2.0
 * Where reported content begins and ends.
 *
 * What is said goes to the end of the sentence unless the reporter speaks
 * again first. Signs of that, outside quotations: a participle of reporting
 * after a comma (", adding that"), a second verb of reporting joined by "and"
 * or "but", a clause of time or contrast after a comma (", as the fighting
 * went on", ", while the union kept its pickets", ", where ...") that runs to
 * the end, an attribution between commas (", he said"), ", according to", and
 * an apposition that judges what was said (", a charge that ..."). Relative
 * clauses, reasons and conditions stay: they belong to what was said. A noun
 * phrase as content ends earlier, at a clause of time or another verb. */
#include <string.h>

#include "read/claim.h"

unsigned reports_at(const read_unit *u, int i) {
    read_tag tag = unit_tag(u, i);
    if (tag != TAG_VBD && tag != TAG_VBZ) return 0;
    unsigned frames = 0;
    for (const lexicon_sense *s = unit_word(u, i)->senses; s != NULL;
         s = s->next) {
        if (s->class == CLASS_NONE || (s->frames & FRAME_DOC)) continue;
        bool there = s->particle == NULL || unit_is(u, i + 1, s->particle);
        if (there) frames |= s->frames;
    }
    return frames;
}

enum { FRAMES_SAID = FRAME_THAT | FRAME_CLAUSE | FRAME_QUOTE | FRAME_ASK };

/* ", adding that", ", calling it" */
static bool gerund_reports(const read_unit *u, int i) {
    while (unit_tag(u, i) == TAG_ADV)
        i++;
    if (unit_tag(u, i) != TAG_VBG) return false;
    for (const lexicon_sense *s = unit_word(u, i)->senses; s != NULL;
         s = s->next) {
        if (s->frames & (FRAMES_SAID | FRAME_NAME | FRAME_AS)) return true;
    }
    return false;
}

/* "[and] said", "[but] also insisted", "[but] has warned" */
static bool joined_report(const read_unit *u, int i, bool comma) {
    enum { NEAR = 5 };
    i = skip_date(u, i);
    for (int k = i; k < i + NEAR; k++) {
        read_tag tag = unit_tag(u, k);
        if (tag == TAG_ADV || tag == TAG_HAVE) continue;
        unsigned frames = reports_at(u, k);
        if (tag == TAG_VBN && unit_tag(u, k - 1) == TAG_HAVE) {
            const lexicon_sense *s = unit_word(u, k)->senses;
            frames = s != NULL ? s->frames : 0;
        }
        bool judges = comma && (frames & (FRAME_NAME | FRAME_AS)) != 0;
        return ((frames & FRAMES_SAID) != 0 || judges) &&
               (comma || !unit_is_any(u, k,
                                      "agreed accepted rejected offered "
                                      "refused proposed"));
    }
    return false;
}

/* "[but] Hahn said": a new subject with a verb of reporting. */
static bool new_attribution(const read_unit *u, int i) {
    while (unit_tag(u, i) == TAG_ADV)
        i++;
    read_range who = phrase_after(u, i);
    if (range_empty(who)) return false;
    int k = who.last;
    if (unit_tag(u, k) == TAG_COMMA) { /* ", who asked not to be named," */
        enum { NEAR = 16 };
        int end = k + 1;
        while (end < k + NEAR && unit_tag(u, end) != TAG_COMMA)
            end++;
        k = end + 1;
    }
    while (unit_tag(u, k) == TAG_ADV || unit_tag(u, k) == TAG_HAVE)
        k++;
    return (reports_at(u, k) & FRAMES_SAID) != 0;
}

/* ", he said[, ...]": an attribution set between marks. */
static bool parenthetical(const read_unit *u, int i) {
    read_range who = phrase_after(u, i);
    int verb = i;
    if (!range_empty(who)) {
        verb = who.last;
        while (unit_tag(u, verb) == TAG_ADV)
            verb++;
        if (!(reports_at(u, verb) & (FRAME_THAT | FRAME_QUOTE))) return false;
        verb = skip_circumstances(u, verb + 1);
    } else {
        if (!(reports_at(u, verb) & (FRAME_THAT | FRAME_QUOTE))) return false;
        who = phrase_after(u, verb + 1); /* ", said Voss" */
        if (range_empty(who)) return false;
        verb = skip_circumstances(u, who.last);
    }
    read_tag tag = unit_tag(u, verb);
    return tag == TAG_COMMA || tag == TAG_STOP || tag == TAG_NONE ||
           tag == TAG_CLOSE || tag == TAG_SEMI || tag == TAG_COLON ||
           tag == TAG_OPEN;
}

/* From i to the sentence's end there is one clause: no comma that is followed
 * by "and" and goes on with what stood before. */
static bool runs_to_end(const read_unit *u, int i) {
    for (int k = i; k < u->last; k++) {
        if (unit_tag(u, k) == TAG_COMMA && unit_tag(u, k + 1) == TAG_CONJ) {
            return unit_is(u, k + 1, "but");
        }
    }
    return true;
}

/* ", as the fighting went on", ", while ...", ", where ..." */
static bool aside_begins(const read_unit *u, int i) {
    if (unit_is(u, i, "as") && unit_is_any(u, i + 1, "well a an of")) {
        return false;
    }
    bool opens = unit_is_any(u, i,
                             "as while though although whereas where "
                             "even amid");
    if (!opens) return false;
    return unit_is(u, i, "amid") ||
           (unit_has_finite(u, i, u->last) && runs_to_end(u, i));
}

static bool judging_noun(const read_unit *u, int i) {
    if (unit_is(u, i, "something")) return unit_has_finite(u, i, u->last);
    if (unit_tag(u, i) != TAG_DET || !unit_is_any(u, i, "a an")) return false;
    read_range core = phrase_core(u, i);
    if (range_empty(core)) return false;
    int head = core.last - 1;
    bool speech = unit_word(u, head)->cue != CLASS_NONE &&
                  unit_has_finite(u, head, u->last);
    return unit_word(u, head)->cue == CLASS_CLAIM || speech ||
           unit_is_any(u, head,
                       "claim position view step move stance "
                       "condition point message remark word term phrase "
                       "description notion idea prospect figure label");
}

/* ", in a move that ...", ", in an apparent reference to": the reporter. */
bool content_comment(const read_unit *u, int i) {
    if (!unit_is_any(u, i, "in a") || unit_tag(u, i + 1) == TAG_NONE) {
        return false;
    }
    read_range core = phrase_core(u, unit_is(u, i, "in") ? i + 1 : i);
    return !range_empty(core) && unit_is_any(u, core.first, "a an what") &&
           unit_is_any(u, core.last - 1,
                       "move sign reference shift reversal twist bid nod "
                       "blow jab gesture break departure");
}

/* ", with Majority Leader Crewe telling" */
static bool with_report(const read_unit *u, int i) {
    if (!unit_is(u, i, "with")) return false;
    read_range who = phrase_after(u, i + 1);
    return !range_empty(who) && gerund_reports(u, who.last);
}

static bool comma_ends(const read_unit *u, int i) {
    int next = i + 1;
    if (unit_tag(u, next) == TAG_CONJ) {
        return joined_report(u, next + 1, true) || new_attribution(u, next + 1);
    }
    if (unit_is(u, next, "according") && unit_is(u, next + 1, "to")) {
        return true;
    }
    return gerund_reports(u, next) || aside_begins(u, next) ||
           judging_noun(u, next) || parenthetical(u, next) ||
           content_comment(u, next) || with_report(u, next);
}

/* Past the quotation that i stands in. */
static int over_quote(const read_unit *u, int i) {
    const read_quote *q = unit_quote(u, i);
    if (q == NULL) return i;
    return q->closed && q->close + 1 < u->last ? q->close + 1 : u->last;
}

static bool more_reports(const read_unit *u, int i) {
    for (int k = i; k < u->last; k++) {
        if (reports_at(u, k) & FRAMES_SAID) return true;
    }
    return false;
}

/* Past the quotation that i stands in; *ends: the content ends with it. */
static int past_quote(const read_unit *u, int i, bool *ends) {
    int after = over_quote(u, i);
    *ends = false;
    if (after == i) return i;
    const read_quote *q = unit_quote(u, i);
    if (!q->ended) return after;
    read_tag mark = unit_tag(u, after - 2);
    *ends = (mark == TAG_COMMA && comma_ends(u, after - 1)) ||
            (mark == TAG_STOP && unit_tag(u, after) != TAG_NONE);
    return after;
}

/* Does the reporter speak again from the word or mark at i on? */
static bool ends_at(const read_unit *u, int i) {
    switch (unit_tag(u, i)) {
    case TAG_SEMI:
        return more_reports(u, i);
    case TAG_COMMA:
        return comma_ends(u, i);
    case TAG_DASH:
        return judging_noun(u, i + 1);
    case TAG_CONJ:
        return joined_report(u, i + 1, false);
    case TAG_VBG: /* "... of the talks adding that" */
        return unit_tag(u, i + 1) == TAG_THAT && gerund_reports(u, i);
    default:
        return false;
    }
}

int content_end(const read_unit *u, int first) {
    int i = first;
    while (i < u->last) {
        bool ends;
        int after = past_quote(u, i, &ends);
        if (ends) return after;
        if (after > i) {
            i = after;
            continue;
        }
        if (unit_tag(u, i) == TAG_STOP) return i;
        if (i > first && ends_at(u, i)) return i;
        i++;
    }
    return u->last;
}

/* A clause of time that belongs to the event, not to the object. */
static bool time_clause(const read_unit *u, int i) {
    return unit_tag(u, i) == TAG_SUB &&
           unit_is_any(u, i,
                       "after when as while because since although "
                       "though") &&
           !unit_is_any(u, i + 1, "soon well far long much if a an") &&
           !unit_is_any(u, i - 1, "soon well far long much") &&
           unit_has_finite(u, i, u->last);
}

int object_end(const read_unit *u, int first) {
    int last = content_end(u, first);
    for (int i = first; i < last; i++) {
        int after = over_quote(u, i);
        if (after > i) {
            i = after - 1;
            continue;
        }
        read_tag tag = unit_tag(u, i), next = unit_tag(u, i + 1);
        if (tag == TAG_SEMI || (i > first && time_clause(u, i))) return i;
        if (tag == TAG_CONJ && unit_finite(u, i + 1)) return i;
        if (tag != TAG_COMMA) continue;
        if (next == TAG_WH || next == TAG_SUB || next == TAG_VBG) return i;
        if (next == TAG_CONJ && unit_has_finite(u, i + 1, last)) return i;
    }
    return last;
}

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
                 next == TAG_PREP;
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
