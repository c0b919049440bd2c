/* SPDX-License-Identifier: Apache-2.0
 * Large agendas from end to end: a made-up case of 20 issues of 5 to 10 options
 * with a record, by lens and number of parties. Takes minutes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "bench.h"
#include "parley.h"

enum { ISSUES = 20 };

static int some(rng *r, int most) { return (int)rng_below(r, (uint64_t)most); }

static char *add(char *text, arena *mem, const char *more) {
    return arena_format(mem, "%s%s", text, more);
}

static char *add_record(char *text, int parties, const int *options, rng *r,
                        arena *mem) {
    static const char *const kinds[] = {"demand", "demand", "demand", "offer",
                                        "refuse"};
    for (int p = 0; p < parties; p++)
        for (int k = 0; k < 5; k++) {
            const int j = some(r, ISSUES);
            text =
                add(text, mem,
                    arena_format(mem,
                                 "  - {id: s%d-%d, for: p%d, by: p%d, "
                                 "source: r, kind: %s, about: {i%d: o%d}}\n",
                                 p, k, p, p, kinds[k], j, some(r, options[j])));
        }
    return text;
}

static char *make(int parties, rng *r, arena *mem) {
    int options[ISSUES];
    char *text = arena_copy(mem, "parley: 1\ncase: agenda\n"
                                 "as-of: 2024-03-01\n"
                                 "sources: {r: {date: 2024-02-01}}\n"
                                 "others: {m: {name: M, roles: [lead]}}\n"
                                 "parties:\n");
    for (int p = 0; p < parties; p++)
        text = add(text, mem, arena_format(mem, "  p%d: {}\n", p));
    text = add(text, mem, "issues:\n");
    for (int j = 0; j < ISSUES; j++) {
        options[j] = 5 + some(r, 6);
        text = add(text, mem,
                   arena_format(mem, "  i%d: {now: o%d%s, options: [o0", j,
                                some(r, options[j]),
                                some(r, 2) ? ", scale: true" : ""));
        for (int o = 1; o < options[j]; o++)
            text = add(text, mem, arena_format(mem, ", o%d", o));
        text = add(text, mem, "]}\n");
    }
    text = add_record(add(text, mem, "record:\n"), parties, options, r, mem);
    return add(
        text, mem,
        "proposals:\n"
        "  pause: {by: [m], plan: [{phase: a, terms: {i0: o1}, lasts: 7 "
        "days, talks: {on: [i1, i2, i3, i4, i5, i6, i7, i8, i9, i10, "
        "i11, i12, i13, i14, i15, i16, i17, i18, i19], fail: resume}}]}\n"
        "  open: {by: [m], plan: [{phase: a, terms: {i0: o2}, lasts: "
        "open, talks: {on: [i1, i2, i3, i4, i5, i6, i7, i8, i9, i10, "
        "i11, i12, i13, i14, i15, i16, i17, i18, i19], fail: stay}}]}\n");
}

static void look(const parley_case *c, int parties, const char *lens,
                 const char *proposal) {
    parley_option options[] = {
        {"draws", "2000"}, {"threads", "1"}, {"operand", proposal}};
    parley_result *result = NULL;
    parley_diags *d = parley_diags_new(NULL);
    const double start = seconds();
    parley_status s =
        parley_look(&result, c, lens, options, proposal ? 3 : 2, d);
    printf("%d parties %-10s %6.2f s  %s\n", parties, lens, seconds() - start,
           s == PARLEY_OK ? "" : parley_diags_get(d, 0)->message);
    fflush(stdout);
    parley_diags_free(d);
    parley_result_free(result);
}

int main(int count, char **arguments) {
    for (int parties = 2; parties <= 4; parties++) {
        arena *mem = arena_new(NULL);
        rng r;
        rng_seed(&r, 11, 0);
        char *text = make(parties, &r, mem);
        parley_case *c = NULL;
        if (parley_load_text(&c, NULL, "agenda", text, strlen(text), NULL) !=
            PARLEY_OK)
            return 1;
        if (count > 1) {
            look(c, parties, arguments[1], count > 2 ? arguments[2] : NULL);
        } else {
            look(c, parties, "deals", NULL);
            look(c, parties, "plans", NULL);
            look(c, parties, "brief", NULL);
            look(c, parties, "ask", NULL);
            look(c, parties, "unlock", "pause");
            look(c, parties, "durability", "pause");
        }
        parley_case_free(c);
        arena_free(mem);
    }
    return 0;
}
