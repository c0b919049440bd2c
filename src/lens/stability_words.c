/* SPDX-License-Identifier: Apache-2.0
 * Moves and certificates in words. A certificate that is printed has been
 * checked first, by code that shares nothing with what made it. */
#include "lens/stability_words.h"

#include <inttypes.h>

enum { ANSWERS_SHOWN = 12 };

const char *stability_concept_title(int concept) {
    static const char *const TITLES[STABILITY_CONCEPTS] = {"Nash", "GMR", "SMR",
                                                           "SEQ", "SSEQ"};
    return TITLES[concept];
}

static const char *graph_words(const case_graph *g, uint32_t state,
                               arena *mem) {
    const char *text = g->state_texts[state];
    if (*text == '\0') return g->state_ids[state];
    return arena_format(mem, "%s (%s)", g->state_ids[state], text);
}

const char *stability_outcome_words(const stability_case *k, uint32_t state,
                                    arena *mem) {
    const case_model *c = k->c;
    if (c->graph) return graph_words(c->graph, state, mem);
    if (k->now == STABILITY_NO_STATE)
        return stability_state_name(k, state, mem);
    if (state == k->now) return "as today";
    const char *text = "";
    int same = 0;
    for (int j = 0; j < c->issue_count; j++) {
        int o = stability_option(&k->space, k->space.code[state], j);
        bool changed = o != c->issues[j].now;
        same += !changed;
        if (changed)
            text = arena_format(mem, "%s%s%s = %s", text, *text ? ", " : "",
                                c->issues[j].id, c->issues[j].options[o]);
    }
    return same ? arena_format(mem, "%s; the rest as today", text) : text;
}

const char *stability_change_words(const stability_case *k, uint32_t from,
                                   uint32_t to, arena *mem) {
    const case_model *c = k->c;
    if (c->graph)
        return arena_format(mem, "moving to %s", c->graph->state_ids[to]);
    const char *text = "";
    for (int j = 0; j < c->issue_count; j++) {
        int a = stability_option(&k->space, k->space.code[from], j);
        int b = stability_option(&k->space, k->space.code[to], j);
        if (a == b) continue;
        text = arena_format(mem, "%s%s%s: %s to %s", text, *text ? ", " : "",
                            c->issues[j].id, c->issues[j].options[a],
                            c->issues[j].options[b]);
    }
    return text;
}

const char *stability_steps_words(const stability_case *k,
                                  const stability_step *steps, int count,
                                  arena *mem) {
    const char *text = "";
    for (int i = 0; i < count; i++)
        text = arena_format(
            mem, "%s%s%s (%s)", text, i ? ", then " : "",
            stability_mover_name(k, steps[i].mover),
            stability_change_words(k, steps[i].from, steps[i].to, mem));
    return text;
}

/* --- Certificates --- */

static void say_answered(doc *to, const stability_answer *a,
                         const stability_reply *r) {
    const stability_certificate *c = a->why;
    arena *mem = doc_arena(to);
    uint32_t end = r->steps[r->step_count - 1].to;
    bool improving = (c->concept & (STABILITY_SEQ | STABILITY_SSEQ)) != 0;
    bool no_way_out = (c->concept & (STABILITY_SMR | STABILITY_SSEQ)) != 0;
    doc_text *t = doc_bullet(
        to,
        "To state %" PRIu32 " (%s): answered by %s. That is state %" PRIu32
        ", which %s ranks no higher than state %" PRIu32,
        r->improvement + 1,
        stability_change_words(a->k, c->state, r->improvement, mem),
        stability_steps_words(a->k, r->steps, r->step_count, mem), end + 1,
        stability_mover_name(a->k, c->mover), c->state + 1);
    if (improving) doc_more(t, "; each step gains whoever takes it");
    if (no_way_out && r->way_count == 0)
        doc_more(t, "; from there it has no move");
    if (no_way_out && r->way_count > 0)
        doc_more(t,
                 "; from there its best move, to state %" PRIu32
                 ", is no better either",
                 r->best_way + 1);
    doc_more(t, ".");
}

static void say_unanswered(doc *to, const stability_answer *a,
                           const stability_reply *r) {
    const stability_certificate *c = a->why;
    bool no_way_out = (c->concept & (STABILITY_SMR | STABILITY_SSEQ)) != 0;
    doc_text *t = doc_bullet(
        to, "To state %" PRIu32 " (%s): ", r->improvement + 1,
        stability_change_words(a->k, c->state, r->improvement, doc_arena(to)));
    if (c->concept == STABILITY_NASH) {
        doc_more(t, "an improvement.");
        return;
    }
    if (r->reached_count == 0) {
        doc_more(t, "nobody has an answer to that.");
        return;
    }
    doc_more(t,
             "the others can bring about %" PRIu32 " state%s from there; each "
             "is better for %s than state %" PRIu32,
             r->reached_count, r->reached_count == 1 ? "" : "s",
             stability_mover_name(a->k, c->mover), c->state + 1);
    if (no_way_out) doc_more(t, ", or leaves it a way to one that is");
    doc_more(t, ":");
    for (uint32_t i = 0; i < r->reached_count && i < ANSWERS_SHOWN; i++)
        doc_more(t, "%s %" PRIu32, i ? "," : "", r->reached[i] + 1);
    doc_more(t, r->reached_count > ANSWERS_SHOWN ? ", ..." : ".");
}

void stability_show_why(doc *to, const stability_answer *a) {
    const stability_certificate *c = a->why;
    if (!c) return;
    const char *name = stability_mover_name(a->k, c->mover);
    const char *wrong = stability_verify(
        &a->k->g, (const uint32_t *const *)a->rank, c, doc_arena(to));
    doc_section(to, "Why state %" PRIu32 " is%s stable for %s (%s)",
                c->state + 1, c->stable ? "" : " not", name,
                stability_concept_title(__builtin_ctz(c->concept)));
    doc_say(to, "State %" PRIu32 ": %s.", c->state + 1,
            stability_outcome_words(a->k, c->state, doc_arena(to)));
    if (c->improvement_count == 0)
        doc_say(to, "%s has no improvement.", name);
    else
        doc_say(to, "%s has %" PRIu32 " improvement%s%s", name,
                c->improvement_count, c->improvement_count == 1 ? "" : "s",
                c->stable ? ", all answered:" : "; this one is not answered:");
    for (uint32_t r = 0; r < c->reply_count && r < ANSWERS_SHOWN; r++)
        (c->replies[r].sanctioned ? say_answered
                                  : say_unanswered)(to, a, &c->replies[r]);
    if (c->reply_count > ANSWERS_SHOWN)
        doc_note(to, "%" PRIu32 " more answers are in the data.",
                 c->reply_count - ANSWERS_SHOWN);
    if (wrong)
        doc_warning(to, "The check of this certificate failed: %s.", wrong);
    else
        doc_note(to, "Checked step by step against the moves and ranks.");
    doc_end(to);
}
