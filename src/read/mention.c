/* SPDX-License-Identifier: Apache-2.0
 * Mentions: what a noun phrase says of who it means.
 *
 * The name (capitals at the end of its core), the head, the affiliation (an
 * of/with/from phrase, a possessive, or the words before a role: "a State
 * Department official"), the office by role, whether anybody is named, how
 * many. */
#include "read/mention.h"

read_span unit_span(const read_unit *u, read_range r) {
    if (range_empty(r)) return (read_span){0, 0};
    const read_token *t = u->p->tokens;
    return (read_span){t[r.first].begin, t[r.last - 1].end};
}

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

/* What a given name says. */
static speaker_gender gender_of_name(const read_unit *u, read_range name) {
    if (name.last - name.first < 2) return GENDER_UNKNOWN;
    const lexicon_word *w = unit_word(u, name.first);
    if (w->he || w->she) return w->he ? GENDER_HE : GENDER_SHE;
    return GENDER_UNKNOWN;
}

static speaker_gender gender_of(const read_unit *u, read_range r,
                                read_range name) {
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
    return gender_of_name(u, name);
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

speaker_mention mention_of(const read_unit *u, read_range phrase) {
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
    m.gender = gender_of(u, whole, name);
    if (grouped) m.gender = GENDER_UNKNOWN;
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
