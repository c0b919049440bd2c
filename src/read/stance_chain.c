/* SPDX-License-Identifier: Apache-2.0
 * The verb group of a clause, word by word: what each auxiliary, mood and "not"
 * makes of the main verb that follows.
 *
 *   cannot accept               can, negated
 *   have not agreed             done, negated
 *   refused to accept           will, negated ("refused" turns it around)
 *   was unable to agree         can, negated
 *   is ready, at any time, to   ready
 *   had no choice but to        settled
 *   are not going to leave      will, negated
 *   has to go                   must
 *   would have signed           may (it did not happen)
 *   will [we] leave             its subject stands inside: a question, or after
 *                               "under no circumstances" */
#include "read/stance_act.h"

enum { CHAIN_MOST = 16 };

/* Where the chain has got to. */
typedef struct chain {
    const read_unit *u;
    stance_act *act;
    int i;
    bool be; /* a form of "be" is the last verb */
} chain;

static int skip_adverbs(const read_unit *u, int i) {
    while (unit_tag(u, i) == TAG_ADV || unit_tag(u, i) == TAG_NOT)
        i++;
    return i;
}

/* --- Modal verbs --- */

static unsigned modal_force(const read_unit *u, int i) {
    if (unit_is(u, i, "must")) return FORCE_MUST;
    if (unit_is_any(u, i, "should ought")) return FORCE_SHOULD;
    if (unit_is_any(u, i, "can could cannot ca")) return FORCE_CAN;
    return unit_is_any(u, i, "may might") ? FORCE_MAY : FORCE_WILL;
}

/* "Under no circumstances will [we] leave": past the subject behind. */
static void take_inverted(chain *c) {
    const read_unit *u = c->u;
    read_range who = phrase_core(u, c->i);
    if (c->i != c->act->first + 1 || range_empty(who)) return;
    read_tag next = unit_tag(u, who.last);
    if (next != TAG_VB && next != TAG_NOT) return;
    c->act->subject = who;
    c->i = who.last;
}

static bool take_modal(chain *c) {
    const read_unit *u = c->u;
    if (unit_tag(u, c->i) != TAG_MODAL) return false;
    c->act->force = modal_force(u, c->i);
    c->act->no = c->act->no || unit_is(u, c->i, "cannot");
    c->i++;
    if (unit_tag(u, c->i) == TAG_TO) c->i++; /* "ought to" */
    take_inverted(c);
    return true;
}

/* --- Auxiliaries --- */

/* "has to", "did not have to" */
static void take_have_to(chain *c, int to) {
    stance_act *a = c->act;
    a->force = a->force == 0 ? FORCE_MUST : FORCE_FATE;
    a->no = a->no || unit_tag(c->u, c->i + 1) == TAG_NOT;
    c->i = to + 1;
}

static bool take_have(chain *c) {
    const read_unit *u = c->u;
    if (unit_tag(u, c->i) != TAG_HAVE) return false;
    int next = skip_adverbs(u, c->i + 1);
    read_tag behind = unit_tag(u, next);
    bool yet = unit_is(u, c->i + 1, "yet");
    if (behind == TAG_TO && !yet) {
        take_have_to(c, next);
        return true;
    }
    bool perfect = behind == TAG_VBN || behind == TAG_VBD || behind == TAG_BE;
    if (!perfect && !yet) return false;
    c->act->perfect = true;
    /* "would have": it did not happen */
    c->act->force = c->act->force == 0 ? FORCE_DONE : FORCE_MAY;
    c->i++;
    return true;
}

static bool take_do(chain *c) {
    const read_unit *u = c->u;
    if (unit_tag(u, c->i) != TAG_DO || c->act->force != 0) return false;
    int next = skip_adverbs(u, c->i + 1);
    read_tag behind = unit_tag(u, next);
    bool bare = next == c->i + 1 && behind != TAG_VB && behind != TAG_PRON;
    if (bare) return false;
    c->act->force = unit_is(u, c->i, "did") ? FORCE_DONE : FORCE_NOW;
    c->i++;
    return true;
}

/* "is", and "stands", "remains" before a mood */
static bool take_be(chain *c) {
    const read_unit *u = c->u;
    bool stays = unit_word(u, c->i + 1)->mood != MOOD_NONE &&
                 unit_is_any(u, c->i,
                             "stand stands stood remain remains remained stay "
                             "stays stayed");
    if (unit_tag(u, c->i) != TAG_BE && !stays) return false;
    bool past = unit_is_any(u, c->i, "was were");
    if (c->act->force == 0) c->act->force = past ? FORCE_DONE : FORCE_NOW;
    c->be = true;
    c->i++;
    return true;
}

/* --- Moods --- */

/* What "ready", "unable", "refused" before "to" make of the act. */
static void set_mood(read_mood mood, stance_act *a) {
    static const unsigned force[] = {
        [MOOD_READY] = FORCE_READY,     [MOOD_LOATH] = FORCE_READY,
        [MOOD_ABLE] = FORCE_CAN,        [MOOD_UNABLE] = FORCE_CAN,
        [MOOD_NEED] = FORCE_NEED,       [MOOD_MEANS] = FORCE_MEANS,
        [MOOD_SETTLED] = FORCE_SETTLED, [MOOD_WANT] = FORCE_WANT,
        [MOOD_REFUSE] = FORCE_WILL,     [MOOD_FAIL] = FORCE_DONE,
        [MOOD_GOING] = FORCE_WILL,      [MOOD_FATE] = FORCE_FATE,
    };
    bool turns = mood == MOOD_LOATH || mood == MOOD_UNABLE ||
                 mood == MOOD_REFUSE || mood == MOOD_FAIL;
    a->again = a->again || (turns && a->no);
    if (turns) a->no = !a->no;
    a->refused = a->refused || mood == MOOD_REFUSE;
    bool would_need = mood == MOOD_NEED && a->force == FORCE_WILL;
    a->force = would_need ? FORCE_WOULD_NEED : force[mood];
}

/* "ready[, at any time,] to" */
static int over_insertion(const read_unit *u, int i) {
    enum { NEAR = 7 };
    if (unit_tag(u, i) != TAG_COMMA) return i;
    for (int k = i + 2; k < i + NEAR; k++) {
        if (unit_tag(u, k) == TAG_COMMA) return k + 1;
    }
    return i;
}

/* "no choice but to", "in no mood to"; "have", "see" may stand before. */
static bool take_mood_words(chain *c) {
    const read_unit *u = c->u;
    bool verb = unit_tag(u, c->i) == TAG_HAVE ||
                unit_is_any(u, c->i, "see sees saw seen");
    int at = verb ? c->i + 1 : c->i;
    const lexicon_phrase *p = stance_words(u, at, WORDS_MOOD);
    if (p == NULL) return false;
    set_mood(p->mood, c->act);
    c->i = at + 1 + stance_word_count(p->rest);
    c->be = false;
    return true;
}

/* "ready to", "decided not to", "more than willing to" */
static bool take_mood(chain *c) {
    const read_unit *u = c->u;
    bool more = unit_is(u, c->i, "more") && unit_is(u, c->i + 1, "than");
    int i = more ? c->i + 2 : c->i;
    read_mood mood = unit_word(u, i)->mood;
    if (mood == MOOD_NONE) return false;
    bool needs_be = mood == MOOD_GOING || mood == MOOD_FATE;
    bool yet = unit_is(u, i, "yet") && !c->be && !c->act->perfect;
    if ((needs_be && !c->be) || yet) return false;
    int to = over_insertion(u, i + 1);
    bool no = unit_tag(u, to) == TAG_NOT;
    if (no) to++;
    if (unit_tag(u, to) != TAG_TO) return false;
    set_mood(mood, c->act);
    c->act->no = c->act->no != no;
    c->i = to + 1;
    c->be = false;
    return true;
}

/* --- Small words --- */

static bool take_not(chain *c) {
    const read_unit *u = c->u;
    bool longer = unit_is(u, c->i, "no") && unit_is(u, c->i + 1, "longer");
    bool no = unit_tag(u, c->i) == TAG_NOT || unit_is(u, c->i, "neither");
    if (!no && !longer) return false;
    c->act->no = true;
    c->act->never = c->act->never || unit_is(u, c->i, "never");
    c->i += longer ? 2 : 1;
    return true;
}

static bool take_adverb(chain *c) {
    const read_unit *u = c->u;
    bool yet_to = unit_is(u, c->i, "yet") && unit_tag(u, c->i + 1) == TAG_TO;
    bool verb = unit_is(u, c->i, "back");
    if (yet_to || verb) return false;
    bool rather = unit_is_any(u, c->i, "rather sooner");
    read_tag tag = unit_tag(u, c->i);
    if (tag != TAG_ADV && tag != TAG_OPEN && !rather) return false;
    c->act->rather = c->act->rather || rather;
    c->act->half =
        c->act->half || unit_is_any(u, c->i, "just only simply merely");
    c->i++;
    return true;
}

/* --- All --- */

/* "never agreed", "neither accepted": what stands before the finite verb. */
static void take_before(const read_unit *u, stance_act *a) {
    for (int i = a->first - 1; i > a->first - 4; i--) {
        read_tag tag = unit_tag(u, i);
        if (tag != TAG_ADV && tag != TAG_NOT) return;
        read_tag before = unit_tag(u, i - 1);
        bool beside =
            tag == TAG_NOT && (before == TAG_COMMA || before == TAG_CONJ);
        a->half = a->half || beside; /* "parked, not dropped" */
        a->no = a->no || tag == TAG_NOT || unit_is(u, i, "neither");
        a->never = a->never || unit_is(u, i, "never");
    }
}

/* What form the main verb has, and what that says. */
static void take_form(const chain *c) {
    const read_unit *u = c->u;
    stance_act *a = c->act;
    read_tag form = unit_tag(u, c->i);
    bool noun = unit_tag(u, c->i - 1) == TAG_DET;
    if (a->force == 0) a->force = form == TAG_VBD ? FORCE_DONE : FORCE_NOW;
    a->at = c->i;
    a->passive = c->be && form == TAG_VBN;
    a->progressive = c->be && form == TAG_VBG && !noun;
    a->copula = c->be && !a->passive && !a->progressive;
    bool had = unit_is(u, a->first, "'d") && !c->be && !a->perfect &&
               (form == TAG_VBN || form == TAG_VBD);
    if (had) a->force = FORCE_DONE;
    bool now = (a->force & (FORCE_DONE | FORCE_NOW)) != 0;
    if (a->progressive && now) a->force = FORCE_DOING;
}

void act_take_chain(const read_unit *u, stance_act *a) {
    chain c = {.u = u, .act = a, .i = a->first};
    take_before(u, a);
    for (int step = 0; step < CHAIN_MOST; step++) {
        bool taken = take_modal(&c) || take_not(&c) || take_mood_words(&c) ||
                     take_have(&c) || take_do(&c) || take_be(&c) ||
                     take_adverb(&c) || take_mood(&c);
        if (!taken) break;
    }
    take_form(&c);
}
