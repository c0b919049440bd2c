/* SPDX-License-Identifier: Apache-2.0
 * What stands behind the citations of a page, for formats in which they can be
 * followed: of an entry its date, who said it, what it says and where; of a
 * place the source it is in, once, with all its paragraphs. Entries come in the
 * order of the record, sources in that of the case, paragraphs ascending;
 * between them proposals, and events of the log. What the request does not see
 * gets none. */
#include "lens/references.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "case/names.h"
#include "lens/entries.h"
#include "lens/grounds.h"
#include "lens/talks.h"
#include "record/phrase.h"

typedef struct cited_place {
    int source;
    const char *place;
} cited_place;

enum { DUE, DONE }; /* of `others` */

typedef struct cited {
    const case_model *c;
    bool *entries;
    bool analyst;
    cited_place *places;
    size_t place_count, place_room;
    case_names *others; /* ids of no entry, and places in no source */
    int64_t *hours;     /* of places in the log */
    size_t hour_count, hour_room;
    arena *mem;
} cited;

/* A place in the log is an hour (talks_place). A log is long, and few of its
 * events are cited: whether one can be is seen from its hour. */
static void see_hour(cited *k, const char *place) {
    moment at;
    if (!text_begins(place, "log ") || !time_parse(place + strlen("log "), &at))
        return;
    if (k->hour_count == k->hour_room) {
        size_t room = k->hour_room ? 2 * k->hour_room : 32;
        k->hours =
            arena_grow(k->mem, k->hours, k->hour_count, room, sizeof *k->hours);
        k->hour_room = room;
    }
    k->hours[k->hour_count++] = at.seconds;
}

static int by_hour(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static bool can_be_cited(const cited *k, const process_event *e) {
    if (e->id || e->source) return true;
    return k->hour_count > 0 && bsearch(&e->at.seconds, k->hours, k->hour_count,
                                        sizeof *k->hours, by_hour) != NULL;
}

static int source_of(const case_model *c, const char *place) {
    const char *paragraph = strstr(place, " par. ");
    size_t size = paragraph ? (size_t)(paragraph - place) : strlen(place);
    for (int i = 0; i < c->source_count; i++)
        if (strlen(c->sources[i].id) == size &&
            memcmp(c->sources[i].id, place, size) == 0)
            return i;
    return -1;
}

static void see_place(cited *k, const char *place) {
    if (text_same(place, "analyst")) k->analyst = true;
    int source = source_of(k->c, place);
    if (source < 0) {
        names_put(k->others, 0, place, DUE);
        see_hour(k, place);
        return;
    }
    if (k->place_count == k->place_room) {
        size_t room = k->place_room ? 2 * k->place_room : 32;
        k->places = arena_grow(k->mem, k->places, k->place_count, room,
                               sizeof *k->places);
        k->place_room = room;
    }
    k->places[k->place_count++] = (cited_place){source, place};
}

static void see(void *self, const char *id, const char *place) {
    cited *k = self;
    int entry = id ? case_entry_find(k->c, id) : -1;
    if (entry >= 0)
        k->entries[entry] = true;
    else if (id)
        names_put(k->others, 0, id, DUE);
    if (place) see_place(k, place);
}

static int paragraph_of(const char *place) {
    const char *at = strstr(place, " par. ");
    return at ? (int)strtol(at + strlen(" par. "), NULL, 10) : 0;
}

static int by_place(const void *a, const void *b) {
    const cited_place *x = a, *y = b;
    if (x->source != y->source) return x->source < y->source ? -1 : 1;
    int m = paragraph_of(x->place), n = paragraph_of(y->place);
    return m < n ? -1 : m > n;
}

/* --- In words --- */

static const char *holders_of(const case_model *c, const case_entry *e,
                              arena *mem) {
    const char **names =
        ARENA_ARRAY(mem, const char *, (size_t)e->holders.count + 1);
    for (int i = 0; i < e->holders.count; i++)
        names[i] = c->actors[e->holders.items[i]].name;
    return record_list_print(names, e->holders.count, mem);
}

static void say_contact(doc_text *t, const case_model *c, const case_entry *e) {
    const char **ends =
        ARENA_ARRAY(t->mem, const char *, (size_t)e->between_count + 1);
    for (int i = 0; i < e->between_count; i++)
        ends[i] = record_endpoint_print(c, e->between[i]);
    doc_more(t, "%s: %s", record_verb(e->kind),
             record_list_print(ends, e->between_count, t->mem));
    if (e->place) doc_more(t, ", %s", e->place);
    if (e->purpose) doc_more(t, ", %s", e->purpose);
}

static void say_statement(doc_text *t, const case_model *c, int entry) {
    const case_entry *e = &c->record[entry];
    const char *about = record_about_print(c, e, e->about, t->mem);
    if (e->holders.count > 0) doc_more(t, "%s ", holders_of(c, e, t->mem));
    doc_more(t, "%s%s%s (%s)", record_entry_verb(e), *about ? " " : "", about,
             entry_word(c, entry, t->mem));
}

static void refer_entry(doc *to, const case_model *c, int entry) {
    const case_entry *e = &c->record[entry];
    arena *mem = doc_arena(to);
    doc_text *t = doc_reference(to, DOC_STATEMENTS, e->id, e->id);
    const char *date = entry_date(c, entry, mem);
    if (date) doc_more(t, "%s: ", date);
    if (case_is_contact(e->kind))
        say_contact(t, c, e);
    else
        say_statement(t, c, entry);
    if (e->gist) doc_more(t, ": %s", e->gist);
    doc_cite(t, NULL, case_origin_print(c, &e->origin, mem));
}

/* p: the first place in it. Its own key, where that is a paragraph, is nobody's
 * citation. */
static doc_text *refer_source(doc *to, const case_model *c,
                              const cited_place *p) {
    const case_source *s = &c->sources[p->source];
    arena *mem = doc_arena(to);
    const char *key = paragraph_of(p->place) == 0
                          ? p->place
                          : arena_format(mem, "source %s", s->id);
    doc_text *t = doc_reference(to, DOC_SOURCES, key, s->id);
    doc_more(t, "%s", s->title ? s->title : "untitled");
    if (s->outlet) doc_more(t, ", %s", s->outlet);
    if (s->via.count > 0)
        doc_more(t, ", via %s",
                 record_list_print(s->via.items, s->via.count, mem));
    if (s->date.given) doc_more(t, ", %s", time_print(s->date, mem));
    if (s->grade) doc_more(t, " (graded %c)", s->grade);
    return t;
}

static void refer_proposal(doc *to, const case_model *c, int proposal) {
    const case_proposal *p = &c->proposals[proposal];
    doc_text *t = doc_reference(to, DOC_STATEMENTS, p->id, p->id);
    doc_more(t, "%s", p->name);
    doc_cite(t, NULL, case_origin_print(c, &p->origin, t->mem));
}

/* By its id, or else by its place in the log. */
static const char *event_key(const process_event *e, arena *mem) {
    return e->id ? e->id : talks_place(e, mem);
}

static void refer_event(doc *to, const case_model *c, const process_event *e) {
    arena *mem = doc_arena(to);
    const char *key = event_key(e, mem);
    doc_text *t = doc_reference(to, DOC_STATEMENTS, key, key);
    doc_more(t, "%s: %s", time_print(e->at, mem), event_kind_name(e->kind));
    if (e->by >= 0) doc_more(t, " by %s", c->actors[e->by].name);
    if (e->kind == EVENT_ANSWER)
        doc_more(t, ", %s", event_answer_name(e->answer));
    if (e->proposal >= 0) doc_more(t, ", %s", c->proposals[e->proposal].name);
    if (e->text) doc_more(t, ": %s", e->text);
    if (e->id) doc_cite(t, NULL, talks_place(e, mem));
}

/* Once of every key that is cited. */
static bool is_due(const cited *k, const char *key) {
    if (names_find(k->others, 0, key) != DUE) return false;
    names_put(k->others, 0, key, DONE);
    return true;
}

static void refer_others(doc *to, const lens_request *q, const cited *k) {
    if (k->hour_count > 1)
        qsort(k->hours, k->hour_count, sizeof *k->hours, by_hour);
    const process_event *const *events = q->seen.events;
    for (int i = 0; i < k->c->proposal_count; i++)
        if (is_due(k, k->c->proposals[i].id)) refer_proposal(to, k->c, i);
    for (int i = 0; i < q->seen.count; i++)
        if (can_be_cited(k, events[i]) &&
            is_due(k, event_key(events[i], k->mem)))
            refer_event(to, k->c, events[i]);
}

/* One reference a source, with the paragraphs that are cited of it. */
static void refer_places(doc *to, cited *k) {
    doc_text *t = NULL;
    if (k->place_count > 1)
        qsort(k->places, k->place_count, sizeof *k->places, by_place);
    for (size_t i = 0; i < k->place_count; i++) {
        const cited_place *p = &k->places[i], *before = p - 1;
        const bool first = i == 0 || before->source != p->source;
        const int paragraph = paragraph_of(p->place);
        if (first) t = refer_source(to, k->c, p);
        if (paragraph == 0 || (!first && by_place(before, p) == 0)) continue;
        doc_more(t, first || paragraph_of(before->place) == 0 ? ", paragraph "
                                                              : ", ");
        doc_also(t, p->place, arena_format(k->mem, "%d", paragraph));
    }
}

void references_add(doc *to, const lens_request *q) {
    const case_model *c = q->c;
    arena *mem = doc_arena(to);
    cited k = {.c = c, .others = names_new(mem), .mem = mem};
    k.entries = ARENA_ARRAY(mem, bool, (size_t)c->record_count + 1);
    grounds_refer(to, c);
    doc_each_citation(to, see, &k);
    for (int i = 0; i < c->record_count; i++)
        if (k.entries[i]) refer_entry(to, c, i);
    refer_others(to, q, &k);
    /* The places that these were found at. */
    k.place_count = 0;
    doc_each_citation(to, see, &k);
    refer_places(to, &k);
    if (k.analyst)
        doc_more(doc_reference(to, DOC_SOURCES, "analyst", "analyst"),
                 "An assumption of whoever encoded the case; no source says "
                 "it.");
}
