/* SPDX-License-Identifier: Apache-2.0
 * The clauses of what was said, one by one: each is read as an act
 * (stance_act.c) and judged (stance_table.c).
 *
 * Before the table is asked, the object decides what kind of act it is: turning
 * down a report is denying it, "insisted that" and "agreed that" only say
 * something, "was rejected" is the act of whoever stands behind "by". Clauses
 * of wanting and being, nouns that are given and silence have files of their
 * own. What is supposed ("if the union agrees") or asked takes no position. */
#include "read/stance_act.h"

static const read_range speaker = {0, 0};

/* --- What takes none --- */

/* The sentence of the word at i ends with a question mark. */
static bool is_asked(const stance_finder *f, int i) {
    const read_unit *u = f->u;
    while (i < u->last && unit_tag(u, i) != TAG_STOP)
        i++;
    return unit_is(u, i, "?");
}

/* "accept that mistakes were made": a clause, not a thing. */
static bool says_that(const stance_finder *f, const stance_act *a) {
    return unit_tag(f->u, a->end) == TAG_THAT && !a->deed &&
           unit_has_finite(f->u, a->end + 1, clause_end(f, a->end));
}

/* "insisted that it was", "asked whether", "agreed that it was late" */
static bool says_only(const stance_finder *f, const stance_act *a) {
    if (a->class != CLASS_DEMAND && a->class != CLASS_ACCEPT) return false;
    const read_unit *u = f->u;
    int next = a->end;
    if (unit_is_any(u, a->at, "insisted insists insist insisting")) {
        bool that = unit_tag(u, next) == TAG_THAT;
        read_range rest = {that ? next + 1 : next, f->piece.last};
        return !unit_is_any(u, next, "on upon") && !stance_is_wish(u, rest);
    }
    if (unit_is_any(u, a->at, "ask asks asked asking")) {
        int behind = a->at + 1;
        return unit_is_any(u, behind, "whether why who how what when if") ||
               stance_find(u, (read_range){behind, behind + 6}, "for to that") <
                   0;
    }
    if (unit_is_any(u, a->at, "appeal appeals appealed")) {
        return !unit_is_any(u, a->at + 1, "to for"); /* "would appeal" */
    }
    if (unit_is_any(u, a->at, "agree agreed agrees agreeing")) {
        if (unit_is_any(u, next + 1, "disagree differ")) return true;
        return !unit_is_any(u, next, "to on with in not");
    }
    if (unit_is_any(u, a->at, "accept accepts accepted")) {
        return !a->no && says_that(f, a);
    }
    if (unit_is_any(u, a->at, "welcome welcomed welcomes")) return true;
    return unit_is_any(u, a->at,
                       "back backed backs support supported supports embrace "
                       "embraced") &&
           !unit_is_any(u, next, "it them this that") &&
           stance_find(u, (read_range){next, next + 6},
                       "plan proposal offer idea deal truce bill text "
                       "initiative compromise terms draft budget formula "
                       "agreement ceasefire motion resolution") < 0;
}

/* "would meet again on Monday": a plan offers nothing. */
static bool is_planned(const stance_finder *f, const stance_act *a) {
    const read_unit *u = f->u;
    if (a->class != CLASS_GIVE || a->force != FORCE_WILL) return false;
    int last = clause_end(f, a->first);
    for (int i = a->end; i < last; i++) {
        if (unit_is(u, i, "again") || unit_word(u, i)->time) return true;
    }
    return false;
}

/* --- What kind of act it is --- */

/* "by the union" behind a passive. */
static read_range agent_of(const stance_finder *f, const stance_act *a) {
    int last = clause_end(f, a->at);
    for (int i = a->end; i < last && i < a->end + 4; i++) {
        if (unit_is(f->u, i, "by")) return phrase_core(f->u, i + 1);
    }
    return speaker;
}

/* Whose a passive act is: of whoever stands behind "by", else the speaker's,
 * where something will or must be done. */
/* "[will not be] moved": by somebody who could. */
static bool is_withheld_deed(const read_unit *u, int i) {
    return unit_is_any(u, i,
                       "moved sold lifted changed paid extended handed signed "
                       "withdrawn given accepted raised cut reopened released "
                       "returned renewed reduced divided abandoned tolerated "
                       "allowed touched discussed negotiated");
}

static void take_agent(const stance_finder *f, stance_act *a) {
    if (!a->passive) return;
    read_range agent = agent_of(f, a);
    bool bound = a->force == FORCE_MUST || a->force == FORCE_SHOULD;
    if (bound) return;
    bool known = !range_empty(agent) && phrase_can_act(f->u, agent) &&
                 agent.last <= f->piece.last;
    bool willed = a->force == FORCE_WILL || a->force == FORCE_CAN;
    bool plain = a->no && a->whose == WHOSE_THING && a->tie == TIES_NOT &&
                 !is_withheld_deed(f->u, a->at);
    if (plain) return; /* "the bridge will not be finished" */
    bool harmless = a->no && a->whose == WHOSE_OTHER;
    if (!known && willed && harmless) { /* "they will not be punished" */
        if (!is_withheld_deed(f->u, a->at)) a->whose = WHOSE_THING;
        return;
    }
    bool own = willed && a->whose != WHOSE_NONE;
    a->whose = known ? WHOSE_OTHER : own ? WHOSE_OWN : WHOSE_THING;
    a->holder = known ? agent : speaker;
}

/* "talks would resume if" */
static bool would_resume(const read_unit *u, const stance_act *a) {
    return a->whose == WHOSE_THING &&
           (a->force == FORCE_WILL || a->force == FORCE_CAN) &&
           unit_is_any(u, a->at, "resume restart reopen continue stop end");
}

/* "told the company to reopen the mine" */
static bool tells_to(const read_unit *u, const stance_act *a) {
    if (!unit_is_any(u, a->at, "tell tells told telling") || a->passive) {
        return false;
    }
    read_range who = phrase_core(u, a->at + 1);
    return !range_empty(who) && unit_tag(u, who.first) != TAG_OBJ &&
           unit_tag(u, who.last) == TAG_TO &&
           unit_tag(u, who.last + 1) == TAG_VB;
}

/* "suggests a joint patrol", "presented a plan" */
static bool suggests(const read_unit *u, const stance_act *a) {
    int next = a->at + 1;
    read_tag tag = unit_tag(u, next);
    bool object = tag == TAG_DET || tag == TAG_VBG || tag == TAG_ADJ;
    if (unit_is_any(u, a->at, "suggest suggests suggested suggesting")) {
        int behind = next + (tag == TAG_THAT);
        return object || stance_is_wish(u, (read_range){behind, behind + 9}) ||
               (tag == TAG_THAT && !unit_has_finite(u, behind, behind + 9));
    }
    return unit_is_any(u, a->at,
                       "present presents presented submit submits submitted "
                       "circulate circulated drafted laid put puts") &&
           stance_find(u, (read_range){next, next + 5},
                       "plan plans proposal proposals roadmap formula "
                       "compromise initiative maps draft") >= 0;
}

/* "will not sign anything that": nothing was offered. */
static bool signs_nothing(const read_unit *u, const stance_act *a) {
    return a->deed && a->class == CLASS_ACCEPT && a->no &&
           (unit_is_any(u, a->end, "anything any nothing away") ||
            unit_tag(u, a->end) == TAG_PROPER);
}

/* "do not negotiate with thieves": a deed that counts as one does it. */
static bool plain_deed(const stance_act *a) {
    return a->class != CLASS_ACCEPT && a->class != CLASS_REJECT;
}

/* "We have seen those allegations and we reject them" */
static bool rejects_reports(const stance_finder *f, const stance_act *a) {
    const read_unit *u = f->u;
    if (stance_about_reports(u, (read_range){a->end, f->piece.last})) {
        return true;
    }
    bool them = unit_is_any(u, a->end, "them it that this those these");
    int near = a->first > f->piece.first + 20 ? a->first - 20 : f->piece.first;
    for (int i = near; them && i < a->first; i++) {
        if (stance_about_reports(u, (read_range){i, i + 1})) return true;
    }
    return false;
}

/* "refused a request by the herders" */
static bool refuses_offer(const read_unit *u, const stance_act *a) {
    return unit_is_any(u, a->at, "refuse refuses refused refusing") &&
           stance_find(
               u, (read_range){a->end, a->end + 5},
               "offer offers terms deal proposal proposals plan request "
               "invitation demand demands bid") >= 0;
}

static void take_object(const stance_finder *f, stance_act *a) {
    const read_unit *u = f->u;
    if (says_only(f, a)) {
        bool help = a->class == CLASS_ACCEPT && a->force != FORCE_DONE;
        a->class = help ? CLASS_GIVE : CLASS_NONE;
    }
    bool fact = (a->force & (FORCE_DONE | FORCE_NOW)) != 0 ||
                (a->force == FORCE_DOING && !a->no);
    if (signs_nothing(u, a) || (a->deed && fact && !plain_deed(a))) {
        a->class = CLASS_NONE;
    }
    bool that = a->class == CLASS_ACCEPT && a->no && says_that(f, a);
    bool reports = a->class == CLASS_REJECT && rejects_reports(f, a);
    if (a->class == CLASS_REFUSE && refuses_offer(u, a)) {
        a->class = CLASS_REJECT;
    }
    if (that || reports) {
        a->class = CLASS_DENY;
        a->no = false;
    }
    bool less = unit_is(u, a->end, "nothing") &&
                unit_is_any(u, a->end + 1, "less short");
    if (less) a->class = CLASS_IDLE; /* fixed words: a requirement */
    bool open = a->class == CLASS_NONE ||
                a->class == CLASS_IDLE; /* not yet known by its verb */
    if (open && tells_to(u, a)) a->class = CLASS_DEMAND;
    if (open && suggests(u, a)) a->class = CLASS_PROPOSE;
    if (would_resume(u, a)) a->whose = WHOSE_OWN;
    if (is_planned(f, a)) a->class = CLASS_IDLE;
}

/* --- All --- */

/* "Lift the ban and we will talk" offers nothing besides. */
static bool has_asked(const stance_finder *f) {
    for (int i = 0; i < f->count; i++) {
        read_stance_kind kind = f->out[i].kind;
        if (kind == STANCE_CONDITION || kind == STANCE_DEMAND) return true;
    }
    return false;
}

/* "should be ashamed", "nobody should be surprised" */
static bool is_felt(const stance_finder *f, const stance_act *a) {
    bool bound =
        a->force == FORCE_SHOULD || a->force == FORCE_MUST || a->passive;
    return bound &&
           unit_is_any(f->u, a->at,
                       "ashamed surprised proud careful afraid fooled "
                       "worried alarmed noted remembered seen clear "
                       "patient honest grateful understand remember think "
                       "realise realize expect know");
}

/* "would let the Crescent in, but not the Council" */
static bool excepts(const stance_finder *f, const stance_act *a) {
    int last = clause_end(f, a->first);
    for (int i = a->end; i < last; i++) {
        bool but = unit_is(f->u, i, "but") && unit_tag(f->u, i + 1) == TAG_NOT;
        if (but) return !unit_is_any(f->u, i + 2, "before until yet only");
    }
    return false;
}

/* What a speech act says is its own, not one more position: "promised that no
 * turbine would be shut". */
static void cover(stance_finder *f, const stance_act *a) {
    bool speech = !a->deed && stance_of_class(a->class) != STANCE_NONE;
    bool clause = unit_has_finite(f->u, a->end, clause_end(f, a->at));
    bool says = a->class == CLASS_GUARANTEE || a->class == CLASS_DEMAND ||
                a->class == CLASS_PROPOSE || a->class == CLASS_DENY;
    if (speech && clause && (says || unit_tag(f->u, a->end) == TAG_THAT)) {
        f->covered = clause_end(f, a->at);
    }
}

/* "must be complete or not happen at all" */
static bool or_nothing(const stance_finder *f, const stance_act *a) {
    int last = clause_end(f, a->first);
    for (int i = a->at; i < last; i++) {
        if (!unit_is(f->u, i, "or")) continue;
        return unit_tag(f->u, i + 1) == TAG_NOT ||
               unit_is(f->u, i + 1, "nothing");
    }
    return false;
}

static void judge(stance_finder *f, const stance_act *a) {
    if (is_felt(f, a)) return;
    act_verdict v = act_judge(a);
    if (a->class == CLASS_GIVE && v.kind == STANCE_OFFER && has_asked(f)) {
        return;
    }
    if (v.kind == STANCE_NONE && a->refused && a->no) v.kind = STANCE_REFUSE;
    if (v.kind == STANCE_DEMAND && or_nothing(f, a)) v.kind = STANCE_REQUIRE;
    bool asks_not = f->direct && v.kind == STANCE_DEMAND && v.negated &&
                    a->force == FORCE_DOING;
    if (asks_not) return; /* "We are not asking for the moon" */
    read_range holder = v.of_speaker ? speaker : a->holder;
    stance_add(f, v.kind, v.negated, holder);
    bool yes = v.kind == STANCE_OFFER || v.kind == STANCE_ACCEPT;
    if (yes && !v.negated && excepts(f, a)) { /* ", but not the Council" */
        bool done = a->class == CLASS_ACCEPT && a->force == FORCE_DONE;
        stance_add(f, done ? STANCE_ACCEPT : STANCE_REFUSE, done, holder);
    }
    cover(f, a);
    if (v.tied) stance_add(f, STANCE_CONDITION, false, holder);
}

/* "commanders who do not talk": of whom nothing new is said. */
static bool in_relative(const stance_finder *f, const stance_act *a) {
    int i = a->first - 1;
    while (unit_tag(f->u, i) == TAG_ADV)
        i--;
    return unit_tag(f->u, i) == TAG_WH || unit_is(f->u, i, "that");
}

/* "what we asked for" */
static bool in_question(const stance_finder *f, const stance_act *a) {
    return !range_empty(a->subject) &&
           unit_tag(f->u, a->subject.first - 1) == TAG_WHAT;
}

/* "should it fail", "will she promise?", "we were willing to": asked, supposed
 * or over. */
static bool is_moot(const stance_finder *f, const stance_act *a) {
    bool supposes = a->asked && a->force == FORCE_SHOULD;
    bool over = f->direct && a->force == FORCE_READY && !a->no &&
                unit_is_any(f->u, a->first, "was were");
    bool plain = a->class == CLASS_NONE || a->deed;
    return (a->asked && f->direct) || supposes || over ||
           (plain && in_relative(f, a));
}

/* "I will not be the mayor who sold it", "we won't be part of it" */
static bool wont_be(const stance_finder *f, const stance_act *a) {
    return a->copula && a->no && a->force == FORCE_WILL &&
           a->whose == WHOSE_OWN && !range_empty(a->subject) &&
           (unit_is_any(f->u, a->at, "part party") ||
            (unit_is(f->u, a->at, "the") && f->direct));
}

/* Acts that their words decide, whatever is done: "possible only if", "would
 * rather leave than", "had never refused to". */
static bool by_words(stance_finder *f, const stance_act *a) {
    if (a->copula && !a->no && a->tie == TIES_ONLY) {
        stance_add(f, STANCE_REQUIRE, false, a->holder);
        return true;
    }
    bool rather = a->rather && a->force == FORCE_WILL;
    if (rather || wont_be(f, a)) {
        stance_add(f, STANCE_REFUSE, false, a->holder);
        return true;
    }
    if (!a->again) return false;
    bool denies = a->never && !f->direct;
    stance_add(f, denies ? STANCE_DENY : STANCE_REFUSE, !denies,
               denies ? speaker : a->holder);
    return true;
}

void stance_clause(stance_finder *f, int first) {
    if (clause_supposed(f, first) || is_asked(f, first)) return;
    stance_act a = act_at(f, first);
    if (is_moot(f, &a) || stance_wants(f, &a) || in_question(f, &a)) return;
    if (stance_silence(f, &a) || stance_plain(f, &a)) return;
    if (stance_gives(f, &a)) return;
    take_agent(f, &a);
    take_object(f, &a);
    bool aside = a.half && a.no; /* "not just" */
    if (aside || stance_denied(f, &a) || by_words(f, &a)) return;
    judge(f, &a);
}

void stance_refusal(stance_finder *f, int first) {
    stance_act a = act_at(f, first);
    a.whose = WHOSE_OWN;
    a.holder = speaker;
    act_verdict v = act_judge(&a);
    read_stance_kind kind = v.kind != STANCE_NONE ? v.kind : STANCE_REFUSE;
    stance_add(f, kind, v.negated, speaker);
}
