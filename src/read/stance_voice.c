/* SPDX-License-Identifier: Apache-2.0
 * Positions of a speaker's own voice.
 *
 *   imperative   "Lift the siege", "Show me where it is" (demand); with "and
 *                we will": a condition, too
 *   past denial  "We did not walk out", "it had played no role" (deny)
 *   progressive  "I'm not signing", "We are not going to leave" (refuse)
 *   word         "I give you my word" (guarantee), "No promises were made"
 *   silence      "the department did not comment", "can neither confirm nor
 *                deny" (decline-comment)
 *   no without   "No contract without a crane clause" (require) */
#include "read/stance_int.h"

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
    bool base = tag == TAG_VB || tag == TAG_NOUN || tag == TAG_ADJ ||
                (tag == TAG_VBZ && (unit_word(u, i)->forms & FORM_VB) != 0) ||
                tag == TAG_PROPER; /* a capital opens the sentence */
    bool object = next == TAG_OBJ || next == TAG_DET || next == TAG_POSS ||
                  next == TAG_NUM;
    if (unit_word(u, i)->time) return false; /* "Today the hills" */
    if (!base || !object ||
        unit_is_any(u, i,
                    "let's thank believe forgive ask imagine look take "
                    "listen remember think")) {
        return false;
    }
    if (unit_is_any(u, i + 1, "i he she we they it you")) return false;
    if (unit_is(u, i, "let")) return true;
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
        if (!unit_is(u, k, "and")) continue;
        return unit_has_finite(u, k + 1, end);
    }
    return false;
}

static void imperative(stance_finder *f, int i) {
    if (!f->direct || !begins_sentence(f, i) || !is_imperative(f, i)) return;
    stance_add(f, STANCE_DEMAND, false, speaker);
    if (then_we(f, i)) stance_add(f, STANCE_CONDITION, false, speaker);
}

/* Does the clause of the verb at i belong to the speaker's own side? */
static bool own_clause(const stance_finder *f, int i) {
    read_range who = clause_subject(f, i);
    if (range_empty(who)) return false;
    if (unit_is_any(f->u, who.first, "i we")) return true;
    return !f->direct && unit_tag(f->u, who.first) == TAG_PRON &&
           range_empty(clause_holder(f, i));
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

/* "We did not walk out", "We have not paid": of what one is said to have done.
 * "We did not know" denies nothing. */
static void past_denial(stance_finder *f, int i) {
    const read_unit *u = f->u;
    bool past = unit_is_any(u, i, "did have has had");
    read_range none = clause_subject(f, i);
    bool ours = past && !f->direct && !range_empty(none) &&
                unit_is(u, none.first, "none") &&
                unit_is_any(u, none.first + 2, "its their his her");
    if (ours) { /* "none of its units had fired" */
        stance_add(f, STANCE_DENY, false, speaker);
        return;
    }
    if (!past || unit_tag(u, i + 1) != TAG_NOT) return;
    int verb = stance_main_verb(u, i);
    const read_verb *v = unit_verb_at(u, verb);
    bool plain = v == NULL || stance_of_class(v->sense->class) == STANCE_NONE;
    bool acts = unit_tag(u, verb) == TAG_VB || unit_tag(u, verb) == TAG_VBN ||
                unit_tag(u, verb) == TAG_VBD;
    if (!plain || !acts || stance_idle(u, verb) || !own_clause(f, i)) return;
    read_range rest = {verb, clause_end(f, verb)};
    if (stance_find(u, rest, "since yet") >= 0) return; /* "not eaten since" */
    stance_add(f, STANCE_DENY, false, clause_holder(f, i));
}

/* "The soldiers have to go": what others must do. */
static void have_to(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (!unit_is_any(u, i, "has have") || unit_tag(u, i + 1) != TAG_TO) return;
    if (unit_tag(u, i + 2) != TAG_VB || stance_idle(u, i + 2)) return;
    read_range who = clause_subject(f, i);
    bool others = !range_empty(who) &&
                  !unit_is_any(u, who.first, "i we it you nobody they");
    if (others) stance_add(f, STANCE_DEMAND, false, speaker);
}

/* "We do not negotiate with thieves": what one's own side doesn't do. */
static void do_not(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (!unit_is_any(u, i, "do does") || unit_tag(u, i + 1) != TAG_NOT) return;
    bool deals = unit_is_any(u, i + 2,
                             "negotiate surrender bargain recognise recognize "
                             "talk deal sell");
    if (deals && own_clause(f, i)) {
        stance_add(f, STANCE_REFUSE, false, clause_holder(f, i));
    }
}

/* "I'm not signing Swiss cheese", "we are not going to leave" */
static void progressive(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (unit_tag(u, i) != TAG_BE || unit_tag(u, i + 1) != TAG_NOT) return;
    if (unit_is_any(u, i, "was were")) return;
    int verb = i + 2;
    if (unit_tag(u, verb) != TAG_VBG || !own_clause(f, i)) return;
    if (unit_is_any(u, verb,
                    "asking saying talking getting seeing being having "
                    "expecting suggesting looking trying thinking hearing "
                    "holding demanding")) {
        return;
    }
    bool going = unit_is(u, verb, "going") && unit_tag(u, verb + 1) == TAG_TO;
    bool words = unit_is_any(u, verb + 2, "lie pretend speculate guess");
    if (going && (words || stance_idle(u, verb + 2))) return;
    stance_add(f, STANCE_REFUSE, false, clause_holder(f, i));
}

/* "I give you my word", "my word on that"; "No promises were made" */
static void given_word(stance_finder *f, int i) {
    const read_unit *u = f->u;
    bool own = unit_is_any(u, i - 1, "my our his her its their");
    if (unit_is(u, i, "word") && own &&
        stance_find(u, (read_range){i - 4, i}, "give gave given have gives") >=
            0) {
        stance_add(f, STANCE_GUARANTEE, false, speaker);
    }
    bool promise = unit_is_any(u, i, "promises guarantees assurances");
    if (promise && unit_is_any(u, i - 1, "no any") &&
        (unit_is(u, i - 1, "no") || stance_find(u, f->piece, "not n't") >= 0)) {
        stance_add(f, STANCE_GUARANTEE, true, speaker);
    }
}

bool stance_silence(stance_finder *f, int i) {
    const read_unit *u = f->u;
    int verb = stance_main_verb(u, i);
    bool no = clause_negated(u, i) || unit_is(u, i + 1, "neither");
    bool neither = unit_is(u, i + 1, "neither") && unit_is(u, i + 2, "confirm");
    bool of_it = unit_is_any(u, verb, "speak talk") &&
                 unit_is_any(u, verb + 1, "of about");
    of_it = of_it || (unit_is(u, verb, "go") && unit_is(u, verb + 1, "into"));
    bool modal = unit_tag(u, i) == TAG_MODAL;
    bool discusses = unit_is(u, verb, "discuss") && (modal || !f->direct);
    bool comment = no && (unit_is(u, verb, "comment") || discusses ||
                          (of_it && !f->direct));
    if (!neither && !comment) return false;
    stance_add(f, STANCE_DECLINE, false, clause_holder(f, i));
    return true;
}

/* "not in a position to confirm or deny", "did not comment" */
static void silence(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (unit_is(u, i, "confirm") && unit_is_any(u, i + 1, "or nor") &&
        unit_is(u, i + 2, "deny") &&
        stance_find(u, (read_range){i - 7, i}, "not n't neither unable") >= 0) {
        stance_add(f, STANCE_DECLINE, false, speaker);
    }
    if (unit_tag(u, i) == TAG_DO &&
        unit_is(u, stance_main_verb(u, i), "comment")) {
        (void)stance_silence(f, i);
    }
}

/* "No contract without a crane clause", "without transport there is no
 * climate policy" */
static void no_without(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (!unit_is(u, i, "without") || unit_tag(u, i + 1) == TAG_VBG) return;
    int end = sentence_end(f, i), first = i;
    while (first > f->piece.first && unit_tag(u, first - 1) != TAG_STOP)
        first--;
    if (stance_find(u, (read_range){first, end}, "no nothing") < 0) return;
    int verb = clause_finite_before(f, i);
    read_range holder = verb >= 0 ? clause_holder(f, verb) : speaker;
    stance_add(f, STANCE_REQUIRE, false, f->direct ? speaker : holder);
}

/* All words that the functions above begin with, but imperatives. */
static const char voice_words[] =
    "did have has had is are am 'm 're 's word promises guarantees assurances "
    "confirm do does without";

void stance_voice(stance_finder *f, int i) {
    imperative(f, i);
    bare_not(f, i);
    if (!unit_is_any(f->u, i, voice_words)) return;
    past_denial(f, i);
    have_to(f, i);
    do_not(f, i);
    progressive(f, i);
    given_word(f, i);
    silence(f, i);
    no_without(f, i);
}
