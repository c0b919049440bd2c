/* SPDX-License-Identifier: Apache-2.0
 * What a verb takes. Each looks for one kind of content behind the verb and
 * adds it to the claim; false if the verb takes no such thing, or none is
 * there. */
#ifndef READ_COMPLEMENT_H
#define READ_COMPLEMENT_H

#include "read/claim.h"

/* "[said that] C", "demanded that C" in the base form */
bool complement_that(const read_unit *u, const read_verb *v, read_claim *c);
/* "[said] C" */
bool complement_clause(const read_unit *u, const read_verb *v, read_claim *c);
/* "[offered] to C" */
bool complement_infinitive(const read_unit *u, const read_verb *v,
                           read_claim *c);
/* "[rejected] the plan", "[called] for talks", "[urged] the union to return" */
bool complement_object(const read_unit *u, const read_verb *v, read_claim *c);
/* "[called] it a trap", "[dismissed] it as a trap" */
bool complement_judgement(const read_unit *u, const read_verb *v,
                          read_claim *c);
/* Whatever follows the verb. */
bool complement_any(const read_unit *u, const read_verb *v, read_claim *c);
/* "did not say": no content follows. */
bool says_nothing(const read_verb *v);

#endif
