/* SPDX-License-Identifier: Apache-2.0
 * The stability lens, --make STATE [--concept C] [--vary PARTY ...]: what would
 * have to be wanted for this state to hold?
 *
 * For each party, the others as they are: the share and number of its strict
 * rankings under which the state is stable for it, the conditions in words, the
 * cheapest change from today's ranking and, where it has an order of
 * statements, its reorderings. For Nash, GMR and SMR a party's condition does
 * not depend on what the others want, so the parties multiply and the sum of
 * the cheapest changes is cheapest. For SEQ and SSEQ it does; the changes are
 * tried together, and then the least change of all parties at once is looked
 * for (stability/concert.c).
 *
 * A party that may not change (--vary names others) and has an improvement that
 * no moves of the others can answer prevents the state under every concept,
 * whatever the others want: that is the proof that none exists. */
#include <inttypes.h>

#include "lens/stability_more.h"

enum { MAKE_STATES = 5000, CLAUSES_SHOWN = 8, WAYS_SHOWN = 12 };

/* --- Finding --- */

static bool read_varying(const stability_answer *a, const lens_request *q,
                         stability_wish *wish, arena *mem, parley_diags *d) {
    const char *value = lens_value(q, "vary");
    for (int i = 0; i < a->k->party_count; i++)
        wish[i].varies = !value;
    if (!value) return true;
    text_list words = stability_words(value, mem);
    for (int w = 0; w < words.count; w++) {
        int party;
        if (!stability_read_party(a->k, words.items[w], &party, d))
            return false;
        wish[party].varies = true;
    }
    return true;
}

/* The truth of a party's statements in every state. */
static bool *truths(const stability_case *k, const case_preference *p,
                    arena *mem) {
    size_t count = (size_t)p->order_count;
    bool *holds = ARENA_ARRAY(mem, bool, k->g.state_count *count);
    int *outcome = ARENA_ARRAY(mem, int, (size_t)k->c->issue_count);
    for (uint32_t s = 0; s < k->g.state_count; s++) {
        stability_outcome(&k->space, s, outcome);
        for (size_t i = 0; i < count; i++)
            holds[s * count + i] = expr_holds(p->order[i], outcome);
    }
    return holds;
}

static void find_wish(const stability_answer *a, const stability_made *m,
                      int party, stability_wish *w, arena *mem) {
    const uint32_t states = a->k->g.state_count;
    const case_preference *p = &a->k->c->preferences[party];
    stability_question asked = {m->state, party, m->concept};
    w->stable = (a->verdict[party][m->state] & m->concept) != 0;
    w->condition = stability_condition_find(
        &a->k->g, (const uint32_t *const *)a->rank, asked, mem);
    w->rankings = stability_rankings_count(w->condition, states, mem);
    w->change =
        stability_change_find(w->condition, a->rank[party], states, mem);
    w->has_order = p->kind == CASE_ORDER;
    if (w->has_order)
        w->reorder = stability_reorder_find(w->condition, truths(a->k, p, mem),
                                            p->order_count, mem);
}

/* Does the state hold once all the changes are made? */
static bool fits(const stability_answer *a, const stability_made *m,
                 const stability_wish *wish, arena *mem) {
    const stability_graph *g = &a->k->g;
    const uint32_t *rank[STABILITY_MOVERS];
    uint8_t *verdict[STABILITY_MOVERS];
    arena *scratch = arena_child(mem);
    for (int i = 0; i < g->mover_count; i++) {
        rank[i] = a->rank[i];
        verdict[i] = i < a->k->party_count
                         ? ARENA_ARRAY(scratch, uint8_t, g->state_count)
                         : NULL;
        if (i >= a->k->party_count || wish[i].stable || !wish[i].varies)
            continue;
        uint32_t *own = ARENA_ARRAY(scratch, uint32_t, g->state_count);
        stability_change_apply(&wish[i].change, m->state, a->rank[i],
                               g->state_count, own, scratch);
        rank[i] = own;
    }
    stability_analyse(g, rank, verdict, 1, scratch);
    bool holds = true;
    for (int i = 0; i < a->k->party_count; i++)
        holds &= (verdict[i][m->state] & m->concept) != 0;
    arena_free(scratch);
    return holds;
}

/* Is there a party that may not change and leaves whatever the others want? */
static int find_bar(const stability_answer *a, const stability_made *m,
                    const stability_concert_ask *ask, arena *mem) {
    arena *scratch = arena_child(mem);
    int bar = -1;
    for (int i = 0; !ask && i < a->k->party_count; i++)
        if (!m->wish[i].varies && !m->wish[i].stable) bar = i;
    if (ask) bar = stability_concert_bar(ask, scratch);
    arena_free(scratch);
    return bar;
}

static stability_concert_ask concert_of(const stability_answer *a,
                                        const stability_made *m) {
    stability_concert_ask ask = {&a->k->g,
                                 (const uint32_t *const *)a->rank,
                                 a->k->party_count,
                                 m->state,
                                 m->concept,
                                 0,
                                 m->fits ? m->swaps : UINT64_MAX};
    for (int i = 0; i < a->k->party_count; i++)
        if (m->wish[i].varies) ask.varying |= UINT32_C(1) << i;
    return ask;
}

/* Where what one party wants matters for the others: the least change of all
 * together. */
static void look_together(const stability_answer *a, stability_made *m,
                          arena *mem) {
    stability_concert_ask ask = concert_of(a, m);
    m->prevented_by = find_bar(a, m, &ask, mem);
    if (m->prevented_by >= 0 || a->k->g.state_count > STABILITY_CONCERT_STATES)
        return;
    stability_concert *found = ARENA_NEW(mem, stability_concert);
    *found = stability_concert_find(&ask, mem);
    m->concert = found;
}

static void judge_hope(const stability_answer *a, stability_made *m,
                       arena *mem) {
    bool all = true;
    bool apart = (m->concept & (STABILITY_SEQ | STABILITY_SSEQ)) == 0;
    m->has_profiles = apart;
    m->profiles = 1;
    m->prevented_by = -1;
    for (int i = 0; i < a->k->party_count; i++) {
        const stability_wish *w = &m->wish[i];
        all &= w->stable;
        if (!w->stable && w->varies) m->swaps += w->change.swaps;
        m->profiles *= w->rankings.share;
        m->has_profiles &= w->rankings.known;
    }
    m->hope = STABILITY_HOLDS;
    if (all) return;
    m->fits = fits(a, m, m->wish, mem);
    if (apart)
        m->prevented_by = find_bar(a, m, NULL, mem);
    else
        look_together(a, m, mem);
    const stability_concert *c = m->concert;
    if (m->prevented_by >= 0 || (c && c->hopeless && !m->fits))
        m->hope = STABILITY_PREVENTED;
    else
        m->hope = m->fits || (c && c->found) ? STABILITY_REACHED
                                             : STABILITY_UNDECIDED;
}

parley_status stability_make_run(stability_answer *a, const lens_request *q,
                                 arena *mem, parley_diags *d) {
    const char *value = lens_value(q, "make");
    const char *concept = lens_value(q, "concept");
    if (!value) return PARLEY_OK;
    stability_made *m = ARENA_NEW(mem, stability_made);
    stability_wish *wish =
        ARENA_ARRAY(mem, stability_wish, (size_t)a->k->party_count);
    m->concept = STABILITY_SEQ;
    if (!stability_read_state(a->k, value, &m->state, mem, d) ||
        (concept && !stability_read_concept(concept, &m->concept, d)) ||
        !read_varying(a, q, wish, mem, d))
        return PARLEY_EUSAGE;
    if (a->k->g.state_count > MAKE_STATES) {
        diag_error(d, SPAN_NONE, "stability/limit",
                   "--make looks at up to %d states; there are %" PRIu32,
                   MAKE_STATES, a->k->g.state_count);
        return PARLEY_ELIMIT;
    }
    for (int i = 0; i < a->k->party_count; i++)
        find_wish(a, m, i, &wish[i], mem);
    m->wish = wish;
    judge_hope(a, m, mem);
    a->make = m;
    return PARLEY_OK;
}

/* --- Data --- */

static void put_states(doc_value *in, const char *key, const uint32_t *items,
                       uint32_t count) {
    doc_value *list = doc_put_list(in, key);
    for (uint32_t i = 0; i < count; i++)
        stability_put_id(list, NULL, items[i]);
}

static void put_conditions(doc_value *in, const stability_condition *k) {
    doc_value *list = doc_put_list(in, "conditions");
    for (uint32_t c = 0; c < k->clause_count; c++) {
        doc_value *clause = doc_put_object(list, NULL);
        stability_put_id(clause, "move", k->clauses[c].move);
        doc_value *ways = doc_put_list(clause, "not-above");
        for (uint32_t w = 0; w < k->clauses[c].way_count; w++)
            put_states(ways, NULL, k->clauses[c].ways[w].items,
                       k->clauses[c].ways[w].count);
    }
}

static void put_reorder(doc_value *in, const stability_answer *a, int party,
                        const stability_wish *w) {
    const case_preference *p = &a->k->c->preferences[party];
    if (!w->has_order || !w->reorder.known) {
        doc_put_null(in, "reorder");
        return;
    }
    doc_value *one = doc_put_object(in, "reorder");
    doc_put_count(one, "count", w->reorder.count);
    doc_put_integer(one, "statements", p->order_count);
    if (!w->reorder.possible) {
        doc_put_null(one, "swaps");
        doc_put_null(one, "order");
        return;
    }
    doc_put_integer(one, "swaps", w->reorder.swaps);
    doc_value *list = doc_put_list(one, "order");
    for (int i = 0; i < p->order_count; i++)
        doc_put_integer(list, NULL, w->reorder.order[i] + 1);
}

static void put_wish(doc_value *in, const stability_answer *a, int party,
                     const stability_wish *w) {
    doc_value *one = doc_put_object(in, a->k->c->actors[party].id);
    doc_put_bool(one, "stable", w->stable);
    doc_put_bool(one, "varies", w->varies);
    doc_put_count(one, "relevant", w->condition->relevant_count);
    if (w->rankings.known)
        doc_put_number(one, "share", w->rankings.share);
    else
        doc_put_null(one, "share");
    if (w->rankings.digits)
        doc_put_digits(one, "rankings", w->rankings.digits);
    else
        doc_put_null(one, "rankings");
    put_conditions(one, w->condition);
    doc_value *change = doc_put_object(one, "change");
    doc_put_count(change, "swaps", w->stable ? 0 : w->change.swaps);
    doc_put_bool(change, "cheapest", w->stable || w->change.proven);
    put_states(change, "lowered", w->change.lowered,
               w->stable ? 0 : w->change.lowered_count);
    put_reorder(one, a, party, w);
}

void stability_make_put(doc_value *data, const stability_answer *a) {
    static const char *const HOPE[] = {"holds", "reached", "prevented",
                                       "undecided"};
    const stability_made *m = a->make;
    if (!m) {
        doc_put_null(data, "make");
        return;
    }
    doc_value *make = doc_put_object(data, "make");
    stability_put_id(make, "state", m->state);
    doc_put_text(make, "concept",
                 stability_concept_name(__builtin_ctz(m->concept)));
    doc_put_text(make, "outcome", HOPE[m->hope]);
    doc_put_text(make, "prevented-by",
                 m->prevented_by < 0 ? NULL
                                     : a->k->c->actors[m->prevented_by].id);
    if (m->has_profiles)
        doc_put_number(make, "profiles", m->profiles);
    else
        doc_put_null(make, "profiles");
    stability_concert_put(make, a);
    doc_value *parties = doc_put_object(make, "parties");
    for (int i = 0; i < a->k->party_count; i++)
        put_wish(parties, a, i, &m->wish[i]);
}

/* --- Words --- */

static void say_states(doc_text *t, const uint32_t *items, uint32_t count) {
    for (uint32_t i = 0; i < count && i < WAYS_SHOWN; i++)
        doc_more(t, "%s%" PRIu32, i ? ", " : "", items[i] + 1);
    if (count > WAYS_SHOWN) doc_more(t, ", ...");
}

/* Ways of one state each read as one list: at least one of them. */
static void say_clause(doc *to, const stability_answer *a,
                       const stability_clause *k) {
    doc_text *t = doc_bullet(
        to, "%s",
        stability_change_words(a->k, a->make->state, k->move, doc_arena(to)));
    doc_more(t, " (state %" PRIu32 "): ", k->move + 1);
    if (k->way_count == 1)
        doc_more(t, "it must not prefer state%s ",
                 k->ways[0].count == 1 ? "" : "s");
    else
        doc_more(t, "at least one of these must not be preferred: state ");
    for (uint32_t w = 0; w < k->way_count && w < WAYS_SHOWN; w++) {
        bool several = k->ways[w].count > 1 && k->way_count > 1;
        doc_more(t, "%s%s", w ? "; " : "", several ? "all of " : "");
        say_states(t, k->ways[w].items, k->ways[w].count);
    }
    doc_more(t, k->way_count > WAYS_SHOWN ? "; ..." : ".");
}

static void say_change(doc *to, const stability_answer *a, const char *name,
                       const stability_wish *w) {
    if (w->stable) return;
    doc_text *t = doc_say(to, "%s change from today: %s comes to rank state ",
                          w->change.proven ? "The least"
                                           : "A small (perhaps not the least)",
                          name);
    say_states(t, w->change.lowered, w->change.lowered_count);
    doc_more(
        t,
        " below state %" PRIu32 "; %" PRIu64 " pair%s of states change places.",
        a->make->state + 1, w->change.swaps, w->change.swaps == 1 ? "" : "s");
}

static void say_reorder(doc *to, const stability_answer *a, int party,
                        const stability_wish *w) {
    const case_preference *p = &a->k->c->preferences[party];
    if (!w->has_order || w->stable) return;
    if (!w->reorder.known) {
        doc_say(to, "Its statements have too many orders to go through.");
        return;
    }
    if (!w->reorder.possible) {
        doc_say(to, "No order of its %d statements makes it so.",
                p->order_count);
        return;
    }
    doc_text *t = doc_say(to,
                          "%" PRIu64 " orders of its statements make it so; "
                          "the nearest takes %d swap%s of neighbours:",
                          w->reorder.count, w->reorder.swaps,
                          w->reorder.swaps == 1 ? "" : "s");
    for (int i = 0; i < p->order_count; i++)
        doc_more(
            t, "%s %s", i ? ";" : "",
            expr_print(p->order[w->reorder.order[i]], a->k->c, doc_arena(to)));
    doc_more(t, ".");
}

static void say_wish(doc *to, const stability_answer *a, int party) {
    const stability_wish *w = &a->make->wish[party];
    const char *name = a->k->c->actors[party].name;
    doc_section(to, "%s", name);
    doc_text *t = doc_say(to, "Today the state is %sstable for it. ",
                          w->stable ? "" : "not ");
    if (w->rankings.known) {
        doc_more(t, "It would be under ");
        doc_number(t, w->rankings.share, 0, DOC_REAL);
        doc_more(t, " of its strict rankings");
        if (w->rankings.digits && a->k->g.state_count <= 20)
            doc_more(t, " (%s)", w->rankings.digits);
        doc_more(t, ".");
    } else {
        doc_more(t, "How many rankings make it so is too long to work out.");
    }
    const stability_condition *k = w->condition;
    if (k->clause_count == 0)
        doc_say(to, "No ranking makes it leave.");
    else
        doc_say(to, "For each move that it has:");
    for (uint32_t c = 0; c < k->clause_count && c < CLAUSES_SHOWN; c++)
        say_clause(to, a, &k->clauses[c]);
    if (k->clause_count > CLAUSES_SHOWN)
        doc_note(to, "%" PRIu32 " more conditions are in the data.",
                 k->clause_count - CLAUSES_SHOWN);
    if (w->varies) say_change(to, a, name, w);
    if (w->varies) say_reorder(to, a, party, w);
    doc_end(to);
}

static void say_hope(doc *to, const stability_answer *a) {
    const stability_made *m = a->make;
    doc_text *t;
    switch (m->hope) {
    case STABILITY_HOLDS:
        doc_say(to, "It holds today.");
        break;
    case STABILITY_REACHED:
        doc_say(to, m->fits ? "With the changes below together it holds."
                            : "The changes below, each judged with the others "
                              "as they are, do not fit together; others do.");
        break;
    case STABILITY_PREVENTED:
        if (m->prevented_by < 0)
            doc_say(to, "It can't be brought about: all rankings of those who "
                        "may change were tried.");
        else
            doc_say(to,
                    "It can't be brought about: %s, whose wants stay as they "
                    "are, has an improvement there, and nothing that the "
                    "others could want deters it.",
                    a->k->c->actors[m->prevented_by].name);
        break;
    case STABILITY_UNDECIDED:
        doc_say(to, "The changes below, each judged with the others as they "
                    "are, do not fit together.");
        break;
    }
    if (!m->has_profiles) {
        doc_note(to, "Under this concept a party's condition depends on what "
                     "the others want; each is given for the others as they "
                     "are today.");
        return;
    }
    t = doc_say(to, "Of all combinations of strict rankings ");
    doc_number(t, m->profiles, 0, DOC_REAL);
    doc_more(t, " make it an equilibrium.");
}

void stability_make_show(doc *to, const stability_answer *a) {
    const stability_made *m = a->make;
    if (!m) return;
    doc_section(to, "What would make state %" PRIu32 " hold (%s)", m->state + 1,
                stability_concept_title(__builtin_ctz(m->concept)));
    doc_say(to, "State %" PRIu32 ": %s.", m->state + 1,
            stability_outcome_words(a->k, m->state, doc_arena(to)));
    say_hope(to, a);
    stability_concert_show(to, a);
    for (int p = 0; p < a->k->party_count; p++)
        say_wish(to, a, p);
    doc_end(to);
}
