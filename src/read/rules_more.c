/* SPDX-License-Identifier: Apache-2.0
 * Attributions whose speaker is no subject:
 *
 *   passive     The offer was rejected by the union; Keth was accused by
 *               Morvania of C; both sides were urged by X to C
 *   impersonal  It was announced by the palace that C
 *   words-of    In the words of X, C   In X's view, C   As X put it, C */
#include "read/phrase_int.h"
#include "read/rules.h"

/* Who the passive is "by", and where that ends. */
static read_range by_agent(const read_unit *u, int i, int *end) {
    enum { NEAR = 4 };
    bool accuses = unit_is(u, i - 1, "accused");
    for (int k = i; k < i + NEAR; k++) {
        const read_quote *q = unit_quote(u, k);
        if (k == i && q != NULL) k = q->close + 1; /* "was called "X" by" */
        if (unit_is(u, k, "by")) {
            read_range who = phrase_after(u, k + 1);
            read_range core = phrase_core(u, k + 1);
            bool of = unit_is(u, core.last, "of") &&
                      (accuses || unit_tag(u, core.last + 1) == TAG_VBG);
            if (of) who = core; /* "by Morvania of moving guns" */
            *end = who.last;
            return who;
        }
        if (unit_is(u, k, "out") && unit_is(u, k + 1, "of")) {
            k += 2; /* "out of hand" */
            continue;
        }
        if (unit_tag(u, k) != TAG_ADV && skip_date(u, k) == k) break;
    }
    return (read_range){0, 0};
}

static bool passive_speech(const read_verb *v) {
    switch (v->sense->class) {
    case CLASS_DENY:
    case CLASS_CONFIRM:
    case CLASS_REJECT:
    case CLASS_REFUSE:
    case CLASS_ACCEPT:
    case CLASS_CLAIM:
    case CLASS_DEMAND:
    case CLASS_PROPOSE:
        return (v->sense->frames & (FRAME_NP | FRAME_ASK)) != 0;
    case CLASS_JUDGE:
        return (v->sense->frames & FRAME_NP) != 0;
    default:
        return false;
    }
}

/* Not "by a margin of six", "confirmed by tests". */
static bool is_agent(const read_unit *u, read_range who) {
    int head = phrase_head(u, who);
    if (unit_time(u, head)) return false;
    return !unit_is_any(u, head,
                        "margin vote votes majority evidence data figures "
                        "results tests test facts fact events records record "
                        "way means law show hand hands default consensus");
}

/* All that stands before the verb, where it is one long subject: "The union's
 * offer to pay half", "The claim that ..."; else the phrase before it. */
static read_range long_subject(const read_unit *u, int verb) {
    int first = u->first, outer;
    while (unit_tag(u, first) == TAG_CONJ || unit_tag(u, first) == TAG_ADV)
        first++;
    read_range core = phrase_core(u, first);
    bool clause = !range_empty(core) && unit_tag(u, core.last) == TAG_THAT &&
                  unit_word(u, core.last - 1)->cue != CLASS_NONE;
    bool plain = !range_empty(core) && !unit_has_finite(u, first, verb);
    for (int i = first; i < verb; i++) {
        if (unit_tag(u, i) == TAG_COMMA || unit_tag(u, i) == TAG_SEMI) {
            plain = clause = false;
        }
    }
    if (plain || clause) return (read_range){first, verb};
    bool that = first + 1 == verb && unit_is_any(u, first, "that this it");
    if (that) return (read_range){first, verb};
    return subject_of(u, verb, &outer);
}

/* What follows the agent: "[was accused by Morvania] of moving guns", "[was
 * dismissed by the mayor,] as a trap". */
static void add_rest(const read_unit *u, const read_verb *v, read_claim *c,
                     int end) {
    bool ask = (v->sense->frames & FRAME_ASK) != 0 &&
               (unit_tag(u, end) == TAG_TO || unit_is(u, end, "of"));
    int as = unit_tag(u, end) == TAG_COMMA ? end + 1 : end;
    bool named = (v->sense->frames & FRAME_AS) != 0 && unit_is(u, as, "as");
    if (ask || named) claim_add(u, c, as, content_end(u, as));
}

bool rule_passive(read_hunt *h, const read_verb *v, read_claim *out) {
    const read_unit *u = h->u;
    if (!v->passive || v->modal || v->negated || !can_report(u, v) ||
        !passive_speech(v)) {
        return false;
    }
    int end = 0;
    read_range who = by_agent(u, v->group.last, &end);
    if (range_empty(who) || !is_agent(u, who)) return false;
    read_range what = long_subject(u, v->group.first);
    if (range_empty(what) || unit_tag(u, what.first) == TAG_WH) return false;
    /* "has long been opposed by": a state, no speech */
    if (unit_is_any(u, v->at, "opposed supported backed resisted")) {
        return false;
    }
    claim_begin(out, v, who);
    out->passive = false;
    out->is_object = true;
    if (!claim_add(u, out, what.first, what.last)) return false;
    add_rest(u, v, out, end);
    return true;
}

/* "It was announced by the palace that C", "It has been claimed on the benches
 * opposite that C" */
bool rule_impersonal(read_hunt *h, const read_verb *v, read_claim *out) {
    const read_unit *u = h->u;
    bool speech = v->passive && can_report(u, v) && !v->negated &&
                  (v->sense->frames & FRAME_THAT) != 0;
    int by = v->group.last;
    if (!speech || !unit_is(u, v->group.first - 1, "it") ||
        !unit_is_any(u, by, "by from on in among")) {
        return false;
    }
    read_range who = phrase_after(u, by + 1);
    int that = who.last;
    while (that < by + UNIT_REACH && unit_tag(u, that) == TAG_ADJ)
        that++;
    that = skip_circumstances(u, that);
    if (range_empty(who) || unit_time(u, phrase_head(u, who)) ||
        unit_tag(u, that) != TAG_THAT) {
        return false;
    }
    claim_begin(out, v, who);
    out->passive = false;
    return claim_add(u, out, that + 1, content_end(u, that + 1));
}

static const char view_nouns[] =
    "words view telling account opinion reading version estimation phrase "
    "reckoning estimate admission";

/* "In the words of X", "In X's view", "As X put it" from i on; *end is where it
 * ends. */
static read_range in_words_of(const read_unit *u, int i, int *end) {
    const read_range nobody = {0, 0};
    while (unit_tag(u, i) == TAG_CONJ || unit_tag(u, i) == TAG_ADV)
        i++;
    if (unit_is(u, i, "as")) {
        read_range who = phrase_after(u, i + 1);
        bool put = !range_empty(who) &&
                   unit_is_any(u, who.last,
                               "put puts tells told sees "
                               "describes explained") &&
                   unit_is(u, who.last + 1, "it");
        *end = who.last + 2;
        return put ? who : nobody;
    }
    if (!unit_is_any(u, i, "in by")) return nobody;
    read_range core = phrase_core(u, i + 1);
    if (range_empty(core) || !unit_is_any(u, core.last - 1, view_nouns)) {
        return nobody;
    }
    if (unit_is(u, core.last, "of")) {
        read_range who = phrase_after(u, core.last + 1);
        *end = who.last;
        return who;
    }
    *end = core.last;
    for (int k = core.last - 1; k > core.first; k--) {
        if (unit_tag(u, k) == TAG_APOSTROPHE) {
            return (read_range){core.first, k};
        }
    }
    bool owned = unit_tag(u, core.first) == TAG_POSS;
    return owned ? (read_range){core.first, core.first + 1} : nobody;
}

/* "The talks have stalled, in the mediator's view." */
static bool words_close(const read_hunt *h, read_claim *out) {
    const read_unit *u = h->u;
    for (int i = u->first + 2; i + 2 < u->last; i++) {
        if (unit_tag(u, i) != TAG_COMMA || u->p->tokens[i].quote != 0) continue;
        if (!unit_is_any(u, i + 1, "in as")) continue;
        int end = i;
        read_range who = in_words_of(u, i + 1, &end);
        read_tag then = unit_tag(u, end);
        if (range_empty(who) || (then != TAG_STOP && then != TAG_NONE))
            continue;
        *out = (read_claim){.speaker = who,
                            .cue = {i + 1, end},
                            .class = CLASS_SAY,
                            .lemma = "say"};
        return claim_add(u, out, content_start(h, i), i);
    }
    return false;
}

bool rule_words_of(read_hunt *h, int from, read_claim *out) {
    const read_unit *u = h->u;
    int end = u->first;
    if (from > u->first) return false;
    read_range who = in_words_of(u, u->first, &end);
    if (range_empty(who)) return words_close(h, out);
    if (unit_tag(u, end) != TAG_COMMA) return false;
    *out = (read_claim){.speaker = who,
                        .cue = {u->first, end},
                        .class = CLASS_SAY,
                        .lemma = "say"};
    return claim_add(u, out, end + 1, content_end(u, end + 1));
}
