/* SPDX-License-Identifier: Apache-2.0
 * Random logs of talks about an invented case: events of every kind, two in
 * three of a kind that may fit, times that often fall on the same minute or on
 * a deadline. */
#ifndef TESTS_PROCESS_LOGS_H
#define TESTS_PROCESS_LOGS_H

#include "base/rng.h"
#include "case_test.h"
#include "process/draft.h"

#define LOG_PLAN_0                                                             \
    "[{phase: one, terms: {i: y}, lasts: 2 days}, "                            \
    "{phase: two, when: i = y, lasts: 36 hours}]"
#define LOG_PLAN_1                                                             \
    "[{phase: one, lasts: 1 day}, {phase: two, when: verify, lasts: 2 days}, " \
    "{phase: three, when: i = y, lasts: 2 days}]"
#define LOG_PLAN_2                                                             \
    "[{phase: one, lasts: open, declared-by: m, "                              \
    "talks: {on: [i], fail: resume, by: 2 days}}]"
#define LOG_PLAN_3                                                             \
    "[{phase: one, lasts: open, talks: {on: [i], fail: stay, by: 1 day}}]"
#define PROCESS_CASE                                                           \
    "parley: 1\ncase: talks\nas-of: 2030-01-01\n"                              \
    "sources: {r: {date: 2030-01-01}, sec: {date: 2030-01-01, "                \
    "visible: [m]}}\n"                                                         \
    "parties: {a: {name: A}, b: {name: B}, c: {name: C}}\n"                    \
    "others: {m: {name: M, role: lead}, r1: {name: R, role: relay}}\n"         \
    "channels:\n"                                                              \
    "  - {between: [m, a], state: open, source: r}\n"                          \
    "  - {between: [m, b], state: barred, source: r}\n"                        \
    "  - {between: [m, r1], state: open, source: r}\n"                         \
    "  - {between: [r1, b], state: open, source: r}\n"                         \
    "issues:\n"                                                                \
    "  i: {options: [x, y], now: x}\n  j: {options: [x, y], now: x}\n"         \
    "proposals:\n"                                                             \
    "  p0: {plan: " LOG_PLAN_0 "}\n  p1: {plan: " LOG_PLAN_1 "}\n"             \
    "  p2: {plan: " LOG_PLAN_2 "}\n  p3: {plan: " LOG_PLAN_3 "}\n"

/* Of the case's proposals each has a plan of its own; behind them stand those
 * that the log may draft, each with any of these plans. */
enum {
    LOG_PARTIES = 3,
    LOG_OWN = 4,
    LOG_DRAFTS = 2,
    LOG_PROPOSALS = LOG_OWN + LOG_DRAFTS,
    LOG_ACTORS = 5,
    LOG_MOST = 48
};

static const char *const log_names[LOG_DRAFTS] = {"draft-four", "draft-five"};
static const char *const log_contents[LOG_OWN] = {
    "plan: " LOG_PLAN_0, "plan: " LOG_PLAN_1, "plan: " LOG_PLAN_2,
    "plan: " LOG_PLAN_3};

/* The case as its file has it, and with drafts of any two plans. */
typedef struct log_cases {
    const case_model *own, *with[LOG_OWN][LOG_OWN];
} log_cases;

static inline process_event log_draft(int draft, int plan) {
    return (process_event){.kind = EVENT_DRAFT,
                           .at = {.seconds = 1900000000, .given = true},
                           .by = -1,
                           .proposal = LOG_OWN + draft,
                           .other = -1,
                           .name = log_names[draft],
                           .entry = log_contents[plan]};
}

static inline const log_cases *log_cases_new(arena *mem) {
    log_cases *all = ARENA_NEW(mem, log_cases);
    all->own = case_of(PROCESS_CASE, mem);
    for (int i = 0; i < LOG_OWN * LOG_OWN; i++) {
        process_event both[] = {log_draft(0, i / LOG_OWN),
                                log_draft(1, i % LOG_OWN)};
        process_log log = {both, LOG_DRAFTS};
        assert_true(process_join(&all->with[i / LOG_OWN][i % LOG_OWN], all->own,
                                 &log, mem, NULL));
    }
    return all;
}

/* Where the talks stand when every event has been taken. */
static inline process_state *log_fold(const process_log *log,
                                      const case_model *c, arena *mem) {
    process_state *s = process_begin(c, mem);
    for (int i = 0; i < log->count; i++)
        process_apply(s, &log->events[i]);
    return s;
}

typedef struct log_maker {
    rng r;
    const case_model *c;      /* with the drafts */
    int plans[LOG_PROPOSALS]; /* of each proposal */
    process_event events[LOG_MOST];
    int count;
    int64_t at;
    int actors[LOG_ACTORS]; /* a b c m r1 */
    bool guided; /* most events are the next step of one version's way */
    int step, version;
} log_maker;

/* The way of a version that comes far. */
static const event_kind log_way[] = {
    EVENT_DRAFT,    EVENT_SEND,   EVENT_DELIVER, EVENT_ANSWER,
    EVENT_ANSWER,   EVENT_ANSWER, EVENT_DECLARE, EVENT_START,
    EVENT_INCIDENT, EVENT_VERIFY, EVENT_EXTEND,  EVENT_START};
enum { LOG_WAY = sizeof log_way / sizeof *log_way, LOG_ANSWERS = 3 };

static inline int pick(log_maker *m, int most) {
    return (int)rng_below(&m->r, (uint64_t)most);
}

static inline int_list some_parties(log_maker *m, arena *mem) {
    int *items = ARENA_ARRAY(mem, int, LOG_PARTIES);
    int_list list = {items, 0};
    for (int i = 0; i < LOG_PARTIES; i++)
        if (m->guided || pick(m, 2)) items[list.count++] = i;
    return list;
}

static inline int_list one_actor(int actor, arena *mem) {
    int *item = ARENA_NEW(mem, int);
    *item = actor;
    return (int_list){item, 1};
}

static inline moment log_moment(int64_t at) {
    return (moment){.seconds = at, .given = true};
}

static inline bool log_drafted(const log_maker *m, int proposal) {
    for (int i = 0; i < m->count; i++)
        if (m->events[i].kind == EVENT_DRAFT &&
            m->events[i].proposal == proposal)
            return true;
    return false;
}

/* Nothing can name a draft of the log before it is there. */
static inline int log_named(const log_maker *m, int proposal) {
    bool there = proposal < LOG_OWN || log_drafted(m, proposal);
    return there ? proposal : proposal % LOG_OWN;
}

static inline int some_proposal(log_maker *m) {
    return log_named(m, pick(m, LOG_PROPOSALS));
}

/* Half an hour, a day, nothing, or a step into the past. */
static inline int64_t log_step(log_maker *m) {
    static const int64_t steps[] = {0, 0, 60, 1800, 43200, 86400, 86400, 3600};
    int one = pick(m, 40);
    if (one == 0) return -60;
    return steps[one % 8];
}

static inline void fill_time(log_maker *m, process_event *e) {
    static const int64_t ahead[] = {-60, 0, 60, 3600, 43200, 86400, 172800};
    if (pick(m, 2)) e->until = log_moment(e->at.seconds + ahead[pick(m, 7)]);
}

static inline void fill_kind(log_maker *m, process_event *e, arena *mem) {
    static const char *const ids[] = {"n0", "n1", "n2"};
    bool sealed = pick(m, 4) < (m->guided ? 3 : 1);
    switch (e->kind) {
    case EVENT_DRAFT:
        if (pick(m, 2)) e->by = m->actors[pick(m, LOG_ACTORS)];
        e->other = pick(m, 2) ? some_proposal(m) : -1;
        break;
    case EVENT_SUPERSEDE:
        e->other = some_proposal(m);
        break;
    case EVENT_SEND:
        e->by = pick(m, 3) ? -1 : m->actors[3];
        e->to = some_parties(m, mem);
        if (pick(m, 2)) e->via = one_actor(m->actors[4], mem);
        e->sealed = sealed;
        if (pick(m, 2)) fill_time(m, e);
        break;
    case EVENT_DELIVER:
        e->to = some_parties(m, mem);
        break;
    case EVENT_STUDY:
        e->by = m->actors[pick(m, 8) ? pick(m, 3) : 3];
        break;
    case EVENT_ANSWER:
        e->by = m->actors[pick(m, 12) ? pick(m, 3) : 3];
        e->answer = (event_answer)(pick(m, 4) ? 0 : pick(m, EVENT_ANSWERS));
        e->sealed = pick(m, 4) == 0;
        if (e->answer == EVENT_REPLY || pick(m, 12) == 0)
            e->other = some_proposal(m);
        break;
    case EVENT_DECLARE:
        e->by = pick(m, 3) ? m->actors[3] : -1;
        fill_time(m, e);
        break;
    case EVENT_START:
        e->phase = pick(m, 4);
        break;
    case EVENT_INCIDENT:
        e->by = m->actors[pick(m, 5)];
        e->id = ids[pick(m, 3)];
        break;
    case EVENT_DISPUTE:
    case EVENT_VERIFY:
        e->by = m->actors[pick(m, 5)];
        e->proposal = -1;
        e->name = ids[pick(m, 3)];
        break;
    case EVENT_EXTEND:
        if (pick(m, 2))
            (void)time_duration("1 day", &e->lasts);
        else
            fill_time(m, e);
        break;
    case EVENT_GUARANTEE:
        e->by = m->actors[pick(m, 5)];
        e->of = pick(m, 2) ? CASE_OF_TALKS : CASE_OF_TRUCE;
        e->to = some_parties(m, mem);
        e->status = (case_guarantee_status)pick(m, 4);
        break;
    case EVENT_BREAK:
        e->by = m->actors[pick(m, 5)];
        break;
    case EVENT_CONFER:
        e->by = m->actors[pick(m, 5)];
        e->text = "a note";
        break;
    default:
        break;
    }
}

/* What the version needs to come further. */
static inline void fill_step(log_maker *m, process_event *e) {
    e->proposal = e->kind == EVENT_VERIFY ? -1 : m->version;
    if (e->kind == EVENT_DRAFT) e->other = -1;
    if (e->kind == EVENT_SEND) e->by = -1;
    if (e->kind == EVENT_DECLARE) e->by = m->actors[3];
    if (e->kind != EVENT_ANSWER) return;
    e->by = m->actors[m->step - LOG_ANSWERS];
    if (pick(m, 8)) e->answer = EVENT_ACCEPT;
    int next = log_named(m, (m->version + 1) % LOG_PROPOSALS);
    e->other = e->answer == EVENT_REPLY ? next : -1;
}

/* A draft of the log's own brings its content; nothing else comes before it. */
static inline void fill_draft(log_maker *m, process_event *e) {
    if (e->proposal < LOG_OWN || log_drafted(m, e->proposal)) return;
    if (e->kind != EVENT_DRAFT) {
        e->proposal = log_named(m, e->proposal);
        return;
    }
    process_event own = log_draft(e->proposal - LOG_OWN, m->plans[e->proposal]);
    e->name = own.name;
    e->entry = own.entry;
}

/* The event was taken in. */
static inline void log_take(log_maker *m, const process_event *e) {
    m->at = e->at.seconds;
    m->events[m->count++] = *e;
    bool next = m->step < LOG_WAY && e->kind == log_way[m->step];
    if (next && (e->proposal == m->version || e->kind == EVENT_VERIFY))
        m->step++;
}

/* The next event, which may fit or not. */
static inline process_event log_event(log_maker *m, arena *mem) {
    static const event_kind often[] = {
        EVENT_DRAFT,    EVENT_SEND,   EVENT_DELIVER, EVENT_ANSWER,
        EVENT_ANSWER,   EVENT_ANSWER, EVENT_DECLARE, EVENT_START,
        EVENT_INCIDENT, EVENT_EXTEND, EVENT_STUDY,   EVENT_VERIFY};
    process_event e = {.by = -1, .proposal = -1, .other = -1};
    bool any = pick(m, 4) == 0;
    e.kind =
        any ? (event_kind)(EVENT_DRAFT + pick(m, EVENT_KINDS - EVENT_DRAFT))
            : often[pick(m, sizeof often / sizeof *often)];
    e.at = log_moment(m->at + log_step(m));
    e.proposal = pick(m, 3) ? pick(m, 2) + LOG_OWN / 2 * pick(m, 3)
                            : pick(m, LOG_PROPOSALS);
    bool next = m->guided && m->step < LOG_WAY && pick(m, 4);
    if (next) e.kind = log_way[m->step];
    fill_kind(m, &e, mem);
    if (next) fill_step(m, &e);
    fill_draft(m, &e);
    if (pick(m, 10) == 0) {
        e.access.limited = true;
        e.access.actors = one_actor(m->actors[pick(m, LOG_ACTORS)], mem);
    }
    e.access.protect = pick(m, 16) == 0;
    if (pick(m, 16) == 0) e.source = pick(m, 2) ? "sec par. 2" : "r par. 1";
    return e;
}

static inline void log_begin(log_maker *m, const log_cases *all,
                             uint64_t seed) {
    static const char *const ids[] = {"a", "b", "c", "m", "r1"};
    *m = (log_maker){.at = INT64_C(1900000000)};
    rng_seed(&m->r, seed, 7);
    for (int p = 0; p < LOG_PROPOSALS; p++)
        m->plans[p] = p < LOG_OWN ? p : pick(m, LOG_OWN);
    m->c = all->with[m->plans[LOG_OWN]][m->plans[LOG_OWN + 1]];
    m->guided = seed % 3 != 0;
    m->version = pick(m, LOG_PROPOSALS);
    for (int i = 0; i < LOG_ACTORS; i++)
        m->actors[i] = case_actor_find(m->c, ids[i]);
}

#endif
