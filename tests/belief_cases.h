/* SPDX-License-Identifier: Apache-2.0
 * Random small cases for tests of belief: two parties, two or three issues,
 * statements of all kinds of which none repeats or replaces another, two
 * proposals, and now and then exact preferences. */
#ifndef TESTS_BELIEF_CASES_H
#define TESTS_BELIEF_CASES_H

#include "base/rng.h"
#include "case/load.h"
#include "test.h"

typedef struct writer {
    char text[16384];
    size_t size;
    rng r;
    int issue_count, options[4];
} writer;

static void put(writer *w, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void put(writer *w, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int more =
        vsnprintf(w->text + w->size, sizeof w->text - w->size, format, args);
    va_end(args);
    assert_true(more >= 0 && w->size + (size_t)more < sizeof w->text);
    w->size += (size_t)more;
}

static int below(writer *w, int most) {
    return (int)rng_below(&w->r, (uint64_t)most);
}

static void put_issues(writer *w) {
    w->issue_count = 2 + below(w, 2);
    put(w, "issues:\n");
    for (int j = 0; j < w->issue_count; j++) {
        static const char *const by[] = {"", ", by: a", ", by: b", ", by: g",
                                         ", by: [a, g]"};
        w->options[j] = 2 + below(w, 2);
        put(w, "  i%d: {options: [", j);
        for (int o = 0; o < w->options[j]; o++)
            put(w, "%so%d", o ? ", " : "", o);
        put(w, "], now: o%d%s%s}\n", below(w, 2),
            below(w, 2) ? ", scale: true" : "", by[below(w, 5)]);
    }
}

static void put_term(writer *w, int issue) {
    put(w, "{i%d: o%d}", issue, below(w, w->options[issue]));
}

/* Two different options of an issue, or terms of two issues. */
static void put_pair(writer *w, const char *first, const char *second) {
    int j = below(w, w->issue_count), k = (j + 1) % w->issue_count;
    if (below(w, 2)) {
        int o = below(w, w->options[j]);
        put(w, "%s: {i%d: o%d}, %s: {i%d: o%d}", first, j, o, second, j,
            (o + 1) % w->options[j]);
        return;
    }
    put(w, "%s: ", first);
    put_term(w, j);
    put(w, ", %s: ", second);
    put_term(w, k);
}

static void put_trade(writer *w) {
    int j = below(w, w->issue_count), k = (j + 1) % w->issue_count;
    put(w, "about: ");
    put_term(w, j);
    put(w, ", in-return: ");
    put_term(w, k);
}

static void put_content(writer *w, const char *kind) {
    int j = below(w, w->issue_count), k = (j + 1) % w->issue_count;
    put(w, "kind: %s, ", kind);
    switch (kind[0] == 'r' ? kind[2] : kind[0]) {
    case 'p': /* prefer */
        put_pair(w, "about", "over");
        break;
    case 'm': /* matters */
        put(w, "about: i%d, over: i%d", j, k);
        break;
    case 't': /* trade */
        put_trade(w);
        break;
    case 'a': /* accept */
    case 'j': /* reject */
        put(w, "about: p%d", below(w, 2));
        break;
    case 'd': /* demand; `doubt` is written elsewhere */
        put(w, "about: {i%d: [o0, o1], i%d: o%d}", j, k,
            below(w, w->options[k]));
        break;
    default: /* require, refuse, offer */
        put(w, "about: ");
        put_term(w, j);
        if (kind[0] == 'r' && below(w, 3) == 0) put(w, ", scope: truce");
    }
}

/* At most one statement of a kind and party, so that nothing repeats or
 * replaces anything. */
static void put_record(writer *w) {
    static const char *const kinds[] = {"prefer",  "matters", "demand",
                                        "require", "refuse",  "offer",
                                        "trade",   "accept",  "reject"};
    put(w, "record:\n");
    int count = 3 + below(w, 4), first = below(w, 9);
    for (int i = 0; i < count; i++) {
        int kind = (first + i) % 9;
        char party = "ab"[below(w, 2)];
        if (kind == 8 && i > 0) party = 'b'; /* never accept and reject */
        if (kind == 7) party = 'a';
        put(w, "  - {id: s%d, by: %s-%c, for: %c, source: r, credence: %g, ", i,
            below(w, 2) ? "lead" : "office", party, party,
            0.55 + 0.05 * below(w, 8));
        put(w, "public: %s, ", below(w, 2) ? "true" : "false");
        put_content(w, kinds[kind]);
        put(w, "}\n");
    }
    put(w,
        "  - {id: d, for: a, source: analyst, kind: doubt, of: %s, "
        "credence: 0.8}\n",
        below(w, 2) ? "b" : "g");
    if (below(w, 3) == 0)
        put(w, "  - {id: n, for: b, source: analyst, kind: refuse, "
               "about: any-condition, credence: 0.7}\n");
}

static void put_proposals(writer *w) {
    put(w, "proposals:\n");
    for (int i = 0; i < 2; i++) {
        put(w, "  p%d:\n    plan:\n      - {phase: one, terms: ", i);
        put_term(w, below(w, w->issue_count));
        put(w, ", lasts: %s", below(w, 2) ? "open" : "20 days");
        if (below(w, 3))
            put(w, ", talks: {on: [i0, i1], fail: %s}",
                below(w, 2) ? "stay" : "resume");
        put(w, "}\n");
    }
    if (below(w, 2))
        put(w, "    guarantees: [{by: g, of: [i0], status: offered}]\n");
}

static void put_case(writer *w, uint64_t seed) {
    w->size = 0;
    rng_seed(&w->r, seed, 77);
    put(w, "parley: 1\ncase: random\nas-of: 2024-01-01\n"
           "parties: {a: {name: A}, b: {name: B}}\n"
           "others: {g: {name: G}}\n"
           "sources: {r: {title: R, date: 2023-12-01, grade: B}}\n"
           "people:\n"
           "  lead-a: {name: LA, of: a, office: leader}\n"
           "  lead-b: {name: LB, of: b, office: leader}\n"
           "  office-a: {name: OA, of: a, office: official}\n"
           "  office-b: {name: OB, of: b, office: official}\n");
    put_issues(w);
    if (below(w, 3) == 0) {
        put(w, "preferences:\n  b: {worth: {");
        for (int j = 0; j < w->issue_count; j++)
            put(w, "%si%d: {o0: %g, o1: %g}", j ? ", " : "", j,
                0.1 * below(w, 5), 0.1 * below(w, 5));
        put(w, "}%s}\n", below(w, 2) ? ", reserve: 0.2" : "");
    }
    put_proposals(w);
    put_record(w);
    if (below(w, 3) == 0) put(w, "model: {face: 0.4, breach: [0, 0.1]}\n");
}

static const case_model *random_case(uint64_t seed, arena *mem) {
    static writer w;
    const case_model *c = NULL;
    put_case(&w, seed);
    parley_diags *d = parley_diags_new(NULL);
    if (!case_load(&c, source_new(mem, "random.yaml", w.text, w.size), mem, d))
        fail_msg("%s\n%s", parley_diags_get(d, 0)->message, w.text);
    parley_diags_free(d);
    return c;
}

#endif
