/* SPDX-License-Identifier: Apache-2.0
 * What belief promises beside the numbers of the reference: the same bytes on
 * any number of threads, one draw where all is exact, replaced statements and
 * contradictions, records that can't be, leaving out. */
#include "belief/belief.h"

#include "base/text.h"
#include "case_test.h"

#define HEAD                                                                   \
    "parley: 1\ncase: test\nas-of: 2024-01-01\n"                               \
    "parties: {a: {name: A}, b: {name: B}}\n"                                  \
    "others: {g: {name: G}}\n"                                                 \
    "sources: {r: {title: R, date: 2023-12-01, grade: B}}\n"                   \
    "people: {al: {name: Al, of: a, office: leader}}\n"
#define ISSUES                                                                 \
    "issues:\n"                                                                \
    "  war: {options: [active, paused, ended], now: active, scale: true}\n"    \
    "  gate: {options: [shut, open], now: shut, by: b}\n"                      \
    "  list: {options: [x, y, z], now: x}\n"
#define TALKS                                                                  \
    "proposals:\n"                                                             \
    "  pause:\n"                                                               \
    "    plan: [{phase: p, terms: {war: paused}, lasts: 7 days,\n"             \
    "            talks: {on: [war, gate, list], fail: resume}}]\n"
#define FIXED                                                                  \
    "model: {half-life: 100, early-deal: 100, talks-close: 0.3, honour: 1,\n"  \
    "        guarantee: 0.5, breach: 0.1, face: 0.2, rejected: 0,\n"           \
    "        collapse: 0}\n"
#define EXACT                                                                  \
    "preferences:\n"                                                           \
    "  a: {worth: {war: {paused: 0.2, ended: 0.5}, gate: {open: 0.5}}}\n"      \
    "  b: {worth: {war: {paused: 0.3, ended: 0.2}, gate: {shut: 0.1},\n"       \
    "              list: {x: 0.1, y: 0.1}}}\n"

static belief_ask usual(int draws) {
    return (belief_ask){
        .seed = 7, .draws = draws, .threads = 2, .ranges = true};
}

static const belief *sample(const char *text, belief_ask ask, arena *mem) {
    const belief *b;
    const case_model *c = case_of(text, mem);
    assert_int_equal(belief_sample(&b, c, &ask, mem, NULL), PARLEY_OK);
    return b;
}

/* --- How many draws, and which --- */

static void test_threads(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file("tests/golden/cairo-oracle.yaml", mem);
    static const int threads[] = {1, 2, 8};
    const belief *all[3];
    for (int i = 0; i < 3; i++) {
        belief_ask ask = usual(400);
        ask.threads = threads[i];
        assert_int_equal(belief_sample(&all[i], c, &ask, mem, NULL), PARLEY_OK);
    }
    size_t cells = (size_t)c->party_count * (size_t)c->cell_count;
    size_t gains = (size_t)(c->party_count * c->proposal_count) * 400;
    for (int i = 1; i < 3; i++) {
        assert_memory_equal(all[0]->draws[0].worth, all[i]->draws[0].worth,
                            400 * cells * sizeof(double));
        assert_memory_equal(all[0]->gain, all[i]->gain, gains * sizeof(double));
        assert_true(all[0]->r_hat.value == all[i]->r_hat.value);
        assert_string_equal(all[0]->ess.name, all[i]->ess.name);
        const belief_review *x = belief_judge(all[0], mem);
        const belief_review *y = belief_judge(all[i], mem);
        for (int k = 0; k < x->statement_count; k++)
            assert_true(x->statements[k].prior == y->statements[k].prior);
    }
    arena_free(mem);
}

static void test_rounding(void **state) {
    (void)state;
    arena *mem = test_arena();
    assert_int_equal(sample(HEAD ISSUES, usual(1), mem)->draw_count, 8);
    assert_int_equal(sample(HEAD ISSUES, usual(16), mem)->draw_count, 16);
    assert_int_equal(sample(HEAD ISSUES, usual(4001), mem)->draw_count, 4008);
    arena_free(mem);
}

static void test_seeds(void **state) {
    (void)state;
    arena *mem = test_arena();
    belief_ask ask = usual(8);
    const belief *a = sample(HEAD ISSUES, ask, mem);
    ask.seed = 8;
    const belief *b = sample(HEAD ISSUES, ask, mem);
    assert_true(a->draws[0].worth[0] != b->draws[0].worth[0] ||
                a->draws[0].worth[1] != b->draws[0].worth[1]);
    arena_free(mem);
}

static void test_single(void **state) {
    (void)state;
    arena *mem = test_arena();
    const belief *b = sample(HEAD ISSUES EXACT TALKS FIXED, usual(4000), mem);
    assert_true(b->single);
    assert_int_equal(b->draw_count, 1);
    assert_true(isnan(b->r_hat.value) && !b->r_hat.name);
    assert_true(b->draws[0].worth[2] == 0.5);
    assert_true(b->draws[0].model[CASE_HALF_LIFE] == 100);
    double value = 3;
    belief_measure m = belief_mean(b, &value, mem);
    assert_true(m.mean == 3 && m.error == 0);
    /* Default ranges make draws, unless the question needs none. */
    b = sample(HEAD ISSUES EXACT TALKS, usual(80), mem);
    assert_int_equal(b->draw_count, 80);
    belief_ask ask = usual(80);
    ask.ranges = false;
    assert_int_equal(sample(HEAD ISSUES EXACT TALKS, ask, mem)->draw_count, 1);
    assert_int_equal(sample(HEAD ISSUES FIXED, ask, mem)->draw_count, 80);
    arena_free(mem);
}

/* A range of `face` acts only where somebody demanded something in public. */
static void test_used_ranges(void **state) {
    (void)state;
    static const char demand[] = HEAD ISSUES EXACT TALKS
        "model: {half-life: 100, early-deal: 100, talks-close: 0.3, honour: 1,"
        " guarantee: 0.5, breach: 0.1, face: [0, 0.5], rejected: 0,"
        " collapse: 0}\n"
        "record:\n  - {id: s1, by: al, for: a, source: r, kind: demand, "
        "about: {gate: open}, public: ";
    arena *mem = test_arena();
    char text[4096];
    snprintf(text, sizeof text, "%strue}\n", demand);
    assert_int_equal(sample(text, usual(80), mem)->draw_count, 80);
    snprintf(text, sizeof text, "%sfalse}\n", demand);
    assert_int_equal(sample(text, usual(80), mem)->draw_count, 1);
    arena_free(mem);
}

static void test_prior(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file("tests/golden/cairo-oracle.yaml", mem);
    belief_ask ask = usual(8000);
    ask.prior = true;
    const belief *b;
    assert_int_equal(belief_sample(&b, c, &ask, mem, NULL), PARLEY_OK);
    assert_int_equal(b->evidence->claim_count, 0);
    for (int i = 0; i < c->party_count * c->issue_count; i++)
        assert_true(b->evidence->face[i].weight == 0);
    const belief_summary *s = belief_summarise(b, mem);
    for (int i = 0; i < c->party_count * c->issue_count; i++)
        assert_near(s->weight[i].mean, 0.25, 0.01);
    /* The 5th and 95th percentile of Beta(1, 3): 1 - .95^(1/3), 1 - .05^(1/3).
     */
    assert_near(s->weight[0].low, 1 - pow(0.95, 1 / 3.0), 0.004);
    assert_near(s->weight[0].high, 1 - pow(0.05, 1 / 3.0), 0.02);
    assert_near(s->model[CASE_HALF_LIFE].mean, 210, 5);
    assert_near(s->model[CASE_HALF_LIFE].low, 75, 6);
    arena_free(mem);
}

/* A scale of three has its middle option best never, an end half the time; of
 * two free options each half the time. */
static void test_prior_options(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file("tests/golden/cairo-oracle.yaml", mem);
    belief_ask ask = usual(8000);
    ask.prior = true;
    const belief *b;
    assert_int_equal(belief_sample(&b, c, &ask, mem, NULL), PARLEY_OK);
    const belief_summary *s = belief_summarise(b, mem);
    int gate = c->issues[1].cell, held = c->issues[3].cell;
    assert_true(s->best[gate + 1] == 0);
    assert_near(s->best[gate + 2], 0.5, 0.03);
    assert_near(s->value[gate + 1], 0.5, 0.02);
    assert_near(s->best[held], 0.5, 0.03);
    arena_free(mem);
}

/* --- Statements --- */

static const belief_statement *statement(const belief_review *r,
                                         const case_model *c, const char *id) {
    for (int i = 0; i < r->statement_count; i++)
        if (text_same(c->record[r->statements[i].claim->entry].id, id))
            return &r->statements[i];
    fail_msg("no statement %s", id);
    return NULL;
}

#define SAY(id, date, rest)                                                    \
    "  - {id: " id ", date: 2023-12-" date                                     \
    ", by: al, for: a, source: r, public: false, " rest "}\n"

static void test_review(void **state) {
    (void)state;
    arena *mem = test_arena();
    const belief *b = sample(
        HEAD ISSUES "record:\n" SAY("s1", "01",
                                    "kind: demand, about: {list: x}, "
                                    "credence: 0.9")
            SAY("s2", "02", "kind: demand, about: {list: y}, credence: 0.9")
                SAY("s3", "03",
                    "kind: prefer, about: {list: z}, over: {list: y}, "
                    "credence: 0.8")
                    SAY("s4", "04",
                        "kind: demand, about: {gate: [shut, open]}, "
                        "credence: 0.8"),
        usual(8000), mem);
    const belief_review *r = belief_judge(b, mem);
    const case_model *c = b->c;
    const belief_statement *s1 = statement(r, c, "s1");
    const belief_statement *s2 = statement(r, c, "s2");
    assert_false(s1->weighed); /* replaced by s2, but still looked at */
    assert_near(s1->prior, 1 / 3.0, 0.02);
    assert_near(s2->prior, 1 / 3.0, 0.02);
    /* y best: 1/3 * .9 * .2; else z over y, 1/2 of all: .1 * .8, or neither,
     * 1/6: .1 * .2. */
    double yes = 0.9 * 0.2 / 3, no = 0.1 * 0.8 / 2 + 0.1 * 0.2 / 6;
    assert_near(s2->posterior, yes / (yes + no), 0.03);
    const belief_statement *s4 = statement(r, c, "s4");
    assert_true(s4->prior == 1 && !s4->informative && s4->weighed);
    assert_true(s2->informative);
    assert_int_equal(r->contradiction_count, 1);
    belief_contradiction k = r->contradictions[0];
    assert_ptr_equal(r->statements[k.first].claim, s2->claim);
    assert_ptr_equal(r->statements[k.second].claim,
                     statement(r, c, "s3")->claim);
    arena_free(mem);
}

static void expect_diag(const char *text, belief_ask ask, parley_status wanted,
                        const char *code) {
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    const case_model *c = case_of(text, mem);
    const belief *b;
    assert_int_equal(belief_sample(&b, c, &ask, mem, d), wanted);
    bool found = false;
    for (size_t i = 0; i < parley_diags_count(d); i++)
        found = found || text_same(parley_diags_get(d, i)->code, code);
    if (!found) fail_msg("no %s", code);
    parley_diags_free(d);
    arena_free(mem);
}

/* Each of 20 issues matters more than each other one: of every pair of claims
 * one fails, so the likelihood is (.99 * .01)^190 wherever one starts. */
static void test_impossible(void **state) {
    (void)state;
    enum { ISSUE_COUNT = 20 };
    static char text[65536];
    size_t size = (size_t)snprintf(text, sizeof text, HEAD "issues:\n");
    for (int j = 0; j < ISSUE_COUNT; j++)
        size += (size_t)snprintf(text + size, sizeof text - size,
                                 "  i%d: {options: [x, y], now: x}\n", j);
    size += (size_t)snprintf(text + size, sizeof text - size, "record:\n");
    for (int j = 0; j < ISSUE_COUNT; j++)
        for (int k = 0; k < ISSUE_COUNT; k++)
            if (j != k)
                size += (size_t)snprintf(
                    text + size, sizeof text - size,
                    "  - {id: s%d-%d, by: al, for: a, source: r, kind: "
                    "matters, about: i%d, over: i%d, credence: 0.99}\n",
                    j, k, j, k);
    expect_diag(text, usual(16), PARLEY_EINPUT, "belief/impossible-record");
}

static void test_limits(void **state) {
    (void)state;
    expect_diag(HEAD ISSUES, usual(100000000), PARLEY_ELIMIT,
                "belief/draws-limit");
    /* Six issues of ten options and an offer: a settlement takes 20 * 60 sums
     * a party, so 2 * 10^9 / (1200 * 2) draws fit. */
    static char text[4096];
    size_t size = (size_t)snprintf(text, sizeof text, HEAD "issues:\n");
    for (int j = 0; j < 6; j++)
        size +=
            (size_t)snprintf(text + size, sizeof text - size,
                             "  i%d: {from: 1, to: 10, step: 1, now: 1}\n", j);
    snprintf(text + size, sizeof text - size,
             "record:\n" SAY("s1", "01", "kind: offer, about: {i0: 5}"));
    expect_diag(text, usual(900000), PARLEY_ELIMIT, "belief/draws-limit");
    expect_diag(HEAD ISSUES, usual(64), PARLEY_OK,
                "belief/few-effective-draws");
    expect_diag(HEAD ISSUES, usual(64), PARLEY_OK, "belief/not-mixed");
}

static void test_not_weighed(void **state) {
    (void)state;
    static const char ordinal[] = HEAD ISSUES
        "preferences: {b: {order: [\"gate = shut\"]}}\n"
        "record:\n" SAY("s1", "01", "kind: offer, about: {gate: open}");
    expect_diag(ordinal, usual(800), PARLEY_OK, "belief/not-weighed");
    static const char no_now[] =
        HEAD "issues: {gate: {options: [shut, open]}}\n"
             "record:\n" SAY("s1", "01", "kind: offer, about: {gate: open}");
    expect_diag(no_now, usual(800), PARLEY_OK, "belief/not-weighed");
}

/* Without a status quo, what A leaves open counts nothing in prefer. */
static void test_no_status_quo(void **state) {
    (void)state;
    arena *mem = test_arena();
    const belief *b =
        sample(HEAD "issues: {gate: {options: [shut, open]}, "
                    "list: {options: [x, y, z]}}\n"
                    "record:\n" SAY("s1", "01",
                                    "kind: prefer, about: {gate: open}, "
                                    "over: {gate: shut}, credence: 0.9"),
               usual(8000), mem);
    const belief_review *r = belief_judge(b, mem);
    assert_near(r->statements[0].prior, 0.5, 0.02);
    assert_near(r->statements[0].posterior, 0.9, 0.02);
    arena_free(mem);
}

/* --- Leaving out --- */

static int entry_of(const case_model *c, const char *id) {
    int entry = case_entry_find(c, id);
    assert_true(entry >= 0);
    return entry;
}

static double share_best(const belief_without *w, int cell, arena *mem) {
    const case_model *c = w->b->c;
    double *best = ARENA_ARRAY(mem, double, (size_t)w->b->draw_count);
    int issue = 0;
    while (issue + 1 < c->issue_count && c->issues[issue + 1].cell <= cell)
        issue++;
    for (int i = 0; i < w->b->draw_count; i++) {
        const double *worth = w->b->draws[i].worth;
        best[i] = 1;
        for (int o = 0; o < c->issues[issue].option_count; o++)
            if (worth[c->issues[issue].cell + o] > worth[cell]) best[i] = 0;
    }
    return belief_without_mean(w, best);
}

#define TWO_DEMANDS(public1, public2)                                          \
    HEAD ISSUES "record:\n"                                                    \
                "  - {id: s1, date: 2023-12-01, by: al, for: a, source: r, "   \
                "public: " public1 ", kind: demand, about: {list: x}, "        \
                "credence: 0.9}\n"                                             \
                "  - {id: s2, date: 2023-12-02, by: al, for: a, source: r, "   \
                "public: " public2 ", kind: demand, about: {list: y}, "        \
                "credence: 0.8}\n"                                             \
                "  - {id: s3, date: 2023-12-02, by: al, for: a, source: r, "   \
                "public: false, kind: matters, about: war, over: gate, "       \
                "credence: 0.7}\n"

/* Without s2 the demand that it replaced stands again. */
static void test_leave_out(void **state) {
    (void)state;
    arena *mem = test_arena();
    const belief *b = sample(TWO_DEMANDS("false", "false"), usual(16000), mem);
    int_list carriers = belief_carriers(b, mem);
    assert_int_equal(carriers.count, 3);
    belief_without w;
    int list = b->c->issues[2].cell;
    assert_int_equal(belief_leave_out(&w, b, entry_of(b->c, "s2"), mem, NULL),
                     PARLEY_OK);
    assert_ptr_equal(w.b, b);
    assert_non_null(w.weights);
    double yes = 0.9, no = 0.1 * 2;
    assert_near(share_best(&w, list, mem), yes / (yes + no), 0.02);
    assert_true(w.ess >= 400 && w.ess < 16000);
    /* Without s1 nothing changes. */
    belief_leave_out(&w, b, entry_of(b->c, "s1"), mem, NULL);
    assert_near(w.ess, 16000, 1e-6);
    assert_near(share_best(&w, list + 1, mem), 0.8 / (0.8 + 0.2 * 2), 0.02);
    arena_free(mem);
}

/* A public demand has a face: without it the posterior is sampled again. */
static void test_leave_face_out(void **state) {
    (void)state;
    arena *mem = test_arena();
    const belief *b = sample(TWO_DEMANDS("false", "true"), usual(8000), mem);
    belief_without w;
    belief_leave_out(&w, b, entry_of(b->c, "s2"), mem, NULL);
    assert_true(w.b != b && !w.weights);
    assert_true(w.ess == w.b->ess.value);
    int list = b->c->issues[2].cell;
    assert_near(share_best(&w, list, mem), 0.9 / (0.9 + 0.1 * 2), 0.03);
    arena_free(mem);
}

/* Weights that leave fewer than 400 effective draws: sampled again. */
static void test_leave_out_few(void **state) {
    (void)state;
    arena *mem = test_arena();
    const belief *b = sample(TWO_DEMANDS("false", "false"), usual(400), mem);
    belief_without w;
    belief_leave_out(&w, b, entry_of(b->c, "s2"), mem, NULL);
    assert_true(w.b != b && !w.weights);
    assert_int_equal(w.b->evidence->claim_count, 2);
    arena_free(mem);
}

/* Weighting and sampling anew tell the same, on the reference case. */
static void test_leave_out_cairo(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file("tests/golden/cairo-oracle.yaml", mem);
    belief_ask ask = usual(16000);
    const belief *b, *anew;
    assert_int_equal(belief_sample(&b, c, &ask, mem, NULL), PARLEY_OK);
    belief_without w;
    int out = entry_of(c, "a1");
    belief_leave_out(&w, b, out, mem, NULL);
    assert_non_null(w.weights);
    case_entry *rest = ARENA_ARRAY(mem, case_entry, (size_t)c->record_count);
    case_model part = *c;
    part.record = rest;
    part.record_count = 0;
    for (int i = 0; i < c->record_count; i++)
        if (i != out) rest[part.record_count++] = c->record[i];
    assert_int_equal(belief_sample(&anew, &part, &ask, mem, NULL), PARLEY_OK);
    size_t n = (size_t)b->draw_count;
    for (int k = 0; k < c->party_count * c->proposal_count; k++) {
        double before = belief_without_mean(&w, b->gain + (size_t)k * n);
        belief_measure after =
            belief_mean(anew, anew->gain + (size_t)k * n, mem);
        double spread =
            after.deviation / sqrt(w.ess * b->ess.value / b->draw_count);
        assert_near(before, after.mean, 5 * hypot(after.error, spread) + 1e-12);
    }
    arena_free(mem);
}

/* --- Errors of means --- */

static void test_mean_where(void **state) {
    (void)state;
    arena *mem = test_arena();
    const belief *b = sample(HEAD ISSUES, usual(8000), mem);
    double *values = ARENA_ARRAY(mem, double, 8000);
    bool *kept = ARENA_ARRAY(mem, bool, 8000);
    /* With no statement draws are independent: exponential weights. */
    for (int i = 0; i < 8000; i++) {
        values[i] = b->draws[i].model[CASE_BREACH];
        kept[i] = values[i] > 0.1;
    }
    belief_measure m = belief_mean(b, values, mem);
    assert_near(m.mean, 0.1, 0.003);
    assert_near(m.error, 0.2 / sqrt(12) / sqrt(8000), 1e-4);
    m = belief_mean_where(b, values, kept, mem);
    assert_near(m.mean, 0.15, 0.002);
    assert_near(m.error, 0.1 / sqrt(12) / sqrt(4000), 1e-4);
    memset(kept, 0, 8000);
    assert_true(isnan(belief_mean_where(b, values, kept, mem).mean));
    arena_free(mem);
}

static void test_exact_summary(void **state) {
    (void)state;
    arena *mem = test_arena();
    const belief *b = sample(HEAD ISSUES EXACT FIXED, usual(8), mem);
    const belief_summary *s = belief_summarise(b, mem);
    assert_near(s->weight[0].mean, 0.5, 1e-15);
    assert_true(s->weight[0].low == s->weight[0].high);
    assert_true(s->weight[2].mean == 0 && s->best[5] == 1 && s->best[7] == 1);
    int b_list = b->c->cell_count + b->c->issues[2].cell;
    assert_true(s->best[b_list] == 1 && s->best[b_list + 1] == 1);
    assert_true(s->best[b_list + 2] == 0 && s->value[b_list] == 1);
    assert_near(s->value[1], 0.4, 1e-15);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_threads),
        cmocka_unit_test(test_rounding),
        cmocka_unit_test(test_seeds),
        cmocka_unit_test(test_single),
        cmocka_unit_test(test_used_ranges),
        cmocka_unit_test(test_prior),
        cmocka_unit_test(test_prior_options),
        cmocka_unit_test(test_review),
        cmocka_unit_test(test_impossible),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_not_weighed),
        cmocka_unit_test(test_no_status_quo),
        cmocka_unit_test(test_leave_out),
        cmocka_unit_test(test_leave_face_out),
        cmocka_unit_test(test_leave_out_few),
        cmocka_unit_test(test_leave_out_cairo),
        cmocka_unit_test(test_mean_where),
        cmocka_unit_test(test_exact_summary),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
