/* SPDX-License-Identifier: Apache-2.0
 * Everything a case says as one text, without places: two models are equal
 * if their dumps are. Written field by field, apart from the code it checks. */
#ifndef TESTS_CASE_DUMP_H
#define TESTS_CASE_DUMP_H

#include "test.h"

#include "case/model.h"

typedef struct dump {
    const case_model *c;
    arena *mem;
    char *text;
    size_t size, room;
} dump;

__attribute__((format(printf, 2, 3))) static inline void
put(dump *d, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    size_t size = (size_t)vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (d->size + size + 1 > d->room) {
        size_t room = 2 * (d->size + size + 1);
        d->text = arena_grow(d->mem, d->text, d->size, room, 1);
        d->room = room;
    }
    vsnprintf(d->text + d->size, size + 1, format, args);
    d->size += size;
    va_end(args);
}

static inline void put_text(dump *d, const char *text) {
    put(d, text ? " '%s'" : " ~", text);
}

static inline void put_moment(dump *d, moment at) {
    if (at.given)
        put(d, " @%lld%+d%s", (long long)at.seconds, at.offset,
            at.whole_day ? "d" : "");
    else
        put(d, " @~");
}

static inline void put_ints(dump *d, int_list list) {
    put(d, " [");
    for (int i = 0; i < list.count; i++)
        put(d, "%d ", list.items[i]);
    put(d, "]");
}

static inline void put_texts(dump *d, text_list list) {
    put(d, " [");
    for (int i = 0; i < list.count; i++)
        put_text(d, list.items[i]);
    put(d, "]");
}

static inline void put_terms(dump *d, case_terms terms) {
    put(d, " {");
    for (int i = 0; i < terms.count; i++) {
        put(d, "%d", terms.items[i].issue);
        put_ints(d, terms.items[i].options);
    }
    put(d, "}");
}

static inline void put_origin(dump *d, case_origin o) {
    put(d, " <%d %d", o.source, o.paragraph);
    put_text(d, o.why);
    put(d, ">");
}

static inline void put_access(dump *d, case_access a) {
    put(d, " %d%d", a.protect, a.limited);
    put_ints(d, a.actors);
}

static inline void put_expr(dump *d, const expr *e) {
    put(d, " (%s)", e ? expr_print(e, d->c, d->mem) : "~");
}

static inline void dump_who(dump *d) {
    const case_model *c = d->c;
    for (int i = 0; i < c->source_count; i++) {
        const case_source *s = &c->sources[i];
        put(d, "\nsource");
        put_text(d, s->id);
        put_text(d, s->title);
        put_text(d, s->outlet);
        put_text(d, s->file);
        put_texts(d, s->via);
        put_moment(d, s->date);
        put(d, " %d", s->grade);
        put_origin(d, s->origin);
        put_access(d, s->access);
    }
    put(d, "\nparties %d", c->party_count);
    for (int i = 0; i < c->actor_count; i++) {
        const case_actor *a = &c->actors[i];
        put(d, "\nactor");
        put_text(d, a->id);
        put_text(d, a->name);
        put_texts(d, a->also);
        put(d, " %u", a->roles);
        put_origin(d, a->origin);
        for (int b = 0; b < a->body_count; b++) {
            put_text(d, a->bodies[b].id);
            put_text(d, a->bodies[b].seat);
            put(d, " %d", a->bodies[b].must_consent);
            put_origin(d, a->bodies[b].origin);
        }
    }
    for (int i = 0; i < c->person_count; i++) {
        const case_person *p = &c->people[i];
        put(d, "\nperson");
        put_text(d, p->id);
        put_text(d, p->name);
        put(d, " %d", p->of);
        put_text(d, p->bloc);
        put(d, " %d", p->office);
        put_texts(d, p->also);
        put(d, " %d", p->several);
        put_origin(d, p->origin);
        put_access(d, p->access);
    }
    for (int i = 0; i < c->relation_count; i++) {
        const case_relation *r = &c->relations[i];
        put(d, "\nrelation %d %d %d", r->from, r->to, r->kind);
        put_origin(d, r->origin);
    }
    for (int i = 0; i < c->channel_count; i++) {
        const case_channel *ch = &c->channels[i];
        put(d, "\nchannel %d %d %d %.17g", ch->a, ch->b, ch->state, ch->cost);
        put_origin(d, ch->origin);
        put_access(d, ch->access);
    }
}

static inline void dump_issues(dump *d) {
    const case_model *c = d->c;
    for (int i = 0; i < c->issue_count; i++) {
        const case_issue *s = &c->issues[i];
        put(d, "\nissue");
        put_text(d, s->id);
        put_text(d, s->unit);
        put(d, " now %d %d%d%d cell %d", s->now, s->scale, s->numeric,
            s->obligation, s->cell);
        for (int o = 0; o < s->option_count; o++)
            put_text(d, s->options[o]);
        for (int o = 0; s->values && o < s->option_count; o++)
            put(d, " %.17g", s->values[o]);
        put_ints(d, s->by);
        put_origin(d, s->origin);
    }
    for (int i = 0; i < c->rule_count; i++) {
        put(d, "\nrule");
        put_expr(d, c->rules[i].holds);
        put_origin(d, c->rules[i].origin);
    }
    put(d, "\nneed");
    put_expr(d, c->talks_need);
}

static inline void dump_preference(dump *d, const case_preference *p) {
    put(d, "\npreference %d", p->kind);
    for (int i = 0; p->worth && i < d->c->cell_count; i++)
        put(d, " %lld", (long long)p->worth[i]);
    put(d, " %d%d %lld %d %lld %.17g", p->has_reserve, p->no_reserve,
        (long long)p->reserve, p->has_cap, (long long)p->cap, p->discount);
    for (int i = 0; i < p->when_count; i++) {
        put_expr(d, p->when[i].holds);
        put(d, " %lld", (long long)p->when[i].worth);
    }
    for (int i = 0; i < p->order_count; i++)
        put_expr(d, p->order[i]);
    for (int i = 0; i < p->tier_count; i++)
        put_ints(d, p->ranking[i].states);
    put_origin(d, p->origin);
}

static inline void dump_entry(dump *d, const case_entry *e) {
    put(d, "\nentry");
    put_text(d, e->id);
    put(d, " %s", case_entry_kind_name(e->kind));
    put_moment(d, e->date);
    put(d, " %d", e->undated);
    put_origin(d, e->origin);
    put_access(d, e->access);
    put_text(d, e->gist);
    put(d, " draft %d by", e->draft);
    for (int i = 0; i < e->by_count; i++) {
        put(d, " %d:%d", e->by[i].kind, e->by[i].index);
        put_text(d, e->by[i].bloc);
    }
    put(d, " %d", e->several);
    put_ints(d, e->holders);
    put(d, " %d%d%d %d %.17g %d%d%d", e->is_public, e->hedged, e->hedge,
        e->has_credence, e->credence, e->any_condition, e->scope_truce,
        e->open);
    put_terms(d, e->about);
    put_terms(d, e->over);
    put_terms(d, e->in_return);
    put(d, " %d %d %d %d", e->issue, e->over_issue, e->proposal, e->statement);
    put_text(d, e->topic);
    put(d, " %d %d", e->doubted, e->confirms);
    put_ints(d, e->to);
    put_texts(d, e->via);
    for (int i = 0; i < e->between_count; i++)
        put(d, " %d/%d", e->between[i].person, e->between[i].index);
    put_text(d, e->place);
    put_text(d, e->purpose);
}

static inline void dump_phase(dump *d, const case_phase *p) {
    put(d, "\n  phase");
    put_text(d, p->name);
    put_terms(d, p->terms);
    put(d, " %.17g %d %d %.17g", p->lasts.days, p->lasts.open, p->has_collapse,
        p->collapse);
    put_expr(d, p->when);
    put_text(d, p->when_event);
    put_ints(d, p->declared_by);
    put_moment(d, p->starts);
    put_origin(d, p->origin);
    const case_talks *t = p->talks;
    if (!t) return;
    put(d, " talks");
    put_ints(d, t->on);
    put_text(d, t->in);
    put_text(d, t->form);
    for (int i = 0; i < t->within_count; i++)
        put_expr(d, t->within[i]);
    put(d, " %d %.17g %d", t->fail, t->by.days, t->by_given);
    put_origin(d, t->origin);
    put_origin(d, t->fail_origin);
}

static inline void dump_guarantee(dump *d, const case_guarantee *g) {
    put(d, "\n  guarantee %d", g->by);
    put_ints(d, g->to);
    put(d, " %d", g->of);
    put_ints(d, g->issues);
    put(d, " %d %d %.17g", g->status, g->has_strength, g->strength);
    put_moment(d, g->date);
    put_origin(d, g->origin);
}

static inline void dump_clause(dump *d, const case_clause *c) {
    put(d, "\n  clause");
    put_text(d, c->key);
    put_text(d, c->text);
    put(d, " %d", c->status);
    for (int i = 0; i < c->reading_count; i++) {
        put(d, " %d", c->readings[i].actor);
        put_text(d, c->readings[i].text);
    }
    put_origin(d, c->origin);
}

static inline void dump_proposal(dump *d, const case_proposal *p) {
    put(d, "\nproposal");
    put_text(d, p->id);
    put_text(d, p->name);
    put_ints(d, p->by);
    put_moment(d, p->date);
    put(d, " %d %d %d", p->status, p->supersedes, p->version);
    put_origin(d, p->origin);
    put_origin(d, p->status_origin);
    put_access(d, p->access);
    for (int i = 0; i < p->phase_count; i++)
        dump_phase(d, &p->phases[i]);
    for (int i = 0; i < p->guarantee_count; i++)
        dump_guarantee(d, &p->guarantees[i]);
    for (int i = 0; i < p->clause_count; i++)
        dump_clause(d, &p->clauses[i]);
    const case_truce *t = &p->truce;
    put(d, " truce %d %d %d %d %d %d %d %d %d", t->given, t->kind, t->fixed,
        t->written, t->mediated, t->ddr, t->has_prior, t->prior_failed,
        t->prior_known);
    if (t->given) put_origin(d, t->origin);
}

static inline void dump_change(dump *d, const case_change *c) {
    put(d, "\n  change %d", c->phase);
    put_terms(d, (case_terms){c->terms, c->term_count});
    put_ints(d, c->talks_add);
    put_ints(d, c->talks_drop);
    put(d, " %d%d%d %d %.17g %.17g", c->has_fail, c->has_by, c->has_lasts,
        c->fail, c->by.days, c->lasts.days);
    for (int i = 0; i < c->within_count; i++)
        put_expr(d, c->within[i]);
    if (c->guarantee) dump_guarantee(d, c->guarantee);
    for (int i = 0; i < c->payment_count; i++) {
        put(d, " pay %d %lld", c->payments[i].party,
            (long long)c->payments[i].worth);
        put_expr(d, c->payments[i].holds);
    }
    for (int i = 0; i < c->parameter_count; i++)
        put(d, " set %d %.17g", c->parameters[i].which, c->parameters[i].value);
}

static inline void dump_rest(dump *d) {
    const case_model *c = d->c;
    for (int i = 0; i < c->lever_count; i++) {
        put(d, "\nlever");
        put_text(d, c->levers[i].name);
        put(d, " %.17g", c->levers[i].cost);
        put_origin(d, c->levers[i].origin);
        for (int k = 0; k < c->levers[i].change_count; k++)
            dump_change(d, &c->levers[i].changes[k]);
    }
    for (int i = 0; i < CASE_PARAMETERS; i++) {
        put(d, "\n%s %.17g %.17g %d", case_parameter_label((unsigned)i),
            c->model[i].low, c->model[i].high, c->model[i].given);
        put_origin(d, c->model[i].origin);
    }
    for (int i = 0; i < c->move_count; i++) {
        put(d, "\nmove %d", c->moves[i].issue);
        put_ints(d, c->moves[i].by);
        put_ints(d, c->moves[i].from);
        put_ints(d, c->moves[i].to);
        put_terms(d, c->moves[i].with);
        put_origin(d, c->moves[i].origin);
    }
    for (int i = 0; c->graph && i < c->graph->state_count; i++) {
        put_text(d, c->graph->state_ids[i]);
        put_text(d, c->graph->state_texts[i]);
    }
    for (int p = 0; c->graph && p < c->actor_count; p++)
        for (int i = 0; i < c->graph->arc_counts[p]; i++)
            put(d, "\narc %d %d %d", p, c->graph->arcs[p][i].from,
                c->graph->arcs[p][i].to);
    for (int i = 0; i < c->forecast_count; i++) {
        const case_position *p = &c->forecast[i];
        put(d, "\nposition %d %d %.17g %.17g %.17g", p->issue, p->actor,
            p->position, p->salience, p->capability);
        put_origin(d, p->origin);
    }
}

static inline const char *case_dump(const case_model *c, arena *mem) {
    dump d = {.c = c, .mem = mem};
    put(&d, "case");
    put_text(&d, c->title);
    put_text(&d, c->basis);
    put_moment(&d, c->as_of);
    put(&d, " %d %d left out %d", c->as_of_given, c->has_now, c->left_out);
    dump_who(&d);
    dump_issues(&d);
    for (int p = 0; p < c->party_count; p++)
        dump_preference(&d, &c->preferences[p]);
    for (int i = 0; i < c->record_count; i++)
        dump_entry(&d, &c->record[i]);
    for (int i = 0; i < c->proposal_count; i++)
        dump_proposal(&d, &c->proposals[i]);
    dump_rest(&d);
    put(&d, "\nsourced %d", c->sourced);
    for (int i = 0; i < c->unsourced_count; i++)
        put(&d, "\nunsourced %s", c->unsourced[i].what);
    return d.text;
}

#endif
