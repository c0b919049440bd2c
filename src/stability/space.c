/* SPDX-License-Identifier: Apache-2.0
 * Which outcomes of a case are states?
 *
 * An outcome gives every issue an option; those that break no rule are the
 * states. They are found by choosing issue after issue and giving up a branch
 * as soon as some rule can't be met any more, twice: the first time they are
 * only counted, so that a case that is too large is refused before memory is
 * asked for. Each state is kept as its options packed into 64 bits, first
 * issue highest; so codes ascend with ids, a state is found by bisection, and
 * "the same but for what a party controls" is a mask. */
#include "stability/space.h"

#include <assert.h>

typedef struct finder {
    const stability_issues *issues;
    const stability_space *space;
    int *outcome;
    uint64_t *code; /* NULL: count only */
    uint64_t count, most, steps;
} finder;

/* Rules that can only be judged late leave too many branches to walk. */
#define STEPS_MOST (UINT64_C(1) << 32)

/* Takes every outcome that agrees with the first `depth` issues. */
static void choose(finder *f, int depth, uint64_t code) {
    const stability_issues *is = f->issues;
    if (++f->steps > STEPS_MOST) f->count = f->most + 1;
    if (is->may && is->tested[depth] &&
        !is->may(is->subject, f->outcome, depth))
        return;
    if (depth == is->count) {
        if (f->code) f->code[f->count] = code;
        f->count++;
        return;
    }
    for (int o = 0; o < is->options[depth] && f->count <= f->most; o++) {
        f->outcome[depth] = o;
        choose(f, depth + 1, code | ((uint64_t)o << f->space->shift[depth]));
    }
}

static int bits_for(int options) {
    int bits = 0;
    while ((1 << bits) < options)
        bits++;
    return bits;
}

static const char *issue_name(const stability_issues *is, int issue) {
    return is->names ? is->names[issue] : "?";
}

/* Lays the issues out in a code, the last lowest. False: over 64 bits. */
static bool lay_out(stability_space *p, const stability_issues *is,
                    parley_diags *d, arena *mem) {
    int *shift = ARENA_ARRAY(mem, int, (size_t)is->count);
    uint64_t *field = ARENA_ARRAY(mem, uint64_t, (size_t)is->count);
    int used = 0;
    for (int j = is->count - 1; j >= 0; j--) {
        int bits = bits_for(is->options[j]);
        if (used + bits > 64) {
            diag_error(d, SPAN_NONE, "stability/limit",
                       "outcomes need more than 64 bits: with issue \"%s\" "
                       "it is %d",
                       issue_name(is, j), used + bits);
            return false;
        }
        shift[j] = used < 64 ? used : 0;
        field[j] = bits ? (UINT64_MAX >> (64 - bits)) << shift[j] : 0;
        used += bits;
    }
    p->issue_count = is->count;
    p->options = is->options;
    p->shift = shift;
    p->field = field;
    return true;
}

/* The issue with which the plain number of combinations passes `most`. */
static void refuse(const stability_issues *is, uint32_t most, parley_diags *d) {
    double product = 1;
    int tips = is->count - 1;
    for (int j = 0; j < is->count; j++) {
        if (product <= most && product * is->options[j] > most) tips = j;
        product *= is->options[j];
    }
    diag_error(d, SPAN_NONE, "stability/limit",
               "more than %lu feasible outcomes (%.0f combinations); issue "
               "\"%s\" tips it",
               (unsigned long)most, product, issue_name(is, tips));
    diag_hint(d, "join or drop issues, or rule more combinations out");
}

parley_status stability_space_find(stability_space *out,
                                   const stability_issues *issues,
                                   uint32_t most, arena *mem, parley_diags *d) {
    assert(most < STABILITY_STATES_MOST);
    if (!lay_out(out, issues, d, mem)) return PARLEY_ELIMIT;
    finder f = {issues, out, ARENA_ARRAY(mem, int, (size_t)issues->count + 1),
                NULL,   0,   most,
                0};
    uint64_t product = 1;
    for (int j = 0; j < issues->count && product <= most; j++)
        product *= (uint64_t)issues->options[j];
    if (!issues->may)
        f.count = product;
    else
        choose(&f, 0, 0);
    if (f.count > most) {
        refuse(issues, most, d);
        return PARLEY_ELIMIT;
    }
    out->state_count = (uint32_t)f.count;
    out->full = f.count == product;
    f.code = ARENA_ARRAY(mem, uint64_t, f.count);
    f.count = f.steps = 0;
    choose(&f, 0, 0);
    out->code = f.code;
    return PARLEY_OK;
}

uint32_t stability_state(const stability_space *p, uint64_t code) {
    uint32_t low = 0, high = p->state_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (p->code[middle] < code)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < p->state_count && p->code[low] == code;
    return found ? low : STABILITY_NO_STATE;
}

uint64_t stability_code(const stability_space *p, const int *outcome) {
    uint64_t code = 0;
    for (int j = 0; j < p->issue_count; j++)
        code |= (uint64_t)outcome[j] << p->shift[j];
    return code;
}

void stability_outcome(const stability_space *p, uint32_t state, int *outcome) {
    for (int j = 0; j < p->issue_count; j++)
        outcome[j] = stability_option(p, p->code[state], j);
}
