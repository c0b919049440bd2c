/* SPDX-License-Identifier: Apache-2.0
 * Who a speaker is: what the phrase says, and who a short one stands for. */
#ifndef READ_SPEAKER_H
#define READ_SPEAKER_H

#include "read/read.h"
#include "read/unit.h"

typedef enum speaker_gender {
    GENDER_UNKNOWN,
    GENDER_HE,
    GENDER_SHE,
} speaker_gender;

/* Somebody the report has spoken of. */
typedef struct speaker_mention {
    read_span at;   /* the fullest phrase seen */
    read_span name; /* "Ilan Voss"; empty: none */
    read_span head;
    read_span of;
    read_span role; /* "midwife", from an apposition */
    speaker_gender gender;
    case_office office;
    bool group, plural, unnamed, spoke;
    bool person; /* surely: a title, a role, or a word for a man or woman */
    bool aside;  /* not the subject of any sentence so far */
} speaker_mention;

enum { SPEAKER_MEMORY = 48 };

typedef struct speaker_memory {
    const char *bytes;
    speaker_mention ring[SPEAKER_MEMORY]; /* the latest is at (next - 1) */
    int next, count;
} speaker_memory;

/* Describes the phrase and says who it stands for; remembers it. */
read_speaker speaker_describe(speaker_memory *m, const read_unit *u,
                              read_range phrase, bool spoke);
/* Remembers somebody who is no subject. */
void speaker_note(speaker_memory *m, const read_unit *u, read_range phrase);
/* The same without remembering it. */
read_speaker speaker_resolve(const speaker_memory *m, const read_unit *u,
                             read_range phrase);
/* Whom a pronoun means if not the one named `not`; empty: nobody. */
read_span speaker_besides(const speaker_memory *m, const read_unit *u,
                          read_range phrase, read_span not );
/* The latest two people; false: there are none. */
bool speaker_pair(const speaker_memory *m, read_span pair[2]);
/* The first person named; empty: none. */
read_span speaker_first(const speaker_memory *m);
/* The latest who surely is a person; NULL: nobody. */
const speaker_mention *speaker_person(const speaker_memory *m);
read_span unit_span(const read_unit *u, read_range r);

#endif
