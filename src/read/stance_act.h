/* SPDX-License-Identifier: Apache-2.0
 * What a clause says that somebody does, will do or must do. */
#ifndef READ_STANCE_ACT_H
#define READ_STANCE_ACT_H

#include "read/stance_int.h"

/* How sure, willing or bound it is: bits, so that a rule can name several. */
typedef enum act_force {
    FORCE_DONE = 1 << 0,    /* did, has done */
    FORCE_NOW = 1 << 1,     /* does, is doing */
    FORCE_WILL = 1 << 2,    /* will, would, shall, is going to; refused to */
    FORCE_CAN = 1 << 3,     /* can, could, is able to */
    FORCE_READY = 1 << 4,   /* is ready, is willing to */
    FORCE_MEANS = 1 << 5,   /* intends to */
    FORCE_SETTLED = 1 << 6, /* has decided to */
    FORCE_MUST = 1 << 7,    /* must, has to */
    FORCE_SHOULD = 1 << 8,  /* should */
    FORCE_NEED = 1 << 9,    /* needs to, ought to */
    FORCE_MAY = 1 << 10,    /* may, might */
    FORCE_WANT = 1 << 11,   /* wants to, hopes to */
    FORCE_FATE = 1 << 12,   /* is expected to, seems to */
    FORCE_DOING = 1 << 13,  /* is doing */
    FORCE_WOULD_NEED = 1 << 14, /* would need to */
} act_force;

/* Whose act it is: bits. */
typedef enum act_whose {
    WHOSE_OWN = 1 << 0,   /* the speaker's */
    WHOSE_OTHER = 1 << 1, /* somebody's who is named or described */
    WHOSE_NONE = 1 << 2,  /* nobody's: "none of its members" */
    WHOSE_THING = 1 << 3, /* of what can't want: "the ban" */
    WHOSE_VAGUE = 1 << 4, /* "it", "you", "they" in somebody's own words */
} act_whose;

typedef struct stance_act {
    int first;        /* the finite word */
    int at;           /* the main verb, or what "is" something */
    int end;          /* behind the main verb and its particle */
    read_class class; /* of the main verb; CLASS_NONE: any other */
    bool deed;        /* its class counts only once it will be done */
    unsigned force;   /* one act_force */
    unsigned whose;   /* one act_whose */
    bool no, never;   /* it is negated; by "never" */
    bool half;        /* "not just" */
    bool nothing;     /* what negates it is its object: "no promises" */
    bool asked;       /* "will she promise" */
    bool rather;      /* "would rather" */
    bool passive, progressive, copula;
    bool perfect; /* has, had done */
    bool refused; /* by "refused to" */
    bool again;   /* negated twice: "never refused to" */
    clause_ties tie;
    read_range subject; /* as it stands; may be empty */
    read_range holder;  /* empty for the speaker */
} stance_act;

/* The act of the clause whose finite verb stands at `first`. */
stance_act act_at(const stance_finder *f, int first);
/* Fixed words of a kind at i, the longest; NULL if there are none
 * (stance_words.c). */
const lexicon_phrase *stance_words(const read_unit *u, int i,
                                   lexicon_words kind);
int stance_word_count(const char *words);
/* Force, negation and main verb of the act at a->first (stance_chain.c). */
void act_take_chain(const read_unit *u, stance_act *a);

/* A position and whose it is: what the table says of an act. */
typedef struct act_verdict {
    read_stance_kind kind;
    bool negated;
    bool of_speaker; /* not the holder of the act */
    bool tied;       /* and a condition, besides */
} act_verdict;
act_verdict act_judge(const stance_act *a);
/* "gave no guarantees", "dropped its demand": a verb with a noun of speech
 * (stance_noun.c). */
bool stance_gives(stance_finder *f, const stance_act *a);
/* Clauses whose verb the table can't know: wanting, being, having done
 * (stance_plain.c). True: it was one, and is dealt with. */
bool stance_plain(stance_finder *f, const stance_act *a);
bool stance_wants(stance_finder *f, const stance_act *a);
bool stance_denied(stance_finder *f, const stance_act *a);
/* "would not comment" (stance_voice.c). */
bool stance_silence(stance_finder *f, const stance_act *a);

#endif
