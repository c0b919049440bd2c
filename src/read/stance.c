/* SPDX-License-Identifier: Apache-2.0
 * Stance: what position the words take on something under dispute.
 *
 * Two places are looked at. The cue of the claim, by its class (stance_cue.c):
 * "rejected", "demanded", "offered to". And, where the cue only says so, the
 * clauses of the content, each held by its own subject ("the minister said the
 * union had rejected the offer": the union): every one is read as an act
 * (stance_act.c, stance_chain.c) and looked up in one table (stance_table.c);
 * beside it stand clauses of wanting and being, nouns, fixed words and the
 * speaker's own voice. "I", "we", and "it" or "he" where they can be the
 * speaker make the speaker the holder. A threat is no stance. */
#include "read/stance_int.h"

#include "base/text.h"

const char *read_stance_name(read_stance_kind kind) {
    static const char *const names[STANCE_KINDS] = {
        [STANCE_NONE] = "none",           [STANCE_ACCEPT] = "accept",
        [STANCE_REJECT] = "reject",       [STANCE_DEMAND] = "demand",
        [STANCE_REQUIRE] = "require",     [STANCE_REFUSE] = "refuse",
        [STANCE_OFFER] = "offer",         [STANCE_PROPOSE] = "propose",
        [STANCE_GUARANTEE] = "guarantee", [STANCE_CONDITION] = "condition",
        [STANCE_DENY] = "deny",           [STANCE_DECLINE] = "decline-comment",
    };
    return names[kind];
}

static bool same_range(read_range a, read_range b) {
    return a.first == b.first && a.last == b.last;
}

void stance_add(stance_finder *f, read_stance_kind kind, bool negated,
                read_range holder) {
    if (kind == STANCE_NONE || f->count == READ_STANCES) return;
    for (int i = 0; i < f->count; i++) {
        if (f->out[i].kind == kind && same_range(f->out[i].holder, holder)) {
            return;
        }
    }
    f->out[f->count++] = (stance_found){kind, negated, holder};
}

read_stance_kind stance_of_class(read_class class) {
    switch (class) {
    case CLASS_ACCEPT:
        return STANCE_ACCEPT;
    case CLASS_REJECT:
        return STANCE_REJECT;
    case CLASS_REFUSE:
        return STANCE_REFUSE;
    case CLASS_DEMAND:
        return STANCE_DEMAND;
    case CLASS_OFFER:
        return STANCE_OFFER;
    case CLASS_PROPOSE:
        return STANCE_PROPOSE;
    case CLASS_GUARANTEE:
        return STANCE_GUARANTEE;
    case CLASS_CONDITION:
        return STANCE_REQUIRE;
    case CLASS_TIE:
        return STANCE_CONDITION;
    case CLASS_DENY:
        return STANCE_DENY;
    case CLASS_DECLINE:
        return STANCE_DECLINE;
    default:
        return STANCE_NONE;
    }
}

/* --- Words --- */

int stance_find(const read_unit *u, read_range r, const char *list) {
    for (int i = r.first; i < r.last; i++) {
        if (unit_is_any(u, i, list)) return i;
    }
    return -1;
}

/* "claims", "reports", "suggestions": turning these down is to deny them. */
bool stance_about_reports(const read_unit *u, read_range r) {
    int last = r.last < r.first + 4 ? r.last : r.first + 4;
    return stance_find(u, (read_range){r.first, last},
                       "claim claims report reports allegation allegations "
                       "accusation accusations suggestion suggestions account "
                       "charge charges rumour rumours rumor rumors assertion "
                       "assertions criticism version") >= 0;
}

/* Does the verb only say so? Then the content takes the position. */
static bool is_speech(const read_claim *c) {
    switch (c->class) {
    case CLASS_REJECT:
    case CLASS_REFUSE:
    case CLASS_ACCEPT:
    case CLASS_OFFER:
    case CLASS_PROPOSE:
    case CLASS_DECLINE:
    case CLASS_CONDITION:
    case CLASS_GUARANTEE:
        return c->direct;
    case CLASS_DEMAND:
        return c->direct || text_same(c->lemma, "insist") ||
               text_same(c->lemma, "ask");
    case CLASS_DENY:
        return c->direct;
    default:
        return true;
    }
}

/* The parts of the content, each beside the others: a tie in one counts in the
 * next ("If it stops," she said, "we will talk"). */
static void look_at_parts(stance_finder *f, const read_claim *c) {
    for (int i = 0; i < c->part_count; i++) {
        f->piece = c->parts[i];
        f->beside = i > 0 ? clause_tie_of(f, c->parts[i - 1]) : TIES_NOT;
        bool behind = f->beside == TIES_NOT && i + 1 < c->part_count;
        if (behind) f->beside = clause_tie_of(f, c->parts[i + 1]);
        f->direct = c->spoken || unit_quote(f->u, f->piece.first) != NULL;
        stance_look(f);
    }
}

int stance_of_claim(const read_unit *u, const read_claim *c,
                    const read_speaker *who, stance_found *out) {
    stance_finder f = {.u = u, .who = who, .out = out, .piece = c->parts[0]};
    stance_cue(&f, c);
    if (is_speech(c)) look_at_parts(&f, c); /* else one clause, one label */
    return f.count;
}

int stance_of_piece(const read_unit *u, read_range piece,
                    const read_speaker *who, stance_found *out) {
    stance_finder f = {
        .u = u, .who = who, .out = out, .piece = piece, .direct = true};
    stance_look(&f);
    return f.count;
}
