/* SPDX-License-Identifier: Apache-2.0
 *
 * What is on the table: "Pause: by office; strike off for 3 weeks; talks on
 * pay, shifts".
 *
 *     NAME: [by WHOM;] STEP [; STEP]...
 *     STEP: TERMS [for DURATION] [; talks on ISSUES [or stay]]
 *
 * Each step is a phase. One without a duration, or "for good", is open; nothing
 * follows it. Talks go with the step before them, which is the last one, and if
 * they fail all is as before, unless the step is to stay. A proposal of which
 * no step is known changes nothing, and waits.
 */
#include <string.h>

#include "base/diag.h"
#include "base/growing_text.h"
#include "base/text.h"
#include "base/time.h"
#include "case/plain_int.h"

typedef struct proposal {
    plain_case *c;
    const char *by;
    growing_text plan; /* the phases, each but its closing brace */
    int phases;
    bool open, talks;
} proposal;

static bool fail(const proposal *p, span at, const char *message) {
    return diag_error(p->c->d, at, "plain/words", "%s", message);
}

static void end_phase(proposal *p) {
    if (p->phases > 0) growing_text_add(&p->plan, "}");
}

static bool begin_phase(proposal *p, span at, const char *terms,
                        const char *lasts) {
    if (p->talks) return fail(p, at, "talks go with the last step");
    if (p->open)
        return fail(p, at,
                    "nothing follows a step that has no end; for how "
                    "long is the one before? \"... for 2 weeks\"");
    end_phase(p);
    const char *text = arena_format(p->c->mem, "\n      - {%s%s%slasts: %s",
                                    terms ? "terms: " : "", terms ? terms : "",
                                    terms ? ", " : "", lasts);
    growing_text_add(&p->plan, text);
    p->phases++;
    p->open = text_same(lasts, "open");
    return true;
}

static bool is_for_good(span words) {
    return (phrase_take(&words, "good") || phrase_take(&words, "ever")) &&
           phrase_is_empty(words);
}

/* "two weeks" in digits; "a week" is one. */
static const char *in_digits(span words, arena *mem) {
    static const char *const numbers[] = {
        "one", "a",     "an",    "two",  "three", "four",   "five",
        "six", "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    for (int i = 0; i < (int)(sizeof numbers / sizeof *numbers); i++)
        if (phrase_take(&words, numbers[i]))
            return arena_format(mem, "%d %s", i < 3 ? 1 : i - 1,
                                phrase_text(words, mem));
    return phrase_text(words, mem);
}

/* "3 weeks", as a file has it; NULL with a diag. */
static const char *read_length(const proposal *p, span words) {
    duration ignored;
    if (is_for_good(words)) return "open";
    const char *text = in_digits(words, p->c->mem);
    if (time_duration(text, &ignored)) return text;
    diag_error(p->c->d, words, "case/duration", "\"%s\" is not a duration",
               text);
    diag_hint(p->c->d, "write 7 days, 72 hours, 2 weeks, or for good");
    return NULL;
}

/* "strike off for 3 weeks" */
static bool take_step(proposal *p, span part) {
    span terms = part, length;
    const char *lasts = "open", *text = NULL;
    if (!plain_are_terms(p->c, part) &&
        phrase_split_last(part, "for", &terms, &length))
        lasts = read_length(p, length);
    if (!phrase_is_empty(terms)) text = plain_terms(p->c, terms, false);
    if (!lasts || (!phrase_is_empty(terms) && !text)) return false;
    return begin_phase(p, part, text, lasts);
}

static bool ends_with_stay(span *issues) {
    span before, behind;
    if (!phrase_split_last(*issues, "or", &before, &behind)) return false;
    if (!phrase_take(&behind, "stay") || !phrase_is_empty(behind)) return false;
    *issues = before;
    return true;
}

/* "talks on pay, shifts or stay", behind "talks" */
static bool take_talks(proposal *p, span part, span rest) {
    if (!phrase_take(&rest, "on"))
        return fail(p, part, "talks on what? write \"talks on ISSUES\"");
    bool stay = ends_with_stay(&rest);
    const char *issues = plain_issues(p->c, rest);
    if (!issues) return false;
    if (p->phases == 0 && !begin_phase(p, part, NULL, "open")) return false;
    growing_text_add(&p->plan,
                     arena_format(p->c->mem,
                                  ",\n         talks: {\"on\": %s, fail: %s}",
                                  issues, stay ? "stay" : "resume"));
    p->talks = true;
    return true;
}

static bool take_part(proposal *p, span part) {
    span rest = part;
    if (phrase_is_empty(part)) return true;
    if (phrase_take(&rest, "by"))
        return (p->by = plain_actors(p->c, rest)) != NULL;
    if (phrase_take(&rest, "talks")) return take_talks(p, part, rest);
    return take_step(p, part);
}

/* In block style, as a person would write it. */
static const char *text_of(proposal *p, const char *name) {
    plain_case *c = p->c;
    const plain_item *source = plain_only_source(c);
    growing_text b = {.mem = c->mem};
    growing_text_add(
        &b, arena_format(c->mem, "\n    name: %s", plain_value(c, name)));
    if (p->by)
        growing_text_add(&b, arena_format(c->mem, "\n    by: %s", p->by));
    if (source)
        growing_text_add(&b,
                         arena_format(c->mem, "\n    source: %s", source->id));
    growing_text_add(&b, "\n    plan:");
    growing_text_add(&b, p->plan.bytes);
    return b.bytes;
}

bool plain_proposal(plain_case *c, span line) {
    span name, part, rest = line;
    if (!phrase_part(&rest, ':', &name) || phrase_is_empty(name))
        return diag_error(c->d, line, "plain/words", "a proposal has no name");
    proposal p = {.c = c, .plan = {.mem = c->mem}};
    const char *text = phrase_text(name, c->mem);
    bool ok = true;
    while (phrase_part(&rest, ';', &part))
        ok = take_part(&p, part) && ok;
    if (!ok) return false;
    if (p.phases == 0) begin_phase(&p, line, NULL, "open");
    end_phase(&p);
    plain_add(c, PLAIN_PROPOSALS,
              (plain_item){.id = plain_id(c, PLAIN_PROPOSALS, text, "proposal"),
                           .name = text,
                           .text = text_of(&p, text)});
    return true;
}
