/* SPDX-License-Identifier: Apache-2.0
 * What a party sees of the talks doesn't depend on what is hidden from it.
 * Pairs of logs that differ only in others' sealed answers (whether and what
 * they answered), notes of a caucus, and events that are protected, for other
 * eyes, or from a source for other eyes: status --for is the same, byte for
 * byte, in every format, and so are record and pieces, which see the log's
 * statements, answers and guarantees. Pairs in which all have said yes in one
 * log alone are left out: opening is what such a round is for. */
#include "api/log.h"
#include "base/diag.h"
#include "bytes.h"
#include "process_logs.h"

enum { PAIRS = 10000, TRIES = 36 };

typedef struct pair {
    const process_event *a, *b;
    int a_count, b_count, viewer;
    const case_model *c;
    arena *mem;
} pair;

/* --- Making pairs --- */

static void make_log(log_maker *m, const case_model *c, uint64_t seed,
                     arena *mem) {
    log_begin(m, c, seed);
    process_state *s = process_begin(c, mem);
    for (int i = 0; i < TRIES && m->count < LOG_MOST / 2; i++) {
        process_event e = log_event(m, mem);
        if (process_refuses(s, &e)) continue;
        log_take(m, &e);
        process_apply(s, m->events, m->count - 1);
    }
}

static bool is_private(const process_event *e, int viewer) {
    if (e->kind == EVENT_CONFER || e->access.protect) return true;
    if (e->source && e->source[0] == 's' && viewer != 3) return true;
    return e->access.limited && e->access.actors.items[0] != viewer;
}

/* The round is sealed by its send, or the answer by itself. */
static bool is_sealed(const process_event *all, int i) {
    if (all[i].kind != EVENT_ANSWER) return false;
    for (int j = 0; j < i; j++)
        if (all[j].kind == EVENT_SEND && all[j].sealed &&
            all[j].proposal == all[i].proposal)
            return true;
    return all[i].sealed;
}

static process_event note(log_maker *m, moment at) {
    return (process_event){.kind = EVENT_CONFER,
                           .at = at,
                           .by = m->actors[pick(m, LOG_ACTORS)],
                           .proposal = -1,
                           .other = -1,
                           .text = "another note"};
}

/* What an event hidden from the viewer becomes; false: it is dropped. */
static bool vary(log_maker *m, process_event *e) {
    if (pick(m, 3) == 0) return false;
    if (e->kind == EVENT_ANSWER && pick(m, 2)) {
        e->answer = e->answer == EVENT_ACCEPT ? EVENT_REJECT : EVENT_ACCEPT;
        e->other = -1;
        e->text = "otherwise";
    }
    if (e->kind == EVENT_CONFER) e->text = "something else";
    return true;
}

static bool make_pair(pair *p, log_maker *m) {
    process_event *b = ARENA_ARRAY(p->mem, process_event, 3 * LOG_MOST);
    bool differs = false;
    for (int i = 0; i < m->count; i++) {
        process_event e = m->events[i];
        bool others = e.by != p->viewer;
        bool hidden =
            is_private(&e, p->viewer) || (is_sealed(m->events, i) && others);
        bool kept = !hidden || vary(m, &e);
        if (kept) b[p->b_count++] = e;
        if (hidden) differs = true;
        if (pick(m, 5) == 0) {
            b[p->b_count++] = note(m, e.at);
            differs = true;
        }
    }
    p->a = m->events;
    p->a_count = m->count;
    p->b = b;
    return differs;
}

/* Whether all said yes is the same in both, and both logs are ones. */
static bool is_fair(const pair *p) {
    process_log a = {p->a, p->a_count}, b = {p->b, p->b_count};
    if (!process_check(&b, p->c, NULL, p->mem, NULL)) return false;
    process_state *x = process_begin(p->c, p->mem);
    process_state *y = process_begin(p->c, p->mem);
    for (int i = 0; i < a.count; i++)
        process_apply(x, a.events, i);
    for (int i = 0; i < b.count; i++)
        process_apply(y, b.events, i);
    for (int v = 0; v < LOG_PROPOSALS; v++)
        if (a.count && b.count &&
            process_all_accept(x, v) != process_all_accept(y, v))
            return false;
    return a.count > 0 && b.count > 0;
}

/* --- Looking --- */

/* The case with what the log adds to its record. */
static const case_model *join(const pair *p, const process_log *log) {
    const case_model *c = NULL;
    parley_diags *d = parley_diags_new(NULL);
    if (!api_log_join(&c, log, p->c, p->mem, d)) print_problems(d);
    parley_diags_free(d);
    assert_non_null(c);
    return c;
}

static void look_at(const parley_case *c, const char *name,
                    const parley_option *options, size_t count,
                    kept_bytes *to) {
    parley_result *r;
    assert_int_equal(parley_look(&r, c, name, options, count, NULL), PARLEY_OK);
    for (size_t i = 0; i < parley_format_count(); i++)
        assert_int_equal(parley_write(r, parley_format_get(i).name, NULL,
                                      bytes_sink(to), NULL),
                         PARLEY_OK);
    parley_result_free(r);
}

static kept_bytes look(const pair *p, bool second, const char *at) {
    process_log log = second ? (process_log){p->b, p->b_count}
                             : (process_log){p->a, p->a_count};
    parley_case c = {p->mem, join(p, &log), log};
    parley_option options[] = {{"for", p->c->actors[p->viewer].id}, {"at", at}};
    size_t count = at ? 2 : 1;
    kept_bytes b = BYTES_NONE;
    look_at(&c, "status", options, count, &b);
    if (p->a_count % 4 != 0) return b; /* the others take longer */
    look_at(&c, "record", options, count, &b);
    look_at(&c, "pieces", options, count, &b);
    return b;
}

static void show_difference(const kept_bytes *a, const kept_bytes *b) {
    size_t at = 0;
    while (at < a->size && at < b->size && a->text[at] == b->text[at])
        at++;
    size_t from = at > 100 ? at - 100 : 0;
    print_message("...%.200s\n--- and ---\n...%.200s\n", a->text + from,
                  b->text + from);
}

static bool compare(uint64_t seed, const case_model *c) {
    arena *mem = test_arena();
    log_maker *m = ARENA_NEW(mem, log_maker);
    make_log(m, c, seed, mem);
    pair p = {.c = c, .mem = mem, .viewer = m->actors[pick(m, LOG_ACTORS)]};
    bool use = make_pair(&p, m) && is_fair(&p);
    if (use) {
        int64_t later = m->at - 86400 + pick(m, 4 * 86400);
        char *at = pick(m, 2) ? time_print(log_moment(later), mem) : NULL;
        kept_bytes a = look(&p, false, at), b = look(&p, true, at);
        if (a.size != b.size || memcmp(a.text, b.text, a.size) != 0) {
            show_difference(&a, &b);
            fail_msg("log %llu differs for %s", (unsigned long long)seed,
                     c->actors[p.viewer].id);
        }
        free(a.text);
        free(b.text);
    }
    arena_free(mem);
    return use;
}

static void test_views(void **state) {
    (void)state;
    arena *lasting = test_arena();
    const case_model *c = case_of(PROCESS_CASE, lasting);
    const char *first = getenv("PROP_SEED");
    uint64_t seed = first ? strtoull(first, NULL, 10) : 0;
    long used = 0, tried = 0;
    for (; used < PAIRS && tried < 20 * PAIRS; tried++)
        if (compare(seed + (uint64_t)tried, c)) used++;
    print_message("%ld pairs of %ld\n", used, tried);
    assert_int_equal(used, PAIRS);
    arena_free(lasting);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_views)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
