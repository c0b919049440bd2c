/* SPDX-License-Identifier: Apache-2.0
 * Speakers: whom "he", "the diplomat" or a last name stand for.
 *
 * The last few dozen mentions are remembered. "he" and "she" are the latest
 * person that can be meant, those who spoke first; "it" the latest institution,
 * "they" the latest group or plural; a last name its full name; "the diplomat"
 * the latest with that noun. "a", "another", "a second" open somebody new, and
 * unnamed sources are never taken for one another. What is resolved so is a
 * guess and marked as one. */
#include <string.h>

#include "read/mention.h"

static const speaker_mention *recent(const speaker_memory *m, int back) {
    if (back >= m->count) return NULL;
    int i = (m->next - 1 - back + 2 * SPEAKER_MEMORY) % SPEAKER_MEMORY;
    return &m->ring[i];
}

static bool same_bytes(const speaker_memory *m, read_span a, read_span b) {
    size_t size = a.end - a.begin;
    return size == b.end - b.begin &&
           memcmp(m->bytes + a.begin, m->bytes + b.begin, size) == 0;
}

/* The same words: "The union", "the union". */
static bool same_letters(const speaker_memory *m, read_span a, read_span b) {
    size_t size = a.end - a.begin;
    if (size != b.end - b.begin) return false;
    for (size_t i = 0; i < size; i++) {
        if (lexicon_lower((unsigned char)m->bytes[a.begin + i]) !=
            lexicon_lower((unsigned char)m->bytes[b.begin + i])) {
            return false;
        }
    }
    return true;
}

/* b's last word is a's. */
static bool same_last(const speaker_memory *m, read_span a, read_span b) {
    size_t size = a.end - a.begin;
    if (span_empty(b) || b.end - b.begin <= size) return false;
    return m->bytes[b.end - size - 1] == ' ' &&
           memcmp(m->bytes + b.end - size, m->bytes + a.begin, size) == 0;
}

/* Is `word` (lower case) one of the words of the phrase? */
static bool has_word(const speaker_memory *m, read_span phrase,
                     read_span word) {
    size_t size = word.end - word.begin;
    for (size_t i = phrase.begin; i + size <= phrase.end; i++) {
        size_t k = 0;
        while (k < size &&
               lexicon_lower((unsigned char)m->bytes[i + k]) ==
                   lexicon_lower((unsigned char)m->bytes[word.begin + k])) {
            k++;
        }
        bool begins = i == phrase.begin || m->bytes[i - 1] == ' ' ||
                      m->bytes[i - 1] == '-';
        bool ends = i + size == phrase.end || m->bytes[i + size] == ' ' ||
                    m->bytes[i + size] == ',' || m->bytes[i + size] == '-';
        if (k == size && begins && ends) return true;
    }
    return false;
}

/* Is it the plural of one of the words of the phrase? */
static bool has_stem(const speaker_memory *m, read_span phrase,
                     read_span word) {
    size_t size = word.end - word.begin;
    for (size_t i = phrase.begin; i + size < phrase.end; i++) {
        bool begins = i == phrase.begin || m->bytes[i - 1] == ' ';
        bool same =
            begins && memcmp(m->bytes + i, m->bytes + word.begin, size) == 0;
        if (same && m->bytes[i + size] == 's') return true;
    }
    return false;
}

static bool agrees(const speaker_mention *s, speaker_gender gender) {
    return s->gender == GENDER_UNKNOWN || gender == GENDER_UNKNOWN ||
           s->gender == gender;
}

typedef bool (*fits)(const speaker_memory *m, const speaker_mention *s,
                     const speaker_mention *asked);

static bool fits_person(const speaker_memory *m, const speaker_mention *s,
                        const speaker_mention *asked) {
    (void)m;
    return !s->group && !s->plural && !s->aside && agrees(s, asked->gender);
}

static bool fits_sure_person(const speaker_memory *m, const speaker_mention *s,
                             const speaker_mention *asked) {
    return fits_person(m, s, asked) &&
           (s->person || s->gender != GENDER_UNKNOWN);
}

/* Surely the man or woman that "he" or "she" asks for. */
static bool fits_gender(const speaker_memory *m, const speaker_mention *s,
                        const speaker_mention *asked) {
    return fits_person(m, s, asked) && s->gender == asked->gender &&
           s->gender != GENDER_UNKNOWN && s->at.begin != asked->at.begin;
}

static bool fits_aside(const speaker_memory *m, const speaker_mention *s,
                       const speaker_mention *asked) {
    (void)m;
    return s->aside && !s->plural && agrees(s, asked->gender);
}

static bool fits_thing(const speaker_memory *m, const speaker_mention *s,
                       const speaker_mention *asked) {
    (void)m;
    (void)asked;
    return !s->plural && (s->group || (span_empty(s->of) && !s->unnamed &&
                                       s->gender == GENDER_UNKNOWN));
}

static bool fits_many(const speaker_memory *m, const speaker_mention *s,
                      const speaker_mention *asked) {
    static const char voice[] = "spokesperson";
    enum { VOICE = sizeof voice - 1 };
    (void)asked;
    bool one = s->head.end - s->head.begin == VOICE &&
               memcmp(m->bytes + s->head.begin, voice, VOICE) == 0;
    return s->plural || s->group || (one && s->unnamed);
}

static bool fits_name(const speaker_memory *m, const speaker_mention *s,
                      const speaker_mention *asked) {
    return same_last(m, asked->name, s->name) ||
           (same_bytes(m, asked->name, s->name) &&
            s->at.end - s->at.begin > asked->at.end - asked->at.begin);
}

static bool fits_noun(const speaker_memory *m, const speaker_mention *s,
                      const speaker_mention *asked) {
    read_span said = s->at; /* but not what the phrase is "of" or "with" */
    if (s->of.begin > s->head.begin && s->of.end > s->of.begin) {
        said.end = s->of.begin;
    }
    return s->group == asked->group && s->plural == asked->plural &&
           (has_word(m, said, asked->head) ||
            (!span_empty(s->role) && has_word(m, s->role, asked->head)));
}

/* The same name, known to be no person's. */
static bool fits_owner(const speaker_memory *m, const speaker_mention *s,
                       const speaker_mention *asked) {
    return s->group && same_bytes(m, asked->name, s->name);
}

/* "the official": one of "two officials". */
static bool fits_one_of(const speaker_memory *m, const speaker_mention *s,
                        const speaker_mention *asked) {
    return !asked->plural && s->plural && !s->group &&
           has_stem(m, s->at, asked->head);
}

static bool fits_plural(const speaker_memory *m, const speaker_mention *s,
                        const speaker_mention *asked) {
    (void)m;
    (void)asked;
    return s->plural;
}

/* "the company": a name that is no person's. */
static bool fits_name_of_thing(const speaker_memory *m,
                               const speaker_mention *s,
                               const speaker_mention *asked) {
    (void)m;
    (void)asked;
    return !s->plural && !s->person && s->gender == GENDER_UNKNOWN &&
           !span_empty(s->name);
}

static const speaker_mention *find_within(const speaker_memory *m, fits fit,
                                          const speaker_mention *asked,
                                          int most) {
    for (int i = 0; i < m->count && i < most; i++) {
        const speaker_mention *s = recent(m, i);
        if (fit(m, s, asked)) return s;
    }
    return NULL;
}

/* The latest that fits. */
static const speaker_mention *find_mention(const speaker_memory *m, fits fit,
                                           const speaker_mention *asked) {
    return find_within(m, fit, asked, SPEAKER_MEMORY);
}

/* "he": the subject just before, if it can be a person; else who surely is one
 * goes before a bare name ("Corvane"), which goes before who was only spoken
 * of. */
static const speaker_mention *find_person(const speaker_memory *m,
                                          const speaker_mention *asked) {
    enum { LATELY = 5 };
    const speaker_mention *s = find_within(m, fits_person, asked, 1);
    if (s == NULL) s = find_within(m, fits_sure_person, asked, LATELY);
    if (s == NULL) s = find_within(m, fits_aside, asked, LATELY);
    if (s == NULL) s = find_mention(m, fits_person, asked);
    return s;
}

/* Surely a person, and not the one who is asked about. */
static bool fits_other(const speaker_memory *m, const speaker_mention *s,
                       const speaker_mention *asked) {
    return s->at.begin != asked->at.begin && fits_sure_person(m, s, asked);
}

/* "his lawyer", "its spokesman": whose; NULL: the phrase names somebody. */
static const speaker_mention *find_owner(const speaker_memory *m,
                                         const read_unit *u, read_range phrase,
                                         const speaker_mention *here) {
    bool owned = unit_tag(u, phrase.first) == TAG_POSS &&
                 phrase.last > phrase.first + 1 && span_empty(here->name);
    if (!owned) return NULL;
    speaker_mention asked = {.at = here->at};
    if (unit_is(u, phrase.first, "his")) asked.gender = GENDER_HE;
    if (unit_is(u, phrase.first, "her")) asked.gender = GENDER_SHE;
    if (asked.gender != GENDER_UNKNOWN) {
        const speaker_mention *s = find_mention(m, fits_gender, &asked);
        return s != NULL ? s : find_mention(m, fits_other, &asked);
    }
    return unit_is(u, phrase.first, "its") ? find_mention(m, fits_thing, &asked)
                                           : NULL;
}

const speaker_mention *speaker_person(const speaker_memory *m) {
    const speaker_mention anybody = {.gender = GENDER_UNKNOWN};
    return find_person(m, &anybody);
}

read_span speaker_first(const speaker_memory *m) {
    const speaker_mention anybody = {.gender = GENDER_UNKNOWN};
    for (int i = m->count - 1; i >= 0; i--) {
        const speaker_mention *s = recent(m, i);
        bool named = !s->group && !s->plural && !span_empty(s->name);
        if (named &&
            (s->person || fits_sure_person(m, s, &anybody) || s->aside))
            return s->at;
    }
    return (read_span){0, 0};
}

static bool is_definite(const read_unit *u, read_range phrase) {
    return unit_is_any(u, phrase.first, "the this that");
}

static const speaker_mention *resolve(const speaker_memory *m,
                                      const read_unit *u, read_range phrase,
                                      const speaker_mention *asked) {
    int i = phrase.first;
    if (unit_tag(u, i) == TAG_PRON || unit_tag(u, i) == TAG_OBJ) {
        if (unit_is_any(u, i, "he she him her")) {
            return find_person(m, asked);
        }
        if (unit_is(u, i, "it")) return find_mention(m, fits_thing, asked);
        if (unit_is_any(u, i, "they them"))
            return find_mention(m, fits_many, asked);
        return NULL;
    }
    if (unit_tag(u, i) == TAG_POSS && phrase.last == phrase.first + 1) {
        return unit_is(u, i, "its") ? find_mention(m, fits_thing, asked)
                                    : find_person(m, asked);
    }
    if (!span_empty(asked->name)) {
        const speaker_mention *s = find_mention(m, fits_name, asked);
        return s != NULL ? s : find_mention(m, fits_owner, asked);
    }
    if (is_definite(u, phrase) && span_empty(asked->of)) {
        const speaker_mention *s = find_mention(m, fits_noun, asked);
        if (s == NULL) s = find_mention(m, fits_one_of, asked);
        bool firm = unit_is_any(u, phrase_head(u, phrase),
                                "company firm group bank carrier operator");
        return s == NULL && firm ? find_mention(m, fits_name_of_thing, asked)
                                 : s;
    }
    if (unit_is_any(u, i, "one another") && unit_is(u, i + 1, "of") &&
        unit_is(u, i + 2, "them")) {
        return find_mention(m, fits_plural, asked);
    }
    return NULL;
}

static void remember(speaker_memory *m, speaker_mention s) {
    m->ring[m->next] = s;
    m->next = (m->next + 1) % SPEAKER_MEMORY;
    if (m->count < SPEAKER_MEMORY) m->count++;
}

static bool is_pronoun(const read_unit *u, read_range phrase) {
    read_tag tag = unit_tag(u, phrase.first);
    return tag == TAG_PRON || tag == TAG_OBJ ||
           (tag == TAG_POSS && phrase.last == phrase.first + 1);
}

/* "Lindsey Crake, a [midwife] of twenty years": what the apposition says. */
static read_span role_behind(const read_unit *u, read_range phrase) {
    int i = phrase.last;
    bool described =
        unit_tag(u, i + 1) == TAG_DET || unit_noun(u, i + 1, NOUN_ROLE);
    bool opens = unit_tag(u, i) == TAG_COMMA && described &&
                 unit_tag(u, phrase_head(u, phrase)) == TAG_PROPER;
    read_range core = opens ? phrase_core(u, i + 1) : (read_range){0, 0};
    if (range_empty(core)) return (read_span){0, 0};
    return unit_span(u, (read_range){core.last - 1, core.last});
}

read_speaker speaker_describe(speaker_memory *m, const read_unit *u,
                              read_range phrase, bool spoke) {
    speaker_mention here = mention_of(u, phrase), known = here;
    read_speaker out = {.at = here.at, .head = here.head};
    const speaker_mention *found = resolve(m, u, phrase, &here);
    bool pronoun = is_pronoun(u, phrase);
    if (found != NULL) {
        known = *found;
        if (!same_letters(m, found->at, here.at)) out.is = found->at;
        if (known.gender == GENDER_UNKNOWN) known.gender = here.gender;
        if (span_empty(known.of)) known.of = here.of;
    }
    const speaker_mention *owner =
        found == NULL ? find_owner(m, u, phrase, &here) : NULL;
    if (owner != NULL) {
        out.is = owner->at;
        out.owned = true;
    }
    if (span_empty(known.role)) known.role = role_behind(u, phrase);
    known.aside = false;
    known.spoke = spoke || (found != NULL && found->spoke);
    out.of = known.of;
    out.office = known.office;
    out.unnamed = known.unnamed;
    out.several = known.plural;
    out.group = known.group;
    out.person = known.person || known.gender != GENDER_UNKNOWN;
    if (found == NULL && pronoun) {
        out.unnamed = true;
        out.office = CASE_UNNAMED;
        return out;
    }
    remember(m, known);
    return out;
}

/* "[Melloria]'s energy minister, Sorcha Pym": no person's name. */
static void note_owner(speaker_memory *m, const read_unit *u,
                       read_range phrase) {
    for (int i = phrase.first + 1; i < phrase.last; i++) {
        if (unit_tag(u, i) != TAG_APOSTROPHE) continue;
        bool one =
            i == phrase.first + 1 && unit_tag(u, phrase.first) == TAG_PROPER &&
            (unit_noun(u, i + 1, NOUN_ROLE) || unit_noun(u, i + 2, NOUN_ROLE));
        if (!one) return;
        speaker_mention owner = mention_of(u, (read_range){phrase.first, i});
        if (find_mention(m, fits_name, &owner) != NULL) return;
        owner.group = owner.aside = true;
        remember(m, owner);
        return;
    }
}

void speaker_note(speaker_memory *m, const read_unit *u, read_range phrase) {
    note_owner(m, u, phrase);
    speaker_mention here = mention_of(u, phrase);
    if (span_empty(here.name) || find_mention(m, fits_name, &here) != NULL) {
        return;
    }
    here.aside = true;
    remember(m, here);
}

/* Somebody else than `not`, by the last name. */
static bool is_other(const speaker_memory *m, const speaker_mention *s,
                     read_span not ) {
    return !same_letters(m, s->at, not ) && !same_last(m, s->name, not ) &&
           !same_last(m, not, s->at) &&
           (span_empty(s->name) || !has_word(m, not, s->name));
}

/* The latest who surely is a person and no one of `not`; NULL: nobody. */
static const speaker_mention *find_besides(const speaker_memory *m,
                                           const speaker_mention *asked,
                                           read_span not ) {
    for (int i = 0; i < m->count; i++) {
        const speaker_mention *s = recent(m, i);
        if (fits_sure_person(m, s, asked) && is_other(m, s, not )) return s;
    }
    return NULL;
}

read_span speaker_besides(const speaker_memory *m, const read_unit *u,
                          read_range phrase, read_span not ) {
    speaker_mention asked = mention_of(u, phrase);
    const speaker_mention *s = find_besides(m, &asked, not );
    return s != NULL ? s->at : (read_span){0, 0};
}

bool speaker_pair(const speaker_memory *m, read_span pair[2]) {
    const speaker_mention anybody = {.gender = GENDER_UNKNOWN};
    const speaker_mention *last = find_mention(m, fits_sure_person, &anybody);
    if (last == NULL) return false;
    const speaker_mention *before = find_besides(m, &anybody, last->at);
    if (before == NULL) return false;
    pair[0] = before->at;
    pair[1] = last->at;
    return true;
}

read_speaker speaker_resolve(const speaker_memory *m, const read_unit *u,
                             read_range phrase) {
    speaker_mention here = mention_of(u, phrase);
    const speaker_mention *found = resolve(m, u, phrase, &here);
    read_speaker out = {.at = here.at, .head = here.head};
    if (found != NULL) out.is = found->at;
    return out;
}
