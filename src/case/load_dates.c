/* SPDX-License-Identifier: Apache-2.0
 * When is the case? `as-of` defaults to the latest date of a source, an entry,
 * a proposal or a guarantee. Assumptions without a date are dated as-of. An
 * entry later than as-of is left out, which is said once for all of them;
 * references to it become none, and a statement about it keeps its id as free
 * text. */
#include "base/text.h"
#include "case/load_int.h"

static void take_later(moment *latest, moment at) {
    if (!at.given) return;
    if (!latest->given || time_end(at) > time_end(*latest)) *latest = at;
}

moment load_latest_date(const case_model *c) {
    moment latest = c->as_of_least;
    for (int i = 0; i < c->source_count; i++)
        take_later(&latest, c->sources[i].date);
    for (int i = 0; i < c->record_count; i++)
        if (!c->record[i].undated) take_later(&latest, c->record[i].date);
    for (int i = 0; i < c->proposal_count; i++) {
        const case_proposal *p = &c->proposals[i];
        take_later(&latest, p->date);
        for (int g = 0; g < p->guarantee_count; g++)
            take_later(&latest, p->guarantees[g].date);
    }
    return latest;
}

bool load_is_later(const case_model *c, moment date) {
    return c->as_of.given && date.given && date.seconds > time_end(c->as_of);
}

/* A source can't report what had not been said yet. */
static void note_later(loader *l, const case_entry *e, int entry) {
    if (e->origin.source < 0 || load_is_later(l->c, e->date)) return;
    const case_source *s = &l->c->sources[e->origin.source];
    if (!s->date.given || e->date.seconds <= time_end(s->date)) return;
    const node *date = node_find(l->record->items[entry], "date");
    diag_note(l->d, date ? date->at : e->origin.at, "case/later-than-source",
              "\"%s\" is dated later than its source \"%s\" (%s)", e->id, s->id,
              time_print(s->date, l->mem));
}

/* A date that stands there and can't be read has been reported. */
static bool has_a_date(const loader *l, const case_entry *e, int entry) {
    const node *sources = node_find(l->root, "sources");
    const node *of = node_find(sources, l->c->sources[e->origin.source].id);
    return node_find(l->record->items[entry], "date") || node_find(of, "date");
}

static void date_entry(loader *l, case_entry *e, int entry) {
    if (e->date.given) {
        note_later(l, e, entry);
        return;
    }
    if (e->origin.source == CASE_SOURCE_ANALYST) {
        e->date = l->c->as_of;
        e->undated = true;
        return;
    }
    if (e->origin.source < 0) return; /* its source is unknown: reported */
    if (has_a_date(l, e, entry)) return;
    const char *source = l->c->sources[e->origin.source].id;
    diag_error(l->d, e->origin.at, "case/no-date",
               "the entry has no date, and neither has its source \"%s\"",
               source);
}

static void say_left_out(loader *l, const case_entry *first, int count) {
    char *as_of = time_print(l->c->as_of, l->mem);
    if (count == 1)
        diag_note(l->d, first->origin.at, "case/left-out",
                  "\"%s\" is later than %s (as-of) and is left out", first->id,
                  as_of);
    else
        diag_note(l->d, first->origin.at, "case/left-out",
                  "\"%s\" and %d more are later than %s (as-of) and are left "
                  "out",
                  first->id, count - 1, as_of);
}

static void refer_anew(const case_entry *old, const int *new_index,
                       case_entry *e) {
    if (e->confirms >= 0) e->confirms = new_index[e->confirms];
    if (e->statement < 0) return;
    int target = new_index[e->statement];
    const case_entry *about = &old[e->statement];
    e->statement = target;
    if (target >= 0) return;
    e->topic = about->id;
    /* what is about a guarded entry must not tell of it */
    if (about->access.protect || about->access.limited)
        e->access.protect = true;
}

static void leave_out(loader *l, case_entry *record, int count) {
    int *new_index = ARENA_ARRAY(l->mem, int, count);
    case_entry *kept = ARENA_ARRAY(l->mem, case_entry, count);
    const case_entry *first = NULL;
    int left = 0;
    for (int i = 0; i < count; i++) {
        bool later = load_is_later(l->c, record[i].date);
        new_index[i] = later ? -1 : left;
        if (later && !first) first = &record[i];
        if (later)
            names_put(l->names, SPACE_ENTRY, record[i].id, -1);
        else
            kept[left++] = record[i];
    }
    if (!first) return;
    for (int i = 0; i < left; i++) {
        refer_anew(record, new_index, &kept[i]);
        names_put(l->names, SPACE_ENTRY, kept[i].id, i);
    }
    l->c->record = kept;
    l->c->record_count = left;
    l->c->left_out = count - left;
    say_left_out(l, first, count - left);
}

void load_dates(loader *l) {
    case_model *c = l->c;
    c->as_of = load_date(l->root, "as-of");
    c->as_of_given = node_find(l->root, "as-of") != NULL && !c->goes_on;
    if (c->goes_on) c->as_of_least = c->as_of;
    if (!c->as_of_given) c->as_of = load_latest_date(c);
    case_entry *record = ARENA_ARRAY(l->mem, case_entry, c->record_count);
    for (int i = 0; i < c->record_count; i++) {
        record[i] = c->record[i];
        date_entry(l, &record[i], i);
    }
    c->record = record;
    leave_out(l, record, c->record_count);
}
