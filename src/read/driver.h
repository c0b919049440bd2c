/* SPDX-License-Identifier: Apache-2.0
 * What is kept from sentence to sentence while a report is read. */
#ifndef READ_DRIVER_H
#define READ_DRIVER_H

#include "base/text.h"
#include "read/claim.h"
#include "read/contact.h"
#include "read/speaker.h"
#include "read/stance.h"

typedef struct reader {
    arena *mem, *scratch;
    const lexicon *lex;
    const read_options *options;
    const source_text *text;
    read_span answerer; /* who "A:" is, once it is known */
    bool addressed;     /* the paragraph before is put to somebody */
    bool interview;     /* such a one was answered in quotation marks */
    bool plain;         /* or without them */
    bool transcript; /* the paragraph goes on with what a label's name says */
    read_paragraph p;
    read_hunt hunt;
    speaker_memory memory;
    read_draft *drafts;
    size_t count, room;
    size_t sentences, skipped, skipped_at;
    /* the quotation that may go on */
    read_speaker last_speaker;
    read_span last_cue;
    size_t last_claim; /* draft */
    bool spoken;       /* somebody has */
    bool last_direct;  /* the last content was a quotation */
    bool adjacent;     /* nothing else stood since */
    bool topical;      /* somebody was told of in the sentence before */
    read_speaker topic;
    read_span topic_cue;
    read_span met[READ_WHO]; /* who last met: "the two", "them" */
    int met_count;
    size_t met_at;     /* in which sentence */
    read_span pending; /* a quotation that waits for its speaker */
} reader;

read_draft *reader_draft(reader *r);
void reader_date(const reader *r, read_draft *d, const read_unit *u,
                 read_range words, bool ahead);
/* Drafts of the contacts in a sentence. `told`: in whose words all of it is, or
 * NULL: what its claims say (contact_draft.c). */
void reader_contacts(reader *r, const read_unit *u, const read_speaker *told);

#endif
