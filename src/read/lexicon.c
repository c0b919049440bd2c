/* SPDX-License-Identifier: Apache-2.0
 * The lexicon as a hash table of word forms.
 *
 * A line gives a lemma, its irregular forms, a class and frames (the file's
 * head says how); the regular forms are made here: -s, -ed and -ing with the
 * usual spelling changes (deny, denied; urge, urging). Verbs that share their
 * first word ("call", "call+for") share their forms and differ by particle, so
 * a form leads to a list of senses. A word may be several things at once: the
 * tagger decides by what stands around it. */
#include "read/lexicon_names.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { SLOTS = 1 << 15, WORDS_MOST = 3 << 12, LINE_MOST = 400 };

/* --- The table --- */

static bool same_word(const lexicon_word *w, const char *bytes, size_t size) {
    if (w->size != size) return false;
    for (size_t i = 0; i < size; i++) {
        unsigned char lower = lexicon_lower((unsigned char)bytes[i]);
        if (lower != (unsigned char)w->text[i]) return false;
    }
    return true;
}

static unsigned slot_of(uint32_t hash) {
    return (hash ^ (hash >> 15)) & (SLOTS - 1);
}

unsigned lexicon_find(const lexicon *l, uint32_t hash, const char *bytes,
                      size_t size) {
    for (unsigned i = slot_of(hash); l->slots[i].word != 0;
         i = (i + 1) & (SLOTS - 1)) {
        const lexicon_slot *slot = &l->slots[i];
        bool same =
            slot->hash == hash && same_word(&l->words[slot->word], bytes, size);
        if (same) return slot->word;
    }
    return 0;
}

static uint32_t hash_of(const char *text, size_t size) {
    uint32_t hash = LEXICON_SEED;
    for (size_t i = 0; i < size; i++) {
        hash = lexicon_step(hash, lexicon_lower((unsigned char)text[i]));
    }
    return hash;
}

unsigned lexicon_lookup(const lexicon *l, const char *text) {
    size_t size = strlen(text);
    return lexicon_find(l, hash_of(text, size), text, size);
}

static bool is_full(const lexicon *l) { return l->count >= WORDS_MOST; }

/* The entry of a word, made if it is new. */
static lexicon_word *word_entry(lexicon *l, const char *text) {
    size_t size = strlen(text);
    uint32_t hash = hash_of(text, size);
    unsigned found = lexicon_find(l, hash, text, size);
    if (found != 0) return &l->words[found];
    lexicon_word *w = &l->words[l->count];
    char *lower = arena_text(l->mem, text, size);
    for (size_t i = 0; i < size; i++) {
        lower[i] = (char)lexicon_lower((unsigned char)lower[i]);
    }
    w->text = lower;
    w->size = size;
    w->hash = hash;
    unsigned slot = slot_of(hash);
    while (l->slots[slot].word != 0)
        slot = (slot + 1) & (SLOTS - 1);
    l->slots[slot] = (lexicon_slot){hash, l->count++};
    return w;
}

/* --- Forms --- */

static bool is_vowel(char letter) {
    return letter != '\0' && strchr("aeiou", letter) != NULL;
}

static const char *third_person(arena *mem, const char *lemma) {
    size_t n = strlen(lemma);
    char last = lemma[n - 1];
    char before = '\0';
    if (n > 1) before = lemma[n - 2];
    if (last == 'y' && !is_vowel(before)) {
        return arena_format(mem, "%.*sies", (int)(n - 1), lemma);
    }
    bool hiss = last == 's' || last == 'x' || last == 'z' || last == 'o' ||
                (last == 'h' && (before == 'c' || before == 's'));
    return arena_format(mem, "%s%s", lemma, hiss ? "es" : "s");
}

static const char *past_of(arena *mem, const char *lemma) {
    size_t n = strlen(lemma);
    char last = lemma[n - 1];
    char before = '\0';
    if (n > 1) before = lemma[n - 2];
    if (last == 'e') return arena_format(mem, "%sd", lemma);
    if (last == 'y' && !is_vowel(before)) {
        return arena_format(mem, "%.*sied", (int)(n - 1), lemma);
    }
    return arena_format(mem, "%sed", lemma);
}

static const char *gerund_of(arena *mem, const char *lemma) {
    size_t n = strlen(lemma);
    bool silent = lemma[n - 1] == 'e' && n > 2 && lemma[n - 2] != 'e';
    return arena_format(mem, "%.*sing", (int)(silent ? n - 1 : n), lemma);
}

static void add_form(lexicon *l, const char *text, unsigned form,
                     lexicon_sense *senses) {
    if (is_full(l)) return;
    lexicon_word *w = word_entry(l, text);
    w->forms |= form;
    if (w->senses == NULL) w->senses = senses;
}

/* Splits `text` at `mark` in place; NULL when nothing is left. */
static char *next_part(char **text, char mark) {
    char *part = *text;
    if (part == NULL || *part == '\0') return NULL;
    char *end = strchr(part, mark);
    *text = NULL;
    if (end != NULL) {
        *end = '\0';
        *text = end + 1;
    }
    return part;
}

static void add_forms(lexicon *l, const char *lemma, char *given,
                      lexicon_sense *senses) {
    const char *past = past_of(l->mem, lemma), *participle = past;
    const char *third = third_person(l->mem, lemma);
    const char *gerund = gerund_of(l->mem, lemma);
    if (!text_same(given, "-")) {
        char *part = next_part(&given, ',');
        past = part;
        part = next_part(&given, ',');
        participle = part != NULL ? part : past;
        part = next_part(&given, ',');
        if (part != NULL) third = part;
        part = next_part(&given, ',');
        if (part != NULL) gerund = part;
    }
    add_form(l, lemma, FORM_VB, senses);
    add_form(l, third, FORM_VBZ, senses);
    add_form(l, past, FORM_VBD, senses);
    add_form(l, participle, FORM_VBN, senses);
    add_form(l, gerund, FORM_VBG, senses);
}

/* --- Lines --- */

static bool read_frames(lexicon_sense *s, char *list, arena *mem) {
    const char *preps = " ";
    for (char *part; (part = next_part(&list, ',')) != NULL;) {
        const named *frame = lexicon_named(lexicon_frames, part);
        if (frame != NULL) {
            s->frames |= frame->value;
            continue;
        }
        s->frames |= FRAME_PREP;
        preps = arena_format(mem, "%s%s ", preps, part);
    }
    s->preps = (s->frames & FRAME_PREP) != 0 ? preps : NULL;
    return s->frames != 0;
}

static bool read_verb(lexicon *l, char **field, int count) {
    if (count != 5) return false;
    const named *class = lexicon_named(lexicon_classes, field[3]);
    if (class == NULL) return false;
    lexicon_sense *s = ARENA_NEW(l->mem, lexicon_sense);
    char *rest = arena_copy(l->mem, field[1]);
    char *lemma = next_part(&rest, '+');
    if (lemma == NULL) return false;
    s->particle = rest;
    s->lemma =
        rest != NULL ? arena_format(l->mem, "%s %s", lemma, rest) : lemma;
    s->class = (read_class) class->value;
    if (!read_frames(s, field[4], l->mem)) return false;
    lexicon_word *base = word_entry(l, lemma);
    if (base->senses == NULL) {
        base->senses = s;
    } else { /* an entry of the user's replaces none: it comes last */
        const lexicon_sense *at = base->senses;
        while (at->next != NULL)
            at = at->next;
        ((lexicon_sense *)(uintptr_t)at)->next = s;
    }
    add_forms(l, lemma, field[2], base->senses);
    return true;
}

static bool read_noun_line(lexicon *l, char **field, int count) {
    if (count != 3) return false;
    unsigned kind = 0;
    read_class cue = CLASS_NONE;
    if (strncmp(field[2], "cue:", 4) == 0) {
        const named *class = lexicon_named(lexicon_classes, field[2] + 4);
        if (class == NULL) return false;
        cue = (read_class) class->value;
    } else {
        const named *noun = lexicon_named(lexicon_nouns, field[2]);
        if (noun == NULL) return false;
        kind = 1U << noun->value;
    }
    char *rest = field[1];
    const char *one = next_part(&rest, '/');
    const char *many = rest != NULL ? rest : third_person(l->mem, one);
    lexicon_word *w = word_entry(l, one);
    w->nouns |= kind;
    if (cue != CLASS_NONE) w->cue = cue;
    w = word_entry(l, many);
    w->nouns |= kind;
    w->plural = true;
    if (cue != CLASS_NONE) w->cue = cue;
    return true;
}

static bool read_word_line(lexicon *l, char **field, int count) {
    if (count != 3) return false;
    const named *tag = lexicon_named(lexicon_tags, field[2]);
    if (tag == NULL) return false;
    word_entry(l, field[1])->tag = (read_tag)tag->value;
    return true;
}

static bool read_past_line(lexicon *l, char **field, int count) {
    if (count != 3) return false;
    const named *form = lexicon_named(lexicon_forms, field[2]);
    if (form == NULL) return false;
    lexicon_word *w = word_entry(l, field[1]);
    w->forms |= form->value;
    if (form->value == FORM_VBD) w->forms |= FORM_VBN;
    return true;
}

static bool read_flag_line(lexicon *l, char **field, int count) {
    if (count != 2) return false;
    lexicon_word *w = word_entry(l, field[1]);
    if (text_same(field[0], "time")) w->time = true;
    if (text_same(field[0], "abbr")) w->abbreviation = true;
    if (text_same(field[0], "outlet")) w->nouns |= 1U << NOUN_OUTLET;
    return true;
}

/* Words that only lists of the rules name: nothing is said of them, but a word
 * with an entry is found in a list by one look. */
static bool read_list_line(lexicon *l, char **field, int count) {
    if (count != 2) return false;
    for (char *part; (part = next_part(&field[1], ',')) != NULL;) {
        if (!is_full(l)) (void)word_entry(l, part);
    }
    return true;
}

static bool read_name_line(lexicon *l, char **field, int count) {
    if (count != 3) return false;
    bool she = text_same(field[2], "she");
    if (!she && !text_same(field[2], "he")) return false;
    lexicon_word *w = word_entry(l, field[1]);
    w->he = !she;
    w->she = she;
    return true;
}

/* "of+the+question" with blanks; "" for NULL. */
static const char *blanks(char *words) {
    for (char *c = words; c != NULL && *c != '\0'; c++) {
        if (*c == '+') *c = ' ';
    }
    return words != NULL ? words : "";
}

static void add_phrase(lexicon *l, const char *first, lexicon_phrase model) {
    if (is_full(l)) return;
    lexicon_word *w = word_entry(l, first);
    lexicon_phrase *p = ARENA_NEW(l->mem, lexicon_phrase);
    *p = model;
    p->next = w->phrases;
    w->phrases = p;
}

static bool read_mood_line(lexicon *l, char **field, int count) {
    const named *mood =
        count == 3 ? lexicon_named(lexicon_moods, field[2]) : NULL;
    if (mood == NULL) return false;
    read_mood value = (read_mood)mood->value;
    char *words = field[1];
    const char *first = next_part(&words, '+');
    if (words == NULL) {
        word_entry(l, first)->mood = value;
    } else {
        lexicon_phrase p = {
            .rest = blanks(words), .kind = WORDS_MOOD, .mood = value};
        add_phrase(l, first, p);
    }
    return true;
}

/* "deed live+with accept", "phrase off+the+table refuse who" */
static bool read_phrase_line(lexicon *l, char **field, int count) {
    if (count < 3 || count > 4) return false;
    const named *class = lexicon_named(lexicon_classes, field[2]);
    bool who = count == 4 && text_same(field[3], "who");
    if (class == NULL || (count == 4 && !who)) return false;
    char *rest = arena_copy(l->mem, field[1]);
    char *first = next_part(&rest, '+');
    if (first == NULL) return false;
    bool deed = text_same(field[0], "deed");
    lexicon_phrase p = {.rest = blanks(rest),
                        .kind = deed ? WORDS_DEED : WORDS_PHRASE,
                        .class = (read_class) class->value,
                        .who = who};
    add_phrase(l, first, p);
    if (deed) add_phrase(l, gerund_of(l->mem, first), p);
    return true;
}

static bool read_fields(lexicon *l, char **field, int count) {
    if (text_same(field[0], "verb")) return read_verb(l, field, count);
    if (text_same(field[0], "noun")) return read_noun_line(l, field, count);
    if (text_same(field[0], "word")) return read_word_line(l, field, count);
    if (text_same(field[0], "past")) return read_past_line(l, field, count);
    if (text_same(field[0], "list")) return read_list_line(l, field, count);
    if (text_same(field[0], "name")) return read_name_line(l, field, count);
    if (text_same(field[0], "mood")) return read_mood_line(l, field, count);
    if (text_same(field[0], "deed") || text_same(field[0], "phrase")) {
        return read_phrase_line(l, field, count);
    }
    if (text_same(field[0], "time") || text_same(field[0], "abbr") ||
        text_same(field[0], "outlet")) {
        return read_flag_line(l, field, count);
    }
    return false;
}

/* True if the line is empty or was understood. */
static bool read_line(lexicon *l, const char *bytes, size_t size) {
    enum { FIELDS = 6 };
    char *field[FIELDS];
    int count = 0;
    if (size > LINE_MOST || is_full(l)) return false;
    char *rest = arena_text(l->mem, bytes, size);
    char *comment = strchr(rest, '#');
    if (comment != NULL) *comment = '\0';
    while (rest != NULL) {
        while (isspace((unsigned char)*rest))
            rest++;
        if (*rest == '\0') break;
        if (count == FIELDS) return false;
        field[count++] = rest;
        while (*rest != '\0' && !isspace((unsigned char)*rest))
            rest++;
        if (*rest != '\0') *rest++ = '\0';
    }
    return count == 0 || read_fields(l, field, count);
}

static void read_lines(lexicon *l, const source_text *text, parley_diags *d) {
    for (size_t i = 0; i < text->line_count; i++) {
        size_t size;
        const char *bytes = source_line(text, i, &size);
        if (read_line(l, bytes, size)) continue;
        span at = {text, text->line_begin[i], text->line_begin[i] + size};
        diag_error(d, at, "read/lexicon-line", "this line is not an entry");
        diag_hint(d, "verb LEMMA FORMS CLASS FRAMES, noun WORD CLASS, word "
                     "WORD TAG, time WORD, outlet NAME, abbr WORD, mood WORDS "
                     "MOOD, deed WORDS CLASS, phrase WORDS CLASS");
    }
}

const lexicon *lexicon_new(const source_text *more, arena *mem,
                           parley_diags *d) {
    lexicon *l = ARENA_NEW(mem, lexicon);
    l->mem = mem;
    l->words = ARENA_ARRAY(mem, lexicon_word, WORDS_MOST + 8);
    l->slots = ARENA_ARRAY(mem, lexicon_slot, SLOTS);
    l->count = 1;
    l->words[0].text = "";
    read_lines(
        l, source_new(mem, "lexicon", lexicon_data, strlen(lexicon_data)), d);
    if (more != NULL) read_lines(l, more, d);
    return l;
}
