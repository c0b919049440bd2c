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
#include "process/event_int.h"

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

/* --- Keys --- */

static void read_at(event_reading *r) { r->to->at = event_instant(r); }
static void read_until(event_reading *r) { r->to->until = event_instant(r); }
static void read_text(event_reading *r) { r->to->text = event_kept_text(r); }
static void read_source(event_reading *r) {
    r->to->source = event_kept_text(r);
}
static void read_clause(event_reading *r) {
    r->to->clause = event_kept_text(r);
}
static void read_incident(event_reading *r) {
    r->to->name = event_kept_text(r);
}
static void read_sealed(event_reading *r) { r->to->sealed = event_flag(r); }
static void read_to(event_reading *r) {
    r->to->to = event_names(r, event_actor);
}
static void read_via(event_reading *r) {
    r->to->via = event_names(r, event_actor);
}

static void read_proposal(event_reading *r) {
    bool brings =
        r->to->kind == EVENT_DRAFT && line_find(r->line, "content") != NULL;
    r->to->proposal = brings ? event_new_proposal(r) : event_proposal(r);
}

static void read_other(event_reading *r) { r->to->other = event_proposal(r); }

static void read_zone(event_reading *r) {
    const char *name = event_text(r);
    if (name) r->to->z = zone_book_find(r->by->zones, name);
    if (name && !r->to->z)
        event_complain(r, arena_format(r->mem, "no time zone \"%s\"", name));
}

static void read_by(event_reading *r) {
    const char *name = event_text(r);
    if (name && !text_same(name, "desk")) r->to->by = event_actor(r, name);
}

static void read_id(event_reading *r) {
    r->to->id = event_kept_text(r);
    if (text_same(r->to->id, "")) event_complain(r, "a name is empty");
}

static void read_visible(event_reading *r) {
    r->to->access.limited = true;
    r->to->access.actors = event_names(r, event_actor);
}

static void read_protect(event_reading *r) {
    r->to->access.protect = event_flag(r);
}

static void read_answer(event_reading *r) {
    r->to->answer = (event_answer)event_word(r, answer_names);
}

static void read_status(event_reading *r) {
    r->to->status = (case_guarantee_status)event_word(r, fields_guarantees);
}

static void read_of(event_reading *r) {
    const char *text = r->now->shape == LINE_TEXT ? r->now->text : "";
    r->to->of = CASE_OF_ISSUES;
    if (text_same(text, "truce"))
        r->to->of = CASE_OF_TRUCE;
    else if (text_same(text, "talks"))
        r->to->of = CASE_OF_TALKS;
    else
        r->to->issues = event_names(r, event_issue);
}

static void read_lasts(event_reading *r) {
    const char *text = event_text(r);
    if (!text) return;
    if (!time_duration(text, &r->to->lasts) || r->to->lasts.open ||
        r->to->lasts.days <= 0)
        event_complain(r, "a duration is needed, as 7 days or 72 hours");
}

static void read_phase(event_reading *r) {
    int64_t number = 0;
    const char *text = event_text(r);
    if (!text) return;
    if (!number_int(text, &number) || number < 1 || number > 1000)
        event_complain(r, "the number of a phase is needed, from 1");
    else
        r->to->phase = (int)number;
}

static void read_entry(event_reading *r) {
    if (r->now->shape == LINE_OBJECT)
        r->to->entry = arena_copy(r->mem, r->now->text);
    else
        event_complain(r, "an object is needed");
}

/* JSON, or YAML as a text. */
static void read_content(event_reading *r) {
    if (r->now->shape == LINE_LIST)
        event_complain(r, "a proposal is needed");
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
    void (*read)(event_reading *r);
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

static void read_key(event_reading *r) {
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

static void check_keys(event_reading *r) {
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

static bool read_kind(event_reading *r) {
    r->now = line_find(r->line, "kind");
    if (!r->now)
        return diag_error(r->d, SPAN_NONE, "log/missing-key",
                          "line %d: an event needs \"kind\"", r->by->number);
    r->to->kind = (event_kind)event_word(r, kind_names);
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
    event_reading r = {.to = out,
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
