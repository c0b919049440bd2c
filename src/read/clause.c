/* SPDX-License-Identifier: Apache-2.0
 * Clauses inside what was said: whose they are and what they hang on.
 *
 * The holder of a clause is its subject when that can want something ("the
 * union", "growers"; not "talks"), and the speaker when the subject is "I",
 * "we", or a pronoun that fits the speaker. A verb joined to another shares its
 * subject; "they" right after another verb is whoever that verb's subject is
 * ("Hamas feels they need"). */
#include <string.h>

#include "read/stance_int.h"

/* The finite verb before i in the piece, or -1. */
int clause_finite_before(const stance_finder *f, int i) {
    for (int k = i - 1; k >= f->piece.first; k--) {
        if (unit_tag(f->u, k) == TAG_STOP) return -1;
        if (unit_finite(f->u, k) && !unit_finite(f->u, k - 1)) return k;
    }
    return -1;
}

/* "[will not leave] before the survey is done[, but is ready to]" */
static bool is_subordinate(const stance_finder *f, int verb) {
    int outer;
    read_range who = subject_of(f->u, verb, &outer);
    return !range_empty(who) &&
           unit_is_any(f->u, who.first - 1,
                       "before until unless if when once while after because");
}

/* The subject of a verb, or of the one it is joined to; "they" in "Hamas feels
 * they need" is whoever feels. */
read_range clause_subject(const stance_finder *f, int verb) {
    const read_unit *u = f->u;
    int outer;
    read_range who = subject_of(u, verb, &outer);
    bool quoted = range_empty(who) && unit_tag(u, verb - 1) == TAG_OPEN;
    if (quoted) who = phrase_before(u, verb - 1); /* the mayor "must go" */
    bool joined = range_empty(who) && unit_tag(u, verb - 1) == TAG_CONJ;
    bool echo = !range_empty(who) && unit_is_any(u, who.first, "they it") &&
                unit_finite(u, who.first - 1);
    if (!joined && !echo) return who;
    int before = clause_finite_before(f, echo ? who.first : verb);
    while (joined && before >= 0 && is_subordinate(f, before))
        before = clause_finite_before(f, before);
    if (before < 0) return who;
    read_range first = subject_of(u, before, &outer);
    return range_empty(first) ? who : first;
}

/* Who speaks for somebody: "he" in the words of a spokesman is the minister. */
bool clause_mouthpiece(const stance_finder *f) {
    static const char *const words[] = {"aide",   "spokesman", "spokeswoman",
                                        "lawyer", "adviser",   "spokesperson",
                                        "source", "office",    "attorney"};
    const read_span at = f->who->at;
    const char *bytes = f->u->p->bytes;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
        size_t size = strlen(words[k]);
        for (size_t i = at.begin; i + size <= at.end; i++) {
            bool whole = i + size == at.end || bytes[i + size] == ' ' ||
                         bytes[i + size] == ',';
            if (whole && memcmp(bytes + i, words[k], size) == 0) return true;
        }
    }
    return false;
}

/* Whose clause it is: empty for the speaker's own. */
read_range clause_holder(const stance_finder *f, int verb) {
    const read_unit *u = f->u;
    read_range who = clause_subject(f, verb);
    if (range_empty(who) || who.first < f->piece.first ||
        who.last > f->piece.last || !phrase_can_act(u, who)) {
        return (read_range){0, 0};
    }
    if (unit_is_any(u, who.first, "i we") ||
        unit_is_any(u, who.first, "nobody there nothing this that")) {
        return (read_range){0, 0};
    }
    if (unit_tag(u, who.first) == TAG_PRON && !f->direct) {
        bool sure = f->who->person, person = !f->who->group;
        bool self = f->who->several ? unit_is_any(u, who.first, "they it")
                    : sure          ? unit_is_any(u, who.first, "he she")
                    : person        ? unit_is_any(u, who.first, "he she it")
                                    : unit_is_any(u, who.first, "it they");
        bool other =
            unit_is_any(u, who.first, "he she") && clause_mouthpiece(f);
        /* "a spokesman for the Front said it" */
        bool side = unit_is(u, who.first, "it") && clause_mouthpiece(f);
        if ((self && !other) || side) return (read_range){0, 0};
    }
    return who;
}

/* "if they want", "after wardens agreed": what is supposed, or only dated. */
bool clause_supposed(const stance_finder *f, int verb) {
    int outer;
    read_range who = subject_of(f->u, verb, &outer);
    return !range_empty(who) &&
           unit_is_any(f->u, who.first - 1, "if unless whether when once");
}

/* Where the clause of a verb ends: the next joined clause, or the piece's. */
int clause_end(const stance_finder *f, int from) {
    const read_unit *u = f->u;
    for (int i = from; i < f->piece.last; i++) {
        read_tag tag = unit_tag(u, i);
        if (tag == TAG_STOP || tag == TAG_SEMI) return i;
        bool goes_on = unit_is_any(u, i, "but and") && unit_finite(u, i + 1) &&
                       i > from; /* "accepted it but would not sign" */
        if (goes_on) return i;
        bool but_not = unit_tag(u, i + 2) == TAG_NOT ||
                       unit_is(u, i + 2, "only"); /* "but not before" */
        if (tag == TAG_COMMA && unit_is_any(u, i + 1, "but and") && !but_not &&
            unit_has_finite(u, i + 2, f->piece.last)) {
            return i;
        }
    }
    return f->piece.last;
}

static int clause_start(const stance_finder *f, int verb) {
    const read_unit *u = f->u;
    for (int i = verb; i > f->piece.first; i--) {
        read_tag tag = unit_tag(u, i);
        if (tag == TAG_STOP || tag == TAG_SEMI) return i + 1;
        if (tag == TAG_COMMA && unit_is_any(u, i + 1, "but and")) return i + 2;
    }
    return f->piece.first;
}

/* "will not", "there will be no" */
bool clause_negated(const read_unit *u, int i) {
    for (int k = i + 1; k < i + 4; k++) {
        read_tag tag = unit_tag(u, k);
        if (tag == TAG_NOT || unit_is(u, k, "no")) return true;
        if (tag != TAG_ADV && tag != TAG_HAVE && tag != TAG_BE) break;
    }
    return unit_is(u, i, "cannot");
}

/* "as soon as", "as long as" at the middle word */
static bool as_as(const read_unit *u, int i) {
    return unit_is_any(u, i, "soon long") && unit_is_any(u, i - 1, "as so") &&
           unit_is(u, i + 1, "as");
}

/* "on condition that", "on the understanding that", "in return for", "in
 * exchange", "conditional on": at the noun. */
static bool exchange_noun(const read_unit *u, int i) {
    int k = i - 1;
    while (unit_tag(u, k) == TAG_DET || unit_tag(u, k) == TAG_NUM)
        k--;
    if (unit_is_any(u, i, "condition understanding")) {
        return unit_is(u, k, "on");
    }
    return unit_is_any(u, i, "return exchange") && unit_is(u, i - 1, "in");
}

/* "the moment others did", "the day the first instalment arrives" */
static bool the_moment(const stance_finder *f, int i, int last) {
    const read_unit *u = f->u;
    return unit_is_any(u, i, "moment day minute") && unit_is(u, i - 1, "the") &&
           unit_has_finite(u, i, last);
}

/* "if", "only if", "provided that"; not "as if", "provided food". */
static clause_ties tie_if(const stance_finder *f, int i, int last) {
    enum { NEAR = 10 };
    const read_unit *u = f->u;
    if (unit_is_any(u, i - 1, "as even")) return TIES_NOT;
    int near = i + NEAR < last ? i + NEAR : last;
    bool verb = !unit_is(u, i, "if") && !unit_is(u, i + 1, "that") &&
                !unit_has_finite(u, i + 1, near);
    if (verb) return TIES_NOT;
    return unit_is(u, i - 1, "only") ? TIES_ONLY : TIES_IF;
}

/* "until", "unless", "before", "while"; not "until May", "before dawn". */
static clause_ties tie_until(const stance_finder *f, int i, int last) {
    const read_unit *u = f->u;
    bool until = unit_is(u, i, "until");
    if (until && skip_date(u, i + 1) > i + 1) return TIES_NOT;
    bool but_not =
        !unit_is_any(u, i, "while unless") && unit_tag(u, i - 1) == TAG_NOT;
    if (but_not) return TIES_ONLY; /* "will come, but not before" */
    if (until || unit_is(u, i, "unless")) return TIES_UNTIL;
    return unit_has_finite(u, i, last) ? TIES_UNTIL : TIES_NOT;
}

/* "when", "once"; "only after" */
static clause_ties tie_when(const stance_finder *f, int i, int last) {
    const read_unit *u = f->u;
    if (unit_is(u, i - 1, "only")) return TIES_ONLY;
    bool vague = unit_is(u, i, "when") && unit_tag(u, i + 1) == TAG_PRON;
    if (vague) return TIES_NOT; /* "when they come" */
    bool when = !unit_is(u, i, "after") && unit_has_finite(u, i, last);
    return when ? TIES_WHEN : TIES_NOT;
}

/* What the word at i ties a clause to that ends at `last`. */
static clause_ties tie_at(const stance_finder *f, int i, int last) {
    const read_unit *u = f->u;
    if (unit_is_any(u, i, "if provided providing")) return tie_if(f, i, last);
    if (unit_is_any(u, i, "unless until before while")) {
        return tie_until(f, i, last);
    }
    if (unit_is_any(u, i, "when once after")) return tie_when(f, i, last);
    if (unit_is(u, i, "without")) {
        return unit_tag(u, i + 1) != TAG_VBG ? TIES_WITHOUT : TIES_NOT;
    }
    if (as_as(u, i)) return unit_is(u, i, "long") ? TIES_WHILE : TIES_IF;
    if (exchange_noun(u, i)) return TIES_IF;
    return the_moment(f, i, last) ? TIES_WHEN : TIES_NOT;
}

/* All words that tie_at begins with: one look for most. */
static const char tie_words[] =
    "if provided providing unless until before while without when once after "
    "soon long "
    "condition understanding return exchange moment day minute";

clause_ties clause_tie_of(const stance_finder *f, read_range part) {
    if (!unit_is_any(f->u, part.first, tie_words)) return TIES_NOT;
    clause_ties tie = tie_at(f, part.first, part.last);
    return tie == TIES_WHEN ? TIES_NOT : tie;
}

clause_ties clause_tie(const stance_finder *f, int verb) {
    int first = clause_start(f, verb), last = clause_end(f, verb);
    for (int i = first; i < last; i++) {
        if (!unit_is_any(f->u, i, tie_words)) continue;
        clause_ties tie = tie_at(f, i, last);
        bool told = unit_is(f->u, i, "when") &&
                    unit_tag(f->u, verb) != TAG_MODAL; /* "promised when" */
        if (tie == TIES_WHEN && (i < verb || told)) continue; /* dated */
        if (tie != TIES_NOT) return tie;
    }
    return f->beside;
}
