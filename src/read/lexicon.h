/* SPDX-License-Identifier: Apache-2.0
 * The words that read knows: data/lexicon.txt, and lines of the user's own. */
#ifndef READ_LEXICON_H
#define READ_LEXICON_H

#include "base/diag.h"

/* What a word is where it stands: a dozen classes and the marks between. */
typedef enum read_tag {
    TAG_NONE,
    TAG_NOUN,
    TAG_PROPER,
    TAG_PRON, /* he, they, nobody: can be a subject */
    TAG_OBJ,  /* him, them */
    TAG_DET,
    TAG_POSS,       /* his, its, their */
    TAG_APOSTROPHE, /* 's after a noun */
    TAG_ADJ,
    TAG_NUM,
    TAG_ADV,
    TAG_PREP,
    TAG_TO,
    TAG_CONJ,
    TAG_SUB, /* while, as, after, because */
    TAG_THAT,
    TAG_WH,   /* who, which, where */
    TAG_WHAT, /* what, how, whether */
    TAG_NOT,
    TAG_MODAL,
    TAG_BE,
    TAG_HAVE,
    TAG_DO,
    TAG_VB,  /* base form, not finite */
    TAG_VBZ, /* finite present, of any person */
    TAG_VBD,
    TAG_VBN,
    TAG_VBG,
    TAG_COMMA,
    TAG_STOP,
    TAG_COLON,
    TAG_SEMI,
    TAG_DASH,
    TAG_OPEN, /* quotation marks */
    TAG_CLOSE,
    TAG_LEFT, /* brackets */
    TAG_RIGHT,
    TAG_OTHER,
    TAG_COUNT,
} read_tag;

/* What a verb does when somebody is its subject. */
typedef enum read_class {
    CLASS_NONE,
    CLASS_SAY,
    CLASS_DENY,
    CLASS_CLAIM,
    CLASS_CONFIRM,
    CLASS_DEMAND,
    CLASS_REJECT,
    CLASS_REFUSE,
    CLASS_ACCEPT,
    CLASS_OFFER,
    CLASS_PROPOSE,
    CLASS_GUARANTEE,
    CLASS_THREATEN,
    CLASS_CONDITION,
    CLASS_MAKE_CONDITION, /* "made X a condition" */
    CLASS_JUDGE,          /* praise, condemn, describe */
    CLASS_DECLINE,
    CLASS_QUOTE, /* "was quoted as saying" */
    CLASS_MEET,
    CLASS_PHONE,
    CLASS_VISIT,
    CLASS_SEND,
    CLASS_CARRY,
    CLASS_EXCHANGE,
    CLASS_HOST,
    CLASS_SHUTTLE,
    CLASS_SPEAK,
    CLASS_RECEIVE,
    CLASS_HOLD,
    CLASS_PLACE,
    CLASS_GIVE,  /* deeds: what is done for others (help, host, consider) */
    CLASS_KEEP,  /* honour, respect, abide by */
    CLASS_YIELD, /* give up, sell, surrender: what one can't bear to do */
    CLASS_HARM,  /* strike, sue, walk out: threats */
    CLASS_IDLE,  /* know, see, happen: nothing is done */
    CLASS_TIE,   /* "depends on" */
    CLASS_GUILT, /* involved in, responsible for: denied by "not" */
    CLASS_SHUN,  /* interested in, for sale: refused by "not" */
    CLASS_STAY,  /* remain closed, stay away */
    CLASS_BE,    /* be, have */
    CLASS_COUNT,
} read_class;

/* What may follow a verb: bits. */
enum {
    FRAME_THAT = 1 << 0,
    FRAME_CLAUSE = 1 << 1,
    FRAME_QUOTE = 1 << 2,
    FRAME_INF = 1 << 3,
    FRAME_NP = 1 << 4,
    FRAME_ADDR = 1 << 5,
    FRAME_ASK = 1 << 6,
    FRAME_BASE = 1 << 7,
    FRAME_AS = 1 << 8,
    FRAME_NAME = 1 << 9,
    FRAME_ING = 1 << 10,
    FRAME_PREP = 1 << 11, /* with one of the words in `preps` */
    FRAME_NOUN = 1 << 12, /* base and -s form may be nouns */
    FRAME_DOC = 1 << 13,  /* only documents and bodies that judge say so */
    FRAME_WHAT = 1 << 14, /* an indirect question */
};

typedef struct lexicon_sense {
    const char *lemma;    /* "rule out" */
    const char *particle; /* "out", or NULL */
    read_class class;
    unsigned frames;
    const char *preps; /* " for on ", or NULL */
    struct lexicon_sense *next;
} lexicon_sense;

typedef enum read_noun {
    NOUN_NONE,
    NOUN_ROLE,
    NOUN_PERSON,
    NOUN_GROUP,
    NOUN_DOCUMENT,
    NOUN_HEARER,
    NOUN_OUTLET,
    NOUN_MEETING,
    NOUN_TALKS,
    NOUN_MEAL,
    NOUN_CALL,
    NOUN_VISIT,
    NOUN_LETTER,
    NOUN_KINDS,
} read_noun;

/* What "ready", "unable", "needs" before "to" make of the verb behind it. */
typedef enum read_mood {
    MOOD_NONE,
    MOOD_READY,   /* ready, willing to */
    MOOD_LOATH,   /* unwilling to */
    MOOD_ABLE,    /* able to */
    MOOD_UNABLE,  /* unable to */
    MOOD_NEED,    /* needs, ought, has to */
    MOOD_MEANS,   /* intends, plans to */
    MOOD_SETTLED, /* decided, chose to */
    MOOD_WANT,    /* wants, would like to */
    MOOD_REFUSE,  /* refused, declined to */
    MOOD_FAIL,    /* failed, is yet to */
    MOOD_GOING,   /* is going, is about to */
    MOOD_FATE,    /* is expected, due, likely to: nobody's will */
} read_mood;

typedef enum lexicon_words {
    WORDS_PHRASE, /* wherever they stand: "off the table" */
    WORDS_DEED,   /* as a main verb: "[will] sign", "[could] live with" */
    WORDS_MOOD,   /* before a verb: "no choice but to" */
} lexicon_words;

/* Fixed words that say something of a position, beside the senses of verbs
 * that report. */
typedef struct lexicon_phrase {
    const char *rest; /* the words behind the first; "" for one word */
    lexicon_words kind;
    read_class class;
    read_mood mood;
    bool who; /* only of somebody: "the road was open to traffic" isn't */
    const struct lexicon_phrase *next;
} lexicon_phrase;

/* Verb forms: bits. */
enum {
    FORM_VB = 1,
    FORM_VBZ = 2,
    FORM_VBD = 4,
    FORM_VBN = 8,
    FORM_VBG = 16,
};

typedef struct lexicon_word {
    const char *text; /* lower case */
    size_t size;
    uint32_t hash;
    read_tag tag; /* closed class, else TAG_NONE */
    unsigned forms;
    lexicon_sense *senses;
    unsigned nouns; /* 1 << read_noun */
    read_class cue; /* of a noun with a content: "claim" */
    read_mood mood;
    const lexicon_phrase *phrases; /* that begin with it */
    bool plural, time, abbreviation;
    bool he, she; /* a given name */
} lexicon_word;

/* Of the hash table; the hash stands here, too, so that a word that is not
 * known costs one look. */
typedef struct lexicon_slot {
    uint32_t hash;
    uint32_t word; /* index, 0: empty */
} lexicon_slot;

typedef struct lexicon {
    lexicon_word *words; /* the first is the word that is not known */
    unsigned count;
    lexicon_slot *slots;
    arena *mem;
} lexicon;

/* The built-in lexicon, and `more` (may be NULL) on top of it. Lines of `more`
 * that can't be read are diags and skipped. */
const lexicon *lexicon_new(const source_text *more, arena *mem,
                           parley_diags *d);
/* Entry 0 is the word that is not known. */
static inline const lexicon_word *lexicon_at(const lexicon *l, unsigned index) {
    return &l->words[index];
}
/* The index of a word by its hash and bytes in any case; 0: not known. */
unsigned lexicon_find(const lexicon *l, uint32_t hash, const char *bytes,
                      size_t size);
unsigned lexicon_lookup(const lexicon *l, const char *text);

/* The hash of lower-case bytes, one at a time from LEXICON_SEED. */
#define LEXICON_SEED UINT32_C(2166136261)
static inline uint32_t lexicon_step(uint32_t hash, unsigned char lower) {
    return (hash ^ lower) * UINT32_C(16777619);
}
static inline unsigned char lexicon_lower(unsigned char byte) {
    return (unsigned char)(byte - 'A') < 26 ? (unsigned char)(byte | 32) : byte;
}

const char *read_class_name(read_class class);

/* data/lexicon.txt. */
extern const char lexicon_data[];

#endif
