/* SPDX-License-Identifier: Apache-2.0
 *
 * What did the new version change?
 *
 * A proposal is laid out as sayings, each a term with what is said of it
 * ("phase 1 lasts": "7 days"); versions differ where a term has another text,
 * or none. Phases are compared by their number. Names of proposals and sources
 * are no terms.
 *
 * Edge cases: a term that is said twice (two guarantees of the same by the
 * same) is one with both texts. Deadlines of talks that follow from the length
 * of their phase are no terms of their own.
 */
#include "record/change.h"

#include "base/text.h"
#include "case/fields.h"
#include "case/names.h"
#include "record/phrase.h"

typedef struct saying {
    const char *what, *text;
} saying;

typedef struct layout {
    const case_model *c;
    case_names *names;
    saying *items;
    int count, room;
    arena *mem;
} layout;

static void say(layout *l, const char *what, const char *text) {
    if (!text) return;
    int there = names_find(l->names, 0, what);
    if (there >= 0) {
        saying *s = &l->items[there];
        s->text = arena_format(l->mem, "%s; %s", s->text, text);
        return;
    }
    if (l->count == l->room) {
        int room = 2 * l->room;
        l->items = arena_grow(l->mem, l->items, (size_t)l->count, (size_t)room,
                              sizeof *l->items);
        l->room = room;
    }
    names_put(l->names, 0, what, l->count);
    l->items[l->count++] = (saying){what, text};
}

/* --- Lists --- */

static const char *actors_of(const layout *l, int_list actors) {
    const char **names = ARENA_ARRAY(l->mem, const char *, actors.count + 1);
    for (int i = 0; i < actors.count; i++)
        names[i] = l->c->actors[actors.items[i]].name;
    return actors.count > 0 ? record_list_print(names, actors.count, l->mem)
                            : NULL;
}

static const char *issues_of(const layout *l, int_list issues) {
    const char **names = ARENA_ARRAY(l->mem, const char *, issues.count + 1);
    for (int i = 0; i < issues.count; i++)
        names[i] = l->c->issues[issues.items[i]].id;
    return issues.count > 0 ? record_list_print(names, issues.count, l->mem)
                            : NULL;
}

static const char *bounds_of(const layout *l, const case_talks *t) {
    const char **texts = ARENA_ARRAY(l->mem, const char *, t->within_count + 1);
    for (int i = 0; i < t->within_count; i++)
        texts[i] = expr_print(t->within[i], l->c, l->mem);
    return t->within_count > 0
               ? record_list_print(texts, t->within_count, l->mem)
               : NULL;
}

/* --- Phases --- */

static const char *wait_of(const layout *l, const case_phase *p) {
    return p->when ? expr_print(p->when, l->c, l->mem) : p->when_event;
}

static void lay_phase(layout *l, const case_phase *p, int number) {
    const char *name = arena_format(l->mem, "phase %d", number);
    say(l, name, p->name);
    for (int i = 0; i < p->terms.count; i++) {
        const case_term *term = &p->terms.items[i];
        const case_issue *issue = &l->c->issues[term->issue];
        say(l, arena_format(l->mem, "%s, %s", name, issue->id),
            issue->options[term->options.items[0]]);
    }
    say(l, arena_format(l->mem, "%s lasts", name),
        time_duration_print(p->lasts, l->mem));
    if (p->has_collapse)
        say(l, arena_format(l->mem, "%s collapses", name),
            arena_format(l->mem, "%g a day", p->collapse));
    say(l, arena_format(l->mem, "%s waits for", name), wait_of(l, p));
    say(l, arena_format(l->mem, "%s declared by", name),
        actors_of(l, p->declared_by));
    if (p->starts.given)
        say(l, arena_format(l->mem, "%s starts", name),
            time_print(p->starts, l->mem));
}

static void lay_talks(layout *l, const case_talks *t) {
    if (!t) return;
    say(l, "talks on", issues_of(l, t->on));
    say(l, "talks in", t->in);
    say(l, "talks held", t->form);
    say(l, "talks within", bounds_of(l, t));
    say(l, "if talks fail", fields_fails[t->fail]);
    if (t->by_given)
        say(l, "deadline of talks", time_duration_print(t->by, l->mem));
}

/* --- What stands beside the phases --- */

static void lay_guarantee(layout *l, const case_guarantee *g) {
    const char *of = record_guaranteed_print(l->c, g->of, g->issues, l->mem);
    const char *to = actors_of(l, g->to);
    const char *strength =
        g->has_strength ? arena_format(l->mem, ", strength %g", g->strength)
                        : "";
    say(l,
        arena_format(l->mem, "guarantee of %s by %s%s%s", *of ? of : "nothing",
                     l->c->actors[g->by].name, to ? " to " : "", to ? to : ""),
        arena_format(l->mem, "%s%s", fields_guarantees[g->status], strength));
}

static void lay_clause(layout *l, const case_clause *k) {
    const char *what = arena_format(l->mem, "clause %s", k->key);
    const char *text = k->text ? k->text : "";
    say(l, what,
        k->status == CASE_AGREED && k->text
            ? text
            : arena_format(l->mem, "%s%s%s", text, k->text ? ", " : "",
                           fields_clause_states[k->status]));
    for (int i = 0; i < k->reading_count; i++)
        say(l,
            arena_format(l->mem, "%s as %s reads it", what,
                         l->c->actors[k->readings[i].actor].name),
            k->readings[i].text);
}

/* Unless it is left to follow from the rest. */
static void say_fact(layout *l, const char *what, case_auto value) {
    if (value != CASE_AUTO) say(l, what, fields_autos[value]);
}

static void lay_truce(layout *l, const case_truce *t) {
    if (!t->given) return;
    say(l, "kind of truce", fields_truces[t->kind]);
    say_fact(l, "truce of fixed term", t->fixed);
    say_fact(l, "truce in writing", t->written);
    say_fact(l, "truce mediated", t->mediated);
    say_fact(l, "truce with disarmament", t->ddr);
    if (t->has_prior)
        say(l, "earlier truces that failed",
            arena_format(l->mem, "%d of %d", t->prior_failed, t->prior_known));
}

static layout lay_out(const case_model *c, const case_proposal *p, arena *mem) {
    enum { USUAL = 32 };
    layout l = {.c = c, .names = names_new(mem), .room = USUAL, .mem = mem};
    l.items = ARENA_ARRAY(mem, saying, USUAL);
    for (int k = 0; k < p->phase_count; k++)
        lay_phase(&l, &p->phases[k], k + 1);
    for (int k = 0; k < p->phase_count; k++)
        lay_talks(&l, p->phases[k].talks);
    for (int i = 0; i < p->guarantee_count; i++)
        lay_guarantee(&l, &p->guarantees[i]);
    for (int i = 0; i < p->clause_count; i++)
        lay_clause(&l, &p->clauses[i]);
    lay_truce(&l, &p->truce);
    return l;
}

/* --- Comparing --- */

static const char *text_of(const layout *l, const char *what) {
    int at = names_find(l->names, 0, what);
    return at < 0 ? NULL : l->items[at].text;
}

record_changes record_changes_find(const case_model *c,
                                   const case_proposal *from,
                                   const case_proposal *to, arena *mem) {
    layout a = lay_out(c, from, mem), b = lay_out(c, to, mem);
    record_change *items =
        ARENA_ARRAY(mem, record_change, (size_t)a.count + (size_t)b.count + 1);
    int count = 0;
    for (int i = 0; i < b.count; i++) {
        const char *was = text_of(&a, b.items[i].what);
        if (!text_same(was, b.items[i].text))
            items[count++] =
                (record_change){b.items[i].what, was, b.items[i].text};
    }
    for (int i = 0; i < a.count; i++)
        if (!text_of(&b, a.items[i].what))
            items[count++] =
                (record_change){a.items[i].what, a.items[i].text, NULL};
    return (record_changes){items, count};
}

const char *record_changes_print(record_changes changes, arena *mem) {
    const char *text = "";
    for (int i = 0; i < changes.count; i++) {
        const record_change *k = &changes.items[i];
        const char *is = k->is ? k->is : "dropped";
        const char *was =
            k->was ? arena_format(mem, ", was %s", k->was) : ", new";
        text = arena_format(mem, "%s%s%s: %s%s", text, i > 0 ? "; " : "",
                            k->what, is, was);
    }
    return text;
}

int record_version(const case_model *c, int proposal) {
    int above = 0;
    while (proposal >= 0 && c->proposals[proposal].version == 0) {
        above++;
        proposal = c->proposals[proposal].supersedes;
    }
    return above + (proposal < 0 ? 0 : c->proposals[proposal].version);
}
