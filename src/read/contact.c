/* SPDX-License-Identifier: Apache-2.0
 * Contacts: meetings, calls, visits, messages, hosting, shuttling.
 *
 * Verbs that are contacts by themselves ("met", "phoned", "flew to", "hosted",
 * "wrote to") give who from their subject and with whom from their object or a
 * phrase behind them; nouns ("a late-night meeting with Ban", "phone calls",
 * "in a letter to Hahn") take it from what hangs on them and from the subject
 * of their clause. Which of them took place or are arranged is decided in
 * contact_real.c; talking to reporters is none. */
#include "base/text.h"
#include "read/contact_int.h"

void contact_begin(read_contact *c, case_entry_kind kind, const char *rule,
                   const char *lemma, read_range cue) {
    *c = (read_contact){.kind = kind, .rule = rule, .lemma = lemma, .cue = cue};
}

/* "met neither the owners nor the union", "wrote to nobody" */
static bool with_nobody(const read_unit *u, const read_contact *c) {
    return c->with_count > 0 &&
           unit_is_any(u, c->with[0].first, "neither no nobody none");
}

static bool heard_only(const read_unit *u, const read_contact *c) {
    for (int i = 0; i < c->with_count; i++) {
        if (people_hear(u, c->with[i])) return true;
    }
    return false;
}

/* "the two sides [in Pell]": where they met, not who they are. */
static void part_from_place(const read_unit *u, read_contact *c) {
    bool there = c->kind == CASE_HOSTING || c->kind == CASE_MEETING;
    if (c->with_count == 0) return;
    read_range *last = &c->with[c->with_count - 1];
    for (int i = last->first + 1; i + 1 < last->last; i++) {
        bool event = unit_word(u, last->last - 1)->nouns >= 1U << NOUN_MEETING;
        if (!unit_is_any(u, i, "in at") || (!there && !event)) continue;
        bool place = !event && range_empty(c->place);
        if (place) c->place = (read_range){i + 1, last->last};
        last->last = i;
    }
}

static bool same_range(read_range a, read_range b) {
    return a.first == b.first && a.last == b.last;
}

/* Is somebody on both sides? Then what was found is no contact. */
static bool meets_itself(const read_contact *c) {
    for (int i = 0; i < c->who_count; i++) {
        for (int k = 0; k < c->with_count; k++) {
            if (same_range(c->who[i], c->with[k])) return true;
        }
    }
    return false;
}

/* "31,000 people", "hundreds of residents": no side of anything. */
static bool is_crowd(const read_unit *u, read_range who) {
    enum { CROWD = 20 };
    int i = unit_is_any(u, who.first, "some around about almost nearly")
                ? who.first + 1
                : who.first;
    if (unit_is_any(u, i, "hundreds thousands dozens scores crowds"))
        return true;
    const read_token *t = &u->p->tokens[i];
    int number = 0;
    for (uint32_t k = t->begin; k < t->end && number < CROWD; k++) {
        char digit = u->p->bytes[k];
        if (digit < '0' || digit > '9') break;
        number = number * 10 + (digit - '0');
    }
    return unit_tag(u, i) == TAG_NUM && number >= CROWD &&
           !unit_is(u, i + 1, "of");
}

static int drop_crowds(const read_unit *u, read_range *list, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
        if (!is_crowd(u, list[i])) list[kept++] = list[i];
    }
    return kept;
}

/* "the airport", "a plan": nobody who acts, unless it is a place that may stand
 * for who is there ("the palace"). */
static void drop_things(const read_unit *u, read_contact *c) {
    int kept = 0;
    if (c->kind == CASE_VISIT)
        c->who_count = drop_crowds(u, c->who, c->who_count);
    for (int i = 0; i < c->who_count; i++) {
        bool acts = phrase_can_act(u, c->who[i]) || c->who_count == 1;
        if (acts) c->who[kept++] = c->who[i];
    }
    c->who_count = kept;
}

static bool takes_part(const read_contact *c, read_range who) {
    for (int i = 0; i < c->who_count; i++) {
        if (same_range(c->who[i], who)) return true;
    }
    for (int i = 0; i < c->with_count; i++) {
        if (same_range(c->with[i], who)) return true;
    }
    return false;
}

/* "opened negotiations with the Front in their first [talks]": a noun that
 * names nobody more. */
static bool told_again(const read_contact *known, const read_contact *c) {
    if (known->kind != c->kind || c->with_count > 0) return false;
    if (strcmp(c->rule, "contact-noun") != 0) return false;
    for (int i = 0; i < c->who_count; i++) {
        if (!takes_part(known, c->who[i])) return false;
    }
    return true;
}

/* Keeps a contact that has somebody in it, once for a cue. */
void contact_keep(collector *k, read_contact *c) {
    /* "conveyed it in a letter" is one message */
    int near = c->kind == CASE_MESSAGE ? 6 : 3;
    part_from_place(k->u, c);
    drop_things(k->u, c);
    if (k->count == CONTACTS_MOST || heard_only(k->u, c)) return;
    if (with_nobody(k->u, c)) return;
    if (c->who_count + c->with_count == 0 || meets_itself(c)) return;
    bool thing = c->who_count > 0 && unit_is(k->u, c->who[0].first, "it");
    if (thing && c->kind == CASE_VISIT) return; /* "it arrived in June" */
    for (int i = 0; i < k->count; i++) {
        if (told_again(&k->out[i], c)) return;
        bool same = k->out[i].kind == c->kind &&
                    k->out[i].cue.first >= c->cue.first - near &&
                    k->out[i].cue.first <= c->cue.first + near;
        if (same) return;
    }
    k->out[k->count++] = *c;
}

int contact_skip_adverbs(const read_unit *u, int i) {
    while (unit_tag(u, i) == TAG_ADV)
        i++;
    return i;
}

/* Leaves out of a list what can't act: "met the deadline". */
static int keep_actors(const read_unit *u, read_range *list, int from,
                       int count) {
    int kept = from;
    for (int i = from; i < count; i++) {
        bool thing = unit_is_any(u, list[i].first,
                                 "something anything nothing everything it "
                                 "itself himself herself themselves "
                                 "that this each everyone everybody nobody "
                                 "anyone someone");
        if (!thing && phrase_can_act(u, list[i])) list[kept++] = list[i];
    }
    return kept;
}

int contact_with(const read_unit *u, int i, read_contact *c) {
    int before = c->with_count, end = people_after(u, i, c);
    c->with_count = keep_actors(u, c->with, before, c->with_count);
    return end;
}

int contact_who(const read_unit *u, int i, read_contact *c) {
    read_contact other = {.who_count = 0};
    int end = contact_with(u, i, &other);
    for (int n = 0; n < other.with_count && c->who_count < CONTACT_WHO; n++)
        c->who[c->who_count++] = other.with[n];
    return end;
}

static bool takes(const read_verb *v, const char *preposition) {
    return v->sense->preps != NULL &&
           strstr(v->sense->preps, preposition) != NULL;
}

void contact_other_side(const read_unit *u, const read_verb *v,
                        const contact_args *a, read_contact *c) {
    if (!range_empty(a->object)) contact_with(u, a->object.first, c);
    if (a->with > 0) contact_with(u, a->with, c);
    if (a->to > 0 && takes(v, " to ")) contact_with(u, a->to, c);
    bool on = a->at > 0 && unit_is(u, a->at - 1, "on");
    if (on && takes(v, " on ")) contact_with(u, a->at, c);
}

typedef void (*contact_rule)(collector *k, const read_verb *v);

static void by_class(collector *k, const read_verb *v) {
    static const contact_rule rules[CLASS_COUNT] = {
        [CLASS_MEET] = contact_meet,         [CLASS_PHONE] = contact_phone,
        [CLASS_SPEAK] = contact_speak,       [CLASS_VISIT] = contact_visit,
        [CLASS_SEND] = contact_send,         [CLASS_CARRY] = contact_carry,
        [CLASS_EXCHANGE] = contact_exchange, [CLASS_HOST] = contact_host,
        [CLASS_SHUTTLE] = contact_shuttle,   [CLASS_RECEIVE] = contact_receive,
    };
    contact_rule rule = rules[v->sense->class];
    if (rule != NULL) rule(k, v);
}

/* Verbs that are a contact besides what their class says, with the particle
 * that makes them one ("": none may follow; NULL: any). */
typedef struct word_rule {
    const char *words, *particle;
    contact_rule rule;
} word_rule;

static const word_rule word_rules[] = {
    {"wrote write writes writing written", NULL, contact_write},
    {"called calls calling", "", contact_call_up},
    {"called calls calling call", "on", contact_call_on},
    {"brought brings bring bringing", NULL, contact_bring_together},
    {"closeted", NULL, contact_closeted},
    {"walked walks walking strolled", NULL, contact_walk},
    {"reached reaches reaching", NULL, contact_reach},
    {"sent send sends sending", "word", contact_send_word},
    {"welcomed welcomes welcoming welcome", NULL, contact_welcome},
    {"joined joins joining join", NULL, contact_join},
    {"gathered gather gathers assembled convened", NULL, contact_gather},
    {"invited invites", NULL, contact_invite},
    {"brief briefed briefs briefing", NULL, contact_meet},
    {"gave give gives giving given", NULL, contact_give},
    {"left leave leaves leaving", "", contact_leave},
    {"emailed email emails emailing e-mailed e-mail e-mails texted text texts "
     "texting cabled cable cables cabling messaged messages messaging "
     "telegraphed wired",
     NULL, contact_wire},
    {"set sets setting", "out", contact_visit},
    {"taken brought escorted whisked rushed", NULL, contact_taken},
};

/* All of their words. */
static const char contact_words[] =
    "wrote write writes writing written called calls calling call brought "
    "brings "
    "bring bringing closeted walked walks walking strolled "
    "reached reaches reaching welcomed welcomes welcoming welcome gathered "
    "gather "
    "gathers assembled convened joined joins "
    "joining join invited invites brief briefed briefs briefing gave give "
    "gives giving given left leave leaves leaving emailed email emails "
    "emailing e-mailed e-mail e-mails texted text texts texting cabled cable "
    "cables cabling messaged messages messaging telegraphed wired set sets "
    "setting taken escorted "
    "whisked rushed";

static const word_rule *rule_of_word(const read_unit *u, const read_verb *v) {
    const char *particle = v->sense->particle;
    for (size_t i = 0; i < sizeof word_rules / sizeof *word_rules; i++) {
        const word_rule *r = &word_rules[i];
        bool fits = r->particle == NULL ||
                    (*r->particle == '\0' ? particle == NULL
                                          : text_same(particle, r->particle));
        if (fits && unit_is_any(u, v->at, r->words)) return r;
    }
    return NULL;
}

static void by_verb(collector *k, const read_verb *given) {
    read_verb v = *given;
    const char *particle = v.sense->particle;
    bool word =
        text_same(particle, "word") || unit_is_any(k->u, v.at, contact_words);
    if (!word && v.sense->class < CLASS_MEET) return;
    if (!contact_verb_real(k->u, &v)) return;
    const word_rule *own = word ? rule_of_word(k->u, &v) : NULL;
    if (own != NULL) {
        own->rule(k, &v);
    } else {
        by_class(k, &v);
    }
}

int contacts_of(const read_unit *u, read_contact *out) {
    collector k = {u, out, 0};
    for (int i = 0; i < u->verb_count; i++)
        by_verb(&k, &u->verbs[i]);
    for (int i = u->first; i < u->last; i++) {
        if (unit_word(u, i)->nouns != 0) contact_noun(&k, i);
        contact_be_in(&k, i);
        contact_fixed(&k, i);
        contact_by_means(&k, i);
    }
    return k.count;
}
