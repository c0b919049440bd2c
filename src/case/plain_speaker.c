/* SPDX-License-Identifier: Apache-2.0
 *
 * Who speaks, and for whom: "Ms Okafor (leader) for the company".
 *
 * A party or an other speaks for itself, a person that is known for whom they
 * are of. A person who is new speaks for the party named, as an official unless
 * the brackets say leader or unnamed, or nobody is named ("a driver").
 */
#include "base/diag.h"
#include "base/text.h"
#include "case/plain_int.h"

/* "Ms Okafor (leader)": takes the office away. */
static const char *take_office(span *who, arena *mem) {
    char word[PHRASE_WORD];
    span first = *who, name;
    bool named = phrase_word(&first, word) && !text_same(word, "a") &&
                 !text_same(word, "an") && !text_same(word, "some");
    span rest = *who;
    if (phrase_part(&rest, '(', &name) && !phrase_is_empty(rest)) {
        *who = name;
        if (rest.text->bytes[rest.end - 1] == ')') rest.end--;
        return phrase_text(phrase_trim(rest), mem);
    }
    return named ? "official" : "unnamed";
}

/* In a case that is there a person is added first, with an entry of their
 * own. */
static const plain_item *refuse_new(const plain_case *c, span who,
                                    const char *id, const char *text) {
    static const plain_section people = PLAIN_PEOPLE;
    const char *near = plain_near(c, who, &people, 1);
    diag_error(c->d, who, "case/unknown-speaker", "no person \"%s\"",
               phrase_text(who, c->mem));
    if (near)
        diag_hint(c->d,
                  "did you mean \"%s\"? A new person is added by "
                  "parley add CASE \"%s: %s\" --to people",
                  near, id, text);
    else
        diag_hint(c->d,
                  "a new person is added by "
                  "parley add CASE \"%s: %s\" --to people",
                  id, text);
    return NULL;
}

static const plain_item *meet(plain_case *c, const plain_item *party,
                              span who) {
    const char *office = take_office(&who, c->mem);
    const char *name = phrase_text(who, c->mem);
    const plain_item *known =
        plain_known(&c->sections[PLAIN_PEOPLE], who, c->mem);
    if (known) return known;
    const char *text = arena_format(c->mem, "{name: %s, of: %s, office: %s}",
                                    plain_value(c, name), party->id, office);
    const char *id = plain_id(c, PLAIN_PEOPLE, name, "speaker");
    if (c->fixed) return refuse_new(c, who, id, text);
    return plain_add(
        c, PLAIN_PEOPLE,
        (plain_item){.id = id, .name = name, .of = party->id, .text = text});
}

static const plain_item *party_of(const plain_case *c, const plain_item *person,
                                  span at) {
    static const plain_section both[] = {PLAIN_PARTIES, PLAIN_OTHERS};
    for (int k = 0; k < 2; k++) {
        const plain_list *list = &c->sections[both[k]];
        for (int i = 0; i < list->count; i++)
            if (text_same(list->items[i].id, person->of))
                return &list->items[i];
    }
    diag_error(c->d, at, "plain/words", "for whom? write \"NAME for PARTY\"");
    return NULL;
}

bool plain_speaks(plain_case *c, span who, bool named, plain_speaker *out) {
    static const plain_section all[] = {PLAIN_PARTIES, PLAIN_OTHERS,
                                        PLAIN_PEOPLE};
    span person, party;
    *out = (plain_speaker){NULL, NULL};
    if (phrase_split_last(who, "for", &person, &party)) {
        out->party = plain_actor(c, party);
        if (out->party && named) out->by = meet(c, out->party, person);
        return out->party && (out->by || !named);
    }
    out->by = plain_find(c, who, all, 3);
    if (!out->by) return false;
    out->party = out->by->of ? party_of(c, out->by, who) : out->by;
    return out->party != NULL;
}
