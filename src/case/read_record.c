/* SPDX-License-Identifier: Apache-2.0
 * The record: statements and contacts, in file order.
 *
 * Defaults. The date is the source's; an assumption of the analyst is dated
 * as-of. A statement is public if a leader or an official made it; a party or
 * an other that speaks counts as an official. What `deny` to `pending` are
 * about is a proposal, an issue, an entry, or else free text, in that order.
 *
 * An assumption has no speaker and needs a credence where it has a likelihood.
 * A draft is kept, marked as one, and may lack what `read` couldn't resolve. */
#include <stdlib.h>

#include "base/text.h"
#include "case/load_int.h"

/* --- Who speaks --- */

static case_speaker read_speaker(loader *l, const node *n) {
    case_speaker s = {.kind = CASE_SPEAKER_BLOC, .index = -1, .bloc = n->text};
    case_endpoint e = load_endpoint(l, n->text);
    if (text_same(n->text, "report")) {
        s.kind = CASE_SPEAKER_REPORT;
        s.bloc = NULL;
    } else if (e.index >= 0) {
        s.kind = e.person ? CASE_SPEAKER_PERSON : CASE_SPEAKER_ACTOR;
        s.index = e.index;
        s.bloc = NULL;
    }
    return s;
}

static void read_speakers(loader *l, const node *n, case_entry *e) {
    const node *by = load_get(n, "by");
    size_t count = load_some_count(by);
    case_speaker *speakers = ARENA_ARRAY(l->mem, case_speaker, count);
    for (size_t i = 0; i < count; i++) {
        const node *item = load_some(by, i);
        if (item->kind == NODE_TEXT)
            speakers[e->by_count++] = read_speaker(l, item);
    }
    e->by = speakers;
    e->several = load_choice(n, "count", fields_counts, 0) == 1;
}

static bool speaks_officially(const loader *l, const case_speaker *s) {
    if (s->kind == CASE_SPEAKER_ACTOR) return true;
    if (s->kind != CASE_SPEAKER_PERSON) return false;
    return l->c->people[s->index].office != CASE_UNNAMED;
}

static bool is_official(const loader *l, const case_entry *e) {
    for (int i = 0; i < e->by_count; i++)
        if (speaks_officially(l, &e->by[i])) return true;
    return false;
}

static bool is_by_report(const case_entry *e) {
    return e->by_count == 1 && e->by[0].kind == CASE_SPEAKER_REPORT;
}

/* --- What about --- */

static bool has_likelihood(case_entry_kind kind) { return kind <= CASE_DOUBT; }

/* deny ... pending: whatever has this name, or else it is free text. */
static void read_topic(loader *l, const char *about, case_entry *e) {
    if (!about) return;
    e->proposal = load_find(l, SPACE_PROPOSAL, -1, about);
    if (e->proposal >= 0) return;
    e->issue = load_find(l, SPACE_ISSUE, -1, about);
    if (e->issue >= 0) return;
    e->statement = load_find(l, SPACE_ENTRY, -1, about);
    if (e->statement < 0) e->topic = about;
}

static void read_about(loader *l, const node *n, case_entry *e) {
    const char *about = load_text(n, "about");
    switch (e->kind) {
    case CASE_MATTERS:
        e->issue = load_name(l, n, "about", SPACE_ISSUE);
        e->over_issue = load_name(l, n, "over", SPACE_ISSUE);
        break;
    case CASE_ACCEPT:
    case CASE_REJECT:
    case CASE_WITHDRAW:
        e->proposal = load_name(l, n, "about", SPACE_PROPOSAL);
        break;
    case CASE_DOUBT:
        e->doubted = load_name(l, n, "of", SPACE_ACTOR);
        break;
    case CASE_REFUSE:
        e->any_condition = text_same(about, "any-condition");
        e->about = load_terms(l, load_get(n, "about"));
        break;
    case CASE_PREFER:
    case CASE_DEMAND:
    case CASE_REQUIRE:
    case CASE_OFFER:
    case CASE_TRADE:
        e->about = load_terms(l, load_get(n, "about"));
        e->over = load_terms(l, load_get(n, "over"));
        e->in_return = load_terms(l, load_get(n, "in-return"));
        break;
    default:
        read_topic(l, about, e);
    }
}

/* --- Checks --- */

static bool same_options(int_list a, int_list b) {
    if (a.count != b.count) return false;
    for (int i = 0; i < a.count; i++)
        if (a.items[i] != b.items[i]) return false;
    return true;
}

static int compare_terms(const void *a, const void *b) {
    const case_term *x = a, *y = b;
    return (x->issue > y->issue) - (x->issue < y->issue);
}

static case_terms by_issue(case_terms terms, arena *mem) {
    size_t count = (size_t)terms.count;
    case_term *items =
        arena_grow(mem, terms.items, count, count, sizeof *items);
    if (count > 1) qsort(items, count, sizeof *items, compare_terms);
    return (case_terms){items, terms.count};
}

static bool same_terms(loader *l, case_terms a, case_terms b) {
    if (a.count != b.count || a.count == 0) return false;
    arena_place place = arena_mark(l->mem);
    a = by_issue(a, l->mem);
    b = by_issue(b, l->mem);
    bool same = true;
    for (int i = 0; i < a.count && same; i++)
        same = a.items[i].issue == b.items[i].issue &&
               same_options(a.items[i].options, b.items[i].options);
    arena_back(l->mem, place);
    return same;
}

static void check_trade(loader *l, const case_entry *e) {
    arena_place place = arena_mark(l->mem);
    case_terms given = by_issue(e->about, l->mem);
    for (int i = 0; given.count > 0 && i < e->in_return.count; i++) {
        const case_term *back = &e->in_return.items[i];
        if (!bsearch(back, given.items, (size_t)given.count,
                     sizeof *given.items, compare_terms))
            continue;
        diag_error(l->d, back->at, "case/contradiction",
                   "\"%s\" is given and asked in return",
                   l->c->issues[back->issue].id);
    }
    arena_back(l->mem, place);
}

/* "Any option of the issue" is no claim. */
static void check_claims(loader *l, const case_entry *e) {
    if (e->kind < CASE_DEMAND || e->kind > CASE_REFUSE) return;
    for (int i = 0; i < e->about.count; i++) {
        const case_term *t = &e->about.items[i];
        if (t->options.count < l->c->issues[t->issue].option_count) continue;
        diag_warning(l->d, t->at, "case/says-nothing",
                     "all options of \"%s\" are named, so this says nothing",
                     l->c->issues[t->issue].id);
    }
}

static void check_itself(loader *l, const node *n, const case_entry *e) {
    bool itself =
        (e->kind == CASE_PREFER && same_terms(l, e->about, e->over)) ||
        (e->kind == CASE_MATTERS && e->issue >= 0 && e->issue == e->over_issue);
    if (itself)
        diag_error(l->d, load_opening(node_find(n, "over")),
                   "case/contradiction", "nothing is preferred to itself");
    if (e->kind == CASE_DOUBT)
        for (int i = 0; i < e->holders.count; i++)
            if (e->doubted >= 0 && e->holders.items[i] == e->doubted)
                diag_error(l->d, load_opening(node_find(n, "of")),
                           "case/contradiction",
                           "nobody doubts their own promises here");
    if (e->kind == CASE_TRADE) check_trade(l, e);
}

static void check_analyst(loader *l, const node *n, const case_entry *e) {
    if (e->origin.source != CASE_SOURCE_ANALYST) return;
    const node *by = node_find(n, "by");
    if (by)
        diag_error(l->d, load_opening(by), "case/analyst-speaker",
                   "an assumption of the analyst has no speaker");
    if (has_likelihood(e->kind) && !node_find(n, "credence")) {
        diag_error(l->d, load_opening(n), "case/missing-key",
                   "an assumption of the analyst needs \"credence\"");
        diag_hint(l->d, "from 0.5 (as good as unknown) to 0.99");
    }
}

static void check_entry(loader *l, const node *n, const case_entry *e) {
    bool lacks_holder = e->kind == CASE_STATUS && !node_find(n, "for");
    if (lacks_holder && !is_by_report(e) && !e->draft)
        diag_error(l->d, load_opening(n), "case/missing-key",
                   "a status needs \"for\" unless it is by: report");
    check_analyst(l, n, e);
    check_itself(l, n, e);
    check_claims(l, e);
}

/* --- Entries --- */

static moment default_date(const loader *l, const case_entry *e) {
    if (e->origin.source < 0) return (moment){0}; /* as-of: load_dates */
    return l->c->sources[e->origin.source].date;
}

static void read_contacts(loader *l, const node *n, case_entry *e) {
    const node *between = load_get(n, "between");
    size_t count = load_size(between, NODE_LIST);
    case_endpoint *ends = ARENA_ARRAY(l->mem, case_endpoint, count);
    for (size_t i = 0; i < count; i++) {
        const node *item = load_bare(between->items[i]);
        case_endpoint end = {false, -1};
        if (item->kind == NODE_TEXT) end = load_endpoint(l, item->text);
        if (end.index >= 0) ends[e->between_count++] = end;
    }
    e->between = ends;
    e->place = load_text(n, "place");
    e->purpose = load_text(n, "purpose");
}

static void read_statement(loader *l, const node *n, case_entry *e) {
    read_speakers(l, n, e);
    e->holders = load_names(l, n, "for", SPACE_ACTOR, -1);
    e->is_public = load_flag(n, "public", is_official(l, e));
    e->hedged = load_word(load_get(n, "hedge"), fields_hedges) >= 0;
    e->hedge = (case_hedge)(load_choice(n, "hedge", fields_hedges, -1) + 1);
    e->has_credence = load_text(n, "credence") != NULL;
    e->credence = load_number(n, "credence", 0);
    e->scope_truce = load_text(n, "scope") != NULL;
    e->open = load_flag(n, "open", false);
    read_about(l, n, e);
}

static void read_entry(loader *l, const node *n, case_entry *e) {
    const char *id = load_text(n, "id");
    int kind = load_choice(n, "kind", fields_kinds, -1);
    *e = (case_entry){.id = id ? id : "",
                      .kind = kind >= 0 ? (case_entry_kind)kind : CASE_SAID,
                      .origin = load_origin(l, n),
                      .access = load_access(l, n),
                      .gist = load_text(n, "gist"),
                      .draft = node_find(n, "draft") != NULL,
                      .issue = -1,
                      .over_issue = -1,
                      .proposal = -1,
                      .statement = -1,
                      .doubted = -1,
                      .confirms = load_name(l, n, "confirms", SPACE_ENTRY),
                      .to = load_names(l, n, "to", SPACE_ACTOR, -1),
                      .via = load_texts(l, n, "via")};
    const node *id_node = load_get(n, "id");
    if (id && *id == '\0')
        diag_error(l->d, id_node->at, "case/empty-name", "a name is empty");
    e->date = load_date(n, "date");
    if (!e->date.given) e->date = default_date(l, e);
    if (kind < 0) return;
    if (case_is_contact(e->kind))
        read_contacts(l, n, e);
    else
        read_statement(l, n, e);
    check_entry(l, n, e);
}

/* Following `confirms` from any entry must come to an end. Each entry is
 * marked with the walk that came by first, so all walks are linear. */
static void check_cycles(loader *l, const case_entry *record, int count) {
    int *walk = ARENA_ARRAY(l->mem, int, count);
    for (int i = 0; i < count; i++) {
        int at = i;
        while (at >= 0 && walk[at] == 0) {
            walk[at] = i + 1;
            at = record[at].confirms;
        }
        if (at < 0 || walk[at] != i + 1) continue;
        const node *n = node_find(l->record->items[at], "confirms");
        diag_error(l->d, load_opening(n), "case/cycle",
                   "entry \"%s\" confirms itself along `confirms`",
                   record[at].id);
    }
}

void load_record(loader *l) {
    size_t count = load_size(l->record, NODE_LIST);
    if (l->record && !load_limit(l, load_opening(l->record), count,
                                 LOAD_ENTRIES_MOST, "entries of the record"))
        return;
    case_entry *record = ARENA_ARRAY(l->mem, case_entry, count);
    for (size_t i = 0; i < count; i++)
        read_entry(l, l->record->items[i], &record[i]);
    l->c->record = record;
    l->c->record_count = (int)count;
    check_cycles(l, record, (int)count);
}
