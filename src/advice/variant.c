/* SPDX-License-Identifier: Apache-2.0
 * Structural choices (DESIGN section 5, honesty rule 5). A variant is a copy
 * of the case's top struct in which one array was replaced; the rest is
 * shared with the case. */
#include "advice/variant.h"
#include "record/phrase.h"

#include <string.h>

typedef struct builder {
    const case_model *c;
    arena *mem;
    variant *items;
    int count, room;
} builder;

static case_model *add(builder *b, case_origin origin, const char *label) {
    if (b->count == b->room) {
        int room = b->room ? 2 * b->room : 8;
        b->items = arena_grow(b->mem, b->items, (size_t)b->count, (size_t)room,
                              sizeof *b->items);
        b->room = room;
    }
    case_model *copy = ARENA_NEW(b->mem, case_model);
    *copy = *b->c;
    b->items[b->count++] = (variant){copy, label, origin};
    return copy;
}

#define COPY_ARRAY(mem, type, items, count)                                    \
    ((type *)arena_grow((mem), (items), (size_t)(count), (size_t)(count) + 1,  \
                        sizeof(type)))

/* The talks of a proposal in a copy of the case, to be changed. */
static case_talks *open_talks(builder *b, case_model *copy, int proposal) {
    case_proposal *proposals = COPY_ARRAY(
        b->mem, case_proposal, copy->proposals, copy->proposal_count);
    copy->proposals = proposals;
    case_proposal *p = &proposals[proposal];
    case_phase *phases =
        COPY_ARRAY(b->mem, case_phase, p->phases, p->phase_count);
    p->phases = phases;
    case_phase *last = &phases[p->phase_count - 1];
    case_talks *talks = ARENA_NEW(b->mem, case_talks);
    *talks = *last->talks;
    last->talks = talks;
    return talks;
}

static void flip_fail(builder *b, int proposal, const case_talks *talks) {
    bool stays = talks->fail == CASE_STAY;
    const char *label = arena_format(
        b->mem,
        stays ? "the %s of \"%s\" lapsed when its talks fail, instead of "
                "staying"
              : "the %s of \"%s\" stayed when its talks fail, instead of "
                "lapsing",
        record_phase_word(b->c), b->c->proposals[proposal].name);
    case_model *copy = add(b, talks->fail_origin, label);
    open_talks(b, copy, proposal)->fail = stays ? CASE_RESUME : CASE_STAY;
}

static int_list all_issues(const case_model *c, arena *mem) {
    int *items = ARENA_ARRAY(mem, int, (size_t)c->issue_count);
    for (int j = 0; j < c->issue_count; j++)
        items[j] = j;
    return (int_list){items, c->issue_count};
}

static bool sets_issue(const case_proposal *p, int issue) {
    for (int k = 0; k < p->phase_count; k++)
        for (int i = 0; i < p->phases[k].terms.count; i++)
            if (p->phases[k].terms.items[i].issue == issue) return true;
    return false;
}

/* The agenda without what the phases settle already. */
static int_list open_issues(const case_proposal *p, const case_talks *talks,
                            arena *mem) {
    int *items = ARENA_ARRAY(mem, int, (size_t)talks->on.count);
    int count = 0;
    for (int i = 0; i < talks->on.count; i++)
        if (!sets_issue(p, talks->on.items[i]))
            items[count++] = talks->on.items[i];
    return (int_list){items, count};
}

static void change_agenda(builder *b, int proposal, const case_talks *talks) {
    const case_proposal *p = &b->c->proposals[proposal];
    bool full = talks->on.count == b->c->issue_count;
    int_list agenda =
        full ? open_issues(p, talks, b->mem) : all_issues(b->c, b->mem);
    if (agenda.count == talks->on.count || agenda.count == 0) return;
    const char *label = arena_format(
        b->mem,
        full ? "what the phases of \"%s\" settle were not on its agenda"
             : "every issue were on the agenda of \"%s\"",
        p->name);
    open_talks(b, add(b, talks->origin, label), proposal)->on = agenda;
}

static void move_deadline(builder *b, int proposal, const case_talks *talks) {
    const case_proposal *p = &b->c->proposals[proposal];
    if (talks->by_given || !p->phases[p->phase_count - 1].lasts.open) return;
    const char *label = arena_format(
        b->mem, "the talks of \"%s\" had %g days instead of %g by default",
        p->name, 3 * talks->by.days, talks->by.days);
    case_model *copy = add(b, talks->origin, label);
    open_talks(b, copy, proposal)->by.days *= 3;
}

static void change_talks(builder *b, int proposal) {
    const case_proposal *p = &b->c->proposals[proposal];
    const case_talks *talks = p->phases[p->phase_count - 1].talks;
    if (!talks) return;
    flip_fail(b, proposal, talks);
    change_agenda(b, proposal, talks);
    move_deadline(b, proposal, talks);
}

/* One variant for all sourced demands: how firm a public demand is meant is
 * one question, asked of everybody alike. */
static void harden_demands(builder *b) {
    const case_model *c = b->c;
    case_entry *record =
        COPY_ARRAY(b->mem, case_entry, c->record, c->record_count);
    int changed = 0;
    case_origin origin = {.source = CASE_SOURCE_NONE};
    for (int i = 0; i < c->record_count; i++) {
        if (record[i].kind != CASE_DEMAND ||
            record[i].origin.source == CASE_SOURCE_ANALYST)
            continue;
        record[i].kind = CASE_REQUIRE;
        if (changed++ == 0) origin = record[i].origin;
    }
    if (changed == 0) return;
    add(b, origin, "demands on record meant \"or no deal\"")->record = record;
}

static void drop_rule(builder *b, int rule) {
    const case_model *c = b->c;
    case_rule *rules = COPY_ARRAY(b->mem, case_rule, c->rules, c->rule_count);
    memmove(rules + rule, rules + rule + 1,
            (size_t)(c->rule_count - rule - 1) * sizeof *rules);
    const char *label =
        arena_format(b->mem, "the rule \"%s\" did not hold",
                     expr_print(c->rules[rule].holds, c, b->mem));
    case_model *copy = add(b, c->rules[rule].origin, label);
    copy->rules = rules;
    copy->rule_count--;
}

variant_list variant_all(const case_model *c, int_list proposals, arena *mem) {
    builder b = {.c = c, .mem = mem};
    for (int i = 0; i < proposals.count; i++)
        change_talks(&b, proposals.items[i]);
    harden_demands(&b);
    for (int i = 0; i < c->rule_count; i++)
        drop_rule(&b, i);
    return (variant_list){b.items, b.count};
}
