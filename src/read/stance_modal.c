/* SPDX-License-Identifier: Apache-2.0
 * Positions of modal verbs: must (demand), will not (refuse), would not accept
 * (reject), would ... if (condition), will not ... until (require), will keep
 * (guarantee), will support (offer), cannot guarantee (a guarantee withheld).
 */
#include "read/stance_int.h"

int stance_main_verb(const read_unit *u, int i) {
    int k = i + 1;
    while (unit_tag(u, k) == TAG_ADV || unit_tag(u, k) == TAG_NOT ||
           unit_tag(u, k) == TAG_HAVE || unit_tag(u, k) == TAG_BE ||
           unit_tag(u, k) == TAG_OPEN) {
        k++;
    }
    return k;
}

bool stance_idle(const read_unit *u, int verb) {
    return unit_is_any(u, verb,
                       "know knew known say said tell told think thought "
                       "believe expect expected see saw seen be have had "
                       "happen happened need want wanted able seem appear mean "
                       "meant matter hear heard get got find found feel felt "
                       "understand understood remember");
}

/* A modal verb and what it goes with: "would not accept". */
typedef struct modal_group {
    int at, verb;
    bool no;   /* not, no, none of */
    bool firm; /* will, would, shall; not can */
    bool acts; /* somebody does something */
    bool yes;  /* accept, agree */
    clause_ties tie;
    read_range holder;
} modal_group;

static const read_range speaker = {0, 0};

static modal_group modal_at(const stance_finder *f, int i) {
    const read_unit *u = f->u;
    modal_group m = {.at = i, .verb = stance_main_verb(u, i)};
    read_range subject = clause_subject(f, i);
    bool none = !range_empty(subject) &&
                unit_is_any(u, subject.first, "none nobody neither no");
    m.no = clause_negated(u, i) || none;
    bool had = unit_is(u, i, "'d") && unit_tag(u, m.verb) != TAG_VB;
    m.firm = unit_is_any(u, i, "will would 'll 'd wo shall") && !had;
    m.acts = !stance_idle(u, m.verb) && unit_tag(u, m.verb) == TAG_VB;
    m.yes = unit_is_any(u, m.verb, "accept agree");
    m.tie = clause_tie(f, i);
    m.holder = none ? speaker : clause_holder(f, i);
    return m;
}

/* "cannot be paid for without", "would not sign without" */
static bool not_without(const stance_finder *f, const modal_group *m) {
    read_range rest = {m->at, clause_end(f, m->at)};
    return stance_find(f->u, rest, "without") > 0;
}

/* "will reject", "would vote against" */
static bool turns_down(const read_unit *u, const modal_group *m) {
    bool against =
        unit_is(u, m->verb + 1, "against") && unit_is(u, m->verb, "vote");
    return against || unit_is_any(u, m->verb, "reject oppose refuse");
}

/* "would not rule out": the position that is withheld, by its verb. */
static read_stance_kind withheld(const read_unit *u, const modal_group *m) {
    if (!m->no || !m->firm) return STANCE_NONE;
    if (turns_down(u, m)) return STANCE_REJECT;
    bool rules_out =
        unit_is(u, m->verb, "rule") &&
        stance_find(u, (read_range){m->verb, m->verb + 5}, "out") > 0;
    return rules_out ? STANCE_REFUSE : STANCE_NONE;
}

/* "I'd like to know", "we'd need a different page" */
static read_stance_kind wishes(const read_unit *u, const modal_group *m) {
    bool would = unit_is_any(u, m->at, "would 'd") && !m->no;
    if (!would) return STANCE_NONE;
    if (unit_is(u, m->verb, "like") && unit_is(u, m->verb + 1, "to")) {
        return unit_is_any(u, m->verb + 2, "know see hear have") ? STANCE_DEMAND
                                                                 : STANCE_NONE;
    }
    bool need = unit_is_any(u, m->verb, "need require") &&
                unit_tag(u, m->verb + 1) != TAG_TO;
    return need ? STANCE_REQUIRE : STANCE_NONE;
}

/* "his country would not be lectured": said of somebody. */
static bool suffers(const stance_finder *f, const modal_group *m) {
    read_range who = clause_subject(f, m->at);
    return !range_empty(who) && phrase_can_act(f->u, who) &&
           !unit_is_any(f->u, who.first, "nobody none it this that they");
}

/* "This will not bring back", "the company will not survive": no refusal. */
static bool can_refuse(const stance_finder *f, const modal_group *m) {
    const read_unit *u = f->u;
    if (unit_is_any(u, m->verb,
                    "survive last bring solve matter change end work stop "
                    "help begin start")) {
        return false;
    }
    read_range who = clause_subject(f, m->at);
    if (range_empty(who)) return true;
    bool thing = unit_is_any(u, who.first, "this that there") ||
                 (f->direct && unit_is(u, who.first, "it"));
    return !thing && phrase_can_act(u, who);
}

/* "will not return until", "would not accept", "can't promise coal" */
static read_stance_kind will_not(const stance_finder *f, const modal_group *m) {
    if (m->tie == TIES_UNTIL || m->tie == TIES_ONLY || not_without(f, m)) {
        return STANCE_REQUIRE;
    }
    if (!m->firm && !m->yes) return STANCE_NONE;
    if (turns_down(f->u, m)) return STANCE_NONE; /* see stance_modal */
    if (m->tie == TIES_IF) return STANCE_CONDITION;
    if (m->yes) return STANCE_REJECT;
    bool against = unit_is(f->u, m->verb, "vote") &&
                   unit_is_any(f->u, m->verb + 1, "for to");
    if (against) return STANCE_REJECT;
    bool done = unit_is_any(f->u, m->verb, "do make go be") ||
                (unit_tag(f->u, m->verb) == TAG_VBN && suffers(f, m));
    return (m->acts || done) && can_refuse(f, m) ? STANCE_REFUSE : STANCE_NONE;
}

/* "would strike if": a threat ties nothing. */
static bool threatens(const read_unit *u, int verb) {
    return unit_is_any(u, verb,
                       "strike shoot attack retaliate fire fight sue quit "
                       "resign bomb hit expel arrest punish boycott respond "
                       "collapse fail lapse die");
}

/* Has the finder a condition of the same holder already? "Lift the ban and we
 * will talk" offers nothing besides. */
static bool has_condition(const stance_finder *f) {
    for (int i = 0; i < f->count; i++) {
        if (f->out[i].kind == STANCE_CONDITION) return true;
    }
    return false;
}

/* "would meet again on Monday": a plan offers nothing. */
static bool is_planned(const stance_finder *f, const modal_group *m) {
    const read_unit *u = f->u;
    if (!unit_is_any(u, m->verb, "meet talk sit negotiate")) return false;
    for (int i = m->verb + 1; i < clause_end(f, m->at); i++) {
        if (unit_is(u, i, "again") || unit_word(u, i)->time) return true;
    }
    return false;
}

/* "would back the budget", "could live with it" */
static bool says_yes(const read_unit *u, const modal_group *m) {
    bool live = unit_is(u, m->verb, "live") && unit_is(u, m->verb + 1, "with");
    bool votes = unit_is(u, m->verb, "vote") && unit_is(u, m->verb + 1, "for");
    bool backs =
        votes || unit_is_any(u, m->verb, "back endorse approve ratify");
    return live || m->yes || (m->firm && backs);
}

/* "would remain closed until" */
static bool stays_shut(const read_unit *u, const modal_group *m) {
    return m->tie == TIES_UNTIL && unit_is_any(u, m->verb, "remain stay") &&
           unit_is_any(u, m->verb + 1,
                       "closed shut suspended blocked frozen banned");
}

/* What a verb that will be done says by itself. */
static read_stance_kind by_verb(const stance_finder *f, const modal_group *m) {
    const read_unit *u = f->u;
    if (unit_is_any(u, m->verb,
                    "honour honor respect keep guarantee ensure "
                    "uphold abide protect")) {
        return STANCE_GUARANTEE;
    }
    bool they = f->direct && unit_is_any(u, m->holder.first, "they it");
    if (unit_is_any(u, m->verb,
                    "support welcome pay help open meet sit talk "
                    "negotiate")) {
        bool none = they || has_condition(f) || is_planned(f, m);
        return none ? STANCE_NONE : STANCE_OFFER;
    }
    if (unit_is(u, m->verb, "require")) return STANCE_REQUIRE;
    if (unit_is(u, m->verb, "demand")) return STANCE_DEMAND;
    return turns_down(u, m) ? STANCE_REJECT : STANCE_NONE;
}

static read_stance_kind will(const stance_finder *f, const modal_group *m) {
    const read_unit *u = f->u;
    bool done = unit_tag(u, m->verb) == TAG_VBN; /* "would be restored if" */
    bool ours = m->firm || phrase_can_act(u, clause_subject(f, m->at));
    if ((m->acts || m->yes || done) && ours && !threatens(u, m->verb)) {
        if (m->tie == TIES_ONLY) return STANCE_REQUIRE;
        if (m->tie == TIES_IF || m->tie == TIES_WHEN) return STANCE_CONDITION;
    }
    if (says_yes(u, m)) return STANCE_ACCEPT;
    if (stays_shut(u, m)) return STANCE_REQUIRE;
    bool gives = unit_is_any(u, m->verb,
                             "help send provide host lend supply contribute "
                             "mediate");
    if (gives && unit_is_any(u, m->at, "can could")) return STANCE_OFFER;
    if (!m->firm) return STANCE_NONE;
    bool sooner = unit_is_any(u, m->at + 1, "rather sooner");
    return sooner ? STANCE_REFUSE /* "would rather resign than" */
                  : by_verb(f, m);
}

/* "can't guarantee coal", "could not promise anything" */
static bool withholds(const read_unit *u, const modal_group *m) {
    bool none = m->no || unit_is(u, m->verb + 1, "nothing");
    return none && unit_is_any(u, m->verb, "guarantee promise");
}

/* "They should release him": of others, who can. */
static bool ought(const stance_finder *f, const modal_group *m) {
    read_range who = clause_subject(f, m->at);
    return !m->no && m->acts && m->tie == TIES_NOT && !range_empty(who) &&
           phrase_can_act(f->u, who) &&
           !unit_is_any(f->u, who.first, "i we it that this");
}

void stance_modal(stance_finder *f, int i) {
    const read_unit *u = f->u;
    modal_group m = modal_at(f, i);
    if (unit_is(u, i, "must") &&
        unit_is_any(u, m.verb, "understand know remember think admit wonder")) {
        return;
    }
    if (unit_is(u, i, "should") && ought(f, &m)) {
        stance_add(f, STANCE_DEMAND, false, speaker);
        return;
    }
    if (unit_is(u, i, "must")) {
        bool need = unit_tag(u, i - 1) == TAG_DET; /* "is a must" */
        stance_add(f, need ? STANCE_REQUIRE : STANCE_DEMAND, m.no, speaker);
        return;
    }
    if (!unit_is_any(u, i, "will would 'll 'd wo shall could can cannot ca")) {
        return;
    }
    if (withheld(u, &m) != STANCE_NONE) {
        stance_add(f, withheld(u, &m), true, m.holder);
        return;
    }
    if (clause_supposed(f, i)) return; /* "if they will come" */
    if (withholds(u, &m)) {
        stance_add(f, STANCE_GUARANTEE, true, m.holder);
        return;
    }
    bool silent = stance_silence(f, i);
    if (silent) return;
    if (unit_is(u, i - 1, "there") && unit_is(u, m.verb, "no")) {
        read_range all = {f->piece.first, clause_end(f, i)};
        bool tied = m.tie != TIES_NOT || stance_find(u, all, "without") >= 0;
        stance_add(f, tied ? STANCE_REQUIRE : STANCE_REFUSE, false, speaker);
        return;
    }
    read_stance_kind kind = wishes(u, &m);
    if (kind == STANCE_NONE) kind = m.no ? will_not(f, &m) : will(f, &m);
    stance_add(f, kind, false, m.holder);
}
