/* SPDX-License-Identifier: Apache-2.0
 * Fixed words of the lexicon where they stand: phrases ("off the table"), deeds
 * ("live with") and moods ("no choice but to"), of which the longest counts.
 * "Not" in them stands for "n't", too. */
#include "read/stance_act.h"

#include <string.h>

/* --- Words --- */

static bool words_stand(const read_unit *u, int i, const char *words) {
    while (*words != '\0') {
        size_t size = strcspn(words, " ");
        bool not = size == 3 && memcmp(words, "not", 3) == 0 &&
                   unit_tag(u, i) == TAG_NOT; /* "n't" */
        if (!not &&!unit_equals(u, i, words, size)) return false;
        i++;
        words += size + (words[size] == ' ');
    }
    return true;
}

const lexicon_phrase *stance_words(const read_unit *u, int i,
                                   lexicon_words kind) {
    const lexicon_phrase *longest = NULL;
    const lexicon_word *w = unit_word(u, i);
    if (unit_tag(u, i) == TAG_NOT && !unit_is(u, i, "never")) {
        w = lexicon_at(u->lex, lexicon_lookup(u->lex, "not")); /* "n't" */
    }
    for (const lexicon_phrase *p = w->phrases; p != NULL; p = p->next) {
        bool longer =
            longest == NULL || strlen(p->rest) > strlen(longest->rest);
        if (p->kind == kind && longer && words_stand(u, i + 1, p->rest)) {
            longest = p;
        }
    }
    return longest;
}

int stance_word_count(const char *words) {
    int count = *words != '\0';
    for (; *words != '\0'; words++)
        count += *words == ' ';
    return count;
}
