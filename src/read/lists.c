/* SPDX-License-Identifier: Apache-2.0
 * Is a word one of a list? The question that rules ask most.
 *
 * A list is a string of words with blanks between, written where it is used.
 * The first time it is asked for, the words that the lexicon knows become bits,
 * by their index; after that a word that is known costs one look, and only a
 * word that is not known (or is written with a dot: "No.") is compared by
 * letters, and only where the list has such words: the `list` lines of
 * data/lexicon.txt name nearly all of them. The bits are kept by the address of
 * the list, which must be a literal. */
#include <string.h>

#include "read/unit.h"

bool unit_equals(const read_unit *u, int i, const char *lower, size_t size) {
    if (i < u->first || i >= u->last) return false;
    const read_token *t = &u->p->tokens[i];
    if (t->flags & TOKEN_CURLY) {
        const lexicon_word *w = lexicon_at(u->lex, t->word);
        return w->size == size && memcmp(w->text, lower, size) == 0;
    }
    if (t->end - t->begin != size) return false;
    for (size_t k = 0; k < size; k++) {
        unsigned char c = (unsigned char)u->p->bytes[t->begin + k];
        if (lexicon_lower(c) != (unsigned char)lower[k]) return false;
    }
    return true;
}

/* The length of the word that a list begins with. */
static size_t word_size(const char *list) {
    size_t size = 0;
    while (list[size] != ' ' && list[size] != '\0')
        size++;
    return size;
}

static const char *next_word(const char *list, size_t size) {
    list += size;
    while (*list == ' ')
        list++;
    return list;
}

static bool compare_all(const read_unit *u, int i, const char *list) {
    while (*list != '\0') {
        size_t size = word_size(list);
        if (unit_equals(u, i, list, size)) return true;
        list = next_word(list, size);
    }
    return false;
}

static unsigned find_word(const lexicon *l, const char *word, size_t size) {
    uint32_t hash = LEXICON_SEED;
    for (size_t i = 0; i < size; i++)
        hash = lexicon_step(hash, (unsigned char)word[i]);
    return lexicon_find(l, hash, word, size);
}

/* One bit of 64 for a first letter and the parity of a length. */
static uint64_t word_bit(char first, size_t size) {
    uint64_t letter = lexicon_lower((unsigned char)first) & 31U;
    return UINT64_C(1) << (letter * 2 + (size & 1));
}

static void fill(const read_unit *u, unit_list *slot, const char *list) {
    slot->list = list;
    slot->bits = ARENA_ARRAY(u->mem, uint64_t, u->lex->count / 64 + 1);
    while (*list != '\0') {
        size_t size = word_size(list);
        unsigned word = find_word(u->lex, list, size);
        slot->bits[word / 64] |= UINT64_C(1) << (word % 64);
        if (word == 0) slot->strange |= word_bit(*list, size);
        list = next_word(list, size);
    }
}

enum { TRIES = 8 };

static inline size_t place_of(const char *list, size_t k) {
    uintptr_t place = (uintptr_t)list;
    return ((size_t)(place ^ place >> 9) + k) & (UNIT_LISTS - 1);
}

/* What is known of a list; NULL when there is no room for more lists. */
static const unit_list *slot_of(const read_unit *u, const char *list) {
    for (size_t k = 0; k < TRIES; k++) {
        unit_list *slot = &u->lists[place_of(list, k)];
        if (slot->list == NULL) fill(u, slot, list);
        if (slot->list == list) return slot;
    }
    return NULL;
}

/* A word that has no entry, or a dot that its entry doesn't have. */
static bool compare_letters(const read_unit *u, int i, const unit_list *slot) {
    const read_token *t = &u->p->tokens[i];
    uint64_t bit = word_bit(u->p->bytes[t->begin], t->end - t->begin);
    if (t->word == 0 && (slot->strange & bit) == 0) return false;
    return compare_all(u, i, slot->list);
}

bool unit_is_any(const read_unit *u, int i, const char *list) {
    if (i < u->first || i >= u->last) return false;
    const unit_list *slot = &u->lists[place_of(list, 0)];
    if (slot->list != list) slot = slot_of(u, list);
    if (slot == NULL) return compare_all(u, i, list);
    const read_token *t = &u->p->tokens[i];
    unsigned word = t->word;
    if (word != 0 && (t->flags & TOKEN_DOTTED) == 0) {
        return (slot->bits[word / 64] >> (word % 64) & 1) != 0;
    }
    return (word != 0 || slot->strange != 0) && compare_letters(u, i, slot);
}
