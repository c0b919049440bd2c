/* SPDX-License-Identifier: Apache-2.0
 *
 * What the record says of where a proposal stands: answers to it, who would
 * not comment or could not be reached, what is pending, guarantees that the
 * case lists, and messages and shuttles that were carried between actors
 * (which proposal a message was about is not a thing a report always says, so
 * messages stand apart).
 */
#include "lens/status_lens.h"
#include "record/phrase.h"

static const char *names_of(const status_finder *f, int_list actors) {
    const char **names = ARENA_ARRAY(f->mem, const char *, actors.count + 1);
    for (int i = 0; i < actors.count; i++)
        names[i] = f->c->actors[actors.items[i]].name;
    return record_list_print(names, actors.count, f->mem);
}

static const char *first_id(const status_finder *f, int_list actors) {
    return actors.count > 0 ? f->c->actors[actors.items[0]].id : NULL;
}

static bool is_told(const case_entry *e, int proposal) {
    bool kind = e->kind == CASE_ACCEPT || e->kind == CASE_REJECT ||
                (e->kind >= CASE_DENY && e->kind <= CASE_PENDING &&
                 e->kind != CASE_SAID);
    return kind && !e->draft && !e->authored && e->proposal == proposal;
}

static const char *what_of(const case_entry *e) {
    switch (e->kind) {
    case CASE_ACCEPT:
        return "accepted";
    case CASE_REJECT:
        return "rejected";
    case CASE_NO_COMMENT:
        return "no comment";
    case CASE_UNREACHABLE:
        return "not reached";
    case CASE_PENDING:
        return "pending";
    case CASE_DENY:
        return "denied";
    case CASE_ASSURANCE:
        return "assurance";
    default:
        return "status";
    }
}

static const char *heads_of(const status_finder *f, const case_entry *e) {
    const char *about = names_of(f, e->holders);
    const char *to = e->to.count > 0 ? names_of(f, e->to) : NULL;
    if (to) return arena_format(f->mem, "%s to %s", about, to);
    return *about ? about : "the report";
}

static void add_statement(status_finder *f, status_lines *to, int entry) {
    const case_entry *e = &f->c->record[entry];
    bool answer = e->kind == CASE_ACCEPT || e->kind == CASE_REJECT;
    status_line *line =
        status_add(f, to, answer ? STATUS_ANSWER : STATUS_STATEMENT,
                   "%s: %s%s%s", heads_of(f, e), what_of(e),
                   e->gist ? "; " : "", e->gist ? e->gist : "");
    line->who = first_id(f, e->holders);
    line->word = case_entry_kind_name(e->kind);
    line->when = e->date;
    line->entry = entry;
}

static const char *const promise_words[] = {"asked for", "offered", "withheld",
                                            "withdrawn"};

static void add_guarantee(status_finder *f, status_lines *to,
                          const case_guarantee *g) {
    status_line *line =
        status_add(f, to, STATUS_GUARANTEE, "Guarantee of %s by %s%s%s: %s",
                   record_guaranteed_print(f->c, g->of, g->issues, f->mem),
                   f->c->actors[g->by].name, g->to.count > 0 ? " to " : "",
                   names_of(f, g->to), promise_words[g->status]);
    line->who = f->c->actors[g->by].id;
    line->word = promise_words[g->status];
    line->when = g->date;
    line->origin = &g->origin;
}

static void add_promise(status_finder *f, status_lines *to, int event) {
    const process_event *e = f->a->events[event];
    const char *by = e->by < 0 ? "nobody named" : f->c->actors[e->by].name;
    status_line *line =
        status_add(f, to, STATUS_GUARANTEE, "Guarantee of %s by %s%s%s: %s",
                   record_guaranteed_print(f->c, e->of, e->issues, f->mem), by,
                   e->to.count > 0 ? " to " : "", names_of(f, e->to),
                   promise_words[e->status]);
    line->who = e->by < 0 ? NULL : f->c->actors[e->by].id;
    line->word = promise_words[e->status];
    line->when = e->at;
    line->event = event;
}

/* Answers in the log are lines of their own, with the hour. */
static bool is_logged(const status_finder *f, const case_entry *e) {
    if (e->kind != CASE_ACCEPT && e->kind != CASE_REJECT) return false;
    int party = e->holders.count > 0 ? e->holders.items[0] : -1;
    return party >= 0 && party < f->c->party_count &&
           f->a->s->versions[e->proposal].places[party].answered >= 0;
}

void status_find_record(status_finder *f, status_proposal *p) {
    const case_proposal *proposal = &f->c->proposals[p->proposal];
    for (int i = 0; i < f->c->record_count; i++)
        if (is_told(&f->c->record[i], p->proposal) &&
            !is_logged(f, &f->c->record[i]))
            add_statement(f, &p->lines, i);
    for (int i = 0; i < proposal->guarantee_count; i++)
        add_guarantee(f, &p->lines, &proposal->guarantees[i]);
    for (int i = 0; i < f->a->s->promise_count; i++) {
        int event = f->a->s->promises[i].event;
        if (f->a->events[event]->proposal == p->proposal &&
            !process_can_join(f->c, f->a->events[event]))
            add_promise(f, &p->lines, event);
    }
}

static void add_earlier(status_finder *f, status_lines *to, status_kind kind,
                        const char *what, int count) {
    if (count == 0) return;
    status_line *line = status_add(
        f, to, kind, "Earlier %s: %d (--all shows them)", what, count);
    line->word = "earlier";
}

/* --- Messages --- */

static bool is_message(const case_entry *e) {
    return !e->draft && (e->kind == CASE_MESSAGE || e->kind == CASE_SHUTTLE);
}

static const char *way_of(const status_finder *f, text_list via) {
    if (via.count == 0) return "";
    return arena_format(f->mem, " through %s",
                        record_list_print(via.items, via.count, f->mem));
}

static void add_message(status_finder *f, int entry) {
    const case_entry *e = &f->c->record[entry];
    const char *text = "";
    for (int i = 0; i < e->between_count; i++)
        text = arena_format(f->mem, "%s%s%s", text,
                            i == 0                     ? ""
                            : i + 1 < e->between_count ? ", "
                                                       : " to ",
                            record_endpoint_print(f->c, e->between[i]));
    const char *what = e->purpose ? e->purpose : e->gist;
    status_line *line =
        status_add(f, &f->a->messages, STATUS_MESSAGE, "%s%s%s%s", text,
                   way_of(f, e->via), what ? ": " : "", what ? what : "");
    line->word = case_entry_kind_name(e->kind);
    line->when = e->date;
    line->entry = entry;
}

/* --- Notes of caucuses --- */

static void add_note(status_finder *f, int event) {
    const process_event *e = f->a->events[event];
    status_line *line = status_add(f, &f->a->notes, STATUS_NOTE, "%s%s%s",
                                   e->by < 0 ? "" : f->c->actors[e->by].name,
                                   e->by < 0 ? "" : ": ", e->text);
    line->who = e->by < 0 ? NULL : f->c->actors[e->by].id;
    line->when = e->at;
    line->event = event;
}

static void find_notes(status_finder *f) {
    const process_event *const *events = f->a->events;
    int first = f->all ? 0 : f->a->s->event_count, left = STATUS_LATEST;
    while (first > 0 && left > 0)
        if (events[--first]->kind == EVENT_CONFER) left--;
    int earlier = 0;
    for (int i = 0; i < first; i++)
        earlier += events[i]->kind == EVENT_CONFER;
    add_earlier(f, &f->a->notes, STATUS_NOTE, "notes", earlier);
    for (int i = first; i < f->a->s->event_count; i++)
        if (events[i]->kind == EVENT_CONFER) add_note(f, i);
}

void status_find_messages(status_finder *f) {
    int first = f->all ? 0 : f->c->record_count, left = STATUS_LATEST;
    while (first > 0 && left > 0)
        if (is_message(&f->c->record[--first])) left--;
    int earlier = 0;
    for (int i = 0; i < first; i++)
        earlier += is_message(&f->c->record[i]);
    add_earlier(f, &f->a->messages, STATUS_MESSAGE, "messages", earlier);
    for (int i = first; i < f->c->record_count; i++)
        if (is_message(&f->c->record[i])) add_message(f, i);
    for (int i = 0; i < f->a->s->promise_count; i++) {
        int event = f->a->s->promises[i].event;
        if (f->a->events[event]->proposal < 0)
            add_promise(f, &f->a->messages, event);
    }
    find_notes(f);
}
