/* SPDX-License-Identifier: Apache-2.0
 *
 * Has each party answered, and have the bodies that must consent?
 *
 * A party's standing answer counts, to this proposal or to one with the same
 * plan: disputed when it is said to reject it (whatever else is said), in place
 * when it is said to accept it, or has put it forward and not taken it back.
 * What the analyst assumes is no answer. An entry that says that
 * the party would not comment, could not be reached or has yet to decide is
 * named where there is none.
 *
 * A body's consent is on record when a speaker who is named as that body
 * (a bloc in words) has accepted or rejected the proposal.
 */
#include <strings.h>

#include "record/phrase.h"
#include "record/pieces_int.h"

/* The standing sourced answer of a kind, on this plan: a claim or NULL. */
static const record_claim *find_answer(const piece_finder *f, int party,
                                       case_entry_kind kind) {
    const record_claim *found = NULL;
    for (int i = 0; i < f->e->claim_count; i++) {
        const record_claim *one = &f->e->claims[i];
        if (one->party != party || one->kind != kind) continue;
        if (one->replaced_by >= 0 || one->assumed) continue;
        int proposal = f->c->record[one->entry].proposal;
        if (f->same[proposal] != f->same[f->proposal]) continue;
        if (!found || proposal == f->proposal) found = one;
    }
    return found;
}

static const char *describe_answer(const piece_finder *f,
                                   const record_claim *one) {
    const case_entry *e = &f->c->record[one->entry];
    const char *by = one->own || e->authored
                         ? ""
                         : arena_format(f->mem, ", on the word of %s",
                                        record_speakers_print(f->c, e, f->mem));
    const char *verb = record_entry_verb(e);
    if (e->authored && e->proposal == f->proposal)
        return "it is its own proposal";
    if (e->proposal == f->proposal)
        return arena_format(f->mem, "%s it%s", verb, by);
    return arena_format(f->mem, "%s the same plan under another name (%s)%s",
                        verb, f->c->proposals[e->proposal].name, by);
}

static bool is_silence(const piece_finder *f, const case_entry *e, int party) {
    bool kind = e->kind == CASE_NO_COMMENT || e->kind == CASE_UNREACHABLE ||
                e->kind == CASE_PENDING;
    return kind && !e->draft && e->proposal == f->proposal &&
           case_list_has(e->holders, party);
}

static void say_silence(piece_finder *f, piece *to, int party) {
    static const char *const words[CASE_ENTRY_KINDS] = {
        [CASE_NO_COMMENT] = "would not comment",
        [CASE_UNREACHABLE] = "could not be reached",
        [CASE_PENDING] = "has yet to decide",
    };
    const char *why = NULL;
    for (int i = 0; i < f->c->record_count; i++) {
        const case_entry *e = &f->c->record[i];
        if (!is_silence(f, e, party)) continue;
        why = why ? arena_format(f->mem, "%s, %s", why, words[e->kind])
                  : words[e->kind];
        piece_cite(f, to, i);
    }
    if (why)
        piece_set(f, to, PIECE_MISSING, "no answer on record: %s", why);
    else if (f->p->origin.source == CASE_SOURCE_ANALYST)
        piece_set(f, to, PIECE_MISSING,
                  "not asked: the proposal is the analyst's");
    else
        piece_set(f, to, PIECE_MISSING, "no answer on record");
}

static void find_one(piece_finder *f, int party) {
    piece *to = piece_add(f, PIECE_ANSWER, piece_actor(f, party));
    const record_claim *no = find_answer(f, party, CASE_REJECT);
    const record_claim *yes = find_answer(f, party, CASE_ACCEPT);
    if (no) piece_cite(f, to, no->entry);
    if (yes) piece_cite(f, to, yes->entry);
    if (no && yes)
        piece_set(f, to, PIECE_DISPUTED, "%s; but %s", describe_answer(f, no),
                  describe_answer(f, yes));
    else if (no)
        piece_set(f, to, PIECE_DISPUTED, "%s", describe_answer(f, no));
    else if (yes)
        piece_set(f, to, PIECE_IN_PLACE, "%s", describe_answer(f, yes));
    else
        say_silence(f, to, party);
}

void pieces_find_answers(piece_finder *f) {
    for (int p = 0; p < f->c->party_count; p++)
        find_one(f, p);
}

static bool speaks_for(const case_entry *e, const char *body) {
    for (int i = 0; i < e->by_count; i++)
        if (e->by[i].kind == CASE_SPEAKER_BLOC &&
            !strcasecmp(e->by[i].bloc, body))
            return true;
    return false;
}

static void find_body(piece_finder *f, int party, const case_body *body) {
    piece *to = piece_add(
        f, PIECE_CONSENT,
        arena_format(f->mem, "%s of %s%s%s", body->id, piece_actor(f, party),
                     body->seat ? ", in " : "", body->seat ? body->seat : ""));
    piece_set(f, to, PIECE_MISSING, "must consent; nothing is on record");
    for (int i = 0; i < f->c->record_count; i++) {
        const case_entry *e = &f->c->record[i];
        bool answer = e->kind == CASE_ACCEPT || e->kind == CASE_REJECT;
        if (e->draft || !answer || e->proposal != f->proposal) continue;
        if (!speaks_for(e, body->id)) continue;
        bool yes = e->kind == CASE_ACCEPT;
        piece_set(f, to, yes ? PIECE_IN_PLACE : PIECE_DISPUTED,
                  "must consent, and %s", yes ? "does" : "refuses");
        piece_cite(f, to, i);
    }
    piece_cite_origin(to, &body->origin);
}

void pieces_find_consent(piece_finder *f) {
    for (int p = 0; p < f->c->party_count; p++) {
        const case_actor *party = &f->c->actors[p];
        for (int i = 0; i < party->body_count; i++)
            if (party->bodies[i].must_consent)
                find_body(f, p, &party->bodies[i]);
    }
}
