/* SPDX-License-Identifier: Apache-2.0
 * One sentence under the rules, and the phrases they ask it for. Everything
 * counts tokens of the paragraph; ranges are half-open. */
#ifndef READ_UNIT_H
#define READ_UNIT_H

#include <string.h>

#include "read/text.h"

typedef struct read_range {
    int first, last;
} read_range;

enum {
    UNIT_VERBS = 48,  /* verbs of interest a sentence, at most */
    UNIT_MOST = 1000, /* words of a sentence; longer ones are skipped */
    UNIT_REACH = 90,  /* words that a search goes */
};

/* A verb that the lexicon knows, with what belongs to it. */
typedef struct read_verb {
    int at;           /* the verb itself */
    read_range group; /* auxiliaries, adverbs, the verb, its particle */
    const lexicon_sense *sense; /* the sense that its particle picks */
    bool negated, passive, modal, perfect;
    bool finite;
    bool infinitive; /* "to say" */
    bool gerund;     /* "saying", "having said" */
} read_verb;

/* Which words of the lexicon a list of unit_is_any has (lists.c). */
typedef struct unit_list {
    const char *list;
    uint64_t *bits;
    uint64_t strange; /* first letters and lengths of its other words */
} unit_list;
enum { UNIT_LISTS = 2048 };

typedef struct read_unit {
    unit_list *lists; /* UNIT_LISTS of them: a cache */
    arena *mem;       /* for what the lists hold */
    const read_paragraph *p;
    const lexicon *lex;
    int first, last;
    read_verb verbs[UNIT_VERBS];
    int verb_count;
} read_unit;

/* Decides what each word of the sentence is. */
void tag_unit(read_unit *u);
/* Finds the verbs of interest; after tag_unit. */
void unit_verbs(read_unit *u);

/* The group of any verb, known or not; without a sense. */
read_verb unit_verb_group(const read_unit *u, int at);

/* The verb of interest at i, or NULL. */
const read_verb *unit_verb_at(const read_unit *u, int i);

/* --- Looking at words (phrase.c) --- */

static inline read_tag unit_tag(const read_unit *u, int i) {
    if (i < u->first || i >= u->last) return TAG_NONE; /* outside */
    return (read_tag)u->p->tokens[i].tag;
}
static inline const lexicon_word *unit_word(const read_unit *u, int i) {
    bool inside = i >= u->first && i < u->last;
    return lexicon_at(u->lex, inside ? u->p->tokens[i].word : 0);
}
bool unit_equals(const read_unit *u, int i, const char *lower, size_t size);
static inline bool unit_is(const read_unit *u, int i, const char *lower) {
    if (i < u->first || i >= u->last) return false;
    size_t size = strlen(lower);
    const read_token *t = &u->p->tokens[i];
    bool may = t->end - t->begin == size || (t->flags & TOKEN_CURLY) != 0;
    return may && unit_equals(u, i, lower, size);
}
/* One of the words of a list separated by blanks: " for on with ". */
bool unit_is_any(const read_unit *u, int i, const char *list);
bool unit_noun(const read_unit *u, int i, read_noun kind);
bool unit_finite(const read_unit *u, int i); /* a finite verb or auxiliary */
bool unit_has_finite(const read_unit *u, int first, int last);
static inline bool unit_quoted(const read_unit *u, int i) {
    return i >= u->first && i < u->last && u->p->tokens[i].quote != 0;
}
const read_quote *unit_quote(const read_unit *u, int i); /* or NULL */
bool range_empty(read_range r);

/* The noun phrase that ends before `last` (which may be preceded by what hangs
 * on it: "an official with the port"); empty if there is none. */
read_range phrase_before(const read_unit *u, int last);
/* The noun phrase that begins at `first`, with its of-phrases. */
read_range phrase_after(const read_unit *u, int first);
/* Only its core: determiner, modifiers, head. */
read_range phrase_core(const read_unit *u, int first);
/* The head noun of a phrase. */
int phrase_head(const read_unit *u, read_range phrase);
/* Can its head want something? "the union", "growers"; not "talks". */
bool phrase_can_act(const read_unit *u, read_range who);
/* The subject of the verb group that begins at `verb`, over appositions and
 * relative clauses; *outer is where all that belongs to it begins. */
read_range subject_of(const read_unit *u, int verb, int *outer);
/* Past adverbs, dates, "in a statement", "to reporters" from i on. */
int skip_circumstances(const read_unit *u, int i);
/* A date ("late on Thursday", "last week") from i on: where it ends, or i. */
int skip_date(const read_unit *u, int i);

#endif
