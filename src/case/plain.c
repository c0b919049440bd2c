/* SPDX-License-Identifier: Apache-2.0
 *
 * Who takes part, on whose word, and about what: the lines of a dispute that
 * need no other line but those of the parties.
 *
 *     source   The Post, 2031-05-05, grade B
 *     party    Drivers' union
 *     other    Arbitration office: mediator, host
 *     channel  office, union: open
 *     issue    pay: 0, 3, 6 %; by company; now 3 %; in order
 *
 * Options that begin with numbers which rise or fall lie on a line without a
 * word, others do with "in order". An id is made of the name.
 */
#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "base/growing_text.h"
#include "base/text.h"
#include "case/plain_int.h"
#include "case/scale.h"

plain_item *plain_add(plain_case *c, plain_section section, plain_item item) {
    plain_list *l = &c->sections[section];
    size_t count = (size_t)l->count;
    l->items = arena_grow(c->mem, l->items, count, count + 1, sizeof *l->items);
    l->items[l->count] = item;
    return &l->items[l->count++];
}

/* --- Ids --- */

static const char *without_article(const char *name) {
    static const char *const articles[] = {"the ", "The ", "a ",
                                           "A ",   "an ",  "An "};
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (text_begins(name, articles[i])) return name + strlen(articles[i]);
    return name;
}

/* People, parties and others share no names. */
static const plain_section actors[] = {PLAIN_PARTIES, PLAIN_OTHERS,
                                       PLAIN_PEOPLE};

const char *plain_id(const plain_case *c, plain_section section,
                     const char *name, const char *fallback) {
    bool acts =
        section == actors[0] || section == actors[1] || section == actors[2];
    const plain_section *of = acts ? actors : &section;
    size_t count = 0;
    for (int s = 0; s < (acts ? 3 : 1); s++)
        count += (size_t)c->sections[of[s]].count;
    const char **ids = ARENA_ARRAY(c->mem, const char *, count);
    count = 0;
    for (int s = 0; s < (acts ? 3 : 1); s++)
        for (int i = 0; i < c->sections[of[s]].count; i++)
            ids[count++] = c->sections[of[s]].items[i].id;
    return case_new_id(without_article(name), fallback, ids, (int)count,
                       c->mem);
}

static bool lacks(const plain_case *c, span line, const char *what) {
    return diag_error(c->d, line, "plain/words", "%s has no name", what);
}

/* --- Sources --- */

bool plain_source(plain_case *c, span line) {
    growing_text b = {.mem = c->mem};
    span part, rest = line;
    if (!phrase_part(&rest, ',', &part) || phrase_is_empty(part))
        return lacks(c, line, "a source");
    const char *name = phrase_text(part, c->mem), *date = c->date;
    growing_text_add(&b,
                     arena_format(c->mem, "{title: %s", plain_value(c, name)));
    while (phrase_part(&rest, ',', &part)) {
        if (phrase_take(&part, "grade"))
            growing_text_add(
                &b, arena_format(c->mem, ", grade: %s",
                                 plain_value(c, phrase_text(part, c->mem))));
        else if (plain_is_date(part, c->mem))
            date = phrase_text(part, c->mem);
        else
            return diag_error(c->d, part, "plain/words",
                              "\"%s\" is no date as in 2031-05-06, and no "
                              "grade as in grade B",
                              phrase_text(part, c->mem));
    }
    if (date) growing_text_add(&b, arena_format(c->mem, ", date: %s", date));
    growing_text_add(&b, "}");
    plain_add(c, PLAIN_SOURCES,
              (plain_item){.id = plain_id(c, PLAIN_SOURCES, name, "source"),
                           .name = name,
                           .text = b.bytes});
    return true;
}

const plain_item *plain_only_source(const plain_case *c) {
    const plain_list *sources = &c->sections[PLAIN_SOURCES];
    return sources->count == 1 ? &sources->items[0] : NULL;
}

/* --- Who --- */

bool plain_party(plain_case *c, span line) {
    if (phrase_is_empty(line)) return lacks(c, line, "a party");
    const char *name = phrase_text(line, c->mem);
    const char *text = arena_format(c->mem, "{name: %s}", plain_value(c, name));
    plain_add(c, PLAIN_PARTIES,
              (plain_item){.id = plain_id(c, PLAIN_PARTIES, name, "party"),
                           .name = name,
                           .text = text});
    return true;
}

bool plain_other(plain_case *c, span line) {
    span part, rest = line;
    if (!phrase_part(&rest, ':', &part) || phrase_is_empty(part))
        return lacks(c, line, "an other");
    const char *name = phrase_text(part, c->mem), *between = ", roles: [";
    growing_text b = {.mem = c->mem};
    growing_text_add(&b,
                     arena_format(c->mem, "{name: %s", plain_value(c, name)));
    for (; phrase_part(&rest, ',', &part); between = ", ") {
        growing_text_add(&b, between);
        flow_text(&b, phrase_text(part, c->mem), FLOW_YAML);
    }
    growing_text_add(&b, text_same(between, ", ") ? "]}" : "}");
    plain_add(c, PLAIN_OTHERS,
              (plain_item){.id = plain_id(c, PLAIN_OTHERS, name, "other"),
                           .name = name,
                           .text = b.bytes});
    return true;
}

bool plain_channel(plain_case *c, span line) {
    span names, rest = line;
    bool cut = phrase_part(&rest, ':', &names);
    const char *between = cut ? plain_actors(c, names) : NULL;
    if (cut && !between) return false;
    const char *state = phrase_text(phrase_trim(rest), c->mem);
    if (!cut || *between != '[' || !*state)
        return diag_error(c->d, line, "plain/words",
                          "who with whom, as in \"office, union: open\"?");
    const plain_item *source = plain_only_source(c);
    const char *cited =
        source ? arena_format(c->mem, ", source: %s", source->id) : "";
    const char *text = arena_format(c->mem, "{between: %s, state: %s%s}",
                                    between, plain_value(c, state), cited);
    plain_add(c, PLAIN_CHANNELS, (plain_item){.text = text});
    return true;
}

/* --- Issues --- */

typedef struct reading {
    plain_case *c;
    plain_item issue;
    const char *by, *now;
    bool in_order;
} reading;

static bool read_options(reading *r, span list) {
    plain_list *to = &r->issue.options;
    span part, rest = list;
    while (phrase_part(&rest, ',', &part)) {
        size_t count = (size_t)to->count;
        if (phrase_is_empty(part)) continue;
        to->items = arena_grow(r->c->mem, to->items, count, count + 1,
                               sizeof *to->items);
        to->items[to->count++].id = phrase_text(part, r->c->mem);
    }
    if (to->count >= 2) return true;
    diag_error(r->c->d, list, "plain/words",
               "an issue has two options or more, with commas");
    diag_hint(r->c->d, "write \"water: keep, share\"");
    return false;
}

static bool read_part(reading *r, span part) {
    span rest = part;
    if (phrase_take(&rest, "by"))
        return (r->by = plain_actors(r->c, rest)) != NULL;
    if (phrase_take(&rest, "in") && phrase_take(&rest, "order"))
        return r->in_order = true;
    rest = part;
    if (!phrase_take(&rest, "now"))
        return diag_error(r->c->d, part, "plain/words",
                          "what is \"%s\"? by WHOM, now OPTION or in order",
                          phrase_text(part, r->c->mem));
    const plain_item *now = plain_known(&r->issue.options, rest, r->c->mem);
    if (!now)
        return diag_error(r->c->d, rest, "case/unknown-option",
                          "issue \"%s\" has no option \"%s\"", r->issue.id,
                          phrase_text(rest, r->c->mem));
    r->now = now->id;
    return true;
}

static const char *issue_text(const reading *r) {
    const plain_list *options = &r->issue.options;
    growing_text b = {.mem = r->c->mem};
    const char **texts = ARENA_ARRAY(r->c->mem, const char *, options->count);
    growing_text_add(&b, "{options: [");
    for (int i = 0; i < options->count; i++) {
        texts[i] = options->items[i].id;
        if (i > 0) growing_text_add(&b, ", ");
        flow_text(&b, texts[i], FLOW_YAML);
    }
    growing_text_add(&b, "], ");
    if (r->in_order || scale_is_likely(texts, options->count))
        growing_text_add(&b, "scale: true, ");
    growing_text_add(&b, "now: ");
    flow_text(&b, r->now ? r->now : texts[0], FLOW_YAML);
    if (r->by) growing_text_add(&b, arena_format(b.mem, ", by: %s", r->by));
    growing_text_add(&b, "}");
    return b.bytes;
}

/* An issue of which nothing is said yet waits for its options. */
static void wait_for_options(reading *r) {
    static plain_item waiting[] = {{.id = "now"}, {.id = "changed"}};
    r->issue.options = (plain_list){waiting, 2};
}

bool plain_issue(plain_case *c, span line) {
    span name, part, options, rest = line;
    if (!phrase_part(&rest, ':', &name) || phrase_is_empty(name))
        return lacks(c, line, "an issue");
    const char *text = phrase_text(name, c->mem);
    reading r = {.c = c};
    r.issue.id = plain_id(c, PLAIN_ISSUES, text, "issue");
    r.issue.name = text;
    bool ok = true;
    if (phrase_part(&rest, ';', &options) && !phrase_is_empty(options))
        ok = read_options(&r, options);
    else
        wait_for_options(&r);
    while (phrase_part(&rest, ';', &part))
        ok = read_part(&r, part) && ok;
    if (!ok) return false;
    r.issue.text = issue_text(&r);
    plain_add(c, PLAIN_ISSUES, r.issue);
    return true;
}
