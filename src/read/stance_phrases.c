/* SPDX-License-Identifier: Apache-2.0
 * Positions that fixed words take: "out of the question", "nothing to do with",
 * "committed to". A phrase is looked for at each word of what was said; its
 * holder is the subject of the clause it stands in. "Not" before it negates,
 * but "not opposed" and "not open" are no positions worth a draft. What is
 * supposed ("if it is open to") is none. */
#include "read/stance_int.h"

#include <string.h>

typedef struct fixed_phrase {
    const char *words;
    read_stance_kind kind;
    bool wants; /* only of somebody: "the road was open to traffic" isn't */
} fixed_phrase;

static const fixed_phrase fixed_words[] = {
    {"out of the question", STANCE_REFUSE, false},
    {"no question of", STANCE_REFUSE, false},
    {"no intention of", STANCE_REFUSE, false},
    {"not negotiable", STANCE_REFUSE, false},
    {"non-negotiable", STANCE_REFUSE, false},
    {"not an option", STANCE_REFUSE, false},
    {"not open to", STANCE_REFUSE, false},
    {"not on the table", STANCE_REFUSE, false},
    {"not for sale", STANCE_REFUSE, false},
    {"offer stands", STANCE_OFFER, false},
    {"offer remains", STANCE_OFFER, false},
    {"remains open", STANCE_OFFER, false},
    {"remains available", STANCE_OFFER, false},
    {"still on the table", STANCE_OFFER, false},
    {"door is open", STANCE_OFFER, false},
    {"door remains open", STANCE_OFFER, false},
    {"not up for", STANCE_REFUSE, false},
    {"not in a position to accept", STANCE_REJECT, false},
    {"unable to accept", STANCE_REJECT, false},
    {"unacceptable", STANCE_REJECT, false},
    {"not acceptable", STANCE_REJECT, false},
    {"non-starter", STANCE_REJECT, false},
    {"opposed to", STANCE_REJECT, true},
    {"in favour of", STANCE_ACCEPT, true},
    {"in favor of", STANCE_ACCEPT, true},
    {"open to", STANCE_OFFER, true},
    {"committed to", STANCE_GUARANTEE, true},
    {"nothing to do with", STANCE_DENY, false},
    {"not responsible for", STANCE_DENY, false},
    {"no part in", STANCE_DENY, false},
    {"no role in", STANCE_DENY, false},
    {"no hand in", STANCE_DENY, false},
    {"no knowledge of", STANCE_DENY, false},
    {"no record of", STANCE_DENY, false},
    {"no truth in", STANCE_DENY, false},
    {"no truth to", STANCE_DENY, false},
    {"the need for", STANCE_REQUIRE, false},
    {"essential that", STANCE_REQUIRE, false},
    {"vital that", STANCE_REQUIRE, false},
    {"imperative that", STANCE_REQUIRE, false},
    {"stand by our offer", STANCE_OFFER, false},
    {"stands by its offer", STANCE_OFFER, false},
    {"stood by its offer", STANCE_OFFER, false},
    {"not aware of", STANCE_DENY, false},
    {"not us", STANCE_DENY, false},
    {"not interested in", STANCE_REFUSE, true},
    {"no interest in", STANCE_REFUSE, true},
    {"final offer", STANCE_OFFER, false},
    {"not behind the", STANCE_DENY, false},
    {"not involved in", STANCE_DENY, false},
    {"not what happened", STANCE_DENY, false},
    {"not enough", STANCE_REJECT, false},
    {"not far enough", STANCE_REJECT, false},
    {"falls short", STANCE_REJECT, false},
    {"fell short", STANCE_REJECT, false},
    {"nothing less than", STANCE_REQUIRE, false},
    {"nothing short of", STANCE_REQUIRE, false},
    {"precondition for", STANCE_REQUIRE, false},
    {"prerequisite for", STANCE_REQUIRE, false},
    {"a condition for", STANCE_REQUIRE, false},
    {"too early to comment", STANCE_DECLINE, false},
    {"no comment", STANCE_DECLINE, false},
    {"depends on", STANCE_CONDITION, false},
    {"depended on", STANCE_CONDITION, false},
    {"hinges on", STANCE_CONDITION, false},
    {"conditional on", STANCE_CONDITION, false},
    {"contingent on", STANCE_CONDITION, false},
};

/* The words of a phrase, one after the other, from i on. */
static bool stands_at(const read_unit *u, int i, const char *words) {
    while (*words != '\0') {
        size_t size = strcspn(words, " ");
        if (!unit_equals(u, i++, words, size)) return false;
        words += size + (words[size] == ' ');
    }
    return true;
}

static void look_at_fixed(stance_finder *f, int i) {
    const read_unit *u = f->u;
    for (size_t k = 0; k < sizeof fixed_words / sizeof *fixed_words; k++) {
        const fixed_phrase *w = &fixed_words[k];
        if (!stands_at(u, i, w->words)) continue;
        int verb = clause_finite_before(f, i + 1);
        if (verb >= 0 && clause_supposed(f, verb)) return;
        if (unit_tag(u, i - 1) == TAG_NOT) return;
        read_range who = {0, 0}, holder = {0, 0};
        if (verb >= 0) {
            who = clause_subject(f, verb);
            holder = clause_holder(f, verb);
        }
        bool somebody =
            !range_empty(who) &&
            (unit_tag(u, who.first) == TAG_PRON ||
             unit_tag(u, who.last - 1) == TAG_PROPER || !range_empty(holder));
        if (w->wants && !somebody) return;
        stance_add(f, w->kind, false, holder);
        return;
    }
}

bool stance_false_word(const read_unit *u, int i) {
    return unit_is_any(u, i,
                       "false lie lies nonsense fiction fantasy fabrication "
                       "fabrications untrue invented fabricated baseless "
                       "unfounded groundless propaganda");
}

/* "was false", "is a lie", "were nonsense": of what others say. */
static void look_at_falsehood(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (!stance_false_word(u, i)) return;
    int k = i - 1;
    while (unit_tag(u, k) == TAG_DET || unit_tag(u, k) == TAG_ADV ||
           unit_tag(u, k) == TAG_ADJ || unit_tag(u, k) == TAG_OPEN) {
        k--;
    }
    if (unit_tag(u, k) == TAG_BE) {
        stance_add(f, STANCE_DENY, false, (read_range){0, 0});
    }
}

/* "is an insult", "would be a betrayal": of an offer. */
static void look_at_scorn(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (!unit_is_any(u, i,
                     "insult betrayal surrender capitulation blackmail "
                     "humiliation")) {
        return;
    }
    int k = i - 1;
    while (unit_tag(u, k) == TAG_DET || unit_tag(u, k) == TAG_ADV ||
           unit_tag(u, k) == TAG_ADJ || unit_tag(u, k) == TAG_OPEN) {
        k--;
    }
    if (unit_tag(u, k) == TAG_BE) {
        stance_add(f, STANCE_REJECT, false, (read_range){0, 0});
    }
}

/* "a deal is possible only if": where no modal verb tells it. */
static void look_at_only(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (!unit_is(u, i, "only") ||
        !unit_is_any(u, i + 1, "if when after once")) {
        return;
    }
    for (int k = f->piece.first; k < i; k++) {
        if (unit_tag(u, k) == TAG_MODAL) return;
    }
    if (unit_is_any(u, i - 1, "possible acceptable conceivable") ||
        unit_is(u, i + 1, "if")) {
        stance_add(f, STANCE_REQUIRE, false, (read_range){0, 0});
    }
}

/* "it is time for the army to go" */
static void look_at_time(stance_finder *f, int i) {
    enum { NEAR = 8 };
    const read_unit *u = f->u;
    bool time = unit_is(u, i, "time") && unit_is(u, i + 1, "for") &&
                (unit_tag(u, i - 1) == TAG_BE || unit_is(u, i - 2, "is") ||
                 unit_is(u, i - 1, "'s"));
    for (int k = i + 2; time && k < i + NEAR; k++) {
        if (unit_tag(u, k) != TAG_TO) continue;
        stance_add(f, STANCE_DEMAND, false, (read_range){0, 0});
        return;
    }
}

static const char first_words[] =
    "the essential vital imperative stand stands stood final only falls fell "
    "precondition prerequisite a too unable offer "
    "remains "
    "still "
    "door insult betrayal surrender capitulation "
    "blackmail humiliation out no not non-negotiable unacceptable non-starter "
    "opposed in open "
    "committed nothing depends depended hinges conditional contingent "
    "false lie lies nonsense fiction fantasy fabrication fabrications untrue "
    "invented fabricated baseless unfounded groundless propaganda time";

void stance_phrase(stance_finder *f, int i) {
    if (!unit_is_any(f->u, i, first_words)) return;
    look_at_fixed(f, i);
    look_at_falsehood(f, i);
    look_at_scorn(f, i);
    look_at_only(f, i);
    look_at_time(f, i);
}
