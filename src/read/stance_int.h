/* SPDX-License-Identifier: Apache-2.0
 * What the files that look for stances share. */
#ifndef READ_STANCE_INT_H
#define READ_STANCE_INT_H

#include "read/stance.h"

/* How the clause of a verb is tied to another step. */
typedef enum clause_ties {
    TIES_NOT,
    TIES_IF,      /* if, provided that, as long as, in return for */
    TIES_WHEN,    /* once, when, the moment: behind the verb */
    TIES_ONLY,    /* only if, only after */
    TIES_WHILE,   /* as long as, while */
    TIES_WITHOUT, /* without: counts when negated */
    TIES_UNTIL,   /* until, before, unless, while: counts when negated */
} clause_ties;

typedef struct stance_finder {
    const read_unit *u;
    const read_speaker *who;
    stance_found *out;
    int count;
    read_range piece;   /* of the content that is looked at */
    clause_ties beside; /* of the part before or behind: "If", she said, "we" */
    int covered;        /* up to here a speech act's own content stands */
    bool direct; /* it is a quotation: only "I" and "we" are its speaker */
} stance_finder;

void stance_add(stance_finder *f, read_stance_kind kind, bool negated,
                read_range holder);
read_stance_kind stance_of_class(read_class class);
/* Turning down "claims", "reports", "suggestions" is denying them. */
bool stance_about_reports(const read_unit *u, read_range r);
/* "the army leave": a base form behind one thing is a wish. */
bool stance_is_wish(const read_unit *u, read_range content);
/* One of the words of a list in the range, or -1. */
int stance_find(const read_unit *u, read_range r, const char *list);

/* --- Clauses (clause.c) --- */

/* Whose clause the verb is in: empty for the speaker's own. */
read_range clause_holder(const stance_finder *f, int verb);
/* The subject of a verb, or of the one it is joined to. */
read_range clause_subject(const stance_finder *f, int verb);
bool clause_supposed(const stance_finder *f, int verb);
int clause_end(const stance_finder *f, int from);
/* The finite verb before i in the piece, or -1. */
int clause_finite_before(const stance_finder *f, int i);
clause_ties clause_tie(const stance_finder *f, int verb);
/* What a part of the content that begins with "if", "until" ties the one beside
 * it to. */
clause_ties clause_tie_of(const stance_finder *f, read_range part);
/* Does the speaker speak for somebody: a spokesman, a lawyer? */
bool clause_mouthpiece(const stance_finder *f);
/* "will not", "there will be no" */
bool clause_negated(const read_unit *u, int i);

/* "false", "a lie": a word for what isn't so (stance_phrases.c). */
bool stance_false_word(const read_unit *u, int i);
/* Fixed words at i (stance_phrases.c). */
void stance_phrase(stance_finder *f, int i);
/* The clause whose finite verb stands at `first` (stance_clause.c). */
void stance_clause(stance_finder *f, int first);
/* What only the speaker's own voice takes a position by (stance_voice.c). */
void stance_voice(stance_finder *f, int i);
/* "dropped", "withdrew" (stance_noun.c). */
bool stance_dropped(const read_unit *u, int i);
/* What the cue of a claim takes by itself (stance_cue.c). */
void stance_cue(stance_finder *f, const read_claim *c);
/* The act of a cue like "refused to sign" (stance_clause.c). */
void stance_refusal(stance_finder *f, int first);
/* A noun of speech that somebody has: "the union's refusal to" (stance_noun.c).
 */
void stance_noun(stance_finder *f, int i);
/* Looks at all words of the piece (stance_content.c). */
void stance_look(stance_finder *f);

#endif
