/* SPDX-License-Identifier: Apache-2.0
 * Verbs of the lexicon inside the content, each held by its own subject: "the
 * minister said the union had rejected the offer". Negation turns a position
 * around ("does not accept": reject) or withholds it ("has not accepted",
 * "did not rule out"); a tie to another step makes offers and agreements
 * conditions ("agreed to release the boat once ..."). Nouns that a verb gives
 * or makes ("had not offered guarantees") count as theirs. */
#include "read/stance_int.h"

/* "had not offered guarantees", "made no promises" */
static bool gives_guarantee(const read_unit *u, const read_verb *v) {
    for (int i = v->at + 1; i < v->at + 6; i++) {
        if (unit_is_any(u, i,
                        "guarantee guarantees assurance assurances promise "
                        "promises")) {
            return true;
        }
    }
    return false;
}

/* "asked whether", "insisted that" demand nothing, "agreed that" accepts
 * nothing. */
static bool says_only(const read_unit *u, const read_verb *v) {
    int next = v->group.last;
    if (unit_is_any(u, v->at, "insisted insists insist ask asks asked")) {
        return stance_find(u, (read_range){next, next + 4}, "on for") < 0;
    }
    if (unit_is_any(u, v->at, "agree agreed agrees")) {
        return !unit_is_any(u, next, "to on with in");
    }
    if (unit_is_any(u, v->at, "accept accepts accepted")) {
        return unit_tag(u, next) == TAG_THAT && !v->negated;
    }
    if (unit_is_any(u, v->at,
                    "welcome welcomed welcomes back backed support "
                    "supported embrace")) {
        return stance_find(u, (read_range){next, next + 5},
                           "plan proposal offer idea deal truce bill text "
                           "initiative compromise terms draft") < 0;
    }
    return false;
}

/* "does not accept", "do not agree": it is turned down; "has not accepted" is
 * only not accepted. */
static bool turned_down(const read_unit *u, const read_verb *v) {
    if (v->perfect || unit_is_any(u, v->group.first, "did had has have")) {
        return false;
    }
    return unit_is_any(u, v->group.first, "do does am is are 'm 're");
}

static read_stance_kind kind_of(const stance_finder *f, const read_verb *v) {
    const read_unit *u = f->u;
    read_class class = v->sense->class;
    bool gives = unit_is_any(u, v->at,
                             "give gave given gives offer offered offers made "
                             "make makes");
    if (gives && gives_guarantee(u, v)) return STANCE_GUARANTEE;
    if (class == CLASS_DECLINE || says_only(u, v)) return STANCE_NONE;
    read_range near = {v->at, v->at + 4};
    bool silent = unit_is_any(u, v->at, "declined declines") &&
                  stance_find(u, near, "comment") > 0;
    if (silent) return STANCE_DECLINE;
    read_stance_kind kind = stance_of_class(class);
    read_range rest = {v->group.last, f->piece.last};
    if (kind == STANCE_REJECT && stance_about_reports(u, rest)) {
        return STANCE_DENY;
    }
    return kind;
}

/* "It offers us four percent" in somebody's own words: of nobody named. */
static bool nobody_named(const stance_finder *f, read_range holder) {
    return f->direct && !range_empty(holder) &&
           unit_is_any(f->u, holder.first, "it they that this you");
}

static bool never(const stance_finder *f, const read_verb *v) {
    read_range group = {v->group.first, v->at};
    return !f->direct && stance_find(f->u, group, "never") >= 0;
}

/* "would offer ... once": a condition. */
static read_stance_kind tied(const stance_finder *f, const read_verb *v,
                             read_stance_kind kind) {
    clause_ties tie = clause_tie(f, v->at);
    bool ties = tie == TIES_IF || tie == TIES_WHEN || tie == TIES_ONLY;
    bool open = kind == STANCE_OFFER || kind == STANCE_ACCEPT ||
                kind == STANCE_GUARANTEE;
    return open && ties ? STANCE_CONDITION : kind;
}

/* What a negated verb takes for a position instead, or the same one, withheld.
 */
static read_stance_kind not_done(const stance_finder *f, const read_verb *v,
                                 read_stance_kind kind, bool own) {
    if (kind == STANCE_ACCEPT && turned_down(f->u, v)) {
        bool that = unit_tag(f->u, v->group.last) == TAG_THAT;
        return that ? STANCE_DENY : STANCE_REJECT;
    }
    /* "had never refused to talk" */
    if (kind == STANCE_REFUSE && never(f, v)) return STANCE_DENY;
    /* "We have not offered to pay" */
    bool denies = kind == STANCE_OFFER && (f->direct || own);
    return denies ? STANCE_DENY : kind;
}

void stance_verb(stance_finder *f, const read_verb *v) {
    const read_unit *u = f->u;
    bool finite = v->finite && !v->passive;
    if (!finite || v->modal || clause_supposed(f, v->group.first)) return;
    read_stance_kind kind = kind_of(f, v);
    read_range holder = clause_holder(f, v->group.first);
    bool negated = v->negated;
    read_range who = clause_subject(f, v->group.first);
    if (!range_empty(who) && unit_is_any(u, who.first, "neither none nobody")) {
        negated = !negated; /* "neither side had accepted" */
        holder = (read_range){0, 0};
    }
    if (kind == STANCE_NONE || nobody_named(f, holder)) return;
    bool asks = kind == STANCE_DEMAND || kind == STANCE_REQUIRE;
    if (negated && asks && f->direct) return; /* "We are not asking for" */
    read_stance_kind turned =
        negated ? not_done(f, v, kind, range_empty(holder)) : tied(f, v, kind);
    if (turned != kind) negated = false;
    if (turned == STANCE_DENY && kind == STANCE_REFUSE) {
        holder = (read_range){0, 0};
    }
    kind = turned;
    bool open_ended = kind == STANCE_REFUSE || kind == STANCE_GUARANTEE;
    bool nothing =
        (open_ended && unit_is(u, v->at + 1, "nothing")) ||
        (kind == STANCE_ACCEPT && unit_is(u, v->group.last + 1, "nothing"));
    stance_add(f, kind, negated || nothing, holder);
}
