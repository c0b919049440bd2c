/* SPDX-License-Identifier: Apache-2.0
 * Copies what stays of a case into the selected one, with its indices made
 * anew. Who may see what is not copied: a viewer need not know who else sees
 * an item. */
#include "case/load_int.h"
#include "case/select_int.h"

/* --- Who --- */

static void copy_sources(selection *s) {
    const case_model *c = s->from;
    case_source *all = ARENA_ARRAY(s->mem, case_source, c->source_count);
    int kept = 0;
    for (int i = 0; i < c->source_count; i++) {
        if (s->sources[i] < 0) {
            select_pass(s, c->sources[i].origin.at);
            continue;
        }
        all[kept] = c->sources[i];
        all[kept].origin = select_origin(s, all[kept].origin);
        all[kept].access = select_access(s, all[kept].access);
        kept++;
    }
    s->to->sources = all;
    s->to->source_count = kept;
}

static void copy_actors(selection *s) {
    const case_model *c = s->from;
    case_actor *all = ARENA_ARRAY(s->mem, case_actor, c->actor_count);
    for (int i = 0; i < c->actor_count; i++) {
        all[i] = c->actors[i];
        all[i].origin = select_origin(s, all[i].origin);
        SELECT_KEEP(s, case_body, all[i].bodies, all[i].body_count);
    }
    s->to->actors = all;
}

static void copy_people(selection *s) {
    const case_model *c = s->from;
    case_person *all = ARENA_ARRAY(s->mem, case_person, c->person_count);
    int kept = 0;
    for (int i = 0; i < c->person_count; i++) {
        if (s->people[i] < 0) {
            select_pass(s, c->people[i].origin.at);
            continue;
        }
        all[kept] = c->people[i];
        all[kept].origin = select_origin(s, all[kept].origin);
        all[kept].access = select_access(s, all[kept].access);
        kept++;
    }
    s->to->people = all;
    s->to->person_count = kept;
}

static void copy_channels(selection *s) {
    const case_model *c = s->from;
    case_channel *all = ARENA_ARRAY(s->mem, case_channel, c->channel_count);
    int kept = 0;
    for (int i = 0; i < c->channel_count; i++) {
        const case_channel *ch = &c->channels[i];
        if (select_is_hidden(s, &ch->origin, &ch->access)) {
            select_pass(s, ch->origin.at);
            continue;
        }
        all[kept] = *ch;
        all[kept].origin = select_origin(s, all[kept].origin);
        all[kept].access = select_access(s, all[kept].access);
        kept++;
    }
    s->to->channels = all;
    s->to->channel_count = kept;
}

void select_copy_who(selection *s) {
    copy_sources(s);
    copy_actors(s);
    copy_people(s);
    SELECT_KEEP(s, case_relation, s->to->relations, s->to->relation_count);
    copy_channels(s);
}

/* --- The record --- */

static void copy_speakers(selection *s, case_entry *e) {
    case_speaker *by = ARENA_ARRAY(s->mem, case_speaker, e->by_count);
    for (int i = 0; i < e->by_count; i++) {
        by[i] = e->by[i];
        if (by[i].kind == CASE_SPEAKER_PERSON)
            by[i].index = s->people[by[i].index];
    }
    e->by = by;
    case_endpoint *ends = ARENA_ARRAY(s->mem, case_endpoint, e->between_count);
    for (int i = 0; i < e->between_count; i++) {
        ends[i] = e->between[i];
        if (ends[i].person) ends[i].index = s->people[ends[i].index];
    }
    e->between = ends;
}

static void copy_entry(selection *s, case_entry *e) {
    e->origin = select_origin(s, e->origin);
    e->access = select_access(s, e->access);
    if (e->proposal >= 0) e->proposal = s->proposals[e->proposal];
    if (e->confirms >= 0) e->confirms = s->record[e->confirms];
    if (e->statement >= 0) {
        int target = s->record[e->statement];
        if (target < 0) e->topic = s->from->record[e->statement].id;
        e->statement = target;
    }
    copy_speakers(s, e);
}

void select_copy_record(selection *s) {
    const case_model *c = s->from;
    case_entry *all = ARENA_ARRAY(s->mem, case_entry, c->record_count);
    int kept = 0;
    for (int i = 0; i < c->record_count; i++) {
        if (s->record[i] < 0) continue;
        all[kept] = c->record[i];
        copy_entry(s, &all[kept++]);
    }
    s->new_record = all;
    s->to->record = all;
    s->to->record_count = kept;
}

/* --- Proposals --- */

static void copy_phases(selection *s, case_proposal *p) {
    case_phase *phases = ARENA_ARRAY(s->mem, case_phase, p->phase_count);
    for (int k = 0; k < p->phase_count; k++) {
        phases[k] = p->phases[k];
        phases[k].origin = select_origin(s, phases[k].origin);
        if (!phases[k].talks) continue;
        case_talks *t = ARENA_NEW(s->mem, case_talks);
        *t = *phases[k].talks;
        t->origin = select_origin(s, t->origin);
        t->fail_origin = select_origin(s, t->fail_origin);
        phases[k].talks = t;
    }
    p->phases = phases;
}

static void copy_truce(selection *s, case_truce *t) {
    if (!t->given) return;
    if (select_rests_on_hidden(s, &t->origin)) {
        select_pass(s, t->origin.at);
        *t = (case_truce){0};
    }
    t->origin = select_origin(s, t->origin);
}

/* What was promised later is not there yet. */
static void drop_later(const selection *s, case_proposal *p) {
    case_guarantee *kept =
        ARENA_ARRAY(s->mem, case_guarantee, p->guarantee_count + 1);
    int count = 0;
    for (int i = 0; i < p->guarantee_count; i++) {
        moment date = p->guarantees[i].date;
        bool later =
            s->by.at.given && date.given && date.seconds > time_end(s->by.at);
        if (!later) kept[count++] = p->guarantees[i];
    }
    p->guarantees = kept;
    p->guarantee_count = count;
}

static void copy_proposal(selection *s, case_proposal *p) {
    p->origin = select_origin(s, p->origin);
    if (select_rests_on_hidden(s, &p->status_origin))
        p->status = CASE_STATUS_NONE;
    p->status_origin = select_origin(s, p->status_origin);
    p->access = select_access(s, p->access);
    if (p->supersedes >= 0) p->supersedes = s->proposals[p->supersedes];
    copy_truce(s, &p->truce);
    copy_phases(s, p);
    SELECT_KEEP(s, case_guarantee, p->guarantees, p->guarantee_count);
    drop_later(s, p);
    SELECT_KEEP(s, case_clause, p->clauses, p->clause_count);
}

void select_copy_proposals(selection *s) {
    const case_model *c = s->from;
    case_proposal *all = ARENA_ARRAY(s->mem, case_proposal, c->proposal_count);
    int kept = 0;
    for (int i = 0; i < c->proposal_count; i++) {
        if (s->proposals[i] < 0) {
            select_pass(s, c->proposals[i].origin.at);
            continue;
        }
        all[kept] = c->proposals[i];
        copy_proposal(s, &all[kept++]);
    }
    s->to->proposals = all;
    s->to->proposal_count = kept;
}
