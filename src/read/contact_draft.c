/* SPDX-License-Identifier: Apache-2.0
 * Contacts as drafts: who a pronoun in them stands for, and in whose words they
 * are told. "I" and "we" are whoever says it; "us" without a speaker is the
 * reporter, whose talks are no contact. "The two", "both of them" and "they"
 * who meet are the last two who were told of together. What somebody denies is
 * left out. */
#include <string.h>
#include <strings.h>

#include "read/date.h"
#include "read/driver.h"

/* A contact, and whose words it is told in. */
typedef struct telling {
    reader *r;
    const read_unit *u;
    const read_contact *c;
    bool said; /* somebody says it */
    bool only; /* the sentence tells of no other contact */
    read_speaker by;
} telling;

typedef struct side {
    read_span at[READ_WHO];
    int count;
} side;

/* The claim that a contact stands in, or NULL; *number: which of the
 * sentence's. */
static const read_claim *told_in(const reader *r, const read_contact *c,
                                 int *number) {
    for (int i = 0; i < r->hunt.count; i++) {
        const read_claim *claim = &r->hunt.claims[i];
        bool inside = c->cue.first >= claim->parts[0].first &&
                      c->cue.first < claim->parts[claim->part_count - 1].last;
        *number = i;
        if (inside && !range_empty(claim->speaker)) return claim;
    }
    return NULL;
}

static read_span name_of(const read_speaker *s) {
    return s->is.end > s->is.begin ? s->is : s->at;
}

static bool same_text(const read_unit *u, read_span a, read_span b) {
    size_t size = a.end - a.begin;
    return size == b.end - b.begin &&
           strncasecmp(u->p->bytes + a.begin, u->p->bytes + b.begin, size) == 0;
}

static bool is_listed(const read_unit *u, read_span one, const side *list) {
    for (int i = 0; i < list->count; i++) {
        if (same_text(u, one, list->at[i])) return true;
    }
    return false;
}

/* Who a pronoun in a contact stands for, if that is known: nobody of the other
 * side. */
static read_span participant(const telling *t, read_range who,
                             const side *other) {
    const read_unit *u = t->u;
    if (t->said && unit_is_any(u, who.first, "i we me us my our you")) {
        return name_of(&t->by);
    }
    read_tag tag = unit_tag(u, who.first);
    bool single = who.last == who.first + 1 &&
                  (tag == TAG_PRON || tag == TAG_OBJ || tag == TAG_POSS);
    if (!single) return unit_span(u, who);
    read_speaker s = speaker_resolve(&t->r->memory, u, who);
    read_span is = name_of(&s);
    bool self = t->said && is.begin == name_of(&t->by).begin;
    bool heard = self && unit_quoted(u, who.first);
    if (!heard && !is_listed(u, is, other)) return is;
    read_span not = heard ? is : other->at[0];
    read_span besides = speaker_besides(&t->r->memory, u, who, not );
    return besides.end > 0 ? besides : unit_span(u, who);
}

/* "they visited us", "you met": the reporter, where nobody says it. */
static bool with_reporter(const telling *t) {
    const read_contact *c = t->c;
    bool us = false;
    for (int i = 0; i < c->with_count; i++)
        us = us || unit_is_any(t->u, c->with[i].first, "us me you");
    for (int i = 0; i < c->who_count; i++)
        us = us || unit_is_any(t->u, c->who[i].first, "i we you");
    return us && !t->said;
}

/* "the two", "both of them", "the pair": exactly two. */
static bool means_two(const read_unit *u, read_range who) {
    int i = unit_is(u, who.first, "the") ? who.first + 1 : who.first;
    if (!unit_is_any(u, i, "two both pair")) return false;
    bool them =
        unit_is(u, i + 1, "of") && unit_is_any(u, i + 2, "them us the these");
    return who.last == i + 1 || them;
}

/* Adds whom "the two" or "them" stand for: who last met, not long ago, and are
 * not on the other side; of two, else, the last two people. False: unknown. */
static bool add_together(const telling *t, bool two, const side *other,
                         side *to) {
    enum { LATELY = 4 };
    const reader *r = t->r;
    side found = {.count = 0};
    bool lately = r->sentences - r->met_at <= LATELY;
    for (int i = 0; lately && i < r->met_count; i++) {
        if (!is_listed(t->u, r->met[i], other)) {
            found.at[found.count++] = r->met[i];
        }
    }
    bool fits = two ? found.count == 2 : found.count > 1;
    if (!fits && two && speaker_pair(&r->memory, found.at)) {
        found.count = 2;
        fits = true;
    }
    for (int i = 0; fits && i < found.count && to->count < READ_WHO; i++)
        to->at[to->count++] = found.at[i];
    return fits;
}

static void add_side(const telling *t, const read_range *who, int count,
                     const side *other, side *to) {
    for (int i = 0; i < count; i++) {
        bool two = means_two(t->u, who[i]);
        bool many = unit_is_any(t->u, who[i].first, "they them") &&
                    t->c->who_count + t->c->with_count < 3;
        bool sure =
            unit_is(t->u, who[i].first, "them") || t->c->with_count == 0;
        if ((two || (many && sure)) && add_together(t, two, other, to)) {
            continue;
        }
        if (to->count == READ_WHO) return;
        to->at[to->count++] = participant(t, who[i], other);
    }
}

/* Those who are told of together may be "the two" or "them" later. */
static void note_together(reader *r, const side *who, const side *with) {
    r->met_count = 0;
    r->met_at = r->sentences;
    for (int i = 0; i < who->count; i++)
        r->met[r->met_count++] = who->at[i];
    for (int i = 0; i < with->count && r->met_count < READ_WHO; i++)
        r->met[r->met_count++] = with->at[i];
}

static void put_sides(const telling *t, read_draft *d) {
    side who = {.count = 0}, with = {.count = 0};
    add_side(t, t->c->who, t->c->who_count, &with, &who);
    add_side(t, t->c->with, t->c->with_count, &who, &with);
    memcpy(d->who, who.at, sizeof d->who);
    memcpy(d->with, with.at, sizeof d->with);
    d->who_count = who.count;
    d->with_count = with.count;
    note_together(t->r, &who, &with);
}

/* "will meet", "are due to", "a meeting is set for": it is arranged. */
static bool is_to_come(const read_unit *u, const read_contact *c) {
    enum { NEAR = 8 };
    bool noun = strcmp(c->rule, "contact-noun") == 0;
    int first = noun ? c->cue.first - NEAR : c->cue.first;
    int last = noun ? c->cue.last + NEAR : c->cue.last;
    for (int i = first; i < last; i++) {
        if (unit_is_any(u, i, "will 'll due set scheduled slated")) return true;
        if (!noun && unit_tag(u, i) == TAG_TO) return true;
    }
    return false;
}

static void draft_contact(const telling *t) {
    const read_contact *c = t->c;
    if (with_reporter(t)) return;
    read_draft *d = reader_draft(t->r);
    d->kind = c->kind;
    d->rule = c->rule;
    d->confidence = 0.7;
    d->verb = c->lemma;
    d->cue = unit_span(t->u, c->cue);
    put_sides(t, d);
    d->place = unit_span(t->u, c->place);
    read_range date = date_of(t->u, c->cue);
    if (range_empty(date) && t->only) date = date_near(t->u, c->cue, NULL, 0);
    reader_date(t->r, d, t->u, date, is_to_come(t->u, c));
    read_span sentence = unit_span(t->u, (read_range){t->u->first, t->u->last});
    d->span = sentence;
    d->content = sentence;
    d->parts[0] = sentence;
    d->part_count = 1;
    bool owned = t->by.owned; /* "her office" stays as it is */
    if (t->said) d->via[d->via_count++] = owned ? t->by.at : name_of(&t->by);
}

/* "You spoke to him last week", put to who is interviewed. */
static bool addresses(const telling *t) {
    for (int i = 0; i < t->c->who_count; i++) {
        if (unit_is(t->u, t->c->who[i].first, "you")) return true;
    }
    return false;
}

/* "denied that it had met", "dismissed the suggestion that it had". */
static bool is_denied(const read_unit *u, const read_claim *claim,
                      const read_contact *c) {
    if (claim->negated) return false;
    if (claim->class == CLASS_DENY) return true;
    if (claim->class != CLASS_REJECT) return false;
    for (int i = claim->parts[0].first; i < c->cue.first; i++) {
        if (unit_tag(u, i) == TAG_THAT) return true;
    }
    return false;
}

void reader_contacts(reader *r, const read_unit *u, const read_speaker *told) {
    read_contact contacts[CONTACTS_MOST];
    telling tellings[CONTACTS_MOST];
    int count = contacts_of(u, contacts), kept = 0;
    /* the drafts of this sentence's claims are the last; each that is added
     * may move them, so speakers are copied first */
    size_t before = r->count - (size_t)r->hunt.count;
    for (int i = 0; i < count; i++) {
        telling t = {.r = r,
                     .u = u,
                     .c = &contacts[i],
                     .said = told != NULL,
                     .only = count == 1};
        int number = 0;
        const read_claim *claim =
            told == NULL ? told_in(r, t.c, &number) : NULL;
        if (claim != NULL && is_denied(u, claim, t.c)) continue;
        if (told != NULL) t.by = *told;
        if (told == NULL && r->answerer.end > 0 && addresses(&t)) {
            t.said = true;
            t.by = (read_speaker){.at = r->answerer};
        }
        size_t draft = before + (size_t)number;
        if (claim != NULL && draft < r->count) {
            t.said = true;
            t.by = r->drafts[draft].speaker;
        }
        tellings[kept++] = t;
    }
    for (int i = 0; i < kept; i++)
        draft_contact(&tellings[i]);
}
