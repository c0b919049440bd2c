/* SPDX-License-Identifier: Apache-2.0
 *
 * What does the record say of each party's wants, once it is clear which
 * statements still stand and which only say the same thing again?
 *
 * The record is taken apart (claim.c), changes of position are settled
 * (replace.c), and what still stands is gathered: the same claim of a party
 * counts once, at the best credence among those who report it. Repetition is
 * no evidence; only a report that `confirms` another one and came through
 * other hands (chain.c) counts apart. Where several independent lines exist,
 * each later report joins the line it shares a hand with, else the first.
 *
 * A claim's `own` means that one of its statements is by the party's own
 * speaker, `assumed` that all of them are the analyst's. The entry that
 * stands for the claim is the one with the best credence; a tie goes to the
 * one of higher rank, then to the earlier line. Statements that were replaced
 * are listed one by one, with what replaced them. Two standing claims of one
 * position can only be there because the one could not replace the other:
 * they are in conflict. What takes a position back is no claim.
 *
 * Definitions: DESIGN section 3 (Evidence). The same order of claims comes
 * out of any run: they follow the file.
 */
#include "record/evidence.h"

#include <stdlib.h>

#include "record/chain.h"
#include "record/claim.h"

/* The lines of evidence for the claim that is being gathered. */
typedef struct lines {
    const case_model *c;
    const claim_atoms *atoms;
    record_chains chains;
    int *line;     /* by atom: the first atom of its line */
    int *owner;    /* by link: the line that has it */
    int *owner_of; /* by link: the claim for which owner holds */
    int *entry_of; /* by entry: the claim it was last seen in */
    int first;     /* the claim's first line, or -1 */
} lines;

static int owning_line(const lines *l, int claim, int entry) {
    int_list links = l->chains.links[entry];
    for (int i = 0; i < links.count; i++)
        if (l->owner_of[links.items[i]] == claim)
            return l->owner[links.items[i]];
    return -1;
}

static void join_line(lines *l, int atom, int line) {
    const claim_atom *a = &l->atoms->items[atom];
    int_list links = l->chains.links[a->entry];
    l->line[atom] = line;
    if (l->first < 0) l->first = line;
    for (int i = 0; i < links.count; i++) {
        if (l->owner_of[links.items[i]] == a->claim) continue;
        l->owner_of[links.items[i]] = a->claim;
        l->owner[links.items[i]] = line;
    }
}

/* True if the atom's entry says that it confirms another one that makes the
 * same claim. */
static bool confirms_claim(const lines *l, const claim_atom *a) {
    int other = l->c->record[a->entry].confirms;
    return other >= 0 && other != a->entry && l->entry_of[other] == a->claim;
}

static void place_confirming(lines *l, int atom) {
    const claim_atom *a = &l->atoms->items[atom];
    int other = l->c->record[a->entry].confirms;
    int line = owning_line(l, a->claim, a->entry);
    if (line < 0) {
        bool apart = record_chain_apart(&l->chains, a->entry, other);
        line = apart || l->first < 0 ? atom : l->first;
    }
    join_line(l, atom, line);
}

/* One claim: atoms order[0..count), in the order of the file. */
static void place_claim(lines *l, const int *order, int count) {
    const claim_atom *items = l->atoms->items;
    l->first = -1;
    for (int i = 0; i < count; i++)
        l->entry_of[items[order[i]].entry] = items[order[i]].claim;
    for (int i = 0; i < count; i++) {
        int atom = order[i];
        if (items[atom].replaced_by >= 0)
            l->line[atom] = atom;
        else if (!confirms_claim(l, &items[atom]))
            join_line(l, atom, l->first < 0 ? atom : l->first);
    }
    for (int i = 0; i < count; i++) {
        int atom = order[i];
        bool stands = items[atom].replaced_by < 0;
        if (stands && confirms_claim(l, &items[atom]))
            place_confirming(l, atom);
    }
}

/* The atoms ordered by claim, then by line: a counting sort. begin has one
 * entry a claim and one more. */
static const int *sort_atoms(const claim_atoms *a, int *begin, arena *mem) {
    int *order = ARENA_ARRAY(mem, int, (size_t)a->count + 1);
    for (int i = 0; i < a->count; i++)
        begin[a->items[i].claim + 1]++;
    for (int i = 0; i < a->claim_count; i++)
        begin[i + 1] += begin[i];
    int *next = ARENA_ARRAY(mem, int, (size_t)a->claim_count + 1);
    for (int i = 0; i < a->claim_count; i++)
        next[i] = begin[i];
    for (int i = 0; i < a->count; i++)
        order[next[a->items[i].claim]++] = i;
    return order;
}

static int *filled(arena *mem, int count, int value) {
    int *items = ARENA_ARRAY(mem, int, (size_t)count + 1);
    for (int i = 0; i < count; i++)
        items[i] = value;
    return items;
}

static const int *find_lines(const case_model *c, const claim_atoms *a,
                             arena *mem) {
    lines l = {.c = c, .atoms = a, .chains = record_chain_all(c, mem)};
    l.line = filled(mem, a->count, -1);
    l.owner = filled(mem, l.chains.link_count, -1);
    l.owner_of = filled(mem, l.chains.link_count, -1);
    l.entry_of = filled(mem, c->record_count, -1);
    int *begin = filled(mem, a->claim_count + 1, 0);
    const int *order = sort_atoms(a, begin, mem);
    for (int i = 0; i < a->claim_count; i++)
        place_claim(&l, order + begin[i], begin[i + 1] - begin[i]);
    return l.line;
}

/* The statements of one line, as they are gathered. */
typedef struct gathered {
    int best; /* atom */
    double credence;
    bool own, assumed;
    int count;
    int *repeats;
} gathered;

static bool counts_more(const claim_atoms *a, int atom, double credence,
                        const gathered *g) {
    if (g->count == 0 || credence > g->credence) return true;
    int rank = a->items[atom].rank;
    return !(credence < g->credence) && rank > a->items[g->best].rank;
}

static void gather_one(gathered *g, const case_model *c, const claim_atoms *a,
                       int atom) {
    const claim_atom *one = &a->items[atom];
    double credence = record_credence(c, &c->record[one->entry], one->party);
    if (counts_more(a, atom, credence, g)) {
        g->best = atom;
        g->credence = credence;
    }
    g->own = g->own || one->rank == CLAIM_OWN;
    g->assumed = (g->count == 0 || g->assumed) && one->rank == CLAIM_ASSUMED;
    g->count++;
}

static bool is_claim(const claim_atom *a) { return a->kind != CASE_WITHDRAW; }

static record_claim make_claim(const claim_atoms *a, const gathered *g) {
    const claim_atom *best = &a->items[g->best];
    return (record_claim){.entry = best->entry,
                          .party = best->party,
                          .kind = best->kind,
                          .about = best->about,
                          .credence = g->credence,
                          .own = g->own,
                          .assumed = g->assumed,
                          .replaced_by = best->replaced_by,
                          .conflicts_with = -1,
                          .repeats = {g->repeats, 0}};
}

/* Writes the repeats of each line, in the order of the file. */
static void list_repeats(record_claim *claims, const int *place,
                         const claim_atoms *a, const gathered *all,
                         const int *line) {
    for (int i = 0; i < a->count; i++) {
        if (!is_claim(&a->items[i])) continue;
        record_claim *to = &claims[place[line[i]]];
        if (a->items[i].entry == to->entry) continue;
        all[line[i]].repeats[to->repeats.count++] = a->items[i].entry;
    }
}

/* Each position remembers one standing claim; a second one that says
 * something else is in conflict with it. */
static void find_conflicts(record_claim *claims, const int *place,
                           const claim_atoms *a, const int *line, arena *mem) {
    int *held = filled(mem, a->position_count, -1);
    for (int i = 0; i < a->count; i++) {
        const claim_atom *one = &a->items[i];
        bool holds = one->position >= 0 && one->replaced_by < 0;
        if (!holds || !is_claim(one)) continue;
        int other = held[one->position];
        if (other < 0)
            held[one->position] = i;
        else if (a->items[other].claim != one->claim) {
            record_claim *x = &claims[place[line[i]]];
            record_claim *y = &claims[place[line[other]]];
            if (x->conflicts_with < 0) x->conflicts_with = y->entry;
            if (y->conflicts_with < 0) y->conflicts_with = x->entry;
        }
    }
}

static void gather_claims(record_evidence *to, const case_model *c,
                          const claim_atoms *a, arena *mem) {
    const int *line = find_lines(c, a, mem);
    size_t count = (size_t)a->count + 1;
    gathered *all = ARENA_ARRAY(mem, gathered, count);
    record_claim *claims = ARENA_ARRAY(mem, record_claim, count);
    int *place = ARENA_ARRAY(mem, int, count);
    for (int i = 0; i < a->count; i++)
        if (is_claim(&a->items[i])) gather_one(&all[line[i]], c, a, i);
    for (int i = 0; i < a->count; i++) {
        if (all[i].count == 0) continue;
        place[i] = to->claim_count;
        all[i].repeats = ARENA_ARRAY(mem, int, (size_t)all[i].count);
        claims[to->claim_count++] = make_claim(a, &all[i]);
    }
    list_repeats(claims, place, a, all, line);
    find_conflicts(claims, place, a, line, mem);
    to->claims = claims;
}

const record_evidence *record_weigh(const case_model *c, arena *mem) {
    record_evidence *to = ARENA_NEW(mem, record_evidence);
    claim_atoms atoms = claim_split(c, mem);
    claim_replace(c, &atoms, mem);
    gather_claims(to, c, &atoms, mem);
    claim_face(to, c, &atoms, mem);
    return to;
}

const case_entry *record_answer_of(const case_model *c, const record_claim *k) {
    const case_entry *e = &c->record[k->entry];
    const bool answers = k->kind == CASE_ACCEPT || k->kind == CASE_REJECT;
    const bool stands = k->replaced_by < 0 && !k->assumed && !e->authored;
    return answers && stands ? e : NULL;
}
