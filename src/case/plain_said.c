/* SPDX-License-Identifier: Apache-2.0
 *
 * Who said what: "Ms Okafor for the company refuses pay 6, par. 4".
 *
 *     [PERSON [(OFFICE)] for] PARTY VERB WHAT [, SOURCE] [, par. N] [, DATE]
 *
 * The verb is the first word that is one and has somebody before it; it tells
 * the kind of the entry and how the rest is read:
 *
 *     demands, requires, refuses, offers    pay 6 or 7, shifts short
 *     offers ... for ...                    pay 3 for strike off (a trade)
 *     prefers ... over ...                  strike off over strike on
 *     values ... over ...                   pay over shifts (`matters`)
 *     accepts, rejects, withdraws           a proposal
 *     doubts                                whoever is not trusted
 *     says                                  anything, in free words
 *
 * What is assumed has no speaker and, behind its comma, a credence instead of a
 * source.
 */
#include <string.h>

#include "base/diag.h"
#include "base/growing_text.h"
#include "base/number.h"
#include "base/text.h"
#include "case/plain_int.h"

typedef enum shape {
    SHAPE_TERMS,
    SHAPE_OFFER,
    SHAPE_PREFER,
    SHAPE_MATTERS,
    SHAPE_PROPOSAL,
    SHAPE_ACTOR,
    SHAPE_FREE,
} shape;

typedef struct verb {
    const char *word, *kind;
    shape shape;
} verb;

static const verb verbs[] = {
    {"demand", "demand", SHAPE_TERMS},
    {"want", "demand", SHAPE_TERMS},
    {"require", "require", SHAPE_TERMS},
    {"need", "require", SHAPE_TERMS},
    {"refuse", "refuse", SHAPE_TERMS},
    {"offer", "offer", SHAPE_OFFER},
    {"prefer", "prefer", SHAPE_PREFER},
    {"value", "matters", SHAPE_MATTERS},
    {"accept", "accept", SHAPE_PROPOSAL},
    {"reject", "reject", SHAPE_PROPOSAL},
    {"withdraw", "withdraw", SHAPE_PROPOSAL},
    {"doubt", "doubt", SHAPE_ACTOR},
    {"say", "said", SHAPE_FREE},
};

enum { USUAL_CREDENCE_PERCENT = 75 };

typedef struct statement {
    plain_case *c;
    span line;
    bool assumed;
    const verb *verb;
    plain_speaker speaker;
    const char *source, *paragraph, *date;
    span credence;    /* no text: none is given */
    growing_text out; /* "kind: ..., about: ..." */
} statement;

static bool fail(const statement *s, span at, const char *message) {
    return diag_error(s->c->d, at, "plain/words", "%s", message);
}

static void put(statement *s, const char *key, const char *value) {
    if (s->out.bytes) growing_text_add(&s->out, ", ");
    growing_text_add(&s->out, key);
    growing_text_add(&s->out, ": ");
    growing_text_add(&s->out, value);
}

/* --- Where it stands --- */

static bool take_paragraph(span *p, const char **out, arena *mem) {
    char word[PHRASE_WORD];
    span before, behind, rest;
    int64_t number;
    bool found = phrase_split(*p, "par", &before, &behind) ||
                 phrase_split(*p, "p", &before, &behind);
    rest = behind;
    if (!found || !phrase_word(&rest, word) || !number_int(word, &number) ||
        number < 1 || !phrase_is_empty(phrase_trim(rest)))
        return false;
    *out = arena_copy(mem, word);
    *p = before;
    return true;
}

/* A source, a paragraph of it, or both. */
static bool take_source(statement *s, span part) {
    const char *paragraph = NULL;
    span name = part;
    bool cited = take_paragraph(&name, &paragraph, s->c->mem);
    if (phrase_is_empty(name)) {
        if (cited) s->paragraph = paragraph;
        return cited;
    }
    const plain_item *source =
        plain_known(&s->c->sections[PLAIN_SOURCES], name, s->c->mem);
    if (!source) return false;
    s->source = source->id;
    if (cited) s->paragraph = paragraph;
    return true;
}

static bool take_credence(statement *s, span part) {
    double value;
    const char *text = phrase_text(part, s->c->mem);
    if (!s->assumed || !number_double(text, &value)) return false;
    s->credence = part;
    return true;
}

static bool take_note(statement *s, span part) {
    if (plain_is_date(part, s->c->mem)) {
        s->date = phrase_text(part, s->c->mem);
        return true;
    }
    return take_credence(s, part) || take_source(s, part);
}

/* Takes the notes at the end away from the line. */
static span take_notes(statement *s, span line) {
    for (;;) {
        size_t at = line.end;
        while (at > line.begin && line.text->bytes[at - 1] != ',')
            at--;
        span last = phrase_trim((span){line.text, at, line.end});
        if (at == line.begin || !take_note(s, last)) return line;
        line = phrase_trim((span){line.text, line.begin, at - 1});
    }
}

/* --- Who says it --- */

static const verb *find_verb(const char *word) {
    size_t size = strlen(word);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        size_t base = strlen(verbs[i].word);
        bool same = strncmp(word, verbs[i].word, base) == 0 &&
                    (size == base || (size == base + 1 && word[base] == 's'));
        if (same) return &verbs[i];
    }
    return NULL;
}

static bool cut_at_verb(statement *s, span line, span *who, span *what) {
    char word[PHRASE_WORD];
    span rest = line, at;
    while (phrase_word_at(&rest, word, &at)) {
        const verb *v = find_verb(word);
        if (!v || at.begin == line.begin) continue;
        s->verb = v;
        *who = phrase_trim((span){line.text, line.begin, at.begin});
        *what = phrase_trim(rest);
        return true;
    }
    return fail(s, line,
                "this says not who demands, requires, refuses, offers, "
                "prefers, values, accepts, rejects, withdraws, doubts or says "
                "what");
}

/* --- What --- */

static bool put_terms(statement *s, const char *key, span words, bool any) {
    const char *terms = plain_terms(s->c, words, any);
    if (terms) put(s, key, terms);
    return terms != NULL;
}

static bool put_offer(statement *s, span what) {
    span give, take;
    bool trade = !plain_are_terms(s->c, what) &&
                 phrase_split_last(what, "for", &give, &take);
    put(s, "kind", trade ? "trade" : "offer");
    if (!trade) return put_terms(s, "about", what, false);
    bool ok = put_terms(s, "about", give, false);
    return put_terms(s, "in-return", take, false) && ok;
}

static bool put_pair(statement *s, span what) {
    span better, worse;
    bool terms = s->verb->shape == SHAPE_PREFER;
    put(s, "kind", s->verb->kind);
    if (!phrase_split(what, "over", &better, &worse))
        return fail(s, what, "over what? write \"... over ...\"");
    if (terms)
        return put_terms(s, "about", better, false) &&
               put_terms(s, "over", worse, false);
    const char *first = plain_issues(s->c, better);
    const char *second = plain_issues(s->c, worse);
    if (!first || !second) return false;
    put(s, "about", first);
    put(s, "over", second);
    return true;
}

static bool put_item(statement *s, const char *key, const plain_item *item) {
    put(s, "kind", s->verb->kind);
    if (item) put(s, key, plain_value(s->c, item->id));
    return item != NULL;
}

static bool put_what(statement *s, span what) {
    static const plain_section proposals = PLAIN_PROPOSALS;
    if (phrase_is_empty(what)) return fail(s, s->line, "what?");
    switch (s->verb->shape) {
    case SHAPE_OFFER:
        return put_offer(s, what);
    case SHAPE_PREFER:
    case SHAPE_MATTERS:
        return put_pair(s, what);
    case SHAPE_PROPOSAL:
        return put_item(s, "about", plain_find(s->c, what, &proposals, 1));
    case SHAPE_ACTOR:
        return put_item(s, "of", plain_actor(s->c, what));
    case SHAPE_FREE:
        put(s, "kind", s->verb->kind);
        put(s, "about", plain_value(s->c, phrase_text(what, s->c->mem)));
        return true;
    case SHAPE_TERMS:
        break;
    }
    put(s, "kind", s->verb->kind);
    return put_terms(s, "about", what, true);
}

/* --- The entry --- */

/* What nobody is cited for is from the notes of whoever writes. */
static const char *usual_source(statement *s) {
    static const char notes[] = "Own notes";
    plain_case *c = s->c;
    if (c->sections[PLAIN_SOURCES].count == 0 && !c->fixed)
        (void)plain_source(c, phrase_of(source_new(c->mem, "source", notes,
                                                   sizeof notes - 1)));
    const plain_item *only = plain_only_source(c);
    if (only) return only->id;
    (void)fail(s, s->line,
               "from which source? write it behind a comma, as in \"post par. "
               "3\"");
    return NULL;
}

/* A paragraph alone is one of the usual source. */
static const char *without_paragraph(const char *source, arena *mem) {
    const char *at = strstr(source, " par. ");
    return at ? arena_text(mem, source, (size_t)(at - source)) : source;
}

static bool put_source(statement *s) {
    const char *usual = s->c->usual.source;
    if (usual && s->paragraph) usual = without_paragraph(usual, s->c->mem);
    const char *source = s->source ? s->source : usual;
    if (!source) source = usual_source(s);
    if (!source) return false;
    put(s, "source",
        s->paragraph
            ? arena_format(s->c->mem, "%s par. %s", source, s->paragraph)
            : source);
    return true;
}

static bool put_credence(statement *s) {
    const char *text = arena_format(s->c->mem, "0.%d", USUAL_CREDENCE_PERCENT);
    double value = 0;
    if (s->credence.text) {
        text = phrase_text(s->credence, s->c->mem);
        (void)number_double(text, &value);
        if (value < 0.5 || value > 0.99)
            return fail(s, s->credence, "a credence is from 0.5 to 0.99");
    }
    put(s, "source", "analyst");
    put(s, "credence", text);
    return true;
}

static const char *next_id(const plain_case *c, char letter) {
    const plain_list *record = &c->sections[PLAIN_RECORD];
    for (int number = 1;; number++) {
        const char *id = arena_format(c->mem, "%c%d", letter, number);
        bool taken = false;
        for (int i = 0; i < record->count && !taken; i++)
            taken = text_same(record->items[i].id, id);
        if (!taken) return id;
    }
}

static bool add_statement(plain_case *c, span line, bool assumed) {
    statement s = {.c = c, .line = line, .assumed = assumed};
    s.out.mem = c->mem;
    span who = line, what = line;
    if (!cut_at_verb(&s, take_notes(&s, line), &who, &what)) return false;
    const char *id =
        c->usual.id ? c->usual.id : next_id(c, assumed ? 'a' : 's');
    put(&s, "id", id);
    if (!plain_speaks(c, who, !assumed, &s.speaker)) return false;
    if (!assumed) put(&s, "by", plain_value(c, s.speaker.by->id));
    put(&s, "for", plain_value(c, s.speaker.party->id));
    if (!put_what(&s, what)) return false;
    const char *date = s.date ? s.date : c->usual.date;
    if (date) put(&s, "date", date);
    if (assumed ? !put_credence(&s) : !put_source(&s)) return false;
    plain_add(c, PLAIN_RECORD,
              (plain_item){.id = id,
                           .text = arena_format(c->mem, "{%s}", s.out.bytes)});
    return true;
}

bool plain_said(plain_case *c, span line) {
    return add_statement(c, line, false);
}

bool plain_assumed(plain_case *c, span line) {
    return add_statement(c, line, true);
}
