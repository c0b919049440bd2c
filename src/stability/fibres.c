/* SPDX-License-Identifier: Apache-2.0
 * Option form: which states can a party reach by changing what it controls?
 *
 * A party may change several of its issues in one move, if each single change
 * is allowed and the end state is feasible; what lies between need not be. So
 * a move stays inside a *fibre*: the states that agree on everything the party
 * does not control. Inside it, only the party's own options count, and of
 * these only their *kind*:
 *
 * - on an issue where all changes are allowed all options are of one kind;
 * - on an issue where allowed changes are transitive, options that can be
 *   changed into each other are of one kind (a strike that can't be undone has
 *   two kinds, before and after);
 * - on any other issue (delay to accept, accept to abandon, but never delay to
 *   abandon) each option is a kind of its own and the party's moves are marked
 *   as not transitive.
 *
 * A party's kind is the combination over its issues, and kind a leads to kind
 * b if on every issue the option stays or may be changed so. Transitive moves
 * let the searches forget who moved last (GMCR.md, section 4.3, trap 6).
 *
 * Fang, Hipel, Kilgour and Peng 2003, A decision support system for
 * interactive decision making, IEEE Trans. SMC-C 33(1). */
#include "stability/fibres.h"

#include <string.h>

enum { KINDS_MOST = 4096, DIGIT_BITS = 11, DIGITS = 1 << DIGIT_BITS };

/* How one issue's options fall into kinds. */
typedef struct sorting {
    int issue, options, kinds;
    const bool *may;
    int *kind; /* by option */
    int *some; /* an option of each kind */
    bool transitive;
} sorting;

static bool allowed(const sorting *s, int from, int to) {
    return from == to || s->may[from * s->options + to];
}

static bool is_transitive(const sorting *s) {
    for (int a = 0; a < s->options; a++)
        for (int b = 0; b < s->options; b++)
            for (int c = 0; allowed(s, a, b) && c < s->options; c++)
                if (allowed(s, b, c) && !allowed(s, a, c)) return false;
    return true;
}

static void sort_options(sorting *s, arena *mem) {
    s->kind = ARENA_ARRAY(mem, int, (size_t)s->options);
    s->some = ARENA_ARRAY(mem, int, (size_t)s->options);
    s->transitive = is_transitive(s);
    for (int o = 0; o < s->options; o++) {
        int k = 0;
        while (k < s->kinds && !(s->transitive && allowed(s, o, s->some[k]) &&
                                 allowed(s, s->some[k], o)))
            k++;
        if (k == s->kinds) s->some[s->kinds++] = o;
        s->kind[o] = k;
    }
}

/* The issues a mover controls, sorted into kinds. */
static sorting *find_sortings(const stability_space *p,
                              const stability_control *control, int *count,
                              arena *mem) {
    sorting *list = ARENA_ARRAY(mem, sorting, (size_t)p->issue_count);
    *count = 0;
    for (int j = 0; j < p->issue_count; j++) {
        if (!control->may[j]) continue;
        sorting *s = &list[(*count)++];
        *s = (sorting){j, p->options[j], 0, control->may[j], NULL, NULL, true};
        sort_options(s, mem);
    }
    return list;
}

/* Does a combination of kinds lead to another (both as mixed numbers)? */
static bool leads_to(const sorting *list, int count, int from, int to) {
    for (int k = 0; k < count; k++) {
        const sorting *s = &list[k];
        int a = s->some[from % s->kinds], b = s->some[to % s->kinds];
        if (!allowed(s, a, b)) return false;
        from /= s->kinds;
        to /= s->kinds;
    }
    return true;
}

static void fill_leads(stability_moves *m, const sorting *list, int count,
                       arena *mem) {
    m->kind_words = (size_t)(m->kind_count + 63) / 64;
    uint64_t *rows =
        ARENA_ARRAY(mem, uint64_t, (size_t)m->kind_count * m->kind_words);
    for (int a = 0; a < m->kind_count; a++)
        for (int b = 0; b < m->kind_count; b++)
            if (leads_to(list, count, a, b))
                rows[(size_t)a * m->kind_words + (size_t)b / 64] |= UINT64_C(1)
                                                                    << (b % 64);
    m->leads = rows;
}

static void fill_kinds(stability_moves *m, const stability_space *p,
                       const sorting *list, int count, arena *mem) {
    uint16_t *kind = ARENA_ARRAY(mem, uint16_t, p->state_count);
    for (uint32_t s = 0; s < p->state_count; s++) {
        int all = 0;
        for (int k = count - 1; k >= 0; k--)
            all = all * list[k].kinds +
                  list[k].kind[stability_option(p, p->code[s], list[k].issue)];
        kind[s] = (uint16_t)all;
    }
    m->kind = kind;
}

/* One stable pass of a radix sort by the bits of `mask` above `shift`. */
static void sort_pass(const stability_space *p, uint64_t mask, int shift,
                      const uint32_t *from, uint32_t *to) {
    uint32_t start[DIGITS] = {0};
    uint32_t sum = 0;
    for (uint32_t k = 0; k < p->state_count; k++)
        start[((p->code[k] & mask) >> shift) % DIGITS]++;
    for (int c = 0; c < DIGITS; c++) {
        uint32_t size = start[c];
        start[c] = sum;
        sum += size;
    }
    for (uint32_t k = 0; k < p->state_count; k++)
        to[start[((p->code[from[k]] & mask) >> shift) % DIGITS]++] = from[k];
}

/* The states ordered by the bits of mask, those of the mover's fibres. They
 * are so already if all bits that it controls lie below. */
static uint32_t *order_states(const stability_space *p, uint64_t mask,
                              uint64_t own, arena *mem) {
    uint32_t *order = ARENA_ARRAY(mem, uint32_t, p->state_count);
    for (uint32_t s = 0; s < p->state_count; s++)
        order[s] = s;
    arena *scratch = arena_child(mem);
    uint32_t *other = NULL;
    bool sorted = own < (mask & (~mask + 1));
    for (int shift = 0; shift < 64 && !sorted; shift += DIGIT_BITS) {
        if (((mask >> shift) % DIGITS) == 0) continue;
        if (!other) other = ARENA_ARRAY(scratch, uint32_t, p->state_count);
        sort_pass(p, mask, shift, order, other);
        memcpy(order, other, p->state_count * sizeof *order);
    }
    arena_free(scratch);
    return order;
}

static void fill_fibres(stability_moves *m, const stability_space *p,
                        uint64_t own, uint64_t all, arena *mem) {
    uint64_t mask = all & ~own;
    m->member = order_states(p, mask, own, mem);
    uint32_t count = 0;
    for (uint32_t k = 0; k < p->state_count; k++)
        count +=
            k == 0 ||
            ((p->code[m->member[k]] ^ p->code[m->member[k - 1]]) & mask) != 0;
    uint32_t *start = ARENA_ARRAY(mem, uint32_t, (size_t)count + 1);
    for (uint32_t k = 0; k < p->state_count; k++)
        if (k == 0 ||
            ((p->code[m->member[k]] ^ p->code[m->member[k - 1]]) & mask) != 0)
            start[m->fibre_count++] = k;
    start[count] = p->state_count;
    m->fibre_start = start;
}

parley_status stability_fibres(stability_moves *out, const stability_space *p,
                               const stability_control *control, arena *mem,
                               parley_diags *d) {
    int count;
    arena *scratch = arena_child(mem);
    sorting *list = find_sortings(p, control, &count, scratch);
    stability_moves m = {.transitive = true, .kind_count = 1};
    uint64_t own = 0, all = 0, kinds = 1;
    for (int j = 0; j < p->issue_count; j++)
        all |= p->field[j];
    for (int k = 0; k < count; k++) {
        own |= p->field[list[k].issue];
        m.transitive = m.transitive && list[k].transitive;
        if (kinds <= KINDS_MOST) kinds *= (uint64_t)list[k].kinds;
    }
    if (kinds > KINDS_MOST) {
        diag_error(d, SPAN_NONE, "stability/limit",
                   "what %s can't undo has more than %d combinations",
                   control->name, KINDS_MOST);
        arena_free(scratch);
        return PARLEY_ELIMIT;
    }
    m.kind_count = (int)kinds;
    if (kinds > 1) {
        fill_leads(&m, list, count, mem);
        fill_kinds(&m, p, list, count, mem);
    }
    fill_fibres(&m, p, own, all, mem);
    arena_free(scratch);
    *out = m;
    return PARLEY_OK;
}
