/* SPDX-License-Identifier: Apache-2.0
 * Record entries as lenses show them: as data, with the same keys wherever
 * one appears, and as citations. An analyst's assumption has no speaker and is
 * called one wherever it is named. */
#include "lens/entries.h"

#include "record/phrase.h"

enum { CITED_MOST = 8 }; /* the data has all of them */

static void put_speakers(doc_value *in, const case_model *c,
                         const case_entry *e) {
    doc_value *list = doc_put_list(in, "by");
    for (int i = 0; i < e->by_count; i++) {
        const case_speaker *s = &e->by[i];
        const char *name = "report";
        if (s->kind == CASE_SPEAKER_PERSON) name = c->people[s->index].id;
        if (s->kind == CASE_SPEAKER_ACTOR) name = c->actors[s->index].id;
        if (s->kind == CASE_SPEAKER_BLOC) name = s->bloc;
        doc_put_text(list, NULL, name);
    }
}

static void put_origin(doc_value *in, const case_model *c,
                       const case_origin *o) {
    const char *source = NULL;
    if (o->source >= 0) source = c->sources[o->source].id;
    if (o->source == CASE_SOURCE_ANALYST) source = "analyst";
    doc_put_text(in, "source", source);
    if (o->paragraph > 0)
        doc_put_integer(in, "paragraph", o->paragraph);
    else
        doc_put_null(in, "paragraph");
}

doc_value *entry_put(doc_value *in, const char *key, const case_model *c,
                     int entry, arena *mem) {
    const case_entry *e = &c->record[entry];
    doc_value *to = doc_put_object(in, key);
    doc_put_text(to, "id", e->id);
    doc_put_text(to, "kind", case_entry_kind_name(e->kind));
    doc_put_text(to, "date", entry_date(c, entry, mem));
    put_speakers(to, c, e);
    doc_value *list = doc_put_list(to, "for");
    for (int i = 0; i < e->holders.count; i++)
        doc_put_text(list, NULL, c->actors[e->holders.items[i]].id);
    if (case_is_contact(e->kind))
        doc_put_null(to, "public");
    else
        doc_put_bool(to, "public", e->is_public);
    put_origin(to, c, &e->origin);
    doc_put_text(to, "gist", e->gist);
    return to;
}

void entry_put_ids(doc_value *in, const char *key, const case_model *c,
                   int_list entries) {
    doc_value *list = doc_put_list(in, key);
    for (int i = 0; i < entries.count; i++)
        doc_put_text(list, NULL, c->record[entries.items[i]].id);
}

void entry_put_terms(doc_value *in, const char *key, const case_model *c,
                     case_terms terms) {
    doc_value *to = doc_put_object(in, key);
    for (int i = 0; i < terms.count; i++) {
        const case_issue *issue = &c->issues[terms.items[i].issue];
        doc_value *options = doc_put_list(to, issue->id);
        for (int j = 0; j < terms.items[i].options.count; j++)
            doc_put_text(options, NULL,
                         issue->options[terms.items[i].options.items[j]]);
    }
}

void entry_cite(doc_text *t, const case_model *c, int entry, arena *mem) {
    const case_entry *e = &c->record[entry];
    doc_cite(t, e->id, case_origin_print(c, &e->origin, mem));
}

void entry_cite_all(doc_text *t, const case_model *c, int_list entries,
                    arena *mem) {
    int shown = entries.count > CITED_MOST ? CITED_MOST : entries.count;
    for (int i = 0; i < shown; i++)
        entry_cite(t, c, entries.items[i], mem);
    if (shown < entries.count)
        doc_more(t, " and %d more", entries.count - shown);
}

const char *entry_word(const case_model *c, int entry, arena *mem) {
    const case_entry *e = &c->record[entry];
    if (e->origin.source == CASE_SOURCE_ANALYST)
        return "assumed by the analyst";
    const char *who = record_speakers_print(c, e, mem);
    return e->is_public ? arena_format(mem, "%s, in public", who) : who;
}

const char *entry_date(const case_model *c, int entry, arena *mem) {
    moment date = c->record[entry].date;
    return date.given ? time_print(date, mem) : NULL;
}
