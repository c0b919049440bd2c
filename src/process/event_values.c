/* SPDX-License-Identifier: Apache-2.0
 * Values of a line of the log: texts, words of a list, names of the case,
 * instants. What is wrong is told with its key, and with the name that was
 * meant. */
#include <string.h>

#include "base/text.h"
#include "process/event_int.h"

void event_complain(event_reading *r, const char *what) {
    r->ok = diag_error(r->d, SPAN_NONE, "log/value", "line %d: \"%s\": %s",
                       r->by->number, r->now->key, what);
}

const char *event_text(event_reading *r) {
    if (r->now->shape == LINE_TEXT) return r->now->text;
    event_complain(r, "a text is needed");
    return NULL;
}

/* A text that the event keeps. */
const char *event_kept_text(event_reading *r) {
    const char *text = event_text(r);
    return text ? arena_copy(r->mem, text) : NULL;
}

int event_word(event_reading *r, const char *const *words) {
    const char *text = event_text(r);
    if (!text) return 0;
    int count = 0;
    for (; words[count]; count++)
        if (*text == *words[count] && strcmp(text, words[count]) == 0)
            return count;
    event_complain(r, arena_format(r->mem, "\"%s\" is no word for it", text));
    diag_hint_names(r->d, text, words, count, r->mem);
    return 0;
}

static void unknown(event_reading *r, const char *what, const char *name) {
    event_complain(
        r, arena_format(r->mem, "the case has no %s \"%s\"", what, name));
}

int event_actor(event_reading *r, const char *name) {
    const case_model *c = r->c;
    int actor = case_actor_find(c, name);
    int person = actor < 0 ? case_person_find(c, name) : -1;
    if (person >= 0) actor = c->people[person].of;
    if (actor >= 0) return actor;
    unknown(r, "actor", name);
    const char **ids = ARENA_ARRAY(r->mem, const char *, c->actor_count);
    for (int i = 0; i < c->actor_count; i++)
        ids[i] = c->actors[i].id;
    diag_hint_names(r->d, name, ids, c->actor_count, r->mem);
    return -1;
}

/* Of the case, or of an earlier draft. */
static int find_proposal(const event_reading *r, const char *name) {
    int proposal = case_proposal_find(r->c, name);
    return proposal >= 0 ? proposal : names_find(r->by->drafted, 0, name);
}

int event_proposal(event_reading *r) {
    const char *name = event_text(r);
    if (!name) return -1;
    int proposal = find_proposal(r, name);
    if (proposal >= 0) return proposal;
    unknown(r, "proposal", name);
    if (r->to->kind == EVENT_DRAFT && text_same(r->now->key, "proposal")) {
        diag_hint(r->d,
                  "a new one comes with its plan: parley draft CASE %s "
                  "FILE",
                  name);
        return -1;
    }
    const case_model *c = r->c;
    const char **ids = ARENA_ARRAY(r->mem, const char *, c->proposal_count);
    for (int i = 0; i < c->proposal_count; i++)
        ids[i] = c->proposals[i].id;
    diag_hint_names(r->d, name, ids, c->proposal_count, r->mem);
    return -1;
}

/* What a draft brings along: it is new. */
int event_new_proposal(event_reading *r) {
    const char *name = event_text(r);
    if (!name) return -1;
    if (!*name) event_complain(r, "a name is empty");
    if (find_proposal(r, name) >= 0) {
        event_complain(
            r, arena_format(r->mem, "there is a proposal \"%s\"", name));
        diag_hint(r->d, "what it says stays; draft a new version under another "
                        "name");
        return -1;
    }
    r->to->name = arena_copy(r->mem, name);
    return r->c->proposal_count + r->by->draft_count;
}

int_list event_names(event_reading *r,
                     int (*find)(event_reading *r, const char *)) {
    const line_field *f = r->now;
    size_t count = f->shape == LINE_LIST ? f->count : 1;
    int *items = ARENA_ARRAY(r->mem, int, count + 1);
    int found = 0;
    if (f->shape == LINE_OBJECT) event_complain(r, "a list of names is needed");
    for (size_t i = 0; i < count && f->shape != LINE_OBJECT; i++) {
        int one = find(r, f->shape == LINE_LIST ? f->items[i] : f->text);
        if (one >= 0) items[found++] = one;
    }
    return (int_list){items, found};
}

int event_issue(event_reading *r, const char *name) {
    int issue = case_issue_find(r->c, name);
    if (issue < 0) unknown(r, "issue", name);
    return issue;
}

/* "2026-03-29T18:00+01:00", or without an offset where the line has a zone. */
static moment moment_of(event_reading *r, const char *text) {
    moment m = {0};
    if (time_parse(text, &m) && !m.whole_day) return m;
    const line_field *name = line_find(r->line, "zone");
    if (name && name->shape == LINE_TEXT) {
        const zone *z = zone_book_find(r->by->zones, name->text);
        if (!time_parse(arena_format(r->mem, "%sZ", text), &m) || !z)
            return (moment){0};
        return zone_moment(z, zone_instant(z, time_civil(m.seconds)));
    }
    return (moment){0};
}

moment event_instant(event_reading *r) {
    const char *text = event_text(r);
    moment m = {0};
    if (!text) return m;
    m = moment_of(r, text);
    if (!m.given)
        event_complain(r, "an instant is needed, as 2026-03-29T18:00+02:00, or "
                          "without the offset beside \"zone\"");
    return m;
}

bool event_flag(event_reading *r) {
    static const char *const words[] = {"false", "true", NULL};
    return event_word(r, words) == 1;
}
