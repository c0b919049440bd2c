/* SPDX-License-Identifier: Apache-2.0
 * The clauses of what was said, one by one: each is read as an act
 * (stance_act.c) and judged (stance_table.c).
 *
 * Before the table is asked, the object decides what kind of act it is: turning
 * down a report is denying it, "insisted that" and "agreed that" only say
 * something, "was rejected" is the act of whoever stands behind "by". Five
 * kinds of clauses have no verb that the table could know: "wants six percent",
 * "there will be no talks", "never took the money", "gave no guarantees",
 * "declined to comment". What is supposed ("if the union agrees") or asked
 * takes no position. */
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
    if (unit_is_any(u, a->at, "agree agreed agrees agreeing")) {
        return !unit_is_any(u, next, "to on with in not");
    }
    if (unit_is_any(u, a->at, "accept accepts accepted")) {
        return !a->no && says_that(f, a);
    }
    if (unit_is_any(u, a->at, "welcome welcomed welcomes")) return true;
    return unit_is_any(u, a->at,
                       "back backed backs support supported supports embrace "
                       "embraced") &&
           stance_find(u, (read_range){next, next + 6},
                       "plan proposal offer idea deal truce bill text "
                       "initiative compromise terms draft budget formula "
                       "agreement ceasefire motion resolution") < 0;
}

/* "would meet again on Monday": a plan offers nothing. */
static bool is_planned(const stance_finder *f, const stance_act *a) {
    const read_unit *u = f->u;
    if (a->class != CLASS_GIVE || a->force != FORCE_WILL) return false;
    for (int i = a->end; i < clause_end(f, a->first); i++) {
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
                       "allowed touched discussed negotiated published");
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
    if (!known && willed && a->no && a->whose == WHOSE_OTHER) return;
    bool own = willed && a->whose != WHOSE_NONE;
    a->whose = known ? WHOSE_OTHER : own ? WHOSE_OWN : WHOSE_THING;
    a->holder = known ? agent : speaker;
}

/* "talks would resume if" */
static bool would_resume(const read_unit *u, const stance_act *a) {
    return a->whose == WHOSE_THING && a->force == FORCE_WILL &&
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
                       "circulate circulated drafted laid") &&
           stance_find(u, (read_range){next, next + 5},
                       "plan proposal proposals roadmap formula compromise "
                       "initiative") >= 0;
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
    if (tells_to(u, a)) a->class = CLASS_DEMAND;
    if (suggests(u, a)) a->class = CLASS_PROPOSE;
    if (would_resume(u, a)) a->whose = WHOSE_OWN;
    if (is_planned(f, a)) a->class = CLASS_IDLE;
}

/* --- Clauses of their own kind --- */

/* "there will be no talks until" (require), "there will be no talks" (refuse),
 * "there is no list" (deny). */
static bool exists(stance_finder *f, const stance_act *a) {
    const read_unit *u = f->u;
    if (!unit_is(u, a->first - 1, "there") || !unit_is(u, a->at, "no")) {
        return false;
    }
    read_range all = {f->piece.first, clause_end(f, a->first)};
    bool tied = a->tie != TIES_NOT || stance_find(u, all, "without") >= 0;
    bool willed = a->force == FORCE_WILL || a->force == FORCE_CAN;
    bool matter = stance_find(u, (read_range){a->at, a->at + 4},
                              "list lists talks deal plan plans contact "
                              "contacts order orders meeting agreement "
                              "negotiations secret attack shortage prisoners "
                              "hostages soldiers troops weapons evidence") >= 0;
    if (tied) {
        stance_add(f, STANCE_REQUIRE, false, speaker);
    } else if (willed) {
        stance_add(f, STANCE_REFUSE, false, speaker);
    } else if (matter) {
        stance_add(f, STANCE_DENY, false, speaker);
    }
    return true;
}

/* A noun phrase, or what stands for one, begins at i. */
static bool is_object(const read_unit *u, int i) {
    switch (unit_tag(u, i)) {
    case TAG_DET:
    case TAG_NOUN:
    case TAG_ADJ:
    case TAG_PROPER:
    case TAG_NUM:
    case TAG_POSS:
    case TAG_OPEN:
    case TAG_VBN:
    case TAG_THAT:
    case TAG_OBJ:
    case TAG_PRON:
        return true;
    default:
        return false;
    }
}

/* What a noun after or before "is" makes of it. */
static read_stance_kind noun_kind(const read_unit *u, int i) {
    if (unit_is_any(u, i, "condition conditions precondition requirement")) {
        return STANCE_REQUIRE;
    }
    return unit_is_any(u, i, "demand demands") ? STANCE_DEMAND : STANCE_NONE;
}

/* "is a condition, not a wish"; "their one condition is that" */
static bool is_condition(stance_finder *f, const stance_act *a) {
    enum { NEAR = 4 };
    const read_unit *u = f->u;
    if (!a->copula || a->no) return false;
    read_stance_kind kind = STANCE_NONE;
    for (int i = a->at; i < a->at + NEAR && kind == STANCE_NONE; i++) {
        if (unit_tag(u, i) == TAG_PREP) break;
        kind = noun_kind(u, i);
    }
    if (kind == STANCE_NONE && !range_empty(a->subject)) {
        kind = noun_kind(u, a->subject.last - 1);
    }
    if (kind == STANCE_NONE) return false;
    read_range owner = speaker;
    for (int i = a->subject.first; i < a->subject.last; i++) {
        if (unit_tag(u, i) == TAG_APOSTROPHE) {
            owner = (read_range){a->subject.first, i};
        }
    }
    stance_add(f, kind, false, owner);
    return true;
}

/* "wants ten percent" (demand), "does not want a wall" (refuse), "needs a
 * date" (require). */
static bool wants(stance_finder *f, const stance_act *a) {
    const read_unit *u = f->u;
    bool need = unit_is_any(u, a->at, "need needs needed");
    bool want =
        unit_is_any(u, a->at, "want wants wanted seeking seek seeks sought");
    bool verb = unit_tag(u, a->at) != TAG_NOUN && !a->passive && !a->copula;
    bool all = unit_is_any(u, a->at, "ask demand want need") &&
               unit_tag(u, a->at + 1) == TAG_BE && !a->no &&
               unit_is_any(u, a->subject.first - 1, "what all");
    if (all) { /* "All we ask is a fair hearing" */
        bool needs = unit_is(u, a->at, "need");
        stance_add(f, needs ? STANCE_REQUIRE : STANCE_DEMAND, false, a->holder);
        return true;
    }
    bool sees = a->force == FORCE_WANT && !a->no &&
                (unit_is_any(u, a->at, "see read inspect") ||
                 (unit_is_any(u, a->at, "know hear") && a->whose == WHOSE_OWN));
    if (sees) { /* "wanted to see the accounts", "I'd like to know" */
        stance_add(f, STANCE_DEMAND, false, a->holder);
        return true;
    }
    if ((!need && !want) || !verb || a->half) return false;
    bool likely = (a->force & (FORCE_MAY | FORCE_CAN | FORCE_MUST)) != 0;
    int next = a->at + 1;
    bool what = unit_tag(u, next) == TAG_COMMA || unit_tag(u, next) == TAG_BE;
    if (likely || !(is_object(u, next) || (want && what))) return true;
    read_range who = a->subject;
    bool asked = !range_empty(who) && unit_tag(u, who.first - 1) == TAG_WHAT;
    if (asked && !what) return true; /* "nobody knows what they want" */
    if (a->whose == WHOSE_NONE) return true;
    bool reproach = f->direct && a->whose != WHOSE_OWN &&
                    unit_tag(u, a->subject.last - 1) != TAG_PROPER;
    if (a->no) {
        if (want && !reproach) stance_add(f, STANCE_REFUSE, false, a->holder);
    } else {
        stance_add(f, need ? STANCE_REQUIRE : STANCE_DEMAND, false, a->holder);
    }
    return true;
}

/* "The bonus was never removed", "it was never on the table" */
static bool never_was(stance_finder *f, const stance_act *a) {
    bool was = a->never && a->force == FORCE_DONE &&
               (a->passive || (a->copula && unit_is(f->u, a->at, "on")));
    if (!was || a->whose == WHOSE_OTHER) return false;
    stance_add(f, STANCE_DENY, false, speaker);
    return true;
}

/* "We never took the money", "it had not fired on anybody": what one is said to
 * have done, and did not. "We did not know" denies nothing. */
static bool denied(stance_finder *f, const stance_act *a) {
    const read_unit *u = f->u;
    bool plain = a->class == CLASS_NONE || a->deed;
    bool held =
        a->force == FORCE_DOING &&
        unit_is_any(u, a->at,
                    "holding keeping hiding sheltering arming targeting "
                    "supplying using building running taking acting");
    bool none = a->whose == WHOSE_NONE && a->force == FORCE_DONE;
    bool done = (a->force == FORCE_DONE || held) && a->no && !a->nothing &&
                ((plain && !a->copula) || (none && a->copula));
    if (!done || a->class == CLASS_IDLE || a->half) return false;
    read_tag tag = unit_tag(u, a->at);
    bool acts = tag == TAG_VB || tag == TAG_VBN || tag == TAG_VBD || held ||
                (none && a->copula);
    read_range rest = {a->at, clause_end(f, a->at)};
    bool lasts =
        stance_find(u, rest, "since yet expect expected discuss discussed") >=
        0;
    bool ours = a->whose == WHOSE_OWN ||
                (a->whose == WHOSE_NONE && !f->direct &&
                 unit_tag(u, a->subject.first + 2) == TAG_POSS);
    bool theirs = a->never && !f->direct && a->whose == WHOSE_OTHER &&
                  (unit_tag(u, a->subject.first) == TAG_PRON ||
                   unit_tag(u, a->subject.last - 1) == TAG_PROPER);
    if (!acts || lasts || !(ours || theirs)) return true;
    stance_add(f, STANCE_DENY, false, a->holder);
    return true;
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
    bool bound = a->force == FORCE_SHOULD || a->force == FORCE_MUST;
    return bound &&
           unit_is_any(f->u, a->at,
                       "ashamed surprised proud careful afraid fooled "
                       "worried alarmed noted remembered seen clear "
                       "patient honest grateful understand remember think "
                       "realise realize expect know");
}

/* "would let the Crescent in, but not the Council" */
static bool excepts(const stance_finder *f, const stance_act *a) {
    for (int i = a->end; i < clause_end(f, a->first); i++) {
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
    for (int i = a->at; i < clause_end(f, a->first); i++) {
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

void stance_clause(stance_finder *f, int first) {
    if (clause_supposed(f, first) || is_asked(f, first)) return;
    stance_act a = act_at(f, first);
    bool supposes = a.asked && a.force == FORCE_SHOULD; /* "should it fail" */
    if ((a.asked && f->direct) || supposes) return;
    bool plain = a.class == CLASS_NONE || a.deed;
    if ((plain && in_relative(f, &a)) || wants(f, &a)) return;
    if (in_question(f, &a)) return;
    if (stance_silence(f, &a) || exists(f, &a)) return;
    if (is_condition(f, &a)) return;
    if (stance_gives(f, &a)) return;
    take_agent(f, &a);
    take_object(f, &a);
    bool only = a.copula && !a.no && a.tie == TIES_ONLY;
    if (only) { /* "a deal is possible only if" */
        stance_add(f, STANCE_REQUIRE, false, a.holder);
        return;
    }
    if (a.half || never_was(f, &a) || denied(f, &a)) return;
    if (a.rather && a.force == FORCE_WILL) {
        stance_add(f, STANCE_REFUSE, false, a.holder); /* "rather leave than" */
        return;
    }
    if (a.again) { /* "had never refused to talk" */
        bool denies = a.never && !f->direct;
        stance_add(f, denies ? STANCE_DENY : STANCE_REFUSE, !denies,
                   denies ? speaker : a.holder);
        return;
    }
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
