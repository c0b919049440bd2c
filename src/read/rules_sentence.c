/* SPDX-License-Identifier: Apache-2.0
 * Rules that look at the whole sentence, and those for saying nothing:
 *
 *   no-comment     Orrel declined to comment; would not say whether ...
 *   not-available  was not available for comment; had no comment; there was
 *                  no comment from Orrel; could not be reached
 *   according-to   According to Orrel, C.   C, according to Orrel.
 *   noun-cue       a claim by Orrel that C; Orrel's claim that C
 *   name-colon     ANSA ORREL: "Q"   Orrel: C
 *   clause-colon   Orrel was blunt: "Q"   Orrel's answer: "Q"
 *   topic-colon    On the prisoners: "Q"  (the speaker is the one before)
 *   dash-name      "Q" -- Ansa Orrel, minister */
#include "read/rules.h"

static const char silent_verbs[] =
    "comment say elaborate respond reply discuss return answer give specify "
    "provide describe identify name disclose reveal speculate confirm reached "
    "drawn give commented responded replied elaborated spoken answered";

/* The words after "declined to": silence, not refusal of something. */
static bool to_be_silent(const read_unit *u, int i) {
    if (unit_tag(u, i) != TAG_TO) return false;
    int k = i + 1;
    while (unit_tag(u, k) == TAG_ADV)
        k++;
    if (unit_is(u, k, "be")) return unit_is(u, k + 1, "drawn");
    return unit_is_any(u, k,
                       "comment say discuss elaborate confirm "
                       "speculate answer disclose identify name "
                       "provide specify describe reveal respond give");
}

/* "neither office would describe the call" */
static bool negative_subject(const read_unit *u, read_range who) {
    return unit_is_any(u, who.first, "no neither nobody none");
}

static bool whole_predicate(const read_unit *u, int first, read_claim *c) {
    c->class = CLASS_DECLINE;
    c->negated = false;
    return claim_add(u, c, first, content_end(u, first));
}

/* "the lawyer, who [did not return a call]" */
static read_range before_who(const read_unit *u, const read_verb *v) {
    int i = v->group.first - 1;
    if (!unit_is(u, i, "who")) return (read_range){0, 0};
    return phrase_before(u, unit_tag(u, i - 1) == TAG_COMMA ? i - 1 : i);
}

bool rule_no_comment(read_hunt *h, const read_verb *v, read_claim *out) {
    const read_unit *u = h->u;
    /* "have yet to respond" */
    int yet = v->group.first - 1, outer;
    if (v->infinitive && unit_is(u, yet, "yet") &&
        unit_tag(u, yet - 1) == TAG_HAVE &&
        unit_is_any(u, v->at, silent_verbs)) {
        read_range who = subject_of(u, yet - 1, &outer);
        if (range_empty(who)) return false;
        claim_begin(out, v, who);
        return whole_predicate(u, yet - 1, out);
    }
    if (!can_report(u, v)) return false;
    bool silent = false;
    read_range who = before_who(u, v);
    if (range_empty(who)) who = speaker_of(h, v, &outer);
    if (range_empty(who)) return false;
    if (unit_is_any(u, v->at, "declined declines refused refuses")) {
        silent = !v->passive && to_be_silent(u, v->group.last);
    } else if ((v->negated || negative_subject(u, who)) &&
               unit_is_any(u, v->at, silent_verbs)) {
        read_tag next = unit_tag(u, v->group.last);
        silent = next != TAG_THAT && next != TAG_PRON && next != TAG_OPEN &&
                 !(unit_is(u, v->at, "say") && next == TAG_DET) &&
                 !unit_is(u, v->at, "name");
        bool could = unit_is_any(u, v->group.first, "could can");
        bool passive = unit_is_any(u, v->at, "reached drawn");
        if (could && !passive) silent = false; /* the reporter's own limits */
        if (v->passive && !passive) silent = false;
    }
    if (!silent) return false;
    claim_begin(out, v, who);
    return whole_predicate(u, v->group.first, out);
}

/* "Calls to his office went unanswered", "An e-mail to the union was not
 * returned": where the predicate begins, and whose silence it is. */
static read_range not_returned(const read_unit *u, int i, int *first) {
    enum { NEAR = 16 };
    const read_range nobody = {0, 0};
    if (!unit_is_any(u, i,
                     "calls messages emails e-mails requests questions "
                     "call message email e-mail request")) {
        return nobody;
    }
    read_range who = nobody;
    for (int k = i + 1; k < i + NEAR && k < u->last; k++) {
        if (unit_is_any(u, k, "to with at for") && range_empty(who)) {
            who = phrase_core(u, k + 1);
            if (unit_is_any(u, k + 1, "comment information details")) {
                who = nobody;
            }
            if (!range_empty(who) && unit_is(u, who.last, "of")) {
                who = phrase_after(u, k + 1);
            }
        }
        if (!unit_finite(u, k)) continue;
        *first = k;
        int last = k + 1;
        bool no = false;
        while (unit_tag(u, last) == TAG_NOT || unit_tag(u, last) == TAG_ADV) {
            no = no || unit_tag(u, last) == TAG_NOT;
            last++;
        }
        bool silent =
            (no && unit_is_any(u, last, "returned answered acknowledged")) ||
            unit_is(u, last, "unanswered") || unit_is(u, last, "unreturned");
        if (silent) return who;
    }
    return nobody;
}

/* Where the predicate begins that ends in "available", "no comment" at i. */
static int predicate_start(const read_unit *u, int i) {
    int k = i;
    while (k > u->first && k > i - 8) {
        read_tag tag = unit_tag(u, k - 1);
        bool joins = tag == TAG_ADV || tag == TAG_NOT || tag == TAG_MODAL ||
                     tag == TAG_BE || tag == TAG_HAVE || tag == TAG_DO ||
                     tag == TAG_DET || tag == TAG_ADJ ||
                     unit_is(u, k - 2, "no") ||
                     (tag == TAG_VBD &&
                      unit_is_any(u, k - 1, "made gave offered issued"));
        if (!joins) break;
        k--;
    }
    return k;
}

static bool no_comment_noun(const read_unit *u, int i) {
    if (!unit_is_any(u, i, "comment comments response details")) return false;
    int k = i - 1;
    while (unit_tag(u, k) == TAG_ADJ || unit_tag(u, k) == TAG_NOUN)
        k--;
    if (!unit_is(u, k, "no")) return false;
    return unit_is_any(u, k - 1,
                       "had has have gave made offered was is "
                       "issued");
}

static bool not_available(const read_unit *u, int i) {
    if (unit_is(u, i, "unavailable")) return true;
    if (!unit_is(u, i, "available")) return false;
    if (!unit_is_any(u, i + 1, "for to")) return false;
    for (int k = i - 1; k > i - 4; k--) {
        if (unit_tag(u, k) == TAG_NOT) return true;
    }
    return false;
}

static bool neither_confirm(const read_unit *u, int i) {
    return unit_is(u, i, "neither") && unit_is_any(u, i + 1,
                                                   "confirm "
                                                   "confirmed "
                                                   "confirms");
}

/* "There was no comment from Orrel" */
static read_range comment_from(const read_unit *u, int i) {
    if (!unit_is(u, i + 1, "from")) return (read_range){0, 0};
    return phrase_after(u, i + 2);
}

/* What the functions above begin with. */
static const char silence_words[] =
    "calls messages emails e-mails requests questions call message email "
    "e-mail request comment comments response details unavailable available "
    "neither";

bool rule_not_available(read_hunt *h, int from, read_claim *out) {
    const read_unit *u = h->u;
    for (int i = from; i < u->last; i++) {
        if (!unit_is_any(u, i, silence_words)) continue;
        if (u->p->tokens[i].quote != 0) continue;
        int first = i, outer;
        read_range who = not_returned(u, i, &first);
        bool noun = no_comment_noun(u, i);
        bool message = !range_empty(who);
        if (!message && !noun && !not_available(u, i) &&
            !neither_confirm(u, i)) {
            continue;
        }
        if (!message) {
            first = predicate_start(u, i);
            who = subject_of(u, first, &outer);
        }
        if (noun && unit_is(u, first - 1, "there")) who = comment_from(u, i);
        if (range_empty(who)) continue;
        *out = (read_claim){.speaker = who,
                            .cue = {first, i + 1},
                            .class = CLASS_DECLINE,
                            .lemma = "comment"};
        return whole_predicate(u, first, out);
    }
    return false;
}

bool rule_according_to(read_hunt *h, int from, read_claim *out) {
    const read_unit *u = h->u;
    for (int i = from; i + 2 < u->last; i++) {
        if (!unit_is(u, i, "according") || !unit_is(u, i + 1, "to") ||
            u->p->tokens[i].quote != 0) {
            continue;
        }
        read_range who = phrase_after(u, i + 2);
        if (range_empty(who)) continue;
        *out = (read_claim){.speaker = who,
                            .cue = {i, i + 2},
                            .class = CLASS_SAY,
                            .lemma = "according to"};
        if (i == u->first || unit_tag(u, i - 1) == TAG_CONJ) {
            int next = skip_circumstances(u, who.last);
            while (next < u->last && unit_tag(u, next) != TAG_COMMA &&
                   unit_tag(u, next) != TAG_OPEN) {
                next++;
            }
            return claim_add(u, out, next, content_end(u, next + 1));
        }
        return claim_add(u, out, content_start(h, i), i);
    }
    return false;
}

/* Where the clause after "that" ends when its noun is the subject of the
 * sentence: before the second finite verb. */
static int clause_in_subject(const read_unit *u, int that) {
    int i = that + 1;
    while (i < u->last && !unit_finite(u, i))
        i++;
    while (i < u->last && (unit_finite(u, i) || unit_tag(u, i) == TAG_ADV ||
                           unit_tag(u, i) == TAG_NOT)) {
        i++;
    }
    for (; i < u->last; i++) {
        read_tag before = unit_tag(u, i - 1);
        bool joined = before == TAG_CONJ || before == TAG_WH ||
                      before == TAG_PRON || before == TAG_SUB;
        if (unit_finite(u, i) && !joined) return i;
    }
    return content_end(u, that + 1);
}

/* Whose claim: "Orrel's claim", "a claim by Orrel". */
static read_range claim_owner(const read_unit *u, int noun, int *that) {
    *that = noun + 1;
    if (unit_is_any(u, noun + 1, "by from")) {
        read_range who = phrase_after(u, noun + 2);
        *that = who.last;
        return who;
    }
    int k = noun - 1;
    while (unit_tag(u, k) == TAG_ADJ || unit_tag(u, k) == TAG_NOUN ||
           unit_tag(u, k) == TAG_NUM) {
        k--;
    }
    if (unit_tag(u, k) == TAG_POSS) return (read_range){k, k + 1};
    if (unit_tag(u, k) == TAG_APOSTROPHE) return phrase_before(u, k);
    return (read_range){0, 0};
}

bool rule_noun_cue(read_hunt *h, int from, read_claim *out) {
    const read_unit *u = h->u;
    for (int i = from; i + 2 < u->last; i++) {
        const lexicon_word *w = unit_word(u, i);
        if (w->cue == CLASS_NONE || u->p->tokens[i].quote != 0 ||
            unit_tag(u, i) != TAG_NOUN) {
            continue;
        }
        int that;
        read_range who = claim_owner(u, i, &that);
        if (range_empty(who) || unit_tag(u, that) != TAG_THAT) continue;
        *out = (read_claim){.speaker = who,
                            .cue = {i, i + 1},
                            .class = w->cue,
                            .lemma = w->text};
        bool subject = !unit_has_finite(u, u->first, i);
        int last =
            subject ? clause_in_subject(u, that) : content_end(u, that + 1);
        if (!unit_has_finite(u, that + 1, last)) continue;
        return claim_add(u, out, that + 1, last);
    }
    return false;
}

/* A name, a pronoun, or a noun for people. */
static bool can_mean_person(const read_unit *u, read_range who) {
    int head = phrase_head(u, who);
    read_tag tag = unit_tag(u, head);
    return tag == TAG_PROPER || tag == TAG_POSS ||
           (tag == TAG_PRON && unit_is_any(u, head, "he she they")) ||
           unit_noun(u, head, NOUN_ROLE) || unit_noun(u, head, NOUN_PERSON) ||
           unit_noun(u, head, NOUN_GROUP);
}

/* Nothing but a bullet or the clock of a live blog stands before. */
static bool starts_paragraph(const read_unit *u) {
    for (int i = 0; i < u->first; i++) {
        read_tag tag = (read_tag)u->p->tokens[i].tag;
        if (tag != TAG_OTHER && tag != TAG_NUM && tag != TAG_DASH &&
            tag != TAG_COLON && tag != TAG_LEFT && tag != TAG_RIGHT) {
            return false;
        }
    }
    return true;
}

bool rule_name_colon(read_hunt *h, int from, read_claim *out) {
    enum { LONG = 16 };
    const read_unit *u = h->u;
    if (from > u->first || !starts_paragraph(u)) return false;
    int colon = u->first;
    while (colon < u->last && colon < u->first + LONG &&
           unit_tag(u, colon) != TAG_COLON) {
        if (unit_finite(u, colon) && unit_tag(u, colon - 1) != TAG_WH) {
            return false;
        }
        if (u->p->tokens[colon].quote != 0) return false;
        colon++;
    }
    if (unit_tag(u, colon) != TAG_COLON || colon == u->first) return false;
    read_range who = phrase_after(u, u->first);
    if (range_empty(who) || who.last > colon) return false;
    bool quoted = unit_tag(u, colon + 1) == TAG_OPEN;
    bool upper = (u->p->tokens[u->first].flags & TOKEN_UPPER) != 0;
    bool named = unit_tag(u, phrase_head(u, who)) == TAG_PROPER;
    if (who.last < colon && unit_tag(u, who.last) != TAG_COMMA && !upper) {
        return false;
    }
    if (upper) {
        who.last = who.first;
        while (who.last < colon && unit_tag(u, who.last) != TAG_COMMA) {
            who.last++;
        }
    }
    if (!quoted && !(named && unit_has_finite(u, colon + 1, u->last) &&
                     u->p->sentence_count > 0 && upper)) {
        return false;
    }
    *out = (read_claim){.speaker = who,
                        .cue = who,
                        .class = CLASS_SAY,
                        .lemma = "say",
                        .direct = quoted};
    return claim_add(u, out, colon + 1, u->last);
}

/* "Aker's last word", "Her answer": whose. */
static read_range possessor(const read_unit *u, int first, int last) {
    if (unit_tag(u, first) == TAG_POSS) return (read_range){first, first + 1};
    for (int i = first; i < last; i++) {
        if (unit_tag(u, i) == TAG_APOSTROPHE) return phrase_before(u, i);
    }
    return (read_range){0, 0};
}

/* "Voss was blunt: "Q"", "Aker's last word: "Q"": a clause or a possession
 * without a verb of reporting, and a quotation to the end. */
bool rule_clause_colon(read_hunt *h, int from, read_claim *out) {
    enum { LONG = 24 };
    const read_unit *u = h->u;
    int colon = u->first, verb = -1, outer;
    if (from > u->first || h->count > 0) return false;
    for (; unit_tag(u, colon) != TAG_COLON; colon++) {
        if (colon == u->last || colon > u->first + LONG) return false;
        if (u->p->tokens[colon].quote != 0) return false;
        if (verb < 0 && unit_finite(u, colon)) verb = colon;
    }
    if (unit_tag(u, colon + 1) != TAG_OPEN || colon == u->first) return false;
    read_range who = {0, 0}, cue = {colon - 1, colon};
    if (verb >= 0) {
        who = subject_of(u, verb, &outer);
        cue = (read_range){verb, verb + 1};
    }
    if (range_empty(who) || !can_mean_person(u, who)) {
        who = possessor(u, u->first, colon);
    }
    if (range_empty(who) || !can_mean_person(u, who)) return false;
    *out = (read_claim){.speaker = who,
                        .cue = cue,
                        .class = CLASS_SAY,
                        .lemma = "say",
                        .direct = true};
    return claim_add(u, out, colon + 1, u->last);
}

bool rule_topic_colon(read_hunt *h, int from, read_claim *out) {
    enum { LONG = 10 };
    const read_unit *u = h->u;
    if (from > u->first || unit_tag(u, u->first) != TAG_PREP) return false;
    for (int i = u->first; i < u->first + LONG && i + 1 < u->last; i++) {
        if (unit_finite(u, i) || unit_tag(u, i) == TAG_COMMA) return false;
        if (unit_tag(u, i) != TAG_COLON) continue;
        if (unit_tag(u, i + 1) != TAG_OPEN) return false;
        *out = (read_claim){.class = CLASS_SAY,
                            .lemma = "say",
                            .direct = true,
                            .inherits = true};
        return claim_add(u, out, i + 1, u->last);
    }
    return false;
}

bool rule_dash_name(read_hunt *h, int from, read_claim *out) {
    const read_unit *u = h->u;
    if (from > u->first || unit_tag(u, u->first) != TAG_OPEN) return false;
    const read_quote *q = unit_quote(u, u->first);
    if (!q->closed || unit_tag(u, q->close + 1) != TAG_DASH) return false;
    read_range who = phrase_after(u, q->close + 2);
    if (range_empty(who) || unit_has_finite(u, q->close, u->last)) {
        return false;
    }
    *out = (read_claim){.speaker = who,
                        .cue = who,
                        .class = CLASS_SAY,
                        .lemma = "say",
                        .direct = true,
                        .leads = true};
    return claim_add(u, out, q->open, q->close + 1);
}
