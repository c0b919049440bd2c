/* SPDX-License-Identifier: Apache-2.0
 * What a report says, who said it, on whose word: the paragraphs in which
 * something was found, each piece of content in brackets with the number of
 * its draft, and under them the drafts. The data has one object a draft, with
 * byte offsets into the report and the record entries it would make. */
#include "lens/read.h"

#include <stdlib.h>
#include <string.h>

#include "read/text.h"

static bool given(read_span s) { return s.end > s.begin; }

static const char *words(const entry_context *e, read_span s, arena *mem) {
    if (!given(s)) return NULL;
    return arena_text(mem, e->text->bytes + s.begin, s.end - s.begin);
}

/* --- Data --- */

static void put_span(doc_value *in, const char *key, read_span s) {
    if (!given(s)) {
        doc_put_null(in, key);
        return;
    }
    doc_value *list = doc_put_list(in, key);
    doc_put_count(list, NULL, s.begin);
    doc_put_count(list, NULL, s.end);
}

static void put_texts(doc_value *in, const char *key, const entry_context *e,
                      const read_span *spans, int count, arena *mem) {
    doc_value *list = doc_put_list(in, key);
    for (int i = 0; i < count; i++) {
        doc_put_text(list, NULL, words(e, spans[i], mem));
    }
}

static const char *office_name(case_office office) {
    if (office == CASE_LEADER) return "leader";
    return office == CASE_OFFICIAL ? "official" : "unnamed";
}

static void put_speaker(doc_value *in, const entry_context *e,
                        const read_draft *d, arena *mem) {
    const read_speaker *s = &d->speaker;
    if (!given(s->at)) {
        doc_put_null(in, "speaker");
        return;
    }
    doc_value *who = doc_put_object(in, "speaker");
    doc_put_text(who, "text", words(e, s->at, mem));
    doc_put_text(who, "is", words(e, s->is, mem));
    doc_put_text(who, "head", words(e, s->head, mem));
    doc_put_text(who, "of", words(e, s->of, mem));
    doc_put_text(who, "office", office_name(s->office));
    doc_put_bool(who, "unnamed", s->unnamed);
    doc_put_text(who, "count", s->several ? "several" : "one");
    put_span(who, "span", s->at);
}

static void put_actor(doc_value *in, const char *key, const case_model *c,
                      int actor) {
    doc_put_text(in, key, c != NULL && actor >= 0 ? c->actors[actor].id : NULL);
}

static void put_stances(doc_value *in, const entry_context *e,
                        const read_draft *d, arena *mem) {
    const read_stance *first = d->stance_count > 0 ? &d->stances[0] : NULL;
    doc_put_text(in, "stance", first ? read_stance_name(first->kind) : NULL);
    doc_value *list = doc_put_list(in, "stances");
    for (int i = 0; i < d->stance_count; i++) {
        const read_stance *s = &d->stances[i];
        doc_value *one = doc_put_object(list, NULL);
        doc_put_text(one, "stance", read_stance_name(s->kind));
        doc_put_bool(one, "negated", s->negated);
        doc_put_text(one, "holder", words(e, s->holder, mem));
        put_actor(one, "for", e->c, s->actor);
    }
}

static void put_about(doc_value *in, const entry_context *e,
                      const read_draft *d) {
    const case_model *c = e->c;
    if (c != NULL && d->about.count > 0) {
        doc_value *about = doc_put_object(in, "about");
        for (int i = 0; i < d->about.count; i++) {
            const case_term *t = &d->about.items[i];
            const case_issue *issue = &c->issues[t->issue];
            doc_put_text(about, issue->id, issue->options[t->options.items[0]]);
        }
    } else if (c != NULL && d->proposal >= 0) {
        doc_put_text(in, "about", c->proposals[d->proposal].id);
    } else {
        doc_put_null(in, "about");
    }
}

static const char *by_name(const entry_context *e, const read_draft *d) {
    if (d->by_person >= 0) return e->c->people[d->by_person].id;
    return d->by_actor >= 0 ? e->c->actors[d->by_actor].id : NULL;
}

static void put_between(doc_value *in, const entry_context *e,
                        const read_draft *d) {
    doc_value *list = doc_put_list(in, "between");
    for (int i = 0; i < d->between_count; i++) {
        int who = d->between[i];
        doc_put_text(list, NULL,
                     who >= 0 ? e->c->people[who].id
                              : e->c->actors[-2 - who].id);
    }
}

static void put_contact(doc_value *in, const entry_context *e,
                        const read_draft *d, arena *mem) {
    put_between(in, e, d);
    put_texts(in, "who", e, d->who, d->who_count, mem);
    put_texts(in, "with", e, d->with, d->with_count, mem);
    doc_put_text(in, "place", words(e, d->place, mem));
}

static void put_entries(doc_value *in, const entry_context *e,
                        const read_draft *d, size_t number, arena *mem) {
    doc_value *list = doc_put_list(in, "entries");
    for (int i = 0; i < entry_count(d); i++) {
        doc_put_text(list, NULL, entry_text(e, d, number, i, mem));
    }
}

static void put_draft(doc_value *list, const entry_context *e,
                      const read_draft *d, size_t number, arena *mem) {
    doc_value *in = doc_put_object(list, NULL);
    doc_put_text(in, "id", entry_id(e, number, 0, mem));
    doc_put_text(in, "kind", case_entry_kind_name(d->kind));
    doc_put_integer(in, "paragraph", d->paragraph);
    put_speaker(in, e, d, mem);
    doc_put_text(in, "verb", d->verb);
    doc_put_text(in, "class", read_class_name(d->class));
    put_span(in, "cue", d->cue);
    put_span(in, "span", d->span);
    put_span(in, "content", d->content);
    doc_value *parts = doc_put_list(in, "parts");
    for (int i = 0; i < d->part_count; i++)
        put_span(parts, NULL, d->parts[i]);
    put_texts(in, "words", e, d->parts, d->part_count, mem);
    doc_put_bool(in, "direct", d->direct);
    doc_put_bool(in, "negated", d->negated);
    doc_put_text(in, "modal", words(e, d->modal_word, mem));
    put_texts(in, "via", e, d->via, d->via_count, mem);
    put_stances(in, e, d, mem);
    doc_put_text(in, "by", by_name(e, d));
    put_actor(in, "for", e->c, d->for_actor);
    put_about(in, e, d);
    put_contact(in, e, d, mem);
    doc_put_text(in, "date", d->date.given ? time_print(d->date, mem) : NULL);
    doc_put_text(in, "date-words", words(e, d->words, mem));
    doc_put_text(in, "rule", d->rule);
    doc_put_number(in, "confidence", d->confidence);
    put_entries(in, e, d, number, mem);
}

/* --- For people --- */

typedef struct mark {
    size_t at;
    bool opens;
    size_t draft;
} mark;

/* By place; what closes goes before what opens. */
static int by_place(const void *a, const void *b) {
    const mark *x = a, *y = b;
    if (x->at != y->at) return x->at < y->at ? -1 : 1;
    if (x->opens != y->opens) return x->opens ? 1 : -1;
    if (x->draft == y->draft) return 0;
    return (x->draft < y->draft) == x->opens ? -1 : 1;
}

static void say_between(doc_text *t, const source_text *s, size_t begin,
                        size_t end, int depth) {
    if (begin >= end) return;
    doc_toned(t, depth > 0 ? DOC_STRONG : DOC_PLAIN, "%.*s", (int)(end - begin),
              s->bytes + begin);
}

/* The paragraph with the pieces of drafts first .. last - 1 in brackets. */
static void show_paragraph(doc *to, const read_report *r,
                           const read_paragraph *p, size_t first, size_t last) {
    arena *mem = doc_arena(to);
    size_t most = (size_t)2 * READ_PARTS * (last - first), count = 0;
    mark *marks = ARENA_ARRAY(mem, mark, most);
    for (size_t i = first; i < last; i++) {
        const read_draft *d = &r->drafts[i];
        bool contact = case_is_contact(d->kind);
        for (int k = 0; k < (contact ? 1 : d->part_count); k++) {
            read_span s = contact ? d->cue : d->parts[k];
            if (s.begin < p->begin || s.end > p->end) continue;
            marks[count++] = (mark){s.begin, true, i};
            marks[count++] = (mark){s.end, false, i};
        }
    }
    qsort(marks, count, sizeof *marks, by_place);
    doc_text *t = doc_paragraph(to);
    size_t at = p->begin;
    int depth = 0;
    for (size_t i = 0; i < count; i++) {
        say_between(t, r->text, at, marks[i].at, depth);
        at = marks[i].at;
        depth += marks[i].opens ? 1 : -1;
        if (marks[i].opens) {
            doc_toned(t, DOC_MUTED, "[%zu: ", marks[i].draft + 1);
        } else {
            doc_toned(t, DOC_MUTED, "]");
        }
    }
    size_t end = p->end;
    while (end > at && strchr(" \r\n\t", r->text->bytes[end - 1]))
        end--;
    say_between(t, r->text, at, end, 0);
}

static void say_list(doc_text *t, const entry_context *e,
                     const read_span *spans, int count, const char *before,
                     arena *mem) {
    for (int i = 0; i < count; i++) {
        doc_more(t, "%s%s", i == 0 ? before : ", ", words(e, spans[i], mem));
    }
}

static void say_speaker(doc_text *t, const entry_context *e,
                        const read_draft *d, arena *mem) {
    const read_speaker *s = &d->speaker;
    doc_more(t, ": %s", words(e, s->at, mem));
    if (given(s->is))
        doc_more(t, s->owned ? " (of %s)" : " (perhaps %s)",
                 words(e, s->is, mem));
    if (s->unnamed) doc_more(t, ", unnamed");
    doc_more(t, ", \"%s\"", words(e, d->cue, mem));
}

static void say_stances(doc_text *t, const entry_context *e,
                        const read_draft *d, arena *mem) {
    for (int i = 0; i < d->stance_count; i++) {
        const read_stance *s = &d->stances[i];
        doc_more(t, "; %s%s", s->negated ? "not " : "",
                 read_stance_name(s->kind));
        if (given(s->holder)) {
            doc_more(t, " by %s", words(e, s->holder, mem));
        }
    }
}

static void show_draft(doc *to, const entry_context *e, const read_draft *d,
                       size_t number) {
    arena *mem = doc_arena(to);
    doc_text *t = doc_bullet(to, "%zu ", number + 1);
    doc_anchor(t, entry_id(e, number, 0, mem));
    doc_strong(t, "%s", case_entry_kind_name(d->kind));
    if (case_is_contact(d->kind)) {
        say_list(t, e, d->who, d->who_count, ": ", mem);
        say_list(t, e, d->with, d->with_count, " with ", mem);
        if (given(d->place)) doc_more(t, ", %s", words(e, d->place, mem));
    } else {
        say_speaker(t, e, d, mem);
        say_stances(t, e, d, mem);
    }
    say_list(t, e, d->via, d->via_count, "; via ", mem);
    if (d->date.given) {
        doc_more(t, "; %s", time_print(d->date, mem));
    } else if (given(d->words)) {
        doc_more(t, "; \"%s\"", words(e, d->words, mem));
    }
    const char *by = e->c != NULL ? by_name(e, d) : NULL;
    if (by) doc_more(t, "; by %s", by);
    if (e->c != NULL && d->for_actor >= 0) {
        doc_more(t, "; for %s", e->c->actors[d->for_actor].id);
    }
    doc_toned(t, DOC_MUTED, " (%s, %.2f)", d->rule, d->confidence);
}

static void show_report(doc *to, const read_report *r, const entry_context *e) {
    read_paragraph p = {.number = 0};
    size_t at = 0, next = 0;
    int cut = 0;
    while (next < r->count && text_paragraph(r->text, &at, &p, &cut)) {
        size_t first = next;
        while (next < r->count && r->drafts[next].paragraph == p.number &&
               r->drafts[next].span.begin < p.end) {
            next++;
        }
        if (next == first) continue;
        show_paragraph(to, r, &p, first, next);
        for (size_t i = first; i < next; i++) {
            show_draft(to, e, &r->drafts[i], i);
        }
    }
}

void read_describe(doc *to, const read_report *r, const entry_context *e) {
    doc_value *root = doc_data(to);
    doc_put_text(root, "report", r->text->name);
    doc_put_text(root, "source", e->source);
    doc_put_bool(root, "english", r->english);
    doc_put_count(root, "paragraphs", r->paragraphs);
    doc_put_count(root, "sentences", r->sentences);
    doc_put_count(root, "skipped", r->skipped);
    doc_put_count(root, "refused", r->refused);
    doc_value *list = doc_put_list(root, "drafts");
    for (size_t i = 0; i < r->count; i++) {
        put_draft(list, e, &r->drafts[i], i, doc_arena(to));
    }
    doc_title(to, "%s: drafts to confirm", r->text->name);
    if (r->count == 0) {
        doc_say(to, "Nothing was found that somebody is said to have said.");
        return;
    }
    show_report(to, r, e);
    doc_note(to, "Drafts are guesses by rules, none is in the record. "
                 "`parley confirm` takes those that you accept.");
}
