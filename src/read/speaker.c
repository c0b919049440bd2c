/* SPDX-License-Identifier: Apache-2.0
 * Speakers: what a noun phrase says of who speaks, and whom "he", "the
 * diplomat" or a last name stand for.
 *
 * From the phrase: the name (capitals at the end of its core), the head, the
 * affiliation (an of/with/from phrase, a possessive, or the words before a
 * role: "a State Department official"), the office by role, whether anybody is
 * named, how many. The last few dozen mentions are remembered. "he" and "she"
 * are the latest person that can be meant, those who spoke first; "it" the
 * latest institution, "they" the latest group or plural; a last name its full
 * name; "the diplomat" the latest with that noun. "a", "another", "a second"
 * open somebody new, and unnamed sources are never taken for one another. What
 * is resolved so is a guess and marked as one. */
#include "read/speaker.h"

#include <string.h>

read_span unit_span(const read_unit *u, read_range r) {
    if (range_empty(r)) return (read_span){0, 0};
    const read_token *t = u->p->tokens;
    return (read_span){t[r.first].begin, t[r.last - 1].end};
}

static bool span_empty(read_span s) { return s.end <= s.begin; }

/* --- What the phrase says --- */

static bool is_name_word(const read_unit *u, int i) {
    return unit_tag(u, i) == TAG_PROPER;
}

static bool is_title(const read_unit *u, int i) {
    const lexicon_word *w = unit_word(u, i);
    bool role = unit_noun(u, i, NOUN_ROLE) || unit_noun(u, i, NOUN_PERSON);
    return role || (w->abbreviation && !w->time) ||
           unit_is_any(u, i,
                       "mr ms mrs miss dame sir lord lady chief prime "
                       "foreign deputy vice senior state president-elect "
                       "secretary-general");
}

/* The name at the end of the core: capitals behind the last title. */
static read_range name_of(const read_unit *u, read_range core, int head) {
    if (!is_name_word(u, head) || is_title(u, head) ||
        unit_noun(u, head, NOUN_GROUP)) {
        return (read_range){0, 0};
    }
    int first = head;
    while (first > core.first && is_name_word(u, first - 1) &&
           !is_title(u, first - 1) &&
           unit_tag(u, first - 1) != TAG_APOSTROPHE) {
        first--;
    }
    return (read_range){first, head + 1};
}

static bool leads(const read_unit *u, read_range r) {
    for (int i = r.first; i < r.last; i++) {
        if (unit_is_any(u, i,
                        "president minister premier chancellor king queen "
                        "prince leader chief secretary chair chairman "
                        "chairwoman commander governor mayor boss head "
                        "secretary-general executive pope chairperson "
                        "director general")) {
            return true;
        }
    }
    return false;
}

static bool any_noun(const read_unit *u, read_range r, read_noun kind) {
    for (int i = r.first; i < r.last; i++) {
        if (unit_noun(u, i, kind)) return true;
    }
    return false;
}

static speaker_gender gender_of(const read_unit *u, read_range r) {
    for (int i = r.first; i < r.last; i++) {
        if (unit_tag(u, i) == TAG_POSS && r.last > r.first + 1) continue;
        if (unit_is_any(u, i,
                        "mr mr. sir king prince lord chairman spokesman "
                        "congressman man father son brother husband he "
                        "his archbishop bishop pope")) {
            return GENDER_HE;
        }
        if (unit_is_any(u, i,
                        "ms ms. mrs mrs. miss dame queen lady chairwoman "
                        "spokeswoman congresswoman woman mother daughter "
                        "sister wife she her")) {
            return GENDER_SHE;
        }
    }
    return GENDER_UNKNOWN;
}

/* "an official with [the PA]", "[Brannoch]'s minister", "a [State Department]
 * official". */
static read_span affiliation(const read_unit *u, read_range phrase,
                             read_range core, int head, read_range name) {
    if (core.last < phrase.last &&
        unit_is_any(u, core.last, "of with from for at in")) {
        return unit_span(u, (read_range){core.last + 1, phrase.last});
    }
    int role = -1;
    int last = range_empty(name) ? head + 1 : name.first;
    for (int i = core.first; i < last; i++) {
        if (unit_tag(u, i) == TAG_APOSTROPHE) {
            return unit_span(u, (read_range){core.first, i});
        }
        if (role < 0 && unit_noun(u, i, NOUN_ROLE)) role = i;
    }
    int first = core.first;
    while (first < role && !is_name_word(u, first))
        first++;
    while (role > first &&
           (is_title(u, role - 1) || unit_tag(u, role - 1) == TAG_ADJ)) {
        role--;
    }
    if (role > first) return unit_span(u, (read_range){first, role});
    return (read_span){0, 0};
}

static bool is_plural(const read_unit *u, read_range phrase, int head) {
    if (unit_word(u, head)->plural) return true;
    if (unit_is_any(u, phrase.first,
                    "they both several many two three four "
                    "some these those")) {
        return true;
    }
    for (int i = head + 1; i < phrase.last; i++) {
        if (unit_tag(u, i) == TAG_CONJ) return true;
    }
    const read_token *t = &u->p->tokens[head];
    bool s = u->p->bytes[t->end - 1] == 's' && t->end - t->begin > 3;
    return s && unit_tag(u, head) == TAG_NOUN;
}

static speaker_mention mention_of(const read_unit *u, read_range phrase) {
    read_range core = phrase_core(u, phrase.first);
    if (range_empty(core) || core.last > phrase.last) core = phrase;
    int head = phrase_head(u, phrase);
    read_range name = name_of(u, core, head);
    read_range whole = core, described = phrase;
    int comma = core.last;
    while (comma < phrase.last && unit_tag(u, comma) != TAG_COMMA)
        comma++;
    if (comma < phrase.last) { /* "its secretary, Dov Maras" */
        name = phrase_core(u, comma + 1);
        if (comma == core.last) whole.last = phrase.last;
        described.last = comma;
    }
    speaker_mention m = {.at = unit_span(u, phrase),
                         .name = unit_span(u, name),
                         .head = unit_span(u, (read_range){head, head + 1})};
    bool person =
        unit_noun(u, head, NOUN_ROLE) || unit_noun(u, head, NOUN_PERSON) ||
        (any_noun(u, whole, NOUN_ROLE) && !unit_noun(u, head, NOUN_GROUP));
    m.person = person;
    for (int i = whole.first; i < whole.last; i++) {
        if (is_title(u, i) && !unit_noun(u, head, NOUN_GROUP)) person = true;
    }
    bool article = unit_tag(u, core.first) == TAG_DET ||
                   unit_tag(u, core.first) == TAG_POSS ||
                   unit_is(u, core.first, "the");
    bool two = name.last - name.first >= 2;
    bool grouped = unit_noun(u, head, NOUN_GROUP) ||
                   unit_noun(u, head, NOUN_DOCUMENT) ||
                   unit_noun(u, head, NOUN_OUTLET);
    m.group = !person && (grouped || article || !two);
    if (!person && !grouped && !article && !range_empty(name)) {
        m.group = false; /* "Voss", "Washington": can't be told apart */
    }
    m.plural = is_plural(u, phrase, head);
    m.unnamed = range_empty(name) && person;
    m.gender = gender_of(u, whole);
    m.of = affiliation(u, described, core, head, name);
    m.office = m.unnamed && !leads(u, whole) &&
                       unit_tag(u, core.first) != TAG_POSS &&
                       !unit_is_any(u, head,
                                    "spokesman spokeswoman "
                                    "spokesperson")
                   ? CASE_UNNAMED
                   : CASE_OFFICIAL;
    if (!m.group && !m.unnamed && leads(u, whole)) m.office = CASE_LEADER;
    return m;
}

/* --- Who is meant --- */

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
    (void)m;
    (void)asked;
    return s->plural || s->group;
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
    if (s->of.begin > said.begin && s->of.end > s->of.begin) {
        said.end = s->of.begin;
    }
    return s->group == asked->group && s->plural == asked->plural &&
           has_word(m, said, asked->head);
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

/* "he": who surely is a person goes before a bare name ("Corvane"), which goes
 * before who was only spoken of. */
static const speaker_mention *find_person(const speaker_memory *m,
                                          const speaker_mention *asked) {
    enum { LATELY = 5 };
    const speaker_mention *s = find_within(m, fits_sure_person, asked, LATELY);
    if (s == NULL) s = find_within(m, fits_aside, asked, LATELY);
    if (s == NULL) s = find_mention(m, fits_person, asked);
    return s;
}

const speaker_mention *speaker_person(const speaker_memory *m) {
    const speaker_mention anybody = {.gender = GENDER_UNKNOWN};
    return find_person(m, &anybody);
}

static bool is_definite(const read_unit *u, read_range phrase) {
    return unit_is_any(u, phrase.first, "the this that");
}

static const speaker_mention *resolve(const speaker_memory *m,
                                      const read_unit *u, read_range phrase,
                                      const speaker_mention *asked) {
    int i = phrase.first;
    if (unit_tag(u, i) == TAG_PRON || unit_tag(u, i) == TAG_OBJ) {
        if (unit_is_any(u, i, "he she him")) {
            return find_person(m, asked);
        }
        if (unit_is(u, i, "it")) return find_mention(m, fits_thing, asked);
        if (unit_is(u, i, "they")) return find_mention(m, fits_many, asked);
        return NULL;
    }
    if (unit_tag(u, i) == TAG_POSS && phrase.last == phrase.first + 1) {
        return unit_is(u, i, "its") ? find_mention(m, fits_thing, asked)
                                    : find_person(m, asked);
    }
    if (!span_empty(asked->name)) return find_mention(m, fits_name, asked);
    if (is_definite(u, phrase) && span_empty(asked->of)) {
        return find_mention(m, fits_noun, asked);
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

void speaker_note(speaker_memory *m, const read_unit *u, read_range phrase) {
    speaker_mention here = mention_of(u, phrase);
    if (span_empty(here.name) || find_mention(m, fits_name, &here) != NULL) {
        return;
    }
    here.aside = true;
    remember(m, here);
}

read_speaker speaker_resolve(const speaker_memory *m, const read_unit *u,
                             read_range phrase) {
    speaker_mention here = mention_of(u, phrase);
    const speaker_mention *found = resolve(m, u, phrase, &here);
    read_speaker out = {.at = here.at, .head = here.head};
    if (found != NULL) out.is = found->at;
    return out;
}
