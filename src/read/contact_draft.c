/* SPDX-License-Identifier: Apache-2.0
 * Contacts as drafts: who a pronoun in them stands for, and in whose words they
 * are told. "I" and "we" are whoever says it; "us" without a speaker is the
 * reporter, whose talks are no contact. */
#include "read/date.h"
#include "read/driver.h"

/* The speaker of the claim that a contact stands in, or NULL. */
static const read_speaker *told_by(const reader *r, const read_contact *c) {
    size_t before = r->count - (size_t)r->hunt.count;
    for (int i = 0; i < r->hunt.count && before + (size_t)i < r->count; i++) {
        const read_claim *claim = &r->hunt.claims[i];
        bool inside = c->cue.first >= claim->parts[0].first &&
                      c->cue.first < claim->parts[claim->part_count - 1].last;
        if (inside && !range_empty(claim->speaker)) {
            return &r->drafts[before + (size_t)i].speaker;
        }
    }
    return NULL;
}

static read_span name_of(const read_speaker *s) {
    return s->is.end > s->is.begin ? s->is : s->at;
}

/* Who a pronoun in a contact stands for, if that is known. */
static read_span participant(reader *r, const read_unit *u, read_range who,
                             const read_speaker *told) {
    if (told != NULL && unit_is_any(u, who.first, "i we me us my our")) {
        return name_of(told);
    }
    read_tag tag = unit_tag(u, who.first);
    bool single = who.last == who.first + 1 &&
                  (tag == TAG_PRON || tag == TAG_OBJ || tag == TAG_POSS);
    if (!single) return unit_span(u, who);
    read_speaker s = speaker_resolve(&r->memory, u, who);
    read_span is = name_of(&s);
    bool self = told != NULL && is.begin == name_of(told).begin;
    return self && unit_quoted(u, who.first) ? unit_span(u, who) : is;
}

/* "they visited us", "you met": the reporter, where nobody says it. */
static bool with_reporter(const read_unit *u, const read_contact *c,
                          const read_speaker *told) {
    bool us = false;
    for (int i = 0; i < c->with_count; i++)
        us = us || unit_is_any(u, c->with[i].first, "us me you");
    for (int i = 0; i < c->who_count; i++)
        us = us || unit_is_any(u, c->who[i].first, "i we you");
    return us && told == NULL;
}

static void draft_contact(reader *r, const read_unit *u, const read_contact *c,
                          const read_speaker *told) {
    if (with_reporter(u, c, told)) return;
    read_draft *d = reader_draft(r);
    d->kind = c->kind;
    d->rule = c->rule;
    d->confidence = 0.7;
    d->verb = c->lemma;
    d->cue = unit_span(u, c->cue);
    for (int i = 0; i < c->who_count; i++)
        d->who[d->who_count++] = participant(r, u, c->who[i], told);
    for (int i = 0; i < c->with_count; i++)
        d->with[d->with_count++] = participant(r, u, c->with[i], told);
    d->place = unit_span(u, c->place);
    reader_date(r, d, u, date_near(u, c->cue, NULL, 0));
    read_span sentence = unit_span(u, (read_range){u->first, u->last});
    d->span = sentence;
    d->content = sentence;
    d->parts[0] = sentence;
    d->part_count = 1;
    if (told != NULL) d->via[d->via_count++] = told->at;
}

void reader_contacts(reader *r, const read_unit *u, const read_speaker *told) {
    read_contact contacts[CONTACTS_MOST];
    read_speaker speakers[CONTACTS_MOST];
    const read_speaker *by[CONTACTS_MOST];
    int count = contacts_of(u, contacts);
    /* Speakers are copied first: each draft may move the others. */
    for (int i = 0; i < count; i++) {
        by[i] = told != NULL ? told : told_by(r, &contacts[i]);
        if (by[i] == NULL) continue;
        speakers[i] = *by[i];
        by[i] = &speakers[i];
    }
    for (int i = 0; i < count; i++)
        draft_contact(r, u, &contacts[i], by[i]);
}
