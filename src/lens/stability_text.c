/* SPDX-License-Identifier: Apache-2.0
 * What the stability lens found, for people. */
#include <inttypes.h>

#include "base/text.h"
#include "lens/grounds.h"
#include "lens/sampled.h"
#include "lens/stability_more.h"
#include "lens/stability_words.h"

/* --- What is in the model --- */

static void show_model(doc *to, const stability_case *k) {
    int others = k->g.mover_count - k->party_count;
    doc_text *t = doc_say(to, "%" PRIu32 " states; ", k->g.state_count);
    doc_more(t, "%d parties", k->party_count);
    if (others > 0)
        doc_more(t,
                 " and %d others who can move (they can answer a move; they "
                 "have no wants here)",
                 others);
    doc_more(t, ".");
    int assumed = 0;
    for (int m = 0; m < k->c->move_count; m++)
        assumed += k->c->moves[m].origin.source == CASE_SOURCE_ANALYST;
    if (assumed > 0)
        doc_say(to, "%d of %d entries on who can move what %s.", assumed,
                k->c->move_count,
                assumed == 1 ? "is an assumption of the analyst"
                             : "are assumptions of the analyst");
    if (k->fixed.count == 0) return;
    t = doc_say(to,
                "%d issue%s can be changed by nobody alone:", k->fixed.count,
                k->fixed.count == 1 ? "" : "s");
    for (int i = 0; i < k->fixed.count; i++)
        doc_more(t, "%s %s", i ? "," : "", k->c->issues[k->fixed.items[i]].id);
    doc_more(t, ". Change there takes the agreement of all parties, so it is "
                "no move that the concepts below know of.");
}

static void show_concepts(doc *to) {
    doc_note(to,
             "A state is stable for a party if it has no improvement (Nash), "
             "or if each one can be answered so that it is no better off: by "
             "any moves of the others (GMR), with no way out of it (SMR), by "
             "moves that each gain their mover (SEQ), both (SSEQ). An "
             "equilibrium is stable for all.");
}

/* --- The states that hold --- */

static void columns(doc_table *t) {
    for (int c = 0; c < STABILITY_CONCEPTS; c++)
        doc_column(t, DOC_LEFT, stability_concept_title(c));
}

static void cells(doc_table *t, const stability_answer *a, uint8_t verdict,
                  const stability_share *share) {
    for (int c = 0; c < STABILITY_CONCEPTS; c++)
        if (a->sampled)
            doc_cell_number(t, share[c].value, 0, DOC_SHARE);
        else
            doc_cell(t, "%s", (verdict >> c) & 1 ? "yes" : "-");
}

static void show_error(doc *to, const stability_answer *a) {
    double most = 0;
    for (int r = 0; r < a->row_count; r++)
        for (int c = 0; c < STABILITY_CONCEPTS; c++)
            if (a->rows[r].share[c].error > most)
                most = a->rows[r].share[c].error;
    if (most == 0) return;
    doc_text *t = doc_note(to, "Shares of model draws; standard errors are at "
                               "most ");
    doc_number(t, most, 0, DOC_WORTH);
    doc_more(t, ".");
}

static void show_rows(doc *to, const stability_answer *a) {
    arena *mem = doc_arena(to);
    if (a->row_count == 0) {
        doc_say(to, "No state is an equilibrium%s.",
                a->only ? " where the condition holds" : "");
        return;
    }
    doc_table *t = doc_table_new(to, "equilibria");
    doc_column(t, DOC_RIGHT, "state");
    columns(t);
    doc_column(t, DOC_LEFT, "outcome");
    for (int r = 0; r < a->row_count; r++) {
        doc_row(t);
        doc_cell(t, "%" PRIu32, a->rows[r].state + 1);
        cells(t, a, a->rows[r].verdict, a->rows[r].share);
        doc_cell(t, "%s", stability_outcome_words(a->k, a->rows[r].state, mem));
    }
    if (a->sampled) show_error(to, a);
    if (a->held > (uint64_t)a->row_count)
        doc_note(to,
                 "%" PRIu64 " more hold in some sense; --top N lists more, "
                 "--only EXPR fewer.",
                 a->held - (uint64_t)a->row_count);
}

void stability_show_holding(doc *to, const stability_answer *a) {
    doc_section(to, "%s",
                a->sampled ? "What would hold most often" : "What would hold");
    if (!a->sampled)
        doc_say(to,
                "Equilibria: %" PRIu64 " Nash, %" PRIu64 " SSEQ, %" PRIu64
                " SEQ, %" PRIu64 " SMR, %" PRIu64 " GMR.",
                a->count[0], a->count[4], a->count[3], a->count[2],
                a->count[1]);
    show_rows(to, a);
    stability_plot(to, a);
    doc_end(to);
}

/* --- Today and what is proposed --- */

static bool first_phase_of_one(const stability_answer *a,
                               const stability_place *p) {
    return p->proposal >= 0 && a->k->c->proposals[p->proposal].phase_count == 1;
}

static const char *place_title(const stability_answer *a,
                               const stability_place *p, arena *mem) {
    if (p->proposal < 0)
        return text_same(p->name, "today") ? "Today" : "The state asked about";
    if (first_phase_of_one(a, p)) return p->name;
    return arena_format(mem, "%s, %s", p->name,
                        a->k->c->proposals[p->proposal].phases[p->phase].name);
}

static void show_answer(doc_text *t, const stability_answer *a,
                        const stability_stand *s, arena *mem) {
    const stability_reply *reply = s->credible ? s->credible : s->answer;
    if (!reply) {
        doc_toned(t, DOC_BAD,
                  "; nothing the others can do leaves it no "
                  "better off");
        return;
    }
    doc_more(t, "; but %s",
             stability_steps_words(a->k, reply->steps, reply->step_count, mem));
    doc_more(t, " leaves it no better off");
    if (!s->credible)
        doc_more(t, ", though not every step there gains its mover");
}

static void show_stand(doc *to, const stability_answer *a,
                       const stability_place *p, int party) {
    arena *mem = doc_arena(to);
    const stability_stand *s = &p->stand[party];
    doc_text *t = doc_bullet(to, "%s", a->k->c->actors[party].name);
    if (s->best == STABILITY_NO_STATE) {
        doc_more(t, " has no improvement%s.", a->sampled ? " in any draw" : "");
        return;
    }
    const char *change = stability_change_words(a->k, p->state, s->best, mem);
    if (!a->sampled) {
        doc_more(t, " would gain by %s", change);
        show_answer(t, a, s, mem);
        doc_more(t, ".");
        return;
    }
    doc_more(t, " would stay in ");
    doc_number(t, s->share[3].value, s->share[3].error, DOC_SHARE);
    grounds_rest(t, a->k->c, party);
    doc_more(t, " of draws: it has no improvement in ");
    doc_number(t, s->share[0].value, s->share[0].error, DOC_SHARE);
    grounds_rest(t, a->k->c, party);
    doc_more(t,
             ", and in the rest of these a credible answer. Its best "
             "improvement is most often %s (",
             change);
    doc_number(t, s->best_share.value, s->best_share.error, DOC_SHARE);
    grounds_rest(t, a->k->c, party);
    doc_more(t, ").");
}

static void show_all(doc *to, const stability_answer *a,
                     const stability_place *p) {
    doc_text *t;
    if (!a->sampled) {
        uint8_t v = a->equilibrium[p->state];
        t = doc_say(to, "State %" PRIu32 ": ", p->state + 1);
        if (v == 0) doc_more(t, "no equilibrium in any sense.");
        if (v) doc_more(t, "an equilibrium in the sense of");
        for (int c = 0, n = 0; c < STABILITY_CONCEPTS; c++)
            if ((v >> c) & 1)
                doc_more(t, "%s %s", n++ ? "," : "",
                         stability_concept_title(c));
        if (v) doc_more(t, ".");
        return;
    }
    t = doc_say(to,
                "State %" PRIu32 " is an equilibrium in the sense of SEQ in ",
                p->state + 1);
    doc_number(t, p->all[3].value, p->all[3].error, DOC_SHARE);
    doc_more(t, " of model draws (GMR ");
    doc_number(t, p->all[1].value, p->all[1].error, DOC_SHARE);
    doc_more(t, ", Nash ");
    doc_number(t, p->all[0].value, p->all[0].error, DOC_SHARE);
    doc_more(t, "). With no record at all SEQ is ");
    doc_number(t, p->no_record[3].value, 0, DOC_SHARE);
    grounds_rest(t, NULL, GROUNDS_BARE);
    if (a->has_analyst) {
        doc_more(t, "; without the analyst's assumptions ");
        doc_number(t, p->no_analyst[3].value, 0, DOC_SHARE);
        grounds_rest(t, NULL, GROUNDS_SOURCED);
    }
    doc_more(t, ".");
}

void stability_show_place(doc *to, const stability_answer *a,
                          const stability_place *p) {
    show_all(to, a, p);
    for (int i = 0; i < a->k->party_count; i++)
        show_stand(to, a, p, i);
}

/* The other places with the same state. */
static void show_twins(doc *to, const stability_answer *a, int place) {
    arena *mem = doc_arena(to);
    doc_text *t = NULL;
    for (int i = place + 1; i < a->place_count; i++) {
        if (a->places[i].state != a->places[place].state) continue;
        const char *title = place_title(a, &a->places[i], mem);
        if (t)
            doc_more(t, "; %s", title);
        else
            t = doc_say(to, "The same state: %s", title);
    }
    if (t) doc_more(t, ".");
}

static bool shown_before(const stability_answer *a, int place) {
    for (int i = 0; i < place; i++)
        if (a->places[i].state == a->places[place].state) return true;
    return false;
}

static void show_places(doc *to, const stability_answer *a) {
    if (a->place_count == 0) return;
    doc_section(to, "Today, and what is proposed");
    doc_say(to, "Once it is in force, who could gain by moving alone, and is "
                "that answered?");
    for (int i = 0; i < a->place_count; i++) {
        if (shown_before(a, i)) continue;
        doc_section(to, "%s", place_title(a, &a->places[i], doc_arena(to)));
        show_twins(to, a, i);
        stability_show_place(to, a, &a->places[i]);
        doc_end(to);
    }
    if (a->sampled && a->k->c->proposal_count > 0)
        doc_note(to, "A low share is no reason to skip a pause: what a pause "
                     "spares people is not in these numbers.");
    doc_end(to);
}

/* --- From today --- */

static void show_way(doc *to, const stability_answer *a,
                     const stability_way *w) {
    arena *mem = doc_arena(to);
    doc_text *t = doc_bullet(to, "State %" PRIu32 ": ", w->state + 1);
    if (w->state == a->k->now)
        doc_more(t, "where things stand.");
    else if (w->improving)
        doc_more(
            t, "by improvements alone: %s.",
            stability_steps_words(a->k, w->improving, w->improving_count, mem));
    else if (w->any)
        doc_more(t, "not by improvements alone; by any moves: %s.",
                 stability_steps_words(a->k, w->any, w->any_count, mem));
    else
        doc_more(t, "by no moves of single actors.");
}

static void show_ways(doc *to, const stability_answer *a) {
    if (a->ways_too_many)
        doc_note(to, "How today leads to these is not looked for in so many "
                     "states.");
    if (a->way_count == 0) return;
    doc_section(to, "From today");
    doc_say(to, "How today leads to the equilibria listed, nobody moving twice "
                "in succession; the shortest way of each kind.");
    for (int i = 0; i < a->way_count; i++)
        show_way(to, a, &a->ways[i]);
    doc_end(to);
}

/* --- What was asked about one state --- */

static void show_state(doc *to, const stability_answer *a) {
    if (a->asked == STABILITY_NO_STATE || a->sampled) return;
    doc_section(to, "State %" PRIu32, a->asked + 1);
    doc_say(to, "%s.", stability_outcome_words(a->k, a->asked, doc_arena(to)));
    doc_table *t = doc_table_new(to, "state");
    doc_column(t, DOC_LEFT, "stable for");
    columns(t);
    for (int i = 0; i < a->k->party_count; i++) {
        doc_row(t);
        doc_cell(t, "%s", a->k->c->actors[i].name);
        cells(t, a, a->verdict[i][a->asked], NULL);
    }
    doc_end(to);
}

static void show_dot(doc *to, const stability_answer *a) {
    if (a->dot)
        doc_note(to, "The graph in DOT is the text `dot` of the data.");
    else
        doc_note(to, "The graph has too many states for DOT.");
}

void stability_show(doc *to, const lens_request *q, const stability_answer *a) {
    if (a->sampled) grounds_begin(to, a->b);
    show_model(to, a->k);
    show_state(to, a);
    stability_show_why(to, a);
    stability_make_show(to, a);
    stability_show_holding(to, a);
    stability_joint_show(to, a);
    stability_robust_show(to, a);
    show_places(to, a);
    show_ways(to, a);
    if (lens_value(q, "dot")) show_dot(to, a);
    show_concepts(to);
    if (a->sampled) sampled_say(to, a->b);
}
