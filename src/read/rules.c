/* SPDX-License-Identifier: Apache-2.0
 * The table of rules, and how they are run over a sentence.
 *
 * For every verb of reporting the rules are tried in the order of the table;
 * the first that holds makes the claim. Then those that look at the whole
 * sentence. A claim whose cue stands inside the content of another is part of
 * what that one says, and is dropped. Confidence is the share of a rule's
 * drafts that were right on the development half of the gold (Laplace: one
 * right and one wrong are added), two digits. */
#include "read/rules.h"
#include "base/text.h"

const read_rule read_rules[] = {
    {"quoted-as", "X was quoted as saying C", rule_quoted_as, NULL, 0.9},
    {"no-comment", "X declined to comment", rule_no_comment, NULL, 0.9},
    {"object-relative", "a charge X denied", rule_object_relative, NULL, 0.7},
    {"quote-verb-subject", "\"Q,\" said X", rule_quote_verb_subject, NULL,
     0.95},
    {"quote-subject-verb", "\"Q,\" X said", rule_quote_subject_verb, NULL,
     0.95},
    {"subject-verb-that", "X said that C", rule_subject_verb_that, NULL, 0.95},
    {"subject-verb-quote", "X said: \"Q\"", rule_subject_verb_quote, NULL,
     0.95},
    {"medial", "C1, X said, C2", rule_medial, NULL, 0.8},
    {"clause-subject-verb", "C, X said", rule_clause_subject_verb, NULL, 0.9},
    {"clause-verb-subject", "C, said X", rule_clause_verb_subject, NULL, 0.9},
    {"subject-verb-clause", "X said C", rule_subject_verb_clause, NULL, 0.9},
    {"subject-verb-infinitive", "X offered to C", rule_subject_verb_infinitive,
     NULL, 0.8},
    {"judgement", "X called it C", rule_judgement, NULL, 0.7},
    {"subject-verb-object", "X rejected C", rule_subject_verb_object, NULL,
     0.7},
    {"bare-verb", "X accepted", rule_bare_verb, NULL, 0.8},
    {"who-clause", "X, who said C", rule_who_clause, NULL, 0.7},
    {"adverbial", "..., saying C", rule_adverbial, NULL, 0.8},
    {"after-having", "after having rejected C", rule_after_having, NULL, 0.7},
    {"passive", "C was rejected by X", rule_passive, NULL, 0.7},
    {"told-by", "Y was told by X that C", rule_told_by, NULL, 0.8},
    {"impersonal", "it was said by X that C", rule_impersonal, NULL, 0.8},
    {"ultimatum", "X gave Y until T to C", rule_ultimatum, NULL, 0.8},
    {"not-available", "X was not available", NULL, rule_not_available, 0.9},
    {"according-to", "according to X, C", NULL, rule_according_to, 0.9},
    {"noun-cue", "X's claim that C", NULL, rule_noun_cue, 0.7},
    {"noun-act", "X's refusal to C", NULL, rule_noun_act, 0.7},
    {"noun-is", "X's position is that C", NULL, rule_noun_is, 0.7},
    {"heard-from", "Y heard from X that C", NULL, rule_heard_from, 0.8},
    {"insistent", "X was adamant that C", NULL, rule_insistent, 0.8},
    {"quote-noun", "\"Q,\" came the reply from X", NULL, rule_quote_noun, 0.9},
    {"words-of", "in the words of X, C", NULL, rule_words_of, 0.8},
    {"name-colon", "X: \"Q\"", NULL, rule_name_colon, 0.9},
    {"clause-colon", "X was blunt: \"Q\"", NULL, rule_clause_colon, 0.8},
    {"colon-quote", "X denied it: \"Q\"", NULL, rule_colon_quote, 0.8},
    {"topic-colon", "On C: \"Q\"", NULL, rule_topic_colon, 0.7},
    {"dash-name", "\"Q\" -- X", NULL, rule_dash_name, 0.9},
    /* The driver's own (driver.c): a sentence that is nothing but a quotation
     * after somebody has spoken. */
    {"free-quote", "\"Q\" after X spoke", NULL, NULL, 0.8},
};
const int read_rule_count = (int)(sizeof read_rules / sizeof *read_rules);

const read_rule *read_rule_find(const char *name) {
    for (int i = 0; i < read_rule_count; i++) {
        if (text_same(read_rules[i].name, name)) return &read_rules[i];
    }
    return NULL;
}

static void keep(read_hunt *h, const read_rule *rule, read_claim *c) {
    if (h->count == CLAIMS_MOST) return;
    c->rule = rule;
    h->claims[h->count++] = *c;
}

/* "the report found that", "the statement read": what only papers and bodies
 * that judge are said to say by such a verb. */
static bool fits_speaker(const read_unit *u, const read_verb *v,
                         read_range who) {
    if ((v->sense->frames & FRAME_DOC) == 0) return true;
    int head = phrase_head(u, who);
    if (unit_is(u, head, "it")) return unit_is_any(u, v->at, "reads read");
    return unit_noun(u, head, NOUN_DOCUMENT) ||
           unit_noun(u, head, NOUN_LETTER) ||
           unit_word(u, head)->cue != CLASS_NONE ||
           unit_is_any(u, head,
                       "court judge jury tribunal panel inquiry audit study "
                       "review investigation commission arbitrator auditor "
                       "auditors investigators ombudsman");
}

static void try_verb(read_hunt *h, const read_verb *v) {
    for (int i = 0; i < read_rule_count; i++) {
        const read_rule *rule = &read_rules[i];
        read_claim c;
        if (rule->by_verb == NULL || !rule->by_verb(h, v, &c)) continue;
        if (!fits_speaker(h->u, v, c.speaker)) continue;
        keep(h, rule, &c);
        return;
    }
}

/* "officials said on Thursday, according to AFP": the agency of the claim
 * before, no claim of its own. */
static bool is_agency(read_hunt *h, const read_claim *c) {
    if (!text_same(c->rule->name, "according-to")) return false;
    if (c->cue.first == h->u->first) return false;
    for (int i = h->count - 1; i >= 0; i--) {
        read_claim *before = &h->claims[i];
        if (before->cue.last > c->cue.first) continue;
        if (before->class == CLASS_DECLINE) return false;
        before->agency = c->speaker;
        return true;
    }
    return false;
}

/* "Orrel said C, SANA reported": the outlet is how it came, no claim of its
 * own. */
static void take_agencies(read_hunt *h) {
    for (int k = 0; k < h->count; k++) {
        read_claim *c = &h->claims[k];
        bool closes = text_same(c->rule->name, "clause-subject-verb") ||
                      text_same(c->rule->name, "clause-verb-subject");
        bool outlet = text_same(c->lemma, "report") &&
                      (c->speaker.last - c->speaker.first < 8);
        if (!closes || !outlet || h->count < 2) continue;
        bool taken = false;
        for (int i = 0; i < h->count; i++) {
            if (i == k || h->claims[i].cue.first > c->cue.first) continue;
            h->claims[i].agency = c->speaker;
            taken = true;
        }
        if (!taken) continue;
        h->count--;
        for (int i = k; i < h->count; i++)
            h->claims[i] = h->claims[i + 1];
        return;
    }
}

static void try_sentence(read_hunt *h, const read_rule *rule) {
    int from = h->u->first;
    for (int round = 0; round < 3; round++) {
        read_claim c;
        if (!rule->by_sentence(h, from, &c)) return;
        c.rule = rule;
        if (!is_agency(h, &c)) keep(h, rule, &c);
        if (c.cue.last <= from) return;
        from = c.cue.last;
    }
}

static bool holds(const read_claim *c, int token) {
    for (int i = 0; i < c->part_count; i++) {
        bool in = token >= c->parts[i].first && token < c->parts[i].last;
        if (in && !(token >= c->cue.first && token < c->cue.last)) return true;
    }
    return false;
}

static bool same_cue(const read_claim *a, const read_claim *b) {
    return a->cue.first < b->cue.last && b->cue.first < a->cue.last;
}

/* Is claim k part of what another says, or the same as an earlier one? */
static bool is_nested(const read_hunt *h, int k) {
    const read_claim *c = &h->claims[k];
    for (int i = 0; i < h->count; i++) {
        const read_claim *other = &h->claims[i];
        if (i == k) continue;
        if (i < k && same_cue(c, other)) return true;
        if (!holds(other, c->cue.first)) continue;
        /* "X's offer to C was rejected by Y" is two people's word */
        if (text_same(other->rule->name, "passive")) continue;
        /* each in the other: the later one attributes the earlier */
        if (holds(c, other->cue.first) && k > i) continue;
        return true;
    }
    return false;
}

/* "Has the union rejected the offer?": asked, not told. */
static bool is_question(const read_unit *u) {
    if (u->last - u->first < 3) return false;
    const read_token *end = &u->p->tokens[u->last - 1];
    if (end->quote != 0 || u->p->bytes[end->end - 1] != '?') return false;
    int i = u->first;
    while (unit_tag(u, i) == TAG_CONJ || unit_tag(u, i) == TAG_ADV)
        i++;
    if (unit_tag(u, i + 1) == TAG_COLON) i += 2; /* "Question: Does" */
    read_tag tag = unit_tag(u, i);
    return tag == TAG_DO || tag == TAG_BE || tag == TAG_HAVE ||
           tag == TAG_MODAL || tag == TAG_WHAT || tag == TAG_WH;
}

void hunt_claims(read_hunt *h) {
    h->count = 0;
    if (is_question(h->u)) return;
    for (int i = 0; i < h->u->verb_count; i++)
        try_verb(h, &h->u->verbs[i]);
    for (int i = 0; i < read_rule_count; i++) {
        if (read_rules[i].by_sentence != NULL) {
            try_sentence(h, &read_rules[i]);
        }
    }
    take_agencies(h);
    bool nested[CLAIMS_MOST];
    for (int i = 0; i < h->count; i++)
        nested[i] = is_nested(h, i);
    int kept = 0;
    for (int i = 0; i < h->count; i++) {
        if (!nested[i]) h->claims[kept++] = h->claims[i];
    }
    h->count = kept;
}
