/* SPDX-License-Identifier: Apache-2.0
 * The stability lens, --coalitions: what holds against parties that move
 * together, and jumps from one equilibrium to another that all of a coalition
 * prefer; --blocks "a b, c": the fixed structure in which a and b are one
 * player. */
#include <inttypes.h>
#include <string.h>

#include "lens/stability_more.h"

enum { JOINT_STATES = 8192, JUMPS_SHOWN = 20, COALITIONS_SHOWN = 32 };
#define JOINT_BYTES 1e9

/* Nash, GMR, SMR, SEQ: SSEQ is not defined for coalitions. */
enum { JOINT_CONCEPTS = 4 };

/* --- Finding --- */

static bool fits(const stability_together *t, parley_diags *d) {
    double bytes = stability_coalition_bytes(t);
    if (t->party_count > STABILITY_COALITION_PARTIES)
        return diag_error(d, SPAN_NONE, "stability/limit",
                          "coalitions of %d parties; %d are the most",
                          t->party_count, STABILITY_COALITION_PARTIES);
    if (t->g->state_count <= JOINT_STATES && bytes <= JOINT_BYTES) return true;
    return diag_error(d, SPAN_NONE, "stability/limit",
                      "coalitions of %d parties in %" PRIu32
                      " states need %.1f GB; 1 GB and %d states are the most",
                      t->party_count, t->g->state_count, bytes / 1e9,
                      JOINT_STATES);
}

/* "a b, c" into a block number by party; parties left out stay alone. */
static bool read_blocks(const stability_answer *a, const char *value,
                        stability_allied *x, arena *mem, parley_diags *d) {
    int *block = ARENA_ARRAY(mem, int, (size_t)a->k->party_count);
    for (int i = 0; i < a->k->party_count; i++)
        block[i] = -1;
    for (const char *at = value; *at;) {
        size_t size = strcspn(at, ",;");
        text_list words = stability_words(arena_text(mem, at, size), mem);
        for (int w = 0; w < words.count; w++) {
            int party;
            if (!stability_read_party(a->k, words.items[w], &party, d))
                return false;
            if (block[party] >= 0)
                return diag_error(d, SPAN_NONE, "option/value",
                                  "--blocks: \"%s\" stands twice",
                                  words.items[w]);
            block[party] = x->block_count;
        }
        x->block_count += words.count > 0;
        at += size + (at[size] != '\0');
    }
    for (int i = 0; i < a->k->party_count; i++)
        if (block[i] < 0) block[i] = x->block_count++;
    x->block = block;
    return true;
}

static void find_structure(const stability_answer *a,
                           const stability_together *t, stability_allied *x,
                           arena *mem) {
    uint8_t **stable = stability_structure(t, x->block, x->block_count, mem);
    uint8_t *all = ARENA_ARRAY(mem, uint8_t, a->k->g.state_count);
    memset(all, STABILITY_ALL, a->k->g.state_count);
    for (int b = 0; b < x->block_count; b++)
        for (uint32_t s = 0; s < a->k->g.state_count; s++)
            all[s] &= stable[b][s];
    x->stable = stable;
    x->structured = all;
}

parley_status stability_joint_run(stability_answer *a, const lens_request *q,
                                  arena *mem, parley_diags *d) {
    bool coalitions = lens_value(q, "coalitions") != NULL;
    const char *blocks = lens_value(q, "blocks");
    if (!coalitions && !blocks) return PARLEY_OK;
    stability_allied *x = ARENA_NEW(mem, stability_allied);
    stability_graph *g = ARENA_NEW(mem, stability_graph);
    if (blocks && !read_blocks(a, blocks, x, mem, d)) return PARLEY_EUSAGE;
    if (stability_joint(g, a->k, mem, d) != PARLEY_OK) return PARLEY_ELIMIT;
    bool joint = g->mover_count > a->k->g.mover_count;
    stability_together t = {g, (const uint32_t *const *)a->rank,
                            a->k->party_count, joint ? g->mover_count - 1 : -1};
    if (!fits(&t, d)) return PARLEY_ELIMIT;
    stability_locate(g, mem);
    if (coalitions) {
        x->all = stability_coalitions_find(&t, mem);
        x->jumps = stability_jumps_find(&t, x->all, a->equilibrium,
                                        STABILITY_SEQ, mem);
    }
    if (blocks) find_structure(a, &t, x, mem);
    a->allied = x;
    return PARLEY_OK;
}

/* --- Data --- */

static void put_members(doc_value *in, const char *key, const case_model *c,
                        uint32_t set) {
    doc_value *list = doc_put_list(in, key);
    for (int i = 0; i < c->party_count; i++)
        if ((set >> i) & 1) doc_put_text(list, NULL, c->actors[i].id);
}

static void put_lists(doc_value *in, const uint8_t *verdict, uint32_t states,
                      int concepts) {
    for (int c = 0; c < concepts; c++) {
        doc_value *list = doc_put_list(in, stability_concept_name(c));
        for (uint32_t s = 0; s < states; s++)
            if ((verdict[s] >> c) & 1) stability_put_id(list, NULL, s);
    }
}

static void put_coalitions(doc_value *data, const stability_answer *a,
                           const stability_allied *x) {
    const case_model *c = a->k->c;
    const uint32_t states = a->k->g.state_count;
    if (!x || !x->all) {
        doc_put_null(data, "coalitions");
        return;
    }
    doc_value *one = doc_put_object(data, "coalitions");
    put_lists(doc_put_object(one, "universal"), x->all->universal, states,
              JOINT_CONCEPTS);
    doc_value *by = doc_put_list(one, "by");
    for (uint32_t h = 1; h < UINT32_C(1) << c->party_count; h++) {
        doc_value *row = doc_put_object(by, NULL);
        put_members(row, "parties", c, h);
        put_lists(row, x->all->verdict[h], states, JOINT_CONCEPTS);
    }
    doc_value *jumps = doc_put_list(one, "jumps");
    for (size_t j = 0; j < x->jumps.count; j++) {
        doc_value *row = doc_put_object(jumps, NULL);
        put_members(row, "parties", c, x->jumps.items[j].coalition);
        stability_put_id(row, "from", x->jumps.items[j].from);
        stability_put_id(row, "to", x->jumps.items[j].to);
    }
}

static uint32_t members_of(const stability_answer *a, const stability_allied *x,
                           int block) {
    uint32_t set = 0;
    for (int i = 0; i < a->k->party_count; i++)
        if (x->block[i] == block) set |= UINT32_C(1) << i;
    return set;
}

static void put_structure(doc_value *data, const stability_answer *a,
                          const stability_allied *x) {
    const uint32_t states = a->k->g.state_count;
    if (!x || !x->block) {
        doc_put_null(data, "structure");
        return;
    }
    doc_value *one = doc_put_object(data, "structure");
    put_lists(doc_put_object(one, "equilibria"), x->structured, states,
              STABILITY_CONCEPTS);
    doc_value *list = doc_put_list(one, "blocks");
    for (int b = 0; b < x->block_count; b++) {
        doc_value *row = doc_put_object(list, NULL);
        put_members(row, "parties", a->k->c, members_of(a, x, b));
        put_lists(row, x->stable[b], states, STABILITY_CONCEPTS);
    }
}

void stability_joint_put(doc_value *data, const stability_answer *a) {
    put_coalitions(data, a, a->allied);
    put_structure(data, a, a->allied);
}

/* --- Words --- */

static const char *member_words(const stability_answer *a, uint32_t set,
                                arena *mem) {
    const char *text = "";
    for (int i = 0; i < a->k->party_count; i++)
        if ((set >> i) & 1)
            text = arena_format(mem, "%s%s%s", text, *text ? " + " : "",
                                a->k->c->actors[i].name);
    return text;
}

static unsigned long held(const uint8_t *verdict, uint32_t states, int c) {
    unsigned long count = 0;
    for (uint32_t s = 0; s < states; s++)
        count += (verdict[s] >> c) & 1;
    return count;
}

static void row_of(doc_table *t, const char *name, const uint8_t *verdict,
                   uint32_t states, int concepts) {
    doc_row(t);
    doc_cell(t, "%s", name);
    for (int c = 0; c < concepts; c++)
        doc_cell(t, "%lu", held(verdict, states, c));
}

static void show_coalitions(doc *to, const stability_answer *a,
                            const stability_allied *x) {
    arena *mem = doc_arena(to);
    const uint32_t states = a->k->g.state_count;
    uint32_t whole = (UINT32_C(1) << a->k->party_count) - 1;
    doc_section(to, "Against coalitions");
    doc_say(to, "How many states hold against parties that move together and "
                "all gain.");
    doc_table *t = doc_table_new(to, "coalitions");
    doc_column(t, DOC_LEFT, "coalition");
    for (int c = 0; c < JOINT_CONCEPTS; c++)
        doc_column(t, DOC_RIGHT, stability_concept_title(c));
    for (uint32_t h = 1, shown = 0; h <= whole && shown < COALITIONS_SHOWN; h++)
        if (h & (h - 1)) {
            row_of(t, member_words(a, h, mem), x->all->verdict[h], states,
                   JOINT_CONCEPTS);
            shown++;
        }
    row_of(t, "any", x->all->universal, states, JOINT_CONCEPTS);
    if (x->jumps.count == 0)
        doc_say(to, "No coalition can bring one SEQ equilibrium to another "
                    "that all its members prefer.");
    for (size_t j = 0; j < x->jumps.count && j < JUMPS_SHOWN; j++)
        doc_bullet(to,
                   "%s can bring state %" PRIu32 " to state %" PRIu32
                   ", both SEQ equilibria, and all gain.",
                   member_words(a, x->jumps.items[j].coalition, mem),
                   x->jumps.items[j].from + 1, x->jumps.items[j].to + 1);
    if (x->jumps.count > JUMPS_SHOWN)
        doc_note(to, "%zu more such jumps are in the data.",
                 x->jumps.count - JUMPS_SHOWN);
    doc_end(to);
}

static void show_structure(doc *to, const stability_answer *a,
                           const stability_allied *x) {
    doc_section(to, "With fixed blocks");
    doc_say(to, "Each block is one player; its members do not move alone.");
    doc_table *t = doc_table_new(to, "blocks");
    doc_column(t, DOC_LEFT, "block");
    for (int c = 0; c < STABILITY_CONCEPTS; c++)
        doc_column(t, DOC_RIGHT, stability_concept_title(c));
    for (int b = 0; b < x->block_count; b++)
        row_of(t, member_words(a, members_of(a, x, b), doc_arena(to)),
               x->stable[b], a->k->g.state_count, STABILITY_CONCEPTS);
    row_of(t, "all", x->structured, a->k->g.state_count, STABILITY_CONCEPTS);
    doc_end(to);
}

void stability_joint_show(doc *to, const stability_answer *a) {
    const stability_allied *x = a->allied;
    if (x && x->all) show_coalitions(to, a, x);
    if (x && x->block) show_structure(to, a, x);
}
