/* SPDX-License-Identifier: Apache-2.0
 * The state of the talks against a literal model: nothing is folded there;
 * whether an event fits, and what stands at an hour, is read off the list of
 * all events each time, by the words of docs/process.md. Some of the logs are
 * also written as lines and read again. */
#include "base/text.h"
#include "process_lines.h"

enum { LOGS = 100000, LINES_EVERY = 20, DAY = 86400, TRIES = 36 };
#define NEVER INT64_MAX

typedef struct history {
    const int *plans; /* of each proposal: one of the case's four */
    const process_event *events;
    int count;
} history;

typedef struct literal {
    process_stage stage;
    int64_t since;
    int phase;
    int64_t ends;
} literal;

/* --- What the list says --- */

static const process_event *first(const history *h, int p, event_kind kind) {
    for (int i = 0; i < h->count; i++)
        if (h->events[i].proposal == p && h->events[i].kind == kind)
            return &h->events[i];
    return NULL;
}

static bool holds(int_list list, int item) {
    for (int i = 0; i < list.count; i++)
        if (list.items[i] == item) return true;
    return false;
}

static bool was_carried(const history *h, int p, event_kind kind, int party) {
    for (int i = 0; i < h->count; i++)
        if (h->events[i].proposal == p && h->events[i].kind == kind &&
            holds(h->events[i].to, party))
            return true;
    return false;
}

static const process_event *answer_of(const history *h, int p, int party) {
    for (int i = 0; i < h->count; i++)
        if (h->events[i].proposal == p && h->events[i].kind == EVENT_ANSWER &&
            h->events[i].by == party)
            return &h->events[i];
    return NULL;
}

/* The send that set the seal of a version, or NULL. */
static const process_event *seal_of(const history *h, int p) {
    for (int i = 0; i < h->count; i++)
        if (h->events[i].proposal == p && h->events[i].kind == EVENT_SEND &&
            h->events[i].sealed)
            return &h->events[i];
    return NULL;
}

/* When the last party answered, if all have; *yes: all said yes. */
static int64_t all_answered(const history *h, int p, bool *yes) {
    int64_t last = 0;
    *yes = true;
    for (int i = 0; i < LOG_PARTIES; i++) {
        const process_event *a = answer_of(h, p, i);
        if (!a) return NEVER;
        if (a->at.seconds > last) last = a->at.seconds;
        if (a->answer != EVENT_ACCEPT) *yes = false;
    }
    return last;
}

static int64_t natural_end(const history *h, int p, int k, int64_t began) {
    static const int64_t lengths[LOG_OWN][3] = {{2 * DAY, DAY + DAY / 2, 0},
                                                {DAY, 2 * DAY, 2 * DAY},
                                                {2 * DAY, 0, 0},
                                                {NEVER, 0, 0}};
    int64_t length = lengths[h->plans[p]][k];
    return length == NEVER ? NEVER : began + length;
}

/* The second phase of plan 0 waits for i = y, which its first brings; that of
 * plan 1 for a verified incident, its third for i = y, which nothing brings. */
static bool goes_on(const history *h, int p, int k) {
    return h->plans[p] == 0 && k == 0;
}

static int phases_of(const history *h, int p) {
    return h->plans[p] == 0 ? 2 : h->plans[p] == 1 ? 3 : 1;
}

/* Event i is what the second phase of plan 1 waits for. */
static bool verifies(const history *h, int i, int p) {
    if (h->events[i].kind != EVENT_VERIFY || h->plans[p] != 1) return false;
    for (int j = 0; j < i; j++)
        if (h->events[j].kind == EVENT_INCIDENT &&
            text_same(h->events[j].id, h->events[i].name))
            return h->events[j].proposal == p;
    return false;
}

static literal running(const history *h, int p, int64_t began, int64_t t) {
    literal l = {STAGE_IN_FORCE, began, 0, natural_end(h, p, 0, began)};
    bool moved = false;
    for (int i = 0; i <= h->count; i++) {
        int64_t at = i < h->count ? h->events[i].at.seconds : t;
        if (at < began) continue;
        while (at >= l.ends) {
            if (!goes_on(h, p, l.phase))
                return (literal){STAGE_LAPSED, l.ends, l.phase, l.ends};
            l.phase++;
            l.ends = natural_end(h, p, l.phase, l.ends);
        }
        if (i == h->count) break;
        const process_event *e = &h->events[i];
        bool waits = l.phase == 0 && verifies(h, i, p);
        bool called = e->proposal == p && e->kind == EVENT_START && moved &&
                      e->phase == l.phase + 2;
        if (e->proposal == p && e->kind == EVENT_START && at >= began)
            moved = true;
        if (called || waits) {
            l.phase++;
            l.ends = natural_end(h, p, l.phase, at);
        }
        if (e->proposal == p && e->kind == EVENT_EXTEND)
            l.ends = e->until.given ? e->until.seconds : l.ends + DAY;
    }
    return l;
}

/* Begins by a declared hour count as moved: any later start is of a phase. */
static literal in_force(const history *h, int p, int64_t by_clock,
                        const process_event *start, int64_t t) {
    if (start && start->at.seconds < by_clock)
        return running(h, p, start->at.seconds, t);
    /* the clock began it: start events only confirm or call the next */
    history copy = *h;
    literal l = {STAGE_IN_FORCE, by_clock, 0, natural_end(h, p, 0, by_clock)};
    for (int i = 0; i <= copy.count; i++) {
        int64_t at = i < copy.count ? copy.events[i].at.seconds : t;
        if (at < by_clock) continue;
        while (at >= l.ends) {
            if (!goes_on(h, p, l.phase))
                return (literal){STAGE_LAPSED, l.ends, l.phase, l.ends};
            l.phase++;
            l.ends = natural_end(h, p, l.phase, l.ends);
        }
        if (i == copy.count) break;
        const process_event *e = &copy.events[i];
        bool waits = l.phase == 0 && verifies(h, i, p);
        bool called = e->proposal == p && e->kind == EVENT_START &&
                      e->phase == l.phase + 2;
        if (called || waits) {
            l.phase++;
            l.ends = natural_end(h, p, l.phase, at);
        }
        if (e->proposal == p && e->kind == EVENT_EXTEND)
            l.ends = e->until.given ? e->until.seconds : l.ends + DAY;
    }
    return l;
}

static const process_event *ending(const history *h, int p) {
    for (int i = 0; i < h->count; i++) {
        const process_event *e = &h->events[i];
        if (e->proposal == p &&
            (e->kind == EVENT_LAPSE || e->kind == EVENT_BREAK ||
             e->kind == EVENT_WITHDRAW || e->kind == EVENT_SUPERSEDE))
            return e;
    }
    return NULL;
}

static literal at_time(const history *h, int p, int64_t t) {
    static const process_stage ends[EVENT_KINDS] = {
        [EVENT_LAPSE] = STAGE_LAPSED,
        [EVENT_BREAK] = STAGE_BROKEN,
        [EVENT_WITHDRAW] = STAGE_WITHDRAWN,
        [EVENT_SUPERSEDE] = STAGE_SUPERSEDED};
    const process_event *draft = first(h, p, EVENT_DRAFT);
    if (!draft) return (literal){.stage = STAGE_NONE};
    const process_event *end = ending(h, p);
    if (end) return (literal){ends[end->kind], end->at.seconds, -1, 0};
    const process_event *declared = first(h, p, EVENT_DECLARE);
    const process_event *start = first(h, p, EVENT_START);
    int64_t hour =
        declared && declared->until.given ? declared->until.seconds : NEVER;
    if (start || (declared && hour <= t)) return in_force(h, p, hour, start, t);
    if (declared) return (literal){STAGE_DECLARED, declared->at.seconds, -1, 0};
    bool yes;
    int64_t answered = all_answered(h, p, &yes);
    if (answered < NEVER && yes)
        return (literal){STAGE_AGREED, answered, -1, 0};
    if (answered < NEVER) return (literal){STAGE_CLOSED, answered, -1, 0};
    const process_event *seal = seal_of(h, p);
    if (seal && seal->until.given && seal->until.seconds <= t)
        return (literal){STAGE_CLOSED, seal->until.seconds, -1, 0};
    const process_event *sent = first(h, p, EVENT_SEND);
    if (sent) return (literal){STAGE_SENT, sent->at.seconds, -1, 0};
    return (literal){STAGE_FLOATED, draft->at.seconds, -1, 0};
}

/* --- What may come --- */

static bool may_send(const history *h, const process_event *e) {
    for (int i = 0; i < e->to.count; i++) {
        int party = e->to.items[i];
        if (was_carried(h, e->proposal, EVENT_DELIVER, party)) return false;
        /* only M to B is barred; a relay stands between */
        if (e->by == 3 && e->via.count == 0 && party == 1) return false;
    }
    if (e->until.given && (!e->sealed || e->until.seconds <= e->at.seconds))
        return false;
    if (!e->sealed) return true;
    const process_event *seal = seal_of(h, e->proposal);
    if (!seal) {
        for (int i = 0; i < LOG_PARTIES; i++)
            if (answer_of(h, e->proposal, i)) return false;
        return true;
    }
    if (seal->until.given != e->until.given) return false;
    return !seal->until.given || seal->until.seconds == e->until.seconds;
}

static bool may_read(const history *h, const process_event *e) {
    return e->by >= 0 && e->by < LOG_PARTIES &&
           was_carried(h, e->proposal, EVENT_DELIVER, e->by) &&
           !answer_of(h, e->proposal, e->by);
}

static bool may_answer(const history *h, const process_event *e) {
    if (!may_read(h, e)) return false;
    if (e->answer != EVENT_REPLY) return e->other < 0;
    return e->other >= 0 && e->other != e->proposal;
}

static const process_event *incident(const history *h, const char *id) {
    for (int i = 0; i < h->count; i++)
        if (h->events[i].kind == EVENT_INCIDENT &&
            text_same(h->events[i].id, id))
            return &h->events[i];
    return NULL;
}

static bool may_settle(const history *h, const process_event *e) {
    if (!incident(h, e->name)) return false;
    for (int i = 0; i < h->count; i++) {
        const process_event *other = &h->events[i];
        bool ends = other->kind == EVENT_VERIFY;
        bool again = other->kind == EVENT_DISPUTE && e->kind == EVENT_DISPUTE;
        if ((ends || again) && text_same(other->name, e->name)) return false;
    }
    return true;
}

static bool may_start(const history *h, const literal *l,
                      const process_event *e) {
    int most = phases_of(h, e->proposal);
    if (l->stage == STAGE_DECLARED) return e->phase <= 1;
    if (l->stage != STAGE_IN_FORCE) return false;
    if (e->phase == 0 || e->phase == l->phase + 1) return true;
    return e->phase == l->phase + 2 && e->phase <= most;
}

static bool may_extend(const literal *l, const process_event *e) {
    bool lasts = e->lasts.days > 0;
    if (l->stage != STAGE_IN_FORCE || e->until.given == lasts) return false;
    if (lasts) return l->ends != NEVER;
    if (l->ends == NEVER) return e->until.seconds > e->at.seconds;
    return e->until.seconds > l->ends;
}

/* What the other version is when nothing later than the log has come. */
static process_stage stage_now(const history *h, int p) {
    int64_t last = NEVER;
    for (int i = 0; i < h->count; i++)
        if (h->events[i].proposal == p) last = h->events[i].at.seconds;
    return last == NEVER ? STAGE_NONE : at_time(h, p, last).stage;
}

static bool may_supersede(const history *h, const literal *l,
                          const process_event *e) {
    if (e->other == e->proposal) return false;
    process_stage other = stage_now(h, e->other);
    if (other == STAGE_NONE) return false;
    if (l->stage == STAGE_AGREED || l->stage == STAGE_IN_FORCE)
        return other == STAGE_AGREED;
    return l->stage == STAGE_FLOATED || l->stage == STAGE_SENT ||
           l->stage == STAGE_CLOSED;
}

static bool may_come(const history *h, const process_event *e) {
    if (h->count > 0 && e->at.seconds < h->events[h->count - 1].at.seconds)
        return false;
    if (e->kind == EVENT_DISPUTE || e->kind == EVENT_VERIFY)
        return may_settle(h, e);
    if (e->kind == EVENT_CONFER || e->kind == EVENT_GUARANTEE) return true;
    literal l = at_time(h, e->proposal, e->at.seconds);
    switch (e->kind) {
    case EVENT_DRAFT:
        return l.stage == STAGE_NONE && e->other != e->proposal;
    case EVENT_SEND:
        return (l.stage == STAGE_FLOATED || l.stage == STAGE_SENT) &&
               may_send(h, e);
    case EVENT_DELIVER:
        if (l.stage != STAGE_SENT) return false;
        for (int i = 0; i < e->to.count; i++)
            if (!was_carried(h, e->proposal, EVENT_SEND, e->to.items[i]) ||
                was_carried(h, e->proposal, EVENT_DELIVER, e->to.items[i]))
                return false;
        return true;
    case EVENT_STUDY:
        return l.stage == STAGE_SENT && may_read(h, e);
    case EVENT_ANSWER:
        return l.stage == STAGE_SENT && may_answer(h, e);
    case EVENT_DECLARE:
        return l.stage == STAGE_AGREED &&
               (h->plans[e->proposal] != 2 || e->by == 3) &&
               (!e->until.given || e->until.seconds >= e->at.seconds);
    case EVENT_START:
        return may_start(h, &l, e);
    case EVENT_INCIDENT:
        return l.stage == STAGE_IN_FORCE && !incident(h, e->id);
    case EVENT_EXTEND:
        return may_extend(&l, e);
    case EVENT_LAPSE:
    case EVENT_BREAK:
        return l.stage == STAGE_DECLARED || l.stage == STAGE_IN_FORCE;
    case EVENT_WITHDRAW:
        return l.stage == STAGE_FLOATED || l.stage == STAGE_SENT ||
               l.stage == STAGE_CLOSED;
    case EVENT_SUPERSEDE:
        return may_supersede(h, &l, e);
    default:
        return false;
    }
}

/* --- The comparison --- */

typedef struct tally {
    long taken, refused, stages[STAGES], kinds[EVENT_KINDS];
    long drafts[STAGES]; /* of the log's own proposals alone */
} tally;

static void compare(const history *h, process_state *s, int64_t t,
                    uint64_t seed, tally *to) {
    for (int p = 0; p < LOG_PROPOSALS; p++) {
        literal l = at_time(h, p, t);
        const process_version *v = &s->versions[p];
        bool same = v->stage == l.stage;
        if (same && l.stage != STAGE_NONE) same = v->since == l.since;
        if (same && l.stage == STAGE_IN_FORCE)
            same = v->phase == l.phase && v->phase_ends == l.ends;
        to->stages[l.stage]++;
        to->drafts[l.stage] += p >= LOG_OWN;
        if (!same)
            fail_msg("log %llu, p%d at %lld: %s since %lld, phase %d to "
                     "%lld; literally %s since %lld, phase %d to %lld",
                     (unsigned long long)seed, p, (long long)t,
                     process_stage_name(v->stage), (long long)v->since,
                     v->phase, (long long)v->phase_ends,
                     process_stage_name(l.stage), (long long)l.since, l.phase,
                     (long long)l.ends);
    }
}

/* Plays a log against the literal model. */
static log_maker *play(uint64_t seed, const log_cases *all, arena *mem,
                       tally *to) {
    log_maker *m = ARENA_NEW(mem, log_maker);
    log_begin(m, all, seed);
    process_state *s = process_begin(m->c, mem);
    for (int i = 0; i < TRIES && m->count < LOG_MOST; i++) {
        process_event e = log_event(m, mem);
        history h = {m->plans, m->events, m->count};
        const char *why = process_refuses(s, &e);
        bool may = may_come(&h, &e);
        if (may != (why == NULL))
            fail_msg("log %llu, try %d, %s of p%d: %s",
                     (unsigned long long)seed, i, event_kind_name(e.kind),
                     e.proposal, why ? why : "taken, and literally not");
        if (!may) {
            assert_true(strlen(why) > 10);
            to->refused++;
            continue;
        }
        to->taken++;
        to->kinds[e.kind]++;
        log_take(m, &e);
        process_apply(s, &m->events[m->count - 1]);
        if (i % 4 != 0) continue;
        process_run_to(s, e.at.seconds);
        h.count = m->count;
        compare(&h, s, e.at.seconds, seed, to);
    }
    int64_t later = m->at + (int64_t)rng_below(&m->r, 4 * DAY);
    history h = {m->plans, m->events, m->count};
    process_run_to(s, later);
    compare(&h, s, later, seed, to);
    return m;
}

/* --- The same from lines --- */

static void same_version(const process_version *a, const process_version *b) {
    assert_int_equal(a->stage, b->stage);
    assert_true(a->since == b->since);
    assert_int_equal(a->cause, b->cause);
    assert_int_equal(a->drafted, b->drafted);
    assert_int_equal(a->declared, b->declared);
    assert_int_equal(a->other, b->other);
    assert_int_equal(a->phase, b->phase);
    assert_true(a->phase_ends == b->phase_ends);
    for (int i = 0; i < LOG_PARTIES; i++) {
        assert_int_equal(a->places[i].sent, b->places[i].sent);
        assert_int_equal(a->places[i].delivered, b->places[i].delivered);
        assert_int_equal(a->places[i].answered, b->places[i].answered);
    }
}

/* A log written as lines, read against the case as its file has it, is the
 * same log: its drafts are found again, and what all of it comes to. */
static void from_lines(const log_maker *m, const log_cases *all, arena *mem) {
    process_log written = log_numbered(m->events, m->count, mem), read;
    const case_model *with, *c;
    const char *lines = "";
    assert_true(process_join(&with, all->own, &written, mem, NULL));
    for (int i = 0; i < written.count; i++)
        lines = arena_format(mem, "%s%s\n", lines,
                             event_line_of(&written.events[i], with, mem));
    parley_diags *d = parley_diags_new(NULL);
    bool ok = process_read(&read, lines, strlen(lines), all->own, mem, d) &&
              process_join(&c, all->own, &read, mem, d) &&
              process_check(&read, c, NULL, mem, d);
    if (!ok) print_problems(d);
    parley_diags_free(d);
    assert_true(ok);
    assert_int_equal(c->proposal_count, with->proposal_count);
    const process_state *x = log_fold(&written, with, mem);
    const process_state *y = log_fold(&read, c, mem);
    for (int p = 0; p < c->proposal_count; p++) {
        assert_string_equal(c->proposals[p].id, with->proposals[p].id);
        same_version(&x->versions[p], &y->versions[p]);
    }
}

static void test_literal(void **state) {
    (void)state;
    arena *lasting = test_arena();
    const log_cases *all = log_cases_new(lasting);
    const char *first_seed = getenv("PROP_SEED");
    uint64_t from = first_seed ? strtoull(first_seed, NULL, 10) : 0;
    tally to = {0};
    for (uint64_t i = 0; i < LOGS; i++) {
        arena *mem = test_arena();
        const log_maker *m = play(from + i, all, mem, &to);
        if (i % LINES_EVERY == 0) from_lines(m, all, mem);
        arena_free(mem);
    }
    print_message("%ld taken, %ld refused; stages", to.taken, to.refused);
    for (int i = 0; i < STAGES; i++) {
        print_message(" %s %ld", process_stage_name((process_stage)i),
                      to.stages[i]);
        assert_true(to.stages[i] > 100 && to.drafts[i] > 100);
    }
    print_message("\n");
    for (int k = EVENT_DRAFT; k < EVENT_KINDS; k++)
        assert_true(to.kinds[k] > 100);
    arena_free(lasting);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_literal)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
