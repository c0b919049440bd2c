/* SPDX-License-Identifier: Apache-2.0
 * Which position an act takes: one table, the first row that fits counts.
 *
 * A row asks what is done (classes), with what force, whether it is negated,
 * what it is tied to, and whose it is. "The law": must and should bind others,
 * so they are demands of the speaker's; what somebody will or can not do is
 * turned down (what was asked: reject; else refuse), and until something
 * happens it is a requirement; what somebody will do if is a condition; what
 * somebody is ready to do is an offer; what was not done is withheld (accept-,
 * guarantee-) or, of one's own doing, denied. What may, should like or is
 * expected to happen takes no position. */
#include "read/stance_act.h"

#define BIT(class) (UINT64_C(1) << (class))

enum {
    NEG = 1,
    POS = 2,
    EITHER = NEG | POS,
};

/* How a row's position is taken: bits. */
enum {
    PLAIN = 0,
    WITHHELD = 1,   /* negated: "has not accepted" */
    OF_SPEAKER = 2, /* the speaker's, whoever acts */
    TIES_TOO = 4,   /* with a tie it is a condition, besides */
};

typedef struct table_row {
    const char *name;
    uint64_t classes;
    unsigned force;
    int polarity;
    unsigned ties;
    unsigned whose;
    read_stance_kind kind;
    unsigned how;
} table_row;

#define TIE(tie) (1U << (tie))
#define SURELY   (FORCE_WILL | FORCE_READY | FORCE_MEANS | FORCE_SETTLED)
#define WILLING  (SURELY | FORCE_CAN)
#define FACT     (FORCE_DONE | FORCE_NOW | FORCE_DOING)
#define WILLS    (FORCE_WILL | FORCE_CAN | FORCE_MEANS)
#define BOUND    (WHOSE_OTHER | WHOSE_THING | WHOSE_VAGUE | WHOSE_NONE)
#define SOMEBODY (WHOSE_OWN | WHOSE_OTHER | WHOSE_NONE)
#define ANYBODY  (SOMEBODY | WHOSE_THING | WHOSE_VAGUE)
#define LATER                                                                  \
    (TIE(TIES_UNTIL) | TIE(TIES_ONLY) | TIE(TIES_WITHOUT) | TIE(TIES_WHILE))
#define IF      (TIE(TIES_IF) | TIE(TIES_WHEN) | TIE(TIES_WHILE))
#define ANY_TIE (~0U)

#define YES (BIT(CLASS_ACCEPT))
#define NO  (BIT(CLASS_REJECT))
#define WORDS                                                                  \
    (BIT(CLASS_DENY) | BIT(CLASS_DEMAND) | BIT(CLASS_CONDITION) |              \
     BIT(CLASS_PROPOSE) | BIT(CLASS_REJECT) | BIT(CLASS_REFUSE))
#define IDLE (BIT(CLASS_IDLE))
#define HARM (BIT(CLASS_HARM))
#define ALL  (~UINT64_C(0))
/* what can wait for something else */
#define TIEABLE (ALL & ~(WORDS | IDLE | HARM | BIT(CLASS_BE)))
/* what is done, not said */
#define DEEDS                                                                  \
    (ALL & ~(WORDS | IDLE | HARM | YES | BIT(CLASS_BE) | BIT(CLASS_GUARANTEE)))

static const table_row rows[] = {
    /* what must be */
    {"binds others", ALL & ~(IDLE | BIT(CLASS_BE)), FORCE_MUST | FORCE_SHOULD,
     EITHER, ANY_TIE, BOUND, STANCE_DEMAND, OF_SPEAKER},
    {"should see", IDLE, FORCE_MUST | FORCE_SHOULD, POS, ANY_TIE, WHOSE_OTHER,
     STANCE_DEMAND, OF_SPEAKER},
    {"must be so", BIT(CLASS_BE), FORCE_MUST, EITHER, ANY_TIE, BOUND,
     STANCE_DEMAND, OF_SPEAKER},
    {"needs to act", ALL & ~IDLE, FORCE_NEED, POS, ANY_TIE, WHOSE_OTHER,
     STANCE_DEMAND, OF_SPEAKER},
    {"would need to", ALL, FORCE_WOULD_NEED, POS, ANY_TIE,
     WHOSE_OWN | WHOSE_OTHER, STANCE_REQUIRE, PLAIN},
    /* what won't be before something else is */
    {"not until", TIEABLE, WILLING | FORCE_NOW, NEG, LATER, ANYBODY,
     STANCE_REQUIRE, PLAIN},
    {"refuses until", BIT(CLASS_REFUSE), WILLING | FACT, POS, TIE(TIES_UNTIL),
     SOMEBODY, STANCE_REQUIRE, PLAIN},
    {"not if", TIEABLE, SURELY, NEG, IF, SOMEBODY, STANCE_REQUIRE, PLAIN},
    /* what will be if something else is */
    {"will if", ALL & ~(IDLE | HARM | BIT(CLASS_BE) | BIT(CLASS_DENY)), WILLS,
     POS, IF | TIE(TIES_ONLY), SOMEBODY | WHOSE_VAGUE, STANCE_CONDITION, PLAIN},
    /* yes and no */
    {"accepts", YES, WILLING | FACT, POS, ANY_TIE, SOMEBODY, STANCE_ACCEPT,
     TIES_TOO},
    {"won't accept", YES, WILLING | FORCE_NOW | FORCE_DOING, NEG, ANY_TIE,
     SOMEBODY | WHOSE_THING, STANCE_REJECT, PLAIN},
    {"hasn't accepted", YES, FORCE_DONE, NEG, ANY_TIE, SOMEBODY, STANCE_ACCEPT,
     WITHHELD},
    {"rejects", NO, WILLING | FACT, POS, ANY_TIE, SOMEBODY, STANCE_REJECT,
     PLAIN},
    {"doesn't reject", NO, WILLING | FACT, NEG, ANY_TIE, SOMEBODY,
     STANCE_REJECT, WITHHELD},
    {"rules out", BIT(CLASS_REFUSE), WILLING | FACT, POS, ANY_TIE, SOMEBODY,
     STANCE_REFUSE, PLAIN},
    {"rules nothing out", BIT(CLASS_REFUSE), WILLING | FACT, NEG, ANY_TIE,
     SOMEBODY, STANCE_REFUSE, WITHHELD},
    /* what is said */
    {"demands", BIT(CLASS_DEMAND), SURELY | FACT, POS, ANY_TIE, SOMEBODY,
     STANCE_DEMAND, PLAIN},
    {"doesn't demand", BIT(CLASS_DEMAND), SURELY | FACT, NEG, ANY_TIE, SOMEBODY,
     STANCE_DEMAND, WITHHELD},
    {"requires", BIT(CLASS_CONDITION), SURELY | FACT, POS, ANY_TIE, SOMEBODY,
     STANCE_REQUIRE, PLAIN},
    {"proposes", BIT(CLASS_PROPOSE), SURELY | FACT, POS, ANY_TIE, SOMEBODY,
     STANCE_PROPOSE, TIES_TOO},
    {"denies", BIT(CLASS_DENY), FACT, POS, ANY_TIE, SOMEBODY, STANCE_DENY,
     PLAIN},
    {"doesn't deny", BIT(CLASS_DENY), FACT, NEG, ANY_TIE, SOMEBODY, STANCE_DENY,
     WITHHELD},
    {"offers", BIT(CLASS_OFFER), SURELY | FACT, POS, ANY_TIE, SOMEBODY,
     STANCE_OFFER, TIES_TOO},
    {"hasn't offered", BIT(CLASS_OFFER), FORCE_DONE, NEG, ANY_TIE, WHOSE_OWN,
     STANCE_DENY, PLAIN},
    {"doesn't offer", BIT(CLASS_OFFER), FACT, NEG, ANY_TIE, WHOSE_OTHER,
     STANCE_OFFER, WITHHELD},
    {"guarantees", BIT(CLASS_GUARANTEE), WILLING | FACT, POS, ANY_TIE, SOMEBODY,
     STANCE_GUARANTEE, TIES_TOO},
    {"can't guarantee", BIT(CLASS_GUARANTEE), WILLING | FACT, NEG, ANY_TIE,
     SOMEBODY | WHOSE_THING, STANCE_GUARANTEE, WITHHELD},
    /* what will be done */
    {"will keep", BIT(CLASS_KEEP), FORCE_WILL | FORCE_MEANS | FORCE_SETTLED,
     POS, ANY_TIE, SOMEBODY, STANCE_GUARANTEE, PLAIN},
    {"stays shut until", BIT(CLASS_STAY), FORCE_WILL, POS, TIE(TIES_UNTIL),
     ANYBODY, STANCE_REQUIRE, PLAIN},
    {"will help", BIT(CLASS_GIVE), FORCE_WILL, POS, ANY_TIE, SOMEBODY,
     STANCE_OFFER, PLAIN},
    {"is ready", DEEDS | BIT(CLASS_BE), FORCE_READY, POS, ANY_TIE, SOMEBODY,
     STANCE_OFFER, TIES_TOO},
    {"can help", BIT(CLASS_GIVE), FORCE_CAN, POS, ANY_TIE, WHOSE_OWN,
     STANCE_OFFER, PLAIN},
    {"won't", DEEDS | HARM, SURELY | FORCE_DOING, NEG, ANY_TIE, SOMEBODY,
     STANCE_REFUSE, PLAIN},
    {"can't yield", BIT(CLASS_YIELD), FORCE_CAN | FORCE_NOW, NEG, ANY_TIE,
     SOMEBODY, STANCE_REFUSE, PLAIN},
};

static bool fits(const table_row *r, const stance_act *a) {
    return (r->classes & BIT(a->class)) != 0 && (r->force & a->force) != 0 &&
           (r->polarity & (a->no ? NEG : POS)) != 0 &&
           (r->ties & TIE(a->tie)) != 0 && (r->whose & a->whose) != 0;
}

act_verdict act_judge(const stance_act *a) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const table_row *r = &rows[i];
        if (!fits(r, a)) continue;
        bool tied = (r->how & TIES_TOO) != 0 &&
                    (TIE(a->tie) & (IF | TIE(TIES_ONLY))) != 0;
        return (act_verdict){r->kind, (r->how & WITHHELD) != 0,
                             (r->how & OF_SPEAKER) != 0, tied};
    }
    return (act_verdict){.kind = STANCE_NONE};
}
