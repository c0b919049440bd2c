/* SPDX-License-Identifier: Apache-2.0
 * Which contacts took place, take place or are arranged.
 *
 * A verb counts when it is finite or a participle and neither negated nor
 * modal. It is arranged with "will", "is to", "are due to", "agreed to", and
 * with "would" beside a date in what somebody said (the past of "will"). As a
 * purpose it counts behind a verb of motion or sending ("flew home to brief the
 * king").
 *
 * A noun counts by what governs it: a verb that doesn't wish, refuse or cancel
 * it ("held a meeting"), a preposition of time or place ("after a meeting"), or
 * its own clause when that isn't called off. "For a meeting" is a purpose,
 * told by the verb before it. */
#include "read/contact_int.h"
#include "read/phrase_int.h"

/* --- Verbs --- */

static bool has_date(const read_unit *u, int i) {
    enum { NEAR = 14 };
    for (int k = i; k < i + NEAR && k < u->last; k++) {
        if (unit_time(u, k)) return true;
        if (unit_tag(u, k) == TAG_SUB || unit_tag(u, k) == TAG_STOP) break;
    }
    return false;
}

/* "[said] they would": a verb of reporting in the past. */
static bool reports_past(const read_unit *u, int i) {
    const lexicon_sense *s = unit_word(u, i)->senses;
    return unit_tag(u, i) == TAG_VBD && s != NULL &&
           (s->frames & (FRAME_THAT | FRAME_CLAUSE)) != 0;
}

/* "[said] they would meet on Friday": the past of "will". */
static bool will_in_the_past(const read_unit *u, const read_verb *v) {
    if (!unit_is_any(u, v->group.first, "would 'd")) return false;
    for (int i = v->group.first - 1; i >= u->first; i--) {
        if (unit_is_any(u, i, "if unless only")) return false;
        if (reports_past(u, i)) return has_date(u, v->at);
    }
    return false;
}

/* Is the infinitive at v what somebody set out, or was sent, to do? "To see"
 * is told by the verb of motion. */
static bool is_purpose(const read_unit *u, const read_verb *v) {
    enum { NEAR = 16 };
    if (unit_is(u, v->at, "see")) return false;
    for (int i = v->group.first - 1; i > v->group.first - NEAR; i--) {
        read_tag tag = unit_tag(u, i);
        if (tag == TAG_STOP || tag == TAG_SEMI || tag == TAG_NONE) return false;
        bool verb = tag == TAG_VBD || tag == TAG_VBN || tag == TAG_VBZ ||
                    tag == TAG_VB || tag == TAG_VBG;
        if (!verb) continue;
        const read_verb *known = unit_verb_at(u, i);
        if (unit_is_any(u, i, "left leaves")) return true;
        if (known == NULL) return false;
        read_verb moves = *known;
        return (moves.sense->class == CLASS_VISIT ||
                moves.sense->class == CLASS_SEND) &&
               contact_verb_real(u, &moves);
    }
    return false;
}

static bool is_somebody(const read_unit *u, read_range who) {
    return !range_empty(who) && phrase_can_act(u, who);
}

/* "agreed to meet", "plans to", "are preparing to": who does that has arranged
 * it; "managed to meet": has done it. */
static bool is_agreed(const read_unit *u, read_verb *v) {
    int i = v->group.first - 1;
    if (!unit_is_any(u, i,
                     "agreed agrees arranged promised promises promise plans "
                     "plan planning intends intend preparing managed manages "
                     "decided chose began begun started continued opted "
                     "proceeded resolved")) {
        return false;
    }
    read_verb agreed = unit_verb_group(u, i);
    if (!agreed.finite || agreed.negated || agreed.modal) return false;
    v->group.first = agreed.group.first;
    return true;
}

/* "is to meet", "are due to meet", "agreed to meet" */
static bool is_set(const read_unit *u, read_verb *v) {
    int i = v->group.first - 1, outer;
    if (is_agreed(u, v)) return true;
    /* a headline: "Union to meet owners" */
    bool headline = !unit_has_finite(u, u->first, u->last) &&
                    is_somebody(u, subject_of(u, v->group.first, &outer));
    if (headline) return true;
    if (unit_is_any(u, i, "due set scheduled expected")) i--;
    while (unit_tag(u, i) == TAG_ADV)
        i--;
    bool is = unit_tag(u, i) == TAG_BE && unit_finite(u, i);
    if (!is || unit_tag(u, i - 1) == TAG_NOT) return false;
    if (!is_somebody(u, subject_of(u, i, &outer))) return false;
    v->group.first = i;
    return true;
}

static bool is_arranged(const read_unit *u, read_verb *v) {
    if (v->negated) return false;
    if (v->modal && !v->infinitive) {
        return unit_is_any(u, v->group.first, "will 'll") ||
               will_in_the_past(u, v);
    }
    return v->infinitive && (is_set(u, v) || is_purpose(u, v));
}

/* "has ruled out meeting the unions", "without meeting"; not "began meeting",
 * "admitted meeting", "after meeting" */
static bool is_only_named(const read_unit *u, const read_verb *v) {
    if (!v->gerund || v->finite) return false;
    int i = v->group.first - 1;
    read_tag before = unit_tag(u, i);
    if (unit_time(u, i)) return false; /* "spent the evening shuttling" */
    bool done = unit_is_any(u, i,
                            "began started kept keeps continued finished seen "
                            "spotted photographed pictured confirmed admitted "
                            "acknowledged recalled recalls remembered "
                            "remembers described reported after before since "
                            "by in despite");
    return !done && before != TAG_COMMA && before != TAG_SUB &&
           before != TAG_BE && before != TAG_CLOSE && before != TAG_CONJ &&
           before != TAG_NONE;
}

/* "saw the families on Thursday", "saw the local MP, Ned Salter": not "saw the
 * soldiers leave". */
static bool saw_somebody(const read_unit *u, const read_verb *v) {
    read_range who = phrase_after(u, v->group.last);
    if (range_empty(who) || unit_tag(u, who.last) == TAG_VB) return false;
    if (has_date(u, who.last) && skip_date(u, who.last) > who.last) return true;
    int head = phrase_head(u, phrase_core(u, who.first));
    bool one = unit_tag(u, head) == TAG_PROPER || unit_noun(u, head, NOUN_ROLE);
    bool plural = u->p->bytes[u->p->tokens[head].end - 1] == 's';
    read_tag next = unit_tag(u, who.last);
    bool ends = next == TAG_COMMA || next == TAG_STOP || next == TAG_CONJ ||
                unit_is_any(u, who.last, "at in");
    return one && !plural && ends;
}

/* "Tarn, [summoned by the premier]", "a session hosted by" */
static bool is_reduced(const read_unit *u, const read_verb *v) {
    read_tag form = unit_tag(u, v->at);
    bool bare = v->group.first == v->at && !v->negated &&
                !unit_is(u, v->at, "seen") &&
                (form == TAG_VBN || form == TAG_VBD);
    int by = skip_date(u, v->group.last);
    if (!bare || !unit_is(u, by, "by")) return false;
    read_range agent = phrase_after(u, by + 1);
    return !range_empty(agent) && phrase_can_act(u, agent) &&
           unit_tag(u, v->at - 1) != TAG_CONJ;
}

bool contact_verb_real(const read_unit *u, read_verb *v) {
    if (is_reduced(u, v)) {
        v->passive = true;
        return true;
    }
    bool happened =
        !v->modal && !v->negated && !v->infinitive && (v->finite || v->gerund);
    for (int i = v->group.first; i < v->at; i++) {
        if (unit_is_any(u, i, "ready willing prepared")) return false;
    }
    /* "saw the families on Thursday" */
    bool saw = unit_is_any(u, v->at, "saw sees seen seeing");
    if (happened && saw && (v->gerund || !saw_somebody(u, v))) return false;
    return happened ? !is_only_named(u, v) : is_arranged(u, v);
}

/* --- Nouns --- */

static bool in_phrase(const read_unit *u, int i, int noun) {
    switch (unit_tag(u, i)) {
    case TAG_ADJ:
    case TAG_NUM:
    case TAG_NOUN:
    case TAG_DET:
    case TAG_POSS:
        return true;
    case TAG_VBG:
    case TAG_VBN:
        return unit_tag(u, i - 1) == TAG_DET || unit_tag(u, i - 1) == TAG_ADJ;
    case TAG_ADV: /* "a hastily arranged meeting" */
        return i < noun - 1 && unit_tag(u, i - 1) == TAG_DET;
    default:
        return false;
    }
}

static const char span_words[] =
    "round rounds series hours days weeks day night end start beginning middle "
    "sidelines margins session course minutes afternoon morning";

int contact_noun_start(const read_unit *u, int noun) {
    enum { NEAR = 14 };
    int i = noun;
    while (i > u->first && i > noun - NEAR) {
        int k = i - 1;
        if (unit_tag(u, k) == TAG_CLOSE) { /* "held "useful" talks" */
            const read_quote *q = unit_quote(u, k);
            if (q == NULL || q->open <= u->first || q->open < k - 4) break;
            i = q->open;
            continue;
        }
        bool spans_it =
            unit_is(u, k, "of") && unit_is_any(u, k - 1, span_words);
        if (spans_it) {
            i = k - 1;
        } else if (unit_tag(u, k) == TAG_APOSTROPHE) {
            read_range owner = phrase_before(u, k);
            if (range_empty(owner)) break;
            i = owner.first;
        } else if (in_phrase(u, k, noun)) {
            i = k;
        } else {
            break;
        }
    }
    return i;
}

static bool is_negative(const read_unit *u, int first, int noun) {
    for (int i = first; i < noun; i++) {
        if (unit_is_any(u, i,
                        "no any neither possible proposed planned future "
                        "hoped-for eventual cancelled canceled "
                        "abortive aborted")) {
            return true;
        }
    }
    return false;
}

/* Verbs that want it, turn it down or call it off. */
static bool verb_wishes(const read_unit *u, int i) {
    if (unit_is_any(u, i,
                    "requested requests request sought seek seeks planned "
                    "plan plans wants want wanted cancelled canceled cancel "
                    "expected expects suggested suggests boycotted skipped "
                    "missed avoided avoid needs need needed denied favoured "
                    "scrapped called hoped likes blocked ruled prevented "
                    "mentioned awaited await awaits awaiting discussed "
                    "expecting preparing")) {
        return true;
    }
    const read_verb *v = unit_verb_at(u, i);
    if (v == NULL) return false;
    const lexicon_sense *s = v->sense;
    if (s->class == CLASS_SAY && (s->frames & FRAME_ADDR)) {
        return true; /* "told a meeting of officers" */
    }
    switch (s->class) {
    case CLASS_DENY:
    case CLASS_DEMAND:
    case CLASS_REJECT:
    case CLASS_REFUSE:
    case CLASS_ACCEPT:
    case CLASS_OFFER:
    case CLASS_PROPOSE:
    case CLASS_GUARANTEE:
    case CLASS_CONDITION:
    case CLASS_HOST: /* told by the verb */
        return true;
    default:
        return false;
    }
}

/* The verb at i that governs a noun: "held", "will hold", "to hold". */
static bool verb_stands(const read_unit *u, int i) {
    if (verb_wishes(u, i)) return false;
    read_verb v = unit_verb_group(u, i);
    if (v.negated) return false;
    bool told = !v.infinitive && !v.modal;
    return told ? !is_only_named(u, &v) : is_arranged(u, &v);
}

static bool is_verb(read_tag tag) {
    return tag == TAG_VB || tag == TAG_VBD || tag == TAG_VBZ ||
           tag == TAG_VBN || tag == TAG_VBG;
}

/* Its own clause: "[a meeting] lasted", "is set for"; not "was cancelled". */
static bool clause_stands(const read_unit *u, int noun) {
    enum { NEAR = 24 };
    for (int i = noun + 1; i < noun + NEAR && i < u->last; i++) {
        if (unit_tag(u, i) == TAG_MODAL && !unit_is_any(u, i, "will 'll")) {
            return false;
        }
        if (unit_is(u, i, "off") && unit_is(u, i - 1, "called")) return false;
        if (unit_is_any(
                u, i,
                "cancelled canceled scrapped question proposed requested "
                "refused rejected denied impossible unlikely")) {
            return false;
        }
        if (unit_tag(u, i) == TAG_NOT) return false;
    }
    return true;
}

contact_standing contact_noun_stands(const read_unit *u, int noun) {
    int first = contact_noun_start(u, noun);
    if (is_negative(u, first, noun)) return STANDS_NOT;
    int i = first - 1;
    while (unit_tag(u, i) == TAG_ADV || unit_tag(u, i) == TAG_OPEN)
        i--;
    bool described = (unit_tag(u, i) == TAG_VBN || unit_tag(u, i) == TAG_VBD) &&
                     is_verb(unit_tag(u, i - 1));
    if (described) i--; /* "would accept [announced] visits" */
    read_tag tag = unit_tag(u, i);
    if (unit_is(u, i, "there")) return STANDS_NOT;
    if (is_verb(tag)) {
        return verb_stands(u, i) ? STANDS_OBJECT : STANDS_NOT;
    }
    if (tag == TAG_BE || tag == TAG_HAVE) {
        return verb_stands(u, i) ? STANDS_OBJECT : STANDS_NOT;
    }
    contact_args hangs = contact_args_from(u, noun + 1);
    bool subject = tag == TAG_SUB && unit_finite(u, hangs.end);
    if (!subject && (tag == TAG_SUB || tag == TAG_PREP)) {
        bool around = unit_is_any(u, i,
                                  "after before since during at in following "
                                  "from over on into through with by via "
                                  "between of out");
        bool of = unit_is(u, i, "of") && !unit_is(u, i - 1, "out");
        return around && !of ? STANDS_AROUND : STANDS_NOT;
    }
    if (tag == TAG_TO) return STANDS_NOT;
    if (unit_tag(u, noun + 1) == TAG_SUB) return STANDS_NOT;
    return clause_stands(u, noun) ? STANDS_SUBJECT : STANDS_NOT;
}
