/* SPDX-License-Identifier: Apache-2.0
 *
 * A record entry in words: who, does what, about what. Names are the case's
 * own, so that what is printed can be looked up there. The words say what a
 * statement means to Parley and nothing of how it was said; the gist and the
 * source have that.
 */
#include "record/phrase.h"

#include <string.h>

static const char *const verbs[CASE_ENTRY_KINDS] = {
    [CASE_PREFER] = "prefers",
    [CASE_MATTERS] = "cares more for",
    [CASE_DEMAND] = "demands",
    [CASE_REQUIRE] = "will not agree without",
    [CASE_REFUSE] = "refuses",
    [CASE_OFFER] = "offers",
    [CASE_TRADE] = "would give",
    [CASE_ACCEPT] = "accepts",
    [CASE_REJECT] = "rejects",
    [CASE_DOUBT] = "doubts",
    [CASE_WITHDRAW] = "takes back",
    [CASE_DENY] = "denies",
    [CASE_SAID] = "says of",
    [CASE_STATUS] = "where things stand with",
    [CASE_ASSURANCE] = "is assured of",
    [CASE_NO_COMMENT] = "does not comment on",
    [CASE_UNREACHABLE] = "could not be reached about",
    [CASE_PENDING] = "has yet to settle",
    [CASE_MEETING] = "meeting",
    [CASE_CALL] = "call",
    [CASE_MESSAGE] = "message",
    [CASE_VISIT] = "visit",
    [CASE_SHUTTLE] = "shuttle",
    [CASE_HOSTING] = "hosting",
};

const char *record_verb(case_entry_kind kind) { return verbs[kind]; }

const char *record_entry_verb(const case_entry *e) {
    if (e->kind == CASE_SAID && e->topic) return "says:";
    return e->authored ? "proposes" : verbs[e->kind];
}

const char *record_name_within(const char *name, arena *mem) {
    if (strncmp(name, "The ", 4) != 0) return name;
    return arena_format(mem, "the %s", name + 4);
}

const char *record_possessive(const char *name, arena *mem) {
    size_t size = strlen(name);
    bool ends = size > 0 && name[size - 1] == 's';
    return arena_format(mem, "%s'%s", name, ends ? "" : "s");
}

const char *record_list_print(const char *const *items, int count, arena *mem) {
    size_t size = 1;
    for (int i = 0; i < count; i++)
        size += strlen(items[i]) + strlen(" and ");
    char *text = arena_get(mem, size);
    char *at = text;
    for (int i = 0; i < count; i++) {
        const char *link = i == 0 ? "" : i + 1 < count ? ", " : " and ";
        at = stpcpy(stpcpy(at, link), items[i]);
    }
    return text;
}

static const char *join(const char *const *items, int count, const char *link,
                        arena *mem) {
    size_t size = 1;
    for (int i = 0; i < count; i++)
        size += strlen(items[i]) + strlen(link);
    char *text = arena_get(mem, size);
    char *at = text;
    for (int i = 0; i < count; i++)
        at = stpcpy(stpcpy(at, i == 0 ? "" : link), items[i]);
    return text;
}

/* Three or more neighbours on a scale. */
static bool is_range(const case_issue *issue, int_list options) {
    for (int i = 1; i < options.count; i++)
        if (options.items[i] != options.items[i - 1] + 1) return false;
    return issue->scale && options.count > 2;
}

static const char *print_options(const case_issue *issue, int_list options,
                                 arena *mem) {
    const char **names =
        ARENA_ARRAY(mem, const char *, (size_t)options.count + 1);
    if (is_range(issue, options))
        return arena_format(mem, "%s to %s", issue->options[options.items[0]],
                            issue->options[options.items[options.count - 1]]);
    for (int i = 0; i < options.count; i++)
        names[i] = issue->options[options.items[i]];
    return join(names, options.count, " or ", mem);
}

static const char *print_term(const case_model *c, const case_term *t,
                              arena *mem) {
    const case_issue *issue = &c->issues[t->issue];
    const char *options = print_options(issue, t->options, mem);
    return arena_format(mem, "%s: %s%s%s", issue->id, options,
                        issue->unit ? " " : "", issue->unit ? issue->unit : "");
}

const char *record_terms_print(const case_model *c, case_terms terms,
                               arena *mem) {
    const char **parts =
        ARENA_ARRAY(mem, const char *, (size_t)terms.count + 1);
    for (int i = 0; i < terms.count; i++)
        parts[i] = print_term(c, &terms.items[i], mem);
    return join(parts, terms.count, ", ", mem);
}

static const char *print_pair(const case_model *c, case_terms a,
                              const char *link, case_terms b, arena *mem) {
    return arena_format(mem, "%s %s %s", record_terms_print(c, a, mem), link,
                        record_terms_print(c, b, mem));
}

static const char *print_refused(const case_model *c, const case_entry *e,
                                 case_terms about, arena *mem) {
    const char *what = e->any_condition
                           ? "any condition it would carry out itself"
                           : record_terms_print(c, about, mem);
    return e->scope_truce ? arena_format(mem, "%s (for a truce)", what) : what;
}

/* A proposal, an issue, another statement or free text. */
static const char *print_subject(const case_model *c, const case_entry *e,
                                 arena *mem) {
    if (e->proposal >= 0) return c->proposals[e->proposal].name;
    if (e->issue >= 0) return c->issues[e->issue].id;
    if (e->statement >= 0)
        return arena_format(mem, "statement %s", c->record[e->statement].id);
    return e->topic ? e->topic : "";
}

const char *record_about_print(const case_model *c, const case_entry *e,
                               case_terms about, arena *mem) {
    switch (e->kind) {
    case CASE_PREFER:
        return print_pair(c, about, "over", e->over, mem);
    case CASE_TRADE:
        return print_pair(c, about, "in return for", e->in_return, mem);
    case CASE_MATTERS:
        return arena_format(mem, "%s than for %s", c->issues[e->issue].id,
                            c->issues[e->over_issue].id);
    case CASE_DEMAND:
    case CASE_REQUIRE:
    case CASE_REFUSE:
        return print_refused(c, e, about, mem);
    case CASE_OFFER:
        return record_terms_print(c, about, mem);
    case CASE_DOUBT:
        return arena_format(mem, "the promises of %s",
                            c->actors[e->doubted].name);
    default:
        return print_subject(c, e, mem);
    }
}

static const char *print_speaker(const case_model *c, case_speaker s) {
    switch (s.kind) {
    case CASE_SPEAKER_PERSON:
        return c->people[s.index].name;
    case CASE_SPEAKER_ACTOR:
        return c->actors[s.index].name;
    case CASE_SPEAKER_BLOC:
        return s.bloc;
    case CASE_SPEAKER_REPORT:
        break;
    }
    return "the report itself";
}

const char *record_speakers_print(const case_model *c, const case_entry *e,
                                  arena *mem) {
    if (e->origin.source == CASE_SOURCE_ANALYST) return "the analyst";
    if (e->by_count == 0) return "an unnamed speaker";
    const char **names = ARENA_ARRAY(mem, const char *, (size_t)e->by_count);
    for (int i = 0; i < e->by_count; i++)
        names[i] = print_speaker(c, e->by[i]);
    return record_list_print(names, e->by_count, mem);
}

const char *record_endpoint_print(const case_model *c, case_endpoint end) {
    return end.person ? c->people[end.index].name : c->actors[end.index].name;
}

const char *record_phase_word(const case_model *c) {
    return case_has_truce(c) ? "truce" : "phase";
}

const char *record_talks_word(const case_model *c) {
    return case_has_truce(c) ? "talks without a truce" : "talks alone";
}

const char *record_guaranteed_print(const case_model *c, case_guarantee_of of,
                                    int_list issues, arena *mem) {
    if (of == CASE_OF_TALKS) return "the talks";
    if (of == CASE_OF_TRUCE)
        return arena_format(mem, "the %s", record_phase_word(c));
    const char **names =
        ARENA_ARRAY(mem, const char *, (size_t)issues.count + 1);
    for (int i = 0; i < issues.count; i++)
        names[i] = c->issues[issues.items[i]].id;
    return record_list_print(names, issues.count, mem);
}
