/* SPDX-License-Identifier: Apache-2.0
 * What each word of a sentence is: a dictionary tagger.
 *
 * Closed-class words and the forms of verbs come from the lexicon, other words
 * from their ending (-ly, -ing, -ed) and capitals; what can be several things
 * is decided by the words around it, left to right. These repairs are the ones
 * that the rules need: a form in -ed is a finite past or a participle (after
 * "have" or "be", before "by", between an article and a noun); "claims",
 * "report", "offer" are nouns after an article and verbs before "that"; "'s" is
 * "is" after a pronoun; "her" is an object where no noun follows; a capital
 * inside a sentence is a name. Better tags than these gain little: see
 * docs/methods/read.md. */
#include <string.h>

#include "read/unit.h"

typedef struct tagger {
    read_unit *u;
    read_token *t;
    read_tag before; /* the last tag that is no adverb and no "not" */
    read_tag verb;   /* the last verb */
    int commas;      /* so far */
    bool finite;     /* a finite verb was seen */
    int i;
} tagger;

static const lexicon_word *word(const tagger *g, int i) {
    return lexicon_at(g->u->lex, g->t[i].word);
}

static bool ends_in(const tagger *g, int i, const char *ending) {
    size_t size = strlen(ending), length = g->t[i].end - g->t[i].begin;
    return length > size + 1 &&
           memcmp(g->u->p->bytes + g->t[i].end - size, ending, size) == 0;
}

/* The word opens a sentence or quotation, where a capital means nothing. */
static bool opens(const tagger *g) {
    if (g->i == g->u->first) return true;
    read_tag tag = (read_tag)g->t[g->i - 1].tag;
    return tag == TAG_OPEN || tag == TAG_STOP || tag == TAG_COLON ||
           tag == TAG_DASH;
}

static bool is_nominal(read_tag tag) {
    return tag == TAG_NOUN || tag == TAG_PROPER || tag == TAG_PRON ||
           tag == TAG_NUM || tag == TAG_RIGHT;
}

/* "the smaller one [rejects]": the number is the noun. */
static bool number_is_noun(const tagger *g) {
    if (g->i < g->u->first + 2 || !unit_is(g->u, g->i - 1, "one")) return false;
    read_tag tag = (read_tag)g->t[g->i - 2].tag;
    return tag == TAG_ADJ || tag == TAG_DET;
}

static bool wants_noun(const tagger *g) {
    read_tag before = g->before;
    return before == TAG_DET || before == TAG_POSS ||
           before == TAG_APOSTROPHE || before == TAG_ADJ ||
           before == TAG_PREP || (before == TAG_NUM && !number_is_noun(g));
}

/* What the next word surely is; enough to tell a verb from a noun. */
static read_tag next_tag(const tagger *g) {
    int i = g->i + 1;
    if (i >= g->u->last) return TAG_STOP;
    if (g->t[i].tag != TAG_NONE) return (read_tag)g->t[i].tag;
    const lexicon_word *w = word(g, i);
    if (w->tag != TAG_NONE) return w->tag;
    return g->t[i].flags & TOKEN_CAPITAL ? TAG_PROPER : TAG_NONE;
}

/* After a word that may be a noun or a verb: what only a verb has behind it. */
static bool verb_follows_up(read_tag next) {
    return next == TAG_THAT || next == TAG_DET || next == TAG_PRON ||
           next == TAG_POSS || next == TAG_OPEN || next == TAG_WHAT ||
           next == TAG_OBJ;
}

/* "hits back", "calls for": the particle makes it a verb. */
static bool particle_follows(const tagger *g, const lexicon_word *w) {
    for (const lexicon_sense *s = w->senses; s != NULL; s = s->next) {
        if (s->particle != NULL && unit_is(g->u, g->i + 1, s->particle)) {
            return true;
        }
    }
    return false;
}

/* "officials plan to", "promise to" */
static bool sets_out_to(const tagger *g, const lexicon_word *w) {
    return next_tag(g) == TAG_TO && w->senses != NULL &&
           (w->senses->frames & FRAME_INF) != 0;
}

/* "Would you accept": the auxiliary stands before its subject. */
static bool asks(const tagger *g) {
    if (g->before != TAG_PRON || g->i < g->u->first + 2) return false;
    read_tag tag = (read_tag)g->t[g->i - 2].tag;
    return tag == TAG_MODAL || tag == TAG_DO;
}

/* A verb whose forms may be nouns. */
static bool is_nounish(const lexicon_word *w) {
    return w->nouns != 0 || w->cue != CLASS_NONE ||
           (w->senses != NULL && (w->senses->frames & FRAME_NOUN));
}

/* Behind a noun: "officials plan to", "the union claims that"; "union demand".
 */
static read_tag behind_noun(const tagger *g, const lexicon_word *w) {
    bool verb = verb_follows_up(next_tag(g)) || particle_follows(g, w) ||
                (ends_in(g, g->i - 1, "s") && sets_out_to(g, w));
    return !is_nounish(w) || verb ? TAG_VBZ : TAG_NOUN;
}

/* "invited them to lunch" */
static bool to_meal(const tagger *g, const lexicon_word *w) {
    return g->before == TAG_TO && (w->nouns & 1U << NOUN_MEAL) != 0 &&
           !unit_is(g->u, g->i + 1, "with");
}

static bool after_auxiliary(const tagger *g) {
    return g->before == TAG_TO || g->before == TAG_MODAL || g->before == TAG_DO;
}

/* "[insist] on it and say their": joined to a finite verb. */
static bool joined_verb(const tagger *g) {
    return g->before == TAG_CONJ && g->verb != TAG_VB && g->verb != TAG_NONE &&
           unit_is_any(g->u, g->i - 1, "and but");
}

static read_tag base_form(const tagger *g, const lexicon_word *w) {
    bool nounish = is_nounish(w);
    if (to_meal(g, w)) return TAG_NOUN;
    if (after_auxiliary(g) || asks(g)) return TAG_VB;
    if (unit_is_any(g->u, g->i - 1, "phone telephone conference video")) {
        return TAG_NOUN; /* "a phone call on Monday" */
    }
    if (g->before == TAG_PRON || g->before == TAG_WH) return TAG_VBZ;
    read_tag next = next_tag(g);
    if (g->before == TAG_NUM && !nounish && verb_follows_up(next)) {
        return TAG_VBZ; /* "six in 10 say he" */
    }
    if (wants_noun(g)) return TAG_NOUN;
    bool verb_before = g->before == TAG_VBD || g->before == TAG_VBZ;
    if (verb_before && !unit_is_any(g->u, g->i - 1, "let helped made makes")) {
        return TAG_NOUN; /* "expressed hope" */
    }
    if (is_nominal(g->before)) return behind_noun(g, w);
    if (g->before == TAG_CLOSE || g->before == TAG_COMMA) {
        return nounish && !verb_follows_up(next) ? TAG_NOUN : TAG_VBZ;
    }
    if (joined_verb(g) && verb_follows_up(next)) return TAG_VBZ;
    return nounish ? TAG_NOUN : TAG_VB;
}

/* "Mrs Barrow [claims]": nobody's noun follows a name with a title. */
static bool titled_name(const tagger *g) {
    return g->before == TAG_PROPER &&
           unit_is_any(g->u, g->i - 2, "mr mr. mrs mrs. ms ms. miss sir dame");
}

/* "The road was shut, the army [claims].": what closes a sentence behind a
 * comma and one phrase is the verb of who said it. */
static bool closes_report(const tagger *g, const lexicon_word *w) {
    if (w->senses == NULL || (w->senses->frames & FRAME_THAT) == 0)
        return false;
    bool last = g->i + 1 >= g->u->last || g->t[g->i + 1].tag == TAG_STOP;
    if (!last || !is_nominal(g->before)) return false;
    int k = g->i - 1;
    while (k > g->u->first &&
           (is_nominal((read_tag)g->t[k].tag) || g->t[k].tag == TAG_DET ||
            g->t[k].tag == TAG_ADJ || g->t[k].tag == TAG_POSS ||
            g->t[k].tag == TAG_APOSTROPHE)) {
        k--;
    }
    bool marked = g->t[k].tag == TAG_COMMA || g->t[k].tag == TAG_CLOSE;
    return marked && g->finite && k < g->i - 1;
}

static read_tag third_form(const tagger *g, const lexicon_word *w) {
    bool nounish = is_nounish(w);
    if (!nounish) return TAG_VBZ;
    if (wants_noun(g)) return TAG_NOUN;
    read_tag next = next_tag(g);
    bool subject = is_nominal(g->before) || g->before == TAG_COMMA ||
                   g->before == TAG_CLOSE || g->before == TAG_WH ||
                   g->before == TAG_CONJ;
    bool particle = particle_follows(g, w);
    if (closes_report(g, w)) return TAG_VBZ;
    if (titled_name(g) && next != TAG_PREP && next != TAG_CONJ) return TAG_VBZ;
    if (g->before == TAG_PRON || g->before == TAG_WH) return TAG_VBZ;
    return subject && (verb_follows_up(next) || particle || next == TAG_COLON ||
                       sets_out_to(g, w))
               ? TAG_VBZ
               : TAG_NOUN;
}

/* "Asked about the letter, ...": nobody's question, a participle. */
static bool asked_about(const tagger *g) {
    bool opened =
        g->before == TAG_COMMA || g->before == TAG_STOP || g->before == TAG_SUB;
    return opened && unit_is_any(g->u, g->i, "asked questioned pressed") &&
           unit_is_any(g->u, g->i + 1,
                       "about by if whether how why what when "
                       "on for in at");
}

static bool names_next(const tagger *g) {
    int i = g->i + 1;
    return i < g->u->last && next_tag(g) == TAG_NONE &&
           word(g, i)->forms == 0 && !ends_in(g, i, "ly");
}

/* "Democratic registered voters say": a noun follows, then a verb. */
static bool modifies(const tagger *g) {
    int i = g->i + 2;
    if (!names_next(g) || i >= g->u->last) return false;
    const lexicon_word *w = word(g, i);
    return w->tag == TAG_BE || w->tag == TAG_HAVE || w->tag == TAG_MODAL ||
           (w->forms & (FORM_VBD | FORM_VBZ)) != 0 ||
           (w->forms == FORM_VB && w->nouns == 0);
}

/* "a judge named Pia Kast" */
static bool names_somebody(const tagger *g) {
    if (unit_is(g->u, g->i, "called")) { /* "a dentist called Lew Proskin" */
        return unit_is_any(g->u, g->i - 2, "a an") && next_tag(g) == TAG_PROPER;
    }
    return unit_is(g->u, g->i, "named") && is_nominal(g->before) &&
           next_tag(g) == TAG_PROPER;
}

/* "The men, held since May, ...": but a second comma closes what the first
 * opened, and the verb follows. */
static bool after_opening_comma(const tagger *g) {
    const lexicon_sense *s = word(g, g->i)->senses;
    bool speaks = s != NULL && (s->frames & FRAME_QUOTE) != 0;
    bool opened = g->commas % 2 == 1 && (g->commas < 3 || g->finite);
    read_tag next = next_tag(g);
    bool object = next == TAG_DET || next == TAG_POSS || next == TAG_PROPER;
    if (g->finite && object) return false; /* "flew in, met the mayor and" */
    return g->before == TAG_COMMA && !speaks && opened;
}

static read_tag past_form(const tagger *g, unsigned forms) {
    if (g->before == TAG_HAVE || g->before == TAG_BE) return TAG_VBN;
    if (forms == FORM_VBN) return TAG_VBN;
    if ((forms & FORM_VBN) == 0) return TAG_VBD; /* "spoke", "wrote" */
    if (g->before == TAG_DET || g->before == TAG_POSS ||
        g->before == TAG_APOSTROPHE || g->before == TAG_ADJ) {
        return TAG_ADJ;
    }
    if (g->before == TAG_PREP || g->before == TAG_SUB) {
        bool clause = g->before == TAG_SUB && next_tag(g) == TAG_DET;
        return clause ? TAG_VBD : TAG_VBN;
    }
    if (asked_about(g) || names_somebody(g)) return TAG_VBN;
    bool denied = g->i > g->u->first && g->t[g->i - 1].tag == TAG_NOT;
    if (denied && g->before == TAG_CONJ) return TAG_VBN; /* "and not obliged" */
    if (g->before == TAG_NUM && names_next(g)) return TAG_ADJ;
    if (word(g, g->i)->senses == NULL && modifies(g)) return TAG_ADJ;
    if (after_opening_comma(g)) return TAG_VBN;
    int after = g->i + (particle_follows(g, word(g, g->i)) ? 2 : 1);
    bool by = unit_is(g->u, after, "by") &&
              !unit_is_any(g->u, g->i,
                           "said replied responded answered began ended left "
                           "reacted retaliated countered started opened "
                           "concluded finished");
    if (by && is_nominal(g->before) && g->before != TAG_PRON) return TAG_VBN;
    return TAG_VBD;
}

static read_tag gerund_form(const tagger *g) {
    if (g->before == TAG_DET || g->before == TAG_POSS ||
        g->before == TAG_APOSTROPHE || g->before == TAG_ADJ) {
        return TAG_NOUN;
    }
    /* "a late-night meeting with" */
    read_tag next = next_tag(g);
    bool closes = next == TAG_PREP || next == TAG_STOP || next == TAG_COMMA ||
                  next == TAG_CONJ || next == TAG_THAT;
    bool noun = word(g, g->i)->nouns != 0 && is_nominal(g->before) && closes;
    return noun ? TAG_NOUN : TAG_VBG;
}

static read_tag verb_form(const tagger *g, const lexicon_word *w) {
    if (w->forms & FORM_VBD) {
        /* "put", "set", "read": one form for all */
        if (!ends_in(g, g->i, "ed") &&
            (g->before == TAG_TO || g->before == TAG_MODAL ||
             g->before == TAG_DO)) {
            return TAG_VB;
        }
        return past_form(g, w->forms & ~(unsigned)FORM_VB);
    }
    if (w->forms & FORM_VBN) { /* "come" is a base form, too */
        bool base = (w->forms & FORM_VB) != 0 && g->before != TAG_HAVE &&
                    g->before != TAG_BE;
        return base ? base_form(g, w) : past_form(g, FORM_VBN);
    }
    if (w->forms & FORM_VBG) return gerund_form(g);
    if (w->forms & FORM_VBZ) return third_form(g, w);
    return base_form(g, w);
}

static read_tag by_ending(const tagger *g) {
    if (ends_in(g, g->i, "ing")) return gerund_form(g);
    if (ends_in(g, g->i, "ed")) return past_form(g, FORM_VBD | FORM_VBN);
    if (ends_in(g, g->i, "ly")) return TAG_ADV;
    bool plural = ends_in(g, g->i, "s") && !ends_in(g, g->i, "ss");
    if (g->before == TAG_MODAL) return TAG_VB;
    if (g->before == TAG_TO && !plural) return TAG_VB; /* not "to members" */
    /* "Aune leaves the building" */
    bool subject = g->before == TAG_PROPER ||
                   unit_is_any(g->u, g->i - 1,
                               "he she it nobody everyone everybody nothing "
                               "everything someone somebody");
    read_tag next = next_tag(g);
    bool object = next == TAG_DET || next == TAG_POSS || next == TAG_TO ||
                  next == TAG_PREP || next == TAG_PRON || next == TAG_OBJ;
    bool small = (g->t[g->i].flags & TOKEN_CAPITAL) == 0;
    return subject && object && plural && small ? TAG_VBZ : TAG_NOUN;
}

static bool verb_next(const tagger *g) {
    if (g->i + 1 >= g->u->last) return false;
    const lexicon_word *w = word(g, g->i + 1);
    bool rarely = unit_is_any(g->u, g->i, "only rarely hardly barely early");
    bool helps = w->tag == TAG_BE || w->tag == TAG_HAVE || w->tag == TAG_MODAL;
    return (w->forms & FORM_VBD) != 0 || (helps && !rarely);
}

/* "both called it off", "neither accepted": no noun follows. */
static bool stands_alone(const tagger *g) {
    if (!unit_is_any(g->u, g->i, "both neither either each all some another")) {
        return false;
    }
    int i = g->i + 1;
    if (i >= g->u->last) return false;
    const lexicon_word *w = word(g, i);
    bool verb = w->senses != NULL && w->nouns == 0 &&
                (w->forms & (FORM_VBD | FORM_VBZ)) != 0;
    return verb || w->tag == TAG_BE || w->tag == TAG_HAVE ||
           w->tag == TAG_MODAL;
}

/* "Abu Hadid [himself] had", "they [last] spoke", "has [since] received" */
static bool is_aside_word(const tagger *g, const lexicon_word *w) {
    if (g->before == TAG_HAVE) return unit_is(g->u, g->i, "since");
    if (!is_nominal(g->before)) return false;
    bool self = w->tag == TAG_OBJ && w->size > 5;
    return self || (unit_is(g->u, g->i, "last") && verb_next(g));
}

/* "at 10:30 am" */
static bool is_hour(const tagger *g) {
    return g->before == TAG_NUM && unit_is(g->u, g->i, "am");
}

/* "declined [further] comment", but "they further agreed" */
static bool is_more(const tagger *g, read_tag next) {
    return next == TAG_NONE && !is_nominal(g->before) &&
           g->before != TAG_MODAL && g->before != TAG_HAVE &&
           g->before != TAG_BE && unit_is(g->u, g->i, "further");
}

/* "her house" but "met her on"; "that claim" but "said that". */
static read_tag closed_form(const tagger *g, const lexicon_word *w) {
    read_tag next = next_tag(g);
    if (is_hour(g)) return TAG_NOUN;
    if (is_more(g, next)) return TAG_ADJ;
    if (w->tag == TAG_POSS && w->text[0] == 'h' && w->text[1] == 'e') {
        bool object = next != TAG_NONE && next != TAG_PROPER &&
                      next != TAG_ADJ && next != TAG_NUM && next != TAG_OPEN;
        return object ? TAG_OBJ : TAG_POSS;
    }
    if (is_aside_word(g, w)) return TAG_ADV;
    if (w->tag == TAG_DO && g->before == TAG_HAVE) return TAG_VBN;
    bool base =
        g->before == TAG_TO || g->before == TAG_MODAL || g->before == TAG_DO;
    if (w->tag == TAG_NOUN && (w->forms & FORM_VB) != 0 && base) return TAG_VB;
    bool owned = g->before == TAG_DET || g->before == TAG_POSS ||
                 g->before == TAG_APOSTROPHE;
    if (w->tag == TAG_ADV && owned && unit_is(g->u, g->i, "only")) {
        return TAG_ADJ; /* "its only statement" */
    }
    bool correlative = unit_is(g->u, g->i, "neither") &&
                       is_nominal(g->before) && next != TAG_PREP;
    if (correlative) return TAG_ADV; /* "the office neither granted nor" */
    if (w->tag == TAG_DET && stands_alone(g)) return TAG_PRON;
    if (w->tag == TAG_DET && next == TAG_PREP && w->text[0] != 't' &&
        w->size > 2) {
        return TAG_PRON; /* "neither of", "some of", "both of" */
    }
    return w->tag;
}

/* "al-Assad", "el-Sisi" */
static bool has_article(const tagger *g) {
    enum { ARTICLE = 4 };
    const read_token *t = &g->t[g->i];
    for (uint32_t k = t->begin + 1; k + 1 < t->end && k <= t->begin + ARTICLE;
         k++) {
        if (g->u->p->bytes[k] != '-') continue;
        char next = g->u->p->bytes[k + 1];
        return next >= 'A' && next <= 'Z';
    }
    return false;
}

static bool is_name(const tagger *g, const lexicon_word *w) {
    const read_token *t = &g->t[g->i];
    if ((t->flags & TOKEN_CAPITAL) == 0) return w->size == 0 && has_article(g);
    if (!opens(g)) return w->text[0] != 'i' || w->size > 1;
    if (w->tag != TAG_NONE) {
        return (t->flags & TOKEN_UPPER) != 0 && w->tag == TAG_OBJ; /* US */
    }
    if (w->forms != 0 || w->nouns != 0) return false;
    if (ends_in(g, g->i, "ly")) return verb_next(g); /* "Tessaly hosted" */
    bool owns = g->i + 1 < g->u->last && g->t[g->i + 1].tag == TAG_APOSTROPHE;
    return !ends_in(g, g->i, "ing") || verb_next(g) || owns;
}

static read_tag decide(const tagger *g) {
    const lexicon_word *w = word(g, g->i);
    if (is_name(g, w)) {
        /* headlines in capitals keep their small words */
        bool small = (g->t[g->i].flags & TOKEN_UPPER) != 0 &&
                     w->tag != TAG_NONE && w->tag != TAG_OBJ;
        return small ? w->tag : TAG_PROPER;
    }
    if (w->tag != TAG_NONE) return closed_form(g, w);
    if (w->forms != 0) return verb_form(g, w);
    if (w->nouns != 0 || w->cue != CLASS_NONE || w->time) {
        return g->before == TAG_MODAL ? TAG_VB : TAG_NOUN; /* "would release" */
    }
    return by_ending(g);
}

/* "it's": is; "Hamas's": of. */
static void repair_apostrophe(const tagger *g) {
    read_token *t = &g->t[g->i];
    bool letter = t->end - t->begin > 1;
    bool pronoun = g->before == TAG_PRON || g->before == TAG_WH ||
                   g->before == TAG_WHAT || g->before == TAG_THAT;
    if (letter && pronoun) t->tag = TAG_BE;
}

void tag_unit(read_unit *u) {
    tagger g = {.u = u, .t = u->p->tokens, .before = TAG_STOP};
    for (g.i = u->first; g.i < u->last; g.i++) {
        read_token *t = &g.t[g.i];
        if (t->tag == TAG_NONE) t->tag = (uint8_t)decide(&g);
        if (t->tag == TAG_APOSTROPHE) repair_apostrophe(&g);
        if (t->tag == TAG_COMMA && t->quote == 0) g.commas++;
        g.finite = g.finite || unit_finite(u, g.i);
        if (t->tag >= TAG_VB && t->tag <= TAG_VBG) g.verb = (read_tag)t->tag;
        bool joins = t->tag == TAG_SUB || t->tag == TAG_CONJ;
        if (joins && g.before == TAG_COMMA) g.commas = 0;
        if (t->tag != TAG_ADV && t->tag != TAG_NOT) {
            g.before = (read_tag)t->tag;
        }
    }
}
