/* SPDX-License-Identifier: Apache-2.0
 * Contacts told by their means: "took instructions by telephone from the
 * counsel", "asked Omnium in writing", "replied by letter". The means hangs on
 * any verb; its subject acts, the other side is its object, if that is
 * somebody, or stands behind "to", "with" or "from" before or after the means.
 * A reply in writing needs no other side; a call does, as does whatever else
 * one may do in writing. */
#include "read/contact_int.h"

/* Where the means that begins at i ends; 0: none. */
static int phone_end(const read_unit *u, int i) {
    int k = i + 1;
    while (k < i + 4 && unit_is_any(u, k, "the a satellite secure video"))
        k++;
    bool device = unit_is_any(u, k,
                              "phone telephone videolink videoconference "
                              "link teleconference");
    bool link =
        !unit_is(u, k, "link") || unit_is_any(u, k - 1, "video satellite");
    return device && link && unit_tag(u, k + 1) != TAG_NOUN ? k + 1 : 0;
}

static int writing_end(const read_unit *u, int i) {
    if (unit_is(u, i + 1, "writing")) return unit_is(u, i, "in") ? i + 2 : 0;
    bool sent = unit_is_any(u, i, "by via") &&
                unit_is_any(u, i + 1,
                            "letter e-mail email text fax telegram courier "
                            "cable post");
    return sent && unit_tag(u, i + 2) != TAG_NOUN ? i + 2 : 0;
}

/* The verb that the means at i hangs on, or -1. */
static int verb_of(const read_unit *u, int i) {
    enum { NEAR = 14 };
    for (int k = i - 1; k >= u->first && k > i - NEAR; k--) {
        switch (unit_tag(u, k)) {
        case TAG_VB:
        case TAG_VBD:
        case TAG_VBZ:
        case TAG_VBN:
        case TAG_VBG:
            return k;
        case TAG_COMMA:
        case TAG_STOP:
        case TAG_SUB:
        case TAG_WH:
        case TAG_THAT:
        case TAG_CLOSE:
            return -1;
        default:
            break;
        }
    }
    return -1;
}

/* "told Radio Nine by telephone": what was said so was said to reporters. */
static bool speaks(const read_unit *u, int verb) {
    const lexicon_sense *s = unit_word(u, verb)->senses;
    return s != NULL && s->class == CLASS_SAY;
}

/* Who does anything else "in writing" keeps it for himself. */
static bool addresses(const read_unit *u, int verb) {
    const lexicon_sense *s = unit_word(u, verb)->senses;
    return s != NULL && s->class >= CLASS_SAY && s->class < CLASS_MEET;
}

static bool replies(const read_unit *u, int verb) {
    return unit_is_any(u, verb,
                       "replied replies answered answers responded responds");
}

/* People behind "to", "with" or "from" from i on. */
static void take_behind(const read_unit *u, int i, read_contact *c) {
    contact_args a = contact_args_from(u, i);
    int other = a.to > 0 ? a.to : a.with;
    /* "by phone from Calder": where from, unless that is somebody */
    bool from = a.from > 0 && unit_tag(u, a.from) != TAG_PROPER;
    if (other == 0 && from) other = a.from;
    if (other > 0) contact_with(u, other, c);
}

void contact_by_means(collector *k, int i) {
    const read_unit *u = k->u;
    if (unit_tag(u, i) != TAG_PREP) return;
    bool by = unit_is_any(u, i, "by via over on");
    int phone = by ? phone_end(u, i) : 0;
    int end = phone > 0 ? phone : writing_end(u, i);
    int verb = end > 0 ? verb_of(u, i) : -1;
    if (verb < 0) return;
    read_verb v = unit_verb_group(u, verb);
    if (!contact_verb_real(u, &v) || v.passive) return;
    if (phone > 0 ? speaks(u, verb) : !addresses(u, verb)) return;
    read_contact c;
    contact_begin(&c, phone > 0 ? CASE_CALL : CASE_MESSAGE, "contact-verb",
                  phone > 0 ? "phone" : "write",
                  (read_range){v.group.first, end});
    people_before(u, v.group.first, &c);
    contact_args a = contact_args_from(u, v.group.last);
    if (!range_empty(a.object)) contact_with(u, a.object.first, &c);
    if (c.with_count == 0) take_behind(u, v.group.last, &c);
    if (c.with_count == 0) take_behind(u, end, &c);
    bool sided = c.with_count > 0 || (phone == 0 && replies(u, verb));
    if (c.who_count > 0 && sided) contact_keep(k, &c);
}
