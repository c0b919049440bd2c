/* SPDX-License-Identifier: Apache-2.0
 * Whatever is said in plain words, a new case comes out that `check` passes, or
 * a problem with its place in those words: never one in a file that nobody has
 * seen. Lines are put together at random from names, verbs, marks and noise. */
#include "case_test.h"

#include "base/rng.h"
#include "base/text.h"
#include "case/save.h"

enum { RUNS = 3000, LINES = 14, PIECES = 9 };

static const char *const kinds[] = {"as-of",    "source",  "party",
                                    "other",    "channel", "issue",
                                    "proposal", "said",    "assumed"};

static const char *const pieces[] = {
    "union",
    "the company",
    "court",
    "pay",
    "pay rise",
    "3 %",
    "6",
    "strike",
    "off",
    "on",
    "demands",
    "offers",
    "refuses",
    "values",
    "accepts",
    "doubts",
    "says",
    "over",
    "for",
    "or",
    ",",
    ":",
    ";",
    "talks on",
    "by",
    "now",
    "in order",
    "3 weeks",
    "good",
    "par. 4",
    "2031-05-06",
    "0.8",
    "all",
    "stay",
    "mediator",
    "open",
    "(",
    ")",
    "\"",
    "{",
    "#",
    "'",
    "\xc3\xa9t\xc3\xa9",
    "-5",
    "\\",
    "&x",
    "Ms Lee",
};

static const case_answer sound[] = {
    {"as-of", "2031-05-06"},
    {"party", "Bus company"},
    {"party", "Drivers' union"},
    {"other", "Court: mediator"},
    {"issue", "pay rise: none, 3 %, 6 %; by company"},
    {"issue", "strike: on, off"},
    {"proposal", "Pause: strike off"},
};
enum { SOUND = sizeof sound / sizeof *sound };

static size_t below(rng *r, size_t most) { return (size_t)rng_below(r, most); }

static const char *random_line(rng *r, arena *mem) {
    char *line = arena_copy(mem, "");
    for (size_t i = below(r, PIECES); i > 0; i--) {
        const char *piece = pieces[below(r, sizeof pieces / sizeof *pieces)];
        line = arena_format(mem, "%s%s%s", line, below(r, 4) ? " " : "", piece);
    }
    return line;
}

/* Words of roles, states and grades are the file's to judge. */
static bool is_word_of_the_file(const parley_diag *p) {
    return text_same(p->code, "case/unknown-word");
}

static size_t run(uint64_t seed) {
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    rng r;
    rng_seed(&r, seed, 1);
    case_answer all[SOUND + LINES];
    for (int i = 0; i < SOUND; i++)
        all[i] = sound[i];
    int more = 1 + (int)below(&r, LINES);
    for (int i = 0; i < more; i++)
        all[SOUND + i] =
            (case_answer){kinds[below(&r, sizeof kinds / sizeof *kinds)],
                          random_line(&r, mem)};
    const char *text = case_new("T", all, SOUND + more, mem, d);
    size_t count = parley_diags_count(d);
    if (!text) assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        const parley_diag *p = parley_diags_get(d, i);
        bool ours = p->severity < PARLEY_ERROR || p->line > 0;
        bool file = text_same(p->file, "new case") &&
                    p->severity == PARLEY_ERROR && !is_word_of_the_file(p);
        if (ours && !file) continue;
        print_problems(d);
        fail_msg("seed %llu", (unsigned long long)seed);
    }
    parley_diags_free(d);
    arena_free(mem);
    return text != NULL;
}

static void lines_make_a_case_or_a_problem(void **state) {
    (void)state;
    const char *replay = getenv("PROP_SEED");
    if (replay) {
        (void)run(strtoull(replay, NULL, 10));
        return;
    }
    size_t made = 0;
    for (uint64_t seed = 1; seed <= RUNS; seed++)
        made += run(seed);
    print_message("%zu of %d became a case\n", made, RUNS);
    assert_true(made > RUNS / 50 && made < RUNS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_make_a_case_or_a_problem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
