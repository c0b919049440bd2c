/* SPDX-License-Identifier: Apache-2.0
 * What hangs on a word of contact.
 *
 * From the verb or noun on the words are walked over phrase by phrase: an
 * object, then phrases behind prepositions in any order ("met in Byr on Monday
 * for two hours with the elders"), dates and adverbs between. Of each
 * preposition the first phrase counts. A purpose ("to discuss"), a clause, a
 * participle or a stop ends the walk; a comma does so too unless a date stands
 * between two ("met, on Monday, with") or a preposition of people follows. */
#include "read/contact_int.h"
#include "read/phrase_int.h"

/* Where a phrase with its "of" ends: "the heads of the unions"; i: none. */
static int over_phrase(const read_unit *u, int i) {
    read_range core = phrase_core(u, i);
    while (!range_empty(core) && unit_is(u, core.last, "of")) {
        read_range of = phrase_core(u, core.last + 1);
        if (range_empty(of)) break;
        core.last = of.last;
    }
    return range_empty(core) ? i : core.last;
}

/* Where the list of phrases from i on ends: "A, B and C of D". */
static int over_phrases(const read_unit *u, int i) {
    enum { LONG = 8 };
    int end = over_phrase(u, i);
    for (int round = 0; end > i && round < LONG; round++) {
        int next = end;
        if (unit_tag(u, next) == TAG_COMMA) next++;
        if (unit_tag(u, next) == TAG_CONJ) next++;
        int more = next > end ? over_phrase(u, next) : next;
        bool comma = next == end + 1 && unit_tag(u, end) == TAG_COMMA;
        bool listed = more > next && !unit_finite(u, more) &&
                      skip_date(u, next) == next &&
                      (!comma || unit_tag(u, more) == TAG_COMMA ||
                       unit_tag(u, more) == TAG_CONJ);
        if (!listed) break;
        end = more;
    }
    return end;
}

/* "by phone", "on the telephone", "via video link": a means, nobody. */
static int over_means(const read_unit *u, int i) {
    int k = unit_is(u, i, "the") || unit_is(u, i, "a") ? i + 1 : i;
    if (unit_is_any(u, k, "satellite conference secure")) k++;
    if (!unit_is_any(u, k,
                     "phone telephone video videolink e-mail email "
                     "letter person")) {
        return i;
    }
    return unit_is_any(u, k + 1, "link conference call") ? k + 2 : k + 1;
}

static void note(int *slot, int i) {
    if (*slot == 0) *slot = i;
}

/* The slot of the preposition at i; NULL: it has none but may be passed. */
static int *slot_of(const read_unit *u, int i, contact_args *a) {
    if (unit_is(u, i, "with") || unit_is(u, i, "alongside")) return &a->with;
    if (unit_tag(u, i) == TAG_TO || unit_is(u, i, "into")) return &a->to;
    if (unit_is(u, i, "from")) return &a->from;
    if (unit_is_any(u, i, "between among")) return &a->between;
    if (unit_is(u, i, "by")) return &a->by;
    if (unit_is(u, i, "of")) return &a->of;
    if (unit_is(u, i, "for")) return &a->whom;
    if (unit_is_any(u, i, "in at on")) return &a->at;
    return NULL;
}

/* ", with Ruo in the chair", ", on Monday, in Byr" */
static bool comma_goes_on(const read_unit *u, int i) {
    int next = i + 1;
    if (unit_is_any(u, next, "with between in at")) {
        return !unit_has_finite(u, next, next + 3);
    }
    int date = skip_date(u, next);
    return date > next && unit_tag(u, date) == TAG_COMMA;
}

/* "by phone", "in person": no phrase of people. */
static bool is_preposition(const read_unit *u, int i) {
    read_tag tag = unit_tag(u, i);
    if (tag == TAG_TO) return unit_tag(u, i + 1) != TAG_VB;
    return tag == TAG_PREP;
}

/* Past the phrase of the preposition at i, which is noted. */
static int over_preposition(const read_unit *u, int i, contact_args *a) {
    int means = over_means(u, i + 1);
    if (means > i + 1) return means;
    int *slot = slot_of(u, i, a);
    read_contact sides = {.who_count = 0};
    int end = slot == &a->between ? people_between(u, i + 1, &sides)
                                  : over_phrases(u, i + 1);
    if (slot != NULL && end > i + 1) note(slot, i + 1);
    return end > i + 1 ? end : i;
}

/* "(Mr Muskie)": past it. */
static int over_brackets(const read_unit *u, int i) {
    enum { SHORT = 8 };
    for (int k = i + 1; unit_tag(u, i) == TAG_LEFT && k < i + SHORT; k++) {
        if (unit_tag(u, k) == TAG_RIGHT) return k + 1;
    }
    return i;
}

/* One step of the walk; where it ends, or i. */
static int step(const read_unit *u, int i, contact_args *a, bool first) {
    read_tag tag = unit_tag(u, i);
    int date = skip_date(u, i);
    if (date > i) return date;
    if (tag == TAG_LEFT) return over_brackets(u, i);
    if (tag == TAG_ADV || tag == TAG_OPEN) return i + 1;
    bool facing =
        unit_is_any(u, i, "face one") && unit_is_any(u, i + 1, "to on");
    if (facing && unit_is_any(u, i + 2, "face one")) return i + 3;
    if (tag == TAG_COMMA) return comma_goes_on(u, i) ? i + 1 : i;
    bool joined = tag == TAG_CONJ && is_preposition(u, i + 1);
    if (joined || unit_is_any(u, i, "first again")) return i + 1;
    if (is_preposition(u, i)) return over_preposition(u, i, a);
    bool late = range_empty(a->object) && tag == TAG_DET; /* "received at
                                                     his house the head of" */
    if ((!first && !late) || unit_finite(u, i)) return i;
    a->object = (read_range){i, over_phrase(u, i)};
    if (range_empty(a->object)) return i;
    /* "an envoy, Renzo Albi, to Calder" */
    int named = phrase_apposition(u, a->object);
    bool goes_on = named > a->object.last && unit_tag(u, named) == TAG_COMMA &&
                   is_preposition(u, named + 1);
    return goes_on ? named + 1 : over_phrases(u, i);
}

contact_args contact_args_from(const read_unit *u, int i) {
    enum { STEPS = 12 };
    contact_args a = {.end = i};
    bool face = unit_is(u, i - 1, "face") && unit_is(u, i, "to");
    if (face) i += 2; /* "came face to face with" */
    bool first = true;
    for (int round = 0; round < STEPS && i < u->last; round++) {
        int next = step(u, i, &a, first);
        if (next == i) break;
        if (!range_empty(a.object) || is_preposition(u, i)) first = false;
        i = next;
    }
    a.end = i;
    return a;
}
