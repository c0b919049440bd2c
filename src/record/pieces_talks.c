/* SPDX-License-Identifier: Apache-2.0
 *
 * Can the talks be carried, and is the text complete?
 *
 * Everyone who leads, mediates, hosts or relays needs an open route to every
 * party (route.c). Talks need a host and a place, and delegations: what is
 * said of these is found in statements about a topic that names them; one that
 * is pending is not there yet.
 *
 * A clause is missing when its status is open or none, or nothing is said;
 * disputed when its readings differ, or a party denies the topic by its key.
 * What the plan itself says (length, start, agenda, venue, deadline, form of
 * the talks, guarantees) counts as said. Agenda, venue, deadline and
 * communication are asked of plans with talks only.
 */
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "case/fields.h"
#include "record/phrase.h"
#include "record/pieces_int.h"
#include "record/route.h"

/* --- Routes --- */

static const char *describe_route(const piece_finder *f,
                                  const record_route *r) {
    const char **names = ARENA_ARRAY(f->mem, const char *, (size_t)r->count);
    for (int i = 1; i + 1 < r->count; i++)
        names[i - 1] = piece_actor(f, r->actors[i]);
    if (r->count == 2) return "directly";
    return arena_format(f->mem, "through %s",
                        record_list_print(names, r->count - 2, f->mem));
}

static void cite_route(piece_finder *f, piece *to, const record_route *r) {
    for (int i = 0; i + 1 < r->count; i++) {
        record_link l = record_link_find(f->n, r->actors[i], r->actors[i + 1]);
        const case_origin *o = record_link_origin(f->c, &l);
        if (i == r->unknown || !o) continue;
        if (l.channel < 0)
            piece_cite(f, to, l.contact);
        else
            piece_cite_origin(to, o);
    }
}

static void find_route(piece_finder *f, int from, int party) {
    const record_routes *all = record_routes_find(f->n, from, party, 1, f->mem);
    bool barred = all->direct.state == CASE_BARRED;
    const char *note = barred ? " (the direct channel is barred)" : "";
    piece *to = piece_add(f, PIECE_ROUTE,
                          arena_format(f->mem, "%s to %s", piece_actor(f, from),
                                       piece_actor(f, party)));
    to->from = from;
    to->party = party;
    if (all->open_count > 0) {
        piece_set(f, to, PIECE_IN_PLACE, "%s%s",
                  describe_route(f, &all->open[0]), note);
        cite_route(f, to, &all->open[0]);
        return;
    }
    piece_set(f, to, PIECE_MISSING, "no open route on record%s", note);
    if (barred) piece_cite_origin(to, record_link_origin(f->c, &all->direct));
    if (all->unknown_count == 0) return;
    const record_route *r = &all->unknown[0];
    piece_set(f, to, PIECE_MISSING,
              "no open route on record%s; one would be there if %s and %s "
              "can speak",
              note, piece_actor(f, r->actors[r->unknown]),
              piece_actor(f, r->actors[r->unknown + 1]));
    cite_route(f, to, r);
}

void pieces_find_routes(piece_finder *f) {
    unsigned carrying = CASE_LEAD | CASE_MEDIATOR | CASE_HOST | CASE_RELAY;
    for (int i = f->c->party_count; i < f->c->actor_count; i++)
        for (int p = 0; p < f->c->party_count; p++)
            if (f->c->actors[i].roles & carrying) find_route(f, i, p);
}

/* --- Host and delegations --- */

static void find_host(piece_finder *f, const case_talks *t) {
    piece *to = piece_add(f, PIECE_TALKS, "host");
    const char *host = NULL;
    for (int i = f->c->party_count; i < f->c->actor_count; i++) {
        if (!(f->c->actors[i].roles & CASE_HOST)) continue;
        const char *name = piece_actor(f, i);
        host = host ? arena_format(f->mem, "%s, %s", host, name) : name;
        piece_cite_origin(to, &f->c->actors[i].origin);
    }
    if (t->in) piece_cite_origin(to, &t->origin);
    if (host && t->in)
        piece_set(f, to, PIECE_IN_PLACE, "%s, in %s", host, t->in);
    else if (host)
        piece_set(f, to, PIECE_MISSING, "%s; no place is named", host);
    else if (t->in)
        piece_set(f, to, PIECE_MISSING, "no host is named; the place is %s",
                  t->in);
    else
        piece_set(f, to, PIECE_MISSING, "neither host nor place is named");
}

static bool names_delegations(const case_entry *e, int party) {
    return !e->draft && !case_is_contact(e->kind) && e->topic &&
           strcasestr(e->topic, "delegation") &&
           case_list_has(e->holders, party);
}

static piece_status status_said(case_entry_kind kind) {
    switch (kind) {
    case CASE_PENDING:
    case CASE_NO_COMMENT:
    case CASE_UNREACHABLE:
        return PIECE_MISSING;
    case CASE_DENY:
        return PIECE_DISPUTED;
    default:
        return PIECE_IN_PLACE;
    }
}

static void find_delegation(piece_finder *f, int party) {
    piece *to = piece_add(
        f, PIECE_TALKS,
        arena_format(f->mem, "delegation of %s", piece_actor(f, party)));
    piece_set(f, to, PIECE_MISSING, "nothing is said");
    for (int i = 0; i < f->c->record_count; i++) {
        const case_entry *e = &f->c->record[i];
        if (!names_delegations(e, party)) continue;
        piece_status status = status_said(e->kind);
        piece_set(f, to, status, "%s%s",
                  status == PIECE_MISSING ? "not settled: " : "",
                  e->gist ? e->gist : record_verb(e->kind));
        piece_cite(f, to, i);
    }
}

void pieces_find_talks(piece_finder *f) {
    const case_talks *t = piece_talks(f);
    if (!t) return;
    find_host(f, t);
    for (int p = 0; p < f->c->party_count; p++)
        find_delegation(f, p);
}

/* --- Clauses --- */

static const case_clause *find_clause(const piece_finder *f, const char *key) {
    for (int i = 0; i < f->p->clause_count; i++)
        if (text_same(f->p->clauses[i].key, key)) return &f->p->clauses[i];
    return NULL;
}

static bool readings_differ(const case_clause *clause) {
    for (int i = 1; i < clause->reading_count; i++)
        if (!text_same(clause->readings[i].text, clause->readings[0].text))
            return true;
    return false;
}

static const char *print_readings(const piece_finder *f,
                                  const case_clause *clause) {
    const char *text = "read differently";
    for (int i = 0; i < clause->reading_count; i++) {
        const case_reading *r = &clause->readings[i];
        text = arena_format(f->mem, "%s%s %s: %s", text, i == 0 ? "." : ";",
                            piece_actor(f, r->actor), r->text);
    }
    return text;
}

static const char *print_lengths(const piece_finder *f) {
    const char *text = NULL;
    for (int k = 0; k < f->p->phase_count; k++) {
        const char *one = time_duration_print(f->p->phases[k].lasts, f->mem);
        text = text ? arena_format(f->mem, "%s, then %s", text, one) : one;
    }
    return text;
}

static const char *print_start(const piece_finder *f) {
    const case_phase *first = &f->p->phases[0];
    if (first->starts.given) return time_print(first->starts, f->mem);
    if (first->when)
        return arena_format(f->mem, "when %s",
                            expr_print(first->when, f->c, f->mem));
    if (first->when_event)
        return arena_format(f->mem, "when %s", first->when_event);
    return NULL;
}

static const char *print_agenda(const piece_finder *f) {
    const case_talks *t = piece_talks(f);
    const char **names =
        ARENA_ARRAY(f->mem, const char *, (size_t)t->on.count + 1);
    for (int i = 0; i < t->on.count; i++)
        names[i] = f->c->issues[t->on.items[i]].id;
    return record_list_print(names, t->on.count, f->mem);
}

static const char *print_deadline(const piece_finder *f) {
    const case_talks *t = piece_talks(f);
    bool open = f->p->phases[f->p->phase_count - 1].lasts.open;
    if (open && !t->by_given) return NULL;
    return arena_format(f->mem, "within %s",
                        time_duration_print(t->by, f->mem));
}

static const char *print_guarantors(const piece_finder *f) {
    const char *text = NULL;
    for (int i = 0; i < f->p->guarantee_count; i++) {
        if (f->p->guarantees[i].status != CASE_OFFERED) continue;
        const char *name = piece_actor(f, f->p->guarantees[i].by);
        text = text ? arena_format(f->mem, "%s, %s", text, name) : name;
    }
    return text;
}

static bool is_of_talks(const char *key) {
    static const char *const keys[] = {"agenda", "venue", "deadline",
                                       "communication"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (text_same(keys[i], key)) return true;
    return false;
}

/* What the plan itself says under a key, or NULL. */
static const char *said_by_plan(const piece_finder *f, const char *key) {
    const case_talks *t = piece_talks(f);
    if (text_same(key, "duration")) return print_lengths(f);
    if (text_same(key, "start")) return print_start(f);
    if (text_same(key, "guarantors")) return print_guarantors(f);
    if (!t) return NULL;
    if (text_same(key, "agenda")) return print_agenda(f);
    if (text_same(key, "venue")) return t->in;
    if (text_same(key, "communication")) return t->form;
    if (text_same(key, "deadline")) return print_deadline(f);
    return NULL;
}

static void judge_clause(piece_finder *f, piece *to,
                         const case_clause *clause) {
    static const char *const words[] = {[CASE_AGREED] = "",
                                        [CASE_UNSETTLED] = "open",
                                        [CASE_NO_CLAUSE] = "none"};
    const char *word = words[clause->status];
    const char *text = clause->text ? clause->text : "";
    bool settled = clause->status == CASE_AGREED;
    piece_cite_origin(to, &clause->origin);
    if (readings_differ(clause)) {
        piece_set(f, to, PIECE_DISPUTED, "%s%s%s", text,
                  clause->text ? "; " : "", print_readings(f, clause));
        return;
    }
    piece_set(f, to, settled ? PIECE_IN_PLACE : PIECE_MISSING, "%s%s%s", word,
              !settled && clause->text ? ": " : "", text);
}

static void find_denial(piece_finder *f, piece *to, const char *key) {
    for (int i = 0; i < f->c->record_count; i++) {
        const case_entry *e = &f->c->record[i];
        if (e->draft || e->kind != CASE_DENY || !e->topic) continue;
        if (strcasecmp(e->topic, key) != 0) continue;
        piece_set(f, to, PIECE_DISPUTED, "%s, denied by %s", to->text,
                  record_speakers_print(f->c, e, f->mem));
        piece_cite(f, to, i);
    }
}

/* Asked of no other agreement than a truce. */
static bool is_of_truces(const char *key) {
    static const char *const keys[] = {"command",   "permitted",  "geography",
                                       "forces",    "access",     "crossings",
                                       "detainees", "commission", "languages"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (text_same(keys[i], key)) return true;
    return false;
}

static void find_clause_piece(piece_finder *f, const char *key) {
    const case_clause *clause = find_clause(f, key);
    if (!clause && is_of_talks(key) && !piece_talks(f)) return;
    if (!clause && is_of_truces(key) && !case_has_truce(f->c)) return;
    piece *to = piece_add(f, PIECE_CLAUSE, key);
    const char *said = clause ? NULL : said_by_plan(f, key);
    if (clause) {
        judge_clause(f, to, clause);
    } else if (said) {
        const case_talks *t = piece_talks(f);
        piece_set(f, to, PIECE_IN_PLACE, "the plan says: %s", said);
        piece_cite_origin(to, is_of_talks(key) ? &t->origin
                                               : &f->p->phases[0].origin);
    } else {
        piece_set(f, to, PIECE_MISSING, "nothing is said");
        to->unsaid = true;
    }
    find_denial(f, to, key);
}

void pieces_find_clauses(piece_finder *f) {
    for (int i = 0; fields_clauses[i]; i++)
        find_clause_piece(f, fields_clauses[i]);
    for (int i = 0; i < f->p->clause_count; i++) {
        bool known = false;
        for (int j = 0; fields_clauses[j]; j++)
            known = known || text_same(fields_clauses[j], f->p->clauses[i].key);
        if (!known) find_clause_piece(f, f->p->clauses[i].key);
    }
}
