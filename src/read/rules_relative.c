/* SPDX-License-Identifier: Apache-2.0
 * Rules for verbs in clauses that hang on a noun or on another verb:
 *
 *   object-relative  a charge Orrel denied
 *   who-clause       Orrel, who said that C, ...
 *   adverbial        ..., saying that C; with Orrel telling X that C
 *   after-having     ... after having rejected the plan */
#include "read/complement.h"
#include "read/rules.h"

/* "..., a charge the committee denied", "a charge Haskett's office dismissed as
 * a joke": the noun is the content. */
bool rule_object_relative(read_hunt *h, const read_verb *v, read_claim *out) {
    enum { NEAR = 12 };
    const read_unit *u = h->u;
    if (!can_report(u, v) || v->passive || !(v->sense->frames & FRAME_NP)) {
        return false;
    }
    int verb = v->group.first, noun = -1, first = verb;
    for (int i = verb - 1; i > u->first && i > verb - NEAR; i--) {
        if (unit_tag(u, i) == TAG_COMMA) break;
        if (unit_word(u, i)->cue != CLASS_NONE && unit_tag(u, i) == TAG_NOUN) {
            noun = i;
        }
        first = i;
    }
    bool opens = noun > 0 && unit_tag(u, first - 1) == TAG_COMMA &&
                 unit_is_any(u, first, "a an") && noun + 1 < verb;
    if (!opens) return false;
    int start = unit_tag(u, noun + 1) == TAG_THAT ? noun + 2 : noun + 1;
    read_range who = {start, verb};
    if (phrase_after(u, start).last < verb) return false;
    claim_begin(out, v, who);
    out->is_object = true;
    if (!claim_add(u, out, first, noun + 1)) return false;
    bool as = (v->sense->frames & FRAME_AS) && unit_is(u, v->group.last, "as");
    if (as) claim_add(u, out, v->group.last, content_end(u, v->group.last));
    return true;
}

/* Where a relative clause between commas ends: at the comma before the verb of
 * the clause that it stands in, or with the sentence. */
static int relative_end(const read_unit *u, int from) {
    for (int i = from; i < u->last; i++) {
        if (unit_tag(u, i) != TAG_COMMA || u->p->tokens[i].quote != 0) continue;
        int k = i + 1;
        while (unit_tag(u, k) == TAG_ADV)
            k++;
        if (unit_finite(u, k)) return i;
    }
    return u->last;
}

/* "Orrel, who", "the union, which": whom the pronoun at i stands for. */
static read_range before_relative(const read_unit *u, int i) {
    const read_range nobody = {0, 0};
    bool comma = unit_tag(u, i - 1) == TAG_COMMA;
    bool paper =
        unit_noun(u, i - 1, NOUN_DOCUMENT) || unit_noun(u, i - 1, NOUN_LETTER);
    if (paper && unit_tag(u, i) == TAG_THAT) return phrase_before(u, i);
    if (!unit_is(u, i, "who") && !(comma && unit_is(u, i, "which"))) {
        return nobody;
    }
    read_range who = phrase_before(u, comma ? i - 1 : i);
    if (range_empty(who) || unit_is(u, i, "who")) return who;
    int head = phrase_head(u, who);
    bool speaks =
        unit_tag(u, head) == TAG_PROPER || unit_noun(u, head, NOUN_GROUP) ||
        unit_noun(u, head, NOUN_DOCUMENT) || unit_noun(u, head, NOUN_LETTER);
    return speaks ? who : nobody;
}

bool rule_who_clause(read_hunt *h, const read_verb *v, read_claim *out) {
    const read_unit *u = h->u;
    if (!can_report(u, v) || v->passive || v->modal || says_nothing(v)) {
        return false;
    }
    int i = v->group.first - 1;
    while (unit_tag(u, i) == TAG_ADV)
        i--;
    if (unit_tag(u, i) != TAG_WH && unit_tag(u, i) != TAG_THAT) return false;
    if (unit_is_any(u, v->at,
                    "opposes opposed supports supported backs backed")) {
        return false; /* where somebody stands, not what is said */
    }
    if (unit_is(u, v->at, "asked")) return false; /* "not to be named" */
    read_range who = before_relative(u, i);
    if (range_empty(who)) return false;
    claim_begin(out, v, who);
    read_unit inner = *u; /* the content stays inside its clause */
    if (unit_tag(u, i - 1) == TAG_COMMA) {
        inner.last = relative_end(u, v->group.last);
    }
    return complement_any(&inner, v, out);
}

/* "wrote to both capitals [proposing]", "handed him a note [demanding]" */
static bool sends_message(const read_unit *u, int before) {
    for (int i = 0; i < u->verb_count; i++) {
        const read_verb *v = &u->verbs[i];
        if (v->at >= before) break;
        if (v->sense->class == CLASS_SEND ||
            unit_is_any(u, v->at, "wrote written")) {
            return true;
        }
    }
    return false;
}

/* Nothing before i governs what begins there, but a place or a time may stand
 * there: "At St Brannock a petition calling for". */
static bool opens_clause(const read_unit *u, int i) {
    for (int k = u->first; k < i; k++) {
        if (unit_tag(u, k) != TAG_PREP) continue;
        if (phrase_core(u, k + 1).last == i)
            return k == u->first || unit_tag(u, k - 1) == TAG_SUB;
    }
    return i == u->first;
}

static int next_finite(const read_unit *u, int from) {
    for (int i = from; i < u->last; i++) {
        if (unit_finite(u, i)) return i;
    }
    return u->last;
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
    read_range itself = paper ? phrase_before(u, i + 1) : (read_range){0, 0};
    if (!range_empty(itself) && opens_clause(u, itself.first)) {
        claim_begin(out, v, itself);
        read_unit inner = *u; /* up to the verb whose subject it is */
        inner.last = next_finite(u, v->group.last);
        return complement_any(&inner, v, out);
    }
    claim_begin(out, v, who);
    return complement_any(u, v, out);
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
    bool by = unit_is(u, sub, "by") &&
              unit_is_any(u, sub - 1,
                          "opened began started ended closed finished "
                          "concluded replied responded reacted answered "
                          "retaliated countered");
    participle = participle || (v->gerund && by);
    if (!participle ||
        !(by || unit_is_any(u, sub, "after before since without"))) {
        return false;
    }
    if (u->p->tokens[v->at].quote != 0) return false;
    bool negative = unit_is(u, sub, "without");
    int outer;
    read_range who = having_subject(h, sub, &outer);
    bool kept_open = negative && v->sense->class == CLASS_REFUSE;
    if (range_empty(who) || (negative && !kept_open)) return false;
    claim_begin(out, v, who);
    out->negated = out->negated || negative;
    return complement_any(u, v, out);
}
