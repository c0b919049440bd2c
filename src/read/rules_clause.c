/* SPDX-License-Identifier: Apache-2.0
 * Rules for content that follows its verb:
 *
 *   subject-verb-that        Orrel [has] said [in Pell] that C
 *   subject-verb-clause      Orrel said C
 *   subject-verb-infinitive  Orrel offered to C
 *   subject-verb-object      Orrel rejected the plan; called for talks; urged
 *                            the union to return; insisted on ten percent
 *   judgement                Orrel called it a trap; dismissed it as a trap
 *   bare-verb                Orrel accepted.
 *   ultimatum                Orrel gave the firm until Friday to withdraw
 *
 * Verbs that "and" or "but" joins to another share its subject. */
#include <string.h>

#include "read/complement.h"
#include "read/phrase_int.h"
#include "read/rules.h"

/* "we asked the ministry", "I think": the reporter's own work and voice are no
 * claim; what a speech tells of ("I told him that") is one. */
static bool is_reporter(const read_unit *u, const read_verb *v,
                        read_range who) {
    if (!unit_is_any(u, who.first, "we i you")) return false;
    return unit_is(u, who.first, "you") || unit_tag(u, v->at) != TAG_VBD ||
           unit_is_any(u, v->at,
                       "asked reported wrote contacted found read called");
}

static bool begin(read_hunt *h, const read_verb *v, read_claim *out) {
    if (!can_report(h->u, v) || v->passive) return false;
    /* "would only say", "would say only" */
    bool only = unit_is(h->u, v->at - 1, "only") ||
                unit_is(h->u, v->group.last, "only");
    /* "would not accept", "would not rule out" */
    read_class class = v->sense->class;
    bool answers =
        v->negated && (class == CLASS_ACCEPT || class == CLASS_REFUSE);
    if (v->modal && !only && !answers) return false;
    int outer;
    read_range who = speaker_of(h, v, &outer);
    if (range_empty(who) || unit_tag(h->u, who.first) == TAG_WH) return false;
    if (is_reporter(h->u, v, who)) return false;
    bool relative = unit_tag(h->u, who.first - 1) == TAG_WHAT &&
                    unit_tag(h->u, v->group.last) == TAG_COLON;
    if (relative) return false; /* "What they said: the sale of" */
    claim_begin(out, v, who);
    return true;
}

bool rule_subject_verb_that(read_hunt *h, const read_verb *v, read_claim *out) {
    return begin(h, v, out) && !says_nothing(v) &&
           complement_that(h->u, v, out);
}

bool rule_subject_verb_clause(read_hunt *h, const read_verb *v,
                              read_claim *out) {
    return begin(h, v, out) && !says_nothing(v) &&
           complement_clause(h->u, v, out);
}

bool rule_subject_verb_infinitive(read_hunt *h, const read_verb *v,
                                  read_claim *out) {
    return begin(h, v, out) && !says_nothing(v) &&
           complement_infinitive(h->u, v, out);
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
    return complement_object(u, v, out);
}

bool rule_judgement(read_hunt *h, const read_verb *v, read_claim *out) {
    return (v->sense->frames & (FRAME_AS | FRAME_NAME | FRAME_PREP)) != 0 &&
           v->sense->class != CLASS_QUOTE && begin(h, v, out) &&
           complement_judgement(h->u, v, out);
}

/* The clause ends at i, or goes on with a date or another clause. */
static bool nothing_follows(const read_unit *u, int i) {
    int k = skip_date(u, i);
    while (unit_tag(u, k) == TAG_ADV)
        k++;
    switch (unit_tag(u, k)) {
    case TAG_STOP:
    case TAG_NONE:
    case TAG_SEMI:
    case TAG_COMMA:
    case TAG_CONJ:
    case TAG_DASH:
        return true;
    default:
        return false;
    }
}

/* "Orrel accepted.": the verb is all there is. */
bool rule_bare_verb(read_hunt *h, const read_verb *v, read_claim *out) {
    const read_unit *u = h->u;
    bool answers = unit_is_any(u, v->at,
                               "accepted accepts agreed agrees refused refuses "
                               "declined declines consented assented demurred "
                               "objected balked disagreed concurred "
                               "apologised apologized");
    const char *particle = v->sense->particle;
    bool supposed = unit_tag(u, u->first) == TAG_SUB ||
                    unit_tag(u, u->first + 1) == TAG_SUB; /* "And if he" */
    answers = answers ||
              (!supposed && particle != NULL &&
               (strcmp(particle, "no") == 0 || strcmp(particle, "yes") == 0));
    if (!answers || !nothing_follows(u, v->group.last)) return false;
    if (!begin(h, v, out)) return false;
    out->is_object = true;
    return claim_add(u, out, v->at, v->group.last);
}

/* "the owners [48 hours]", "the firm [until]": who is given the time. */
static read_range given_to(const read_unit *u, int first) {
    enum { NEAR = 8 };
    for (int i = first + 1; i < first + NEAR; i++) {
        bool time = unit_is(u, i, "until") ||
                    (unit_tag(u, i) == TAG_NUM && unit_time(u, i + 1));
        if (time) return (read_range){first, i};
        if (unit_tag(u, i) == TAG_COMMA || unit_finite(u, i)) break;
    }
    return (read_range){0, 0};
}

/* "gave the firm until Friday to withdraw", "set a deadline of noon for" */
bool rule_ultimatum(read_hunt *h, const read_verb *v, read_claim *out) {
    const read_unit *u = h->u;
    if (!unit_is_any(u, v->at, "gave given give gives giving") ||
        !begin(h, v, out)) {
        return false;
    }
    read_range whom = given_to(u, v->group.last);
    int i = whom.last;
    if (range_empty(whom)) return false;
    bool until = unit_is(u, i, "until") && skip_date(u, i) > i;
    bool days = unit_tag(u, i) == TAG_NUM && unit_time(u, i + 1);
    int to = until ? skip_date(u, i) : i + 2;
    if (!(until || days) || unit_tag(u, to) != TAG_TO) return false;
    out->class = CLASS_DEMAND;
    out->is_object = true;
    return claim_add(u, out, whom.last, content_end(u, to));
}
