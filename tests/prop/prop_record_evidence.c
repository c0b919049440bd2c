/* SPDX-License-Identifier: Apache-2.0
 *
 * Changes of position against the definition, read literally: on random
 * records, a statement is replaced when a later one of the same position and
 * at least its rank says something else and stands itself. Repeats: what
 * stands and says the same is one claim at the best credence. PROP_SEED
 * replays one record.
 */
#include "record/evidence.h"

#include "base/rng.h"
#include "test.h"

enum { ENTRIES = 24, RECORDS = 20000, OPTIONS = 3 };

typedef struct world {
    case_model c;
    case_actor actors[2];
    case_person people[2]; /* one of the party, one not */
    case_issue issue;
    case_proposal proposals[2];
    case_entry record[ENTRIES];
    case_term terms[ENTRIES];
    case_speaker speakers[ENTRIES];
    int rank[ENTRIES], claim[ENTRIES], position[ENTRIES];
    bool stands[ENTRIES];
} world;

static const int all_options[] = {0, 1, 2};
static const char *const option_names[] = {"x", "y", "z"};
static const int holder[] = {0};

static int below(rng *r, int most) { return (int)rng_below(r, (uint64_t)most); }

static void make_entry(world *w, rng *r, int i) {
    case_entry *e = &w->record[i];
    int what = below(r, OPTIONS);
    *e = (case_entry){.id = "s",
                      .kind = CASE_DEMAND,
                      .holders = {holder, 1},
                      .has_credence = true,
                      .credence = 0.5 + 0.01 * below(r, 40),
                      .confirms = -1};
    e->date = (moment){.seconds = INT64_C(86400) * below(r, 6),
                       .given = true,
                       .whole_day = true};
    w->rank[i] = below(r, 3);
    e->origin.source = w->rank[i] == 0 ? CASE_SOURCE_ANALYST : CASE_SOURCE_NONE;
    w->speakers[i] =
        (case_speaker){CASE_SPEAKER_PERSON, w->rank[i] == 2 ? 0 : 1, NULL};
    if (w->rank[i] > 0) {
        e->by = &w->speakers[i];
        e->by_count = 1;
    }
    w->position[i] = below(r, 3);
    w->claim[i] = 10 * w->position[i] + what;
    if (w->position[i] == 0) {
        w->terms[i] = (case_term){0, {all_options + what, 1}, SPAN_NONE};
        e->about = (case_terms){&w->terms[i], 1};
    } else {
        e->kind = what == 0 ? CASE_REJECT : CASE_ACCEPT;
        e->proposal = w->position[i] - 1;
        w->claim[i] = 10 * w->position[i] + (what > 0);
    }
}

static void make_world(world *w, uint64_t seed) {
    static const case_phase phase = {.lasts = {.open = true}};
    rng r;
    rng_seed(&r, seed, 11);
    memset(w, 0, sizeof *w);
    w->people[0] = (case_person){.of = 0, .office = CASE_LEADER};
    w->people[1] = (case_person){.of = 1, .office = CASE_LEADER};
    w->issue = (case_issue){.options = option_names, .option_count = OPTIONS};
    for (int i = 0; i < 2; i++)
        w->proposals[i] = (case_proposal){.phases = &phase, .phase_count = 1};
    w->c = (case_model){.actors = w->actors,
                        .actor_count = 2,
                        .party_count = 1,
                        .people = w->people,
                        .person_count = 2,
                        .issues = &w->issue,
                        .issue_count = 1,
                        .cell_count = OPTIONS,
                        .record = w->record,
                        .proposals = w->proposals,
                        .proposal_count = 2};
    w->c.record_count = below(&r, ENTRIES + 1);
    for (int i = 0; i < w->c.record_count; i++)
        make_entry(w, &r, i);
}

static bool is_later(const world *w, int i, int j) {
    int64_t a = w->record[i].date.seconds, b = w->record[j].date.seconds;
    return a > b || (a == b && i > j);
}

static bool may_replace(const world *w, int i, int j) {
    return w->position[i] == w->position[j] && w->claim[i] != w->claim[j] &&
           w->rank[i] >= w->rank[j] && is_later(w, i, j);
}

/* Decides the entries from the latest to the earliest. */
static void decide(world *w) {
    bool done[ENTRIES] = {false};
    for (int n = 0; n < w->c.record_count; n++) {
        int last = -1;
        for (int i = 0; i < w->c.record_count; i++)
            if (!done[i] && (last < 0 || is_later(w, i, last))) last = i;
        done[last] = true;
        w->stands[last] = true;
        for (int i = 0; i < w->c.record_count; i++)
            if (done[i] && i != last && w->stands[i] && may_replace(w, i, last))
                w->stands[last] = false;
    }
}

/* The first change after it, whether that stands or not. */
static int first_change(const world *w, int entry) {
    int first = -1;
    for (int i = 0; i < w->c.record_count; i++)
        if (may_replace(w, i, entry) && (first < 0 || is_later(w, first, i)))
            first = i;
    return first;
}

static void check_standing(const world *w, const record_claim *one) {
    double best = 0;
    int count = 0;
    for (int i = 0; i < w->c.record_count; i++) {
        if (!w->stands[i] || w->claim[i] != w->claim[one->entry]) continue;
        if (w->record[i].credence > best) best = w->record[i].credence;
        count++;
    }
    assert_int_equal(one->repeats.count, count - 1);
    assert_near(one->credence, best, 0);
    bool clash = false;
    for (int i = 0; i < w->c.record_count; i++)
        clash = clash ||
                (w->stands[i] && w->position[i] == w->position[one->entry] &&
                 w->claim[i] != w->claim[one->entry]);
    assert_int_equal(one->conflicts_with >= 0, clash);
}

static void check_world(world *w, arena *mem) {
    const record_evidence *e = record_weigh(&w->c, mem);
    decide(w);
    int seen = 0;
    for (int i = 0; i < e->claim_count; i++) {
        const record_claim *one = &e->claims[i];
        seen += 1 + one->repeats.count;
        assert_int_equal(one->replaced_by < 0, w->stands[one->entry]);
        if (one->replaced_by < 0)
            check_standing(w, one);
        else
            assert_int_equal(one->replaced_by, first_change(w, one->entry));
    }
    assert_int_equal(seen, w->c.record_count);
}

static void positions_match_the_definition(void **state) {
    uint64_t *running = *state;
    static world w;
    const char *one = getenv("PROP_SEED");
    uint64_t seed = one ? strtoull(one, NULL, 10) : 1;
    uint64_t last = one ? seed : RECORDS;
    for (; seed <= last; seed++) {
        arena *mem = test_arena();
        make_world(&w, seed);
        *running = seed;
        check_world(&w, mem);
        arena_free(mem);
    }
    *running = 0;
}

static int name_seed(void **state) {
    const uint64_t *running = *state;
    if (*running) print_error("PROP_SEED=%d\n", (int)*running);
    return 0;
}

int main(void) {
    uint64_t running = 0;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate_setup_teardown(positions_match_the_definition,
                                                 NULL, name_seed, &running),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
