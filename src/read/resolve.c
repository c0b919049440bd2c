/* SPDX-License-Identifier: Apache-2.0
 * From words to the case's names.
 *
 * People by their full name, another name or their last name; actors by name,
 * `also:` names and the usual endings of a demonym ("Israeli", "Egyptian"); the
 * longest name that stands in the words wins. Somebody unnamed is never taken
 * for a person of the case, but for one whose very name is that description
 * ("a Western diplomat"), and speaks for no actor: `by` is left out. Issues
 * are those all of whose words stand in the content, with the option whose
 * word stands nearest; proposals those whose name or id does. What is not said
 * by the case's own words is left out: better nothing than a guess. */
#include "read/resolve.h"

#include <string.h>

#include "base/text.h"
#include "read/match.h"

/* --- Who --- */

/* The span is the first word of the name and nothing else: "Ban", where the
 * family name comes first. Its length, or 0. */
static size_t first_name(const source_text *t, read_span s, const char *name) {
    size_t size = strcspn(name, " ");
    bool same = name[size] == ' ' && size == s.end - s.begin &&
                name[0] >= 'A' && name[0] <= 'Z' &&
                memcmp(t->bytes + s.begin, name, size) == 0;
    return same ? size : 0;
}

static int person_named(const source_text *t, read_span s,
                        const case_model *c) {
    int best = -1;
    size_t length = 0;
    for (int i = 0; i < c->person_count; i++) {
        const case_person *p = &c->people[i];
        size_t n = match_name(t, s, p->name);
        for (int k = 0; k < p->also.count; k++) {
            size_t other = match_name(t, s, p->also.items[k]);
            if (other > n) n = other;
        }
        const char *last = strrchr(p->name, ' ');
        bool proper = last != NULL && last[1] >= 'A' && last[1] <= 'Z' &&
                      strlen(last + 1) > 2;
        if (n == 0 && proper) n = match_name(t, s, last + 1);
        if (n == 0) n = first_name(t, s, p->name);
        if (n > length) {
            length = n;
            best = i;
        }
    }
    return best;
}

static int actor_named(const source_text *t, read_span s, const case_model *c) {
    int best = -1;
    size_t length = 0;
    for (int i = 0; i < c->actor_count; i++) {
        const case_actor *a = &c->actors[i];
        size_t n = match_demonym(t, s, a->name);
        for (int k = 0; k < a->also.count; k++) {
            size_t other = match_demonym(t, s, a->also.items[k]);
            if (other > n) n = other;
        }
        if (n > length) {
            length = n;
            best = i;
        }
    }
    return best;
}

/* Somebody unnamed whose very description is a name of the case. */
static int person_described(const source_text *t, read_span s,
                            const case_model *c) {
    for (int i = 0; i < c->person_count; i++) {
        size_t size = strlen(c->people[i].name);
        if (size == s.end - s.begin && match_name(t, s, c->people[i].name)) {
            return i;
        }
    }
    return -1;
}

static bool given(read_span s) { return s.end > s.begin; }

static int holder_actor(const source_text *t, read_span s,
                        const case_model *c) {
    int person = person_named(t, s, c);
    if (person >= 0) return c->people[person].of;
    return actor_named(t, s, c);
}

static void resolve_speaker(read_draft *d, const source_text *t,
                            const case_model *c, int *speaks_for) {
    const read_speaker *s = &d->speaker;
    read_span who = given(s->is) ? s->is : s->at;
    *speaks_for = -1;
    if (s->owned) {
        *speaks_for = actor_named(t, s->at, c);
        if (*speaks_for < 0) *speaks_for = holder_actor(t, s->is, c);
        return;
    }
    if (s->unnamed) {
        d->by_person = person_described(t, who, c);
        *speaks_for = d->by_person >= 0 ? c->people[d->by_person].of
                                        : actor_named(t, s->at, c);
        if (*speaks_for < 0 && given(s->is)) {
            *speaks_for = actor_named(t, s->is, c);
        }
        return;
    }
    d->by_person = person_named(t, who, c);
    if (d->by_person >= 0) {
        *speaks_for = c->people[d->by_person].of;
        return;
    }
    d->by_actor = actor_named(t, s->at, c);
    if (d->by_actor < 0) d->by_actor = actor_named(t, who, c);
    if (d->by_actor < 0 && given(s->of)) d->by_actor = actor_named(t, s->of, c);
    *speaks_for = d->by_actor;
}

/* --- About what --- */

/* The one proposal whose name or id stands in the words; -1: none or two. */
static int proposal_named(const source_text *t, read_span s,
                          const case_model *c) {
    int best = -1, most = 0;
    bool tie = false;
    for (int i = 0; i < c->proposal_count; i++) {
        int by_name = match_words(t, s, c->proposals[i].name);
        int by_id = match_words(t, s, c->proposals[i].id);
        int n = by_name > by_id ? by_name : by_id;
        if (n == 0) continue;
        tie = n == most;
        if (n > most) {
            most = n;
            best = i;
        }
    }
    return tie ? -1 : best;
}

/* An option with its unit ("10 hours") that no other issue has says by itself
 * what it is about. */
static bool tells_issue(const case_model *c, int issue, const char *option) {
    if (strchr(option, ' ') == NULL) return false;
    for (int i = 0; i < c->issue_count; i++) {
        for (int k = 0; i != issue && k < c->issues[i].option_count; k++) {
            if (text_same(c->issues[i].options[k], option)) return false;
        }
    }
    return true;
}

/* The option that stands nearest to the issue's name; for one that is a number
 * a word of the name is enough ("a rise of 6 per cent" of "pay-rise"); -1: not
 * both are there. */
static int option_beside(const source_text *t, read_span s, const case_model *c,
                         int issue) {
    enum { NEAR = 90 }; /* bytes */
    const case_issue *i = &c->issues[issue];
    size_t at = 0, nearest = NEAR;
    int best = -1;
    bool named = match_where(t, s, i->id, &at);
    bool part = named || match_any(t, s, i->id, &at);
    for (int k = 0; k < i->option_count; k++) {
        size_t place;
        const char *option = i->options[k];
        bool number = match_number(t, s, option, &place);
        bool told =
            named || (number && (part || tells_issue(c, issue, option)));
        if (!told || (!number && !match_where(t, s, option, &place))) continue;
        size_t away = !part ? 0 : place > at ? place - at : at - place;
        if (away < nearest) {
            nearest = away;
            best = k;
        }
    }
    return best;
}

/* "will open the port if the crew is freed": the words of the other's step,
 * which is what the condition requires. */
static read_span required_step(const read_draft *d, const source_text *t) {
    static const char *const ties[] = {"if",    "provided", "once",
                                       "until", "exchange", "condition"};
    read_span step = d->content;
    size_t first = step.end;
    for (size_t i = 0; i < sizeof ties / sizeof *ties; i++) {
        size_t at;
        if (match_where(t, d->content, ties[i], &at) && at < first) first = at;
    }
    if (first == step.end) return step;
    step.begin = (uint32_t)first;
    if (first > d->content.begin) return step;
    for (size_t i = first; i < step.end; i++) { /* "If X, Y" */
        if (t->bytes[i] == ',') step.end = (uint32_t)i;
    }
    return step;
}

static void resolve_issues(read_draft *d, const source_text *t,
                           const case_model *c, arena *mem) {
    bool tied = d->stance_count > 0 && d->stances[0].kind == STANCE_CONDITION;
    read_span where = tied ? required_step(d, t) : d->content;
    case_term *terms = ARENA_ARRAY(mem, case_term, (size_t)c->issue_count + 1);
    int count = 0;
    for (int i = 0; i < c->issue_count; i++) {
        int best = option_beside(t, where, c, i);
        if (best < 0) continue;
        int *option = ARENA_NEW(mem, int);
        *option = best;
        terms[count++] = (case_term){.issue = i, .options = {option, 1}};
    }
    d->about = (case_terms){terms, count};
}

/* --- Contacts --- */

static void add_between(read_draft *d, int who) {
    for (int i = 0; i < d->between_count; i++) {
        if (d->between[i] == who) return;
    }
    d->between[d->between_count++] = who;
}

static void resolve_side(read_draft *d, const source_text *t,
                         const case_model *c, const read_span *list,
                         int count) {
    for (int i = 0; i < count; i++) {
        int person = person_named(t, list[i], c);
        int actor = person < 0 ? actor_named(t, list[i], c) : -1;
        if (person >= 0) add_between(d, person);
        if (actor >= 0) add_between(d, -2 - actor);
    }
}

static void resolve_contact(read_draft *d, const source_text *t,
                            const case_model *c) {
    resolve_side(d, t, c, d->who, d->who_count);
    resolve_side(d, t, c, d->with, d->with_count);
    bool host = d->kind == CASE_VISIT && given(d->place);
    if (host) {
        int actor = actor_named(t, d->place, c);
        if (actor >= 0) add_between(d, -2 - actor);
    }
}

/* --- Kind --- */

static bool not_reached(const read_draft *d, const source_text *t) {
    static const char *const words[] = {"reached",  "available", "unavailable",
                                        "return",   "returned",  "respond",
                                        "responded"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (match_name(t, d->content, words[i]) > 0) return true;
    }
    return false;
}

case_entry_kind resolve_kind(const read_draft *d, const read_stance *s,
                             const source_text *text) {
    if (case_is_contact(d->kind)) return d->kind;
    if (s == NULL) return CASE_SAID;
    bool no = s->negated;
    switch (s->kind) {
    case STANCE_ACCEPT:
        return no ? CASE_SAID : CASE_ACCEPT;
    case STANCE_REJECT:
        return no ? CASE_SAID : CASE_REJECT;
    case STANCE_DEMAND:
        return no ? CASE_SAID : CASE_DEMAND;
    case STANCE_REQUIRE:
    case STANCE_CONDITION:
        return no ? CASE_SAID : CASE_REQUIRE;
    case STANCE_REFUSE:
        return no ? CASE_SAID : CASE_REFUSE;
    case STANCE_OFFER:
        return no ? CASE_SAID : CASE_OFFER;
    case STANCE_GUARANTEE:
        return no ? CASE_DENY : CASE_ASSURANCE;
    case STANCE_DENY:
        return no ? CASE_SAID : CASE_DENY;
    case STANCE_DECLINE:
        return not_reached(d, text) ? CASE_UNREACHABLE : CASE_NO_COMMENT;
    default:
        return CASE_SAID;
    }
}

/* A party that puts forward its own terms offers them. */
static bool own_terms(const read_draft *d, const read_stance *s,
                      const case_model *c) {
    return s->kind == STANCE_PROPOSE && !s->negated && s->actor >= 0 &&
           s->actor < c->party_count && d->about.count > 0;
}

void resolve_draft(read_draft *d, const source_text *text, const case_model *c,
                   arena *mem) {
    const read_stance *first = d->stance_count > 0 ? &d->stances[0] : NULL;
    d->kind = resolve_kind(d, first, text);
    if (c == NULL) return;
    if (case_is_contact(d->kind)) {
        resolve_contact(d, text, c);
        return;
    }
    int speaks_for;
    resolve_speaker(d, text, c, &speaks_for);
    d->for_actor = speaks_for;
    for (int i = 0; i < d->stance_count; i++) {
        read_stance *s = &d->stances[i];
        s->actor =
            given(s->holder) ? holder_actor(text, s->holder, c) : speaks_for;
    }
    if (first != NULL && given(first->holder)) d->for_actor = first->actor;
    d->proposal = proposal_named(text, d->content, c);
    resolve_issues(d, text, c, mem);
    if (first != NULL && own_terms(d, first, c)) d->kind = CASE_OFFER;
}
