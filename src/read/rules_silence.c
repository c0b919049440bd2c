/* SPDX-License-Identifier: Apache-2.0
 * Rules for saying nothing:
 *
 *   no-comment     Orrel declined to comment; would not say whether ...
 *   not-available  was not available for comment; had no comment; there was
 *                  no comment from Orrel; could not be reached
 *
 * The content is the whole predicate. */
#include "read/rules.h"

static const char silent_verbs[] =
    "comment say elaborate respond reply discuss return answer give specify "
    "provide describe identify name disclose reveal speculate confirm reached "
    "drawn give commented responded replied elaborated spoken answered talk "
    "speak commenting saying confirming discussing talking speaking "
    "elaborating responding answering disclosing";

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

/* "declined further comment", "refused all interviews" */
static bool refuses_comment(const read_unit *u, int i) {
    read_range what = phrase_core(u, i);
    return !range_empty(what) &&
           unit_is_any(u, what.last - 1,
                       "comment comments interview interviews elaboration");
}

/* "said nothing", "would not go into what was said", "had nothing to add",
 * "gave nothing away", "stayed silent", "kept her counsel" */
static bool says_little(const read_unit *u, const read_verb *v) {
    int i = v->group.last, outer;
    bool nobody = v->negated ||
                  unit_is_any(u, subject_of(u, v->group.first, &outer).first,
                              "no neither nobody none");
    if (unit_is_any(u, v->at, "go going went drawn into")) {
        return nobody && unit_is_any(u, i, "into beyond further");
    }
    if (unit_is_any(u, v->at, "said says gave gives")) {
        return unit_is(u, i, "nothing") &&
               !unit_is_any(u, i + 1, "about but except of");
    }
    return false;
}

/* "neither office would describe the call" */
static bool negative_subject(const read_unit *u, read_range who) {
    return unit_is_any(u, who.first, "no neither nobody none") ||
           unit_is(u, who.first - 1, "nor"); /* "neither the ... nor the" */
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

/* "did not elaborate": a verb of speech that is denied, and nothing that would
 * have been said. */
static bool keeps_silent(const read_unit *u, const read_verb *v) {
    read_tag next = unit_tag(u, v->group.last);
    read_tag then = unit_tag(u, v->group.last + 1);
    bool it = next == TAG_THAT && (then == TAG_STOP || then == TAG_NONE);
    bool said = (next == TAG_THAT && !it) || next == TAG_PRON ||
                next == TAG_OPEN ||
                (unit_is(u, v->at, "say") && next == TAG_DET) ||
                unit_is(u, v->at, "name");
    bool could = unit_is_any(u, v->group.first, "could can");
    bool passive = unit_is_any(u, v->at, "reached drawn");
    if (unit_is(u, v->at, "reached") && !could) return false;
    /* "could not say" has the reporter's own limits */
    return !said && (passive || !(could || v->passive));
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
    bool refuses = unit_is_any(u, v->at, "declined declines refused refuses");
    bool little = !refuses && says_little(u, v), silent = false;
    bool answers = unit_is_any(u, v->at, silent_verbs);
    if (!refuses && !little && !answers) return false;
    read_range who = before_who(u, v);
    if (range_empty(who)) who = speaker_of(h, v, &outer);
    if (range_empty(who)) return false;
    if (refuses) {
        silent = !v->passive && (to_be_silent(u, v->group.last) ||
                                 refuses_comment(u, v->group.last));
    } else if (little) {
        silent = true;
    } else if (answers && (v->negated || negative_subject(u, who))) {
        silent = keeps_silent(u, v);
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
                      unit_is_any(u, k - 1,
                                  "made gave offered issued kept stayed "
                                  "remained")) ||
                     unit_is_any(u, k - 1, "remains keeps stays remained so");
        if (!joins) break;
        k--;
    }
    return k;
}

static bool no_comment_noun(const read_unit *u, int i) {
    if (!unit_is_any(u, i,
                     "comment comments response details word answer reply "
                     "statement explanation"))
        return false;
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
    if (unit_is_any(u, i, "silent tight-lipped mum")) {
        return unit_is_any(u, i - 1,
                           "kept keeps stayed stays remained remains "
                           "staying remain keeping");
    }
    if (!unit_is(u, i, "available")) return false;
    if (!unit_is_any(u, i + 1, "for to")) return false;
    int k = i - 1, outer;
    for (; k > i - 4; k--) {
        if (unit_tag(u, k) == TAG_NOT) return true;
        if (unit_finite(u, k)) break;
    }
    return negative_subject(u, subject_of(u, k, &outer));
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
    "e-mail request comment comments response details word answer reply "
    "statement explanation unavailable available neither silent tight-lipped "
    "mum";

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
