/* SPDX-License-Identifier: Apache-2.0
 * The names that a line of the lexicon may use, and what they stand for. */
#include "read/lexicon_names.h"

#include "base/text.h"

const named lexicon_tags[] = {
    {"NOUN", TAG_NOUN}, {"PRON", TAG_PRON},   {"OBJ", TAG_OBJ},
    {"DET", TAG_DET},   {"POSS", TAG_POSS},   {"ADJ", TAG_ADJ},
    {"NUM", TAG_NUM},   {"ADV", TAG_ADV},     {"PREP", TAG_PREP},
    {"TO", TAG_TO},     {"CONJ", TAG_CONJ},   {"SUB", TAG_SUB},
    {"THAT", TAG_THAT}, {"WH", TAG_WH},       {"WHAT", TAG_WHAT},
    {"NOT", TAG_NOT},   {"MODAL", TAG_MODAL}, {"BE", TAG_BE},
    {"HAVE", TAG_HAVE}, {"DO", TAG_DO},       {"PROPER", TAG_PROPER},
    {NULL, 0},
};

const named lexicon_forms[] = {
    {"VB", FORM_VB},   {"VBZ", FORM_VBZ}, {"VBD", FORM_VBD},
    {"VBN", FORM_VBN}, {"VBG", FORM_VBG}, {NULL, 0},
};

const named lexicon_classes[] = {
    {"none", CLASS_NONE},
    {"say", CLASS_SAY},
    {"deny", CLASS_DENY},
    {"claim", CLASS_CLAIM},
    {"confirm", CLASS_CONFIRM},
    {"demand", CLASS_DEMAND},
    {"reject", CLASS_REJECT},
    {"refuse", CLASS_REFUSE},
    {"accept", CLASS_ACCEPT},
    {"offer", CLASS_OFFER},
    {"propose", CLASS_PROPOSE},
    {"guarantee", CLASS_GUARANTEE},
    {"promise", CLASS_GUARANTEE},
    {"threaten", CLASS_THREATEN},
    {"condition", CLASS_CONDITION},
    {"makecond", CLASS_MAKE_CONDITION},
    {"judge", CLASS_JUDGE},
    {"decline", CLASS_DECLINE},
    {"quote", CLASS_QUOTE},
    {"meet", CLASS_MEET},
    {"phone", CLASS_PHONE},
    {"visit", CLASS_VISIT},
    {"send", CLASS_SEND},
    {"carry", CLASS_CARRY},
    {"exchange", CLASS_EXCHANGE},
    {"host", CLASS_HOST},
    {"shuttle", CLASS_SHUTTLE},
    {"speak", CLASS_SPEAK},
    {"receive", CLASS_RECEIVE},
    {"hold", CLASS_HOLD},
    {"place", CLASS_PLACE},
    {"give", CLASS_GIVE},
    {"keep", CLASS_KEEP},
    {"yield", CLASS_YIELD},
    {"harm", CLASS_HARM},
    {"idle", CLASS_IDLE},
    {"tie", CLASS_TIE},
    {"guilt", CLASS_GUILT},
    {"stay", CLASS_STAY},
    {"shun", CLASS_SHUN},
    {NULL, 0},
};

const named lexicon_moods[] = {
    {"ready", MOOD_READY},
    {"loath", MOOD_LOATH},
    {"able", MOOD_ABLE},
    {"unable", MOOD_UNABLE},
    {"need", MOOD_NEED},
    {"means", MOOD_MEANS},
    {"settled", MOOD_SETTLED},
    {"want", MOOD_WANT},
    {"refuse", MOOD_REFUSE},
    {"fail", MOOD_FAIL},
    {"going", MOOD_GOING},
    {"fate", MOOD_FATE},
    {NULL, 0},
};

const named lexicon_frames[] = {
    {"that", FRAME_THAT}, {"clause", FRAME_CLAUSE}, {"quote", FRAME_QUOTE},
    {"inf", FRAME_INF},   {"np", FRAME_NP},         {"addr", FRAME_ADDR},
    {"ask", FRAME_ASK},   {"base", FRAME_BASE},     {"as", FRAME_AS},
    {"name", FRAME_NAME}, {"ing", FRAME_ING},       {"noun", FRAME_NOUN},
    {"doc", FRAME_DOC},   {"wh", FRAME_WHAT},       {NULL, 0},
};

const named lexicon_nouns[] = {
    {"role", NOUN_ROLE},
    {"person", NOUN_PERSON},
    {"group", NOUN_GROUP},
    {"document", NOUN_DOCUMENT},
    {"hearer", NOUN_HEARER},
    {"paper", NOUN_OUTLET},
    {"meeting", NOUN_MEETING},
    {"talks", NOUN_TALKS},
    {"meal", NOUN_MEAL},
    {"call", NOUN_CALL},
    {"visit", NOUN_VISIT},
    {"letter", NOUN_LETTER},
    {NULL, 0},
};

const named *lexicon_named(const named *list, const char *name) {
    for (; list->name != NULL; list++) {
        if (text_same(list->name, name)) return list;
    }
    return NULL;
}

const char *read_class_name(read_class class) {
    for (const named *n = lexicon_classes; n->name != NULL; n++) {
        if (n->value == (unsigned)class) return n->name;
    }
    return "none";
}
