/* SPDX-License-Identifier: Apache-2.0
 * Contacts as drafts: who a pronoun in them stands for, and in whose words they
 * are told. "I" and "we" are whoever says it; "us" without a speaker is the
 * reporter, whose talks are no contact. "The two", "both of them" and "they"
 * who meet are the last two who were told of together. What somebody denies is
 * left out. */
#include "read/date.h"
#include "read/driver.h"

/* A contact, and whose words it is told in. */
typedef struct telling {
    reader *r;
    const read_unit *u;
    const read_contact *c;
    bool said; /* somebody says it */
    read_speaker by;
} telling;

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

/* Who a pronoun in a contact stands for, if that is known. */
static read_span participant(const telling *t, read_range who) {
    const read_unit *u = t->u;
    if (t->said && unit_is_any(u, who.first, "i we me us my our")) {
        return name_of(&t->by);
    }
    read_tag tag = unit_tag(u, who.first);
    bool single = who.last == who.first + 1 &&
                  (tag == TAG_PRON || tag == TAG_OBJ || tag == TAG_POSS);
    if (!single) return unit_span(u, who);
    read_speaker s = speaker_resolve(&t->r->memory, u, who);
    read_span is = name_of(&s);
    bool self = t->said && is.begin == name_of(&t->by).begin;
    return self && unit_quoted(u, who.first) ? unit_span(u, who) : is;
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

/* "the two", "both of them", "the pair": whom nothing else names. */
static bool means_pair(const telling *t, read_range who) {
    const read_unit *u = t->u;
    if (t->r->pair[0].end == 0) return false;
    if (unit_is_any(u, who.first, "they them")) return t->c->with_count == 0;
    int i = unit_is(u, who.first, "the") ? who.first + 1 : who.first;
    if (!unit_is_any(u, i, "two both pair")) return false;
    bool them = unit_is(u, i + 1, "of") && unit_is(u, i + 2, "them");
    return who.last == i + 1 || them;
}

/* Adds one side; where it is the pair, both of them. */
static int add_side(const telling *t, const read_range *side, int count,
                    read_span *list) {
    int n = 0;
    for (int i = 0; i < count; i++) {
        if (means_pair(t, side[i]) && n + 2 <= READ_WHO) {
            list[n++] = t->r->pair[0];
            list[n++] = t->r->pair[1];
        } else if (n < READ_WHO) {
            list[n++] = participant(t, side[i]);
        }
    }
    return n;
}

/* Two who are told of together may be "the two" later. */
static void note_pair(reader *r, const read_draft *d) {
    bool two = d->who_count == 2 && d->with_count == 0;
    bool each = d->who_count == 1 && d->with_count == 1;
    if (!two && !each) return;
    r->pair[0] = d->who[0];
    r->pair[1] = two ? d->who[1] : d->with[0];
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
    d->who_count = add_side(t, c->who, c->who_count, d->who);
    d->with_count = add_side(t, c->with, c->with_count, d->with);
    note_pair(t->r, d);
    d->place = unit_span(t->u, c->place);
    reader_date(t->r, d, t->u, date_near(t->u, c->cue, NULL, 0));
    read_span sentence = unit_span(t->u, (read_range){t->u->first, t->u->last});
    d->span = sentence;
    d->content = sentence;
    d->parts[0] = sentence;
    d->part_count = 1;
    if (t->said) d->via[d->via_count++] = t->by.at;
}

void reader_contacts(reader *r, const read_unit *u, const read_speaker *told) {
    read_contact contacts[CONTACTS_MOST];
    telling tellings[CONTACTS_MOST];
    int count = contacts_of(u, contacts), kept = 0;
    /* the drafts of this sentence's claims are the last; each that is added
     * may move them, so speakers are copied first */
    size_t before = r->count - (size_t)r->hunt.count;
    for (int i = 0; i < count; i++) {
        telling t = {.r = r, .u = u, .c = &contacts[i], .said = told != NULL};
        int number = 0;
        const read_claim *claim =
            told == NULL ? told_in(r, t.c, &number) : NULL;
        if (claim != NULL && claim->class == CLASS_DENY && !claim->negated) {
            continue;
        }
        if (told != NULL) t.by = *told;
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
