/* SPDX-License-Identifier: Apache-2.0
 *
 * One line of the log as an event.
 *
 * A table says which keys each kind takes and which it needs; a key that the
 * kind doesn't take, a name the case doesn't know and a value of the wrong
 * form are problems, all of a line in one go. `at` is an instant with its
 * offset, or a local time with `zone`; with both, the offset counts and the
 * zone is kept for what is computed from it.
 */
#include "process/event.h"

#include <string.h>

#include "base/text.h"
#include "case/fields.h"
#include "process/line.h"
#include "process/zone.h"

static const char *const kind_names[EVENT_KINDS + 1] = {
    "statement", "contact",  "draft",    "send",      "deliver",
    "study",     "answer",   "confer",   "guarantee", "declare",
    "start",     "incident", "dispute",  "verify",    "extend",
    "lapse",     "break",    "withdraw", "supersede", NULL};
static const char *const answer_names[EVENT_ANSWERS + 1] = {"accept", "reject",
                                                            "reply", NULL};

static const char *const kind_helps[EVENT_KINDS] = {
    [EVENT_STATEMENT] = "somebody said something: an entry of the record",
    [EVENT_CONTACT] = "a meeting, a call, a message: an entry of the record",
    [EVENT_DRAFT] = "a version is on paper",
    [EVENT_SEND] = "it leaves for parties, perhaps through relays",
    [EVENT_DELIVER] = "it is in a party's hands",
    [EVENT_STUDY] = "a party has it under study",
    [EVENT_ANSWER] = "a party says yes, no, or replies with a draft",
    [EVENT_CONFER] = "a note of a caucus, for the desk alone",
    [EVENT_GUARANTEE] =
        "a guarantee is asked for, offered, withheld, withdrawn",
    [EVENT_DECLARE] = "what all agreed to is declared, with its hour",
    [EVENT_START] = "it begins, or its next phase does",
    [EVENT_INCIDENT] = "something is reported against it",
    [EVENT_DISPUTE] = "a report of an incident is disputed",
    [EVENT_VERIFY] = "a report of an incident is verified",
    [EVENT_EXTEND] = "the phase in force ends later",
    [EVENT_LAPSE] = "it has run out",
    [EVENT_BREAK] = "a party has broken it off",
    [EVENT_WITHDRAW] = "it is taken back",
    [EVENT_SUPERSEDE] = "another version takes its place",
};

const char *event_kind_name(event_kind kind) { return kind_names[kind]; }
const char *event_kind_help(event_kind kind) { return kind_helps[kind]; }
const char *event_answer_name(event_answer answer) {
    return answer_names[answer];
}

typedef struct reading {
    process_event *to;
    const line_object *line;
    const line_field *now; /* the key that is read */
    const case_model *c;
    event_reader *by;
    uint32_t seen; /* keys, by their place in the table */
    bool ok;
    arena *mem;
    parley_diags *d;
} reading;

static void complain(reading *r, const char *what) {
    r->ok = diag_error(r->d, SPAN_NONE, "log/value", "line %d: \"%s\": %s",
                       r->by->number, r->now->key, what);
}

/* --- Values --- */

static const char *text_of(reading *r) {
    if (r->now->shape == LINE_TEXT) return r->now->text;
    complain(r, "a text is needed");
    return NULL;
}

/* A text that the event keeps. */
static const char *kept_text(reading *r) {
    const char *text = text_of(r);
    return text ? arena_copy(r->mem, text) : NULL;
}

static int word_of(reading *r, const char *const *words) {
    const char *text = text_of(r);
    if (!text) return 0;
    int count = 0;
    for (; words[count]; count++)
        if (*text == *words[count] && strcmp(text, words[count]) == 0)
            return count;
    complain(r, arena_format(r->mem, "\"%s\" is no word for it", text));
    diag_hint_names(r->d, text, words, count, r->mem);
    return 0;
}

static void unknown(reading *r, const char *what, const char *name) {
    complain(r, arena_format(r->mem, "the case has no %s \"%s\"", what, name));
}

static int actor_of(reading *r, const char *name) {
    const case_model *c = r->c;
    int actor = case_actor_find(c, name);
    int person = actor < 0 ? case_person_find(c, name) : -1;
    if (person >= 0) actor = c->people[person].of;
    if (actor >= 0) return actor;
    unknown(r, "actor", name);
    const char **ids = ARENA_ARRAY(r->mem, const char *, c->actor_count);
    for (int i = 0; i < c->actor_count; i++)
        ids[i] = c->actors[i].id;
    diag_hint_names(r->d, name, ids, c->actor_count, r->mem);
    return -1;
}

/* Of the case, or of an earlier draft. */
static int find_proposal(const reading *r, const char *name) {
    int proposal = case_proposal_find(r->c, name);
    return proposal >= 0 ? proposal : names_find(r->by->drafted, 0, name);
}

static int proposal_of(reading *r) {
    const char *name = text_of(r);
    if (!name) return -1;
    int proposal = find_proposal(r, name);
    if (proposal >= 0) return proposal;
    unknown(r, "proposal", name);
    if (r->to->kind == EVENT_DRAFT && text_same(r->now->key, "proposal")) {
        diag_hint(r->d,
                  "a new one comes with its plan: parley draft CASE %s "
                  "FILE",
                  name);
        return -1;
    }
    const case_model *c = r->c;
    const char **ids = ARENA_ARRAY(r->mem, const char *, c->proposal_count);
    for (int i = 0; i < c->proposal_count; i++)
        ids[i] = c->proposals[i].id;
    diag_hint_names(r->d, name, ids, c->proposal_count, r->mem);
    return -1;
}

/* What a draft brings along: it is new. */
static int new_proposal(reading *r) {
    const char *name = text_of(r);
    if (!name) return -1;
    if (!*name) complain(r, "a name is empty");
    if (find_proposal(r, name) >= 0) {
        complain(r, arena_format(r->mem, "there is a proposal \"%s\"", name));
        diag_hint(r->d, "what it says stays; draft a new version under another "
                        "name");
        return -1;
    }
    r->to->name = arena_copy(r->mem, name);
    return r->c->proposal_count + r->by->draft_count;
}

static int_list names_of(reading *r, int (*find)(reading *r, const char *)) {
    const line_field *f = r->now;
    size_t count = f->shape == LINE_LIST ? f->count : 1;
    int *items = ARENA_ARRAY(r->mem, int, count + 1);
    int found = 0;
    if (f->shape == LINE_OBJECT) complain(r, "a list of names is needed");
    for (size_t i = 0; i < count && f->shape != LINE_OBJECT; i++) {
        int one = find(r, f->shape == LINE_LIST ? f->items[i] : f->text);
        if (one >= 0) items[found++] = one;
    }
    return (int_list){items, found};
}

static int issue_of(reading *r, const char *name) {
    int issue = case_issue_find(r->c, name);
    if (issue < 0) unknown(r, "issue", name);
    return issue;
}

/* "2026-03-29T18:00+01:00", or without an offset where the line has a zone. */
static moment moment_of(reading *r, const char *text) {
    moment m = {0};
    if (time_parse(text, &m) && !m.whole_day) return m;
    const line_field *name = line_find(r->line, "zone");
    if (name && name->shape == LINE_TEXT) {
        const zone *z = zone_book_find(r->by->zones, name->text);
        if (!time_parse(arena_format(r->mem, "%sZ", text), &m) || !z)
            return (moment){0};
        return zone_moment(z, zone_instant(z, time_civil(m.seconds)));
    }
    return (moment){0};
}

static moment instant_of(reading *r) {
    const char *text = text_of(r);
    moment m = {0};
    if (!text) return m;
    m = moment_of(r, text);
    if (!m.given)
        complain(r, "an instant is needed, as 2026-03-29T18:00+02:00, or "
                    "without the offset beside \"zone\"");
    return m;
}

static bool flag_of(reading *r) {
    static const char *const words[] = {"false", "true", NULL};
    return word_of(r, words) == 1;
}

/* --- Keys --- */

static void read_at(reading *r) { r->to->at = instant_of(r); }
static void read_until(reading *r) { r->to->until = instant_of(r); }
static void read_text(reading *r) { r->to->text = kept_text(r); }
static void read_source(reading *r) { r->to->source = kept_text(r); }
static void read_clause(reading *r) { r->to->clause = kept_text(r); }
static void read_incident(reading *r) { r->to->name = kept_text(r); }
static void read_sealed(reading *r) { r->to->sealed = flag_of(r); }
static void read_to(reading *r) { r->to->to = names_of(r, actor_of); }
static void read_via(reading *r) { r->to->via = names_of(r, actor_of); }

static void read_proposal(reading *r) {
    bool brings =
        r->to->kind == EVENT_DRAFT && line_find(r->line, "content") != NULL;
    r->to->proposal = brings ? new_proposal(r) : proposal_of(r);
}

static void read_other(reading *r) { r->to->other = proposal_of(r); }

static void read_zone(reading *r) {
    const char *name = text_of(r);
    if (name) r->to->z = zone_book_find(r->by->zones, name);
    if (name && !r->to->z)
        complain(r, arena_format(r->mem, "no time zone \"%s\"", name));
}

static void read_by(reading *r) {
    const char *name = text_of(r);
    if (name && !text_same(name, "desk")) r->to->by = actor_of(r, name);
}

static void read_id(reading *r) {
    r->to->id = kept_text(r);
    if (text_same(r->to->id, "")) complain(r, "a name is empty");
}

static void read_visible(reading *r) {
    r->to->access.limited = true;
    r->to->access.actors = names_of(r, actor_of);
}

static void read_protect(reading *r) { r->to->access.protect = flag_of(r); }

static void read_answer(reading *r) {
    r->to->answer = (event_answer)word_of(r, answer_names);
}

static void read_status(reading *r) {
    r->to->status = (case_guarantee_status)word_of(r, fields_guarantees);
}

static void read_of(reading *r) {
    const char *text = r->now->shape == LINE_TEXT ? r->now->text : "";
    r->to->of = CASE_OF_ISSUES;
    if (text_same(text, "truce"))
        r->to->of = CASE_OF_TRUCE;
    else if (text_same(text, "talks"))
        r->to->of = CASE_OF_TALKS;
    else
        r->to->issues = names_of(r, issue_of);
}

static void read_lasts(reading *r) {
    const char *text = text_of(r);
    if (!text) return;
    if (!time_duration(text, &r->to->lasts) || r->to->lasts.open ||
        r->to->lasts.days <= 0)
        complain(r, "a duration is needed, as 7 days or 72 hours");
}

static void read_phase(reading *r) {
    int64_t number = 0;
    const char *text = text_of(r);
    if (!text) return;
    if (!number_int(text, &number) || number < 1 || number > 1000)
        complain(r, "the number of a phase is needed, from 1");
    else
        r->to->phase = (int)number;
}

static void read_entry(reading *r) {
    if (r->now->shape == LINE_OBJECT)
        r->to->entry = arena_copy(r->mem, r->now->text);
    else
        complain(r, "an object is needed");
}

/* JSON, or YAML as a text. */
static void read_content(reading *r) {
    if (r->now->shape == LINE_LIST)
        complain(r, "a proposal is needed");
    else
        r->to->entry = arena_copy(r->mem, r->now->text);
}

#define BIT(kind) (1u << (kind))
enum { ALL = BIT(EVENT_KINDS) - 1 };
#define ENTRIES (BIT(EVENT_STATEMENT) | BIT(EVENT_CONTACT))
#define VERSION                                                                \
    (ALL &                                                                     \
     ~(ENTRIES | BIT(EVENT_CONFER) | BIT(EVENT_DISPUTE) | BIT(EVENT_VERIFY)))
#define CARRIED (BIT(EVENT_SEND) | BIT(EVENT_DELIVER))

typedef struct key {
    const char *name, *value; /* "to", "PARTY,..." as help shows it */
    unsigned takes, needs;    /* kinds */
    void (*read)(reading *r);
} key;

static const key keys[] = {
    {"at", "TIME", ALL, ALL, read_at},
    {"kind", "KIND", ALL, ALL, NULL},
    {"zone", "NAME", ALL, 0, read_zone},
    {"by", "ACTOR", ALL,
     BIT(EVENT_STUDY) | BIT(EVENT_ANSWER) | BIT(EVENT_BREAK) |
         BIT(EVENT_GUARANTEE),
     read_by},
    {"id", "NAME", ALL, BIT(EVENT_INCIDENT), read_id},
    {"source", "SOURCE", ALL, 0, read_source},
    {"text", "TEXT", ALL, BIT(EVENT_CONFER), read_text},
    {"visible", "ACTOR,...", ALL, 0, read_visible},
    {"protect", "true", ALL, 0, read_protect},
    {"proposal", "PROPOSAL", VERSION | BIT(EVENT_CONFER),
     VERSION & ~BIT(EVENT_GUARANTEE), read_proposal},
    {"content", "PLAN", BIT(EVENT_DRAFT), 0, read_content},
    {"parent", "PROPOSAL", BIT(EVENT_DRAFT), 0, read_other},
    {"with", "PROPOSAL", BIT(EVENT_SUPERSEDE), BIT(EVENT_SUPERSEDE),
     read_other},
    {"draft", "PROPOSAL", BIT(EVENT_ANSWER), 0, read_other},
    {"to", "PARTY,...", CARRIED | BIT(EVENT_GUARANTEE), CARRIED, read_to},
    {"via", "ACTOR,...", BIT(EVENT_SEND), 0, read_via},
    {"answer", "accept|reject|reply", BIT(EVENT_ANSWER), BIT(EVENT_ANSWER),
     read_answer},
    {"sealed", "true", BIT(EVENT_SEND) | BIT(EVENT_ANSWER), 0, read_sealed},
    {"until", "TIME", BIT(EVENT_SEND) | BIT(EVENT_EXTEND), 0, read_until},
    {"starts", "TIME", BIT(EVENT_DECLARE), 0, read_until},
    {"lasts", "DURATION", BIT(EVENT_EXTEND), 0, read_lasts},
    {"phase", "N", BIT(EVENT_START), 0, read_phase},
    {"clause", "CLAUSE", BIT(EVENT_INCIDENT), 0, read_clause},
    {"incident", "INCIDENT", BIT(EVENT_DISPUTE) | BIT(EVENT_VERIFY),
     BIT(EVENT_DISPUTE) | BIT(EVENT_VERIFY), read_incident},
    {"of", "truce|talks|ISSUE,...", BIT(EVENT_GUARANTEE), BIT(EVENT_GUARANTEE),
     read_of},
    {"status", "asked|offered|withheld|withdrawn", BIT(EVENT_GUARANTEE),
     BIT(EVENT_GUARANTEE), read_status},
    {"entry", "ENTRY", ENTRIES, ENTRIES, read_entry},
};
enum { KEYS = sizeof keys / sizeof *keys };

static const key *find_key(const char *name) {
    for (size_t i = 0; i < KEYS; i++)
        if (*keys[i].name == *name && strcmp(keys[i].name, name) == 0)
            return &keys[i];
    return NULL;
}

static void read_key(reading *r) {
    const key *k = find_key(r->now->key);
    if (k && k->takes & BIT(r->to->kind)) {
        r->seen |= BIT(k - keys);
        if (k->read) k->read(r);
        return;
    }
    r->ok = diag_error(r->d, SPAN_NONE, "log/unknown-key",
                       "line %d: %s takes no key \"%s\"", r->by->number,
                       kind_names[r->to->kind], r->now->key);
    const char *names[KEYS];
    int count = 0;
    for (size_t i = 0; i < KEYS; i++)
        if (keys[i].takes & BIT(r->to->kind)) names[count++] = keys[i].name;
    diag_hint_names(r->d, r->now->key, names, count, r->mem);
}

static void check_keys(reading *r) {
    for (size_t i = 0; i < KEYS; i++)
        if (keys[i].needs & BIT(r->to->kind) && !(r->seen & BIT(i)))
            r->ok = diag_error(r->d, SPAN_NONE, "log/missing-key",
                               "line %d: %s needs \"%s\"", r->by->number,
                               kind_names[r->to->kind], keys[i].name);
}

event_key_info event_key_get(event_kind kind, size_t index) {
    for (size_t i = 0; i < KEYS; i++) {
        bool asked = keys[i].read && keys[i].takes & BIT(kind);
        if (asked && index-- == 0)
            return (event_key_info){keys[i].name, keys[i].value,
                               (keys[i].needs & BIT(kind)) != 0,
                               keys[i].takes == ALL};
    }
    return (event_key_info){NULL, NULL, false, false};
}

static bool read_kind(reading *r) {
    r->now = line_find(r->line, "kind");
    if (!r->now)
        return diag_error(r->d, SPAN_NONE, "log/missing-key",
                          "line %d: an event needs \"kind\"", r->by->number);
    r->to->kind = (event_kind)word_of(r, kind_names);
    return r->ok;
}

event_reader event_reader_new(const case_model *c, arena *mem,
                              parley_diags *d) {
    arena *passing = arena_child(mem);
    (void)arena_get(passing, 1); /* a block that stays when a line is over */
    return (event_reader){.c = c,
                          .drafted = names_new(mem),
                          .zones = zone_book_new(mem),
                          .mem = mem,
                          .passing = passing,
                          .d = d};
}

static bool read_event(process_event *out, const char *line, size_t size,
                       event_reader *by) {
    line_object o;
    *out = (process_event){.by = -1, .proposal = -1, .other = -1};
    reading r = {.to = out,
                 .line = &o,
                 .c = by->c,
                 .by = by,
                 .ok = true,
                 .mem = by->mem,
                 .d = by->d};
    if (!line_read(&o, line, size, by->passing))
        return diag_error(by->d, SPAN_NONE, "log/syntax",
                          "line %d, byte %zu: %s", by->number, o.at + 1,
                          o.problem);
    if (!read_kind(&r)) return false;
    for (size_t i = 0; i < o.count; i++) {
        r.now = &o.fields[i];
        read_key(&r);
    }
    check_keys(&r);
    if (r.ok && out->kind == EVENT_DRAFT && out->name) {
        names_put(by->drafted, 0, out->name, out->proposal);
        by->draft_count++;
    }
    return r.ok;
}

bool event_read(process_event *out, const char *line, size_t size,
                event_reader *by) {
    arena_place back = arena_mark(by->passing);
    bool ok = read_event(out, line, size, by);
    arena_back(by->passing, back);
    return ok;
}
