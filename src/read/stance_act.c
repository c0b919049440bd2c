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

/* --- What is done --- */

static bool takes_position(read_class class) {
    return stance_of_class(class) != STANCE_NONE && class != CLASS_DECLINE;
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
    const lexicon_phrase *p = stance_words(u, a->at, WORDS_DEED);
    a->end = v != NULL && v->group.last > a->at ? v->group.last : a->at + 1;
    bool longer = p != NULL && *p->rest != '\0' &&
                  (sense == NULL || sense->particle == NULL);
    if (!longer && sense != NULL && takes_position(sense->class)) {
        a->class = sense->class;
    } else if (p != NULL && !a->copula) {
        a->class = p->class;
        a->deed = true;
        a->end = a->at + 1 + stance_word_count(p->rest);
    }
    bool bare = a->copula || unit_tag(u, a->at) == TAG_HAVE ||
                unit_tag(u, a->at) == TAG_BE;
    if (bare) a->class = CLASS_BE;
}

/* --- Whose it is --- */

static bool is_nobodys(const read_unit *u, read_range who) {
    return unit_is_any(u, who.first, "none nobody neither no nothing") ||
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

/* Only somebody accepts, refuses or demands; papers only say so. */
static bool speaks(const stance_finder *f, const stance_act *a) {
    const read_unit *u = f->u;
    bool inside = a->subject.first >= f->piece.first &&
                  unit_tag(u, a->subject.first) != TAG_PRON &&
                  !range_empty(a->subject);
    bool act = takes_position(a->class) && a->class != CLASS_CONDITION &&
               a->class != CLASS_TIE && !a->passive;
    return inside && act && !unit_noun(u, a->subject.last - 1, NOUN_DOCUMENT) &&
           stance_find(u, a->subject,
                       "there this that law text deal plan plans letter report "
                       "offer agreement rule rules treaty clause contract bill "
                       "figures draft proposal constitution document map "
                       "evidence budget measure ceasefire truce") < 0;
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
    bool thing = none && (unit_is(u, a->subject.first, "nobody") ||
                          (unit_is(u, a->subject.first, "no") &&
                           (unit_is(u, a->subject.first + 1, "one") ||
                            !phrase_can_act(u, a->subject))));
    a->whose = thing ? WHOSE_THING : none ? WHOSE_NONE : whose(f, a);
    if (a->whose == WHOSE_THING && !none && speaks(f, a)) {
        a->whose = WHOSE_OTHER; /* "the port had not agreed" */
        a->holder = a->subject;
    }
}

/* "nothing", "no promises" behind the verb negate it. */
static void take_nothing(const read_unit *u, stance_act *a) {
    int i = a->end;
    if (unit_is_any(u, i, "to with on")) i++;
    if (unit_tag(u, i) == TAG_OPEN) i++;
    bool not_one = unit_tag(u, i) == TAG_NOT &&
                   unit_is_any(u, i + 1, "a an one any a single");
    bool no = unit_is(u, i, "no") && !unit_is(u, i + 1, "longer");
    no = no || (a->class == CLASS_GUARANTEE && unit_is(u, i + 1, "to") &&
                unit_is(u, i + 2, "nobody"));
    no = no || (unit_is(u, i, "to") && unit_is(u, i + 1, "nobody"));
    if (a->no || a->copula) return;
    a->nothing = no || not_one || unit_is(u, i, "nothing");
    a->no = a->nothing;
}

stance_act act_at(const stance_finder *f, int first) {
    stance_act a = {.first = first};
    act_take_chain(f->u, &a);
    bool modal = unit_tag(f->u, first) == TAG_MODAL;
    a.tie = clause_tie(f, modal || a.force == FORCE_WILL ? first : a.at);
    take_class(f->u, &a);
    take_subject(f, &a);
    take_nothing(f->u, &a);
    return a;
}
