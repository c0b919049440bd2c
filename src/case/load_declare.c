/* SPDX-License-Identifier: Apache-2.0
 * Which names does the case have? All of them are noted before anything is
 * read, so that the order of a file does not matter. Parties and others share
 * one space of indices, parties first; people and actors must not share a
 * name, since `by:` takes both.
 *
 * Where a section that declares names is malformed, its space is marked as
 * broken: the section is reported once, and not again at every place that
 * uses one of its names. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "case/load_int.h"

/* Scopes of the table of names: a space, or an issue's options. */
static int scope_of(field_space space, int owner) {
    if (space == SPACE_PARTY) return SPACE_ACTOR;
    return space == SPACE_OPTION ? SPACES + owner : (int)space;
}

bool load_limit(loader *l, span at, size_t count, size_t most,
                const char *what) {
    if (count <= most) return true;
    return diag_limit(l->d, at, "case/limit", "%zu %s, but at most %zu", count,
                      what, most);
}

/* --- Declaring --- */

static void declare_keys(loader *l, const node *n, field_space space,
                         int first) {
    if (!n) return;
    if (n->kind != NODE_MAP) {
        l->broken[space] = true;
        return;
    }
    for (size_t i = 0; i < n->count; i++)
        names_add(l->names, (int)space, n->entries[i].key, first + (int)i);
}

static void report_twice(loader *l, span at, const char *name,
                         const char *first) {
    diag_error(l->d, at, "case/duplicate-name", "\"%s\" is already %s", name,
               first);
}

static void declare_actors(loader *l) {
    const node *parties = node_find(l->root, "parties");
    const node *others = node_find(l->root, "others");
    size_t count = load_size(parties, NODE_MAP);
    l->c->party_count = (int)count;
    l->c->actor_count = (int)(count + load_size(others, NODE_MAP));
    if (!parties) l->broken[SPACE_ACTOR] = true;
    declare_keys(l, parties, SPACE_ACTOR, 0);
    for (size_t i = 0; i < load_size(others, NODE_MAP); i++) {
        const node_entry *e = &others->entries[i];
        int known = names_find(l->names, SPACE_ACTOR, e->key);
        if (known >= 0 && known < l->c->party_count)
            report_twice(l, e->key_at, e->key, "a party");
    }
    declare_keys(l, others, SPACE_ACTOR, (int)count);
}

static void declare_people(loader *l) {
    const node *people = node_find(l->root, "people");
    declare_keys(l, people, SPACE_PERSON, 0);
    for (size_t i = 0; i < load_size(people, NODE_MAP); i++) {
        const node_entry *e = &people->entries[i];
        if (names_find(l->names, SPACE_ACTOR, e->key) >= 0)
            report_twice(l, e->key_at, e->key, "a party or an other");
    }
}

static void declare_entries(loader *l) {
    const node *record = node_find(l->root, "record");
    if (!record) return;
    l->broken[SPACE_ENTRY] = record->kind != NODE_LIST;
    if (record->kind != NODE_LIST) return;
    l->record = record;
    for (size_t i = 0; i < record->count; i++) {
        const node *id = load_get(record->items[i], "id");
        if (!id || id->kind != NODE_TEXT) continue;
        if (!names_add(l->names, SPACE_ENTRY, id->text, (int)i))
            report_twice(l, id->at, id->text, "the id of another entry");
    }
}

/* An issue whose options can't be told has none in the table of names, and
 * then no option of it is reported as unknown. */
static void declare_options(loader *l, const node *issue, int index) {
    const node *options = load_get(issue, "options");
    for (size_t i = 0; i < load_size(options, NODE_LIST); i++) {
        const node *o = load_bare(options->items[i]);
        if (o->kind != NODE_TEXT) continue;
        if (!names_add(l->names, SPACES + index, o->text, (int)i))
            report_twice(l, o->at, o->text, "an option of this issue");
    }
}

static void declare_issues(loader *l) {
    const node *issues = node_find(l->root, "issues");
    const node *graph = node_find(l->root, "graph");
    if (!issues && !graph) l->broken[SPACE_ISSUE] = true;
    declare_keys(l, issues, SPACE_ISSUE, 0);
    for (size_t i = 0; i < load_size(issues, NODE_MAP); i++)
        declare_options(l, issues->entries[i].value, (int)i);
    l->states = load_get(graph, "states");
    declare_keys(l, l->states, SPACE_STATE, 0);
}

void load_declare(loader *l) {
    declare_keys(l, node_find(l->root, "sources"), SPACE_SOURCE, 0);
    declare_actors(l);
    declare_people(l);
    declare_issues(l);
    declare_keys(l, node_find(l->root, "proposals"), SPACE_PROPOSAL, 0);
    declare_entries(l);
    l->broken[SPACE_PARTY] = l->broken[SPACE_ACTOR];
    l->broken[SPACE_SPEAKER] =
        l->broken[SPACE_ACTOR] || l->broken[SPACE_PERSON];
}

/* --- Looking up --- */

static int find_option(const loader *l, int issue, const char *name) {
    if (issue < 0) return -1;
    /* options of numeric issues are numbers: 40 and 40.0 are one */
    if (issue < l->c->issue_count && l->c->issues[issue].numeric)
        return case_option_find(&l->c->issues[issue], name);
    int option = names_find(l->names, SPACES + issue, name);
    bool read =
        issue < l->c->issue_count && option < l->c->issues[issue].option_count;
    return read ? option : -1;
}

int load_find(const loader *l, field_space space, int owner, const char *name) {
    if (space == SPACE_OPTION) return find_option(l, owner, name);
    int index = names_find(l->names, scope_of(space, owner), name);
    if (space == SPACE_PARTY && index >= l->c->party_count) return -1;
    /* beyond the limit of issues, none has been read */
    if (space == SPACE_ISSUE && index >= l->c->issue_count) return -1;
    return index;
}

case_endpoint load_endpoint(const loader *l, const char *name) {
    int person = names_find(l->names, SPACE_PERSON, name);
    if (person >= 0) return (case_endpoint){true, person};
    return (case_endpoint){false, names_find(l->names, SPACE_ACTOR, name)};
}

/* --- Hints --- */

typedef struct candidates {
    const char **names;
    size_t count;
} candidates;

static void add_keys(candidates *to, const node *n) {
    for (size_t i = 0; i < load_size(n, NODE_MAP); i++)
        to->names[to->count++] = n->entries[i].key;
}

static void add_items(candidates *to, const node *n, const char *key) {
    for (size_t i = 0; i < load_size(n, NODE_LIST); i++) {
        const node *item =
            key ? load_get(n->items[i], key) : load_bare(n->items[i]);
        if (item && item->kind == NODE_TEXT)
            to->names[to->count++] = item->text;
    }
}

static const node *issue_options(const loader *l, int issue) {
    const node *issues = node_find(l->root, "issues");
    if (issue < 0 || (size_t)issue >= load_size(issues, NODE_MAP)) return NULL;
    return load_get(issues->entries[issue].value, "options");
}

static bool has_options(const loader *l, int issue) {
    if (issue < 0 || issue >= l->c->issue_count) return false;
    return l->c->issues[issue].option_count > 0;
}

static void add_space(const loader *l, candidates *to, field_space space,
                      int owner) {
    static const char *const keys[SPACES] = {
        [SPACE_SOURCE] = "sources",     [SPACE_PARTY] = "parties",
        [SPACE_ACTOR] = "parties",      [SPACE_SPEAKER] = "parties",
        [SPACE_PERSON] = "people",      [SPACE_ISSUE] = "issues",
        [SPACE_PROPOSAL] = "proposals",
    };
    if (keys[space]) add_keys(to, node_find(l->root, keys[space]));
    if (space == SPACE_ACTOR || space == SPACE_SPEAKER)
        add_keys(to, node_find(l->root, "others"));
    if (space == SPACE_SPEAKER) add_keys(to, node_find(l->root, "people"));
    if (space == SPACE_ENTRY) add_items(to, l->record, "id");
    if (space == SPACE_STATE) add_keys(to, l->states);
    if (space == SPACE_OPTION) add_items(to, issue_options(l, owner), NULL);
}

static size_t most_names(const loader *l, int owner) {
    static const char *const keys[] = {"sources", "parties", "others",
                                       "people",  "issues",  "proposals",
                                       "record"};
    size_t most = load_size(l->states, NODE_MAP) +
                  load_size(issue_options(l, owner), NODE_LIST);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const node *n = node_find(l->root, keys[i]);
        if (n && n->kind != NODE_TEXT) most += n->count;
    }
    return most;
}

enum { HINTS_MOST = 100 };

static bool may_hint(loader *l) { return l->hints++ < HINTS_MOST; }

const char *load_near(loader *l, field_space space, int owner,
                      const char *name) {
    if (!may_hint(l)) return NULL;
    arena_place place = arena_mark(l->mem);
    candidates all = {
        ARENA_ARRAY(l->mem, const char *, most_names(l, owner) + 1), 0};
    add_space(l, &all, space, owner);
    const char *near = text_nearest(name, all.names, all.count);
    arena_back(l->mem, place);
    return near;
}

/* Between names of one letter any is near to any other. */
static void hint(loader *l, const char *word, const char *near) {
    if (near && strlen(word) > 1) diag_hint(l->d, "did you mean \"%s\"?", near);
}

void load_hint_word(loader *l, const char *word, const char *const *words,
                    size_t count) {
    if (may_hint(l)) hint(l, word, text_nearest(word, words, count));
}

typedef struct wording {
    const char *code, *noun;
} wording;

static wording wording_of(field_space space) {
    switch (space) {
    case SPACE_SOURCE:
        return (wording){"case/unknown-source", "source"};
    case SPACE_PARTY:
        return (wording){"case/unknown-party", "party"};
    case SPACE_ACTOR:
        return (wording){"case/unknown-actor", "party or other"};
    case SPACE_PERSON:
    case SPACE_SPEAKER:
        return (wording){"case/unknown-speaker", "person, party or other"};
    case SPACE_ISSUE:
        return (wording){"case/unknown-issue", "issue"};
    case SPACE_OPTION:
        return (wording){"case/unknown-option", "option"};
    case SPACE_PROPOSAL:
        return (wording){"case/unknown-proposal", "proposal"};
    case SPACE_STATE:
        return (wording){"case/unknown-state", "state"};
    default:
        return (wording){"case/unknown-entry", "entry of the record"};
    }
}

bool load_unknown(loader *l, field_space space, int owner, const node *name) {
    if (l->broken[space]) return false;
    if (space == SPACE_OPTION && !has_options(l, owner)) return false;
    wording w = wording_of(space);
    if (space == SPACE_OPTION)
        diag_error(l->d, name->at, w.code, "issue \"%s\" has no option \"%s\"",
                   l->c->issues[owner].id, name->text);
    else
        diag_error(l->d, name->at, w.code, "no %s \"%s\"", w.noun, name->text);
    if (space == SPACE_PARTY && load_find(l, SPACE_ACTOR, -1, name->text) >= 0)
        diag_hint(l->d,
                  "\"%s\" is an other; parties are whose acceptance is "
                  "needed",
                  name->text);
    else
        hint(l, name->text, load_near(l, space, owner, name->text));
    return true;
}
