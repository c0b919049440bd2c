/* SPDX-License-Identifier: Apache-2.0
 * Rules that look at the whole sentence:
 *
 *   according-to   According to Orrel, C.   C, according to Orrel.
 *   name-colon     ANSA ORREL: "Q"   Orrel: C
 *   clause-colon   Orrel was blunt: "Q"   Orrel's answer: "Q"
 *   colon-quote    Orrel denied it: "Q"
 *   topic-colon    On the prisoners: "Q"  (the speaker is the one before)
 *   dash-name      "Q" -- Ansa Orrel, minister */
#include "read/rules.h"

/* "The plan, according to Orrel, [is dead]": the rest, where no verb came
 * before. */
static void add_main_verb(const read_unit *u, read_claim *c, int comma) {
    read_range left = c->parts[0];
    if (unit_tag(u, comma) == TAG_COMMA && unit_finite(u, comma + 1) &&
        !unit_has_finite(u, left.first, left.last)) {
        claim_add(u, c, comma + 1, content_end(u, comma + 1));
    }
}

/* "According to Orrel[, who led the talks], ...", "[, a former judge], ...":
 * past what the comma at i opens, if it says who that is. */
static int over_description(const read_unit *u, int i) {
    enum { NEAR = 24 };
    if (unit_tag(u, i) != TAG_COMMA) return i;
    if (unit_tag(u, i + 1) == TAG_WH) {
        for (int k = i + 2; k < i + NEAR && k < u->last; k++) {
            if (unit_tag(u, k) == TAG_COMMA) return k;
        }
        return i;
    }
    read_range role = phrase_after(u, i + 1);
    bool described = !range_empty(role) &&
                     unit_tag(u, role.last) == TAG_COMMA &&
                     (unit_noun(u, phrase_head(u, role), NOUN_ROLE) ||
                      unit_noun(u, phrase_head(u, role), NOUN_PERSON));
    return described ? role.last : i;
}

bool rule_according_to(read_hunt *h, int from, read_claim *out) {
    const read_unit *u = h->u;
    for (int i = from; i + 2 < u->last; i++) {
        if (!unit_is(u, i, "according") || !unit_is(u, i + 1, "to") ||
            u->p->tokens[i].quote != 0) {
            continue;
        }
        read_range who = phrase_after(u, i + 2);
        if (range_empty(who)) continue;
        *out = (read_claim){.speaker = who,
                            .cue = {i, i + 2},
                            .class = CLASS_SAY,
                            .lemma = "according to"};
        if (i == u->first || unit_tag(u, i - 1) == TAG_CONJ) {
            int next = skip_circumstances(u, who.last);
            while (next < u->last && unit_tag(u, next) != TAG_COMMA &&
                   unit_tag(u, next) != TAG_OPEN) {
                next++;
            }
            next = over_description(u, next);
            return claim_add(u, out, next, content_end(u, next + 1));
        }
        if (!claim_add(u, out, content_start(h, i), i)) return false;
        add_main_verb(u, out, who.last);
        return true;
    }
    return false;
}

/* A name, a pronoun, or a noun for people. */
static bool can_mean_person(const read_unit *u, read_range who) {
    int head = phrase_head(u, who);
    read_tag tag = unit_tag(u, head);
    bool owner = unit_tag(u, who.first) == TAG_POSS &&
                 who.last == who.first + 1; /* "his [answer: ...]" */
    return owner || tag == TAG_PROPER ||
           (tag == TAG_PRON && unit_is_any(u, head, "he she they")) ||
           unit_noun(u, head, NOUN_ROLE) || unit_noun(u, head, NOUN_PERSON) ||
           unit_noun(u, head, NOUN_GROUP);
}

/* Nothing but a bullet or the clock of a live blog stands before. */
static bool starts_paragraph(const read_unit *u) {
    for (int i = 0; i < u->first; i++) {
        read_tag tag = (read_tag)u->p->tokens[i].tag;
        if (tag != TAG_OTHER && tag != TAG_NUM && tag != TAG_DASH &&
            tag != TAG_COLON && tag != TAG_LEFT && tag != TAG_RIGHT) {
            return false;
        }
    }
    return true;
}

/* What stands before a colon and is nobody's name. */
static const char nobody_labels[] =
    "live update updates breaking watch exclusive analysis opinion correction "
    "video explainer factbox timeline note summary transcript highlights "
    "question q background read related photo picture editorial comment "
    "interview profile feature column letter letters script";

/* "Marek's spokeswoman, Ilse Dorn: C" */
static bool named_with_role(const read_unit *u, int first, int colon) {
    bool role = false;
    for (int i = first; i < colon; i++) {
        if (unit_tag(u, i) == TAG_PREP && !unit_is(u, i, "of")) return false;
        role = role || unit_noun(u, i, NOUN_ROLE);
    }
    return role && colon - first > 1 && unit_tag(u, colon - 1) == TAG_PROPER;
}

/* The colon behind a few words without a verb, or -1. */
static int colon_of_label(const read_unit *u) {
    enum { LONG = 16 };
    for (int i = u->first; i < u->last && i <= u->first + LONG; i++) {
        if (unit_tag(u, i) == TAG_COLON) return i > u->first ? i : -1;
        bool verb = unit_finite(u, i) && unit_tag(u, i - 1) != TAG_WH;
        if (verb || u->p->tokens[i].quote != 0) return -1;
    }
    return -1;
}

bool rule_name_colon(read_hunt *h, int from, read_claim *out) {
    const read_unit *u = h->u;
    bool opens = starts_paragraph(u);
    if (from > u->first) return false;
    int colon = colon_of_label(u);
    if (colon < 0) return false;
    read_range who = phrase_after(u, u->first);
    if (range_empty(who) || who.last > colon) return false;
    if (unit_is_any(u, colon - 1, nobody_labels)) return false;
    bool words = unit_word(u, colon - 1)->cue != CLASS_NONE ||
                 unit_noun(u, colon - 1, NOUN_LETTER) ||
                 unit_is_any(u, colon - 1, "answer verdict word words line");
    if (words) return false; /* "Orrel's reply: "Q"" */
    bool quoted = unit_tag(u, colon + 1) == TAG_OPEN;
    bool titled = named_with_role(u, u->first, colon);
    if (titled) who.last = colon;
    bool spoken = quoted || titled;
    if (!opens && (!spoken || unit_tag(u, phrase_head(u, who)) != TAG_PROPER)) {
        return false;
    }
    bool told = titled && unit_has_finite(u, colon + 1, u->last);
    bool upper = (u->p->tokens[u->first].flags & TOKEN_UPPER) != 0;
    bool named = unit_tag(u, phrase_head(u, who)) == TAG_PROPER;
    if (who.last < colon && unit_tag(u, who.last) != TAG_COMMA && !upper) {
        return false;
    }
    if (upper) {
        who.last = who.first;
        while (who.last < colon && unit_tag(u, who.last) != TAG_COMMA) {
            who.last++;
        }
    }
    if (!quoted && !told &&
        !(named && unit_has_finite(u, colon + 1, u->last) &&
          u->p->sentence_count > 0 && upper)) {
        return false;
    }
    *out = (read_claim){.speaker = who,
                        .cue = who,
                        .class = CLASS_SAY,
                        .lemma = "say",
                        .direct = quoted};
    return claim_add(u, out, colon + 1, u->last);
}

/* "Aker's last word", "Her answer": whose. */
static read_range possessor(const read_unit *u, int first, int last) {
    if (unit_tag(u, first) == TAG_POSS) return (read_range){first, first + 1};
    for (int i = first; i < last; i++) {
        if (unit_tag(u, i) == TAG_APOSTROPHE) return phrase_before(u, i);
    }
    return (read_range){0, 0};
}

/* "Voss was blunt: "Q"", "Aker's last word: "Q"": a clause or a possession
 * without a verb of reporting, and a quotation to the end. */
bool rule_clause_colon(read_hunt *h, int from, read_claim *out) {
    enum { LONG = 24 };
    const read_unit *u = h->u;
    int colon = u->first, verb = -1, outer;
    if (from > u->first || h->count > 0) return false;
    for (; unit_tag(u, colon) != TAG_COLON; colon++) {
        if (colon == u->last || colon > u->first + LONG) return false;
        if (u->p->tokens[colon].quote != 0) return false;
        if (verb < 0 && unit_finite(u, colon)) verb = colon;
    }
    if (unit_tag(u, colon + 1) != TAG_OPEN || colon == u->first) return false;
    read_range who = {0, 0}, cue = {colon - 1, colon};
    if (verb >= 0) {
        who = subject_of(u, verb, &outer);
        cue = (read_range){verb, verb + 1};
    }
    read_range owner = possessor(u, u->first, colon);
    bool owned = !range_empty(owner) && owner.first == u->first;
    if (range_empty(who) || owned || !can_mean_person(u, who)) who = owner;
    if (range_empty(who) || !can_mean_person(u, who)) return false;
    *out = (read_claim){.speaker = who,
                        .cue = cue,
                        .class = CLASS_SAY,
                        .lemma = "say",
                        .direct = true};
    return claim_add(u, out, colon + 1, u->last);
}

/* Is the word at i part of what a claim says? */
static bool is_said(const read_hunt *h, int i) {
    for (int k = 0; k < h->count; k++) {
        const read_claim *c = &h->claims[k];
        for (int p = 0; p < c->part_count; p++) {
            if (i >= c->parts[p].first && i < c->parts[p].last) return true;
        }
    }
    return false;
}

/* "Orrel denied that it was so: "Q"": the quotation is a claim of its own, by
 * whoever spoke last before it. */
bool rule_colon_quote(read_hunt *h, int from, read_claim *out) {
    const read_unit *u = h->u;
    const read_claim *before = h->count > 0 ? &h->claims[h->count - 1] : NULL;
    for (int i = from; before != NULL && i + 2 < u->last; i++) {
        if (unit_tag(u, i) != TAG_COLON || unit_tag(u, i + 1) != TAG_OPEN) {
            continue;
        }
        const read_quote *q = unit_quote(u, i + 1);
        bool own = q->ended && quote_is_direct(u, q) && i > before->cue.first;
        if (!own || is_said(h, i + 2)) continue;
        *out = (read_claim){.speaker = before->speaker,
                            .cue = {i, i + 1},
                            .class = CLASS_SAY,
                            .lemma = "say",
                            .direct = true};
        return claim_add(u, out, i + 1, u->last);
    }
    return false;
}

bool rule_topic_colon(read_hunt *h, int from, read_claim *out) {
    enum { LONG = 10 };
    const read_unit *u = h->u;
    if (from > u->first || unit_tag(u, u->first) != TAG_PREP) return false;
    for (int i = u->first; i < u->first + LONG && i + 1 < u->last; i++) {
        if (unit_finite(u, i) || unit_tag(u, i) == TAG_COMMA) return false;
        if (unit_tag(u, i) != TAG_COLON) continue;
        if (unit_tag(u, i + 1) != TAG_OPEN) return false;
        *out = (read_claim){.class = CLASS_SAY,
                            .lemma = "say",
                            .direct = true,
                            .inherits = true};
        return claim_add(u, out, i + 1, u->last);
    }
    return false;
}

bool rule_dash_name(read_hunt *h, int from, read_claim *out) {
    const read_unit *u = h->u;
    if (from > u->first || unit_tag(u, u->first) != TAG_OPEN) return false;
    const read_quote *q = unit_quote(u, u->first);
    read_tag mark = unit_tag(u, q->close + 1);
    bool signs = mark == TAG_DASH || mark == TAG_COLON;
    if (!q->closed || !signs) return false;
    read_range who = phrase_after(u, q->close + 2);
    if (range_empty(who) || unit_has_finite(u, q->close, u->last)) {
        return false;
    }
    bool number = unit_tag(u, phrase_head(u, who)) == TAG_NUM;
    if (number || (mark == TAG_COLON && !can_mean_person(u, who))) return false;
    *out = (read_claim){.speaker = who,
                        .cue = who,
                        .class = CLASS_SAY,
                        .lemma = "say",
                        .direct = true,
                        .leads = true};
    return claim_add(u, out, q->open, q->close + 1);
}
