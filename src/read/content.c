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

/* The finite verb before i outside quotations, not before first; or -1. */
static int finite_before(const read_unit *u, int first, int i) {
    for (int k = i - 1; k >= first; k--) {
        if (u->p->tokens[k].quote == 0 && unit_finite(u, k)) return k;
    }
    return -1;
}

static bool is_present(const read_unit *u, int i) {
    return unit_tag(u, i) == TAG_VBZ ||
           unit_is_any(u, i, "is are has have does do 's 're 've");
}

/* "the chair has not ruled it out [and has asked]": one tense, one subject. */
static bool parallel(const read_unit *u, int first, int conj) {
    int before = finite_before(u, first, conj);
    return before >= 0 && unit_tag(u, before) == TAG_HAVE &&
           unit_tag(u, conj + 1) == TAG_HAVE;
}

/* "he would never accept it [and rejected]", "the letter had come [and declined
 * comment]": a verb that cannot be joined to what was said, by its tense, is
 * the speaker's own. After a comma one that could be, too, when the clause
 * before is about the speaker. */
static bool speaker_acts(const read_unit *u, int first, int conj, bool comma) {
    int i = conj + 1, outer;
    while (unit_tag(u, i) == TAG_ADV)
        i++;
    if (!unit_finite(u, i) || unit_tag(u, i) == TAG_MODAL) return false;
    if (!unit_is_any(u, conj, "and but")) return false;
    bool silent = unit_is_any(u, i, "declined refused") &&
                  (unit_is(u, i + 2, "comment") ||
                   (unit_tag(u, i + 1) == TAG_TO &&
                    unit_is_any(u, i + 2, "elaborate say discuss")));
    if (silent) return true;
    int before = finite_before(u, first, conj);
    if (before < 0) return true; /* "to come but was turned away" */
    read_range who = subject_of(u, before, &outer);
    if (!range_empty(who) && unit_tag(u, who.first) == TAG_WH) return false;
    bool past = unit_tag(u, i) == TAG_VBD;
    bool known = unit_word(u, i)->senses != NULL;
    if (past && unit_tag(u, before) == TAG_MODAL) return true;
    if (past && is_present(u, before)) return true;
    if (past && comma && unit_tag(u, first) == TAG_TO) return true;
    if (unit_is_any(u, before, "had 'd") && known &&
        (reports_at(u, i) & FRAMES_SAID) == 0) {
        return false; /* "he had been offered it but turned it down" */
    }
    bool self =
        !range_empty(who) && unit_is_any(u, who.first, "he she it they");
    return past && self && (comma || known);
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

/* ", a day after he ...", ", hours before the vote": when it was said. */
static bool some_time_after(const read_unit *u, int i) {
    enum { NEAR = 4 };
    int k = i;
    while (k < i + NEAR &&
           (unit_tag(u, k) == TAG_DET || unit_tag(u, k) == TAG_NUM ||
            unit_is_any(u, k,
                        "just only barely less than "
                        "few several about"))) {
        k++;
    }
    return unit_is_any(u, k,
                       "minute minutes hour hours day days week weeks month "
                       "months year years fortnight") &&
           unit_is_any(u, k + 1, "after before") && runs_to_end(u, i);
}

/* ", as the fighting went on", ", while ...", ", where ..." */
static bool aside_begins(const read_unit *u, int i) {
    if (some_time_after(u, i)) return true;
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
    for (int k = core.first; k < head; k++) { /* "a charge [Voss's office]" */
        bool name = unit_tag(u, k + 1) == TAG_PROPER;
        if (name && unit_word(u, k)->cue != CLASS_NONE) head = k;
    }
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

static bool comma_ends(const read_unit *u, int first, int i) {
    int next = i + 1;
    if (unit_tag(u, next) == TAG_CONJ) {
        return joined_report(u, next + 1, true) ||
               new_attribution(u, next + 1) ||
               speaker_acts(u, first, next, true);
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
        const lexicon_sense *s = unit_word(u, k)->senses;
        bool would = unit_tag(u, k) == TAG_VB && s != NULL &&
                     unit_tag(u, k - 1) == TAG_MODAL &&
                     (s->frames & FRAME_QUOTE) != 0; /* "would say only" */
        if (would) return true;
        if (reports_at(u, k) & (FRAMES_SAID | FRAME_NAME | FRAME_AS))
            return true;
    }
    return false;
}

/* Past the quotation that i stands in; *ends: the content ends with it. */
static int past_quote(const read_unit *u, int first, int i, bool *ends) {
    int after = over_quote(u, i);
    *ends = false;
    if (after == i) return i;
    const read_quote *q = unit_quote(u, i);
    if (!q->ended) return after;
    read_tag mark = unit_tag(u, after - 2);
    *ends = (mark == TAG_COMMA && comma_ends(u, first, after - 1)) ||
            (mark == TAG_STOP && unit_tag(u, after) != TAG_NONE);
    return after;
}

/* A whole sentence in quotation marks begins at i. */
static bool starts_quote(const read_unit *u, int i) {
    if (unit_tag(u, i) != TAG_OPEN) return false;
    const read_quote *q = unit_quote(u, i);
    return q->ended && quote_is_direct(u, q);
}

/* Does the reporter speak again from the word or mark at i on? */
static bool ends_at(const read_unit *u, int first, int i) {
    switch (unit_tag(u, i)) {
    case TAG_SEMI:
        return more_reports(u, i);
    case TAG_COMMA:
        return comma_ends(u, first, i);
    case TAG_COLON: /* "denied that it was so: "Q"" */
        return unit_has_finite(u, first, i) && starts_quote(u, i + 1);
    case TAG_DASH:
        return judging_noun(u, i + 1);
    case TAG_CONJ:
        return (joined_report(u, i + 1, false) && !unit_is(u, i, "nor") &&
                !parallel(u, first, i)) ||
               speaker_acts(u, first, i, false);
    case TAG_VBG: /* "... of the talks adding that" */
        return unit_tag(u, i - 1) == TAG_NOUN &&
               unit_tag(u, i + 1) == TAG_THAT && gerund_reports(u, i);
    default:
        return false;
    }
}

int content_end(const read_unit *u, int first) {
    int i = first;
    while (i < u->last) {
        bool ends;
        int after = past_quote(u, first, i, &ends);
        if (ends) return after;
        if (after > i) {
            i = after;
            continue;
        }
        if (unit_tag(u, i) == TAG_STOP) return i;
        if (i > first && ends_at(u, first, i)) return i;
        i++;
    }
    return u->last;
}

/* A clause of time that belongs to the event, not to the object. */
static bool time_clause(const read_unit *u, int i) {
    bool headline = unit_tag(u, u->last - 1) != TAG_STOP && u->first == 0 &&
                    u->last - i > 3;
    if (headline && unit_is(u, i, "as") && !unit_is_any(u, i + 1, "a an") &&
        unit_tag(u, i + 1) != TAG_OPEN && unit_tag(u, i + 1) != TAG_ADJ) {
        return true; /* "threatens duties as envoy heads for talks" */
    }
    return unit_tag(u, i) == TAG_SUB &&
           unit_is_any(u, i,
                       "after when as while because since although "
                       "though") &&
           !unit_is_any(u, i + 1, "soon well far long much if a an") &&
           !unit_is_any(u, i - 1, "soon well far long much") &&
           unit_has_finite(u, i, u->last);
}

/* "[demanded the ministry] and the League said it would not give it up",
 * "[demanded the ministry] and left": what is joined at i is a clause. */
static bool other_clause(const read_unit *u, int first, int conj) {
    int i = conj + 1;
    while (unit_tag(u, i) == TAG_ADV)
        i++;
    if (unit_finite(u, i)) return true;
    for (int k = first + 1; k < conj; k++) {
        if (unit_tag(u, k) == TAG_THAT || unit_tag(u, k) == TAG_WH)
            return false;
    }
    return new_attribution(u, conj + 1);
}

/* "[rejected the offer] after a call with the mayor": when it was done. But a
 * date may be part of what is asked for: "a truce before the vote". */
static bool time_phrase(const read_unit *u, int i) {
    if (!unit_is_any(u, i, "after following during")) return false;
    read_range core = phrase_core(u, i + 1);
    if (range_empty(core) || unit_is(u, core.first, "the")) return false;
    int head = core.last - 1;
    return unit_noun(u, head, NOUN_MEETING) || unit_noun(u, head, NOUN_CALL) ||
           unit_noun(u, head, NOUN_VISIT) || unit_noun(u, head, NOUN_MEAL);
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
        bool time = i > first && (time_clause(u, i) || time_phrase(u, i));
        bool votes = unit_is(u, i, "by") && next == TAG_NUM; /* "by 40 votes" */
        if (tag == TAG_SEMI || time || votes) return i;
        if (tag == TAG_CONJ && other_clause(u, first, i)) return i;
        if (tag != TAG_COMMA) continue;
        if (next == TAG_WH || next == TAG_SUB || next == TAG_VBG ||
            unit_is(u, i + 1, "worth")) { /* ", worth 19 million" */
            return i;
        }
        if (next == TAG_CONJ && unit_has_finite(u, i + 1, last) &&
            !unit_is_any(u, i + 2, "only if on provided")) {
            return i;
        }
    }
    return last;
}
