/* SPDX-License-Identifier: Apache-2.0
 * Leads: the bullet, the clock of a live blog ("07:45 -"), the number in
 * brackets, and the dateline of an agency ("PORT VARN, 17 May (Meridian) - ").
 * They are nobody's words, so no content may begin with them. */
#include "read/lead.h"

/* "07:45 Transport Secretary ...": the clock of a live blog. */
static bool is_clock(const read_unit *u) {
    const read_token *t = &u->p->tokens[u->first];
    bool dotted = u->first == 0 && t->tag == TAG_NUM &&
                  t->end - t->begin == 5 && u->p->bytes[t->begin + 2] == '.' &&
                  u->last > 1 && (u->p->tokens[1].flags & TOKEN_CAPITAL) != 0;
    if (dotted) return true;
    return t->tag == TAG_NUM && t->end - t->begin <= 5 &&
           memchr(u->p->bytes + t->begin, ':', t->end - t->begin) != NULL;
}

/* Bullets, the clock and what separates it from the entry. */
static bool is_bullet(const read_unit *u) {
    read_tag tag = (read_tag)u->p->tokens[u->first].tag;
    bool after = u->first > 0 && (tag == TAG_DASH || tag == TAG_COLON ||
                                  tag == TAG_RIGHT || tag == TAG_OTHER);
    bool bullet = u->first == 0 && tag == TAG_OTHER;
    bool bracket =
        u->first == 0 && tag == TAG_LEFT && u->p->tokens[1].tag == TAG_NUM;
    return is_clock(u) || after || bullet || bracket;
}

/* A word of a dateline: a name, a number, a date. */
static bool in_dateline(const read_unit *u, int i) {
    const read_token *t = &u->p->tokens[i];
    read_tag tag = (read_tag)t->tag;
    return (t->flags & TOKEN_CAPITAL) != 0 || tag == TAG_NUM ||
           tag == TAG_COMMA || unit_word(u, i)->time ||
           unit_is_any(u, i, "of the and");
}

/* Where the bracket at i closes, or i. */
static int over_bracket(const read_unit *u, int i) {
    enum { SHORT = 8 };
    if (u->p->tokens[i].tag != TAG_LEFT) return i;
    for (int k = i + 1; k < i + SHORT && k < u->last; k++) {
        if (u->p->tokens[k].tag == TAG_RIGHT) return k + 1;
    }
    return i;
}

/* Where the sentence begins behind its dateline; else u->first. A place in
 * capitals or a date, then a dash; before a colon both, since a colon alone
 * makes it a label. */
static int after_dateline(const read_unit *u) {
    enum { LONG = 16 };
    bool upper = (u->p->tokens[u->first].flags & TOKEN_UPPER) != 0;
    bool dated = false;
    if (u->first > 0) return u->first;
    for (int i = u->first; i + 1 < u->last && i < u->first + LONG; i++) {
        int over = over_bracket(u, i);
        if (over > i) {
            i = over - 1;
            continue;
        }
        read_tag tag = (read_tag)u->p->tokens[i].tag;
        bool mark = tag == TAG_DASH ? upper || dated
                                    : tag == TAG_COLON && upper && dated;
        if (mark && i > u->first) return i + 1;
        if (!in_dateline(u, i)) break;
        dated = dated || tag == TAG_NUM || unit_word(u, i)->time;
    }
    return u->first;
}

void lead_skip(read_unit *u) {
    u->first = after_dateline(u);
    while (u->first + 1 < u->last && is_bullet(u))
        u->first++;
}
