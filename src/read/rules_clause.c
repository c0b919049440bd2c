/* SPDX-License-Identifier: Apache-2.0
 * Rules for content that follows its verb:
 *
 *   subject-verb-that        Orrel [has] said [in Pell] that C
 *   subject-verb-clause      Orrel said C
 *   subject-verb-infinitive  Orrel offered to C
 *   subject-verb-object      Orrel rejected the plan; called for talks; urged
 *                            the union to return; insisted on ten percent
 *   judgement                Orrel called it a trap; dismissed it as a trap
 *   who-clause               Orrel, who said that C, ...
 *   adverbial                ..., saying that C; with Orrel telling X that C
 *   after-having             ... after having rejected the plan
 *
 * Verbs that "and" or "but" joins to another share its subject. */
#include <string.h>

#include "read/phrase_int.h"
#include "read/rules.h"

static bool has_prep(const lexicon_sense *s, const read_unit *u, int i) {
    return (s->frames & FRAME_PREP) != 0 && unit_is_any(u, i, s->preps);
}

static int after_verb(const read_unit *u, const read_verb *v) {
    int i = skip_hearer(u, v, v->group.last);
    if (has_prep(v->sense, u, i)) return i;
    return skip_circumstances(u, i);
}

/* "rejected that condition": no clause follows this "that". */
static bool demonstrative(const read_unit *u, int that, int last) {
    read_tag next = unit_tag(u, that + 1);
    if (next == TAG_COMMA || next == TAG_STOP || next == TAG_NONE) return true;
    return !unit_has_finite(u, that + 1, last);
}

/* --- Kinds of content, from the place after the verb --- */

/* "said after the strike began that", "said on X, formerly Y, that": the
 * "that" behind a clause of time or circumstances. */
static int over_clause(const read_unit *u, int i) {
    enum { NEAR = 14 };
    bool time = unit_is_any(u, i, "after before when as while in at during");
    if (!time && unit_tag(u, i) != TAG_PREP) return i;
    bool finite = false;
    for (int k = i + 1; k < i + NEAR && k < u->last; k++) {
        read_tag tag = unit_tag(u, k);
        bool ends = tag == TAG_STOP || tag == TAG_OPEN ||
                    (tag == TAG_COMMA && (finite || k < i + 2));
        if (ends) break;
        bool relative = unit_tag(u, k - 1) == TAG_NOUN && unit_finite(u, k + 1);
        if (tag == TAG_THAT && !relative) return k;
        finite = finite || unit_finite(u, k);
        if (finite && !time) break;
    }
    return i;
}

static bool add_that(const read_unit *u, const read_verb *v, read_claim *c) {
    if (!(v->sense->frames & (FRAME_THAT | FRAME_BASE))) return false;
    int i = after_verb(u, v);
    if (!has_prep(v->sense, u, i)) i = over_clause(u, i);
    if (unit_is(u, i, "be") && unit_is(u, i + 1, "known")) i += 2;
    if (unit_tag(u, i) == TAG_COMMA) { /* "said, in a statement, that" */
        int k = skip_circumstances(u, i + 1);
        if (k > i + 1 && unit_tag(u, k) == TAG_COMMA) i = k + 1;
    }
    if (unit_is_any(u, i, "clear plain")) i++; /* "made it clear that" */
    if (unit_tag(u, i) != TAG_THAT) return false;
    int last = content_end(u, i + 1);
    bool base = (v->sense->frames & FRAME_BASE) != 0;
    if (!base && demonstrative(u, i, last)) return false;
    read_tag then = unit_tag(u, i + 1);
    bool clause = then == TAG_PROPER || then == TAG_PRON || then == TAG_DET;
    if (base && !clause && demonstrative(u, i, last) && last - i < 4) {
        return false;
    }
    return claim_add(u, c, i + 1, last);
}

/* "confirmed the report but gave": an object, and a verb joined to this one. */
static bool object_then_verb(const read_unit *u, int i) {
    read_range what = phrase_after(u, i);
    int k = what.last;
    if (range_empty(what) || unit_tag(u, k) != TAG_CONJ) return false;
    k++;
    while (unit_tag(u, k) == TAG_ADV)
        k++;
    return unit_finite(u, k);
}

static bool add_clause(const read_unit *u, const read_verb *v, read_claim *c) {
    if (!(v->sense->frames & FRAME_CLAUSE)) return false;
    int i = after_verb(u, v);
    read_tag tag = unit_tag(u, i);
    if (has_prep(v->sense, u, i)) return false; /* "warned of" */
    if (tag == TAG_COLON) {
        tag = unit_tag(u, ++i);
        if (tag == TAG_OPEN) return false;
        return claim_add(u, c, i, content_end(u, i));
    }
    if (tag == TAG_COMMA || tag == TAG_STOP || tag == TAG_NONE ||
        tag == TAG_TO || tag == TAG_SEMI || tag == TAG_CLOSE) {
        return false;
    }
    if (tag == TAG_WHAT || tag == TAG_WH) {
        /* "said how many": indirect questions are content, too */
        if (v->negated || unit_tag(u, i) == TAG_WH) return false;
    }
    if (object_then_verb(u, i)) return false;
    int last = content_end(u, i);
    bool partial = tag == TAG_OPEN && last > i;
    if (!partial && !unit_has_finite(u, i, last)) return false;
    return claim_add(u, c, i, last);
}

static bool add_infinitive(const read_unit *u, const read_verb *v,
                           read_claim *c) {
    int i = v->group.last;
    if (v->sense->frames & FRAME_ADDR) i = skip_hearer(u, v, i);
    i = skip_circumstances(u, i);
    if (unit_tag(u, i) == TAG_NOT) i++;
    if (unit_tag(u, i) != TAG_TO) return false;
    read_tag next = unit_tag(u, i + 1);
    bool verb = next == TAG_VB || next == TAG_BE || next == TAG_HAVE ||
                next == TAG_NOUN || next == TAG_DO || next == TAG_ADV ||
                next == TAG_VBN;
    if (!(v->sense->frames & (FRAME_INF | FRAME_ADDR)) || !verb) return false;
    int first = unit_tag(u, i - 1) == TAG_NOT ? i - 1 : i;
    return claim_add(u, c, first, content_end(u, first));
}

/* A date that closes the object says when it was said. */
static int without_date(const read_unit *u, int first, int last) {
    for (int i = last - 1; i > first && i > last - 5; i--) {
        if (unit_is(u, i, "on") && skip_date(u, i) == last) return i;
    }
    /* "rejected the offer Friday" */
    bool bare = last - first > 2 && unit_tag(u, first) != TAG_VBG &&
                unit_time(u, last - 1) && !unit_is(u, last - 1, "today") &&
                (unit_tag(u, last - 2) == TAG_NOUN ||
                 unit_tag(u, last - 2) == TAG_PROPER);
    return bare ? last - 1 : last;
}

static bool add_object(const read_unit *u, const read_verb *v, read_claim *c) {
    int i = v->group.last;
    unsigned frames = v->sense->frames;
    bool prep = has_prep(v->sense, u, i);
    if (!prep && !(frames & (FRAME_NP | FRAME_ASK | FRAME_ING))) return false;
    int first = i;
    if (!prep) {
        i = skip_date(u, i);
        while (unit_tag(u, i) == TAG_ADV)
            i++;
        first = i;
    }
    read_tag tag = unit_tag(u, first);
    bool noun = !range_empty(phrase_core(u, prep ? first + 1 : first)) ||
                tag == TAG_OPEN || (prep && unit_tag(u, first + 1) == TAG_OPEN);
    /* "rejected what he termed", "denied having" */
    noun = noun || (tag == TAG_WHAT && unit_is(u, first, "what") &&
                    (frames & FRAME_NP) != 0);
    bool gerund = (tag == TAG_VBG || unit_is_any(u, first, "having being")) &&
                  (frames & (FRAME_ING | FRAME_NP)) != 0;
    bool that = tag == TAG_THAT && (frames & FRAME_NP) != 0;
    if (prep && (unit_tag(u, first + 1) == TAG_VBG ||
                 unit_is_any(u, first + 1, "having being"))) {
        noun = true;
    }
    if (!noun && !gerund && !that) return false;
    if (!prep && skip_date(u, first) > first) return false;
    bool ask = !prep && (frames & FRAME_ASK) != 0;
    that = that && unit_has_finite(u, first, content_end(u, first));
    int last =
        ask || prep || that ? content_end(u, first) : object_end(u, first);
    c->is_object = true;
    return claim_add(u, c, first, without_date(u, first, last));
}

/* --- Who --- */

static bool begin(read_hunt *h, const read_verb *v, read_claim *out) {
    if (!can_report(h->u, v) || v->passive) return false;
    bool only = unit_is(h->u, v->at - 1, "only"); /* "would only say" */
    if (v->modal && !only && !(v->negated && v->sense->class == CLASS_ACCEPT)) {
        return false;
    }
    int outer;
    read_range who = speaker_of(h, v, &outer);
    if (range_empty(who) || unit_tag(h->u, who.first) == TAG_WH) return false;
    /* "we asked the ministry": the reporter's own work is no claim */
    if (unit_is_any(h->u, who.first, "we i you")) return false;
    claim_begin(out, v, who);
    return true;
}

static bool says_not(const read_verb *v) {
    return v->negated && v->sense->class == CLASS_SAY;
}

bool rule_subject_verb_that(read_hunt *h, const read_verb *v, read_claim *out) {
    return begin(h, v, out) && !says_not(v) && add_that(h->u, v, out);
}

bool rule_subject_verb_clause(read_hunt *h, const read_verb *v,
                              read_claim *out) {
    return begin(h, v, out) && !says_not(v) && add_clause(h->u, v, out);
}

bool rule_subject_verb_infinitive(read_hunt *h, const read_verb *v,
                                  read_claim *out) {
    return begin(h, v, out) && !says_not(v) && add_infinitive(h->u, v, out);
}

/* "made the ban a condition of" */
static bool makes_condition(const read_unit *u, const read_verb *v) {
    enum { NEAR = 20 };
    for (int i = v->group.last; i < v->group.last + NEAR; i++) {
        if (unit_is_any(u, i, "condition precondition")) return true;
        if (unit_tag(u, i) == TAG_STOP) return false;
    }
    return false;
}

/* "the deal calls for": what a plan contains is nobody's word. */
static bool is_paper(const read_unit *u, const read_verb *v, read_range who) {
    bool contains = v->sense->class == CLASS_DEMAND ||
                    v->sense->class == CLASS_CONDITION ||
                    v->sense->class == CLASS_OFFER;
    return contains &&
           unit_is_any(u, phrase_head(u, who),
                       "deal plan proposal agreement accord rule rules law "
                       "bill treaty protocol pact formula draft initiative "
                       "truce ceasefire text package scheme");
}

bool rule_subject_verb_object(read_hunt *h, const read_verb *v,
                              read_claim *out) {
    const read_unit *u = h->u;
    if (v->sense->class >= CLASS_DECLINE || v->sense->class == CLASS_JUDGE) {
        if (!(v->sense->class == CLASS_JUDGE &&
              (v->sense->frames & (FRAME_NP | FRAME_PREP)))) {
            return false;
        }
    }
    if (!begin(h, v, out) || is_paper(u, v, out->speaker)) return false;
    if (v->sense->class == CLASS_MAKE_CONDITION) {
        if (!makes_condition(u, v)) return false;
        out->class = CLASS_CONDITION;
        out->is_object = true;
        return claim_add(u, out, v->group.last, content_end(u, v->group.last));
    }
    return add_object(u, v, out);
}

/* "called it a trap", "described them as frank", "dismissed it as a trap" */
static bool add_judgement(const read_unit *u, const read_verb *v,
                          read_claim *c) {
    unsigned frames = v->sense->frames;
    int i = v->group.last;
    read_range what = phrase_after(u, i);
    int end = range_empty(what) ? i : what.last;
    c->is_object = true;
    if ((frames & FRAME_AS) && unit_is(u, end, "as")) {
        return claim_add(u, c, i, content_end(u, i));
    }
    if (!(frames & FRAME_NAME)) return false;
    read_tag next = unit_tag(u, end);
    bool named = next == TAG_OPEN || next == TAG_ADJ || next == TAG_DET ||
                 next == TAG_NOUN || next == TAG_VBG;
    if (range_empty(what) || !named) return false;
    return claim_add(u, c, i, content_end(u, i));
}

bool rule_judgement(read_hunt *h, const read_verb *v, read_claim *out) {
    return (v->sense->frames & (FRAME_AS | FRAME_NAME)) != 0 &&
           v->sense->class != CLASS_QUOTE && begin(h, v, out) &&
           add_judgement(h->u, v, out);
}

/* Whatever follows the verb. */
static bool add_any(const read_unit *u, const read_verb *v, read_claim *c) {
    if (says_not(v)) return false;
    int i = after_verb(u, v);
    if (unit_tag(u, i) == TAG_COMMA || unit_tag(u, i) == TAG_COLON) i++;
    if ((v->sense->frames & FRAME_QUOTE) && unit_tag(u, i) == TAG_OPEN) {
        const read_quote *q = unit_quote(u, i);
        int last = q->closed && q->close < u->last ? q->close + 1 : u->last;
        if (quote_is_direct(u, q) && claim_add(u, c, i, last)) {
            c->direct = true;
            return true;
        }
    }
    return add_that(u, v, c) || add_clause(u, v, c) ||
           add_infinitive(u, v, c) || add_judgement(u, v, c) ||
           (v->sense->class < CLASS_DECLINE && add_object(u, v, c));
}

/* "..., a charge the committee denied": the noun is the content. */
bool rule_object_relative(read_hunt *h, const read_verb *v, read_claim *out) {
    const read_unit *u = h->u;
    if (!can_report(u, v) || v->passive || !(v->sense->frames & FRAME_NP)) {
        return false;
    }
    read_range who = phrase_before(u, v->group.first);
    if (range_empty(who)) return false;
    int k = who.first;
    for (int i = who.first - 1; i > u->first && i > who.first - 4; i--) {
        if (unit_tag(u, i) == TAG_DET && unit_is_any(u, i, "a an")) k = i;
    }
    int head = who.first - 1;
    bool noun = k < who.first && unit_tag(u, k - 1) == TAG_COMMA &&
                unit_word(u, head)->cue != CLASS_NONE;
    if (!noun) return false;
    claim_begin(out, v, who);
    out->is_object = true;
    return claim_add(u, out, k, who.first);
}

bool rule_who_clause(read_hunt *h, const read_verb *v, read_claim *out) {
    const read_unit *u = h->u;
    if (!can_report(u, v) || v->passive || v->modal) return false;
    int i = v->group.first - 1;
    while (unit_tag(u, i) == TAG_ADV)
        i--;
    if (unit_tag(u, i) != TAG_WH || !unit_is(u, i, "who")) return false;
    if (unit_is(u, v->at, "asked")) return false; /* "not to be named" */
    int end = unit_tag(u, i - 1) == TAG_COMMA ? i - 1 : i;
    read_range who = phrase_before(u, end);
    if (range_empty(who)) return false;
    claim_begin(out, v, who);
    if (says_not(v)) return false;
    return add_that(u, v, out) || add_clause(u, v, out);
}

/* "wrote to both capitals [proposing]", "handed him a note [demanding]" */
static bool sends_message(const read_unit *u, int before) {
    for (int i = 0; i < u->verb_count; i++) {
        const read_verb *v = &u->verbs[i];
        if (v->at >= before) break;
        if (v->sense->class == CLASS_SEND || unit_is(u, v->at, "wrote")) {
            return true;
        }
    }
    return false;
}

bool rule_adverbial(read_hunt *h, const read_verb *v, read_claim *out) {
    const read_unit *u = h->u;
    if (!v->gerund || v->passive || u->p->tokens[v->at].quote != 0) {
        return false;
    }
    if (v->perfect) return false;
    int i = v->group.first - 1;
    while (unit_tag(u, i) == TAG_ADV)
        i--;
    int ignored;
    read_range who = speaker_of(h, v, &ignored);
    bool with = !range_empty(who) && who.last == v->group.first;
    read_tag before = unit_tag(u, i);
    bool placed = with || unit_tag(u, v->group.last) == TAG_THAT ||
                  before == TAG_COMMA || before == TAG_CLOSE ||
                  (before == TAG_CONJ && h->count > 0);
    /* "in a letter accusing", "issued a statement saying" */
    bool paper = unit_noun(u, i, NOUN_DOCUMENT) ||
                 unit_noun(u, i, NOUN_LETTER) || unit_is(u, i, "statement");
    placed = placed || (before == TAG_NOUN && paper);
    if (!placed && !range_empty(phrase_before(u, i + 1)) && h->count == 0) {
        /* "handed him a note demanding an apology" */
        placed = before == TAG_NOUN && sends_message(u, v->at);
    }
    if (!placed || range_empty(who)) return false;
    claim_begin(out, v, who);
    return add_any(u, v, out);
}

/* "allow Hamas to save face after having rejected the plan": whoever is to do
 * what the infinitive says, else the subject of the sentence. */
static read_range having_subject(const read_hunt *h, int sub, int *outer) {
    const read_unit *u = h->u;
    for (int i = sub - 1; i > u->first; i--) {
        if (unit_tag(u, i) == TAG_TO) {
            read_range who = phrase_before(u, i);
            if (!range_empty(who) && !unit_finite(u, i - 1)) return who;
        }
        if (unit_finite(u, i)) {
            read_range who = subject_of(u, i, outer);
            if (!range_empty(who)) return who;
        }
    }
    return (read_range){0, 0};
}

bool rule_after_having(read_hunt *h, const read_verb *v, read_claim *out) {
    const read_unit *u = h->u;
    bool participle = v->gerund && (v->perfect || v->sense->class != CLASS_SAY);
    int sub = v->group.first - 1;
    if (!participle || !unit_is_any(u, sub, "after before since without")) {
        return false;
    }
    if (u->p->tokens[v->at].quote != 0) return false;
    bool negative = unit_is(u, sub, "without");
    int outer;
    read_range who = having_subject(h, sub, &outer);
    if (range_empty(who) || negative) return false;
    claim_begin(out, v, who);
    return add_any(u, v, out);
}
