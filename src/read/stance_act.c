/* SPDX-License-Identifier: Apache-2.0
 * Reads a clause as an act: what is done (the main verb and its class), with
 * what force (done, will be done, must be done, ...), whether it is negated,
 * whose it is, and what it is tied to.
 *
 * From the finite verb on, each word changes one of these: "has" makes it done,
 * "will" willed, "not", "never" and "unable" turn it around, "ready to",
 * "going to", "refused to", "failed to" put their mood on the verb behind "to",
 * "be" with a participle makes it passive. So "would not be ready to accept",
 * "was unable to accept", "refused to accept" and "cannot accept" are one act,
 * accepting, that somebody is not willing to do. Which position an act takes,
 * the table says (stance_table.c). */
#include "read/stance_act.h"

#include <string.h>

enum { CHAIN_MOST = 16 };

/* --- Words --- */

static bool rest_stands(const read_unit *u, int i, const char *words) {
    while (*words != '\0') {
        size_t size = strcspn(words, " ");
        bool not = size == 3 && memcmp(words, "not", 3) == 0 &&
                   unit_tag(u, i) == TAG_NOT; /* "n't" */
        if (!not &&!unit_equals(u, i, words, size)) return false;
        i++;
        words += size + (words[size] == ' ');
    }
    return true;
}

const lexicon_phrase *stance_words(const read_unit *u, int i, bool deed) {
    const lexicon_phrase *longest = NULL;
    const lexicon_word *w = unit_word(u, i);
    if (unit_tag(u, i) == TAG_NOT && !unit_is(u, i, "never")) {
        w = lexicon_at(u->lex, lexicon_lookup(u->lex, "not")); /* "n't" */
    }
    for (const lexicon_phrase *p = w->phrases; p != NULL; p = p->next) {
        bool longer =
            longest == NULL || strlen(p->rest) > strlen(longest->rest);
        if (p->deed == deed && longer && rest_stands(u, i + 1, p->rest)) {
            longest = p;
        }
    }
    return longest;
}

static int skip_adverbs(const read_unit *u, int i) {
    while (unit_tag(u, i) == TAG_ADV || unit_tag(u, i) == TAG_NOT)
        i++;
    return i;
}

/* --- The chain --- */

static void set_modal(const read_unit *u, int i, stance_act *a) {
    if (unit_is(u, i, "must")) {
        a->force = FORCE_MUST;
    } else if (unit_is_any(u, i, "should ought")) {
        a->force = FORCE_SHOULD;
    } else if (unit_is_any(u, i, "can could cannot ca")) {
        a->force = FORCE_CAN;
    } else if (unit_is_any(u, i, "may might")) {
        a->force = FORCE_MAY;
    } else {
        a->force = FORCE_WILL;
    }
    if (unit_is(u, i, "cannot")) a->no = true;
}

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

/* "ready to", "decided not to", "in a position to" at i: puts the mood on the
 * act and says where it goes on; i if there is none. */
static int take_mood(const read_unit *u, int i, bool be, stance_act *a) {
    if (be && unit_is(u, i, "in") && unit_is(u, i + 2, "position") &&
        unit_tag(u, i + 3) == TAG_TO) {
        set_mood(MOOD_ABLE, a);
        return i + 4;
    }
    read_mood mood = unit_word(u, i)->mood;
    if (mood == MOOD_NONE) return i;
    bool needs_be = mood == MOOD_GOING || mood == MOOD_FATE;
    bool yet = unit_is(u, i, "yet");
    if ((needs_be && !be) || (yet && !be && !a->perfect)) return i;
    int to = i + 1;
    bool no = unit_tag(u, to) == TAG_NOT;
    if (no) to++;
    if (unit_tag(u, to) != TAG_TO) return i;
    set_mood(mood, a);
    a->no = a->no != no;
    return to + 1;
}

/* "have", "do" and "be" at i as auxiliaries; false: a main verb. */
static bool take_auxiliary(const read_unit *u, int *i, bool *be,
                           stance_act *a) {
    read_tag tag = unit_tag(u, *i);
    int next = skip_adverbs(u, *i + 1);
    read_tag behind = unit_tag(u, next);
    if (tag == TAG_HAVE) {
        bool yet = unit_is(u, *i + 1, "yet");
        if (behind == TAG_TO && !yet) {
            a->force = a->force == 0 ? FORCE_MUST : FORCE_FATE;
            if (unit_tag(u, *i + 1) == TAG_NOT) a->no = true;
            *i = next + 1;
            return true;
        }
        if (behind != TAG_VBN && behind != TAG_VBD && behind != TAG_BE &&
            !yet) {
            return false;
        }
        a->perfect = true;
        a->force = a->force == 0 ? FORCE_DONE : FORCE_MAY; /* "would have" */
    } else if (tag == TAG_DO) {
        bool bare = next == *i + 1 && behind != TAG_VB && behind != TAG_PRON;
        if (bare || a->force != 0) return false;
        a->force = unit_is(u, *i, "did") ? FORCE_DONE : FORCE_NOW;
    } else {
        bool past = unit_is_any(u, *i, "was were");
        if (a->force == 0) a->force = past ? FORCE_DONE : FORCE_NOW;
        *be = true;
    }
    ++*i;
    return true;
}

/* One word that belongs to no verb: "not", "no longer", an adverb. */
static bool take_small(const read_unit *u, int *i, stance_act *a) {
    read_tag tag = unit_tag(u, *i);
    bool longer = unit_is(u, *i, "no") && unit_is(u, *i + 1, "longer");
    if (tag == TAG_NOT || unit_is(u, *i, "neither") || longer) {
        a->no = true;
        a->never = a->never || unit_is(u, *i, "never");
        *i += longer ? 2 : 1;
        return true;
    }
    if (unit_is(u, *i, "yet") && unit_tag(u, *i + 1) == TAG_TO) return false;
    bool rather = unit_is_any(u, *i, "rather sooner");
    bool verb = unit_is(u, *i, "back");
    if ((tag != TAG_ADV && tag != TAG_OPEN && !rather) || verb) return false;
    a->rather = a->rather || rather;
    a->half = a->half || unit_is_any(u, *i, "just only simply merely");
    ++*i;
    return true;
}

/* "Under no circumstances will [we] leave": past the subject behind. */
static int take_inverted(const read_unit *u, int i, stance_act *a) {
    read_range who = phrase_core(u, i);
    if (i != a->first + 1 || range_empty(who)) return i;
    if (unit_tag(u, who.last) != TAG_VB && unit_tag(u, who.last) != TAG_NOT) {
        return i;
    }
    a->subject = who;
    return who.last;
}

static void take_chain(const read_unit *u, stance_act *a) {
    int i = a->first;
    bool be = false;
    for (int step = 0; step < CHAIN_MOST; step++) {
        read_tag tag = unit_tag(u, i);
        if (take_small(u, &i, a)) continue;
        if (tag == TAG_MODAL) {
            set_modal(u, i++, a);
            if (unit_tag(u, i) == TAG_TO) i++; /* "ought to" */
            i = take_inverted(u, i, a);
            continue;
        }
        bool auxiliary = tag == TAG_HAVE || tag == TAG_DO || tag == TAG_BE;
        if (auxiliary && take_auxiliary(u, &i, &be, a)) continue;
        bool stays = unit_is_any(u, i,
                                 "stand stands stood remain remains remained "
                                 "stay stays stayed");
        if (stays && unit_word(u, i + 1)->mood != MOOD_NONE) {
            be = true;
            if (a->force == 0) a->force = FORCE_NOW;
            i++;
        }
        int after = take_mood(u, i, be, a);
        if (after == i) break;
        i = after;
        be = false;
    }
    read_tag form = unit_tag(u, i);
    bool noun = unit_tag(u, i - 1) == TAG_DET;
    if (a->force == 0) a->force = form == TAG_VBD ? FORCE_DONE : FORCE_NOW;
    a->at = i;
    a->passive = be && form == TAG_VBN;
    a->progressive = be && form == TAG_VBG && !noun;
    a->copula = be && !a->passive && !a->progressive;
    bool had = unit_tag(u, a->first) == TAG_MODAL && !be && !a->perfect &&
               unit_is(u, a->first, "'d") &&
               (form == TAG_VBN || form == TAG_VBD);
    if (had) a->force = FORCE_DONE;
    if (a->progressive && (a->force & (FORCE_DONE | FORCE_NOW)) != 0) {
        a->force = FORCE_DOING;
    }
}

/* --- What is done --- */

static bool takes_position(read_class class) {
    return stance_of_class(class) != STANCE_NONE && class != CLASS_DECLINE;
}

static int word_count(const char *words) {
    int count = *words != '\0';
    for (; *words != '\0'; words++)
        count += *words == ' ';
    return count;
}

/* Its sense without a particle, whatever the tagger took it for. */
static const lexicon_sense *plain_sense(const read_unit *u, int i) {
    const lexicon_sense *s = unit_word(u, i)->senses;
    while (s != NULL && s->particle != NULL)
        s = s->next;
    return s;
}

static void take_class(const read_unit *u, stance_act *a) {
    const read_verb *v = unit_verb_at(u, a->at);
    const lexicon_sense *sense = v != NULL ? v->sense : NULL;
    bool sure = unit_tag(u, a->first) == TAG_MODAL && !a->copula;
    if (v == NULL && sure) sense = plain_sense(u, a->at);
    const lexicon_phrase *p = stance_words(u, a->at, true);
    a->end = v != NULL && v->group.last > a->at ? v->group.last : a->at + 1;
    if (sense != NULL && takes_position(sense->class)) {
        a->class = sense->class;
    } else if (p != NULL && !a->copula) {
        a->class = p->class;
        a->deed = true;
        a->end = a->at + 1 + word_count(p->rest);
    }
    bool bare = a->copula || unit_tag(u, a->at) == TAG_HAVE ||
                unit_tag(u, a->at) == TAG_BE;
    if (bare) a->class = CLASS_BE;
}

/* --- Whose it is --- */

static bool is_deal(const read_unit *u, read_range who) {
    if (range_empty(who)) return false;
    bool any = unit_is_any(u, who.first, "any a an no every");
    bool first = unit_is_any(u, who.first + 1, "first next only");
    return (any && stance_find(u, who,
                               "deal agreement accord settlement truce "
                               "ceasefire solution compromise peace talks "
                               "negotiations contract pact text arrangement "
                               "plan offer proposal") >= 0) ||
           (first && stance_find(u, who, "step thing") >= 0);
}

static bool is_nobodys(const read_unit *u, read_range who) {
    return unit_is_any(u, who.first, "none neither no nothing") ||
           (unit_tag(u, who.first - 1) == TAG_NOT &&
            unit_is_any(u, who.first, "one a single"));
}

static unsigned whose(const stance_finder *f, const stance_act *a) {
    const read_unit *u = f->u;
    read_range who = a->subject;
    if (range_empty(who)) { /* "the shelling has to stop": no phrase */
        read_tag before = unit_tag(u, a->first - 1);
        bool starts = a->first <= f->piece.first + 1 || before == TAG_CONJ ||
                      before == TAG_COMMA || before == TAG_STOP ||
                      before == TAG_ADV || before == TAG_OPEN;
        return starts ? WHOSE_OWN : WHOSE_THING;
    }
    if (!range_empty(a->holder)) {
        bool vague =
            f->direct && unit_is_any(u, who.first, "it they that this you");
        return vague ? WHOSE_VAGUE : WHOSE_OTHER;
    }
    if (unit_is_any(u, who.first, "i we")) return WHOSE_OWN;
    bool ours = unit_is_any(u, who.first, "my our") && phrase_can_act(u, who);
    if (ours) return WHOSE_OWN;
    bool points = unit_is_any(u, who.first, "there this that what which");
    bool own = unit_tag(u, who.first) == TAG_PRON && !f->direct && !points;
    if (own) return WHOSE_OWN;
    return unit_is_any(u, who.first, "you they it he she") ? WHOSE_VAGUE
                                                           : WHOSE_THING;
}

static void take_subject(const stance_finder *f, stance_act *a) {
    const read_unit *u = f->u;
    if (range_empty(a->subject)) {
        a->subject = clause_subject(f, a->first);
        a->holder = clause_holder(f, a->first);
    } else { /* inverted */
        bool low = stance_find(u, (read_range){f->piece.first, a->first},
                               "no never nor not neither") >= 0;
        a->no = a->no || low;
        a->asked = !low;
    }
    bool none = !range_empty(a->subject) && is_nobodys(u, a->subject);
    read_range named = unit_is(u, a->subject.first, "no") && !f->direct &&
                               phrase_can_act(u, a->subject)
                           ? a->subject
                           : (read_range){0, 0};
    if (none) {
        a->no = !a->no;
        a->holder = a->tie != TIES_NOT ? named : (read_range){0, 0};
    }
    bool thing = none && unit_is(u, a->subject.first, "no") &&
                 !phrase_can_act(u, a->subject);
    a->whose = thing ? WHOSE_THING : none ? WHOSE_NONE : whose(f, a);
    a->deal = is_deal(u, a->subject);
}

/* "nothing", "no promises" behind the verb negate it. */
static void take_nothing(const read_unit *u, stance_act *a) {
    int i = a->end;
    if (unit_is_any(u, i, "to with on")) i++;
    if (unit_tag(u, i) == TAG_OPEN) i++;
    bool not_one = unit_tag(u, i) == TAG_NOT &&
                   unit_is_any(u, i + 1, "a an one any a single");
    bool no = unit_is(u, i, "no") && !unit_is(u, i + 1, "longer");
    no = no || (a->class == CLASS_GUARANTEE &&
                stance_find(u, (read_range){i, i + 5}, "nobody") >= 0);
    if (a->no || a->copula) return;
    a->nothing = no || not_one || unit_is(u, i, "nothing");
    a->no = a->nothing;
}

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

stance_act act_at(const stance_finder *f, int first) {
    stance_act a = {.first = first};
    take_before(f->u, &a);
    take_chain(f->u, &a);
    a.tie = clause_tie(f, a.force == FORCE_WILL ? first : a.at);
    take_class(f->u, &a);
    take_subject(f, &a);
    take_nothing(f->u, &a);
    return a;
}
