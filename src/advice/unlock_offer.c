/* SPDX-License-Identifier: Apache-2.0
 * Changes that somebody else has to make, or that the case brings along:
 * guarantees, the case's levers, and trades that are on record.
 *
 * Guarantees are made up for those who are guarantors by role or were asked
 * for one in this proposal: of the truce and of the talks to each party, and
 * of each issue on the agenda that somebody has to carry out. A conditional
 * pair ("if you, we") is a trade of the record: both sides of it at once, at
 * the cost of two changes; a set never has half of it under that name.
 *
 * Edge cases: a guarantee that is offered already is none. A lever that speaks
 * of a phase or of talks that the proposal doesn't have doesn't fit it, nor
 * does one that would take an obligation back; a lever that grants one does. */
#include "advice/unlock_int.h"

#include "record/phrase.h"

/* --- Guarantees --- */

static bool could_guarantee(const case_model *c, const case_proposal *p,
                            int actor) {
    if (c->actors[actor].roles & CASE_GUARANTOR) return true;
    for (int i = 0; i < p->guarantee_count; i++)
        if (p->guarantees[i].by == actor) return true;
    return false;
}

static int_list just(int item, arena *mem) {
    int *items = ARENA_ARRAY(mem, int, 1);
    items[0] = item;
    return (int_list){items, 1};
}

typedef struct offering {
    case_guarantee *items;
    int count;
    arena *mem;
} offering;

static void offer_to(offering *o, int by, case_guarantee_of of, int party) {
    o->items[o->count++] = (case_guarantee){
        .by = by, .to = just(party, o->mem), .of = of, .status = CASE_OFFERED};
}

static void offer_issues(offering *o, const case_model *c,
                         const case_talks *talks, int by) {
    for (int i = 0; talks && i < talks->on.count; i++) {
        int j = talks->on.items[i];
        if (c->issues[j].by.count == 0) continue;
        o->items[o->count++] = (case_guarantee){.by = by,
                                                .of = CASE_OF_ISSUES,
                                                .issues = just(j, o->mem),
                                                .status = CASE_OFFERED};
    }
}

const case_guarantee *unlock_make_offers(const case_model *c, int proposal,
                                         int *count, arena *mem) {
    const case_proposal *p = &c->proposals[proposal];
    const case_talks *talks = p->phases[p->phase_count - 1].talks;
    size_t each = 2 * (size_t)c->party_count + (size_t)c->issue_count;
    offering o = {
        ARENA_ARRAY(mem, case_guarantee, each * (size_t)c->actor_count + 1), 0,
        mem};
    for (int i = c->party_count; i < c->actor_count; i++) {
        if (!could_guarantee(c, p, i)) continue;
        for (int k = 0; k < c->party_count; k++)
            offer_to(&o, i, CASE_OF_TRUCE, k);
        for (int k = 0; talks && k < c->party_count; k++)
            offer_to(&o, i, CASE_OF_TALKS, k);
        offer_issues(&o, c, talks, i);
    }
    *count = o.count;
    return o.items;
}

static bool offered(const case_proposal *p, const case_guarantee *g) {
    for (int i = 0; i < p->guarantee_count; i++) {
        const case_guarantee *has = &p->guarantees[i];
        if (has->status == CASE_OFFERED && has->by == g->by &&
            has->of == g->of && has->to.count == g->to.count &&
            (g->to.count == 0 || has->to.items[0] == g->to.items[0]) &&
            has->issues.count == g->issues.count &&
            (g->issues.count == 0 ||
             has->issues.items[0] == g->issues.items[0]))
            return true;
    }
    return false;
}

static const char *offer_words(const unlock_list *l, const case_guarantee *g) {
    const case_model *c = l->f->c;
    const char *by = c->actors[g->by].name;
    const char *of = record_guaranteed_print(c, g->of, g->issues, l->mem);
    if (g->of == CASE_OF_ISSUES)
        return arena_format(l->mem, "%s guarantees what is settled on %s", by,
                            of);
    return arena_format(l->mem, "%s guarantees %s to %s", by, of,
                        c->actors[g->to.items[0]].name);
}

void unlock_list_offers(unlock_list *l, const case_guarantee *made, int count) {
    for (int i = 0; i < count; i++) {
        int value, slot = unlock_offer(l->f, &made[i], &value);
        if (slot < 0 || offered(l->f->proposal, &made[i])) continue;
        unlock_write_to(l, slot, value);
        unlock_add(l, (unlock_change){.kind = UNLOCK_GUARANTEE,
                                      .what = offer_words(l, &made[i]),
                                      .cost = 1,
                                      .issue = -1,
                                      .entry = -1,
                                      .lever = -1});
    }
}

/* --- Trades on record --- */

static bool put_terms(unlock_list *l, case_terms terms) {
    for (int i = 0; i < terms.count; i++) {
        const case_term *t = &terms.items[i];
        if (l->f->c->issues[t->issue].obligation) return false;
        unlock_write_to(l, unlock_term(l->f, l->f->phase_count - 1, t->issue),
                        t->options.items[0]);
    }
    return true;
}

void unlock_list_pairs(unlock_list *l) {
    const case_model *c = l->f->c;
    for (int i = 0; i < c->record_count; i++) {
        const case_entry *e = &c->record[i];
        if (e->kind != CASE_TRADE || e->draft || e->holders.count == 0)
            continue;
        l->writes = 0;
        if (!put_terms(l, e->about) || !put_terms(l, e->in_return)) {
            l->writes = 0;
            continue;
        }
        const char *what =
            arena_format(l->mem, "if %s, then %s (offered by %s)",
                         record_terms_print(c, e->in_return, l->mem),
                         record_terms_print(c, e->about, l->mem),
                         c->actors[e->holders.items[0]].name);
        unlock_add(l, (unlock_change){.kind = UNLOCK_PAIR,
                                      .what = what,
                                      .cost = 2,
                                      .issue = -1,
                                      .entry = i,
                                      .lever = -1});
    }
}

/* --- Levers --- */

static bool fits_terms(const unlock_list *l, const case_change *change) {
    for (int i = 0; i < change->term_count; i++) {
        const case_term *t = &change->terms[i];
        int has = l->f->base[unlock_term(l->f, change->phase, t->issue)];
        if (l->f->c->issues[t->issue].obligation && has >= 0) return false;
    }
    for (int i = 0; i < change->talks_drop.count; i++)
        if (l->f->c->issues[change->talks_drop.items[i]].obligation)
            return false;
    return true;
}

static bool fits(const unlock_list *l, const case_change *change) {
    bool talks = change->talks_add.count > 0 || change->talks_drop.count > 0 ||
                 change->has_fail || change->has_by || change->within_count > 0;
    if (change->phase >= l->f->phase_count) return false;
    if (talks && !l->f->talks) return false;
    return fits_terms(l, change);
}

static void put_extras(unlock_list *l, const case_change *change) {
    const unlock_fields *f = l->f;
    for (int i = 0; i < f->bound_count; i++)
        for (int k = 0; k < change->within_count; k++)
            if (f->bounds[i] == change->within[k])
                unlock_write_to(l, f->within + i, 1);
    for (int i = 0; i < f->paid_count; i++)
        for (int k = 0; k < change->payment_count; k++)
            if (f->paid[i] == &change->payments[k])
                unlock_write_to(l, f->paid_slot[i], i + 1);
    for (int i = 0; i < f->set_count; i++)
        for (int k = 0; k < change->parameter_count; k++)
            if (f->set[i] == &change->parameters[k])
                unlock_write_to(l, f->set_slot[i], i + 1);
}

static void put_change(unlock_list *l, const case_change *change) {
    unlock_fields *f = l->f;
    for (int i = 0; i < change->term_count; i++) {
        const case_term *t = &change->terms[i];
        unlock_write_to(l, unlock_term(f, change->phase, t->issue),
                        t->options.count > 0 ? t->options.items[0] : -1);
    }
    for (int i = 0; i < change->talks_add.count; i++)
        unlock_write_to(l, f->agenda + change->talks_add.items[i], 1);
    for (int i = 0; i < change->talks_drop.count; i++)
        unlock_write_to(l, f->agenda + change->talks_drop.items[i], 0);
    if (change->has_fail)
        unlock_write_to(l, f->fail, change->fail == CASE_STAY);
    if (change->has_by)
        unlock_write_to(l, f->by, unlock_duration(f, change->by));
    if (change->has_lasts)
        unlock_write_to(l, f->lasts + change->phase,
                        unlock_duration(f, change->lasts));
    int value;
    int slot =
        change->guarantee ? unlock_offer(f, change->guarantee, &value) : -1;
    if (slot >= 0) unlock_write_to(l, slot, value);
    put_extras(l, change);
}

void unlock_list_levers(unlock_list *l) {
    const case_model *c = l->f->c;
    for (int i = 0; i < c->lever_count; i++) {
        const case_lever *lever = &c->levers[i];
        bool all = true;
        for (int k = 0; k < lever->change_count; k++)
            all = all && fits(l, &lever->changes[k]);
        for (int k = 0; all && k < lever->change_count; k++)
            put_change(l, &lever->changes[k]);
        if (!all) continue;
        unlock_add(l, (unlock_change){.kind = UNLOCK_LEVER,
                                      .what = lever->name,
                                      .cost = lever->cost,
                                      .issue = -1,
                                      .entry = -1,
                                      .lever = i});
    }
}

/* --- Whom to ask --- */

unlock_approaches unlock_approaches_find(const case_model *c, arena *mem) {
    unlock_approach *items =
        ARENA_ARRAY(mem, unlock_approach, (size_t)c->relation_count + 1);
    int count = 0;
    for (int i = 0; i < c->relation_count; i++) {
        const case_relation *r = &c->relations[i];
        bool sourced = r->origin.source >= 0;
        if (r->kind == CASE_INFLUENCES && sourced && r->to < c->party_count &&
            r->from >= c->party_count)
            items[count++] = (unlock_approach){i, r->from, r->to};
    }
    return (unlock_approaches){items, count};
}
