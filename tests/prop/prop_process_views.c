/* SPDX-License-Identifier: Apache-2.0
 * What a party sees of the talks doesn't depend on what is hidden from it.
 * Pairs of logs that differ only in others' sealed answers (whether and what
 * they answered), notes of a caucus, and events that are protected, for other
 * eyes, or from a source for other eyes, and in drafts that the party doesn't
 * know by the hour (their names, plans, events, or whether there are any):
 * status --for is the same, byte for byte, in every format, and so are record,
 * pieces and plans, which see the log's drafts, statements, answers and
 * guarantees. Nor does the name of such a draft stand anywhere. Pairs in which
 * all have said yes in one log alone are left out: opening is what such a round
 * is for. */
#include "api/log.h"
#include "base/diag.h"
#include "base/text.h"
#include "bytes.h"
#include "process_lines.h"

enum { PAIRS = 10000, TRIES = 36 };

typedef struct pair {
    process_log a, b;              /* with their drafts in order */
    const case_model *of_a, *of_b; /* the case with these */
    const case_model *own;
    int viewer;
    moment at;                /* or not given */
    bool unknown[LOG_DRAFTS]; /* of a: to the viewer, by then */
    arena *mem;
} pair;

/* --- Making pairs --- */

static void make_log(log_maker *m, const log_cases *all, uint64_t seed,
                     arena *mem) {
    log_begin(m, all, seed);
    process_state *s = process_begin(m->c, mem);
    for (int i = 0; i < TRIES && m->count < LOG_MOST / 2; i++) {
        process_event e = log_event(m, mem);
        if (process_refuses(s, &e)) continue;
        log_take(m, &e);
        process_apply(s, &m->events[m->count - 1]);
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

/* --- Drafts --- */

static bool holds(int_list list, int item) {
    for (int i = 0; i < list.count; i++)
        if (list.items[i] == item) return true;
    return false;
}

/* By the words of docs/process.md. */
static bool lets_know(const process_event *e, int viewer) {
    if (is_private(e, viewer)) return false;
    bool named = e->access.limited && holds(e->access.actors, viewer);
    if (e->kind == EVENT_DRAFT) return e->by == viewer || named;
    if (e->kind == EVENT_DECLARE) return true;
    if (e->kind != EVENT_SEND && e->kind != EVENT_DELIVER) return false;
    return e->by == viewer || holds(e->to, viewer) || holds(e->via, viewer);
}

static void find_unknown(pair *p, const log_maker *m) {
    for (int d = 0; d < LOG_DRAFTS; d++) {
        p->unknown[d] = true;
        for (int i = 0; i < m->count; i++) {
            const process_event *e = &m->events[i];
            bool later = p->at.given && e->at.seconds > p->at.seconds;
            if (e->proposal == LOG_OWN + d && !later && lets_know(e, p->viewer))
                p->unknown[d] = false;
        }
    }
}

static bool is_unknown(const pair *p, int proposal) {
    return proposal >= LOG_OWN && p->unknown[proposal - LOG_OWN];
}

/* What becomes of a draft that the viewer doesn't know. */
typedef enum fate { KEPT, DROPPED, ANOTHER } fate;

static void change_draft(log_maker *m, process_event *e) {
    e->name = "something-else";
    e->entry = log_contents[pick(m, LOG_OWN)];
}

/* False: the event goes. *differs: it is not as it was. */
static bool keep_event(const pair *p, log_maker *m, const fate *fates,
                       process_event *e, bool *differs) {
    if (is_unknown(p, e->proposal)) {
        fate f = fates[e->proposal - LOG_OWN];
        if (f != KEPT) *differs = true;
        if (f == ANOTHER && e->kind == EVENT_DRAFT) change_draft(m, e);
        if (f == DROPPED) return false;
    }
    if (!is_unknown(p, e->other) || fates[e->other - LOG_OWN] != DROPPED)
        return true;
    *differs = true;
    e->other = -1; /* a version is there without what it was made from */
    return e->kind == EVENT_DRAFT;
}

/* --- Both --- */

static bool make_pair(pair *p, log_maker *m) {
    process_event *b = ARENA_ARRAY(p->mem, process_event, 3 * LOG_MOST);
    fate fates[LOG_DRAFTS];
    int count = 0;
    bool differs = false, twice = false;
    find_unknown(p, m);
    for (int d = 0; d < LOG_DRAFTS; d++) {
        fates[d] = (fate)pick(m, 3);
        if (fates[d] == ANOTHER && twice) fates[d] = KEPT; /* one name */
        if (fates[d] == ANOTHER) twice = true;
    }
    for (int i = 0; i < m->count; i++) {
        process_event e = m->events[i];
        bool others = e.by != p->viewer;
        bool hidden =
            is_private(&e, p->viewer) || (is_sealed(m->events, i) && others);
        bool brings = e.kind == EVENT_DRAFT && e.name;
        bool kept = keep_event(p, m, fates, &e, &differs);
        if (kept && hidden && !brings) {
            kept = vary(m, &e);
            differs = true;
        }
        if (kept) b[count++] = e;
        if (pick(m, 5) == 0) {
            b[count++] = note(m, e.at);
            differs = true;
        }
    }
    p->a = log_numbered(m->events, m->count, p->mem);
    p->b = log_numbered(b, count, p->mem);
    return differs;
}

static bool has_opened(const process_state *s, int proposal) {
    return proposal >= 0 && process_all_accept(s, proposal);
}

/* Whether all said yes is the same in both, and both logs are ones. */
static bool is_fair(pair *p) {
    if (p->a.count == 0 || p->b.count == 0) return false;
    if (!process_join(&p->of_a, p->own, &p->a, p->mem, NULL) ||
        !process_join(&p->of_b, p->own, &p->b, p->mem, NULL) ||
        !process_check(&p->b, p->of_b, NULL, p->mem, NULL))
        return false;
    process_state *x = log_fold(&p->a, p->of_a, p->mem);
    process_state *y = log_fold(&p->b, p->of_b, p->mem);
    for (int v = 0; v < p->of_a->proposal_count; v++) {
        const char *id = p->of_a->proposals[v].id;
        int draft = 0;
        while (draft < LOG_DRAFTS && !text_same(log_names[draft], id))
            draft++;
        if (draft < LOG_DRAFTS && p->unknown[draft]) continue;
        int other = case_proposal_find(p->of_b, id);
        if (has_opened(x, v) != has_opened(y, other)) return false;
    }
    return true;
}

/* --- Looking --- */

/* The case with what the log adds to its record. */
static const case_model *join(const case_model *c, const process_log *log,
                              arena *mem) {
    const case_model *joined = NULL;
    parley_diags *d = parley_diags_new(NULL);
    if (!api_log_join(&joined, log, c, mem, d)) print_problems(d);
    parley_diags_free(d);
    assert_non_null(joined);
    return joined;
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

static kept_bytes look(const pair *p, bool second) {
    const process_log *log = second ? &p->b : &p->a;
    parley_case c = {p->mem, join(second ? p->of_b : p->of_a, log, p->mem),
                     *log};
    const char *viewer = p->own->actors[p->viewer].id;
    parley_option options[] = {
        {"for", viewer}, {"draws", "40"}, {"at", time_print(p->at, p->mem)}};
    size_t count = p->at.given ? 3 : 2;
    kept_bytes b = BYTES_NONE;
    look_at(&c, "status", options, count, &b);
    if (p->a.count % 4 != 0) return b; /* the others take longer */
    look_at(&c, "record", options, count, &b);
    look_at(&c, "pieces", options, count, &b);
    if (p->a.count % 16 == 0) look_at(&c, "plans", options, count, &b);
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

/* What a viewer doesn't know has no name there. */
static void names_no_unknown(const pair *p, const kept_bytes *bytes) {
    for (int d = 0; d < LOG_DRAFTS; d++)
        if (p->unknown[d] && strstr(bytes->text, log_names[d]))
            fail_msg("%s is named", log_names[d]);
}

typedef struct tally {
    long used, tried, unknown, known; /* drafts, to the viewer */
} tally;

static void count_drafts(const pair *p, tally *to) {
    for (int d = 0; d < LOG_DRAFTS; d++)
        if (case_proposal_find(p->of_a, log_names[d]) >= 0)
            (*(p->unknown[d] ? &to->unknown : &to->known))++;
}

static void compare(uint64_t seed, const log_cases *all, tally *to) {
    arena *mem = test_arena();
    log_maker *m = ARENA_NEW(mem, log_maker);
    make_log(m, all, seed, mem);
    pair p = {.own = all->own, .mem = mem};
    p.viewer = m->actors[pick(m, LOG_ACTORS)];
    int64_t later = m->at - 86400 + pick(m, 4 * 86400);
    if (pick(m, 2)) p.at = log_moment(later);
    to->tried++;
    if (make_pair(&p, m) && is_fair(&p)) {
        kept_bytes a = look(&p, false), b = look(&p, true);
        if (a.size != b.size || memcmp(a.text, b.text, a.size) != 0) {
            show_difference(&a, &b);
            fail_msg("log %llu differs for %s", (unsigned long long)seed,
                     all->own->actors[p.viewer].id);
        }
        names_no_unknown(&p, &a);
        count_drafts(&p, to);
        to->used++;
        free(a.text);
        free(b.text);
    }
    arena_free(mem);
}

static void test_views(void **state) {
    (void)state;
    arena *lasting = test_arena();
    const log_cases *all = log_cases_new(lasting);
    const char *first = getenv("PROP_SEED");
    uint64_t seed = first ? strtoull(first, NULL, 10) : 0;
    tally to = {0};
    while (to.used < PAIRS && to.tried < 20 * PAIRS)
        compare(seed + (uint64_t)to.tried, all, &to);
    print_message("%ld pairs of %ld; drafts unknown %ld, known %ld\n", to.used,
                  to.tried, to.unknown, to.known);
    assert_int_equal(to.used, PAIRS);
    assert_true(to.unknown > PAIRS / 10 && to.known > PAIRS / 10);
    arena_free(lasting);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_views)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
