/* SPDX-License-Identifier: Apache-2.0
 *
 * A draft of the log may bring a proposal of its own, written as in a case
 * file. It is joined to the case before anything else is made of the log, so
 * that its plan is checked by the loader, with its place in the draft, and
 * every lens has it as it has the case's own.
 *
 * What the event says is not said again in the draft: who wrote it, when, from
 * which source, what it follows and who may see it. Its status is the log's to
 * tell.
 *
 * Who knows it? Its author, whom the draft names in `visible`, whom it was sent
 * or delivered to, through or by; and once it is declared, everybody; all this
 * only by events that the viewer may see. The desk knows it from its hour on.
 */
#include "process/draft.h"

#include <string.h>

#include "base/text.h"
#include "case/load.h"
#include "process/state_int.h"

/* --- Into the case --- */

typedef struct fact {
    const char *key, *value; /* NULL: not given */
} fact;

static const node *text_node(const char *text, span at, arena *mem) {
    node *n = ARENA_NEW(mem, node);
    *n = (node){.kind = NODE_TEXT, .at = at, .text = text, .quoted = true};
    return n;
}

static const node *map_node(const node_entry *entries, size_t count, span at,
                            arena *mem) {
    node *n = ARENA_NEW(mem, node);
    *n = (node){.kind = NODE_MAP, .at = at, .entries = entries, .count = count};
    return n;
}

/* What the event says of its draft. */
static const node *facts_of(const process_event *e, const case_model *c,
                            const char *const *ids, span at, arena *mem) {
    const fact facts[] = {
        {"by", e->by < 0 ? NULL : c->actors[e->by].id},
        {"date", time_print(e->at, mem)},
        {"source", e->source ? e->source : PROCESS_SOURCE},
        {"supersedes", e->other < 0 ? NULL : ids[e->other]},
    };
    enum { FACTS = sizeof facts / sizeof *facts };
    node_entry *entries = ARENA_ARRAY(mem, node_entry, FACTS);
    size_t count = 0;
    for (size_t i = 0; i < FACTS; i++)
        if (facts[i].value)
            entries[count++] = (node_entry){facts[i].key, at,
                                            text_node(facts[i].value, at, mem)};
    return map_node(entries, count, at, mem);
}

/* Keys of a proposal that a draft doesn't have. */
static bool check_keys(const node *content, parley_diags *d) {
    static const fact theirs[] = {
        {"by", "the event's \"by\" says that"},
        {"date", "the event's \"at\" says that"},
        {"source", "the event's \"source\" says that"},
        {"supersedes", "the event's \"parent\" says that"},
        {"version", "it follows from the event's \"parent\""},
        {"status", "the log tells it"},
        {"visible", "the event's \"visible\" says that"},
        {"protect", "the event's \"protect\" says that"},
    };
    bool ok = true;
    for (size_t i = 0; i < content->count; i++)
        for (size_t k = 0; k < sizeof theirs / sizeof *theirs; k++)
            if (text_same(content->entries[i].key, theirs[k].key))
                ok = diag_error(d, content->entries[i].key_at, "log/draft-key",
                                "a draft has no \"%s\": %s", theirs[k].key,
                                theirs[k].value);
    return ok;
}

typedef struct joining {
    const case_model *c;
    const char **ids; /* of proposals, as events count them */
    node_entry *drafts;
    size_t count;
    arena *mem;
    parley_diags *d;
} joining;

static bool add_draft(joining *j, const process_event *e) {
    const source_text *text =
        source_new(j->mem, arena_format(j->mem, "draft of %s", e->name),
                   e->entry, strlen(e->entry));
    const node *content;
    if (!node_parse(&content, text, j->mem, j->d)) return false;
    if (content->kind != NODE_MAP)
        return diag_error(j->d, content->at, "log/draft",
                          "a draft is a mapping that has a \"plan\", as a "
                          "proposal of a case file is");
    if (!check_keys(content, j->d)) return false;
    const node *facts = facts_of(e, j->c, j->ids, content->at, j->mem);
    j->ids[e->proposal] = e->name;
    j->drafts[j->count++] =
        (node_entry){e->name, content->at, node_join(content, facts, j->mem)};
    return true;
}

/* The drafts as a part of a case, with the log as a source. */
static const node *part_of(const joining *j) {
    static const char source[] =
        "{\"sources\": {\"" PROCESS_SOURCE "\": " PROCESS_SOURCE_FACTS "}}";
    const node *first;
    node_entry *of = ARENA_NEW(j->mem, node_entry);
    *of = (node_entry){"proposals", SPAN_NONE,
                       map_node(j->drafts, j->count, SPAN_NONE, j->mem)};
    (void)node_parse(&first,
                     source_new(j->mem, "log", source, sizeof source - 1),
                     j->mem, NULL);
    return node_join(first, map_node(of, 1, SPAN_NONE, j->mem), j->mem);
}

static bool brings(const process_event *e) {
    return e->kind == EVENT_DRAFT && e->entry;
}

bool process_join(const case_model **out, const case_model *c,
                  const process_log *log, arena *mem, parley_diags *d) {
    joining j = {.c = c, .mem = mem, .d = d};
    size_t count = 0;
    *out = c;
    for (int i = 0; i < log->count; i++)
        count += brings(&log->events[i]);
    if (count == 0) return true;
    j.drafts = ARENA_ARRAY(mem, node_entry, count);
    j.ids = ARENA_ARRAY(mem, const char *, (size_t)c->proposal_count + count);
    for (int i = 0; i < c->proposal_count; i++)
        j.ids[i] = c->proposals[i].id;
    bool ok = true;
    for (int i = 0; i < log->count; i++)
        if (brings(&log->events[i])) ok = add_draft(&j, &log->events[i]) && ok;
    return ok && case_load_more(out, c, part_of(&j), mem, d);
}

/* --- Who knows it --- */

static bool has(int_list list, int item) {
    for (int i = 0; i < list.count; i++)
        if (list.items[i] == item) return true;
    return false;
}

/* The event lets its viewer know the proposal that it is about. */
static bool tells(const case_model *c, const process_event *e, int viewer) {
    if (viewer < 0) return e->kind == EVENT_DRAFT;
    if (!view_is_open(c, e, viewer)) return false;
    switch (e->kind) {
    case EVENT_DRAFT:
        return e->by == viewer || e->access.limited;
    case EVENT_SEND:
    case EVENT_DELIVER:
        return e->by == viewer || has(e->to, viewer) || has(e->via, viewer);
    case EVENT_DECLARE:
        return true;
    default:
        return false;
    }
}

int_list process_unknown(const case_model *c, const process_log *log,
                         int viewer, moment at, arena *mem) {
    bool *own = ARENA_ARRAY(mem, bool, c->proposal_count + 1);
    bool *known = ARENA_ARRAY(mem, bool, c->proposal_count + 1);
    int *items = ARENA_ARRAY(mem, int, c->proposal_count + 1);
    int count = 0;
    for (int i = 0; i < log->count; i++) {
        const process_event *e = &log->events[i];
        bool later = at.given && e->at.seconds > time_end(at);
        if (brings(e)) own[e->proposal] = true;
        if (e->proposal < 0 || !own[e->proposal] || later) continue;
        if (tells(c, e, viewer)) known[e->proposal] = true;
    }
    for (int p = 0; p < c->proposal_count; p++)
        if (own[p] && !known[p]) items[count++] = p;
    return (int_list){items, count};
}
