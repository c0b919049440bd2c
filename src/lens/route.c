/* SPDX-License-Identifier: Apache-2.0
 *
 * `parley route CASE FROM TO`: how can the one reach the other?
 *
 * FROM and TO are actors, or people, who stand for who they are of. What a
 * route is, and in which order routes come, is in record/route.c; who can
 * speak to whom, in record/network.c. Printed are at most eight routes of a
 * sort. A direct link that is barred is named with its source before
 * anything else, since the rest of the answer follows from it; whoever stands
 * on every open route is pointed out, since the talks depend on them.
 */
#include "record/route.h"

#include "base/text.h"
#include "lens/entries.h"
#include "lens/lens.h"
#include "record/phrase.h"

enum { ROUTES_SHOWN = 8 };

typedef struct answer {
    int from, to;
    const record_network *network;
    const record_routes *routes;
} answer;

static const char *nearest_name(const case_model *c, const char *name,
                                arena *mem) {
    size_t count = (size_t)c->actor_count + (size_t)c->person_count;
    const char **names = ARENA_ARRAY(mem, const char *, count);
    for (int i = 0; i < c->actor_count; i++)
        names[i] = c->actors[i].id;
    for (int i = 0; i < c->person_count; i++)
        names[c->actor_count + i] = c->people[i].id;
    return text_nearest(name, names, count);
}

/* The actor that an operand names, or -1 with a diag. */
static int find_actor(const case_model *c, const char *name, arena *mem,
                      parley_diags *d) {
    int actor = case_actor_find(c, name);
    if (actor >= 0) return actor;
    int person = case_person_find(c, name);
    if (person >= 0 && c->people[person].of >= 0) return c->people[person].of;
    if (person >= 0) {
        diag_error(d, SPAN_NONE, "route/no-affiliation",
                   "the case does not say who \"%s\" is of", name);
        return -1;
    }
    diag_error(d, SPAN_NONE, "route/unknown-actor",
               "no party, other or person \"%s\" in this case", name);
    const char *near = nearest_name(c, name, mem);
    if (near) diag_hint(d, "did you mean \"%s\"?", near);
    return -1;
}

static parley_status run(const void **out, const lens_request *q, arena *mem,
                         parley_diags *d) {
    answer *a = ARENA_NEW(mem, answer);
    a->from = find_actor(q->c, q->operands.items[0], mem, d);
    a->to = find_actor(q->c, q->operands.items[1], mem, d);
    if (a->from < 0 || a->to < 0) return PARLEY_EINPUT;
    if (a->from == a->to) {
        diag_error(d, SPAN_NONE, "route/same-actor",
                   "\"%s\" and \"%s\" are one and the same side",
                   q->operands.items[0], q->operands.items[1]);
        return PARLEY_EINPUT;
    }
    a->network = record_network_build(q->c, mem);
    a->routes =
        record_routes_find(a->network, a->from, a->to, ROUTES_SHOWN, mem);
    *out = a;
    return PARLEY_OK;
}

/* --- Data --- */

static const char *const state_names[] = {
    [CASE_UNKNOWN] = "unknown", [CASE_BARRED] = "barred", [CASE_OPEN] = "open"};

static const char *id_of(const case_model *c, int actor) {
    return c->actors[actor].id;
}

static const char *print_origin(const case_model *c, const record_link *l,
                                arena *mem) {
    const case_origin *o = record_link_origin(c, l);
    return o ? case_origin_print(c, o, mem) : NULL;
}

static void put_link(doc_value *in, const char *key, const case_model *c,
                     const record_link *l, arena *mem) {
    doc_value *link = doc_put_object(in, key);
    doc_put_text(link, "from", id_of(c, l->a));
    doc_put_text(link, "to", id_of(c, l->b));
    doc_put_text(link, "state", state_names[l->state]);
    doc_put_number(link, "cost", l->cost);
    doc_put_text(link, "source", print_origin(c, l, mem));
    doc_put_text(link, "seen",
                 l->contact < 0 ? NULL : c->record[l->contact].id);
    doc_put_text(link, "seen-on",
                 l->contact < 0 ? NULL
                                : time_print(c->record[l->contact].date, mem));
    doc_put_text(link, "why",
                 l->channel < 0 ? NULL : c->channels[l->channel].origin.why);
}

static record_link step_of(const answer *a, const record_route *r, int i) {
    return record_link_find(a->network, r->actors[i], r->actors[i + 1]);
}

static void put_route(doc_value *in, const case_model *c, const answer *a,
                      const record_route *r, arena *mem) {
    doc_value *route = doc_put_object(in, NULL);
    doc_put_integer(route, "links", r->count - 1);
    doc_put_number(route, "cost", r->cost);
    doc_value *through = doc_put_list(route, "through");
    for (int i = 1; i + 1 < r->count; i++)
        doc_put_text(through, NULL, id_of(c, r->actors[i]));
    doc_value *steps = doc_put_list(route, "steps");
    for (int i = 0; i + 1 < r->count; i++) {
        record_link l = step_of(a, r, i);
        l.a = r->actors[i];
        l.b = r->actors[i + 1];
        put_link(steps, NULL, c, &l, mem);
    }
}

static void put_data(doc *to, const case_model *c, const answer *a) {
    arena *mem = doc_arena(to);
    doc_value *data = doc_data(to);
    doc_put_text(data, "from", id_of(c, a->from));
    doc_put_text(data, "to", id_of(c, a->to));
    put_link(data, "direct", c, &a->routes->direct, mem);
    doc_value *routes = doc_put_list(data, "routes");
    for (int i = 0; i < a->routes->open_count; i++)
        put_route(routes, c, a, &a->routes->open[i], mem);
    doc_value *unknown = doc_put_list(data, "unknown-routes");
    for (int i = 0; i < a->routes->unknown_count; i++)
        put_route(unknown, c, a, &a->routes->unknown[i], mem);
    doc_value *cut = doc_put_list(data, "indispensable");
    for (int i = 0; i < a->routes->cut.count; i++)
        doc_put_text(cut, NULL, id_of(c, a->routes->cut.items[i]));
}

/* --- Words --- */

static const char *name_of(const case_model *c, int actor) {
    return c->actors[actor].name;
}

static void cite_link(doc_text *t, const case_model *c, const record_link *l,
                      arena *mem) {
    const char *entry = l->contact < 0 ? NULL : c->record[l->contact].id;
    const char *place = print_origin(c, l, mem);
    if (l->channel < 0 && entry)
        doc_more(t, " (seen on %s)",
                 time_print(c->record[l->contact].date, mem));
    if (place) doc_cite(t, l->channel < 0 ? entry : NULL, place);
}

static void say_barred(doc *to, const case_model *c, const answer *a) {
    arena *mem = doc_arena(to);
    const record_link *l = &a->routes->direct;
    doc_text *t = doc_say(to, "%s and %s have no direct channel: it is barred",
                          name_of(c, a->from), name_of(c, a->to));
    const char *why = c->channels[l->channel].origin.why;
    if (why) doc_more(t, " (%s)", why);
    cite_link(t, c, l, mem);
    doc_more(t, ".");
    if (l->contact < 0) return;
    const case_entry *e = &c->record[l->contact];
    doc_more(t, " Yet a %s between the two is on record, on %s",
             record_verb(e->kind), time_print(e->date, mem));
    doc_cite(t, e->id, case_origin_print(c, &e->origin, mem));
    doc_more(t, ".");
}

static void say_direct(doc *to, const case_model *c, const answer *a) {
    const record_link *l = &a->routes->direct;
    if (l->state == CASE_BARRED) {
        say_barred(to, c, a);
        return;
    }
    if (l->state == CASE_OPEN) {
        doc_text *t = doc_say(to, "%s can speak to %s directly",
                              name_of(c, a->from), name_of(c, a->to));
        cite_link(t, c, l, doc_arena(to));
        doc_more(t, ".");
        return;
    }
    doc_say(to, "Whether %s can speak to %s directly is not on record.",
            name_of(c, a->from), name_of(c, a->to));
}

static void say_cut(doc *to, const case_model *c, const answer *a) {
    const int_list cut = a->routes->cut;
    const char **names =
        ARENA_ARRAY(doc_arena(to), const char *, (size_t)cut.count + 1);
    for (int i = 0; i < cut.count; i++)
        names[i] = name_of(c, cut.items[i]);
    if (cut.count == 0) return;
    doc_text *t =
        doc_warning(to, "Every open route passes through %s",
                    record_list_print(names, cut.count, doc_arena(to)));
    doc_more(t,
             ". If %s cannot or will not carry a message, none gets "
             "through by the channels on record.",
             cut.count == 1 ? "that intermediary" : "any one of them");
}

static void bullet_route(doc *to, const case_model *c, const answer *a,
                         const record_route *r) {
    arena *mem = doc_arena(to);
    doc_text *t = doc_bullet(to, "%s", name_of(c, r->actors[0]));
    for (int i = 0; i + 1 < r->count; i++) {
        record_link l = step_of(a, r, i);
        doc_more(t, i == r->unknown ? " \xe2\x80\xa6? " : " \xe2\x86\x92 ");
        doc_more(t, "%s", name_of(c, r->actors[i + 1]));
        if (i == r->unknown)
            doc_toned(t, DOC_MUTED, " (not on record)");
        else
            cite_link(t, c, &l, mem);
    }
    double links = r->count - 1;
    if (r->cost < links || r->cost > links) {
        doc_more(t, "; cost ");
        doc_number(t, r->cost, 0, DOC_REAL);
    }
}

static void show_open(doc *to, const case_model *c, const answer *a) {
    const record_routes *r = a->routes;
    doc_section(to, "Open routes");
    if (r->open_count == 0)
        doc_say(to,
                "No route over open channels (of at most %d links) leads "
                "from %s to %s. Parties do not carry messages for "
                "others.",
                ROUTE_LINKS_MOST, name_of(c, a->from), name_of(c, a->to));
    for (int i = 0; i < r->open_count; i++)
        bullet_route(to, c, a, &r->open[i]);
    if (r->open_count == ROUTES_SHOWN)
        doc_note(to, "These are the best %d; there may be more.", ROUTES_SHOWN);
    doc_end(to);
}

static void show_unknown(doc *to, const case_model *c, const answer *a) {
    const record_routes *r = a->routes;
    if (r->unknown_count == 0) return;
    doc_section(to, "Routes that need one channel nobody has confirmed");
    doc_say(to, "Each of these would work if the channel marked with a "
                "question mark proved to be open; worth a question where the "
                "open routes are few.");
    for (int i = 0; i < r->unknown_count; i++)
        bullet_route(to, c, a, &r->unknown[i]);
    if (r->unknown_count == ROUTES_SHOWN)
        doc_note(to, "These are the shortest %d; there may be more.",
                 ROUTES_SHOWN);
    doc_end(to);
}

static void describe(doc *to, const lens_request *q, const void *found) {
    const answer *a = found;
    put_data(to, q->c, a);
    doc_title(to, "From %s to %s", name_of(q->c, a->from),
              name_of(q->c, a->to));
    say_direct(to, q->c, a);
    say_cut(to, q->c, a);
    show_open(to, q->c, a);
    show_unknown(to, q->c, a);
    doc_note(to, "Contact with, or help to, a group that somebody has "
                 "designated may be regulated where you are. Parley gives no "
                 "legal advice.");
}

extern const lens route_lens;
const lens route_lens = {
    .name = "route",
    .question = "how can one side reach another, and through whom?",
    .operands = "FROM TO",
    .operands_least = 2,
    .operands_most = 2,
    .run = run,
    .describe = describe,
};
