/* SPDX-License-Identifier: Apache-2.0
 * Sources, parties and others, people, relations and channels.
 *
 * A person's `of` that names no party or other is a bloc in words ("Western");
 * where it is nearly the name of one, that is said. A person in a channel
 * stands for whom they are `of`. */
#include <unistd.h>

#include <string.h>

#include "base/text.h"
#include "case/load_int.h"

static const node *section(const loader *l, const char *key) {
    return node_find(l->root, key);
}

/* --- Sources --- */

static void check_file(loader *l, const node *n) {
    const node *file = load_get(n, "file");
    if (!file || file->kind != NODE_TEXT || *file->text == '\0') return;
    const char *name = l->c->text->name, *slash = strrchr(name, '/');
    bool absolute = *file->text == '/' || !slash;
    const char *path =
        absolute ? file->text
                 : arena_format(l->mem, "%.*s/%s", (int)(slash - name), name,
                                file->text);
    if (access(path, R_OK) == 0) return;
    diag_note(l->d, file->at, "case/missing-file",
              "the file can't be read from here: %s", file->text);
}

static case_source read_source(loader *l, const char *id, const node *n) {
    check_file(l, n);
    const char *grade = load_text(n, "grade");
    if (!grade) grade = "";
    return (case_source){
        .id = id,
        .title = load_text(n, "title"),
        .outlet = load_text(n, "outlet"),
        .file = load_text(n, "file"),
        .via = load_texts(l, n, "via"),
        .date = load_date(n, "date"),
        .grade = *grade,
        .origin = load_origin(l, n),
        .access = load_access(l, n),
    };
}

void load_sources(loader *l) {
    const node *n = section(l, "sources");
    size_t count = load_size(n, NODE_MAP);
    case_source *sources = ARENA_ARRAY(l->mem, case_source, count);
    for (size_t i = 0; i < count; i++) {
        const node_entry *e = &n->entries[i];
        sources[i] = read_source(l, e->key, e->value);
        if (text_same(e->key, "analyst") || strstr(e->key, " par. "))
            diag_error(l->d, e->key_at, "case/reserved-name",
                       "a source can't be called \"%s\"", e->key);
    }
    l->c->sources = sources;
    l->c->source_count = (int)count;
}

/* --- Parties and others --- */

static void read_bodies(loader *l, const node *n, case_actor *a) {
    const node *map = load_get(n, "bodies");
    size_t count = load_size(map, NODE_MAP);
    case_body *bodies = ARENA_ARRAY(l->mem, case_body, count);
    for (size_t i = 0; i < count; i++) {
        const node *body = map->entries[i].value;
        bodies[i] = (case_body){map->entries[i].key, load_text(body, "seat"),
                                load_flag(body, "must-consent", false),
                                load_origin(l, body)};
    }
    a->bodies = bodies;
    a->body_count = (int)count;
}

static unsigned read_roles(const node *n, const char *key) {
    const node *roles = load_get(n, key);
    unsigned bits = 0;
    for (size_t i = 0; i < load_some_count(roles); i++) {
        int role = load_word(load_some(roles, i), fields_roles);
        if (role >= 0) bits |= 1u << (unsigned)role;
    }
    return bits;
}

static case_actor read_actor(loader *l, const node_entry *e) {
    const char *name = load_text(e->value, "name");
    case_actor a = {.id = e->key,
                    .name = name ? name : e->key,
                    .also = load_texts(l, e->value, "also"),
                    .roles = read_roles(e->value, "role") |
                             read_roles(e->value, "roles"),
                    .origin = load_origin(l, e->value)};
    a.origin.at = e->key_at;
    read_bodies(l, e->value, &a);
    if (text_same(e->key, "report"))
        diag_error(l->d, e->key_at, "case/reserved-name",
                   "\"report\" stands for the reporter");
    return a;
}

void load_actors(loader *l) {
    const node *parties = section(l, "parties"), *others = section(l, "others");
    size_t party_count = load_size(parties, NODE_MAP);
    size_t other_count = load_size(others, NODE_MAP);
    case_actor *actors =
        ARENA_ARRAY(l->mem, case_actor, party_count + other_count);
    for (size_t i = 0; i < party_count; i++)
        actors[i] = read_actor(l, &parties->entries[i]);
    for (size_t i = 0; i < other_count; i++)
        actors[party_count + i] = read_actor(l, &others->entries[i]);
    l->c->actors = actors;
    if (parties)
        load_limit(l, load_opening(parties), party_count, LOAD_PARTIES_MOST,
                   "parties");
    if (others)
        load_limit(l, load_opening(others), other_count, LOAD_OTHERS_MOST,
                   "others");
    if (parties && parties->kind == NODE_MAP && party_count < 2)
        diag_error(l->d, load_opening(parties), "case/few-parties",
                   "a case has two parties or more, not %zu", party_count);
}

/* --- People --- */

static void warn_near(loader *l, const node *of) {
    const char *near = load_near(l, SPACE_ACTOR, -1, of->text);
    if (!near) return;
    diag_warning(
        l->d, of->at, "case/bloc",
        "no party or other is called \"%s\", so it is taken for a bloc",
        of->text);
    diag_hint(l->d, "did you mean \"%s\"?", near);
}

static case_person read_person(loader *l, const node_entry *e) {
    const node *n = e->value;
    const node *of = load_get(n, "of");
    const char *name = load_text(n, "name");
    case_person p = {
        .id = e->key,
        .name = name ? name : e->key,
        .of = load_name(l, n, "of", SPACE_ACTOR),
        .office = (case_office)load_choice(n, "office", fields_offices, 0),
        .also = load_texts(l, n, "also"),
        .several = load_choice(n, "count", fields_counts, 0) == 1,
        .origin = load_origin(l, n),
        .access = load_access(l, n),
    };
    p.origin.at = e->key_at;
    if (p.of < 0 && of && of->kind == NODE_TEXT) {
        p.bloc = of->text;
        warn_near(l, of);
    }
    if (text_same(e->key, "report"))
        diag_error(l->d, e->key_at, "case/reserved-name",
                   "\"report\" stands for the reporter");
    return p;
}

void load_people(loader *l) {
    const node *n = section(l, "people");
    size_t count = load_size(n, NODE_MAP);
    case_person *people = ARENA_ARRAY(l->mem, case_person, count);
    for (size_t i = 0; i < count; i++)
        people[i] = read_person(l, &n->entries[i]);
    l->c->people = people;
    l->c->person_count = (int)count;
}

/* --- Relations and channels --- */

void load_relations(loader *l) {
    const node *list = section(l, "relations");
    size_t count = load_size(list, NODE_LIST);
    case_relation *relations = ARENA_ARRAY(l->mem, case_relation, count);
    for (size_t i = 0; i < count; i++) {
        const node *n = list->items[i];
        case_relation r = {
            load_name(l, n, "from", SPACE_ACTOR),
            load_name(l, n, "to", SPACE_ACTOR),
            (case_relation_kind)load_choice(n, "kind", fields_relations, 0),
            load_origin(l, n)};
        relations[i] = r;
        if (r.from >= 0 && r.from == r.to)
            diag_error(l->d, load_opening(n), "case/contradiction",
                       "a relation is between two different actors");
    }
    l->c->relations = relations;
    l->c->relation_count = (int)count;
}

/* The actor that a name in a channel stands for. */
static int channel_end(loader *l, const node *between, size_t i) {
    if (load_size(between, NODE_LIST) != 2) return -1;
    const node *n = load_bare(between->items[i]);
    if (n->kind != NODE_TEXT) return -1;
    case_endpoint e = load_endpoint(l, n->text);
    if (!e.person || e.index < 0) return e.index;
    int of = l->c->people[e.index].of;
    if (of < 0)
        diag_error(l->d, load_opening(n), "case/no-affiliation",
                   "\"%s\" is of no party or other, so has no channel",
                   n->text);
    return of;
}

static case_channel read_channel(loader *l, const node *n) {
    const node *between = load_get(n, "between");
    case_channel c = {
        .a = channel_end(l, between, 0),
        .b = channel_end(l, between, 1),
        .state = (case_channel_state)load_choice(n, "state", fields_channels,
                                                 CASE_UNKNOWN),
        .cost = load_number(n, "cost", 1),
        .origin = load_origin(l, n),
        .access = load_access(l, n),
    };
    if (c.a >= 0 && c.a == c.b)
        diag_error(l->d, load_opening(between), "case/contradiction",
                   "a channel is between two different actors");
    return c;
}

static void check_listed_once(loader *l, const case_channel *c) {
    if (c->a < 0 || c->b < 0) return;
    int low = c->a < c->b ? c->a : c->b, high = c->a + c->b - low;
    const char *pair = arena_format(l->mem, "%d %d", low, high);
    if (names_add(l->names, -1, pair, 0)) return;
    diag_error(l->d, c->origin.at, "case/duplicate-channel",
               "the channel between %s and %s stands twice",
               l->c->actors[c->a].id, l->c->actors[c->b].id);
}

void load_channels(loader *l) {
    const node *list = section(l, "channels");
    size_t count = load_size(list, NODE_LIST);
    case_channel *channels = ARENA_ARRAY(l->mem, case_channel, count);
    for (size_t i = 0; i < count; i++) {
        channels[i] = read_channel(l, list->items[i]);
        check_listed_once(l, &channels[i]);
    }
    l->c->channels = channels;
    l->c->channel_count = (int)count;
}
