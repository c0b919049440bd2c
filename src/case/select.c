/* SPDX-License-Identifier: Apache-2.0
 * The case as one viewer, one day or one "without" leaves it.
 *
 * Two ways to go. What is *hidden* from the viewer goes with all that names
 * it: what a hidden person said or took part in, what rests on a hidden
 * source, answers to a hidden proposal, statements about a hidden statement.
 * What is only *dropped* (later than `at`, left out by `without`) leaves
 * references to it empty, as entries after as-of do. An assumption that has no
 * date of its own follows as-of and is never later.
 *
 * What a case is made of (parties, issues, phases, talks) stays even where its
 * source is hidden, and then has none. Rules, preferences, ranges, moves,
 * levers, guarantees and clauses that rest on a hidden source go. The result
 * holds nothing that depends on hidden items: indices, as-of where it was not
 * given, counts of sources and of entries left out are all made anew. Places
 * in the text are kept; who prints them to a viewer shows line numbers of the
 * whole file. */
#include "case/select_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "case/load_int.h"

/* --- What a viewer sees --- */

static bool sees(const selection *s, const case_access *a) {
    if (s->by.viewer < 0) return true;
    if (a->protect) return false;
    if (!a->limited) return true;
    for (int i = 0; i < a->actors.count; i++)
        if (a->actors.items[i] == s->by.viewer) return true;
    return false;
}

bool select_rests_on_hidden(const selection *s, const case_origin *o) {
    return o->source >= 0 && s->sources[o->source] < 0;
}

bool select_is_hidden(const selection *s, const case_origin *o,
                      const case_access *a) {
    return !sees(s, a) || select_rests_on_hidden(s, o);
}

void select_pass(selection *s, span at) {
    if (s->passed_count == s->passed_room) {
        size_t room = s->passed_room ? 2 * s->passed_room : 32;
        s->passed = arena_grow(s->mem, s->passed, s->passed_count, room,
                               sizeof *s->passed);
        s->passed_room = room;
    }
    s->passed[s->passed_count++] = at;
}

/* The remark beside a hidden source may speak of it. */
case_origin select_origin(const selection *s, case_origin o) {
    if (o.source < 0) return o;
    o.source = s->sources[o.source];
    if (o.source >= 0) return o;
    return (case_origin){.source = CASE_SOURCE_NONE, .at = o.at};
}

case_access select_access(const selection *s, case_access a) {
    const case_access open = {0};
    return s->by.viewer >= 0 ? open : a;
}

void select_keep(selection *s, void *items, int *count, size_t size,
                 size_t origin) {
    unsigned char *bytes = items;
    int kept = 0;
    for (int i = 0; i < *count; i++) {
        unsigned char *item = bytes + (size_t)i * size;
        case_origin *o = (case_origin *)(void *)(item + origin);
        if (select_rests_on_hidden(s, o)) {
            select_pass(s, o->at);
            continue;
        }
        *o = select_origin(s, *o);
        memmove(bytes + (size_t)kept++ * size, item, size);
    }
    *count = kept;
}

/* --- Which items stay: maps from old to new indices --- */

static void number_sources(selection *s) {
    int kept = 0;
    for (int i = 0; i < s->from->source_count; i++)
        s->sources[i] = sees(s, &s->from->sources[i].access) ? kept++ : -1;
}

static void number_people(selection *s) {
    int kept = 0;
    for (int i = 0; i < s->from->person_count; i++) {
        const case_person *p = &s->from->people[i];
        s->people[i] =
            select_is_hidden(s, &p->origin, &p->access) ? -1 : kept++;
    }
}

static void number_proposals(selection *s) {
    int kept = 0;
    bool *hidden = ARENA_ARRAY(s->mem, bool, s->from->proposal_count + 1);
    for (int i = 0; i < s->by.hidden.count; i++)
        hidden[s->by.hidden.items[i]] = true;
    for (int i = 0; i < s->from->proposal_count; i++) {
        const case_proposal *p = &s->from->proposals[i];
        bool goes = hidden[i] || select_is_hidden(s, &p->origin, &p->access);
        s->proposals[i] = goes ? -1 : kept++;
    }
}

static bool names_hidden_person(const selection *s, const case_entry *e) {
    for (int i = 0; i < e->by_count; i++)
        if (e->by[i].kind == CASE_SPEAKER_PERSON &&
            s->people[e->by[i].index] < 0)
            return true;
    for (int i = 0; i < e->between_count; i++)
        if (e->between[i].person && s->people[e->between[i].index] < 0)
            return true;
    return false;
}

static bool entry_is_hidden(const selection *s, const case_entry *e) {
    return select_is_hidden(s, &e->origin, &e->access) ||
           names_hidden_person(s, e) ||
           (e->proposal >= 0 && s->proposals[e->proposal] < 0);
}

/* A statement about a hidden one is hidden. From each entry the chain of what
 * it is about is followed to an entry that is settled, and settled with it;
 * a chain that comes back to itself has nothing hidden in it. */
enum { UNSETTLED, ON_THE_WAY, SEEN, HIDDEN };

static void settle(const case_entry *record, unsigned char *state, int first) {
    int at = first;
    while (at >= 0 && state[at] == UNSETTLED) {
        state[at] = ON_THE_WAY;
        at = record[at].statement;
    }
    unsigned char end = at >= 0 && state[at] == HIDDEN ? HIDDEN : SEEN;
    for (at = first; at >= 0 && state[at] == ON_THE_WAY;
         at = record[at].statement)
        state[at] = end;
}

static bool is_later(const selection *s, const case_entry *e) {
    return s->by.at.given && e->date.given && !e->undated &&
           e->date.seconds > time_end(s->by.at);
}

static bool is_dropped(const selection *s, const case_entry *e) {
    if (is_later(s, e)) return true;
    if (s->by.without_analyst && e->origin.source == CASE_SOURCE_ANALYST)
        return true;
    for (int i = 0; i < s->by.without.count; i++)
        if (text_same(s->by.without.items[i], e->id)) return true;
    return false;
}

static void number_record(selection *s) {
    const case_model *c = s->from;
    unsigned char *state = ARENA_ARRAY(s->mem, unsigned char, c->record_count);
    for (int i = 0; i < c->record_count; i++)
        if (entry_is_hidden(s, &c->record[i])) state[i] = HIDDEN;
    int kept = 0;
    for (int i = 0; i < c->record_count; i++) {
        settle(c->record, state, i);
        bool gone = state[i] == HIDDEN || is_dropped(s, &c->record[i]);
        s->record[i] = gone ? -1 : kept++;
        if (gone && !c->record[i].authored)
            select_pass(s, c->record[i].origin.at);
    }
}

static void number_items(selection *s) {
    const case_model *c = s->from;
    s->sources = ARENA_ARRAY(s->mem, int, c->source_count);
    s->people = ARENA_ARRAY(s->mem, int, c->person_count);
    s->proposals = ARENA_ARRAY(s->mem, int, c->proposal_count);
    s->record = ARENA_ARRAY(s->mem, int, c->record_count);
    number_sources(s);
    number_people(s);
    number_proposals(s);
    number_record(s);
}

/* --- The new model --- */

static void rename_items(selection *s) {
    const case_model *c = s->to;
    case_names *n = names_new(s->mem);
    for (int i = 0; i < c->source_count; i++)
        names_add(n, SPACE_SOURCE, c->sources[i].id, i);
    for (int i = 0; i < c->actor_count; i++)
        names_add(n, SPACE_ACTOR, c->actors[i].id, i);
    for (int i = 0; i < c->person_count; i++)
        names_add(n, SPACE_PERSON, c->people[i].id, i);
    for (int i = 0; i < c->issue_count; i++)
        names_add(n, SPACE_ISSUE, c->issues[i].id, i);
    for (int i = 0; i < c->proposal_count; i++)
        names_add(n, SPACE_PROPOSAL, c->proposals[i].id, i);
    for (int i = 0; i < c->record_count; i++)
        names_add(n, SPACE_ENTRY, c->record[i].id, i);
    s->to->names = n;
}

static void date_anew(selection *s) {
    case_model *c = s->to;
    if (s->by.viewer >= 0 && !c->as_of_given) c->as_of = load_latest_date(c);
    bool earlier = s->by.at.given &&
                   (!c->as_of.given || time_end(s->by.at) < time_end(c->as_of));
    if (earlier) c->as_of = s->by.at;
    case_entry *record = s->new_record;
    for (int i = 0; i < c->record_count; i++)
        if (record[i].undated) record[i].date = c->as_of;
}

/* Entries after as-of are no longer in the model, so nobody knows which of
 * them a viewer may see: none counts. */
static void pass_left_out(selection *s) {
    const node *record = node_find(s->from->root, "record");
    for (size_t i = 0; i < load_size(record, NODE_LIST); i++) {
        const char *id = load_text(record->items[i], "id");
        if (case_entry_find(s->from, id) < 0)
            select_pass(s, record->items[i]->at);
    }
    s->to->left_out = 0;
}

static void count_sources(selection *s) {
    if (s->by.viewer >= 0) pass_left_out(s);
    if (s->passed_count > 1)
        qsort(s->passed, s->passed_count, sizeof *s->passed,
              load_compare_spans);
    load_count_sources(s->to, s->passed, s->passed_count, s->mem);
}

static bool changes_nothing(const case_selection *by) {
    return by->viewer < 0 && !by->at.given && by->without.count == 0 &&
           !by->without_analyst && by->hidden.count == 0;
}

const case_model *case_select(const case_model *c, case_selection by,
                              arena *mem) {
    if (changes_nothing(&by)) return c;
    selection s = {
        .from = c, .to = ARENA_NEW(mem, case_model), .by = by, .mem = mem};
    *s.to = *c;
    number_items(&s);
    select_copy_who(&s);
    select_copy_record(&s);
    select_copy_proposals(&s);
    select_copy_rest(&s);
    rename_items(&s);
    date_anew(&s);
    count_sources(&s);
    return s.to;
}
