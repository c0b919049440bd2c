/* SPDX-License-Identifier: Apache-2.0
 * Where things stand: proposals and their answers, standing positions, who
 * has not spoken, who can't speak to whom and the way round. */
#include "lens/brief.h"

#include "base/text.h"
#include "lens/entries.h"
#include "lens/record_lens.h"
#include "record/phrase.h"
#include "record/route.h"

static const char *const status_words[] = {
    [CASE_STATUS_NONE] = NULL,
    [CASE_FLOATED] = "floated",
    [CASE_SENT] = "sent",
    [CASE_UNDER_STUDY] = "under study",
    [CASE_ACCEPTED] = "accepted",
    [CASE_REJECTED] = "rejected",
    [CASE_STATUS_AGREED] = "agreed",
    [CASE_DECLARED] = "declared",
    [CASE_IN_FORCE] = "in force",
    [CASE_EXTENDED] = "extended",
    [CASE_LAPSED] = "lapsed",
    [CASE_BROKEN] = "broken",
    [CASE_STATUS_WITHDRAWN] = "withdrawn",
    [CASE_SUPERSEDED] = "superseded",
};

static void cite_origin(doc_text *t, const case_model *c, const case_origin *o,
                        arena *mem) {
    if (o->source == CASE_SOURCE_NONE) return;
    doc_cite(t, NULL, case_origin_print(c, o, mem));
}

/* --- Proposals --- */

static bool answers(const case_entry *e, int proposal) {
    return e->proposal == proposal && !e->draft && !e->authored &&
           e->origin.source != CASE_SOURCE_ANALYST &&
           (e->kind == CASE_ACCEPT || e->kind == CASE_REJECT ||
            e->kind == CASE_NO_COMMENT || e->kind == CASE_UNREACHABLE);
}

static const char *answer_words(case_entry_kind kind) {
    switch (kind) {
    case CASE_ACCEPT:
        return "accepted";
    case CASE_REJECT:
        return "rejected it";
    case CASE_NO_COMMENT:
        return "would not comment";
    default:
        return "was not reached";
    }
}

static void say_answers(doc_text *t, const case_model *c, int proposal,
                        arena *mem) {
    for (int i = 0; i < c->record_count; i++) {
        const case_entry *e = &c->record[i];
        if (!answers(e, proposal)) continue;
        for (int k = 0; k < e->holders.count; k++)
            doc_more(t, "; %s %s", c->actors[e->holders.items[k]].name,
                     answer_words(e->kind));
        entry_cite(t, c, i, mem);
    }
}

static void say_proposal(doc *to, const case_model *c, const plans_row *r) {
    arena *mem = doc_arena(to);
    const case_proposal *p = r->proposal;
    doc_text *t = doc_bullet(to, "%s", "");
    doc_strong(t, "\"%s\"", plans_name(r));
    if (!text_same(plans_name(r), r->name)) doc_more(t, " (%s)", r->name);
    const char **by = ARENA_ARRAY(mem, const char *, (size_t)p->by.count + 1);
    for (int i = 0; i < p->by.count; i++)
        by[i] = c->actors[p->by.items[i]].name;
    if (p->by.count > 0)
        doc_more(t, ", by %s", record_list_print(by, p->by.count, mem));
    if (status_words[p->status]) {
        doc_more(t, ": %s", status_words[p->status]);
        cite_origin(t, c, &p->status_origin, mem);
    }
    say_answers(t, c, case_proposal_find(c, r->name), mem);
    doc_more(t, ".");
}

/* --- Positions --- */

static bool is_position(const record_claim *m) {
    return !m->assumed && m->replaced_by < 0 && m->kind != CASE_ACCEPT &&
           m->kind != CASE_REJECT;
}

/* A demand has a claim an issue; standing ones of an entry go together. */
static case_terms gather_terms(const record_evidence *e, int first,
                               arena *mem) {
    const record_claim *m = &e->claims[first];
    case_term *terms =
        ARENA_ARRAY(mem, case_term, (size_t)(e->claim_count - first));
    int count = 0;
    for (int i = first; i < e->claim_count; i++) {
        const record_claim *n = &e->claims[i];
        if (n->entry == m->entry && n->party == m->party &&
            n->about.count == 1 && is_position(n))
            terms[count++] = n->about.items[0];
    }
    return (case_terms){terms, count};
}

static bool is_first_of_entry(const record_evidence *e, int claim) {
    for (int i = 0; i < claim; i++)
        if (e->claims[i].entry == e->claims[claim].entry &&
            e->claims[i].party == e->claims[claim].party &&
            is_position(&e->claims[i]))
            return false;
    return true;
}

static void say_position(doc_text *t, const case_model *c,
                         const record_evidence *e, int claim) {
    const record_claim *m = &e->claims[claim];
    case_terms about =
        m->kind == CASE_DEMAND ? gather_terms(e, claim, t->mem) : m->about;
    doc_more(t, " %s %s", record_verb(m->kind),
             record_about_print(c, &c->record[m->entry], about, t->mem));
    if (!m->own) doc_toned(t, DOC_MUTED, " (by another's word)");
    entry_cite(t, c, m->entry, t->mem);
}

static void say_positions_of(doc *to, const case_model *c,
                             const brief_answer *a, int party) {
    const record_evidence *e = a->evidence;
    doc_text *t = NULL;
    for (int i = 0; i < e->claim_count; i++) {
        if (e->claims[i].party != party || !is_position(&e->claims[i]) ||
            !is_first_of_entry(e, i))
            continue;
        if (t)
            doc_more(t, ";");
        else
            t = doc_bullet(to, "%s", c->actors[party].name);
        say_position(t, c, e, i);
    }
    if (t) doc_more(t, ".");
}

/* --- Channels --- */

static bool mediates(const case_actor *actor) {
    return actor->roles & (CASE_LEAD | CASE_MEDIATOR | CASE_HOST);
}

static bool needs_way(const case_model *c, const record_link *l) {
    bool a = l->a < c->party_count, b = l->b < c->party_count;
    return l->state == CASE_BARRED &&
           ((a && b) || (a && mediates(&c->actors[l->b])) ||
            (b && mediates(&c->actors[l->a])));
}

static void say_way(doc_text *t, const case_model *c, const brief_answer *a,
                    const record_link *l, arena *mem) {
    record_route r = record_route_best(a->network, l->a, l->b, mem);
    if (r.count == 0) {
        doc_more(t, "; no open way round is on record");
        return;
    }
    doc_more(t, "; the way round is through");
    for (int i = 1; i + 1 < r.count; i++)
        doc_more(t, "%s %s", i > 1 ? " and" : "", c->actors[r.actors[i]].name);
}

static void say_channels(doc *to, const case_model *c, const brief_answer *a) {
    arena *mem = doc_arena(to);
    for (int i = 0; i < a->network->link_count; i++) {
        const record_link *l = &a->network->links[i];
        if (!needs_way(c, l)) continue;
        doc_text *t = doc_bullet(to, "%s and %s do not speak directly",
                                 c->actors[l->a].name, c->actors[l->b].name);
        const case_origin *o = record_link_origin(c, l);
        say_way(t, c, a, l, mem);
        if (o) cite_origin(t, c, o, mem);
        doc_more(t, ".");
    }
}

static void say_contacts(doc *to, const case_model *c, const brief_answer *a) {
    const record_survey *s = a->survey;
    if (s->contacts == 0) return;
    arena *mem = doc_arena(to);
    int last = s->in_time.items[s->in_time.count - 1];
    doc_text *t = doc_bullet(to, "%d contact%s on record, the latest on %s",
                             s->contacts, s->contacts == 1 ? "" : "s",
                             time_print(c->record[last].date, mem));
    entry_cite(t, c, last, mem);
    doc_more(t, ".");
}

void brief_say_record(doc *to, const case_model *c, const brief_answer *a) {
    if (c->as_of.given)
        doc_section(to, "Where things stand on %s",
                    time_print(c->as_of, doc_arena(to)));
    else
        doc_section(to, "Where things stand");
    if (c->record_count == 0) doc_say(to, "Nothing is on record yet.");
    for (int i = 0; i < a->table_count; i++)
        say_proposal(to, c, &a->plans->rows[a->table[i]]);
    for (int p = 0; p < c->party_count; p++)
        say_positions_of(to, c, a, p);
    say_channels(to, c, a);
    say_contacts(to, c, a);
    record_plot_channels(to, c, a->network);
    doc_end(to);
}
