/* SPDX-License-Identifier: Apache-2.0
 *
 * `parley stability CASE`: once there, would anyone move away?
 *
 * The case as a graph model for conflict resolution (Fang, Hipel and Kilgour
 * 1993): which outcomes are stable for every party, in five senses, from the
 * plainest (nobody has an improvement) to the most wary; how today, and what
 * each proposal puts in force, stands in it; and how today leads to the
 * outcomes that hold. docs/methods/stability.md has the definitions.
 *
 * Where all preferences are given the answer is exact. Where some party's are
 * inferred it is a share of model draws for each state (by true worths: what a
 * party would do, not what it would sign).
 *
 * Edge cases: nobody can move: every state is stable. An issue that no party
 * can change alone is named; it changes by agreement only, so no party's own
 * concepts see it. A case as a graph needs preferences of all its parties.
 *
 * The data (keys): `states`, `movers`, `agreed-only`; exact: `counts` and
 * `equilibria` by concept, `stable` by party and concept (--full), `from-now`;
 * sampled: `likely`; both: `places`; on request `why`, `state`, `make`,
 * `coalitions`, `structure`, `robust`, `dot`. */
#include <string.h>

#include "lens/stability_more.h"

static const lens_option OPTIONS[] = {
    {"top", "N", "states listed (20)"},
    {"only", "EXPR", "list only states where this holds"},
    {"state", "STATE", "one state, party by party: a number or \"now\""},
    {"why", "STATE PARTY CONCEPT", "why a state is stable or not, in steps"},
    {"make", "STATE", "what would have to be wanted for it to hold"},
    {"concept", "NAME", "of --make: nash, gmr, smr, seq (usual) or sseq"},
    {"vary", "PARTIES", "of --make: only their wants may change"},
    {"coalitions", NULL, "what holds against parties that move together"},
    {"blocks", "A B, C", "parties of a block as one player"},
    {"robust", NULL, "what survives small changes of the wants"},
    {"unknown", "PARTIES", "what holds if nothing is known of their wants"},
    {"strong", "WORTH", "what holds strongly: this difference is great"},
    {"full", NULL, "also `stable` by party in the data"},
    {"dot", NULL, "the graph in Graphviz DOT, up to 200 states"},
};

/* Today, and what each phase of the proposals puts in force. */
static stability_place *find_places(stability_answer *a, const lens_request *q,
                                    arena *mem) {
    const case_model *c = q->c;
    size_t most = 2;
    for (int p = 0; p < c->proposal_count; p++)
        most += (size_t)c->proposals[p].phase_count;
    stability_place *list = ARENA_ARRAY(mem, stability_place, most);
    if (a->asked != STABILITY_NO_STATE)
        list[a->place_count++] =
            (stability_place){.name = "the state asked about",
                              .proposal = -1,
                              .phase = -1,
                              .state = a->asked};
    if (a->k->now != STABILITY_NO_STATE)
        list[a->place_count++] = (stability_place){
            .name = "today", .proposal = -1, .phase = -1, .state = a->k->now};
    for (int p = 0; p < c->proposal_count; p++)
        for (int f = 0; f < c->proposals[p].phase_count; f++) {
            stability_place place = {
                .name = c->proposals[p].name, .proposal = p, .phase = f};
            if (stability_phase_state(a->k, p, f, &place.state, mem))
                list[a->place_count++] = place;
        }
    return list;
}

static bool read_only(stability_answer *a, const lens_request *q, arena *mem,
                      parley_diags *d) {
    const char *text = lens_value(q, "only");
    if (!text) return true;
    const source_text *source = source_new(mem, "--only", text, strlen(text));
    span at = {source, 0, source->size};
    a->only = expr_parse(source->bytes, at, q->c, mem, d);
    return a->only != NULL;
}

/* --why "STATE PARTY CONCEPT" */
static bool read_why(stability_answer *a, const lens_request *q, arena *mem,
                     parley_diags *d) {
    const char *value = lens_value(q, "why");
    if (!value) return true;
    text_list words = stability_words(value, mem);
    stability_question asked;
    if (words.count != 3)
        return diag_error(d, SPAN_NONE, "option/value",
                          "--why: a state, a party and a concept are expected");
    if (!stability_read_state(a->k, words.items[0], &asked.state, mem, d) ||
        !stability_read_party(a->k, words.items[1], &asked.mover, d) ||
        !stability_read_concept(words.items[2], &asked.concept, d))
        return false;
    a->why =
        stability_why(&a->k->g, (const uint32_t *const *)a->rank, asked, mem);
    return true;
}

static bool read_state(stability_answer *a, const lens_request *q, arena *mem,
                       parley_diags *d) {
    const char *value = lens_value(q, "state");
    a->asked = STABILITY_NO_STATE;
    return !value || stability_read_state(a->k, value, &a->asked, mem, d);
}

/* What only exact preferences can answer. */
static bool needs_exact(const lens_request *q, parley_diags *d) {
    static const char *const EXACT[] = {"why",    "make",    "coalitions",
                                        "blocks", "unknown", "strong"};
    for (size_t i = 0; i < sizeof EXACT / sizeof *EXACT; i++)
        if (lens_value(q, EXACT[i]))
            return diag_error(d, SPAN_NONE, "stability/inferred",
                              "--%s needs preferences of all parties; some "
                              "are inferred here and differ from draw to draw",
                              EXACT[i]);
    return true;
}

static parley_status run_more(stability_answer *a, const lens_request *q,
                              arena *mem, parley_diags *d) {
    if (a->sampled && !needs_exact(q, d)) return PARLEY_EINPUT;
    if (!read_why(a, q, mem, d)) return PARLEY_EUSAGE;
    parley_status status = stability_make_run(a, q, mem, d);
    if (status == PARLEY_OK) status = stability_joint_run(a, q, mem, d);
    if (status == PARLEY_OK) status = stability_robust_run(a, q, mem, d);
    return status;
}

static bool is_about_graph(const lens_request *q) {
    static const char *const GRAPH[] = {"why",    "dot",     "make",
                                        "robust", "unknown", "strong"};
    for (size_t i = 0; i < sizeof GRAPH / sizeof *GRAPH; i++)
        if (lens_value(q, GRAPH[i])) return true;
    return false;
}

static bool can_be_asked(const stability_case *k, parley_diags *d) {
    const case_model *c = k->c;
    for (int i = 0; c->graph && i < c->party_count; i++)
        if (c->preferences[i].kind == CASE_INFERRED)
            return diag_error(d, c->actors[i].origin.at,
                              "stability/no-preferences",
                              "a graph needs the ranking of every party; "
                              "\"%s\" has none",
                              c->actors[i].id);
    if (k->g.state_count == 0)
        return diag_error(d, SPAN_NONE, "stability/no-state",
                          "the rules leave no state at all");
    return true;
}

static parley_status run(const void **out, const lens_request *q, arena *mem,
                         parley_diags *d) {
    stability_answer *a = ARENA_NEW(mem, stability_answer);
    stability_case *k;
    uint64_t top;
    if (!stability_read_count(q, "top", STABILITY_TOP, &top, d))
        return PARLEY_EUSAGE;
    parley_status status = stability_build(&k, q->c, mem, d);
    if (status != PARLEY_OK) return status;
    a->k = k;
    if (!can_be_asked(k, d)) return PARLEY_EINPUT;
    if (!read_only(a, q, mem, d) || !read_state(a, q, mem, d))
        return PARLEY_EUSAGE;
    a->sampled = stability_is_sampled(q->c);
    stability_place *places = find_places(a, q, mem);
    a->places = places;
    if (a->sampled || stability_needs_search(&k->g) || a->place_count > 0 ||
        is_about_graph(q))
        stability_locate(&k->g, mem);
    status = a->sampled ? stability_run_draws(a, q, top, places, mem, d)
                        : stability_run_exact(a, q, top, places, mem, d);
    if (status != PARLEY_OK) return status;
    status = run_more(a, q, mem, d);
    if (status == PARLEY_OK && lens_value(q, "dot"))
        a->dot = stability_dot(a, mem);
    *out = a;
    return status;
}

static void describe(doc *to, const lens_request *q, const void *answer) {
    stability_put(to, q, answer);
    stability_show(to, q, answer);
}

const lens stability_lens = {
    "stability", "once there, would anyone move away?", "",  0,       0,
    OPTIONS,     sizeof OPTIONS / sizeof *OPTIONS,      run, describe};
