/* SPDX-License-Identifier: Apache-2.0
 *
 * Whose word is it, and how much does it weigh?
 *
 * A statement may have several speakers: named people, actors as such, a bloc
 * ("Western diplomats"), or the reporter. Three numbers follow, each taken
 * over the speakers at its best (DESIGN sections 2 and 5):
 *
 *   own       some speaker is of the party the statement is about;
 *   weight    of the highest of these: leader 1, official 0.4, unnamed 0;
 *   credence  0.5 + (g - 0.5) s, unless the entry gives one. g stands for the
 *             grade of the source (A .95 B .85 C .75 D .65 E .55 F .60, none
 *             as C), s for the speaker: leader 1, official 0.8, unnamed 0.6,
 *             times 0.75 when the speaker is not of the party.
 *
 * A party's own proposal has the credence of its official, but no speaker is
 * quoted: it is reported, not its own word.
 *
 * An actor that speaks as such counts as an official. Without a speaker, from
 * a bloc or from the reporter it counts as unnamed and not of the party. The
 * numbers of the credence are an assumption of the project's; whoever prints
 * one says so.
 */
#include "record/evidence.h"

static const double office_share[] = {
    [CASE_UNNAMED] = 0.6, [CASE_OFFICIAL] = 0.8, [CASE_LEADER] = 1};
static const double office_weight[] = {
    [CASE_UNNAMED] = 0, [CASE_OFFICIAL] = 0.4, [CASE_LEADER] = 1};

static case_office office_of(const case_model *c, const case_speaker *s) {
    switch (s->kind) {
    case CASE_SPEAKER_PERSON:
        return c->people[s->index].office;
    case CASE_SPEAKER_ACTOR:
        return CASE_OFFICIAL;
    case CASE_SPEAKER_BLOC:
    case CASE_SPEAKER_REPORT:
        break;
    }
    return CASE_UNNAMED;
}

static bool is_of(const case_model *c, const case_speaker *s, int party) {
    switch (s->kind) {
    case CASE_SPEAKER_PERSON:
        return c->people[s->index].of == party;
    case CASE_SPEAKER_ACTOR:
        return s->index == party;
    case CASE_SPEAKER_BLOC:
    case CASE_SPEAKER_REPORT:
        break;
    }
    return false;
}

bool record_is_own(const case_model *c, const case_entry *e, int party) {
    if (e->authored) return false;
    for (int i = 0; i < e->by_count; i++)
        if (is_of(c, &e->by[i], party)) return true;
    return false;
}

double record_weight(const case_model *c, const case_entry *e, int party) {
    double most = 0;
    for (int i = 0; i < e->by_count; i++) {
        double weight = office_weight[office_of(c, &e->by[i])];
        if (is_of(c, &e->by[i], party) && weight > most) most = weight;
    }
    return most;
}

static double grade_of(const case_model *c, const case_origin *o) {
    if (o->source < 0) return 0.75;
    switch (c->sources[o->source].grade) {
    case 'A':
        return 0.95;
    case 'B':
        return 0.85;
    case 'D':
        return 0.65;
    case 'E':
        return 0.55;
    case 'F':
        return 0.60;
    default:
        return 0.75;
    }
}

static double share_of(const case_model *c, const case_entry *e, int party) {
    double most = office_share[CASE_UNNAMED] * 0.75;
    for (int i = 0; i < e->by_count; i++) {
        double share = office_share[office_of(c, &e->by[i])];
        if (!is_of(c, &e->by[i], party)) share *= 0.75;
        if (share > most) most = share;
    }
    return most;
}

double record_credence(const case_model *c, const case_entry *e, int party) {
    if (e->has_credence) return e->credence;
    return 0.5 + (grade_of(c, &e->origin) - 0.5) * share_of(c, e, party);
}
