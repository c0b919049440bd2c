/* SPDX-License-Identifier: Apache-2.0
 * From a report to draft statements: who is said to have said what, by which
 * words. Everything a draft says points at bytes of the text; nothing is known
 * that is not there or in the case. docs/methods/read.md tells how. */
#ifndef READ_READ_H
#define READ_READ_H

#include "case/model.h"
#include "read/lexicon.h"

typedef struct read_span { /* bytes, half-open; empty: none */
    uint32_t begin, end;
} read_span;

typedef struct read_speaker {
    read_span at;   /* the words as they stand */
    read_span is;   /* who a pronoun or short description stands for: a
                       guess; empty when at says it itself */
    bool owned;     /* `is` says whose the speaker is ("his lawyer") */
    read_span head; /* the noun or last name */
    read_span of;   /* affiliation: "the Palestinian Authority" */
    case_office office;
    bool unnamed;
    bool several;
    bool group;  /* an institution, no person */
    bool person; /* surely one; neither: a bare name */
} read_speaker;

typedef enum read_stance_kind {
    STANCE_NONE,
    STANCE_ACCEPT,
    STANCE_REJECT,
    STANCE_DEMAND,
    STANCE_REQUIRE,
    STANCE_REFUSE,
    STANCE_OFFER,
    STANCE_PROPOSE,
    STANCE_GUARANTEE,
    STANCE_CONDITION,
    STANCE_DENY,
    STANCE_DECLINE,
    STANCE_KINDS,
} read_stance_kind;

typedef struct read_stance {
    read_stance_kind kind;
    bool negated;
    read_span holder; /* empty: the speaker */
    int actor;        /* of the case: the holder, or -1 */
} read_stance;

enum { READ_PARTS = 8, READ_STANCES = 4, READ_WHO = 6, READ_VIA = 3 };

typedef struct read_draft {
    case_entry_kind kind;
    const char *rule;
    double confidence;
    int paragraph;
    read_span span; /* all of it */
    read_span cue;
    const char *verb; /* lemma */
    read_class class; /* of the verb */
    /* statements */
    read_speaker speaker;
    read_span content; /* from the first part to the last */
    read_span parts[READ_PARTS];
    int part_count;
    bool direct, negated, modal;
    read_span modal_word; /* "must", "would": in the content's main clause */
    read_stance stances[READ_STANCES]; /* the first counts */
    int stance_count;
    /* contacts */
    read_span who[READ_WHO], with[READ_WHO], place;
    int who_count, with_count;
    /* both */
    read_span via[READ_VIA]; /* nearest to the reporter first */
    int via_count;
    read_span words; /* the date as it stands; empty: none */
    moment date;     /* resolved, if the report's date was given */
    /* what the case resolves; -1: left out */
    int by_person, by_actor, for_actor;
    int proposal;
    case_terms about;
    int between[2 * READ_WHO]; /* person index, or -2 - actor */
    int between_count;
} read_draft;

typedef struct read_options {
    const case_model *c;         /* or NULL */
    moment date;                 /* of the report; given: false if unknown */
    const source_text *lexicon;  /* more words, or NULL */
    const struct lexicon *words; /* made before, for many reports; NULL: the
                                    built-in one with `lexicon` */
} read_options;

typedef struct read_report {
    const source_text *text;
    const read_draft *drafts;
    size_t count;
    bool english; /* false: not read */
    size_t paragraphs, sentences;
    size_t skipped;    /* sentences that were too long */
    size_t skipped_at; /* where the first begins */
    size_t cut;        /* paragraphs that were too long */
    size_t refused;    /* drafts of another program whose words are not there */
    size_t bad_bytes;  /* where the first invalid UTF-8 is; size: none */
} read_report;

/* Reads the text. Problems (not English, sentences skipped, invalid bytes) are
 * notes and warnings; the report is never NULL. */
const read_report *read_run(const source_text *text, const read_options *o,
                            arena *mem, parley_diags *d);

const char *read_stance_name(read_stance_kind kind);

#endif
