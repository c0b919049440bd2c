/* SPDX-License-Identifier: Apache-2.0
 *
 * "pay 6, shifts short or split": what is that as terms?
 *
 * Each part between commas is an issue and an option of it. An issue may have
 * several words and so may an option, so the cut between them is where both
 * sides are known; the longest issue first. Marks between them (pay: 6, pay =
 * 6) count for nothing, nor do "to", "at", "of" and "is". The option may stand
 * first ("short shifts"), or alone where one issue alone has it. Where several
 * options may stand, "or" parts them.
 */
#include <string.h>

#include "base/diag.h"
#include "base/growing_text.h"
#include "base/text.h"
#include "base/time.h"
#include "case/plain_int.h"

const char *plain_value(const plain_case *c, const char *text) {
    growing_text b = {.mem = c->mem};
    flow_text(&b, text, FLOW_YAML);
    return b.bytes;
}

bool plain_is_date(span words, arena *mem) {
    moment at;
    return time_parse(phrase_text(words, mem), &at);
}

/* --- Lists of names --- */

typedef const plain_item *finder(const plain_case *c, span name);

static const plain_item *find_issue(const plain_case *c, span name) {
    static const plain_section issues = PLAIN_ISSUES;
    return plain_find(c, name, &issues, 1);
}

static void add_id(growing_text *b, const char *id) {
    if (b->bytes) growing_text_add(b, ", ");
    flow_text(b, id, FLOW_YAML);
}

static const char *as_list(const plain_case *c, const growing_text *b,
                           int count) {
    return count == 1 ? b->bytes : arena_format(c->mem, "[%s]", b->bytes);
}

static const char *named(const plain_case *c, span names, finder *find) {
    growing_text b = {.mem = c->mem};
    span part;
    int count = 0;
    bool ok = true;
    while (phrase_part(&names, ',', &part)) {
        const plain_item *item = find(c, part);
        if (item) add_id(&b, item->id);
        ok = item && ok;
        count++;
    }
    return ok && count > 0 ? as_list(c, &b, count) : NULL;
}

const char *plain_actors(const plain_case *c, span names) {
    return named(c, names, plain_actor);
}

const char *plain_issues(const plain_case *c, span names) {
    const plain_list *all = &c->sections[PLAIN_ISSUES];
    span rest = names;
    if (!phrase_take(&rest, "all") || !phrase_is_empty(rest))
        return named(c, names, find_issue);
    growing_text b = {.mem = c->mem};
    for (int i = 0; i < all->count; i++)
        add_id(&b, all->items[i].id);
    return all->count > 0 ? as_list(c, &b, all->count) : NULL;
}

/* --- One term --- */

typedef struct term {
    const plain_item *issue;
    span option;
} term;

static void skip_filler(span *p) {
    static const char *const filler[] = {"to", "at", "of", "is"};
    while (!phrase_is_empty(*p) && strchr(":=", p->text->bytes[p->begin])) {
        p->begin++;
        *p = phrase_trim(*p);
    }
    for (size_t i = 0; i < sizeof filler / sizeof *filler; i++) {
        span behind = *p;
        if (!phrase_take(&behind, filler[i]) || phrase_is_empty(behind))
            continue;
        *p = behind;
        return;
    }
}

static bool has_options(const plain_case *c, const plain_item *issue,
                        span options) {
    span ignored, first = options, rest;
    while (phrase_split(first, "or", &ignored, &rest)) {
        if (!plain_known(&issue->options, ignored, c->mem)) return false;
        first = rest;
    }
    return plain_known(&issue->options, first, c->mem) != NULL;
}

/* Where an issue ends and its option begins; else the longest issue, with what
 * stands behind it. */
static bool cut_term(const plain_case *c, span words, term *out) {
    const plain_list *issues = &c->sections[PLAIN_ISSUES];
    char word[PHRASE_WORD];
    span rest = words, at;
    bool cut = false;
    *out = (term){NULL, words};
    while (phrase_word_at(&rest, word, &at)) {
        span name = {words.text, words.begin, at.end};
        const plain_item *issue = plain_known(issues, name, c->mem);
        if (!issue) continue;
        span option = phrase_trim(rest);
        skip_filler(&option);
        bool whole = has_options(c, issue, option);
        if (whole || !cut) *out = (term){issue, option};
        cut = cut || whole;
    }
    return cut;
}

/* "short shifts": the option first. */
static bool cut_reversed(const plain_case *c, span words, term *out) {
    const plain_list *issues = &c->sections[PLAIN_ISSUES];
    char word[PHRASE_WORD];
    span rest = words, at;
    while (phrase_word_at(&rest, word, &at)) {
        term t = {plain_known(issues, phrase_trim(rest), c->mem),
                  {words.text, words.begin, at.end}};
        if (!t.issue || !has_options(c, t.issue, t.option)) continue;
        *out = t;
        return true;
    }
    return false;
}

/* An option that one issue alone has. */
static bool cut_alone(const plain_case *c, span words, term *out) {
    const plain_list *issues = &c->sections[PLAIN_ISSUES];
    const plain_item *found = NULL;
    for (int i = 0; i < issues->count; i++) {
        if (!has_options(c, &issues->items[i], words)) continue;
        if (found) return false;
        found = &issues->items[i];
    }
    if (found) *out = (term){found, words};
    return found != NULL;
}

static void unknown_option(const plain_case *c, const plain_item *issue,
                           span option) {
    const char **names =
        ARENA_ARRAY(c->mem, const char *, issue->options.count);
    growing_text all = {.mem = c->mem};
    const char *text = phrase_text(option, c->mem);
    for (int i = 0; i < issue->options.count; i++) {
        names[i] = issue->options.items[i].id;
        if (i > 0) growing_text_add(&all, ", ");
        growing_text_add(&all, names[i]);
    }
    if (phrase_is_empty(option))
        diag_error(c->d, option, "plain/words", "which option of \"%s\"?",
                   issue->id);
    else
        diag_error(c->d, option, "case/unknown-option",
                   "issue \"%s\" has no option \"%s\"", issue->id, text);
    const char *near = text_nearest(text, names, (size_t)issue->options.count);
    if (near)
        diag_hint(c->d, "did you mean \"%s\"?", near);
    else
        diag_hint(c->d, "there are: %s", all.bytes);
}

/* No issue is known: the first word is blamed. */
static void unknown_issue(const plain_case *c, span words) {
    char word[PHRASE_WORD];
    span rest = words, at;
    if (!phrase_word_at(&rest, word, &at)) at = words;
    (void)find_issue(c, at);
}

static const char *options_of(const plain_case *c, term t, bool any) {
    growing_text b = {.mem = c->mem};
    span rest = t.option, one, behind;
    int count = 0;
    bool more = true;
    while (more) {
        more = any && phrase_split(rest, "or", &one, &behind);
        if (!more) one = rest;
        const plain_item *o = plain_known(&t.issue->options, one, c->mem);
        if (!o) {
            unknown_option(c, t.issue, one);
            return NULL;
        }
        add_id(&b, o->id);
        rest = behind;
        count++;
    }
    return as_list(c, &b, count);
}

/* --- Terms --- */

static bool add_term(const plain_case *c, span words, bool any,
                     growing_text *b) {
    term t;
    if (!cut_term(c, words, &t) && !cut_reversed(c, words, &t) &&
        !cut_alone(c, words, &t) && !t.issue) {
        unknown_issue(c, words);
        return false;
    }
    const char *options = options_of(c, t, any);
    if (!options) return false;
    add_id(b, t.issue->id);
    growing_text_add(b, ": ");
    growing_text_add(b, options);
    return true;
}

const char *plain_terms(const plain_case *c, span words, bool any) {
    growing_text b = {.mem = c->mem};
    span part;
    int count = 0;
    bool ok = true;
    for (; phrase_part(&words, ',', &part); count++)
        ok = add_term(c, part, any, &b) && ok;
    if (count == 0)
        return diag_error(c->d, words, "plain/words",
                          "an issue and an option of it are missing"),
               NULL;
    return ok ? arena_format(c->mem, "{%s}", b.bytes) : NULL;
}

bool plain_are_terms(const plain_case *c, span words) {
    plain_case quiet = *c;
    quiet.d = NULL;
    return plain_terms(&quiet, words, false) != NULL;
}
