/* SPDX-License-Identifier: Apache-2.0
 * Positions of a speaker's own voice.
 *
 *   imperative   "Lift the siege", "Show me where it is" (demand); with "and
 *                we will": a condition, too
 *   bare not     "We did not." (deny)
 *   silence      "would not comment", "can neither confirm nor deny"
 *                (decline-comment)
 *   no without   "No contract without a crane clause" (require) */
#include "read/stance_act.h"

static const read_range speaker = {0, 0};

/* The piece or a sentence of it begins at i ("So", "Then" skipped). */
static bool begins_sentence(const stance_finder *f, int i) {
    const read_unit *u = f->u;
    int k = i - 1;
    while (k >= f->piece.first &&
           (unit_tag(u, k) == TAG_CONJ ||
            unit_is_any(u, k, "so then now just please first"))) {
        k--;
    }
    if (k >= f->piece.first && unit_tag(u, k) == TAG_COMMA) return false;
    return k < f->piece.first || unit_tag(u, k) == TAG_STOP;
}

static int sentence_end(const stance_finder *f, int i) {
    while (i < f->piece.last && unit_tag(f->u, i) != TAG_STOP)
        i++;
    return i;
}

/* A word that can be a base form, with an object and no verb behind. */
static bool is_imperative(const stance_finder *f, int i) {
    const read_unit *u = f->u;
    read_tag tag = unit_tag(u, i), next = unit_tag(u, i + 1);
    bool let = unit_is(u, i, "let");
    bool base = let || tag == TAG_VB || tag == TAG_NOUN || tag == TAG_ADJ ||
                (tag == TAG_VBZ && (unit_word(u, i)->forms & FORM_VB) != 0) ||
                tag == TAG_PROPER; /* a capital opens the sentence */
    bool object = next == TAG_OBJ || next == TAG_DET || next == TAG_POSS ||
                  next == TAG_NUM || next == TAG_WHAT ||
                  unit_is(u, i + 1, "it");
    if (unit_word(u, i)->time) return false; /* "Today the hills" */
    if (!base || !object ||
        unit_is_any(u, i,
                    "let's thank believe forgive ask imagine look take "
                    "listen remember think")) {
        return false;
    }
    bool it =
        unit_is(u, i + 1, "it") && (unit_word(u, i)->forms & FORM_VB) != 0;
    bool subject = unit_is_any(u, i + 1, "i he she we they it you");
    if (subject && (!it || unit_finite(u, i + 2))) return false;
    if (let) return !unit_is(u, i + 1, "me");
    int end = sentence_end(f, i);
    for (int k = i + 1; k < end; k++) {
        if (unit_tag(u, k) == TAG_COMMA || unit_tag(u, k) == TAG_WH ||
            unit_tag(u, k) == TAG_WHAT || unit_tag(u, k) == TAG_CONJ ||
            unit_tag(u, k) == TAG_PRON || unit_tag(u, k) == TAG_THAT) {
            return true;
        }
        if (unit_finite(u, k)) return false;
    }
    return true;
}

/* "[Give us two years] and we'll take a cut" */
static bool then_we(const stance_finder *f, int i) {
    const read_unit *u = f->u;
    int end = sentence_end(f, i);
    for (int k = i + 1; k + 1 < end; k++) {
        bool then = unit_is(u, k, "then") && unit_tag(u, k - 1) == TAG_COMMA;
        if (!then && !unit_is(u, k, "and")) continue;
        return unit_has_finite(u, k + 1, end);
    }
    return false;
}

static void imperative(stance_finder *f, int i) {
    if (!f->direct || !begins_sentence(f, i) || !is_imperative(f, i)) return;
    bool tied = then_we(f, i); /* "Lift the ban and we will talk" */
    stance_add(f, tied ? STANCE_CONDITION : STANCE_DEMAND, false, speaker);
}

/* "[The rebels say] it isn't", "He did not.": nothing but a denial. */
static void bare_not(stance_finder *f, int i) {
    const read_unit *u = f->u;
    int first = f->piece.first;
    bool bare = unit_tag(u, i) == TAG_NOT && unit_finite(u, i - 1) &&
                i <= first + 3 && unit_tag(u, first) == TAG_PRON;
    bool ends =
        i + 1 == f->piece.last || (f->direct && unit_tag(u, i + 1) == TAG_STOP);
    if (bare && ends) stance_add(f, STANCE_DENY, false, speaker);
}

/* "would not comment", "refused to be drawn", "declined to say", "can neither
 * confirm nor deny", "did not discuss it" */
bool stance_silence(stance_finder *f, const stance_act *a) {
    const read_unit *u = f->u;
    if (!a->no) return false;
    bool modal = unit_tag(u, a->first) == TAG_MODAL;
    int next = a->at + 1;
    bool comments = unit_is(u, a->at, "comment");
    bool of_it =
        unit_is_any(u, a->at, "speak talk") && unit_is_any(u, next, "of about");
    of_it = of_it || (unit_is(u, a->at, "go") && unit_is(u, next, "into"));
    bool discusses = unit_is(u, a->at, "discuss") && (modal || !f->direct) &&
                     a->force != FORCE_READY;
    bool confirms = unit_is(u, a->at, "confirm") && a->force != FORCE_DONE &&
                    (modal || a->refused || unit_is_any(u, next, "or nor"));
    bool says = a->refused &&
                unit_is_any(u, a->at,
                            "say disclose elaborate answer reveal specify "
                            "speculate name identify drawn");
    of_it = of_it && a->force != FORCE_READY;
    if (!comments && !discusses && !confirms && !says &&
        !(of_it && (!f->direct || unit_is(u, next, "into")))) {
        return false;
    }
    stance_add(f, STANCE_DECLINE, false, a->holder);
    return true;
}

/* "No contract without a crane clause", "no talks before the siege is lifted",
 * "without transport there is no climate policy" */
static void no_without(stance_finder *f, int i) {
    const read_unit *u = f->u;
    bool without = unit_is(u, i, "without") && unit_tag(u, i + 1) != TAG_VBG;
    if (!without && !unit_is_any(u, i, "before until unless")) return;
    int end = sentence_end(f, i), first = i;
    while (first > f->piece.first && unit_tag(u, first - 1) != TAG_STOP)
        first--;
    int near = without ? end : i;
    if (stance_find(u, (read_range){first, near}, "no nothing") < 0) return;
    int verb = clause_finite_before(f, i);
    if (!without && (verb >= 0 || !unit_is(u, first, "no"))) return;
    read_range holder = verb >= 0 ? clause_holder(f, verb) : speaker;
    stance_add(f, STANCE_REQUIRE, false, f->direct ? speaker : holder);
}

/* "No money, no boats" */
static void no_no(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (!unit_is(u, i, "no") || !begins_sentence(f, i)) return;
    int end = sentence_end(f, i);
    for (int k = i + 1; k < end; k++) {
        if (unit_finite(u, k)) return;
        if (unit_tag(u, k) == TAG_COMMA && unit_is(u, k + 1, "no")) {
            stance_add(f, STANCE_REQUIRE, false, speaker);
            return;
        }
    }
    bool refuses = unit_tag(u, i + 1) == TAG_NOUN && end > i + 1 &&
                   !unit_is_any(u, i + 1,
                                "comment doubt problem surprise wonder matter "
                                "idea one reason question need way chance "
                                "thanks word news answer choice");
    if (unit_is(u, i + 1, "deal") && i + 2 == end) refuses = false;
    refuses = refuses && stance_find(u, (read_range){i, end},
                                     "without before until unless or") < 0;
    refuses = refuses && !unit_has_finite(u, i, end);
    if (refuses) { /* "No fuel tax" */
        stance_add(f, STANCE_REFUSE, false, speaker);
        return;
    }
    bool bare = i + 2 == end && unit_is_any(u, i + 1, "deal way chance thanks");
    if (bare) stance_add(f, STANCE_REJECT, false, speaker);
}

void stance_voice(stance_finder *f, int i) {
    imperative(f, i);
    bare_not(f, i);
    no_no(f, i);
    if (unit_is_any(f->u, i, "without before until unless")) no_without(f, i);
}
