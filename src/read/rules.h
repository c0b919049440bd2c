/* SPDX-License-Identifier: Apache-2.0
 * The rules, one function each; rules.c has their table. All return true when
 * they filled in *out. */
#ifndef READ_RULES_H
#define READ_RULES_H

#include "read/claim.h"

/* rules_quote.c */
bool rule_quoted_as(read_hunt *h, const read_verb *v, read_claim *out);
bool rule_quote_verb_subject(read_hunt *h, const read_verb *v, read_claim *out);
bool rule_clause_verb_subject(read_hunt *h, const read_verb *v,
                              read_claim *out);
bool rule_quote_subject_verb(read_hunt *h, const read_verb *v, read_claim *out);
bool rule_clause_subject_verb(read_hunt *h, const read_verb *v,
                              read_claim *out);
bool rule_medial(read_hunt *h, const read_verb *v, read_claim *out);
bool rule_subject_verb_quote(read_hunt *h, const read_verb *v, read_claim *out);

/* rules_clause.c */
bool rule_subject_verb_that(read_hunt *h, const read_verb *v, read_claim *out);
bool rule_subject_verb_clause(read_hunt *h, const read_verb *v,
                              read_claim *out);
bool rule_subject_verb_infinitive(read_hunt *h, const read_verb *v,
                                  read_claim *out);
bool rule_subject_verb_object(read_hunt *h, const read_verb *v,
                              read_claim *out);
bool rule_judgement(read_hunt *h, const read_verb *v, read_claim *out);
bool rule_ultimatum(read_hunt *h, const read_verb *v, read_claim *out);
bool rule_bare_verb(read_hunt *h, const read_verb *v, read_claim *out);

/* rules_relative.c */
bool rule_object_relative(read_hunt *h, const read_verb *v, read_claim *out);
bool rule_who_clause(read_hunt *h, const read_verb *v, read_claim *out);
bool rule_adverbial(read_hunt *h, const read_verb *v, read_claim *out);
bool rule_after_having(read_hunt *h, const read_verb *v, read_claim *out);

/* rules_silence.c */
bool rule_no_comment(read_hunt *h, const read_verb *v, read_claim *out);
bool rule_not_available(read_hunt *h, int from, read_claim *out);

/* rules_sentence.c */
bool rule_according_to(read_hunt *h, int from, read_claim *out);
bool rule_name_colon(read_hunt *h, int from, read_claim *out);
bool rule_clause_colon(read_hunt *h, int from, read_claim *out);
bool rule_colon_quote(read_hunt *h, int from, read_claim *out);
bool rule_topic_colon(read_hunt *h, int from, read_claim *out);
bool rule_dash_name(read_hunt *h, int from, read_claim *out);

/* rules_more.c */
bool rule_passive(read_hunt *h, const read_verb *v, read_claim *out);
bool rule_impersonal(read_hunt *h, const read_verb *v, read_claim *out);
bool rule_words_of(read_hunt *h, int from, read_claim *out);

/* rules_told.c */
bool rule_told_by(read_hunt *h, const read_verb *v, read_claim *out);
bool rule_heard_from(read_hunt *h, int from, read_claim *out);
bool rule_insistent(read_hunt *h, int from, read_claim *out);
bool rule_quote_noun(read_hunt *h, int from, read_claim *out);

/* rules_noun.c */
bool rule_noun_cue(read_hunt *h, int from, read_claim *out);
bool rule_noun_act(read_hunt *h, int from, read_claim *out);
bool rule_noun_is(read_hunt *h, int from, read_claim *out);

#endif
