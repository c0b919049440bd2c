/* SPDX-License-Identifier: Apache-2.0
 *
 * The status as data and in words.
 *
 * The data: `now`; `events` (how many the viewer sees); `proposals` [{`name`,
 * `state`, `since`, `version`, `supersedes`, `changes` [{`what`, `was`, `is`}],
 * `lines` [{`kind`, `who`, `word`, `text`, `date`, `id`,
 * `source`}], `missing` [subject], `disputed` [subject]}]; `messages` and
 * `notes`, lines too; `deadlines` [{`at`, `proposal`, `kind`, `what`,
 * `source`}].
 */
#include "lens/entries.h"
#include "lens/status_lens.h"
#include "lens/talks.h"

enum { NEXT = 3 };

/* --- What a line rests on --- */

static const char *id_of(const case_model *c, const status_answer *a,
                         const status_line *l) {
    if (l->entry >= 0) return c->record[l->entry].id;
    return l->event >= 0 ? a->events[l->event]->id : NULL;
}

static const char *place_of(const case_model *c, const status_answer *a,
                            const status_line *l, arena *mem) {
    if (l->event >= 0) return talks_place(a->events[l->event], mem);
    const case_origin *o =
        l->entry >= 0 ? &c->record[l->entry].origin : l->origin;
    if (!o || o->source == CASE_SOURCE_NONE) return NULL;
    return case_origin_print(c, o, mem);
}

/* --- Data --- */

static void put_date(doc_value *to, const char *key, moment at, arena *mem) {
    doc_put_text(to, key, at.given ? time_print(at, mem) : NULL);
}

static void put_lines(doc_value *in, const char *key, const case_model *c,
                      const status_answer *a, const status_lines *lines) {
    doc_value *list = doc_put_list(in, key);
    arena *mem = in->mem;
    for (int i = 0; i < lines->count; i++) {
        const status_line *l = &lines->items[i];
        doc_value *to = doc_put_object(list, NULL);
        doc_put_text(to, "kind", status_kind_name(l->kind));
        doc_put_text(to, "who", l->who);
        doc_put_text(to, "word", l->word);
        doc_put_text(to, "text", l->text);
        put_date(to, "date", l->when, mem);
        doc_put_text(to, "id", id_of(c, a, l));
        doc_put_text(to, "source", place_of(c, a, l, mem));
    }
}

static void put_pieces(doc_value *in, const char *key, const record_pieces *p,
                       piece_status status) {
    doc_value *list = doc_put_list(in, key);
    for (int i = 0; i < p->count; i++)
        if (p->items[i].status == status)
            doc_put_text(list, NULL, p->items[i].subject);
}

static void put_proposals(doc_value *in, const case_model *c,
                          const status_answer *a) {
    doc_value *list = doc_put_list(in, "proposals");
    for (int i = 0; i < c->proposal_count; i++) {
        const status_proposal *p = &a->proposals[i];
        doc_value *to = doc_put_object(list, NULL);
        doc_put_text(to, "name", c->proposals[i].id);
        doc_put_text(to, "state", p->lines.items[0].word);
        put_date(to, "since", p->lines.items[0].when, in->mem);
        talks_put_version(to, c, i);
        put_lines(to, "lines", c, a, &p->lines);
        put_pieces(to, "missing", &p->pieces, PIECE_MISSING);
        put_pieces(to, "disputed", &p->pieces, PIECE_DISPUTED);
    }
}

static void put_deadlines(doc_value *in, const case_model *c,
                          const status_answer *a) {
    doc_value *list = doc_put_list(in, "deadlines");
    for (int i = 0; i < a->deadline_count; i++) {
        const status_deadline *one = &a->deadlines[i];
        doc_value *to = doc_put_object(list, NULL);
        put_date(to, "at", zone_moment(one->z, one->at), in->mem);
        doc_put_text(to, "proposal", c->proposals[one->proposal].id);
        doc_put_text(to, "kind", status_end_name(one->kind));
        doc_put_text(to, "what", one->what);
        doc_put_text(to, "source",
                     one->event < 0
                         ? NULL
                         : talks_place(a->events[one->event], in->mem));
    }
}

/* --- Words --- */

static void bullet(doc *to, const case_model *c, const status_answer *a,
                   const status_line *l) {
    doc_text *t = doc_bullet(to, "%s", l->text);
    bool dated = l->entry >= 0 && l->when.given;
    if (dated) doc_more(t, " (%s)", time_print(l->when, doc_arena(to)));
    const char *place = place_of(c, a, l, doc_arena(to));
    if (place) doc_cite(t, id_of(c, a, l), place);
}

static void cite_piece(doc_text *t, const case_model *c, const piece *p,
                       arena *mem) {
    for (int i = 0; i < p->source_count; i++) {
        const piece_source *s = &p->sources[i];
        doc_cite(t, s->entry < 0 ? NULL : c->record[s->entry].id,
                 case_origin_print(c, s->origin, mem));
    }
}

static void bullet_pieces(doc *to, const case_model *c,
                          const record_pieces *all, piece_status status) {
    static const char *const titles[PIECE_STATUSES] = {
        [PIECE_DISPUTED] = "Disputed", [PIECE_MISSING] = "Missing"};
    doc_text *t = NULL;
    for (int i = 0; i < all->count; i++) {
        const piece *p = &all->items[i];
        if (p->status != status || p->unsaid) continue;
        if (!t)
            t = doc_bullet(to, "%s:", titles[status]);
        else
            doc_more(t, ";");
        doc_more(t, " %s %s", piece_group_name(p->group), p->subject);
        cite_piece(t, c, p, doc_arena(to));
    }
}

static bool is_over(process_stage stage) {
    return stage >= STAGE_LAPSED || stage == STAGE_CLOSED;
}

static void show_proposal(doc *to, const case_model *c, const status_answer *a,
                          const status_proposal *p) {
    if (!p->shown) return;
    doc_section(to, "%s", c->proposals[p->proposal].name);
    for (int i = 0; i < p->lines.count; i++)
        bullet(to, c, a, &p->lines.items[i]);
    if (!is_over(a->s->versions[p->proposal].stage)) {
        bullet_pieces(to, c, &p->pieces, PIECE_DISPUTED);
        bullet_pieces(to, c, &p->pieces, PIECE_MISSING);
    }
    doc_end(to);
}

static void show_lines(doc *to, const char *title, const case_model *c,
                       const status_answer *a, const status_lines *lines) {
    if (lines->count == 0) return;
    doc_section(to, "%s", title);
    for (int i = 0; i < lines->count; i++)
        bullet(to, c, a, &lines->items[i]);
    doc_end(to);
}

static void show_deadlines(doc *to, const case_model *c,
                           const status_answer *a) {
    arena *mem = doc_arena(to);
    doc_section(to, "Next deadlines");
    if (a->deadline_count == 0) doc_say(to, "None is set.");
    for (int i = 0; i < a->deadline_count && i < NEXT; i++) {
        const status_deadline *one = &a->deadlines[i];
        doc_text *t = doc_bullet(to, "%s: %s, %s",
                                 time_print(zone_moment(one->z, one->at), mem),
                                 c->proposals[one->proposal].name, one->what);
        if (one->event >= 0) talks_cite(t, a->events[one->event]);
    }
    doc_end(to);
}

void status_describe(doc *to, const lens_request *q, const void *answer) {
    const status_answer *a = answer;
    doc_value *data = doc_data(to);
    put_date(data, "now", a->now, data->mem);
    doc_put_integer(data, "events", a->s->event_count);
    put_proposals(data, q->c, a);
    put_lines(data, "messages", q->c, a, &a->messages);
    put_lines(data, "notes", q->c, a, &a->notes);
    put_deadlines(data, q->c, a);
    status_put_dates(to, q->c, a);
    doc_title(to, "%s: where the talks stand", q->c->title);
    if (a->now.given)
        doc_say(to, "As of %s.", time_print(a->now, doc_arena(to)));
    if (q->c->proposal_count == 0) doc_say(to, "The case has no proposal.");
    status_show_board(to, q->c, a);
    for (int i = 0; i < q->c->proposal_count; i++)
        show_proposal(to, q->c, a, &a->proposals[i]);
    show_lines(to, "Messages and other guarantees", q->c, a, &a->messages);
    show_lines(to, "Notes of the desk", q->c, a, &a->notes);
    show_deadlines(to, q->c, a);
}
